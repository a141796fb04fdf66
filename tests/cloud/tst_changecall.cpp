// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloudrig.h"

#include <QTest>

#include <condition_variable>
#include <mutex>

using namespace uplift;
using namespace uplift::cloud;
using namespace uplift::test;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

RegionId hangzhou() { return {QStringLiteral("cn-hangzhou")}; }
RegionId beijing() { return {QStringLiteral("cn-beijing")}; }
InstanceId anyInstance() { return {QStringLiteral("r-bp1zxszhcgatnx4b2c")}; }

ChangeRequest ready(ChangeRequest request)
{
    request.nonce = newNonce();
    return request;
}
ChangeRequest backup(const RegionId &region = hangzhou())
{
    return ready(createBackup(region, anyInstance()));
}
ChangeRequest proxy() { return ready(upgradeProxy(hangzhou(), anyInstance(), Moment::Now)); }

FaultReply refusal(int status, const char *code)
{
    FaultReply reply;
    reply.status = status;
    reply.body = QByteArray(R"({"RequestId":"R-2","Message":"m","Code":")") + code + "\"}";
    return reply;
}

/// Nothing but what is at hand in the beginning: one call of each kind.
PacingRules oneEach()
{
    PacingRules rules;
    rules.changes = {1, minutes(10)};
    return rules;
}

/// Holds the replies to some requests back until it is opened.
class Gate {
public:
    void pass()
    {
        std::unique_lock lock(m_mutex);
        m_opened.wait_for(lock, seconds(60), [this] { return m_open; });
    }
    void open()
    {
        const std::lock_guard lock(m_mutex);
        m_open = true;
        m_opened.notify_all();
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_opened;
    bool m_open = false;
};

QList<QByteArray> actionsSeen(const FaultServer &server)
{
    QList<QByteArray> actions;
    const QList<SeenRequest> requests = server.requests();
    for (const SeenRequest &request : requests)
        actions << request.action();
    return actions;
}

} // namespace

/// Calls that change something, over the wire: when they leave, that they leave once, and what is told of
/// them.
class ChangeCallTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theAnswersValuesAreTold();
    void aRefusalIsToldAsItIs_data();
    void aRefusalIsToldAsItIs();
    void aRequestThatIsNoneNeverLeaves();
    void aTemplateNeverTravelsInTheUrl_data();
    void aTemplateNeverTravelsInTheUrl();
    void thePreviewOfATemplateHoldsNoSecret_data();
    void thePreviewOfATemplateHoldsNoSecret();
    void oneAfterTheOtherOfOneKind();
    void otherKindsRegionsAndAccountsDoNotWait();
    void changesGoAheadOfReads();
    void aThrottledChangeIsNotRepeatedAndHoldsItsLikeBack();
    void aChangeNobodyWaitsForNeverLeaves();
    void aChangeNobodyWaitsForLeavesNoLaneEither();
    void closingTellsWhoWaits();

private:
    std::shared_ptr<Client> clientOf(const FaultServer &server, const NetworkOptions &options,
                                     SignatureVersion signature = SignatureVersion::V3)
    {
        return std::make_shared<Client>(std::make_shared<Network>(options), settingsFor(server, signature),
                                        anyKey(true), m_clock);
    }
    std::shared_ptr<Client> clientOf(const FaultServer &server, const PacingRules &rules = {})
    {
        NetworkOptions options = optionsFor(server);
        options.pacing = rules;
        return clientOf(server, options);
    }
    ChangeFacts change(Client &client, const ChangeRequest &request)
    {
        std::optional<ChangeFacts> facts;
        QObject listener;
        client.change(request, &listener, [&](const ChangeFacts &told) { facts = told; });
        const bool ended = QTest::qWaitFor([&] { return facts.has_value(); }, 20'000);
        return ended ? *facts : ChangeFacts{};
    }
    /// What was asked for and posted before this has been done after it.
    void letTheNetworkThreadTurn(Network &network)
    {
        bool turned = false;
        network.worker().ask<bool>([] { return Result<bool>(true); }, this,
                                   [&](const Result<bool> &) { turned = true; });
        QTRY_VERIFY(turned);
    }
    SystemClock m_clock;
};

void ChangeCallTest::theAnswersValuesAreTold()
{
    FaultServer server;
    FaultReply reply;
    reply.body = R"({"RequestId":"R-1","BackupJobID":"10220001,10220002"})";
    server.setReply(reply);
    const ChangeRequest request = backup();
    const ChangeFacts facts = change(*clientOf(server), request);
    QVERIFY(facts.bodyComplete && facts.requestSent && facts.handedOver);
    QCOMPARE(facts.info.requestId, QStringLiteral("R-1"));
    QCOMPARE(backupJobIds(facts.values.value(QStringLiteral("BackupJobID"))).size(), 2);
    QCOMPARE(server.requestCount(), 1);
    const SeenRequest seen = server.requests().constFirst();
    QCOMPARE(seen.method, QByteArray("POST"));
    QCOMPARE(seen.action(), QByteArray("CreateBackup"));
    QCOMPARE(seen.nonce(), request.nonce.toLatin1());
    QCOMPARE(seen.parameter("InstanceId"), anyInstance().value.toLatin1());
    QCOMPARE(seen.place, 0); // a connection of its own
}

void ChangeCallTest::aRefusalIsToldAsItIs_data()
{
    QTest::addColumn<FaultReply>("reply");
    QTest::addColumn<bool>("bodyComplete");
    QTest::addColumn<QString>("code");
    FaultReply html;
    html.fault = Fault::Html;
    FaultReply partly; // a failure that comes as a success
    partly.body = R"({"RequestId":"R","SuccessCount":"0","ErrorCode":"TaskNotFound","ErrorTaskId":"t-1"})";
    QTest::newRow("refused") << refusal(400, "BackupJobExists") << true << QStringLiteral("BackupJobExists");
    QTest::newRow("throttled") << refusal(400, "Throttling.User") << true
                               << QStringLiteral("Throttling.User");
    QTest::newRow("server fault") << refusal(500, "InternalError") << true << QStringLiteral("InternalError");
    QTest::newRow("captive portal") << html << false << QString();
    QTest::newRow("a failure with status 200") << partly << true << QString();
}

void ChangeCallTest::aRefusalIsToldAsItIs()
{
    QFETCH(FaultReply, reply);
    QFETCH(bool, bodyComplete);
    QFETCH(QString, code);
    FaultServer server;
    server.setReply(reply);
    const ChangeFacts facts = change(*clientOf(server), backup());
    QVERIFY(facts.handedOver && facts.requestSent);
    QCOMPARE(facts.bodyComplete, bodyComplete);
    QCOMPARE(facts.apiError ? facts.apiError->code : QString(), code);
    const bool partly = bodyComplete && code.isEmpty();
    QCOMPARE(facts.values.value(QStringLiteral("ErrorCode")),
             partly ? QStringLiteral("TaskNotFound") : QString());
    QCOMPARE(facts.values.isEmpty(), !partly);
    QCOMPARE(server.requestCount(), 1);
}

void ChangeCallTest::aRequestThatIsNoneNeverLeaves()
{
    FaultServer server;
    const auto client = clientOf(server);
    const ChangeFacts facts = change(*client, createBackup(hangzhou(), anyInstance())); // no nonce
    QVERIFY(!facts.handedOver && !facts.requestSent && !facts.bodyComplete);
    QVERIFY2(facts.detail.contains(QLatin1String("nonce")), qPrintable(facts.detail));
    QCOMPARE(server.connections(), 0);
}

void ChangeCallTest::aTemplateNeverTravelsInTheUrl_data()
{
    QTest::addColumn<SignatureVersion>("signature");
    QTest::newRow("V3") << SignatureVersion::V3;
    QTest::newRow("V1") << SignatureVersion::V1;
}

void ChangeCallTest::aTemplateNeverTravelsInTheUrl()
{
    QFETCH(SignatureVersion, signature);
    FaultServer server;
    FaultReply reply;
    reply.body = R"({"RequestId":"R","Execution":{"ExecutionId":"exec-1","Status":"Running"}})";
    server.setReply(reply);
    const ChangeRequest request = anyExecution();
    const ChangeFacts facts = change(*clientOf(server, optionsFor(server), signature), request);
    QVERIFY2(facts.bodyComplete, qPrintable(facts.detail));
    QVERIFY(facts.requestSent);
    QCOMPARE(facts.values.value(QStringLiteral("ExecutionId")), QStringLiteral("exec-1"));
    QCOMPARE(facts.values.value(QStringLiteral("Status")), QStringLiteral("Running"));
    QCOMPARE(server.requestCount(), 1);
    const SeenRequest seen = server.requests().constFirst();
    QVERIFY2(seen.target.size() < 100, seen.target.left(200).constData());
    QCOMPARE(seen.header("Content-Type"), QByteArray("application/x-www-form-urlencoded"));
    QVERIFY(!seen.raw.contains("Transfer-Encoding"));
    for (auto it = request.parameters.begin(); it != request.parameters.end(); ++it)
        QCOMPARE(seen.parameter(it.key().toLatin1()), it.value().toUtf8());
    if (signature == SignatureVersion::V3) {
        QCOMPARE(seen.target, QByteArray("/?RegionId=cn-hangzhou"));
        QCOMPARE(seen.header("x-acs-version"), QByteArray("2019-06-01"));
        QVERIFY(seen.header("Authorization").contains("SignedHeaders=content-type;host;"));
        QCOMPARE(seen.header("x-acs-content-sha256"),
                 QCryptographicHash::hash(seen.body, QCryptographicHash::Sha256).toHex());
    }
}

void ChangeCallTest::thePreviewOfATemplateHoldsNoSecret_data() { aTemplateNeverTravelsInTheUrl_data(); }

void ChangeCallTest::thePreviewOfATemplateHoldsNoSecret()
{
    QFETCH(SignatureVersion, signature);
    FaultServer server;
    const auto client = clientOf(server, optionsFor(server), signature);
    const ChangeRequest request = anyExecution();
    const RequestPreview preview = client->previewChange(request);
    QString all = preview.method + preview.url + preview.body;
    for (const auto &[name, value] : preview.headers)
        all += name + value;
    for (const auto &[name, value] : preview.parameters)
        all += name + value;
    for (const char *secret : {"Canary", "UpliftPreview", "ExampleExample"})
        QVERIFY(!all.contains(QLatin1String(secret)));
    QVERIFY(all.contains(maskedKeyId(anyKey(true).id)));
    QVERIFY(!preview.url.contains(QLatin1String("TemplateContent")));
    QVERIFY(preview.body.contains(QLatin1String("TemplateContent=%7B%22FormatVersion")));
    QCOMPARE(preview.parameters.size(), request.parameters.size());
    QCOMPARE(server.connections(), 0);
}

void ChangeCallTest::oneAfterTheOtherOfOneKind()
{
    FaultServer server;
    PacingRules rules;
    rules.changes = {1, milliseconds(200)};
    const auto client = clientOf(server, rules);
    QElapsedTimer since;
    since.start();
    QList<QString> asked;
    int done = 0;
    for (int i = 0; i < 6; ++i) {
        const ChangeRequest request = backup();
        asked << request.nonce;
        client->change(request, this, [&](const ChangeFacts &facts) { done += facts.bodyComplete ? 1 : 0; });
    }
    QTRY_COMPARE_WITH_TIMEOUT(done, 6, 30'000);
    QVERIFY2(since.elapsed() >= 5 * 200, qPrintable(QString::number(since.elapsed())));
    QList<QString> came;
    const QList<SeenRequest> requests = server.requests();
    for (const SeenRequest &request : requests)
        came << QString::fromLatin1(request.nonce());
    QCOMPARE(QSet<QString>(came.begin(), came.end()), QSet<QString>(asked.begin(), asked.end()));
    QCOMPARE(came.size(), 6);
}

void ChangeCallTest::otherKindsRegionsAndAccountsDoNotWait()
{
    FaultServer server;
    NetworkOptions options = optionsFor(server);
    options.pacing = oneEach();
    const auto network = std::make_shared<Network>(options);
    Client one(network, settingsFor(server), anyKey(true), m_clock);
    Client other(network, settingsFor(server), anyKey(false), m_clock);
    QVERIFY(change(one, backup()).bodyComplete);
    QVERIFY(change(one, proxy()).bodyComplete);
    QVERIFY(change(one, backup(beijing())).bodyComplete);
    QVERIFY(change(other, backup()).bodyComplete);
    bool left = false;
    QObject listener;
    one.change(backup(), &listener, [&](const ChangeFacts &) { left = true; });
    QVERIFY(change(other, proxy()).bodyComplete);
    QVERIFY(!left); // its like was before it, ten minutes are not over
    QCOMPARE(server.requestCount(), 5);
}

void ChangeCallTest::changesGoAheadOfReads()
{
    Gate gate;
    FaultServer server;
    server.setResponder([&gate](const SeenRequest &request) {
        if (request.action() == "DescribeRegions")
            gate.pass();
        return FaultReply{};
    });
    NetworkOptions options = optionsFor(server);
    options.maxInFlightPerHost = 1;
    const auto client = clientOf(server, options);
    int reads = 0;
    client->describeRegions(this, [&](const auto &) { ++reads; });
    QTRY_COMPARE(server.requestCount(), 1);
    for (int i = 0; i < 3; ++i)
        client->describeEngineVersion(hangzhou(), anyInstance(), this, [&](const auto &) { ++reads; });
    bool changed = false;
    client->change(proxy(), this, [&](const ChangeFacts &facts) { changed = facts.bodyComplete; });
    gate.open();
    QTRY_VERIFY_WITH_TIMEOUT(changed && reads == 4, 20'000);
    QCOMPARE(actionsSeen(server).at(1), QByteArray("UpgradeProxy"));
    QCOMPARE(server.requestCount(), 5);
}

void ChangeCallTest::aThrottledChangeIsNotRepeatedAndHoldsItsLikeBack()
{
    FaultServer server;
    server.setResponder([](const SeenRequest &request) {
        if (request.action() != "CreateBackup")
            return FaultReply{};
        FaultReply reply = refusal(400, "Throttling.User");
        reply.headers.emplace_back("x-acs-retry-after", "60000");
        return reply;
    });
    PacingRules rules;
    rules.changes = {1'000, milliseconds(1)};
    const auto client = clientOf(server, rules);
    const ChangeFacts facts = change(*client, backup());
    QCOMPARE(facts.apiError->code, QStringLiteral("Throttling.User"));
    QCOMPARE(facts.apiError->retryAfter, std::optional(milliseconds(60'000)));
    bool left = false;
    QObject listener;
    client->change(backup(), &listener, [&](const ChangeFacts &) { left = true; });
    for (int i = 0; i < 3; ++i)
        QVERIFY(change(*client, proxy()).bodyComplete);
    QVERIFY(!left);
    QCOMPARE(actionsSeen(server).count("CreateBackup"), 1);
}

void ChangeCallTest::aChangeNobodyWaitsForNeverLeaves()
{
    FaultServer server;
    const auto client = clientOf(server, oneEach());
    QVERIFY(change(*client, backup()).bodyComplete);
    const auto sentinel = std::make_shared<int>(0);
    auto listener = std::make_unique<QObject>();
    client->change(backup(), listener.get(), [sentinel](const ChangeFacts &) {});
    QVERIFY(change(*client, proxy()).bodyComplete); // the other one waits by now
    listener.reset();
    QTRY_COMPARE_WITH_TIMEOUT(sentinel.use_count(), 1L, 20'000);
    QCOMPARE(server.requestCount(), 2);
}

void ChangeCallTest::aChangeNobodyWaitsForLeavesNoLaneEither()
{
    // Its bucket let it go, but there is no room on the wire.
    Gate gate;
    FaultServer server;
    server.setResponder([&gate](const SeenRequest &request) {
        if (request.action() == "CreateBackup")
            gate.pass();
        return FaultReply{};
    });
    NetworkOptions options = optionsFor(server);
    options.maxInFlightPerHost = 1;
    const auto client = clientOf(server, options);
    bool first = false;
    client->change(backup(), this, [&](const ChangeFacts &facts) { first = facts.bodyComplete; });
    QTRY_COMPARE(server.requestCount(), 1);
    auto listener = std::make_unique<QObject>();
    const ChangeRequest dropped = proxy();
    client->change(dropped, listener.get(), [](const ChangeFacts &) {});
    bool last = false;
    client->change(backup(), this, [&](const ChangeFacts &facts) { last = facts.bodyComplete; });
    listener.reset();
    gate.open();
    QTRY_VERIFY_WITH_TIMEOUT(first && last, 20'000);
    QCOMPARE(actionsSeen(server).count("UpgradeProxy"), 0);
    QCOMPARE(server.requestCount(), 2);
}

void ChangeCallTest::closingTellsWhoWaits()
{
    FaultServer server;
    auto client = clientOf(server, oneEach());
    QVERIFY(change(*client, backup()).bodyComplete);
    std::optional<ChangeFacts> facts;
    client->change(backup(), this, [&](const ChangeFacts &told) { facts = told; });
    QVERIFY(change(*client, proxy()).bodyComplete); // the other one waits by now
    client.reset();
    QTRY_VERIFY(facts.has_value());
    QVERIFY(facts->transport == ChangeFacts::Transport::Cancelled);
    QVERIFY(!facts->handedOver && !facts->requestSent);
    QCOMPARE(server.requestCount(), 2);
}

QTEST_GUILESS_MAIN(ChangeCallTest)
#include "tst_changecall.moc"
