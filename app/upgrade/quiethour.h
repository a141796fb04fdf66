// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/maintenancewindow.h"
#include "upgrade/loadprofile.h"

#include <QDate>
#include <QList>
#include <QTime>

#include <chrono>
#include <optional>

namespace uplift::upgrade {

/// Fewer days than these, or fewer half hours of the day, are no ground for advice. This and the next three
/// are own advice; no document states any.
inline constexpr int fewestDays = 3;
inline constexpr int fewestSlots = slotsPerDay / 2;
/// A half hour seen on fewer dates proves nothing.
inline constexpr int fewestDaysOfASlot = 2;
/// Another span is proposed only when its load is at most this part of the present one's: 20 % lower.
inline constexpr double clearlyLower = 0.8;

/// A part of the local day and its load.
struct DaySpan {
    QTime start; ///< local
    std::chrono::minutes length{0};
    double mean = 0; ///< in the samples' unit
    double ratio = 1; ///< to the mean of the day; 1 when the whole day has no load
    [[nodiscard]] QTime end() const; ///< local; may be before the start: across midnight
};

/// The clocks change on `date`: a window fixed in UTC then begins so much later in local time (negative:
/// earlier).
struct ClockChange {
    QDate date; ///< local
    std::chrono::minutes later{0};
};

/// A clearly quieter span, as ModifyInstanceMaintainTime wants it.
struct QuietProposal {
    DaySpan span;
    QTime startUtc; ///< for the next occurrence; the local time moves with each change of clocks
    QTime endUtc;
    QList<ClockChange> changes; ///< of the next 365 days, in order
};

struct QuietHours {
    enum class Data { Enough, TooFewDays, TooFewSlots };
    Data data = Data::Enough;
    std::optional<DaySpan> quietest; ///< nothing: too little data, or no such span was seen throughout
    std::optional<DaySpan> present; ///< the chosen time's; nothing: none chosen, or not measured then
    std::optional<QuietProposal> proposal; ///< nothing: no other time is clearly better
};

struct QuietQuestion {
    std::optional<WindowSpan> present; ///< UTC: the window's next occurrence, or the hour from now on
    std::chrono::minutes length{60}; ///< wished; rounded up to half hours, 1 h … 24 h
    QDateTime now; ///< UTC
};

/// Where the load is lowest, by the local time that traffic follows, and whether moving there is worth it.
/// Windows are fixed in UTC, so what is proposed holds until the clocks change. Pure.
[[nodiscard]] QuietHours quietHours(const LoadProfile &profile, const QuietQuestion &question);

} // namespace uplift::upgrade
