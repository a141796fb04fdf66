// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/encoding.h"
#include "support/vectors.h"

#include <QRandomGenerator>
#include <QStringDecoder>
#include <QTest>
#include <QUrl>

using namespace uplift;
using namespace uplift::cloud;

/// Texts into bytes: what is signed is what QUrl sends, and what the service decodes.
class EncodingTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theProvidersTextsAreEncodedAlike();
    void structuredParametersBecomeFlat_data();
    void structuredParametersBecomeFlat();
    void keysAreSortedByCodeUnit();
    void halfASurrogatePairIsRefused_data();
    void halfASurrogatePairIsRefused();
    void everyCodePointBelow3000IsSentAsSigned();
    void randomTextsAreSentAsSigned();

private:
    /// QString::fromUtf8 drops a byte order mark at the start; the service does not.
    static QString fromUtf8(const QByteArray &bytes)
    {
        QStringDecoder decode(QStringConverter::Utf8, QStringConverter::Flag::ConvertInitialBom);
        return decode(bytes);
    }
    /// Empty when signed and sent agree, else what differs.
    static QString difference(const QString &text);
};

QString EncodingTest::difference(const QString &text)
{
    const Parameters parameters{{QStringLiteral("Key"), text}};
    const Result<QByteArray> query = canonicalQuery(parameters);
    if (!query)
        return QStringLiteral("not encoded");
    const QUrl url = QUrl::fromEncoded("https://r-kvstore.aliyuncs.com/?" + *query, QUrl::StrictMode);
    if (!url.isValid())
        return QStringLiteral("not a URL");
    if (url.query(QUrl::FullyEncoded).toLatin1() != *query || !url.toEncoded().endsWith('?' + *query))
        return QStringLiteral("sent other bytes");
    const QByteArray value = query->mid(4);
    return fromUtf8(QByteArray::fromPercentEncoding(value)) == text ? QString()
                                                                    : QStringLiteral("decoded otherwise");
}

void EncodingTest::theProvidersTextsAreEncodedAlike()
{
    const QJsonArray vectors = test::vectorList(QStringLiteral("percent-encoding.json"));
    QVERIFY(vectors.size() > 50);
    for (const auto &vector : vectors) {
        const QByteArray utf8 = QByteArray::fromHex(vector[QLatin1String("utf8Hex")].toString().toLatin1());
        const QString input = fromUtf8(utf8);
        QCOMPARE(input.toUtf8(), utf8);
        const Result<QByteArray> encoded = percentEncode(input);
        QVERIFY(encoded.has_value());
        QCOMPARE(*encoded, vector[QLatin1String("encoded")].toString().toLatin1());
        QCOMPARE(difference(input), QString());
    }
}

void EncodingTest::structuredParametersBecomeFlat_data()
{
    QTest::addColumn<QJsonObject>("input");
    QTest::addColumn<QJsonObject>("flat");
    const QJsonArray vectors = test::vectorList(QStringLiteral("flatten.json"));
    QVERIFY(vectors.size() >= 9);
    for (const auto &vector : vectors) {
        QTest::newRow(qPrintable(vector[QLatin1String("name")].toString()))
            << vector[QLatin1String("input")].toObject() << vector[QLatin1String("flat")].toObject();
    }
}

void EncodingTest::structuredParametersBecomeFlat()
{
    QFETCH(QJsonObject, input);
    QFETCH(QJsonObject, flat);
    QJsonObject got;
    const Parameters parameters = flatten(input);
    for (auto it = parameters.begin(); it != parameters.end(); ++it)
        got.insert(it.key(), it.value());
    QCOMPARE(got, flat);
}

void EncodingTest::keysAreSortedByCodeUnit()
{
    Parameters parameters;
    for (const char *key :
         {"a", "B", "A", "A_1", "A1", "A.1", "A-1", "b", "Tag.2.Key", "Tag.10.Key", "Tag.1.Key"})
        parameters.insert(QString::fromLatin1(key), QString());
    const Result<QByteArray> query = canonicalQuery(parameters);
    QVERIFY(query.has_value());
    QCOMPARE(*query, QByteArray("A=&A-1=&A.1=&A1=&A_1=&B=&Tag.1.Key=&Tag.10.Key=&Tag.2.Key=&a=&b="));
    QCOMPARE(canonicalQuery({}).value(), QByteArray());
}

void EncodingTest::halfASurrogatePairIsRefused_data()
{
    QTest::addColumn<QString>("text");
    const QChar high(0xd83d);
    const QChar low(0xde80);
    QTest::newRow("high at the end") << QStringLiteral("a") + high;
    QTest::newRow("low alone") << QString(low) + QStringLiteral("a");
    QTest::newRow("high before a letter") << QString(high) + QStringLiteral("a");
    QTest::newRow("two highs") << QString(high) + high + low;
    QTest::newRow("swapped") << QString(low) + high;
}

void EncodingTest::halfASurrogatePairIsRefused()
{
    QFETCH(QString, text);
    const Result<QByteArray> encoded = percentEncode(text);
    QVERIFY(!encoded);
    QCOMPARE(encoded.error().kind, Error::Kind::Input);
    const Result<QByteArray> query = canonicalQuery({{QStringLiteral("InstanceName"), text}});
    QVERIFY(!query);
    QCOMPARE(query.error().field, QStringLiteral("InstanceName"));
    QVERIFY(!query.error().message.isEmpty());
}

void EncodingTest::everyCodePointBelow3000IsSentAsSigned()
{
    for (char32_t code = 0; code < 0x3000; ++code) {
        const QString text = QString::fromUcs4(&code, 1);
        const QString what = difference(text);
        if (!what.isEmpty())
            QFAIL(qPrintable(QStringLiteral("U+%1 %2").arg(uint(code), 4, 16).arg(what)));
    }
    QCOMPARE(difference(QString::fromUcs4(U"\U0001F680\U0010FFFD")), QString());
}

void EncodingTest::randomTextsAreSentAsSigned()
{
    constexpr quint32 seed = 20261122;
    QRandomGenerator random(seed);
    int differences = 0;
    for (int round = 0; round < 200'000; ++round) {
        QString text;
        const int length = random.bounded(1, 12);
        for (int i = 0; i < length; ++i) {
            const bool ascii = random.bounded(3) > 0;
            char32_t code = ascii ? char32_t(random.bounded(0x80)) : char32_t(random.bounded(0x110000));
            if (code >= 0xd800 && code < 0xe000)
                code = U'%';
            text += QString::fromUcs4(&code, 1);
        }
        differences += difference(text).isEmpty() ? 0 : 1;
    }
    QCOMPARE(differences, 0);
}

QTEST_GUILESS_MAIN(EncodingTest)
#include "tst_encoding.moc"
