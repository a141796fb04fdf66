// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/rawclient.h"

#include "core/ids.h"

#include <QJsonArray>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace uplift;
using namespace uplift::practice;
using test::Draft;
using test::PracticeBench;

namespace {

const QString anyInstance = QStringLiteral("r-bp1zxszhcgatnx4b2c");

} // namespace

class PracticeCloudTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theDozenCoversEveryGroupAndManyStatuses();
    void pagesCoverTheFleetOnce();
    void instancesAreFoundByFilter_data();
    void instancesAreFoundByFilter();
    void releaseNotesAreBilingualAndLeadToTheLatest();
    void regionsSpeakTheLanguageAskedFor();
    void nodesAreListedByKind();
    void theSpecialInstancesAreAsTold();
    void aQtClientCanTalkToIt();
    void aTakenPortIsSaid();
    void eachStartMakesANewKey();
};

void PracticeCloudTest::theDozenCoversEveryGroupAndManyStatuses()
{
    PracticeBench bench;
    const auto seeds = bench.cloud().instances();
    QVERIFY(seeds.size() >= 12 && seeds.size() <= 14);
    QSet<QString> ids, names, architectures, statuses, nodeTypes, regions, deployments;
    QSet<Environment> environments;
    for (const auto &seed : seeds) {
        QVERIFY2(parseInstanceId(seed.id.value), qPrintable(seed.id.value));
        const QJsonObject shape = bench.attribute(seed.id.value);
        QCOMPARE(shape.value(QLatin1String("InstanceName")).toString(), seed.name);
        QCOMPARE(shape.value(QLatin1String("RegionId")).toString(), seed.region.value);
        ids.insert(seed.id.value);
        names.insert(seed.name);
        regions.insert(seed.region.value);
        environments.insert(seed.environment);
        QVERIFY(!seed.group.isEmpty());
        architectures.insert(shape.value(QLatin1String("ArchitectureType")).toString());
        statuses.insert(shape.value(QLatin1String("InstanceStatus")).toString());
        nodeTypes.insert(shape.value(QLatin1String("NodeType")).toString());
        deployments.insert(shape.value(QLatin1String("ComputingType")).toString());
    }
    QCOMPARE(ids.size(), seeds.size());
    QCOMPARE(names.size(), seeds.size());
    QCOMPARE(regions.size(), 4);
    QCOMPARE(environments.size(), 3);
    QCOMPARE(
        architectures,
        (QSet<QString>{QStringLiteral("cluster"), QStringLiteral("rwsplit"), QStringLiteral("standard")}));
    QCOMPARE(nodeTypes, (QSet<QString>{QStringLiteral("single"), QStringLiteral("double")}));
    QCOMPARE(deployments, (QSet<QString>{QStringLiteral("Ecs"), QStringLiteral("Machine")}));
    QCOMPARE(statuses,
             (QSet<QString>{QStringLiteral("Normal"), QStringLiteral("Changing"), QStringLiteral("Migrating"),
                            QStringLiteral("MinorVersionUpgrading")}));
}

void PracticeCloudTest::pagesCoverTheFleetOnce()
{
    PracticeOptions options;
    options.extraInstances = 120;
    PracticeBench bench(options);
    QSet<QString> seen;
    int rows = 0;
    int total = 1;
    for (int page = 1; rows < total; ++page) {
        const QJsonObject body = bench
                                     .call(QStringLiteral("DescribeInstances"),
                                           {{QStringLiteral("PageNumber"), QString::number(page)},
                                            {QStringLiteral("PageSize"), QStringLiteral("50")}})
                                     .json();
        total = body.value(QLatin1String("TotalCount")).toInt();
        const QJsonArray instances = body.value(QLatin1String("Instances"))
                                         .toObject()
                                         .value(QLatin1String("KVStoreInstance"))
                                         .toArray();
        QVERIFY(!instances.isEmpty());
        for (const auto &instance : instances)
            seen.insert(instance.toObject().value(QLatin1String("InstanceId")).toString());
        rows += static_cast<int>(instances.size());
    }
    QCOMPARE(total, 120 + static_cast<int>(bench.cloud().instances().size()));
    QCOMPARE(static_cast<int>(seen.size()), total);
}

void PracticeCloudTest::instancesAreFoundByFilter_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<int>("found");
    QTest::newRow("one id") << QStringLiteral("InstanceIds") << anyInstance << 1;
    QTest::newRow("two ids, one unknown")
        << QStringLiteral("InstanceIds") << QString(anyInstance + QStringLiteral(",r-none")) << 1;
    QTest::newRow("region") << QStringLiteral("RegionId") << QStringLiteral("cn-beijing") << 2;
    QTest::newRow("region without any") << QStringLiteral("RegionId") << QStringLiteral("eu-central-1") << 0;
    QTest::newRow("name") << QStringLiteral("SearchKey") << QStringLiteral("cart-") << 2;
    QTest::newRow("status") << QStringLiteral("InstanceStatus") << QStringLiteral("Migrating") << 1;
    QTest::newRow("architecture") << QStringLiteral("ArchitectureType") << QStringLiteral("rwsplit") << 2;
    QTest::newRow("type") << QStringLiteral("InstanceType") << QStringLiteral("Tair") << 4;
}

void PracticeCloudTest::instancesAreFoundByFilter()
{
    QFETCH(QString, name);
    QFETCH(QString, value);
    QFETCH(int, found);
    PracticeBench bench;
    const QJsonObject body = bench.call(QStringLiteral("DescribeInstances"), {{name, value}}).json();
    QCOMPARE(body.value(QLatin1String("TotalCount")).toInt(-1), found);
}

void PracticeCloudTest::releaseNotesAreBilingualAndLeadToTheLatest()
{
    PracticeBench bench;
    const QJsonObject body = bench.version(anyInstance);
    const QJsonObject latest = body.value(QLatin1String("DBLatestMinorVersion")).toObject();
    QCOMPARE(body.value(QLatin1String("MinorVersion")).toString(), QStringLiteral("redis-7.0_7.0.1.8"));
    QCOMPARE(latest.value(QLatin1String("MinorVersion")).toString(), QStringLiteral("7.0.1.14"));
    QCOMPARE(latest.value(QLatin1String("Level")).toString(), QStringLiteral("2"));
    const QJsonArray list = latest.value(QLatin1String("VersionRelease"))
                                .toObject()
                                .value(QLatin1String("ReleaseInfo"))
                                .toObject()
                                .value(QLatin1String("ReleaseInfoList"))
                                .toArray();
    QCOMPARE(list.size(), 6);
    QSet<QString> levels;
    for (const auto &entry : list) {
        const QJsonObject note = entry.toObject();
        QVERIFY(note.value(QLatin1String("ReleaseNote")).toString()
                != note.value(QLatin1String("ReleaseNoteEn")).toString());
        QVERIFY(!note.value(QLatin1String("ReleaseNoteEn")).toString().isEmpty());
        levels.insert(note.value(QLatin1String("Level")).toString());
    }
    QCOMPARE(levels.size(), 3);
    const QJsonObject inner =
        QJsonDocument::fromJson(body.value(QLatin1String("DBVersionRelease")).toString().toUtf8()).object();
    QCOMPARE(inner.value(QLatin1String("releaseInfo")).toArray().size(), 6);
    QCOMPARE(inner.value(QLatin1String("versionChangesLevel")).toInt(), 2);
}

void PracticeCloudTest::regionsSpeakTheLanguageAskedFor()
{
    PracticeBench bench;
    const auto first = [&](const QMap<QString, QString> &parameters) {
        return bench.call(QStringLiteral("DescribeRegions"), parameters)
            .json()
            .value(QLatin1String("RegionIds"))
            .toObject()
            .value(QLatin1String("KVStoreRegion"))
            .toArray()
            .at(0)
            .toObject();
    };
    QCOMPARE(first({}).value(QLatin1String("LocalName")).toString(), QStringLiteral("华东 1（杭州）"));
    const QJsonObject english = first({{QStringLiteral("AcceptLanguage"), QStringLiteral("en-US")}});
    QCOMPARE(english.value(QLatin1String("LocalName")).toString(), QStringLiteral("China (Hangzhou)"));
    QVERIFY2(
        english.value(QLatin1String("RegionEndpoint")).toString().startsWith(QLatin1String("127.0.0.1:")),
        "nothing here may lead to the real service");
}

void PracticeCloudTest::nodesAreListedByKind()
{
    PracticeBench bench;
    const auto nodes = [&](const QString &id, const QString &kind) {
        return bench
            .call(QStringLiteral("DescribeRoleZoneInfo"),
                  {{QStringLiteral("InstanceId"), id},
                   {QStringLiteral("QueryType"), kind},
                   {QStringLiteral("PageSize"), QStringLiteral("50")}})
            .json();
    };
    QCOMPARE(nodes(anyInstance, QStringLiteral("1")).value(QLatin1String("TotalCount")).toInt(), 16);
    QCOMPARE(nodes(anyInstance, QStringLiteral("0")).value(QLatin1String("TotalCount")).toInt(), 2);
    QCOMPARE(nodes(bench.idOf(QStringLiteral("dev-scratch")), QStringLiteral("1"))
                 .value(QLatin1String("TotalCount"))
                 .toInt(),
             1);
    QCOMPARE(nodes(bench.idOf(QStringLiteral("dev-scratch")), QStringLiteral("0"))
                 .value(QLatin1String("TotalCount"))
                 .toInt(),
             0);
    QCOMPARE(nodes(bench.idOf(QStringLiteral("cart-sessions")), QStringLiteral("1"))
                 .value(QLatin1String("TotalCount"))
                 .toInt(),
             5);
}

void PracticeCloudTest::theSpecialInstancesAreAsTold()
{
    PracticeOptions options;
    options.windowIn = std::chrono::minutes(7);
    PracticeBench bench(options);
    const auto attribute = [&](const char *name) { return bench.attribute(bench.idOf(QLatin1String(name))); };
    const auto version = [&](const char *name) { return bench.version(bench.idOf(QLatin1String(name))); };
    const auto text = [](const QJsonObject &object, const char *key) {
        return object.value(QLatin1String(key)).toString();
    };
    QCOMPARE(attribute("pay-dedup").value(QLatin1String("IsOrderCompleted")).toBool(true), false);
    QCOMPARE(text(attribute("loyalty-points"), "MaintainStartTime"), QStringLiteral("06:39Z"));
    QCOMPARE(text(attribute("orders-cache-stg"), "MaintainStartTime"), QStringLiteral("06:02Z"));
    QVERIFY(text(attribute("price-feed"), "MaintainStartTime")
            > text(attribute("price-feed"), "MaintainEndTime"));
    QVERIFY(text(attribute("ad-budget"), "InstanceClass").contains(QLatin1String(".sharding.")));
    QCOMPARE(text(attribute("ad-budget"), "ArchitectureType"), QStringLiteral("standard"));
    QCOMPARE(text(attribute("checkout-locks"), "ZoneType"), QStringLiteral("doublezone"));
    QVERIFY(version("dev-tair").value(QLatin1String("IsLatestVersion")).toBool());
    QVERIFY(version("dev-tair").value(QLatin1String("EnableUpgradeMinorVersion")).toBool());
    QVERIFY(version("dev-queue").value(QLatin1String("IsLatestVersion")).toBool());
    QVERIFY(!version("dev-queue").contains(QLatin1String("DBLatestMinorVersion")));
    QVERIFY(version("cart-sessions-stg").value(QLatin1String("IsLatestVersion")).toBool());
    QVERIFY(version("cart-sessions-stg").contains(QLatin1String("ProxyLatestMinorVersion")));
    QCOMPARE(text(bench.task(bench.idOf(QStringLiteral("cart-sessions"))), "Status"),
             QStringLiteral("Running"));
    QCOMPARE(text(bench.task(bench.idOf(QStringLiteral("search-hot-stg"))), "Status"),
             QStringLiteral("Failed"));
    QCOMPARE(text(bench.task(bench.idOf(QStringLiteral("dev-queue"))), "Status"), QStringLiteral("Succeed"));
}

void PracticeCloudTest::aQtClientCanTalkToIt()
{
    PracticeBench bench;
    QNetworkAccessManager manager;
    Draft draft = bench.draft(QStringLiteral("DescribeInstances"),
                              {{QStringLiteral("SearchKey"), QStringLiteral("dev-*~ +%")}});
    draft.v1 = true;
    draft.method = "GET";
    const QByteArray bytes = test::signedRequest(draft);
    const QByteArray target = bytes.mid(4, bytes.indexOf(" HTTP") - 4);
    std::unique_ptr<QNetworkReply> reply(manager.get(
        QNetworkRequest(QUrl::fromEncoded(bench.cloud().origin().toLatin1() + target, QUrl::StrictMode))));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    QVERIFY(finished.wait());
    QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 200);
    QCOMPARE(reply->header(QNetworkRequest::ContentTypeHeader).toString(),
             QStringLiteral("application/json;charset=utf-8"));
    QVERIFY(QJsonDocument::fromJson(reply->readAll()).object().contains(QLatin1String("RequestId")));
}

void PracticeCloudTest::aTakenPortIsSaid()
{
    PracticeBench bench;
    PracticeOptions options;
    options.port = static_cast<quint16>(QUrl(bench.cloud().origin()).port());
    PracticeCloud second(options);
    QVERIFY(!second.start());
    QVERIFY(second.error().contains(QString::number(options.port)));
    QVERIFY(second.origin().isEmpty());
}

void PracticeCloudTest::eachStartMakesANewKey()
{
    PracticeBench first;
    PracticeBench second;
    QVERIFY(first.cloud().accessKeyId().startsWith(QLatin1String("LTAI")));
    QCOMPARE(first.cloud().accessKeySecret().size(), 30);
    QVERIFY(first.cloud().accessKeyId() != second.cloud().accessKeyId());
    QVERIFY(first.cloud().accessKeySecret() != second.cloud().accessKeySecret());
    PracticeOptions options;
    options.key =
        PracticeKey{QStringLiteral("testid"), QStringLiteral("testsecret"), QStringLiteral("CAIStoken")};
    PracticeBench fixed(options);
    QCOMPARE(fixed.cloud().accessKeyId(), QStringLiteral("testid"));
    QCOMPARE(fixed.call(QStringLiteral("DescribeRegions")).code(), QStringLiteral("MissingSecurityToken"));
    Draft draft = fixed.draft(QStringLiteral("DescribeRegions"));
    draft.token = options.key->token;
    QCOMPARE(fixed.send(draft).status, 200);
}

QTEST_GUILESS_MAIN(PracticeCloudTest)
#include "tst_practicecloud.moc"
