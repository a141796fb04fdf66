// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/authorities.h"
#include "cloud/endpointtrial.h"
#include "cloudrig.h"
#include "support/connectproxy.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace uplift;
using namespace uplift::cloud;
using namespace uplift::test;

namespace {

QByteArray keyBlock()
{
    return "-----BEGIN " + QByteArray("PRIVATE KEY-----\nQ0FOQVJZ\n-----END PRIVATE KEY-----\n");
}

ProxyRule through(const ConnectProxy &proxy)
{
    return {ProxyRule::Kind::Http, QStringLiteral("127.0.0.1"), proxy.port()};
}

} // namespace

/// A certificate file of one account, and the trial of endpoint, proxy and certificates.
class AuthoritiesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void certificatesAreRead();
    void aBadFileIsNamedWithoutItsContent_data();
    void aBadFileIsNamedWithoutItsContent();
    void theFileHelpsItsOwnAccountAlone_data();
    void theFileHelpsItsOwnAccountAlone();
    void aMissingFileStopsReadsAndStarts();
    void aMendedFileIsReadAgain();
    void aTrialSaysWhatHappened_data();
    void aTrialSaysWhatHappened();
    void aTrialOnThisMachineUsesNoProxy();
    void aTrialThroughAStrangersCertificateSaysSo();
    void aTrialSendsNoKey();
    void aTrialRefusesSettingsThatCannotWork();

private:
    QString fileWith(const QByteArray &content)
    {
        const QString path = m_folder->filePath(QStringLiteral("ca.pem"));
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? path : QString();
    }
    /// Knows no authority but the system's.
    static std::shared_ptr<Network> plainNetwork() { return std::make_shared<Network>(); }
    std::optional<Result<EndpointTrial>> tried(const std::shared_ptr<Network> &network,
                                               const ConnectionSettings &settings)
    {
        std::optional<Result<EndpointTrial>> told;
        tryEndpoint(network, settings, {}, this,
                    [&](Result<EndpointTrial> trial) { told = std::move(trial); });
        const bool ended = QTest::qWaitFor([&] { return told.has_value(); }, 20'000);
        return ended ? std::move(told) : std::nullopt;
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    SystemClock m_clock;
};

void AuthoritiesTest::init() { m_folder = std::make_unique<QTemporaryDir>(); }

void AuthoritiesTest::certificatesAreRead()
{
    const TestAuthority one;
    const TestAuthority two;
    const auto read =
        readAuthorities(fileWith("# ours\n" + one.certificatePem() + "\n" + two.certificatePem()));
    QVERIFY(read.has_value());
    QCOMPARE(read->certificates.size(), 2);
    QVERIFY(read->certificates.contains(two.certificate()));
    QVERIFY(!read->mark.isEmpty());
    QVERIFY(readAuthorities(fileWith(one.certificatePem()))->mark != read->mark);
    const auto none = readAuthorities({});
    QVERIFY(none.has_value() && none->certificates.isEmpty() && none->mark.isEmpty());
}

void AuthoritiesTest::aBadFileIsNamedWithoutItsContent_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("says");
    const QByteArray good = TestAuthority().certificatePem();
    QTest::newRow("empty") << QByteArray() << QStringLiteral("no certificate");
    QTest::newRow("something else") << QByteArray("CANARY text") << QStringLiteral("no certificate");
    QTest::newRow("DER") << TestAuthority().certificate().toDer() << QStringLiteral("no certificate");
    QTest::newRow("cut in the middle") << good.left(good.size() / 2) << QStringLiteral("Certificate 1");
    QTest::newRow("the second one damaged")
        << good + "-----BEGIN CERTIFICATE-----\nQ0FOQVJZ\n-----END CERTIFICATE-----\n"
        << QStringLiteral("Certificate 2");
    QTest::newRow("with a private key") << good + keyBlock() << QStringLiteral("private key");
    QTest::newRow("too large") << QByteArray(1024 * 1024 + 1, 'C') << QStringLiteral("larger than");
}

void AuthoritiesTest::aBadFileIsNamedWithoutItsContent()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, says);
    const QString path = fileWith(content);
    const auto read = readAuthorities(path);
    QVERIFY(!read.has_value());
    const Error &error = read.error();
    QVERIFY(error.kind == Error::Kind::Input);
    QCOMPARE(error.field, QStringLiteral("caFile"));
    QVERIFY2(error.message.contains(path), qPrintable(error.message));
    QVERIFY2(error.message.contains(says), qPrintable(error.message));
    QVERIFY(!error.next.isEmpty());
    for (const QString &part : {error.message, error.next, error.detail}) {
        QVERIFY(!part.contains(QLatin1String("CANARY")));
        QVERIFY(!part.contains(QLatin1String("Q0FOQVJZ")));
    }
    QVERIFY(!readAuthorities(m_folder->path()).has_value());
}

void AuthoritiesTest::theFileHelpsItsOwnAccountAlone_data()
{
    QTest::addColumn<bool>("trustingFirst");
    QTest::newRow("the account with the file asks first") << true;
    QTest::newRow("the account without asks first") << false;
}

void AuthoritiesTest::theFileHelpsItsOwnAccountAlone()
{
    QFETCH(bool, trustingFirst);
    FaultServer server;
    const auto network = plainNetwork();
    ConnectionSettings trusting = settingsFor(server);
    trusting.caFile = fileWith(server.authority().certificatePem());
    Client with(network, trusting, anyKey(), m_clock);
    Client without(network, settingsFor(server), anyKey(), m_clock);
    const auto kindOf = [this](Client &client) {
        std::optional<Error::Kind> kind;
        client.describeRegions(this, [&](const auto &result) { kind = result.error().kind; });
        return QTest::qWaitFor([&] { return kind.has_value(); }, 20'000) ? kind : std::nullopt;
    };
    // The server's reply holds no list of regions: BadReply says that it was read.
    for (const bool turn : {trustingFirst, !trustingFirst, trustingFirst}) {
        const auto kind = kindOf(turn ? with : without);
        QVERIFY(kind.has_value());
        QVERIFY2(*kind == (turn ? Error::Kind::BadReply : Error::Kind::Tls),
                 turn ? "with the file" : "without");
    }
    std::optional<ChangeFacts> facts;
    with.startUpgrade(anyStart(), this, [&](const ChangeFacts &told) { facts = told; });
    QTRY_VERIFY_WITH_TIMEOUT(facts.has_value(), 20'000);
    QVERIFY2(facts->bodyComplete, qPrintable(facts->detail));
    facts.reset();
    without.startUpgrade(anyStart(), this, [&](const ChangeFacts &told) { facts = told; });
    QTRY_VERIFY_WITH_TIMEOUT(facts.has_value(), 20'000);
    QVERIFY(facts->transport == ChangeFacts::Transport::TlsRefused);
}

void AuthoritiesTest::aMissingFileStopsReadsAndStarts()
{
    FaultServer server;
    ConnectionSettings settings = settingsFor(server);
    settings.caFile = m_folder->filePath(QStringLiteral("gone.pem"));
    Client client(std::make_shared<Network>(optionsFor(server)), settings, anyKey(), m_clock);
    std::optional<Error> error;
    client.describeRegions(this, [&](const auto &result) { error = result.error(); });
    QTRY_VERIFY(error.has_value());
    QVERIFY(error->kind == Error::Kind::Input);
    QVERIFY(error->message.contains(QLatin1String("gone.pem")));
    std::optional<ChangeFacts> facts;
    client.startUpgrade(anyStart(), this, [&](const ChangeFacts &told) { facts = told; });
    QTRY_VERIFY(facts.has_value());
    QVERIFY(!facts->handedOver);
    QCOMPARE(server.connections(), 0);
}

void AuthoritiesTest::aMendedFileIsReadAgain()
{
    FaultServer server;
    ConnectionSettings settings = settingsFor(server);
    settings.caFile = fileWith("not yet");
    Client client(plainNetwork(), settings, anyKey(), m_clock);
    std::optional<Error::Kind> kind;
    const auto hear = [&](const auto &result) { kind = result.error().kind; };
    client.describeRegions(this, hear);
    QTRY_VERIFY(kind == Error::Kind::Input);
    QVERIFY(!fileWith(server.authority().certificatePem()).isEmpty());
    client.describeRegions(this, hear);
    QTRY_VERIFY_WITH_TIMEOUT(kind == Error::Kind::BadReply, 20'000);
}

void AuthoritiesTest::aTrialSaysWhatHappened_data()
{
    QTest::addColumn<int>("mode"); ///< -1: nobody listens
    QTest::addColumn<bool>("reached");
    QTest::addColumn<QString>("says");
    QTest::newRow("open") << int(ConnectProxy::Mode::Open) << true
                          << QStringLiteral("answered through the proxy");
    QTest::newRow("asks for a password")
        << int(ConnectProxy::Mode::AskPassword) << false << QStringLiteral("asks for a user name");
    QTest::newRow("refuses") << int(ConnectProxy::Mode::Refuse) << false
                             << QStringLiteral("refused to connect");
    QTest::newRow("hangs") << int(ConnectProxy::Mode::Hang) << false << QStringLiteral("within 2 s");
    QTest::newRow("nobody listens") << -1 << false << QStringLiteral("could not be reached");
}

void AuthoritiesTest::aTrialSaysWhatHappened()
{
    QFETCH(int, mode);
    QFETCH(bool, reached);
    QFETCH(QString, says);
    FaultServer server;
    FaultReply refusal;
    refusal.status = 400;
    refusal.body = R"({"RequestId":"R-1","Code":"MissingAccessKeyId","Message":"m"})";
    server.setReply(refusal);
    const ConnectProxy proxy(server.port(), mode < 0 ? ConnectProxy::Mode::Open : ConnectProxy::Mode(mode));
    NetworkOptions options = optionsFor(server);
    if (mode == int(ConnectProxy::Mode::Hang))
        options.readDeadline = std::chrono::seconds(2);
    ConnectionSettings settings;
    settings.proxy = through(proxy);
    if (mode < 0)
        settings.proxy.port = 1;
    const auto told = tried(std::make_shared<Network>(options), settings);
    QVERIFY(told.has_value() && told->has_value());
    const EndpointTrial &trial = **told;
    QVERIFY2(trial.message.contains(says), qPrintable(trial.message));
    QCOMPARE(trial.reached, reached);
    QCOMPARE(trial.error.has_value(), !reached);
    QCOMPARE(trial.next.isEmpty(), reached);
    QCOMPARE(trial.host, QStringLiteral("r-kvstore.aliyuncs.com"));
    QCOMPARE(trial.proxy, QStringLiteral("127.0.0.1:%1").arg(settings.proxy.port));
    QCOMPARE(server.requestCount(), reached ? 1 : 0);
}

void AuthoritiesTest::aTrialOnThisMachineUsesNoProxy()
{
    FaultServer server;
    const ConnectProxy proxy(server.port());
    ConnectionSettings settings = settingsFor(server);
    settings.proxy = through(proxy);
    const auto told = tried(std::make_shared<Network>(optionsFor(server)), settings);
    QVERIFY(told.has_value() && told->has_value());
    QVERIFY((*told)->reached);
    QVERIFY2((*told)->message.contains(QLatin1String("no proxy was used")), qPrintable((*told)->message));
    QCOMPARE(proxy.connections(), 0);
}

void AuthoritiesTest::aTrialThroughAStrangersCertificateSaysSo()
{
    FaultServer server;
    const ConnectProxy proxy(server.port());
    ConnectionSettings settings;
    settings.proxy = through(proxy);
    const auto refused = tried(plainNetwork(), settings);
    QVERIFY(refused.has_value() && refused->has_value());
    QVERIFY(!(*refused)->reached);
    QVERIFY((*refused)->error->kind == Error::Kind::Tls);
    settings.caFile = fileWith(server.authority().certificatePem());
    const auto trusted = tried(plainNetwork(), settings);
    QVERIFY(trusted.has_value() && trusted->has_value());
    QVERIFY2((*trusted)->reached, qPrintable((*trusted)->message));
}

void AuthoritiesTest::aTrialSendsNoKey()
{
    FaultServer server;
    FaultReply portal;
    portal.fault = Fault::Html;
    server.setReply(portal);
    const auto told = tried(std::make_shared<Network>(optionsFor(server)), settingsFor(server));
    QVERIFY(told.has_value() && told->has_value());
    QVERIFY(!(*told)->reached);
    QVERIFY2((*told)->message.contains(QLatin1String("web page")), qPrintable((*told)->message));
    const SeenRequest seen = server.requests().constFirst();
    QVERIFY(seen.header("Authorization").isEmpty());
    QVERIFY(!seen.raw.contains("AccessKey"));
    QVERIFY(!seen.raw.contains("Signature"));
}

void AuthoritiesTest::aTrialRefusesSettingsThatCannotWork()
{
    ConnectionSettings settings;
    settings.caFile = m_folder->filePath(QStringLiteral("gone.pem"));
    const auto noFile = tried(plainNetwork(), settings);
    QVERIFY(noFile.has_value() && !noFile->has_value());
    QCOMPARE(noFile->error().field, QStringLiteral("caFile"));
    settings.caFile.clear();
    settings.endpoint = {EndpointRule::Kind::Custom, QStringLiteral("https://evil.invalid")};
    const auto noEndpoint = tried(plainNetwork(), settings);
    QVERIFY(noEndpoint.has_value() && !noEndpoint->has_value());
    QVERIFY(noEndpoint->error().kind == Error::Kind::Input);
}

QTEST_GUILESS_MAIN(AuthoritiesTest)
#include "tst_authorities.moc"
