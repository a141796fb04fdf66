// SPDX-License-Identifier: GPL-3.0-or-later
// Every kind of step over HTTP against the practice cloud: to its end, refused, and with a reply or a request
// that got lost.
#include "upgradesrig.h"

#include "cloud/change.h"
#include "upgrade/memberfacts.h"
#include "upgrade/outcome.h"

using namespace uplift;
using namespace uplift::upgrade;
using namespace uplift::upgrade::test;
using namespace std::chrono_literals;
using practice::PlannedFault;

namespace {

constexpr int patience = 60'000;
const QString hangzhou = QStringLiteral("cn-hangzhou");
const QString checkoutLocks = QStringLiteral("r-bp18dk2vfy6n0c4jpa");

/// What the rows of these tests are about.
enum class What {
    Kernel,
    Proxy,
    Backup,
    ClusterBackup,
    Window,
    AutoUpgrade,
    EventMoved,
    EventNow,
    EventCancelled,
    TaskMoved,
    TaskToWindow,
    TaskNow,
    TaskCancelled
};

struct Row {
    What what;
    const char *name;
    const char *action;
};
constexpr Row rows[] = {
    {What::Kernel, "kernel", "ModifyInstanceMinorVersion"},
    {What::Proxy, "proxy", "UpgradeProxy"},
    {What::Backup, "backup", "CreateBackup"},
    {What::ClusterBackup, "backup of a cloud-native cluster", "CreateBackup"},
    {What::Window, "maintenance window", "ModifyInstanceMaintainTime"},
    {What::AutoUpgrade, "automatic upgrade", "ModifyDBInstanceAutoUpgrade"},
    {What::EventMoved, "event moved", "ModifyActiveOperationTasks"},
    {What::EventNow, "event started now", "ModifyActiveOperationTasks"},
    {What::EventCancelled, "event cancelled", "CancelActiveOperationTasks"},
    {What::TaskMoved, "task moved", "ModifyTaskInfo"},
    {What::TaskToWindow, "task moved to the window", "ModifyTaskInfo"},
    {What::TaskNow, "task started now", "ModifyTaskInfo"},
    {What::TaskCancelled, "task cancelled", "ModifyTaskInfo"},
};

/// The list of tasks tells no moment of a waiting one.
bool canBeReadBack(What what) { return what != What::TaskMoved && what != What::TaskToWindow; }

} // namespace

class StepsTest : public UpgradesRig {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void itIsFollowedToItsEnd_data() { everyKind(); }
    void itIsFollowedToItsEnd();
    void aRefusalIsSaidAndNothingChanges_data() { everyKind(); }
    void aRefusalIsSaidAndNothingChanges();
    void aLostReplyIsFoundByAsking_data() { everyKind(); }
    void aLostReplyIsFoundByAsking();
    void aLostRequestIsUndecidedUntilTheUserDecides_data() { everyKind(); }
    void aLostRequestIsUndecidedUntilTheUserDecides();
    void aTaskThatMayNotBeMovedIsARefusalInsideASuccess_data();
    void aTaskThatMayNotBeMovedIsARefusalInsideASuccess();
    void aBackupThatFailsIsSaidToFail_data();
    void aBackupThatFailsIsSaidToFail();
    void aSwitchTheUserMovedRaisesNoAlarm();
    void aMoveThatWasRefusedLeavesTheAlarm();
    void aWindowTheUserChangedCountsAsWell();
    void aSettingMayChangeBesideAnOpenUpgrade();
    void aSecondSettingOfTheSameKindIsRefused();
    void factsAreGatheredByTheServicesClock_data();
    void factsAreGatheredByTheServicesClock();

private:
    static void everyKind();
    /// What the step is to change, after whatever it needs has been made: a waiting task, an event's number.
    [[nodiscard]] StepPlan planOf(What what);
    [[nodiscard]] StepPlan eventPlan(What what);
    [[nodiscard]] StepPlan taskPlan(What what);
    [[nodiscard]] CloudTask waitingTask();
    /// Is the change seen at the service, asked by itself?
    [[nodiscard]] bool isDone(What what, const StepPlan &plan);
    void failOnce(const QString &action, PlannedFault::Kind kind);
    template <class T, class Ask> T got(Ask ask)
    {
        const auto answer = answered<cloud::Answered<T>>(
            [&](QObject *context, const Handler<cloud::Answered<T>> &done) { ask(context, done); });
        if (!answer)
            qWarning("%s", qPrintable(answer.error().message));
        return answer ? answer->value : T{};
    }

    QString m_failingAction;
    std::optional<PlannedFault::Kind> m_fault;
};

void StepsTest::init()
{
    m_faultFor = [this](const QString &action, int) -> std::optional<PlannedFault> {
        if (!m_fault || action != m_failingAction)
            return std::nullopt;
        return PlannedFault{*std::exchange(m_fault, std::nullopt), 0ms};
    };
    // Noon of some day: hours before the windows of what is upgraded here.
    const QDateTime day = QDateTime::currentDateTimeUtc();
    m_clock.shift = std::chrono::milliseconds(day.msecsTo(QDateTime(day.date(), QTime(12, 0), Qt::UTC)));
    setUp();
}

void StepsTest::cleanup()
{
    m_fault.reset();
    m_faultFor = {};
    tearDown();
}

void StepsTest::everyKind()
{
    QTest::addColumn<int>("row");
    for (int i = 0; i < static_cast<int>(std::size(rows)); ++i)
        QTest::newRow(rows[i].name) << i;
}

void StepsTest::failOnce(const QString &action, PlannedFault::Kind kind)
{
    m_failingAction = action;
    m_fault = kind;
}

CloudTask StepsTest::waitingTask()
{
    StepPlan later = plan(checkoutLocks, Moment::MaintenanceWindow);
    later.fromVersion = QStringLiteral("7.0.1.8");
    later.window = WindowSpan{m_clock.now().addSecs(6 * 3600), m_clock.now().addSecs(10 * 3600)};
    if (!start(later))
        return {};
    (void)QTest::qWaitFor([this] { return view().task.has_value() && view().state == StepState::Waiting; },
                          patience);
    return view().task.value_or(CloudTask{});
}

StepPlan StepsTest::taskPlan(What what)
{
    const CloudTask waiting = waitingTask();
    StepPlan change = plan(checkoutLocks);
    SettingChange setting;
    setting.task = waiting.id;
    setting.taskStep = waiting.step;
    change.kind = what == What::TaskCancelled ? StepKind::CancelTask : StepKind::MoveTask;
    if (what == What::TaskMoved) {
        setting.when = SettingChange::When::At;
        setting.at = m_clock.now().addSecs(5 * 3600);
    } else if (what == What::TaskToWindow) {
        setting.when = SettingChange::When::InWindow;
    }
    change.setting = setting;
    return change;
}

StepPlan StepsTest::eventPlan(What what)
{
    StepPlan change = plan(ordersCache);
    const auto events = got<QList<ScheduledEvent>>([&](QObject *context, const auto &done) {
        m_client->describeEvents({hangzhou}, {ordersCache}, context, done);
    });
    SettingChange setting;
    setting.event = events.value(0).id;
    change.kind = what == What::EventCancelled ? StepKind::CancelEvent : StepKind::MoveEvent;
    if (what == What::EventMoved) {
        setting.when = SettingChange::When::At;
        setting.at = m_clock.now().addDays(2); // with milliseconds: the service keeps whole seconds
    }
    change.setting = setting;
    return change;
}

StepPlan StepsTest::planOf(What what)
{
    StepPlan change = plan(ordersCache);
    change.setting.reset();
    switch (what) {
    case What::Kernel:
        return change;
    case What::Proxy:
        change.kind = StepKind::Proxy;
        change.fromVersion = QStringLiteral("7.0.13");
        return change;
    case What::Backup:
        change = plan(checkoutLocks);
        change.kind = StepKind::Backup;
        return change;
    case What::ClusterBackup:
        change.kind = StepKind::Backup;
        change.shardedBackups = true;
        return change;
    case What::Window:
        change.kind = StepKind::Window;
        change.setting = SettingChange();
        change.setting->window = MaintenanceWindow::parse(QStringLiteral("19:00Z"), QStringLiteral("21:30Z"));
        return change;
    case What::AutoUpgrade:
        change.kind = StepKind::AutoUpgrade;
        change.setting = SettingChange();
        change.setting->autoUpgrade = true;
        return change;
    case What::EventMoved:
    case What::EventNow:
    case What::EventCancelled:
        return eventPlan(what);
    default:
        return taskPlan(what);
    }
}

bool StepsTest::isDone(What what, const StepPlan &plan)
{
    const auto task = [&] {
        const QDateTime now = m_clock.now();
        return got<QList<CloudTask>>([&](QObject *context, const auto &done) {
                   m_client->describeTasksById({hangzhou}, {plan.setting->task}, now.addDays(-1),
                                               now.addDays(1), context, done);
               })
            .value(0);
    };
    const auto event = [&] {
        return got<QList<ScheduledEvent>>([&](QObject *context, const auto &done) {
                   m_client->describeEvents({hangzhou}, plan.instance, context, done);
               })
            .value(0);
    };
    switch (what) {
    case What::Kernel:
        return m_cloud->startsOf(plan.instance) == 1;
    case What::Proxy:
        return m_cloud->proxyStartsOf(plan.instance) == 1;
    case What::Backup:
    case What::ClusterBackup:
        return m_cloud->backupsOf(plan.instance) == 1;
    case What::Window:
        return got<Instance>([&](QObject *context, const auto &done) {
                   m_client->describeInstance({hangzhou}, plan.instance, context, done);
               })
                   .window.value_or(MaintenanceWindow{})
                   .startUtc()
            == QTime(19, 0);
    case What::AutoUpgrade:
        return got<EngineVersion>([&](QObject *context, const auto &done) {
                   m_client->describeEngineVersion({hangzhou}, plan.instance, context, done);
               })
            .autoUpgrade.value_or(false);
    case What::EventMoved:
        return event().switchAt.toSecsSinceEpoch() == plan.setting->at.toSecsSinceEpoch();
    case What::EventNow:
        return event().status == ScheduledEvent::Status::Running
            || event().status == ScheduledEvent::Status::Done;
    case What::EventCancelled:
        return event().status == ScheduledEvent::Status::Cancelled;
    case What::TaskMoved:
        return task().status == CloudTask::Status::Scheduled; // it waits for a time, not for the window
    case What::TaskToWindow:
        return task().status == CloudTask::Status::Waiting;
    case What::TaskNow:
        return task().status == CloudTask::Status::Running || task().status == CloudTask::Status::Succeeded;
    case What::TaskCancelled:
        return task().status == CloudTask::Status::Cancelled
            || task().status == CloudTask::Status::Cancelling;
    }
    Q_UNREACHABLE();
}

void StepsTest::itIsFollowedToItsEnd()
{
    QFETCH(int, row);
    const StepPlan change = planOf(rows[row].what);
    QCOMPARE(isDone(rows[row].what, change),
             rows[row].what == What::TaskToWindow); // that one is there already
    QVERIFY(start(change).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(stateName(view().state), QStringLiteral("Verified"), patience);
    QVERIFY(states().contains(QLatin1String("Accepted")));
    QVERIFY(isDone(rows[row].what, change));
    QVERIFY(!view().error);
    QVERIFY(!view().requestId.isEmpty());
    QVERIFY(!view().evidence.isEmpty());
    QCOMPARE(m_cloud->requestCount(QLatin1String(rows[row].action)), 1);
    QTRY_COMPARE(journaled().constFirst().state(), StepState::Verified);
    QCOMPARE(journaled().constFirst().plan.kind, change.kind);
}

void StepsTest::aRefusalIsSaidAndNothingChanges()
{
    QFETCH(int, row);
    const StepPlan change = planOf(rows[row].what);
    failOnce(QLatin1String(rows[row].action), PlannedFault::Kind::Throttled);
    QVERIFY(start(change).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(stateName(view().state), QStringLiteral("Rejected"), patience);
    QCOMPARE(view().error->code, QStringLiteral("Throttling.User"));
    QCOMPARE(view().error->change, Error::Change::No);
    QVERIFY(!view().error->next.isEmpty());
    QCOMPARE(isDone(rows[row].what, change), rows[row].what == What::TaskToWindow);
    QCOMPARE(m_cloud->requestCount(QLatin1String(rows[row].action)), 1);
    QTRY_COMPARE(journaled().constFirst().state(), StepState::Rejected);
}

void StepsTest::aLostReplyIsFoundByAsking()
{
    QFETCH(int, row);
    const StepPlan change = planOf(rows[row].what);
    failOnce(QLatin1String(rows[row].action), PlannedFault::Kind::LostReply);
    QVERIFY(start(change).has_value());
    if (!canBeReadBack(rows[row].what)) {
        QTRY_COMPARE_WITH_TIMEOUT(stateName(view().state), QStringLiteral("Undecided"), patience);
        m_upgrades->decide(m_step, Decision::WasStarted, QStringLiteral("the console shows it"));
    }
    QTRY_COMPARE_WITH_TIMEOUT(stateName(view().state), QStringLiteral("Verified"), patience);
    QVERIFY(states().contains(QLatin1String("Unanswered")));
    QVERIFY(states().contains(QLatin1String("Accepted")));
    QVERIFY(isDone(rows[row].what, change));
    QCOMPARE(m_cloud->requestCount(QLatin1String(rows[row].action)), 1); // it was never sent again
}

void StepsTest::aLostRequestIsUndecidedUntilTheUserDecides()
{
    QFETCH(int, row);
    const StepPlan change = planOf(rows[row].what);
    failOnce(QLatin1String(rows[row].action), PlannedFault::Kind::LostRequest);
    QVERIFY(start(change).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(stateName(view().state), QStringLiteral("Undecided"), patience);
    QVERIFY(!view().evidence.isEmpty());
    QVERIFY(std::none_of(view().evidence.cbegin(), view().evidence.cend(),
                         [](const Evidence &each) { return each.telling; }));
    QCOMPARE(view().error->change, Error::Change::Unknown);
    QCOMPARE(isDone(rows[row].what, change), rows[row].what == What::TaskToWindow);
    m_upgrades->decide(m_step, Decision::WasNotStarted, QStringLiteral("the console shows nothing"));
    QCOMPARE(view().state, StepState::NotStarted);
    QCOMPARE(m_cloud->requestCount(QLatin1String(rows[row].action)), 1);
    QTRY_COMPARE(journaled().constFirst().state(), StepState::NotStarted);
}

void StepsTest::aTaskThatMayNotBeMovedIsARefusalInsideASuccess_data()
{
    QTest::addColumn<int>("row");
    for (int i = 0; i < static_cast<int>(std::size(rows)); ++i) {
        if (rows[i].what >= What::TaskMoved)
            QTest::newRow(rows[i].name) << i;
    }
}

void StepsTest::aTaskThatMayNotBeMovedIsARefusalInsideASuccess()
{
    QFETCH(int, row);
    StepPlan change = planOf(rows[row].what);
    change.setting->taskStep = QStringLiteral("a step it is not in");
    QVERIFY(start(change).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(stateName(view().state), QStringLiteral("Rejected"), patience);
    QCOMPARE(view().error->kind, Error::Kind::Conflict);
    QCOMPARE(view().error->code, QStringLiteral("OperationDenied.TaskStatus"));
    QVERIFY(view().error->message.contains(change.setting->task.value));
    QVERIFY(!view().requestId.isEmpty());
    QCOMPARE(isDone(rows[row].what, change), rows[row].what == What::TaskToWindow);
}

void StepsTest::aBackupThatFailsIsSaidToFail_data()
{
    QTest::addColumn<int>("what");
    QTest::newRow("standard") << static_cast<int>(What::Backup);
    QTest::newRow("cloud-native cluster") << static_cast<int>(What::ClusterBackup);
}

void StepsTest::aBackupThatFailsIsSaidToFail()
{
    QFETCH(int, what);
    const StepPlan change = planOf(static_cast<What>(what));
    m_cloud->failBackupsOf(change.instance);
    QVERIFY(start(change).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(stateName(view().state), QStringLiteral("Failed"), patience);
    QVERIFY(view().error->message.contains(QLatin1String("backup")));
}

// It waits for its window; the user moves its switch to now, hours before that.
void StepsTest::aSwitchTheUserMovedRaisesNoAlarm()
{
    StepPlan now = taskPlan(What::TaskNow);
    const StepId upgrade = m_step;
    QVERIFY(m_upgrades->step(upgrade)->plan.window->start > m_clock.now().addSecs(3600));
    QVERIFY(start(now).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(stateName(m_upgrades->step(upgrade)->state), QStringLiteral("Verified"),
                              patience);
    QVERIFY(!m_upgrades->step(upgrade)->switchedOutsideWindow);
    QTRY_COMPARE_WITH_TIMEOUT(stateName(view().state), QStringLiteral("Verified"), patience);
    const auto isMoved = [](const Transition &transition) {
        return isNote(transition) && transition.data.contains(QLatin1String("moment"));
    };
    const QList<JournaledStep> steps = journaled();
    for (const JournaledStep &step : steps)
        QCOMPARE(std::count_if(step.transitions.begin(), step.transitions.end(), isMoved),
                 step.plan.id == upgrade ? 1 : 0);
    restart();
    resume();
    QVERIFY(!m_upgrades->step(upgrade)->switchedOutsideWindow);
    QVERIFY(baselineOf(*m_upgrades->step(upgrade)).movedTo.isValid()); // read back
}

void StepsTest::aMoveThatWasRefusedLeavesTheAlarm()
{
    StepPlan now = taskPlan(What::TaskNow);
    const StepId upgrade = m_step;
    failOnce(QStringLiteral("ModifyTaskInfo"), PlannedFault::Kind::Throttled);
    QVERIFY(start(now).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(stateName(view().state), QStringLiteral("Rejected"), patience);
    QVERIFY(!baselineOf(*m_upgrades->step(upgrade)).movedTo.isValid());
    QVERIFY(baselineOf(*m_upgrades->step(upgrade)).window.has_value());
}

void StepsTest::aWindowTheUserChangedCountsAsWell()
{
    QVERIFY(start(plan(ordersCache, Moment::MaintenanceWindow)).has_value());
    const StepId upgrade = m_step;
    QTRY_COMPARE_WITH_TIMEOUT(stateName(view().state), QStringLiteral("Waiting"), patience);
    const QDateTime since = view().since;
    const StepPlan change = planOf(What::Window); // 19:00 – 21:30; it is noon
    QVERIFY(start(change).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(stateName(view().state), QStringLiteral("Verified"), patience);
    const auto window = baselineOf(*m_upgrades->step(upgrade)).newWindow;
    QVERIFY(window.has_value());
    QCOMPARE(window->start, change.setting->window->next(m_clock.now(), 1).constFirst().start);
    QCOMPARE(m_upgrades->step(upgrade)->since, since); // a note enters no state
    // A far window is asked about rarely, until it comes, on every day that it does.
    const StepView waiting = *m_upgrades->step(upgrade);
    const auto pace = [&](const QDateTime &when) { return nextPollIn(waiting, when, m_intervals); };
    QCOMPARE(pace(window->start.addSecs(-3600)), m_intervals.slow);
    QCOMPARE(pace(window->start.addSecs(60)), m_intervals.fast);
    QCOMPARE(pace(window->start.addDays(3).addSecs(60)), m_intervals.fast);
    QCOMPARE(pace(window->end.addDays(3).addSecs(2 * 3600)), m_intervals.slow);
}

void StepsTest::aSettingMayChangeBesideAnOpenUpgrade()
{
    QVERIFY(start(plan(ordersCache, Moment::MaintenanceWindow)).has_value());
    const StepId upgrade = m_step;
    QTRY_COMPARE_WITH_TIMEOUT(stateName(view().state), QStringLiteral("Waiting"), patience);
    QVERIFY(start(planOf(What::AutoUpgrade)).has_value());
    QCOMPARE(m_upgrades->openCount(), 2);
    QCOMPARE(m_upgrades->openStepFor({ordersCache})->plan.id, upgrade);
    QTRY_COMPARE_WITH_TIMEOUT(stateName(view().state), QStringLiteral("Verified"), patience);
    QCOMPARE(m_upgrades->openStepFor({ordersCache})->plan.id, upgrade);
    const auto backup = start(planOf(What::ClusterBackup));
    QCOMPARE(backup.error().kind, Error::Kind::Conflict);
}

void StepsTest::aSecondSettingOfTheSameKindIsRefused()
{
    failOnce(QStringLiteral("ModifyInstanceMaintainTime"), PlannedFault::Kind::LostRequest);
    QVERIFY(start(planOf(What::Window)).has_value());
    const auto again = start(planOf(What::Window));
    QCOMPARE(again.error().kind, Error::Kind::Conflict);
    QVERIFY(start(planOf(What::AutoUpgrade)).has_value()); // of another kind
}

void StepsTest::factsAreGatheredByTheServicesClock_data()
{
    QTest::addColumn<int>("hoursAhead");
    QTest::addColumn<bool>("compared");
    QTest::newRow("the clocks agree") << 0 << true;
    QTest::newRow("ours is three hours behind") << 3 << true;
    QTest::newRow("ours is three hours ahead") << -3 << true;
    QTest::newRow("ours is three hours behind, and nobody has noticed") << 3 << false;
    QTest::newRow("ours is three hours ahead, and nobody has noticed") << -3 << false;
}

// A task that runs there forbids another upgrade, wherever our clock stands.
void StepsTest::factsAreGatheredByTheServicesClock()
{
    QFETCH(int, hoursAhead);
    QFETCH(bool, compared);
    m_serviceAhead = std::chrono::hours(hoursAhead);
    QObject context;
    cloud::ChangeRequest request = cloud::upgradeProxy({hangzhou}, {ordersCache}, Moment::Now);
    bool accepted = false;
    for (int attempt = 0; attempt < 2 && !accepted; ++attempt) { // the first may be refused for the clock
        bool ended = false;
        request.nonce = cloud::newNonce();
        m_client->change(request, &context, [&](const cloud::ChangeFacts &facts) {
            ended = true;
            accepted = facts.httpStatus == 200;
        });
        QTRY_VERIFY(ended);
    }
    QVERIFY(accepted);
    if (!compared)
        m_client = clientFor(m_cloud->origin(), m_cloud->accessKeyId().toLatin1(),
                             m_cloud->accessKeySecret().toLatin1(), m_network, m_clock);
    m_clock.shift += 200ms; // it takes half of 900 ms, and shows after a while
    const StepPlan change = planOf(What::Kernel);
    const auto facts = answered<MemberFacts>([&](QObject *c, const Handler<MemberFacts> &done) {
        gatherFacts(m_client, change, m_clock, c, done);
    });
    QVERIFY(facts.has_value() && facts->tasks);
    QCOMPARE(facts->tasks->size(), 1);
    QVERIFY(!admit(refreshed(change, *facts, m_clock.now()), *facts, false, m_clock.now()).admitted);
}

QTEST_GUILESS_MAIN(StepsTest)
#include "tst_steps.moc"
