// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/screenlimit.h"

#include <QEvent>
#include <QScreen>
#include <QWidget>
#include <QWindow>

namespace uplift::ui {

namespace {

constexpr QSize smallest{1024, 600};
/// Room for the window manager's own frame.
constexpr QSize besideScreen{16, 40};

} // namespace

QSize smallestWindow(const QSize &available) { return smallest.boundedTo(available - besideScreen); }

ScreenLimit::ScreenLimit(QWidget *window) : QObject(window), m_window(window)
{
    window->installEventFilter(this);
    follow(window->screen());
}

bool ScreenLimit::eventFilter(QObject *watched, QEvent *event)
{
    // Only what is shown has a window of the system's, which knows when it changes its screen.
    if (event->type() == QEvent::Show && m_window->windowHandle()) {
        connect(m_window->windowHandle(), &QWindow::screenChanged, this, &ScreenLimit::follow,
                Qt::UniqueConnection);
        follow(m_window->screen());
    }
    return QObject::eventFilter(watched, event);
}

void ScreenLimit::follow(QScreen *screen)
{
    if (!screen || screen == m_screen)
        return;
    if (m_screen)
        disconnect(m_screen, nullptr, this, nullptr);
    m_screen = screen;
    connect(screen, &QScreen::availableGeometryChanged, this, &ScreenLimit::fit);
    connect(screen, &QObject::destroyed, this, [this, screen] {
        if (m_screen == screen)
            m_screen = nullptr;
    });
    fit();
}

void ScreenLimit::fit() { m_window->setMinimumSize(smallestWindow(m_window->screen()->availableSize())); }

} // namespace uplift::ui
