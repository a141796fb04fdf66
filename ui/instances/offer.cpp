// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/instances/offer.h"

#include "ui/form/upgradeparts.h"

namespace uplift::ui {

bool isProxyAloneBehind(const EngineVersion &version)
{
    return outdated(version) == Outdated::No && isProxyBehind(&version);
}

std::optional<UpdateLevel> levelOffered(const EngineVersion &version)
{
    if (outdated(version) == Outdated::Yes)
        return version.level;
    return isProxyAloneBehind(version) ? std::optional(version.proxyLevel) : std::nullopt;
}

} // namespace uplift::ui
