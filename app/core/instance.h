// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ids.h"
#include "core/maintenancewindow.h"
#include "core/minorversion.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace uplift {

/// What a profile or account is used for. Shown by word and colour everywhere.
enum class Environment { Production, Staging, Development };

/// When an accepted upgrade shall be carried out.
enum class Moment { Now, MaintenanceWindow };

/// InstanceStatus (api.md 13). Unknown keeps the service's own word in Instance::statusText.
enum class InstanceStatus {
    Unknown,
    Normal,
    Creating,
    Changing,
    Inactive,
    Flushing,
    Released,
    Transforming,
    Unavailable,
    Error,
    Migrating,
    BackupRecovering,
    MinorVersionUpgrading,
    NetworkModifying,
    SslModifying,
    MajorVersionUpgrading,
    Rebooting,
    CleaningUpExpiredData,
    HaSwitching,
    ZoneMigrating
};
[[nodiscard]] InstanceStatus parseInstanceStatus(const QString &text);

enum class Architecture { Unknown, Standard, Cluster, ReadWriteSplitting };
enum class Deployment { Unknown, Classic, CloudNative };
enum class NodeCount { Unknown, One, TwoOrMore };
enum class ZoneCount { Unknown, One, Two };

/// What the service said of one instance. Fields it left out or wrote oddly are empty: unknown, not zero.
/// The raw words of api.md 14 stay beside what was read from them, so that impact can see a contradiction.
struct Instance {
    InstanceId id;
    QString name;
    RegionId region;
    QString zone; ///< may name several zones: cn-hangzhou-MAZ10(h,i)
    QString secondaryZone;
    InstanceStatus status = InstanceStatus::Unknown;
    QString statusText; ///< as the service wrote it

    QString instanceType; ///< Tair, Redis, Memcache
    QString editionType; ///< Community, Enterprise
    QString architectureType; ///< cluster, standard, rwsplit
    QString instanceClass; ///< redis.master.small.default, tair.rdb.1g …
    QString realInstanceClass;
    QString nodeType; ///< double, single, MASTER_SLAVE, STAND_ALONE
    QString computingType; ///< Ecs, Machine
    QString replicationMode; ///< master-slave, cluster
    QString zoneType; ///< singlezone, doublezone
    QString engineVersion; ///< 5.0
    std::optional<int> shardCount;
    std::optional<int> replicaCount;
    std::optional<int> secondaryReplicaCount; ///< SlaveReplicaCount
    std::optional<int> readOnlyCount;
    std::optional<int> capacityMb;

    std::optional<MaintenanceWindow> window;
    std::optional<bool> orderCompleted; ///< false: a change order is still running
    std::optional<bool> renewChangeOrder; ///< true: a renewal or change order is pending
    QString distributedInstanceId; ///< GlobalInstanceId, gr-…; empty when none
    QString connectionDomain;
    std::optional<int> port;
    QString chargeType;
    QString endTime;
    QList<std::pair<QString, QString>> tags;
};

/// One entry of the release notes on the path from current to latest.
struct ReleaseNote {
    MinorVersion version;
    UpdateLevel level = UpdateLevel::Unknown;
    QString date; ///< as the service wrote it, "2025-08-12"
    QString chinese;
    QString english;
};

/// What DescribeEngineVersion said. Unknown stays unknown.
struct EngineVersion {
    QString engine; ///< redis, memcache
    QString majorVersion; ///< 5.0
    MinorVersion current;
    MinorVersion latest;
    UpdateLevel level = UpdateLevel::Unknown;
    std::optional<bool> isLatest; ///< IsLatestVersion
    std::optional<bool> upgradeAvailable; ///< EnableUpgradeMinorVersion
    std::optional<bool> autoUpgrade; ///< IsAutoUpgradeOpen
    QList<ReleaseNote> notes; ///< newest first
    QString rawNotes; ///< when the notes could not be parsed: the service's own text
    MinorVersion proxyCurrent;
    MinorVersion proxyLatest;
    UpdateLevel proxyLevel = UpdateLevel::Unknown;
    QList<ReleaseNote> proxyNotes;
};

/// What the flags and versions together say about an upgrade of the kernel.
enum class Outdated {
    Unknown, ///< the service said too little
    Yes,
    No,
    Contradictory ///< the flags disagree: offer none by default, show both (api.md 6.1)
};
[[nodiscard]] Outdated outdated(const EngineVersion &version);

/// One task of the task centre (api.md 9.2).
struct CloudTask {
    enum class Status { Unknown, Scheduled, Waiting, Running, Succeeded, Failed, Cancelling, Cancelled };
    TaskId id;
    QString type; ///< KernelVersionUpgrade, …
    QString reason; ///< UpgradeMinorVersion / 小版本升级
    InstanceId instance;
    Status status = Status::Unknown;
    QString statusText;
    std::optional<double> progress; ///< percent, 0 … 100
    std::optional<std::chrono::seconds> remaining; ///< the service's own estimate
    QString step; ///< CurrentStepName
    QDateTime started; ///< UTC, invalid when unknown
    QDateTime ended; ///< UTC, invalid when unknown or open
    QString callerText;
    RegionId region; ///< empty when not told
    /// What ModifyTaskInfo takes for it at this step and in this status, in the service's words:
    /// modifySwitchTime, cancel, retry. Empty also when what it said of that could not be read.
    QStringList actions;
};
/// Is this the kind of task an upgrade of the minor version makes, as far as its type and reason tell?
[[nodiscard]] bool looksLikeMinorUpgrade(const CloudTask &task);
/// The same for an upgrade of the proxies.
[[nodiscard]] bool looksLikeProxyUpgrade(const CloudTask &task);

struct Region {
    RegionId id;
    QString localName;
    QString endpoint; ///< host, from DescribeRegions or the built-in table
};

struct CallerIdentity {
    enum class Type { Unknown, Account, RamUser, AssumedRole };
    Type type = Type::Unknown; ///< Account: a root key, warn
    QString accountId;
    QString arn;
    QString principalName; ///< last part of the Arn: "dba"
};

/// A node's role as the service tells it (master, slave) in the user's language; one it does not know comes
/// back as it is.
[[nodiscard]] QString nodeRoleText(const QString &role);

/// One node's version, from DescribeRoleZoneInfo.
struct NodeVersion {
    QString name;
    QString role; ///< master, slave
    QString zone;
    MinorVersion version;
    std::optional<bool> isLatest;
};

} // namespace uplift
