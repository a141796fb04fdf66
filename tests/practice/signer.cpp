// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/signer.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QUrl>
#include <QUuid>

namespace uplift::test {

namespace {

QByteArray joined(const QMap<QString, QString> &parameters)
{
    QByteArray text;
    for (auto it = parameters.begin(); it != parameters.end(); ++it) {
        if (!text.isEmpty())
            text += '&';
        text += QUrl::toPercentEncoding(it.key()) + '=' + QUrl::toPercentEncoding(it.value());
    }
    return text;
}

QByteArray hash(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

QString isoTime(const QDateTime &time)
{
    return time.toUTC().toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss")) + u'Z';
}

QByteArray request(const Draft &draft, const QByteArray &query, const QMap<QByteArray, QByteArray> &headers,
                   const QByteArray &body)
{
    QByteArray text = draft.method + " /" + (query.isEmpty() ? QByteArray() : '?' + query) + " HTTP/1.1\r\n";
    for (auto it = headers.begin(); it != headers.end(); ++it)
        text += it.key() + ": " + it.value() + "\r\n";
    return text + "content-length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QByteArray requestV3(const Draft &draft)
{
    const QByteArray query = draft.form ? QByteArray() : joined(draft.parameters);
    const QByteArray body = draft.form ? joined(draft.parameters) : QByteArray();
    QMap<QByteArray, QByteArray> headers{{"host", draft.host},
                                         {"x-acs-action", draft.action.toUtf8()},
                                         {"x-acs-content-sha256", hash(body)},
                                         {"x-acs-date", isoTime(draft.time).toUtf8()},
                                         {"x-acs-signature-nonce", draft.nonce.toUtf8()},
                                         {"x-acs-version", draft.version.toUtf8()}};
    if (!draft.token.isEmpty()) {
        headers.insert("x-acs-accesskey-id", draft.keyId.toUtf8());
        headers.insert("x-acs-security-token", draft.token.toUtf8());
    }
    if (draft.form)
        headers.insert("content-type", "application/x-www-form-urlencoded");
    QByteArray canonical = draft.method + "\n/\n" + query + '\n';
    for (auto it = headers.begin(); it != headers.end(); ++it)
        canonical += it.key() + ':' + it.value() + '\n';
    const QByteArray names = headers.keys().join(';');
    canonical += '\n' + names + '\n' + hash(body);
    const QByteArray signature = QMessageAuthenticationCode::hash("ACS3-HMAC-SHA256\n" + hash(canonical),
                                                                  draft.secret, QCryptographicHash::Sha256)
                                     .toHex();
    headers.insert("authorization",
                   "ACS3-HMAC-SHA256 Credential=" + draft.keyId.toUtf8() + ",SignedHeaders=" + names
                       + ",Signature=" + signature);
    headers.insert("accept", draft.accept);
    return request(draft, query, headers, body);
}

QByteArray requestV1(const Draft &draft)
{
    QMap<QString, QString> all = draft.parameters;
    all.insert(QStringLiteral("AccessKeyId"), draft.keyId);
    all.insert(QStringLiteral("Action"), draft.action);
    all.insert(QStringLiteral("SignatureMethod"), QStringLiteral("HMAC-SHA1"));
    all.insert(QStringLiteral("SignatureNonce"), draft.nonce);
    all.insert(QStringLiteral("SignatureVersion"), QStringLiteral("1.0"));
    all.insert(QStringLiteral("Timestamp"), isoTime(draft.time));
    all.insert(QStringLiteral("Version"), draft.version);
    if (!draft.format.isEmpty())
        all.insert(QStringLiteral("Format"), draft.format);
    if (!draft.token.isEmpty())
        all.insert(QStringLiteral("SecurityToken"), draft.token);
    const QByteArray toSign =
        draft.method + "&%2F&" + QUrl::toPercentEncoding(QString::fromLatin1(joined(all)));
    const QByteArray signature =
        QMessageAuthenticationCode::hash(toSign, draft.secret + '&', QCryptographicHash::Sha1).toBase64();
    all.insert(QStringLiteral("Signature"), QString::fromLatin1(signature));
    QMap<QByteArray, QByteArray> headers{{"host", draft.host}};
    if (draft.form)
        headers.insert("content-type", "application/x-www-form-urlencoded");
    return request(draft, draft.form ? QByteArray() : joined(all), headers,
                   draft.form ? joined(all) : QByteArray());
}

} // namespace

QByteArray signedRequest(Draft draft)
{
    if (draft.nonce.isEmpty())
        draft.nonce = QUuid::createUuid().toString(QUuid::Id128);
    return draft.v1 ? requestV1(draft) : requestV3(draft);
}

} // namespace uplift::test
