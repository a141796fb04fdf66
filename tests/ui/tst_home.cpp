// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/aboutdialog.h"
#include "ui/dialogs/accountdialog.h"
#include "ui/form/upgradeform.h"
#include "ui/help/helpdialog.h"
#include "ui/help/helpview.h"
#include "ui/instances/instancetable.h"
#include "ui/log/logdialog.h"
#include "ui/look/style.h"
#include "ui/look/theme.h"
#include "ui/look/type.h"
#include "ui/preferences.h"
#include "ui/program.h"
#include "ui/settings/settingsdialog.h"
#include "ui/window/firststart.h"
#include "ui/window/homeflow.h"
#include "ui/window/mainwindow.h"
#include "ui/window/panes.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QShortcut>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>

using namespace uplift;
using namespace uplift::ui;

/// What belongs to the program, in the running program over a practice cloud: F1 everywhere, the menu's
/// windows, looks and language that change while it runs, and what it remembers.
class HomeTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void f1OpensTheTopicThatFits_data();
    void f1OpensTheTopicThatFits();
    void f1HelpsInsideADialog();
    void aFirstStartIsHelpedAndTranslatedAsWell();
    void everyShortcutIsListedInTheHelp();
    void f6GoesRoundThePanes();
    void theMenuOpensEachWindow();
    void theLanguageChangesWhileItRuns();
    void theThemeChangesWhileItRuns();
    void theTextSizeChangesWhileItRuns();
    void theWindowComesBackAsItWasLeft();
    void theLineBetweenThePanesIsMovedByKeysAndRemembered();
    void inANarrowWindowThePanesTakeTurns();
    void aSecondStartBringsTheWindowBack();
    void theListRefreshesByItselfOnlyWhenAsked();
    void aboutNamesEverythingUsed();

private:
    void start(const QString &language = QStringLiteral("en"));
    [[nodiscard]] MainWindow *window() const { return m_program->window(); }
    [[nodiscard]] InstanceTable *table() const { return window()->findChild<InstanceTable *>(); }
    [[nodiscard]] static HelpDialog *help()
    {
        const QWidgetList windows = QApplication::topLevelWidgets();
        for (QWidget *each : windows) {
            auto *dialog = qobject_cast<HelpDialog *>(each);
            if (dialog && dialog->isVisible())
                return dialog;
        }
        return nullptr;
    }
    [[nodiscard]] static QString helpTopic() { return help() ? help()->topic() : QString(); }
    [[nodiscard]] QAction *action(const char *name) const
    {
        const QList<QAction *> actions = window()->actions();
        for (QAction *each : actions) {
            if (each->objectName() == QLatin1String(name))
                return each;
        }
        QTest::qFail(name, __FILE__, __LINE__);
        return nullptr;
    }
    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    bool selectFirst();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Program> m_program;
};

void HomeTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    start();
}

void HomeTest::cleanup()
{
    m_program.reset();
    m_folder.reset();
}

void HomeTest::start(const QString &language)
{
    StartOptions options;
    options.dataDir = m_folder->path();
    options.practice = true;
    options.language = language;
    m_program = std::make_unique<Program>(*qApp, options);
    m_program->start();
    QVERIFY(window());
    if (Preferences(m_program->folder() + QStringLiteral("/preferences.ini")).geometry().isEmpty())
        window()->resize(1366, 768); // whatever the screen of the test is
    QTRY_VERIFY_WITH_TIMEOUT(window()->isVisible(), 60000); // once the folder is this process's
    window()->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(window()));
    Session *session = m_program->session();
    QTRY_VERIFY_WITH_TIMEOUT(session->isReady(), 60000);
    QTRY_VERIFY_WITH_TIMEOUT(session->fleet().count() > 0, 180000);
    QTRY_VERIFY_WITH_TIMEOUT(table()->isVisibleTo(window()), 60000);
}

bool HomeTest::selectFirst()
{
    window()->focusPane(2);
    press(Qt::Key_Home);
    return QTest::qWaitFor([this] { return !window()->shown().instance.isEmpty(); }, 20000);
}

void HomeTest::f1OpensTheTopicThatFits_data()
{
    QTest::addColumn<int>("pane");
    QTest::addColumn<QString>("topic");
    QTest::newRow("the list of instances") << 2 << QStringLiteral("upgrade");
    QTest::newRow("the form") << 3 << QStringLiteral("upgrade");
    QTest::newRow("what is in progress") << 4 << QStringLiteral("states");
    QTest::newRow("the history") << 5 << QStringLiteral("journal");
    QTest::newRow("plans of batches") << 6 << QStringLiteral("batches");
}

void HomeTest::f1OpensTheTopicThatFits()
{
    QFETCH(int, pane);
    QFETCH(QString, topic);
    QVERIFY(selectFirst());
    window()->focusPane(pane);
    QTRY_VERIFY(QApplication::focusWidget());
    press(Qt::Key_F1);
    QTRY_COMPARE(helpTopic(), topic);
    // Again from elsewhere: the same window, another topic.
    HelpDialog *first = help();
    window()->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(window()));
    window()->focusPane(pane == 4 ? 5 : 4);
    press(Qt::Key_F1);
    QTRY_COMPARE(helpTopic(), pane == 4 ? QStringLiteral("journal") : QStringLiteral("states"));
    QCOMPARE(help(), first);
}

void HomeTest::f1HelpsInsideADialog()
{
    action("actionAddAccount")->trigger();
    QTRY_VERIFY(window()->findChild<AccountDialog *>());
    auto *dialog = window()->findChild<AccountDialog *>();
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    QTRY_VERIFY(dialog->isAncestorOf(QApplication::focusWidget()));
    press(Qt::Key_F1);
    QTRY_COMPARE(helpTopic(), QStringLiteral("secrets"));
    // The question stays, and the help can be read beside it.
    QVERIFY(dialog->isVisible());
    QVERIFY(help()->isEnabled());
    dialog->close();
}

void HomeTest::aFirstStartIsHelpedAndTranslatedAsWell()
{
    m_program.reset();
    StartOptions options;
    options.dataDir = m_folder->filePath(QStringLiteral("another"));
    options.language = QStringLiteral("en");
    m_program = std::make_unique<Program>(*qApp, options);
    m_program->start();
    QTRY_VERIFY_WITH_TIMEOUT(window()->isVisible(), 60000);
    window()->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(window()));
    const auto inOffers = [this] {
        const auto *offers = window()->findChild<FirstStart *>();
        return offers && offers->isVisible() && offers->isAncestorOf(QApplication::focusWidget());
    };
    QTRY_VERIFY_WITH_TIMEOUT(inOffers(), 30000);
    press(Qt::Key_F1);
    QTRY_COMPARE(helpTopic(), QStringLiteral("secrets"));
    help()->close();
    window()->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(window()));
    press(Qt::Key_F6);
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("sidebar"));
    press(Qt::Key_F6);
    QVERIFY(inOffers());
    action("actionChinese")->trigger();
    QTRY_VERIFY(action("actionQuit")->text() != QStringLiteral("&Quit"));
    QTRY_VERIFY(inOffers());
}

void HomeTest::everyShortcutIsListedInTheHelp()
{
    window()->home()->showHelp(QStringLiteral("keys"));
    QTRY_COMPARE(helpTopic(), QStringLiteral("keys"));
    const QString text = help()->findChild<QTextBrowser *>(QStringLiteral("helpView"))->toPlainText();
    int keys = 0;
    const QList<QAction *> actions = window()->actions();
    for (const QAction *each : actions) {
        for (const QKeySequence &key : each->shortcuts()) {
            const QString name = key.toString(QKeySequence::NativeText);
            QVERIFY2(text.contains(name), qPrintable(name + QLatin1Char(' ') + each->text()));
            ++keys;
        }
    }
    QVERIFY(keys > 10);
    const QList<QShortcut *> shortcuts = window()->findChildren<QShortcut *>();
    QVERIFY(shortcuts.size() > 5);
    for (const QShortcut *shortcut : shortcuts) {
        const QString name = shortcut->key().toString(QKeySequence::NativeText);
        const bool pane = name.startsWith(QLatin1String("Ctrl+")) && name.back().isDigit();
        QVERIFY2(pane ? text.contains(QStringLiteral("Ctrl+1 … 5")) : text.contains(name), qPrintable(name));
    }
}

void HomeTest::f6GoesRoundThePanes()
{
    QVERIFY(selectFirst());
    press(Qt::Key_F6);
    QVERIFY(window()->form()->isAncestorOf(QApplication::focusWidget()));
    press(Qt::Key_F6);
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("sidebar"));
    press(Qt::Key_F6);
    QVERIFY(table()->hasFocus());
    press(Qt::Key_F6, Qt::ShiftModifier);
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("sidebar"));
    // The same where the middle and the right are others.
    for (const int pane : {4, 5, 6}) {
        window()->focusPane(pane);
        bool onSidebar = false;
        for (int i = 0; i < 3; ++i) {
            press(Qt::Key_F6);
            QVERIFY(QApplication::focusWidget() && QApplication::focusWidget()->isVisible());
            onSidebar = onSidebar || QApplication::focusWidget()->objectName() == QLatin1String("sidebar");
        }
        QVERIFY(onSidebar);
    }
}

void HomeTest::theMenuOpensEachWindow()
{
    action("actionSettings")->trigger();
    QTRY_VERIFY(window()->findChild<SettingsDialog *>());
    auto *settings = window()->findChild<SettingsDialog *>();
    auto *keychain = settings->findChild<QLabel *>(QStringLiteral("keychainState"));
    QTRY_VERIFY_WITH_TIMEOUT(keychain->text() != QStringLiteral("Being asked…"), 60000);
    // Another test beside this one may put a notification service on the bus for a while.
    auto *way = settings->findChild<QLabel *>(QStringLiteral("notificationWay"));
    const QStringList ways{
        QStringLiteral("This desktop shows no notifications: no service and no tray answers."),
        QStringLiteral("Shown by this desktop's notification service.")};
    QTRY_VERIFY2(ways.contains(way->text()), qPrintable(way->text()));
    // The log can be read from there, over it.
    QTest::mouseClick(settings->findChild<QPushButton *>(QStringLiteral("openLog")), Qt::LeftButton);
    LogDialog *log = nullptr;
    QTRY_VERIFY((log = settings->findChild<LogDialog *>()) != nullptr);
    QTRY_VERIFY(log->shownText().contains(QStringLiteral("program: started")));
    QTRY_VERIFY_WITH_TIMEOUT(
        (log->readAgain(), log->shownText().contains(QStringLiteral("call: DescribeRegions"))), 60000);
    log->close();
    settings->close();
    action("actionAbout")->trigger();
    QTRY_VERIFY(window()->findChild<AboutDialog *>());
    window()->findChild<AboutDialog *>()->close();
    action("actionHelp")->trigger();
    QTRY_VERIFY(help());
}

void HomeTest::theLanguageChangesWhileItRuns()
{
    QVERIFY(selectFirst());
    const fleet::InstanceKey shown = window()->shown();
    window()->home()->showHelp(QStringLiteral("clients"));
    window()->home()->showSettings();
    auto *settings = window()->findChild<SettingsDialog *>();
    const QString english = help()->windowTitle();
    const Session *session = m_program->session();
    settings->findChild<QComboBox *>(QStringLiteral("language"))->setCurrentIndex(2);
    QTRY_VERIFY(action("actionQuit")->text() != QStringLiteral("&Quit"));
    QVERIFY2(action("actionQuit")->text().contains(QStringLiteral("退出")),
             qPrintable(action("actionQuit")->text()));
    // Where one was: the same instance, the same topic, the settings still open.
    QCOMPARE(m_program->session(), session);
    QCOMPARE(window()->shown(), shown);
    QCOMPARE(helpTopic(), QStringLiteral("clients"));
    QVERIFY(help()->view()->toPlainText().contains(QStringLiteral("客户端")));
    settings = window()->findChild<SettingsDialog *>();
    QVERIFY(settings && settings->isVisible());
    QCOMPARE(settings->lastChanged(), QStringLiteral("language"));
    settings->close();
    const auto accountName = [this] {
        return m_program->session()->workspace().workspace().accounts.constFirst().name;
    };
    QCOMPARE(accountName(), QStringLiteral("演练云"));
    QVERIFY(action("actionChinese")->isChecked());
    // And back, from the menu, in another view.
    window()->focusPane(5);
    action("actionEnglish")->trigger();
    QTRY_COMPARE(action("actionQuit")->text(), QStringLiteral("&Quit"));
    QCOMPARE(accountName(), QStringLiteral("Practice cloud"));
    QVERIFY(action("actionEnglish")->isChecked() && !action("actionChinese")->isChecked());
    QCOMPARE(window()->shownPane(), 5);
    QCOMPARE(help()->windowTitle(), english);
    const auto chosen = [this] {
        return Preferences(m_program->folder() + QStringLiteral("/preferences.ini")).language();
    };
    QCOMPARE(chosen(), QStringLiteral("en"));
    // As the system: no choice of one's own any more.
    action("actionSystemLanguage")->trigger();
    QTRY_COMPARE(chosen(), QString());
    QTRY_VERIFY(action("actionSystemLanguage")->isChecked());
}

void HomeTest::theThemeChangesWhileItRuns()
{
    const MainWindow *before = window();
    const QList<QAction *> actions = window()->actions();
    QList<QAction *> themes;
    for (QAction *each : actions) {
        if (each->objectName() == QLatin1String("actionTheme"))
            themes.append(each);
    }
    QCOMPARE(themes.size(), 4);
    const QColor light = (themes.at(1)->trigger(), themeOf(window())[Role::Canvas]);
    QCOMPARE(light, QColor(Qt::white));
    themes.at(2)->trigger();
    QVERIFY(themeOf(window())[Role::Canvas] != light);
    QTRY_VERIFY(window()->palette().color(QPalette::Window).lightness() < 64);
    themes.at(3)->trigger();
    QCOMPARE(themeOf(window())[Role::Canvas], QColor(Qt::black));
    QCOMPARE(window(), before);
    QCOMPARE(Preferences(m_program->folder() + QStringLiteral("/preferences.ini")).theme(),
             ThemeChoice::Contrast);
}

void HomeTest::theTextSizeChangesWhileItRuns()
{
    window()->home()->showSettings();
    auto *settings = window()->findChild<SettingsDialog *>();
    const int before = QFontMetrics(table()->font()).height();
    settings->findChild<QComboBox *>(QStringLiteral("textScale"))->setCurrentIndex(textScales().indexOf(150));
    QTRY_VERIFY(QFontMetrics(table()->font()).height() > before);
    QTRY_VERIFY(window()->findChild<SettingsDialog *>());
    QCOMPARE(window()->findChild<SettingsDialog *>()->lastChanged(), QStringLiteral("textScale"));
}

void HomeTest::theWindowComesBackAsItWasLeft()
{
    window()->resize(1300, 740);
    table()->setCompact(true);
    Q_EMIT table()->layoutChosen();
    window()->home()->showHelp({});
    QTRY_VERIFY(help());
    help()->resize(777, 555);
    const QSize helpSize = help()->size();
    help()->close();
    window()->close();
    const QSize size = window()->size();
    m_program.reset();
    start();
    QCOMPARE(window()->size(), size);
    QVERIFY(table()->isCompact());
    window()->home()->showHelp({});
    QTRY_VERIFY(help());
    QCOMPARE(help()->size(), helpSize);
}

void HomeTest::theLineBetweenThePanesIsMovedByKeysAndRemembered()
{
    window()->resize(1366, 768);
    auto *panes = window()->findChild<Panes *>();
    const int before = panes->rightWidth();
    window()->focusPane(2);
    press(Qt::Key_Left, Qt::ControlModifier | Qt::ShiftModifier);
    press(Qt::Key_Left, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(panes->rightWidth() > before);
    const int wider = panes->rightWidth();
    // Another class of width has a place of its own.
    window()->resize(1100, 768);
    QTRY_VERIFY(panes->rightWidth() < wider);
    window()->close();
    m_program.reset();
    start();
    window()->resize(1366, 768);
    QTRY_COMPARE(window()->findChild<Panes *>()->rightWidth(), wider);
}

void HomeTest::inANarrowWindowThePanesTakeTurns()
{
    window()->home()->showSettings();
    window()
        ->findChild<SettingsDialog *>()
        ->findChild<QComboBox *>(QStringLiteral("textScale"))
        ->setCurrentIndex(textScales().indexOf(150));
    QTRY_VERIFY(widthClassOf(window()->width(), typeScale()) == WidthClass::Paged
                || window()->width() > 1536);
    window()->resize(1366, 768);
    window()->findChild<SettingsDialog *>()->close();
    window()->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(window()));
    QVERIFY(selectFirst());
    QVERIFY(table()->isVisible());
    QVERIFY(!window()->form()->isVisible());
    press(Qt::Key_Return);
    QTRY_VERIFY(window()->form()->isVisible());
    QVERIFY(!table()->isVisible());
    press(Qt::Key_Escape);
    QTRY_VERIFY(table()->isVisible());
    QVERIFY(table()->hasFocus());
    // The way back can be seen, too.
    press(Qt::Key_F6);
    QTRY_VERIFY(!table()->isVisible());
    QTest::mouseClick(window()->findChild<QPushButton *>(QStringLiteral("backToList")), Qt::LeftButton);
    QTRY_VERIFY(table()->isVisible());
}

void HomeTest::aSecondStartBringsTheWindowBack()
{
    window()->showMinimized();
    QVERIFY(window()->isMinimized());
    OneInstance second(m_folder->filePath(QStringLiteral("practice")));
    QVERIFY(!second.claim());
    second.raiseOther({}, std::chrono::seconds(30), this, [](OneInstance::Answer) {});
    QTRY_VERIFY_WITH_TIMEOUT(!window()->isMinimized() && window()->isVisible(), 30000);
}

void HomeTest::theListRefreshesByItselfOnlyWhenAsked()
{
    QCOMPARE(window()->home()->refreshInterval(), std::chrono::minutes(0));
    window()->home()->showSettings();
    auto *settings = window()->findChild<SettingsDialog *>();
    settings->findChild<QComboBox *>(QStringLiteral("refresh"))->setCurrentIndex(1);
    QCOMPARE(window()->home()->refreshInterval(), std::chrono::minutes(refreshChoices().at(1)));
    settings->findChild<QComboBox *>(QStringLiteral("refresh"))->setCurrentIndex(0);
    QCOMPARE(window()->home()->refreshInterval(), std::chrono::minutes(0));
}

void HomeTest::aboutNamesEverythingUsed()
{
    QString names;
    for (const AboutPart &part : aboutParts()) {
        QVERIFY2(!part.licence.isEmpty(), qPrintable(part.name));
        names += part.name + QLatin1Char('\n');
    }
    QVERIFY(names.contains(QStringLiteral("Qt %1").arg(QString::fromLatin1(qVersion()))));
    static const QRegularExpression versions(
        QStringLiteral(
            "QtKeychain \\d+\\.\\d+.*OpenSSL \\d+\\.\\d+.*SQLite \\d+\\.\\d+.*tl::expected.*Icons.*Fonts"),
        QRegularExpression::DotMatchesEverythingOption);
    QVERIFY2(names.contains(versions), qPrintable(names));
    AboutDialog dialog(QStringLiteral("1.2.3"));
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    QTest::mouseClick(dialog.findChild<QPushButton *>(QStringLiteral("aboutCopy")), Qt::LeftButton);
    QVERIFY(QApplication::clipboard()->text().startsWith(QStringLiteral("Uplift 1.2.3\n")));
    for (const AboutPart &part : aboutParts())
        QVERIFY(QApplication::clipboard()->text().contains(part.name + QStringLiteral(": ") + part.licence));
}

QTEST_MAIN(HomeTest)
#include "tst_home.moc"
