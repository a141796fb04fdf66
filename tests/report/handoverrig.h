// SPDX-License-Identifier: GPL-3.0-or-later
// Batches handed over to the orchestration of a practice cloud.
#pragma once

#include "batchesrig.h"

#include "report/oostemplate.h"
#include "upgrade/handoverrun.h"

namespace uplift::upgrade::test {

class HandoverRig : public BatchesRig {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_faultFor = {};
        setUpBatches();
    }
    void cleanup() { tearDownBatches(); }

protected:
    [[nodiscard]] BatchPlan handedOver(const BatchRules &rules, const QList<Candidate> &candidates) const;
    [[nodiscard]] QStringList memberStates() const;
    [[nodiscard]] int starts() const { return m_cloud->requestCount(startExecution); }
    /// What History shows of this batch: each attempt's instance and state, sorted.
    [[nodiscard]] QStringList historyStates();
    [[nodiscard]] HandedOver there() const { return batch().handedOver.value(0); }

    static constexpr int patience = 60'000;
    inline static const QString startExecution = QStringLiteral("StartExecution");
};

inline BatchPlan HandoverRig::handedOver(const BatchRules &rules, const QList<Candidate> &candidates) const
{
    BatchPlan plan = planned(rules, candidates);
    const auto parts = report::oosHandovers(plan, m_clock.now());
    if (!parts) {
        qWarning("%s", qPrintable(parts.error().message));
        return plan;
    }
    for (const report::OosHandover &part : *parts)
        plan.handedOver.append({part.account, part.region, QUuid::createUuid().toString(QUuid::WithoutBraces),
                                part.templateJson, part.parametersJson});
    return plan;
}

inline QStringList HandoverRig::historyStates()
{
    HistoryQuery query;
    query.batch = m_plan;
    const auto page = answered<HistoryPage>(
        [&](QObject *c, const Handler<HistoryPage> &done) { m_journal->history(query, c, done); });
    QStringList states;
    if (!page)
        return {page.error().message};
    for (const JournaledStep &step : page->steps)
        states.append(step.plan.instanceName + QLatin1Char(' ') + stateName(step.state()));
    states.sort();
    return states;
}

inline QStringList HandoverRig::memberStates() const
{
    const BatchView view = batch();
    QStringList states;
    for (int item = 0; item < view.plan.items.size(); ++item) {
        const auto attempt = newestAttempt(view, item);
        states.append(view.plan.items.at(item).plan.instanceName + QLatin1Char(' ')
                      + (attempt ? stateName(attempt->state) : QStringLiteral("-")));
    }
    return states;
}

} // namespace uplift::upgrade::test
