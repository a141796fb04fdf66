// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instance.h"
#include "impact/classname.h"
#include "impact/impact.h"

#include <QList>
#include <QStringList>

namespace uplift::impact {

/// Why an edition is not certain.
struct Doubt {
    enum class Kind {
        Contradiction, ///< two fields that cannot both be true
        UnknownWord, ///< a field with a word no document lists
        MissingArchitecture,
        MissingNodes,
        UnverifiedNodes, ///< one node by ReplicaCount alone
        UnverifiedMedium, ///< one node, but the row was written before there were other media than memory
        MissingDeployment ///< matters for the proxies alone
    };
    Kind kind = Kind::Contradiction;
    QStringList fields; ///< as the service spells them
    QStringList values; ///< beside `fields`; empty for missing ones
};

/// What an instance is, as far as its fields tell (api.md 14.1 and 14.2, read 2026-11-22).
struct Edition {
    Group group = Group::Unclear;
    Family family = Family::Unknown;
    Architecture architecture = Architecture::Unknown;
    Deployment deployment = Deployment::Unknown;
    NodeCount nodes = NodeCount::Unknown;
    ZoneCount zones = ZoneCount::Unknown;
    Medium medium = Medium::Memory;
    std::optional<bool> proxy; ///< nothing: not known
    std::optional<int> shards;
    std::optional<int> readReplicas;
    std::optional<int> nodesPerShard; ///< only when the service counted them
    bool distributed = false; ///< child of a distributed instance
    QList<Doubt> doubts;
};

/// Pure. `version` may be null; it only tells whether there is a proxy.
[[nodiscard]] Edition editionOf(const Instance &instance, const EngineVersion *version);

} // namespace uplift::impact
