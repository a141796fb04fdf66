// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

#include <chrono>

namespace uplift::ui {

/// A countdown for what is told anew once a minute: "in 4 min", "in 11 h 28 min", never below one minute;
/// "now" when it has come. See countdownText() for one that is told every second.
[[nodiscard]] QString minutesText(const QDateTime &when, const QDateTime &now);
/// Until a clock that shows minutes shows the next one; never 0.
[[nodiscard]] std::chrono::milliseconds untilNextMinute(const QDateTime &now);

} // namespace uplift::ui
