// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/describe.h"
#include "support/vectors.h"

#include <QTest>

using namespace uplift;
using namespace uplift::cloud;
using namespace uplift::test;

namespace {

ReplyTree sample(const char *name)
{
    return parseReply(vectorBytes(QLatin1String("responses/") + QLatin1String(name))).value_or(ReplyTree());
}

ReplyTree json(const QByteArray &text) { return parseReply(text).value_or(ReplyTree()); }

Instance attribute(const char *name) { return toInstance(sample(name))->value_or(Instance()); }

} // namespace

/// Replies into what the DBA knows: JSON and XML alike, and nothing made up for what is missing.
class ModelsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void jsonAndXmlGiveEqualStructs_data();
    void jsonAndXmlGiveEqualStructs();
    void anInstanceIsReadInFull();
    void theListKnowsWhatTheAttributeCallDoesNot();
    void everyStatusIsReadOrKeptAsItIs();
    void anEmptyAnswerIsNoInstance();
    void versionsAndNotesAreRead();
    void brokenNotesAreKeptRaw();
    void sparseVersionsStayUnknown();
    void theProxysVersionStandsApart();
    void tasksComeNewestFirst();
    void nodesLeaveTheProxiesOut();
    void identitiesAreTold_data();
    void identitiesAreTold();
    void regionsCarryTheirEndpoints();
    void oddFieldsAreUnknown_data();
    void oddFieldsAreUnknown();
    void looseTypesAreTaken();
    void anyFieldMayBeOddWithoutHarm();
    void otherBodiesAreRefused();
};

void ModelsTest::jsonAndXmlGiveEqualStructs_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("operation");
    QTest::addColumn<int>("httpStatus");
    const QJsonArray files = vectorList(QStringLiteral("responses/index.json"), "files");
    for (const auto &entry : files) {
        const QString file = entry[QLatin1String("file")].toString();
        const QString xml = file.chopped(4) + QLatin1String("xml");
        if (file.endsWith(QLatin1String(".json"))
            && QFile::exists(vectorPath(QLatin1String("responses/") + xml)))
            QTest::newRow(qPrintable(file)) << file.chopped(5) << entry[QLatin1String("operation")].toString()
                                            << entry[QLatin1String("httpStatus")].toInt();
    }
}

void ModelsTest::jsonAndXmlGiveEqualStructs()
{
    QFETCH(QString, file);
    QFETCH(QString, operation);
    QFETCH(int, httpStatus);
    const auto fromJson =
        parseReply(vectorBytes(QLatin1String("responses/") + file + QLatin1String(".json")));
    const auto fromXml = parseReply(vectorBytes(QLatin1String("responses/") + file + QLatin1String(".xml")));
    QVERIFY(fromJson.has_value() && fromXml.has_value());
    QCOMPARE(describeReply(operation, *fromXml, httpStatus), describeReply(operation, *fromJson, httpStatus));
    QVERIFY(!toRequestId(*fromJson).isEmpty());
    const bool isError = httpStatus != 200;
    QCOMPARE(toApiError(*fromJson, httpStatus).has_value(), isError);
}

void ModelsTest::anInstanceIsReadInFull()
{
    const Instance cluster = attribute("DescribeInstanceAttribute.cloudnative-cluster.json");
    QCOMPARE(cluster.id.value, QStringLiteral("r-bp1cncluster00006"));
    QCOMPARE(cluster.name, QStringLiteral("cart"));
    QCOMPARE(cluster.region.value, QStringLiteral("cn-hangzhou"));
    QCOMPARE(cluster.secondaryZone, QStringLiteral("cn-hangzhou-g"));
    QCOMPARE(cluster.status, InstanceStatus::Normal);
    QCOMPARE(cluster.architectureType, QStringLiteral("cluster"));
    QCOMPARE(cluster.computingType, QStringLiteral("Ecs"));
    QCOMPARE(cluster.realInstanceClass, QStringLiteral("tair.rdb.with.proxy.1g"));
    QCOMPARE(cluster.zoneType, QStringLiteral("singlezone"));
    QCOMPARE(cluster.replicationMode, QStringLiteral("cluster"));
    QCOMPARE(cluster.shardCount, std::optional<int>(3));
    QCOMPARE(cluster.readOnlyCount, std::optional<int>(0));
    QCOMPARE(cluster.capacityMb, std::optional<int>(3072));
    QCOMPARE(cluster.port, std::optional<int>(6379));
    QCOMPARE(cluster.orderCompleted, std::optional<bool>(true));
    QCOMPARE(cluster.renewChangeOrder, std::optional<bool>(false));
    QVERIFY(cluster.window.has_value());
    QCOMPARE(cluster.window->startWire(), QStringLiteral("18:00Z"));
    QCOMPARE(attribute("DescribeInstanceAttribute.order-pending.xml").orderCompleted,
             std::optional<bool>(false));
    QCOMPARE(attribute("DescribeInstanceAttribute.upgrading.xml").status,
             InstanceStatus::MinorVersionUpgrading);
    QVERIFY(attribute("DescribeInstanceAttribute.window-over-midnight.json").window->length()
            < std::chrono::hours(24));
}

void ModelsTest::theListKnowsWhatTheAttributeCallDoesNot()
{
    const auto page = toInstances(sample("DescribeInstances.page2.xml"));
    QVERIFY(page.has_value());
    QCOMPARE(page->items.size(), 1);
    QCOMPARE(page->totalCount, std::optional<int>(3));
    QCOMPARE(page->pageNumber, std::optional<int>(2));
    const Instance &instance = page->items.first();
    QCOMPARE(instance.editionType, QStringLiteral("Community"));
    QVERIFY(!instance.window.has_value());
    QVERIFY(!instance.orderCompleted.has_value());
    QVERIFY(instance.tags.isEmpty());
    const auto editions = toInstances(sample("DescribeInstances.editions.json"));
    QVERIFY(editions->items.size() >= 10);
    QCOMPARE(toInstances(sample("DescribeInstances.empty.xml"))->items.size(), 0);
}

void ModelsTest::everyStatusIsReadOrKeptAsItIs()
{
    const auto page = toInstances(sample("DescribeInstances.statuses.json"));
    QVERIFY(page.has_value());
    int unknown = 0;
    for (const Instance &instance : page->items) {
        QVERIFY(!instance.statusText.isEmpty());
        unknown += instance.status == InstanceStatus::Unknown ? 1 : 0;
    }
    QVERIFY(page->items.size() > 10);
    QCOMPARE(unknown, 1);
}

void ModelsTest::anEmptyAnswerIsNoInstance()
{
    for (const char *name : {"DescribeInstanceAttribute.none.json", "DescribeInstanceAttribute.none.xml"}) {
        const auto instance = toInstance(sample(name));
        QVERIFY2(instance.has_value(), name);
        QVERIFY2(!instance->has_value(), name);
    }
}

void ModelsTest::versionsAndNotesAreRead()
{
    const auto version = toEngineVersion(sample("DescribeEngineVersion.outdated-cluster-with-proxy.xml"));
    QVERIFY(version.has_value());
    QCOMPARE(version->current.text(), QStringLiteral("0.5.7"));
    QCOMPARE(version->latest.text(), QStringLiteral("0.5.9"));
    QCOMPARE(version->level, UpdateLevel::Recommended);
    QCOMPARE(version->isLatest, std::optional<bool>(false));
    QCOMPARE(version->upgradeAvailable, std::optional<bool>(true));
    QCOMPARE(version->autoUpgrade, std::optional<bool>(true));
    QCOMPARE(version->notes.size(), 2);
    QCOMPARE(version->notes.first().version.text(), QStringLiteral("0.5.9"));
    QCOMPARE(version->notes.first().level, UpdateLevel::Critical);
    QCOMPARE(version->notes.first().english,
             QStringLiteral("Fixed: rare connection fault after a switchover."));
    QVERIFY(!version->notes.first().chinese.isEmpty());
    QCOMPARE(version->proxyLatest.text(), QStringLiteral("6.8.15"));
    QCOMPARE(version->proxyNotes.size(), 1);
    QVERIFY(version->rawNotes.isEmpty());
    const auto onlyText = toEngineVersion(json(
        R"({"Engine":"redis","DBVersionRelease":"{\"releaseInfo\":[{\"releaseVersion\":\"0.5.10\",\"level\":2,\"releaseNote\":\"x\"},{\"releaseVersion\":\"0.5.9\"}],\"versionChangesLevel\":1}"})"));
    QCOMPARE(onlyText->notes.size(), 2);
    QCOMPARE(onlyText->notes.first().version.text(), QStringLiteral("0.5.10"));
    QCOMPARE(onlyText->level, UpdateLevel::Recommended);
}

void ModelsTest::brokenNotesAreKeptRaw()
{
    for (const char *name : {"DescribeEngineVersion.broken-release-notes.json",
                             "DescribeEngineVersion.broken-release-notes.xml"}) {
        const auto version = toEngineVersion(sample(name));
        QVERIFY2(version.has_value(), name);
        QVERIFY(version->notes.isEmpty());
        QVERIFY(version->rawNotes.startsWith(QLatin1String("{\"releaseInfo\":{")));
        QCOMPARE(version->level, UpdateLevel::Unknown);
        QVERIFY(!version->latest.isKnown());
    }
}

void ModelsTest::sparseVersionsStayUnknown()
{
    const auto version = toEngineVersion(sample("DescribeEngineVersion.sparse.xml"));
    QVERIFY(version.has_value());
    QCOMPARE(version->current.text(), QStringLiteral("1.9.1"));
    QVERIFY(!version->latest.isKnown());
    QVERIFY(!version->isLatest.has_value());
    QVERIFY(!version->autoUpgrade.has_value());
    QCOMPARE(version->upgradeAvailable, std::optional<bool>(true));
    QCOMPARE(version->level, UpdateLevel::Unknown);
    QVERIFY(version->notes.isEmpty() && version->rawNotes.isEmpty());
    QVERIFY(!version->proxyCurrent.isKnown());
}

void ModelsTest::theProxysVersionStandsApart()
{
    const auto version = toEngineVersion(sample("DescribeEngineVersion.db-latest-proxy-old.json"));
    QCOMPARE(version->isLatest, std::optional<bool>(true));
    QVERIFY(!version->latest.isKnown());
    QVERIFY(version->notes.isEmpty());
    QVERIFY(MinorVersion::compare(version->proxyCurrent, version->proxyLatest) < 0);
    QCOMPARE(version->proxyLevel, UpdateLevel::Recommended);
}

void ModelsTest::tasksComeNewestFirst()
{
    const auto page = toTasks(json(R"({"Items":[
        {"TaskId":"t-1","StartTime":"2026-03-01T00:00:00Z","Status":"Failed","Progress":55},
        {"TaskId":"t-2","StartTime":"2026-03-03T00:00:00Z","Status":"RUNNING","Progress":"40","RemainTime":"90"},
        {"TaskId":"t-3","Status":"Odd"},
        {"TaskId":"t-4","StartTime":"2026-03-02T00:00:00Z","EndTime":"","Status":"Canceled","Progress":101}]})"));
    QVERIFY(page.has_value());
    QStringList ids;
    for (const CloudTask &task : page->items)
        ids << task.id.value;
    QCOMPARE(ids,
             (QStringList{QStringLiteral("t-2"), QStringLiteral("t-4"), QStringLiteral("t-1"),
                          QStringLiteral("t-3")}));
    QCOMPARE(page->items[0].status, CloudTask::Status::Running);
    QCOMPARE(page->items[0].progress, std::optional<double>(40));
    QCOMPARE(page->items[0].remaining, std::optional<std::chrono::seconds>(90));
    QCOMPARE(page->items[1].status, CloudTask::Status::Cancelled);
    QVERIFY(!page->items[1].progress.has_value());
    QVERIFY(!page->items[1].ended.isValid());
    QCOMPARE(page->items[3].status, CloudTask::Status::Unknown);
    QCOMPARE(page->items[3].statusText, QStringLiteral("Odd"));
    QVERIFY(!page->totalCount.has_value());

    const auto finished = toTasks(sample("DescribeHistoryTasks.finished.xml"));
    QCOMPARE(finished->items.size(), 2);
    QVERIFY(looksLikeMinorUpgrade(finished->items.first()));
    const auto running = toTasks(sample("DescribeHistoryTasks.running.xml"));
    QCOMPARE(running->items.size(), 1);
    QCOMPARE(toTasks(json(R"({"Items":[],"TotalCount":0})"))->items.size(), 0);
}

void ModelsTest::nodesLeaveTheProxiesOut()
{
    const auto before = toNodes(sample("DescribeRoleZoneInfo.before.xml"));
    QVERIFY(before.has_value());
    QCOMPARE(before->items.size(), 2);
    QCOMPARE(before->totalCount, std::optional<int>(3));
    QCOMPARE(before->items.first().version.text(), QStringLiteral("0.5.7"));
    QCOMPARE(before->items.first().isLatest, std::optional<bool>(false));
    QCOMPARE(toNodes(sample("DescribeRoleZoneInfo.after.json"))->items.last().isLatest,
             std::optional<bool>(true));
}

void ModelsTest::identitiesAreTold_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<int>("type");
    QTest::addColumn<QString>("principal");
    QTest::newRow("root key") << QByteArray("GetCallerIdentity.account.xml")
                              << int(CallerIdentity::Type::Account) << "root";
    QTest::newRow("RAM user") << QByteArray("GetCallerIdentity.ram-user.json")
                              << int(CallerIdentity::Type::RamUser) << "dba";
    QTest::newRow("role") << QByteArray("GetCallerIdentity.role.xml")
                          << int(CallerIdentity::Type::AssumedRole) << "dba";
}

void ModelsTest::identitiesAreTold()
{
    QFETCH(QByteArray, file);
    QFETCH(int, type);
    QFETCH(QString, principal);
    const auto identity = toCallerIdentity(sample(file.constData()));
    QVERIFY(identity.has_value());
    QCOMPARE(int(identity->type), type);
    QCOMPARE(identity->principalName, principal);
    QCOMPARE(identity->accountId, QStringLiteral("1234567890123456"));
}

void ModelsTest::regionsCarryTheirEndpoints()
{
    const auto regions = toRegions(sample("DescribeRegions.ok.xml"));
    QVERIFY(regions.has_value());
    QCOMPARE(regions->size(), 3);
    QCOMPARE(regions->at(1).endpoint, QStringLiteral("r-kvstore.cn-hongkong.aliyuncs.com"));
    QCOMPARE(regions->at(2).localName, QStringLiteral("Singapore"));
}

void ModelsTest::oddFieldsAreUnknown_data()
{
    QTest::addColumn<QByteArray>("fields");
    const QByteArray huge(100'000, 'x');
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("nulls") << QByteArray(
        R"(,"Port":null,"Capacity":null,"ShardCount":null,"IsOrderCompleted":null,"EngineVersion":null)");
    QTest::newRow("lists") << QByteArray(
        R"(,"Port":[6379],"Capacity":[],"ShardCount":[1,2],"IsOrderCompleted":[true],"EngineVersion":["5.0"])");
    QTest::newRow("objects") << QByteArray(
        R"(,"Port":{"a":1},"Capacity":{},"ShardCount":{},"IsOrderCompleted":{},"EngineVersion":{})");
    QTest::newRow("out of range") << QByteArray(
        R"(,"Port":65536,"Capacity":-1,"ShardCount":1e300,"IsOrderCompleted":2)");
    QTest::newRow("fractions") << QByteArray(
        R"(,"Port":1.5,"Capacity":0.1,"ShardCount":"1.5","IsOrderCompleted":0.5)");
    QTest::newRow("words") << QByteArray(
        R"(,"Port":"http","Capacity":"","ShardCount":"3 shards","IsOrderCompleted":"maybe")");
    QTest::newRow("booleans for numbers") << QByteArray(R"(,"Port":true,"Capacity":false,"ShardCount":true)");
    QTest::newRow("huge texts") << ",\"Port\":\"" + huge + "\",\"IsOrderCompleted\":\"" + huge
            + "\",\"EngineVersion\":\"" + huge + "\"";
    QTest::newRow("beyond 64 bits") << QByteArray(
        R"(,"Port":99999999999999999999,"Capacity":99999999999999999999999,"ShardCount":9223372036854775808)");
    QTest::newRow("odd window") << QByteArray(R"(,"MaintainStartTime":"25:00Z","MaintainEndTime":"02:00")");
}

void ModelsTest::oddFieldsAreUnknown()
{
    QFETCH(QByteArray, fields);
    const auto instance =
        toInstance(json(R"({"Instances":{"DBInstanceAttribute":[{"InstanceId":"r-1")" + fields + "}]}}"));
    QVERIFY(instance.has_value());
    QVERIFY(instance->has_value());
    const Instance &got = **instance;
    QVERIFY(!got.port.has_value());
    QVERIFY(!got.capacityMb.has_value());
    QVERIFY(!got.shardCount.has_value());
    QVERIFY(!got.orderCompleted.has_value());
    QVERIFY(!got.window.has_value());
    QVERIFY(got.engineVersion.isEmpty());
    QCOMPARE(got.status, InstanceStatus::Unknown);
}

void ModelsTest::looseTypesAreTaken()
{
    const auto instance =
        toInstance(json(R"({"Instances":{"DBInstanceAttribute":{"InstanceId":"r-1","Port":"6379",
        "ReadOnlyCount":"3","HasRenewChangeOrder":"TRUE","IsOrderCompleted":0,"EngineVersion":5,"Capacity":1024.0}}})"));
    const Instance &got = instance->value();
    QCOMPARE(got.port, std::optional<int>(6379));
    QCOMPARE(got.readOnlyCount, std::optional<int>(3));
    QCOMPARE(got.renewChangeOrder, std::optional<bool>(true));
    QCOMPARE(got.orderCompleted, std::optional<bool>(false));
    QCOMPARE(got.engineVersion, QStringLiteral("5"));
    QCOMPARE(got.capacityMb, std::optional<int>(1024));
}

namespace {

/// All trees in which one leaf or branch of `value` was replaced by `odd`.
void replaceEach(const QJsonValue &value, const QJsonValue &odd,
                 const std::function<void(const QJsonValue &)> &use)
{
    use(odd);
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            replaceEach(it.value(), odd, [&](const QJsonValue &replaced) {
                QJsonObject changed = object;
                changed.insert(it.key(), replaced);
                use(changed);
            });
        }
    } else if (value.isArray() && !value.toArray().isEmpty()) {
        const QJsonArray list = value.toArray();
        replaceEach(list.first(), odd, [&](const QJsonValue &replaced) {
            QJsonArray changed = list;
            changed.replace(0, replaced);
            use(changed);
        });
    }
}

} // namespace

void ModelsTest::anyFieldMayBeOddWithoutHarm()
{
    const QJsonValue odds[] = {QJsonValue(),
                               QJsonValue(true),
                               QJsonValue(-1),
                               QJsonValue(1e300),
                               QJsonValue(QString(70'000, QLatin1Char('x'))),
                               QJsonArray{QJsonArray{}, QJsonValue(), 1},
                               QJsonObject{{QStringLiteral("a"), 1}},
                               QStringLiteral("\u202e")};
    int tried = 0;
    for (const char *name :
         {"DescribeRegions.ok", "DescribeInstances.page1", "DescribeInstanceAttribute.cluster",
          "DescribeEngineVersion.outdated-standard", "DescribeHistoryTasks.running",
          "DescribeRoleZoneInfo.before", "GetCallerIdentity.role", "error.Forbidden.RAM"}) {
        const QString file = QLatin1String(name);
        const int status = file.startsWith(QLatin1String("error")) ? 403 : 200;
        const QJsonObject whole = sample(qPrintable(file + QLatin1String(".json"))).root;
        for (const QJsonValue &odd : odds) {
            replaceEach(whole, odd, [&](const QJsonValue &changed) {
                ReplyTree reply;
                reply.root = changed.toObject();
                const QStringList lines = describeReply(file.section(QLatin1Char('.'), 0, 0), reply, status);
                for (const QString &line : lines)
                    QVERIFY2(line.size() <= 70'000 / 4, name);
                ++tried;
            });
        }
    }
    QVERIFY(tried > 1000);
}

void ModelsTest::otherBodiesAreRefused()
{
    const ReplyTree onlyId = json(R"({"RequestId":"A0F7C3E1"})");
    QVERIFY(!toRegions(onlyId));
    QVERIFY(!toInstances(onlyId));
    QVERIFY(!toInstance(onlyId));
    QVERIFY(!toEngineVersion(onlyId));
    QVERIFY(!toTasks(onlyId));
    QVERIFY(!toNodes(onlyId));
    QVERIFY(!toCallerIdentity(onlyId));
    QCOMPARE(toInstance(onlyId).error().kind, Error::Kind::BadReply);
    QVERIFY(!toApiError(onlyId, 400).has_value());
    QCOMPARE(toRequestId(onlyId), QStringLiteral("A0F7C3E1"));
    QCOMPARE(toRequestId(json(R"({"requestId":"low"})")), QStringLiteral("low"));
    QCOMPARE(toRequestId(json(R"({"RequestId":"<b>x</b>"})")), QString());
    QCOMPARE(toRequestId(json(R"({"RequestId":["x"]})")), QString());
}

QTEST_GUILESS_MAIN(ModelsTest)
#include "tst_models.moc"
