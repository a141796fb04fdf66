// SPDX-License-Identifier: GPL-3.0-or-later
// Batches on a journal of their own, against a practice cloud.
#pragma once

#include "upgradesrig.h"

#include "upgrade/batches.h"

namespace uplift::upgrade::test {

class BatchesRig : public UpgradesRig {
protected:
    void setUpBatches();
    void tearDownBatches();
    /// As after a crash: everything but the cloud anew, on the same files.
    void restartBatches();
    void openBatches();
    /// A candidate as the fleet would know it.
    [[nodiscard]] Candidate candidateOf(const QString &instance, Environment environment,
                                        const QString &version) const;
    /// The dozen's members that can be upgraded now: two staging, three production, one development.
    [[nodiscard]] QList<Candidate> usualCandidates() const;
    [[nodiscard]] BatchPlan planned(const BatchRules &rules, const QList<Candidate> &candidates) const;
    Result<PlanId> startBatch(const BatchPlan &plan);
    [[nodiscard]] BatchView batch() const { return m_batches->batch(m_plan).value_or(BatchView{}); }
    [[nodiscard]] BatchState batchState() const { return batch().progress.state; }
    [[nodiscard]] MemberState member(const QString &instance) const;
    /// Rules that need no patience.
    [[nodiscard]] static BatchRules quickRules();

    std::unique_ptr<Batches> m_batches;
    PlanId m_plan;
};

} // namespace uplift::upgrade::test
