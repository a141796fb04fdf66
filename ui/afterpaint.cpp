// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/afterpaint.h"

#include <QEvent>
#include <QTimer>
#include <QWidget>

#include <chrono>
#include <utility>

namespace uplift::ui {

namespace {

constexpr std::chrono::milliseconds patience{333};

class FirstPaint : public QObject {
public:
    FirstPaint(QWidget *window, QObject *parent, std::function<void()> then)
        : QObject(parent), m_then(std::move(then))
    {
        window->installEventFilter(this);
        QTimer::singleShot(patience, this, &FirstPaint::finish);
    }
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        // Queued, since the picture leaves only after this event.
        if (event->type() == QEvent::Paint && !std::exchange(m_painted, true))
            QTimer::singleShot(0, this, &FirstPaint::finish);
        return QObject::eventFilter(watched, event);
    }

private:
    void finish()
    {
        if (const auto then = std::exchange(m_then, nullptr)) {
            deleteLater();
            then();
        }
    }
    std::function<void()> m_then;
    bool m_painted = false;
};

} // namespace

void afterFirstPaint(QWidget *window, QObject *context, std::function<void()> then)
{
    new FirstPaint(window, context, std::move(then));
}

} // namespace uplift::ui
