// SPDX-License-Identifier: GPL-3.0-or-later
#include "impact/classname.h"

#include <QRegularExpression>

#include <array>

namespace uplift::impact {

namespace {

struct Pattern {
    const char *start; ///< what the class begins with
    Family family;
    Architecture architecture;
    Deployment deployment;
    NodeCount nodes;
    Medium medium;
    std::optional<bool> proxy;
};

constexpr auto anyArchitecture = Architecture::Unknown;
constexpr auto anyNodes = NodeCount::Unknown;

/// Longer starts before the shorter ones they share.
const std::array patterns = {
    Pattern{"redis.master.", Family::Redis, Architecture::Standard, Deployment::Classic, NodeCount::TwoOrMore,
            Medium::Memory, false},
    Pattern{"redis.basic.", Family::Redis, Architecture::Standard, Deployment::Classic, NodeCount::One,
            Medium::Memory, false},
    Pattern{"redis.logic.sharding.", Family::Redis, Architecture::Cluster, Deployment::Classic,
            NodeCount::TwoOrMore, Medium::Memory, std::nullopt},
    Pattern{"redis.logic.splitrw.", Family::Redis, Architecture::ReadWriteSplitting, Deployment::Classic,
            NodeCount::TwoOrMore, Medium::Memory, std::nullopt},
    Pattern{"redis.sharding.basic.", Family::Redis, Architecture::Cluster, Deployment::Classic,
            NodeCount::One, Medium::Memory, std::nullopt},
    Pattern{"redis.sharding.", Family::Redis, Architecture::Cluster, Deployment::Classic,
            NodeCount::TwoOrMore, Medium::Memory, std::nullopt},
    Pattern{"redis.amber.master.", Family::Tair, Architecture::Standard, Deployment::Classic,
            NodeCount::TwoOrMore, Medium::Memory, false},
    Pattern{"redis.amber.logic.sharding.", Family::Tair, Architecture::Cluster, Deployment::Classic,
            NodeCount::TwoOrMore, Medium::Memory, std::nullopt},
    Pattern{"redis.amber.logic.splitrw.", Family::Tair, Architecture::ReadWriteSplitting, Deployment::Classic,
            NodeCount::TwoOrMore, Medium::Memory, std::nullopt},
    Pattern{"redis.shard.with.proxy.", Family::Redis, anyArchitecture, Deployment::CloudNative, anyNodes,
            Medium::Memory, true},
    Pattern{"redis.shard.", Family::Redis, anyArchitecture, Deployment::CloudNative, anyNodes, Medium::Memory,
            false},
    // A virtual class: whether there are proxies stands in the class of its shards.
    Pattern{"redis.cluster.", Family::Redis, Architecture::Cluster, Deployment::CloudNative, anyNodes,
            Medium::Memory, std::nullopt},
    Pattern{"tair.rdb.with.proxy.", Family::Tair, anyArchitecture, Deployment::CloudNative, anyNodes,
            Medium::Memory, true},
    Pattern{"tair.rdb.", Family::Tair, anyArchitecture, Deployment::CloudNative, anyNodes, Medium::Memory,
            false},
    Pattern{"tair.scm.with.proxy.", Family::Tair, anyArchitecture, Deployment::CloudNative, anyNodes,
            Medium::PersistentMemory, true},
    Pattern{"tair.scm.", Family::Tair, anyArchitecture, Deployment::CloudNative, anyNodes,
            Medium::PersistentMemory, false},
    Pattern{"tair.essd.", Family::Tair, anyArchitecture, Deployment::CloudNative, anyNodes, Medium::Disk,
            false},
    Pattern{"memcache.master.", Family::Memcache, Architecture::Standard, Deployment::Classic,
            NodeCount::TwoOrMore, Medium::Memory, false},
    Pattern{"memcache.sharding.", Family::Memcache, Architecture::Cluster, Deployment::Classic,
            NodeCount::TwoOrMore, Medium::Memory, std::nullopt},
};

std::optional<int> numberBefore(const QString &name, const char *unit)
{
    const QRegularExpression expression(QStringLiteral("\\.(\\d{1,4})%1(\\.|$)").arg(QLatin1String(unit)));
    const auto match = expression.match(name);
    return match.hasMatch() ? std::optional<int>(match.captured(1).toInt()) : std::nullopt;
}

/// What api.md 14.1 reads from a class outside the documented patterns.
ClassFacts guessed(const QString &name)
{
    ClassFacts facts;
    if (name.contains(QLatin1String(".sharding.")))
        facts.architecture = Architecture::Cluster;
    else if (name.contains(QLatin1String(".splitrw.")))
        facts.architecture = Architecture::ReadWriteSplitting;
    if (name.contains(QLatin1String(".basic.")))
        facts.nodes = NodeCount::One;
    if (name.startsWith(QLatin1String("tair.")) || name.endsWith(QLatin1String(".ce")))
        facts.deployment = Deployment::CloudNative;
    else if (name.startsWith(QLatin1String("redis.amber.")) || name.startsWith(QLatin1String("redis.logic.")))
        facts.deployment = Deployment::Classic;
    if (name.contains(QLatin1String(".with.proxy.")))
        facts.proxy = true;
    return facts;
}

} // namespace

ClassFacts classFacts(const QString &instanceClass)
{
    const QString name = instanceClass.trimmed().toLower();
    ClassFacts facts = guessed(name);
    for (const Pattern &pattern : patterns) {
        if (!name.startsWith(QLatin1String(pattern.start)))
            continue;
        facts = {true,           pattern.family, pattern.architecture, pattern.deployment, pattern.nodes,
                 pattern.medium, pattern.proxy,  std::nullopt,         std::nullopt};
        break;
    }
    if (facts.architecture == Architecture::Cluster
        || facts.architecture == Architecture::ReadWriteSplitting) {
        facts.shards = numberBefore(name, "db");
        facts.readReplicas = numberBefore(name, "rodb");
        if (const std::optional<int> proxies = numberBefore(name, "proxy"))
            facts.proxy = *proxies > 0;
    }
    return facts;
}

} // namespace uplift::impact
