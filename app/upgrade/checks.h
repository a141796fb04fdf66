// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instance.h"
#include "core/instancedetails.h"
#include "upgrade/loadprofile.h"
#include "upgrade/state.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>
#include <QTimeZone>

#include <chrono>
#include <optional>

namespace uplift::upgrade {

/// One check before an upgrade, in the DBA's words.
struct Check {
    enum class Result { Passed, ToRead, Blocked, Unknown };
    QString key; ///< status, outdated, versions, target, proxy, order, renewal, tasks, events, backup,
                 ///< redundancy, autoUpgrade, memory, cpu, quietHour, window, clock, token, permission,
                 ///< readOnly, openStep, lastAttempt, journal, environment
    Result result = Result::Unknown;
    QString sentence; ///< translated: names the field and the value
    QString whatToDo; ///< translated; empty when passed
    QString shortText; ///< translated, for a row of a batch: 24 characters at most; empty when passed
};

/// Advice of our own, not the provider's: what is copied and replayed during an upgrade needs memory, and the
/// switch needs processors that are not busy.
inline constexpr double highMemoryPercent = 80;
inline constexpr double highCpuPercent = 70;
/// Own advice: an older sample does not tell how it is now.
inline constexpr std::chrono::hours freshSample{1};
/// Own advice: what the provider plans for later need not hold up an upgrade.
inline constexpr std::chrono::days eventReach{7};
/// Own advice: a failure within this time is worth reading before the next attempt.
inline constexpr std::chrono::hours recentFailure{24};
/// Taken as an upgrade's end when nothing tells another (api.md 13: minutes to hours).
inline constexpr std::chrono::hours assumedLength{1};

/// How the last attempt on this instance stands, as the journal tells.
struct LastAttempt {
    std::optional<StepState> state; ///< nothing: there was none
    QDateTime at; ///< UTC, since when
};

/// What the checks look at. Nothing: not known (yet).
struct CheckInput {
    std::optional<Instance> instance;
    std::optional<EngineVersion> version;
    QString target = QStringLiteral("latest_version"); ///< as it would be sent
    Moment moment = Moment::MaintenanceWindow;
    QDateTime now; ///< UTC
    std::optional<std::chrono::milliseconds> clockOffset; ///< server clock minus ours
    bool profileReadOnly = false;
    bool stepOpen = false; ///< an upgrade of this instance is still open in the journal
    QString handedOverIn; ///< the open batch in the cloud's hands that it belongs to; empty: none
    bool backupOpen = false; ///< a backup of it that was started from here is
    bool journalWritable = true;
    Environment environment = Environment::Production; ///< of the profile
    std::optional<Environment> accountEnvironment;

    QTimeZone zone = QTimeZone::utc(); ///< the user's, for times in sentences
    bool forProxy = false; ///< the step upgrades the proxies (UpgradeProxy) instead of the kernel
    std::optional<LastAttempt> lastAttempt;
    std::optional<QList<CloudTask>> tasks; ///< of the task centre; those of other instances are passed over
    std::optional<QList<ScheduledEvent>> events; ///< likewise
    std::optional<QList<Backup>> backups; ///< of this instance, in any order
    std::optional<std::chrono::hours> backupLimit; ///< nothing: the user set none, any good backup will do
    bool backupPlanned = false; ///< "Back up now" is a step of the plan before this one
    std::optional<QList<LoadSample>> memory; ///< percent of the instance's memory, of the last two days
    std::optional<QList<LoadSample>> cpu; ///< percent, of the last two days
    std::optional<LoadProfile> load; ///< traffic of the last seven days
    std::optional<QDateTime> tokenExpires; ///< UTC; an invalid time: the key does not expire
    std::optional<QStringList> deniedActions; ///< refused to this account so far: "kvstore:CreateBackup"
};

/// Every check, ordered blocked, to read, unknown, passed (ui.md 5). Pure. `renewal` is there only when one
/// is pending, `window` only when the moment is the window.
[[nodiscard]] QList<Check> preflight(const CheckInput &input);
/// The same of a plan that upgrades kernel and proxies, one after the other: the kernel's checks, and what
/// the proxies' say beside, under "proxyOutdated", "proxyVersions" and "proxyPermission". Whatever the input
/// says of forProxy. Pure.
[[nodiscard]] QList<Check> preflightOfBoth(const CheckInput &input);
/// Does any of them forbid the upgrade?
[[nodiscard]] bool isBlocked(const QList<Check> &checks);

/// All checks of one instance in a few words, for a row of a batch.
struct CheckVerdict {
    Check::Result worst = Check::Result::Unknown;
    QString shortText; ///< translated: "Checks pass", "Backup 31 h old"; 24 characters at most in English
};
[[nodiscard]] CheckVerdict verdictOf(const QList<Check> &checks);

} // namespace uplift::upgrade
