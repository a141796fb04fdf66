// SPDX-License-Identifier: GPL-3.0-or-later
// An upgrade and its journal: refused starts, rows that cannot be written, restarts.
#include "upgradesrig.h"

#include <QSignalSpy>

using namespace uplift;
using namespace uplift::upgrade;
using namespace uplift::upgrade::test;
using namespace std::chrono_literals;
using practice::Fault;

class UpgradeJournalTest : public UpgradesRig {
    Q_OBJECT
private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void aSecondStartIsRefusedWhileOneIsOpen();
    void withoutAJournalNothingStarts();
    void withoutItsKeyNothingStartsAndNothingIsJournaled();
    void anOutcomeThatCannotBeWrittenStaysOnTheScreen();
    void aFullJournalAtTheRequestSendsNothing();
    void aRequestLeftByACrashIsAskedAboutNotSent();
    void aRunningUpgradeIsWatchedOnAfterARestart();
    void whatEndedTodayIsShownAfterARestart();
};

void UpgradeJournalTest::aSecondStartIsRefusedWhileOneIsOpen()
{
    const StepPlan first = plan();
    int refusals = 0;
    std::optional<Result<StepId>> taken;
    m_upgrades->start(first, this, [&taken](Result<StepId> result) { taken.emplace(std::move(result)); });
    // Pressed twice before the journal answered.
    m_upgrades->start(plan(), this, [&refusals](const Result<StepId> &result) {
        refusals += !result && result.error().kind == Error::Kind::Conflict ? 1 : 0;
    });
    QTRY_VERIFY(taken.has_value() && taken->has_value());
    m_step = **taken;
    const auto second = answered<StepId>(
        [&](QObject *c, const Handler<StepId> &done) { m_upgrades->start(plan(), c, done); });
    QVERIFY(!second);
    QCOMPARE(second.error().kind, Error::Kind::Conflict);
    QCOMPARE(refusals, 1);
    QTRY_COMPARE_WITH_TIMEOUT(view().state, StepState::Verified, 20'000);
    QCOMPARE(m_cloud->requestCount(modify), 1);
    QCOMPARE(journaled().size(), 1);
}

void UpgradeJournalTest::withoutAJournalNothingStarts()
{
    Journal second(m_options); // the first one holds the lock
    QCOMPARE(openJournal(second).access, JournalState::Access::ViewOnly);
    Upgrades upgrades(
        second,
        [this](const AccountId &, QObject *, const Handler<std::shared_ptr<cloud::Client>> &done) {
            done(m_client);
        },
        m_clock, m_intervals);
    const auto refused =
        answered<StepId>([&](QObject *c, const Handler<StepId> &done) { upgrades.start(plan(), c, done); });
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, Error::Kind::Storage);
    QCOMPARE(m_cloud->requestCount(modify), 0);
}

void UpgradeJournalTest::withoutItsKeyNothingStartsAndNothingIsJournaled()
{
    m_keyError = Error::of(Error::Kind::Keychain, QStringLiteral("The keychain is locked."));
    const auto refused = start(plan());
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, Error::Kind::Keychain);
    QVERIFY(journaled().isEmpty());
    m_keyError.reset();
    QVERIFY(start(plan()).has_value()); // the refusal left nothing behind
    QTRY_COMPARE_WITH_TIMEOUT(view().state, StepState::Verified, 20'000);
}

void UpgradeJournalTest::anOutcomeThatCannotBeWrittenStaysOnTheScreen()
{
    m_options.failAfter = std::make_shared<std::atomic<int>>(0);
    m_intervals.fast = 300ms;
    restart();
    // From the moment the request is on disk, the very next statement fails: the Accepted row's.
    connect(m_upgrades.get(), &Upgrades::stepAdded, this, [this] { m_options.failAfter->store(1); });
    bool said = false;
    connect(m_upgrades.get(), &Upgrades::stepChanged, this, [this, &said](const StepId &id) {
        const auto now = m_upgrades->step(id);
        if (!now->error || now->error->kind != Error::Kind::Storage)
            return;
        said = true;
        QVERIFY(now->state == StepState::Accepted || now->state == StepState::Running);
        QVERIFY(now->error->message.contains(QLatin1String("could not be written")));
        QVERIFY(!now->requestId.isEmpty());
    });
    QVERIFY(start(plan()).has_value());
    QTRY_VERIFY_WITH_TIMEOUT(said, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(view().state, StepState::Verified, 20'000);
    QTRY_VERIFY(!view().error);
    QCOMPARE(m_cloud->requestCount(modify), 1);
    // Writing was tried again: no state is missing.
    QTRY_COMPARE(journaled().constFirst().transitions.size(), view().transitions.size());
}

void UpgradeJournalTest::aFullJournalAtTheRequestSendsNothing()
{
    m_options.failAfter = std::make_shared<std::atomic<int>>(0);
    restart();
    for (int n = 1; n <= 8; ++n) {
        m_options.failAfter->store(n);
        const auto refused = start(plan());
        m_options.failAfter->store(0);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Storage);
    }
    QVERIFY(journaled().isEmpty());
    QCOMPARE(m_cloud->requestCount(modify), 0);
}

void UpgradeJournalTest::aRequestLeftByACrashIsAskedAboutNotSent()
{
    const StepPlan left = plan();
    QVERIFY(append(*m_journal, requested(left)).has_value());
    restart();
    resume();
    m_step = left.id;
    QCOMPARE(view().state, StepState::Unanswered);
    QTRY_COMPARE_WITH_TIMEOUT(view().state, StepState::Undecided, 20'000);
    QCOMPARE(m_cloud->requestCount(modify), 0);
    const auto refused = answered<StepId>(
        [&](QObject *c, const Handler<StepId> &done) { m_upgrades->start(plan(), c, done); });
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, Error::Kind::Conflict);
}

void UpgradeJournalTest::aRunningUpgradeIsWatchedOnAfterARestart()
{
    QVERIFY(start(plan()).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(view().state, StepState::Running, 20'000);
    restart();
    resume();
    QVERIFY(m_upgrades->openStepFor(plan().instance).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(view().state, StepState::Verified, 20'000);
    QCOMPARE(m_cloud->requestCount(modify), 1);
    QVERIFY(!view().requestId.isEmpty());
}

void UpgradeJournalTest::whatEndedTodayIsShownAfterARestart()
{
    m_cloud->setOn(Fault::PermissionDenied, true);
    QVERIFY(start(plan()).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(view().state, StepState::Rejected, 20'000);
    QTRY_COMPARE(journaled().constFirst().state(), StepState::Rejected);
    restart();
    resume();
    QCOMPARE(m_upgrades->steps().size(), 1);
    restart();
    m_clock.shift = 48h;
    resume();
    QVERIFY(m_upgrades->steps().isEmpty());
}

QTEST_GUILESS_MAIN(UpgradeJournalTest)
#include "tst_upgradejournal.moc"
