// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/oosengine.h"
#include "practice/operations.h"

namespace uplift::practice {

/// StartExecution, ListExecutions, ListTaskExecutions and CancelExecution of OOS 2019-06-01 (api.md 12), for
/// the executions of the caller's account. A ClientToken sent again gives the execution it gave before, and
/// is refused with IdempotentParameterMismatch when anything else differs.
[[nodiscard]] Reply answerOos(OosEngine &engine, const CallInput &call);

} // namespace uplift::practice
