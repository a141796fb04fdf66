// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/verifier.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <QUrl>

using namespace uplift::practice;

namespace {

QJsonArray vectors(const QString &file)
{
    QString folder = qEnvironmentVariable("UPLIFT_TEST_VECTORS");
    if (folder.isEmpty())
        folder = QStringLiteral(UPLIFT_SOURCE_DIR "/tests/data/vectors");
    QFile data(folder + u'/' + file);
    if (!data.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(data.readAll()).object().value(QLatin1String("vectors")).toArray();
}

QByteArray text(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toString().toUtf8();
}

/// The request of a vector as bytes on the wire, read back by the server's own parser.
HttpRequest parsed(const QJsonObject &vector)
{
    const QJsonObject input = vector.value(QLatin1String("input")).toObject();
    const QJsonObject expected = vector.value(QLatin1String("expected")).toObject();
    const QByteArray url = text(expected, "url");
    const QByteArray body = text(expected, "body");
    QByteArray bytes = text(input, "method") + ' ' + url.mid(url.indexOf('/', 8)) + " HTTP/1.1\r\n";
    const QJsonObject headers = expected.value(QLatin1String("headers")).toObject();
    for (auto it = headers.begin(); it != headers.end(); ++it)
        bytes += it.key().toUtf8() + ": " + it.value().toString().toUtf8() + "\r\n";
    if (expected.contains(QLatin1String("contentType")) && !text(expected, "contentType").isEmpty())
        bytes += "content-type: " + text(expected, "contentType") + "\r\n";
    if (!headers.contains(QLatin1String("host")))
        bytes += "host: " + text(input, "host") + "\r\n";
    bytes += "content-length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    HttpParser parser;
    parser.feed(bytes);
    return parser.next().value_or(HttpRequest());
}

PracticeKey keyOf(const QJsonObject &vector)
{
    const QJsonObject input = vector.value(QLatin1String("input")).toObject();
    return {input.value(QLatin1String("accessKeyId")).toString(),
            input.value(QLatin1String("accessKeySecret")).toString(),
            input.value(QLatin1String("securityToken")).toString()};
}

QDateTime timeOf(const QJsonObject &vector)
{
    return parseWireTime(
        vector.value(QLatin1String("input")).toObject().value(QLatin1String("timestamp")).toString());
}

void addRows(const QString &file)
{
    QTest::addColumn<QJsonObject>("vector");
    const QJsonArray all = vectors(file);
    for (const auto &value : all) {
        const QJsonObject vector = value.toObject();
        QTest::newRow(qPrintable(vector.value(QLatin1String("id")).toString() + u' '
                                 + vector.value(QLatin1String("title")).toString()))
            << vector;
    }
}

QString codeOf(const std::optional<Refusal> &refusal)
{
    return refusal ? refusal->code : QStringLiteral("none");
}

} // namespace

class VerifierTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyPublishedV3VectorIsGenuine_data() { addRows(QStringLiteral("signature-v3.json")); }
    void everyPublishedV3VectorIsGenuine();
    void everyPublishedV1VectorIsGenuine_data() { addRows(QStringLiteral("signature-v1.json")); }
    void everyPublishedV1VectorIsGenuine();
    void everyChangedByteIsNoticed_data() { addRows(QStringLiteral("signature-v3.json")); }
    void everyChangedByteIsNoticed();
    void theTimeStampHasItsWindow_data();
    void theTimeStampHasItsWindow();
    void aNonceIsGoodForOneRequest();
    void aTemporaryKeyNeedsItsToken_data();
    void aTemporaryKeyNeedsItsToken();
};

void VerifierTest::everyPublishedV3VectorIsGenuine()
{
    QFETCH(QJsonObject, vector);
    const QJsonObject expected = vector.value(QLatin1String("expected")).toObject();
    const HttpRequest request = parsed(vector);
    const Envelope envelope = openEnvelope(request);
    QVERIFY(envelope.v3);
    QCOMPARE(envelope.format, Format::Json);
    QCOMPARE(envelope.action,
             vector.value(QLatin1String("input")).toObject().value(QLatin1String("action")).toString());
    const auto canonical = Verifier::canonicalV3(request, text(expected, "signedHeaders").split(';'),
                                                 keyOf(vector).secret.toUtf8());
    QCOMPARE(canonical.request, text(expected, "canonicalRequest"));
    QCOMPARE(canonical.stringToSign, text(expected, "stringToSign"));
    QCOMPARE(canonical.signature, text(expected, "signature"));
    QCOMPARE(codeOf(Verifier(keyOf(vector)).check(request, envelope, timeOf(vector))),
             QStringLiteral("none"));
}

void VerifierTest::everyPublishedV1VectorIsGenuine()
{
    QFETCH(QJsonObject, vector);
    const QJsonObject expected = vector.value(QLatin1String("expected")).toObject();
    const HttpRequest request = parsed(vector);
    const Envelope envelope = openEnvelope(request);
    QVERIFY(!envelope.v3);
    const auto canonical = Verifier::canonicalV1(request, envelope.parameters, keyOf(vector).secret.toUtf8());
    QCOMPARE(canonical.stringToSign, text(expected, "stringToSign"));
    QCOMPARE(canonical.signature, text(expected, "signature"));
    QCOMPARE(codeOf(Verifier(keyOf(vector)).check(request, envelope, timeOf(vector))),
             QStringLiteral("none"));
}

void VerifierTest::everyChangedByteIsNoticed()
{
    QFETCH(QJsonObject, vector);
    const HttpRequest genuine = parsed(vector);
    const auto code = [&](const HttpRequest &request) {
        return codeOf(Verifier(keyOf(vector)).check(request, openEnvelope(request), timeOf(vector)));
    };
    HttpRequest longer = genuine;
    longer.query += longer.query.isEmpty() ? "X=1" : "&X=1";
    QCOMPARE(code(longer), QStringLiteral("SignatureDoesNotMatch"));
    HttpRequest otherBody = genuine;
    otherBody.body += 'x';
    QCOMPARE(code(otherBody), QStringLiteral("SignatureDoesNotMatch"));
    HttpRequest otherMethod = genuine;
    otherMethod.method = genuine.method == "GET" ? "POST" : "GET";
    QCOMPARE(code(otherMethod), QStringLiteral("SignatureDoesNotMatch"));
    HttpRequest otherHeader = genuine;
    otherHeader.headers.append(qMakePair(QByteArray("x-acs-smuggled"), QByteArray("1")));
    QCOMPARE(code(otherHeader), QStringLiteral("IncompleteSignature"));
    for (auto &[name, value] : otherHeader.headers) {
        if (name == "x-acs-smuggled")
            name = "x-acs-action";
    }
    QCOMPARE(code(otherHeader), QStringLiteral("SignatureDoesNotMatch"));
}

void VerifierTest::theTimeStampHasItsWindow_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("secondsLater");
    QTest::addColumn<QString>("code");
    const QString v3 = QStringLiteral("signature-v3.json");
    const QString v1 = QStringLiteral("signature-v1.json");
    const QString fine = QStringLiteral("none");
    const QString expired = QStringLiteral("InvalidTimeStamp.Expired");
    QTest::newRow("V3, 15 minutes old") << v3 << 15 * 60 << fine;
    QTest::newRow("V3, a second older") << v3 << 15 * 60 + 1 << expired;
    QTest::newRow("V3, 15 minutes ahead") << v3 << -15 * 60 << fine;
    QTest::newRow("V3, a second more ahead") << v3 << -15 * 60 - 1 << expired;
    QTest::newRow("V1, 31 minutes old") << v1 << 31 * 60 << fine;
    QTest::newRow("V1, a second older") << v1 << 31 * 60 + 1 << expired;
}

void VerifierTest::theTimeStampHasItsWindow()
{
    QFETCH(QString, file);
    QFETCH(int, secondsLater);
    QFETCH(QString, code);
    const QJsonObject vector = vectors(file).at(1).toObject();
    const HttpRequest request = parsed(vector);
    Verifier verifier(keyOf(vector));
    QCOMPARE(codeOf(verifier.check(request, openEnvelope(request), timeOf(vector).addSecs(secondsLater))),
             code);
}

void VerifierTest::aNonceIsGoodForOneRequest()
{
    const QJsonObject vector = vectors(QStringLiteral("signature-v3.json")).at(1).toObject();
    const HttpRequest request = parsed(vector);
    Verifier verifier(keyOf(vector));
    const Envelope envelope = openEnvelope(request);
    QCOMPARE(codeOf(verifier.check(request, envelope, timeOf(vector))), QStringLiteral("none"));
    QCOMPARE(codeOf(verifier.check(request, envelope, timeOf(vector))), QStringLiteral("SignatureNonceUsed"));
    QCOMPARE(codeOf(verifier.check(request, envelope, timeOf(vector).addSecs(15 * 60))),
             QStringLiteral("SignatureNonceUsed"));
}

void VerifierTest::aTemporaryKeyNeedsItsToken_data()
{
    QTest::addColumn<QString>("known");
    QTest::addColumn<bool>("over");
    QTest::addColumn<QString>("code");
    const QJsonObject vector = vectors(QStringLiteral("signature-v3.json")).at(3).toObject();
    const QString token = keyOf(vector).token;
    QTest::newRow("its token") << token << false << QStringLiteral("none");
    QTest::newRow("its token, expired") << token << true << QStringLiteral("InvalidSecurityToken.Expired");
    QTest::newRow("another token") << QStringLiteral("CAISother") << false
                                   << QStringLiteral("InvalidSecurityToken.MismatchWithAccessKey");
    QTest::newRow("a long-term key with a token")
        << QString() << false << QStringLiteral("InvalidSecurityToken.MismatchWithAccessKey");
}

void VerifierTest::aTemporaryKeyNeedsItsToken()
{
    QFETCH(QString, known);
    QFETCH(bool, over);
    QFETCH(QString, code);
    const QJsonObject vector = vectors(QStringLiteral("signature-v3.json")).at(3).toObject();
    PracticeKey key = keyOf(vector);
    QVERIFY(!key.token.isEmpty());
    key.token = known;
    key.tokenExpires = timeOf(vector).addSecs(over ? -1 : 60);
    const HttpRequest request = parsed(vector);
    QCOMPARE(codeOf(Verifier(key).check(request, openEnvelope(request), timeOf(vector))), code);
}

QTEST_GUILESS_MAIN(VerifierTest)
#include "tst_verifier.moc"
