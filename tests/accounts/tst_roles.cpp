// SPDX-License-Identifier: GPL-3.0-or-later
// Accounts with roles: how the key of a role is got, kept, renewed and let go of.
#include "accounts/serverrig.h"

#include <QFile>

using namespace uplift;
using namespace uplift::accounts;
using profiles::RoleRule;
using test::ServerRig;
using test::wait;

namespace {

const RoleRule dba = {QStringLiteral("acs:ram::1234567890123456:role/dba"), QStringLiteral("uplift"),
                      QString(), 3600, QString()};
const RoleRule reader = {QStringLiteral("acs:ram::6543210987654321:role/reader"), QStringLiteral("me@work"),
                         QStringLiteral("ext-1"), 900, QStringLiteral("{\"Version\":\"1\"}")};

} // namespace

class RolesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void clientSignsWithTheRolesKey();
    void chainIsAssumedOneAfterTheOther();
    void thoseWhoWaitShareOneRequest();
    void keyIsRenewedBeforeItEndsAndTheOldClientGoesOn();
    void serviceThatSaysNoEndIsTakenAtItsWord();
    void failedRenewalUsesTheOldKeyWhileItLasts();
    void refusedRoleIsNamed();
    void editDuringARequestAssumesTheNewRole();
    void removalDuringARequestIsTold();
    void nothingOfTheRolesKeyIsStored();
    void testingADraftTakesOnItsRoles();
    void badRolesStoreNothing_data();
    void badRolesStoreNothing();

private:
    void answerAssumeRole(int seconds = 3600);
    [[nodiscard]] int assumed() const { return static_cast<int>(m_rig->seen("AssumeRole").size()); }
    /// Who signs the next call of this client?
    [[nodiscard]] QByteArray signerOf(cloud::Client &client);

    std::unique_ptr<ServerRig> m_rig;
    std::atomic<int> m_keys = 0;
};

void RolesTest::init()
{
    m_rig = std::make_unique<ServerRig>();
    m_keys = 0;
    m_rig->say("GetCallerIdentity", ServerRig::identity("AssumedRoleUser"));
    answerAssumeRole();
}

void RolesTest::cleanup() { m_rig.reset(); }

void RolesTest::answerAssumeRole(int seconds)
{
    m_rig->say("AssumeRole", [this, seconds](const test::SeenRequest &) {
        QJsonObject credentials{
            {QStringLiteral("AccessKeyId"), QStringLiteral("STS.role%1").arg(++m_keys)},
            {QStringLiteral("AccessKeySecret"), QStringLiteral("role-secret-canary")},
            {QStringLiteral("SecurityToken"), QStringLiteral("role-token-canary")},
        };
        if (seconds > 0)
            credentials.insert(QStringLiteral("Expiration"),
                               QDateTime::currentDateTimeUtc().addSecs(seconds).toString(Qt::ISODate));
        return ServerRig::json({{QStringLiteral("Credentials"), credentials}});
    });
}

QByteArray RolesTest::signerOf(cloud::Client &client)
{
    const auto answered = wait<cloud::Answered<CallerIdentity>>(
        [&](QObject *context, auto done) { client.getCallerIdentity(context, std::move(done)); });
    return answered ? ServerRig::signer(m_rig->seen("GetCallerIdentity").last()) : QByteArray("no answer");
}

void RolesTest::clientSignsWithTheRolesKey()
{
    const auto id = m_rig->save(m_rig->draft({dba}));
    QVERIFY2(id, id ? "" : qPrintable(id.error().message));
    const auto client = m_rig->client(*id);
    QVERIFY2(client, client ? "" : qPrintable(client.error().message));
    QCOMPARE(signerOf(**client), QByteArray("STS.role1"));
    const auto requests = m_rig->seen("AssumeRole");
    QCOMPARE(requests.size(), 1);
    QCOMPARE(ServerRig::signer(requests[0]), test::canary().id.toLatin1());
    QCOMPARE(requests[0].parameter("RoleArn"), dba.roleArn.toUtf8());
    QCOMPARE(requests[0].parameter("RoleSessionName"), QByteArray("uplift"));
    QCOMPARE(requests[0].parameter("DurationSeconds"), QByteArray("3600"));
    // Asked again, the same client: nothing is asked of the service or the keychain.
    QCOMPARE(m_rig->client(*id)->get(), client->get());
    QCOMPARE(assumed(), 1);
    QCOMPARE(m_rig->keychain.reads, 1);
}

void RolesTest::chainIsAssumedOneAfterTheOther()
{
    const auto id = m_rig->save(m_rig->draft({dba, reader}));
    const auto client = m_rig->client(*id);
    QVERIFY(client);
    const auto requests = m_rig->seen("AssumeRole");
    QCOMPARE(requests.size(), 2);
    QCOMPARE(ServerRig::signer(requests[1]), QByteArray("STS.role1"));
    QCOMPARE(requests[1].parameter("RoleArn"), reader.roleArn.toUtf8());
    QCOMPARE(requests[1].parameter("RoleSessionName"), QByteArray("me@work"));
    QCOMPARE(requests[1].parameter("ExternalId"), QByteArray("ext-1"));
    QCOMPARE(requests[1].parameter("DurationSeconds"), QByteArray("900"));
    QCOMPARE(requests[1].parameter("Policy"), reader.policy.toUtf8());
    QCOMPARE(signerOf(**client), QByteArray("STS.role2"));
}

void RolesTest::thoseWhoWaitShareOneRequest()
{
    const auto id = m_rig->save(m_rig->draft({dba}));
    for (const int times : {1, 2}) {
        int answers = 0;
        for (int asking = 0; asking < 20; ++asking)
            m_rig->accounts.client(*id, this, [&](const auto &client) { answers += client ? 1 : 0; });
        QTRY_COMPARE(answers, 20);
        QCOMPARE(assumed(), times);
        m_rig->clock.ahead += 3400; // five minutes before the end, and a little
    }
    QCOMPARE(m_rig->keychain.reads, 1);
}

void RolesTest::keyIsRenewedBeforeItEndsAndTheOldClientGoesOn()
{
    const auto id = m_rig->save(m_rig->draft({dba}));
    const auto first = m_rig->client(*id);
    QVERIFY(first);
    m_rig->clock.ahead = 3000;
    QCOMPARE(m_rig->client(*id)->get(), first->get());
    m_rig->clock.ahead = 3400;
    const auto second = m_rig->client(*id);
    QVERIFY(second);
    QVERIFY(second->get() != first->get());
    QCOMPARE(assumed(), 2);
    QCOMPARE(signerOf(**second), QByteArray("STS.role2"));
    // An upgrade under way holds the first one; it neither fails nor changes.
    QCOMPARE(signerOf(**first), QByteArray("STS.role1"));
}

void RolesTest::serviceThatSaysNoEndIsTakenAtItsWord()
{
    answerAssumeRole(0);
    const auto id = m_rig->save(m_rig->draft({dba}));
    const auto first = m_rig->client(*id);
    QVERIFY2(first, first ? "" : qPrintable(first.error().message));
    m_rig->clock.ahead = 3000;
    QCOMPARE(m_rig->client(*id)->get(), first->get());
    m_rig->clock.ahead = 3400;
    QVERIFY(m_rig->client(*id)->get() != first->get());
}

void RolesTest::failedRenewalUsesTheOldKeyWhileItLasts()
{
    const auto id = m_rig->save(m_rig->draft({dba}));
    const auto first = m_rig->client(*id);
    QVERIFY(first);
    test::FaultReply refused = ServerRig::refusal("NoPermission", 403);
    // The refusal's Date would set our clock right again, and with it the key's age.
    refused.clock = std::chrono::seconds(3400);
    m_rig->say("AssumeRole", refused);
    m_rig->clock.ahead = 3400;
    const auto second = m_rig->client(*id);
    QVERIFY2(second, second ? "" : qPrintable(second.error().message));
    QCOMPARE(second->get(), first->get());
    refused.clock = std::chrono::seconds(3700);
    m_rig->say("AssumeRole", refused);
    m_rig->clock.ahead = 3700;
    const auto over = m_rig->client(*id);
    QVERIFY(!over);
    QCOMPARE(over.error().code, QStringLiteral("NoPermission"));
}

void RolesTest::refusedRoleIsNamed()
{
    m_rig->say("AssumeRole", ServerRig::refusal("NoPermission", 403));
    const auto id = m_rig->save(m_rig->draft({dba}));
    const auto refused = m_rig->client(*id);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, Error::Kind::Denied);
    QVERIFY2(refused.error().message.startsWith(QStringLiteral("The role “dba” was not taken on. ")),
             qPrintable(refused.error().message));
    // Mended at the service, the next question works without anything else being done.
    answerAssumeRole();
    QVERIFY(m_rig->client(*id));
}

void RolesTest::editDuringARequestAssumesTheNewRole()
{
    const auto id = m_rig->save(m_rig->draft({dba}));
    Draft change;
    change.account = m_rig->workspace.workspace().accounts[0];
    change.account.roles = {reader};
    std::shared_ptr<cloud::Client> late;
    // Saved while AssumeRole is on its way: the fake keychain answers in the next turn of the loop.
    m_rig->accounts.client(*id, this, [&](const auto &client) { late = client.value_or(nullptr); });
    bool saved = false;
    m_rig->accounts.save(std::move(change), this, [&](const auto &done) { saved = done.has_value(); });
    QTRY_VERIFY(late && saved);
    const auto now = m_rig->client(*id);
    QVERIFY(now);
    QCOMPARE(m_rig->seen("AssumeRole").last().parameter("RoleArn"), reader.roleArn.toUtf8());
    QCOMPARE(signerOf(**now), "STS.role" + QByteArray::number(m_keys.load()));
}

void RolesTest::removalDuringARequestIsTold()
{
    const auto id = m_rig->save(m_rig->draft({dba}));
    std::optional<Error> told;
    bool removed = false;
    m_rig->accounts.client(*id, this, [&](const auto &client) {
        if (!client)
            told = client.error();
    });
    m_rig->accounts.remove(*id, this, [&](const auto &) { removed = true; });
    QTRY_VERIFY(removed);
    // Whichever came first, asking now says that there is no such account.
    const auto gone = m_rig->client(*id);
    QVERIFY(!gone);
    QCOMPARE(gone.error().kind, Error::Kind::NotFound);
    QVERIFY(!told || told->kind == Error::Kind::NotFound || told->kind == Error::Kind::Keychain);
}

void RolesTest::nothingOfTheRolesKeyIsStored()
{
    const auto id = m_rig->save(m_rig->draft({dba}));
    QVERIFY(m_rig->client(*id));
    QCOMPARE(m_rig->keychain.count(), std::size_t(1));
    const auto entry = wait<SecretBytes>([&](QObject *context, auto done) {
        m_rig->keychain.read(QStringLiteral("account/") + id->value, context, std::move(done));
    });
    QVERIFY(entry && !entry->view().toByteArray().contains("canary"));
    QFile file(m_rig->workspace.path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY(text.contains(dba.roleArn.toUtf8()));
    QVERIFY(!text.contains("canary") && !text.contains("STS.role"));
    QCOMPARE(m_rig->workspace.workspace().accounts[0].keyTail, QStringLiteral("X7Qd"));
}

void RolesTest::testingADraftTakesOnItsRoles()
{
    const auto result = wait<TestResult>([&](QObject *context, auto done) {
        m_rig->accounts.test(m_rig->draft({dba}), context, std::move(done));
    });
    QVERIFY2(result, result ? "" : qPrintable(result.error().message));
    QCOMPARE(result->identity.type, CallerIdentity::Type::AssumedRole);
    QCOMPARE(ServerRig::signer(m_rig->seen("GetCallerIdentity").last()), QByteArray("STS.role1"));
    QVERIFY(m_rig->workspace.workspace().accounts.isEmpty());
}

void RolesTest::badRolesStoreNothing_data()
{
    QTest::addColumn<QString>("arn");
    QTest::addColumn<QString>("session");
    QTest::addColumn<int>("seconds");
    QTest::addColumn<QString>("policy");
    QTest::addColumn<QString>("field");
    const QString good = dba.roleArn;
    const QString uplift = QStringLiteral("uplift");
    QTest::newRow("ARN of another cloud") << QStringLiteral("arn:aws:iam::1:role/x") << uplift << 3600
                                          << QString() << QStringLiteral("roleArn");
    QTest::newRow("ARN with a line feed")
        << good + u'\n' << uplift << 3600 << QString() << QStringLiteral("roleArn");
    QTest::newRow("ARN of a user") << QStringLiteral("acs:ram::1:user/x") << uplift << 3600 << QString()
                                   << QStringLiteral("roleArn");
    QTest::newRow("session of one letter")
        << good << QStringLiteral("x") << 3600 << QString() << QStringLiteral("roleSession");
    QTest::newRow("session with a blank")
        << good << QStringLiteral("a b") << 3600 << QString() << QStringLiteral("roleSession");
    QTest::newRow("too short") << good << uplift << 899 << QString() << QStringLiteral("roleDuration");
    QTest::newRow("too long") << good << uplift << 43'201 << QString() << QStringLiteral("roleDuration");
    QTest::newRow("policy no JSON") << good << uplift << 3600 << QStringLiteral("Allow")
                                    << QStringLiteral("rolePolicy");
    QTest::newRow("policy too long") << good << uplift << 3600
                                     << QStringLiteral("{\"x\":\"%1\"}").arg(QString(2048, u'y'))
                                     << QStringLiteral("rolePolicy");
}

void RolesTest::badRolesStoreNothing()
{
    QFETCH(QString, arn);
    QFETCH(QString, session);
    QFETCH(int, seconds);
    QFETCH(QString, policy);
    QFETCH(QString, field);
    const auto refused = m_rig->save(m_rig->draft({{arn, session, QString(), seconds, policy}}));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, Error::Kind::Input);
    QCOMPARE(refused.error().field, field);
    QCOMPARE(m_rig->keychain.count(), std::size_t(0));
}

QTEST_GUILESS_MAIN(RolesTest)
#include "tst_roles.moc"
