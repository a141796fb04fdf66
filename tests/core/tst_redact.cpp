// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact.h"

#include <QTest>

using namespace uplift;

class RedactTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void secretsAreTakenOut_data();
    void secretsAreTakenOut();
    void plainWordsStay();
    void controlCharactersGo();
    void longTextsAreCut();
};

void RedactTest::secretsAreTakenOut_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("query") << "https://h/?AccessKeyId=CANARY&Signature=CANARY%3D&x=1";
    QTest::newRow("encoded once") << "POST&%2F&AccessKeyId%3DCANARY%26SecurityToken%3DCANARY%26x";
    QTest::newRow("encoded twice") << "AccessKeyId%253DCANARY%2526SignatureNonce%253DCANARY%2526";
    QTest::newRow("JSON")
        << R"({"AccessKeyId":"CANARY","AccessKeySecret" : "CANARY","SecurityToken":"CANARY"})";
    QTest::newRow("V3 header")
        << "Authorization: ACS3-HMAC-SHA256 Credential=CANARY,SignedHeaders=host,Signature=CANARY";
    QTest::newRow("credential alone") << "Credential=CANARY,SignedHeaders=host";
    QTest::newRow("header dump") << "x-acs-security-token: CANARY";
    QTest::newRow("string to sign")
        << "signature differs; server string to sign is: POST&%2F&CANARY and CANARY";
    QTest::newRow("redis") << "AUTH CANARY";
    QTest::newRow("URL password") << "http://user:CANARY@proxy:3128";
    QTest::newRow("bare key id") << "key LTAICANARYCANARYCANARY is unknown";
}

void RedactTest::secretsAreTakenOut()
{
    QFETCH(QString, text);
    QVERIFY2(!redacted(text).contains(QStringLiteral("CANARY")), qPrintable(redacted(text)));
}

void RedactTest::plainWordsStay()
{
    const QString text =
        QStringLiteral("The specified instance r-bp1 is not in state Normal (IncorrectDBInstanceState).");
    QCOMPARE(redacted(text), text);
    QVERIFY(redacted(QStringLiteral("https://h/?AccessKeyId=A1&x=1")).endsWith(QStringLiteral("&x=1")));
}

void RedactTest::controlCharactersGo()
{
    QCOMPARE(plainLine(QString::fromUtf8("a\nb\u202Ec\u0007d\u2066")), QStringLiteral("a bc d"));
    QCOMPARE(plainLine(QString::fromUtf8("订单缓存 🧡")), QString::fromUtf8("订单缓存 🧡"));
}

void RedactTest::longTextsAreCut() { QVERIFY(redacted(QString(100000, QLatin1Char('x'))).size() <= 2000); }

QTEST_GUILESS_MAIN(RedactTest)
#include "tst_redact.moc"
