// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/program.h"

#include "ui/afterpaint.h"
#include "ui/look/icons.h"
#include "ui/look/style.h"
#include "ui/preferences.h"
#include "ui/window/mainwindow.h"

#include <QApplication>
#include <QDir>
#include <QStandardPaths>

namespace uplift::ui {

namespace {

QString folderOf(const StartOptions &options)
{
    if (!options.dataDir.isEmpty())
        return QDir(options.dataDir).absolutePath();
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
}

} // namespace

Program::Program(QApplication &application, const StartOptions &options, SessionOptions base)
    : m_application(application), m_options(options), m_base(std::move(base)), m_folder(folderOf(options)),
      m_appearance(application.palette())
{
    QDir().mkpath(m_folder);
    m_preferences = std::make_unique<Preferences>(QDir(m_folder).filePath(QStringLiteral("preferences.ini")));
    applyLook(application, resolveTheme(m_preferences->theme(), m_appearance.theme()));
    connect(&m_appearance, &SystemAppearance::changed, this, &Program::applyTheme);
    m_language.apply(options.language.isEmpty() ? m_preferences->language() : options.language);
    m_keychain = std::make_unique<secrets::KeychainStore>();
}

Program::~Program() = default;

void Program::start() { openSession(m_options.practice); }

void Program::openSession(bool practice)
{
    m_window.reset();
    m_session.reset();
    SessionOptions options = m_base;
    options.practice = practice;
    options.folder = practice ? QDir(m_folder).filePath(QStringLiteral("practice")) : m_folder;
    options.network.userAgent = QStringLiteral("Uplift/%1").arg(QCoreApplication::applicationVersion());
    m_session = std::make_unique<Session>(options, *m_keychain, m_clock);
    openWindow();
    // Journal and workspace are read beside the window, not before it.
    afterFirstPaint(m_window.get(), m_session.get(), [this] {
        m_session->start();
        if (m_application.windowIcon().isNull())
            m_application.setWindowIcon(appIcon());
    });
}

void Program::openWindow()
{
    m_window = std::make_unique<MainWindow>(*m_session, *m_preferences);
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
    m_window->show();
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

void Program::chooseLanguage(const QString &language)
{
    m_preferences->setLanguage(language);
    m_language.apply(language);
    m_preferences->setGeometry(m_window->saveGeometry());
    m_window.reset();
    openWindow();
}

} // namespace uplift::ui
