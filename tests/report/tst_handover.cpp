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

private:
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
    StepPlan plan = planFor(ordersCache);
    plan.fromVersion = QStringLiteral("7.0.1.8");
    EngineVersion now;
    now.current = MinorVersion::parse(QStringLiteral("7.0.1.8"));
    now.isLatest = false;
    QCOMPARE(verdictOf(plan, now, {StepState::Running, {}}), StepState::Unchanged);
    QCOMPARE(verdictOf(plan, now, {StepState::Failed, {}}), StepState::Failed);
    QCOMPARE(verdictOf(plan, now, {StepState::Cancelled, {}}), StepState::Cancelled);
    QCOMPARE(verdictOf(plan, now, {StepState::Planned, {}}), StepState::NotStarted);
    now.current = MinorVersion::parse(QStringLiteral("7.0.1.14"));
    QCOMPARE(verdictOf(plan, now, {StepState::Failed, {}}), StepState::Verified); // the version decides
}

void HandoverTest::anExecutionThatIsNotListedIsAskedForOn()
{
    QVERIFY(startBatch(handedOver(quickRules(), {usualCandidates().constFirst()})).has_value());
    QTRY_VERIFY_WITH_TIMEOUT(!batch().handedOver.constFirst().executionId.isEmpty(), patience);
    m_cloud.reset();
    QTRY_VERIFY_WITH_TIMEOUT(batch().handedOver.constFirst().error.has_value(), patience);
    QCOMPARE(batchState(), BatchState::Running);
}

QTEST_GUILESS_MAIN(HandoverTest)
#include "tst_handover.moc"
