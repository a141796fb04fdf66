// SPDX-License-Identifier: GPL-3.0-or-later
// Whole batches over HTTP against the practice cloud.
#include "batchesrig.h"
#include "batchproof.h"

#include "upgrade/sleepwatch.h"

#include <QSignalSpy>
#include <QTimer>

using namespace uplift;
using namespace uplift::upgrade;
using namespace uplift::upgrade::test;
using namespace std::chrono_literals;
using practice::Fault;

namespace {

constexpr int patience = 60'000;
using Kind = practice::PlannedFault::Kind;

} // namespace

class BatchesTest : public BatchesRig {
    Q_OBJECT
private Q_SLOTS:
    void init() { setUpBatches(); }
    void cleanup() { tearDownBatches(); }

    void wavesFollowEachOtherToAFinishedBatch();
    void noMoreRunAtOnceThanAllowed();
    void backupKernelAndProxyFollowEachOther();
    void aMemberThatMeanwhileIsTheLatestIsLeftOut();
    void aMemberThatACheckForbidsIsLeftOutAndTold();
    void aFailureHoldsTheBatchAndTheUserGoesOn();
    void anUndecidedOutcomeHoldsTheBatchUntilDecided();
    void pausedNothingNewBegins();
    void stoppingEndsAfterTheCurrentOnes();
    void stoppedBeforeAnythingWasSentItEnds_data();
    void stoppedBeforeAnythingWasSentItEnds();
    void aThrottledStartIsTriedAgainAsAStepOfItsOwn();
    void anUnreachableServiceHoldsTheBatchUntilItIsBack_data();
    void anUnreachableServiceHoldsTheBatchUntilItIsBack();
    void aLockedKeychainHoldsTheBatch();
    void anInstanceIsInOneBatchAtATime();
    void twoStartsAtTheSameMomentAreOneBatch();
    void aPlanThatWasNotTakenOnDoesNotBeginByItself();
    void anOpenUpgradeOfTheSameInstanceLeavesItsMemberOut();
    void aPlanWithoutMembersIsRefused();
    void aJournalThatCannotBeWrittenBeginsNothing();
    void afterARestartItGoesOnWhereItWas();
    void afterARestartAHeldBatchIsStillHeld();
    void afterALongAbsenceItAsksFirst();
    void afterASleepDuringASoakItAsksFirst();
    void whatEndedDuringASleepBeginsNoOther();
    void heldForItsWindowItGoesByTheServicesClock();
    void anOutcomeThatCannotBeWrittenHoldsTheBatch();
    void nothingFollowsFromAnOutcomeThatIsNotOnDiskYet();
    void theTicketAndWhoConfirmedStandInEveryStep();
};

void BatchesTest::wavesFollowEachOtherToAFinishedBatch()
{
    QVERIFY(startBatch(planned(quickRules(), usualCandidates())).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(batchState(), BatchState::Finished, patience);
    const BatchView view = batch();
    QCOMPARE(view.plan.waves.size(), 3);
    // The order of waves holds: no member of a wave was requested before all of the one before had ended.
    QList<QDateTime> firstRequest(3);
    QList<QDateTime> lastEnd(3);
    const QList<StepView> steps = m_upgrades->steps();
    QCOMPARE(steps.size(), 4);
    for (const StepView &step : steps) {
        QCOMPARE(step.state, StepState::Verified);
        QCOMPARE(m_cloud->startsOf(step.plan.instance), 1);
        const int wave = step.plan.wave - 1;
        if (!firstRequest.at(wave).isValid() || step.sentAt < firstRequest.at(wave))
            firstRequest[wave] = step.sentAt;
        if (!lastEnd.at(wave).isValid() || step.since > lastEnd.at(wave))
            lastEnd[wave] = step.since;
    }
    QVERIFY(firstRequest.at(1) >= lastEnd.at(0));
    QVERIFY(firstRequest.at(2) >= lastEnd.at(1));
    QCOMPARE(steps.constLast().plan.instance.value, QStringLiteral("r-bp1n2xo5r7d1f9hbsw")); // the canary
    QVERIFY(!steps.constLast().plan.nodesBefore.isEmpty());
    QCOMPARE(m_batches->openCount(), 0);
}

void BatchesTest::noMoreRunAtOnceThanAllowed()
{
    BatchRules rules = quickRules();
    rules.canaryFirst = false;
    rules.waves = BatchRules::Waves::Number;
    rules.sizes = {};
    rules.atOnce = 2;
    int most = 0;
    connect(m_upgrades.get(), &Upgrades::stepChanged, this,
            [&] { most = std::max(most, m_upgrades->openCount()); });
    QVERIFY(startBatch(planned(rules, usualCandidates())).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(batchState(), BatchState::Finished, patience);
    QCOMPARE(most, 2);
}

void BatchesTest::backupKernelAndProxyFollowEachOther()
{
    BatchRules rules = quickRules();
    rules.parts = BatchParts::KernelThenProxy;
    rules.backUpFirst = true;
    Candidate one = candidateOf(ordersCache, Environment::Production, QStringLiteral("7.0.1.8"));
    one.kernel.shardedBackups = true; // a cloud-native cluster
    one.proxy = one.kernel;
    one.proxy->fromVersion = QStringLiteral("7.0.13");
    QVERIFY(startBatch(planned(rules, {one})).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(batchState(), BatchState::Finished, patience);
    QStringList kinds;
    const QList<StepView> steps = m_upgrades->steps();
    for (const StepView &step : steps) {
        QCOMPARE(step.state, StepState::Verified);
        kinds.prepend(kindName(step.plan.kind));
    }
    QCOMPARE(kinds,
             (QStringList{QStringLiteral("Backup"), QStringLiteral("Kernel"), QStringLiteral("Proxy")}));
    QCOMPARE(m_cloud->backupsOf(one.kernel.instance), 1);
    QCOMPARE(m_cloud->startsOf(one.kernel.instance), 1);
    QCOMPARE(m_cloud->proxyStartsOf(one.kernel.instance), 1);
}

void BatchesTest::aMemberThatMeanwhileIsTheLatestIsLeftOut()
{
    // dev-queue runs the latest version; the plan believed otherwise.
    QVERIFY(startBatch(planned(quickRules(),
                               {candidateOf(QStringLiteral("r-t4n6c8ei0g3v5yamkq"), Environment::Development,
                                            QStringLiteral("7.0.1.11"))}))
                .has_value());
    QTRY_COMPARE_WITH_TIMEOUT(batchState(), BatchState::Finished, patience);
    const auto attempt = newestAttempt(batch(), 0);
    QVERIFY(attempt && attempt->leftOut && attempt->latest);
    QVERIFY(attempt->why.contains(QLatin1String("latest version")));
    QCOMPARE(m_cloud->requestCount(modify), 0);
    QVERIFY(m_upgrades->steps().isEmpty());
}

void BatchesTest::aMemberThatACheckForbidsIsLeftOutAndTold()
{
    // pay-dedup is Changing, with an open order.
    QVERIFY(startBatch(planned(quickRules(),
                               {candidateOf(QStringLiteral("r-2ze4y0n8sd6q1hvmct"), Environment::Production,
                                            QStringLiteral("7.0.1.11"))}))
                .has_value());
    QTRY_COMPARE_WITH_TIMEOUT(batchState(), BatchState::Finished, patience);
    QCOMPARE(member(QStringLiteral("r-2ze4y0n8sd6q1hvmct")), MemberState::LeftOut);
    QVERIFY(newestAttempt(batch(), 0)->why.contains(QLatin1String("Changing")));
    QCOMPARE(m_cloud->requestCount(modify), 0);
    restartBatches(); // the ended batch is not open any more; its reason stands in the journal
    const auto read = answered<JournaledBatch>(
        [&](QObject *c, const Handler<JournaledBatch> &done) { m_journal->batch(m_plan, c, done); });
    QVERIFY(read.has_value());
    QVERIFY(newestAttempt(batchViewOf(*read, {}), 0)->why.contains(QLatin1String("Changing")));
}

void BatchesTest::aFailureHoldsTheBatchAndTheUserGoesOn()
{
    BatchRules rules = quickRules();
    rules.canaryFirst = false;
    rules.atOnce = 1;
    m_cloud->failUpgradesOf({QStringLiteral("r-bp1s3f6zq0r8y4tnbi")});
    QVERIFY(startBatch(planned(rules, usualCandidates())).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(batchState(), BatchState::Held, patience);
    QCOMPARE(batch().hold->reason, Hold::Reason::Failures);
    QVERIFY(batch().hold->sentence.contains(QLatin1String("orders-cache-stg")));
    QCOMPARE(m_cloud->requestCount(modify), 1);
    m_batches->goOn(m_plan);
    QTRY_COMPARE_WITH_TIMEOUT(batchState(), BatchState::Finished, patience);
    QCOMPARE(m_cloud->requestCount(modify), 4);
    QCOMPARE(member(QStringLiteral("r-bp1s3f6zq0r8y4tnbi")), MemberState::Failed);
    QCOMPARE(member(ordersCache), MemberState::Done);
}

void BatchesTest::anUndecidedOutcomeHoldsTheBatchUntilDecided()
{
    BatchRules rules = quickRules();
    m_cloud->setOn(Fault::LostRequest, true);
    QVERIFY(startBatch(planned(rules, usualCandidates())).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(batchState(), BatchState::Held, patience);
    QCOMPARE(batch().hold->reason, Hold::Reason::Undecided);
    m_cloud->setOn(Fault::LostRequest, false);
    const auto attempt = newestAttempt(batch(), 0);
    m_upgrades->decide(attempt->step, Decision::WasNotStarted, QStringLiteral("nothing in the console"));
    m_batches->goOn(m_plan);
    QTRY_COMPARE_WITH_TIMEOUT(batchState(), BatchState::Finished, patience);
    QCOMPARE(m_cloud->requestCount(modify), 4); // the undecided one was not sent again
    QCOMPARE(m_cloud->startsOf({QStringLiteral("r-bp1n2xo5r7d1f9hbsw")}), 0);
}

void BatchesTest::pausedNothingNewBegins()
{
    BatchRules rules = quickRules();
    rules.canaryFirst = false;
    rules.atOnce = 1;
    QVERIFY(startBatch(planned(rules, usualCandidates())).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(m_cloud->requestCount(modify), 1, patience);
    m_batches->pause(m_plan);
    QCOMPARE(batchState(), BatchState::Paused);
    QTRY_COMPARE_WITH_TIMEOUT(m_upgrades->openCount(), 0, patience); // the current one goes to its end
    QCOMPARE(m_cloud->requestCount(modify), 1);
    m_batches->goOn(m_plan);
    QTRY_COMPARE_WITH_TIMEOUT(batchState(), BatchState::Finished, patience);
    QCOMPARE(m_cloud->requestCount(modify), 4);
}

void BatchesTest::stoppingEndsAfterTheCurrentOnes()
{
    BatchRules rules = quickRules();
    rules.canaryFirst = false;
    rules.atOnce = 1;
    QVERIFY(startBatch(planned(rules, usualCandidates())).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(m_cloud->requestCount(modify), 1, patience);
    m_batches->stop(m_plan);
    QTRY_COMPARE_WITH_TIMEOUT(batchState(), BatchState::Stopped, patience);
    QCOMPARE(m_cloud->requestCount(modify), 1);
    QCOMPARE(m_upgrades->steps().constFirst().state, StepState::Verified);
    m_batches->goOn(m_plan); // an end stays one
    QCOMPARE(batchState(), BatchState::Stopped);
}

void BatchesTest::stoppedBeforeAnythingWasSentItEnds_data()
{
    QTest::addColumn<int>("sentBefore");
    QTest::newRow("while its first member is only being checked") << 0;
    QTest::newRow("while the next one waits for its moment to be sent") << 1;
}

void BatchesTest::stoppedBeforeAnythingWasSentItEnds()
{
    QFETCH(int, sentBefore);
    m_intervals.startGap = 5'000ms; // longer than the upgrade of the one before takes
    m_batches.reset();
    restart();
    openBatches();
    BatchRules rules = quickRules();
    rules.canaryFirst = false;
    rules.waves = BatchRules::Waves::Number;
    rules.sizes = {};
    rules.atOnce = 2;
    connect(m_batches.get(), &Batches::batchChanged, this, [&](const PlanId &id) {
        const BatchView view = m_batches->batch(id).value();
        int checking = 0;
        for (int item = 0; item < view.plan.items.size(); ++item) {
            const auto attempt = newestAttempt(view, item);
            checking += attempt && attempt->checking ? 1 : 0;
        }
        if (checking > 0 && m_upgrades->steps().size() == sentBefore)
            m_batches->stop(id);
    });
    QVERIFY(startBatch(planned(rules, usualCandidates())).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(batchState(), BatchState::Stopped, patience);
    QCOMPARE(m_cloud->requestCount(modify), sentBefore);
    QCOMPARE(m_upgrades->openCount(), 0);
}

void BatchesTest::aThrottledStartIsTriedAgainAsAStepOfItsOwn()
{
    tearDownBatches();
    m_faultFor = [](const QString &action, int nth) -> std::optional<practice::PlannedFault> {
        if (action != modify || nth > 1)
            return std::nullopt;
        practice::PlannedFault fault;
        fault.kind = practice::PlannedFault::Kind::Throttled;
        return fault;
    };
    setUpBatches();
    m_faultFor = {};
    QVERIFY(startBatch(planned(quickRules(), {usualCandidates().constFirst()})).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(batchState(), BatchState::Finished, patience);
    QCOMPARE(member(ordersCache), MemberState::Done);
    QCOMPARE(m_cloud->requestCount(modify), 2);
    QCOMPARE(m_cloud->startsOf({ordersCache}), 1);
    const QList<StepView> steps = m_upgrades->steps();
    QCOMPARE(steps.size(), 2);
    QCOMPARE(steps.at(1).state, StepState::Rejected);
    QCOMPARE(steps.at(0).plan.id, stepIdOf(m_plan, {0, 0}, 2));
    QCOMPARE(steps.at(0).state, StepState::Verified);
}

// An offline spell says nothing of the members: they must not be left out one after the other.
void BatchesTest::anUnreachableServiceHoldsTheBatchUntilItIsBack_data()
{
    QTest::addColumn<Kind>("fault");
    QTest::newRow("no answer comes back") << Kind::LostRequest;
    QTest::newRow("the service fails") << Kind::ErrorBefore;
    QTest::newRow("it is throttled") << Kind::Throttled;
    QTest::newRow("a portal answers instead") << Kind::Garbled;
}

void BatchesTest::anUnreachableServiceHoldsTheBatchUntilItIsBack()
{
    QFETCH(Kind, fault);
    tearDownBatches();
    auto down = std::make_shared<std::atomic<bool>>(true);
    m_faultFor = [down, fault](const QString &action, int) -> std::optional<practice::PlannedFault> {
        if (!*down || action != QLatin1String("DescribeInstanceAttribute"))
            return std::nullopt;
        practice::PlannedFault planned;
        planned.kind = fault;
        return planned;
    };
    setUpBatches();
    m_faultFor = {};
    BatchRules rules = quickRules();
    rules.canaryFirst = false;
    QVERIFY(startBatch(planned(rules, usualCandidates())).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(batchState(), BatchState::Held, patience);
    QCOMPARE(batch().hold->reason, Hold::Reason::Refused);
    QVERIFY2(batch().hold->sentence.contains(QLatin1String("nothing was sent")),
             qPrintable(batch().hold->sentence));
    QVERIFY(m_upgrades->steps().isEmpty());
    const QList<Candidate> candidates = usualCandidates();
    for (const Candidate &candidate : candidates)
        QVERIFY(member(candidate.kernel.instance.value) != MemberState::LeftOut);
    // The one that was asked about at the same time hears that it holds.
    QTRY_VERIFY_WITH_TIMEOUT(!newestAttempt(batch(), 0) && !newestAttempt(batch(), 1), patience);
    *down = false;
    m_batches->goOn(m_plan);
    QTRY_COMPARE_WITH_TIMEOUT(batchState(), BatchState::Finished, patience);
    for (const Candidate &candidate : candidates)
        QCOMPARE(member(candidate.kernel.instance.value), MemberState::Done);
}

void BatchesTest::aLockedKeychainHoldsTheBatch()
{
    m_keyError = Error::of(Error::Kind::Keychain, QStringLiteral("The keychain is locked."));
    QVERIFY(startBatch(planned(quickRules(), {usualCandidates().constFirst()})).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(batchState(), BatchState::Held, patience);
    QCOMPARE(batch().hold->reason, Hold::Reason::Refused);
    QCOMPARE(batch().hold->sentence, QStringLiteral("The keychain is locked."));
    m_keyError.reset();
    m_batches->goOn(m_plan);
    QTRY_COMPARE_WITH_TIMEOUT(batchState(), BatchState::Finished, patience);
    QCOMPARE(member(ordersCache), MemberState::Done);
}

void BatchesTest::anInstanceIsInOneBatchAtATime()
{
    QVERIFY(startBatch(planned(quickRules(), usualCandidates())).has_value());
    const PlanId first = m_plan;
    const auto second = startBatch(planned(quickRules(), {usualCandidates().constFirst()}));
    QCOMPARE(second.error().kind, Error::Kind::Conflict);
    QVERIFY(second.error().message.contains(QLatin1String("orders-cache")));
    m_plan = first;
    QTRY_COMPARE_WITH_TIMEOUT(batchState(), BatchState::Finished, patience);
    QCOMPARE(m_cloud->startsOf({ordersCache}), 1);
}

void BatchesTest::twoStartsAtTheSameMomentAreOneBatch()
{
    const BatchPlan first = planned(quickRules(), {usualCandidates().constFirst()});
    const BatchPlan second = planned(quickRules(), {usualCandidates().constFirst()});
    QList<Result<PlanId>> answers;
    for (const BatchPlan &plan : {first, second})
        m_batches->start(plan, this, [&answers](const Result<PlanId> &taken) { answers.append(taken); });
    QTRY_COMPARE(answers.size(), 2);
    QCOMPARE(answers.constFirst().error().kind, Error::Kind::Conflict); // said at once, of the second
    QCOMPARE(*answers.constLast(), first.id);
    m_plan = first.id;
    QTRY_COMPARE_WITH_TIMEOUT(batchState(), BatchState::Finished, patience);
    QCOMPARE(m_batches->batches().size(), 1);
    QVERIFY(startBatch(second).has_value()); // and is free again afterwards
}

// As after a sync that failed: the user heard that nothing was begun, and after a crash the row is there.
void BatchesTest::aPlanThatWasNotTakenOnDoesNotBeginByItself()
{
    const BatchPlan plan = planned(quickRules(), {usualCandidates().constFirst()});
    const BatchRow row{plan.id, BatchState::Running, m_clock.now(), {{QStringLiteral("plan"), toJson(plan)}}};
    const auto written =
        answered<qint64>([&](QObject *c, const Handler<qint64> &done) { m_journal->append(row, c, done); });
    QVERIFY(written.has_value());
    restartBatches();
    m_plan = plan.id;
    QCOMPARE(batchState(), BatchState::Held);
    QCOMPARE(batch().hold->reason, Hold::Reason::MissedStart);
    QVERIFY(batch().hold->sentence.contains(QLatin1String("nothing of it was begun")));
    QCOMPARE(m_cloud->requestCount(QStringLiteral("DescribeInstanceAttribute")), 0);
    m_batches->goOn(m_plan);
    QTRY_COMPARE_WITH_TIMEOUT(batchState(), BatchState::Finished, patience);
    QCOMPARE(member(ordersCache), MemberState::Done);
}

void BatchesTest::anOpenUpgradeOfTheSameInstanceLeavesItsMemberOut()
{
    m_cloud->setOn(Fault::LostRequest, true); // stays undecided, that is open
    QVERIFY(start(plan()).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(m_upgrades->step(m_step)->state, StepState::Undecided, patience);
    m_cloud->setOn(Fault::LostRequest, false);
    QVERIFY(startBatch(planned(quickRules(), {usualCandidates().constFirst()})).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(batchState(), BatchState::Finished, patience);
    QCOMPARE(member(ordersCache), MemberState::LeftOut);
    QVERIFY(newestAttempt(batch(), 0)->why.contains(QLatin1String("still open")));
    QCOMPARE(m_cloud->requestCount(modify), 1);
}

void BatchesTest::aPlanWithoutMembersIsRefused()
{
    Candidate latest = usualCandidates().constFirst();
    latest.kernelOutdated = false;
    const auto refused = startBatch(planned(quickRules(), {latest}));
    QCOMPARE(refused.error().kind, Error::Kind::Input);
    QVERIFY(m_batches->batches().isEmpty());
}

void BatchesTest::aJournalThatCannotBeWrittenBeginsNothing()
{
    m_options.failAfter = std::make_shared<std::atomic<int>>(1'000'000);
    m_batches.reset();
    restart();
    openBatches();
    m_options.failAfter->store(1);
    const auto refused = startBatch(planned(quickRules(), usualCandidates()));
    QCOMPARE(refused.error().kind, Error::Kind::Storage);
    QVERIFY(m_batches->batches().isEmpty());
    QCOMPARE(m_cloud->requestCount(modify), 0);
}

void BatchesTest::afterARestartItGoesOnWhereItWas()
{
    BatchRules rules = quickRules();
    rules.canaryFirst = false;
    rules.atOnce = 1;
    QVERIFY(startBatch(planned(rules, usualCandidates())).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(m_cloud->requestCount(modify), 2, patience);
    restartBatches();
    QCOMPARE(batch().plan.items.size(), 4);
    QTRY_COMPARE_WITH_TIMEOUT(batchState(), BatchState::Finished, patience);
    const QList<Candidate> candidates = usualCandidates();
    for (const Candidate &candidate : candidates) {
        QCOMPARE(m_cloud->startsOf(candidate.kernel.instance), 1);
        QCOMPARE(member(candidate.kernel.instance.value), MemberState::Done);
    }
    QCOMPARE(m_cloud->requestCount(modify), 4);
}

void BatchesTest::afterARestartAHeldBatchIsStillHeld()
{
    BatchRules rules = quickRules();
    rules.canaryFirst = false;
    rules.atOnce = 1;
    m_cloud->failUpgradesOf({QStringLiteral("r-bp1s3f6zq0r8y4tnbi")});
    QVERIFY(startBatch(planned(rules, usualCandidates())).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(batchState(), BatchState::Held, patience);
    QTRY_VERIFY([&] {
        const auto read = answered<JournaledBatch>(
            [&](QObject *c, const Handler<JournaledBatch> &done) { m_journal->batch(m_plan, c, done); });
        return read && read->state() == BatchState::Held;
    }());
    const QString sentence = batch().hold->sentence;
    restartBatches();
    QCOMPARE(batchState(), BatchState::Held);
    QCOMPARE(batch().hold->sentence, sentence);
    QCOMPARE(m_cloud->requestCount(modify), 1);
    m_batches->goOn(m_plan);
    QTRY_COMPARE_WITH_TIMEOUT(batchState(), BatchState::Finished, patience);
}

void BatchesTest::afterALongAbsenceItAsksFirst()
{
    BatchRules rules = quickRules();
    rules.afterCanary = 30min;
    QVERIFY(startBatch(planned(rules, usualCandidates())).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(member(QStringLiteral("r-bp1n2xo5r7d1f9hbsw")), MemberState::Done, patience);
    QTRY_COMPARE(journaled().constFirst().state(), StepState::Verified);
    m_clock.shift = 5h;
    restartBatches();
    QTRY_COMPARE_WITH_TIMEOUT(batchState(), BatchState::Held, patience);
    QCOMPARE(batch().hold->reason, Hold::Reason::MissedStart);
    QCOMPARE(m_cloud->requestCount(modify), 1);
    m_batches->goOn(m_plan);
    QTRY_COMPARE_WITH_TIMEOUT(batchState(), BatchState::Finished, patience);
}

// The machine sleeps while no step is open: the next wave was due in the night and does not begin by itself
// in the morning.
void BatchesTest::afterASleepDuringASoakItAsksFirst()
{
    auto *sleep = m_batches->findChild<SleepWatch *>();
    QVERIFY(!sleep->isActive());
    BatchRules rules = quickRules();
    rules.afterCanary = 30min;
    QVERIFY(startBatch(planned(rules, usualCandidates())).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(member(QStringLiteral("r-bp1n2xo5r7d1f9hbsw")), MemberState::Done, patience);
    QCOMPARE(m_upgrades->openCount(), 0);
    QVERIFY(sleep->isActive());
    m_clock.shift = 5h;
    Q_EMIT sleep->wokeUp();
    QCOMPARE(batchState(), BatchState::Held);
    QCOMPARE(batch().hold->reason, Hold::Reason::MissedStart);
    QCOMPARE(m_cloud->requestCount(modify), 1);
    m_batches->goOn(m_plan);
    QTRY_COMPARE_WITH_TIMEOUT(batchState(), BatchState::Finished, patience);
    QVERIFY(!sleep->isActive());
}

void BatchesTest::whatEndedDuringASleepBeginsNoOther()
{
    m_intervals.fast = 3'600'000ms; // nothing is asked by itself
    m_batches.reset();
    restart();
    openBatches();
    BatchRules rules = quickRules();
    rules.canaryFirst = false;
    rules.atOnce = 1;
    QVERIFY(startBatch(planned(rules, usualCandidates())).has_value());
    const StepId first = stepIdOf(m_plan, {0, 0}, 1);
    const auto asked = [&] {
        const auto step = m_upgrades->step(first);
        return step && step->askedAt.isValid() && !isEnd(step->state);
    };
    QTRY_VERIFY_WITH_TIMEOUT(asked(), patience);
    m_clock.shift = 5h;
    Q_EMIT m_batches->findChild<SleepWatch *>()->wokeUp();
    QCOMPARE(batchState(), BatchState::Running); // nothing is due as far as it is known
    Q_EMIT m_upgrades->findChild<SleepWatch *>()->wokeUp(); // what is open is asked about at once
    QTRY_COMPARE_WITH_TIMEOUT(batchState(), BatchState::Held, patience);
    QCOMPARE(batch().hold->reason, Hold::Reason::MissedStart);
    QCOMPARE(m_upgrades->step(first)->state, StepState::Verified);
    QCOMPARE(m_cloud->requestCount(modify), 1);
}

void BatchesTest::heldForItsWindowItGoesByTheServicesClock()
{
    // Here it is 19:00 UTC, within the window from 18:00 to 22:00; there it is 23:00.
    const QDateTime within(m_clock.now().date().addDays(1), QTime(19, 0), Qt::UTC);
    m_clock.shift = std::chrono::milliseconds(m_clock.now().msecsTo(within));
    m_serviceAhead = 4h;
    BatchRules rules = quickRules();
    rules.moment = BatchMoment::InsideWindow;
    QVERIFY(startBatch(planned(rules, {usualCandidates().constFirst()})).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(batchState(), BatchState::Held, patience);
    QCOMPARE(batch().hold->reason, Hold::Reason::Refused);
    QVERIFY(batch().hold->sentence.contains(QLatin1String("orders-cache")));
    QCOMPARE(m_cloud->requestCount(modify), 0);
    m_serviceAhead = 0ms; // somebody sets the clock
    (void)answered<cloud::Answered<Instance>>(
        [&](QObject *c, const Handler<cloud::Answered<Instance>> &done) {
            m_client->describeInstance(plan().region, plan().instance, c, done);
        });
    m_batches->goOn(m_plan);
    QTRY_COMPARE_WITH_TIMEOUT(batchState(), BatchState::Finished, patience);
    QCOMPARE(member(ordersCache), MemberState::Done);
}

// Pitfalls J5: what is on the screen alone would be lost by the next crash, so nothing new begins before it
// is on disk.
void BatchesTest::anOutcomeThatCannotBeWrittenHoldsTheBatch()
{
    m_options.failAfter = std::make_shared<std::atomic<int>>(1'000'000);
    m_intervals.fast = 1'000ms; // until it is tried again
    m_batches.reset();
    restart();
    openBatches();
    BatchRules rules = quickRules();
    rules.canaryFirst = false;
    rules.atOnce = 1;
    // The disk is full from the acceptance until the end was not written: the next start would find room.
    bool full = false;
    bool over = false;
    QTimer filling;
    connect(&filling, &QTimer::timeout, this, [&] {
        if (full)
            m_options.failAfter->store(1);
    });
    connect(m_upgrades.get(), &Upgrades::stepChanged, this, [&](const StepId &id) {
        const StepView step = *m_upgrades->step(id);
        if (over)
            return;
        over = isEnd(step.state) && step.error && step.error->kind == Error::Kind::Storage;
        full = !over;
        m_options.failAfter->store(over ? 1'000'000 : 1);
    });
    QVERIFY(startBatch(planned(rules, usualCandidates())).has_value());
    filling.start(0);
    QTRY_COMPARE_WITH_TIMEOUT(batchState(), BatchState::Held, patience);
    QTRY_VERIFY_WITH_TIMEOUT(over, patience);
    filling.stop();
    QCOMPARE(batch().hold->reason, Hold::Reason::Refused);
    QVERIFY(batch().hold->sentence.contains(QLatin1String("could not be written")));
    QTRY_COMPARE_WITH_TIMEOUT(journaled().constFirst().state(), StepState::Verified, patience); // tried again
    QCOMPARE(m_cloud->requestCount(modify), 1);
    m_batches->goOn(m_plan);
    QTRY_COMPARE_WITH_TIMEOUT(batchState(), BatchState::Finished, patience);
    QCOMPARE(m_cloud->requestCount(modify), 4);
}

// As above, on a disk that is only slow: another connection holds the write lock from the acceptance until
// the end is on the screen.
void BatchesTest::nothingFollowsFromAnOutcomeThatIsNotOnDiskYet()
{
    RawDatabase other(m_options.path);
    bool locked = false;
    bool ended = false;
    connect(m_upgrades.get(), &Upgrades::stepChanged, this, [&](const StepId &id) {
        const StepView step = *m_upgrades->step(id);
        if (!locked && step.state == StepState::Accepted)
            locked = other.value(QStringLiteral("BEGIN IMMEDIATE")).toBool();
        if (locked && !ended && isEnd(step.state)) {
            ended = true;
            QTimer::singleShot(0, this, [&other] { other.value(QStringLiteral("ROLLBACK")); });
        }
    });
    QVERIFY(startBatch(planned(quickRules(), {usualCandidates().constFirst()})).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(batchState(), BatchState::Finished, patience);
    QVERIFY(locked && ended);
    QTRY_COMPARE_WITH_TIMEOUT(JournalCopy(m_options.path).openBatches(), 0, patience);
    QCOMPARE(brokenPromises(batch().plan, JournalCopy(m_options.path).rowsOf(m_plan)), QStringList());
}

void BatchesTest::theTicketAndWhoConfirmedStandInEveryStep()
{
    BatchPlan plan = planned(quickRules(), {usualCandidates().constFirst()});
    plan.ticket = QStringLiteral("CHG-4711");
    plan.note = QStringLiteral("agreed with the shop");
    plan.by = QStringLiteral("anna@bastion");
    const QString confirmed = QStringLiteral("The last backup is three days old.");
    plan.items.first().plan.checks = {confirmed};
    QVERIFY(startBatch(plan).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(batchState(), BatchState::Finished, patience);
    const StepPlan written = journaled().constFirst().plan;
    QCOMPARE(written.ticket, QStringLiteral("CHG-4711"));
    QCOMPARE(written.note, QStringLiteral("agreed with the shop"));
    QCOMPARE(written.by, QStringLiteral("anna@bastion"));
    QCOMPARE(written.batch, m_plan);
    QCOMPARE(written.checks.value(0), confirmed); // beside what was found right before the request
    for (const QString &check : written.checks)
        QVERIFY2(!check.contains(QLatin1String("not read")), qPrintable(check));
}

QTEST_GUILESS_MAIN(BatchesTest)
#include "tst_batches.moc"
