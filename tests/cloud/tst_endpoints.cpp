// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/endpoints.h"
#include "support/vectors.h"

#include <QSet>
#include <QTest>

using namespace uplift;
using namespace uplift::cloud;

/// Which host a call goes to, and which hosts nothing is ever signed for.
class EndpointsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void namedEndpointsAreTrustedWithinBounds_data();
    void namedEndpointsAreTrustedWithinBounds();
    void theSdkRuleAgreesWithTheVectors();
    void publicRegionsGoWhereTheSdkSendsThem();
    void vpcHostsAreNamedOutright();
    void stsIsAskedCentrally();
    void orchestrationIsAskedInItsRegion();
    void loopbackOriginsServeEveryProduct_data();
    void loopbackOriginsServeEveryProduct();
    void providersHostsServeTheirOwnProduct_data();
    void providersHostsServeTheirOwnProduct();
    void whatNamesNoRegionIsAskedInTheHomeRegion();
    void foreignOriginsAreRefused_data();
    void foreignOriginsAreRefused();
    void oddRegionsNeverReachAHostName_data();
    void oddRegionsNeverReachAHostName();
    void theTableIsCompleteAndBilingual();
};

void EndpointsTest::theSdkRuleAgreesWithTheVectors()
{
    const QJsonArray vectors = test::vectorList(QStringLiteral("endpoints.json"));
    QVERIFY(vectors.size() >= 40);
    for (const auto &vector : vectors) {
        const RegionId region{vector[QLatin1String("regionId")].toString()};
        const bool vpc = vector[QLatin1String("network")].toString() == QLatin1String("vpc");
        const QString host = sdkEndpoint(region, vpc ? SdkNetwork::Vpc : SdkNetwork::Public,
                                         vector[QLatin1String("override")].toString());
        QCOMPARE(host, vector[QLatin1String("endpoint")].toString());
    }
}

void EndpointsTest::publicRegionsGoWhereTheSdkSendsThem()
{
    const QJsonArray vectors = test::vectorList(QStringLiteral("endpoints.json"));
    int compared = 0;
    for (const auto &vector : vectors) {
        const bool isPublic = vector[QLatin1String("network")].toString() == QLatin1String("public");
        if (!isPublic || vector.toObject().contains(QLatin1String("override")))
            continue;
        const auto endpoint =
            endpointFor(Product::RKVStore, RegionId{vector[QLatin1String("regionId")].toString()}, {});
        QVERIFY(endpoint.has_value());
        QCOMPARE(QString::fromLatin1(endpoint->hostHeader()), vector[QLatin1String("endpoint")].toString());
        QCOMPARE(endpoint->scheme, QStringLiteral("https"));
        ++compared;
    }
    QVERIFY(compared >= 40);
    QCOMPARE(endpointFor(Product::RKVStore, {}, {})->host, QStringLiteral("r-kvstore.aliyuncs.com"));
}

void EndpointsTest::vpcHostsAreNamedOutright()
{
    EndpointRule vpc;
    vpc.kind = EndpointRule::Kind::Vpc;
    QCOMPARE(endpointFor(Product::RKVStore, RegionId{QStringLiteral("cn-hangzhou")}, vpc)->host,
             QStringLiteral("r-kvstore-vpc.cn-hangzhou.aliyuncs.com"));
    QCOMPARE(endpointFor(Product::Sts, RegionId{QStringLiteral("cn-hangzhou")}, vpc)->host,
             QStringLiteral("sts-vpc.cn-hangzhou.aliyuncs.com"));
}

void EndpointsTest::stsIsAskedCentrally()
{
    QCOMPARE(endpointFor(Product::Sts, RegionId{QStringLiteral("cn-beijing")}, {})->host,
             QStringLiteral("sts.aliyuncs.com"));
    QCOMPARE(apiVersion(Product::Sts), QStringLiteral("2015-04-01"));
    QCOMPARE(apiVersion(Product::RKVStore), QStringLiteral("2015-01-01"));
}

void EndpointsTest::orchestrationIsAskedInItsRegion()
{
    const RegionId beijing{QStringLiteral("cn-beijing")};
    EndpointRule vpc;
    vpc.kind = EndpointRule::Kind::Vpc;
    QCOMPARE(endpointFor(Product::Oos, beijing, {})->host, QStringLiteral("oos.cn-beijing.aliyuncs.com"));
    QCOMPARE(endpointFor(Product::Oos, beijing, vpc)->host,
             QStringLiteral("oos-vpc.cn-beijing.aliyuncs.com"));
    QCOMPARE(apiVersion(Product::Oos), QStringLiteral("2019-06-01"));
    for (const EndpointRule &rule : {EndpointRule(), vpc}) {
        const auto central = endpointFor(Product::Oos, {}, rule); // it has no central host
        QVERIFY(!central);
        QCOMPARE(central.error().field, QStringLiteral("region"));
    }
}

void EndpointsTest::loopbackOriginsServeEveryProduct_data()
{
    QTest::addColumn<QString>("origin");
    QTest::addColumn<QString>("host");
    QTest::newRow("loopback, plain") << "http://127.0.0.1:8443"
                                     << "127.0.0.1:8443";
    QTest::newRow("loopback, TLS") << "https://127.0.0.1:8443"
                                   << "127.0.0.1:8443";
    QTest::newRow("IPv6 loopback") << "http://[::1]:8080"
                                   << "[::1]:8080";
}

void EndpointsTest::loopbackOriginsServeEveryProduct()
{
    QFETCH(QString, origin);
    QFETCH(QString, host);
    const EndpointRule rule{EndpointRule::Kind::Custom, origin};
    for (const Product product : {Product::RKVStore, Product::Sts, Product::Oos}) {
        const auto endpoint = endpointFor(product, RegionId{QStringLiteral("cn-hangzhou")}, rule);
        QVERIFY(endpoint.has_value());
        QCOMPARE(QString::fromLatin1(endpoint->hostHeader()), host);
        QVERIFY(endpoint->url().toString().startsWith(origin.left(origin.indexOf(QLatin1Char(':')))));
        QCOMPARE(endpoint->url().path(), QStringLiteral("/"));
    }
}

void EndpointsTest::providersHostsServeTheirOwnProduct_data()
{
    QTest::addColumn<QString>("origin");
    QTest::addColumn<QString>("redis");
    QTest::addColumn<QString>("sts");
    QTest::addColumn<QString>("oos");
    const auto row = [](const char *title, const char *origin, const char *redis, const char *sts,
                        const char *oos) {
        QTest::newRow(title) << QString::fromLatin1(origin) << QString::fromLatin1(redis)
                             << QString::fromLatin1(sts) << QString::fromLatin1(oos);
    };
    row("central, the port written out", "https://r-kvstore.aliyuncs.com:443", "r-kvstore.aliyuncs.com",
        "sts.aliyuncs.com", "oos.cn-hangzhou.aliyuncs.com");
    row("regional", "https://r-kvstore.cn-shenzhen.aliyuncs.com", "r-kvstore.cn-shenzhen.aliyuncs.com",
        "sts.aliyuncs.com", "oos.cn-hangzhou.aliyuncs.com");
    row("inside a VPC", "https://r-kvstore-vpc.cn-shenzhen.aliyuncs.com",
        "r-kvstore-vpc.cn-shenzhen.aliyuncs.com", "sts-vpc.cn-shenzhen.aliyuncs.com",
        "oos-vpc.cn-hangzhou.aliyuncs.com");
}

void EndpointsTest::providersHostsServeTheirOwnProduct()
{
    QFETCH(QString, origin);
    const EndpointRule rule{EndpointRule::Kind::Custom, origin};
    const RegionId hangzhou{QStringLiteral("cn-hangzhou")};
    QTEST(endpointFor(Product::RKVStore, hangzhou, rule)->host, "redis");
    QTEST(endpointFor(Product::RKVStore, {}, rule)->host, "redis");
    QTEST(endpointFor(Product::Sts, {}, rule)->host, "sts");
    QTEST(endpointFor(Product::Oos, hangzhou, rule)->host, "oos");
}

void EndpointsTest::whatNamesNoRegionIsAskedInTheHomeRegion()
{
    EndpointRule vpc;
    vpc.kind = EndpointRule::Kind::Vpc;
    QCOMPARE(endpointFor(Product::RKVStore, {}, vpc)->host, QStringLiteral("r-kvstore.aliyuncs.com"));
    QCOMPARE(endpointFor(Product::Sts, {}, vpc)->host, QStringLiteral("sts.aliyuncs.com"));
    vpc.home = RegionId{QStringLiteral("cn-beijing")};
    QCOMPARE(endpointFor(Product::RKVStore, {}, vpc)->host,
             QStringLiteral("r-kvstore-vpc.cn-beijing.aliyuncs.com"));
    QCOMPARE(endpointFor(Product::Sts, {}, vpc)->host, QStringLiteral("sts-vpc.cn-beijing.aliyuncs.com"));
    // What names a region goes there.
    QCOMPARE(endpointFor(Product::RKVStore, RegionId{QStringLiteral("cn-hangzhou")}, vpc)->host,
             QStringLiteral("r-kvstore-vpc.cn-hangzhou.aliyuncs.com"));
    vpc.home = RegionId{QStringLiteral("evil.com#")};
    QVERIFY(!endpointFor(Product::Sts, {}, vpc));
}

void EndpointsTest::foreignOriginsAreRefused_data()
{
    QTest::addColumn<QString>("origin");
    for (const char *origin :
         {"https://example.com", "http://r-kvstore.aliyuncs.com", "https://aliyuncs.com.example.com",
          "https://evilaliyuncs.com", "https://user@r-kvstore.aliyuncs.com",
          "https://r-kvstore.aliyuncs.com/path", "https://r-kvstore.aliyuncs.com?x=1", "ftp://127.0.0.1", "",
          "r-kvstore.aliyuncs.com", "http://127.0.0.1.example.com", "https://r-kvstore.aliyuncs.com#x"})
        QTest::newRow(origin) << QString::fromLatin1(origin);
}

void EndpointsTest::foreignOriginsAreRefused()
{
    QFETCH(QString, origin);
    const auto endpoint =
        endpointFor(Product::RKVStore, {}, EndpointRule{EndpointRule::Kind::Custom, origin});
    QVERIFY(!endpoint);
    QCOMPARE(endpoint.error().field, QStringLiteral("endpoint"));
    QCOMPARE(endpoint.error().kind, Error::Kind::Input);
}

void EndpointsTest::oddRegionsNeverReachAHostName_data()
{
    QTest::addColumn<QString>("region");
    for (const char *region :
         {"cn.example.com/", "cn-hangzhou/../", "a@b", "cn hangzhou", "CN-HANGZHOU", "evil.com#"})
        QTest::newRow(region) << QString::fromLatin1(region);
}

void EndpointsTest::oddRegionsNeverReachAHostName()
{
    QFETCH(QString, region);
    const auto endpoint = endpointFor(Product::RKVStore, RegionId{region}, {});
    QVERIFY(!endpoint);
    QCOMPARE(endpoint.error().field, QStringLiteral("region"));
}

void EndpointsTest::theTableIsCompleteAndBilingual()
{
    QVERIFY(knownRegions().size() >= 40);
    QSet<QString> ids;
    for (const KnownRegion &region : knownRegions()) {
        QVERIFY2(!region.name.english.isEmpty() && !region.name.chinese.isEmpty(),
                 qPrintable(region.id.value));
        QCOMPARE(region.host, endpointFor(Product::RKVStore, region.id, {})->host);
        QVERIFY(isKnownRegion(region.id));
        ids.insert(region.id.value);
    }
    QCOMPARE(ids.size(), knownRegions().size());
    QVERIFY(!isKnownRegion(RegionId{QStringLiteral("eu-future-9")}));
    QVERIFY(!isKnownRegion(RegionId{}));
}

void EndpointsTest::namedEndpointsAreTrustedWithinBounds_data()
{
    QTest::addColumn<QString>("named");
    QTest::addColumn<QString>("origin"); ///< empty: the public rule
    QTest::addColumn<QString>("host"); ///< empty: not trusted
    const QString loopback = QStringLiteral("http://127.0.0.1:4000");
    const auto row = [](const char *title, const char *named, const QString &origin, const char *host) {
        QTest::newRow(title) << QString::fromLatin1(named) << origin << QString::fromLatin1(host);
    };
    row("central", "r-kvstore.aliyuncs.com", {}, "r-kvstore.aliyuncs.com");
    row("regional", "r-kvstore.cn-nanjing.aliyuncs.com", {}, "r-kvstore.cn-nanjing.aliyuncs.com");
    row("another product", "oss.aliyuncs.com", {}, "");
    row("a bucket that looks alike", "r-kvstore.evil.oss.aliyuncs.com", {}, "");
    row("another domain", "r-kvstore.aliyuncs.com.evil.invalid", {}, "");
    row("with a port", "r-kvstore.aliyuncs.com:8443", {}, "");
    row("loopback under the public rule", "127.0.0.1:4000", {}, "");
    row("nothing", "", {}, "");
    row("loopback of a loopback service", "127.0.0.1:4001", loopback, "127.0.0.1:4001");
    row("loopback without a port", "127.0.0.1", loopback, "");
    row("a real host of a loopback service", "r-kvstore.aliyuncs.com", loopback, "");
    row("a user in the name", "a@127.0.0.1:4001", loopback, "");
    row("a path", "127.0.0.1:4001/x", loopback, "");
    row("a custom origin that is no loopback", "r-kvstore.cn-nanjing.aliyuncs.com",
        QStringLiteral("https://r-kvstore-vpc.cn-nanjing.aliyuncs.com"), "");
}

void EndpointsTest::namedEndpointsAreTrustedWithinBounds()
{
    QFETCH(QString, named);
    QFETCH(QString, origin);
    QFETCH(QString, host);
    EndpointRule rule;
    if (!origin.isEmpty())
        rule = {EndpointRule::Kind::Custom, origin};
    const auto endpoint = namedEndpoint(named, rule);
    QCOMPARE(endpoint ? QString::fromLatin1(endpoint->hostHeader()) : QString(), host);
    if (endpoint)
        QCOMPARE(endpoint->scheme, origin.isEmpty() ? QStringLiteral("https") : QStringLiteral("http"));
    rule.kind = EndpointRule::Kind::Vpc;
    QVERIFY(!namedEndpoint(named, rule));
}

QTEST_GUILESS_MAIN(EndpointsTest)
#include "tst_endpoints.moc"
