// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/client.h"
#include "cloud/replytree.h"
#include "core/execution.h"
#include "core/instance.h"
#include "core/instancedetails.h"
#include "core/monitorhistory.h"

#include <QList>

#include <optional>

namespace uplift::cloud {

/// Items of one page, and where it stands. Absent numbers are unknown.
template <class T> struct Page {
    QList<T> items;
    std::optional<int> pageNumber;
    std::optional<int> pageSize;
    std::optional<int> totalCount; ///< TotalCount
    QString nextToken = {}; ///< of an operation that pages by token; empty: no more
};

/// Mappers from a parsed success body. They take text, numbers and booleans for one another (api.md 7.5),
/// accept a list of one as a single element, and leave a missing, odd or oversized field unknown.
/// Error::Kind::BadReply when the body is not an answer to that operation at all.
[[nodiscard]] Result<QList<Region>> toRegions(const ReplyTree &reply);
[[nodiscard]] Result<Page<Instance>> toInstances(const ReplyTree &reply); ///< DescribeInstances
/// DescribeInstanceAttribute; nothing when the service answered an empty list.
[[nodiscard]] Result<std::optional<Instance>> toInstance(const ReplyTree &reply);
[[nodiscard]] Result<EngineVersion> toEngineVersion(const ReplyTree &reply);
[[nodiscard]] Result<Page<CloudTask>> toTasks(const ReplyTree &reply); ///< DescribeHistoryTasks, newest first
[[nodiscard]] Result<Page<NodeVersion>>
toNodes(const ReplyTree &reply); ///< DescribeRoleZoneInfo, proxies left out
/// The same with QueryType 0: what calls itself a proxy, and nothing else.
[[nodiscard]] Result<Page<NodeVersion>> toProxies(const ReplyTree &reply);
[[nodiscard]] Result<Topology> toTopology(const ReplyTree &reply); ///< DescribeLogicInstanceTopology
[[nodiscard]] Result<Page<ScheduledEvent>>
toEvents(const ReplyTree &reply); ///< DescribeActiveOperationTasks, soonest first
[[nodiscard]] Result<Page<Backup>> toBackups(const ReplyTree &reply); ///< DescribeBackups, newest first
/// DescribeClusterBackupList, newest first: sets of a cloud-native cluster, their shards left out.
[[nodiscard]] Result<Page<Backup>> toClusterBackups(const ReplyTree &reply);
[[nodiscard]] Result<QList<BackupJob>> toBackupJobs(const ReplyTree &reply); ///< DescribeBackupTasks
/// DescribeHistoryMonitorValues. Moments that are none are left out; a history that cannot be parsed is
/// BadReply.
[[nodiscard]] Result<MonitorHistory> toMonitorHistory(const ReplyTree &reply);
[[nodiscard]] Result<Page<Execution>> toExecutions(const ReplyTree &reply); ///< ListExecutions
[[nodiscard]] Result<Page<TaskExecution>> toTaskExecutions(const ReplyTree &reply); ///< ListTaskExecutions
[[nodiscard]] Result<CallerIdentity> toCallerIdentity(const ReplyTree &reply);

/// RequestId of any body, also spelled requestId; empty when there is none or it is odd.
[[nodiscard]] QString toRequestId(const ReplyTree &reply);

/// A complete error body: it has a Code (or code). Nothing when it has none. `retryAfter` is the header
/// x-acs-retry-after as it came, in milliseconds; odd values are ignored.
[[nodiscard]] std::optional<ApiError> toApiError(const ReplyTree &reply, int httpStatus,
                                                 const QByteArray &retryAfter = {});

} // namespace uplift::cloud
