// SPDX-License-Identifier: GPL-3.0-or-later
// A batch handed over to the service's orchestration comes to the same end as the batch run here.
#include "batchesrig.h"
#include "report/oostemplate.h"
#include "upgrade/handoverrun.h"

using namespace uplift;
using namespace uplift::upgrade;
using namespace uplift::upgrade::test;
using namespace std::chrono_literals;
using practice::PlannedFault;

namespace {

constexpr int patience = 60'000;
const QString startExecution = QStringLiteral("StartExecution");

} // namespace

class HandoverTest : public BatchesRig {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_faultFor = {};
        setUpBatches();
    }
    void cleanup() { tearDownBatches(); }

    void itEndsAsTheBatchRunHere();
    void theFirstErrorEndsItAsTheStopRuleSays();
    void aLostReplyStartsNothingTwice();
    void aRefusedStartLeavesItsMembersNotStarted();
    void cancelledNothingNewBegins();
    void afterARestartItIsFollowedOn();
    void aSuccessOfATaskIsNotYetAnUpgrade();
    void anExecutionThatIsNotListedIsAskedForOn();

    void cancelledBeforeItWasSentNothingIsSent();
    void cancelledWhileTheKeychainAsksNothingIsSent();
    void aLockedKeychainHoldsItAndUsesUpNoStart();
    void aStartNobodyKnowsOfIsUndecidedNotNotStarted();
    void aRefusalAfterALostReplyIsNoEnd();
    void anUnknownStartThatIsListedIsFollowed();
    void anUnknownStartThatIsListedIsCancelled();
    void cancelledAnUndecidedStartIsForTheUserToSay();
    void afterARestartAnUnknownStartIsLookedForNotSentAgain();
    void aLockedKeychainDoesNotLoseTheCancellation();
    void anExecutionIsKnownByItsParametersAndMoment();

    void cancelledWhatHasBegunIsFollowedToItsEnd();
    void cancelledWhatWaitsForItsWindowIsFollowedToItsEnd();
    void aWindowIsWaitedForToItsEnd();
    void kernelAndProxyOfAMemberBothCount();
    void oneMemberFailsAsInTheBatchRunHere();

private:
    /// Every start goes wrong in this way, for all calls or the first ones.
    void failStarts(PlannedFault::Kind kind, int first = 1'000);
    [[nodiscard]] int starts() const { return m_cloud->requestCount(startExecution); }
    /// Hands over the one whose window comes soon, and waits until the service has it scheduled.
    void scheduleForItsWindow();
    [[nodiscard]] HandedOver there() const { return batch().handedOver.value(0); }
    [[nodiscard]] BatchPlan handedOver(const BatchRules &rules, const QList<Candidate> &candidates) const;
    [[nodiscard]] QStringList memberStates() const;
};

BatchPlan HandoverTest::handedOver(const BatchRules &rules, const QList<Candidate> &candidates) const
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

QStringList HandoverTest::memberStates() const
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

void HandoverTest::itEndsAsTheBatchRunHere()
{
    BatchRules rules = quickRules();
    QVERIFY(startBatch(handedOver(rules, usualCandidates())).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(batchState(), BatchState::Finished, patience);
    const QStringList there = memberStates();
    for (const Candidate &candidate : usualCandidates())
        QCOMPARE(m_cloud->startsOf(candidate.kernel.instance), 1);
    QCOMPARE(m_cloud->requestCount(startExecution), 1);
    QVERIFY(!batch().handedOver.constFirst().executionId.isEmpty());

    tearDownBatches(); // a new cloud, whose instances are as outdated as before
    setUpBatches();
    QVERIFY(startBatch(planned(rules, usualCandidates())).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(batchState(), BatchState::Finished, patience);
    QCOMPARE(memberStates(), there);
    QCOMPARE(there.size(), 4);
    for (const QString &state : there)
        QVERIFY2(state.endsWith(QLatin1String(" Verified")), qPrintable(state));
}

void HandoverTest::theFirstErrorEndsItAsTheStopRuleSays()
{
    BatchRules rules = quickRules();
    m_cloud->failUpgradesOf({QStringLiteral("r-bp1n2xo5r7d1f9hbsw")}); // the canary
    QVERIFY(startBatch(handedOver(rules, usualCandidates())).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(batchState(), BatchState::Finished, patience);
    QCOMPARE(member(QStringLiteral("r-bp1n2xo5r7d1f9hbsw")), MemberState::Failed);
    QCOMPARE(m_cloud->startsOf({ordersCache}), 0);
    QCOMPARE(newestAttempt(batch(), 3)->state, StepState::NotStarted);
    QVERIFY(!batch().handedOver.constFirst().statusText.isEmpty());
}

void HandoverTest::aLostReplyStartsNothingTwice()
{
    tearDownBatches();
    m_faultFor = [](const QString &action, int nth) -> std::optional<PlannedFault> {
        if (action != startExecution || nth > 2)
            return std::nullopt;
        return PlannedFault{nth == 1 ? PlannedFault::Kind::LostReply : PlannedFault::Kind::ErrorAfter, 0ms};
    };
    setUpBatches();
    QVERIFY(startBatch(handedOver(quickRules(), {usualCandidates().constFirst()})).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(batchState(), BatchState::Finished, patience);
    QCOMPARE(m_cloud->requestCount(startExecution), 3);
    QCOMPARE(m_cloud->startsOf({ordersCache}), 1);
    QCOMPARE(memberStates(), QStringList{QStringLiteral("orders-cache Verified")});
}

void HandoverTest::failStarts(PlannedFault::Kind kind, int first)
{
    tearDownBatches();
    m_faultFor = [kind, first](const QString &action, int nth) -> std::optional<PlannedFault> {
        if (action != startExecution || nth > first)
            return std::nullopt;
        return PlannedFault{kind, 0ms};
    };
    setUpBatches();
}

void HandoverTest::aRefusedStartLeavesItsMembersNotStarted()
{
    BatchPlan plan = handedOver(quickRules(), {usualCandidates().constFirst()});
    plan.handedOver[0].templateContent = QStringLiteral("{\"FormatVersion\":\"OOS-2019-06-01\"}");
    QVERIFY(startBatch(plan).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(batchState(), BatchState::Finished, patience);
    QVERIFY(batch().handedOver.constFirst().error.has_value());
    QCOMPARE(m_cloud->requestCount(modify), 0);
    QCOMPARE(newestAttempt(batch(), 0)->state, StepState::NotStarted);
}

void HandoverTest::cancelledNothingNewBegins()
{
    BatchRules rules = quickRules();
    rules.canaryFirst = false;
    rules.atOnce = 1;
    QVERIFY(startBatch(handedOver(rules, usualCandidates())).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(m_cloud->startsOf({QStringLiteral("r-bp1s3f6zq0r8y4tnbi")}), 1, patience);
    m_batches->stop(m_plan);
    QTRY_COMPARE_WITH_TIMEOUT(batchState(), BatchState::Stopped, patience);
    QCOMPARE(m_cloud->requestCount(QStringLiteral("CancelExecution")), 1);
    QVERIFY(m_cloud->startsOf({ordersCache}) == 0);
    QCOMPARE(newestAttempt(batch(), 3)->state, StepState::NotStarted);
}

void HandoverTest::afterARestartItIsFollowedOn()
{
    QVERIFY(startBatch(handedOver(quickRules(), usualCandidates())).has_value());
    QTRY_VERIFY_WITH_TIMEOUT(!batch().handedOver.constFirst().executionId.isEmpty(), patience);
    const QString execution = batch().handedOver.constFirst().executionId;
    QTRY_VERIFY([&] { // its row is on disk
        const auto read = answered<JournaledBatch>(
            [&](QObject *c, const Handler<JournaledBatch> &done) { m_journal->batch(m_plan, c, done); });
        return read && read->rows.size() >= 2;
    }());
    restartBatches();
    QCOMPARE(batch().handedOver.constFirst().executionId, execution);
    QTRY_COMPARE_WITH_TIMEOUT(batchState(), BatchState::Finished, patience);
    QCOMPARE(m_cloud->requestCount(startExecution), 1);
    QCOMPARE(member(ordersCache), MemberState::Done);
}

void HandoverTest::aSuccessOfATaskIsNotYetAnUpgrade()
{
    const QDateTime sent = QDateTime::fromString(QStringLiteral("2026-11-28T10:00:00Z"), Qt::ISODate);
    Baseline baseline;
    baseline.instance = {ordersCache};
    baseline.version = MinorVersion::parse(QStringLiteral("7.0.1.8"));
    baseline.sentAt = sent;
    baseline.moment = Moment::Now;
    using Begun = PartSight::Begun;
    const auto after = [&](const char *version, InstanceStatus status, const PartSight &part, int polls) {
        Tracking tracking = trackingFrom(part);
        for (int i = 0; i < polls; ++i) {
            Observation seen;
            seen.at = sent.addSecs(60 + i);
            seen.status = status;
            seen.version = MinorVersion::parse(QLatin1String(version));
            tracking = track(baseline, tracking, seen);
        }
        return tracking;
    };
    const PartSight done{Begun::Yes, true, sent};
    const PartSight begun{Begun::Yes, false, sent};
    const PartSight perhaps{Begun::Perhaps, false, sent};
    const MemberSight well{StepState::Running, {}};
    const MemberSight failed{StepState::Failed, {}};
    const MemberSight cancelled{StepState::Cancelled, {}};
    const auto normal = InstanceStatus::Normal;
    const auto upgrading = InstanceStatus::MinorVersionUpgrading;
    const std::optional<StepState> goesOn;
    const auto is = [](StepState state) { return std::optional(state); };

    QCOMPARE(endOf(well, done, after("7.0.1.8", normal, done, 2), false), is(StepState::Unchanged));
    QCOMPARE(endOf(failed, done, after("7.0.1.8", normal, done, 2), false), is(StepState::Failed));
    // A new version is Verified with the status Normal alone.
    QCOMPARE(endOf(well, done, after("7.0.1.14", normal, done, 1), false), is(StepState::Verified));
    QCOMPARE(endOf(well, done, after("7.0.1.14", upgrading, done, 3), false), goesOn);
    QCOMPARE(endOf(failed, begun, after("7.0.1.14", normal, begun, 1), false), is(StepState::Verified));
    // Still at work: neither a failed task nor a cancelled execution ends it.
    QCOMPARE(endOf(failed, begun, after("7.0.1.8", upgrading, begun, 3), true), goesOn);
    QCOMPARE(endOf(cancelled, begun, after("7.0.1.8", upgrading, begun, 3), true), goesOn);
    QCOMPARE(endOf(cancelled, perhaps, after("7.0.1.8", upgrading, perhaps, 3), true), goesOn);
    // Nothing is seen of a call that failed: first patience, then its own word.
    QCOMPARE(endOf(failed, perhaps, after("7.0.1.8", normal, perhaps, 2), false), goesOn);
    QCOMPARE(endOf(failed, perhaps, after("7.0.1.8", normal, perhaps, 2), true), is(StepState::Failed));
    QCOMPARE(endOf(cancelled, perhaps, after("7.0.1.8", normal, perhaps, 2), true), is(StepState::Cancelled));
    QCOMPARE(endOf(cancelled, begun, after("7.0.1.8", normal, begun, 2), true), goesOn); // it was accepted
    QCOMPARE(endOf({}, {}, after("7.0.1.8", normal, {}, 1), false), is(StepState::NotStarted));
    QCOMPARE(endOf({}, {}, after("7.0.1.8", upgrading, {}, 1), false), is(StepState::NotStarted));
}

void HandoverTest::anExecutionThatIsNotListedIsAskedForOn()
{
    QVERIFY(startBatch(handedOver(quickRules(), {usualCandidates().constFirst()})).has_value());
    QTRY_VERIFY_WITH_TIMEOUT(!batch().handedOver.constFirst().executionId.isEmpty(), patience);
    m_cloud.reset();
    QTRY_VERIFY_WITH_TIMEOUT(batch().handedOver.constFirst().error.has_value(), patience);
    QCOMPARE(batchState(), BatchState::Running);
}

void HandoverTest::cancelledBeforeItWasSentNothingIsSent()
{
    m_keyError = Error::of(Error::Kind::Keychain, QStringLiteral("The keychain is locked."));
    QVERIFY(startBatch(handedOver(quickRules(), usualCandidates())).has_value());
    QTRY_VERIFY_WITH_TIMEOUT(there().error.has_value(), patience);
    m_batches->stop(m_plan);
    m_keyError.reset(); // unlocked
    QTRY_COMPARE_WITH_TIMEOUT(batchState(), BatchState::Stopped, patience);
    QCOMPARE(starts(), 0);
    QCOMPARE(m_cloud->requestCount(modify), 0);
    QVERIFY(there().ended);
    QCOMPARE(newestAttempt(batch(), 0)->state, StepState::NotStarted);
}

void HandoverTest::cancelledWhileTheKeychainAsksNothingIsSent()
{
    QList<Handler<std::shared_ptr<cloud::Client>>> asking;
    m_batches = std::make_unique<Batches>(
        *m_journal, *m_upgrades,
        [&asking](const AccountId &, QObject *, const Handler<std::shared_ptr<cloud::Client>> &done) {
            asking.append(done);
        },
        m_clock, m_intervals);
    QVERIFY(startBatch(handedOver(quickRules(), {usualCandidates().constFirst()})).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(asking.size(), 1, patience);
    m_batches->stop(m_plan);
    asking.takeFirst()(m_client);
    QTRY_COMPARE_WITH_TIMEOUT(batchState(), BatchState::Stopped, patience);
    QVERIFY(asking.isEmpty());
    QCOMPARE(starts(), 0);
}

void HandoverTest::aLockedKeychainHoldsItAndUsesUpNoStart()
{
    m_keyError = Error::of(Error::Kind::Keychain, QStringLiteral("The keychain is locked."));
    QVERIFY(startBatch(handedOver(quickRules(), {usualCandidates().constFirst()})).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(batchState(), BatchState::Held, patience);
    QCOMPARE(batch().hold->reason, Hold::Reason::Refused);
    QCOMPARE(batch().hold->sentence, QStringLiteral("The keychain is locked."));
    QVERIFY(!there().ended && !newestAttempt(batch(), 0));
    m_keyError.reset();
    m_batches->goOn(m_plan);
    QTRY_COMPARE_WITH_TIMEOUT(batchState(), BatchState::Finished, patience);
    QCOMPARE(starts(), 1);
    QCOMPARE(memberStates(), QStringList{QStringLiteral("orders-cache Verified")});
}

void HandoverTest::aStartNobodyKnowsOfIsUndecidedNotNotStarted()
{
    failStarts(PlannedFault::Kind::LostRequest, 5);
    QVERIFY(startBatch(handedOver(quickRules(), {usualCandidates().constFirst()})).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(batchState(), BatchState::Held, patience);
    QCOMPARE(batch().hold->reason, Hold::Reason::Undecided);
    QVERIFY(there().undecided && !there().ended);
    QVERIFY(there().error->message.contains(QLatin1String("lists no execution")));
    QCOMPARE(member(ordersCache), MemberState::Undecided);
    QCOMPARE(starts(), 5);
    QCOMPARE(m_batches->openCount(), 1); // its instances are not free
    m_batches->goOn(m_plan); // with the same token
    QTRY_COMPARE_WITH_TIMEOUT(batchState(), BatchState::Finished, patience);
    QCOMPARE(starts(), 6);
    QCOMPARE(m_cloud->startsOf({ordersCache}), 1);
    QCOMPARE(member(ordersCache), MemberState::Done);
}

void HandoverTest::aRefusalAfterALostReplyIsNoEnd()
{
    tearDownBatches();
    bool refuse = false;
    m_faultFor = [&refuse](const QString &action, int nth) -> std::optional<PlannedFault> {
        if (action != startExecution || nth > 1)
            return std::nullopt;
        refuse = true;
        return PlannedFault{PlannedFault::Kind::LostReply, 0ms};
    };
    setUpBatches();
    // The key is changed meanwhile: the second start is refused, the first was carried out.
    const auto refused = clientFor(m_cloud->origin(), m_cloud->accessKeyId().toLatin1(),
                                   QByteArrayLiteral("another"), m_network, m_clock);
    m_batches = std::make_unique<Batches>(
        *m_journal, *m_upgrades,
        [&](const AccountId &, QObject *, const Handler<std::shared_ptr<cloud::Client>> &done) {
            done(std::exchange(refuse, false) ? refused : m_client);
        },
        m_clock, m_intervals);
    QVERIFY(startBatch(handedOver(quickRules(), {usualCandidates().constFirst()})).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(batchState(), BatchState::Finished, patience);
    QCOMPARE(starts(), 2);
    QCOMPARE(m_cloud->startsOf({ordersCache}), 1);
    QCOMPARE(member(ordersCache), MemberState::Done);
}

void HandoverTest::anUnknownStartThatIsListedIsFollowed()
{
    failStarts(PlannedFault::Kind::LostReply);
    QVERIFY(startBatch(handedOver(quickRules(), {usualCandidates().constFirst()})).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(batchState(), BatchState::Finished, patience);
    QCOMPARE(starts(), 5);
    QCOMPARE(m_cloud->startsOf({ordersCache}), 1);
    QCOMPARE(member(ordersCache), MemberState::Done);
}

void HandoverTest::anUnknownStartThatIsListedIsCancelled()
{
    failStarts(PlannedFault::Kind::LostReply);
    BatchRules rules = quickRules();
    rules.canaryFirst = false;
    rules.atOnce = 1;
    QVERIFY(startBatch(handedOver(rules, usualCandidates())).has_value());
    QTRY_VERIFY_WITH_TIMEOUT(there().error.has_value(), patience);
    m_batches->stop(m_plan);
    QTRY_COMPARE_WITH_TIMEOUT(batchState(), BatchState::Stopped, patience);
    QCOMPARE(m_cloud->requestCount(QStringLiteral("CancelExecution")), 1);
    QCOMPARE(m_cloud->startsOf({ordersCache}), 0);
    QVERIFY(!there().executionId.isEmpty());
}

void HandoverTest::cancelledAnUndecidedStartIsForTheUserToSay()
{
    failStarts(PlannedFault::Kind::LostRequest);
    QVERIFY(startBatch(handedOver(quickRules(), {usualCandidates().constFirst()})).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(batchState(), BatchState::Held, patience);
    m_batches->stop(m_plan);
    QCOMPARE(batchState(), BatchState::Stopping);
    const QString list = QStringLiteral("ListExecutions");
    const int looks = m_cloud->requestCount(list);
    QTRY_VERIFY_WITH_TIMEOUT(m_cloud->requestCount(list) > looks + 1, patience);
    QCOMPARE(batchState(), BatchState::Stopping); // nothing tells: not declared anything
    QCOMPARE(member(ordersCache), MemberState::Undecided);
    m_batches->stop(m_plan); // the user says that it was not started
    QTRY_COMPARE_WITH_TIMEOUT(batchState(), BatchState::Stopped, patience);
    QCOMPARE(newestAttempt(batch(), 0)->state, StepState::NotStarted);
    QVERIFY(newestAttempt(batch(), 0)->why.contains(QLatin1String("said that it was not started")));
    QCOMPARE(starts(), 5);
}

void HandoverTest::afterARestartAnUnknownStartIsLookedForNotSentAgain()
{
    failStarts(PlannedFault::Kind::LostReply, 1);
    m_batches.reset();
    m_intervals.fast = 1h; // the first reply is lost, and Uplift ends before it asks again
    openBatches();
    QVERIFY(startBatch(handedOver(quickRules(), {usualCandidates().constFirst()})).has_value());
    QTRY_VERIFY_WITH_TIMEOUT(there().error.has_value(), patience);
    m_intervals = quickIntervals();
    restartBatches();
    QTRY_COMPARE_WITH_TIMEOUT(batchState(), BatchState::Finished, patience);
    QCOMPARE(starts(), 1);
    QCOMPARE(member(ordersCache), MemberState::Done);
}

void HandoverTest::aLockedKeychainDoesNotLoseTheCancellation()
{
    BatchRules rules = quickRules();
    rules.canaryFirst = false;
    rules.atOnce = 1;
    QVERIFY(startBatch(handedOver(rules, usualCandidates())).has_value());
    QTRY_VERIFY_WITH_TIMEOUT(!there().executionId.isEmpty(), patience);
    m_keyError = Error::of(Error::Kind::Keychain, QStringLiteral("The keychain is locked."));
    m_batches->stop(m_plan);
    QTRY_VERIFY_WITH_TIMEOUT(there().error.has_value(), patience);
    m_keyError.reset();
    QTRY_COMPARE_WITH_TIMEOUT(batchState(), BatchState::Stopped, patience);
    QCOMPARE(m_cloud->requestCount(QStringLiteral("CancelExecution")), 1);
    QCOMPARE(m_cloud->startsOf({ordersCache}), 0);
}

void HandoverTest::anExecutionIsKnownByItsParametersAndMoment()
{
    const QDateTime sent = QDateTime::fromString(QStringLiteral("2026-11-28T10:00:00Z"), Qt::ISODate);
    Orchestration what;
    what.parameters = QStringLiteral(R"({"regionId":"cn-hangzhou","parallel":2,"ids":["r-1","r-2"]})");
    Execution ours;
    ours.id = QStringLiteral("exec-1");
    ours.created = sent.addSecs(1);
    // The service adds its defaults, and may write a number as a text.
    ours.parameters =
        QStringLiteral(R"({"OOSAssumeRole":"","ids":["r-1","r-2"],"parallel":"2","regionId":"cn-hangzhou"})");
    Execution before = ours;
    before.id = QStringLiteral("exec-0");
    before.created = sent.addSecs(-3600);
    Execution other = ours;
    other.id = QStringLiteral("exec-2");
    other.parameters.replace(QLatin1String("r-2"), QLatin1String("r-3"));
    QCOMPARE(executionsOf(what, {before, ours, other}, sent), QStringList{ours.id});
    QCOMPARE(executionsOf(what, {before, other}, sent), QStringList());
    what.parameters.clear(); // nothing to know it by
    QCOMPARE(executionsOf(what, {ours}, sent), QStringList());
}

void HandoverTest::cancelledWhatHasBegunIsFollowedToItsEnd()
{
    BatchRules rules = quickRules();
    rules.canaryFirst = false;
    rules.atOnce = 1;
    const QString first = QStringLiteral("r-bp1s3f6zq0r8y4tnbi");
    QVERIFY(startBatch(handedOver(rules, usualCandidates())).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(m_cloud->startsOf({first}), 1, patience);
    m_batches->stop(m_plan);
    // The execution is cancelled while its first member is still at work: that one is Running, not Cancelled.
    QTRY_COMPARE_WITH_TIMEOUT(there().statusText, QStringLiteral("Cancelled"), patience);
    QTRY_COMPARE_WITH_TIMEOUT(batchState(), BatchState::Stopped, patience);
    QCOMPARE(member(first), MemberState::Done);
    QCOMPARE(newestAttempt(batch(), 0)->state, StepState::Verified);
    QCOMPARE(newestAttempt(batch(), 3)->state, StepState::NotStarted);
}

void HandoverTest::scheduleForItsWindow()
{
    BatchRules rules = quickRules();
    rules.moment = BatchMoment::NextWindow;
    Candidate soon = candidateOf(loyaltyPoints, Environment::Production, QStringLiteral("6.0.2.7"));
    soon.window.reset();
    QVERIFY(startBatch(handedOver(rules, {soon})).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(m_cloud->startsOf({loyaltyPoints}), 1, patience);
}

void HandoverTest::cancelledWhatWaitsForItsWindowIsFollowedToItsEnd()
{
    scheduleForItsWindow();
    m_batches->stop(m_plan);
    QTRY_COMPARE_WITH_TIMEOUT(there().statusText, QStringLiteral("Cancelled"), patience);
    // The service has it and carries it out in the window, execution or not.
    QTRY_VERIFY(newestAttempt(batch(), 0) && newestAttempt(batch(), 0)->state == StepState::Waiting);
    QCOMPARE(batchState(), BatchState::Stopping);
    m_clock.shift += 3min;
    QTRY_COMPARE_WITH_TIMEOUT(batchState(), BatchState::Stopped, patience);
    QCOMPARE(newestAttempt(batch(), 0)->state, StepState::Verified);
    QCOMPARE(m_cloud->startsOf({loyaltyPoints}), 1);
}

void HandoverTest::aWindowIsWaitedForToItsEnd()
{
    scheduleForItsWindow();
    const int before = m_cloud->requestCount(QStringLiteral("ListTaskExecutions"));
    QTRY_VERIFY(m_cloud->requestCount(QStringLiteral("ListTaskExecutions")) > before + 2);
    QCOMPARE(batchState(), BatchState::Running);
    m_clock.shift += 3min;
    QTRY_COMPARE_WITH_TIMEOUT(batchState(), BatchState::Finished, patience);
    QCOMPARE(member(loyaltyPoints), MemberState::Done);
    QCOMPARE(m_cloud->startsOf({loyaltyPoints}), 1);
}

void HandoverTest::kernelAndProxyOfAMemberBothCount()
{
    BatchRules rules = quickRules();
    rules.parts = BatchParts::KernelThenProxy;
    Candidate one = usualCandidates().constFirst();
    one.proxy = one.kernel;
    one.proxy->fromVersion = QStringLiteral("7.0.13");
    one.proxy->toVersion = QStringLiteral("7.0.15");
    one.proxyOutdated = true;
    QVERIFY(startBatch(handedOver(rules, {one})).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(batchState(), BatchState::Finished, patience);
    QCOMPARE(m_cloud->proxyStartsOf({ordersCache}), 1);
    QCOMPARE(member(ordersCache), MemberState::Done);
    QCOMPARE(batch().progress.of({0, 0}).value(0).state, StepState::Verified);
    QCOMPARE(batch().progress.of({0, 1}).value(0).state, StepState::Verified);
    // And as the journal tells it.
    const auto read = answered<JournaledBatch>(
        [&](QObject *c, const Handler<JournaledBatch> &done) { m_journal->batch(m_plan, c, done); });
    QCOMPARE(memberState(read->plan, batchViewOf(*read, {}).progress, 0), MemberState::Done);
}

/// Show: both ways come to the same ends, also when one of the members fails.
void HandoverTest::oneMemberFailsAsInTheBatchRunHere()
{
    BatchRules rules = quickRules();
    rules.canaryFirst = false;
    rules.waves = BatchRules::Waves::Number;
    rules.sizes = {};
    rules.stop.failures = 0; // go on with the others
    const InstanceId failing{QStringLiteral("r-bp18dk2vfy6n0c4jpa")};
    m_cloud->failUpgradesOf(failing);
    QVERIFY(startBatch(handedOver(rules, usualCandidates())).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(batchState(), BatchState::Finished, patience);
    QStringList inTheCloud = memberStates();
    QCOMPARE(member(failing.value), MemberState::Failed);

    tearDownBatches();
    setUpBatches();
    m_cloud->failUpgradesOf(failing);
    QVERIFY(startBatch(planned(rules, usualCandidates())).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(batchState(), BatchState::Finished, patience);
    QStringList here = memberStates();
    inTheCloud.sort();
    here.sort();
    QCOMPARE(here, inTheCloud);
    QCOMPARE(here.filter(QStringLiteral(" Verified")).size(), 3);
    QCOMPARE(here.filter(QStringLiteral(" Failed")).size(), 1);
}

QTEST_GUILESS_MAIN(HandoverTest)
#include "tst_handover.moc"
