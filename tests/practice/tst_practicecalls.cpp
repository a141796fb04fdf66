// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/published.h"
#include "practice/rawclient.h"

#include <QJsonArray>
#include <QTest>
#include <QXmlStreamReader>

using namespace uplift;
using namespace uplift::practice;
using test::Draft;
using test::PracticeBench;
using test::RawReply;

namespace {

const QString anyInstance = QStringLiteral("r-bp1zxszhcgatnx4b2c");

QString versionOf(const QString &operation)
{
    return operation == QLatin1String("GetCallerIdentity") ? QStringLiteral("2015-04-01")
                                                           : QStringLiteral("2015-01-01");
}

/// What any of the operations asks for, of one instance.
QMap<QString, QString> allParameters(const PracticeBench &bench, const QString &operation, const QString &id)
{
    const QString form = QStringLiteral("yyyy-MM-ddTHH:mm:ss");
    const bool monitor = operation == QLatin1String("DescribeHistoryMonitorValues");
    const qsizetype length = monitor ? form.size() : 16;
    const int days = monitor ? 1 : 20;
    return {{QStringLiteral("InstanceId"), id},
            {QStringLiteral("DBInstanceId"), id},
            {QStringLiteral("Value"), QStringLiteral("1")},
            {QStringLiteral("MaintainStartTime"), QStringLiteral("17:00Z")},
            {QStringLiteral("MaintainEndTime"), QStringLiteral("18:00Z")},
            {QStringLiteral("IntervalForHistory"), QStringLiteral("01m")},
            {QStringLiteral("FromStartTime"), bench.now().addDays(-20).toString(form) + u'Z'},
            {QStringLiteral("ToStartTime"), bench.now().toString(form) + u'Z'},
            {QStringLiteral("StartTime"), bench.now().addDays(-days).toString(form).left(length) + u'Z'},
            {QStringLiteral("EndTime"), bench.now().toString(form).left(length) + u'Z'}};
}

/// Not every instance allows a change, and none the same one twice.
bool isChange(const QString &operation)
{
    return !operation.startsWith(QLatin1String("Describe")) && !operation.startsWith(QLatin1String("Get"));
}

void row(const char *title, const QString &action, const QMap<QString, QString> &parameters,
         const QString &code, int status)
{
    QTest::newRow(title) << action << parameters << code << status;
}

void addBadStarts()
{
    const QString start = QStringLiteral("ModifyInstanceMinorVersion");
    const QString id = QStringLiteral("InstanceId");
    const QString moment = QStringLiteral("EffectiveTime");
    const QString former = QStringLiteral("EffectTime");
    const QString version = QStringLiteral("Minorversion");
    const QString invalid = QStringLiteral("InvalidParameter");
    const QString missing = QStringLiteral("MissingParameter");
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
}

void addBadReads()
{
    const QString list = QStringLiteral("DescribeInstances");
    const QString tasks = QStringLiteral("DescribeHistoryTasks");
    const QString id = QStringLiteral("InstanceId");
    const QString invalid = QStringLiteral("InvalidParameter");
    const QString missing = QStringLiteral("MissingParameter");
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

} // namespace

class PracticeCallsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyBodyHasPublishedFieldsAndTypes_data();
    void everyBodyHasPublishedFieldsAndTypes();
    void xmlSaysTheSameAsJson_data();
    void xmlSaysTheSameAsJson();
    void theFormatFollowsTheSignature_data();
    void theFormatFollowsTheSignature();
    void parametersMayTravelInAForm_data();
    void parametersMayTravelInAForm();
    void badCallsAreRefused_data();
    void badCallsAreRefused();
    void aWrongKeyOrSignatureIsRefused_data();
    void aWrongKeyOrSignatureIsRefused();
    void theMismatchQuotesTheStringToSign();
};

void PracticeCallsTest::everyBodyHasPublishedFieldsAndTypes_data()
{
    QTest::addColumn<QString>("operation");
    for (const char *name :
         {"DescribeInstances", "DescribeInstanceAttribute", "DescribeEngineVersion", "DescribeHistoryTasks",
          "DescribeRegions", "DescribeRoleZoneInfo", "DescribeLogicInstanceTopology",
          "DescribeActiveOperationTasks", "DescribeBackups", "DescribeClusterBackupList",
          "DescribeBackupTasks", "DescribeHistoryMonitorValues", "GetCallerIdentity",
          "ModifyInstanceMinorVersion", "UpgradeProxy", "CreateBackup", "ModifyInstanceMaintainTime",
          "ModifyDBInstanceAutoUpgrade"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void PracticeCallsTest::everyBodyHasPublishedFieldsAndTypes()
{
    QFETCH(QString, operation);
    PracticeBench bench;
    int answered = 0;
    for (const auto &seed : bench.cloud().instances()) {
        Draft draft = bench.draft(operation, allParameters(bench, operation, seed.id.value));
        draft.version = versionOf(operation);
        const RawReply reply = bench.send(draft);
        if (isChange(operation) && reply.status != 200)
            continue;
        ++answered;
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.headers.value("content-type"), QByteArray("application/json;charset=utf-8"));
        QVERIFY(!reply.headers.value("date").isEmpty());
        const QString field = test::unpublishedField(operation, reply.json());
        QVERIFY2(field.isEmpty(), qPrintable(field));
    }
    QVERIFY(answered > 0);
}

void PracticeCallsTest::xmlSaysTheSameAsJson_data() { everyBodyHasPublishedFieldsAndTypes_data(); }

void PracticeCallsTest::xmlSaysTheSameAsJson()
{
    QFETCH(QString, operation);
    PracticeBench bench;
    Draft draft = bench.draft(operation, allParameters(bench, operation, anyInstance));
    draft.version = versionOf(operation);
    const QJsonObject json = isChange(operation) ? QJsonObject() : bench.send(draft).json();
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

void PracticeCallsTest::theFormatFollowsTheSignature_data()
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

void PracticeCallsTest::theFormatFollowsTheSignature()
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

void PracticeCallsTest::parametersMayTravelInAForm_data()
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

void PracticeCallsTest::parametersMayTravelInAForm()
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

void PracticeCallsTest::badCallsAreRefused_data()
{
    using Parameters = QMap<QString, QString>;
    QTest::addColumn<QString>("action");
    QTest::addColumn<Parameters>("parameters");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("status");
    addBadStarts();
    addBadReads();
}

void PracticeCallsTest::badCallsAreRefused()
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

void PracticeCallsTest::aWrongKeyOrSignatureIsRefused_data()
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

void PracticeCallsTest::aWrongKeyOrSignatureIsRefused()
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

void PracticeCallsTest::theMismatchQuotesTheStringToSign()
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

QTEST_GUILESS_MAIN(PracticeCallsTest)
#include "tst_practicecalls.moc"
