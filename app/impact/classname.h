// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instance.h"

#include <QString>

#include <optional>

namespace uplift::impact {

/// Which product a class belongs to.
enum class Family { Unknown, Redis, Tair, Memcache };

/// What the data lies on; the specification's rows were written for memory.
enum class Medium { Memory, PersistentMemory, Disk };

/// What an InstanceClass says by itself (api.md 14.2, read 2026-11-22). What it does not say is unknown.
struct ClassFacts {
    bool known = false; ///< one of the documented patterns
    Family family = Family::Unknown;
    Architecture architecture = Architecture::Unknown;
    Deployment deployment = Deployment::Unknown;
    NodeCount nodes = NodeCount::Unknown;
    Medium medium = Medium::Memory;
    std::optional<bool> proxy;
    std::optional<int> shards; ///< <n>db
    std::optional<int> readReplicas; ///< <r>rodb
};

[[nodiscard]] ClassFacts classFacts(const QString &instanceClass);

} // namespace uplift::impact
