// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloudrig.h"
#include "support/connectproxy.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

using namespace uplift;
using namespace uplift::cloud;
using namespace uplift::test;

namespace {

void setSystemProxy(const QByteArray &proxy)
{
    qputenv("http_proxy", proxy);
    qputenv("https_proxy", proxy);
    qputenv("no_proxy", "");
}

/// Threads of this process with that name.
int threadsNamed(const QByteArray &name)
{
    int count = 0;
    QDirIterator tasks(QStringLiteral("/proc/self/task"), QDir::Dirs | QDir::NoDotAndDotDot);
    while (tasks.hasNext()) {
        QFile file(tasks.next() + QStringLiteral("/comm"));
        if (file.open(QIODevice::ReadOnly) && file.readAll().trimmed() == name)
            ++count;
    }
    return count;
}

ConnectionSettings publicSettings() { return {}; }

} // namespace

/// Calls to the service's real names; a proxy on the loopback leads them to a loopback server.
class ProxyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void credentialsOfTheSystemsProxyAreUsedAndNeverShown_data();
    void credentialsOfTheSystemsProxyAreUsedAndNeverShown();
    void aFixedProxyOfTheAccountIsUsed();
    void aHangingPacServerStopsNobody();

private:
    SystemClock m_clock;
};

void ProxyTest::initTestCase()
{
    // What else libproxy would ask for its settings.
    qunsetenv("XDG_CURRENT_DESKTOP");
    qunsetenv("all_proxy");
}

void ProxyTest::credentialsOfTheSystemsProxyAreUsedAndNeverShown_data()
{
    QTest::addColumn<QByteArray>("credentials");
    QTest::addColumn<bool>("accepted");
    QTest::newRow("right password") << QByteArray("user:proxy-pass") << true;
    QTest::newRow("wrong password") << QByteArray("user:wrong-pass") << false;
    QTest::newRow("no password") << QByteArray() << false;
}

void ProxyTest::credentialsOfTheSystemsProxyAreUsedAndNeverShown()
{
    QFETCH(QByteArray, credentials);
    QFETCH(bool, accepted);
    FaultServer server;
    const ConnectProxy proxy(server.port(), ConnectProxy::Mode::AskPassword);
    const QByteArray at = credentials.isEmpty() ? QByteArray() : credentials + '@';
    setSystemProxy("http://" + at + "127.0.0.1:" + QByteArray::number(proxy.port()));
    Client client(std::make_shared<Network>(optionsFor(server)), publicSettings(), anyKey(), m_clock);
    std::optional<ChangeFacts> facts;
    client.startUpgrade(anyStart(), this, [&](const ChangeFacts &ended) { facts = ended; });
    QTRY_VERIFY_WITH_TIMEOUT(facts, 20'000);
    QVERIFY2(facts->bodyComplete == accepted, qPrintable(facts->detail));
    QCOMPARE(server.requestCount(), accepted ? 1 : 0);
    QVERIFY(!facts->detail.contains(QLatin1String("-pass")));
    if (accepted) {
        QCOMPARE(proxy.tunnels(), QList<QByteArray>{"r-kvstore.aliyuncs.com:443"});
        return;
    }
    QVERIFY(facts->transport == ChangeFacts::Transport::ProxyRefused);
    QVERIFY(!facts->requestSent);
    std::optional<Error> error;
    client.describeRegions(this, [&](const auto &result) { error = result.error(); });
    QTRY_VERIFY_WITH_TIMEOUT(error, 20'000);
    QVERIFY(error->kind == Error::Kind::Proxy);
    QVERIFY2(error->message.contains(QLatin1String("asks for a user name and password")),
             qPrintable(error->message));
    QVERIFY(error->message.contains(QString::number(proxy.port())));
    for (const QString &part : {error->message, error->next, error->detail})
        QVERIFY(!part.contains(QLatin1String("-pass")));
}

void ProxyTest::aFixedProxyOfTheAccountIsUsed()
{
    setSystemProxy("http://127.0.0.1:1");
    FaultServer server;
    const ConnectProxy proxy(server.port());
    ConnectionSettings settings;
    settings.proxy = {ProxyRule::Kind::Http, QStringLiteral("127.0.0.1"), proxy.port()};
    Client client(std::make_shared<Network>(optionsFor(server)), settings, anyKey(), m_clock);
    std::optional<QString> host;
    client.getCallerIdentity(this, [&](const auto &result) {
        host = result.has_value() ? result->info.host : result.error().message + result.error().detail;
    });
    QTRY_VERIFY_WITH_TIMEOUT(host, 20'000);
    // The server's plain RequestId is no identity; what matters is where it was asked.
    QCOMPARE(proxy.tunnels(), QList<QByteArray>{"sts.aliyuncs.com:443"});
    QCOMPARE(server.requestCount(), 1);
}

void ProxyTest::aHangingPacServerStopsNobody()
{
    LoopbackServer pac(
        [](LoopbackServer &own, int socket, int) { (void)own.pause(socket, std::chrono::hours(1)); });
    setSystemProxy("pac+http://127.0.0.1:" + QByteArray::number(pac.port()) + "/p.pac");
    FaultServer server;
    NetworkOptions options = optionsFor(server);
    options.readDeadline = std::chrono::seconds(2);
    options.startDeadline = std::chrono::seconds(2);
    auto network = std::make_shared<Network>(options);
    const Heartbeat heartbeat(std::chrono::milliseconds(1));
    QElapsedTimer timer;
    timer.start();
    auto blocked = std::make_unique<Client>(network, publicSettings(), anyKey(), m_clock);
    std::optional<Error> error;
    std::optional<ChangeFacts> facts;
    blocked->describeRegions(this, [&](const auto &result) { error = result.error(); });
    blocked->startUpgrade(anyStart(), this, [&](const ChangeFacts &ended) { facts = ended; });
    QTRY_VERIFY(pac.connections() > 0);
    // Meanwhile another account, on the loopback, is served.
    auto free = std::make_unique<Client>(network, settingsFor(server), anyKey(), m_clock);
    std::optional<ChangeFacts> served;
    free->startUpgrade(anyStart(), this, [&](const ChangeFacts &ended) { served = ended; });
    QTRY_VERIFY(served);
    QVERIFY(served->bodyComplete);
    QVERIFY(!error && !facts);

    QTRY_VERIFY_WITH_TIMEOUT(error && facts, 10'000);
    QVERIFY2(timer.elapsed() <= 3000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(error->kind == Error::Kind::Proxy);
    QVERIFY2(error->message.contains(QLatin1String("which proxy to use")), qPrintable(error->message));
    QVERIFY(facts->transport == ChangeFacts::Transport::ProxyRefused);
    QVERIFY(!facts->handedOver && !facts->requestSent);
    qInfo("longest gap of the calling thread while the PAC server hung: %lld ms",
          qlonglong(heartbeat.longest));
    // 16 ms is the aim on an idle machine; a sanitizer on a busy one may be held up by others.
    QVERIFY2(heartbeat.longest < 500, qPrintable(QString::number(heartbeat.longest)));
    // Nor does it hold up the end of the program.
    blocked.reset();
    free.reset();
    timer.restart();
    network.reset();
    QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(threadsNamed("uplift-proxy"), 1);
    // What was left behind goes once the system answers.
    pac.stop();
    QTRY_COMPARE_WITH_TIMEOUT(threadsNamed("uplift-proxy"), 0, 30'000);
}

QTEST_GUILESS_MAIN(ProxyTest)
#include "tst_proxy.moc"
