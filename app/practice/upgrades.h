// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/operations.h"

namespace uplift::practice {

/// ModifyInstanceMinorVersion (api.md 4). The moment is understood under both of its names.
[[nodiscard]] Reply upgradeKernel(World &world, const CallInput &call);

/// UpgradeProxy (api.md 6.2). Choices where the documents are silent: an instance without proxy is refused
/// with IncorrectDBInstanceType, one whose proxies are the latest with IncorrectEngineVersion, numbers for
/// SwitchTimeMode with InvalidParameter; the status stays Normal, only the task tells.
[[nodiscard]] Reply upgradeProxy(World &world, const CallInput &call);

} // namespace uplift::practice
