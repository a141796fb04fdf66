// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QTimeZone>

#include <array>
#include <chrono>

namespace uplift::upgrade {

/// One measured value: percent, or any unit of traffic.
struct LoadSample {
    QDateTime at; ///< UTC
    double value = 0;
};
/// Can it have been measured? A valid time, and a finite number from 0 to 1e15.
[[nodiscard]] bool isUsable(const LoadSample &sample);

inline constexpr int slotsPerDay = 48;
inline constexpr std::chrono::minutes slotLength{30};
/// How far back a profile looks: what one call of DescribeHistoryMonitorValues covers (api.md 8.2).
inline constexpr std::chrono::days profileReach{7};

/// One half hour of the local day.
struct LoadSlot {
    int days = 0; ///< on how many dates it was seen
    double mean = 0; ///< of these dates' means, so that each date weighs the same
};

/// What a day looks like in the user's zone, folded from up to seven days.
struct LoadProfile {
    QTimeZone zone = QTimeZone::utc();
    std::array<LoadSlot, slotsPerDay> halfHours; ///< from local midnight on
    int days = 0; ///< whole days that the half hours seen on all dates make together
    int seen = 0; ///< half hours seen on any date
    double mean = 0; ///< of the half hours seen
};

/// Folds samples of the last seven days into one day; older, later and unusable ones are passed over, their
/// order does not matter, gaps may be anywhere. A gap is no zero: where the service leaves zeros out, whoever
/// decodes its answer puts them back. An hour that comes twice (clocks put back) is one hour, one that does
/// not come is a gap of that date. A spike weighs as one day of those seen: a job that ran at that hour once
/// is a reason to look for another. `now` is UTC; an invalid zone is taken as UTC. Pure.
[[nodiscard]] LoadProfile profileOf(const QList<LoadSample> &samples, const QTimeZone &zone,
                                    const QDateTime &now);

} // namespace uplift::upgrade
