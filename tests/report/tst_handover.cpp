// SPDX-License-Identifier: GPL-3.0-or-later
// A batch handed over to the service's orchestration comes to the same end as the batch run here.
#include "handoverrig.h"

using namespace uplift;
using namespace uplift::upgrade;
using namespace uplift::upgrade::test;
using namespace std::chrono_literals;

class HandoverTest : public HandoverRig {
    Q_OBJECT
private Q_SLOTS:
    void itEndsAsTheBatchRunHere();
    void theFirstErrorEndsItAsTheStopRuleSays();
    void cancelledNothingNewBegins();
    void afterARestartItIsFollowedOn();
    void aSuccessOfATaskIsNotYetAnUpgrade();
    void anExecutionThatIsNotListedIsAskedForOn();

    void cancelledWhatHasBegunIsFollowedToItsEnd();
    void cancelledWhatWaitsForItsWindowIsFollowedToItsEnd();
    void aWindowIsWaitedForToItsEnd();
    void kernelAndProxyOfAMemberBothCount();
    void oneMemberFailsAsInTheBatchRunHere();

    void nothingElseBeginsOnWhatTheCloudHolds_data();
    void nothingElseBeginsOnWhatTheCloudHolds();
    void whatIsOpenHereIsNotHandedOver_data();
    void whatIsOpenHereIsNotHandedOver();

private:
    /// Hands over the one whose window comes soon, and waits until the service has it scheduled.
    void scheduleForItsWindow();
};

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
    QStringList sorted = there;
    sorted.sort();
    QTRY_COMPARE_WITH_TIMEOUT(historyStates(), sorted, patience);

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
    // Of the others nothing was begun, so History has no attempt of them.
    QTRY_COMPARE_WITH_TIMEOUT(historyStates().size(), 1, patience);
    QVERIFY2(historyStates().constFirst().endsWith(QLatin1String(" Failed")),
             qPrintable(historyStates().constFirst()));
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
    QVERIFY(m_batches->handedOverIn({first}));
    QTRY_COMPARE_WITH_TIMEOUT(batchState(), BatchState::Stopped, patience);
    QCOMPARE(member(first), MemberState::Done);
    QCOMPARE(newestAttempt(batch(), 0)->state, StepState::Verified);
    QVERIFY(!m_batches->handedOverIn({first}));
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
    QVERIFY(m_batches->handedOverIn({loyaltyPoints}));
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
    // And as the journal tells it, which is written one row after the other.
    const auto journaled = [this] {
        const auto read = answered<JournaledBatch>(
            [&](QObject *c, const Handler<JournaledBatch> &done) { m_journal->batch(m_plan, c, done); });
        return read ? batchViewOf(*read, {}) : BatchView();
    };
    QTRY_COMPARE_WITH_TIMEOUT(journaled().progress.state, BatchState::Finished, patience);
    const BatchView told = journaled();
    QCOMPARE(memberState(told.plan, told.progress, 0), MemberState::Done);
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

void HandoverTest::nothingElseBeginsOnWhatTheCloudHolds_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("an upgrade") << int(StepKind::Kernel);
    QTest::newRow("a proxy upgrade") << int(StepKind::Proxy);
    QTest::newRow("a backup") << int(StepKind::Backup);
}

void HandoverTest::nothingElseBeginsOnWhatTheCloudHolds()
{
    QFETCH(int, kind);
    StepPlan other = plan();
    other.kind = static_cast<StepKind>(kind);
    other.moment = Moment::Now;
    const BatchPlan batchPlan = handedOver(quickRules(), {usualCandidates().constFirst()});
    m_batches->start(batchPlan, this, [](const Result<PlanId> &) {});
    // From the press on, before the journal has answered.
    const auto refused = start(other);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, Error::Kind::Conflict);
    QVERIFY(refused.error().message.contains(ordersCache));
    QVERIFY(refused.error().message.contains(QStringLiteral("“A batch”")));
    m_plan = batchPlan.id;
    QTRY_VERIFY_WITH_TIMEOUT(!there().executionId.isEmpty(), patience);
    QVERIFY(!start(other));
    QTRY_COMPARE_WITH_TIMEOUT(batchState(), BatchState::Finished, patience);
    QCOMPARE(m_cloud->startsOf({ordersCache}), 1);
    QCOMPARE(m_cloud->proxyStartsOf({ordersCache}) + m_cloud->backupsOf({ordersCache}), 0);
    QVERIFY(start(other).has_value()); // it is free again
}

void HandoverTest::whatIsOpenHereIsNotHandedOver_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("said");
    QTest::newRow("an upgrade") << int(StepKind::Kernel) << QStringLiteral("An upgrade of");
    QTest::newRow("a proxy upgrade") << int(StepKind::Proxy) << QStringLiteral("A proxy upgrade of");
    QTest::newRow("a backup") << int(StepKind::Backup) << QStringLiteral("A backup of");
}

void HandoverTest::whatIsOpenHereIsNotHandedOver()
{
    QFETCH(int, kind);
    QFETCH(QString, said);
    StepPlan other = plan();
    other.kind = static_cast<StepKind>(kind);
    const BatchPlan batchPlan = handedOver(quickRules(), {usualCandidates().constFirst()});
    m_upgrades->start(other, this,
                      [this](const Result<StepId> &taken) { m_step = taken.value_or(StepId()); });
    const auto early = startBatch(batchPlan); // it is on its way to the journal
    QVERIFY(!early);
    QCOMPARE(early.error().kind, Error::Kind::Conflict);
    QTRY_VERIFY_WITH_TIMEOUT(!m_step.isEmpty(), patience);
    const auto refused = startBatch(batchPlan);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, Error::Kind::Conflict);
    QVERIFY2(refused.error().message.startsWith(said), qPrintable(refused.error().message));
    QVERIFY(m_batches->batches().isEmpty());
    QCOMPARE(starts(), 0);
}

QTEST_GUILESS_MAIN(HandoverTest)
#include "tst_handover.moc"
