// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/change.h"
#include "cloud/changecall.h"
#include "cloudrig.h"
#include "support/vectors.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QTest>

using namespace uplift;
using namespace uplift::cloud;
using namespace uplift::test;

Q_DECLARE_METATYPE(uplift::cloud::ChangeRequest)

namespace {

using Texts = QMap<QString, QString>;

RegionId hangzhou() { return {QStringLiteral("cn-hangzhou")}; }
InstanceId anyInstance() { return {QStringLiteral("r-bp1zxszhcgatnx4b2c")}; }
QDateTime anyTime() { return {QDate(2026, 3, 5), QTime(18, 0, 5, 250), Qt::UTC}; }

/// "Ids=1,2" "SwitchTime=…"
Texts texts(std::initializer_list<const char *> pairs)
{
    Texts all;
    for (const char *pair : pairs) {
        const QString text = QString::fromUtf8(pair);
        all.insert(text.section(QLatin1Char('='), 0, 0), text.section(QLatin1Char('='), 1));
    }
    return all;
}

Texts decoded(const QByteArray &query)
{
    Texts parameters;
    const QList<QByteArray> pairs = query.split('&');
    for (const QByteArray &pair : pairs) {
        const qsizetype equals = pair.indexOf('=');
        parameters.insert(QString::fromUtf8(QByteArray::fromPercentEncoding(pair.left(equals))),
                          QString::fromUtf8(QByteArray::fromPercentEncoding(pair.mid(equals + 1))));
    }
    return parameters;
}

ReplyTree sample(const QString &name)
{
    return parseReply(vectorBytes(QLatin1String("responses/") + name)).value_or(ReplyTree());
}

ReplyTree json(const QByteArray &text) { return parseReply(text).value_or(ReplyTree()); }

/// The vector that starts an execution with a form body.
QJsonObject formVector(const char *file, const char *id)
{
    const QJsonArray vectors = vectorList(QString::fromLatin1(file));
    for (const auto &vector : vectors) {
        if (vector[QLatin1String("id")].toString() == QLatin1String(id))
            return vector.toObject();
    }
    return {};
}

Texts textsOf(const QJsonValue &object)
{
    Texts all;
    const QJsonObject flat = object.toObject();
    for (auto it = flat.begin(); it != flat.end(); ++it)
        all.insert(it.key(), it.value().toString());
    return all;
}

/// A vector as Uplift would send it: parameters and form in one request.
ChangeRequest requestOf(const QJsonObject &vector)
{
    const QJsonObject input = vector[QLatin1String("input")].toObject();
    ChangeRequest request{Product::Oos, hangzhou(), input[QLatin1String("action")].toString(),
                          textsOf(input[QLatin1String("parameters")]),
                          input[QLatin1String("nonce")].toString()};
    request.parameters.insert(textsOf(input[QLatin1String("form")]));
    return request;
}

Result<SignedRequest> signedAs(const QJsonObject &vector, SignatureVersion version)
{
    const QJsonObject input = vector[QLatin1String("input")].toObject();
    AccessKey key;
    key.id = input[QLatin1String("accessKeyId")].toString();
    key.secret = SecretBytes(input[QLatin1String("accessKeySecret")].toString().toUtf8());
    ConnectionSettings settings;
    settings.signature = version;
    const QDateTime when = QDateTime::fromString(input[QLatin1String("timestamp")].toString(), Qt::ISODate);
    const ChangeRequest request = requestOf(vector);
    return signOperation(toOperation(request), *endpointFor(request.product, request.region, {}), settings,
                         key, when, request.nonce);
}

QByteArray expected(const QJsonObject &vector, const char *key)
{
    return vector[QLatin1String("expected")][QLatin1String(key)].toString().toUtf8();
}

QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

} // namespace

/// What each change asks for, in the service's own spelling, and what its answer is worth.
class ChangeRequestTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyChangeIsSpelledAsTheServiceSpellsIt_data();
    void everyChangeIsSpelledAsTheServiceSpellsIt();
    void aKernelKeepsBothNamesOfTheMoment();
    void anExecutionLeavesOutWhatIsNotGiven();
    void oddRequestsAreRefusedHere_data();
    void oddRequestsAreRefusedHere();
    void backupJobsAreTakenApart_data();
    void backupJobsAreTakenApart();
    void answersGiveTheirValues_data();
    void answersGiveTheirValues();
    void oddValuesAreLeftOut();
    void aTemplateTravelsInTheSignedBodyWithV3();
    void aTemplateTravelsInTheSignedBodyWithV1();
    void everyOtherChangeStaysInTheQueryWithV3();
};

void ChangeRequestTest::everyChangeIsSpelledAsTheServiceSpellsIt_data()
{
    QTest::addColumn<ChangeRequest>("request");
    QTest::addColumn<QString>("action");
    QTest::addColumn<Texts>("parameters");
    const auto row = [](const char *name, const ChangeRequest &request, const char *action,
                        std::initializer_list<const char *> pairs) {
        QTest::newRow(name) << request << QString::fromLatin1(action) << texts(pairs);
    };
    const RegionId region = hangzhou();
    const InstanceId id = anyInstance();
    const TaskId task{QStringLiteral("t-0mqfake0000000001")};
    const QString step = QStringLiteral("exec_task");
    row("proxies, now", upgradeProxy(region, id, Moment::Now), "UpgradeProxy",
        {"InstanceId=r-bp1zxszhcgatnx4b2c", "SwitchTimeMode=Immediately"});
    row("proxies, in the window", upgradeProxy(region, id, Moment::MaintenanceWindow), "UpgradeProxy",
        {"InstanceId=r-bp1zxszhcgatnx4b2c", "SwitchTimeMode=MaintainTime"});
    const auto window = MaintenanceWindow::parse(QStringLiteral("22:00Z"), QStringLiteral("02:30Z"));
    row("maintenance window over midnight", changeMaintenanceWindow(region, id, *window),
        "ModifyInstanceMaintainTime",
        {"InstanceId=r-bp1zxszhcgatnx4b2c", "MaintainStartTime=22:00Z", "MaintainEndTime=02:30Z"});
    row("automatic upgrade on", switchAutoUpgrade(region, id, true), "ModifyDBInstanceAutoUpgrade",
        {"DBInstanceId=r-bp1zxszhcgatnx4b2c", "Value=1"});
    row("automatic upgrade off", switchAutoUpgrade(region, id, false), "ModifyDBInstanceAutoUpgrade",
        {"DBInstanceId=r-bp1zxszhcgatnx4b2c", "Value=0"});
    row("backup", createBackup(region, id), "CreateBackup", {"InstanceId=r-bp1zxszhcgatnx4b2c"});
    const QStringList ids{QStringLiteral("11111"), QStringLiteral("11112")};
    row("events moved", moveEvents(region, ids, anyTime().toOffsetFromUtc(8 * 3600)),
        "ModifyActiveOperationTasks",
        {"Ids=11111,11112", "SwitchTime=2026-03-05T18:00:05Z", "ImmediateStart=0"});
    row("events now", startEventsNow(region, ids, anyTime()), "ModifyActiveOperationTasks",
        {"Ids=11111,11112", "SwitchTime=2026-03-05T18:00:05Z", "ImmediateStart=1"});
    row("events cancelled", cancelEvents(region, ids), "CancelActiveOperationTasks", {"Ids=11111,11112"});
    row("task now", moveTask(region, task, step, RecoverMode::Immediate), "ModifyTaskInfo",
        {"RegionId=cn-hangzhou", "TaskId=t-0mqfake0000000001", "StepName=exec_task",
         "TaskAction=modifySwitchTime", R"(ActionParams={"recoverMode":"immediate"})"});
    row("task at a time", moveTask(region, task, step, RecoverMode::TimePoint, anyTime()), "ModifyTaskInfo",
        {"RegionId=cn-hangzhou", "TaskId=t-0mqfake0000000001", "StepName=exec_task",
         "TaskAction=modifySwitchTime",
         R"(ActionParams={"recoverMode":"timePoint","recoverTime":"2026-03-05T18:00:05Z"})"});
    row("task in the window", moveTask(region, task, step, RecoverMode::MaintainTime, anyTime()),
        "ModifyTaskInfo",
        {"RegionId=cn-hangzhou", "TaskId=t-0mqfake0000000001", "StepName=exec_task",
         "TaskAction=modifySwitchTime", R"(ActionParams={"recoverMode":"maintainTime"})"});
    row("another action on a task", actOnTask(region, task, step, QStringLiteral("cancel")), "ModifyTaskInfo",
        {"RegionId=cn-hangzhou", "TaskId=t-0mqfake0000000001", "StepName=exec_task", "TaskAction=cancel"});
    ExecutionStart start{region,
                         QStringLiteral("{\"Tasks\":[]}"),
                         QStringLiteral("{\"parallel\":2}"),
                         QStringLiteral("CHG-1"),
                         QStringLiteral("token-1"),
                         ExecutionStart::Mode::FailurePause,
                         true};
    row("execution", startExecution(start), "StartExecution",
        {"RegionId=cn-hangzhou", R"(TemplateContent={"Tasks":[]})", R"(Parameters={"parallel":2})",
         "Description=CHG-1", "ClientToken=token-1", "Mode=FailurePause",
         "SafetyCheck=ConfirmEveryHighRiskAction"});
    row("execution cancelled", cancelExecution(region, QStringLiteral("exec-1")), "CancelExecution",
        {"RegionId=cn-hangzhou", "ExecutionId=exec-1"});
}

void ChangeRequestTest::everyChangeIsSpelledAsTheServiceSpellsIt()
{
    QFETCH(ChangeRequest, request);
    QFETCH(QString, action);
    QFETCH(Texts, parameters);
    QCOMPARE(request.action, action);
    QCOMPARE(request.parameters, parameters);
    QCOMPARE(request.region, hangzhou());
    const bool orchestration = action.endsWith(QLatin1String("Execution"));
    QVERIFY(request.product == (orchestration ? Product::Oos : Product::RKVStore));
    QVERIFY(request.nonce.isEmpty());
    QVERIFY(!refusalOf(request).isEmpty()); // without a nonce nothing leaves
    request.nonce = newNonce();
    QCOMPARE(refusalOf(request), QString());
}

void ChangeRequestTest::aKernelKeepsBothNamesOfTheMoment()
{
    StartRequest start = anyStart(QStringLiteral("n0nce"));
    start.moment = Moment::MaintenanceWindow;
    const ChangeRequest both = upgradeKernel(start, MomentNaming::Both);
    QCOMPARE(both.parameters,
             texts({"InstanceId=r-bp1zxszhcgatnx4b2c", "Minorversion=latest_version",
                    "EffectiveTime=MaintainTime", "EffectTime=1"}));
    QCOMPARE(both.nonce, QStringLiteral("n0nce"));
    start.moment = Moment::Now;
    QCOMPARE(upgradeKernel(start, MomentNaming::EffectTime).parameters,
             texts({"InstanceId=r-bp1zxszhcgatnx4b2c", "Minorversion=latest_version", "EffectTime=0"}));
    QCOMPARE(upgradeKernel(start, MomentNaming::EffectiveTime).parameters,
             texts({"InstanceId=r-bp1zxszhcgatnx4b2c", "Minorversion=latest_version",
                    "EffectiveTime=Immediately"}));
}

void ChangeRequestTest::anExecutionLeavesOutWhatIsNotGiven()
{
    ExecutionStart start;
    start.region = hangzhou();
    start.templateContent = QStringLiteral("{}");
    QCOMPARE(startExecution(start).parameters,
             texts({"RegionId=cn-hangzhou", "TemplateContent={}", "Mode=Automatic", "SafetyCheck=Skip"}));
}

void ChangeRequestTest::oddRequestsAreRefusedHere_data()
{
    QTest::addColumn<ChangeRequest>("request");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const ChangeRequest &request, const char *says) {
        QTest::newRow(name) << request << QString::fromLatin1(says);
    };
    const auto ready = [](ChangeRequest request) {
        request.nonce = newNonce();
        return request;
    };
    ChangeRequest odd = ready(createBackup(hangzhou(), anyInstance()));
    odd.action = QStringLiteral("CreateBackup&Action=DeleteInstance");
    row("an action that is two", odd, "action");
    odd.action.clear();
    row("no action", odd, "action");
    ChangeRequest nonce = createBackup(hangzhou(), anyInstance());
    row("no nonce", nonce, "nonce");
    nonce.nonce = QStringLiteral("two words");
    row("a nonce of two words", nonce, "nonce");
    row("no instance", ready(createBackup(hangzhou(), {})), "InstanceId");
    row("no events", ready(cancelEvents(hangzhou(), {})), "Ids");
    row("events at no time", ready(moveEvents(hangzhou(), {QStringLiteral("1")}, {})), "SwitchTime");
    const TaskId task{QStringLiteral("t-1")};
    row("a task at no time",
        ready(moveTask(hangzhou(), task, QStringLiteral("exec_task"), RecoverMode::TimePoint)),
        "ActionParams");
    row("a task at no step", ready(moveTask(hangzhou(), task, {}, RecoverMode::Immediate)), "StepName");
    row("no action on a task", ready(actOnTask(hangzhou(), task, QStringLiteral("exec_task"), {})),
        "TaskAction");
    ExecutionStart start;
    start.region = hangzhou();
    row("no template", ready(startExecution(start)), "TemplateContent");
    start.templateContent = anyTemplate(64 * 1024 + 1);
    row("a template over 64 KB", ready(startExecution(start)), "64 KB");
    start.templateContent = QString(40 * 1024, QChar(0x5f00));
    row("a template over 64 KB of UTF-8", ready(startExecution(start)), "64 KB");
}

void ChangeRequestTest::oddRequestsAreRefusedHere()
{
    QFETCH(ChangeRequest, request);
    QFETCH(QString, says);
    const QString refusal = refusalOf(request);
    QVERIFY2(refusal.contains(says), qPrintable(refusal));
}

void ChangeRequestTest::backupJobsAreTakenApart_data()
{
    QTest::addColumn<QString>("answered");
    QTest::addColumn<QStringList>("ids");
    const auto row = [](const char *name, const char *answered, const char *ids) {
        QTest::newRow(name) << QString::fromLatin1(answered)
                            << QString::fromLatin1(ids).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    };
    row("one", "10220001", "10220001");
    row("one per shard", "10220001,10220002,10220003", "10220001 10220002 10220003");
    row("quoted, with blanks", "\"1022\", '2480' ", "1022 2480");
    row("one twice", "7,7", "7");
    row("commas alone", ",,\"\",", "");
    row("none", "", "");
}

void ChangeRequestTest::backupJobsAreTakenApart()
{
    QFETCH(QString, answered);
    QFETCH(QStringList, ids);
    QCOMPARE(backupJobIds(answered), ids);
}

void ChangeRequestTest::answersGiveTheirValues_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<Texts>("values");
    const auto row = [](const char *file, std::initializer_list<const char *> pairs) {
        for (const char *format : {"json", "xml"}) {
            const QByteArray name = QByteArray(file) + '.' + format;
            QTest::newRow(name.constData()) << QString::fromLatin1(name) << texts(pairs);
        }
    };
    row("CreateBackup.one", {"BackupJobID=10220001"});
    row("CreateBackup.many", {"BackupJobID=10220001,10220002,10220003"});
    row("ModifyActiveOperationTasks.ok", {"Ids=11111"});
    row("CancelActiveOperationTasks.ok", {"Ids=11111"});
    row("ModifyTaskInfo.ok", {"SuccessCount=1"});
    row("StartExecution.ok", {"ExecutionId=exec-fake0000000001", "Status=Running"});
    row("CancelExecution.ok", {});
    row("UpgradeProxy.ok", {});
    row("ModifyDBInstanceAutoUpgrade.ok", {});
    row("ModifyInstanceMaintainTime.ok", {});
    row("ModifyInstanceMinorVersion.ok", {});
}

void ChangeRequestTest::answersGiveTheirValues()
{
    QFETCH(QString, file);
    QFETCH(Texts, values);
    QCOMPARE(changeValues(sample(file)), values);
    WireReply reply;
    reply.end = WireEnd::Replied;
    reply.httpStatus = 200;
    reply.body = vectorBytes(QLatin1String("responses/") + file);
    const ChangeFacts facts = toChangeFacts(reply, {}, {});
    QVERIFY(facts.bodyComplete);
    QCOMPARE(facts.values, values);
    reply.httpStatus = 400; // an odd status: no error code, so nothing to rely on
    QVERIFY(toChangeFacts(reply, {}, {}).values.isEmpty());
    reply.httpStatus = 200;
    reply.body.chop(5);
    QVERIFY(toChangeFacts(reply, {}, {}).values.isEmpty());
}

void ChangeRequestTest::oddValuesAreLeftOut()
{
    QCOMPARE(changeValues(json(R"({"BackupJobID":10220001,"SuccessCount":0,"ErrorCode":"TaskNotFound",
        "ErrorTaskId":"t-1","Ids":["1"],"Status":"Running","ExecutionId":"exec-1"})")),
             texts({"BackupJobID=10220001", "SuccessCount=0", "ErrorCode=TaskNotFound", "ErrorTaskId=t-1"}));
    const QByteArray many(9'000, '7');
    QVERIFY(changeValues(json(R"({"BackupJobID":")" + many + R"(","ErrorCode":")" + many + "\"}")).isEmpty());
    QVERIFY(
        changeValues(json(R"({"ErrorCode":"a\u202eb","Execution":{"Status":"Run\u0000ning"}})")).isEmpty());
    QVERIFY(changeValues(json(R"({"Execution":[{"ExecutionId":"exec-1"}]})")).isEmpty());
}

void ChangeRequestTest::aTemplateTravelsInTheSignedBodyWithV3()
{
    const QJsonObject vector = formVector("signature-v3.json", "v3-17");
    QVERIFY(!vector.isEmpty());
    const Result<SignedRequest> result = signedAs(vector, SignatureVersion::V3);
    QVERIFY(result.has_value());
    QCOMPARE(result->query, expected(vector, "canonicalQueryString"));
    QCOMPARE(decoded(result->body), textsOf(vector[QLatin1String("input")][QLatin1String("form")]));
    // The SDK's encoder leaves a star as it is; ours does not, so that the body has a hash of its own.
    QCOMPARE(result->body.contains('*'), false);
    const QByteArray hash = sha256(result->body);
    QByteArray canonical = expected(vector, "canonicalRequest");
    canonical.replace(expected(vector, "hashedPayload"), hash);
    QCOMPARE(result->trace.canonicalRequest, canonical);
    const QByteArray toSign = "ACS3-HMAC-SHA256\n" + sha256(canonical);
    QCOMPARE(result->trace.signature,
             QMessageAuthenticationCode::hash(toSign, "testsecret", QCryptographicHash::Sha256).toHex());
}

void ChangeRequestTest::aTemplateTravelsInTheSignedBodyWithV1()
{
    const QJsonObject vector = formVector("signature-v1.json", "v1-17");
    QVERIFY(!vector.isEmpty());
    const Result<SignedRequest> result = signedAs(vector, SignatureVersion::V1);
    QVERIFY(result.has_value());
    QVERIFY(result->query.isEmpty());
    Texts sent = decoded(result->body);
    QCOMPARE(sent.value(QStringLiteral("Parameters")),
             vector[QLatin1String("input")][QLatin1String("form")][QLatin1String("Parameters")].toString());
    QCOMPARE(sent.take(QStringLiteral("Signature")), QString::fromLatin1(result->trace.signature));
    // The vector's caller spells its format in small letters; the rest is the same wherever it travels.
    QByteArray canonical = result->trace.canonicalQuery;
    canonical.replace("Format=JSON", "Format=json");
    QCOMPARE(canonical, expected(vector, "canonicalizedQuery"));
    QByteArray toSign = expected(vector, "stringToSign");
    const auto signature = [](const QByteArray &text) {
        return QMessageAuthenticationCode::hash(text, "testsecret&", QCryptographicHash::Sha1).toBase64();
    };
    QCOMPARE(signature(toSign), expected(vector, "signature"));
    toSign.replace("Format%3Djson", "Format%3DJSON");
    QCOMPARE(result->trace.stringToSign, toSign);
    QCOMPARE(result->trace.signature, signature(toSign));
}

void ChangeRequestTest::everyOtherChangeStaysInTheQueryWithV3()
{
    for (const ChangeRequest &request :
         {createBackup(hangzhou(), anyInstance()), cancelExecution(hangzhou(), QStringLiteral("exec-1")),
          moveTask(hangzhou(), {QStringLiteral("t-1")}, QStringLiteral("s"), RecoverMode::Immediate)}) {
        const Operation operation = toOperation(request);
        QVERIFY(operation.form.isEmpty());
        QCOMPARE(operation.parameters, request.parameters);
        QCOMPARE(operation.action, request.action);
        QVERIFY(operation.product == request.product);
    }
}

QTEST_GUILESS_MAIN(ChangeRequestTest)
#include "tst_changerequest.moc"
