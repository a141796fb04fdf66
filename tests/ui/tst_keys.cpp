// SPDX-License-Identifier: GPL-3.0-or-later
#include "keychecks.h"
#include "windowrig.h"

#include "ui/details/detailsdialog.h"
#include "ui/dialogs/aboutdialog.h"
#include "ui/dialogs/closingdialog.h"
#include "ui/form/upgradeform.h"
#include "ui/help/helpdialog.h"
#include "ui/instances/instancetable.h"
#include "ui/language.h"
#include "ui/log/logdialog.h"
#include "ui/log/logfile.h"
#include "ui/window/changeflow.h"
#include "ui/window/doctorflow.h"

#include <QAction>
#include <QCheckBox>
#include <QDialog>
#include <QItemSelectionModel>
#include <QMenu>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>

using namespace uplift;
using namespace uplift::ui;

/// What the keyboard alone needs, in every view and dialog, in both languages.
class KeysTest : public QObject, protected test::WindowRig {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void everyViewIsGoneThroughByTab_data() { languages(); }
    void everyViewIsGoneThroughByTab();
    void everyDialogIsGoneThroughByTabAndLeftByEsc_data() { languages(); }
    void everyDialogIsGoneThroughByTabAndLeftByEsc();
    void everyWindowOfTheProgramIsGoneThroughByTab_data() { languages(); }
    void everyWindowOfTheProgramIsGoneThroughByTab();
    void everyDialogOfAnUpgradeIsGoneThroughByTab_data() { languages(); }
    void everyDialogOfAnUpgradeIsGoneThroughByTab();
    void theMenuHasNoTwoLettersAlike_data() { languages(); }
    void theMenuHasNoTwoLettersAlike();
    void theTabOrderFollowsTheEye();
    void noSingleKeyUpgrades();
    void aLongDialogIsReadByKeys();

private:
    static void languages()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << QStringLiteral("en");
        QTest::newRow("Chinese") << QStringLiteral("zh_CN");
    }
    void open(const QString &language);
    bool choose(const QString &name);
    void selectThree();
    template <class T> [[nodiscard]] T *child(const char *name) const
    {
        return m_window->findChild<T *>(QString::fromLatin1(name));
    }
    [[nodiscard]] InstanceTable *table() const { return m_window->findChild<InstanceTable *>(); }
    void check(QWidget &window, const char *place);
    void checkDialog(
        const char *place, const std::function<void()> &opens,
        const std::function<bool()> &filled = [] { return true; });
    void checkWindow(const char *place, QWidget *window);

    Language m_language;
    QStringList m_faults;
};

void KeysTest::init()
{
    m_faults.clear();
    openSession(newFolder());
}

void KeysTest::cleanup()
{
    closeAll();
    m_language.apply(QStringLiteral("en"));
}

void KeysTest::open(const QString &language)
{
    m_language.apply(language);
    QVERIFY(openWindow());
    QTRY_VERIFY_WITH_TIMEOUT(isListed(), listedMs);
    QVERIFY(choose(QStringLiteral("orders-cache")));
}

bool KeysTest::choose(const QString &name)
{
    m_window->focusPane(2);
    QTest::keyClick(table(), Qt::Key_Home);
    for (int i = 0; i < 20; ++i) {
        const auto &facts = m_window->form()->facts();
        if (facts && facts->name == name)
            return true;
        QTest::keyClick(table(), Qt::Key_Down);
    }
    return false;
}

void KeysTest::selectThree()
{
    m_window->focusPane(2);
    QTest::keyClick(table(), Qt::Key_Home);
    for (int i = 0; i < 2; ++i)
        QTest::keyClick(table(), Qt::Key_Down, Qt::ShiftModifier);
}

void KeysTest::check(QWidget &window, const char *place)
{
    QStringList found = keys::mnemonicClashes(window) + keys::shortcutClashes(window);
    found += keys::walkByTab(window).faults;
    found.removeDuplicates();
    for (const QString &fault : std::as_const(found))
        m_faults.append(QStringLiteral("%1: %2").arg(QString::fromLatin1(place), fault));
}

void KeysTest::checkWindow(const char *place, QWidget *window)
{
    QVERIFY2(window, place);
    window->show();
    window->activateWindow();
    QVERIFY2(QTest::qWaitForWindowActive(window), place);
    if (!window->isAncestorOf(QApplication::focusWidget()))
        QTest::keyClick(window, Qt::Key_Tab);
    check(*window, place);
    window->close();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void KeysTest::checkDialog(const char *place, const std::function<void()> &opens,
                           const std::function<bool()> &filled)
{
    opens();
    QTRY_VERIFY2_WITH_TIMEOUT(QApplication::activeModalWidget(), place, 20000);
    QWidget *dialog = QApplication::activeModalWidget();
    dialog->activateWindow();
    QVERIFY2(QTest::qWaitForWindowActive(dialog), place);
    QTRY_VERIFY2(dialog->isAncestorOf(QApplication::focusWidget()), place);
    QTRY_VERIFY2_WITH_TIMEOUT(filled(), place, 60000);
    QCoreApplication::processEvents(); // what came last is laid out with the next turn
    check(*dialog, place);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY2_WITH_TIMEOUT(!QApplication::activeModalWidget(), place, 20000);
    m_window->activateWindow(); // no window manager sees to that here
    QVERIFY2(QTest::qWaitForWindowActive(m_window.get()), place);
}

void KeysTest::everyViewIsGoneThroughByTab()
{
    QFETCH(QString, language);
    open(language);
    check(*m_window, "an instance and its form");
    child<QAction>("actionById")->trigger();
    check(*m_window, "upgrade by id");
    QVERIFY(choose(QStringLiteral("orders-cache")));
    m_window->focusPane(4);
    check(*m_window, "running");
    m_window->focusPane(5);
    check(*m_window, "history");
    child<QAction>("actionPlans")->trigger();
    check(*m_window, "plans");
    m_window->focusPane(2);
    selectThree();
    check(*m_window, "a batch");
    child<QAction>("actionDryRun")->trigger();
    check(*m_window, "dry run");
    QVERIFY2(m_faults.isEmpty(), qPrintable(QLatin1Char('\n') + m_faults.join(QLatin1Char('\n'))));
}

void KeysTest::everyDialogIsGoneThroughByTabAndLeftByEsc()
{
    QFETCH(QString, language);
    open(language);
    const auto triggers = [this](const char *action) {
        return [this, action] { child<QAction>(action)->trigger(); };
    };
    checkDialog("add an account", triggers("actionAddAccount"));
    checkDialog("save a profile", triggers("actionSave"));
    checkDialog("import", triggers("actionImport"));
    checkDialog("about", triggers("actionAbout"));
    checkDialog("the request", [this] { child<QAbstractButton>("showRequest")->click(); });
    QTRY_VERIFY_WITH_TIMEOUT(m_window->form()->facts()->known.version.has_value(), 20000);
    child<QCheckBox>("clientsReconnect")->setChecked(true);
    checkDialog("the confirmation", [this] { m_window->form()->pressPrimary(); });
    QCOMPARE(m_session->upgrades().steps().size(), 0);
    QVERIFY2(m_faults.isEmpty(), qPrintable(QLatin1Char('\n') + m_faults.join(QLatin1Char('\n'))));
}

void KeysTest::everyWindowOfTheProgramIsGoneThroughByTab()
{
    QFETCH(QString, language);
    open(language);
    checkDialog("settings", [this] { child<QAction>("actionSettings")->trigger(); });
    LogFile log({m_folder->path()});
    log.add(LogLevel::Info, QStringLiteral("program"), QStringLiteral("started"));
    auto *logDialog = new LogDialog(log, m_window.get());
    QTRY_VERIFY_WITH_TIMEOUT(logDialog->shownText().contains(QStringLiteral("started")), 20000);
    checkDialog("log", [logDialog] { logDialog->open(); });
    child<QAction>("actionHelp")->trigger();
    QWidget *help = nullptr;
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (QWidget *each : windows) {
        if (qobject_cast<HelpDialog *>(each))
            help = each;
    }
    checkWindow("help", help);
    const AccountId account = m_session->workspace().workspace().accounts.constFirst().id;
    checkDialog(
        "permission doctor", [&] { m_window->findChild<DoctorFlow *>()->start(account); },
        [this] { // laid out, not only there
            const auto *whole = m_window->findChild<QWidget *>(QStringLiteral("doctorWhole"));
            return whole && whole->y() > 0 && whole->height() >= whole->sizeHint().height();
        });
    QVERIFY2(m_faults.isEmpty(), qPrintable(QLatin1Char('\n') + m_faults.join(QLatin1Char('\n'))));
}

void KeysTest::everyDialogOfAnUpgradeIsGoneThroughByTab()
{
    QFETCH(QString, language);
    open(language);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->form()->facts()->known.version.has_value(), 20000);
    checkDialog("ticket", [this] { child<QAction>("actionTicket")->trigger(); });
    child<QAction>("actionDetails")->trigger();
    auto *details = m_window->findChild<DetailsDialog *>();
    QVERIFY(details);
    QTRY_VERIFY_WITH_TIMEOUT(details->findChild<QWidget *>(QStringLiteral("detailSection0")), 20000);
    QTRY_VERIFY_WITH_TIMEOUT(!details->isAsking(), 20000);
    QCoreApplication::processEvents(); // what came last is laid out with the next turn
    checkWindow("details", details);
    auto *changes = m_window->findChild<ChangeFlow *>();
    const fleet::InstanceKey key = m_window->shown();
    checkDialog("change of the window", [&] { changes->changeWindow(key, false); });
    checkDialog("change of the automatic upgrade", [&] { changes->switchAutoUpgrade(key, true); });
    checkDialog("backup", [&] { changes->backUpNow(key); });
    CloudTask task;
    task.id = {QStringLiteral("4711")};
    task.started = QDateTime::currentDateTimeUtc();
    checkDialog("cancelling a task", [&] { changes->cancelTask(key, task); });
    checkDialog("moving a task", [&] { changes->moveTask(key, task); });
    ScheduledEvent event;
    event.id = QStringLiteral("11");
    event.start = QDateTime::currentDateTimeUtc().addDays(2);
    event.switchAt = event.start.addSecs(3600);
    event.deadline = event.start.addDays(5);
    checkDialog("cancelling an event", [&] { changes->cancelEvent(key, event); });
    checkDialog("moving an event", [&] { changes->moveEvent(key, event); });
    selectThree();
    child<QAbstractButton>("batchNow")->click();
    child<QCheckBox>("batchReconnect")->setChecked(true);
    // Until every version is known, the press names what is missing.
    QVERIFY(QTest::qWaitFor(
        [this] {
            if (!QApplication::activeModalWidget())
                child<QAbstractButton>("batchPrimary")->click();
            return QApplication::activeModalWidget() != nullptr;
        },
        60000));
    checkDialog("the confirmation of a batch", [] {});
    ClosingWords words;
    words.heading = QStringLiteral("Close?");
    words.lines = {ClosingLine{}};
    checkDialog("closing", [&] { (new ClosingDialog(words, m_window.get()))->open(); });
    QVERIFY2(m_faults.isEmpty(), qPrintable(QLatin1Char('\n') + m_faults.join(QLatin1Char('\n'))));
}

void KeysTest::theMenuHasNoTwoLettersAlike()
{
    QFETCH(QString, language);
    open(language);
    const auto buttons = m_window->findChildren<QToolButton *>();
    int menus = 0;
    for (const QToolButton *button : buttons) {
        if (!button->menu())
            continue;
        ++menus;
        m_faults += keys::mnemonicClashes(*button->menu());
    }
    QVERIFY(menus > 0);
    QVERIFY2(m_faults.isEmpty(), qPrintable(QLatin1Char('\n') + m_faults.join(QLatin1Char('\n'))));
}

void KeysTest::theTabOrderFollowsTheEye()
{
    open(QStringLiteral("en"));
    m_window->focusPane(1);
    const QStringList order = keys::walkByTab(*m_window).order;
    int last = -1;
    // The form's fields are made after the first picture, and its checks anew with every answer.
    for (const char *name : {"sidebarList", "filterEdit", "instanceTable", "saveProfile", "changeInstance",
                             "targetVersion", "momentWindow", "check_permission", "check_status",
                             "showRequest", "clientsReconnect", "primaryButton", "practiceFaults"}) {
        const int at = static_cast<int>(order.indexOf(QString::fromLatin1(name)));
        QVERIFY2(
            at > last,
            qPrintable(QString::fromLatin1(name) + QStringLiteral(" in ") + order.join(QLatin1Char(' '))));
        last = at;
    }
}

void KeysTest::noSingleKeyUpgrades()
{
    open(QStringLiteral("en"));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->form()->facts()->known.version.has_value(), 20000);
    child<QCheckBox>("clientsReconnect")->setChecked(true);
    const QList<int> strays{Qt::Key_Return, Qt::Key_Enter, Qt::Key_Space, Qt::Key_U, Qt::Key_Y, Qt::Key_F2};
    for (const int key : strays) {
        m_window->form()->pressPrimary();
        QTRY_VERIFY_WITH_TIMEOUT(QApplication::activeModalWidget(), 20000);
        QVERIFY(QTest::qWaitForWindowActive(QApplication::activeModalWidget()));
        QTest::keyClick(QApplication::focusWidget(), static_cast<Qt::Key>(key));
        if (QWidget *still = QApplication::activeModalWidget())
            QTest::keyClick(still, Qt::Key_Escape);
        QTRY_VERIFY_WITH_TIMEOUT(!QApplication::activeModalWidget(), 20000);
    }
    // Nor in the window: there a key opens the confirmation at most.
    for (const int key : strays) {
        m_window->focusPane(3);
        QTest::keyClick(QApplication::focusWidget(), static_cast<Qt::Key>(key));
        if (QWidget *modal = QApplication::activeModalWidget())
            QTest::keyClick(modal, Qt::Key_Escape);
        else if (QWidget *popup = QApplication::activePopupWidget())
            popup->close();
    }
    QCOMPARE(m_session->upgrades().steps().size(), 0);
    QCOMPARE(m_session->practice()->requestCount(QStringLiteral("ModifyInstanceMinorVersion")), 0);
}

void KeysTest::aLongDialogIsReadByKeys()
{
    auto *dialog = new AboutDialog(QStringLiteral("0.1.0"), nullptr);
    dialog->setHeightLimit(260);
    dialog->show();
    QVERIFY(QTest::qWaitForWindowExposed(dialog));
    auto *bar = dialog->findChild<QScrollArea *>(QStringLiteral("dialogMiddle"))->verticalScrollBar();
    QTRY_VERIFY(bar->maximum() > 0);
    while (bar->value() < bar->maximum()) {
        const int before = bar->value();
        QTest::keyClick(dialog, Qt::Key_PageDown);
        QVERIFY(bar->value() > before);
    }
    QTest::keyClick(dialog, Qt::Key_PageUp);
    QVERIFY(bar->value() < bar->maximum());
    dialog->close();
}

QTEST_MAIN(KeysTest)
#include "tst_keys.moc"
