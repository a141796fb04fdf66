// SPDX-License-Identifier: GPL-3.0-or-later
#include "impact/instances.h"
#include "impact/rules.h"

#include <QRegularExpression>
#include <QTest>

using namespace uplift;
using namespace uplift::impact;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(Instance)

using Spoil = std::function<void(Instance &)>;

namespace {

const char migration[] =
    "The data is copied to new servers while this instance goes on serving. Then the address moves: "
    "connections break, and writes fail while it is read-only.";
const char migrationZh[] =
    "数据先复制到新服务器，期间实例照常服务；随后切换地址：连接会断开，只读期间写入会失败。";
const char inPlace[] =
    "Upgraded on its own server, effective within 5 min. A 2019 document states no impact; newer ones no "
    "longer do. If that server lacks resources: as a migration, at most 30 s disconnected and 60 s "
    "read-only.";
const char inPlaceZh[] = "在原服务器升级，5 分钟内生效。2019 "
                         "年的文档称无影响，新文档已不再承诺。若原服务器资源不足，则按迁移处理：闪断不超"
                         "过 30 秒，只读不超过 60 秒。";

QStringList keysOf(const Impact &impact)
{
    QStringList keys;
    for (const SideEffect &effect : impact.sideEffects)
        keys += effect.key;
    return keys;
}

QString textOf(const Impact &impact, const char *key)
{
    for (const SideEffect &effect : impact.sideEffects) {
        if (effect.key == QLatin1String(key))
            return effect.text.english;
    }
    return {};
}

QStringList words(const char *list) { return QString::fromLatin1(list).split(u' ', Qt::SkipEmptyParts); }

} // namespace

class RulesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void eachGroupGetsItsStatedImpact_data();
    void eachGroupGetsItsStatedImpact();
    void aContradictionGivesTheWorstCaseAndNamesItsFields_data();
    void aContradictionGivesTheWorstCaseAndNamesItsFields();
    void aMissingFieldGivesTheWorstCaseAndIsNamed_data();
    void aMissingFieldGivesTheWorstCaseAndIsNamed();
    void aStandardInstanceWithAProxyContradictsItself();
    void theReasonQuotesTheFieldsWords();
    void foreignTextStaysOneShortLine();
    void aSingleNodeIsPromisedNothingByNewDocuments();
    void memcacheIsOutsideTheGroups();
    void whatElseBreaksIsListed_data();
    void whatElseBreaksIsListed();
    void proxiesBreakByTheirDeployment();
    void sourcesCarryTitleAndDate();

private:
    [[nodiscard]] Impact impactOf(const Instance &instance) const
    {
        return expectedImpact(instance, nullptr, *m_table);
    }
    std::optional<ImpactTable> m_table;
};

void RulesTest::initTestCase()
{
    auto table = ImpactTable::fromResource();
    QVERIFY2(table, qPrintable(table ? QString() : table.error().message));
    m_table = *table;
}

void RulesTest::eachGroupGetsItsStatedImpact_data()
{
    QTest::addColumn<Instance>("instance");
    QTest::addColumn<Group>("group");
    QTest::addColumn<bool>("moved");
    QTest::addColumn<QString>("specification");
    const auto row = [](const char *name, const Instance &instance, Group group, bool moved,
                        const char *specification) {
        QTest::newRow(name) << instance << group << moved << QString::fromUtf8(specification);
    };
    row("ArchitectureType cluster", instances::cluster(), Group::Cluster, true,
        "The specification (2019). Cluster: moved");
    row("ArchitectureType cluster, cloud-native", instances::cloudNativeCluster(), Group::Cluster, true,
        "The specification (2019). Cluster: moved");
    Instance singleNodes = instances::cluster();
    singleNodes.instanceClass = QStringLiteral("redis.sharding.basic.small.default");
    singleNodes.nodeType = QStringLiteral("single");
    row("ArchitectureType cluster, NodeType single", singleNodes, Group::Cluster, true,
        "The specification (2019). Cluster: moved");
    row("ArchitectureType rwsplit", instances::readWriteSplitting(), Group::ReadWriteSplitting, true,
        "The specification (2019). Read/write splitting: moved");
    row("ArchitectureType standard, NodeType double", instances::standardTwoNodes(), Group::StandardTwoNodes,
        true, "The specification (2019). Standard with disaster recovery: moved");
    row("ArchitectureType standard, NodeType MASTER_SLAVE", instances::cloudNativeStandard(),
        Group::StandardTwoNodes, true, "The specification (2019). Standard with disaster recovery: moved");
    row("ArchitectureType standard, NodeType single", instances::standardOneNode(), Group::StandardOneNode,
        false,
        "The specification (2019). Standard without disaster recovery: upgraded on its own server within 5 "
        "min, without "
        "impact.");
    row("ArchitectureType standard, NodeType STAND_ALONE", instances::cloudNativeSingle(),
        Group::StandardOneNode, false,
        "The specification (2019). Standard without disaster recovery: upgraded on its own server within 5 "
        "min, without "
        "impact.");
}

void RulesTest::eachGroupGetsItsStatedImpact()
{
    QFETCH(Instance, instance);
    QFETCH(bool, moved);
    QFETCH(QString, specification);
    const Impact impact = impactOf(instance);
    QTEST(impact.group, "group");
    QCOMPARE(impact.how, moved ? How::Migration : How::InPlace);
    QCOMPARE(impact.disconnection, moved ? std::optional(30s) : std::nullopt);
    QCOMPARE(impact.readOnly, moved ? std::optional(60s) : std::nullopt);
    QCOMPARE(impact.effectiveWithin, moved ? std::nullopt : std::optional(5min));
    QCOMPARE(impact.noneStated, !moved);
    QCOMPARE(impact.description.english, QString::fromUtf8(moved ? migration : inPlace));
    QCOMPARE(impact.description.chinese, QString::fromUtf8(moved ? migrationZh : inPlaceZh));
    QVERIFY2(impact.specification.english.startsWith(specification),
             qPrintable(impact.specification.english));
    QCOMPARE(impact.newer.has_value(), !moved);
    QVERIFY(impact.reasons.isEmpty());
    QVERIFY(impact.fields.isEmpty());
    QCOMPARE(impact.recommendation.english,
             QStringLiteral("Choose off-peak hours. Use clients that reconnect by themselves."));
    QCOMPARE(impact.recommendation.chinese, QStringLiteral("请选择业务低峰期，并确保客户端能自动重连。"));
}

void RulesTest::aContradictionGivesTheWorstCaseAndNamesItsFields_data()
{
    QTest::addColumn<Instance>("instance");
    QTest::addColumn<QStringList>("fields");
    const auto row = [](const char *name, Instance instance, const char *fields, const Spoil &spoil) {
        spoil(instance);
        QTest::newRow(name) << instance << words(fields);
    };
    using namespace instances;
    row("ArchitectureType standard, InstanceClass of a cluster", standardTwoNodes(),
        "ArchitectureType InstanceClass", [](Instance &i) {
            i.instanceClass = QStringLiteral("redis.logic.sharding.2g.4db.0rodb.4proxy.default");
        });
    row("ArchitectureType cluster, InstanceClass of a single node", cluster(),
        "ArchitectureType InstanceClass ReplicationMode NodeType",
        [](Instance &i) { i.instanceClass = QStringLiteral("redis.basic.small.default"); });
    row("ArchitectureType rwsplit, InstanceClass of a cluster", readWriteSplitting(),
        "ArchitectureType InstanceClass", [](Instance &i) {
            i.instanceClass = QStringLiteral("redis.logic.sharding.2g.4db.0rodb.4proxy.default");
        });
    row("ArchitectureType cluster, InstanceClass of splitting", cluster(), "ArchitectureType InstanceClass",
        [](Instance &i) {
            i.instanceClass = QStringLiteral("redis.logic.splitrw.small.1db.3rodb.4proxy.default");
        });
    row("ArchitectureType standard, InstanceClass with proxy", cloudNativeStandard(),
        "ArchitectureType InstanceClass",
        [](Instance &i) { i.instanceClass = QStringLiteral("redis.shard.with.proxy.small.ce"); });
    row("ArchitectureType standard, RealInstanceClass with proxy", cloudNativeStandard(),
        "ArchitectureType RealInstanceClass",
        [](Instance &i) { i.realInstanceClass = QStringLiteral("redis.shard.with.proxy.small.ce"); });
    row("ArchitectureType standard, ReplicationMode cluster", standardTwoNodes(),
        "ArchitectureType ReplicationMode",
        [](Instance &i) { i.replicationMode = QStringLiteral("cluster"); });
    row("ArchitectureType standard, one node, ReplicationMode cluster", standardOneNode(),
        "ArchitectureType ReplicationMode",
        [](Instance &i) { i.replicationMode = QStringLiteral("cluster"); });
    row("ArchitectureType cluster, ReplicationMode master-slave", cluster(),
        "ArchitectureType ReplicationMode",
        [](Instance &i) { i.replicationMode = QStringLiteral("master-slave"); });
    row("ArchitectureType rwsplit, ReplicationMode master-slave", readWriteSplitting(),
        "ArchitectureType ReplicationMode",
        [](Instance &i) { i.replicationMode = QStringLiteral("master-slave"); });
    row("ArchitectureType standard, ShardCount 4", cloudNativeStandard(), "ArchitectureType ShardCount",
        [](Instance &i) { i.shardCount = 4; });
    row("ArchitectureType standard, one node, ShardCount 4", cloudNativeSingle(),
        "ArchitectureType ShardCount", [](Instance &i) { i.shardCount = 4; });
    row("ArchitectureType absent, InstanceClass standard, ShardCount 4", standardTwoNodes(),
        "InstanceClass ShardCount", [](Instance &i) {
            i.architectureType.clear();
            i.replicationMode.clear();
            i.shardCount = 4;
        });
    row("ArchitectureType absent, InstanceClass cluster, ReplicationMode master-slave", cluster(),
        "InstanceClass ReplicationMode", [](Instance &i) {
            i.architectureType.clear();
            i.replicationMode = QStringLiteral("master-slave");
        });
    row("NodeType single, InstanceClass of two nodes", standardTwoNodes(), "NodeType InstanceClass",
        [](Instance &i) { i.nodeType = QStringLiteral("single"); });
    row("NodeType double, InstanceClass of one node", standardOneNode(), "NodeType InstanceClass",
        [](Instance &i) { i.nodeType = QStringLiteral("double"); });
    row("NodeType STAND_ALONE, ReplicaCount 1", cloudNativeSingle(), "NodeType ReplicaCount",
        [](Instance &i) { i.replicaCount = 1; });
    row("NodeType STAND_ALONE, SlaveReplicaCount 1", cloudNativeSingle(), "NodeType SlaveReplicaCount",
        [](Instance &i) { i.secondaryReplicaCount = 1; });
    row("NodeType MASTER_SLAVE, ReplicaCount 0", cloudNativeStandard(), "NodeType ReplicaCount",
        [](Instance &i) { i.replicaCount = 0; });
    row("NodeType single, ZoneType doublezone", standardOneNode(), "NodeType ZoneType",
        [](Instance &i) { i.zoneType = QStringLiteral("doublezone"); });
    row("NodeType single, SecondaryZoneId", standardOneNode(), "NodeType SecondaryZoneId",
        [](Instance &i) { i.secondaryZone = QStringLiteral("cn-hangzhou-g"); });
    row("NodeType single, ZoneId of several", standardOneNode(), "NodeType ZoneId",
        [](Instance &i) { i.zone = QStringLiteral("cn-hangzhou-MAZ10(h,i)"); });
    row("ComputingType Ecs, InstanceClass classic", standardOneNode(), "ComputingType InstanceClass",
        [](Instance &i) { i.computingType = QStringLiteral("Ecs"); });
    row("ComputingType Machine, InstanceClass cloud-native", cloudNativeSingle(),
        "ComputingType InstanceClass", [](Instance &i) { i.computingType = QStringLiteral("Machine"); });
    row("ComputingType Machine, RealInstanceClass cloud-native", standardOneNode(),
        "ComputingType RealInstanceClass",
        [](Instance &i) { i.realInstanceClass = QStringLiteral("redis.shard.small.ce"); });
    row("InstanceType Redis, InstanceClass Memcache", standardTwoNodes(), "InstanceType InstanceClass",
        [](Instance &i) { i.instanceClass = QStringLiteral("memcache.master.small.default"); });
    row("InstanceType Memcache, InstanceClass Redis", standardTwoNodes(), "InstanceType InstanceClass",
        [](Instance &i) { i.instanceType = QStringLiteral("Memcache"); });
}

void RulesTest::aContradictionGivesTheWorstCaseAndNamesItsFields()
{
    QFETCH(Instance, instance);
    QFETCH(QStringList, fields);
    const Impact impact = impactOf(instance);
    QCOMPARE(impact.group, Group::Unclear);
    QCOMPARE(impact.how, How::Migration);
    QCOMPARE(impact.disconnection, std::optional(30s));
    QCOMPARE(impact.readOnly, std::optional(60s));
    QVERIFY(!impact.effectiveWithin);
    QCOMPARE(impact.fields.first(fields.size()), fields);
    const QString named = impact.fields.join(QStringLiteral(", "));
    QCOMPARE(impact.description.english,
             QStringLiteral("The service's fields contradict each other (%1). The worst case is shown.")
                 .arg(named));
    QCOMPARE(impact.description.chinese,
             QStringLiteral("服务端返回的字段相互矛盾（%1），此处按最坏情况显示。")
                 .arg(impact.fields.join(u'、')));
    QVERIFY(!impact.reasons.isEmpty());
    QVERIFY2(impact.reasons[0].english.startsWith(fields[0] + QStringLiteral(" says “")),
             qPrintable(impact.reasons[0].english));
    QVERIFY(impact.reasons[0].english.contains(fields[1] + QStringLiteral(" says “")));
    for (const LocalizedText &reason : impact.reasons)
        QVERIFY2(!reason.english.contains(u'{') && !reason.chinese.contains(u'{'),
                 qPrintable(reason.chinese));
    QVERIFY(!impact.recommendation.english.isEmpty());
}

void RulesTest::aMissingFieldGivesTheWorstCaseAndIsNamed_data()
{
    QTest::addColumn<Instance>("instance");
    QTest::addColumn<QStringList>("fields");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *name, Instance instance, const char *fields, const char *reason,
                        const Spoil &spoil) {
        spoil(instance);
        QTest::newRow(name) << instance << words(fields) << QString::fromUtf8(reason);
    };
    using namespace instances;
    row("all fields", {}, "ArchitectureType InstanceClass NodeType",
        "The service did not say whether this is a cluster: ArchitectureType, InstanceClass missing.",
        [](Instance &) {});
    row("ArchitectureType, InstanceClass, ReplicationMode", standardOneNode(),
        "ArchitectureType InstanceClass",
        "The service did not say whether this is a cluster: ArchitectureType, InstanceClass missing.",
        [](Instance &i) {
            i.architectureType.clear();
            i.instanceClass.clear();
            i.replicationMode.clear();
        });
    row("ArchitectureType, with a class nobody lists", standardOneNode(), "ArchitectureType",
        "The service did not say whether this is a cluster: ArchitectureType missing.", [](Instance &i) {
            i.architectureType.clear();
            i.instanceClass = QStringLiteral("redis.future.small");
            i.replicationMode.clear();
        });
    row("ArchitectureType, with proxies", cloudNativeCluster(), "ArchitectureType",
        "The service did not say whether this is a cluster: ArchitectureType missing.", [](Instance &i) {
            i.architectureType.clear();
            i.shardCount.reset();
        });
    row("NodeType and InstanceClass", standardOneNode(), "NodeType",
        "The service did not say whether this is one node or two: NodeType missing.", [](Instance &i) {
            i.nodeType.clear();
            i.instanceClass.clear();
        });
    row("NodeType, cloud-native without counts", cloudNativeSingle(), "NodeType",
        "The service did not say whether this is one node or two: NodeType missing.", [](Instance &i) {
            i.nodeType.clear();
            i.replicaCount.reset();
            i.secondaryReplicaCount.reset();
        });
    row("NodeType, ReplicaCount 0", cloudNativeSingle(), "NodeType",
        "NodeType is missing. ReplicaCount 0 hints at a single node; no document confirms it.",
        [](Instance &i) { i.nodeType.clear(); });
    row("ArchitectureType with another word", standardOneNode(), "ArchitectureType",
        "ArchitectureType says “hybrid”, which no document lists.",
        [](Instance &i) { i.architectureType = QStringLiteral("hybrid"); });
    row("NodeType with another word", standardOneNode(), "NodeType",
        "NodeType says “triple”, which no document lists.",
        [](Instance &i) { i.nodeType = QStringLiteral("triple"); });
    row("ComputingType with another word", standardOneNode(), "ComputingType",
        "ComputingType says “Lambda”, which no document lists.",
        [](Instance &i) { i.computingType = QStringLiteral("Lambda"); });
    row("InstanceType with another word", standardOneNode(), "InstanceType",
        "InstanceType says “Valkey”, which no document lists.",
        [](Instance &i) { i.instanceType = QStringLiteral("Valkey"); });
    row("one node of persistent memory", persistentMemory(), "InstanceClass",
        "The row for single nodes was written before there was persistent memory or disk (InstanceClass: "
        "“tair.scm.standard.4m.32d”).",
        [](Instance &i) {
            i.nodeType = QStringLiteral("STAND_ALONE");
            i.replicaCount = 0;
        });
}

void RulesTest::aMissingFieldGivesTheWorstCaseAndIsNamed()
{
    QFETCH(Instance, instance);
    QFETCH(QStringList, fields);
    QFETCH(QString, reason);
    const Impact impact = impactOf(instance);
    QCOMPARE(impact.group, Group::Unclear);
    QCOMPARE(impact.disconnection, std::optional(30s));
    QCOMPARE(impact.readOnly, std::optional(60s));
    QCOMPARE(impact.fields, fields);
    QCOMPARE(impact.reasons[0].english, reason);
    QVERIFY(!impact.reasons[0].chinese.contains(u'{'));
    QCOMPARE(impact.description.english,
             QStringLiteral("What decides the impact is missing or unknown (%1). The worst case is shown.")
                 .arg(fields.join(QStringLiteral(", "))));
}

void RulesTest::aStandardInstanceWithAProxyContradictsItself()
{
    EngineVersion version;
    version.proxyCurrent = MinorVersion::parse(QStringLiteral("6.8.15"));
    const Impact impact = expectedImpact(instances::standardOneNode(), &version, *m_table);
    QCOMPARE(impact.group, Group::Unclear);
    QVERIFY(impact.fields.contains(QLatin1String("ProxyMinorVersion")));
    QCOMPARE(impact.disconnection, std::optional(30s));
    version.proxyCurrent = {};
    QCOMPARE(expectedImpact(instances::standardOneNode(), &version, *m_table).group, Group::StandardOneNode);
}

void RulesTest::theReasonQuotesTheFieldsWords()
{
    Instance instance = instances::cloudNativeStandard();
    instance.shardCount = 8;
    const Impact impact = impactOf(instance);
    QCOMPARE(impact.reasons[0].english,
             QStringLiteral("ArchitectureType says “standard”, ShardCount says “8”: both cannot be true."));
    QCOMPARE(impact.reasons[0].chinese,
             QStringLiteral("ArchitectureType 为“standard”，ShardCount 为“8”，两者矛盾。"));
}

void RulesTest::foreignTextStaysOneShortLine()
{
    Instance instance = instances::standardOneNode();
    instance.architectureType = QStringLiteral("{fields}\n") + QChar(0x202e) + QString(500, u'x');
    const Impact impact = impactOf(instance);
    const QString reason = impact.reasons[0].english;
    QVERIFY2(reason.size() < 160, qPrintable(reason));
    QVERIFY(!reason.contains(u'\n'));
    QVERIFY(!reason.contains(QChar(0x202e)));
}

void RulesTest::aSingleNodeIsPromisedNothingByNewDocuments()
{
    const Impact impact = impactOf(instances::standardOneNode());
    QVERIFY(impact.newer);
    QVERIFY2(impact.newer->english.contains(QLatin1String("an interruption is possible")),
             qPrintable(impact.newer->english));
    QVERIFY(keysOf(impact).contains(QLatin1String("singleNode")));
}

void RulesTest::memcacheIsOutsideTheGroups()
{
    const Impact impact = impactOf(instances::memcache());
    QCOMPARE(impact.group, Group::Memcache);
    QCOMPARE(impact.how, How::Unstated);
    QCOMPARE(impact.disconnection, std::optional(30s));
    QCOMPARE(impact.readOnly, std::optional(60s));
    QCOMPARE(impact.fields, QStringList{QStringLiteral("InstanceType")});
    QCOMPARE(impact.reasons[0].english,
             QStringLiteral("InstanceType says “Memcache”, an edition no impact document describes."));
}

void RulesTest::whatElseBreaksIsListed_data()
{
    QTest::addColumn<Instance>("instance");
    QTest::addColumn<QStringList>("keys");
    const auto row = [](const char *name, const Instance &instance, const char *more) {
        QTest::newRow(name) << instance << words("blocking transactions pubsub") + words(more);
    };
    row("standard, two nodes", instances::standardTwoNodes(), "");
    row("standard, one node", instances::standardOneNode(), "singleNode");
    row("cluster with proxies", instances::cluster(), "proxy");
    row("splitting with proxies", instances::readWriteSplitting(), "proxy");
    row("child of a distributed instance", instances::distributedChild(), "distributed");
    row("persistent memory", instances::persistentMemory(), "medium");
    row("nothing known", {}, "proxy singleNode");
    Instance direct = instances::cloudNativeCluster();
    direct.instanceClass = QStringLiteral("tair.rdb.1g");
    direct.realInstanceClass.clear();
    row("cloud-native cluster in direct mode", direct, "");
}

void RulesTest::whatElseBreaksIsListed()
{
    QFETCH(Instance, instance);
    QFETCH(QStringList, keys);
    const Impact impact = impactOf(instance);
    QCOMPARE(keysOf(impact), keys);
    for (const SideEffect &effect : impact.sideEffects)
        QVERIFY2(!effect.text.english.isEmpty() && !effect.text.english.contains(u'{'),
                 qPrintable(effect.key));
    if (keys.contains(QLatin1String("distributed")))
        QVERIFY(textOf(impact, "distributed").contains(QLatin1String("gr-bp1fakeglobal01")));
}

void RulesTest::proxiesBreakByTheirDeployment()
{
    QVERIFY(textOf(impactOf(instances::cluster()), "proxy").contains(QLatin1String("connections survive")));
    QVERIFY(textOf(impactOf(instances::cloudNativeCluster()), "proxy")
                .contains(QLatin1String("every connection drops")));
    Instance unknown = instances::cluster();
    unknown.instanceClass.clear();
    unknown.computingType.clear();
    const Impact impact = impactOf(unknown);
    QCOMPARE(impact.group, Group::Cluster);
    QVERIFY(textOf(impact, "proxy").contains(QLatin1String("every connection may drop")));
    QCOMPARE(impact.fields, QStringList{QStringLiteral("ComputingType")});
    QCOMPARE(impact.reasons.size(), 1);
}

void RulesTest::sourcesCarryTitleAndDate()
{
    for (const Instance &instance :
         {instances::cluster(), instances::readWriteSplitting(), instances::standardTwoNodes(),
          instances::standardOneNode(), instances::memcache(), Instance()}) {
        const Impact impact = impactOf(instance);
        QVERIFY(impact.sources.size() >= 2);
        QCOMPARE(impact.sources[0].date, QStringLiteral("2019"));
        for (const Source &source : impact.sources) {
            QVERIFY(!source.title.isEmpty());
            QVERIFY2(source.date.contains(QRegularExpression(QStringLiteral("20[12]\\d"))),
                     qPrintable(source.date));
            QVERIFY(!source.statement.english.isEmpty());
        }
    }
    const auto dates = [this](const Instance &instance) {
        QStringList all;
        for (const Source &source : impactOf(instance).sources)
            all += source.date;
        return all;
    };
    for (const char *date : {"about 2022–23", "Nov 2024", "Aug 2026", "Oct 2026", "Mar 2026"})
        QVERIFY2(dates(instances::standardTwoNodes()).contains(QString::fromUtf8(date)), date);
    QVERIFY(dates(instances::cluster()).contains(QLatin1String("Jan 2026")));
}

QTEST_GUILESS_MAIN(RulesTest)
#include "tst_rules.moc"
