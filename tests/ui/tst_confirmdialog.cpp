// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogsamples.h"
#include "ui/dialogs/confirmdialog.h"
#include "ui/dialogs/deliberatebutton.h"
#include "ui/look/style.h"
#include "ui/widgets/environmenttag.h"
#include "ui/widgets/note.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>

using namespace uplift;
using namespace uplift::ui;
using namespace uplift::ui::samples;

namespace {

/// One shown confirmation, counted answers, and its parts by name.
struct Shown {
    explicit Shown(const ConfirmFacts &facts)
        : dialog(new ConfirmDialog(facts)), upgraded(dialog, &QDialog::accepted),
          kept(dialog, &ConfirmDialog::kept), requests(dialog, &ConfirmDialog::showRequest)
    {
        dialog->setQuiet(std::chrono::milliseconds(0));
        active = showActive(*dialog);
        name = dialog->findChild<QLineEdit *>(QStringLiteral("confirmName"));
        upgrade = child<QPushButton>(*dialog, "upgrade");
        keep = child<QPushButton>(*dialog, "keep");
        request = child<QPushButton>(*dialog, "showRequest");
    }
    ~Shown() { delete dialog; }

    QPointer<ConfirmDialog> dialog;
    QSignalSpy upgraded;
    QSignalSpy kept;
    QSignalSpy requests;
    bool active = false;
    QLineEdit *name = nullptr;
    QPushButton *upgrade = nullptr;
    QPushButton *keep = nullptr;
    QPushButton *request = nullptr;
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

class ConfirmDialogTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyLook(*qApp, ThemeId::Light); }
    void productionUpgradesByKeyboardAlone();
    void escapeKeepsItAsItIs();
    void enterInTheNameFieldNeverSends_data();
    void enterInTheNameFieldNeverSends();
    void aHeldEnterDoesNotReachTheUpgradeButton();
    void pressesWithoutRepeatFlagNeedAQuietMoment();
    void anIncompleteNameIsNamedAndFocused_data();
    void anIncompleteNameIsNamedAndFocused();
    void tabGoesNameUpgradeKeepRequest();
    void ticketAndNoteUnfoldAndEnterInThemSendsNothing();
    void proxiesAndSeveralStepsHaveTheirOwnWords_data();
    void proxiesAndSeveralStepsHaveTheirOwnWords();
    void otherEnvironmentsHaveNoNameFieldAndFocusTheSafeButton();
    void theButtonIsArmedByTheWholeName();
    void showingTheRequestLeavesItOpen();
    void theFactsNameEverything();
    void theMomentIsSaidInLocalTimeUtcAndOnTheWire_data();
    void theMomentIsSaidInLocalTimeUtcAndOnTheWire();
    void anotherDayInUtcIsNamed();
    void anOpenWindowIsNoPromise();
};

void ConfirmDialogTest::productionUpgradesByKeyboardAlone()
{
    Shown shown(confirmFacts());
    QVERIFY(shown.active);
    QCOMPARE(QApplication::focusWidget(), shown.name);
    QTest::keyClicks(shown.name, QStringLiteral("orders-cache"));
    QTest::keyClick(shown.name, Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget(), shown.upgrade);
    QCOMPARE(shown.upgraded.count(), 0);
    QTest::keyClick(shown.upgrade, Qt::Key_Return);
    QCOMPARE(shown.upgraded.count(), 1);
    QCOMPARE(shown.kept.count(), 0);
}

void ConfirmDialogTest::escapeKeepsItAsItIs()
{
    Shown shown(confirmFacts());
    QVERIFY(shown.active);
    QVERIFY(shown.keep->isDefault());
    QTest::keyClicks(shown.name, QStringLiteral("orders-cache"));
    QTest::keyClick(shown.name, Qt::Key_Escape);
    QCOMPARE(shown.kept.count(), 1);
    QCOMPARE(shown.upgraded.count(), 0);
}

void ConfirmDialogTest::enterInTheNameFieldNeverSends_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("key");
    QTest::addColumn<bool>("moves");
    QTest::newRow("nothing typed") << QString() << static_cast<int>(Qt::Key_Return) << false;
    QTest::newRow("half the name") << QStringLiteral("orders-ca") << static_cast<int>(Qt::Key_Return)
                                   << false;
    QTest::newRow("other case") << QStringLiteral("Orders-Cache") << static_cast<int>(Qt::Key_Enter) << false;
    QTest::newRow("whole name") << QStringLiteral("orders-cache") << static_cast<int>(Qt::Key_Enter) << true;
    QTest::newRow("blanks around") << QStringLiteral(" orders-cache ") << static_cast<int>(Qt::Key_Return)
                                   << true;
}

void ConfirmDialogTest::enterInTheNameFieldNeverSends()
{
    QFETCH(QString, typed);
    QFETCH(int, key);
    QFETCH(bool, moves);
    Shown shown(confirmFacts());
    QVERIFY(shown.active);
    QTest::keyClicks(shown.name, typed);
    QTest::keyClick(shown.name, static_cast<Qt::Key>(key));
    QCOMPARE(shown.upgraded.count() + shown.kept.count(), 0);
    QCOMPARE(QApplication::focusWidget() == shown.upgrade, moves);
    QVERIFY(shown.dialog->isVisible());
    QTest::keyClick(shown.name, static_cast<Qt::Key>(key), Qt::ControlModifier);
    QCOMPARE(shown.upgraded.count() + shown.kept.count(), 0);
}

void ConfirmDialogTest::aHeldEnterDoesNotReachTheUpgradeButton()
{
    Shown shown(confirmFacts());
    QVERIFY(shown.active);
    QTest::keyClicks(shown.name, QStringLiteral("orders-cache"));
    QTest::keyPress(shown.name, Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget(), shown.upgrade);
    hold(shown.upgrade, Qt::Key_Return, 40);
    hold(shown.upgrade, Qt::Key_Space, 40);
    QTest::keyRelease(shown.upgrade, Qt::Key_Return);
    QCOMPARE(shown.upgraded.count() + shown.kept.count(), 0);
    QVERIFY(shown.dialog->isVisible());
}

void ConfirmDialogTest::pressesWithoutRepeatFlagNeedAQuietMoment()
{
    Shown shown(confirmFacts(Environment::Staging));
    QVERIFY(shown.active);
    shown.dialog->setQuiet(std::chrono::hours(1));
    shown.upgrade->setFocus(Qt::TabFocusReason);
    for (int i = 0; i < 40; ++i)
        QTest::keyClick(shown.upgrade, i % 2 ? Qt::Key_Space : Qt::Key_Return);
    QCOMPARE(shown.upgraded.count() + shown.kept.count(), 0);
    QTest::mouseClick(shown.upgrade, Qt::LeftButton);
    QCOMPARE(shown.upgraded.count(), 1);
}

void ConfirmDialogTest::anIncompleteNameIsNamedAndFocused_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("nothing") << QString()
                             << QStringLiteral(
                                    "The name is missing. Type orders-cache here; nothing was sent.");
    QTest::newRow("half")
        << QStringLiteral("orders-ca")
        << QStringLiteral("This is not the instance's name. Type orders-cache here; nothing was sent.");
}

void ConfirmDialogTest::anIncompleteNameIsNamedAndFocused()
{
    QFETCH(QString, typed);
    QFETCH(QString, sentence);
    Shown shown(confirmFacts());
    QVERIFY(shown.active);
    QTest::keyClicks(shown.name, typed);
    QVERIFY(shown.upgrade->isEnabled());
    QTest::mouseClick(shown.upgrade, Qt::LeftButton);
    QCOMPARE(shown.upgraded.count(), 0);
    QCOMPARE(QApplication::focusWidget(), shown.name);
    QCOMPARE(fieldOf(shown.name)->error(), sentence);
    QCOMPARE(shown.name->text(), typed);
    QTest::keyClick(shown.name, Qt::Key_X);
    QVERIFY(!fieldOf(shown.name)->hasError());
}

void ConfirmDialogTest::tabGoesNameUpgradeKeepRequest()
{
    Shown shown(confirmFacts());
    QVERIFY(shown.active);
    auto *ticket = child<QPushButton>(*shown.dialog, "ticketLink");
    for (QWidget *expected : {static_cast<QWidget *>(shown.upgrade), static_cast<QWidget *>(shown.keep),
                              static_cast<QWidget *>(shown.request), static_cast<QWidget *>(ticket),
                              static_cast<QWidget *>(shown.name)}) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), expected);
    }
    QVERIFY(shown.request->x() < shown.upgrade->x());
    QVERIFY(shown.upgrade->x() < shown.keep->x());
}

void ConfirmDialogTest::otherEnvironmentsHaveNoNameFieldAndFocusTheSafeButton()
{
    for (const Environment environment : {Environment::Staging, Environment::Development}) {
        Shown shown(confirmFacts(environment));
        QVERIFY(shown.active);
        QVERIFY(!shown.name);
        QCOMPARE(QApplication::focusWidget(), shown.keep);
        QCOMPARE(shown.dialog->findChild<QWidget *>(QStringLiteral("environmentLine")) != nullptr,
                 environment == Environment::Staging);
        QTest::keyClick(shown.keep, Qt::Key_Return);
        QCOMPARE(shown.kept.count(), 1);
        QCOMPARE(shown.upgraded.count(), 0);
    }
}

void ConfirmDialogTest::theButtonIsArmedByTheWholeName()
{
    Shown shown(confirmFacts());
    QCOMPARE(shown.upgrade->property("kind").toString(), QStringLiteral("danger"));
    QTest::keyClicks(shown.name, QStringLiteral("orders-cache"));
    QCOMPARE(shown.upgrade->property("kind").toString(), QStringLiteral("armed"));
    QTest::keyClick(shown.name, Qt::Key_Backspace);
    QCOMPARE(shown.upgrade->property("kind").toString(), QStringLiteral("danger"));
}

void ConfirmDialogTest::showingTheRequestLeavesItOpen()
{
    Shown shown(confirmFacts());
    QVERIFY(shown.active);
    QTest::mouseClick(shown.request, Qt::LeftButton);
    QCOMPARE(shown.requests.count(), 1);
    QVERIFY(shown.dialog->isVisible());
    QCOMPARE(shown.upgraded.count() + shown.kept.count(), 0);
}

void ConfirmDialogTest::theFactsNameEverything()
{
    Shown shown(confirmFacts());
    QString all;
    const QList<QLabel *> labels = shown.dialog->findChildren<QLabel *>();
    for (const QLabel *label : labels)
        all += label->text() + u'\n';
    for (const auto *word : {u"Upgrade orders-cache?", u"r-bp1zxszhcgatnx4b2c", u"Retail production",
                             u"····X7Qd", u"China (Hangzhou), cn-hangzhou", u"7.0.1.8", u"7.0.1.14",
                             u"Critical", u"read-only ≤ 60 s", u"Documented worst case"})
        QVERIFY2(all.contains(QStringView(word)), qPrintable(QString::fromUtf16(word) + u'\n' + all));
    QVERIFY(child<Note>(*shown.dialog, "noWayBack")->text().startsWith(u"There is no way back to 7.0.1.8."));
    QVERIFY(shown.dialog->findChild<EnvironmentTag *>());
    QVERIFY(shown.dialog->findChild<QWidget *>(QStringLiteral("environmentLine")));
}

void ConfirmDialogTest::theMomentIsSaidInLocalTimeUtcAndOnTheWire_data()
{
    QTest::addColumn<int>("moment");
    QTest::addColumn<int>("naming");
    QTest::addColumn<bool>("windowKnown");
    QTest::addColumn<QString>("head");
    QTest::addColumn<QString>("detail");
    const auto row = [](const char *name, Moment moment, MomentNaming naming, bool known,
                        const char16_t *head, const char16_t *detail) {
        QTest::newRow(name) << static_cast<int>(moment) << static_cast<int>(naming) << known
                            << QString::fromUtf16(head) << QString::fromUtf16(detail);
    };
    row("window", Moment::MaintenanceWindow, MomentNaming::Both, true,
        u"Tonight 02:00 – 06:00, your time (UTC+8), in 11 h 28 min",
        u"Fri 20 Nov 2026.  18:00 – 22:00 UTC, Thu 19 Nov.  Sent as MaintainTime");
    row("window under the old name", Moment::MaintenanceWindow, MomentNaming::EffectTime, true,
        u"Tonight 02:00 – 06:00, your time (UTC+8), in 11 h 28 min",
        u"Fri 20 Nov 2026.  18:00 – 22:00 UTC, Thu 19 Nov.  Sent as EffectTime=1");
    row("window unknown", Moment::MaintenanceWindow, MomentNaming::Both, false,
        u"In the instance's next maintenance window",
        u"The service did not say when that is.  Sent as MaintainTime");
    row("now", Moment::Now, MomentNaming::EffectiveTime, true, u"Now, as soon as the service takes it",
        u"14:32, your time (UTC+8), Thu 19 Nov 2026.  06:32 UTC.  Sent as Immediately");
}

void ConfirmDialogTest::theMomentIsSaidInLocalTimeUtcAndOnTheWire()
{
    QFETCH(int, moment);
    QFETCH(int, naming);
    QFETCH(bool, windowKnown);
    QFETCH(QString, head);
    QFETCH(QString, detail);
    ConfirmFacts facts = confirmFacts();
    facts.moment = static_cast<Moment>(moment);
    facts.momentNaming = static_cast<MomentNaming>(naming);
    if (!windowKnown)
        facts.window.reset();
    QCOMPARE(whenLines(facts).head, head);
    QCOMPARE(whenLines(facts).detail, detail);
    QCOMPARE(actText(facts),
             facts.moment == Moment::Now ? QStringLiteral("Upgrade now")
                                         : QStringLiteral("Upgrade in the window"));
}

void ConfirmDialogTest::anotherDayInUtcIsNamed()
{
    ConfirmFacts facts = confirmFacts();
    facts.moment = Moment::Now;
    facts.momentNaming = MomentNaming::EffectiveTime;
    facts.now = QDateTime(QDate(2026, 11, 18), QTime(21, 54), Qt::UTC);
    QCOMPARE(whenLines(facts).detail,
             QStringLiteral("05:54, your time (UTC+8), Thu 19 Nov 2026.  21:54 UTC, Wed 18 Nov.  Sent as "
                            "Immediately"));
}

void ConfirmDialogTest::anOpenWindowIsNoPromise()
{
    ConfirmFacts facts = confirmFacts();
    facts.moment = Moment::MaintenanceWindow;
    facts.now = facts.window->start.addSecs(600);
    QCOMPARE(whenLines(facts).head,
             QStringLiteral("In the window that is open now, until 06:00, your time (UTC+8)"));
    QVERIFY2(whenLines(facts).detail.endsWith(
                 QLatin1String("No document says whether it begins in this window or in the next one.")),
             qPrintable(whenLines(facts).detail));
}

void ConfirmDialogTest::ticketAndNoteUnfoldAndEnterInThemSendsNothing()
{
    Shown shown(confirmFacts());
    QVERIFY(shown.active);
    auto *link = child<QPushButton>(*shown.dialog, "ticketLink");
    auto *ticket = child<QLineEdit>(*shown.dialog, "confirmTicket");
    auto *note = child<QLineEdit>(*shown.dialog, "confirmNote");
    QVERIFY(!ticket->isVisible());
    QCOMPARE(shown.dialog->ticket(), QString());
    QTest::keyClick(link, Qt::Key_Space);
    QVERIFY(ticket->isVisible() && note->isVisible());
    QCOMPARE(QApplication::focusWidget(), ticket);
    QTest::keyClicks(ticket, QStringLiteral(" CHG-1042 "));
    QTest::keyClick(ticket, Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget(), note);
    QTest::keyClicks(note, QStringLiteral("agreed with Checkout"));
    QTest::keyClick(note, Qt::Key_Return);
    QVERIFY(shown.dialog->isVisible()); // neither sent nor kept
    QCOMPARE(shown.upgraded.count() + shown.kept.count(), 0);
    QCOMPARE(shown.dialog->ticket(), QStringLiteral("CHG-1042"));
    QCOMPARE(shown.dialog->note(), QStringLiteral("agreed with Checkout"));
    QTest::keyClicks(shown.name, QStringLiteral("orders-cache"));
    QTest::mouseClick(shown.upgrade, Qt::LeftButton);
    QCOMPARE(shown.upgraded.count(), 1);
}

void ConfirmDialogTest::proxiesAndSeveralStepsHaveTheirOwnWords_data()
{
    using upgrade::BatchParts;
    QTest::addColumn<int>("parts");
    QTest::addColumn<bool>("backUpFirst");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("act");
    QTest::addColumn<QString>("order");
    QTest::newRow("kernel") << int(BatchParts::Kernel) << false << QStringLiteral("Upgrade orders-cache?")
                            << QStringLiteral("Upgrade in the window") << QString();
    QTest::newRow("kernel after a backup")
        << int(BatchParts::Kernel) << true << QStringLiteral("Back up and upgrade orders-cache?")
        << QStringLiteral("Back up, then upgrade") << QStringLiteral("Backup, then kernel");
    QTest::newRow("proxy") << int(BatchParts::Proxy) << false
                           << QStringLiteral("Upgrade the proxy of orders-cache?")
                           << QStringLiteral("Upgrade the proxy in the window") << QString();
    QTest::newRow("kernel, then proxy")
        << int(BatchParts::KernelThenProxy) << false
        << QStringLiteral("Upgrade kernel and proxy of orders-cache?")
        << QStringLiteral("Upgrade both in the window") << QStringLiteral("Kernel, then proxy");
    QTest::newRow("proxy, then kernel, after a backup")
        << int(BatchParts::ProxyThenKernel) << true
        << QStringLiteral("Back up orders-cache and upgrade kernel and proxy?")
        << QStringLiteral("Back up, then upgrade") << QStringLiteral("Backup, then proxy, then kernel");
}

void ConfirmDialogTest::proxiesAndSeveralStepsHaveTheirOwnWords()
{
    QFETCH(int, parts);
    QFETCH(bool, backUpFirst);
    QFETCH(QString, title);
    QFETCH(QString, act);
    QFETCH(QString, order);
    ConfirmFacts facts = confirmFacts();
    facts.parts = static_cast<upgrade::BatchParts>(parts);
    facts.backUpFirst = backUpFirst;
    facts.proxyFrom = QStringLiteral("7.0.13");
    facts.proxyTo = QStringLiteral("7.0.16");
    Shown shown(facts);
    QVERIFY(shown.active);
    QCOMPARE(child<QLabel>(*shown.dialog, "title")->text(), title);
    QCOMPARE(shown.upgrade->text(), act);
    const auto *lines = shown.dialog->findChild<QWidget *>(QStringLiteral("order"));
    QCOMPARE(lines ? lines->accessibleName().section(u'\n', 0, 0) : QString(), order);
    QString text;
    for (const QLabel *label : shown.dialog->findChildren<QLabel *>())
        text += label->text() + u'\n';
    const bool ofProxy = facts.parts != upgrade::BatchParts::Kernel;
    QCOMPARE(text.contains(QStringLiteral("7.0.16")), ofProxy);
    QCOMPARE(text.contains(QStringLiteral("7.0.1.14")), facts.parts != upgrade::BatchParts::Proxy);
    QVERIFY(text.contains(ofProxy && facts.parts == upgrade::BatchParts::Proxy
                              ? QStringLiteral("There is no way back to 7.0.13.")
                              : QStringLiteral("There is no way back to 7.0.1.8")));
}

QTEST_MAIN(ConfirmDialogTest)
#include "tst_confirmdialog.moc"
