// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogsamples.h"
#include "historysamples.h"
#include "ui/dialogs/deliberatebutton.h"
#include "ui/look/style.h"
#include "ui/running/moveswitchdialog.h"
#include "ui/running/runningdetail.h"
#include "ui/running/runninglist.h"
#include "ui/running/runningpage.h"
#include "ui/running/taskoffers.h"
#include "ui/widgets/labels.h"
#include "upgrade/outcome.h"
#include "upgrade/stepchange.h"

#include <QApplication>
#include <QDateTimeEdit>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace uplift;
using namespace uplift::ui;
using namespace uplift::ui::samples;

namespace {

const QTimeZone hangzhou(8 * 3600);

class StandingClock : public Clock {
public:
    [[nodiscard]] QDateTime now() const override { return historyNow; }
};

MoveFacts facts(Environment environment = Environment::Production)
{
    return {QStringLiteral("cart-sessions"),
            environment,
            {QStringLiteral("r-bp1q7mm0w3hkzt5e9d")},
            QStringLiteral("China (Hangzhou)"),
            QStringLiteral("t-83hq1w6r0b"),
            QStringLiteral("in the window, 20 Nov 02:00 – 06:00"),
            QStringLiteral("Fri 20 Nov 02:00 – 06:00"),
            hangzhou};
}

void keepPicture(QWidget &widget, const char *name)
{
    const QString folder = qEnvironmentVariable("UPLIFT_PICTURES");
    QCoreApplication::processEvents();
    if (!folder.isEmpty())
        QVERIFY(
            widget.grab().save(QDir(folder).filePath(QString::fromLatin1(name) + QStringLiteral(".png"))));
}

upgrade::StepView copying(StepState state = StepState::Running)
{
    upgrade::StepPlan plan = attemptPlan(QStringLiteral("cart-sessions"));
    upgrade::StepView step = upgrade::viewOf(
        attempt(plan, historyNow.addSecs(-1800),
                {{StepState::Planned, 0},
                 {StepState::Requested, 0},
                 {StepState::Accepted, 1, withId(QStringLiteral("0F4C8A61-7D2B-5E19-9A3C-6B1E2D7F4A90"))},
                 {state, 250, withId(QStringLiteral("0F4C8A61-7D2B-5E19-9A3C-6B1E2D7F4A90"))}}));
    CloudTask task;
    task.id.value = QStringLiteral("t-83hq1w6r0b");
    task.step = QStringLiteral("copy_data");
    task.progress = 62;
    task.remaining = std::chrono::minutes(14);
    task.actions = {QStringLiteral("modifySwitchTime"), QStringLiteral("cancel")};
    step.task = task;
    step.askedAt = historyNow.addSecs(-6);
    return step;
}

QStringList textsOf(const QWidget &widget)
{
    QStringList texts;
    const QList<QLabel *> labels = widget.findChildren<QLabel *>();
    for (const QLabel *label : labels)
        texts.append(label->text());
    return texts;
}

} // namespace

/// Moving the switch and cancelling, from the detail's buttons to what is asked for.
class RunningMoveTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyLook(*qApp, ThemeId::Light); }
    void leavingItAsItIsIsTheDefault();
    void aTimeIsReadInTheUsersZone();
    void aMomentThatHasPassedIsNamed();
    void nowInProductionAsksForTheName();
    void nowElsewhereAsksForNothingMore();
    void theWindowNeedsNoTime();
    void cancellingSaysWhatStays();
    void theDetailOffersBothUntilTheSwitch();
    void whatWasAskedForIsToldWithItsEnd();
    void aQuietWindowIsDecided();
    void aMovedSwitchIsNoAlarm();
    void aSettingIsShownWithoutThePointOfNoReturn();
    void theHeadsStandOverTheirColumnsBesideAScrollBar();
    void theBodyIsNeverSeenEmpty();

private:
    StandingClock m_clock;
};

void RunningMoveTest::leavingItAsItIsIsTheDefault()
{
    MoveSwitchDialog dialog(facts(), m_clock);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.setHeightLimit(560);
    QVERIFY(showActive(dialog));
    QVERIFY(dialog.height() <= 560);
    auto *keep = child<QPushButton>(dialog, "moveKeep");
    QTRY_VERIFY(keep->hasFocus());
    QVERIFY(keep->isDefault());
    for (const char *name : {"moveWindow", "moveAt", "moveNow", "moveTime", "moveAct", "moveKeep"})
        QVERIFY2(!child<QWidget>(dialog, name)->accessibleName().isEmpty(), name);
    keepPicture(dialog, "move-at");
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QCOMPARE(dialog.result(), int(QDialog::Rejected));
}

void RunningMoveTest::aTimeIsReadInTheUsersZone()
{
    MoveSwitchDialog dialog(facts(), m_clock);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    child<QRadioButton>(dialog, "moveAt")->setChecked(true);
    // 14:32 in Hangzhou: the half hour after the next is offered.
    QCOMPARE(dialog.at(), QDateTime(QDate(2026, 11, 19), QTime(7, 30), Qt::UTC));
    auto *time = child<QDateTimeEdit>(dialog, "moveTime");
    QCOMPARE(time->text(), QStringLiteral("2026-11-19 15:30"));
    time->setDate(QDate(2026, 11, 20));
    time->setTime(QTime(1, 15));
    QCOMPARE(dialog.at(), QDateTime(QDate(2026, 11, 19), QTime(17, 15), Qt::UTC));
    QVERIFY(textsOf(dialog).contains(
        QStringLiteral("Fri 20 Nov 01:15, your time (UTC+8); 17:15 UTC, Thu 19 Nov, in 10 h 43 min.")));
    child<QPushButton>(dialog, "moveAct")->click();
    QCOMPARE(dialog.result(), int(QDialog::Accepted));
    QCOMPARE(dialog.when(), upgrade::SettingChange::When::At);
}

void RunningMoveTest::aMomentThatHasPassedIsNamed()
{
    MoveSwitchDialog dialog(facts(), m_clock);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    QVERIFY(showActive(dialog));
    child<QRadioButton>(dialog, "moveAt")->setChecked(true);
    auto *time = child<QDateTimeEdit>(dialog, "moveTime");
    time->setTime(QTime(14, 31));
    child<QPushButton>(dialog, "moveAct")->click();
    QVERIFY(dialog.isVisible());
    QVERIFY(fieldOf(time)->hasError());
    time->setTime(QTime(14, 40));
    QVERIFY(!fieldOf(time)->hasError());
    child<QPushButton>(dialog, "moveAct")->click();
    QVERIFY(!dialog.isVisible());
}

void RunningMoveTest::nowInProductionAsksForTheName()
{
    MoveSwitchDialog dialog(facts(), m_clock);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.setHeightLimit(560);
    QVERIFY(showActive(dialog));
    auto *name = child<QLineEdit>(dialog, "moveName");
    QVERIFY(!name->isVisible());
    child<QRadioButton>(dialog, "moveNow")->setChecked(true);
    QVERIFY(name->isVisible());
    QVERIFY(!child<QDateTimeEdit>(dialog, "moveTime")->isVisible());
    keepPicture(dialog, "move-now");
    child<QPushButton>(dialog, "moveAct")->click();
    QVERIFY(dialog.isVisible());
    QVERIFY(fieldOf(name)->hasError());
    name->setText(QStringLiteral("cart-session"));
    child<QPushButton>(dialog, "moveAct")->click();
    QVERIFY(dialog.isVisible());
    name->setText(QStringLiteral(" cart-sessions "));
    child<QPushButton>(dialog, "moveAct")->click();
    QVERIFY(!dialog.isVisible());
    QCOMPARE(dialog.when(), upgrade::SettingChange::When::Immediately);
}

void RunningMoveTest::nowElsewhereAsksForNothingMore()
{
    MoveSwitchDialog dialog(facts(Environment::Staging), m_clock);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    QVERIFY(showActive(dialog));
    child<QRadioButton>(dialog, "moveNow")->setChecked(true);
    QVERIFY(!child<QLineEdit>(dialog, "moveName")->isVisible());
    child<QPushButton>(dialog, "moveAct")->click();
    QCOMPARE(dialog.result(), int(QDialog::Accepted));
}

void RunningMoveTest::theWindowNeedsNoTime()
{
    MoveSwitchDialog dialog(facts(), m_clock);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    auto *window = child<QRadioButton>(dialog, "moveWindow");
    QVERIFY(window->text().contains(QStringLiteral("20 Nov 02:00 – 06:00")));
    QVERIFY(window->isChecked()); // what was agreed on before
    QVERIFY(textsOf(dialog).contains(QStringLiteral("r-bp1q7mm0w3hkzt5e9d")));
    child<QPushButton>(dialog, "moveAct")->click();
    QCOMPARE(dialog.result(), int(QDialog::Accepted));
    QCOMPARE(dialog.when(), upgrade::SettingChange::When::InWindow);
}

void RunningMoveTest::cancellingSaysWhatStays()
{
    const Question alone = cancelQuestion(facts(), {});
    QCOMPARE(alone.heading, QStringLiteral("Cancel the upgrade of cart-sessions?"));
    QVERIFY(alone.text.contains(QStringLiteral("t-83hq1w6r0b")));
    QVERIFY(alone.text.contains(QStringLiteral("version stays as it is")));
    QVERIFY(!alone.text.contains(QStringLiteral("batch")));
    QVERIFY(
        cancelQuestion(facts(), QStringLiteral("Weekend")).text.contains(QStringLiteral("batch Weekend")));
    AskDialog dialog(alone);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    QVERIFY(showActive(dialog));
    QTRY_VERIFY(child<QPushButton>(dialog, "askKeep")->hasFocus());
    keepPicture(dialog, "cancel-upgrade");
}

void RunningMoveTest::theDetailOffersBothUntilTheSwitch()
{
    RunningDetail detail;
    detail.setNow(historyNow, hangzhou);
    detail.setFixedWidth(424);
    detail.resize(424, 735);
    detail.show();
    QVERIFY(QTest::qWaitForWindowExposed(&detail));
    detail.showStep(copying());
    QSignalSpy move(&detail, &RunningDetail::moveRequested);
    QSignalSpy cancel(&detail, &RunningDetail::cancelRequested);
    child<QPushButton>(detail, "moveSwitch")->click();
    child<QPushButton>(detail, "cancelUpgrade")->click();
    QCOMPARE(move.size(), 1);
    QCOMPARE(cancel.size(), 1);
    keepPicture(detail, "detail-running");
    QSignalSpy ticket(&detail, &RunningDetail::ticketRequested);
    child<QPushButton>(detail, "stepTicket")->click();
    QCOMPARE(ticket.size(), 1);
    detail.showStep(copying(StepState::Switching));
    QVERIFY(!detail.findChild<QPushButton *>(QStringLiteral("moveSwitch")));
    QVERIFY(!detail.findChild<QPushButton *>(QStringLiteral("cancelUpgrade")));
}

void RunningMoveTest::whatWasAskedForIsToldWithItsEnd()
{
    const upgrade::StepView step = copying();
    upgrade::StepPlan plan =
        movePlanOf(step, {}, upgrade::SettingChange::When::At, historyNow.addSecs(3600), hangzhou);
    plan.id.value = QStringLiteral("s-move");
    // A success that says of itself that it failed (api.md 9.2).
    cloud::ChangeFacts partly;
    partly.values = {{QStringLiteral("SuccessCount"), QStringLiteral("0")},
                     {QStringLiteral("ErrorTaskId"), QStringLiteral("t-83hq1w6r0b")},
                     {QStringLiteral("ErrorCode"), QStringLiteral("TaskStatusInvalid")}};
    const auto inside = upgrade::failureInside(plan, partly);
    QVERIFY(inside);
    const upgrade::StepView refused = upgrade::viewOf(
        attempt(plan, historyNow.addSecs(-60),
                {{StepState::Planned, 0},
                 {StepState::Requested, 0},
                 {StepState::Rejected, 1, {{QStringLiteral("error"), upgrade::toJson(*inside)}}}}));
    RunningDetail detail;
    detail.setNow(historyNow, hangzhou);
    detail.showStep(step, {refused});
    const QString sentence = child<QLabel>(detail, "stepChange")->text();
    QVERIFY2(sentence.endsWith(QStringLiteral(": Rejected")), qPrintable(sentence));
    QVERIFY(textsOf(detail)
                .join(QLatin1Char('\n'))
                .contains(QStringLiteral("The service did not change the task t-83hq1w6r0b.")));
    QVERIFY(detail.findChild<QPushButton *>(QStringLiteral("moveSwitch"))); // it may be tried again
    upgrade::StepView open = refused;
    open.state = StepState::Accepted;
    detail.showStep(step, {open});
    QVERIFY(!detail.findChild<QPushButton *>(QStringLiteral("moveSwitch")));
    QVERIFY(child<QLabel>(detail, "pendingChange")->text().contains(QStringLiteral("14:31")));
}

void RunningMoveTest::aQuietWindowIsDecided()
{
    upgrade::StepView step = copying(StepState::Waiting);
    step.windowPassedUnchanged = true;
    RunningDetail detail;
    detail.showStep(step);
    QVERIFY(detail.findChild<QWidget *>(QStringLiteral("windowPassed")));
    QSignalSpy decided(&detail, &RunningDetail::decided);
    child<QLineEdit>(detail, "quietReason")->setText(QStringLiteral("The provider looks into it "));
    detail.showStep(step); // asked again meanwhile
    child<QPushButton>(detail, "quietGoOn")->click();
    child<QPushButton>(detail, "quietClose")->click();
    QCOMPARE(decided.size(), 2);
    QCOMPARE(decided.at(0).at(1).value<upgrade::Decision>(), upgrade::Decision::GoOnAsking);
    QCOMPARE(decided.at(0).at(2).toString(), QStringLiteral("The provider looks into it"));
    QCOMPARE(decided.at(1).at(1).value<upgrade::Decision>(), upgrade::Decision::WasNotStarted);
    step.plan.id.value += QLatin1Char('2'); // a reason belongs to one attempt
    detail.showStep(step);
    QVERIFY(child<QLineEdit>(detail, "quietReason")->text().isEmpty());
}

void RunningMoveTest::aMovedSwitchIsNoAlarm()
{
    upgrade::StepView step = copying(StepState::Verified);
    step.switchedOutsideWindow = historyNow;
    RunningDetail detail;
    detail.setNow(historyNow, hangzhou);
    detail.showStep(step);
    QVERIFY(detail.findChild<QWidget *>(QStringLiteral("outsideWindow")));
    upgrade::StepPlan plan = movePlanOf(step, {}, upgrade::SettingChange::When::Immediately, {}, hangzhou);
    const upgrade::StepView moved =
        upgrade::viewOf(attempt(plan, historyNow, {{StepState::Planned, 0}, {StepState::Verified, 1}}));
    detail.showStep(step, {moved});
    QVERIFY(!detail.findChild<QWidget *>(QStringLiteral("outsideWindow")));
    QVERIFY(detail.findChild<QWidget *>(QStringLiteral("movedSwitch")));
}

/// Each answer of the service builds the pane anew: without the event loop's help it is whole again.
void RunningMoveTest::theBodyIsNeverSeenEmpty()
{
    RunningDetail detail;
    detail.setNow(historyNow, hangzhou);
    detail.resize(424, 735);
    detail.show();
    QVERIFY(QTest::qWaitForWindowExposed(&detail));
    for (int answer = 0; answer < 2; ++answer) {
        detail.showStep(copying());
        QVERIFY(child<QLabel>(detail, "phaseHead")->isVisible());
        QVERIFY(child<QPushButton>(detail, "moveSwitch")->isVisible());
        QVERIFY(child<QWidget>(detail, "requestId")->width() > 100);
    }
    child<QPushButton>(detail, "moveSwitch")->setFocus();
    detail.showStep(copying());
    QCOMPARE(detail.focusWidget(), child<QPushButton>(detail, "moveSwitch"));
    upgrade::StepView lost = copying(StepState::Undecided);
    for (const char *seen : {"Status stayed Normal", "No task was found"}) {
        lost.evidence.append({upgrade::Evidence::Kind::Status, QString::fromLatin1(seen),
                              QStringLiteral("asked 12 times"), false});
        detail.showStep(lost);
        const auto labels = detail.findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [seen](const QLabel *label) {
            return label->text() == QLatin1String(seen) && label->isVisible();
        }));
    }
    detail.showNothing();
    QVERIFY(textsOf(detail).contains(QStringLiteral("Select an upgrade to see its steps.")));
}

void RunningMoveTest::aSettingIsShownWithoutThePointOfNoReturn()
{
    const upgrade::StepView step = upgrade::viewOf(
        attempt(windowPlan(QStringLiteral("orders-cache-stg"), Environment::Staging), historyNow.addSecs(-30),
                {{StepState::Planned, 0}, {StepState::Requested, 0}, {StepState::Accepted, 1}}));
    RunningDetail detail;
    detail.setNow(historyNow, hangzhou);
    detail.setFixedWidth(368);
    detail.resize(368, 567);
    detail.show();
    QVERIFY(QTest::qWaitForWindowExposed(&detail));
    detail.showStep(step);
    const QStringList texts = textsOf(detail);
    QVERIFY(texts.contains(QStringLiteral("Change of the maintenance window")));
    QVERIFY(texts.contains(QStringLiteral("02:00 – 06:00  →  03:00 – 07:00")));
    QVERIFY(texts.contains(QStringLiteral("Reading it back")));
    QVERIFY(!texts.contains(QStringLiteral("Switching")) && !texts.contains(QStringLiteral("Switchover")));
    keepPicture(detail, "detail-setting");
}

void RunningMoveTest::theHeadsStandOverTheirColumnsBesideAScrollBar()
{
    RunningPage page;
    page.setNow(historyNow, hangzhou);
    QList<upgrade::StepView> steps;
    for (int n = 0; n < 20; ++n) {
        steps.append(copying());
        steps.last().plan.id.value = QStringLiteral("step-%1").arg(n);
    }
    page.setSteps(steps, {});
    page.resize(720, 500);
    page.show();
    const auto *list = page.findChild<QListView *>(QStringLiteral("runningList"));
    QTRY_VERIFY(list->verticalScrollBar()->isVisible());
    const QImage head = page.findChild<QWidget *>(QStringLiteral("runningHead"))->grab().toImage();
    const int second = RunningDelegate::columns(list->viewport()->width()).first;
    const auto isInked = [&head](int x) {
        for (int y = 2; y < head.height() - 2; ++y) {
            if (head.pixelColor(x, y) != head.pixelColor(2, 2))
                return true;
        }
        return false;
    };
    int x = second - 30;
    while (x < head.width() - 1 && !isInked(x))
        ++x;
    QVERIFY2(std::abs(x - second) <= 3, qPrintable(QStringLiteral("%1, not %2").arg(x).arg(second)));
}

QTEST_MAIN(RunningMoveTest)
#include "tst_runningmove.moc"
