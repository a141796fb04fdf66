// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/topology.h"

#include <QJsonArray>

#include <algorithm>

namespace uplift::practice {

namespace {

QJsonObject topologyNode(const QString &id, const QString &type, int capacityMb, const QString &role)
{
    QJsonObject node{{QStringLiteral("NodeId"), id},
                     {QStringLiteral("NodeType"), type},
                     {QStringLiteral("Bandwidth"), QStringLiteral("96")},
                     {QStringLiteral("Capacity"), QString::number(capacityMb)},
                     {QStringLiteral("Connection"), QStringLiteral("10000")}};
    if (!role.isEmpty())
        node.insert(QStringLiteral("SubInstanceType"), role);
    return node;
}

} // namespace

Reply describeTopology(const World &world, const CallInput &call)
{
    const Found found = findInstance(world, call);
    if (!found.instance)
        return *found.refusal;
    const PracticeInstance &instance = *found.instance;
    QJsonArray shards;
    QJsonArray proxies;
    const bool split = instance.isSplit();
    const int count = instance.isCluster() ? std::max(1, instance.shards) : split ? 1 : 0;
    const auto name = [&](const char *kind, int i, int number) {
        return QStringLiteral("%1-%2-%3#%4").arg(instance.id, QLatin1String(kind)).arg(i).arg(number);
    };
    for (int i = 0; i < count; ++i)
        shards.append(topologyNode(name("db", i, 68800001 + i), QStringLiteral("db"),
                                   instance.capacityMb / count, QStringLiteral("master")));
    for (int i = 0; split && i < instance.readOnly; ++i)
        shards.append(topologyNode(name("db", i + 1, 68810001 + i), QStringLiteral("db"), instance.capacityMb,
                                   QStringLiteral("readonly")));
    for (int i = 0; i < (count > 0 ? instance.proxyCount() : 0); ++i)
        proxies.append(topologyNode(name("proxy", i, 54200001 + i), QStringLiteral("proxy"), 0, {}));
    return QJsonObject{{QStringLiteral("InstanceId"), instance.id},
                       {QStringLiteral("RedisProxyList"), QJsonObject{{QStringLiteral("NodeInfo"), proxies}}},
                       {QStringLiteral("RedisShardList"), QJsonObject{{QStringLiteral("NodeInfo"), shards}}}};
}

} // namespace uplift::practice
