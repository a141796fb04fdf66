// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instance.h"

namespace uplift::fleet {

/// Which call told of an instance: neither tells everything (api.md 7.2, 7.4).
enum class FactsFrom {
    List, ///< DescribeInstances: no window, no replication mode, no open orders
    Attribute ///< DescribeInstanceAttribute: no edition
};

/// What is known after `fresh` came. Fields that `from` never tells are kept from `known`; all others are
/// `fresh`, even when empty.
[[nodiscard]] Instance mergedFacts(const Instance &known, Instance fresh, FactsFrom from);

/// Field by field, tags in order. What is equal is not replaced, so that rows keep what they made of it.
[[nodiscard]] bool sameFacts(const Instance &a, const Instance &b);

/// Does a change from one to the other make the known version doubtful? A status that changed may mean that
/// an upgrade began or ended.
[[nodiscard]] bool versionMayHaveChanged(const Instance &before, const Instance &after);

} // namespace uplift::fleet
