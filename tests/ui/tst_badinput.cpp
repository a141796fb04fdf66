// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/client.h"
#include "cloud/endpoints.h"
#include "cloud/network.h"
#include "cloud/networkerrors.h"
#include "core/accesskey.h"
#include "profiles/hardships.h"
#include "profiles/workspacestore.h"
#include "secrets/keychainwords.h"
#include "support/faultserver.h"
#include "support/testauthority.h"
#include "ui/form/identitysection.h"
#include "upgrade/journal.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace uplift;

namespace {

/// What a bad input led to: the sentence a user reads, what to do, and that nothing was sent.
struct Told {
    QString sentence;
    QString next;
    Error::Change change = Error::Change::No;
};

Told told(const Error &error) { return {error.message, error.next, error.change}; }

template <class T> Told toldBy(const Result<T> &result) { return result ? Told{} : told(result.error()); }

AccessKey key(const char *id, const char *secret, const char *token = "")
{
    AccessKey made;
    made.id = QString::fromLatin1(id);
    made.secret = SecretBytes(QByteArrayView(secret));
    made.securityToken = SecretBytes(QByteArrayView(token));
    return made;
}

Told toldByKey(AccessKey made, bool expired = false)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (expired)
        made.expires = now.addSecs(-1);
    const Outcome outcome = checkAccessKey(made, now);
    return outcome ? Told{} : told(outcome.error());
}

Told toldByWorkspace(const QByteArray &content)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("workspace.json"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        return {};
    file.close();
    profiles::WorkspaceStore store(path);
    std::optional<Told> heard;
    QObject context;
    store.load(&context, [&](const Result<profiles::WorkspaceStore::Loaded> &loaded) {
        heard = loaded ? Told{loaded->notice, loaded->notice, Error::Change::No} : told(loaded.error());
    });
    return QTest::qWaitFor([&] { return heard.has_value(); }, 20000) ? *heard : Told{};
}

/// Saving a workspace under `path`.
Told toldBySaving(const QString &path)
{
    profiles::WorkspaceStore store(path);
    std::optional<Told> heard;
    QObject context;
    store.load(&context, [&](const auto &) {
        store.save(profiles::Workspace(), &context,
                   [&](const Outcome &saved) { heard = saved ? Told{} : told(saved.error()); });
    });
    return QTest::qWaitFor([&] { return heard.has_value(); }, 20000) ? *heard : Told{};
}

Told toldByJournal(const QString &path)
{
    upgrade::JournalOptions options;
    options.path = path;
    upgrade::Journal journal(options);
    std::optional<Told> heard;
    QObject context;
    journal.open(&context, [&](const Result<upgrade::JournalState> &state) {
        if (!state)
            heard = told(state.error());
        else if (state->reason)
            heard = told(*state->reason);
        else
            heard = state->notices.isEmpty() ? Told{} : told(state->notices.constFirst());
    });
    return QTest::qWaitFor([&] { return heard.has_value(); }, 20000) ? *heard : Told{};
}

/// A read over the loopback, and what the user hears of it.
Told toldByCall(const test::FaultServer &server, const cloud::NetworkOptions &options,
                ProxyRule proxy = {ProxyRule::Kind::None, {}, 0}, const QString &origin = {})
{
    ConnectionSettings settings;
    settings.endpoint = {EndpointRule::Kind::Custom, origin.isEmpty() ? server.origin() : origin};
    settings.proxy = std::move(proxy);
    const SystemClock clock;
    cloud::Client client(std::make_shared<cloud::Network>(options), settings, key("LTAIcanary0000", "secret"),
                         clock);
    std::optional<Told> heard;
    QObject context;
    client.describeRegions(&context,
                           [&](const auto &answer) { heard = answer ? Told{} : told(answer.error()); });
    return QTest::qWaitFor([&] { return heard.has_value(); }, 30000) ? *heard : Told{};
}

} // namespace

/// Every bad input the product answers for, with the sentence it gets.
class BadInputTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsTypedGetsItsSentence_data();
    void whatIsTypedGetsItsSentence();
    void aRegionThatDoesNotExistIsRefusedInTheForm();
    void aRegionThatDoesNotMatchIsHintedAt();
    void anIdThatIsPaddedAndInCapitalsIsTidiedUp();
    void filesThatAreBrokenGetTheirSentence_data();
    void filesThatAreBrokenGetTheirSentence();
    void aPlaceThatTakesNoWorkspaceGetsItsSentence_data();
    void aPlaceThatTakesNoWorkspaceGetsItsSentence();
    void aJournalInTheWayGetsItsSentence();
    void aJournalThatCannotBeWrittenGetsItsSentence();
    void everyStateOfTheKeychainGetsItsSentence_data();
    void everyStateOfTheKeychainGetsItsSentence();
    void theNetworkGetsItsSentences();
    void aNameServerThatIsGoneGetsItsSentence_data();
    void aNameServerThatIsGoneGetsItsSentence();
};

void BadInputTest::whatIsTypedGetsItsSentence_data()
{
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const Told &heard, const char *says) {
        QTest::newRow(name) << heard.sentence << QString::fromLatin1(says);
    };
    const auto id = [](const char *text) { return toldBy(parseInstanceId(QString::fromLatin1(text))); };
    row("id empty", id(""), "empty");
    row("id of another product line", id("tt-bp1abcdefgh"), "another product line");
    row("id of a distributed instance", id("gr-bp1abcdefgh"), "distributed instance");
    row("id with a blank inside", id("r-bp1 abcdefgh"), "is not an instance id");
    row("region malformed", toldBy(parseRegionId(QStringLiteral("Hangzhou"))), "is not a region id");
    row("key id with blanks", toldByKey(key("LTAI 123", "secret")), "blank");
    row("secret with a line feed", toldByKey(key("LTAI123", "secret\n")), "line break");
    row("STS. key without token", toldByKey(key("STS.123", "secret")), "needs its security token");
    row("expired token", toldByKey(key("STS.123", "secret", "token"), true), "expired");
    const auto target = [](const char *text) {
        return toldBy(
            parseTargetVersion(QString::fromLatin1(text), MinorVersion::parse(QStringLiteral("7.0.1.8"))));
    };
    row("version older than the current one", target("7.0.1.7"), "cannot be downgraded");
    row("version malformed", target("seven"), "is not a minor version");
    const auto endpoint = [](const char *text) {
        return toldBy(parseCustomEndpoint(QString::fromLatin1(text)));
    };
    row("endpoint with http and not loopback", endpoint("http://r-kvstore.aliyuncs.com"), "is not encrypted");
    row("endpoint with a path", endpoint("https://r-kvstore.aliyuncs.com/x"), "holds a path");
    row("endpoint with credentials", endpoint("https://u:p@r-kvstore.aliyuncs.com"),
        "user name or a password");
    row("endpoint of another host", endpoint("https://example.com"), "not a host of the provider");
}

void BadInputTest::whatIsTypedGetsItsSentence()
{
    QFETCH(QString, sentence);
    QFETCH(QString, says);
    QVERIFY2(sentence.contains(says), qPrintable(sentence));
    QVERIFY(sentence.endsWith(QLatin1Char('.')));
}

void BadInputTest::aRegionThatDoesNotExistIsRefusedInTheForm()
{
    ui::IdentitySection section;
    section.setAccounts({{AccountId{QStringLiteral("a")}, QStringLiteral("Sandbox")}});
    section.edit({});
    QSignalSpy chosen(&section, &ui::IdentitySection::chosen);
    section.findChild<QComboBox *>(QStringLiteral("regionBox"))->setEditText(QStringLiteral("cn-atlantis"));
    auto *edit = section.findChild<QLineEdit *>(QStringLiteral("instanceEdit"));
    edit->setText(QStringLiteral("r-bp1zxszhcgatnx4b2c"));
    QVERIFY(!section.submit());
    QCOMPARE(chosen.count(), 0);
    QCOMPARE(edit->text(), QStringLiteral("r-bp1zxszhcgatnx4b2c"));
    const QString sentence = QStringLiteral("There is no region “cn-atlantis”. Choose one from the list.");
    const QList<QLabel *> labels = section.findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(),
                        [&](const QLabel *label) { return label->text() == sentence; }));
    // One the service named is none of ours, and good all the same.
    Region named;
    named.id = {QStringLiteral("cn-atlantis")};
    named.localName = QStringLiteral("Atlantis");
    section.addRegions({named});
    QVERIFY(section.submit());
    QCOMPARE(chosen.first().first().value<fleet::InstanceKey>().region, named.id);
}

void BadInputTest::anIdThatIsPaddedAndInCapitalsIsTidiedUp()
{
    ui::IdentitySection section;
    section.setAccounts({{AccountId{QStringLiteral("a")}, QStringLiteral("Sandbox")}});
    section.edit({{}, {QStringLiteral("cn-hangzhou")}, {}});
    QSignalSpy chosen(&section, &ui::IdentitySection::chosen);
    auto *edit = section.findChild<QLineEdit *>(QStringLiteral("instanceEdit"));
    edit->setText(QStringLiteral("  R-BP1ZXSZHCGATNX4B2C\t"));
    QVERIFY(section.submit());
    QCOMPARE(edit->text(), QStringLiteral("r-bp1zxszhcgatnx4b2c"));
    QCOMPARE(chosen.first().first().value<fleet::InstanceKey>().instance.value, edit->text());
}

void BadInputTest::aRegionThatDoesNotMatchIsHintedAt()
{
    ui::IdentitySection section;
    section.setAccounts({{AccountId{QStringLiteral("a")}, QStringLiteral("Sandbox")}});
    section.edit({{}, {QStringLiteral("cn-shanghai")}, {QStringLiteral("r-bp1zxszhcgatnx4b2c")}});
    QVERIFY(section.submit());
    bool hinted = false;
    for (const QLabel *label : section.findChildren<QLabel *>())
        hinted = hinted || label->text().contains(QStringLiteral("suggest"));
    QVERIFY(hinted);
}

void BadInputTest::filesThatAreBrokenGetTheirSentence_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("says");
    const QString broken = QStringLiteral("was set aside as");
    QTest::newRow("workspace truncated")
        << QByteArray(R"({"version":1,"accounts":[)") << QStringLiteral("It is not complete JSON");
    QTest::newRow("workspace is garbage") << QByteArray("\x89PNG not JSON") << broken;
    QTest::newRow("workspace of something else")
        << QByteArray(R"({"version":99,"accounts":[],"profiles":[]})")
        << QStringLiteral("Its field format is missing or holds something else");
    QTest::newRow("workspace of a newer version")
        << QByteArray(R"({"format":"uplift-workspace","version":99,"accounts":[],"profiles":[]})")
        << QStringLiteral("was written by a newer Uplift (file version 99");
}

void BadInputTest::filesThatAreBrokenGetTheirSentence()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, says);
    const Told heard = toldByWorkspace(content);
    QVERIFY2(heard.sentence.contains(QStringLiteral("workspace.json")), qPrintable(heard.sentence));
    QVERIFY2(heard.sentence.contains(says), qPrintable(heard.sentence));
}

void BadInputTest::aPlaceThatTakesNoWorkspaceGetsItsSentence_data()
{
    QTest::addColumn<bool>("full");
    QTest::newRow("the folder is read-only") << false;
    QTest::newRow("the disk is full") << true;
}

void BadInputTest::aPlaceThatTakesNoWorkspaceGetsItsSentence()
{
    QFETCH(bool, full);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("workspace.json"));
    Told heard;
    if (full) {
        const hardships::FileSizeLimit limit(0);
        QVERIFY(limit.isSet());
        heard = toldBySaving(path);
    } else {
        hardships::OrdinaryUser::own(folder.path());
        QVERIFY(QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::ExeOwner));
        const hardships::OrdinaryUser user;
        heard = toldBySaving(path);
    }
    QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QVERIFY2(heard.sentence.contains(QStringLiteral("workspace.json")), qPrintable(heard.sentence));
    QVERIFY2(heard.sentence.contains(QStringLiteral("was not saved to")), qPrintable(heard.sentence));
    QVERIFY(!heard.next.isEmpty());
    QVERIFY(!QFile::exists(path));
}

void BadInputTest::aJournalInTheWayGetsItsSentence()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("journal.sqlite"));
    QFile garbage(path);
    QVERIFY(garbage.open(QIODevice::WriteOnly));
    garbage.write(QByteArray(4096, 'x'));
    garbage.close();
    const Told set = toldByJournal(path);
    QVERIFY2(set.sentence.contains(QStringLiteral("journal")), qPrintable(set.sentence));
    QVERIFY(!set.next.isEmpty());

    upgrade::JournalOptions options;
    options.path = path;
    upgrade::Journal first(options);
    bool open = false;
    first.open(this, [&](const auto &) { open = true; });
    QTRY_VERIFY_WITH_TIMEOUT(open, 20000);
    const Told locked = toldByJournal(path);
    QVERIFY2(locked.sentence.contains(QString::number(QCoreApplication::applicationPid())),
             qPrintable(locked.sentence));
}

void BadInputTest::aJournalThatCannotBeWrittenGetsItsSentence()
{
    const QTemporaryDir folder;
    hardships::OrdinaryUser::own(folder.path());
    QVERIFY(QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::ExeOwner));
    Told heard;
    {
        const hardships::OrdinaryUser user;
        heard = toldByJournal(folder.filePath(QStringLiteral("journal.sqlite")));
    }
    QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QVERIFY2(heard.sentence.contains(QStringLiteral("journal")), qPrintable(heard.sentence));
    QVERIFY(!heard.next.isEmpty());
}

void BadInputTest::everyStateOfTheKeychainGetsItsSentence_data()
{
    using secrets::KeychainState;
    QTest::addColumn<int>("state");
    QTest::newRow("absent") << int(KeychainState::NoService);
    QTest::newRow("no session bus") << int(KeychainState::NoBus);
    QTest::newRow("locked, and its prompt dismissed") << int(KeychainState::Dismissed);
    QTest::newRow("hung") << int(KeychainState::Hung);
    QTest::newRow("denied") << int(KeychainState::Denied);
    QTest::newRow("no such entry") << int(KeychainState::Missing);
}

void BadInputTest::everyStateOfTheKeychainGetsItsSentence()
{
    QFETCH(int, state);
    static QSet<QString> sentences;
    const secrets::ProbeResult found{
        static_cast<secrets::KeychainState>(state), QStringLiteral("Secret Service"), {}};
    const Error error = secrets::keychainError(secrets::Operation::Read, found, QStringLiteral("account/x"));
    QCOMPARE(error.kind, Error::Kind::Keychain);
    QVERIFY(error.message.endsWith(QLatin1Char('.')));
    QVERIFY(!error.next.isEmpty());
    QVERIFY2(!sentences.contains(error.message), "each state has words of its own");
    sentences.insert(error.message);
}

void BadInputTest::theNetworkGetsItsSentences()
{
    test::FaultServer server;
    cloud::NetworkOptions options;
    options.readDeadline = std::chrono::seconds(5);
    const Told untrusted = toldByCall(server, options);
    QVERIFY2(untrusted.sentence.contains(QStringLiteral("certificate")), qPrintable(untrusted.sentence));
    QCOMPARE(server.requestCount(), 0);

    options.extraCertificates = {server.authority().certificate()};
    test::FaultReply portal;
    portal.fault = test::Fault::Html;
    server.setReply(portal);
    const Told captive = toldByCall(server, options);
    QVERIFY2(captive.sentence.contains(QStringLiteral("web page")), qPrintable(captive.sentence));

    // A port nobody listens on: it was free a moment ago.
    quint16 dead = 0;
    {
        const test::FaultServer gone;
        dead = gone.port();
    }
    const Told refused = toldByCall(server, options, {ProxyRule::Kind::None, {}, 0},
                                    QStringLiteral("https://127.0.0.1:%1").arg(dead));
    QVERIFY2(refused.sentence.contains(QString::number(dead)), qPrintable(refused.sentence));
    // The tunnel begins at the proxy: the name behind it is not looked up here.
    const Told noProxy =
        toldByCall(server, options, {ProxyRule::Kind::Http, QStringLiteral("127.0.0.1"), dead},
                   QStringLiteral("https://r-kvstore.aliyuncs.com"));
    QVERIFY2(
        noProxy.sentence.contains(QStringLiteral("The proxy 127.0.0.1:%1 could not be reached").arg(dead)),
        qPrintable(noProxy.sentence));
    for (const Told &heard : {untrusted, captive, refused, noProxy}) {
        QVERIFY(!heard.next.isEmpty());
        QVERIFY(heard.change == Error::Change::No);
    }
}

void BadInputTest::aNameServerThatIsGoneGetsItsSentence_data()
{
    QTest::addColumn<int>("rule");
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("next");
    using Kind = EndpointRule::Kind;
    const auto row = [](const char *title, Kind rule, const char *host, const char *next) {
        QTest::newRow(title) << int(rule) << QString::fromLatin1(host) << QString::fromLatin1(next);
    };
    row("over the internet", Kind::Public, "r-kvstore.aliyuncs.com", "name server");
    row("a custom address", Kind::Custom, "r-kvstore.cn-shenzhen.aliyuncs.com", "Check the endpoint");
    row("inside a VPC", Kind::Vpc, "r-kvstore-vpc.cn-hangzhou.aliyuncs.com", "only inside a VPC");
    row("inside a VPC nobody named", Kind::Vpc, "r-kvstore.aliyuncs.com", "Choose the region of the VPC");
}

void BadInputTest::aNameServerThatIsGoneGetsItsSentence()
{
    QFETCH(int, rule);
    QFETCH(QString, host);
    QFETCH(QString, next);
    cloud::WireReply reply;
    reply.end = cloud::WireEnd::HostNotFound;
    cloud::Asked asked;
    asked.rule = static_cast<EndpointRule::Kind>(rule);
    asked.endpoint.host = host;
    const Error error = cloud::networkError(reply, asked);
    QCOMPARE(error.message, QStringLiteral("The name %1 could not be found. Nothing was sent.").arg(host));
    QVERIFY2(error.next.contains(next), qPrintable(error.next));
    QCOMPARE(error.kind, Error::Kind::Offline);
}

QTEST_MAIN(BadInputTest)
#include "tst_badinput.moc"
