// SPDX-License-Identifier: GPL-3.0-or-later
// The start of a handover: sent once, looked for when nothing tells, never by cancelling it.
#include "handoverrig.h"

using namespace uplift;
using namespace uplift::upgrade;
using namespace uplift::upgrade::test;
using namespace std::chrono_literals;
using practice::PlannedFault;

class HandoverStartTest : public HandoverRig {
    Q_OBJECT
private Q_SLOTS:
    void aLostReplyStartsNothingTwice();
    void aRefusedStartLeavesItsMembersNotStarted();
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

private:
    /// Every start goes wrong in this way, for all calls or the first ones.
    void failStarts(PlannedFault::Kind kind, int first = 1'000);
};

void HandoverStartTest::aLostReplyStartsNothingTwice()
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

void HandoverStartTest::failStarts(PlannedFault::Kind kind, int first)
{
    tearDownBatches();
    m_faultFor = [kind, first](const QString &action, int nth) -> std::optional<PlannedFault> {
        if (action != startExecution || nth > first)
            return std::nullopt;
        return PlannedFault{kind, 0ms};
    };
    setUpBatches();
}

void HandoverStartTest::aRefusedStartLeavesItsMembersNotStarted()
{
    BatchPlan plan = handedOver(quickRules(), {usualCandidates().constFirst()});
    plan.handedOver[0].templateContent = QStringLiteral("{\"FormatVersion\":\"OOS-2019-06-01\"}");
    QVERIFY(startBatch(plan).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(batchState(), BatchState::Finished, patience);
    QVERIFY(batch().handedOver.constFirst().error.has_value());
    QCOMPARE(m_cloud->requestCount(modify), 0);
    QCOMPARE(newestAttempt(batch(), 0)->state, StepState::NotStarted);
}

void HandoverStartTest::cancelledBeforeItWasSentNothingIsSent()
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

void HandoverStartTest::cancelledWhileTheKeychainAsksNothingIsSent()
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

void HandoverStartTest::aLockedKeychainHoldsItAndUsesUpNoStart()
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

void HandoverStartTest::aStartNobodyKnowsOfIsUndecidedNotNotStarted()
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

void HandoverStartTest::aRefusalAfterALostReplyIsNoEnd()
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

void HandoverStartTest::anUnknownStartThatIsListedIsFollowed()
{
    failStarts(PlannedFault::Kind::LostReply);
    QVERIFY(startBatch(handedOver(quickRules(), {usualCandidates().constFirst()})).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(batchState(), BatchState::Finished, patience);
    QCOMPARE(starts(), 5);
    QCOMPARE(m_cloud->startsOf({ordersCache}), 1);
    QCOMPARE(member(ordersCache), MemberState::Done);
}

void HandoverStartTest::anUnknownStartThatIsListedIsCancelled()
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

void HandoverStartTest::cancelledAnUndecidedStartIsForTheUserToSay()
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

void HandoverStartTest::afterARestartAnUnknownStartIsLookedForNotSentAgain()
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

void HandoverStartTest::aLockedKeychainDoesNotLoseTheCancellation()
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

void HandoverStartTest::anExecutionIsKnownByItsParametersAndMoment()
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

QTEST_GUILESS_MAIN(HandoverStartTest)
#include "tst_handoverstart.moc"
