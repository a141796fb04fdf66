// SPDX-License-Identifier: GPL-3.0-or-later
// Accounts over the real workspace file, the practice cloud as the service, and stores in memory; what the
// real keychain does is held by tests/secrets.
#include "accounts/accountsrig.h"
#include "practice/practicecloud.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace uplift;
using namespace uplift::accounts;
using profiles::SecretPlace;
using test::wait;

class AccountsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void testingAKeySaysWhoItBelongsToAndStoresNothing();
    void testingAWrongSecretIsDenied();
    void testingAnEditedAccountUsesTheStoredKey();
    void savingKeepsTheSecretOutOfTheFile();
    void savedAccountHasAClientThatWorks();
    void badNameStoresNothing();
    void lockedKeychainStoresNothing();
    void fullDiskLeavesNoNewAccountAndNoSecret();
    void fullDiskLeavesTheEditedAccountAndItsKey();
    void editingWithoutAKeyKeepsTheStoredOne();
    void editingReplacesTheKeyAndTheClient();
    void movingToThisSessionEmptiesTheKeychain();
    void movingAwayFromALockedKeychainSaysWhatIsLeft();
    void removingTakesSecretAndAccount();
    void removalThatIsNotProvedKeepsTheAccount();
    void accountGoesAloneWhenTheKeychainDoesNotAnswer();
    void aVpcNobodyNamedIsWhereTheFirstSavedInstanceIs();
    void keyOfAnEndedSessionMustBeEnteredAgain();
    void thoseWhoWaitShareOneRead();
    void editDuringAReadGivesTheNewClient();
    void expiredTemporaryKeyIsNotUsed();
    void aLastingKeyDoesNotExpire();
    void dialogThatClosesHearsNothing();

private:
    [[nodiscard]] Draft draft(SecretPlace place = SecretPlace::Keychain) const;
    [[nodiscard]] Draft edited(const AccountId &id) const;
    [[nodiscard]] Result<AccountId> save(Draft draft);
    [[nodiscard]] Result<std::shared_ptr<cloud::Client>> client(const AccountId &id);
    [[nodiscard]] Result<AccessKey> stored(secrets::SecretStore &store, const AccountId &id);
    [[nodiscard]] const profiles::Account *account(const AccountId &id) const;
    void breakDisk();

    struct House {
        QTemporaryDir place;
        test::HandClock clock;
        practice::PracticeCloud cloud;
        test::FakeKeychain keychain;
        secrets::SessionStore session;
        profiles::WorkspaceStore workspace{place.filePath(QStringLiteral("state/workspace.json"))};
        std::shared_ptr<cloud::Network> network = std::make_shared<cloud::Network>();
        Accounts accounts{workspace, keychain, session, network, clock};
    };
    std::unique_ptr<House> m_house;
};

void AccountsTest::init()
{
    m_house = std::make_unique<House>();
    QVERIFY(QDir(m_house->place.path()).mkpath(QStringLiteral("state")));
    QVERIFY(m_house->cloud.start());
    QVERIFY(wait<profiles::WorkspaceStore::Loaded>(
        [this](QObject *context, auto done) { m_house->workspace.load(context, std::move(done)); }));
}

void AccountsTest::cleanup() { m_house.reset(); }

Draft AccountsTest::draft(SecretPlace place) const
{
    Draft draft;
    draft.account.name = QStringLiteral("Shop");
    draft.account.connection.endpoint = {EndpointRule::Kind::Custom, m_house->cloud.origin()};
    draft.account.connection.proxy.kind = ProxyRule::Kind::None;
    draft.account.secretPlace = place;
    draft.key.id = m_house->cloud.accessKeyId();
    draft.key.secret = SecretBytes(m_house->cloud.accessKeySecret().toUtf8());
    return draft;
}

Draft AccountsTest::edited(const AccountId &id) const
{
    Draft draft;
    draft.account = *account(id);
    return draft;
}

Result<AccountId> AccountsTest::save(Draft draft)
{
    return wait<AccountId>([&](QObject *context, auto done) {
        m_house->accounts.save(std::move(draft), context, std::move(done));
    });
}

Result<std::shared_ptr<cloud::Client>> AccountsTest::client(const AccountId &id)
{
    return wait<std::shared_ptr<cloud::Client>>(
        [&](QObject *context, auto done) { m_house->accounts.client(id, context, std::move(done)); });
}

Result<AccessKey> AccountsTest::stored(secrets::SecretStore &store, const AccountId &id)
{
    const auto bytes = wait<SecretBytes>([&](QObject *context, auto done) {
        store.read(QStringLiteral("account/") + id.value, context, std::move(done));
    });
    if (!bytes)
        return failure(bytes.error());
    return fromKeychainJson(*bytes);
}

const profiles::Account *AccountsTest::account(const AccountId &id) const
{
    return profiles::find(m_house->workspace.workspace(), id);
}

/// The folder becomes a file: nothing can be written there any more, not even by root.
void AccountsTest::breakDisk()
{
    const QString folder = m_house->place.filePath(QStringLiteral("state"));
    QVERIFY(QDir(folder).removeRecursively());
    QFile file(folder);
    QVERIFY(file.open(QFile::WriteOnly));
}

void AccountsTest::testingAKeySaysWhoItBelongsToAndStoresNothing()
{
    Draft tried = draft();
    tried.account.name.clear(); // a key can be tried before the account has a name
    const auto result = wait<TestResult>([&](QObject *context, auto done) {
        m_house->accounts.test(std::move(tried), context, std::move(done));
    });
    QVERIFY2(result, result ? "" : qPrintable(result.error().message));
    QVERIFY(!result->identity.arn.isEmpty());
    QVERIFY(result->identity.type != CallerIdentity::Type::Unknown);
    QVERIFY(!result->info.requestId.isEmpty());
    QVERIFY(result->regionCount > 0);
    QVERIFY(m_house->workspace.workspace().accounts.isEmpty());
}

void AccountsTest::testingAWrongSecretIsDenied()
{
    Draft wrong = draft();
    wrong.key.secret = SecretBytes("wrong");
    const auto result = wait<TestResult>([&](QObject *context, auto done) {
        m_house->accounts.test(std::move(wrong), context, std::move(done));
    });
    QVERIFY(!result);
    QCOMPARE(result.error().kind, Error::Kind::Denied);
}

void AccountsTest::testingAnEditedAccountUsesTheStoredKey()
{
    const auto id = save(draft());
    QVERIFY(id);
    const auto result = wait<TestResult>(
        [&](QObject *context, auto done) { m_house->accounts.test(edited(*id), context, std::move(done)); });
    QVERIFY2(result, result ? "" : qPrintable(result.error().message));
    m_house->keychain.locked = true;
    const auto locked = wait<TestResult>(
        [&](QObject *context, auto done) { m_house->accounts.test(edited(*id), context, std::move(done)); });
    QVERIFY(!locked);
    QCOMPARE(locked.error().kind, Error::Kind::Keychain);
}

void AccountsTest::savingKeepsTheSecretOutOfTheFile()
{
    const auto id = save(draft());
    QVERIFY(id);
    const profiles::Account *saved = account(*id);
    QVERIFY(saved);
    QCOMPARE(saved->keychainEntry, QStringLiteral("account/") + id->value);
    QCOMPARE(saved->keychainBackend, QStringLiteral("Fake keychain"));
    QCOMPARE(saved->keyTail, m_house->cloud.accessKeyId().right(4));

    const auto key = stored(m_house->keychain, *id);
    QVERIFY(key);
    QCOMPARE(key->id, m_house->cloud.accessKeyId());

    QFile file(m_house->workspace.path());
    QVERIFY(file.open(QFile::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY(text.contains("Shop"));
    QVERIFY(!text.contains(m_house->cloud.accessKeySecret().toUtf8()));
    QVERIFY(!text.contains(m_house->cloud.accessKeyId().toUtf8()));
}

void AccountsTest::savedAccountHasAClientThatWorks()
{
    const auto id = save(draft());
    QVERIFY(id);
    const auto opened = client(*id);
    QVERIFY(opened);
    const auto regions = wait<cloud::Answered<QList<Region>>>(
        [&](QObject *context, auto done) { (*opened)->describeRegions(context, std::move(done)); });
    QVERIFY2(regions, regions ? "" : qPrintable(regions.error().message));
    // Asked again, the same client: the keychain is not troubled twice.
    QCOMPARE(client(*id)->get(), opened->get());
    QCOMPARE(m_house->keychain.reads, 1);
}

void AccountsTest::badNameStoresNothing()
{
    QVERIFY(save(draft()));
    Draft second = draft();
    second.account.name = QStringLiteral("  shop ");
    const auto refused = save(std::move(second));
    QVERIFY(!refused);
    QCOMPARE(refused.error().field, QStringLiteral("name"));
    QCOMPARE(m_house->workspace.workspace().accounts.size(), 1);
}

void AccountsTest::lockedKeychainStoresNothing()
{
    m_house->keychain.locked = true;
    const auto refused = save(draft());
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, Error::Kind::Keychain);
    QVERIFY(refused.error().message.startsWith(QLatin1String("The secret was not stored")));
    QVERIFY(m_house->workspace.workspace().accounts.isEmpty());
}

void AccountsTest::fullDiskLeavesNoNewAccountAndNoSecret()
{
    breakDisk();
    const QSignalSpy left(&m_house->accounts, &Accounts::secretLeft);
    const auto refused = save(draft());
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, Error::Kind::Storage);
    QCOMPARE(
        refused.error().next,
        QStringLiteral("The account and its key are as they were before. Mend the cause and save again."));
    QVERIFY(m_house->workspace.workspace().accounts.isEmpty());
    QCOMPARE(m_house->keychain.count(), std::size_t(0));
    QCOMPARE(left.count(), 0);
}

void AccountsTest::fullDiskLeavesTheEditedAccountAndItsKey()
{
    const auto id = save(draft());
    QVERIFY(id);
    const profiles::Account before = *account(*id);
    breakDisk();
    Draft change = edited(*id);
    change.account.name = QStringLiteral("Other");
    change.key.id = QStringLiteral("LTAI5tSomeoneElse");
    change.key.secret = SecretBytes("another-secret");
    QVERIFY(!save(std::move(change)));
    QVERIFY(*account(*id) == before);
    QCOMPARE(stored(m_house->keychain, *id)->id, m_house->cloud.accessKeyId());
}

void AccountsTest::editingWithoutAKeyKeepsTheStoredOne()
{
    const auto id = save(draft());
    QVERIFY(id);
    const auto old = client(*id);
    const QSignalSpy changed(&m_house->accounts, &Accounts::clientChanged);
    Draft change = edited(*id);
    change.account.name = QStringLiteral("Warehouse");
    change.account.keyTail = QStringLiteral("XXXX"); // not the draft's to say
    QVERIFY(save(std::move(change)));
    QCOMPARE(changed.count(), 1);
    QCOMPARE(account(*id)->name, QStringLiteral("Warehouse"));
    QCOMPARE(account(*id)->keyTail, m_house->cloud.accessKeyId().right(4));
    QCOMPARE(stored(m_house->keychain, *id)->id, m_house->cloud.accessKeyId());
    QVERIFY(client(*id)->get() != old->get());
}

void AccountsTest::editingReplacesTheKeyAndTheClient()
{
    const auto id = save(draft());
    QVERIFY(id);
    Draft change = edited(*id);
    change.key.id = QStringLiteral("LTAI5tSomeoneElse");
    change.key.secret = SecretBytes("another-secret");
    QVERIFY(save(std::move(change)));
    QCOMPARE(account(*id)->keyTail, QStringLiteral("Else"));
    QCOMPARE((*client(*id))->keyTail(), QStringLiteral("Else"));
    QVERIFY(stored(m_house->keychain, *id)->secret.equals(SecretBytes("another-secret")));
    QCOMPARE(m_house->keychain.count(), std::size_t(1));
}

void AccountsTest::movingToThisSessionEmptiesTheKeychain()
{
    const auto id = save(draft());
    QVERIFY(id);
    Draft change = edited(*id);
    change.account.secretPlace = SecretPlace::SessionOnly;
    QVERIFY(save(std::move(change)));
    QTRY_COMPARE(m_house->keychain.count(), std::size_t(0));
    QCOMPARE(stored(m_house->session, *id)->id, m_house->cloud.accessKeyId());
    QVERIFY(client(*id));
}

void AccountsTest::movingAwayFromALockedKeychainSaysWhatIsLeft()
{
    const auto id = save(draft());
    QVERIFY(id);
    QSignalSpy left(&m_house->accounts, &Accounts::secretLeft);
    m_house->keychain.locked = true;
    Draft change = draft(SecretPlace::SessionOnly);
    change.account.id = *id;
    QVERIFY(save(std::move(change)));
    QTRY_COMPARE(left.count(), 1);
    QVERIFY(left[0][0].value<Error>().next.contains(account(*id)->keychainEntry));
    QVERIFY(client(*id));
}

void AccountsTest::removingTakesSecretAndAccount()
{
    const auto id = save(draft());
    QVERIFY(id);
    const QSignalSpy changed(&m_house->accounts, &Accounts::clientChanged);
    QVERIFY(wait<void>(
        [&](QObject *context, auto done) { m_house->accounts.remove(*id, context, std::move(done)); }));
    QVERIFY(!account(*id));
    QCOMPARE(m_house->keychain.count(), std::size_t(0));
    QCOMPARE(changed.count(), 1);
    const auto gone = client(*id);
    QVERIFY(!gone);
    QCOMPARE(gone.error().kind, Error::Kind::NotFound);
}

void AccountsTest::removalThatIsNotProvedKeepsTheAccount()
{
    const auto id = save(draft());
    QVERIFY(id);
    m_house->keychain.locked = true;
    const auto refused = wait<void>(
        [&](QObject *context, auto done) { m_house->accounts.remove(*id, context, std::move(done)); });
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, Error::Kind::Keychain);
    QVERIFY(refused.error().next.contains(account(*id)->keychainEntry));
    m_house->keychain.locked = false;
    QVERIFY(client(*id));
}

void AccountsTest::accountGoesAloneWhenTheKeychainDoesNotAnswer()
{
    const auto id = save(draft());
    QVERIFY(id);
    m_house->keychain.locked = true;
    QVERIFY(!wait<void>(
        [&](QObject *context, auto done) { m_house->accounts.remove(*id, context, std::move(done)); }));
    const QSignalSpy changed(&m_house->accounts, &Accounts::clientChanged);
    QVERIFY(wait<void>([&](QObject *context, auto done) {
        m_house->accounts.removeAccountOnly(*id, context, std::move(done));
    }));
    QVERIFY(!account(*id));
    QCOMPARE(changed.count(), 1);
    QCOMPARE(m_house->keychain.count(), std::size_t(1)); // as the user was told
    const auto again = wait<void>([&](QObject *context, auto done) {
        m_house->accounts.removeAccountOnly(*id, context, std::move(done));
    });
    QVERIFY(!again);
    QCOMPARE(again.error().kind, Error::Kind::NotFound);
}

void AccountsTest::aVpcNobodyNamedIsWhereTheFirstSavedInstanceIs()
{
    Draft inVpc = draft(SecretPlace::SessionOnly);
    inVpc.account.connection.endpoint = {EndpointRule::Kind::Vpc, {}};
    const auto id = save(std::move(inVpc));
    QVERIFY(id);
    const auto bare = client(*id);
    QVERIFY(bare);
    QVERIFY((*bare)->settings().endpoint.home.isEmpty());
    profiles::Workspace workspace = m_house->workspace.workspace();
    profiles::Profile saved;
    saved.id = {QStringLiteral("6f0e8f4e-0d4e-4a55-9d62-0c3f6f3b0b01")};
    saved.name = QStringLiteral("orders");
    saved.account = *id;
    saved.region = {QStringLiteral("cn-beijing")};
    saved.instance = {QStringLiteral("r-2zezxszhcgatnx4b2c")};
    workspace.profiles.append(saved);
    QVERIFY(wait<void>(
        [&](QObject *context, auto done) { m_house->workspace.save(workspace, context, std::move(done)); }));
    Draft again = edited(*id);
    QVERIFY(save(std::move(again)));
    const auto placed = client(*id);
    QVERIFY(placed);
    QCOMPARE((*placed)->settings().endpoint.home, saved.region);
    // What the account itself says comes first.
    again = edited(*id);
    again.account.connection.endpoint.home = {QStringLiteral("cn-shanghai")};
    QVERIFY(save(std::move(again)));
    const auto told = client(*id);
    QVERIFY(told);
    QCOMPARE((*told)->settings().endpoint.home, RegionId{QStringLiteral("cn-shanghai")});
}

void AccountsTest::keyOfAnEndedSessionMustBeEnteredAgain()
{
    const auto id = save(draft(SecretPlace::SessionOnly));
    QVERIFY(id);
    QVERIFY(client(*id));
    QCOMPARE(m_house->keychain.count(), std::size_t(0));

    secrets::SessionStore nextSession;
    profiles::WorkspaceStore workspace(m_house->workspace.path());
    QVERIFY(wait<profiles::WorkspaceStore::Loaded>(
        [&](QObject *context, auto done) { workspace.load(context, std::move(done)); }));
    Accounts later(workspace, m_house->keychain, nextSession, m_house->network, m_house->clock);
    const auto over = wait<std::shared_ptr<cloud::Client>>(
        [&](QObject *context, auto done) { later.client(*id, context, std::move(done)); });
    QVERIFY(!over);
    QCOMPARE(over.error().kind, Error::Kind::Keychain);
    QCOMPARE(over.error().message,
             QStringLiteral(
                 "The AccessKey of the account “Shop” was kept for one session only, and that session is "
                 "over."));
    QCOMPARE(over.error().next, QStringLiteral("Edit the account and enter its AccessKey again."));
}

void AccountsTest::thoseWhoWaitShareOneRead()
{
    const auto id = save(draft());
    QVERIFY(id);
    int answers = 0;
    for (int asked = 0; asked < 20; ++asked)
        m_house->accounts.client(*id, this, [&](const auto &opened) { answers += opened ? 1 : 0; });
    QTRY_COMPARE(answers, 20);
    QCOMPARE(m_house->keychain.reads, 1);
}

void AccountsTest::editDuringAReadGivesTheNewClient()
{
    const auto id = save(draft());
    QVERIFY(id);
    std::shared_ptr<cloud::Client> opened;
    Draft change = edited(*id);
    change.account.connection.signature = SignatureVersion::V1;
    m_house->accounts.save(std::move(change), this, [&](const auto &) {
        m_house->accounts.client(*id, this, [&](const auto &got) { opened = *got; });
    });
    m_house->accounts.client(*id, this, [](const auto &) {});
    QTRY_VERIFY(opened);
    QCOMPARE(opened->settings().signature, SignatureVersion::V1);
    QCOMPARE((*client(*id))->settings().signature, SignatureVersion::V1);
}

void AccountsTest::expiredTemporaryKeyIsNotUsed()
{
    Draft temporary = draft();
    temporary.key.id = QStringLiteral("STS.NUExample");
    temporary.key.securityToken = SecretBytes("token");
    temporary.key.expires = m_house->clock.now().addSecs(3600);
    const QDateTime end = *temporary.key.expires;
    const auto id = save(std::move(temporary));
    QVERIFY(id);
    QVERIFY(client(*id));
    const auto expires = m_house->accounts.keyExpires(*id);
    QVERIFY(expires && std::abs(expires->secsTo(end)) <= 1); // kept in whole seconds
    m_house->clock.ahead = 3700;
    const auto expired = client(*id);
    QVERIFY(!expired);
    QCOMPARE(expired.error().kind, Error::Kind::Denied);
    QVERIFY(expired.error().message.contains(QLatin1String("expired at")));
}

void AccountsTest::aLastingKeyDoesNotExpire()
{
    const auto id = save(draft());
    QVERIFY(id);
    QVERIFY(!m_house->accounts.keyExpires(*id)); // not read yet
    QVERIFY(client(*id));
    const auto expires = m_house->accounts.keyExpires(*id);
    QVERIFY(expires && !expires->isValid());
    QVERIFY(!m_house->accounts.keyExpires({QStringLiteral("no such account")}));
}

void AccountsTest::dialogThatClosesHearsNothing()
{
    auto dialog = std::make_unique<QObject>();
    bool answered = false;
    m_house->accounts.save(draft(), dialog.get(), [&](const auto &) { answered = true; });
    dialog.reset();
    // The save itself is not the dialog's to undo by closing.
    QTRY_COMPARE(m_house->workspace.workspace().accounts.size(), 1);
    QVERIFY(client(m_house->workspace.workspace().accounts.first().id));
    QVERIFY(!answered);
}

QTEST_GUILESS_MAIN(AccountsTest)
#include "tst_accounts.moc"
