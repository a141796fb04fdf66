// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogsamples.h"
#include "ui/look/accessibility.h"
#include "ui/look/style.h"
#include "ui/widgets/factrows.h"
#include "ui/widgets/field.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/note.h"
#include "ui/window/spokenflow.h"

#include <QAccessible>
#include <QAccessibleInterface>
#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QStringListModel>
#include <QTest>
#include <QVBoxLayout>

using namespace uplift;
using namespace uplift::ui;

namespace {

/// What was announced last in this window. That it reaches a screen reader, tests/accessibility hears.
QString announced(const QWidget &window)
{
    const auto *announcer = window.findChild<QWidget *>(QStringLiteral("announcer"));
    return announcer ? announcer->accessibleName() : QString();
}

QAccessibleInterface *accessible(QObject *object) { return QAccessible::queryAccessibleInterface(object); }

} // namespace

/// What a screen reader is told, and by which name.
class SpokenTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyLook(*qApp, ThemeId::Light); }
    void anAnnouncementIsANotificationThatAppears();
    void whatComesTogetherIsSaidTogether();
    void aRefusedFieldIsSaidAndDescribed();
    void aTextThatIsSetAsAWholeMendsItsField();
    void aFactIsReadNotItsLabelTwice();
    void aNoteWithoutTitleHasItsTextForName();
    void aSelectedRowBecomesTheCurrentOne();
    void aTextWithALetterIsSpokenWithout_data();
    void aTextWithALetterIsSpokenWithout();
    void anAttemptIsSpokenByStateThenByVerdict();
};

void SpokenTest::anAnnouncementIsANotificationThatAppears()
{
    QWidget window;
    window.show();
    announce(&window, QStringLiteral("orders-cache: Accepted"));
    QTRY_COMPARE(announced(window), QStringLiteral("orders-cache: Accepted"));
    auto *announcer = window.findChild<QWidget *>(QStringLiteral("announcer"));
    QCOMPARE(accessible(announcer)->role(), QAccessible::Notification);
    QCOMPARE(announcer->focusPolicy(), Qt::NoFocus);
}

void SpokenTest::whatComesTogetherIsSaidTogether()
{
    QWidget window;
    window.show();
    announce(&window, QStringLiteral("Requested"));
    announce(&window, QStringLiteral("Accepted"));
    announce(&window, QStringLiteral("Accepted"));
    announce(&window, QString());
    QTRY_COMPARE(announced(window), QStringLiteral("Requested\nAccepted"));
}

void SpokenTest::aRefusedFieldIsSaidAndDescribed()
{
    QWidget window;
    auto *column = new QVBoxLayout(&window);
    auto *edit = new QLineEdit;
    auto *field = new Field(QStringLiteral("&Name"), edit);
    column->addWidget(field);
    window.show();
    QCOMPARE(edit->accessibleName(), QStringLiteral("Name"));
    field->setHelp(QStringLiteral("Shown in lists"));
    QCOMPARE(edit->accessibleDescription(), QStringLiteral("Shown in lists"));
    field->setError(QStringLiteral("The name is empty."));
    QCOMPARE(edit->accessibleDescription(), QStringLiteral("The name is empty."));
    QTRY_COMPARE(announced(window), QStringLiteral("The name is empty."));
}

void SpokenTest::aTextThatIsSetAsAWholeMendsItsField()
{
    auto *edit = new QLineEdit;
    Field field(QStringLiteral("&Name"), edit);
    field.setError(QStringLiteral("The name is empty."));
    edit->setText(QStringLiteral("Retail"));
    QVERIFY(!field.hasError());
    QCOMPARE(edit->accessibleDescription(), QString());
}

void SpokenTest::aFactIsReadNotItsLabelTwice()
{
    FactRows rows(80);
    TextLabel *value = rows.add(QStringLiteral("Region"), QStringLiteral("China (Hangzhou)"));
    QCOMPARE(accessible(value)->text(QAccessible::Name), QStringLiteral("China (Hangzhou)"));
    const auto labels = accessible(value)->relations(QAccessible::Label);
    QCOMPARE(labels.size(), 1);
    QCOMPARE(labels.constFirst().first->text(QAccessible::Name), QStringLiteral("Region"));
    CopyLabel id(QStringLiteral("5D1B7C20"), QStringLiteral("RequestId"));
    const auto texts = id.findChildren<QLabel *>();
    QCOMPARE(texts.size(), 1);
    QCOMPARE(accessible(texts.constFirst())->text(QAccessible::Name), QStringLiteral("5D1B7C20"));
    QCOMPARE(accessible(texts.constFirst())->text(QAccessible::Description), QStringLiteral("RequestId"));
}

void SpokenTest::aNoteWithoutTitleHasItsTextForName()
{
    Note note(NoteKind::Amber);
    note.setText(QStringLiteral("There is no way back."));
    QCOMPARE(accessible(&note)->role(), QAccessible::Grouping);
    QCOMPARE(accessible(&note)->text(QAccessible::Name), QStringLiteral("There is no way back."));
    note.setTitle(QStringLiteral("Undecided"));
    QCOMPARE(accessible(&note)->text(QAccessible::Name), QStringLiteral("Undecided"));
    QCOMPARE(accessible(&note)->text(QAccessible::Description), QStringLiteral("There is no way back."));
}

void SpokenTest::aSelectedRowBecomesTheCurrentOne()
{
    QStringListModel model({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")});
    QListView view;
    view.setModel(&model);
    openWhatIsSelected(&view);
    QAccessibleTableInterface *table = accessible(&view)->tableInterface();
    QVERIFY(table && table->selectRow(2));
    QTRY_COMPARE(view.currentIndex().row(), 2);
}

void SpokenTest::aTextWithALetterIsSpokenWithout_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("spoken");
    QTest::newRow("letter within") << QStringLiteral("Ask &again") << QStringLiteral("Ask again");
    QTest::newRow("an ampersand of its own") << QStringLiteral("R&&D") << QStringLiteral("R&D");
    QTest::newRow("at the end") << QStringLiteral("Keep&") << QStringLiteral("Keep");
    QTest::newRow("none") << QStringLiteral("Close") << QStringLiteral("Close");
}

void SpokenTest::aTextWithALetterIsSpokenWithout()
{
    QFETCH(QString, text);
    QTEST(spokenText(text), "spoken");
}

void SpokenTest::anAttemptIsSpokenByStateThenByVerdict()
{
    upgrade::StepView step;
    step.plan = samples::stepPlan();
    step.state = upgrade::StepState::Accepted;
    QVERIFY(spokenChange(step).startsWith(QStringLiteral("orders-cache: ")));
    step.plan.batch = {QStringLiteral("a-batch")};
    QCOMPARE(spokenChange(step), QString()); // fifty members would talk without end
    step.state = upgrade::StepState::Verified;
    QVERIFY2(spokenChange(step).startsWith(QStringLiteral("Verified: orders-cache runs ")),
             qPrintable(spokenChange(step)));
}

QTEST_MAIN(SpokenTest)
#include "tst_spoken.moc"
