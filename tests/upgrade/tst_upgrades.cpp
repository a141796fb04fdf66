// SPDX-License-Identifier: GPL-3.0-or-later
// One upgrade over HTTP against the practice cloud, whatever the network does.
#include "upgradesrig.h"

#include <QSignalSpy>

using namespace uplift;
using namespace uplift::upgrade;
using namespace uplift::upgrade::test;
using namespace std::chrono_literals;
using practice::Fault;

class UpgradesTest : public UpgradesRig {
    Q_OBJECT
private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void anAcceptedUpgradeIsFollowedToItsVerifiedEnd();
    void aLostReplyIsFoundAcceptedByAsking();
    void aLostRequestEndsUndecidedAndTheUserDecides();
    void theUserMaySayThatItWasStarted();
    void aRefusalEndsRejectedWithItsAdvice_data();
    void aRefusalEndsRejectedWithItsAdvice();
    void aWrongClockIsMendedByOneSignedRetry();
    void anUpgradeThatFailsIsSaidToFail();
    void anUpgradeThatChangesNothingIsSaidSo();
    void anUpgradeForTheWindowWaitsForIt();
    void aWindowThatIsIgnoredRaisesTheAlarm();
    void aQuietWindowAsksTheUser();
    void nothingListeningMeansNotStarted();
    void aReleasedInstanceIsGone();
    void aServiceThatStopsAnsweringIsSaidAndWatchingGoesOn();
};

void UpgradesTest::anAcceptedUpgradeIsFollowedToItsVerifiedEnd()
{
    QSignalSpy added(m_upgrades.get(), &Upgrades::stepAdded);
    QVERIFY(start(plan()).has_value());
    QCOMPARE(added.size(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(view().state, StepState::Verified, 20'000);
    const StepView end = view();
    QCOMPARE(
        states().mid(0, 3),
        (QStringList{QStringLiteral("Planned"), QStringLiteral("Requested"), QStringLiteral("Accepted")}));
    QVERIFY(states().contains(QLatin1String("Running")));
    QVERIFY(!end.requestId.isEmpty());
    QVERIFY(!end.error);
    QVERIFY(!end.nodes.isEmpty());
    QVERIFY(end.versionNow.contains(QLatin1String("7.0.1.14")));
    QVERIFY(end.task.has_value());
    QVERIFY(std::any_of(end.evidence.begin(), end.evidence.end(), [](const Evidence &each) {
        return each.kind == Evidence::Kind::Nodes && each.telling;
    }));
    QCOMPARE(m_cloud->requestCount(modify), 1);
    QTRY_COMPARE(journaled().constFirst().state(), StepState::Verified);
    QVERIFY(!m_upgrades->openStepFor(plan().instance));
}

void UpgradesTest::aLostReplyIsFoundAcceptedByAsking()
{
    m_cloud->setOn(Fault::LostReply, true);
    QVERIFY(start(plan()).has_value());
    QTRY_VERIFY_WITH_TIMEOUT(states().contains(QLatin1String("Accepted")), 20'000);
    QVERIFY(states().contains(QLatin1String("Unanswered")));
    const QList<Evidence> evidence = view().evidence;
    QVERIFY(std::any_of(evidence.begin(), evidence.end(), [](const Evidence &each) { return each.telling; }));
    QTRY_COMPARE_WITH_TIMEOUT(view().state, StepState::Verified, 20'000);
    QCOMPARE(m_cloud->requestCount(modify), 1);
    QCOMPARE(m_cloud->startsOf(plan().instance), 1);
}

void UpgradesTest::aLostRequestEndsUndecidedAndTheUserDecides()
{
    m_cloud->setOn(Fault::LostRequest, true);
    QVERIFY(start(plan()).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(view().state, StepState::Undecided, 20'000);
    QCOMPARE(view().error->change, Error::Change::Unknown);
    QVERIFY(view().error->message.contains(QLatin1String("It was not sent again")));
    QVERIFY(!view().evidence.isEmpty());
    QVERIFY(m_upgrades->openStepFor(plan().instance).has_value());
    m_upgrades->decide(m_step, Decision::GoOnAsking, QString());
    QCOMPARE(view().state, StepState::Undecided);
    const QDateTime asked = view().askedAt;
    QTRY_VERIFY(view().askedAt > asked);
    m_upgrades->decide(m_step, Decision::WasNotStarted, QStringLiteral("console shows nothing"));
    QCOMPARE(view().state, StepState::NotStarted);
    QTRY_COMPARE(journaled().constFirst().state(), StepState::NotStarted);
    QCOMPARE(journaled().constFirst().transitions.constLast().data.value(QLatin1String("reason")).toString(),
             QStringLiteral("console shows nothing"));
    QCOMPARE(m_cloud->requestCount(modify), 1);
    QCOMPARE(m_cloud->startsOf(plan().instance), 0);
}

void UpgradesTest::theUserMaySayThatItWasStarted()
{
    m_cloud->setOn(Fault::LostRequest, true);
    QVERIFY(start(plan()).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(view().state, StepState::Undecided, 20'000);
    m_upgrades->decide(m_step, Decision::WasStarted, QStringLiteral("a colleague saw it"));
    QCOMPARE(view().state, StepState::Accepted);
    const QDateTime asked = view().askedAt;
    QTRY_VERIFY(view().askedAt > asked);
    QCOMPARE(view().state, StepState::Accepted); // Normal with the old version concludes nothing
    QCOMPARE(m_cloud->requestCount(modify), 1);
}

void UpgradesTest::aRefusalEndsRejectedWithItsAdvice_data()
{
    QTest::addColumn<int>("fault");
    QTest::addColumn<QString>("code");
    QTest::newRow("permission denied")
        << static_cast<int>(Fault::PermissionDenied) << QStringLiteral("Forbidden.RAM");
    QTest::newRow("wrong state") << static_cast<int>(Fault::WrongState)
                                 << QStringLiteral("IncorrectDBInstanceState");
    QTest::newRow("throttling") << static_cast<int>(Fault::Throttling) << QStringLiteral("Throttling.User");
}

void UpgradesTest::aRefusalEndsRejectedWithItsAdvice()
{
    QFETCH(int, fault);
    QFETCH(QString, code);
    if (static_cast<Fault>(fault) == Fault::Throttling) {
        // Every second call is throttled: make the start call the second one.
        m_cloud->setOn(Fault::Throttling, true);
        (void)answered<cloud::Answered<Instance>>(
            [&](QObject *c, const Handler<cloud::Answered<Instance>> &done) {
                m_client->describeInstance(plan().region, plan().instance, c, done);
            });
    }
    m_cloud->setOn(static_cast<Fault>(fault), true);
    QVERIFY(start(plan()).has_value());
    QTRY_VERIFY_WITH_TIMEOUT(isEnd(view().state), 20'000);
    QCOMPARE(view().state, StepState::Rejected);
    QVERIFY(view().error->code.startsWith(code));
    QCOMPARE(view().error->change, Error::Change::No);
    QVERIFY(!view().error->message.isEmpty());
    QVERIFY(!view().error->next.isEmpty());
    QVERIFY(!view().requestId.isEmpty());
    QCOMPARE(m_cloud->startsOf(plan().instance), 0);
    QCOMPARE(m_cloud->requestCount(modify), 1);
    QTRY_COMPARE(journaled().constFirst().state(), StepState::Rejected);
    restart();
    resume();
    QCOMPARE(view().error->code, m_upgrades->steps().constFirst().error->code); // read back with its advice
    QVERIFY(view().error->code.startsWith(code));
}

void UpgradesTest::aWrongClockIsMendedByOneSignedRetry()
{
    m_cloud->setOn(Fault::ClockSkew, true);
    QVERIFY(start(plan()).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(view().state, StepState::Verified, 20'000);
    QCOMPARE(states().count(QStringLiteral("Requested")), 2);
    QCOMPARE(m_cloud->requestCount(modify), 2);
    QCOMPARE(m_cloud->startsOf(plan().instance), 1);
    const QStringList nonces = journaled().constFirst().nonces;
    QCOMPARE(nonces.size(), 2);
    QVERIFY(nonces.at(0) != nonces.at(1));
}

void UpgradesTest::anUpgradeThatFailsIsSaidToFail()
{
    m_cloud->setOn(Fault::UpgradeFails, true);
    QVERIFY(start(plan()).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(view().state, StepState::Failed, 20'000);
    QVERIFY(view().error->message.contains(QLatin1String("failed")));
    QCOMPARE(view().task->status, CloudTask::Status::Failed);
}

void UpgradesTest::anUpgradeThatChangesNothingIsSaidSo()
{
    m_cloud->setOn(Fault::UpgradeUnchanged, true);
    QVERIFY(start(plan()).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(view().state, StepState::Unchanged, 20'000);
    QVERIFY(view().error->message.contains(QLatin1String("7.0.1.8")));
}

void UpgradesTest::anUpgradeForTheWindowWaitsForIt()
{
    StepPlan later = plan(loyaltyPoints, Moment::MaintenanceWindow);
    const auto seen =
        answered<cloud::Answered<Instance>>([&](QObject *c, const Handler<cloud::Answered<Instance>> &done) {
            m_client->describeInstance(later.region, later.instance, c, done);
        });
    QVERIFY(seen.has_value() && seen->value.window);
    later.window = seen->value.window->next(m_clock.now(), 1).constFirst();
    QVERIFY(start(later).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(view().state, StepState::Waiting, 20'000);
    const QDateTime asked = view().askedAt;
    QTRY_VERIFY(view().askedAt > asked);
    QCOMPARE(view().state, StepState::Waiting);
    m_clock.shift = std::chrono::milliseconds(m_clock.now().msecsTo(later.window->start) + 100);
    QTRY_COMPARE_WITH_TIMEOUT(view().state, StepState::Verified, 20'000);
    QVERIFY(!view().switchedOutsideWindow);
    QCOMPARE(m_cloud->requestCount(modify), 1);
}

void UpgradesTest::aWindowThatIsIgnoredRaisesTheAlarm()
{
    m_cloud->setOn(Fault::WindowIgnored, true);
    StepPlan later = plan(ordersCache, Moment::MaintenanceWindow);
    const QDateTime tomorrow = m_clock.now().addSecs(10 * 3600);
    later.window = WindowSpan{tomorrow, tomorrow.addSecs(4 * 3600)};
    QVERIFY(start(later).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(view().state, StepState::Verified, 20'000);
    QVERIFY(view().switchedOutsideWindow.has_value());
    QTRY_COMPARE(journaled().constFirst().state(), StepState::Verified);
    restart();
    resume();
    QVERIFY(m_upgrades->steps().constFirst().switchedOutsideWindow.has_value());
}

void UpgradesTest::aQuietWindowAsksTheUser()
{
    // Noon, hours before the practice cloud's own window for it.
    const QDateTime noon(m_clock.now().date().addDays(1), QTime(12, 0), Qt::UTC);
    m_clock.shift = std::chrono::milliseconds(m_clock.now().msecsTo(noon));
    StepPlan later = plan(ordersCache, Moment::MaintenanceWindow);
    later.window = WindowSpan{m_clock.now().addSecs(-3 * 3600), m_clock.now().addSecs(-2 * 3600)};
    QVERIFY(start(later).has_value());
    QTRY_VERIFY_WITH_TIMEOUT(view().windowPassedUnchanged, 20'000);
    QCOMPARE(view().state, StepState::Waiting);
    m_upgrades->decide(m_step, Decision::GoOnAsking, QString());
    QVERIFY(!view().windowPassedUnchanged);
    const QDateTime asked = view().askedAt;
    QTRY_VERIFY(view().askedAt > asked);
    QVERIFY(!view().windowPassedUnchanged);
}

void UpgradesTest::nothingListeningMeansNotStarted()
{
    m_cloud.reset();
    QVERIFY(start(plan()).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(view().state, StepState::NotStarted, 20'000);
    QCOMPARE(view().error->change, Error::Change::No);
    QCOMPARE(view().error->kind, Error::Kind::Offline);
}

void UpgradesTest::aReleasedInstanceIsGone()
{
    QVERIFY(start(plan()).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(view().state, StepState::Running, 20'000);
    m_cloud->release(plan().instance);
    QTRY_COMPARE_WITH_TIMEOUT(view().state, StepState::Gone, 20'000);
}

void UpgradesTest::anUndecidedOneThatIsReleasedIsGone()
{
    m_cloud->setOn(Fault::LostRequest, true);
    QVERIFY(start(plan()).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(view().state, StepState::Undecided, 20'000);
    m_cloud->setOn(Fault::LostRequest, false);
    m_cloud->release(plan().instance);
    QTRY_COMPARE_WITH_TIMEOUT(view().state, StepState::Gone, 20'000);
    QVERIFY(view().error->message.contains(QLatin1String("released")));
    QTRY_COMPARE(journaled().constFirst().state(), StepState::Gone);
}

void UpgradesTest::aServiceThatStopsAnsweringIsSaidAndWatchingGoesOn()
{
    m_cloud->setOn(Fault::UpgradeFails, true);
    QVERIFY(start(plan(loyaltyPoints, Moment::MaintenanceWindow)).has_value());
    QTRY_VERIFY_WITH_TIMEOUT(view().askedAt.isValid(), 20'000);
    m_cloud.reset();
    QTRY_VERIFY_WITH_TIMEOUT(view().watchError.has_value(), 20'000);
    QVERIFY(!isEnd(view().state));
    QSignalSpy changed(m_upgrades.get(), &Upgrades::stepChanged);
    QTRY_VERIFY_WITH_TIMEOUT(changed.size() >= 2, 20'000); // it goes on asking
}

QTEST_GUILESS_MAIN(UpgradesTest)
#include "tst_upgrades.moc"
