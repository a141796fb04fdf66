// SPDX-License-Identifier: GPL-3.0-or-later
#include "impact/editiontext.h"
#include "impact/instances.h"

#include <QTest>

using namespace uplift;
using namespace uplift::impact;

Q_DECLARE_METATYPE(Instance)

class EditionTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void eachEditionHasItsGroupAndWords_data();
    void eachEditionHasItsGroupAndWords();
    void zonesAreReadFromThreeFields_data();
    void zonesAreReadFromThreeFields();
    void whatIsLeftOutIsReadFromTheRest_data();
    void whatIsLeftOutIsReadFromTheRest();
    void proxiesAreReadFromClassAndVersion();
};

void EditionTest::eachEditionHasItsGroupAndWords_data()
{
    QTest::addColumn<Instance>("instance");
    QTest::addColumn<Group>("group");
    QTest::addColumn<QString>("head");
    QTest::addColumn<QString>("size");
    const auto row = [](const char *name, const Instance &instance, Group group, const char *head,
                        const char *size) {
        QTest::newRow(name) << instance << group << QString::fromUtf8(head) << QString::fromUtf8(size);
    };
    row("classic cluster", instances::cluster(), Group::Cluster, "Cluster, 1 zone", "4 shards · 1 zone");
    row("classic read/write splitting", instances::readWriteSplitting(), Group::ReadWriteSplitting,
        "Read/write splitting, 1 zone", "1 + 3 replicas · 1 zone");
    row("classic standard, two nodes", instances::standardTwoNodes(), Group::StandardTwoNodes,
        "Standard, 1 zone", "2 nodes · 1 zone");
    row("classic standard, one node", instances::standardOneNode(), Group::StandardOneNode,
        "Standard, 1 node", "1 node · 1 zone");
    row("two zones", instances::doubleZone(), Group::StandardTwoNodes, "Standard, 2 zones",
        "2 nodes · 2 zones");
    row("cloud-native standard", instances::cloudNativeStandard(), Group::StandardTwoNodes,
        "Standard, 1 zone", "2 nodes · 1 zone");
    row("cloud-native single", instances::cloudNativeSingle(), Group::StandardOneNode, "Standard, 1 node",
        "1 node · 1 zone");
    row("Tair cluster", instances::cloudNativeCluster(), Group::Cluster, "Tair cluster, 2 zones",
        "3 shards · 2 zones");
    row("Tair persistent memory", instances::persistentMemory(), Group::StandardTwoNodes,
        "Tair standard, 1 zone", "2 nodes · 1 zone");
    row("Tair classic, distributed", instances::distributedChild(), Group::StandardTwoNodes,
        "Tair standard, 1 zone", "2 nodes · 1 zone");
    row("Memcache", instances::memcache(), Group::Memcache, "Memcache, 1 zone", "2 nodes · 1 zone");
    row("nothing known", {}, Group::Unclear, "Unknown edition", "");
    Instance virtualClass = instances::cloudNativeCluster();
    virtualClass.instanceType = QStringLiteral("Redis");
    virtualClass.instanceClass = QStringLiteral("redis.cluster.sharding.common.ce");
    virtualClass.realInstanceClass = QStringLiteral("redis.shard.small.ce");
    virtualClass.shardCount = 1;
    row("cloud-native cluster, virtual class", virtualClass, Group::Cluster, "Cluster, 2 zones",
        "1 shard · 2 zones");
}

void EditionTest::eachEditionHasItsGroupAndWords()
{
    QFETCH(Instance, instance);
    const Edition edition = editionOf(instance, nullptr);
    QTEST(edition.group, "group");
    QTEST(editionHead(edition), "head");
    QTEST(editionSize(edition), "size");
}

void EditionTest::zonesAreReadFromThreeFields_data()
{
    QTest::addColumn<QString>("zoneType");
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QString>("secondary");
    QTest::addColumn<ZoneCount>("zones");
    const auto row = [](const char *name, const char *type, const char *zone, const char *secondary,
                        ZoneCount zones) {
        QTest::newRow(name) << QString::fromLatin1(type) << QString::fromLatin1(zone)
                            << QString::fromLatin1(secondary) << zones;
    };
    row("ZoneType doublezone", "doublezone", "cn-hangzhou-h", "", ZoneCount::Two);
    row("SecondaryZoneId", "", "cn-hangzhou-h", "cn-hangzhou-g", ZoneCount::Two);
    row("SecondaryZoneId beside singlezone", "singlezone", "cn-hangzhou-h", "cn-hangzhou-g", ZoneCount::Two);
    row("ZoneId of several", "", "cn-hangzhou-MAZ10(h,i)", "", ZoneCount::Two);
    row("ZoneId of several without letters", "", "cn-hangzhou-MAZ10", "", ZoneCount::Two);
    row("ZoneType singlezone", "singlezone", "", "", ZoneCount::One);
    row("ZoneId alone, as in the list", "", "cn-hangzhou-h", "", ZoneCount::One);
    row("nothing", "", "", "", ZoneCount::Unknown);
    row("ZoneType unknown", "triplezone", "cn-hangzhou-h", "", ZoneCount::Unknown);
}

void EditionTest::zonesAreReadFromThreeFields()
{
    QFETCH(QString, zoneType);
    QFETCH(QString, zone);
    QFETCH(QString, secondary);
    Instance instance = instances::standardTwoNodes();
    instance.zoneType = zoneType;
    instance.zone = zone;
    instance.secondaryZone = secondary;
    const Edition edition = editionOf(instance, nullptr);
    QTEST(edition.zones, "zones");
    QCOMPARE(edition.group, Group::StandardTwoNodes);
}

void EditionTest::whatIsLeftOutIsReadFromTheRest_data()
{
    QTest::addColumn<Instance>("instance");
    QTest::addColumn<Group>("group");
    QTest::addColumn<Deployment>("deployment");
    const auto row = [](const char *name, Instance instance, const char *absent, Group group,
                        Deployment deployment) {
        const QList<QByteArray> fields = QByteArray(absent).split(' ');
        if (fields.contains("ArchitectureType"))
            instance.architectureType.clear();
        if (fields.contains("NodeType"))
            instance.nodeType.clear();
        if (fields.contains("ComputingType"))
            instance.computingType.clear();
        if (fields.contains("ReplicationMode"))
            instance.replicationMode.clear();
        if (fields.contains("InstanceClass"))
            instance.instanceClass.clear();
        QTest::newRow(name) << instance << group << deployment;
    };
    using namespace instances;
    row("cluster by class", cluster(), "ArchitectureType NodeType ComputingType ReplicationMode",
        Group::Cluster, Deployment::Classic);
    Instance shards = cloudNativeCluster();
    shards.instanceClass.clear();
    shards.realInstanceClass.clear();
    row("cluster by ShardCount", shards, "ArchitectureType ReplicationMode", Group::Cluster,
        Deployment::CloudNative);
    row("splitting by class", readWriteSplitting(), "ArchitectureType ReplicationMode",
        Group::ReadWriteSplitting, Deployment::Classic);
    row("standard by class", standardTwoNodes(), "ArchitectureType NodeType ComputingType ReplicationMode",
        Group::StandardTwoNodes, Deployment::Classic);
    row("standard by ReplicationMode", standardTwoNodes(), "ArchitectureType InstanceClass",
        Group::StandardTwoNodes, Deployment::Classic);
    row("one node by class", standardOneNode(), "NodeType ComputingType", Group::StandardOneNode,
        Deployment::Classic);
    row("two nodes by ReplicaCount", cloudNativeStandard(), "NodeType", Group::StandardTwoNodes,
        Deployment::CloudNative);
    row("two nodes by zones", doubleZone(), "NodeType InstanceClass", Group::StandardTwoNodes,
        Deployment::Classic);
    row("cloud-native class, else standard", cloudNativeStandard(),
        "ArchitectureType ReplicationMode ComputingType", Group::StandardTwoNodes, Deployment::CloudNative);
}

void EditionTest::whatIsLeftOutIsReadFromTheRest()
{
    QFETCH(Instance, instance);
    const Edition edition = editionOf(instance, nullptr);
    QTEST(edition.group, "group");
    QTEST(edition.deployment, "deployment");
    QVERIFY(edition.doubts.isEmpty());
}

void EditionTest::proxiesAreReadFromClassAndVersion()
{
    EngineVersion version;
    version.proxyCurrent = MinorVersion::parse(QStringLiteral("6.8.15"));
    QCOMPARE(editionOf(instances::cluster(), nullptr).proxy, std::optional<bool>(true));
    QCOMPARE(editionOf(instances::standardTwoNodes(), nullptr).proxy, std::optional<bool>(false));
    Instance direct = instances::cloudNativeCluster();
    direct.instanceClass = QStringLiteral("tair.rdb.1g");
    direct.realInstanceClass.clear();
    QCOMPARE(editionOf(direct, nullptr).proxy, std::optional<bool>(false));
    QCOMPARE(editionOf(direct, &version).proxy, std::optional<bool>(true));
    Instance old = instances::cluster();
    old.instanceClass = QStringLiteral("redis.sharding.small.default");
    QCOMPARE(editionOf(old, nullptr).proxy, std::optional<bool>());
    QCOMPARE(editionOf(old, &version).proxy, std::optional<bool>(true));
}

QTEST_GUILESS_MAIN(EditionTest)
#include "tst_edition.moc"
