// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/describe.h"
#include "cloud/replysecrets.h"
#include "support/vectors.h"

#include <QTest>

using namespace uplift;
using namespace uplift::cloud;
using namespace uplift::test;

namespace {

QByteArray sampleBytes(const char *name)
{
    return vectorBytes(QLatin1String("responses/") + QLatin1String(name));
}

ReplyTree sample(const char *name) { return parseReply(sampleBytes(name)).value_or(ReplyTree()); }

ReplyTree json(const QByteArray &text) { return parseReply(text).value_or(ReplyTree()); }

QDateTime utc(const char *text) { return QDateTime::fromString(QLatin1String(text), Qt::ISODate); }

QByteArray bytesOf(const SecretBytes &secret) { return secret.view().toByteArray(); }

} // namespace

/// Topology, planned events, backups and role keys: nothing made up, nothing secret left behind.
class DetailModelsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aTopologyTellsShardsFromProxies();
    void eventsComeSoonestFirstInBothLanguages();
    void eventStatesAreReadOrUnknown_data();
    void eventStatesAreReadOrUnknown();
    void backupsComeNewestFirstWithoutTheirAddresses();
    void clusterBackupsAreReadToo();
    void otherBodiesAreRefused();
    void oddFieldsAreUnknown();
    void aRoleKeyIsTakenOutOfTheBody_data();
    void aRoleKeyIsTakenOutOfTheBody();
    void oddSecretsAreLeftOutAndOverwritten_data();
    void oddSecretsAreLeftOutAndOverwritten();
    void halfAKeyIsNone();
    void permissionDenialsAreToldFromOtherRefusals_data();
    void permissionDenialsAreToldFromOtherRefusals();
};

void DetailModelsTest::aTopologyTellsShardsFromProxies()
{
    const auto topology = toTopology(sample("DescribeLogicInstanceTopology.cluster.xml"));
    QVERIFY(topology.has_value());
    QCOMPARE(topology->shards.size(), 2);
    QCOMPARE(topology->proxies.size(), 1);
    QCOMPARE(topology->proxies.first().id, QStringLiteral("r-bp1clusterclas003-proxy-0#54200001"));
    const TopologyNode &shard = topology->shards.at(1);
    QCOMPARE(shard.role, QStringLiteral("master"));
    QCOMPARE(shard.capacityMb, std::optional<int>(2048));
    QCOMPARE(shard.bandwidthMb, std::optional<int>(96));
    QCOMPARE(shard.connections, std::optional<int>(10000));
}

void DetailModelsTest::eventsComeSoonestFirstInBothLanguages()
{
    const auto page = toEvents(sample("DescribeActiveOperationTasks.ok.json"));
    QVERIFY(page.has_value());
    QCOMPARE(page->totalCount, std::optional<int>(2));
    QCOMPARE(page->items.size(), 2);
    const ScheduledEvent &first = page->items.first();
    QCOMPARE(first.id, QStringLiteral("11111"));
    QCOMPARE(first.instance.value, QStringLiteral("r-bp1stddouble00001"));
    QCOMPARE(first.name.english, QStringLiteral("Minor version update"));
    QCOMPARE(first.name.chinese, QStringLiteral("小版本升级"));
    QVERIFY(first.status == ScheduledEvent::Status::Pending);
    QVERIFY(first.level == ScheduledEvent::Level::Maintenance);
    QCOMPARE(first.switchAt, utc("2026-03-05T18:00:00Z"));
    QVERIFY(first.prepare == std::chrono::minutes(30));
    QCOMPARE(first.mayCancel, std::optional<bool>(true));
    const ScheduledEvent &second = page->items.last();
    QVERIFY(second.level == ScheduledEvent::Level::FaultRepair);
    QCOMPARE(second.nodes.size(), 2);
    QCOMPARE(second.mayChange, std::optional<bool>(false));
    QVERIFY(looksLikeMinorUpgrade(first) && looksLikeMinorUpgrade(second)); // spelled differently
    QVERIFY(isOpen(first) && isOpen(second));
    QCOMPARE(toEvents(sample("DescribeActiveOperationTasks.empty.xml"))->items.size(), 0);
    QCOMPARE(toEvents(sample("DescribeActiveOperationTasks.empty.json"))->items.size(), 0);
}

void DetailModelsTest::eventStatesAreReadOrUnknown_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<int>("expected");
    QTest::addColumn<bool>("open");
    using Status = ScheduledEvent::Status;
    QTest::newRow("waits for a time") << QByteArray("2") << int(Status::WaitsForTime) << true;
    QTest::newRow("pending, as text") << QByteArray("\"3\"") << int(Status::Pending) << true;
    QTest::newRow("running") << QByteArray("4") << int(Status::Running) << true;
    QTest::newRow("done") << QByteArray("5") << int(Status::Done) << false;
    QTest::newRow("failed") << QByteArray("6") << int(Status::Failed) << false;
    QTest::newRow("cancelled") << QByteArray("7") << int(Status::Cancelled) << false;
    QTest::newRow("a new number") << QByteArray("12") << int(Status::Unknown) << false;
    QTest::newRow("a word") << QByteArray("\"Soon\"") << int(Status::Unknown) << false;
    QTest::newRow("a list") << QByteArray("[]") << int(Status::Unknown) << false;
}

void DetailModelsTest::eventStatesAreReadOrUnknown()
{
    QFETCH(QByteArray, status);
    QFETCH(int, expected);
    QFETCH(bool, open);
    const auto page = toEvents(json(R"({"RequestId":"R","Items":[{"Id":1,"Status":)" + status + "}]}"));
    QVERIFY(page.has_value());
    QCOMPARE(page->items.size(), 1);
    QCOMPARE(int(page->items.first().status), expected);
    QCOMPARE(isOpen(page->items.first()), open);
}

void DetailModelsTest::backupsComeNewestFirstWithoutTheirAddresses()
{
    const auto page = toBackups(sample("DescribeBackups.ok.xml"));
    QVERIFY(page.has_value());
    QCOMPARE(page->items.size(), 2);
    const Backup &backup = page->items.first();
    QVERIFY(backup.status == Backup::Status::Success);
    QCOMPARE(backup.id, QStringLiteral("521774001"));
    QCOMPARE(backup.jobId, QStringLiteral("10220001"));
    QCOMPARE(backup.bytes, std::optional<qint64>(1048576));
    QCOMPARE(backup.ended, utc("2026-03-02T16:01:40Z"));
    QCOMPARE(backup.expires, utc("2026-03-09T16:01:00Z"));
    QVERIFY(page->items.last().status == Backup::Status::Failed);
    QVERIFY(!describe(page->items).join(QLatin1Char(' ')).contains(QLatin1String("sig=")));

    const auto sorted = toBackups(json(R"({"Backups":{"Backup":[{"BackupId":1},
        {"BackupId":2,"BackupStartTime":"2026-03-01T00:00:00Z"},
        {"BackupId":3,"BackupStartTime":"2026-03-02T00:00:00Z"}]}})"));
    QCOMPARE(sorted->items.at(0).id, QStringLiteral("3"));
    QCOMPARE(sorted->items.at(2).id, QStringLiteral("1"));
}

void DetailModelsTest::clusterBackupsAreReadToo()
{
    const auto page = toClusterBackups(sample("DescribeClusterBackupList.ok.xml"));
    QVERIFY(page.has_value());
    QCOMPARE(page->items.size(), 1);
    QVERIFY(page->items.first().status == Backup::Status::Success);
    QCOMPARE(page->items.first().id, QStringLiteral("cb-fake000000000001"));
    QCOMPARE(page->items.first().bytes, std::optional<qint64>(2048));
}

void DetailModelsTest::otherBodiesAreRefused()
{
    const ReplyTree other = json(R"({"RequestId":"R"})");
    QVERIFY(!toTopology(other) && !toEvents(other) && !toBackups(other) && !toClusterBackups(other));
    QVERIFY(toTopology(other).error().kind == Error::Kind::BadReply);
    QVERIFY(toAccessKey(other, {}).error().kind == Error::Kind::BadReply);
}

void DetailModelsTest::oddFieldsAreUnknown()
{
    const auto topology = toTopology(json(
        R"({"RedisShardList":{"NodeInfo":[{"NodeId":"n","Capacity":"many","Connection":-1},{"Capacity":1},7]}})"));
    QCOMPARE(topology->shards.size(), 1);
    QVERIFY(!topology->shards.first().capacityMb && !topology->shards.first().connections);
    QVERIFY(topology->proxies.isEmpty());
    const auto events = toEvents(json(
        R"({"Items":[{"StartTime":"tomorrow","PrepareInterval":"soon","AllowCancel":"perhaps","SubInsNames":{}}]})"));
    QVERIFY(!events->items.first().start.isValid());
    QVERIFY(!events->items.first().prepare && !events->items.first().mayCancel);
    QVERIFY(events->items.first().nodes.isEmpty());
    const auto backups = toBackups(json(R"({"Backups":{"Backup":{"BackupSize":-5,"BackupStatus":"New"}}})"));
    QCOMPARE(backups->items.size(), 1);
    QVERIFY(!backups->items.first().bytes);
    QVERIFY(backups->items.first().status == Backup::Status::Unknown);
}

void DetailModelsTest::aRoleKeyIsTakenOutOfTheBody_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("JSON") << sampleBytes("AssumeRole.ok.json");
    QTest::newRow("XML") << sampleBytes("AssumeRole.ok.xml");
    QTest::newRow("JSON on one line, slashes escaped") << QByteArray(
        R"( {"Credentials":{"SecurityToken":"CAISfake+\/==","AccessKeyId":"STS.fake-key","AccessKeySecret":"fake-secret","Expiration":"2026-03-02T19:00:00Z"},"RequestId":"R"})");
}

void DetailModelsTest::aRoleKeyIsTakenOutOfTheBody()
{
    QFETCH(QByteArray, body);
    ReplySecrets secrets = takeSecrets(body);
    QVERIFY(!body.contains("fake-secret"));
    QVERIFY(!body.contains("CAIS"));
    const auto tree = parseReply(body);
    QVERIFY(tree.has_value());
    const auto key = toAccessKey(*tree, std::move(secrets));
    QVERIFY(key.has_value());
    QCOMPARE(key->id, QStringLiteral("STS.fake-key"));
    QCOMPARE(bytesOf(key->secret), QByteArray("fake-secret"));
    QCOMPARE(bytesOf(key->securityToken), QByteArray("CAISfake+/=="));
    QCOMPARE(key->expires, std::optional<QDateTime>(utc("2026-03-02T19:00:00Z")));
}

void DetailModelsTest::oddSecretsAreLeftOutAndOverwritten_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("twice") << QByteArray(R"({"AccessKeySecret":"canary","AccessKeySecret":"canary"})");
    QTest::newRow("an escape no key needs") << QByteArray(R"({"AccessKeySecret":"canary\u0041"})");
    QTest::newRow("cut off in the value") << QByteArray(R"({"AccessKeySecret":"canary)");
    QTest::newRow("cut off in an escape") << QByteArray(R"({"AccessKeySecret":"canary\)");
    QTest::newRow("an entity in XML") << QByteArray("<R><AccessKeySecret>canary&amp;</AccessKeySecret></R>");
    QTest::newRow("XML cut off") << QByteArray("<R><AccessKeySecret>");
}

void DetailModelsTest::oddSecretsAreLeftOutAndOverwritten()
{
    QFETCH(QByteArray, body);
    const qsizetype size = body.size();
    const bool held = body.contains("canary");
    const ReplySecrets secrets = takeSecrets(body);
    QCOMPARE(body.size(), size);
    QVERIFY(!body.contains("canary"));
    const bool cut = held && !body.contains("\"}") && !body.contains("</");
    QVERIFY(secrets.accessKeySecret.isEmpty() || cut);
    QVERIFY(secrets.securityToken.isEmpty());
}

void DetailModelsTest::halfAKeyIsNone()
{
    QByteArray body = R"({"RequestId":"R","Credentials":{"AccessKeyId":"STS.a","AccessKeySecret":"s"}})";
    ReplySecrets secrets = takeSecrets(body);
    QVERIFY(!toAccessKey(json(body), std::move(secrets)).has_value());
}

void DetailModelsTest::permissionDenialsAreToldFromOtherRefusals_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("deniedAction");
    QTest::addColumn<bool>("denial");
    const auto row = [](const char *code, const char *action, bool denial) {
        QTest::newRow(code) << QString::fromLatin1(code) << QString::fromLatin1(action) << denial;
    };
    row("Forbidden.RAM", "", true);
    row("Forbidden", "", true);
    row("NoPermission", "", true);
    row("ActionUnauthorized", "", true);
    row("Some.NewCode", "kvstore:DescribeInstances", true);
    row("Forbidden.AccessKeyDisabled", "", false);
    row("Forbidden.InstanceNotFound", "", false);
    row("InvalidAccessKeyId.NotFound", "", false);
    row("SignatureDoesNotMatch", "", false);
    row("InvalidInstanceId.NotFound", "", false);
    row("Throttling.User", "", false);
}

void DetailModelsTest::permissionDenialsAreToldFromOtherRefusals()
{
    QFETCH(QString, code);
    QFETCH(QString, deniedAction);
    QFETCH(bool, denial);
    ApiError error;
    error.code = code;
    error.deniedAction = deniedAction;
    QCOMPARE(isPermissionDenial(error), denial);
}

QTEST_GUILESS_MAIN(DetailModelsTest)
#include "tst_detailmodels.moc"
