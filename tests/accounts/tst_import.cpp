// SPDX-License-Identifier: GPL-3.0-or-later
// Import of found keys: what the user chose goes into the keychain, nothing else goes anywhere.
#include "accounts/serverrig.h"

#include <QFile>

using namespace uplift;
using namespace uplift::accounts;
using test::ServerRig;
using test::wait;

namespace {

FoundCredential found(const QString &profile, const char *id = "LTAI5tExampleX7Qd")
{
    FoundCredential found;
    found.source = CredentialSource::CliFile;
    found.profile = profile;
    found.mode = QStringLiteral("AK");
    found.importable = true;
    found.key.id = QString::fromLatin1(id);
    found.key.secret = SecretBytes(test::canary().secret);
    return found;
}

ImportChoice choice(FoundCredential credential, const QString &name = {})
{
    ImportChoice choice;
    choice.found = std::move(credential);
    choice.name = name;
    return choice;
}

} // namespace

class ImportTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_rig = std::make_unique<ServerRig>(); }
    void cleanup() { m_rig.reset(); }
    void chosenOnesAreStoredInTheirOrder();
    void namesAreMadeUnique();
    void rolesEndpointAndPlaceAreTaken();
    void temporaryKeyKeepsItsToken();
    void explainedOneIsRefusedWithItsSentence();
    void lockedKeychainStoresNothingOfAnyOfThem();
    void nothingChosenStoresNothing();
    void dialogThatClosesHearsNothing();
    void accountsThatSeemTheSameAreNamed();
    void suggestedNamesAreFreeAndPlain();

private:
    [[nodiscard]] QList<ImportResult> import(std::vector<ImportChoice> choices)
    {
        const auto results = wait<QList<ImportResult>>([&](QObject *context, auto done) {
            m_rig->accounts.importFound(std::move(choices), context, std::move(done));
        });
        return results.value_or(QList<ImportResult>());
    }
    [[nodiscard]] const QList<profiles::Account> &accounts() const
    {
        return m_rig->workspace.workspace().accounts;
    }
    [[nodiscard]] Result<AccessKey> stored(secrets::SecretStore &store, const AccountId &id)
    {
        const auto bytes = wait<SecretBytes>([&](QObject *context, auto done) {
            store.read(QStringLiteral("account/") + id.value, context, std::move(done));
        });
        return bytes ? fromKeychainJson(*bytes) : failure(bytes.error());
    }

    std::unique_ptr<ServerRig> m_rig;
};

void ImportTest::chosenOnesAreStoredInTheirOrder()
{
    std::vector<ImportChoice> choices;
    choices.push_back(choice(found(QStringLiteral("prod"))));
    choices.push_back(choice(found(QStringLiteral("test"), "LTAI5tOtherABCD")));
    const auto results = import(std::move(choices));
    QCOMPARE(results.size(), 2);
    QCOMPARE(results[0].name, QStringLiteral("prod"));
    QVERIFY(results[0].account && results[1].account);
    QCOMPARE(accounts().size(), 2);
    QCOMPARE(accounts()[0].id, *results[0].account);
    QCOMPARE(accounts()[1].keyTail, QStringLiteral("ABCD"));
    QCOMPARE(m_rig->keychain.count(), std::size_t(2));
    const auto key = stored(m_rig->keychain, *results[0].account);
    QVERIFY(key && key->secret.equals(SecretBytes(test::canary().secret)));
    QFile file(m_rig->workspace.path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY(text.contains("prod") && !text.contains(test::canary().secret) && !text.contains("LTAI5t"));
    QCOMPARE(m_rig->server.requestCount(), 0); // importing asks nobody
}

void ImportTest::namesAreMadeUnique()
{
    QVERIFY(m_rig->save(m_rig->draft()));
    std::vector<ImportChoice> choices;
    choices.push_back(choice(found(QStringLiteral("SHOP"))));
    choices.push_back(choice(found(QStringLiteral("x")), QStringLiteral(" Shop ")));
    choices.push_back(choice(found(QString())));
    const auto results = import(std::move(choices));
    QCOMPARE(results[0].name, QStringLiteral("SHOP (2)"));
    QCOMPARE(results[1].name, QStringLiteral("Shop (3)"));
    QCOMPARE(results[2].name, QStringLiteral("Account"));
    for (const ImportResult &result : results)
        QVERIFY(result.account);
}

void ImportTest::rolesEndpointAndPlaceAreTaken()
{
    FoundCredential credential = found(QStringLiteral("role"));
    credential.roles = {
        {QStringLiteral("acs:ram::1:role/dba"), QStringLiteral("uplift"), QString(), 3600, QString()}};
    credential.vpcEndpoint = true;
    credential.region = {QStringLiteral("cn-beijing")};
    ImportChoice chosen = choice(std::move(credential));
    chosen.environment = Environment::Staging;
    chosen.secretPlace = profiles::SecretPlace::SessionOnly;
    std::vector<ImportChoice> choices;
    choices.push_back(std::move(chosen));
    const auto results = import(std::move(choices));
    QVERIFY(results.value(0).account);
    QCOMPARE(accounts()[0].roles.size(), 1);
    QCOMPARE(accounts()[0].connection.endpoint.kind, EndpointRule::Kind::Vpc);
    QCOMPARE(accounts()[0].connection.endpoint.home, RegionId{QStringLiteral("cn-beijing")});
    QCOMPARE(accounts()[0].environment, Environment::Staging);
    QCOMPARE(m_rig->keychain.count(), std::size_t(0));
    QCOMPARE(m_rig->session.count(), std::size_t(1));
}

void ImportTest::temporaryKeyKeepsItsToken()
{
    FoundCredential credential = found(QStringLiteral("sts"), "STS.NUExample");
    credential.key.securityToken = SecretBytes("token");
    credential.key.expires = m_rig->clock.now().addSecs(3600);
    std::vector<ImportChoice> choices;
    choices.push_back(choice(std::move(credential)));
    const auto results = import(std::move(choices));
    QVERIFY(results.value(0).account);
    const auto key = stored(m_rig->keychain, *results[0].account);
    QVERIFY(key && key->securityToken.equals(SecretBytes("token")));
    QVERIFY(key->expires.has_value());
}

void ImportTest::explainedOneIsRefusedWithItsSentence()
{
    FoundCredential explained = found(QStringLiteral("ecs"));
    explained.importable = false;
    explained.explanation = QStringLiteral("Its key comes from elsewhere.");
    std::vector<ImportChoice> choices;
    choices.push_back(choice(std::move(explained)));
    choices.push_back(choice(found(QStringLiteral("good"))));
    const auto results = import(std::move(choices));
    QCOMPARE(results.size(), 2);
    QVERIFY(!results[0].account);
    QCOMPARE(results[0].account.error().message, QStringLiteral("Its key comes from elsewhere."));
    QVERIFY(results[1].account);
    QCOMPARE(accounts().size(), 1);
}

void ImportTest::lockedKeychainStoresNothingOfAnyOfThem()
{
    m_rig->keychain.locked = true;
    std::vector<ImportChoice> choices;
    choices.push_back(choice(found(QStringLiteral("a"))));
    choices.push_back(choice(found(QStringLiteral("b"))));
    const auto results = import(std::move(choices));
    QCOMPARE(results.size(), 2);
    for (const ImportResult &result : results)
        QCOMPARE(result.account.error().kind, Error::Kind::Keychain);
    QVERIFY(accounts().isEmpty());
}

void ImportTest::nothingChosenStoresNothing()
{
    std::optional<QList<ImportResult>> results;
    m_rig->accounts.importFound({}, this, [&](const auto &answer) { results = *answer; });
    QVERIFY(!results);
    QTRY_VERIFY(results);
    QVERIFY(results->isEmpty() && accounts().isEmpty());
}

void ImportTest::dialogThatClosesHearsNothing()
{
    std::vector<ImportChoice> choices;
    choices.push_back(choice(found(QStringLiteral("a"))));
    choices.push_back(choice(found(QStringLiteral("b"))));
    auto dialog = std::make_unique<QObject>();
    bool heard = false;
    m_rig->accounts.importFound(std::move(choices), dialog.get(), [&](const auto &) { heard = true; });
    dialog.reset();
    // What was begun is finished: half an import would be a riddle.
    QTRY_COMPARE(accounts().size(), 2);
    QTRY_COMPARE(m_rig->keychain.count(), std::size_t(2));
    QVERIFY(!heard);
}

void ImportTest::accountsThatSeemTheSameAreNamed()
{
    QVERIFY(m_rig->save(m_rig->draft()));
    const profiles::Workspace &workspace = m_rig->workspace.workspace();
    QCOMPARE(accountsLike(workspace, found(QStringLiteral("x"))), QStringList{QStringLiteral("Shop")});
    QVERIFY(accountsLike(workspace, found(QStringLiteral("x"), "LTAI5tOther")).isEmpty());
    FoundCredential role = found(QStringLiteral("x"));
    role.roles = {
        {QStringLiteral("acs:ram::1:role/dba"), QStringLiteral("uplift"), QString(), 3600, QString()}};
    QVERIFY(accountsLike(workspace, role).isEmpty());
}

void ImportTest::suggestedNamesAreFreeAndPlain()
{
    FoundCredential environment = found(QStringLiteral("ALIBABA_CLOUD_ACCESS_KEY_ID"));
    environment.source = CredentialSource::Environment;
    QCOMPARE(suggestedName({}, environment), QStringLiteral("Environment"));
    QCOMPARE(suggestedName({}, found(QStringLiteral("a\nb\u202Ec"))), QStringLiteral("a bc"));
    QCOMPARE(suggestedName({}, found(QString(300, u'n'))).size(), profiles::maxName);
}

QTEST_GUILESS_MAIN(ImportTest)
#include "tst_import.moc"
