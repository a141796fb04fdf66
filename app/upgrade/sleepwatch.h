// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>

namespace uplift::upgrade {

/// How long this machine has been suspended since it started: CLOCK_BOOTTIME minus CLOCK_MONOTONIC; zero
/// where the system does not tell.
[[nodiscard]] std::chrono::milliseconds suspendedTime();

/// Says when the machine woke up: timers stood still meanwhile, the service did not (pitfalls A3).
class SleepWatch : public QObject {
    Q_OBJECT
public:
    explicit SleepWatch(std::function<std::chrono::milliseconds()> suspended = suspendedTime,
                        std::chrono::milliseconds interval = std::chrono::seconds(1),
                        QObject *parent = nullptr);
    /// Looks each interval while there is something to wake for.
    void setActive(bool active);
    [[nodiscard]] bool isActive() const { return m_timer.isActive(); }

Q_SIGNALS:
    void wokeUp();

private:
    void look();

    std::function<std::chrono::milliseconds()> m_suspended;
    std::chrono::milliseconds m_last;
    QTimer m_timer;
};

} // namespace uplift::upgrade
