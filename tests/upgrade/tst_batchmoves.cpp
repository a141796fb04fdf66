// SPDX-License-Identifier: GPL-3.0-or-later
// What a batch does next, decided from the plan, from what became of it so far, and from the time alone.
#include "batchexamples.h"

#include <QTest>

using namespace uplift;
using namespace uplift::upgrade;
using namespace uplift::upgrade::test;
using namespace std::chrono_literals;

namespace {

BatchPlan planOf(int members, int atOnce = 2, BatchMoment moment = BatchMoment::Now)
{
    BatchRules rules;
    rules.canaryFirst = false;
    rules.atOnce = atOnce;
    rules.moment = moment;
    QList<Candidate> candidates;
    for (int i = 0; i < members; ++i)
        candidates.append(candidate(QStringLiteral("i%1").arg(i)));
    return planBatch(rules, candidates, planId, noon);
}

/// A canary, then a wave of two.
BatchPlan planWithCanary()
{
    BatchRules rules;
    rules.moment = BatchMoment::Now;
    rules.afterCanary = 120min;
    return planBatch(rules,
                     {candidate(QStringLiteral("canary"), Environment::Development),
                      candidate(QStringLiteral("a")), candidate(QStringLiteral("b"))},
                     planId, noon);
}

void put(BatchProgress &progress, int item, StepState state, const QDateTime &since = noon, int part = 0)
{
    QList<QList<Attempt>> &parts = progress.attempts[item];
    while (parts.size() <= part)
        parts.append(QList<Attempt>());
    Attempt attempt;
    attempt.step = stepIdOf(planId, {item, part}, static_cast<int>(parts.at(part).size()) + 1);
    attempt.state = state;
    attempt.since = since;
    parts[part].append(attempt);
}

QStringList begun(const BatchPlan &plan, const Moves &moves)
{
    QStringList names;
    for (const PartRef &part : moves.begin)
        names.append(plan.items.at(part.item).plan.instanceName + QLatin1Char('/')
                     + kindName(plan.items.at(part.item).parts.at(part.part)));
    return names;
}

} // namespace

class BatchMovesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void membersBeginInOrderAndNoMoreAtOnceThanAllowed();
    void aMemberThatIsCheckedCountsAsOpen();
    void aWaveBeginsWhenTheOneBeforeHasEndedAndTheWaitIsOver();
    void aWaveMayHaveAnEarliestStart();
    void aCanaryThatIsNotVerifiedHoldsTheBatch_data();
    void aCanaryThatIsNotVerifiedHoldsTheBatch();
    void aForgivenCanaryLetsTheBatchGoOn();
    void aFailureHoldsTheBatchAtItsLimit_data();
    void aFailureHoldsTheBatchAtItsLimit();
    void aCancelledUpgradeIsSomebodysWishAndHoldsNothing();
    void anUndecidedOutcomeHoldsTheBatchUnlessTheRuleIsOff();
    void anUndecidedMemberBlocksTheEndButNotTheNextWaveWhenTheRuleIsOff();
    void aSwitchOutsideTheWindowHoldsTheBatch();
    void whatHeldItBeforeIsForgivenOnce();
    void thePartsOfAMemberFollowEachOther();
    void aFailedBackupEndsItsMember();
    void aMemberThatIsTheLatestAlreadyGoesOnToItsProxy();
    void leftOutAfterAPartOfItIsAFailure();
    void aThrottledStartIsTriedAgainAfterAWhileAndNotForEver();
    void whoWaitsForItsWindowHoldsItsPlace();
    void aClockSetBackDoesNotStopWhatIsDue();
    void heldForTheWindowOthersMayPass();
    void aWindowThatEndsSoonIsNotBegunIn();
    void pausedHeldAndStoppingBeginNothing_data();
    void pausedHeldAndStoppingBeginNothing();
    void stoppingEndsWhenNothingRuns();
    void aBatchWhoseMembersHaveAllEndedIsFinished();
    void anEndedBatchDoesNothing();
    void upliftWasClosedWhenSomethingWasDue_data();
    void upliftWasClosedWhenSomethingWasDue();
    void heldForItsWindowItIsDueFromWhenThatOpened();
    void theSameInputGivesTheSameMoves();
    void statesOfABatchFollowEachOtherAsWritten();
    void theDryRunShowsOrderGatesAndTimes();
    void theDryRunOfWindowsShowsWhenTheServiceBegins();
};

void BatchMovesTest::membersBeginInOrderAndNoMoreAtOnceThanAllowed()
{
    const BatchPlan plan = planOf(5);
    BatchProgress progress;
    QCOMPARE(begun(plan, nextMoves(plan, progress, noon)),
             (QStringList{QStringLiteral("i0/Kernel"), QStringLiteral("i1/Kernel")}));
    put(progress, 0, StepState::Running);
    QCOMPARE(begun(plan, nextMoves(plan, progress, noon)), QStringList{QStringLiteral("i1/Kernel")});
    put(progress, 1, StepState::Waiting);
    QVERIFY(nextMoves(plan, progress, noon).begin.isEmpty());
    progress.attempts[0][0][0].state = StepState::Verified;
    QCOMPARE(begun(plan, nextMoves(plan, progress, noon)), QStringList{QStringLiteral("i2/Kernel")});
}

void BatchMovesTest::aMemberThatIsCheckedCountsAsOpen()
{
    const BatchPlan plan = planOf(3, 1);
    BatchProgress progress;
    put(progress, 0, StepState::Planned);
    progress.attempts[0][0][0].checking = true;
    QVERIFY(nextMoves(plan, progress, noon).begin.isEmpty());
    QCOMPARE(memberState(plan, progress, 0), MemberState::Open);
}

void BatchMovesTest::aWaveBeginsWhenTheOneBeforeHasEndedAndTheWaitIsOver()
{
    const BatchPlan plan = planWithCanary();
    BatchProgress progress;
    QCOMPARE(begun(plan, nextMoves(plan, progress, noon)), QStringList{QStringLiteral("canary/Kernel")});
    put(progress, 0, StepState::Running);
    QVERIFY(nextMoves(plan, progress, noon).begin.isEmpty());
    progress.attempts[0][0][0].state = StepState::Verified;
    progress.attempts[0][0][0].since = noon.addSecs(600);
    const QDateTime due = noon.addSecs(600 + 7200);
    const Moves soaking = nextMoves(plan, progress, due.addSecs(-1));
    QVERIFY(soaking.begin.isEmpty());
    QCOMPARE(soaking.wakeAt, std::optional(due));
    QCOMPARE(soaking.wave, 1);
    QCOMPARE(begun(plan, nextMoves(plan, progress, due)),
             (QStringList{QStringLiteral("a/Kernel"), QStringLiteral("b/Kernel")}));
}

void BatchMovesTest::aWaveMayHaveAnEarliestStart()
{
    BatchPlan plan = planOf(1);
    plan.waves[0].notBefore = noon.addSecs(3600);
    QCOMPARE(nextMoves(plan, {}, noon).wakeAt, std::optional(noon.addSecs(3600)));
    QVERIFY(nextMoves(plan, {}, noon).begin.isEmpty());
    QCOMPARE(nextMoves(plan, {}, noon.addSecs(3600)).begin.size(), 1);
}

void BatchMovesTest::aCanaryThatIsNotVerifiedHoldsTheBatch_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<bool>("leftOut");
    QTest::newRow("cancelled at the service") << static_cast<int>(StepState::Cancelled) << false;
    QTest::newRow("left out by a check") << static_cast<int>(StepState::NotStarted) << true;
}

void BatchMovesTest::aCanaryThatIsNotVerifiedHoldsTheBatch()
{
    QFETCH(int, state);
    QFETCH(bool, leftOut);
    const BatchPlan plan = planWithCanary();
    BatchProgress progress;
    put(progress, 0, static_cast<StepState>(state));
    progress.attempts[0][0][0].leftOut = leftOut;
    const Moves moves = nextMoves(plan, progress, noon.addDays(1));
    QVERIFY(moves.begin.isEmpty());
    QVERIFY(moves.hold.has_value());
    QCOMPARE(moves.hold->reason, Hold::Reason::CanaryNotVerified);
    QVERIFY(moves.hold->sentence.contains(QLatin1String("canary")));
}

void BatchMovesTest::aForgivenCanaryLetsTheBatchGoOn()
{
    const BatchPlan plan = planWithCanary();
    BatchProgress progress;
    put(progress, 0, StepState::Failed);
    progress.attempts[0][0][0].forgiven = true;
    QCOMPARE(nextMoves(plan, progress, noon.addDays(1)).begin.size(), 2);
}

void BatchMovesTest::aFailureHoldsTheBatchAtItsLimit_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<int>("limit");
    QTest::addColumn<int>("failures");
    QTest::addColumn<bool>("holds");
    const auto row = [](const char *name, StepState state, int limit, int failures, bool holds) {
        QTest::newRow(name) << static_cast<int>(state) << limit << failures << holds;
    };
    row("failed, any", StepState::Failed, 1, 1, true);
    row("rejected, any", StepState::Rejected, 1, 1, true);
    row("ended unchanged, any", StepState::Unchanged, 1, 1, true);
    row("released, any", StepState::Gone, 1, 1, true);
    row("not started, any", StepState::NotStarted, 1, 1, true);
    row("one of two allowed", StepState::Failed, 2, 1, false);
    row("two of two", StepState::Failed, 2, 2, true);
    row("never for failures", StepState::Failed, 0, 4, false);
    row("verified ones", StepState::Verified, 1, 4, false);
}

void BatchMovesTest::aFailureHoldsTheBatchAtItsLimit()
{
    QFETCH(int, state);
    QFETCH(int, limit);
    QFETCH(int, failures);
    QFETCH(bool, holds);
    BatchPlan plan = planOf(6);
    plan.stop.failures = limit;
    BatchProgress progress;
    for (int i = 0; i < failures; ++i)
        put(progress, i, static_cast<StepState>(state));
    const Moves moves = nextMoves(plan, progress, noon);
    QCOMPARE(moves.hold.has_value(), holds);
    QCOMPARE(moves.begin.isEmpty(), holds);
    if (holds) {
        QCOMPARE(moves.hold->reason, Hold::Reason::Failures);
        QVERIFY(moves.hold->sentence.contains(QStringLiteral("i%1").arg(failures - 1)));
    }
}

void BatchMovesTest::aCancelledUpgradeIsSomebodysWishAndHoldsNothing()
{
    const BatchPlan plan = planOf(3);
    BatchProgress progress;
    put(progress, 0, StepState::Cancelled);
    const Moves moves = nextMoves(plan, progress, noon);
    QVERIFY(!moves.hold);
    QCOMPARE(moves.begin.size(), 2);
}

void BatchMovesTest::anUndecidedOutcomeHoldsTheBatchUnlessTheRuleIsOff()
{
    BatchPlan plan = planOf(4);
    BatchProgress progress;
    put(progress, 0, StepState::Undecided);
    const Moves moves = nextMoves(plan, progress, noon);
    QCOMPARE(moves.hold->reason, Hold::Reason::Undecided);
    QVERIFY(moves.hold->sentence.contains(QLatin1String("i0")));
    plan.stop.undecided = false;
    QVERIFY(!nextMoves(plan, progress, noon).hold);
    QCOMPARE(nextMoves(plan, progress, noon).begin.size(), 2);
}

void BatchMovesTest::anUndecidedMemberBlocksTheEndButNotTheNextWaveWhenTheRuleIsOff()
{
    BatchPlan plan = planWithCanary();
    plan.waves[0].canary = false;
    plan.stop.undecided = false;
    BatchProgress progress;
    put(progress, 0, StepState::Undecided);
    QCOMPARE(nextMoves(plan, progress, noon.addDays(1)).begin.size(), 2);
    put(progress, 1, StepState::Verified);
    put(progress, 2, StepState::Verified);
    const Moves moves = nextMoves(plan, progress, noon.addDays(1));
    QVERIFY(!moves.finished);
    QVERIFY(moves.begin.isEmpty());
}

void BatchMovesTest::aSwitchOutsideTheWindowHoldsTheBatch()
{
    BatchPlan plan = planOf(3);
    BatchProgress progress;
    put(progress, 0, StepState::Verified);
    progress.attempts[0][0][0].switchedOutsideWindow = true;
    QCOMPARE(nextMoves(plan, progress, noon).hold->reason, Hold::Reason::OutsideWindow);
    plan.stop.outsideWindow = false;
    QVERIFY(!nextMoves(plan, progress, noon).hold);
}

void BatchMovesTest::whatHeldItBeforeIsForgivenOnce()
{
    const BatchPlan plan = planOf(4);
    BatchProgress progress;
    put(progress, 0, StepState::Failed);
    progress.attempts[0][0][0].forgiven = true;
    QVERIFY(!nextMoves(plan, progress, noon).hold);
    put(progress, 1, StepState::Failed);
    QCOMPARE(nextMoves(plan, progress, noon).hold->reason, Hold::Reason::Failures);
}

void BatchMovesTest::thePartsOfAMemberFollowEachOther()
{
    BatchRules rules;
    rules.canaryFirst = false;
    rules.atOnce = 1;
    rules.moment = BatchMoment::Now;
    rules.parts = BatchParts::ProxyThenKernel;
    rules.backUpFirst = true;
    Candidate one = candidate(QStringLiteral("one"));
    one.proxy = proxyOf(one);
    const BatchPlan plan = planBatch(rules, {one, candidate(QStringLiteral("two"))}, planId, noon);
    BatchProgress progress;
    QCOMPARE(begun(plan, nextMoves(plan, progress, noon)), QStringList{QStringLiteral("one/Backup")});
    put(progress, 0, StepState::Running);
    QVERIFY(nextMoves(plan, progress, noon).begin.isEmpty());
    progress.attempts[0][0][0].state = StepState::Verified;
    QCOMPARE(memberState(plan, progress, 0), MemberState::Between);
    // The half-done member goes on before another one begins.
    QCOMPARE(begun(plan, nextMoves(plan, progress, noon)), QStringList{QStringLiteral("one/Proxy")});
    put(progress, 0, StepState::Verified, noon, 1);
    QCOMPARE(begun(plan, nextMoves(plan, progress, noon)), QStringList{QStringLiteral("one/Kernel")});
    put(progress, 0, StepState::Verified, noon, 2);
    QCOMPARE(memberState(plan, progress, 0), MemberState::Done);
    QCOMPARE(begun(plan, nextMoves(plan, progress, noon)), QStringList{QStringLiteral("two/Backup")});
}

void BatchMovesTest::aFailedBackupEndsItsMember()
{
    BatchRules rules;
    rules.backUpFirst = true;
    rules.canaryFirst = false;
    rules.moment = BatchMoment::Now;
    rules.stop.failures = 0;
    const BatchPlan plan = planBatch(rules, {candidate(QStringLiteral("one"))}, planId, noon);
    BatchProgress progress;
    put(progress, 0, StepState::Failed);
    QCOMPARE(memberState(plan, progress, 0), MemberState::Failed);
    QVERIFY(nextMoves(plan, progress, noon).finished);
}

void BatchMovesTest::aMemberThatIsTheLatestAlreadyGoesOnToItsProxy()
{
    BatchRules rules;
    rules.parts = BatchParts::KernelThenProxy;
    rules.canaryFirst = false;
    rules.moment = BatchMoment::Now;
    Candidate one = candidate(QStringLiteral("one"));
    one.proxy = proxyOf(one);
    const BatchPlan plan = planBatch(rules, {one}, planId, noon);
    BatchProgress progress;
    put(progress, 0, StepState::NotStarted);
    progress.attempts[0][0][0].leftOut = true;
    QCOMPARE(memberState(plan, progress, 0), MemberState::LeftOut);
    progress.attempts[0][0][0].latest = true;
    QCOMPARE(begun(plan, nextMoves(plan, progress, noon)), QStringList{QStringLiteral("one/Proxy")});
}

void BatchMovesTest::leftOutAfterAPartOfItIsAFailure()
{
    BatchRules rules;
    rules.parts = BatchParts::KernelThenProxy;
    rules.canaryFirst = false;
    rules.moment = BatchMoment::Now;
    rules.atOnce = 1;
    Candidate one = candidate(QStringLiteral("one"));
    one.proxy = proxyOf(one);
    const BatchPlan plan = planBatch(rules, {one, candidate(QStringLiteral("two"))}, planId, noon);
    BatchProgress progress;
    put(progress, 0, StepState::NotStarted);
    progress.attempts[0][0][0].leftOut = true;
    QCOMPARE(begun(plan, nextMoves(plan, progress, noon)), QStringList{QStringLiteral("two/Kernel")});
    progress.attempts[0][0][0].leftOut = false;
    progress.attempts[0][0][0].state = StepState::Verified;
    put(progress, 0, StepState::NotStarted, noon, 1);
    progress.attempts[0][1][0].leftOut = true;
    const Moves moves = nextMoves(plan, progress, noon);
    QVERIFY(moves.begin.isEmpty());
    QCOMPARE(moves.hold->reason, Hold::Reason::Failures);
    QVERIFY(moves.hold->sentence.contains(QLatin1String("one")));
    progress.attempts[0][1][0].latest = true; // nothing is left to do
    QCOMPARE(begun(plan, nextMoves(plan, progress, noon)), QStringList{QStringLiteral("two/Kernel")});
}

void BatchMovesTest::aThrottledStartIsTriedAgainAfterAWhileAndNotForEver()
{
    const BatchPlan plan = planOf(1);
    BatchProgress progress;
    put(progress, 0, StepState::Rejected);
    progress.attempts[0][0][0].mayTryAgain = true;
    const Moves waiting = nextMoves(plan, progress, noon);
    QVERIFY(!waiting.hold);
    QVERIFY(waiting.begin.isEmpty());
    QCOMPARE(waiting.wakeAt, std::optional(noon.addSecs(10)));
    QCOMPARE(nextMoves(plan, progress, noon.addSecs(10)).begin.size(), 1);
    put(progress, 0, StepState::Rejected);
    progress.attempts[0][0][1].mayTryAgain = true;
    QCOMPARE(nextMoves(plan, progress, noon).wakeAt, std::optional(noon.addSecs(20)));
    put(progress, 0, StepState::Rejected);
    progress.attempts[0][0][2].mayTryAgain = true;
    QCOMPARE(nextMoves(plan, progress, noon.addDays(1)).hold, std::nullopt); // every member has ended
    QVERIFY(nextMoves(plan, progress, noon).finished);
}

void BatchMovesTest::whoWaitsForItsWindowHoldsItsPlace()
{
    const BatchPlan plan = planOf(3, 2, BatchMoment::NextWindow);
    BatchProgress progress;
    put(progress, 0, StepState::Waiting);
    put(progress, 1, StepState::Waiting);
    QVERIFY(nextMoves(plan, progress, noon).begin.isEmpty());
    progress.attempts[0][0][0].state = StepState::Verified;
    QCOMPARE(begun(plan, nextMoves(plan, progress, noon)), QStringList{QStringLiteral("i2/Kernel")});
}

void BatchMovesTest::aClockSetBackDoesNotStopWhatIsDue()
{
    const QDateTime ahead = noon.addSecs(3600);
    BatchPlan plan = planWithCanary();
    plan.waves[1].wait = 0min;
    BatchProgress progress;
    put(progress, 0, StepState::Verified, ahead);
    QCOMPARE(nextMoves(plan, progress, noon).begin.size(), 2); // the next wave does not wait for an hour
    BatchProgress throttled;
    put(throttled, 0, StepState::Rejected, ahead);
    throttled.attempts[0][0][0].mayTryAgain = true;
    QCOMPARE(nextMoves(plan, throttled, noon).begin.size(), 1);
}

void BatchMovesTest::heldForTheWindowOthersMayPass()
{
    BatchPlan plan = planOf(3, 2, BatchMoment::InsideWindow);
    plan.items[1].window = MaintenanceWindow::parse(QStringLiteral("11:00Z"), QStringLiteral("14:00Z"));
    const Moves moves = nextMoves(plan, {}, noon);
    QCOMPARE(begun(plan, moves), QStringList{QStringLiteral("i1/Kernel")});
    QCOMPARE(moves.wakeAt, std::optional(noon.addSecs(6 * 3600))); // 18:00, when the others open
    QCOMPARE(nextMoves(plan, {}, noon.addSecs(6 * 3600)).begin.size(), 2);
}

void BatchMovesTest::aWindowThatEndsSoonIsNotBegunIn()
{
    const BatchPlan plan = planOf(1, 1, BatchMoment::InsideWindow);
    const QDateTime late(QDate(2026, 11, 20), QTime(21, 31), Qt::UTC);
    const Moves moves = nextMoves(plan, {}, late);
    QVERIFY(moves.begin.isEmpty());
    QCOMPARE(moves.wakeAt, std::optional(QDateTime(QDate(2026, 11, 21), QTime(18, 0), Qt::UTC)));
    QCOMPARE(nextMoves(plan, {}, late.addSecs(-60)).begin.size(), 1);
}

void BatchMovesTest::pausedHeldAndStoppingBeginNothing_data()
{
    QTest::addColumn<int>("state");
    QTest::newRow("paused") << static_cast<int>(BatchState::Paused);
    QTest::newRow("held") << static_cast<int>(BatchState::Held);
    QTest::newRow("stopping") << static_cast<int>(BatchState::Stopping);
}

void BatchMovesTest::pausedHeldAndStoppingBeginNothing()
{
    QFETCH(int, state);
    BatchProgress progress;
    progress.state = static_cast<BatchState>(state);
    const Moves moves = nextMoves(planOf(2), progress, noon);
    QVERIFY(moves.begin.isEmpty());
    QVERIFY(!moves.hold);
    QVERIFY(!moves.finished);
}

void BatchMovesTest::stoppingEndsWhenNothingRuns()
{
    const BatchPlan plan = planOf(3);
    BatchProgress progress;
    progress.state = BatchState::Stopping;
    put(progress, 0, StepState::Running);
    QVERIFY(!nextMoves(plan, progress, noon).stopped);
    progress.attempts[0][0][0].state = StepState::Verified;
    QVERIFY(nextMoves(plan, progress, noon).stopped);
}

void BatchMovesTest::aBatchWhoseMembersHaveAllEndedIsFinished()
{
    const BatchPlan plan = planOf(2);
    BatchProgress progress;
    put(progress, 0, StepState::Verified);
    QVERIFY(!nextMoves(plan, progress, noon).finished);
    put(progress, 1, StepState::NotStarted);
    progress.attempts[1][0][0].leftOut = true;
    QVERIFY(nextMoves(plan, progress, noon).finished);
}

void BatchMovesTest::anEndedBatchDoesNothing()
{
    for (const BatchState state : {BatchState::Stopped, BatchState::Finished}) {
        BatchProgress progress;
        progress.state = state;
        const Moves moves = nextMoves(planOf(2), progress, noon);
        QVERIFY(moves.begin.isEmpty() && !moves.finished && !moves.stopped && !moves.hold && !moves.wakeAt);
    }
}

void BatchMovesTest::upliftWasClosedWhenSomethingWasDue_data()
{
    QTest::addColumn<int>("minutesAway"); // from the last sign of life to now
    QTest::addColumn<bool>("holds");
    QTest::newRow("closed for a moment") << 1 << false;
    QTest::newRow("closed for an hour") << 60 << false;
    QTest::newRow("closed for longer") << 61 << true;
    QTest::newRow("over night") << 600 << true;
}

void BatchMovesTest::upliftWasClosedWhenSomethingWasDue()
{
    QFETCH(int, minutesAway);
    QFETCH(bool, holds);
    const BatchPlan plan = planWithCanary();
    BatchProgress progress;
    put(progress, 0, StepState::Verified);
    progress.lastAlive = noon;
    const QDateTime due = noon.addSecs(7200); // the canary's soak time
    QVERIFY(!nextMoves(plan, progress, due.addSecs(-60)).hold); // not due yet: away or not
    const Moves moves = nextMoves(plan, progress, due.addSecs(60LL * minutesAway));
    QCOMPARE(moves.hold.has_value(), holds);
    QCOMPARE(moves.begin.isEmpty(), holds);
    if (holds)
        QCOMPARE(moves.hold->reason, Hold::Reason::MissedStart);
    progress.lastAlive = {};
    QVERIFY(!nextMoves(plan, progress, due.addSecs(60LL * minutesAway)).hold);
}

void BatchMovesTest::heldForItsWindowItIsDueFromWhenThatOpened()
{
    const BatchPlan plan = planOf(1, 1, BatchMoment::InsideWindow);
    const QDateTime open = plan.items.constFirst().window->next(noon, 1).constFirst().start;
    BatchProgress progress;
    progress.lastAlive = open.addSecs(-8 * 3600);
    QCOMPARE(nextMoves(plan, progress, open.addSecs(20LL * 60)).begin.size(), 1); // just back in time
    const Moves late = nextMoves(plan, progress, open.addSecs(61LL * 60));
    QVERIFY(late.begin.isEmpty());
    QCOMPARE(late.hold->reason, Hold::Reason::MissedStart);
}

void BatchMovesTest::theSameInputGivesTheSameMoves()
{
    const BatchPlan plan = planOf(40, 7);
    BatchProgress progress;
    for (int i = 0; i < 20; ++i)
        put(progress, i, i % 3 == 0 ? StepState::Running : StepState::Verified, noon.addSecs(i));
    const Moves first = nextMoves(plan, progress, noon.addSecs(100));
    for (int i = 0; i < 10; ++i)
        QCOMPARE(nextMoves(plan, progress, noon.addSecs(100)).begin, first.begin);
}

void BatchMovesTest::statesOfABatchFollowEachOtherAsWritten()
{
    using enum BatchState;
    const QList<BatchState> all{Running, Paused, Held, Stopping, Stopped, Finished};
    for (const BatchState from : all) {
        QCOMPARE(batchStateFromName(batchStateName(from)), std::optional(from));
        QVERIFY(!batchStateText(from).isEmpty());
        for (const BatchState to : all) {
            const bool may = isEnd(from) ? false
                : from == to             ? true
                : from == Running        ? to != Stopped
                : from == Stopping       ? to == Stopped || to == Finished
                                         : to == Running || to == Stopping || to == Finished;
            QCOMPARE(mayFollow(from, to), may);
        }
    }
    QVERIFY(!batchStateFromName(QStringLiteral("Sideways")));
}

void BatchMovesTest::theDryRunShowsOrderGatesAndTimes()
{
    BatchPlan plan = planWithCanary();
    BatchItem latest = plan.items.constFirst();
    latest.wave = -1;
    latest.leftOut = QStringLiteral("already on the latest version");
    latest.plan.instanceName = QStringLiteral("old-faithful");
    plan.items.append(latest);
    const QList<DryRunRow> rows = dryRun(plan, noon, 30min);
    QList<DryRunRow::Kind> kinds;
    for (const DryRunRow &row : rows)
        kinds.append(row.kind);
    using enum DryRunRow::Kind;
    QCOMPARE(kinds, (QList<DryRunRow::Kind>{WaveHead, Member, Gate, WaveHead, Member, Member, LeftOut}));
    QCOMPARE(rows.at(0).start, noon);
    QVERIFY(!rows.at(0).estimated);
    QCOMPARE(rows.at(0).text, QStringLiteral("1 instance"));
    QCOMPARE(rows.at(2).text, QStringLiteral("Only if the canary is Verified: then wait 2 h."));
    QCOMPARE(rows.at(3).text, QStringLiteral("2 instances, 2 at once"));
    QCOMPARE(rows.at(3).start, noon.addSecs(30 * 60 + 2 * 3600));
    QCOMPARE(rows.at(3).earliest, rows.at(3).start);
    QVERIFY(rows.at(3).estimated);
    QCOMPARE(rows.at(6).text,
             QStringLiteral("Left out: old-faithful. Reason: already on the latest version."));
    plan.waves[1].wait = std::chrono::minutes(0);
    QCOMPARE(dryRun(plan, noon).at(2).text,
             QStringLiteral("Only if the canary is Verified: then it goes on at once."));
    plan.moment = BatchMoment::InsideWindow;
    QVERIFY(dryRun(plan, noon)
                .at(2)
                .text.endsWith(QLatin1String("then it waits for the window of each instance.")));
}

void BatchMovesTest::theDryRunOfWindowsShowsWhenTheServiceBegins()
{
    const QDateTime evening(QDate(2026, 11, 20), QTime(18, 0), Qt::UTC);
    const QList<DryRunRow> rows = dryRun(planOf(3, 2, BatchMoment::NextWindow), noon);
    QCOMPARE(rows.at(1).start, evening);
    QCOMPARE(rows.at(2).start, evening);
    QCOMPARE(rows.at(3).start, evening.addDays(1)); // no more at once than allowed: it takes another window
    QVERIFY(rows.at(3).estimated);
    QVERIFY(!rows.at(1).orAtOnce);
    const QList<DryRunRow> open = dryRun(planOf(3, 2, BatchMoment::NextWindow), evening);
    QCOMPARE(open.at(1).start, evening.addDays(1));
    QVERIFY(open.at(0).orAtOnce && open.at(1).orAtOnce && open.at(2).orAtOnce);
    QVERIFY(!open.at(3).orAtOnce); // its turn comes later
    // The next group comes a window earlier when the service takes the first in the one that is open.
    QCOMPARE(open.at(1).earliest, evening);
    QCOMPARE(open.at(3).start, evening.addDays(2));
    QCOMPARE(open.at(3).earliest, evening.addDays(1));
    const QList<DryRunRow> held = dryRun(planOf(2, 1, BatchMoment::InsideWindow), evening, 30min);
    QCOMPARE(held.at(1).start, evening);
    QCOMPARE(held.at(2).start, evening.addSecs(1800));
    QCOMPARE(held.at(2).after, 1);
}

QTEST_GUILESS_MAIN(BatchMovesTest)
#include "tst_batchmoves.moc"
