// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/minutes.h"

#include "ui/look/times.h"

#include <QCoreApplication>

#include <algorithm>

namespace uplift::ui {

QString minutesText(const QDateTime &when, const QDateTime &now)
{
    const qint64 seconds = now.secsTo(when);
    if (seconds <= 0)
        return countdownText(when, now);
    return QCoreApplication::translate("uplift::ui::Times", "in %1")
        .arg(durationText(std::max<qint64>(seconds, 60)));
}

std::chrono::milliseconds untilNextMinute(const QDateTime &now)
{
    const QTime time = now.time();
    return std::chrono::milliseconds(60'000 - time.second() * 1000 - time.msec());
}

} // namespace uplift::ui
