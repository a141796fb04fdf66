// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/secretjson.h"
#include "support/memoryscan.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <array>

using namespace uplift;
using namespace uplift::accounts;
using test::MemoryScan;

namespace {

constexpr std::size_t secretLength = 30;

/// A secret that lies nowhere in the program: letters from a small generator, XORed.
QByteArray veiledSecret()
{
    QByteArray veiled;
    std::uint32_t state = 20261123;
    for (std::size_t i = 0; i < secretLength; ++i) {
        state = state * 1664525U + 1013904223U;
        veiled.append(static_cast<char>(static_cast<char>('a' + (state >> 16U) % 26U) ^ MemoryScan::veil));
    }
    return veiled;
}

/// A CLI file whose secret is written with an escape, so that it must be decoded.
SecretBytes configWithSecret()
{
    QByteArray text;
    text.reserve(4096);
    text +=
        R"({"current":"x","profiles":[{"name":"x","mode":"AK","access_key_id":"LTAI","access_key_secret":")";
    const QByteArray veiled = veiledSecret();
    for (const char c : veiled)
        text += static_cast<char>(c ^ MemoryScan::veil);
    text += R"("},{"name":"\u00e9"}]})";
    SecretBytes bytes(text);
    wipe(text);
    return bytes;
}

} // namespace

class SecretJsonTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void valuesAreReadAsTheyAre();
    void stringsAreDecoded_data();
    void stringsAreDecoded();
    void whatIsNoJsonIsPlaced_data();
    void whatIsNoJsonIsPlaced();
    void everyTruncationIsRefused();
    void agreesWithQtOnStrictJson();
    void parsingLeavesNoCopyOfASecret();
};

void SecretJsonTest::valuesAreReadAsTheyAre()
{
    const auto root = SecretJson::parse(
        R"( {"a":"one","b":[1,-2.5e3,true,false,null],"c":{"d":"deep"},"n":1700000000,"t":"42","a":"last","y":true} )");
    QVERIFY(root);
    QCOMPARE(root->kind(), SecretJson::Kind::Object);
    QVERIFY(root->text("a") == QByteArrayView("last"));
    QCOMPARE(root->member("b")->items().size(), std::size_t(5));
    QCOMPARE(root->member("b")->items()[1].kind(), SecretJson::Kind::Number);
    QVERIFY(root->member("c")->text("d") == QByteArrayView("deep"));
    QCOMPARE(root->number("n"), std::optional<qint64>(1'700'000'000));
    QCOMPARE(root->number("t"), std::optional<qint64>(42));
    QCOMPARE(root->number("a"), std::nullopt);
    QVERIFY(root->isTrue("y"));
    QVERIFY(!root->isTrue("n"));
    QVERIFY(!root->member("missing"));
    QVERIFY(root->text("n").isEmpty());
}

void SecretJsonTest::stringsAreDecoded_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << QByteArray(R"({"x":"abc"})") << QStringLiteral("abc");
    QTest::newRow("escapes") << QByteArray(R"({"x":"\"\\\/\b\f\n\r\t"})")
                             << QStringLiteral("\"\\/\b\f\n\r\t");
    QTest::newRow("BMP") << QByteArray(R"({"x":"\u00e9\u4E2d"})") << QStringLiteral("é中");
    QTest::newRow("surrogate pair") << QByteArray(R"({"x":"\ud83d\ude00!"})") << QStringLiteral("😀!");
    QTest::newRow("UTF-8") << QByteArray("{\"x\":\"结算\"}") << QStringLiteral("结算");
    QTest::newRow("empty") << QByteArray(R"({"x":""})") << QString();
}

void SecretJsonTest::stringsAreDecoded()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, text);
    const auto root = SecretJson::parse(json);
    QVERIFY(root);
    QCOMPARE(QString::fromUtf8(root->text("x").toByteArray()), text);
}

void SecretJsonTest::whatIsNoJsonIsPlaced_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::newRow("nothing") << QByteArray() << 1 << 1;
    QTest::newRow("trailing comma") << QByteArray("{\"a\":1,}") << 1 << 8;
    QTest::newRow("unquoted name") << QByteArray("{\n  a:1}") << 2 << 3;
    QTest::newRow("single quotes") << QByteArray("{'a':1}") << 1 << 2;
    QTest::newRow("open string") << QByteArray("{\"a\":\"b") << 1 << 8;
    QTest::newRow("line feed in a string") << QByteArray("{\"a\":\"b\nc\"}") << 1 << 8;
    QTest::newRow("odd escape") << QByteArray("{\"a\":\"\\x\"}") << 1 << 9;
    QTest::newRow("half a surrogate") << QByteArray(R"({"a":"\ud83d"})") << 1 << 13;
    QTest::newRow("leading zero") << QByteArray("{\"a\":01}") << 1 << 8;
    QTest::newRow("more after the end") << QByteArray("{}\n\nx") << 3 << 1;
    QTest::newRow("BOM") << QByteArray("\xef\xbb\xbf{}") << 1 << 1;
    QTest::newRow("too deep") << QByteArray(100, '[') << 1 << 34;
}

void SecretJsonTest::whatIsNoJsonIsPlaced()
{
    QFETCH(QByteArray, json);
    QFETCH(int, line);
    QFETCH(int, column);
    const auto root = SecretJson::parse(json);
    QVERIFY(!root);
    QCOMPARE(root.error().line, line);
    QCOMPARE(root.error().column, column);
}

void SecretJsonTest::everyTruncationIsRefused()
{
    const QByteArray whole(R"({"a":["\u00e9",-1.5e+2,true,null,{"b":false}],"c":""})");
    QVERIFY(SecretJson::parse(whole));
    for (qsizetype size = 0; size < whole.size(); ++size)
        QVERIFY2(!SecretJson::parse(whole.first(size)), qPrintable(QString::number(size)));
}

void SecretJsonTest::agreesWithQtOnStrictJson()
{
    // One byte of a file changed: what this reader takes, Qt's takes, too.
    const QByteArray whole(
        R"({"current":"p","profiles":[{"name":"p","mode":"AK","n":-12.5e1,"b":[true,null]}]})");
    int taken = 0;
    for (qsizetype at = 0; at < whole.size(); ++at) {
        for (const char c : {'"', '{', ']', ',', '0', '\\', 'e', '.', ' ', '\x01'}) {
            QByteArray changed = whole;
            changed[at] = c;
            if (!SecretJson::parse(changed))
                continue;
            ++taken;
            QVERIFY2(!QJsonDocument::fromJson(changed).isNull(), changed.constData());
        }
    }
    QVERIFY(taken > 0);
}

void SecretJsonTest::parsingLeavesNoCopyOfASecret()
{
    const MemoryScan scan(veiledSecret());
    QCOMPARE(scan.count()->narrow, 0);
    {
        const SecretBytes file = configWithSecret();
        QCOMPARE(scan.count()->narrow, 1);
        const auto root = SecretJson::parse(file.view());
        QVERIFY(root);
        QCOMPARE(scan.count()->narrow, 2); // the file and the value
        QCOMPARE(scan.count()->wide, 0);
    }
    QCOMPARE(scan.count()->narrow, 0);
    QCOMPARE(scan.count()->wide, 0);
}

QTEST_GUILESS_MAIN(SecretJsonTest)
#include "tst_secretjson.moc"
