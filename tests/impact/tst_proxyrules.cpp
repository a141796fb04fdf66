// SPDX-License-Identifier: GPL-3.0-or-later
#include "impact/instances.h"
#include "impact/rules.h"

#include <QRegularExpression>
#include <QTest>

using namespace uplift;
using namespace uplift::impact;

Q_DECLARE_METATYPE(Instance)

using Spoil = std::function<void(Instance &)>;

namespace {

EngineVersion proxyVersion(const char *text)
{
    EngineVersion version;
    version.proxyCurrent = MinorVersion::parse(QString::fromLatin1(text));
    return version;
}

QStringList keysOf(const Impact &impact)
{
    QStringList keys;
    for (const SideEffect &effect : impact.sideEffects)
        keys += effect.key;
    return keys;
}

} // namespace

/// What an upgrade of the proxies is documented to do.
class ProxyRulesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void eachDeploymentGetsItsWay_data();
    void eachDeploymentGetsItsWay();
    void theHarsherDocumentIsTold();
    void whatIsUnclearGivesTheWorstCaseAndSaysWhy_data();
    void whatIsUnclearGivesTheWorstCaseAndSaysWhy();
    void whatConcernsOtherPartsDoesNotMatter_data();
    void whatConcernsOtherPartsDoesNotMatter();
    void aProxyOfVersion7IsNoClassicOne();
    void anInstanceWithoutProxiesIsTold_data();
    void anInstanceWithoutProxiesIsTold();
    void noBoundIsInvented();
    void sourcesCarryTitleAndDate();

private:
    std::optional<ImpactTable> m_table;
};

void ProxyRulesTest::initTestCase()
{
    auto table = ImpactTable::fromResource();
    QVERIFY2(table, qPrintable(table ? QString() : table.error().message));
    m_table = *table;
}

void ProxyRulesTest::eachDeploymentGetsItsWay_data()
{
    QTest::addColumn<Instance>("instance");
    QTest::addColumn<bool>("hot");
    QTest::newRow("cluster, ComputingType Machine") << instances::cluster() << true;
    QTest::newRow("rwsplit, ComputingType Machine") << instances::readWriteSplitting() << true;
    QTest::newRow("cluster, ComputingType Ecs") << instances::cloudNativeCluster() << false;
    Instance byClass = instances::cluster();
    byClass.computingType.clear();
    QTest::newRow("ComputingType absent, a classic class") << byClass << true;
    byClass = instances::cloudNativeCluster();
    byClass.computingType.clear();
    QTest::newRow("ComputingType absent, a cloud-native class") << byClass << false;
}

void ProxyRulesTest::eachDeploymentGetsItsWay()
{
    QFETCH(Instance, instance);
    QFETCH(bool, hot);
    const EngineVersion version = proxyVersion("6.6.0");
    const Impact impact = expectedProxyImpact(instance, &version, *m_table);
    QCOMPARE(impact.how, hot ? How::Hot : How::RollingRestart);
    QVERIFY2(impact.description.english.startsWith(
                 hot ? QLatin1String("The proxies are upgraded hot: connections survive")
                     : QLatin1String("The proxies restart one after another, and every connection drops.")),
             qPrintable(impact.description.english));
    QVERIFY(impact.reasons.isEmpty());
    QVERIFY(impact.fields.isEmpty());
    QCOMPARE(keysOf(impact).join(u' '), QStringLiteral("blocking transactions pubsub direct"));
    QCOMPARE(impact.recommendation.english,
             QStringLiteral("Choose off-peak hours. Use clients that reconnect by themselves."));
    QVERIFY(impact.specification.english.contains(QLatin1String("2019")));
}

void ProxyRulesTest::theHarsherDocumentIsTold()
{
    const Impact restart = expectedProxyImpact(instances::cloudNativeCluster(), nullptr, *m_table);
    QVERIFY(restart.newer);
    QVERIFY2(restart.newer->english.contains(QLatin1String("Since about 2025 cloud-native ones restart")),
             qPrintable(restart.newer->english));
    const Impact hot = expectedProxyImpact(instances::cluster(), nullptr, *m_table);
    QVERIFY(hot.newer);
    QVERIFY2(hot.newer->english.contains(QLatin1String("the connection is interrupted")),
             qPrintable(hot.newer->english));
}

void ProxyRulesTest::whatIsUnclearGivesTheWorstCaseAndSaysWhy_data()
{
    QTest::addColumn<Instance>("instance");
    QTest::addColumn<QString>("fields");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *name, Instance instance, const char *fields, const char *reason,
                        const Spoil &spoil) {
        spoil(instance);
        QTest::newRow(name) << instance << QString::fromLatin1(fields) << QString::fromUtf8(reason);
    };
    using namespace instances;
    row("ComputingType Ecs, InstanceClass classic", cluster(), "ComputingType InstanceClass",
        "ComputingType says “Ecs”, InstanceClass says “redis.logic.sharding.2g.4db.0rodb.4proxy.default”: "
        "both "
        "cannot be true.",
        [](Instance &i) { i.computingType = QStringLiteral("Ecs"); });
    row("ArchitectureType rwsplit, InstanceClass of a cluster", readWriteSplitting(),
        "ArchitectureType InstanceClass",
        "ArchitectureType says “rwsplit”, InstanceClass says "
        "“redis.logic.sharding.2g.4db.0rodb.4proxy.default”: "
        "both cannot be true.",
        [](Instance &i) {
            i.instanceClass = QStringLiteral("redis.logic.sharding.2g.4db.0rodb.4proxy.default");
        });
    row("ComputingType with another word", cluster(), "ComputingType",
        "ComputingType says “Lambda”, which no document lists.",
        [](Instance &i) { i.computingType = QStringLiteral("Lambda"); });
    row("ComputingType and InstanceClass absent", cluster(), "ComputingType",
        "ComputingType is missing, so it is not known how its proxies would be upgraded. The harsher way is "
        "shown.",
        [](Instance &i) {
            i.computingType.clear();
            i.instanceClass.clear();
        });
    row("nothing known", {}, "ComputingType",
        "ComputingType is missing, so it is not known how its proxies would be upgraded. The harsher way is "
        "shown.",
        [](Instance &) {});
}

void ProxyRulesTest::whatIsUnclearGivesTheWorstCaseAndSaysWhy()
{
    QFETCH(Instance, instance);
    QFETCH(QString, fields);
    QFETCH(QString, reason);
    const Impact impact = expectedProxyImpact(instance, nullptr, *m_table);
    QCOMPARE(impact.how, How::RollingRestart);
    QVERIFY2(
        impact.description.english.startsWith(QLatin1String("The worst case is shown: the proxies restart")),
        qPrintable(impact.description.english));
    QCOMPARE(impact.fields.join(u' '), fields);
    QCOMPARE(impact.reasons.size(), 1);
    QCOMPARE(impact.reasons[0].english, reason);
    QVERIFY(!impact.reasons[0].chinese.contains(u'{'));
}

void ProxyRulesTest::whatConcernsOtherPartsDoesNotMatter_data()
{
    QTest::addColumn<Instance>("instance");
    const auto row = [](const char *name, const Spoil &spoil) {
        Instance instance = instances::cluster();
        spoil(instance);
        QTest::newRow(name) << instance;
    };
    row("InstanceType with another word", [](Instance &i) { i.instanceType = QStringLiteral("Valkey"); });
    row("NodeType absent", [](Instance &i) { i.nodeType.clear(); });
}

void ProxyRulesTest::whatConcernsOtherPartsDoesNotMatter()
{
    QFETCH(Instance, instance);
    const Impact impact = expectedProxyImpact(instance, nullptr, *m_table);
    QCOMPARE(impact.how, How::Hot);
    QVERIFY(impact.reasons.isEmpty());
}

void ProxyRulesTest::aProxyOfVersion7IsNoClassicOne()
{
    const EngineVersion seven = proxyVersion("7.0.3");
    const Impact impact = expectedProxyImpact(instances::cluster(), &seven, *m_table);
    QCOMPARE(impact.how, How::RollingRestart);
    QCOMPARE(impact.reasons.size(), 1);
    QCOMPARE(
        impact.reasons[0].english,
        QStringLiteral("ComputingType says “Machine”, ProxyMinorVersion says “7.0.3”: both cannot be true."));
    QVERIFY(expectedProxyImpact(instances::cloudNativeCluster(), &seven, *m_table).reasons.isEmpty());
    const EngineVersion six = proxyVersion("6.8.15");
    QCOMPARE(expectedProxyImpact(instances::cluster(), &six, *m_table).how, How::Hot);
}

void ProxyRulesTest::anInstanceWithoutProxiesIsTold_data()
{
    QTest::addColumn<Instance>("instance");
    QTest::newRow("standard") << instances::standardTwoNodes();
    Instance direct = instances::cloudNativeCluster();
    direct.instanceClass = QStringLiteral("tair.rdb.1g");
    direct.realInstanceClass.clear();
    QTest::newRow("cluster in direct mode") << direct;
}

void ProxyRulesTest::anInstanceWithoutProxiesIsTold()
{
    QFETCH(Instance, instance);
    const Impact impact = expectedProxyImpact(instance, nullptr, *m_table);
    QVERIFY(!impact.reasons.isEmpty());
    QCOMPARE(impact.reasons[0].english,
             QStringLiteral("By its fields this instance has no proxies, so there is nothing to upgrade."));
    QCOMPARE(impact.how, How::RollingRestart);
}

void ProxyRulesTest::noBoundIsInvented()
{
    for (const Instance &instance : {instances::cluster(), instances::cloudNativeCluster(), Instance()}) {
        const Impact impact = expectedProxyImpact(instance, nullptr, *m_table);
        QVERIFY(!impact.disconnection);
        QVERIFY(!impact.readOnly);
        QVERIFY(!impact.effectiveWithin);
        QVERIFY(!impact.noneStated);
    }
}

void ProxyRulesTest::sourcesCarryTitleAndDate()
{
    for (const Instance &instance : {instances::cluster(), instances::cloudNativeCluster(), Instance()}) {
        const Impact impact = expectedProxyImpact(instance, nullptr, *m_table);
        QStringList dates;
        for (const Source &source : impact.sources) {
            QVERIFY(!source.title.isEmpty());
            QVERIFY(!source.statement.english.isEmpty());
            dates += source.date;
        }
        QCOMPARE(dates.join(QStringLiteral(", ")),
                 QStringLiteral("Nov 2024, Nov 2025, Aug 2026, Mar 2026, Jan 2026"));
    }
}

QTEST_GUILESS_MAIN(ProxyRulesTest)
#include "tst_proxyrules.moc"
