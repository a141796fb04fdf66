// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/error.h"
#include "core/worker.h"
#include "secrets/keychainstore.h"
#include "ui/commandline.h"
#include "ui/language.h"
#include "ui/log/logfile.h"
#include "ui/log/loggedsecrets.h"
#include "ui/log/qtmessages.h"
#include "ui/look/systemappearance.h"
#include "ui/look/theme.h"
#include "ui/oneinstance.h"
#include "ui/session.h"

#include <QObject>

#include <memory>

class QApplication;

namespace uplift::ui {

class MainWindow;
class Preferences;

/// The running program: look and language, one session at a time (the user's or a rehearsal), one window over
/// it.
class Program : public QObject {
    Q_OBJECT
public:
    /// `base`: everything of a session but its folder and whether it is a rehearsal.
    Program(QApplication &application, const StartOptions &options, SessionOptions base = {});
    ~Program() override;
    void start();
    [[nodiscard]] MainWindow *window() const { return m_window.get(); }
    [[nodiscard]] Session *session() const { return m_session.get(); }
    [[nodiscard]] const QString &folder() const { return m_folder; }

Q_SIGNALS:
    /// Nothing is left to do here: another instance has the data folder. `status`: 0, its window was raised;
    /// 1, it does not answer.
    void finished(int status);

private:
    void openSession(bool practice);
    void makeSession(bool practice);
    void makeWindow();
    void showSession();
    [[nodiscard]] OneInstance &claimOf(bool practice) { return practice ? m_practiceClaim : m_claim; }
    void replaceWindow();
    void raiseOther(OneInstance &claim, bool practice);
    void sayNoAnswer(qint64 process);
    void raise(const QByteArray &token);
    void watchSession();
    void chooseTheme(int choice);
    void applyTheme();
    void chooseTextScale(int percent);
    void chooseLanguage(const QString &language);

    QApplication &m_application;
    StartOptions m_options;
    SessionOptions m_base;
    QString m_folder;
    LogFile m_log;
    QtMessages m_messages;
    OneInstance m_claim;
    OneInstance m_practiceClaim; ///< a rehearsal has a state of its own, and may run beside the user's work
    Worker m_beside; ///< what a start would otherwise wait for
    SystemAppearance m_appearance;
    SystemClock m_clock;
    Language m_language;
    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<secrets::KeychainStore> m_keychain;
    std::unique_ptr<LoggedSecrets> m_secrets;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<MainWindow> m_window;
    bool m_started = false;
};

/// What is said of another instance that has the data folder and does not answer; `process` 0: not known.
[[nodiscard]] Error noAnswer(qint64 process);

} // namespace uplift::ui
