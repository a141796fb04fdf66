// SPDX-License-Identifier: GPL-3.0-or-later
// Each confirmation of a change: what it shows, what it takes, what keeps it from being sent.
#include "dialogsamples.h"
#include "ui/details/eventdialog.h"
#include "ui/details/windowdialog.h"
#include "ui/dialogs/movetaskdialog.h"
#include "ui/look/style.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

using namespace uplift;
using namespace uplift::ui;
using namespace uplift::ui::samples;
using When = upgrade::SettingChange::When;

namespace {

ChangeSubject subject(Environment environment = Environment::Production)
{
    upgrade::StepPlan plan = stepPlan();
    plan.environment = environment;
    plan.accountName = QStringLiteral("Retail production");
    plan.keyTail = QStringLiteral("X7Qd");
    return subjectOf(plan);
}

WindowChangeFacts windowFacts()
{
    WindowChangeFacts facts;
    facts.present = MaintenanceWindow::parse(QStringLiteral("18:00Z"), QStringLiteral("22:00Z"));
    facts.now = now();
    facts.zone = QTimeZone("Asia/Shanghai");
    upgrade::QuietProposal proposal;
    proposal.span = {QTime(14, 30), std::chrono::minutes(240), 12, 0.14};
    facts.proposal = proposal;
    return facts;
}

MomentChoices choices(bool inWindow = false)
{
    MomentChoices made;
    made.now = now();
    made.zone = QTimeZone("Asia/Shanghai");
    made.inWindow = inWindow;
    return made;
}

ScheduledEvent plannedEvent()
{
    ScheduledEvent made;
    made.id = QStringLiteral("4711");
    made.type = QStringLiteral("rds_apsaradb_upgrade");
    made.status = ScheduledEvent::Status::Pending;
    made.switchAt = now().addDays(3);
    made.start = made.switchAt.addSecs(-1800);
    made.deadline = now().addDays(10);
    made.mayChange = true;
    made.mayCancel = true;
    return made;
}

CloudTask task()
{
    CloudTask made;
    made.id = {QStringLiteral("t-0mqfake1")};
    made.reason = QStringLiteral("UpgradeMinorVersion");
    made.status = CloudTask::Status::Waiting;
    made.statusText = QStringLiteral("Waiting");
    made.step = QStringLiteral("wait_maintain_time");
    made.actions = QStringList{QStringLiteral("modifySwitchTime"), QStringLiteral("cancel")};
    return made;
}

QString textOf(const QWidget &dialog, const char *name) { return child<QLabel>(dialog, name)->text(); }

void press(QWidget &dialog, const char *name)
{
    QTest::mouseClick(child<QPushButton>(dialog, name), Qt::LeftButton);
}

} // namespace

class ChangeDialogsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyLook(*qApp, ThemeId::Light); }
    void aWindowIsShownInUtcAndAsDatesWhileOneTypes();
    void theProposalFillsTheFields();
    void aWindowTooShortIsNamedAndNothingIsAccepted();
    void enterInAFieldSendsNothing();
    void anUpgradeThatWaitsIsWarnedOf();
    void whatOnlyMovesAsksForNoName();
    void whatStartsNowAsksForTheNameInProduction();
    void anEventIsNotMovedToWhereItIs();
    void elsewhereNoNameIsAskedFor();
    void aTimeAfterTheDeadlineIsNamed();
    void aTaskMayWaitForItsWindow();
    void whatTheServiceForbidsIsSaidInWords_data();
    void whatTheServiceForbidsIsSaidInWords();
    void everyControlHasAName();
    void aStepHoldsTheWholeChange();
};

void ChangeDialogsTest::aWindowIsShownInUtcAndAsDatesWhileOneTypes()
{
    WindowDialog dialog(subject(), windowFacts());
    QVERIFY(showActive(dialog));
    QCOMPARE(child<QLineEdit>(dialog, "windowStart")->text(), QStringLiteral("02:00"));
    QCOMPARE(textOf(dialog, "changeBefore"),
             QStringLiteral("02:00 – 06:00, your time (UTC+8); 18:00 – 22:00 UTC"));
    child<QLineEdit>(dialog, "windowEnd")->setText(QStringLiteral("04:30"));
    QCOMPARE(textOf(dialog, "changeAfter"),
             QStringLiteral("02:00 – 04:30, your time (UTC+8); 18:00 – 20:30 UTC"));
    QVERIFY2(textOf(dialog, "windowDates").contains(QStringLiteral("Fri 20 Nov 02:00")),
             qPrintable(textOf(dialog, "windowDates")));
    child<QLineEdit>(dialog, "windowEnd")->setText(QStringLiteral("02:3"));
    QCOMPARE(textOf(dialog, "changeAfter"), QStringLiteral("Not complete yet."));
    QVERIFY(!fieldOf(child<QLineEdit>(dialog, "windowEnd"))->hasError()); // nobody has left it yet
    QVERIFY(!dialog.change());
    child<QLineEdit>(dialog, "windowEnd")->setText(QStringLiteral("02:00"));
    QCOMPARE(textOf(dialog, "changeAfter"), QStringLiteral("No window the service takes."));
}

void ChangeDialogsTest::theProposalFillsTheFields()
{
    WindowDialog dialog(subject(), windowFacts());
    QVERIFY(showActive(dialog));
    press(dialog, "useProposal");
    QCOMPARE(child<QLineEdit>(dialog, "windowStart")->text(), QStringLiteral("14:30"));
    QCOMPARE(child<QLineEdit>(dialog, "windowEnd")->text(), QStringLiteral("18:30"));
    QVERIFY(!child<QWidget>(dialog, "useProposal")->isVisible()); // it is typed already
    const auto change = dialog.change();
    QVERIFY(change && change->window);
    QCOMPARE(change->window->startWire(), QStringLiteral("06:30Z"));
    QCOMPARE(change->before, QStringLiteral("18:00 – 22:00 UTC"));
    QCOMPARE(change->after, QStringLiteral("06:30 – 10:30 UTC"));

    WindowChangeFacts begun = windowFacts();
    begun.useProposal = true;
    const WindowDialog filled(subject(), begun);
    QCOMPARE(child<QLineEdit>(filled, "windowStart")->text(), QStringLiteral("14:30"));
}

void ChangeDialogsTest::aWindowTooShortIsNamedAndNothingIsAccepted()
{
    WindowDialog dialog(subject(), windowFacts());
    QSignalSpy accepted(&dialog, &QDialog::accepted);
    QSignalSpy requested(&dialog, &ChangeDialog::showRequest);
    QVERIFY(showActive(dialog));
    auto *end = child<QLineEdit>(dialog, "windowEnd");
    end->setText(QStringLiteral("02:30"));
    press(dialog, "changeAct");
    press(dialog, "changeRequest");
    QCOMPARE(accepted.count() + requested.count(), 0);
    QVERIFY2(fieldOf(end)->error().contains(QLatin1String("one hour at least")),
             qPrintable(fieldOf(end)->error()));
    QCOMPARE(QApplication::focusWidget(), end);
    end->setText(QStringLiteral("03:30"));
    QVERIFY(!fieldOf(end)->hasError());
    press(dialog, "changeRequest");
    QCOMPARE(requested.count(), 1);
    press(dialog, "changeAct");
    QCOMPARE(accepted.count(), 1);
}

void ChangeDialogsTest::enterInAFieldSendsNothing()
{
    WindowDialog dialog(subject(), windowFacts());
    QSignalSpy finished(&dialog, &QDialog::finished);
    QVERIFY(showActive(dialog));
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("windowStart"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("windowEnd"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(finished.count(), 0);
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QCOMPARE(finished.count(), 1);
    QCOMPARE(dialog.result(), int(QDialog::Rejected));
}

void ChangeDialogsTest::anUpgradeThatWaitsIsWarnedOf()
{
    QVERIFY(!WindowDialog(subject(), windowFacts()).findChild<QWidget *>(QStringLiteral("changeWarning")));
    WindowChangeFacts facts = windowFacts();
    facts.upgradeWaits = true;
    QVERIFY(WindowDialog(subject(), facts).findChild<QWidget *>(QStringLiteral("changeWarning")));
}

void ChangeDialogsTest::whatOnlyMovesAsksForNoName()
{
    MoveEventDialog dialog(subject(), plannedEvent(), choices());
    QSignalSpy accepted(&dialog, &QDialog::accepted);
    QVERIFY(showActive(dialog));
    QVERIFY(!child<QLineEdit>(dialog, "changeName")->isVisible());
    child<QLineEdit>(dialog, "momentAt")->setText(QStringLiteral("2026-11-25 03:00"));
    QVERIFY2(textOf(dialog, "changeAfter").contains(QLatin1String("19:00 UTC, Tue 24 Nov")),
             qPrintable(textOf(dialog, "changeAfter")));
    press(dialog, "changeAct");
    QCOMPARE(accepted.count(), 1);
    QCOMPARE(dialog.change().when, When::At);
    QCOMPARE(dialog.change().at, QDateTime(QDate(2026, 11, 24), QTime(19, 0), Qt::UTC));
    QCOMPARE(dialog.change().event, QStringLiteral("4711"));
}

void ChangeDialogsTest::anEventIsNotMovedToWhereItIs()
{
    MomentChoices present = choices();
    present.suggested = plannedEvent().switchAt;
    MoveEventDialog dialog(subject(), plannedEvent(), present);
    QSignalSpy accepted(&dialog, &QDialog::accepted);
    QVERIFY(showActive(dialog));
    auto *at = child<QLineEdit>(dialog, "momentAt");
    QCOMPARE(textOf(dialog, "changeAfter"), QStringLiteral("Choose another moment first."));
    press(dialog, "changeAct");
    QCOMPARE(accepted.count(), 0);
    QVERIFY2(fieldOf(at)->error().contains(QLatin1String("already")), qPrintable(fieldOf(at)->error()));
    QCOMPARE(QApplication::focusWidget(), at);
    at->setText(QStringLiteral("2026-11-25 03:00"));
    press(dialog, "changeAct");
    QCOMPARE(accepted.count(), 1);
}

void ChangeDialogsTest::whatStartsNowAsksForTheNameInProduction()
{
    MoveEventDialog dialog(subject(), plannedEvent(), choices());
    QSignalSpy accepted(&dialog, &QDialog::accepted);
    QVERIFY(showActive(dialog));
    child<QRadioButton>(dialog, "momentChoiceNow")->setChecked(true);
    auto *name = child<QLineEdit>(dialog, "changeName");
    QVERIFY(name->isVisible());
    press(dialog, "changeAct");
    QCOMPARE(accepted.count(), 0);
    QVERIFY2(fieldOf(name)->error().contains(QLatin1String("The name is missing")),
             qPrintable(fieldOf(name)->error()));
    QCOMPARE(QApplication::focusWidget(), name);
    QTest::keyClicks(name, QStringLiteral("orders-cach"));
    press(dialog, "changeAct");
    QCOMPARE(accepted.count(), 0);
    QTest::keyClicks(name, QStringLiteral("e"));
    press(dialog, "changeAct");
    QCOMPARE(accepted.count(), 1);
    QCOMPARE(dialog.change().when, When::Immediately);
    QVERIFY(!dialog.change().at.isValid());
}

void ChangeDialogsTest::elsewhereNoNameIsAskedFor()
{
    MoveTaskDialog dialog(subject(Environment::Staging), task(), choices(true));
    QSignalSpy accepted(&dialog, &QDialog::accepted);
    QVERIFY(showActive(dialog));
    child<QRadioButton>(dialog, "momentChoiceNow")->setChecked(true);
    QVERIFY(!child<QLineEdit>(dialog, "changeName")->isVisible());
    press(dialog, "changeAct");
    QCOMPARE(accepted.count(), 1);
}

void ChangeDialogsTest::aTimeAfterTheDeadlineIsNamed()
{
    MomentChoices late = choices();
    late.deadline = now().addDays(10);
    MoveEventDialog dialog(subject(), plannedEvent(), late);
    QSignalSpy accepted(&dialog, &QDialog::accepted);
    QVERIFY(showActive(dialog));
    auto *at = child<QLineEdit>(dialog, "momentAt");
    at->setText(QStringLiteral("2026-12-24 03:00"));
    press(dialog, "changeAct");
    QCOMPARE(accepted.count(), 0);
    QVERIFY2(fieldOf(at)->error().contains(QLatin1String("at the latest")), qPrintable(fieldOf(at)->error()));
    QCOMPARE(QApplication::focusWidget(), at);
}

void ChangeDialogsTest::aTaskMayWaitForItsWindow()
{
    MoveTaskDialog dialog(subject(), task(), choices(true));
    QVERIFY(showActive(dialog));
    child<QRadioButton>(dialog, "momentChoiceWindow")->setChecked(true);
    QVERIFY(!child<QLineEdit>(dialog, "momentAt")->isVisible());
    QCOMPARE(dialog.change().when, When::InWindow);
    QCOMPARE(dialog.change().task.value, QStringLiteral("t-0mqfake1"));
    QCOMPARE(dialog.change().taskStep, QStringLiteral("wait_maintain_time"));
    const upgrade::SettingChange cancel = cancelOf(task());
    QCOMPARE(cancel.taskStep, QStringLiteral("wait_maintain_time"));
    QVERIFY(mayMove(task()) && mayCancel(task()));
    CloudTask fixed = task();
    fixed.actions.clear();
    QVERIFY(!mayMove(fixed) && !mayCancel(fixed));
}

void ChangeDialogsTest::whatTheServiceForbidsIsSaidInWords_data()
{
    using Change = std::function<void(ScheduledEvent &)>;
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("move");
    QTest::addColumn<QString>("cancel");
    const auto row = [](const char *name, Change change, const char *move, const char *cancel) {
        QTest::newRow(name) << change << QString::fromLatin1(move) << QString::fromLatin1(cancel);
    };
    row(
        "both allowed", [](ScheduledEvent &) {}, "", "");
    row(
        "AllowChange 0", [](ScheduledEvent &e) { e.mayChange = false; }, "does not let it be moved", "");
    row(
        "AllowCancel 0", [](ScheduledEvent &e) { e.mayCancel = false; }, "", "does not let it be cancelled");
    row(
        "neither told",
        [](ScheduledEvent &e) {
            e.mayChange.reset();
            e.mayCancel.reset();
        },
        "does not say", "does not say");
    row(
        "deadline passed", [](ScheduledEvent &e) { e.deadline = now().addSecs(-60); }, "deadline has passed",
        "");
    row(
        "running", [](ScheduledEvent &e) { e.status = ScheduledEvent::Status::Running; }, "under way",
        "under way");
    row(
        "over", [](ScheduledEvent &e) { e.status = ScheduledEvent::Status::Done; }, "is over", "is over");
}

void ChangeDialogsTest::whatTheServiceForbidsIsSaidInWords()
{
    QFETCH(std::function<void(ScheduledEvent &)>, change);
    QFETCH(QString, move);
    QFETCH(QString, cancel);
    ScheduledEvent changed = plannedEvent();
    change(changed);
    const QString noMove = whyNotMoved(changed, now());
    const QString noCancel = whyNotCancelled(changed);
    QCOMPARE(noMove.isEmpty(), move.isEmpty());
    QVERIFY2(noMove.contains(move), qPrintable(noMove));
    QCOMPARE(noCancel.isEmpty(), cancel.isEmpty());
    QVERIFY2(noCancel.contains(cancel), qPrintable(noCancel));
}

void ChangeDialogsTest::everyControlHasAName()
{
    WindowDialog window(subject(), windowFacts());
    MoveTaskDialog move(subject(), task(), choices(true));
    ChangeDialog cancel(subject(), cancelEventQuestion(subject(), plannedEvent(), QTimeZone::utc()));
    for (QWidget *dialog : std::initializer_list<QWidget *>{&window, &move, &cancel}) {
        QVERIFY(showActive(*dialog));
        for (const QLineEdit *edit : dialog->findChildren<QLineEdit *>()) {
            const Field *field = fieldOf(edit);
            QVERIFY2(field && !field->findChild<QLabel *>()->text().isEmpty(),
                     qPrintable(edit->objectName()));
        }
        for (const QPushButton *button : dialog->findChildren<QPushButton *>())
            QVERIFY2(!button->accessibleName().isEmpty() || !button->text().isEmpty(),
                     qPrintable(button->objectName()));
        // The safe button is default, rightmost, and what Esc does.
        auto *keep = child<QPushButton>(*dialog, "changeKeep");
        auto *act = child<QPushButton>(*dialog, "changeAct");
        QVERIFY(keep->isDefault());
        QVERIFY(act->x() < keep->x());
        // Every control is reached by Tab.
        QStringList reached;
        for (int i = 0; i < 20; ++i) {
            reached.append(QApplication::focusWidget()->objectName());
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
        for (const char *name : {"changeAct", "changeKeep", "changeRequest"})
            QVERIFY2(reached.contains(QString::fromLatin1(name)), name);
    }
}

void ChangeDialogsTest::aStepHoldsTheWholeChange()
{
    upgrade::SettingChange setting;
    setting.autoUpgrade = true;
    setting.before = QStringLiteral("Off");
    setting.after = QStringLiteral("On");
    const upgrade::StepPlan plan = stepOf(subject(), upgrade::StepKind::AutoUpgrade, setting);
    QCOMPARE(plan.kind, upgrade::StepKind::AutoUpgrade);
    QVERIFY(!plan.id.isEmpty());
    QVERIFY(!(stepOf(subject(), upgrade::StepKind::AutoUpgrade, setting).id == plan.id));
    QCOMPARE(plan.instanceName, QStringLiteral("orders-cache"));
    QCOMPARE(plan.accountName, QStringLiteral("Retail production"));
    QVERIFY(!plan.by.isEmpty());
    QVERIFY(plan.setting && plan.setting->autoUpgrade == true);
}

QTEST_MAIN(ChangeDialogsTest)
#include "tst_changedialogs.moc"
