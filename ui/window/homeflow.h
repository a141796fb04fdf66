// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ids.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>
#include <functional>

class QMenu;

namespace uplift::ui {

class HelpDialog;
class InstanceTable;
class LogDialog;
class LogFile;
class Preferences;
class Session;
class SettingsDialog;
struct SettingsFacts;

/// What belongs to the program and not to any instance: settings, help, log, about, and the refresh by
/// itself.
class HomeFlow : public QObject {
    Q_OBJECT
public:
    /// `log` may be nullptr: then it cannot be shown. All outlive this.
    HomeFlow(Session &session, Preferences &preferences, LogFile *log, InstanceTable &table, QWidget *window);
    ~HomeFlow() override;

    /// What the window shows, for help where the focus is beside it: on the sidebar, say.
    void setShownPage(std::function<QWidget *()> page) { m_page = std::move(page); }
    void fillMenu(QMenu &menu); ///< the entries and their keys; the keys also to the window
    void showSettings(const QString &setting = {}); ///< brings it into view; empty: from the top
    void showHelp(const QString &topic);
    /// In the settings, while they are open: how this desktop shows notifications, or that it does not.
    void setNotificationWay(const QString &sentence, bool works);
    void showLog();
    void showAbout();
    [[nodiscard]] std::chrono::minutes refreshInterval() const; ///< 0: never by itself

    /// What was open, so that a window made anew in another language or size goes on.
    struct State {
        QString topic; ///< empty: no help
        QString setting; ///< the last one changed
        bool settings = false;
    };
    [[nodiscard]] State state() const;
    void restore(const State &state);

    /// F1 in whatever is in front, and links to topics.
    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void settingsOpened();
    void themeChosen(int choice);
    void textScaleChosen(int percent);
    void languageChosen(const QString &language);
    void backupLimitChosen(); ///< in the preferences
    void accountRequested(const uplift::AccountId &account);
    void historyRequested();
    void practiceRequested();
    void practiceLeft();

private:
    [[nodiscard]] SettingsFacts settingsFacts() const;
    void connectSettings(SettingsDialog *dialog);
    void applyRefresh();
    void refresh();

    Session &m_session;
    Preferences &m_preferences;
    LogFile *m_log;
    InstanceTable &m_table;
    QWidget *m_window;
    QPointer<SettingsDialog> m_settings;
    QPointer<HelpDialog> m_help;
    QPointer<LogDialog> m_logDialog;
    QTimer m_refresh;
    std::function<QWidget *()> m_page;
};

} // namespace uplift::ui
