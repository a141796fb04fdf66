// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instance.h"
#include "core/localized.h"

#include <QList>

#include <chrono>
#include <optional>

namespace uplift::impact {

/// The specification's groups (architecture 3.5).
enum class Group { Cluster, ReadWriteSplitting, StandardTwoNodes, StandardOneNode, Memcache, Unclear };

/// How the upgrade is carried out.
enum class How {
    Migration,
    InPlace,
    Unstated,
    RollingRestart, ///< of proxies, one after another
    Hot ///< of proxies that keep their connections
};

struct Source {
    QString title;
    QString date; ///< as the document shows it
    LocalizedText statement; ///< what it says, in our words
};

/// What else breaks, beside connections and writes: blocking commands, transactions, Pub/Sub, proxies.
struct SideEffect {
    QString key; ///< "blocking", "transactions", "pubsub", "proxy", "direct", "singleNode", "distributed"
    LocalizedText text;
};

/// Bounds are "at most", from documents. Nothing: no document states one.
struct Impact {
    Group group = Group::Unclear;
    Architecture architecture = Architecture::Unknown;
    Deployment deployment = Deployment::Unknown;
    NodeCount nodes = NodeCount::Unknown;
    ZoneCount zones = ZoneCount::Unknown;
    How how = How::Migration;
    std::optional<std::chrono::seconds> disconnection;
    std::optional<std::chrono::seconds> readOnly;
    std::optional<std::chrono::minutes> effectiveWithin; ///< in place: 5 min; nothing: grows with the data
    bool noneStated = false; ///< the specification states no impact; newer documents no longer do
    LocalizedText description; ///< how, in one or two sentences
    LocalizedText specification; ///< the specification's statement
    std::optional<LocalizedText> newer; ///< the newer document's, where it is harsher
    QList<LocalizedText>
        reasons; ///< why the worst case is shown: contradictions and missing fields, naming them
    QStringList fields; ///< the service's field names behind `reasons`: "ArchitectureType", "NodeType"
    QList<SideEffect> sideEffects;
    QList<Source> sources;
    LocalizedText recommendation; ///< off-peak hours, and clients that reconnect by themselves
};

} // namespace uplift::impact
