// SPDX-License-Identifier: GPL-3.0-or-later
#include "batchsamples.h"
#include "ui/batch/batchconfirmdialog.h"
#include "ui/dialogs/deliberatebutton.h"
#include "ui/look/style.h"
#include "ui/widgets/note.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace uplift;
using namespace uplift::ui;
using namespace uplift::ui::samples;

namespace {

BatchConfirmFacts factsOf(const QList<PlanMember> &members)
{
    BatchConfirmFacts facts;
    facts.plan = planOfMembers(members);
    facts.dryRun = upgrade::dryRun(facts.plan, batchNow);
    facts.impact = impactOf(facts.plan, members);
    facts.accounts.insert({QStringLiteral("a-1")}, QStringLiteral("Retail production"));
    facts.now = batchNow;
    facts.zone = shanghai;
    return facts;
}

/// One shown confirmation, counted answers, and its parts by name.
struct Shown {
    explicit Shown(const BatchConfirmFacts &facts, int limit = 0)
        : dialog(new BatchConfirmDialog(facts)), started(dialog, &QDialog::accepted),
          kept(dialog, &QDialog::rejected), requests(dialog, &BatchConfirmDialog::requestsRequested)
    {
        dialog->setQuiet(std::chrono::milliseconds(0));
        dialog->setHeightLimit(limit > 0 ? limit : 2000);
        dialog->show();
        dialog->activateWindow();
        active = QTest::qWaitForWindowActive(dialog);
        number = dialog->findChild<QLineEdit *>(QStringLiteral("confirmNumber"));
        start = dialog->findChild<QPushButton *>(QStringLiteral("startBatch"));
        keep = dialog->findChild<QPushButton *>(QStringLiteral("keepBatch"));
    }
    ~Shown() { delete dialog; }

    QPointer<BatchConfirmDialog> dialog;
    QSignalSpy started;
    QSignalSpy kept;
    QSignalSpy requests;
    bool active = false;
    QLineEdit *number = nullptr;
    QPushButton *start = nullptr;
    QPushButton *keep = nullptr;
};

void hold(QWidget *widget, int key, int repeats)
{
    for (int i = 0; i < repeats; ++i) {
        QKeyEvent press(QEvent::KeyPress, key, Qt::NoModifier, QStringLiteral("\r"), true);
        QApplication::sendEvent(widget, &press);
        QKeyEvent release(QEvent::KeyRelease, key, Qt::NoModifier, QStringLiteral("\r"), true);
        QApplication::sendEvent(widget, &release);
    }
}

} // namespace

/// The one confirmation of a batch, guarded as that of a single upgrade.
class BatchConfirmTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyLook(*qApp, ThemeId::Light); }
    void productionStartsByKeyboardAlone();
    void enterInTheNumberFieldNeverStarts_data();
    void enterInTheNumberFieldNeverStarts();
    void aHeldEnterDoesNotReachTheStartButton();
    void aWrongNumberIsNamedAndFocused_data();
    void aWrongNumberIsNamedAndFocused();
    void escapeKeepsThemAsTheyAre();
    void withoutProductionTheSafeButtonHasTheFocus();
    void whatIsProductionIsListed();
    void aLongListIsScrolled();
    void whatDoesNotFitScrollsAndTheFootStays();
    void aHandoverSaysWhatDiffersAndWhatIsNeeded();
    void everythingHasAnAccessibleName();
};

void BatchConfirmTest::productionStartsByKeyboardAlone()
{
    Shown shown(factsOf(fourMembers()));
    QVERIFY(shown.active);
    QCOMPARE(QApplication::focusWidget(), shown.number);
    QTest::keyClicks(shown.number, QStringLiteral("2"));
    QCOMPARE(shown.start->property("kind").toString(), QStringLiteral("armed"));
    QTest::keyClick(shown.number, Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget(), shown.start);
    QCOMPARE(shown.started.count(), 0);
    QTest::keyClick(shown.start, Qt::Key_Return);
    QCOMPARE(shown.started.count(), 1);
}

void BatchConfirmTest::enterInTheNumberFieldNeverStarts_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("moves");
    QTest::newRow("nothing typed") << QString() << false;
    QTest::newRow("the number of all") << QStringLiteral("4") << false;
    QTest::newRow("the number") << QStringLiteral("2") << true;
}

void BatchConfirmTest::enterInTheNumberFieldNeverStarts()
{
    QFETCH(QString, typed);
    QFETCH(bool, moves);
    Shown shown(factsOf(fourMembers()));
    QVERIFY(shown.active);
    QTest::keyClicks(shown.number, typed);
    QTest::keyClick(shown.number, Qt::Key_Enter);
    QCOMPARE(shown.started.count(), 0);
    QCOMPARE(shown.kept.count(), 0);
    QCOMPARE(QApplication::focusWidget() == shown.start, moves);
}

void BatchConfirmTest::aHeldEnterDoesNotReachTheStartButton()
{
    Shown shown(factsOf(fourMembers()));
    QVERIFY(shown.active);
    QTest::keyClicks(shown.number, QStringLiteral("2"));
    hold(shown.number, Qt::Key_Return, 20);
    QCOMPARE(QApplication::focusWidget(), shown.number);
    QTest::keyClick(shown.number, Qt::Key_Return);
    hold(shown.start, Qt::Key_Return, 20);
    QCOMPARE(shown.started.count(), 0);
}

void BatchConfirmTest::aWrongNumberIsNamedAndFocused_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("nothing") << QString()
                             << QStringLiteral("The number is missing. Type 2 here; nothing was sent.");
    QTest::newRow("another") << QStringLiteral("3")
                             << QStringLiteral("This is not the number of production instances. Type 2 here; "
                                               "nothing was sent.");
}

void BatchConfirmTest::aWrongNumberIsNamedAndFocused()
{
    QFETCH(QString, typed);
    QFETCH(QString, sentence);
    Shown shown(factsOf(fourMembers()));
    QVERIFY(shown.active);
    QTest::keyClicks(shown.number, typed);
    QVERIFY(shown.start->isEnabled());
    shown.start->click();
    QCOMPARE(shown.started.count(), 0);
    QCOMPARE(QApplication::focusWidget(), shown.number);
    QCOMPARE(shown.number->accessibleDescription(), sentence);
}

void BatchConfirmTest::escapeKeepsThemAsTheyAre()
{
    Shown shown(factsOf(fourMembers()));
    QVERIFY(shown.active);
    QVERIFY(shown.keep->isDefault());
    QTest::keyClicks(shown.number, QStringLiteral("2"));
    QTest::keyClick(shown.number, Qt::Key_Escape);
    QCOMPARE(shown.kept.count(), 1);
    QCOMPARE(shown.started.count(), 0);
}

void BatchConfirmTest::withoutProductionTheSafeButtonHasTheFocus()
{
    Shown shown(factsOf({member(QStringLiteral("a"), Environment::Staging),
                         member(QStringLiteral("b"), Environment::Development)}));
    QVERIFY(shown.active);
    QVERIFY(!shown.number);
    QCOMPARE(QApplication::focusWidget(), shown.keep);
    shown.start->click();
    QCOMPARE(shown.started.count(), 1);
}

void BatchConfirmTest::whatIsProductionIsListed()
{
    const Shown shown(factsOf(fourMembers()));
    const auto *list = shown.dialog->findChild<QListWidget *>(QStringLiteral("productionList"));
    QVERIFY(list);
    QCOMPARE(list->count(), 2);
    QVERIFY(list->item(0)->text().startsWith(QLatin1String("orders ")));
    const auto *waves = shown.dialog->findChild<QWidget *>(QStringLiteral("confirmWaves"));
    QVERIFY(waves->accessibleName().contains(QLatin1String("18:00 UTC")));
    QVERIFY(shown.dialog->findChild<Note *>(QStringLiteral("noWayBack"))
                ->text()
                .contains(QLatin1String("no way back")));
}

void BatchConfirmTest::aLongListIsScrolled()
{
    QList<PlanMember> members;
    for (int i = 0; i < 200; ++i)
        members.append(member(QStringLiteral("i%1").arg(i)));
    Shown shown(factsOf(members));
    auto *list = shown.dialog->findChild<QListWidget *>(QStringLiteral("productionList"));
    QCOMPARE(list->count(), 200);
    QVERIFY(list->height() < 200);
    QVERIFY(list->verticalScrollBar()->maximum() > 0);
}

void BatchConfirmTest::whatDoesNotFitScrollsAndTheFootStays()
{
    Shown shown(factsOf(fourMembers()), 420);
    QVERIFY(shown.active);
    QVERIFY(shown.dialog->height() <= 420);
    QCOMPARE(QApplication::focusWidget(), shown.keep); // the field is not in view yet
    auto *bar = shown.dialog->findChild<QScrollArea *>(QStringLiteral("dialogMiddle"))->verticalScrollBar();
    QTRY_VERIFY(bar->maximum() > 0);
    QTest::keyClick(shown.keep, Qt::Key_PageDown);
    QVERIFY(bar->value() > 0);
    bar->setValue(0);
    shown.number->setFocus(Qt::TabFocusReason);
    QTRY_VERIFY(bar->value() > 0);
    QVERIFY(shown.start->visibleRegion().boundingRect().height() == shown.start->height());
}

void BatchConfirmTest::aHandoverSaysWhatDiffersAndWhatIsNeeded()
{
    BatchConfirmFacts facts = factsOf(fourMembers());
    const auto handovers = report::oosHandovers(facts.plan, batchNow);
    QVERIFY(handovers);
    facts.handovers = *handovers;
    const Shown shown(facts);
    const QString text = shown.dialog->findChild<Note *>(QStringLiteral("handover"))->text();
    QVERIFY(text.contains(QLatin1String("OOSServiceRole")));
    QVERIFY(text.contains(QLatin1String("cannot be paused")));
    QVERIFY(text.contains(QLatin1String("Retail production, cn-hangzhou: 4 instances")));
    QVERIFY(text.contains(handovers->constFirst().notes.constFirst()));
    QCOMPARE(shown.start->text(), QStringLiteral("Hand over to the cloud"));
    QVERIFY(shown.number); // production is guarded all the same
}

void BatchConfirmTest::everythingHasAnAccessibleName()
{
    const Shown shown(factsOf(fourMembers()));
    const QList<QWidget *> widgets = shown.dialog->findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible()
            || widget->objectName().startsWith(QLatin1String("qt_")))
            continue;
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool named = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
        QVERIFY2(named, qPrintable(widget->objectName()));
    }
}

QTEST_MAIN(BatchConfirmTest)
#include "tst_batchconfirm.moc"
