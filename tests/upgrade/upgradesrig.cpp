// SPDX-License-Identifier: GPL-3.0-or-later
#include "upgradesrig.h"

using namespace std::chrono_literals;

namespace uplift::upgrade::test {

void UpgradesRig::setUp()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_keyError.reset();
    m_step = {};
    practice::PracticeOptions options;
    options.upgradeTime = 900ms;
    options.windowIn = m_windowIn;
    options.now = [this] { return m_clock.now().addMSecs(m_serviceAhead.count()); };
    options.faultFor = m_faultFor;
    m_cloud = std::make_unique<practice::PracticeCloud>(options);
    QVERIFY2(m_cloud->start(), qPrintable(m_cloud->error()));
    m_network = quickNetwork();
    m_client = clientFor(m_cloud->origin(), m_cloud->accessKeyId().toLatin1(),
                         m_cloud->accessKeySecret().toLatin1(), m_network, m_clock);
    m_options = {};
    m_options.chainCheckAfter = 1h; // asked for where a test wants it
    m_options.path = m_folder->filePath(QStringLiteral("journal.sqlite"));
    m_intervals = quickIntervals();
    open();
    QCOMPARE(m_journal->access(), JournalState::Access::Writable);
}

void UpgradesRig::tearDown()
{
    m_upgrades.reset();
    m_journal.reset();
    m_client.reset();
    m_network.reset();
    m_cloud.reset();
    m_clock.shift = 0ms;
    m_serviceAhead = 0ms;
    m_windowIn = 2min;
}

void UpgradesRig::open()
{
    m_journal = std::make_unique<Journal>(m_options);
    openJournal(*m_journal);
    m_upgrades = std::make_unique<Upgrades>(
        *m_journal,
        [this](const AccountId &, QObject *, const Handler<std::shared_ptr<cloud::Client>> &done) {
            if (m_keyError)
                return done(failure(*m_keyError));
            done(m_client);
        },
        m_clock, m_intervals);
}

void UpgradesRig::restart()
{
    m_upgrades.reset();
    m_journal.reset();
    open();
}

void UpgradesRig::resume()
{
    const auto done =
        answered<void>([&](QObject *c, const Handler<void> &ready) { m_upgrades->resume(c, ready); });
    QVERIFY(done.has_value());
}

StepPlan UpgradesRig::plan(const QString &instance, Moment moment) const
{
    StepPlan plan = planFor(instance);
    plan.moment = moment;
    plan.fromVersion =
        instance == ordersCache ? QStringLiteral("redis-7.0_7.0.1.8") : QStringLiteral("6.0.2.7");
    plan.toVersion.clear();
    return plan;
}

Result<StepId> UpgradesRig::start(const StepPlan &plan)
{
    auto taken =
        answered<StepId>([&](QObject *c, const Handler<StepId> &done) { m_upgrades->start(plan, c, done); });
    if (taken)
        m_step = *taken;
    return taken;
}

QStringList UpgradesRig::states() const
{
    QStringList names;
    const QList<Transition> transitions = view().transitions;
    for (const Transition &transition : transitions)
        names.append(stateName(transition.state));
    return names;
}

} // namespace uplift::upgrade::test
