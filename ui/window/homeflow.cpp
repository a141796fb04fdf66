// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/homeflow.h"

#include "cloud/erroradvice.h"
#include "ui/dialogs/aboutdialog.h"
#include "ui/help/helpcontext.h"
#include "ui/help/helpdialog.h"
#include "ui/help/helplink.h"
#include "ui/instances/instancetable.h"
#include "ui/log/logdialog.h"
#include "ui/log/logfile.h"
#include "ui/look/remotedisplay.h"
#include "ui/look/style.h"
#include "ui/preferences.h"
#include "ui/session.h"
#include "ui/settings/settingsdialog.h"

#include <QApplication>
#include <QFileInfo>
#include <QKeyEvent>
#include <QMenu>
#include <QMetaMethod>
#include <QProcessEnvironment>

namespace uplift::ui {

namespace {

const QString helpWindow = QStringLiteral("help");
const QString logWindow = QStringLiteral("log");
const QString settingsWindow = QStringLiteral("settings");

/// At the size it had last time, and from now on remembered.
void keepGeometry(QDialog *dialog, Preferences &preferences, const QString &window)
{
    dialog->restoreGeometry(preferences.geometryOf(window));
    QObject::connect(dialog, &QDialog::finished, dialog, [dialog, &preferences, window] {
        preferences.setGeometryOf(window, dialog->saveGeometry());
    });
}

bool belongsTo(const QWidget *window, const QWidget *widget)
{
    while (widget && widget != window)
        widget = widget->parentWidget();
    return widget != nullptr;
}

bool isHelpKey(const QKeyEvent &event)
{
    return event.key() == Qt::Key_F1 && event.modifiers() == Qt::NoModifier;
}

} // namespace

HomeFlow::HomeFlow(Session &session, Preferences &preferences, LogFile *log, InstanceTable &table,
                   QWidget *window)
    : QObject(window), m_session(session), m_preferences(preferences), m_log(log), m_table(table),
      m_window(window)
{
    qApp->installEventFilter(this);
    m_refresh.setTimerType(Qt::VeryCoarseTimer);
    connect(&m_refresh, &QTimer::timeout, this, &HomeFlow::refresh);
    applyRefresh();
}

HomeFlow::~HomeFlow()
{
    // A window of its own, so that it can be read beside a question; it goes with ours.
    delete m_help;
}

void HomeFlow::fillMenu(QMenu &menu)
{
    const auto add = [this, &menu](const QString &text, const char *name, const QKeySequence &keys,
                                   auto act) {
        QAction *action = menu.addAction(text);
        action->setObjectName(QString::fromLatin1(name));
        action->setShortcut(keys);
        connect(action, &QAction::triggered, this, act);
        m_window->addAction(action);
    };
    add(tr("S&ettings…"), "actionSettings", QKeySequence(Qt::CTRL | Qt::Key_Comma),
        [this] { showSettings(); });
    add(tr("&Help"), "actionHelp", QKeySequence(Qt::Key_F1), [this] {
        const QString topic = helpTopicOf(QApplication::focusWidget());
        showHelp(topic.isEmpty() && m_page ? helpTopicOf(m_page()) : topic);
    });
    if (m_log)
        add(tr("Sho&w the log…"), "actionLog", {}, [this] { showLog(); });
    add(tr("Abo&ut Uplift"), "actionAbout", {}, [this] { showAbout(); });
}

void HomeFlow::showSettings(const QString &setting)
{
    if (!m_settings) {
        m_settings = new SettingsDialog(m_preferences, settingsFacts(), m_window);
        keepGeometry(m_settings, m_preferences, settingsWindow);
        connectSettings(m_settings);
        m_session.keychain().status(m_settings,
                                    [dialog = m_settings](const Result<secrets::KeychainStatus> &status) {
                                        if (dialog && status)
                                            dialog->setKeychain(*status);
                                    });
    }
    m_settings->open();
    Q_EMIT settingsOpened();
    if (!setting.isEmpty())
        m_settings->showSetting(setting);
}

void HomeFlow::setNotificationWay(const QString &sentence, bool works)
{
    if (m_settings)
        m_settings->setNotificationWay(sentence, works);
}

SettingsFacts HomeFlow::settingsFacts() const
{
    SettingsFacts facts;
    for (const profiles::Account &account : m_session.workspace().workspace().accounts)
        facts.accounts.append(
            {account.id, account.name, networkSentence(account.connection), secretSentence(account)});
    facts.dataFolder = m_session.folder();
    facts.journalPath = m_session.journalPath();
    facts.journalState = journalSentence(m_session.journal().access(), m_session.journal().accessReason());
    facts.practice = m_session.isPractice();
    facts.remote = isRemoteDisplay(QProcessEnvironment::systemEnvironment());
    facts.compact = m_table.isCompact();
    facts.logPath = m_log ? m_log->path() : QString();
    facts.hasHistory = isSignalConnected(QMetaMethod::fromSignal(&HomeFlow::historyRequested));
    return facts;
}

void HomeFlow::connectSettings(SettingsDialog *dialog)
{
    connect(dialog, &SettingsDialog::themeChosen, this, &HomeFlow::themeChosen);
    connect(dialog, &SettingsDialog::textScaleChosen, this, &HomeFlow::textScaleChosen);
    connect(dialog, &SettingsDialog::languageChosen, this, &HomeFlow::languageChosen);
    connect(dialog, &SettingsDialog::accountRequested, this, &HomeFlow::accountRequested);
    connect(dialog, &SettingsDialog::historyRequested, this, &HomeFlow::historyRequested);
    connect(dialog, &SettingsDialog::practiceRequested, this, &HomeFlow::practiceRequested);
    connect(dialog, &SettingsDialog::practiceLeft, this, &HomeFlow::practiceLeft);
    connect(dialog, &SettingsDialog::logRequested, this, &HomeFlow::showLog);
    connect(dialog, &SettingsDialog::helpRequested, this, &HomeFlow::showHelp);
    connect(dialog, &SettingsDialog::refreshChosen, this, &HomeFlow::applyRefresh);
    connect(dialog, &SettingsDialog::backupLimitChosen, this, &HomeFlow::backupLimitChosen);
    connect(dialog, &SettingsDialog::compactChosen, this,
            [this](bool compact) { m_table.setCompact(compact); });
    connect(dialog, &SettingsDialog::remoteChosen, this,
            [this] { changeHover(*qApp, !isRemote(m_preferences.remoteDisplay())); });
    connect(&m_session.workspace(), &profiles::WorkspaceStore::changed, dialog,
            [this, dialog] { dialog->setAccounts(settingsFacts().accounts); });
}

void HomeFlow::showHelp(const QString &topic)
{
    if (!m_help) {
        m_help = new HelpDialog(helpTopics(cloud::ErrorAdvice::fromResource(), keyLines(*m_window)));
        keepGeometry(m_help, m_preferences, helpWindow);
    }
    m_help->showTopic(topic);
    m_help->show();
    m_help->raise();
    m_help->activateWindow();
}

void HomeFlow::showLog()
{
    if (!m_log)
        return;
    if (!m_logDialog) {
        QWidget *front = QApplication::activeModalWidget();
        m_logDialog = new LogDialog(*m_log, front ? front : m_window);
        keepGeometry(m_logDialog, m_preferences, logWindow);
    }
    m_logDialog->open();
}

void HomeFlow::showAbout() { (new AboutDialog(QCoreApplication::applicationVersion(), m_window))->open(); }

HomeFlow::State HomeFlow::state() const
{
    State state;
    if (m_help && m_help->isVisible())
        state.topic = m_help->topic();
    if (m_settings && m_settings->isVisible()) {
        state.settings = true;
        state.setting = m_settings->lastChanged();
    }
    return state;
}

void HomeFlow::restore(const State &state)
{
    if (!state.topic.isEmpty())
        showHelp(state.topic);
    if (state.settings)
        showSettings(state.setting);
}

bool HomeFlow::eventFilter(QObject *watched, QEvent *event)
{
    const bool asksForTopic = event->type() == HelpRequest::eventType();
    if ((!asksForTopic && event->type() != QEvent::KeyPress) || !watched->isWidgetType())
        return QObject::eventFilter(watched, event);
    auto *widget = static_cast<QWidget *>(watched);
    if (asksForTopic && belongsTo(m_window, widget)) {
        showHelp(static_cast<HelpRequest *>(event)->topic());
        return true;
    }
    // In the window itself the action has the key; a dialog in front keeps it from there.
    if (!asksForTopic && isHelpKey(*static_cast<QKeyEvent *>(event)) && widget->window() != m_window
        && belongsTo(m_window, widget) && !QApplication::activePopupWidget()) {
        showHelp(helpTopicOf(widget));
        return true;
    }
    return QObject::eventFilter(watched, event);
}

void HomeFlow::applyRefresh()
{
    const std::chrono::minutes interval(m_preferences.refreshMinutes());
    if (interval.count() == 0)
        return m_refresh.stop();
    m_refresh.start(interval);
}

std::chrono::minutes HomeFlow::refreshInterval() const
{
    return m_refresh.isActive()
        ? std::chrono::duration_cast<std::chrono::minutes>(m_refresh.intervalAsDuration())
        : std::chrono::minutes(0);
}

void HomeFlow::refresh()
{
    if (m_session.isReady() && !m_session.fleet().progress().running)
        m_session.fleet().refresh();
}

} // namespace uplift::ui
