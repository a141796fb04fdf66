// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/verifier.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

#include <algorithm>
#include <chrono>

namespace uplift::practice {

namespace {

constexpr qint64 limitV3 = std::chrono::seconds(std::chrono::minutes(15)).count();
constexpr qint64 limitV1 = std::chrono::seconds(std::chrono::minutes(31)).count();
const QByteArray algorithmV3 = QByteArrayLiteral("ACS3-HMAC-SHA256");

/// RFC 3986: everything but the unreserved characters becomes %XX.
QByteArray encoded(const QString &text)
{
    static const char digits[] = "0123456789ABCDEF";
    QByteArray out;
    const QByteArray utf8 = text.toUtf8();
    for (const char c : utf8) {
        const bool keep = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')
            || c == '-' || c == '_' || c == '.' || c == '~';
        if (keep) {
            out += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        out += '%';
        out += digits[byte >> 4U];
        out += digits[byte & 15U];
    }
    return out;
}

QByteArray canonicalQuery(Pairs pairs)
{
    std::stable_sort(pairs.begin(), pairs.end(),
                     [](const auto &a, const auto &b) { return a.first < b.first; });
    QByteArray out;
    for (const auto &[name, value] : pairs)
        out += (out.isEmpty() ? "" : "&") + encoded(name) + '=' + encoded(value);
    return out;
}

QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

bool isForm(const HttpRequest &request)
{
    return request.header("content-type").toLower().startsWith("application/x-www-form-urlencoded");
}

QString valueOf(const Pairs &pairs, const QString &name)
{
    for (const auto &[key, value] : pairs) {
        if (key == name)
            return value;
    }
    return {};
}

bool sameBytes(const QByteArray &a, const QByteArray &b)
{
    if (a.size() != b.size())
        return false;
    unsigned char difference = 0;
    for (qsizetype i = 0; i < a.size(); ++i)
        difference |= static_cast<unsigned char>(a.at(i) ^ b.at(i));
    return difference == 0;
}

/// The header names a client has to sign.
QList<QByteArray> headersToSign(const HttpRequest &request)
{
    QList<QByteArray> names;
    for (const auto &[name, value] : request.headers) {
        const bool signedOne = name == "host" || name == "content-type" || name.startsWith("x-acs-");
        if (signedOne && !names.contains(name))
            names.append(name);
    }
    std::sort(names.begin(), names.end());
    return names;
}

Refusal incomplete(const QString &what)
{
    return Refusal::of(400, QStringLiteral("IncompleteSignature"),
                       QStringLiteral("The request signature does not conform to standards: %1.").arg(what));
}

Refusal mismatch(const Verifier::Canonical &canonical)
{
    QString message =
        QStringLiteral("Specified signature does not match our calculation. server string to sign is:%1")
            .arg(QString::fromUtf8(canonical.stringToSign));
    if (!canonical.request.isEmpty())
        message += QStringLiteral(" server CanonicalRequest is:%1").arg(QString::fromUtf8(canonical.request));
    return Refusal::of(400, QStringLiteral("SignatureDoesNotMatch"), message);
}

} // namespace

Envelope openEnvelope(const HttpRequest &request)
{
    Envelope envelope;
    envelope.parameters = decodePairs(request.query);
    if (isForm(request))
        envelope.parameters += decodePairs(request.body);
    envelope.v3 = request.header("authorization").startsWith("ACS3-")
        || valueOf(envelope.parameters, QStringLiteral("Signature")).isEmpty();
    if (envelope.v3) {
        envelope.action = QString::fromUtf8(request.header("x-acs-action"));
        envelope.version = QString::fromUtf8(request.header("x-acs-version"));
        const QByteArray accept = request.header("accept").toLower();
        const bool xml = accept.contains("xml") && !accept.contains("json");
        envelope.format = xml ? Format::Xml : Format::Json;
    } else {
        envelope.action = valueOf(envelope.parameters, QStringLiteral("Action"));
        envelope.version = valueOf(envelope.parameters, QStringLiteral("Version"));
        const QString format = valueOf(envelope.parameters, QStringLiteral("Format"));
        const bool json = format.compare(QLatin1String("JSON"), Qt::CaseInsensitive) == 0;
        envelope.format = json ? Format::Json : Format::Xml;
    }
    return envelope;
}

std::optional<Refusal> Verifier::readV3(const HttpRequest &request, Claim &claim)
{
    const QByteArray authorization = request.header("authorization");
    if (!authorization.startsWith(algorithmV3 + ' '))
        return incomplete(QStringLiteral("Authorization with ACS3-HMAC-SHA256 is missing"));
    const QList<QByteArray> parts = authorization.mid(algorithmV3.size() + 1).split(',');
    for (const QByteArray &part : parts) {
        const QByteArray text = part.trimmed();
        if (text.startsWith("Credential="))
            claim.keyId = QString::fromUtf8(text.mid(11));
        else if (text.startsWith("SignedHeaders="))
            claim.signedHeaders = text.mid(14).toLower().split(';');
        else if (text.startsWith("Signature="))
            claim.signature = text.mid(10);
    }
    if (claim.keyId.isEmpty() || claim.signature.isEmpty() || claim.signedHeaders.isEmpty())
        return incomplete(QStringLiteral("Credential, SignedHeaders and Signature are needed"));
    const QList<QByteArray> needed = headersToSign(request);
    for (const QByteArray &name : needed) {
        if (!claim.signedHeaders.contains(name))
            return incomplete(
                QStringLiteral("header %1 is not among SignedHeaders").arg(QString::fromUtf8(name)));
    }
    for (const char *name : {"host", "x-acs-content-sha256", "x-acs-date", "x-acs-signature-nonce"}) {
        if (request.header(name).isEmpty())
            return incomplete(QStringLiteral("header %1 is missing").arg(QLatin1String(name)));
    }
    claim.time = QString::fromUtf8(request.header("x-acs-date"));
    claim.nonce = QString::fromUtf8(request.header("x-acs-signature-nonce"));
    claim.token = QString::fromUtf8(request.header("x-acs-security-token"));
    return std::nullopt;
}

std::optional<Refusal> Verifier::readV1(const Envelope &envelope, Claim &claim)
{
    const auto text = [&](const QString &name) { return valueOf(envelope.parameters, name); };
    if (text(QStringLiteral("SignatureMethod")) != QLatin1String("HMAC-SHA1")
        || text(QStringLiteral("SignatureVersion")) != QLatin1String("1.0"))
        return incomplete(QStringLiteral("SignatureMethod HMAC-SHA1 and SignatureVersion 1.0 are needed"));
    claim.keyId = text(QStringLiteral("AccessKeyId"));
    claim.signature = text(QStringLiteral("Signature")).toUtf8();
    claim.time = text(QStringLiteral("Timestamp"));
    claim.nonce = text(QStringLiteral("SignatureNonce"));
    claim.token = text(QStringLiteral("SecurityToken"));
    for (const QString &name :
         {QStringLiteral("AccessKeyId"), QStringLiteral("Timestamp"), QStringLiteral("SignatureNonce")}) {
        if (text(name).isEmpty())
            return Refusal::missing(name);
    }
    return std::nullopt;
}

void Verifier::add(const PracticeKey &key)
{
    constexpr qsizetype maxKeys = 256;
    m_further.append(key);
    if (m_further.size() > maxKeys)
        m_further.removeFirst();
}

const PracticeKey *Verifier::find(const QString &keyId) const
{
    for (const QList<PracticeKey> *keys : {&m_keys, &m_further}) {
        const auto found =
            std::find_if(keys->begin(), keys->end(), [&](const PracticeKey &key) { return key.id == keyId; });
        if (found != keys->end())
            return &*found;
    }
    return nullptr;
}

std::optional<Refusal> Verifier::checkToken(const PracticeKey &key, const Claim &claim, const QDateTime &now)
{
    if (key.token.isEmpty() && claim.token.isEmpty())
        return std::nullopt;
    if (claim.token.isEmpty())
        return Refusal::of(400, QStringLiteral("MissingSecurityToken"),
                           QStringLiteral("SecurityToken is mandatory for this action."));
    if (claim.token != key.token)
        return Refusal::of(400, QStringLiteral("InvalidSecurityToken.MismatchWithAccessKey"),
                           QStringLiteral("Specified SecurityToken mismatch with the AccessKey."));
    if (key.tokenExpires.isValid() && now >= key.tokenExpires)
        return Refusal::of(400, QStringLiteral("InvalidSecurityToken.Expired"),
                           QStringLiteral("Specified SecurityToken is expired."));
    return std::nullopt;
}

std::optional<Refusal> Verifier::checkTime(const Claim &claim, const QDateTime &now, qint64 limit)
{
    const QDateTime time = parseWireTime(claim.time);
    if (!time.isValid())
        return Refusal::of(400, QStringLiteral("InvalidTimeStamp.Format"),
                           QStringLiteral("Specified time stamp or date value is not well formatted."));
    if (qAbs(time.secsTo(now)) > limit)
        return Refusal::of(400, QStringLiteral("InvalidTimeStamp.Expired"),
                           QStringLiteral("Specified time stamp or date value is expired."));
    return std::nullopt;
}

std::optional<Refusal> Verifier::checkNonce(const Claim &claim, const QDateTime &now, qint64 limit)
{
    if (now >= m_sweepAt || !m_sweepAt.isValid()) {
        m_nonces.removeIf([&](const auto &entry) { return entry.value() < now; });
        m_sweepAt = now.addSecs(60);
    }
    if (m_nonces.value(claim.nonce) > now)
        return Refusal::of(400, QStringLiteral("SignatureNonceUsed"),
                           QStringLiteral("Specified signature nonce was used already."));
    m_nonces.insert(claim.nonce, now.addSecs(2 * limit));
    return std::nullopt;
}

std::optional<Refusal> Verifier::check(const HttpRequest &request, const Envelope &envelope,
                                       const QDateTime &now, QString *signedBy)
{
    Claim claim;
    if (auto refusal = envelope.v3 ? readV3(request, claim) : readV1(envelope, claim))
        return refusal;
    const PracticeKey *key = find(claim.keyId);
    if (!key)
        return Refusal::of(404, QStringLiteral("InvalidAccessKeyId.NotFound"),
                           QStringLiteral("Specified access key is not found."));
    const qint64 limit = envelope.v3 ? limitV3 : limitV1;
    if (auto refusal = checkTime(claim, now, limit))
        return refusal;
    const QByteArray secret = key->secret.toUtf8();
    const Canonical canonical = envelope.v3 ? canonicalV3(request, claim.signedHeaders, secret)
                                            : canonicalV1(request, envelope.parameters, secret);
    const bool bodyMatches = !envelope.v3 || request.header("x-acs-content-sha256") == sha256(request.body);
    if (!bodyMatches || !sameBytes(canonical.signature, claim.signature))
        return mismatch(canonical);
    if (auto refusal = checkToken(*key, claim, now))
        return refusal;
    if (signedBy)
        *signedBy = key->id;
    return checkNonce(claim, now, limit);
}

Verifier::Canonical Verifier::canonicalV3(const HttpRequest &request, const QList<QByteArray> &signedHeaders,
                                          const QByteArray &secret)
{
    QList<QByteArray> names = signedHeaders;
    std::sort(names.begin(), names.end());
    QByteArray headers;
    for (const QByteArray &name : std::as_const(names)) {
        QList<QByteArray> values;
        for (const auto &[key, value] : request.headers) {
            if (key == name)
                values.append(value);
        }
        std::sort(values.begin(), values.end());
        headers += name + ':' + values.join(',') + '\n';
    }
    Canonical canonical;
    canonical.request = request.method + '\n' + request.path + '\n'
        + canonicalQuery(decodePairs(request.query)) + '\n' + headers + '\n' + names.join(';') + '\n'
        + sha256(request.body);
    canonical.stringToSign = algorithmV3 + '\n' + sha256(canonical.request);
    canonical.signature =
        QMessageAuthenticationCode::hash(canonical.stringToSign, secret, QCryptographicHash::Sha256).toHex();
    return canonical;
}

Verifier::Canonical Verifier::canonicalV1(const HttpRequest &request, const Pairs &parameters,
                                          const QByteArray &secret)
{
    Pairs kept;
    std::copy_if(parameters.begin(), parameters.end(), std::back_inserter(kept),
                 [](const auto &pair) { return pair.first != QLatin1String("Signature"); });
    Canonical canonical;
    canonical.stringToSign = request.method + "&%2F&" + encoded(QString::fromUtf8(canonicalQuery(kept)));
    canonical.signature =
        QMessageAuthenticationCode::hash(canonical.stringToSign, secret + '&', QCryptographicHash::Sha1)
            .toBase64();
    return canonical;
}

} // namespace uplift::practice
