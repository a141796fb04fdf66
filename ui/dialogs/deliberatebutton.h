// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QPushButton>

#include <chrono>

namespace uplift::ui {

/// A button for what cannot be undone. A key that is held, also one held since before it got the focus, does
/// not press it: keys count only after a quiet moment, since remote displays send a held key as separate
/// presses.
class DeliberateButton : public QPushButton {
    Q_OBJECT
public:
    explicit DeliberateButton(const QString &text, QWidget *parent = nullptr);
    /// How long no key may have come before one counts. 0 leaves the auto-repeat flag as the only guard.
    void setQuiet(std::chrono::milliseconds quiet) { m_quiet = quiet; }

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    [[nodiscard]] bool isDeliberate(const QKeyEvent &event);

    std::chrono::milliseconds m_quiet{400};
    QElapsedTimer m_sinceKey;
};

} // namespace uplift::ui
