// SPDX-License-Identifier: GPL-3.0-or-later
#include "historysamples.h"
#include "ui/running/runninglist.h"
#include "ui/running/runtimeline.h"
#include "ui/running/steptimeline.h"
#include "ui/running/taskoffers.h"
#include "upgrade/journalrow.h"
#include "upgrade/outcome.h"

#include <QTest>

using namespace uplift;
using namespace uplift::ui;
using namespace uplift::ui::samples;

namespace {

const QTimeZone hangzhou(8 * 3600);

CloudTask task(const QStringList &actions)
{
    CloudTask task;
    task.id.value = QStringLiteral("t-83hq1w6r0b");
    task.step = QStringLiteral("copy_data");
    task.status = CloudTask::Status::Running;
    task.statusText = QStringLiteral("Running");
    task.progress = 62;
    task.remaining = std::chrono::minutes(14);
    task.actions = actions;
    return task;
}

const QStringList both{QStringLiteral("modifySwitchTime"), QStringLiteral("cancel")};

upgrade::StepView running(StepState state = StepState::Running, StepKind kind = StepKind::Kernel,
                          const QStringList &actions = both)
{
    upgrade::StepPlan plan = attemptPlan(QStringLiteral("cart-sessions"), Environment::Production, kind);
    plan.window = WindowSpan{historyNow.addSecs(12 * 3600), historyNow.addSecs(16 * 3600)};
    upgrade::StepView step = upgrade::viewOf(attempt(
        plan, historyNow.addSecs(-1800),
        {{StepState::Planned, 0}, {StepState::Requested, 0}, {StepState::Accepted, 1}, {state, 250}}));
    step.state = state;
    if (upgrade::isUpgrade(kind))
        step.task = task(actions);
    return step;
}

upgrade::StepView change(const upgrade::StepView &of, StepKind kind, StepState state, int minutes = 1)
{
    upgrade::StepPlan plan = kind == StepKind::MoveTask
        ? movePlanOf(of, {}, upgrade::SettingChange::When::At, historyNow.addSecs(3600), hangzhou)
        : cancelPlanOf(of, {}, hangzhou);
    plan.id.value = QUuid::createUuid().toString();
    return upgrade::viewOf(attempt(plan, historyNow.addSecs(minutes * 60),
                                   {{StepState::Planned, 0}, {StepState::Requested, 0}, {state, 2}}));
}

} // namespace

class RunningWordsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theTaskOffersWhatItSaysBeforeTheSwitch_data();
    void theTaskOffersWhatItSaysBeforeTheSwitch();
    void aChangeOnItsWayForbidsAnother();
    void onlyChangesOfThisTaskCount();
    void aMoveIsAStepOfItsOwn();
    void theDueMomentFollowsTheLastMove();
    void aPlanThatMovesSurvivesTheJournal();
    void phasePercentAndRemainingTimeAreTheServicesOwn();
    void eachKindIsToldInItsWords_data();
    void eachKindIsToldInItsWords();
    void onlyUpgradesHaveAPointOfNoReturn_data();
    void onlyUpgradesHaveAPointOfNoReturn();
    void theStepInWhichItFailedHasNoTick();
    void onlyThePresentStepIsToldAsHappening();
    void aStepOfABatchNamesBatchAndWave();
    void aQuietWindowAsks();
    void theTimelineHasALaneForEachThatIsOpen();
    void theAxisHasFewTicksAndEndsWithinADay();
};

void RunningWordsTest::theTaskOffersWhatItSaysBeforeTheSwitch_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QStringList>("actions");
    QTest::addColumn<bool>("move");
    QTest::addColumn<bool>("cancel");
    const QStringList move{QStringLiteral("modifySwitchTime")};
    QTest::newRow("waiting for its window")
        << int(StepState::Waiting) << int(StepKind::Kernel) << both << true << true;
    QTest::newRow("copying") << int(StepState::Running) << int(StepKind::Kernel) << move << true << false;
    QTest::newRow("accepted, cancel alone") << int(StepState::Accepted) << int(StepKind::Kernel)
                                            << QStringList{QStringLiteral("cancel")} << false << true;
    QTest::newRow("a cluster: nothing is offered")
        << int(StepState::Running) << int(StepKind::Kernel) << QStringList() << false << false;
    QTest::newRow("proxies") << int(StepState::Running) << int(StepKind::Proxy) << both << true << true;
    QTest::newRow("switching: too late")
        << int(StepState::Switching) << int(StepKind::Kernel) << both << false << false;
    QTest::newRow("ended") << int(StepState::Verified) << int(StepKind::Kernel) << both << false << false;
    QTest::newRow("undecided: it may not exist")
        << int(StepState::Undecided) << int(StepKind::Kernel) << both << false << false;
    QTest::newRow("a backup") << int(StepState::Running) << int(StepKind::Backup) << both << false << false;
}

void RunningWordsTest::theTaskOffersWhatItSaysBeforeTheSwitch()
{
    QFETCH(int, state);
    QFETCH(int, kind);
    QFETCH(QStringList, actions);
    const TaskOffers offers = offersOf(running(StepState(state), StepKind(kind), actions), {}, hangzhou);
    QTEST(offers.move, "move");
    QTEST(offers.cancel, "cancel");
    QVERIFY(offers.pending.isEmpty());
    upgrade::StepView noTask = running(StepState(state), StepKind(kind), actions);
    noTask.task.reset();
    QVERIFY(!offersOf(noTask, {}, hangzhou).move);
}

void RunningWordsTest::aChangeOnItsWayForbidsAnother()
{
    const upgrade::StepView step = running();
    for (const StepKind kind : {StepKind::MoveTask, StepKind::CancelTask}) {
        const TaskOffers offers = offersOf(step, {change(step, kind, StepState::Accepted)}, hangzhou);
        QVERIFY(!offers.move && !offers.cancel);
        QVERIFY2(offers.pending.contains(QStringLiteral("at 14:33")), qPrintable(offers.pending));
        QVERIFY(offersOf(step, {change(step, kind, StepState::Rejected)}, hangzhou).move);
    }
}

void RunningWordsTest::onlyChangesOfThisTaskCount()
{
    const upgrade::StepView step = running();
    upgrade::StepView other = change(step, StepKind::MoveTask, StepState::Verified);
    other.plan.setting->task.value = QStringLiteral("t-other");
    upgrade::StepView foreign = change(step, StepKind::MoveTask, StepState::Verified);
    foreign.plan.account.value = QStringLiteral("a-2");
    const upgrade::StepView first = change(step, StepKind::MoveTask, StepState::Verified, 1);
    const upgrade::StepView second = change(step, StepKind::CancelTask, StepState::Rejected, 5);
    const QList<upgrade::StepView> found = changesOf(step, {step, first, other, second, foreign});
    QCOMPARE(found.size(), 2);
    QCOMPARE(found.constFirst().plan.id, second.plan.id); // newest first
    upgrade::StepView noTask = step;
    noTask.task.reset();
    QVERIFY(changesOf(noTask, {first}).isEmpty());
}

void RunningWordsTest::aMoveIsAStepOfItsOwn()
{
    upgrade::StepView step = running();
    step.plan.batch.value = QStringLiteral("b-1");
    step.plan.wave = 2;
    const QDateTime at = historyNow.addSecs(5400);
    const upgrade::StepPlan move =
        movePlanOf(step, {}, upgrade::SettingChange::When::At, at.toTimeZone(hangzhou), hangzhou);
    QCOMPARE(move.kind, StepKind::MoveTask);
    QVERIFY(move.id.isEmpty()); // it gets its own
    QVERIFY(move.batch.isEmpty()); // a batch knows its members by their ids
    QCOMPARE(move.instance, step.plan.instance);
    QCOMPARE(move.ticket, step.plan.ticket);
    QCOMPARE(move.by, upgrade::whoami());
    QCOMPARE(move.setting->task.value, QStringLiteral("t-83hq1w6r0b"));
    QCOMPARE(move.setting->taskStep, QStringLiteral("copy_data"));
    QCOMPARE(move.setting->at, at);
    QCOMPARE(move.setting->at.timeSpec(), Qt::UTC);
    QCOMPARE(move.setting->before,
             QStringLiteral("in the window, 20 Nov 02:32 – 06:32 UTC+8 (19 Nov 18:32 – 22:32 UTC)"));
    QCOMPARE(move.setting->after, QStringLiteral("19 Nov 16:02 (19 Nov 08:02 UTC)"));
    const upgrade::StepPlan cancel = cancelPlanOf(step, {}, hangzhou);
    QCOMPARE(cancel.kind, StepKind::CancelTask);
    QCOMPARE(cancel.setting->after, QStringLiteral("cancelled"));
    const upgrade::StepPlan now =
        movePlanOf(step, {}, upgrade::SettingChange::When::Immediately, {}, hangzhou);
    QCOMPARE(now.setting->after, QStringLiteral("at once"));
    QVERIFY(!now.setting->at.isValid());
}

void RunningWordsTest::theDueMomentFollowsTheLastMove()
{
    const upgrade::StepView step = running();
    QCOMPARE(dueText(step, {}, hangzhou),
             QStringLiteral("in the window, 20 Nov 02:32 – 06:32 UTC+8 (19 Nov 18:32 – 22:32 UTC)"));
    const upgrade::StepView refused = change(step, StepKind::MoveTask, StepState::Rejected, 9);
    const upgrade::StepView moved = change(step, StepKind::MoveTask, StepState::Verified, 5);
    QCOMPARE(dueText(step, {refused}, hangzhou),
             QStringLiteral("in the window, 20 Nov 02:32 – 06:32 UTC+8 (19 Nov 18:32 – 22:32 UTC)"));
    QVERIFY(!movedBy({refused}));
    QCOMPARE(dueText(step, {refused, moved}, hangzhou), QStringLiteral("19 Nov 15:32 (19 Nov 07:32 UTC)"));
    upgrade::StepView atOnce = step;
    atOnce.plan.moment = Moment::Now;
    QCOMPARE(dueText(atOnce, {}, hangzhou), QStringLiteral("at once"));
}

void RunningWordsTest::aPlanThatMovesSurvivesTheJournal()
{
    upgrade::StepPlan plan =
        movePlanOf(running(), {}, upgrade::SettingChange::When::At, historyNow.addSecs(3600), hangzhou);
    plan.id.value = QStringLiteral("s-1");
    const Result<upgrade::StepPlan> read = upgrade::planFromJson(upgrade::toJson(plan));
    QVERIFY(read.has_value());
    QCOMPARE(read->setting->at, plan.setting->at);
    QCOMPARE(read->setting->taskStep, plan.setting->taskStep);
    QCOMPARE(read->setting->after, plan.setting->after);
}

void RunningWordsTest::phasePercentAndRemainingTimeAreTheServicesOwn()
{
    const WhereItIs where = whereItIs(running(), historyNow, hangzhou);
    QCOMPARE(where.head, QStringLiteral("Upgrading: copy_data"));
    QCOMPARE(where.detail, QStringLiteral("62 %, about 14 min left"));
    QCOMPARE(where.percent.value_or(-1), 62.0);
    upgrade::StepView silent = running();
    silent.task->progress.reset();
    silent.task->remaining.reset();
    silent.task->step.clear();
    const WhereItIs said = whereItIs(silent, historyNow, hangzhou);
    QCOMPARE(said.head, QStringLiteral("Upgrading"));
    QCOMPARE(said.detail, QStringLiteral("Running")); // the service's word, when it tells nothing else
    QVERIFY(!said.percent);
}

void RunningWordsTest::eachKindIsToldInItsWords_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("state");
    QTest::addColumn<QString>("head");
    QTest::addColumn<QString>("detail");
    QTest::newRow("backup runs") << int(StepKind::Backup) << int(StepState::Running) << "Backing up"
                                 << "Uploading";
    QTest::newRow("backup done") << int(StepKind::Backup) << int(StepState::Verified) << "Verified"
                                 << "Uploading";
    QTest::newRow("setting read back") << int(StepKind::Window) << int(StepState::Verified) << "Verified"
                                       << "reads back as asked for";
    QTest::newRow("setting unchanged")
        << int(StepKind::AutoUpgrade) << int(StepState::Unchanged) << "Accepted, nothing changed"
        << "see what happened";
    QTest::newRow("proxies") << int(StepKind::Proxy) << int(StepState::Switching) << "Switching"
                             << "past the point of no return";
}

void RunningWordsTest::eachKindIsToldInItsWords()
{
    QFETCH(int, kind);
    QFETCH(int, state);
    upgrade::StepView step = running(StepState(state), StepKind(kind));
    if (step.plan.kind == StepKind::Backup)
        step.backup =
            upgrade::BackupSight{upgrade::BackupSight::Phase::Running, 40.0, QStringLiteral("Uploading")};
    const WhereItIs where = whereItIs(step, historyNow, hangzhou);
    QTEST(where.head, "head");
    QTEST(where.detail, "detail");
    if (step.plan.kind == StepKind::Backup && step.state == StepState::Running)
        QCOMPARE(where.percent.value_or(-1), 40.0);
}

void RunningWordsTest::onlyUpgradesHaveAPointOfNoReturn_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("state");
    QTest::addColumn<int>("lines");
    for (const StepState state : {StepState::Running, StepState::Verified}) {
        for (const auto &[kind, lines] :
             {std::pair(StepKind::Kernel, 1), std::pair(StepKind::Proxy, 1), std::pair(StepKind::Backup, 0),
              std::pair(StepKind::Window, 0), std::pair(StepKind::MoveTask, 0)})
            QTest::addRow("%s %s", qPrintable(upgrade::kindName(kind)), qPrintable(upgrade::stateName(state)))
                << int(kind) << int(state) << lines;
    }
}

void RunningWordsTest::onlyUpgradesHaveAPointOfNoReturn()
{
    QFETCH(int, kind);
    QFETCH(int, state);
    const QList<TimelineEntry> entries = timelineOf(running(StepState(state), StepKind(kind)), hangzhou);
    const auto lines = std::count_if(entries.begin(), entries.end(), [](const TimelineEntry &entry) {
        return entry.kind == TimelineEntry::Kind::NoReturn;
    });
    QTEST(int(lines), "lines");
    const bool toCome = entries.constLast().kind == TimelineEntry::Kind::ToCome;
    QCOMPARE(toCome, StepState(state) == StepState::Running);
}

void RunningWordsTest::theStepInWhichItFailedHasNoTick()
{
    const upgrade::StepView failed = upgrade::viewOf(attempt(
        attemptPlan(QStringLiteral("cart-sessions"), Environment::Production), historyNow.addSecs(-1800),
        {{StepState::Planned, 0},
         {StepState::Requested, 0},
         {StepState::Accepted, 1},
         {StepState::Running, 2},
         {StepState::Failed, 250}}));
    const QList<TimelineEntry> entries = timelineOf(failed, hangzhou);
    QCOMPARE(entries.size(), 4);
    QCOMPARE(entries.constLast().kind, TimelineEntry::Kind::Bad);
    QCOMPARE(entries.at(2).kind, TimelineEntry::Kind::Bad); // what it was doing
    QCOMPARE(entries.at(1).kind, TimelineEntry::Kind::Done); // it was accepted
}

void RunningWordsTest::onlyThePresentStepIsToldAsHappening()
{
    QList<State> states{{StepState::Planned, 0},
                        {StepState::Requested, 0},
                        {StepState::Accepted, 1},
                        {StepState::Waiting, 2},
                        {StepState::Running, 3}};
    const auto texts = [&states] {
        const upgrade::StepView step =
            upgrade::viewOf(attempt(attemptPlan(QStringLiteral("cart-sessions"), Environment::Production),
                                    historyNow.addSecs(-1800), states));
        QStringList told;
        const QList<TimelineEntry> entries = timelineOf(step, hangzhou);
        for (const TimelineEntry &entry : entries) {
            if (entry.kind != TimelineEntry::Kind::NoReturn)
                told.append(entry.text);
        }
        return told.join(QStringLiteral(", "));
    };
    const QString asked = QStringLiteral("Requested, Accepted by the service, Wait for its window, ");
    QCOMPARE(texts(), asked + QStringLiteral("Upgrading, Switchover, Verification of the version"));
    states.append({StepState::Switching, 200});
    QCOMPARE(texts(), asked + QStringLiteral("Upgrade, Switching, Verification of the version"));
    states.append({StepState::Verified, 250});
    QCOMPARE(texts(), asked + QStringLiteral("Upgrade, Switchover, Verified"));
}

void RunningWordsTest::aStepOfABatchNamesBatchAndWave()
{
    RunningModel model;
    upgrade::StepView step = running();
    step.plan.batch.value = QStringLiteral("b-1");
    step.plan.wave = 2;
    model.setNow(historyNow, hangzhou);
    model.setBatchNames({{step.plan.batch, QStringLiteral("Weekend")}});
    model.setSteps({step});
    QCOMPARE(model.batchText(step), QStringLiteral("Weekend, wave 2"));
    QCOMPARE(model.index(0).data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("cart-sessions, Production, 7.0.1.8 to 7.0.1.14, Weekend, wave 2, "
                            "Upgrading: copy_data, 62 %, about 14 min left, Sent 14:02, 30 min ago"));
    QVERIFY(model.batchText(running()).isEmpty());
}

void RunningWordsTest::aQuietWindowAsks()
{
    upgrade::StepView step = running(StepState::Waiting);
    step.windowPassedUnchanged = true;
    QCOMPARE(whereItIs(step, historyNow, hangzhou).detail,
             QStringLiteral("nothing happened; needs your decision"));
    QCOMPARE(int(runningMark(step).role), int(Role::Amber));
    QVERIFY(runningMark(running(StepState::Waiting)).role != Role::Amber);
}

void RunningWordsTest::theTimelineHasALaneForEachThatIsOpen()
{
    const upgrade::StepView waiting = running(StepState::Waiting);
    upgrade::StepView undecided = running(StepState::Undecided);
    undecided.sentAt = historyNow.addSecs(-3600);
    const QList<TimelineLane> lanes =
        lanesOf({running(), running(StepState::Verified), waiting, undecided}, historyNow);
    QCOMPARE(lanes.size(), 3);
    QVERIFY(lanes.at(0).asks); // the oldest
    QCOMPARE(lanes.at(0).begin, historyNow.addSecs(-3600));
    QCOMPARE(lanes.at(1).expected, historyNow.addSecs(14 * 60));
    QVERIFY(!lanes.at(1).window); // it is past waiting
    QCOMPARE(lanes.at(2).window->start, waiting.plan.window->start);
    QVERIFY(!lanes.at(2).expected.isValid()); // what waits is not at work
    RunTimeline timeline;
    timeline.setNow(historyNow, hangzhou);
    timeline.setLanes(lanes);
    QVERIFY(timeline.accessibleDescription().contains(
        QStringLiteral("cart-sessions, Production: since 14:02, until about 14:46")));
}

void RunningWordsTest::theAxisHasFewTicksAndEndsWithinADay()
{
    TimelineLane lane;
    lane.begin = historyNow.addSecs(-30 * 60);
    lane.expected = historyNow.addSecs(14 * 60);
    TimeAxis axis = axisOf({lane}, historyNow, 8);
    QCOMPARE(axis.from, lane.begin);
    QCOMPARE(axis.to, lane.expected);
    QCOMPARE(axis.step, std::chrono::minutes(10));
    lane.begin = historyNow.addDays(-5);
    lane.window = WindowSpan{historyNow.addDays(3), historyNow.addDays(3).addSecs(3600)};
    axis = axisOf({lane}, historyNow, 8);
    QCOMPARE(axis.from, historyNow.addDays(-1));
    QCOMPARE(axis.to, historyNow.addDays(1));
    QVERIFY(axis.from.secsTo(axis.to) / 60 / axis.step.count() <= 8);
    QVERIFY(axisOf({}, historyNow, 0).from < historyNow);
}

QTEST_MAIN(RunningWordsTest)
#include "tst_runningwords.moc"
