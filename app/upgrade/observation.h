// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instance.h"
#include "core/instancedetails.h"
#include "upgrade/plan.h"

#include <QDateTime>

#include <chrono>
#include <optional>

namespace uplift::upgrade {

/// What was known before the call, and when it was sent.
struct Baseline {
    InstanceId instance;
    MinorVersion version; ///< of kernel or proxy; unknown when the service did not say
    QDateTime sentAt; ///< UTC, our clock
    Moment moment = Moment::MaintenanceWindow;
    std::optional<WindowSpan> window; ///< the occurrence it was confirmed for
    StepKind kind = StepKind::Kernel;
    std::optional<SettingChange> setting;
    QStringList backupJobs = {}; ///< as CreateBackup answered; empty: the reply was lost
    bool shardedBackups = false;
    /// The service's clock minus ours when it was sent; nothing: it was not known then.
    std::optional<std::chrono::milliseconds> clockOffset = {};
    /// The user has moved its task: it may switch from then on, UTC, the service's clock. Invalid: not moved,
    /// or moved back into the window.
    QDateTime movedTo = {};
    /// The maintenance window as the user has set it since: it may switch in that one as well.
    std::optional<WindowSpan> newWindow = {};
};
/// When it was sent, by the service's clock. `offsetNow` stands in for what was not known then.
[[nodiscard]] QDateTime sentByService(const Baseline &baseline, std::chrono::milliseconds offsetNow);

/// How the backup stands that a step asked for.
struct BackupSight {
    enum class Phase { NotSeen, Running, Success, Failed };
    Phase phase = Phase::NotSeen;
    std::optional<double> percent; ///< 0 … 100
    QString text; ///< the service's own words: "Uploading", "1 of 2 Success"
};

/// One poll: what the service said of one instance. Unknown stays unknown.
struct Observation {
    QDateTime at; ///< UTC, our clock
    std::chrono::milliseconds clockOffset{0}; ///< the service's clock minus ours, as far as known
    bool notFound = false; ///< the service does not know the instance (any more)
    InstanceStatus status = InstanceStatus::Unknown;
    QString statusText; ///< empty: not told
    MinorVersion version; ///< of kernel or proxy; unknown when not asked this time
    std::optional<bool> isLatest;
    bool tasksRead = false; ///< false: the task list could not be read
    std::optional<CloudTask> task; ///< the one that matches, see matchingTask()
    std::optional<BackupSight> backup; ///< StepKind::Backup
    std::optional<bool> asWanted; ///< a setting was read back: is it as asked for?
};

/// Our clock and the service's may differ by this much when a task's time is compared with ours.
inline constexpr std::chrono::seconds taskTimeTolerance{120};

/// The task this upgrade made, as far as can be told: same instance, type or reason of such an upgrade, begun
/// not before `sentAt` minus the tolerance; an open task whose beginning is unknown counts. The newest when
/// several match. `offset` is server clock minus ours.
[[nodiscard]] std::optional<CloudTask> matchingTask(const QList<CloudTask> &tasks, const Baseline &baseline,
                                                    std::chrono::milliseconds offset);
[[nodiscard]] bool isOpen(const CloudTask &task); ///< scheduled, waiting, running or being cancelled
/// Does the step's name say that it switches over?
[[nodiscard]] bool looksLikeSwitching(const CloudTask &task);
/// A known version other than the known one before.
[[nodiscard]] bool versionChanged(const Baseline &baseline, const Observation &seen);
/// Does what was seen prove that the call was carried out?
[[nodiscard]] bool provesStart(const Baseline &baseline, const Observation &seen);

/// The backup a step asked for, among what the service lists: by its job ids, or when those are not known by
/// hand and begun not before `sentAt` minus the tolerance. Every job must have succeeded for Success; the
/// list of running jobs goes empty when they end, so `jobs` alone never says so (api.md 10).
[[nodiscard]] BackupSight backupSight(const QList<BackupJob> &jobs, const QList<Backup> &backups,
                                      const Baseline &baseline, std::chrono::milliseconds offset);

} // namespace uplift::upgrade
