// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <QTimeZone>

namespace uplift::ui {

/// All take UTC and the zone to show it in; `now` is handed in. No text is elided, numbers go through
/// QLocale.

/// "Tonight 02:00", "Today 18:00", "Tomorrow 09:00", "20 Nov 02:00".
[[nodiscard]] QString momentText(const QDateTime &when, const QDateTime &now, const QTimeZone &zone);
/// "tonight 02:00": inside a sentence.
[[nodiscard]] QString momentInSentence(const QDateTime &when, const QDateTime &now, const QTimeZone &zone);
/// "02:00"
[[nodiscard]] QString clockText(const QDateTime &when, const QTimeZone &zone);
/// "Fri 20 Nov"
[[nodiscard]] QString dayText(const QDateTime &when, const QTimeZone &zone);
/// "in 11 h 28 min"; "in 4 min 10 s" below five minutes; "now" when it has come.
[[nodiscard]] QString countdownText(const QDateTime &when, const QDateTime &now);
/// "now", "1 min ago", "2 h ago", "3 days ago".
[[nodiscard]] QString ageText(const QDateTime &when, const QDateTime &now);
/// "11 h 28 min", "40 s".
[[nodiscard]] QString durationText(qint64 seconds);
/// "UTC+8", "UTC+5:30", "UTC"
[[nodiscard]] QString zoneText(const QDateTime &when, const QTimeZone &zone);
/// Older than an hour: the age is shown in amber.
[[nodiscard]] bool isStale(const QDateTime &when, const QDateTime &now);

} // namespace uplift::ui
