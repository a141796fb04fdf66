// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "impact/edition.h"
#include "upgrade/checks.h"

#include <optional>

namespace uplift::upgrade {

/// The input, and what several checks derive from it.
struct CheckFacts {
    const CheckInput &input;
    std::optional<impact::Edition> edition; ///< nothing: the instance is not known
    std::optional<WindowSpan> span; ///< the chosen time, UTC; nothing: the window is not known

    explicit CheckFacts(const CheckInput &gathered);
};

// How each result is written.
[[nodiscard]] Check passed(const char *key, const QString &sentence);
[[nodiscard]] Check toRead(const char *key, const QString &sentence, const QString &whatToDo,
                           const QString &shortText);
[[nodiscard]] Check blocked(const char *key, const QString &sentence, const QString &whatToDo,
                            const QString &shortText);
[[nodiscard]] Check unknown(const char *key, const QString &sentence, const QString &whatToDo,
                            const QString &shortText);

// Words. Foreign text becomes one short line.
[[nodiscard]] QString shownWord(const QString &foreign);
[[nodiscard]] QString zoneName(const QDateTime &utc, const QTimeZone &zone); ///< "UTC+8", "UTC"
[[nodiscard]] QString shownTime(const QDateTime &utc, const QTimeZone &zone); ///< 2026-11-20 02:00 (UTC+8)
[[nodiscard]] QString shownDays(std::chrono::seconds age); ///< "31 h", "3 days"
[[nodiscard]] QString shownAge(std::chrono::seconds age); ///< "12 min ago", "3 h ago"
[[nodiscard]] QString shownNumber(double value); ///< whole, in the user's locale
[[nodiscard]] QString andMore(const QString &sentence, qsizetype more); ///< "… And 2 more."

// checkstate.cpp: what the service says of the instance and its versions.
[[nodiscard]] Check statusCheck(const CheckFacts &facts);
[[nodiscard]] Check outdatedCheck(const CheckFacts &facts);
[[nodiscard]] Check versionsCheck(const CheckFacts &facts);
[[nodiscard]] Check targetCheck(const CheckFacts &facts);
[[nodiscard]] Check proxyCheck(const CheckFacts &facts);
[[nodiscard]] Check autoUpgradeCheck(const CheckFacts &facts);
[[nodiscard]] Check redundancyCheck(const CheckFacts &facts);

// checkwork.cpp: what else happens to it.
[[nodiscard]] Check orderCheck(const CheckFacts &facts);
[[nodiscard]] std::optional<Check> renewalCheck(const CheckFacts &facts);
[[nodiscard]] Check tasksCheck(const CheckFacts &facts);
[[nodiscard]] Check eventsCheck(const CheckFacts &facts);

// checkbackup.cpp
[[nodiscard]] Check backupCheck(const CheckFacts &facts);

// checkload.cpp: how busy it is.
[[nodiscard]] Check memoryCheck(const CheckFacts &facts);
[[nodiscard]] Check cpuCheck(const CheckFacts &facts);
[[nodiscard]] Check quietHourCheck(const CheckFacts &facts);

// checktime.cpp: the moment and what must outlast it.
[[nodiscard]] std::optional<Check> windowCheck(const CheckFacts &facts);
[[nodiscard]] Check clockCheck(const CheckFacts &facts);
[[nodiscard]] Check tokenCheck(const CheckFacts &facts);

// checkhere.cpp: this computer, its user and the account.
[[nodiscard]] Check permissionCheck(const CheckFacts &facts);
[[nodiscard]] Check readOnlyCheck(const CheckFacts &facts);
[[nodiscard]] Check openStepCheck(const CheckFacts &facts);
[[nodiscard]] Check lastAttemptCheck(const CheckFacts &facts);
[[nodiscard]] Check journalCheck(const CheckFacts &facts);
[[nodiscard]] Check environmentCheck(const CheckFacts &facts);

} // namespace uplift::upgrade
