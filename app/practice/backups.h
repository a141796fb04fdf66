// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/operations.h"

namespace uplift::practice {

/// Backups (api.md 10). The service makes its own at 19:10 UTC, of some instances every night, of others
/// seldom or never; those a user asks for take half the time of an upgrade. A cluster has one job per shard,
/// and its shards end one after another.

/// CreateBackup: one job id, or one per shard, as a comma list.
[[nodiscard]] Reply createBackup(World &world, const CallInput &call);
/// DescribeBackupTasks: jobs that run; none once all have ended.
[[nodiscard]] Reply describeBackupTasks(const World &world, const CallInput &call);
/// DescribeBackups: shards that ended, newest first; empty for cloud-native clusters.
[[nodiscard]] Reply describeBackups(const World &world, const CallInput &call);
/// DescribeClusterBackupList: sets of cloud-native clusters, newest first, running ones among them.
[[nodiscard]] Reply describeClusterBackups(const World &world, const CallInput &call);

} // namespace uplift::practice
