// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/operations.h"

namespace uplift::practice {

/// DescribeHistoryMonitorValues (api.md 8.2). Steps by span: 5 s to 10 minutes, 1 minute to an hour, 5
/// minutes to a day, else 15 minutes; from 32 shards at least a minute. Strict where the documents are plain:
/// a cluster or read/write splitting instance without NodeId wants Key$db or Key$proxy for all but the memory
/// keys, one key of that kind at a time. Right after a switch, while it is cleaned up, there is no metric
/// yet: MissingRedisUsedmemoryUnsupportPerfItem.
[[nodiscard]] Reply describeMonitorValues(const World &world, const CallInput &call);

} // namespace uplift::practice
