// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ids.h"
#include "core/localized.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace uplift {

/// One shard or proxy of a cluster or read/write splitting instance (api.md 6.5).
struct TopologyNode {
    QString id; ///< r-…-db-0#688…, r-…-proxy-3#542…: what monitoring takes as NodeId
    QString type; ///< db, proxy, as the service wrote it
    QString role; ///< master, readonly; empty for proxies and when not told
    std::optional<int> capacityMb;
    std::optional<int> bandwidthMb; ///< MB/s here, unlike elsewhere (api.md 7.5)
    std::optional<int> connections; ///< the limit, not the load
};

/// What DescribeLogicInstanceTopology said. Cluster and read/write splitting alone have one.
struct Topology {
    QList<TopologyNode> shards; ///< also the read-only nodes of read/write splitting
    QList<TopologyNode> proxies;
};

/// Something the provider plans to do to an instance (api.md 9.1).
struct ScheduledEvent {
    enum class Status { Unknown, WaitsForTime, Pending, Running, Done, Failed, Cancelled };
    enum class Level { Unknown, FaultRepair, Maintenance }; ///< S0, S1
    QString id;
    InstanceId instance;
    QString instanceName;
    RegionId region;
    QString type; ///< rds_apsaradb_upgrade …, see looksLikeMinorUpgrade()
    LocalizedText name; ///< either may be empty
    Level level = Level::Unknown;
    Status status = Status::Unknown;
    QString statusText; ///< the number as the service wrote it
    QDateTime created; ///< times are UTC, invalid when unknown
    QDateTime start;
    QDateTime switchAt; ///< when the connections break
    QDateTime deadline; ///< the latest moment the user may choose
    std::optional<std::chrono::seconds> prepare; ///< between start and switch
    std::optional<bool> mayCancel;
    std::optional<bool> mayChange;
    QString impact; ///< TransientDisconnection …
    LocalizedText impactText;
    QString result; ///< userCancel …
    QStringList nodes; ///< SubInsNames
};
/// Does the provider plan to upgrade the minor version of the kernel? Both spellings of its own type.
[[nodiscard]] bool looksLikeMinorUpgrade(const ScheduledEvent &event);
/// Is it still ahead or under way?
[[nodiscard]] bool isOpen(const ScheduledEvent &event);

/// One backup set (api.md 10). The download addresses are secrets and are not read.
struct Backup {
    enum class Status { Unknown, Success, Failed, Running };
    QString id; ///< a number, or cb-… for a cloud-native cluster
    QString jobId;
    Status status = Status::Unknown;
    QString statusText;
    QString mode; ///< Automated, Manual
    QString method; ///< Logical, Physical
    QString type; ///< FullBackup, IncrementalBackup
    QDateTime started; ///< UTC, invalid when unknown
    QDateTime ended;
    QDateTime expires;
    std::optional<qint64> bytes;
    QString node; ///< of which node; empty when not told
    QString engineVersion;
};

/// One running job that makes a backup, one per shard of a cluster (DescribeBackupTasks, api.md 10). A job
/// that is not listed any more may have ended: Backup::jobId then tells how.
struct BackupJob {
    enum class Status { Unknown, NoStart, Preparing, Waiting, Uploading, Checking, Finished };
    QString id; ///< what CreateBackup answered
    Status status = Status::Unknown;
    QString statusText;
    std::optional<double> progress; ///< percent, 0 … 100
    QString mode; ///< Automated, Manual
    QString action; ///< TempBackupTask: by hand, NormalBackupTask
    QString node; ///< of which node; empty when not told
    QDateTime started; ///< UTC, invalid when unknown
};

} // namespace uplift
