// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instance.h"
#include "core/maintenancewindow.h"
#include "core/minorversion.h"
#include "practice/jobs.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace uplift::practice {

/// What the provider plans to do with one instance (api.md 9.1). Its status follows from these times and the
/// clock.
struct PlannedEvent {
    qint64 id = 0;
    QString type; ///< rds_apsaradb_upgrade …
    QString level; ///< S0 urgent, S1 maintenance
    QDateTime created;
    QDateTime modified;
    QDateTime start;
    QDateTime switchAt;
    QDateTime deadline; ///< the latest moment it may be moved to
    bool mayChange = true;
    bool mayCancel = true;
    QDateTime cancelled; ///< invalid: never
    bool begun = false; ///< what it does has been handed to the instance

    /// Of the kernel. The documents spell it both ways.
    [[nodiscard]] bool isMinorUpgrade() const
    {
        return type == QLatin1String("rds_apsaradb_upgrade") || type == QLatin1String("rds_apsradb_upgrade");
    }
};
/// From the start of a planned event to its switch.
constexpr std::chrono::seconds eventPrepare{30 * 60};

/// One backup a user asked for. Automated ones follow from BackupHabit.
struct BackupRun {
    qint64 firstJob = 0; ///< BackupJobID of the first shard; the others count on
    int shards = 1;
    QDateTime started;
    std::chrono::milliseconds duration{0}; ///< of the slowest shard
    int keptDays = 7; ///< -1: for ever
    bool fails = false; ///< the last shard's ends Failed
};

/// When the service backs an instance up by itself.
struct BackupHabit {
    int everyDays = 1; ///< 0: never
    int lastDaysAgo = 1; ///< the day of one of them, counted back from the day the cloud was opened
    bool lastFails = false; ///< that one ended Failed
};

/// One instance as the service keeps it. Names follow resources/practice.json.
struct PracticeInstance {
    QString id, name, region, zone, secondaryZone;
    Environment environment = Environment::Development;
    QString group;
    QString type, edition, architecture, instanceClass, engineVersion, nodeType, computingType,
        replicationMode;
    QString chargeType;
    int capacityMb = 1024;
    int shards = -1, replicas = -1, slaveReplicas = -1, readOnly = -1; ///< -1: the service does not tell
    QString line, proxyLine; ///< keys into World::releases
    MinorVersion kernel; ///< before any job
    MinorVersion proxy; ///< before any job; unknown: no proxy
    MaintenanceWindow window;
    QString status; ///< when no job says otherwise
    bool openOrder = false;
    bool contradictoryFlags = false;
    bool autoUpgrade = false;
    std::optional<PlannedEvent> event;
    BackupHabit habit;
    bool isExtra = false; ///< made up for large fleets
    QList<UpgradeJob> jobs; ///< in the order accepted
    QList<BackupRun> backups; ///< in the order accepted

    [[nodiscard]] bool isStandard() const { return architecture == QLatin1String("standard"); }
    [[nodiscard]] bool isCluster() const { return architecture == QLatin1String("cluster"); }
    [[nodiscard]] bool isSplit() const { return architecture == QLatin1String("rwsplit"); }
    [[nodiscard]] bool isCloudNative() const { return computingType == QLatin1String("Ecs"); }
    [[nodiscard]] bool isSingle() const
    {
        return nodeType == QLatin1String("single") || nodeType == QLatin1String("STAND_ALONE");
    }
    /// Shards that are backed up and measured on their own; 1 for all but clusters.
    [[nodiscard]] int shardCount() const { return isCluster() && shards > 1 ? shards : 1; }
    [[nodiscard]] int proxyCount() const { return proxy.isKnown() ? 2 : 0; }
};

/// Where a planned event stands: the numbers of the service.
enum class EventStatus { Pending = 3, Running = 4, Done = 5, Cancelled = 7 };

} // namespace uplift::practice
