// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/rawclient.h"

#include "core/ids.h"

#include <QDir>
#include <QJsonArray>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSet>
#include <QSignalSpy>
#include <QTest>
#include <QXmlStreamReader>

using namespace uplift;
using namespace uplift::practice;
using test::Draft;
using test::PracticeBench;
using test::RawReply;

namespace {

const QString anyInstance = QStringLiteral("r-bp1zxszhcgatnx4b2c");

/// "Instances.KVStoreInstance[].Port" → type, for every field of a body.
void collect(const QString &path, const QJsonValue &value, QMap<QString, QSet<int>> &types)
{
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (const QJsonValue &element : array)
            collect(path + QStringLiteral("[]"), element, types);
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            collect(path + u'.' + it.key(), it.value(), types);
    } else {
        types[path].insert(value.type());
    }
}

/// The fields of all published sample bodies of an operation.
QMap<QString, QSet<int>> publishedTypes(const QString &operation)
{
    QString folder = qEnvironmentVariable("UPLIFT_TEST_VECTORS");
    if (folder.isEmpty())
        folder = QStringLiteral(UPLIFT_SOURCE_DIR "/tests/data/vectors");
    const QDir responses(folder + QStringLiteral("/responses"));
    QMap<QString, QSet<int>> types;
    const QStringList files = responses.entryList({operation + QStringLiteral(".*.json")});
    for (const QString &name : files) {
        QFile file(responses.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            collect(QString(), QJsonDocument::fromJson(file.readAll()).object(), types);
    }
    return types;
}

QString versionOf(const QString &operation)
{
    return operation == QLatin1String("GetCallerIdentity") ? QStringLiteral("2015-04-01")
                                                           : QStringLiteral("2015-01-01");
}

QMap<QString, QString> taskSpan(const PracticeBench &bench)
{
    const QString form = QStringLiteral("yyyy-MM-ddTHH:mm:ss");
    return {{QStringLiteral("FromStartTime"), bench.now().addDays(-20).toString(form) + u'Z'},
            {QStringLiteral("ToStartTime"), bench.now().toString(form) + u'Z'}};
}

} // namespace

class PracticeCloudTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theDozenCoversEveryGroupAndManyStatuses();
    void everyBodyHasPublishedFieldsAndTypes_data();
    void everyBodyHasPublishedFieldsAndTypes();
    void xmlSaysTheSameAsJson_data();
    void xmlSaysTheSameAsJson();
    void theFormatFollowsTheSignature_data();
    void theFormatFollowsTheSignature();
    void parametersMayTravelInAForm_data();
    void parametersMayTravelInAForm();
    void pagesCoverTheFleetOnce();
    void instancesAreFoundByFilter_data();
    void instancesAreFoundByFilter();
    void badCallsAreRefused_data();
    void badCallsAreRefused();
    void aWrongKeyOrSignatureIsRefused_data();
    void aWrongKeyOrSignatureIsRefused();
    void theMismatchQuotesTheStringToSign();
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

void PracticeCloudTest::everyBodyHasPublishedFieldsAndTypes_data()
{
    QTest::addColumn<QString>("operation");
    for (const char *name :
         {"DescribeInstances", "DescribeInstanceAttribute", "DescribeEngineVersion", "DescribeHistoryTasks",
          "DescribeRegions", "DescribeRoleZoneInfo", "GetCallerIdentity", "ModifyInstanceMinorVersion"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void PracticeCloudTest::everyBodyHasPublishedFieldsAndTypes()
{
    QFETCH(QString, operation);
    PracticeBench bench;
    const auto published = publishedTypes(operation);
    QVERIFY(published.contains(QStringLiteral(".RequestId")));
    // Known from api.md 6.4 and 7, though no sample has them.
    const QSet<QString> documented{QStringLiteral(".Instances.KVStoreInstance[].SlaveReplicaCount"),
                                   QStringLiteral(".Node.NodeInfo[].InsType")};
    for (const auto &seed : bench.cloud().instances()) {
        QMap<QString, QString> parameters = taskSpan(bench);
        parameters.insert(QStringLiteral("InstanceId"), seed.id.value);
        Draft draft = bench.draft(operation, parameters);
        draft.version = versionOf(operation);
        const RawReply reply = bench.send(draft);
        if (operation == QLatin1String("ModifyInstanceMinorVersion") && reply.status != 200)
            continue;
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.headers.value("content-type"), QByteArray("application/json;charset=utf-8"));
        QVERIFY(!reply.headers.value("date").isEmpty());
        QMap<QString, QSet<int>> types;
        collect(QString(), reply.json(), types);
        QVERIFY(types.contains(QStringLiteral(".RequestId")));
        for (auto it = types.begin(); it != types.end(); ++it) {
            if (documented.contains(it.key()))
                continue;
            QVERIFY2(published.contains(it.key()), qPrintable(it.key()));
            QVERIFY2(published.value(it.key()).contains(it.value()),
                     qPrintable(it.key() + QStringLiteral(" has another type")));
        }
    }
}

void PracticeCloudTest::xmlSaysTheSameAsJson_data() { everyBodyHasPublishedFieldsAndTypes_data(); }

void PracticeCloudTest::xmlSaysTheSameAsJson()
{
    QFETCH(QString, operation);
    PracticeBench bench;
    QMap<QString, QString> parameters = taskSpan(bench);
    parameters.insert(QStringLiteral("InstanceId"), anyInstance);
    Draft draft = bench.draft(operation, parameters);
    draft.version = versionOf(operation);
    const QJsonObject json =
        operation == QLatin1String("ModifyInstanceMinorVersion") ? QJsonObject() : bench.send(draft).json();
    draft.accept = "text/xml";
    const RawReply reply = bench.send(draft);
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.headers.value("content-type"), QByteArray("text/xml;charset=utf-8"));
    QXmlStreamReader xml(reply.body);
    QVERIFY(xml.readNextStartElement());
    QCOMPARE(xml.name().toString(), operation + QStringLiteral("Response"));
    QMap<QString, QString> texts;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        const QString name = xml.name().toString();
        QString text;
        while (xml.readNext() == QXmlStreamReader::Characters)
            text += xml.text();
        texts.insert(name, text);
        if (xml.isStartElement())
            texts.insert(xml.name().toString(), QString());
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QVERIFY(texts.contains(QStringLiteral("RequestId")));
    for (auto it = json.begin(); it != json.end(); ++it) {
        if (!it.value().isArray() || !it.value().toArray().isEmpty())
            QVERIFY2(texts.contains(it.key()), qPrintable(it.key()));
        if (it.value().isString() && it.key() != QLatin1String("RequestId")
            && it.key() != QLatin1String("MinorVersion"))
            QCOMPARE(texts.value(it.key()), it.value().toString());
    }
}

void PracticeCloudTest::theFormatFollowsTheSignature_data()
{
    QTest::addColumn<bool>("v1");
    QTest::addColumn<QString>("format");
    QTest::addColumn<QByteArray>("type");
    QTest::newRow("V3") << false << QString() << QByteArray("application/json;charset=utf-8");
    QTest::newRow("V1 without Format") << true << QString() << QByteArray("text/xml;charset=utf-8");
    QTest::newRow("V1 XML") << true << QStringLiteral("XML") << QByteArray("text/xml;charset=utf-8");
    QTest::newRow("V1 JSON") << true << QStringLiteral("JSON")
                             << QByteArray("application/json;charset=utf-8");
    QTest::newRow("V1 json") << true << QStringLiteral("json")
                             << QByteArray("application/json;charset=utf-8");
}

void PracticeCloudTest::theFormatFollowsTheSignature()
{
    QFETCH(bool, v1);
    QFETCH(QString, format);
    QFETCH(QByteArray, type);
    PracticeBench bench;
    Draft draft = bench.draft(QStringLiteral("DescribeRegions"));
    draft.v1 = v1;
    draft.format = format;
    RawReply reply = bench.send(draft);
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.headers.value("content-type"), type);
    draft.action = QStringLiteral("Nonsense");
    reply = bench.send(draft);
    QCOMPARE(reply.status, 404);
    QCOMPARE(reply.headers.value("content-type"), type);
    QCOMPARE(reply.body.contains("<Error>"), type.startsWith("text/xml"));
}

void PracticeCloudTest::parametersMayTravelInAForm_data()
{
    QTest::addColumn<bool>("v1");
    QTest::addColumn<bool>("form");
    QTest::addColumn<QByteArray>("method");
    QTest::newRow("V3 query POST") << false << false << QByteArray("POST");
    QTest::newRow("V3 query GET") << false << false << QByteArray("GET");
    QTest::newRow("V3 form POST") << false << true << QByteArray("POST");
    QTest::newRow("V1 query POST") << true << false << QByteArray("POST");
    QTest::newRow("V1 query GET") << true << false << QByteArray("GET");
    QTest::newRow("V1 form POST") << true << true << QByteArray("POST");
}

void PracticeCloudTest::parametersMayTravelInAForm()
{
    QFETCH(bool, v1);
    QFETCH(bool, form);
    QFETCH(QByteArray, method);
    PracticeBench bench;
    Draft draft = bench.draft(QStringLiteral("DescribeInstances"),
                              {{QStringLiteral("SearchKey"), QStringLiteral("orders-cache-s")},
                               {QStringLiteral("RegionId"), QStringLiteral("cn-hangzhou")},
                               {QStringLiteral("Ignored"), QStringLiteral("a b+c*d~e%25&=é生")}});
    draft.v1 = v1;
    draft.form = form;
    draft.method = method;
    const RawReply reply = bench.send(draft);
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.json().value(QLatin1String("TotalCount")).toInt(), 1);
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

void PracticeCloudTest::badCallsAreRefused_data()
{
    using Parameters = QMap<QString, QString>;
    QTest::addColumn<QString>("action");
    QTest::addColumn<Parameters>("parameters");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("status");
    const QString start = QStringLiteral("ModifyInstanceMinorVersion");
    const QString list = QStringLiteral("DescribeInstances");
    const QString tasks = QStringLiteral("DescribeHistoryTasks");
    const QString id = QStringLiteral("InstanceId");
    const QString moment = QStringLiteral("EffectiveTime");
    const QString former = QStringLiteral("EffectTime");
    const QString version = QStringLiteral("Minorversion");
    const QString invalid = QStringLiteral("InvalidParameter");
    const QString missing = QStringLiteral("MissingParameter");
    const auto row = [&](const char *title, const QString &action, const Parameters &parameters,
                         const QString &code,
                         int status) { QTest::newRow(title) << action << parameters << code << status; };
    row("no instance", start, {}, missing, 400);
    row("unknown instance", start, {{id, QStringLiteral("r-bp1none")}},
        QStringLiteral("InvalidInstanceId.NotFound"), 404);
    row("another region", start,
        {{id, anyInstance}, {QStringLiteral("RegionId"), QStringLiteral("cn-beijing")}},
        QStringLiteral("InvalidInstanceId.NotFound"), 404);
    row("odd word for the moment", start, {{id, anyInstance}, {moment, QStringLiteral("immediately")}},
        invalid, 400);
    row("odd number for the moment", start, {{id, anyInstance}, {former, QStringLiteral("2")}}, invalid, 400);
    row("now by one name, window by the other", start,
        {{id, anyInstance}, {moment, QStringLiteral("Immediately")}, {former, QStringLiteral("1")}}, invalid,
        400);
    row("window by one name, now by the other", start,
        {{id, anyInstance}, {moment, QStringLiteral("MaintainTime")}, {former, QStringLiteral("0")}}, invalid,
        400);
    row("version nobody published", start, {{id, anyInstance}, {version, QStringLiteral("7.9.9.9")}},
        QStringLiteral("InvalidMinorVersion.NotFound"), 404);
    row("version that is none", start, {{id, anyInstance}, {version, QStringLiteral("newest")}},
        QStringLiteral("InvalidMinorVersion.NotFound"), 404);
    row("version it runs already", start, {{id, anyInstance}, {version, QStringLiteral("7.0.1.8")}},
        QStringLiteral("IncorrectEngineVersion"), 400);
    row("older version", start, {{id, anyInstance}, {version, QStringLiteral("7.0.1.7")}},
        QStringLiteral("InvalidMinorVersionLowerThanInstance"), 400);
    row("already latest", start, {{id, QStringLiteral("r-t4n6c8ei0g3v5yamkq")}},
        QStringLiteral("IncorrectEngineVersion"), 400);
    row("changing", start, {{id, QStringLiteral("r-2ze4y0n8sd6q1hvmct")}},
        QStringLiteral("IncorrectDBInstanceState"), 403);
    row("migrating", start, {{id, QStringLiteral("r-uf6p4jw8k0t3u6lqyz")}},
        QStringLiteral("IncorrectDBInstanceState"), 403);
    row("upgrading", start, {{id, QStringLiteral("r-bp1q7mm0w3hkzt5e9d")}},
        QStringLiteral("IncorrectDBInstanceState"), 403);
    row("page 0", list, {{QStringLiteral("PageNumber"), QStringLiteral("0")}}, invalid, 400);
    row("page of 51", list, {{QStringLiteral("PageSize"), QStringLiteral("51")}}, invalid, 400);
    row("31 ids", list, {{QStringLiteral("InstanceIds"), QStringLiteral("r-a,").repeated(31)}}, invalid, 400);
    row("tasks without a span", tasks, {}, missing, 400);
    row("tasks of 31 days", tasks,
        {{QStringLiteral("FromStartTime"), QStringLiteral("2026-10-18T00:00:00Z")},
         {QStringLiteral("ToStartTime"), QStringLiteral("2026-11-19T00:00:00Z")}},
        invalid, 400);
    row("tasks with a time without seconds", tasks,
        {{QStringLiteral("FromStartTime"), QStringLiteral("2026-11-18T00:00Z")},
         {QStringLiteral("ToStartTime"), QStringLiteral("2026-11-19T00:00:00Z")}},
        invalid, 400);
    row("nodes of kind 2", QStringLiteral("DescribeRoleZoneInfo"),
        {{id, anyInstance}, {QStringLiteral("QueryType"), QStringLiteral("2")}}, invalid, 400);
    row("a language nobody has", QStringLiteral("DescribeRegions"),
        {{QStringLiteral("AcceptLanguage"), QStringLiteral("de")}}, invalid, 400);
    row("no such operation", QStringLiteral("FlushInstance"), {}, QStringLiteral("InvalidAction.NotFound"),
        404);
    row("an operation of another product", QStringLiteral("GetCallerIdentity"), {},
        QStringLiteral("InvalidAction.NotFound"), 404);
}

void PracticeCloudTest::badCallsAreRefused()
{
    using Parameters = QMap<QString, QString>;
    QFETCH(QString, action);
    QFETCH(Parameters, parameters);
    QFETCH(QString, code);
    QFETCH(int, status);
    PracticeBench bench;
    const RawReply reply = bench.call(action, parameters);
    QCOMPARE(reply.code(), code);
    QCOMPARE(reply.status, status);
    for (const char *field : {"RequestId", "HostId", "Message", "Recommend"})
        QVERIFY(!reply.json().value(QLatin1String(field)).toString().isEmpty());
    for (const auto &seed : bench.cloud().instances())
        QCOMPARE(bench.cloud().startsOf(seed.id), 0);
}

void PracticeCloudTest::aWrongKeyOrSignatureIsRefused_data()
{
    QTest::addColumn<bool>("v1");
    QTest::addColumn<QString>("flaw");
    QTest::addColumn<QString>("code");
    for (const bool v1 : {false, true}) {
        const auto row = [v1](const char *flaw, const char *code) {
            QTest::newRow(qPrintable(QStringLiteral("%1 %2").arg(v1 ? u"V1" : u"V3", QLatin1String(flaw))))
                << v1 << QString::fromLatin1(flaw) << QString::fromLatin1(code);
        };
        row("another key id", "InvalidAccessKeyId.NotFound");
        row("another secret", "SignatureDoesNotMatch");
        row("an hour ago", "InvalidTimeStamp.Expired");
        row("an hour ahead", "InvalidTimeStamp.Expired");
        row("a token nobody gave", "InvalidSecurityToken.MismatchWithAccessKey");
        row("a nonce used before", "SignatureNonceUsed");
        row("another version", "InvalidVersion");
    }
}

void PracticeCloudTest::aWrongKeyOrSignatureIsRefused()
{
    QFETCH(bool, v1);
    QFETCH(QString, flaw);
    QFETCH(QString, code);
    PracticeBench bench;
    Draft draft = bench.draft(QStringLiteral("DescribeRegions"));
    draft.v1 = v1;
    if (flaw == QLatin1String("another key id"))
        draft.keyId += u'x';
    else if (flaw == QLatin1String("another secret"))
        draft.secret += 'x';
    else if (flaw == QLatin1String("an hour ago"))
        draft.time = draft.time.addSecs(-3600);
    else if (flaw == QLatin1String("an hour ahead"))
        draft.time = draft.time.addSecs(3600);
    else if (flaw == QLatin1String("a token nobody gave"))
        draft.token = QStringLiteral("CAISfake");
    else if (flaw == QLatin1String("another version"))
        draft.version = QStringLiteral("2014-05-26");
    if (flaw == QLatin1String("a nonce used before")) {
        draft.nonce = QStringLiteral("once");
        QCOMPARE(bench.send(draft).status, 200);
    }
    QCOMPARE(bench.send(draft).code(), code);
}

void PracticeCloudTest::theMismatchQuotesTheStringToSign()
{
    PracticeBench bench;
    Draft draft = bench.draft(QStringLiteral("DescribeRegions"));
    draft.secret = "wrong";
    QString message = bench.send(draft).json().value(QLatin1String("Message")).toString();
    QVERIFY(message.contains(QLatin1String("string to sign is:ACS3-HMAC-SHA256\n")));
    QVERIFY(message.contains(QLatin1String("x-acs-action:DescribeRegions")));
    draft.v1 = true;
    message = bench.send(draft).json().value(QLatin1String("Message")).toString();
    QVERIFY(message.contains(QLatin1String("string to sign is:POST&%2F&AccessKeyId%3D")));
    QVERIFY(!message.contains(bench.cloud().accessKeySecret()));
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
