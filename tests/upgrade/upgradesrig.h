// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "journalrig.h"
#include "upgraderig.h"

#include "practice/practicecloud.h"

namespace uplift::upgrade::test {

/// A practice cloud, a client, a journal and the upgrades on it, made anew for each test function.
class UpgradesRig : public QObject {
protected:
    void setUp();
    void tearDown();
    void open();
    void restart();
    void resume();
    [[nodiscard]] StepPlan plan(const QString &instance = ordersCache, Moment moment = Moment::Now) const;
    Result<StepId> start(const StepPlan &plan);
    [[nodiscard]] StepView view() const { return m_upgrades->step(m_step).value_or(StepView{}); }
    [[nodiscard]] QStringList states() const;
    [[nodiscard]] QList<JournaledStep> journaled() { return stepsOf(*m_journal); }

    inline static const QString modify = QStringLiteral("ModifyInstanceMinorVersion");
    inline static const QString ordersCache = QStringLiteral("r-bp1zxszhcgatnx4b2c");
    inline static const QString loyaltyPoints =
        QStringLiteral("r-bp1w5jg3u9a2m7kfxe"); ///< its window comes soon

    std::unique_ptr<QTemporaryDir> m_folder;
    MovableClock m_clock;
    /// The service's clock minus m_clock: more than 15 minutes make it refuse until the client has noticed.
    std::chrono::milliseconds m_serviceAhead{0};
    std::chrono::minutes m_windowIn{2}; ///< of the instance whose window comes soon, from the next cloud on
    JournalOptions m_options;
    Intervals m_intervals;
    /// What goes wrong with the next cloud's calls, see PracticeOptions::faultFor.
    std::function<std::optional<practice::PlannedFault>(const QString &, int)> m_faultFor;
    std::unique_ptr<practice::PracticeCloud> m_cloud;
    std::shared_ptr<cloud::Network> m_network;
    std::shared_ptr<cloud::Client> m_client;
    std::optional<Error> m_keyError;
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<Upgrades> m_upgrades;
    StepId m_step;
};

} // namespace uplift::upgrade::test
