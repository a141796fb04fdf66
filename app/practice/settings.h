// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/operations.h"

namespace uplift::practice {

/// ModifyInstanceMaintainTime (api.md 8.1). An upgrade that waits for the old window keeps its time.
[[nodiscard]] Reply modifyMaintainTime(World &world, const CallInput &call);
/// ModifyDBInstanceAutoUpgrade (api.md 6.3).
[[nodiscard]] Reply modifyAutoUpgrade(World &world, const CallInput &call);

} // namespace uplift::practice
