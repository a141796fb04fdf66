// SPDX-License-Identifier: GPL-3.0-or-later
#include "batchsamples.h"
#include "ui/batch/batchstatus.h"
#include "ui/batch/planlist.h"
#include "ui/batch/planrowsmodel.h"
#include "ui/batch/planrowsview.h"
#include "ui/look/style.h"
#include "ui/look/times.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace uplift;
using namespace uplift::ui;
using namespace uplift::ui::samples;
using upgrade::BatchRules;
using upgrade::StepState;

using Kind = PlanRow::Kind;

/// Lines of a plan: before it is begun, and while it runs.
class BatchRowsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyLook(*qApp, ThemeId::Light); }
    void theDryRunStandsInOrderWithItsGates();
    void thoseLeftOutComeLastWithTheirReasons();
    void numbersByHandStandBesideAllButTheCanary();
    void aRunningBatchShowsEveryMembersState_data();
    void aRunningBatchShowsEveryMembersState();
    void theWaveThatWaitsSaysUntilWhen();
    void anEndedBatchSaysWhatWasNotBegun();
    void everyLineIsSpoken();
    void theModelKeepsItsPromises();
    void aLineThatChangesKeepsTheSelection();
    void digitsPutTheSelectedIntoAWave();
    void f2OpensTheNumberAndEnterTakesIt();
    void theListOfPlansHasOpenThenEndedThenSaved();
    void aSavedPlanHasTheEnvironmentOfItsMembers();
    void theListModelKeepsItsPromises();
    void aBatchSaysHowFarItIs_data();
    void aBatchSaysHowFarItIs();
    void whatComesNextIsSaid();
    void aStartNobodyKnowsOfIsForTheUserToSay();
    void everyHoldHasAdvice_data();
    void everyHoldHasAdvice();
    void theStripShowsOpenBatchesOnly();

private:
    [[nodiscard]] static QList<PlanRow> dryRows(const QList<PlanMember> &members,
                                                const BatchRules &rules = {})
    {
        const upgrade::BatchPlan plan = planOfMembers(members, rules);
        return dryRunRows(plan, upgrade::dryRun(plan, batchNow), members, rules, batchNow, shanghai);
    }
    [[nodiscard]] static QList<PlanRow> timeline(const upgrade::BatchView &view)
    {
        return timelineRows(view, {}, batchNow, shanghai);
    }
    [[nodiscard]] static const PlanRow &rowNamed(const QList<PlanRow> &rows, const QString &title)
    {
        static const PlanRow none;
        for (const PlanRow &row : rows) {
            if (row.title == title)
                return row;
        }
        return none;
    }
};

void BatchRowsTest::theDryRunStandsInOrderWithItsGates()
{
    const QList<PlanRow> rows = dryRows(fourMembers());
    QStringList titles;
    QList<Kind> kinds;
    for (const PlanRow &row : rows) {
        titles.append(row.title);
        kinds.append(row.kind);
    }
    QCOMPARE(kinds,
             (QList<Kind>{Kind::WaveHead, Kind::Member, Kind::Gate, Kind::WaveHead, Kind::Member, Kind::Gate,
                          Kind::WaveHead, Kind::Member, Kind::Member}));
    QCOMPARE(titles,
             (QStringList{QStringLiteral("Canary"), QStringLiteral("orders-stg"),
                          QStringLiteral("Only if the canary is Verified: then wait 2 h."),
                          QStringLiteral("Staging"), QStringLiteral("search-stg"),
                          QStringLiteral("Then wait 30 min."), QStringLiteral("Production"),
                          QStringLiteral("orders"), QStringLiteral("cart")}));
    QCOMPARE(rows.at(0).when, QStringLiteral("Tonight 02:00"));
    QCOMPARE(rows.at(0).number, 1);
    QCOMPARE(rows.at(1).third, QStringLiteral("02:00"));
    QCOMPARE(rows.at(1).from, QStringLiteral("7.0.1.8"));
    QCOMPARE(rows.at(1).to, QStringLiteral("7.0.1.14"));
    QCOMPARE(rows.at(1).mark.word, QStringLiteral("Checks pass"));
    QCOMPARE(rows.at(1).mark.icon, Icon::Tick);
    // Its turn comes while its window is open: then, or in the next one.
    QCOMPARE(rows.at(4).third, QStringLiteral("from about 04:30"));
    QVERIFY2(rows.at(4).tip.contains(QLatin1String("this begins about 21 Nov 02:00")),
             qPrintable(rows.at(4).tip));
    QVERIFY2(rows.at(6).when.startsWith(QLatin1String("from about ")), qPrintable(rows.at(6).when));
    QVERIFY(!rows.at(1).hand);
}

void BatchRowsTest::thoseLeftOutComeLastWithTheirReasons()
{
    MemberKnown busy = known(QStringLiteral("busy"));
    busy.facts.readOnly = true;
    QList<PlanMember> members = fourMembers();
    members.prepend(memberOf(busy, {}, impactTable()));
    const QList<PlanRow> rows = dryRows(members);
    QCOMPARE(rows.at(rows.size() - 2).kind, Kind::LeftOutHead);
    QCOMPARE(rows.at(rows.size() - 2).note, QStringLiteral("1 instance"));
    QCOMPARE(rows.constLast().kind, Kind::LeftOut);
    QCOMPARE(rows.constLast().title, QStringLiteral("busy"));
    QCOMPARE(rows.constLast().note, QStringLiteral("Profile is read-only"));
    QCOMPARE(rows.constLast().mark.icon, Icon::Dash);
}

void BatchRowsTest::numbersByHandStandBesideAllButTheCanary()
{
    BatchRules rules;
    rules.waves = BatchRules::Waves::Hand;
    rules.byHand = {{keyNamed(QStringLiteral("orders")).instance, 2},
                    {keyNamed(QStringLiteral("search-stg")).instance, 1}};
    const QList<PlanRow> rows = dryRows(fourMembers(), rules);
    QVERIFY(!rowNamed(rows, QStringLiteral("orders-stg")).hand); // the canary
    QCOMPARE(rowNamed(rows, QStringLiteral("search-stg")).hand, std::optional(2));
    QCOMPARE(rowNamed(rows, QStringLiteral("orders")).hand, std::optional(3));
    QCOMPARE(rowNamed(rows, QStringLiteral("cart")).hand, std::optional(3)); // without a number: the last one
}

void BatchRowsTest::aRunningBatchShowsEveryMembersState_data()
{
    using Put = std::function<void(upgrade::BatchView &, int)>;
    QTest::addColumn<Put>("put");
    QTest::addColumn<QString>("word");
    QTest::addColumn<int>("shape");
    const auto row = [](const char *name, const Put &set, const char *word, Icon shape) {
        QTest::newRow(name) << set << QString::fromUtf8(word) << static_cast<int>(shape);
    };
    const auto in = [](StepState state) {
        return Put([state](upgrade::BatchView &view, int item) { put(view, item, state); });
    };
    row(
        "its turn has not come", [](upgrade::BatchView &, int) {}, "Waiting for wave 2", Icon::OpenRing);
    row(
        "being checked",
        [](upgrade::BatchView &view, int item) {
            put(view, item, StepState::Planned);
            view.progress.attempts[item][0][0].checking = true;
        },
        "Being checked", Icon::Running);
    row("running", in(StepState::Running), "Upgrading", Icon::Running);
    row("waiting for its window", in(StepState::Waiting), "Waiting", Icon::Clock);
    row("verified", in(StepState::Verified), "Verified", Icon::TickDisc);
    row("failed", in(StepState::Failed), "Failed", Icon::CrossDisc);
    row("unchanged", in(StepState::Unchanged), "Unchanged", Icon::Warning);
    row("undecided", in(StepState::Undecided), "Undecided", Icon::Question);
    row(
        "left out when its turn came",
        [](upgrade::BatchView &view, int item) {
            put(view, item, StepState::NotStarted);
            view.progress.attempts[item][0][0].leftOut = true;
        },
        "Left out", Icon::Dash);
    row(
        "the latest already",
        [](upgrade::BatchView &view, int item) {
            put(view, item, StepState::NotStarted);
            view.progress.attempts[item][0][0].leftOut = true;
            view.progress.attempts[item][0][0].latest = true;
        },
        "Up to date", Icon::Tick);
    row(
        "throttled, tried again",
        [](upgrade::BatchView &view, int item) {
            put(view, item, StepState::Rejected);
            view.progress.attempts[item][0][0].mayTryAgain = true;
        },
        "Tried again soon", Icon::Clock);
}

void BatchRowsTest::aRunningBatchShowsEveryMembersState()
{
    using Put = std::function<void(upgrade::BatchView &, int)>;
    QFETCH(Put, put);
    QFETCH(QString, word);
    QFETCH(int, shape);
    upgrade::BatchView view = runningBatch();
    put(view, itemNamed(view.plan, QStringLiteral("search-stg")));
    const PlanRow row = rowNamed(timeline(view), QStringLiteral("search-stg"));
    QCOMPARE(row.mark.word, word);
    QCOMPARE(static_cast<int>(row.mark.icon), shape);
}

void BatchRowsTest::theWaveThatWaitsSaysUntilWhen()
{
    upgrade::BatchView view = runningBatch();
    view.nextAt = batchNow.addSecs(2 * 3600);
    const QList<PlanRow> rows = timeline(view);
    QCOMPARE(rows.at(0).when, QStringLiteral("1 of 1 ended"));
    QCOMPARE(rows.at(2).kind, Kind::Gate);
    QCOMPARE(rows.at(2).when, QStringLiteral("until today 16:32"));
    QCOMPARE(rows.at(3).when, QStringLiteral("Today 16:32"));
    QCOMPARE(rows.at(6).when, QStringLiteral("To come"));
    QCOMPARE(rows.at(1).step, upgrade::stepIdOf(view.plan.id, {0, 0}, 1));
    QCOMPARE(rows.at(1).third, QStringLiteral("ended 14:32"));
}

void BatchRowsTest::anEndedBatchSaysWhatWasNotBegun()
{
    upgrade::BatchView view = runningBatch();
    view.progress.state = upgrade::BatchState::Stopped;
    view.wave = -1;
    const QList<PlanRow> rows = timeline(view);
    QCOMPARE(rowNamed(rows, QStringLiteral("cart")).mark.word, QStringLiteral("Not begun"));
    QCOMPARE(rows.at(6).when, QStringLiteral("Not begun"));
}

void BatchRowsTest::everyLineIsSpoken()
{
    MemberKnown busy = known(QStringLiteral("busy"));
    busy.facts.readOnly = true;
    QList<PlanMember> members = fourMembers();
    members.append(memberOf(busy, {}, impactTable()));
    const QList<PlanRow> rows = dryRows(members);
    QCOMPARE(spokenText(rows.at(0)), QStringLiteral("Wave 1: Canary, 1 instance, Tonight 02:00"));
    QCOMPARE(
        spokenText(rows.at(1)),
        QStringLiteral("orders-stg, Staging, 7.0.1.8 to 7.0.1.14, 02:00, Standard, 2 zones, Checks pass"));
    QCOMPARE(spokenText(rows.at(2)), rows.at(2).title);
    QCOMPARE(spokenText(rows.constLast()),
             QStringLiteral("busy, Production, 7.0.1.8 to 7.0.1.14, Profile is read-only"));
    PlanRowsModel model;
    model.setRows(rows);
    for (int row = 0; row < model.rowCount(); ++row)
        QVERIFY(!model.index(row).data(Qt::AccessibleTextRole).toString().isEmpty());
}

void BatchRowsTest::theModelKeepsItsPromises()
{
    PlanRowsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setRows(dryRows(fourMembers()));
    QCOMPARE(model.rowCount(), 9);
    QVERIFY(!model.flags(model.index(0)).testFlag(Qt::ItemIsSelectable)); // a wave's head
    QVERIFY(model.flags(model.index(0)).testFlag(Qt::ItemIsEnabled)); // but one may stand on it
    QVERIFY(model.flags(model.index(1)).testFlag(Qt::ItemIsSelectable));
    model.setRows(dryRows({member(QStringLiteral("orders"))}));
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.indexOf(keyNamed(QStringLiteral("orders")).instance), 1);
    QCOMPARE(model.indexOf({QStringLiteral("r-nobody")}), -1);
    model.setRows({});
    QCOMPARE(model.rowCount(), 0);
}

void BatchRowsTest::aLineThatChangesKeepsTheSelection()
{
    PlanRowsView view;
    view.setRows(dryRows(fourMembers()));
    const InstanceId cart = keyNamed(QStringLiteral("cart")).instance;
    view.select(cart);
    upgrade::BatchView batch = runningBatch();
    QSignalSpy changes(view.model(), &QAbstractItemModel::dataChanged);
    view.setRows(timeline(batch));
    QCOMPARE(view.current()->instance, cart);
    changes.clear();
    put(batch, itemNamed(batch.plan, QStringLiteral("cart")), StepState::Running);
    view.setRows(timeline(batch));
    QCOMPARE(changes.count(), 2); // the member, and its wave's head
    QCOMPARE(view.current()->mark.word, QStringLiteral("Upgrading"));
    // Other lines: all is told anew, and the instance is still the current one.
    view.setRows(dryRows({member(QStringLiteral("cart"))}));
    QCOMPARE(view.current()->instance, cart);
    QVERIFY(view.selectionModel()->isSelected(view.currentIndex()));
    QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(QLatin1String("cart, Production")));
}

void BatchRowsTest::digitsPutTheSelectedIntoAWave()
{
    BatchRules rules;
    rules.waves = BatchRules::Waves::Hand;
    PlanRowsView view;
    QSignalSpy chosen(&view, &PlanRowsView::handsChosen);
    view.setRows(dryRows(fourMembers(), rules));
    view.selectAll();
    QTest::keyClick(&view, Qt::Key_3);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.at(0).at(0).value<QList<InstanceId>>().size(), 3); // not the canary
    QCOMPARE(chosen.at(0).at(1).toInt(), 3);
    // Not by hand: a digit is nothing.
    view.setRows(dryRows(fourMembers()));
    view.selectAll();
    QTest::keyClick(&view, Qt::Key_3);
    QCOMPARE(chosen.count(), 1);
}

void BatchRowsTest::f2OpensTheNumberAndEnterTakesIt()
{
    BatchRules rules;
    rules.waves = BatchRules::Waves::Hand;
    PlanRowsView view;
    view.resize(720, 400);
    QSignalSpy chosen(&view, &PlanRowsView::handsChosen);
    view.setRows(dryRows(fourMembers(), rules));
    view.show();
    view.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&view));
    view.select(keyNamed(QStringLiteral("cart")).instance);
    QTest::keyClick(&view, Qt::Key_F2);
    auto *editor = view.findChild<QSpinBox *>(QStringLiteral("handEditor"));
    QVERIFY(editor);
    QVERIFY(editor->accessibleName().contains(QLatin1String("cart")));
    QTest::keyClicks(editor, QStringLiteral("12"));
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(chosen.count(), 1);
    QCOMPARE(chosen.at(0).at(1).toInt(), 12);
}

void BatchRowsTest::theListOfPlansHasOpenThenEndedThenSaved()
{
    upgrade::BatchView ended = runningBatch();
    ended.plan.id = {QStringLiteral("ended")};
    ended.progress.state = upgrade::BatchState::Finished;
    profiles::SavedPlan saved;
    saved.id = {QStringLiteral("saved")};
    saved.name = QStringLiteral("Monthly");
    saved.members.resize(3);
    const QList<PlanEntry> entries = planEntries({ended, runningBatch()}, {saved}, shanghai);
    QCOMPARE(entries.size(), 3);
    QCOMPARE(entries.at(0).kind, PlanEntry::Kind::Open);
    QCOMPARE(entries.at(0).progress, QStringLiteral("wave 2 of 3, 1 of 4 ended"));
    QCOMPARE(entries.at(1).kind, PlanEntry::Kind::Ended);
    QCOMPARE(entries.at(2).kind, PlanEntry::Kind::Saved);
    QCOMPARE(entries.at(2).progress, QStringLiteral("3 instances"));
    QCOMPARE(spokenText(entries.at(0)),
             QStringLiteral("Checkout, Production, Running, wave 2 of 3, 1 of 4 ended, since 14:32"));
    QCOMPARE(spokenText(entries.at(2)), QStringLiteral("Monthly, Saved, 3 instances"));
    // Of an earlier start: after what is saved, with its day.
    ended.plan.id = {QStringLiteral("earlier")};
    const QList<PlanEntry> more = planEntries({runningBatch()}, {saved}, shanghai, {ended});
    QCOMPARE(more.size(), 3);
    QCOMPARE(more.at(1).kind, PlanEntry::Kind::Saved);
    QCOMPARE(more.at(2).kind, PlanEntry::Kind::Ended);
    QCOMPARE(more.at(2).when, QStringLiteral("ended ") + dayText(ended.progress.since, shanghai));
}

void BatchRowsTest::aSavedPlanHasTheEnvironmentOfItsMembers()
{
    profiles::Workspace workspace;
    profiles::Account account;
    account.id = {QStringLiteral("a")};
    account.environment = Environment::Development;
    workspace.accounts = {account};
    profiles::Profile profile;
    profile.account = account.id;
    profile.instance = {QStringLiteral("r-prod")};
    profile.environment = Environment::Production;
    workspace.profiles = {profile};
    const auto planOf = [](const QString &id, const QList<profiles::SavedPlan::Member> &members) {
        profiles::SavedPlan plan;
        plan.id = {id};
        plan.members = members;
        return plan;
    };
    const profiles::SavedPlan::Member production{account.id, {}, profile.instance};
    const profiles::SavedPlan::Member other{account.id, {}, {QStringLiteral("r-other")}};
    const profiles::SavedPlan::Member gone{{QStringLiteral("gone")}, {}, profile.instance};
    workspace.plans = {planOf(QStringLiteral("p1"), {other, production}),
                       planOf(QStringLiteral("p2"), {other}), planOf(QStringLiteral("p3"), {gone})};
    const QHash<PlanId, Environment> found = savedEnvironments(workspace);
    QCOMPARE(found.size(), 2);
    QCOMPARE(found.value({QStringLiteral("p1")}), Environment::Production);
    QCOMPARE(found.value({QStringLiteral("p2")}), Environment::Development);
}

void BatchRowsTest::theListModelKeepsItsPromises()
{
    PlanListModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setEntries(planEntries({runningBatch()}, {}, shanghai));
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.indexOf(samplePlan), 0);
    upgrade::BatchView further = runningBatch();
    put(further, 1, StepState::Verified);
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    model.setEntries(planEntries({further}, {}, shanghai));
    QCOMPARE(changes.count(), 1);
    model.setEntries({});
    QCOMPARE(model.rowCount(), 0);
}

void BatchRowsTest::aBatchSaysHowFarItIs_data()
{
    using Change = std::function<void(upgrade::BatchView &)>;
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("progress");
    QTest::addColumn<QString>("word");
    const auto row = [](const char *name, const Change &change, const char *progress, const char *word) {
        QTest::newRow(name) << change << QString::fromUtf8(progress) << QString::fromUtf8(word);
    };
    row(
        "wave two", [](upgrade::BatchView &) {}, "wave 2 of 3, 1 of 4 ended", "Running");
    row(
        "paused", [](upgrade::BatchView &v) { v.progress.state = upgrade::BatchState::Paused; },
        "wave 2 of 3, 1 of 4 ended", "Paused");
    row(
        "held", [](upgrade::BatchView &v) { v.progress.state = upgrade::BatchState::Held; },
        "wave 2 of 3, 1 of 4 ended", "Stopped by a rule");
    row(
        "finished, one failed",
        [](upgrade::BatchView &v) {
            put(v, 1, StepState::Verified);
            put(v, 2, StepState::Failed);
            put(v, 3, StepState::Verified);
            v.progress.state = upgrade::BatchState::Finished;
            v.wave = -1;
        },
        "3 of 4 verified, 1 not verified", "Finished");
    row(
        "stopped early",
        [](upgrade::BatchView &v) {
            v.progress.state = upgrade::BatchState::Stopped;
            v.wave = -1;
        },
        "1 of 4 verified, 3 not ended", "Stopped");
    row(
        "in the cloud", [](upgrade::BatchView &v) { v.plan.handedOver.append(upgrade::Orchestration()); },
        "wave 2 of 3, 1 of 4 ended", "Running in the cloud");
}

void BatchRowsTest::aBatchSaysHowFarItIs()
{
    using Change = std::function<void(upgrade::BatchView &)>;
    QFETCH(Change, change);
    QFETCH(QString, progress);
    QFETCH(QString, word);
    upgrade::BatchView view = runningBatch();
    change(view);
    QCOMPARE(progressText(view), progress);
    QCOMPARE(batchMark(view).word, word);
    QVERIFY(batchMark(view).icon != Icon::None);
}

void BatchRowsTest::whatComesNextIsSaid()
{
    upgrade::BatchView view = runningBatch();
    QVERIFY(nextText(view, batchNow, shanghai).contains(QLatin1String("wave 2, Staging")));
    view.nextAt = batchNow.addSecs(2 * 3600);
    QCOMPARE(nextText(view, batchNow, shanghai),
             QStringLiteral("Next: wave 2, Staging, today 16:32, in 2 h."));
    QVERIFY(closingSentence(view).contains(QLatin1String("only while Uplift runs")));
    view.progress.state = upgrade::BatchState::Finished;
    QVERIFY(nextText(view, batchNow, shanghai).isEmpty());
    QVERIFY(closingSentence(view).isEmpty());
    upgrade::BatchView cloud = runningBatch();
    cloud.plan.handedOver.append(upgrade::Orchestration());
    QCOMPARE(closingSentence(cloud), QStringLiteral("You can close Uplift. The cloud goes on by itself."));
}

void BatchRowsTest::aStartNobodyKnowsOfIsForTheUserToSay()
{
    upgrade::BatchView cloud = runningBatch();
    cloud.plan.handedOver.append(upgrade::Orchestration());
    cloud.handedOver.append(upgrade::HandedOver());
    QVERIFY(!awaitsWord(cloud));
    QVERIFY(closingSentence(cloud).contains(QLatin1String("only while Uplift runs"))); // not taken over yet
    cloud.handedOver[0].undecided = true;
    cloud.progress.state = upgrade::BatchState::Held;
    cloud.hold = upgrade::Hold{upgrade::Hold::Reason::Undecided, {}};
    QVERIFY(awaitsWord(cloud));
    QVERIFY(holdAdvice(cloud).contains(QLatin1String("OOS console")));
    QVERIFY(nextText(cloud, batchNow, shanghai).contains(QLatin1String("goes on looking")));
    cloud.handedOver[0].executionId = QStringLiteral("exec-1");
    cloud.handedOver[0].undecided = false;
    QVERIFY(!awaitsWord(cloud));
    QCOMPARE(closingSentence(cloud), QStringLiteral("You can close Uplift. The cloud goes on by itself."));
}

void BatchRowsTest::everyHoldHasAdvice_data()
{
    using Reason = upgrade::Hold::Reason;
    QTest::addColumn<int>("reason");
    for (const Reason reason : {Reason::Failures, Reason::Undecided, Reason::OutsideWindow,
                                Reason::CanaryNotVerified, Reason::MissedStart, Reason::Refused})
        QTest::newRow(qPrintable(upgrade::holdName(reason))) << static_cast<int>(reason);
}

void BatchRowsTest::everyHoldHasAdvice()
{
    QFETCH(int, reason);
    const QString advice = holdAdvice(static_cast<upgrade::Hold::Reason>(reason));
    QVERIFY2(advice.contains(QLatin1String("esume")), qPrintable(advice));
}

void BatchRowsTest::theStripShowsOpenBatchesOnly()
{
    upgrade::BatchView ended = runningBatch();
    ended.plan.id = {QStringLiteral("ended")};
    ended.progress.state = upgrade::BatchState::Finished;
    const QList<upgrade::BatchView> batches{ended, runningBatch()};
    const QList<StripItem> items = batchStripItems(batches);
    QCOMPARE(items.size(), 1);
    QCOMPARE(items.at(0).batch, samplePlan);
    QCOMPARE(items.at(0).name, QStringLiteral("Checkout"));
    QCOMPARE(items.at(0).phase, QStringLiteral("wave 2 of 3, 1 of 4 ended"));
    QCOMPARE(items.at(0).percent, std::optional(25.0));
    QVERIFY(isOfBatch(batches, upgrade::stepIdOf(samplePlan, {1, 0}, 1)));
    QVERIFY(!isOfBatch(batches, upgrade::stepIdOf({QStringLiteral("ended")}, {1, 0}, 1)));
    QVERIFY(!isOfBatch(batches, {QStringLiteral("a-step-of-its-own")}));
}

QTEST_MAIN(BatchRowsTest)
#include "tst_batchrows.moc"
