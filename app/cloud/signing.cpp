// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/signing.h"

#include <QCryptographicHash>
#include <QMap>
#include <QUrl>

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace uplift::cloud {

namespace {

QByteArray sha256Hex(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

/// Straight from the secret's own buffer: OpenSSL wipes what it derives, Qt's HMAC class would not (pitfalls
/// S1).
QByteArray hmac(const EVP_MD *digest, QByteArrayView key, const QByteArray &message)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> code{};
    unsigned int size = 0;
    // A null key would mean "the key of the call before" to some versions.
    static constexpr char noKey = '\0';
    const void *keyData = key.isEmpty() ? &noKey : key.data();
    const unsigned char *done = HMAC(digest, keyData, static_cast<int>(key.size()),
                                     reinterpret_cast<const unsigned char *>(message.data()),
                                     static_cast<std::size_t>(message.size()), code.data(), &size);
    Q_ASSERT(done);
    return done ? QByteArray(reinterpret_cast<const char *>(code.data()), static_cast<qsizetype>(size))
                : QByteArray();
}

/// V1's key, secret + "&", in a buffer that is wiped.
SecretBytes withAmpersand(const SecretBytes &secret)
{
    const auto size = secret.size();
    const std::unique_ptr<char[]> joined(new char[size + 1]);
    std::copy(secret.view().begin(), secret.view().end(), joined.get());
    joined[size] = '&';
    SecretBytes key(QByteArrayView(joined.get(), static_cast<qsizetype>(size + 1)));
    wipe(joined.get(), size + 1);
    return key;
}

QByteArray tokenBytes(const AccessKey &key) { return key.securityToken.view().toByteArray(); }

QByteArray acceptType(ReplyFormat format)
{
    return format == ReplyFormat::Json ? QByteArrayLiteral("application/json")
                                       : QByteArrayLiteral("application/xml");
}

bool isSignedHeader(const QByteArray &lowerName)
{
    return lowerName == "host" || lowerName == "content-type" || lowerName.startsWith("x-acs-");
}

HeaderList v3Headers(const CallRequest &request, const AccessKey &key, const QByteArray &payloadHash)
{
    HeaderList headers;
    headers.emplaceBack("host", request.host);
    headers.emplaceBack("accept", acceptType(request.format));
    if (!request.contentType.isEmpty())
        headers.emplaceBack("content-type", request.contentType);
    headers.emplaceBack("x-acs-version", request.version.toUtf8());
    headers.emplaceBack("x-acs-action", request.action.toUtf8());
    headers.emplaceBack("x-acs-date", wireTime(request.timestamp));
    headers.emplaceBack("x-acs-signature-nonce", request.nonce.toUtf8());
    headers.emplaceBack("x-acs-content-sha256", payloadHash);
    if (!key.securityToken.isEmpty()) {
        headers.emplaceBack("x-acs-accesskey-id", key.id.toUtf8());
        headers.emplaceBack("x-acs-security-token", tokenBytes(key));
    }
    headers.append(request.extraHeaders);
    return headers;
}

/// Fills canonicalHeaders and signedHeaders (api.md 3.1, steps 4 and 5).
void canonicalHeaders(const HeaderList &headers, SigningTrace &trace)
{
    QMap<QByteArray, QList<QByteArray>> byName;
    for (const auto &[name, value] : headers) {
        const QByteArray lower = name.toLower();
        if (isSignedHeader(lower))
            byName[lower].append(value.trimmed());
    }
    for (auto it = byName.begin(); it != byName.end(); ++it) {
        std::sort(it->begin(), it->end());
        trace.canonicalHeaders += it.key() + ':' + it->join(',') + '\n';
    }
    trace.signedHeaders = byName.keys().join(';');
}

Parameters v1Parameters(const CallRequest &request, const AccessKey &key, const V1Options &options)
{
    Parameters all = request.parameters;
    all.insert(QStringLiteral("Action"), request.action);
    all.insert(QStringLiteral("Version"), request.version);
    all.insert(QStringLiteral("Format"),
               !options.formatWord.isEmpty()             ? options.formatWord
                   : request.format == ReplyFormat::Json ? QStringLiteral("JSON")
                                                         : QStringLiteral("XML"));
    all.insert(QStringLiteral("AccessKeyId"), key.id);
    all.insert(QStringLiteral("SignatureMethod"), QStringLiteral("HMAC-SHA1"));
    all.insert(QStringLiteral("SignatureVersion"), QStringLiteral("1.0"));
    all.insert(QStringLiteral("SignatureNonce"), request.nonce);
    all.insert(QStringLiteral("Timestamp"), QString::fromLatin1(wireTime(request.timestamp)));
    if (!key.securityToken.isEmpty())
        all.insert(QStringLiteral("SecurityToken"), QString::fromUtf8(key.securityToken.view()));
    return all;
}

HeaderList v1Headers(const CallRequest &request, bool hasForm)
{
    HeaderList headers;
    headers.emplaceBack("host", request.host);
    headers.emplaceBack("accept", acceptType(request.format));
    if (hasForm)
        headers.emplaceBack("content-type", "application/x-www-form-urlencoded");
    else if (!request.contentType.isEmpty())
        headers.emplaceBack("content-type", request.contentType);
    headers.emplaceBack("x-acs-version", request.version.toUtf8());
    headers.emplaceBack("x-acs-action", request.action.toUtf8());
    headers.append(request.extraHeaders);
    return headers;
}

} // namespace

QByteArray wireTime(const QDateTime &when) { return when.toUTC().toString(Qt::ISODate).toLatin1(); }

Result<SignedRequest> signV3(const CallRequest &request, const AccessKey &key)
{
    const Result<QByteArray> query = canonicalQuery(request.parameters);
    if (!query)
        return failure(query.error());
    SignedRequest result;
    SigningTrace &trace = result.trace;
    trace.canonicalQuery = *query;
    trace.hashedPayload = sha256Hex(request.body);
    result.headers = v3Headers(request, key, trace.hashedPayload);
    canonicalHeaders(result.headers, trace);
    trace.canonicalRequest = request.method + '\n' + request.path + '\n' + trace.canonicalQuery + '\n'
        + trace.canonicalHeaders + '\n' + trace.signedHeaders + '\n' + trace.hashedPayload;
    trace.stringToSign = QByteArrayLiteral("ACS3-HMAC-SHA256\n") + sha256Hex(trace.canonicalRequest);
    trace.signature = hmac(EVP_sha256(), key.secret.view(), trace.stringToSign).toHex();
    result.headers.emplaceBack("authorization",
                               QByteArrayLiteral("ACS3-HMAC-SHA256 Credential=") + key.id.toUtf8()
                                   + ",SignedHeaders=" + trace.signedHeaders
                                   + ",Signature=" + trace.signature);
    result.query = trace.canonicalQuery;
    result.body = request.body;
    return result;
}

Result<SignedRequest> signV1(const CallRequest &request, const AccessKey &key, const V1Options &options)
{
    Q_ASSERT(request.body.isEmpty());
    const Parameters own = v1Parameters(request, key, options);
    Parameters all = own;
    all.insert(options.form);
    const Result<QByteArray> canonical = canonicalQuery(all);
    const Result<QByteArray> sent = canonicalQuery(own);
    const Result<QByteArray> form = canonicalQuery(options.form);
    if (!canonical || !sent || !form)
        return failure(!canonical ? canonical.error() : !sent ? sent.error() : form.error());

    SignedRequest result;
    SigningTrace &trace = result.trace;
    trace.canonicalQuery = *canonical;
    trace.stringToSign = request.method + '&' + QUrl::toPercentEncoding(QString::fromLatin1(request.path))
        + '&' + trace.canonicalQuery.toPercentEncoding();
    const SecretBytes hmacKey = withAmpersand(key.secret);
    trace.signature = hmac(EVP_sha1(), hmacKey.view(), trace.stringToSign).toBase64();

    const QByteArray completed = *sent + "&Signature=" + trace.signature.toPercentEncoding();
    const bool allInForm = options.placement == V1Placement::Form;
    if (allInForm)
        result.body = form->isEmpty() ? completed : completed + '&' + *form;
    else {
        result.query = completed;
        result.body = *form;
    }
    result.headers = v1Headers(request, !result.body.isEmpty());
    return result;
}

} // namespace uplift::cloud
