// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "secrets/sessionstore.h"
#include "ui/look/style.h"
#include "ui/preferences.h"
#include "ui/session.h"
#include "ui/window/mainwindow.h"

#include <QApplication>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace uplift::ui::test {

/// The real window over a quick practice cloud, in a folder of its own: a base of the tests that drive it.
class WindowRig {
protected:
    static constexpr int readyMs = 20'000;
    static constexpr int listedMs = 60'000;

    /// A new folder, and what a session in it takes; change it before openWindow().
    [[nodiscard]] SessionOptions newFolder()
    {
        applyLook(*qApp, ThemeId::Light);
        m_folder = std::make_unique<QTemporaryDir>();
        m_preferences = std::make_unique<Preferences>(m_folder->filePath(QStringLiteral("preferences.ini")));
        SessionOptions options;
        options.folder = m_folder->filePath(QStringLiteral("practice"));
        options.practice = true;
        options.practiceCloud.upgradeTime = std::chrono::seconds(1);
        options.intervals.fast = std::chrono::milliseconds(100);
        return options;
    }
    void openSession(const SessionOptions &options)
    {
        m_session = std::make_unique<Session>(options, m_keychain, m_clock);
    }
    /// Shows the window and starts the session; false when either does not get ready.
    [[nodiscard]] bool openWindow()
    {
        m_window = std::make_unique<MainWindow>(*m_session, *m_preferences);
        m_window->resize(1366, 768); // whatever the screen of the test is
        m_window->show();
        m_window->activateWindow();
        if (!QTest::qWaitForWindowActive(m_window.get()))
            return false;
        m_session->start();
        return QTest::qWaitFor([this] { return m_session->isReady(); }, readyMs);
    }
    /// Every region has answered, and there are instances.
    [[nodiscard]] bool isListed() const
    {
        return m_session->fleet().count() > 0 && !m_session->fleet().progress().running;
    }
    void closeAll()
    {
        m_window.reset();
        m_session.reset();
    }

    SystemClock m_clock;
    secrets::SessionStore m_keychain;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace uplift::ui::test
