// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/maintenancewindow.h"
#include "core/result.h"

#include <QDateTime>
#include <QString>
#include <QTimeZone>

namespace uplift::ui {

/// The window a user means by two times of the local day, "02:00" and "06:00": fixed in UTC as it is on the
/// next date that has that hour. Error::Kind::Input names the field, "windowStart" or "windowEnd", and what
/// is wrong with it: not a time, less than an hour (api.md 8.1), the one it has now.
[[nodiscard]] Result<MaintenanceWindow> typedWindow(const QString &start, const QString &end,
                                                    const std::optional<MaintenanceWindow> &present,
                                                    const QDateTime &now, const QTimeZone &zone);

/// "02:00 – 06:00, your time (UTC+8)": by the next occurrence.
[[nodiscard]] QString localText(const MaintenanceWindow &window, const QDateTime &now, const QTimeZone &zone);
/// "18:00 – 22:00 UTC"
[[nodiscard]] QString utcText(const MaintenanceWindow &window);
/// Both, for a fact: "02:00 – 06:00, your time (UTC+8); 18:00 – 22:00 UTC"
[[nodiscard]] QString windowText(const MaintenanceWindow &window, const QDateTime &now,
                                 const QTimeZone &zone);
/// The next three dates it means: "Fri 20 Nov 02:00, Sat 21 Nov 02:00, Sun 22 Nov 02:00"
[[nodiscard]] QString nextDates(const MaintenanceWindow &window, const QDateTime &now, const QTimeZone &zone);
/// Windows are fixed in UTC: when the clocks of this zone change within a year, the sentence that says so.
[[nodiscard]] QString clockChangeSentence(const QDateTime &now, const QTimeZone &zone);

} // namespace uplift::ui
