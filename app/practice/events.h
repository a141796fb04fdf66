// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/operations.h"

namespace uplift::practice {

/// DescribeActiveOperationTasks (api.md 9.1): what the provider plans. An event begins 30 minutes before its
/// switch; one that upgrades a kernel or a proxy really does, and one of a kernel that became the latest by
/// other means is no longer listed.
[[nodiscard]] Reply describeEvents(const World &world, const CallInput &call);

/// ModifyActiveOperationTasks and CancelActiveOperationTasks. Of several ids those that may be changed are;
/// Ids of the answer names them. When none may, the call is refused: InvalidParameter for an unknown id or a
/// SwitchTime past the Deadline, else OperationDenied.TaskStatus (a code of our own; the documents name
/// none).
[[nodiscard]] Reply modifyEvents(World &world, const CallInput &call);
[[nodiscard]] Reply cancelEvents(World &world, const CallInput &call);

} // namespace uplift::practice
