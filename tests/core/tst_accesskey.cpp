// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accesskey.h"

#include <QTest>

using namespace uplift;

namespace {

const QDateTime now(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);

AccessKey key(const QByteArray &id, const QByteArray &secret, const QByteArray &token = {})
{
    AccessKey made;
    made.id = QString::fromUtf8(id);
    made.secret = SecretBytes(secret);
    made.securityToken = SecretBytes(token);
    return made;
}

} // namespace

class AccessKeyTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void badKeysGetASentence_data();
    void badKeysGetASentence();
    void goodKeysPass();
    void expiredTokensAreRefused();
    void theKeychainEntryReadsBack();
    void damagedEntriesAreRefused_data();
    void damagedEntriesAreRefused();
    void secretsMoveAndAreNotCopied();
};

void AccessKeyTest::badKeysGetASentence_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("says");
    const QByteArray good = "LTAI5tQnKUPLIFTEXAMPX7Qd";
    const QByteArray secret = "abcdefghijklmnopqrstuvwxyz0123";
    QTest::newRow("empty id") << QByteArray() << secret << QByteArray() << "accessKeyId"
                              << "is empty";
    QTest::newRow("blank in the id") << QByteArray("LTAI 5t") << secret << QByteArray() << "accessKeyId"
                                     << "blank";
    QTest::newRow("id of other letters") << QByteArray("LTAI密钥") << secret << QByteArray() << "accessKeyId"
                                         << "characters no key id has";
    QTest::newRow("empty secret") << good << QByteArray() << QByteArray() << "accessKeySecret"
                                  << "is empty";
    QTest::newRow("secret with a line feed") << good << secret + "\n"
                                             << QByteArray() << "accessKeySecret"
                                             << "line break";
    QTest::newRow("secret with a blank") << good << QByteArray("abc def") << QByteArray() << "accessKeySecret"
                                         << "blank";
    QTest::newRow("STS. key without token")
        << QByteArray("STS.NUabc") << secret << QByteArray() << "securityToken"
        << "needs its security token";
    QTest::newRow("token without STS. key") << good << secret << QByteArray("CAIS") << "securityToken"
                                            << "begins with STS. only";
    QTest::newRow("token with a line feed")
        << QByteArray("STS.NUabc") << secret << QByteArray("CA\nIS") << "securityToken"
        << "line break";
}

void AccessKeyTest::badKeysGetASentence()
{
    QFETCH(QByteArray, id);
    QFETCH(QByteArray, secret);
    QFETCH(QByteArray, token);
    QFETCH(QString, field);
    QFETCH(QString, says);
    const Outcome outcome = checkAccessKey(key(id, secret, token), now);
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().field, field);
    QVERIFY2(outcome.error().message.contains(says), qPrintable(outcome.error().message));
    if (!secret.trimmed().isEmpty())
        QVERIFY(!outcome.error().message.contains(QString::fromLatin1(secret)));
}

void AccessKeyTest::goodKeysPass()
{
    QVERIFY(checkAccessKey(key("LTAI5tQnKUPLIFTEXAMPX7Qd", "abcdefghijklmnopqrstuvwxyz0123"), now));
    QVERIFY(checkAccessKey(key("STS.NUabc", "secret", "CAIS+/="), now));
    QCOMPARE(maskedKeyId(QStringLiteral("LTAI5tQnKUPLIFTEXAMPX7Qd")), QStringLiteral("····X7Qd"));
}

void AccessKeyTest::expiredTokensAreRefused()
{
    AccessKey temporary = key("STS.NUabc", "secret", "CAIS");
    temporary.expires = now.addSecs(-60);
    const Outcome outcome = checkAccessKey(temporary, now);
    QVERIFY(!outcome);
    QVERIFY2(outcome.error().message.contains(QStringLiteral("expired at 2026-11-22 11:59 UTC")),
             qPrintable(outcome.error().message));
    temporary.expires = now.addSecs(60);
    QVERIFY(checkAccessKey(temporary, now));
}

void AccessKeyTest::theKeychainEntryReadsBack()
{
    AccessKey stored = key("STS.NUabc", R"(quote"and\slash)", "CAIS+/=");
    stored.expires = now;
    const auto read = fromKeychainJson(toKeychainJson(stored));
    QVERIFY(read.has_value());
    QCOMPARE(read->id, stored.id);
    QVERIFY(read->secret.equals(stored.secret));
    QVERIFY(read->securityToken.equals(stored.securityToken));
    QCOMPARE(read->expires, stored.expires);
    const auto plain = fromKeychainJson(toKeychainJson(key("LTAI", "s")));
    QVERIFY(plain && plain->securityToken.isEmpty() && !plain->expires);
}

void AccessKeyTest::damagedEntriesAreRefused_data()
{
    QTest::addColumn<QByteArray>("entry");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("not JSON") << QByteArray("hunter2");
    QTest::newRow("cut off") << QByteArray(R"({"accessKeyId":"a","accessKeySecret":"b)");
    QTest::newRow("no secret") << QByteArray(R"({"accessKeyId":"a"})");
    QTest::newRow("number instead of text") << QByteArray(R"({"accessKeyId":"a","accessKeySecret":5})");
    QTest::newRow("something after it") << QByteArray(R"({"accessKeyId":"a","accessKeySecret":"b"} x)");
}

void AccessKeyTest::damagedEntriesAreRefused()
{
    QFETCH(QByteArray, entry);
    const auto read = fromKeychainJson(SecretBytes(entry));
    QVERIFY(!read);
    QCOMPARE(read.error().kind, Error::Kind::Keychain);
    QVERIFY(!read.error().message.contains(QStringLiteral("hunter2")));
}

void AccessKeyTest::secretsMoveAndAreNotCopied()
{
    static_assert(!std::is_copy_constructible_v<SecretBytes> && !std::is_copy_assignable_v<SecretBytes>);
    SecretBytes first(QByteArrayView("canary"));
    const void *where = first.view().data();
    SecretBytes second(std::move(first));
    QCOMPARE(static_cast<const void *>(second.view().data()), where);
    QVERIFY(first.isEmpty()); // NOLINT(bugprone-use-after-move): the moved-from state is what is tested
    QVERIFY(second.equals(SecretBytes(QByteArrayView("canary"))));
    QVERIFY(!second.equals(SecretBytes(QByteArrayView("canarx"))));
    QVERIFY(!second.equals(SecretBytes(QByteArrayView("canar"))));
}

QTEST_GUILESS_MAIN(AccessKeyTest)
#include "tst_accesskey.moc"
