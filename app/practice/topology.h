// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/operations.h"

namespace uplift::practice {

/// DescribeLogicInstanceTopology (api.md 6.5): the shards and proxies of a cluster or a read/write splitting
/// instance; empty lists for others.
[[nodiscard]] Reply describeTopology(const World &world, const CallInput &call);

} // namespace uplift::practice
