// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instance.h"
#include "impact/impact.h"
#include "upgrade/batch.h"

#include <QList>
#include <QString>

#include <optional>

namespace uplift::ui {

/// What one upgrade may be about: the kernel, the proxies, or both in an order (api.md 5.2: they are upgraded
/// by calls of their own).
[[nodiscard]] bool hasKernel(upgrade::BatchParts parts);
[[nodiscard]] bool hasProxy(upgrade::BatchParts parts);
[[nodiscard]] bool isBoth(upgrade::BatchParts parts);
/// Do the versions say that the proxies are behind their latest?
[[nodiscard]] bool isProxyBehind(const EngineVersion *version);
/// What makes sense for this instance; the first is chosen at first. Never empty.
[[nodiscard]] QList<upgrade::BatchParts> partsOffered(const EngineVersion *version);
/// "Kernel", "Proxy", "Kernel, then proxy"
[[nodiscard]] QString upgradePartsText(upgrade::BatchParts parts);

/// What is documented of what is to be done.
struct ExpectedImpact {
    impact::Impact first; ///< of the only part, or of the kernel
    std::optional<impact::Impact> proxy; ///< of the proxies, when both are upgraded
};
/// "≤ 30 s disconnected, ≤ 60 s read-only"; of both: that of the kernel, then that of the proxies.
[[nodiscard]] QString impactLine(const ExpectedImpact &impact);
/// Of one.
[[nodiscard]] QString impactLine(const impact::Impact &impact);

} // namespace uplift::ui
