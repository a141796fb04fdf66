// SPDX-License-Identifier: GPL-3.0-or-later
#include "upgrade/sleepwatch.h"

#include <ctime>

namespace uplift::upgrade {

std::chrono::milliseconds suspendedTime()
{
#ifdef CLOCK_BOOTTIME
    timespec boot{};
    timespec monotonic{};
    if (clock_gettime(CLOCK_MONOTONIC, &monotonic) == 0 && clock_gettime(CLOCK_BOOTTIME, &boot) == 0) {
        const auto gap = std::chrono::seconds(boot.tv_sec - monotonic.tv_sec)
            + std::chrono::nanoseconds(boot.tv_nsec - monotonic.tv_nsec);
        return std::chrono::duration_cast<std::chrono::milliseconds>(gap);
    }
#endif
    return std::chrono::milliseconds(0);
}

SleepWatch::SleepWatch(std::function<std::chrono::milliseconds()> suspended,
                       std::chrono::milliseconds interval, QObject *parent)
    : QObject(parent), m_suspended(std::move(suspended)), m_last(m_suspended())
{
    m_timer.setInterval(interval);
    connect(&m_timer, &QTimer::timeout, this, &SleepWatch::look);
}

void SleepWatch::setActive(bool active)
{
    if (active == m_timer.isActive())
        return;
    m_last = m_suspended();
    active ? m_timer.start() : m_timer.stop();
}

void SleepWatch::look()
{
    const auto now = m_suspended();
    const bool slept = now - m_last > std::chrono::seconds(2);
    m_last = now;
    if (slept)
        Q_EMIT wokeUp();
}

} // namespace uplift::upgrade
