// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "impact/edition.h"

#include <QString>

namespace uplift::impact {

/// Translated. "Cluster", "Read/write splitting", "Tair standard", "Memcache", "Unknown edition".
[[nodiscard]] QString editionName(const Edition &edition);
/// "8 shards · 2 zones", "1 + 3 replicas · 1 zone", "2 nodes · 1 zone"; empty when nothing is known.
[[nodiscard]] QString editionSize(const Edition &edition);
/// For the head of the impact: "Cluster, 2 zones", "Standard, 1 node".
[[nodiscard]] QString editionHead(const Edition &edition);

} // namespace uplift::impact
