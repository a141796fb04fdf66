// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/draft.h"

#include "support/canary.h"

#include <QTest>

#include <functional>

using namespace uplift;
using namespace uplift::accounts;

namespace {

const QDateTime now = QDateTime({2026, 11, 22}, {12, 0}, Qt::UTC);

Draft goodDraft()
{
    Draft draft;
    draft.account.name = QStringLiteral("Shop");
    draft.key = test::canaryKey();
    return draft;
}

using Change = std::function<void(Draft &)>;

} // namespace

Q_DECLARE_METATYPE(Change)

class DraftTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void goodDraftsPass_data();
    void goodDraftsPass();
    void badInputNamesItsField_data();
    void badInputNamesItsField();
    void expiredKeysSayWhen();
};

void DraftTest::goodDraftsPass_data()
{
    QTest::addColumn<Change>("change");
    QTest::newRow("new account with a long-term key") << Change([](Draft &) {});
    QTest::newRow("edited account that keeps its key") << Change([](Draft &draft) {
        draft.account.id = {QStringLiteral("1")};
        draft.key = {};
    });
    QTest::newRow("temporary key with its token") << Change([](Draft &draft) {
        draft.key.id = QStringLiteral("STS.NUExample");
        draft.key.securityToken = SecretBytes("token");
        draft.key.expires = now.addSecs(1);
    });
    QTest::newRow("loopback endpoint without TLS") << Change([](Draft &draft) {
        draft.account.connection.endpoint = {EndpointRule::Kind::Custom,
                                             QStringLiteral("http://127.0.0.1:8080")};
    });
    QTest::newRow("HTTP proxy") << Change([](Draft &draft) {
        draft.account.connection.proxy = {ProxyRule::Kind::Http, QStringLiteral("proxy.example.com"), 3128};
    });
}

void DraftTest::goodDraftsPass()
{
    QFETCH(Change, change);
    Draft draft = goodDraft();
    change(draft);
    const Outcome checked = checkDraft(draft, now);
    QVERIFY2(checked, checked ? "" : qPrintable(checked.error().message));
}

void DraftTest::badInputNamesItsField_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *name, const char *field, const Change &change) {
        QTest::newRow(name) << change << QString::fromLatin1(field);
    };
    row("new account without a key", "accessKeyId", [](Draft &draft) { draft.key = {}; });
    row("key id with a blank", "accessKeyId", [](Draft &draft) { draft.key.id = QStringLiteral("LTAI 5t"); });
    row("secret with a line feed", "accessKeySecret",
        [](Draft &draft) { draft.key.secret = SecretBytes("one\ntwo"); });
    row("edited account with a new id and no secret", "accessKeySecret", [](Draft &draft) {
        draft.account.id = {QStringLiteral("1")};
        draft.key.secret = {};
    });
    row("edited account with a new secret and no id", "accessKeyId", [](Draft &draft) {
        draft.account.id = {QStringLiteral("1")};
        draft.key.id.clear();
    });
    row("STS. key without its token", "securityToken",
        [](Draft &draft) { draft.key.id = QStringLiteral("STS.NUExample"); });
    row("expired token", "securityToken", [](Draft &draft) {
        draft.key.id = QStringLiteral("STS.NUExample");
        draft.key.securityToken = SecretBytes("token");
        draft.key.expires = now;
    });
    row("endpoint without TLS that is not loopback", "endpoint", [](Draft &draft) {
        draft.account.connection.endpoint = {EndpointRule::Kind::Custom,
                                             QStringLiteral("http://r-kvstore.aliyuncs.com")};
    });
    row("empty custom endpoint", "endpoint", [](Draft &draft) {
        draft.account.connection.endpoint = {EndpointRule::Kind::Custom, QString()};
    });
    row("proxy without a port", "proxy", [](Draft &draft) {
        draft.account.connection.proxy = {ProxyRule::Kind::Http, QStringLiteral("proxy.example.com"), 0};
    });
}

void DraftTest::badInputNamesItsField()
{
    QFETCH(Change, change);
    Draft draft = goodDraft();
    change(draft);
    const Outcome checked = checkDraft(draft, now);
    QVERIFY(!checked);
    QCOMPARE(checked.error().kind, Error::Kind::Input);
    QTEST(checked.error().field, "field");
    QVERIFY(!checked.error().message.isEmpty());
}

void DraftTest::expiredKeysSayWhen()
{
    QVERIFY(checkNotExpired(std::nullopt, QStringLiteral("Shop"), now));
    QVERIFY(checkNotExpired(now.addSecs(1), QStringLiteral("Shop"), now));
    const Outcome expired = checkNotExpired(now.addSecs(-60), QStringLiteral("Shop"), now);
    QVERIFY(!expired);
    QCOMPARE(expired.error().kind, Error::Kind::Denied);
    QCOMPARE(expired.error().message,
             QStringLiteral("The temporary key of the account “Shop” expired at 2026-11-22 11:59 UTC."));
}

QTEST_GUILESS_MAIN(DraftTest)
#include "tst_draft.moc"
