// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instance.h"

/// Instances in the service's own field words, as DescribeInstanceAttribute gives them.
namespace uplift::instances {

struct Words {
    const char *instanceType = "Redis";
    const char *architectureType = "";
    const char *instanceClass = "";
    const char *nodeType = "";
    const char *computingType = "";
    const char *replicationMode = "";
    const char *zoneType = "singlezone";
    const char *zone = "cn-hangzhou-h";
    const char *secondaryZone = "";
    const char *realInstanceClass = "";
};

inline Instance from(const Words &words)
{
    Instance instance;
    instance.instanceType = QString::fromLatin1(words.instanceType);
    instance.architectureType = QString::fromLatin1(words.architectureType);
    instance.instanceClass = QString::fromLatin1(words.instanceClass);
    instance.nodeType = QString::fromLatin1(words.nodeType);
    instance.computingType = QString::fromLatin1(words.computingType);
    instance.replicationMode = QString::fromLatin1(words.replicationMode);
    instance.zoneType = QString::fromLatin1(words.zoneType);
    instance.zone = QString::fromLatin1(words.zone);
    instance.secondaryZone = QString::fromLatin1(words.secondaryZone);
    instance.realInstanceClass = QString::fromLatin1(words.realInstanceClass);
    return instance;
}

inline Instance cluster()
{
    return from({.architectureType = "cluster",
                 .instanceClass = "redis.logic.sharding.2g.4db.0rodb.4proxy.default",
                 .nodeType = "double",
                 .computingType = "Machine",
                 .replicationMode = "cluster"});
}

inline Instance readWriteSplitting()
{
    return from({.architectureType = "rwsplit",
                 .instanceClass = "redis.logic.splitrw.small.1db.3rodb.4proxy.default",
                 .nodeType = "double",
                 .computingType = "Machine",
                 .replicationMode = "cluster"});
}

inline Instance standardTwoNodes()
{
    return from({.architectureType = "standard",
                 .instanceClass = "redis.master.small.default",
                 .nodeType = "double",
                 .computingType = "Machine",
                 .replicationMode = "master-slave"});
}

inline Instance standardOneNode()
{
    return from({.architectureType = "standard",
                 .instanceClass = "redis.basic.small.default",
                 .nodeType = "single",
                 .computingType = "Machine",
                 .replicationMode = "master-slave"});
}

inline Instance cloudNativeStandard()
{
    Instance instance = from({.architectureType = "standard",
                              .instanceClass = "redis.shard.small.2.ce",
                              .nodeType = "MASTER_SLAVE",
                              .computingType = "Ecs",
                              .replicationMode = "master-slave"});
    instance.replicaCount = 1;
    instance.secondaryReplicaCount = 0;
    return instance;
}

inline Instance cloudNativeSingle()
{
    Instance instance = cloudNativeStandard();
    instance.instanceClass = QStringLiteral("redis.shard.small.ce");
    instance.nodeType = QStringLiteral("STAND_ALONE");
    instance.replicaCount = 0;
    return instance;
}

inline Instance cloudNativeCluster()
{
    Instance instance = from({.instanceType = "Tair",
                              .architectureType = "cluster",
                              .instanceClass = "tair.rdb.with.proxy.1g",
                              .nodeType = "double",
                              .computingType = "Ecs",
                              .replicationMode = "cluster",
                              .secondaryZone = "cn-hangzhou-g",
                              .realInstanceClass = "tair.rdb.with.proxy.1g"});
    instance.shardCount = 3;
    instance.replicaCount = 1;
    instance.secondaryReplicaCount = 1;
    return instance;
}

inline Instance doubleZone()
{
    Instance instance = standardTwoNodes();
    instance.instanceClass = QStringLiteral("redis.master.mid.default");
    instance.zone = QStringLiteral("cn-hangzhou-MAZ10(h,i)");
    instance.zoneType = QStringLiteral("doublezone");
    instance.secondaryZone = QStringLiteral("cn-hangzhou-i");
    return instance;
}

inline Instance persistentMemory()
{
    Instance instance = from({.instanceType = "Tair",
                              .architectureType = "standard",
                              .instanceClass = "tair.scm.standard.4m.32d",
                              .nodeType = "MASTER_SLAVE",
                              .computingType = "Ecs"});
    instance.replicaCount = 1;
    return instance;
}

inline Instance memcache()
{
    return from({.instanceType = "Memcache",
                 .architectureType = "standard",
                 .instanceClass = "memcache.master.small.default",
                 .nodeType = "double",
                 .computingType = "Machine"});
}

inline Instance distributedChild()
{
    Instance instance = from({.architectureType = "standard",
                              .instanceClass = "redis.amber.master.small.multithread",
                              .nodeType = "double",
                              .computingType = "Machine"});
    instance.distributedInstanceId = QStringLiteral("gr-bp1fakeglobal01");
    return instance;
}

} // namespace uplift::instances
