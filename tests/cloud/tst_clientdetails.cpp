// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloudrig.h"

#include <QFile>
#include <QTest>

using namespace uplift;
using namespace uplift::cloud;
using namespace uplift::test;

namespace {

FaultReply sampleReply(const QString &file)
{
    FaultReply reply;
    QFile body(QStringLiteral(UPLIFT_SOURCE_DIR "/tests/data/vectors/responses/") + file);
    reply.body = body.open(QIODevice::ReadOnly) ? body.readAll() : QByteArray();
    return reply;
}

FaultReply refusal(int status, const QByteArray &body)
{
    FaultReply reply;
    reply.status = status;
    reply.body = body;
    return reply;
}

RegionId hangzhou() { return {QStringLiteral("cn-hangzhou")}; }
InstanceId anyInstance() { return {QStringLiteral("r-bp1zxszhcgatnx4b2c")}; }

} // namespace

/// The fleet's pages, an instance's details, role keys and the doctor's probes, over the wire.
class ClientDetailsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { m_client.reset(); }
    void aPageIsAskedForAsWanted();
    void aPageWithoutATotalSaysSo();
    void detailsAreAskedFor_data();
    void detailsAreAskedFor();
    void eventsOfAWholeRegionNeedNoInstance();
    void aRoleGivesATemporaryKey_data();
    void aRoleGivesATemporaryKey();
    void aRefusedRoleIsToldAsItIs();
    void aProbeTellsWhetherItIsAllowed_data();
    void aProbeTellsWhetherItIsAllowed();
    void aProbeOnlyReads_data();
    void aProbeOnlyReads();
    void callsGoWhereTheServiceNamed();

private:
    std::shared_ptr<Client> clientOf(const FaultServer &server, ReplyFormat format = ReplyFormat::Json)
    {
        NetworkOptions options = optionsFor(server);
        options.pacing = PacingRules().faster(100);
        ConnectionSettings settings =
            settingsFor(server, format == ReplyFormat::Json ? SignatureVersion::V3 : SignatureVersion::V1);
        settings.format = format;
        // Kept: with its last client a network goes, and what was asked through it.
        m_client = std::make_shared<Client>(std::make_shared<Network>(options), settings, anyKey(), m_clock);
        return m_client;
    }
    SystemClock m_clock;
    std::shared_ptr<Client> m_client;
};

void ClientDetailsTest::aPageIsAskedForAsWanted()
{
    FaultServer server;
    server.setReply(sampleReply(QStringLiteral("DescribeInstances.page2.json")));
    const auto client = clientOf(server);
    std::optional<InstancePage> page;
    const auto hear = [&](const Result<Answered<InstancePage>> &result) {
        if (result)
            page = result->value;
    };
    client->describeInstancePage(hangzhou(), 2, 2, this, hear);
    QTRY_VERIFY(page.has_value());
    QCOMPARE(page->instances.size(), 1);
    QCOMPARE(page->totalCount, 3);
    QCOMPARE(page->page, 2);
    QCOMPARE(page->pageSize, 2);
    const SeenRequest seen = server.requests().constFirst();
    QCOMPARE(seen.action(), QByteArray("DescribeInstances"));
    QCOMPARE(seen.parameter("PageNumber"), QByteArray("2"));
    QCOMPARE(seen.parameter("PageSize"), QByteArray("2"));
    QCOMPARE(seen.parameter("RegionId"), QByteArray("cn-hangzhou"));
    page.reset();
    client->describeInstancePage(hangzhou(), 1, 1000, this, hear); // the service takes no more than 50
    QTRY_VERIFY(page.has_value());
    QCOMPARE(server.requests().constLast().parameter("PageSize"), QByteArray("50"));
}

void ClientDetailsTest::aPageWithoutATotalSaysSo()
{
    FaultServer server;
    server.setReply(
        refusal(200, R"({"RequestId":"R","TotalCount":"many","Instances":{"KVStoreInstance":[]}})"));
    std::optional<InstancePage> page;
    clientOf(server)->describeInstancePage(hangzhou(), 1, 50, this, [&](const auto &result) {
        if (result)
            page = result->value;
    });
    QTRY_VERIFY(page.has_value());
    QCOMPARE(page->totalCount, -1);
    QCOMPARE(page->pageSize, 50);
    QVERIFY(page->instances.isEmpty());
}

void ClientDetailsTest::detailsAreAskedFor_data()
{
    QTest::addColumn<QString>("operation");
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("expected");
    QTest::addColumn<QByteArray>("parameter");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("topology") << QStringLiteral("DescribeLogicInstanceTopology")
                              << QStringLiteral("DescribeLogicInstanceTopology.cluster") << 3
                              << QByteArray("InstanceId") << QByteArray("r-bp1zxszhcgatnx4b2c");
    QTest::newRow("events") << QStringLiteral("DescribeActiveOperationTasks")
                            << QStringLiteral("DescribeActiveOperationTasks.ok") << 2 << QByteArray("InsName")
                            << QByteArray("r-bp1zxszhcgatnx4b2c");
    QTest::newRow("backups") << QStringLiteral("DescribeBackups") << QStringLiteral("DescribeBackups.ok") << 2
                             << QByteArray("StartTime") << QByteArray("2026-11-01T00:00Z");
    QTest::newRow("backups of a cluster")
        << QStringLiteral("DescribeClusterBackupList") << QStringLiteral("DescribeClusterBackupList.ok") << 1
        << QByteArray("EndTime") << QByteArray("2026-11-21T00:00Z");
}

void ClientDetailsTest::detailsAreAskedFor()
{
    QFETCH(QString, operation);
    QFETCH(QString, file);
    QFETCH(int, expected);
    QFETCH(QByteArray, parameter);
    QFETCH(QByteArray, value);
    const QDateTime from(QDate(2026, 11, 1), QTime(0, 0), Qt::UTC);
    for (const ReplyFormat format : {ReplyFormat::Json, ReplyFormat::Xml}) {
        FaultServer server;
        const bool json = format == ReplyFormat::Json;
        server.setReply(sampleReply(file + (json ? QStringLiteral(".json") : QStringLiteral(".xml"))));
        const auto client = clientOf(server, format);
        qsizetype things = -1;
        const auto count = [&](const auto &result) { things = result ? result->value.size() : -2; };
        if (operation == QLatin1String("DescribeLogicInstanceTopology"))
            client->describeTopology(hangzhou(), anyInstance(), this, [&](const auto &result) {
                things = result ? result->value.shards.size() + result->value.proxies.size() : -2;
            });
        else if (operation == QLatin1String("DescribeActiveOperationTasks"))
            client->describeEvents(hangzhou(), anyInstance(), this, count);
        else if (operation == QLatin1String("DescribeBackups"))
            client->describeBackups(hangzhou(), anyInstance(), from, from.addDays(20), this, count);
        else
            client->describeClusterBackups(hangzhou(), anyInstance(), from, from.addDays(20), this, count);
        QTRY_VERIFY(things != -1);
        QCOMPARE(things, expected);
        const SeenRequest seen = server.requests().constFirst();
        QCOMPARE(seen.action(), operation.toLatin1());
        QCOMPARE(seen.parameter(parameter), value);
    }
}

void ClientDetailsTest::eventsOfAWholeRegionNeedNoInstance()
{
    FaultServer server;
    server.setReply(sampleReply(QStringLiteral("DescribeActiveOperationTasks.empty.json")));
    bool none = false;
    clientOf(server)->describeEvents(hangzhou(), {}, this,
                                     [&](const auto &result) { none = result && result->value.isEmpty(); });
    QTRY_VERIFY(none);
    const SeenRequest seen = server.requests().constFirst();
    QCOMPARE(seen.parameter("Region"), QByteArray("cn-hangzhou"));
    QVERIFY(!seen.raw.contains("InsName"));
}

void ClientDetailsTest::aRoleGivesATemporaryKey_data()
{
    QTest::addColumn<int>("format");
    QTest::newRow("JSON") << int(ReplyFormat::Json);
    QTest::newRow("XML") << int(ReplyFormat::Xml);
}

void ClientDetailsTest::aRoleGivesATemporaryKey()
{
    QFETCH(int, format);
    const bool json = ReplyFormat(format) == ReplyFormat::Json;
    FaultServer server;
    server.setReply(sampleReply(QStringLiteral("AssumeRole.ok.")
                                + (json ? QStringLiteral("json") : QStringLiteral("xml"))));
    AssumeRoleRequest request;
    request.roleArn = QStringLiteral("acs:ram::1234567890123456:role/redis-upgrader");
    request.sessionName = QStringLiteral("uplift");
    request.externalId = QStringLiteral("partner-7");
    request.duration = std::chrono::minutes(15);
    std::optional<AccessKey> key;
    QString requestId;
    clientOf(server, ReplyFormat(format))->assumeRole(request, this, [&](Result<Answered<AccessKey>> result) {
        if (!result)
            return;
        requestId = result->info.requestId;
        key = std::move(result->value);
    });
    QTRY_VERIFY(key.has_value());
    QCOMPARE(key->id, QStringLiteral("STS.fake-key"));
    QVERIFY(key->secret.equals(SecretBytes("fake-secret")));
    QVERIFY(key->securityToken.equals(SecretBytes("CAISfake+/==")));
    QCOMPARE(key->expires->toString(Qt::ISODate), QStringLiteral("2026-03-02T19:00:00Z"));
    QVERIFY(!requestId.isEmpty());
    const SeenRequest seen = server.requests().constFirst();
    QCOMPARE(seen.action(), QByteArray("AssumeRole"));
    QCOMPARE(seen.parameter("RoleArn"), QByteArray("acs:ram::1234567890123456:role/redis-upgrader"));
    QCOMPARE(seen.parameter("RoleSessionName"), QByteArray("uplift"));
    QCOMPARE(seen.parameter("ExternalId"), QByteArray("partner-7"));
    QCOMPARE(seen.parameter("DurationSeconds"), QByteArray("900"));
    QVERIFY(seen.raw.contains("2015-04-01"));
}

void ClientDetailsTest::aRefusedRoleIsToldAsItIs()
{
    FaultServer server;
    server.setReply(
        refusal(403, R"({"RequestId":"R-4","Code":"NoPermission","Message":"You are not authorized"})"));
    std::optional<Error> error;
    clientOf(server)->assumeRole({}, this,
                                 [&](Result<Answered<AccessKey>> result) { error = result.error(); });
    QTRY_VERIFY(error.has_value());
    QVERIFY(error->kind == Error::Kind::Denied);
    QCOMPARE(error->requestId, QStringLiteral("R-4"));
}

void ClientDetailsTest::aProbeTellsWhetherItIsAllowed_data()
{
    QTest::addColumn<FaultReply>("reply");
    QTest::addColumn<int>("outcome");
    QTest::addColumn<QString>("deniedAction");
    using Outcome = ProbeResult::Outcome;
    FaultReply hang;
    hang.fault = Fault::Close;
    FaultReply html;
    html.fault = Fault::Html;
    QTest::newRow("allowed") << refusal(200, R"({"RequestId":"R"})") << int(Outcome::Allowed) << QString();
    QTest::newRow("denied, with the provider's detail")
        << refusal(403, R"({"RequestId":"R","Code":"Forbidden.RAM","Message":"m","AccessDeniedDetail":{
               "AuthAction":"kvstore:DescribeInstances","AuthPrincipalDisplayName":"dba"}})")
        << int(Outcome::Denied) << QStringLiteral("kvstore:DescribeInstances");
    QTest::newRow("denied, without") << refusal(403,
                                                R"({"RequestId":"R","Code":"NoPermission","Message":"m"})")
                                     << int(Outcome::Denied) << QString();
    QTest::newRow("an unknown instance")
        << refusal(404, R"({"RequestId":"R","Code":"InvalidInstanceId.NotFound","Message":"m"})")
        << int(Outcome::Refused) << QString();
    QTest::newRow("a wrong key") << refusal(
        404, R"({"RequestId":"R","Code":"InvalidAccessKeyId.NotFound","Message":"m"})")
                                 << int(Outcome::Refused) << QString();
    QTest::newRow("throttled for ever")
        << refusal(400, R"({"RequestId":"R","Code":"Throttling.User","Message":"m"})") << int(Outcome::Failed)
        << QString();
    QTest::newRow("the service fails")
        << refusal(500, R"({"RequestId":"R","Code":"InternalError","Message":"m"})") << int(Outcome::Failed)
        << QString();
    QTest::newRow("a captive portal") << html << int(Outcome::Failed) << QString();
    QTest::newRow("no reply") << hang << int(Outcome::Failed) << QString();
}

void ClientDetailsTest::aProbeTellsWhetherItIsAllowed()
{
    QFETCH(FaultReply, reply);
    QFETCH(int, outcome);
    QFETCH(QString, deniedAction);
    FaultServer server;
    server.setReply(reply);
    PermissionProbe probe;
    probe.region = hangzhou();
    probe.action = QStringLiteral("DescribeInstances");
    probe.parameters.insert(QStringLiteral("RegionId"), QStringLiteral("cn-hangzhou"));
    std::optional<ProbeResult> told;
    clientOf(server)->probe(probe, this, [&](Result<ProbeResult> result) { told = *std::move(result); });
    QTRY_VERIFY_WITH_TIMEOUT(told.has_value(), 20'000);
    QCOMPARE(int(told->outcome), outcome);
    QCOMPARE(told->error.has_value(), told->outcome != ProbeResult::Outcome::Allowed);
    QCOMPARE(told->apiError ? told->apiError->deniedAction : QString(), deniedAction);
    if (!deniedAction.isEmpty())
        QCOMPARE(told->apiError->deniedPrincipal, QStringLiteral("dba"));
    QCOMPARE(server.requests().constFirst().action(), QByteArray("DescribeInstances"));
    QCOMPARE(server.requests().constFirst().parameter("RegionId"), QByteArray("cn-hangzhou"));
}

void ClientDetailsTest::aProbeOnlyReads_data()
{
    QTest::addColumn<QString>("action");
    for (const char *action : {"ModifyInstanceMinorVersion", "DeleteInstance", "AssumeRole", "", "Describe",
                               "describeInstances", "DescribeInstances&Action=DeleteInstance"})
        QTest::addRow("“%s”", action) << QString::fromLatin1(action);
}

void ClientDetailsTest::aProbeOnlyReads()
{
    QFETCH(QString, action);
    FaultServer server;
    PermissionProbe probe;
    probe.action = action;
    std::optional<Error> error;
    clientOf(server)->probe(probe, this, [&](const Result<ProbeResult> &result) { error = result.error(); });
    QTRY_VERIFY(error.has_value());
    QVERIFY(error->kind == Error::Kind::Internal);
    QCOMPARE(server.connections(), 0);
}

void ClientDetailsTest::callsGoWhereTheServiceNamed()
{
    const TestAuthority authority;
    FaultServer central(FaultServer::Transport::Tls, authority);
    FaultServer regional(FaultServer::Transport::Tls, authority);
    FaultReply regions;
    regions.body = R"({"RequestId":"R","RegionIds":{"KVStoreRegion":[
        {"RegionId":"cn-hangzhou","RegionEndpoint":"127.0.0.1:%"},
        {"RegionId":"cn-beijing","RegionEndpoint":"r-kvstore.aliyuncs.com"}]}})";
    regions.body.replace("%", QByteArray::number(regional.port()));
    central.setReply(regions);
    const auto client = clientOf(central);
    int answered = 0;
    const auto hear = [&](const auto &) { ++answered; };
    client->describeEngineVersion(hangzhou(), anyInstance(), this, hear);
    QTRY_COMPARE(answered, 1);
    QCOMPARE(regional.requestCount(), 0);
    client->describeRegions(this, hear);
    QTRY_COMPARE(answered, 2);
    client->describeEngineVersion(hangzhou(), anyInstance(), this, hear);
    QTRY_COMPARE(answered, 3);
    QCOMPARE(regional.requestCount(), 1);
    client->describeEngineVersion({QStringLiteral("cn-beijing")}, anyInstance(), this, hear);
    QTRY_COMPARE(answered, 4);
    QCOMPARE(central.requestCount(), 3);
    const StartRequest request = anyStart();
    QVERIFY(client->previewStart(request).url.contains(QString::number(regional.port())));
    std::optional<ChangeFacts> facts;
    client->startUpgrade(request, this, [&](const ChangeFacts &told) { facts = told; });
    QTRY_VERIFY(facts.has_value());
    QCOMPARE(regional.requestCount(), 2);
}

QTEST_GUILESS_MAIN(ClientDetailsTest)
#include "tst_clientdetails.moc"
