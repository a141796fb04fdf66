// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/program.h"

#include "ui/afterpaint.h"
#include "ui/log/loglines.h"
#include "ui/look/icons.h"
#include "ui/look/remotedisplay.h"
#include "ui/look/style.h"
#include "ui/noanswerdialog.h"
#include "ui/preferences.h"
#include "ui/window/homeflow.h"
#include "ui/window/mainwindow.h"

#include <QApplication>
#include <QDir>
#include <QStandardPaths>

#include <cstdio>
#include <utility>
#ifndef Q_OS_WIN
#include <unistd.h>
#endif

namespace uplift::ui {

namespace {

QString practiceFolder(const QString &folder) { return QDir(folder).filePath(QStringLiteral("practice")); }

QString folderOf(const StartOptions &options)
{
    const QString folder = options.dataDir.isEmpty()
        ? QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)
        : QDir(options.dataDir).absolutePath();
    QDir().mkpath(options.practice ? practiceFolder(folder) : folder);
    return folder;
}

/// How long another instance may take to answer.
constexpr std::chrono::milliseconds patience{2'000};

bool startedFromTerminal()
{
#ifdef Q_OS_WIN
    return false;
#else
    return isatty(STDERR_FILENO) != 0;
#endif
}

} // namespace

Error noAnswer(qint64 process)
{
    const QString who = process > 0
        //: %1 is a process id
        ? Program::tr("Uplift is already running with this data folder (process %1), and does not answer.")
              .arg(process)
        : Program::tr("Uplift is already running with this data folder, and does not answer.");
    return Error::of(
        Error::Kind::Conflict, who,
        Program::tr("Wait or end that process. With --data-dir DIR another one can be started, with "
                    "accounts and a journal of its own."));
}

Program::Program(QApplication &application, const StartOptions &options, SessionOptions base)
    : m_application(application), m_options(options), m_base(std::move(base)), m_folder(folderOf(options)),
      m_log({options.practice ? practiceFolder(m_folder) : m_folder}), m_messages(m_log), m_claim(m_folder),
      m_practiceClaim(practiceFolder(m_folder)), m_beside(QStringLiteral("start")),
      m_appearance(application.palette())
{
    m_preferences = std::make_unique<Preferences>(QDir(m_folder).filePath(QStringLiteral("preferences.ini")));
    applyLook(application, resolveTheme(m_preferences->theme(), m_appearance.theme()),
              m_preferences->textScale() / 100.0);
    changeHover(application, !isRemote(m_preferences->remoteDisplay()));
    connect(&m_appearance, &SystemAppearance::changed, this, &Program::applyTheme);
    m_language.apply(options.language.isEmpty() ? m_preferences->language() : options.language);
    m_keychain = std::make_unique<secrets::KeychainStore>();
    m_secrets = std::make_unique<LoggedSecrets>(*m_keychain, m_log);
    for (OneInstance *claim : {&m_claim, &m_practiceClaim})
        connect(claim, &OneInstance::raiseRequested, this, &Program::raise);
}

Program::~Program()
{
    m_window.reset();
    m_session.reset();
    m_log.add(LogLevel::Info, QStringLiteral("program"), QStringLiteral("ended"));
}

/// The lock goes to the disk while the window is made, which shows itself once the lock is there.
void Program::start()
{
    const bool practice = m_options.practice;
    OneInstance &claim = claimOf(practice);
    m_beside.ask<bool>([&claim]() -> Result<bool> { return claim.lock(); }, this,
                       [this, &claim, practice](const Result<bool> &locked) {
                           if (*locked)
                               return showSession();
                           m_window.reset();
                           m_session.reset();
                           raiseOther(claim, practice);
                       });
    m_appearance.follow(m_beside);
    makeSession(practice);
}

void Program::openSession(bool practice)
{
    OneInstance &claim = claimOf(practice);
    if (!claim.claim())
        return raiseOther(claim, practice);
    m_window.reset();
    m_session.reset();
    if (!practice)
        m_practiceClaim.release();
    makeSession(practice);
    showSession();
}

void Program::makeSession(bool practice)
{
    SessionOptions options = m_base;
    options.practice = practice;
    options.refreshAtStart = practice || m_preferences->refreshAtStart();
    options.folder = practice ? practiceFolder(m_folder) : m_folder;
    options.network.userAgent = QStringLiteral("Uplift/%1").arg(QCoreApplication::applicationVersion());
    options.network.observer = [inlet = m_log.inlet()](const cloud::CallRecord &record) {
        inlet->add(LogLevel::Info, QStringLiteral("call"), callLine(record));
    };
    m_session = std::make_unique<Session>(options, *m_secrets, m_clock);
    watchSession();
    makeWindow();
}

void Program::showSession()
{
    m_window->show();
    // Journal and workspace are read beside the window, not before it; nor is the log opened sooner, nor
    // does anything listen.
    afterFirstPaint(m_window.get(), m_session.get(), [this] {
        if (!std::exchange(m_started, true))
            m_log.add(LogLevel::Info, QStringLiteral("program"),
                      QStringLiteral("started: %1").arg(startLine()));
        m_session->start();
        claimOf(m_session->isPractice()).listen();
        if (m_application.windowIcon().isNull())
            m_application.setWindowIcon(appIcon());
    });
}

/// Troubles of the files go into the log beside the screen.
void Program::watchSession()
{
    const auto add = [inlet = m_log.inlet()](const QString &source, const Error &error) {
        inlet->add(LogLevel::Error, source, errorLine(error));
    };
    Session *session = m_session.get();
    connect(session, &Session::ready, this, [session, add] {
        for (const Error &notice : session->notices())
            add(QStringLiteral("start"), notice);
    });
    connect(session, &Session::noticed, this,
            [add](const Error &error) { add(QStringLiteral("list"), error); });
    for (auto signal : {&upgrade::Journal::noticed, &upgrade::Journal::failed})
        connect(&session->journal(), signal, this,
                [add](const Error &error) { add(QStringLiteral("journal"), error); });
}

void Program::makeWindow()
{
    m_window = std::make_unique<MainWindow>(*m_session, *m_preferences, &m_log);
    // Queued: the window that asks is replaced.
    connect(
        m_window.get(), &MainWindow::practiceRequested, this, [this] { openSession(true); },
        Qt::QueuedConnection);
    connect(
        m_window.get(), &MainWindow::practiceLeft, this, [this] { openSession(false); },
        Qt::QueuedConnection);
    connect(m_window.get(), &MainWindow::themeChosen, this, &Program::chooseTheme);
    connect(m_window.get(), &MainWindow::languageChosen, this, &Program::chooseLanguage,
            Qt::QueuedConnection);
    connect(m_window.get(), &MainWindow::textScaleChosen, this, &Program::chooseTextScale,
            Qt::QueuedConnection);
    connect(&m_log, &LogFile::failed, m_window.get(), &MainWindow::showError);
}

/// In another language or size every text and every width is another: the window is made anew, and goes on
/// where it was.
void Program::replaceWindow()
{
    m_preferences->setGeometry(m_window->saveGeometry());
    const HomeFlow::State home = m_window->home()->state();
    const fleet::InstanceKey shown = m_window->shown();
    const int pane = m_window->shownPane();
    m_window.reset();
    makeWindow();
    m_window->show();
    m_window->showInstance(shown);
    m_window->activateWindow();
    m_window->focusPane(pane);
    m_window->home()->restore(home);
}

void Program::raiseOther(OneInstance &claim, bool practice)
{
    claim.raiseOther(m_options.activation, patience, this,
                     [this, &claim, practice](OneInstance::Answer answer) {
                         if (answer == OneInstance::Answer::Free)
                             return openSession(practice);
                         const bool working = m_window && !m_session->isPractice();
                         if (answer == OneInstance::Answer::None && !m_window)
                             return sayNoAnswer(claim.otherProcess());
                         if (answer == OneInstance::Answer::None)
                             return m_window->showError(noAnswer(claim.otherProcess()));
                         // A rehearsal that was left for the user's own work ends here, since that is open
                         // elsewhere.
                         if (!working)
                             Q_EMIT finished(0);
                     });
}

void Program::sayNoAnswer(qint64 process)
{
    const Error error = noAnswer(process);
    std::fputs(qPrintable(error.message + QLatin1Char('\n') + error.next + QLatin1Char('\n')), stderr);
    if (startedFromTerminal()) {
        Q_EMIT finished(1);
        return;
    }
    // From a menu nobody reads what is printed.
    auto *dialog = new NoAnswerDialog(error);
    connect(dialog, &QDialog::finished, this, [this] { Q_EMIT finished(1); });
    dialog->open();
}

void Program::raise(const QByteArray &token)
{
    if (!m_window)
        return;
    m_log.add(LogLevel::Info, QStringLiteral("program"), QStringLiteral("a second start raised this window"));
    if (!token.isEmpty())
        qputenv("XDG_ACTIVATION_TOKEN", token); // where Qt's Wayland plugin looks for it
    if (m_window->isMinimized())
        m_window->showNormal();
    m_window->show();
    QWidget *front = QApplication::activeModalWidget() ? QApplication::activeModalWidget() : m_window.get();
    front->raise();
    front->activateWindow();
    // Where the desktop does not let a window come to the front, its entry in the task bar asks for
    // attention.
    QApplication::alert(m_window.get());
}

void Program::chooseTheme(int choice)
{
    m_preferences->setTheme(static_cast<ThemeChoice>(choice));
    applyTheme();
}

void Program::applyTheme()
{
    changeTheme(m_application, resolveTheme(m_preferences->theme(), m_appearance.theme()));
}

void Program::chooseTextScale(int percent)
{
    m_preferences->setTextScale(percent);
    changeTextScale(m_application, percent / 100.0);
    replaceWindow();
}

void Program::chooseLanguage(const QString &language)
{
    m_preferences->setLanguage(language);
    const QString before = Session::practiceName();
    m_language.apply(language);
    if (m_session)
        m_session->renamePractice(before);
    replaceWindow();
}

} // namespace uplift::ui
