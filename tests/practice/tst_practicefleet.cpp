// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/rawclient.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QSet>
#include <QTest>
#include <QUrl>

using namespace uplift;
using namespace uplift::practice;
using test::Draft;
using test::PracticeBench;
using test::RawClient;
using test::RawReply;

namespace {

QString text(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1String(name)).toString();
}

QJsonArray rows(const RawReply &reply)
{
    return reply.json()[QLatin1String("Instances")][QLatin1String("KVStoreInstance")].toArray();
}

QMap<QString, QString> pageOf(const QString &region, int page)
{
    return {{QStringLiteral("RegionId"), region},
            {QStringLiteral("PageNumber"), QString::number(page)},
            {QStringLiteral("PageSize"), QStringLiteral("50")}};
}

Draft sts(const PracticeBench &bench, const QString &action, const QMap<QString, QString> &parameters = {})
{
    Draft draft = bench.draft(action, parameters);
    draft.version = QStringLiteral("2015-04-01");
    return draft;
}

QMap<QString, QString> roleParameters()
{
    return {{QStringLiteral("RoleArn"), QStringLiteral("acs:ram::1234567890123456:role/redis-upgrader")},
            {QStringLiteral("RoleSessionName"), QStringLiteral("dba")}};
}

} // namespace

/// Fleets, details, roles and regions that fail.
class PracticeFleetTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void fiveThousandInstancesFillAHundredAndElevenPages();
    void withoutFurtherRegionsNothingChanges();
    void eachRegionMayHaveAnEndpoint();
    void everyReplyMayTakeAsLong();
    void clustersHaveShardsAndProxies();
    void someInstancesHavePlannedEvents();
    void backupsAreOfEachNight();
    void aRoleGivesAKeyThatWorksUntilItExpires();
    void badRolesAreRefused_data();
    void badRolesAreRefused();
    void oneRegionMayBeForbidden();
    void oneRegionMayBeSilent();
};

void PracticeFleetTest::fiveThousandInstancesFillAHundredAndElevenPages()
{
    PracticeOptions options;
    options.regions = 20;
    options.extraInstances = 5000 - 14;
    PracticeBench bench(options);
    const QStringList regions = bench.cloud().regions();
    QCOMPARE(regions.size(), 20);
    QSet<QString> ids;
    int pages = 0;
    int mostPages = 0;
    for (const QString &region : regions) {
        int ofRegion = 0;
        int total = 0;
        do {
            const RawReply reply =
                bench.call(QStringLiteral("DescribeInstances"), pageOf(region, ++ofRegion));
            QCOMPARE(reply.status, 200);
            total = reply.json().value(QLatin1String("TotalCount")).toInt();
            const QJsonArray found = rows(reply);
            QCOMPARE(found.size(), std::min(50, total - (ofRegion - 1) * 50));
            for (const auto &row : found) {
                QCOMPARE(text(row.toObject(), "RegionId"), region);
                ids.insert(text(row.toObject(), "InstanceId"));
            }
        } while (ofRegion * 50 < total);
        pages += ofRegion;
        mostPages = std::max(mostPages, ofRegion);
    }
    QCOMPARE(ids.size(), 5000);
    QCOMPARE(pages, 111);
    QCOMPARE(mostPages, 9);
    const QString any =
        *std::find_if(ids.begin(), ids.end(), [](const QString &id) { return id.contains(u'x'); });
    QCOMPARE(text(bench.attribute(any), "InstanceId"), any);
}

void PracticeFleetTest::withoutFurtherRegionsNothingChanges()
{
    PracticeOptions options;
    options.extraInstances = 28;
    PracticeBench bench(options);
    QCOMPARE(bench.cloud().regions().size(), 4);
    const RawReply reply =
        bench.call(QStringLiteral("DescribeInstances"), pageOf(QStringLiteral("cn-beijing"), 1));
    QCOMPARE(rows(reply).size(), 2 * 3); // each of the dozen, and two made like it
    QCOMPARE(bench.cloud().instances().size(), 14);
}

void PracticeFleetTest::eachRegionMayHaveAnEndpoint()
{
    PracticeOptions options;
    options.regions = 6;
    options.endpointPerRegion = true;
    PracticeBench bench(options);
    const QJsonArray regions = bench.call(QStringLiteral("DescribeRegions"))
                                   .json()[QLatin1String("RegionIds")][QLatin1String("KVStoreRegion")]
                                   .toArray();
    QCOMPARE(regions.size(), 6);
    QSet<QString> endpoints;
    for (const auto &region : regions)
        endpoints.insert(text(region.toObject(), "RegionEndpoint"));
    QCOMPARE(endpoints.size(), 6);
    QVERIFY(!endpoints.contains(QUrl(bench.cloud().origin()).authority()));
    for (const QString &endpoint : std::as_const(endpoints)) {
        RawClient client(QStringLiteral("http://") + endpoint);
        const RawReply reply = client.exchange("GET / HTTP/1.1\r\nHost: " + endpoint.toLatin1() + "\r\n\r\n");
        QCOMPARE(reply.status, 404); // the service: no operation was named
        QVERIFY(!reply.code().isEmpty() || reply.body.contains("InvalidAction"));
    }
}

void PracticeFleetTest::everyReplyMayTakeAsLong()
{
    PracticeOptions options;
    options.callDelay = std::chrono::milliseconds(60);
    PracticeBench bench(options);
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 3; ++i)
        QCOMPARE(bench.call(QStringLiteral("DescribeRegions")).status, 200);
    QVERIFY2(timer.elapsed() >= 180, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(bench.cloud().mostInFlight(), 1);
}

void PracticeFleetTest::clustersHaveShardsAndProxies()
{
    PracticeBench bench;
    const auto nodes = [&](const char *name, const char *list) {
        return bench
            .call(QStringLiteral("DescribeLogicInstanceTopology"),
                  {{QStringLiteral("InstanceId"), bench.idOf(QLatin1String(name))}})
            .json()[QLatin1String(list)][QLatin1String("NodeInfo")]
            .toArray();
    };
    QCOMPARE(nodes("orders-cache", "RedisShardList").size(), 8);
    QCOMPARE(nodes("cart-sessions", "RedisShardList").size(), 1 + 3);
    QCOMPARE(nodes("cart-sessions", "RedisProxyList").size(), 2);
    QCOMPARE(nodes("checkout-locks", "RedisShardList").size(), 0);
    const RawReply unknown = bench.call(QStringLiteral("DescribeLogicInstanceTopology"),
                                        {{QStringLiteral("InstanceId"), QStringLiteral("r-none")}});
    QCOMPARE(unknown.code(), QStringLiteral("InvalidInstanceId.NotFound"));
}

void PracticeFleetTest::someInstancesHavePlannedEvents()
{
    PracticeBench bench;
    const auto events = [&](const QMap<QString, QString> &parameters) {
        return bench.call(QStringLiteral("DescribeActiveOperationTasks"), parameters).json();
    };
    QCOMPARE(events({}).value(QLatin1String("TotalRecordCount")).toInt(), 4);
    const QJsonObject shanghai = events({{QStringLiteral("Region"), QStringLiteral("cn-shanghai")}});
    QCOMPARE(shanghai.value(QLatin1String("Items")).toArray().size(), 1);
    const QJsonObject event = shanghai.value(QLatin1String("Items")).toArray().first().toObject();
    QCOMPARE(text(event, "InsComment"), QStringLiteral("price-feed"));
    QCOMPARE(text(event, "ChangeLevel"), QStringLiteral("S0"));
    QVERIFY(text(event, "SwitchTime") > bench.now().toString(Qt::ISODate));
    QCOMPARE(events({{QStringLiteral("InsName"), bench.idOf(QStringLiteral("dev-scratch"))}})
                 .value(QLatin1String("Items"))
                 .toArray()
                 .size(),
             0);
}

void PracticeFleetTest::backupsAreOfEachNight()
{
    PracticeBench bench;
    const QString form = QStringLiteral("yyyy-MM-ddTHH:mm");
    QMap<QString, QString> span{{QStringLiteral("StartTime"), bench.now().addDays(-30).toString(form) + u'Z'},
                                {QStringLiteral("EndTime"), bench.now().toString(form) + u'Z'}};
    const auto count = [&](const char *action, const char *name) {
        QMap<QString, QString> parameters = span;
        parameters.insert(QStringLiteral("InstanceId"), bench.idOf(QLatin1String(name)));
        return bench.call(QLatin1String(action), parameters).json();
    };
    QCOMPARE(count("DescribeBackups", "checkout-locks").value(QLatin1String("TotalCount")).toInt(), 7);
    QCOMPARE(count("DescribeBackups", "orders-cache").value(QLatin1String("TotalCount")).toInt(), 0);
    QCOMPARE(count("DescribeClusterBackupList", "orders-cache")
                 .value(QLatin1String("ClusterBackups"))
                 .toArray()
                 .size(),
             7);
    span.insert(QStringLiteral("StartTime"), bench.now().addDays(-3).toString(form) + u'Z');
    QCOMPARE(count("DescribeBackups", "checkout-locks").value(QLatin1String("TotalCount")).toInt(), 3);
    span.remove(QStringLiteral("EndTime"));
    QCOMPARE(text(count("DescribeBackups", "checkout-locks"), "Code"), QStringLiteral("MissingParameter"));
}

void PracticeFleetTest::aRoleGivesAKeyThatWorksUntilItExpires()
{
    PracticeBench bench;
    QMap<QString, QString> parameters = roleParameters();
    parameters.insert(QStringLiteral("DurationSeconds"), QStringLiteral("900"));
    const QJsonObject key = bench.send(sts(bench, QStringLiteral("AssumeRole"), parameters))
                                .json()
                                .value(QLatin1String("Credentials"))
                                .toObject();
    QVERIFY(text(key, "AccessKeyId").startsWith(QLatin1String("STS.")));
    const auto callWith = [&](const QString &token) {
        Draft draft = sts(bench, QStringLiteral("GetCallerIdentity"));
        draft.keyId = text(key, "AccessKeyId");
        draft.secret = text(key, "AccessKeySecret").toUtf8();
        draft.token = token;
        return bench.send(draft);
    };
    const RawReply identity = callWith(text(key, "SecurityToken"));
    QCOMPARE(identity.status, 200);
    QCOMPARE(text(identity.json(), "IdentityType"), QStringLiteral("AssumedRoleUser"));
    QVERIFY(text(identity.json(), "Arn").endsWith(QLatin1String("assumed-role/redis-upgrader/dba")));
    QCOMPARE(callWith({}).code(), QStringLiteral("MissingSecurityToken"));
    QCOMPARE(callWith(QStringLiteral("CAISother")).code(),
             QStringLiteral("InvalidSecurityToken.MismatchWithAccessKey"));
    bench.pass(std::chrono::minutes(16));
    QCOMPARE(callWith(text(key, "SecurityToken")).code(), QStringLiteral("InvalidSecurityToken.Expired"));
    QCOMPARE(text(bench.send(sts(bench, QStringLiteral("GetCallerIdentity"))).json(), "IdentityType"),
             QStringLiteral("RAMUser"));
}

void PracticeFleetTest::badRolesAreRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("code");
    const QString invalid = QStringLiteral("InvalidParameter");
    QTest::newRow("no role") << QStringLiteral("RoleArn") << QString() << QStringLiteral("MissingParameter");
    QTest::newRow("no session") << QStringLiteral("RoleSessionName") << QString()
                                << QStringLiteral("MissingParameter");
    QTest::newRow("a user in place of a role")
        << QStringLiteral("RoleArn") << QStringLiteral("acs:ram::1234567890123456:user/dba") << invalid;
    QTest::newRow("a role of another account")
        << QStringLiteral("RoleArn") << QStringLiteral("acs:ram::6543210987654321:role/other")
        << QStringLiteral("NoPermission");
    QTest::newRow("a session with a blank")
        << QStringLiteral("RoleSessionName") << QStringLiteral("a b") << invalid;
    QTest::newRow("ten minutes") << QStringLiteral("DurationSeconds") << QStringLiteral("600") << invalid;
}

void PracticeFleetTest::badRolesAreRefused()
{
    QFETCH(QString, name);
    QFETCH(QString, value);
    QFETCH(QString, code);
    PracticeBench bench;
    QMap<QString, QString> parameters = roleParameters();
    parameters.insert(name, value);
    QCOMPARE(bench.send(sts(bench, QStringLiteral("AssumeRole"), parameters)).code(), code);
}

void PracticeFleetTest::oneRegionMayBeForbidden()
{
    PracticeBench bench;
    bench.cloud().setOn(Fault::RegionForbidden, true);
    const RawReply refused =
        bench.call(QStringLiteral("DescribeInstances"), pageOf(QStringLiteral("ap-southeast-1"), 1));
    QCOMPARE(refused.status, 403);
    QCOMPARE(refused.code(), QStringLiteral("Forbidden.RAM"));
    QCOMPARE(text(refused.json().value(QLatin1String("AccessDeniedDetail")).toObject(), "AuthAction"),
             QStringLiteral("kvstore:DescribeInstances"));
    QCOMPARE(bench
                 .call(QStringLiteral("DescribeEngineVersion"),
                       {{QStringLiteral("InstanceId"), bench.idOf(QStringLiteral("dev-queue"))}})
                 .code(),
             QStringLiteral("Forbidden.RAM"));
    QCOMPARE(bench.startUpgrade(bench.idOf(QStringLiteral("dev-tair"))).code(),
             QStringLiteral("Forbidden.RAM"));
    QCOMPARE(bench.call(QStringLiteral("DescribeInstances"), pageOf(QStringLiteral("cn-hangzhou"), 1)).status,
             200);
    QCOMPARE(bench.call(QStringLiteral("DescribeRegions")).status, 200);
}

void PracticeFleetTest::oneRegionMayBeSilent()
{
    PracticeBench bench;
    bench.cloud().setOn(Fault::RegionSilent, true);
    const Draft draft =
        bench.draft(QStringLiteral("DescribeInstances"), pageOf(QStringLiteral("ap-southeast-1"), 1));
    RawClient silent(bench.cloud().origin());
    silent.write(test::signedRequest(draft));
    QTRY_COMPARE(bench.cloud().requestCount(QStringLiteral("DescribeInstances")), 1);
    QCOMPARE(bench.call(QStringLiteral("DescribeInstances"), pageOf(QStringLiteral("cn-hangzhou"), 1)).status,
             200);
    QVERIFY(silent.isOpen());
}

QTEST_GUILESS_MAIN(PracticeFleetTest)
#include "tst_practicefleet.moc"
