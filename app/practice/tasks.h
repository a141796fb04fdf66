// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/operations.h"

namespace uplift::practice {

/// DescribeHistoryTasks (api.md 9.2), newest first. ActionInfo offers another time and an end to upgrades of
/// standard instances while they wait or copy, and nothing to those of clusters and read/write splitting.
[[nodiscard]] Reply describeTasks(const World &world, const CallInput &call);

/// ModifyTaskInfo: modifySwitchTime and cancel. What cannot be done for a task stands in ErrorTaskId of an
/// answer with status 200; ErrorCode is that of the first. Codes of our own where the documents name none:
/// InvalidTaskId.NotFound, OperationDenied.TaskStatus.
[[nodiscard]] Reply modifyTasks(World &world, const CallInput &call);

} // namespace uplift::practice
