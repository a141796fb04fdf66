// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/signing.h"
#include "support/vectors.h"

#include <QLocale>
#include <QTest>
#include <QTimeZone>
#include <QUrl>

using namespace uplift;
using namespace uplift::cloud;

/// Both signatures against the provider's vectors: canonical request first, since a difference there can be
/// read.
class SigningTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void v3AgreesWithTheVectors_data();
    void v3AgreesWithTheVectors();
    void v1AgreesWithTheVectors_data();
    void v1AgreesWithTheVectors();
    void thePublishedSamplesAreAmongThem();
    void v3SendsEachHeaderOnce();
    void timesAreAsciiInEveryLocale_data();
    void timesAreAsciiInEveryLocale();
    void aNonceOrHostChangesTheSignature();
    void halfACharacterIsRefusedBeforeSigning();
    void v1FormsCarryEverythingInTheBody();

private:
    static QString in(const QJsonObject &vector, const char *key)
    {
        return vector[QLatin1String("input")][QLatin1String(key)].toString();
    }
    static QByteArray out(const QJsonObject &vector, const char *key)
    {
        return vector[QLatin1String("expected")][QLatin1String(key)].toString().toUtf8();
    }
    static CallRequest requestOf(const QJsonObject &vector);
    static AccessKey keyOf(const QJsonObject &vector);
    static Parameters parametersOf(const QJsonValue &object);
    static Parameters decoded(const QByteArray &query);
};

Parameters SigningTest::parametersOf(const QJsonValue &object)
{
    Parameters parameters;
    const QJsonObject flat = object.toObject();
    for (auto it = flat.begin(); it != flat.end(); ++it)
        parameters.insert(it.key(), it.value().toString());
    return parameters;
}

Parameters SigningTest::decoded(const QByteArray &query)
{
    Parameters parameters;
    for (const QByteArray &pair : query.split('&')) {
        const qsizetype equals = pair.indexOf('=');
        if (equals > 0)
            parameters.insert(QString::fromUtf8(QByteArray::fromPercentEncoding(pair.left(equals))),
                              QString::fromUtf8(QByteArray::fromPercentEncoding(pair.mid(equals + 1))));
    }
    return parameters;
}

CallRequest SigningTest::requestOf(const QJsonObject &vector)
{
    CallRequest request;
    request.method = in(vector, "method").toLatin1();
    request.host = in(vector, "host").toLatin1();
    request.path = in(vector, "path").toLatin1();
    request.action = in(vector, "action");
    request.version = in(vector, "version");
    request.timestamp = QDateTime::fromString(in(vector, "timestamp"), Qt::ISODate);
    request.nonce = in(vector, "nonce");
    request.parameters = parametersOf(vector[QLatin1String("input")][QLatin1String("parameters")]);
    return request;
}

AccessKey SigningTest::keyOf(const QJsonObject &vector)
{
    AccessKey key;
    key.id = in(vector, "accessKeyId");
    key.secret = SecretBytes(in(vector, "accessKeySecret").toUtf8());
    key.securityToken = SecretBytes(in(vector, "securityToken").toUtf8());
    return key;
}

void SigningTest::v3AgreesWithTheVectors_data()
{
    QTest::addColumn<QJsonObject>("vector");
    const QJsonArray vectors = test::vectorList(QStringLiteral("signature-v3.json"));
    QVERIFY(vectors.size() >= 22);
    for (const auto &vector : vectors) {
        const QString name = vector[QLatin1String("id")].toString() + QLatin1Char(' ')
            + vector[QLatin1String("title")].toString();
        QTest::newRow(qPrintable(name)) << vector.toObject();
    }
}

void SigningTest::v3AgreesWithTheVectors()
{
    QFETCH(QJsonObject, vector);
    CallRequest request = requestOf(vector);
    request.body = out(vector, "body");
    const QJsonObject sentHeaders = vector[QLatin1String("expected")][QLatin1String("headers")].toObject();
    request.contentType = sentHeaders[QLatin1String("content-type")].toString().toLatin1();
    const QJsonObject extra = vector[QLatin1String("input")][QLatin1String("extraHeaders")].toObject();
    for (auto it = extra.begin(); it != extra.end(); ++it) {
        if (it.key() != QLatin1String("content-type"))
            request.extraHeaders.append({it.key().toLatin1(), it.value().toString().toLatin1()});
    }
    const Result<SignedRequest> result = signV3(request, keyOf(vector));
    QVERIFY(result.has_value());
    QCOMPARE(result->trace.canonicalQuery, out(vector, "canonicalQueryString"));
    QCOMPARE(result->trace.canonicalHeaders, out(vector, "canonicalHeaders"));
    QCOMPARE(result->trace.signedHeaders, out(vector, "signedHeaders"));
    QCOMPARE(result->trace.hashedPayload, out(vector, "hashedPayload"));
    QCOMPARE(result->trace.canonicalRequest, out(vector, "canonicalRequest"));
    QCOMPARE(result->trace.stringToSign, out(vector, "stringToSign"));
    QCOMPARE(result->trace.signature, out(vector, "signature"));

    QJsonObject headers;
    for (const auto &[name, value] : result->headers)
        headers.insert(QString::fromLatin1(name == "authorization" ? QByteArray("Authorization") : name),
                       QString::fromLatin1(value));
    QCOMPARE(headers, sentHeaders);
    QCOMPARE(result->query, result->trace.canonicalQuery);
    QCOMPARE(decoded(result->query), request.parameters);
    const QByteArray theirQuery =
        QUrl(QString::fromUtf8(out(vector, "url")), QUrl::StrictMode).query(QUrl::FullyEncoded).toLatin1();
    QCOMPARE(decoded(theirQuery), request.parameters);
}

void SigningTest::v1AgreesWithTheVectors_data()
{
    QTest::addColumn<QJsonObject>("vector");
    const QJsonArray vectors = test::vectorList(QStringLiteral("signature-v1.json"));
    QVERIFY(vectors.size() >= 18);
    for (const auto &vector : vectors) {
        const QString name = vector[QLatin1String("id")].toString() + QLatin1Char(' ')
            + vector[QLatin1String("title")].toString();
        QTest::newRow(qPrintable(name)) << vector.toObject();
    }
}

void SigningTest::v1AgreesWithTheVectors()
{
    QFETCH(QJsonObject, vector);
    const CallRequest request = requestOf(vector);
    V1Options options;
    const bool inForm = in(vector, "placement") == QLatin1String("form");
    options.placement = inForm ? V1Placement::Form : V1Placement::Query;
    options.form = parametersOf(vector[QLatin1String("input")][QLatin1String("form")]);
    options.formatWord = in(vector, "format");
    const Result<SignedRequest> result = signV1(request, keyOf(vector), options);
    QVERIFY(result.has_value());
    QCOMPARE(result->trace.canonicalQuery, out(vector, "canonicalizedQuery"));
    QCOMPARE(result->trace.stringToSign, out(vector, "stringToSign"));
    QCOMPARE(result->trace.signature, out(vector, "signature"));

    const QUrl theirs(QString::fromUtf8(out(vector, "url")), QUrl::StrictMode);
    QCOMPARE(decoded(result->query), decoded(theirs.query(QUrl::FullyEncoded).toLatin1()));
    QCOMPARE(decoded(result->body), decoded(out(vector, "body")));
    const auto hasType = [&](const auto &header) { return header.first == "content-type"; };
    QCOMPARE(std::any_of(result->headers.begin(), result->headers.end(), hasType),
             !out(vector, "body").isEmpty());
}

void SigningTest::thePublishedSamplesAreAmongThem()
{
    const QJsonObject v1 = test::vectorList(QStringLiteral("signature-v1.json")).first().toObject();
    QCOMPARE(out(v1, "signature"), QByteArray("OLeaidS1JvxuMvnyHOwuJ+uX5qY="));
    const QJsonObject v3 = test::vectorList(QStringLiteral("signature-v3.json")).first().toObject();
    QCOMPARE(out(v3, "signature"),
             QByteArray("06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0"));
}

void SigningTest::v3SendsEachHeaderOnce()
{
    CallRequest request;
    request.host = "127.0.0.1:8443";
    request.action = QStringLiteral("ModifyInstanceMinorVersion");
    request.version = QStringLiteral("2015-01-01");
    request.timestamp = QDateTime(QDate(2026, 4, 10), QTime(2, 4, 6), Qt::UTC);
    request.nonce = QStringLiteral("n");
    request.contentType = "application/x-www-form-urlencoded";
    AccessKey key;
    key.id = QStringLiteral("STS.fake");
    key.secret = SecretBytes(QByteArrayView("secret"));
    key.securityToken = SecretBytes(QByteArrayView("token+/="));
    const Result<SignedRequest> result = signV3(request, key);
    QVERIFY(result.has_value());
    QSet<QByteArray> names;
    for (const auto &[name, value] : result->headers) {
        QVERIFY2(!names.contains(name.toLower()), name.constData());
        QVERIFY2(!value.contains("secret"), name.constData());
        names.insert(name.toLower());
    }
    QVERIFY(names.contains("x-acs-security-token"));
    QCOMPARE(result->trace.signedHeaders,
             QByteArray("content-type;host;x-acs-accesskey-id;x-acs-action;x-acs-content-sha256;x-acs-date;"
                        "x-acs-security-token;x-acs-signature-nonce;x-acs-version"));
}

void SigningTest::timesAreAsciiInEveryLocale_data()
{
    QTest::addColumn<QString>("locale");
    for (const char *locale : {"C", "ar_EG", "fa_IR", "th_TH", "zh_CN", "my_MM"})
        QTest::newRow(locale) << QString::fromLatin1(locale);
}

void SigningTest::timesAreAsciiInEveryLocale()
{
    QFETCH(QString, locale);
    const QLocale before;
    QLocale::setDefault(QLocale(locale));
    const QDateTime utc(QDate(2026, 4, 10), QTime(2, 4, 6, 789), Qt::UTC);
    const QByteArray direct = wireTime(utc);
    const QByteArray shifted = wireTime(utc.toOffsetFromUtc(8 * 3600));
    QLocale::setDefault(before);
    QCOMPARE(direct, QByteArray("2026-04-10T02:04:06Z"));
    QCOMPARE(shifted, direct);
}

void SigningTest::aNonceOrHostChangesTheSignature()
{
    const QJsonObject vector = test::vectorList(QStringLiteral("signature-v3.json")).at(1).toObject();
    const AccessKey key = keyOf(vector);
    const CallRequest request = requestOf(vector);
    CallRequest otherNonce = request;
    otherNonce.nonce += QLatin1Char('0');
    CallRequest otherHost = request;
    otherHost.host += ":8443";
    const QByteArray signature = signV3(request, key)->trace.signature;
    QCOMPARE(signV3(request, key)->trace.signature, signature);
    QVERIFY(signV3(otherNonce, key)->trace.signature != signature);
    QVERIFY(signV3(otherHost, key)->trace.signature != signature);
    QVERIFY(signV1(otherNonce, key)->trace.signature != signV1(request, key)->trace.signature);
}

void SigningTest::halfACharacterIsRefusedBeforeSigning()
{
    CallRequest request;
    request.parameters.insert(QStringLiteral("InstanceName"), QString(QChar(0xd800)));
    const Result<SignedRequest> v3 = signV3(request, AccessKey());
    const Result<SignedRequest> v1 = signV1(request, AccessKey());
    QVERIFY(!v3 && !v1);
    QCOMPARE(v3.error().field, QStringLiteral("InstanceName"));
    QCOMPARE(v1.error().kind, Error::Kind::Input);
}

void SigningTest::v1FormsCarryEverythingInTheBody()
{
    CallRequest request;
    request.host = "r-kvstore.aliyuncs.com";
    request.action = QStringLiteral("ModifyInstanceMinorVersion");
    request.version = QStringLiteral("2015-01-01");
    request.timestamp = QDateTime(QDate(2026, 4, 10), QTime(2, 4, 6), Qt::UTC);
    request.nonce = QStringLiteral("n");
    request.format = ReplyFormat::Xml;
    AccessKey key;
    key.id = QStringLiteral("testid");
    key.secret = SecretBytes(QByteArrayView("testsecret"));
    const Result<SignedRequest> result = signV1(request, key, {V1Placement::Form, {}, QString()});
    QVERIFY(result.has_value());
    QVERIFY(result->query.isEmpty());
    const Parameters sent = decoded(result->body);
    QCOMPARE(sent.value(QStringLiteral("Format")), QStringLiteral("XML"));
    QCOMPARE(sent.value(QStringLiteral("Signature")), QString::fromLatin1(result->trace.signature));
    QVERIFY(!sent.contains(QStringLiteral("SecurityToken")));
}

QTEST_GUILESS_MAIN(SigningTest)
#include "tst_signing.moc"
