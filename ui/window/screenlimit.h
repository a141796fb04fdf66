// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSize>

class QScreen;
class QWidget;

namespace uplift::ui {

/// How small the window may get where `available` is all the screen offers, in logical pixels: 1024x600, but
/// never more than fits beside a frame.
[[nodiscard]] QSize smallestWindow(const QSize &available);

/// Keeps what `window` insists on within its screen, also when it moves to another one or the desktop's scale
/// or panels change.
class ScreenLimit : public QObject {
    Q_OBJECT
public:
    /// Becomes a child of `window`.
    explicit ScreenLimit(QWidget *window);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow(QScreen *screen);
    void fit();

    QWidget *m_window;
    QScreen *m_screen = nullptr; ///< the one followed
};

} // namespace uplift::ui
