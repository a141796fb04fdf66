// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloudrig.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace uplift;
using namespace uplift::cloud;
using namespace uplift::test;

Q_DECLARE_METATYPE(uplift::MomentNaming)
Q_DECLARE_METATYPE(uplift::Moment)
Q_DECLARE_METATYPE(uplift::SignatureVersion)

namespace {

const QByteArray noRegions = QByteArrayLiteral(R"({"RequestId":"R-1","RegionIds":{"KVStoreRegion":[]}})");

FaultReply apiError(int status, const char *code)
{
    FaultReply reply;
    reply.status = status;
    reply.body =
        QByteArrayLiteral(R"({"RequestId":"R-2","HostId":"h","Code":"%","Message":"m"})").replace('%', code);
    return reply;
}

template <class T> struct Heard {
    std::optional<Result<T>> answer;
    Handler<T> handler()
    {
        return [this](Result<T> result) { answer = std::move(result); };
    }
};

RegionId hangzhou() { return {QStringLiteral("cn-hangzhou")}; }
InstanceId anyInstance() { return {QStringLiteral("r-bp1zxszhcgatnx4b2c")}; }

} // namespace

class ClientTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bothSpellingsOfTheMomentAreSentAndAgree_data();
    void bothSpellingsOfTheMomentAreSentAndAgree();
    void theRequestIsByteForByteTheGoldenOne_data();
    void theRequestIsByteForByteTheGoldenOne();
    void aSkewedClockIsMendedByOneMoreRequest_data();
    void aSkewedClockIsMendedByOneMoreRequest();
    void aSkewedStartIsNotRepeated();
    void theOffsetIsAppliedToTheNextSignature();
    void aUsedNonceIsRenewedOnceForReads();
    void eachReadIsAnswered_data();
    void eachReadIsAnswered();
    void pagesAreReadToTheEnd();
    void anUnknownInstanceIsNotFound();
    void failuresNameHostCauseAndRemedy_data();
    void failuresNameHostCauseAndRemedy();
    void startFactsTellWhatCame_data();
    void startFactsTellWhatCame();
    void anEndpointThatIsNotOursIsRefusedHere();
    void anAnswerDiesWithItsContext();
    void thePreviewHoldsNoSecret_data();
    void thePreviewHoldsNoSecret();

private:
    std::unique_ptr<Client> clientOf(const FaultServer &server, const ConnectionSettings &settings,
                                     bool token = false)
    {
        return std::make_unique<Client>(std::make_shared<Network>(optionsFor(server)), settings,
                                        anyKey(token), m_clock);
    }
    ChangeFacts start(Client &client, const StartRequest &request)
    {
        std::optional<ChangeFacts> facts;
        client.startUpgrade(request, this, [&](const ChangeFacts &ended) { facts = ended; });
        const bool ended = QTest::qWaitFor([&] { return facts.has_value(); }, 20'000);
        return ended ? *facts : ChangeFacts{};
    }
    SystemClock m_clock;
};

void ClientTest::bothSpellingsOfTheMomentAreSentAndAgree_data()
{
    QTest::addColumn<SignatureVersion>("signature");
    QTest::addColumn<MomentNaming>("naming");
    QTest::addColumn<Moment>("moment");
    QTest::addColumn<QByteArray>("effectiveTime");
    QTest::addColumn<QByteArray>("effectTime");
    struct Naming {
        const char *name;
        MomentNaming naming;
    };
    for (const SignatureVersion signature : {SignatureVersion::V3, SignatureVersion::V1}) {
        const char *version = signature == SignatureVersion::V3 ? "V3" : "V1";
        for (const auto &[name, naming] : {Naming{"both names", MomentNaming::Both},
                                           Naming{"EffectiveTime alone", MomentNaming::EffectiveTime},
                                           Naming{"EffectTime alone", MomentNaming::EffectTime}}) {
            const bool today = naming != MomentNaming::EffectTime;
            const bool old = naming != MomentNaming::EffectiveTime;
            QTest::addRow("%s, %s, now", version, name)
                << signature << naming << Moment::Now << QByteArray(today ? "Immediately" : "")
                << QByteArray(old ? "0" : "");
            QTest::addRow("%s, %s, maintenance window", version, name)
                << signature << naming << Moment::MaintenanceWindow << QByteArray(today ? "MaintainTime" : "")
                << QByteArray(old ? "1" : "");
        }
    }
}

void ClientTest::bothSpellingsOfTheMomentAreSentAndAgree()
{
    QFETCH(SignatureVersion, signature);
    QFETCH(MomentNaming, naming);
    QFETCH(Moment, moment);
    QFETCH(QByteArray, effectiveTime);
    QFETCH(QByteArray, effectTime);
    FaultServer server;
    ConnectionSettings settings = settingsFor(server, signature);
    settings.momentNaming = naming;
    const auto client = clientOf(server, settings);
    StartRequest request = anyStart();
    request.moment = moment;
    const ChangeFacts facts = start(*client, request);
    QVERIFY2(facts.bodyComplete, qPrintable(facts.detail));
    QCOMPARE(server.requestCount(), 1);
    const SeenRequest seen = server.requests().constFirst();
    QCOMPARE(seen.action(), QByteArray("ModifyInstanceMinorVersion"));
    QCOMPARE(seen.parameter("EffectiveTime"), effectiveTime);
    QCOMPARE(seen.parameter("EffectTime"), effectTime);
    QCOMPARE(seen.raw.count("EffectiveTime="), effectiveTime.isEmpty() ? 0 : 1);
    QCOMPARE(seen.raw.count("EffectTime="), effectTime.isEmpty() ? 0 : 1);
    QCOMPARE(seen.parameter("InstanceId"), QByteArray("r-bp1zxszhcgatnx4b2c"));
    QCOMPARE(seen.parameter("Minorversion"), QByteArray("latest_version"));
}

void ClientTest::theRequestIsByteForByteTheGoldenOne_data()
{
    QTest::addColumn<SignatureVersion>("signature");
    QTest::addColumn<QString>("golden");
    QTest::newRow("start, V3") << SignatureVersion::V3 << QStringLiteral("start-v3.txt");
    QTest::newRow("start, V1") << SignatureVersion::V1 << QStringLiteral("start-v1.txt");
}

void ClientTest::theRequestIsByteForByteTheGoldenOne()
{
    QFETCH(SignatureVersion, signature);
    QFETCH(QString, golden);
    FaultServer server;
    const HandClock clock;
    Client client(std::make_shared<Network>(optionsFor(server)), settingsFor(server, signature),
                  keyOf(Canary()), clock);
    const ChangeFacts facts = start(client, anyStart(QStringLiteral("0123456789abcdef0123456789abcdef")));
    QVERIFY2(facts.bodyComplete, qPrintable(facts.detail));
    const SeenRequest request = server.requests().constFirst();
    QCOMPARE(request.header("Content-Length").toLongLong(), request.body.size());
    QString seen = QString::fromLatin1(request.raw);
    QCOMPARE(seen.count(QLatin1String("\r\n")), seen.count(QLatin1Char('\n')));
    seen.remove(QLatin1Char('\r'));
    // The port is signed with the host, and the clock goes on while the test runs: so these differ each time.
    seen.replace(QString::number(server.port()), QStringLiteral("PORT"));
    static const QRegularExpression signatureValue(
        QStringLiteral("Signature=([0-9a-f]{64}|[A-Za-z0-9%]+%3D)"));
    static const QRegularExpression length(QStringLiteral("Content-Length: [0-9]+"));
    static const QRegularExpression second(QStringLiteral("T08(:|%3A)00(:|%3A)[0-5][0-9]Z"));
    seen.replace(signatureValue, QStringLiteral("Signature=SIGNATURE"));
    seen.replace(length, QStringLiteral("Content-Length: LENGTH"));
    seen.replace(second, QStringLiteral("T08\\100\\200Z"));
    QFile file(QStringLiteral(UPLIFT_SOURCE_DIR "/tests/data/cloud/") + golden);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(seen, QString::fromLatin1(file.readAll()));
}

void ClientTest::aSkewedClockIsMendedByOneMoreRequest_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<SignatureVersion>("signature");
    constexpr int minute = 60;
    for (const SignatureVersion signature : {SignatureVersion::V3, SignatureVersion::V1}) {
        const char *version = signature == SignatureVersion::V3 ? "V3" : "V1";
        for (const int minutes : {20, 60, 24 * 60}) {
            QTest::addRow("%s, server %d min ahead", version, minutes) << minutes * minute << signature;
            QTest::addRow("%s, server %d min behind", version, minutes) << -minutes * minute << signature;
        }
    }
}

void ClientTest::aSkewedClockIsMendedByOneMoreRequest()
{
    QFETCH(int, seconds);
    QFETCH(SignatureVersion, signature);
    FaultServer server;
    server.setResponder([seconds](const SeenRequest &request) {
        const QByteArray time = request.header("x-acs-date").isEmpty() ? request.parameter("Timestamp")
                                                                       : request.header("x-acs-date");
        const QDateTime theirs = QDateTime::currentDateTimeUtc().addSecs(seconds);
        const qint64 apart = QDateTime::fromString(QString::fromLatin1(time), Qt::ISODate).secsTo(theirs);
        FaultReply reply = qAbs(apart) > 15 * 60 ? apiError(400, "InvalidTimeStamp.Expired") : FaultReply{};
        if (reply.status == 200)
            reply.body = noRegions;
        reply.clock = std::chrono::seconds(seconds);
        return reply;
    });
    const auto client = clientOf(server, settingsFor(server, signature));
    Heard<Answered<QList<Region>>> heard;
    client->describeRegions(this, heard.handler());
    QTRY_VERIFY(heard.answer);
    QVERIFY2(*heard.answer, heard.answer->has_value() ? "" : qPrintable(heard.answer->error().message));
    QCOMPARE(server.requestCount(), 2);
    QVERIFY(server.requests().at(0).nonce() != server.requests().at(1).nonce());
    QVERIFY(client->clockOffset());
    QVERIFY(qAbs(client->clockOffset()->count() - qint64(seconds) * 1000) <= 2000);
    QVERIFY((*heard.answer)->info.clockOffset.has_value());

    Heard<Answered<QList<Region>>> again;
    client->describeRegions(this, again.handler());
    QTRY_VERIFY(again.answer);
    QVERIFY(again.answer->has_value());
    QCOMPARE(server.requestCount(), 3);
}

void ClientTest::aSkewedStartIsNotRepeated()
{
    FaultServer server;
    FaultReply reply = apiError(400, "InvalidTimeStamp.Expired");
    reply.clock = std::chrono::hours(1);
    server.setReply(reply);
    const auto client = clientOf(server, settingsFor(server));
    const ChangeFacts facts = start(*client, anyStart());
    QCOMPARE(server.requestCount(), 1);
    QVERIFY(facts.apiError);
    QCOMPARE(facts.apiError->code, QStringLiteral("InvalidTimeStamp.Expired"));
    QVERIFY(client->clockOffset());
}

void ClientTest::theOffsetIsAppliedToTheNextSignature()
{
    FaultServer server;
    FaultReply reply;
    reply.body = noRegions;
    reply.clock = std::chrono::minutes(10);
    server.setReply(reply);
    const HandClock clock;
    Client client(std::make_shared<Network>(optionsFor(server)), settingsFor(server), anyKey(), clock);
    Heard<Answered<QList<Region>>> heard;
    client.describeRegions(this, heard.handler());
    QTRY_VERIFY(heard.answer);
    QVERIFY(client.clockOffset());
    const ChangeFacts facts = start(client, anyStart());
    QVERIFY(facts.bodyComplete);
    const QDateTime signedAt = QDateTime::fromString(
        QString::fromLatin1(server.requests().constLast().header("x-acs-date")), Qt::ISODate);
    const qint64 apart = signedAt.secsTo(QDateTime::currentDateTimeUtc().addSecs(600));
    QVERIFY2(qAbs(apart) <= 5, qPrintable(QString::number(apart)));
}

void ClientTest::aUsedNonceIsRenewedOnceForReads()
{
    FaultServer server;
    server.setReply(apiError(400, "SignatureNonceUsed"));
    const auto client = clientOf(server, settingsFor(server));
    Heard<Answered<QList<Region>>> heard;
    client->describeRegions(this, heard.handler());
    QTRY_VERIFY(heard.answer);
    QVERIFY(!heard.answer->has_value());
    QCOMPARE(server.requestCount(), 2);
    QVERIFY(server.requests().at(0).nonce() != server.requests().at(1).nonce());

    const ChangeFacts facts = start(*client, anyStart());
    QCOMPARE(facts.apiError->code, QStringLiteral("SignatureNonceUsed"));
    QCOMPARE(server.requestCount(), 3);
}

void ClientTest::eachReadIsAnswered_data()
{
    QTest::addColumn<QString>("operation");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("parameter");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("who am I") << QStringLiteral("GetCallerIdentity")
                              << QStringLiteral("GetCallerIdentity.ram-user") << QByteArray() << QByteArray();
    QTest::newRow("regions") << QStringLiteral("DescribeRegions") << QStringLiteral("DescribeRegions.ok")
                             << QByteArray("AcceptLanguage") << QByteArray("en-US");
    QTest::newRow("instances") << QStringLiteral("DescribeInstances")
                               << QStringLiteral("DescribeInstances.editions") << QByteArray("RegionId")
                               << QByteArray("cn-hangzhou");
    QTest::newRow("one instance") << QStringLiteral("DescribeInstanceAttribute")
                                  << QStringLiteral("DescribeInstanceAttribute.standard")
                                  << QByteArray("InstanceId") << QByteArray("r-bp1zxszhcgatnx4b2c");
    QTest::newRow("its version") << QStringLiteral("DescribeEngineVersion")
                                 << QStringLiteral("DescribeEngineVersion.outdated-standard")
                                 << QByteArray("InstanceId") << QByteArray("r-bp1zxszhcgatnx4b2c");
    QTest::newRow("its tasks") << QStringLiteral("DescribeHistoryTasks")
                               << QStringLiteral("DescribeHistoryTasks.running")
                               << QByteArray("FromStartTime") << QByteArray("2026-11-01T00:00:00Z");
    QTest::newRow("its nodes") << QStringLiteral("DescribeRoleZoneInfo")
                               << QStringLiteral("DescribeRoleZoneInfo.before") << QByteArray("QueryType")
                               << QByteArray("1");
}

void ClientTest::eachReadIsAnswered()
{
    QFETCH(QString, operation);
    QFETCH(QString, file);
    QFETCH(QByteArray, parameter);
    QFETCH(QByteArray, value);
    for (const ReplyFormat format : {ReplyFormat::Json, ReplyFormat::Xml}) {
        FaultServer server;
        FaultReply reply;
        const QString suffix = format == ReplyFormat::Json ? QStringLiteral(".json") : QStringLiteral(".xml");
        QFile body(QStringLiteral(UPLIFT_SOURCE_DIR "/tests/data/vectors/responses/") + file + suffix);
        QVERIFY(body.open(QIODevice::ReadOnly));
        reply.body = body.readAll();
        server.setReply(reply);
        ConnectionSettings settings =
            settingsFor(server, format == ReplyFormat::Json ? SignatureVersion::V3 : SignatureVersion::V1);
        settings.format = format;
        const auto client = clientOf(server, settings, true);
        int answered = 0;
        int things = 0;
        const auto count = [&](const auto &result) {
            ++answered;
            things += result.has_value() && !result->info.requestId.isEmpty() ? 1 : 0;
        };
        const QDateTime from(QDate(2026, 11, 1), QTime(0, 0), Qt::UTC);
        if (operation == QLatin1String("GetCallerIdentity"))
            client->getCallerIdentity(this, count);
        else if (operation == QLatin1String("DescribeRegions"))
            client->describeRegions(this, count);
        else if (operation == QLatin1String("DescribeInstances"))
            client->describeInstances(hangzhou(), {anyInstance()}, this, count);
        else if (operation == QLatin1String("DescribeInstanceAttribute"))
            client->describeInstance(hangzhou(), anyInstance(), this, count);
        else if (operation == QLatin1String("DescribeEngineVersion"))
            client->describeEngineVersion(hangzhou(), anyInstance(), this, count);
        else if (operation == QLatin1String("DescribeHistoryTasks"))
            client->describeTasks(hangzhou(), anyInstance(), from, from.addDays(20), this, count);
        else
            client->describeNodes(hangzhou(), anyInstance(), this, count);
        QTRY_COMPARE(answered, 1);
        QCOMPARE(things, 1);
        const SeenRequest seen = server.requests().constFirst();
        QCOMPARE(seen.action(), operation.toLatin1());
        QCOMPARE(seen.method, QByteArray("POST"));
        if (!parameter.isEmpty())
            QCOMPARE(seen.parameter(parameter), value);
        const bool inHeader = format == ReplyFormat::Json;
        QCOMPARE(inHeader ? seen.header("x-acs-security-token") : seen.parameter("SecurityToken"),
                 canary().token);
    }
}

void ClientTest::pagesAreReadToTheEnd()
{
    FaultServer server;
    server.setResponder([](const SeenRequest &request) {
        FaultReply reply;
        const QByteArray page = request.parameter("PageNumber");
        reply.body =
            R"({"RequestId":"R","PageNumber":#,"PageSize":1,"TotalCount":3,"Items":[{"TaskId":"t-#","Status":"Running"}]})";
        reply.body.replace("#", page);
        return reply;
    });
    const auto client = clientOf(server, settingsFor(server));
    Heard<Answered<QList<CloudTask>>> heard;
    const QDateTime to = QDateTime::currentDateTimeUtc();
    client->describeTasks(hangzhou(), anyInstance(), to.addDays(-1), to, this, heard.handler());
    QTRY_VERIFY(heard.answer);
    QVERIFY(heard.answer->has_value());
    QCOMPARE((*heard.answer)->value.size(), 3);
    QCOMPARE(server.requestCount(), 3);
}

void ClientTest::anUnknownInstanceIsNotFound()
{
    FaultServer server;
    FaultReply reply;
    reply.body = R"({"RequestId":"R-9","Instances":{"DBInstanceAttribute":[]}})";
    server.setReply(reply);
    const auto client = clientOf(server, settingsFor(server));
    Heard<Answered<Instance>> heard;
    client->describeInstance(hangzhou(), anyInstance(), this, heard.handler());
    QTRY_VERIFY(heard.answer);
    QVERIFY(!heard.answer->has_value());
    QVERIFY(heard.answer->error().kind == Error::Kind::NotFound);
    QVERIFY(heard.answer->error().message.contains(anyInstance().value));
    QCOMPARE(heard.answer->error().requestId, QStringLiteral("R-9"));
}

void ClientTest::failuresNameHostCauseAndRemedy_data()
{
    QTest::addColumn<FaultReply>("reply");
    QTest::addColumn<Error::Kind>("kind");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const FaultReply &reply, Error::Kind kind, const char *says) {
        QTest::newRow(name) << reply << kind << QString::fromLatin1(says);
    };
    const auto fault = [](Fault what) {
        FaultReply reply;
        reply.fault = what;
        return reply;
    };
    FaultReply redirect;
    redirect.status = 302;
    redirect.headers.emplace_back("Location", "https://portal.invalid/");
    FaultReply gateway;
    gateway.status = 502;
    gateway.headers.emplace_back("Content-Type", "text/html");
    gateway.body = "<html>Bad gateway</html>";
    FaultReply noId;
    noId.body = "{}";
    row("captive portal with HTML 200", fault(Fault::Html), Error::Kind::BadReply,
        "web page instead of an API reply");
    row("redirect", redirect, Error::Kind::BadReply, "redirect (HTTP status 302)");
    row("too large", fault(Fault::HugeLength), Error::Kind::BadReply, "larger than");
    row("half a body", fault(Fault::CloseMidBody), Error::Kind::BadReply, "closed before the whole reply");
    row("half a body that looks whole", fault(Fault::HalfWithoutLength), Error::Kind::BadReply,
        "not a whole API reply");
    row("no answer in time", fault(Fault::Hang), Error::Kind::TimedOut, "did not answer within 1 s");
    row("a gateway's error page", gateway, Error::Kind::Server, "HTTP status 502");
    row("an answer without RequestId", noId, Error::Kind::BadReply, "does not hold what was asked for");
    row("a refused permission", apiError(403, "Forbidden.RAM"), Error::Kind::Denied, "");
    row("throttling", apiError(400, "Throttling.User"), Error::Kind::Throttled, "");
}

void ClientTest::failuresNameHostCauseAndRemedy()
{
    QFETCH(FaultReply, reply);
    QFETCH(Error::Kind, kind);
    QFETCH(QString, says);
    FaultServer server;
    server.setReply(reply);
    NetworkOptions options = optionsFor(server);
    options.readDeadline = std::chrono::seconds(1);
    if (kind != Error::Kind::TimedOut)
        options.readDeadline = std::chrono::seconds(15);
    options.pacing = PacingRules().faster(100); // a read that is throttled goes again, and again
    Client client(std::make_shared<Network>(options), settingsFor(server), anyKey(true), m_clock);
    Heard<Answered<QList<Region>>> heard;
    client.describeRegions(this, heard.handler());
    QTRY_VERIFY_WITH_TIMEOUT(heard.answer, 20'000);
    QVERIFY(!heard.answer->has_value());
    const Error &error = heard.answer->error();
    QVERIFY2(error.kind == kind, qPrintable(error.message));
    QVERIFY2(error.message.contains(says), qPrintable(error.message));
    if (!says.isEmpty())
        QVERIFY2(error.message.contains(QString::number(server.port())), qPrintable(error.message));
    QVERIFY(!error.next.isEmpty());
    QVERIFY(error.change == Error::Change::No);
    for (const QString &part : {error.message, error.next, error.detail, error.providerMessage})
        QVERIFY(!part.contains(QLatin1String("Canary")));
}

void ClientTest::startFactsTellWhatCame_data()
{
    QTest::addColumn<FaultReply>("reply");
    QTest::addColumn<bool>("bodyComplete");
    QTest::addColumn<QString>("requestId");
    QTest::addColumn<QString>("code");
    FaultReply ok;
    ok.body = R"({"RequestId":"R-1"})";
    FaultReply noId;
    noId.body = "{}";
    FaultReply html;
    html.fault = Fault::Html;
    FaultReply half;
    half.fault = Fault::HalfWithoutLength;
    QTest::newRow("accepted") << ok << true << QStringLiteral("R-1") << QString();
    QTest::newRow("2xx without RequestId") << noId << false << QString() << QString();
    QTest::newRow("HTML 200") << html << false << QString() << QString();
    QTest::newRow("half a body") << half << false << QString() << QString();
    QTest::newRow("rejected") << apiError(403, "Forbidden.RAM") << true << QStringLiteral("R-2")
                              << QStringLiteral("Forbidden.RAM");
    QTest::newRow("server fault") << apiError(500, "InternalError") << true << QStringLiteral("R-2")
                                  << QStringLiteral("InternalError");
}

void ClientTest::startFactsTellWhatCame()
{
    QFETCH(FaultReply, reply);
    QFETCH(bool, bodyComplete);
    QFETCH(QString, requestId);
    QFETCH(QString, code);
    FaultServer server;
    server.setReply(reply);
    const auto client = clientOf(server, settingsFor(server));
    const ChangeFacts facts = start(*client, anyStart());
    QVERIFY(facts.transport == ChangeFacts::Transport::Replied);
    QVERIFY(facts.handedOver && facts.requestSent);
    QCOMPARE(facts.httpStatus, reply.status);
    QCOMPARE(facts.bodyComplete, bodyComplete);
    QCOMPARE(facts.info.requestId, requestId);
    QCOMPARE(facts.apiError ? facts.apiError->code : QString(), code);
    QCOMPARE(server.requestCount(), 1);
}

void ClientTest::anEndpointThatIsNotOursIsRefusedHere()
{
    FaultServer server;
    ConnectionSettings settings = settingsFor(server);
    settings.endpoint.origin = QStringLiteral("https://r-kvstore.aliyuncs.com.evil.invalid");
    const auto client = clientOf(server, settings);
    const ChangeFacts facts = start(*client, anyStart());
    QVERIFY(!facts.handedOver);
    QVERIFY(!facts.requestSent);
    Heard<Answered<QList<Region>>> heard;
    client->describeRegions(this, heard.handler());
    QTRY_VERIFY(heard.answer);
    QVERIFY(heard.answer->error().kind == Error::Kind::Input);
}

void ClientTest::anAnswerDiesWithItsContext()
{
    FaultServer server;
    server.setResponder([](const SeenRequest &request) {
        FaultReply reply;
        reply.fault = request.connection == 0 ? Fault::Hang : Fault::None;
        return reply;
    });
    const auto client = clientOf(server, settingsFor(server));
    auto dialog = std::make_unique<QObject>();
    bool answered = false;
    client->describeRegions(dialog.get(), [&](const auto &) { answered = true; });
    QTRY_COMPARE(server.requestCount(), 1);
    dialog.reset();
    Heard<Answered<QList<Region>>> later;
    client->describeRegions(this, later.handler());
    QTRY_VERIFY(later.answer);
    QVERIFY(!answered);
}

void ClientTest::thePreviewHoldsNoSecret_data()
{
    QTest::addColumn<SignatureVersion>("signature");
    QTest::newRow("V3") << SignatureVersion::V3;
    QTest::newRow("V1") << SignatureVersion::V1;
}

void ClientTest::thePreviewHoldsNoSecret()
{
    QFETCH(SignatureVersion, signature);
    FaultServer server;
    const auto client = clientOf(server, settingsFor(server, signature), true);
    const RequestPreview preview = client->previewStart(anyStart(QStringLiteral("n0nce")));
    QString all = preview.method + preview.url + preview.body;
    for (const auto &[name, value] : preview.headers)
        all += name + value;
    for (const auto &[name, value] : preview.parameters)
        all += name + value;
    for (const char *secret : {"Canary", "UpliftPreview", "ExampleExample"})
        QVERIFY2(!all.contains(QLatin1String(secret)), qPrintable(all));
    QVERIFY(all.contains(maskedKeyId(anyKey(true).id)));
    QVERIFY(all.contains(QLatin1String("n0nce")));
    QCOMPARE(preview.parameters.size(), 4);
    QCOMPARE(client->keyTail(), QStringLiteral("X7Qd"));

    const ChangeFacts facts = start(*client, anyStart(QStringLiteral("n0nce")));
    QVERIFY(facts.bodyComplete);
    const SeenRequest seen = server.requests().constFirst();
    for (const auto &[name, value] : preview.headers)
        QVERIFY2(!seen.header(name.toLatin1()).isEmpty(), qPrintable(name));
}

QTEST_GUILESS_MAIN(ClientTest)
#include "tst_client.moc"
