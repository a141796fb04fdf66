// SPDX-License-Identifier: GPL-3.0-or-later
#include "impact/classname.h"

#include <QTest>

using namespace uplift;
using namespace uplift::impact;

class ClassNameTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void eachDocumentedPatternIsRead_data();
    void eachDocumentedPatternIsRead();
    void sizesComeFromTheName();
    void otherNamesSayWhatTheirPartsSay_data();
    void otherNamesSayWhatTheirPartsSay();
};

Q_DECLARE_METATYPE(ClassFacts)

void ClassNameTest::eachDocumentedPatternIsRead_data()
{
    QTest::addColumn<Family>("family");
    QTest::addColumn<Architecture>("architecture");
    QTest::addColumn<Deployment>("deployment");
    QTest::addColumn<NodeCount>("nodes");
    QTest::addColumn<Medium>("medium");
    QTest::addColumn<int>("proxy"); // 1 yes, 0 no, -1 not said
    const auto row = [](const char *name, Family family, Architecture architecture, Deployment deployment,
                        NodeCount nodes, int proxy, Medium medium = Medium::Memory) {
        QTest::newRow(name) << family << architecture << deployment << nodes << medium << proxy;
    };
    using A = Architecture;
    using D = Deployment;
    using N = NodeCount;
    for (const char *size : {"micro", "small", "mid", "stand", "large", "2xlarge", "4xlarge", "8xlarge"})
        row(("redis.master." + QByteArray(size) + ".default").constData(), Family::Redis, A::Standard,
            D::Classic, N::TwoOrMore, 0);
    row("redis.master.large.special1x", Family::Redis, A::Standard, D::Classic, N::TwoOrMore, 0);
    row("redis.master.large.special2x", Family::Redis, A::Standard, D::Classic, N::TwoOrMore, 0);
    row("redis.basic.small.default", Family::Redis, A::Standard, D::Classic, N::One, 0);
    row("redis.logic.sharding.2g.4db.0rodb.4proxy.default", Family::Redis, A::Cluster, D::Classic,
        N::TwoOrMore, 1);
    row("redis.sharding.small.default", Family::Redis, A::Cluster, D::Classic, N::TwoOrMore, -1);
    row("redis.sharding.basic.small.default", Family::Redis, A::Cluster, D::Classic, N::One, -1);
    row("redis.logic.splitrw.small.1db.3rodb.4proxy.default", Family::Redis, A::ReadWriteSplitting,
        D::Classic, N::TwoOrMore, 1);
    row("redis.amber.master.small.multithread", Family::Tair, A::Standard, D::Classic, N::TwoOrMore, 0);
    row("redis.amber.logic.sharding.2g.2db.0rodb.6proxy.multithread", Family::Tair, A::Cluster, D::Classic,
        N::TwoOrMore, 1);
    row("redis.amber.logic.splitrw.small.1db.5rodb.6proxy.multithread", Family::Tair, A::ReadWriteSplitting,
        D::Classic, N::TwoOrMore, 1);
    row("redis.shard.small.ce", Family::Redis, A::Unknown, D::CloudNative, N::Unknown, 0);
    row("redis.shard.small.2.ce", Family::Redis, A::Unknown, D::CloudNative, N::Unknown, 0);
    row("redis.shard.with.proxy.small.ce", Family::Redis, A::Unknown, D::CloudNative, N::Unknown, 1);
    row("redis.cluster.sharding.common.ce", Family::Redis, A::Cluster, D::CloudNative, N::Unknown, -1);
    row("tair.rdb.1g", Family::Tair, A::Unknown, D::CloudNative, N::Unknown, 0);
    row("tair.rdb.with.proxy.1g", Family::Tair, A::Unknown, D::CloudNative, N::Unknown, 1);
    row("tair.scm.standard.4m.32d", Family::Tair, A::Unknown, D::CloudNative, N::Unknown, 0,
        Medium::PersistentMemory);
    row("tair.scm.with.proxy.4m.32d", Family::Tair, A::Unknown, D::CloudNative, N::Unknown, 1,
        Medium::PersistentMemory);
    row("tair.essd.standard.xlarge", Family::Tair, A::Unknown, D::CloudNative, N::Unknown, 0, Medium::Disk);
    row("memcache.master.small.default", Family::Memcache, A::Standard, D::Classic, N::TwoOrMore, 0);
    row("memcache.sharding.small.default", Family::Memcache, A::Cluster, D::Classic, N::TwoOrMore, -1);
}

void ClassNameTest::eachDocumentedPatternIsRead()
{
    QFETCH(int, proxy);
    const ClassFacts facts = classFacts(QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(facts.known);
    QTEST(facts.family, "family");
    QTEST(facts.architecture, "architecture");
    QTEST(facts.deployment, "deployment");
    QTEST(facts.nodes, "nodes");
    QTEST(facts.medium, "medium");
    QCOMPARE(facts.proxy, proxy < 0 ? std::nullopt : std::optional<bool>(proxy == 1));
}

void ClassNameTest::sizesComeFromTheName()
{
    const ClassFacts cluster =
        classFacts(QStringLiteral("redis.logic.sharding.2g.16db.0rodb.8proxy.default"));
    QCOMPARE(cluster.shards, std::optional<int>(16));
    QCOMPARE(cluster.readReplicas, std::optional<int>(0));
    const ClassFacts split = classFacts(QStringLiteral("redis.logic.splitrw.small.1db.3rodb.0proxy.default"));
    QCOMPARE(split.readReplicas, std::optional<int>(3));
    QCOMPARE(split.proxy, std::optional<bool>(false));
    QVERIFY(!classFacts(QStringLiteral("redis.sharding.small.default")).shards);
    QVERIFY(!classFacts(QStringLiteral("redis.logic.sharding.2g.99999999999db.0rodb.8proxy.default")).shards);
}

void ClassNameTest::otherNamesSayWhatTheirPartsSay_data()
{
    QTest::addColumn<Architecture>("architecture");
    QTest::addColumn<Deployment>("deployment");
    QTest::addColumn<NodeCount>("nodes");
    QTest::newRow("") << Architecture::Unknown << Deployment::Unknown << NodeCount::Unknown;
    QTest::newRow("nonsense") << Architecture::Unknown << Deployment::Unknown << NodeCount::Unknown;
    QTest::newRow("redis.amber.sharding.small.new")
        << Architecture::Cluster << Deployment::Classic << NodeCount::Unknown;
    QTest::newRow("redis.new.splitrw.small")
        << Architecture::ReadWriteSplitting << Deployment::Unknown << NodeCount::Unknown;
    QTest::newRow("redis.amber.basic.small")
        << Architecture::Unknown << Deployment::Classic << NodeCount::One;
    QTest::newRow("redis.node.small.ce")
        << Architecture::Unknown << Deployment::CloudNative << NodeCount::Unknown;
    QTest::newRow("tair.new.1g") << Architecture::Unknown << Deployment::CloudNative << NodeCount::Unknown;
}

void ClassNameTest::otherNamesSayWhatTheirPartsSay()
{
    const ClassFacts facts = classFacts(QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(!facts.known);
    QTEST(facts.architecture, "architecture");
    QTEST(facts.deployment, "deployment");
    QTEST(facts.nodes, "nodes");
}

QTEST_GUILESS_MAIN(ClassNameTest)
#include "tst_classname.moc"
