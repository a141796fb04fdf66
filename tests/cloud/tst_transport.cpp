// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/oneshotdevice.h"
#include "cloud/transport.h"
#include "cloudrig.h"
#include "support/connectproxy.h"

#include <QElapsedTimer>
#include <QTest>

using namespace uplift;
using namespace uplift::cloud;
using namespace uplift::test;

Q_DECLARE_METATYPE(uplift::cloud::WireEnd)

namespace {

constexpr std::chrono::milliseconds usualDeadline{15'000};
constexpr std::chrono::milliseconds shortDeadline{1'500};
constexpr std::chrono::milliseconds grace{1'000};

Endpoint endpointOf(const FaultServer &server)
{
    const QUrl url(server.origin());
    return {url.scheme(), url.host(), url.port()};
}

WireCall callTo(const Endpoint &endpoint, bool once)
{
    WireCall call;
    call.endpoint = endpoint;
    call.once = once;
    call.deadline = usualDeadline;
    call.maxBody = 64 * 1024;
    call.proxy.kind = ProxyRule::Kind::None;
    call.sign = [] {
        SignedRequest request;
        request.query = "InstanceId=r-bp1%2B%2F";
        request.headers = {{"content-type", "application/x-www-form-urlencoded"}};
        return Result<SignedRequest>(request);
    };
    return call;
}

/// Sends and waits for the end.
WireReply exchange(Transport &transport, WireCall call)
{
    std::optional<WireReply> reply;
    transport.send(std::move(call), [&](WireReply ended) { reply = std::move(ended); });
    const bool ended = QTest::qWaitFor([&] { return reply.has_value(); }, 30'000);
    return ended ? *reply : WireReply{};
}

} // namespace

class TransportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFaultEndsInTimeAndSaysHow_data();
    void everyFaultEndsInTimeAndSaysHow();
    void aConnectionThatFailsSaysThatNothingWasSent_data();
    void aConnectionThatFailsSaysThatNothingWasSent();
    void aProxyThatFailsSaysThatNothingWasSent_data();
    void aProxyThatFailsSaysThatNothingWasSent();
    void aTunnelThatDropsAfterTheRequestIsUnknown();
    void loopbackIsNeverAskedThroughAProxy();
    void noRedirectIsFollowed_data();
    void noRedirectIsFollowed();
    void http2IsNeverOffered();
    void twentyCallsToAHangingServerAreAllSent();
    void noCookieComesBack();
    void aLoginRequestIsNotAnsweredWithCredentials();
    void bytesThatWouldChangeOnTheWireAreNotSent_data();
    void bytesThatWouldChangeOnTheWireAreNotSent();
    void closingEndsWhatIsOpenAndWhatWaits();
    void aOneShotDeviceIsReadOnce();
};

void TransportTest::everyFaultEndsInTimeAndSaysHow_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<WireEnd>("end");
    QTest::newRow("a whole reply") << Fault::None << WireEnd::Replied;
    QTest::newRow("closed after the request") << Fault::Close << WireEnd::ClosedByPeer;
    QTest::newRow("reset after the request") << Fault::Reset << WireEnd::ClosedByPeer;
    QTest::newRow("closed in the status line") << Fault::CloseMidStatusLine << WireEnd::ClosedByPeer;
    QTest::newRow("reset in the status line") << Fault::ResetMidStatusLine << WireEnd::ClosedByPeer;
    QTest::newRow("closed in the headers") << Fault::CloseMidHeaders << WireEnd::ClosedByPeer;
    QTest::newRow("reset in the headers") << Fault::ResetMidHeaders << WireEnd::ClosedByPeer;
    QTest::newRow("closed in the body") << Fault::CloseMidBody << WireEnd::ClosedByPeer;
    QTest::newRow("reset in the body") << Fault::ResetMidBody << WireEnd::ClosedByPeer;
    QTest::newRow("closed in a chunk") << Fault::CloseMidChunk << WireEnd::ClosedByPeer;
    QTest::newRow("half a body without a length: looks whole")
        << Fault::HalfWithoutLength << WireEnd::Replied;
    QTest::newRow("hangs") << Fault::Hang << WireEnd::Deadline;
    QTest::newRow("drips the body") << Fault::DripBody << WireEnd::Deadline;
    QTest::newRow("drips the headers") << Fault::DripHeaders << WireEnd::Deadline;
    QTest::newRow("300 headers: Qt drops them all") << Fault::ManyHeaders << WireEnd::Deadline;
    QTest::newRow("64 MiB header line") << Fault::EndlessHeaderLine << WireEnd::Deadline;
    QTest::newRow("announces 1 TiB") << Fault::HugeLength << WireEnd::TooLarge;
    QTest::newRow("endless body") << Fault::EndlessBody << WireEnd::TooLarge;
    QTest::newRow("captive portal") << Fault::Html << WireEnd::Replied;
    QTest::newRow("gzip though none was asked for") << Fault::Gzip << WireEnd::Replied;
}

void TransportTest::everyFaultEndsInTimeAndSaysHow()
{
    QFETCH(Fault, fault);
    QFETCH(WireEnd, end);
    FaultServer server;
    FaultReply reply;
    reply.fault = fault;
    server.setReply(reply);
    Transport transport(optionsFor(server));
    for (const bool once : {false, true}) {
        WireCall call = callTo(endpointOf(server), once);
        if (neverEnds(fault))
            call.deadline = shortDeadline;
        const std::chrono::milliseconds deadline = call.deadline;
        const Heartbeat control(std::chrono::milliseconds(10));
        QElapsedTimer timer;
        timer.start();
        const WireReply seen = exchange(transport, std::move(call));
        const std::chrono::milliseconds allowed = control.longest < 100 ? grace : 10 * grace;
        QVERIFY2(timer.elapsed() <= (deadline + allowed).count(), qPrintable(seen.detail));
        QVERIFY2(seen.end == end, qPrintable(QStringLiteral("%1 %2").arg(int(seen.end)).arg(seen.detail)));
        QVERIFY(seen.handedOver);
        QVERIFY(seen.requestSent);
        QVERIFY2(seen.body.size() <= 64 * 1024 + 1, qPrintable(QString::number(seen.body.size())));
        QVERIFY(!seen.detail.contains(QLatin1String("InstanceId")));
    }
}

void TransportTest::aConnectionThatFailsSaysThatNothingWasSent_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<WireEnd>("end");
    QTest::newRow("nobody listens (TLS)") << QStringLiteral("refused") << WireEnd::ConnectionRefused;
    QTest::newRow("nobody listens (plain)") << QStringLiteral("refused plain") << WireEnd::ConnectionRefused;
    QTest::newRow("a certificate of somebody else's authority")
        << QStringLiteral("foreign") << WireEnd::TlsRefused;
    QTest::newRow("a certificate for another name") << QStringLiteral("other name") << WireEnd::TlsRefused;
    QTest::newRow("a name that does not exist") << QStringLiteral("no name") << WireEnd::HostNotFound;
}

void TransportTest::aConnectionThatFailsSaysThatNothingWasSent()
{
    QFETCH(QString, what);
    QFETCH(WireEnd, end);
    FaultServer server;
    FaultServer other;
    NetworkOptions options = optionsFor(what == QLatin1String("foreign") ? other : server);
    Endpoint endpoint = endpointOf(server);
    if (what.startsWith(QLatin1String("refused")))
        endpoint.port = 1;
    if (what == QLatin1String("refused plain"))
        endpoint.scheme = QStringLiteral("http");
    const ConnectProxy proxy(server.port());
    if (what == QLatin1String("other name"))
        endpoint = {QStringLiteral("https"), QStringLiteral("other.example"), -1};
    // Too long for a question to any name server, so that the test stays on this machine.
    if (what == QLatin1String("no name"))
        endpoint.host = QString(60, QLatin1Char('a'))
            + QString(QStringLiteral(".") + QString(60, QLatin1Char('b'))).repeated(4);
    Transport transport(options);
    for (const bool once : {false, true}) {
        WireCall call = callTo(endpoint, once);
        // Names lead to the loopback through a proxy alone.
        if (what == QLatin1String("other name"))
            call.proxy = {ProxyRule::Kind::Http, QStringLiteral("127.0.0.1"), proxy.port()};
        const WireReply seen = exchange(transport, std::move(call));
        QVERIFY2(seen.end == end, qPrintable(QStringLiteral("%1 %2").arg(int(seen.end)).arg(seen.detail)));
        QVERIFY2(!seen.requestSent, qPrintable(seen.detail));
        QCOMPARE(seen.tlsReasons.isEmpty(), end != WireEnd::TlsRefused);
    }
    QCOMPARE(server.requestCount(), 0);
}

void TransportTest::aProxyThatFailsSaysThatNothingWasSent_data()
{
    QTest::addColumn<int>("mode"); ///< -1: nobody listens
    QTest::addColumn<WireEnd>("end");
    QTest::newRow("open") << int(ConnectProxy::Mode::Open) << WireEnd::Replied;
    QTest::newRow("asks for a password")
        << int(ConnectProxy::Mode::AskPassword) << WireEnd::ProxyAuthRequired;
    QTest::newRow("refuses to connect") << int(ConnectProxy::Mode::Refuse) << WireEnd::ProxyRefused;
    QTest::newRow("drops the tunnel before the TLS session stands")
        << int(ConnectProxy::Mode::DropTunnel) << WireEnd::ClosedByPeer;
    QTest::newRow("hangs") << int(ConnectProxy::Mode::Hang) << WireEnd::Deadline;
    QTest::newRow("nobody listens") << -1 << WireEnd::ProxyRefused;
}

void TransportTest::aProxyThatFailsSaysThatNothingWasSent()
{
    QFETCH(int, mode);
    QFETCH(WireEnd, end);
    FaultServer server;
    const ConnectProxy proxy(server.port(), mode < 0 ? ConnectProxy::Mode::Open : ConnectProxy::Mode(mode));
    Transport transport(optionsFor(server));
    WireCall call = callTo({QStringLiteral("https"), QStringLiteral("r-kvstore.aliyuncs.com"), -1}, true);
    call.proxy = {ProxyRule::Kind::Http, QStringLiteral("127.0.0.1"), mode < 0 ? 1 : int(proxy.port())};
    if (end == WireEnd::Deadline)
        call.deadline = shortDeadline;
    const WireReply seen = exchange(transport, std::move(call));
    QVERIFY2(seen.end == end, qPrintable(QStringLiteral("%1 %2").arg(int(seen.end)).arg(seen.detail)));
    const bool replied = end == WireEnd::Replied;
    QCOMPARE(seen.requestSent, replied);
    QCOMPARE(server.requestCount(), replied ? 1 : 0);
    QCOMPARE(seen.proxy, QStringLiteral("127.0.0.1:%1").arg(mode < 0 ? 1 : int(proxy.port())));
    QVERIFY(!proxy.received().contains("InstanceId"));
}

void TransportTest::aTunnelThatDropsAfterTheRequestIsUnknown()
{
    FaultServer server;
    FaultReply reply;
    reply.fault = Fault::Reset;
    server.setReply(reply);
    const ConnectProxy proxy(server.port());
    Transport transport(optionsFor(server));
    for (int i = 1; i <= 10; ++i) {
        WireCall call = callTo({QStringLiteral("https"), QStringLiteral("r-kvstore.aliyuncs.com"), -1}, true);
        call.proxy = {ProxyRule::Kind::Http, QStringLiteral("127.0.0.1"), proxy.port()};
        const WireReply seen = exchange(transport, std::move(call));
        QVERIFY2(seen.end == WireEnd::ClosedByPeer, qPrintable(seen.detail));
        QVERIFY(seen.requestSent);
        QCOMPARE(server.requestCount(), i);
    }
}

void TransportTest::loopbackIsNeverAskedThroughAProxy()
{
    FaultServer server;
    const ConnectProxy proxy(server.port());
    Transport transport(optionsFor(server));
    WireCall call = callTo(endpointOf(server), false);
    call.proxy = {ProxyRule::Kind::Http, QStringLiteral("127.0.0.1"), proxy.port()};
    const WireReply seen = exchange(transport, std::move(call));
    QCOMPARE(seen.httpStatus, 200);
    QCOMPARE(proxy.connections(), 0);
}

void TransportTest::noRedirectIsFollowed_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {301, 302, 303, 307, 308})
        QTest::addRow("%d", status) << status;
}

void TransportTest::noRedirectIsFollowed()
{
    QFETCH(int, status);
    const TestAuthority authority;
    FaultServer server(FaultServer::Transport::Tls, authority);
    FaultServer second(FaultServer::Transport::Tls, authority);
    FaultReply reply;
    reply.status = status;
    reply.headers.emplace_back("Location", (second.origin() + QStringLiteral("/")).toLatin1());
    server.setReply(reply);
    Transport transport(optionsFor(server));
    for (const bool once : {false, true}) {
        const WireReply seen = exchange(transport, callTo(endpointOf(server), once));
        // 307 and 308 make Qt look for the upload again; one that can be read once only ends the call.
        const WireEnd expected = once && status >= 307 ? WireEnd::ClosedByPeer : WireEnd::Replied;
        QVERIFY2(seen.end == expected,
                 qPrintable(QStringLiteral("%1 %2").arg(int(seen.end)).arg(seen.detail)));
        QCOMPARE(seen.httpStatus, status);
        QVERIFY(seen.requestSent);
    }
    QCOMPARE(server.requestCount(), 2);
    QCOMPARE(second.connections(), 0);
}

void TransportTest::http2IsNeverOffered()
{
    FaultServer server; // takes h2 when it is offered
    Transport transport(optionsFor(server));
    for (const bool once : {false, true}) {
        const WireReply seen = exchange(transport, callTo(endpointOf(server), once));
        QCOMPARE(seen.httpStatus, 200);
        QVERIFY(!seen.http2);
    }
    QVERIFY(!server.offeredProtocols().contains("h2"));
    QVERIFY(server.requests().constFirst().raw.startsWith("POST /?InstanceId=r-bp1%2B%2F HTTP/1.1\r\n"));
}

void TransportTest::twentyCallsToAHangingServerAreAllSent()
{
    FaultServer server;
    FaultReply reply;
    reply.fault = Fault::Hang;
    server.setReply(reply);
    NetworkOptions options = optionsFor(server);
    options.maxInFlightPerHost = 4;
    Transport transport(options);
    int ended = 0;
    int sent = 0;
    for (int i = 0; i < 20; ++i) {
        WireCall call = callTo(endpointOf(server), false);
        call.deadline = 2 * shortDeadline;
        transport.send(std::move(call), [&](const WireReply &seen) {
            ++ended;
            sent += seen.requestSent && seen.end == WireEnd::Deadline ? 1 : 0;
        });
    }
    QTRY_COMPARE_WITH_TIMEOUT(ended, 20, 30'000);
    QCOMPARE(sent, 20);
    QCOMPARE(server.requestCount(), 20);
}

void TransportTest::noCookieComesBack()
{
    FaultServer server;
    FaultReply reply;
    reply.headers.emplace_back("Set-Cookie", "session=tracked; Path=/");
    server.setReply(reply);
    Transport transport(optionsFor(server));
    for (int i = 0; i < 2; ++i)
        QCOMPARE(exchange(transport, callTo(endpointOf(server), false)).httpStatus, 200);
    QCOMPARE(server.requests().constLast().header("Cookie"), QByteArray());
}

void TransportTest::aLoginRequestIsNotAnsweredWithCredentials()
{
    FaultServer server;
    FaultReply reply;
    reply.status = 401;
    reply.headers.emplace_back("WWW-Authenticate", "Basic realm=\"give me\"");
    server.setReply(reply);
    Transport transport(optionsFor(server));
    const WireReply seen = exchange(transport, callTo(endpointOf(server), true));
    QVERIFY(seen.end == WireEnd::Replied);
    QCOMPARE(seen.httpStatus, 401);
    QCOMPARE(server.requestCount(), 1);
}

void TransportTest::bytesThatWouldChangeOnTheWireAreNotSent_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::newRow("lower-case hex") << QByteArray("a=%2f");
    QTest::newRow("needless encoding") << QByteArray("a=%7E");
    QTest::newRow("a bare percent sign") << QByteArray("a=%");
    QTest::newRow("a blank") << QByteArray("a=b c");
    QTest::newRow("a raw byte beyond ASCII") << QByteArray("a=\xc3\xa4");
}

void TransportTest::bytesThatWouldChangeOnTheWireAreNotSent()
{
    QFETCH(QByteArray, query);
    FaultServer server;
    Transport transport(optionsFor(server));
    WireCall call = callTo(endpointOf(server), true);
    call.sign = [query] {
        SignedRequest request;
        request.query = query;
        return Result<SignedRequest>(request);
    };
    const WireReply seen = exchange(transport, std::move(call));
    QVERIFY(seen.end == WireEnd::NotSendable);
    QVERIFY(!seen.handedOver);
    QVERIFY(seen.error && seen.error->kind == Error::Kind::Internal);
    QCOMPARE(server.connections(), 0);
}

void TransportTest::closingEndsWhatIsOpenAndWhatWaits()
{
    FaultServer server;
    FaultReply reply;
    reply.fault = Fault::Hang;
    server.setReply(reply);
    auto transport = std::make_unique<Transport>(optionsFor(server));
    int cancelled = 0;
    int handedOver = 0;
    for (int i = 0; i < 6; ++i) {
        WireCall call = callTo(endpointOf(server), false);
        call.deadline = std::chrono::minutes(1);
        transport->send(std::move(call), [&](const WireReply &seen) {
            cancelled += seen.end == WireEnd::Cancelled ? 1 : 0;
            handedOver += seen.handedOver ? 1 : 0;
        });
    }
    QTRY_COMPARE(server.requestCount(), 4);
    transport.reset();
    QCOMPARE(cancelled, 6);
    QCOMPARE(handedOver, 4);
}

void TransportTest::aOneShotDeviceIsReadOnce()
{
    OneShotDevice device("abc");
    QVERIFY(device.isSequential());
    QCOMPARE(device.bytesAvailable(), 3);
    QCOMPARE(device.readAll(), QByteArray("abc"));
    QVERIFY(device.atEnd());
    QVERIFY(!device.reset());
    QVERIFY(!device.seek(0));
    QCOMPARE(device.readAll(), QByteArray());
    OneShotDevice empty({});
    QVERIFY(empty.atEnd());
    QVERIFY(!empty.reset());
}

QTEST_GUILESS_MAIN(TransportTest)
#include "tst_transport.moc"
