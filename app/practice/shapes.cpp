// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/shapes.h"

#include "practice/wire.h"

#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

namespace uplift::practice {

namespace {

QString digit(bool on) { return on ? QStringLiteral("1") : QStringLiteral("0"); }

QJsonObject tags(const PracticeInstance &instance)
{
    const QString environment = instance.environment == Environment::Production ? QStringLiteral("prod")
        : instance.environment == Environment::Staging                          ? QStringLiteral("staging")
                                                                                : QStringLiteral("dev");
    const auto tag = [](const QString &key, const QString &value) {
        return QJsonObject{{QStringLiteral("Key"), key}, {QStringLiteral("Value"), value}};
    };
    return {
        {QStringLiteral("Tag"),
         QJsonArray{tag(QStringLiteral("env"), environment), tag(QStringLiteral("group"), instance.group)}}};
}

/// What the list and the attribute call share, under the same names and types.
QJsonObject commonShape(const PracticeInstance &instance, const QDateTime &now)
{
    const bool postPaid = instance.chargeType == QLatin1String("PostPaid");
    const int nodes = std::max({1, instance.shards, instance.readOnly});
    QJsonObject shape{
        {QStringLiteral("InstanceId"), instance.id},
        {QStringLiteral("InstanceName"), instance.name},
        {QStringLiteral("InstanceStatus"), World::statusAt(instance, now)},
        {QStringLiteral("RegionId"), instance.region},
        {QStringLiteral("ZoneId"), instance.zone},
        {QStringLiteral("SecondaryZoneId"), instance.secondaryZone},
        {QStringLiteral("ArchitectureType"), instance.architecture},
        {QStringLiteral("InstanceType"), instance.type},
        {QStringLiteral("ComputingType"), instance.computingType},
        {QStringLiteral("EngineVersion"), instance.engineVersion},
        {QStringLiteral("InstanceClass"), instance.instanceClass},
        {QStringLiteral("PackageType"), QStringLiteral("standard")},
        {QStringLiteral("Capacity"), instance.capacityMb},
        {QStringLiteral("Bandwidth"), 96 * nodes},
        {QStringLiteral("QPS"), 100000 * nodes},
        {QStringLiteral("Connections"), 10000 * nodes},
        {QStringLiteral("ConnectionDomain"), instance.id + QStringLiteral(".redis.rds.aliyuncs.com")},
        {QStringLiteral("PrivateIp"), QStringLiteral("172.16.49.77")},
        {QStringLiteral("Port"), 6379},
        {QStringLiteral("NetworkType"), QStringLiteral("VPC")},
        {QStringLiteral("VpcId"), QStringLiteral("vpc-practice") + instance.region.left(2)},
        {QStringLiteral("VSwitchId"), QStringLiteral("vsw-practice") + instance.region.left(2)},
        {QStringLiteral("ResourceGroupId"), QStringLiteral("rg-practice")},
        {QStringLiteral("ChargeType"), instance.chargeType},
        {QStringLiteral("CreateTime"), QStringLiteral("2024-04-11T02:15:30Z")},
        {QStringLiteral("EndTime"), postPaid ? QString() : QStringLiteral("2028-04-11T16:00:00Z")},
        {QStringLiteral("IsRds"), true},
        {QStringLiteral("Config"), QStringLiteral("{\"EvictionPolicy\":\"volatile-lru\"}")},
        {QStringLiteral("Tags"), tags(instance)},
    };
    if (instance.shards >= 0)
        shape.insert(QStringLiteral("ShardCount"), instance.shards);
    if (instance.replicas >= 0)
        shape.insert(QStringLiteral("ReplicaCount"), instance.replicas);
    if (instance.slaveReplicas >= 0)
        shape.insert(QStringLiteral("SlaveReplicaCount"), instance.slaveReplicas);
    return shape;
}

QJsonArray releaseList(const QList<Release> &releases)
{
    QJsonArray list;
    for (const Release &release : releases) {
        list.append(QJsonObject{{QStringLiteral("CreateTime"), release.date},
                                {QStringLiteral("Level"), QString::number(release.level)},
                                {QStringLiteral("ReleaseVersion"), release.version.text()},
                                {QStringLiteral("ReleaseNote"), release.noteZh},
                                {QStringLiteral("ReleaseNoteEn"), release.noteEn}});
    }
    return list;
}

int highestLevel(const QList<Release> &releases)
{
    int level = 0;
    for (const Release &release : releases)
        level = std::max(level, release.level);
    return level;
}

QJsonObject latestShape(const QList<Release> &newer)
{
    const QString level = QString::number(highestLevel(newer));
    const QJsonObject info{{QStringLiteral("ReleaseInfoList"), releaseList(newer)}};
    return {
        {QStringLiteral("Level"), level},
        {QStringLiteral("MinorVersion"), newer.first().version.text()},
        {QStringLiteral("VersionRelease"),
         QJsonObject{{QStringLiteral("ReleaseInfo"), info}, {QStringLiteral("VersionChangesLevel"), level}}}};
}

/// The same once more as JSON inside a string, with numbers for levels.
QString latestText(const QList<Release> &newer)
{
    QJsonArray list;
    for (const Release &release : newer) {
        list.append(QJsonObject{{QStringLiteral("createTime"), release.date},
                                {QStringLiteral("level"), release.level},
                                {QStringLiteral("releaseVersion"), release.version.text()},
                                {QStringLiteral("releaseNote"), release.noteZh},
                                {QStringLiteral("releaseNoteEn"), release.noteEn}});
    }
    const QJsonObject whole{{QStringLiteral("releaseInfo"), list},
                            {QStringLiteral("versionChangesLevel"), highestLevel(newer)}};
    return QString::fromUtf8(QJsonDocument(whole).toJson(QJsonDocument::Compact));
}

struct Zones {
    QString master;
    QString replica;
};

/// Where master and replica are; each switch swaps them.
Zones zonesAt(const PracticeInstance &instance, const QDateTime &now)
{
    Zones zones{instance.zone, instance.secondaryZone.isEmpty() ? instance.zone : instance.secondaryZone};
    static const QRegularExpression several(QStringLiteral("^(.*)-MAZ\\d+\\((\\w),(\\w)\\)$"));
    const auto match = several.match(instance.zone);
    if (match.hasMatch())
        zones = {match.captured(1) + u'-' + match.captured(2), match.captured(1) + u'-' + match.captured(3)};
    const auto switches =
        std::count_if(instance.jobs.begin(), instance.jobs.end(), [&](const UpgradeJob &job) {
            return job.kind == UpgradeJob::Kind::Kernel && stateAt(job, now).switched;
        });
    if (switches % 2 == 1)
        std::swap(zones.master, zones.replica);
    return zones;
}

} // namespace

QJsonObject listShape(const PracticeInstance &instance, const QDateTime &now)
{
    QJsonObject shape = commonShape(instance, now);
    shape.insert(QStringLiteral("EditionType"), instance.edition);
    shape.insert(QStringLiteral("NodeType"), instance.nodeType);
    shape.insert(QStringLiteral("ConnectionMode"), QStringLiteral("Standard"));
    shape.insert(QStringLiteral("UserName"), instance.id);
    shape.insert(QStringLiteral("HasRenewChangeOrder"), instance.openOrder);
    shape.insert(QStringLiteral("DestroyTime"), QString());
    shape.insert(QStringLiteral("QuotaCount"), 0);
    shape.insert(QStringLiteral("UsedCount"), 0);
    if (instance.isCloudNative())
        shape.insert(QStringLiteral("ShardClass"), instance.instanceClass);
    if (instance.readOnly >= 0)
        shape.insert(QStringLiteral("ReadOnlyCount"), QString::number(instance.readOnly));
    return shape;
}

QJsonObject attributeShape(const PracticeInstance &instance, const QDateTime &now)
{
    QJsonObject shape = commonShape(instance, now);
    const Zones zones = zonesAt(instance, now);
    const bool twoZones = zones.master != zones.replica;
    shape.insert(QStringLiteral("NodeType"),
                 instance.isSingle() ? QStringLiteral("single") : QStringLiteral("double"));
    shape.insert(QStringLiteral("Engine"), QStringLiteral("Redis"));
    shape.insert(QStringLiteral("MaintainStartTime"), instance.window.startWire());
    shape.insert(QStringLiteral("MaintainEndTime"), instance.window.endWire());
    shape.insert(QStringLiteral("ReplicationMode"), instance.replicationMode);
    shape.insert(QStringLiteral("ZoneType"),
                 twoZones ? QStringLiteral("doublezone") : QStringLiteral("singlezone"));
    shape.insert(QStringLiteral("IsOrderCompleted"), !instance.openOrder);
    shape.insert(QStringLiteral("HasRenewChangeOrder"),
                 instance.openOrder ? QStringLiteral("true") : QStringLiteral("false"));
    shape.insert(QStringLiteral("AvailabilityValue"), QStringLiteral("100.0%"));
    shape.insert(QStringLiteral("AuditLogRetention"), QStringLiteral("0"));
    shape.insert(QStringLiteral("SecurityIPList"), QStringLiteral("127.0.0.1"));
    shape.insert(QStringLiteral("VpcAuthMode"), QStringLiteral("Open"));
    shape.insert(QStringLiteral("VpcCloudInstanceId"), instance.id);
    shape.insert(QStringLiteral("InstanceReleaseProtection"),
                 instance.environment == Environment::Production);
    shape.insert(QStringLiteral("IsSupportTDE"), false);
    shape.insert(QStringLiteral("AutoSecondaryZone"), false);
    shape.insert(QStringLiteral("ReplicaId"), QString());
    shape.insert(QStringLiteral("Storage"), QString());
    shape.insert(QStringLiteral("StorageType"), QString());
    if (instance.isCloudNative() && !instance.isStandard())
        shape.insert(QStringLiteral("RealInstanceClass"), instance.instanceClass);
    if (instance.readOnly >= 0)
        shape.insert(QStringLiteral("ReadOnlyCount"), instance.readOnly);
    return shape;
}

QJsonObject versionShape(const World &world, const PracticeInstance &instance, const QDateTime &now)
{
    const MinorVersion kernel = World::kernelAt(instance, now);
    const QList<Release> newer = world.newerThan(instance.line, kernel);
    const bool outdated = !newer.isEmpty();
    QJsonObject shape{
        {QStringLiteral("Engine"), QStringLiteral("redis")},
        {QStringLiteral("MajorVersion"), instance.engineVersion},
        {QStringLiteral("MinorVersion"), instance.line + u'_' + kernel.text()},
        {QStringLiteral("EnableUpgradeMajorVersion"), instance.engineVersion < QLatin1String("7.0")},
        {QStringLiteral("EnableUpgradeMinorVersion"), outdated},
        {QStringLiteral("IsLatestVersion"), !outdated || instance.contradictoryFlags},
        {QStringLiteral("IsAutoUpgradeOpen"), digit(instance.autoUpgrade)},
        {QStringLiteral("IsNewSSLMode"), QStringLiteral("1")},
        {QStringLiteral("IsSSLEnable"), QStringLiteral("0")},
        {QStringLiteral("IsOpenNGLB"), QStringLiteral("0")},
        {QStringLiteral("IsRedisCompatibleVersion"), QStringLiteral("1")},
        {QStringLiteral("DBVersionRelease"), outdated ? latestText(newer) : QString()},
    };
    if (outdated)
        shape.insert(QStringLiteral("DBLatestMinorVersion"), latestShape(newer));
    if (!instance.proxy.isKnown())
        return shape;
    const MinorVersion proxy = World::proxyAt(instance, now);
    const QList<Release> newerProxy = world.newerThan(instance.proxyLine, proxy);
    shape.insert(QStringLiteral("ProxyMinorVersion"), proxy.text());
    if (!newerProxy.isEmpty()) {
        shape.insert(QStringLiteral("ProxyLatestMinorVersion"), latestShape(newerProxy));
        shape.insert(QStringLiteral("ProxyVersionRelease"), latestText(newerProxy));
    }
    return shape;
}

QJsonArray nodeShapes(const World &world, const PracticeInstance &instance, bool proxies,
                      const QDateTime &now)
{
    QJsonArray nodes;
    const auto add = [&](const QString &name, const QString &type, const QString &role, const QString &zone,
                         const QString &version, bool latest, int shard) {
        nodes.append(QJsonObject{{QStringLiteral("InsName"), name},
                                 {QStringLiteral("NodeId"), QString::number(23020001 + nodes.size())},
                                 {QStringLiteral("NodeType"), type},
                                 {QStringLiteral("Role"), role},
                                 {QStringLiteral("ZoneId"), zone},
                                 {QStringLiteral("CurrentMinorVersion"), version},
                                 {QStringLiteral("IsLatestVersion"), latest ? 1 : 0},
                                 {QStringLiteral("CustinsId"), QString::number(56120001 + shard)},
                                 {QStringLiteral("CurrentBandWidth"), 96},
                                 {QStringLiteral("DefaultBandWidth"), 96},
                                 {QStringLiteral("IsOpenBandWidthService"), true}});
    };
    const Zones zones = zonesAt(instance, now);
    if (proxies) {
        for (int i = 0; i < instance.proxyCount(); ++i) {
            const MinorVersion version = World::proxyAt(instance, i, now);
            add(instance.id + QStringLiteral("-proxy-%1").arg(i), QStringLiteral("proxy"),
                QStringLiteral("master"), zones.master, version.text(),
                world.newerThan(instance.proxyLine, version).isEmpty(), i);
        }
        return nodes;
    }
    const MinorVersion master = World::kernelAt(instance, now);
    MinorVersion replica = master;
    for (const UpgradeJob &job : instance.jobs) {
        const JobState state = stateAt(job, now);
        if (job.kind == UpgradeJob::Kind::Kernel && state.replicasDone && !state.switched)
            replica = MinorVersion::parse(job.to);
    }
    const auto raw = [&](const MinorVersion &version) {
        return QString(instance.line + u'_' + version.text());
    };
    const auto latest = [&](const MinorVersion &version) {
        return world.newerThan(instance.line, version).isEmpty();
    };
    const bool standard = instance.isStandard();
    const QString type = standard ? QStringLiteral("normal") : QStringLiteral("db");
    for (int shard = 0; shard < (standard ? 1 : std::max(1, instance.shards)); ++shard) {
        const QString name = standard ? instance.id : instance.id + QStringLiteral("-db-%1").arg(shard);
        add(name, type, QStringLiteral("master"), zones.master, raw(master), latest(master), shard);
        if (!instance.isSingle())
            add(name, type, QStringLiteral("slave"), zones.replica, raw(replica), latest(replica), shard);
    }
    for (int i = 0; i < std::max(0, instance.readOnly); ++i) {
        add(instance.id + QStringLiteral("-db-%1").arg(i + 1), type, QStringLiteral("slave"), zones.master,
            raw(replica), latest(replica), i + 1);
        QJsonObject node = nodes.takeAt(nodes.size() - 1).toObject();
        node.insert(QStringLiteral("InsType"), 3);
        nodes.append(node);
    }
    return nodes;
}

QJsonObject regionShape(const PracticeRegion &region, bool english, const QString &endpoint)
{
    return {{QStringLiteral("RegionId"), region.id},
            {QStringLiteral("LocalName"), english ? region.nameEn : region.nameZh},
            {QStringLiteral("RegionEndpoint"), endpoint},
            {QStringLiteral("ZoneIds"), region.zones.join(u',')},
            {QStringLiteral("ZoneIdList"),
             QJsonObject{{QStringLiteral("ZoneId"), QJsonArray::fromStringList(region.zones)}}}};
}

} // namespace uplift::practice
