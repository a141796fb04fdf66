// SPDX-License-Identifier: GPL-3.0-or-later
#include "fleet/facts.h"

#include <tuple>

namespace uplift::fleet {

namespace {

template <class T> void keepIfEmpty(T &fresh, const T &known)
{
    if (fresh.isEmpty())
        fresh = known;
}

template <class T> void keepIfUnknown(std::optional<T> &fresh, const std::optional<T> &known)
{
    if (!fresh)
        fresh = known;
}

bool sameWindow(const std::optional<MaintenanceWindow> &a, const std::optional<MaintenanceWindow> &b)
{
    if (!a || !b)
        return a.has_value() == b.has_value();
    return a->startUtc() == b->startUtc() && a->endUtc() == b->endUtc();
}

auto texts(const Instance &i)
{
    return std::tie(i.id, i.name, i.region, i.zone, i.secondaryZone, i.statusText, i.instanceType,
                    i.editionType, i.architectureType, i.instanceClass, i.realInstanceClass, i.nodeType,
                    i.computingType, i.replicationMode, i.zoneType, i.engineVersion, i.distributedInstanceId,
                    i.connectionDomain, i.chargeType, i.endTime);
}

auto numbers(const Instance &i)
{
    return std::tie(i.status, i.shardCount, i.replicaCount, i.secondaryReplicaCount, i.readOnlyCount,
                    i.capacityMb, i.orderCompleted, i.renewChangeOrder, i.port, i.tags);
}

} // namespace

Instance mergedFacts(const Instance &known, Instance fresh, FactsFrom from)
{
    if (from == FactsFrom::List) {
        keepIfUnknown(fresh.window, known.window);
        keepIfUnknown(fresh.orderCompleted, known.orderCompleted);
        keepIfUnknown(fresh.renewChangeOrder, known.renewChangeOrder);
        keepIfEmpty(fresh.replicationMode, known.replicationMode);
        keepIfEmpty(fresh.zoneType, known.zoneType);
        keepIfEmpty(fresh.realInstanceClass, known.realInstanceClass);
    } else {
        keepIfEmpty(fresh.editionType, known.editionType);
        keepIfEmpty(fresh.computingType, known.computingType);
        keepIfEmpty(fresh.distributedInstanceId, known.distributedInstanceId);
        keepIfEmpty(fresh.region, known.region);
        keepIfEmpty(fresh.tags, known.tags);
    }
    return fresh;
}

bool sameFacts(const Instance &a, const Instance &b)
{
    return texts(a) == texts(b) && numbers(a) == numbers(b) && sameWindow(a.window, b.window);
}

bool versionMayHaveChanged(const Instance &before, const Instance &after)
{
    return before.status != after.status || before.engineVersion != after.engineVersion
        || before.instanceClass != after.instanceClass;
}

} // namespace uplift::fleet
