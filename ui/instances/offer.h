// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instance.h"

#include <optional>

namespace uplift::ui {

/// The kernel is up to date and its proxies are not.
[[nodiscard]] bool isProxyAloneBehind(const EngineVersion &version);
/// How much the upgrade that is offered first matters: of the kernel, else of the proxies. Nothing: none is.
[[nodiscard]] std::optional<UpdateLevel> levelOffered(const EngineVersion &version);

} // namespace uplift::ui
