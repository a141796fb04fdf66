// SPDX-License-Identifier: GPL-3.0-or-later
#include "impact/editiontext.h"

#include <QCoreApplication>
#include <QStringList>

namespace uplift::impact {

namespace {

QString zonesText(ZoneCount zones)
{
    switch (zones) {
    case ZoneCount::One:
        return QCoreApplication::translate("uplift::impact", "1 zone");
    case ZoneCount::Two:
        return QCoreApplication::translate("uplift::impact", "2 zones");
    case ZoneCount::Unknown:
        break;
    }
    return {};
}

QString nodesText(const Edition &edition)
{
    if (edition.nodes == NodeCount::One)
        return QCoreApplication::translate("uplift::impact", "1 node");
    if (edition.nodes == NodeCount::TwoOrMore)
        return QCoreApplication::translate("uplift::impact", "%1 nodes")
            .arg(qMax(2, edition.nodesPerShard.value_or(2)));
    return {};
}

QString shardsText(const Edition &edition)
{
    if (!edition.shards)
        return {};
    if (*edition.shards == 1)
        return QCoreApplication::translate("uplift::impact", "1 shard");
    return QCoreApplication::translate("uplift::impact", "%1 shards").arg(*edition.shards);
}

QString readReplicasText(const Edition &edition)
{
    if (!edition.readReplicas)
        return {};
    if (*edition.readReplicas == 1)
        //: one master and one read replica
        return QCoreApplication::translate("uplift::impact", "1 + 1 replica");
    //: one master and %1 read replicas
    return QCoreApplication::translate("uplift::impact", "1 + %1 replicas").arg(*edition.readReplicas);
}

QString sizeAlone(const Edition &edition)
{
    switch (edition.architecture) {
    case Architecture::Cluster:
        return shardsText(edition);
    case Architecture::ReadWriteSplitting:
        return readReplicasText(edition);
    case Architecture::Standard:
    case Architecture::Unknown:
        break;
    }
    return nodesText(edition);
}

} // namespace

QString editionName(const Edition &edition)
{
    if (edition.family == Family::Memcache)
        return QCoreApplication::translate("uplift::impact", "Memcache");
    const bool tair = edition.family == Family::Tair;
    switch (edition.architecture) {
    case Architecture::Cluster:
        return tair ? QCoreApplication::translate("uplift::impact", "Tair cluster")
                    : QCoreApplication::translate("uplift::impact", "Cluster");
    case Architecture::ReadWriteSplitting:
        return tair ? QCoreApplication::translate("uplift::impact", "Tair read/write splitting")
                    : QCoreApplication::translate("uplift::impact", "Read/write splitting");
    case Architecture::Standard:
        return tair ? QCoreApplication::translate("uplift::impact", "Tair standard")
                    : QCoreApplication::translate("uplift::impact", "Standard");
    case Architecture::Unknown:
        break;
    }
    return tair ? QCoreApplication::translate("uplift::impact", "Tair, unknown edition")
                : QCoreApplication::translate("uplift::impact", "Unknown edition");
}

QString editionSize(const Edition &edition)
{
    QStringList parts{sizeAlone(edition), zonesText(edition.zones)};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

QString editionHead(const Edition &edition)
{
    const bool oneNode = edition.architecture == Architecture::Standard && edition.nodes == NodeCount::One;
    const QString second = oneNode ? nodesText(edition) : zonesText(edition.zones);
    if (second.isEmpty())
        return editionName(edition);
    //: %1 edition, such as Cluster; %2 such as 2 zones
    return QCoreApplication::translate("uplift::impact", "%1, %2").arg(editionName(edition), second);
}

} // namespace uplift::impact
