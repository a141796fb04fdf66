// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accesskey.h"

#include <QCoreApplication>

#include <algorithm>

namespace uplift {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("uplift::core", text); }

bool hasBlank(QByteArrayView bytes)
{
    return std::any_of(bytes.begin(), bytes.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte <= 0x20 || byte == 0x7f;
    });
}

bool isPlainAscii(QByteArrayView bytes)
{
    return std::all_of(bytes.begin(), bytes.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x7f; });
}

Outcome checkKeyId(const QString &id)
{
    const QString field = QStringLiteral("accessKeyId");
    if (id.isEmpty())
        return failure(
            Error::input(field, tr("The AccessKey ID is empty. Enter the id of a RAM user's AccessKey.")));
    const QByteArray bytes = id.toUtf8();
    if (hasBlank(bytes))
        return failure(
            Error::input(field, tr("The AccessKey ID holds a blank or a line break. Paste the id alone.")));
    if (!isPlainAscii(bytes) || bytes.size() > 256)
        return failure(Error::input(field,
                                    tr("The AccessKey ID holds characters no key id has, or is too long. "
                                       "Paste the id alone.")));
    return {};
}

Outcome checkSecret(const SecretBytes &secret)
{
    const QString field = QStringLiteral("accessKeySecret");
    if (secret.isEmpty())
        return failure(Error::input(
            field, tr("The AccessKey Secret is empty. Paste the secret that belongs to this id.")));
    if (hasBlank(secret.view()))
        return failure(Error::input(field,
                                    tr("The AccessKey Secret holds a blank or a line break. "
                                       "Paste the secret alone, without what stood around it.")));
    if (!isPlainAscii(secret.view()) || secret.size() > 1024)
        return failure(Error::input(field,
                                    tr("The AccessKey Secret holds characters no secret has, or is too long. "
                                       "Paste the secret alone.")));
    return {};
}

Outcome checkToken(const AccessKey &key, const QDateTime &now)
{
    const QString field = QStringLiteral("securityToken");
    const bool temporary = key.id.startsWith(QLatin1String("STS."));
    if (temporary && key.securityToken.isEmpty())
        return failure(Error::input(field,
                                    tr("A key id that begins with STS. needs its security token. "
                                       "Paste all three parts of the temporary key.")));
    if (!temporary && !key.securityToken.isEmpty())
        return failure(Error::input(field,
                                    tr("A security token belongs to a key id that begins with STS. only. "
                                       "Remove the token, or paste the temporary key id.")));
    if (hasBlank(key.securityToken.view()))
        return failure(Error::input(
            field, tr("The security token holds a blank or a line break. Paste the token alone.")));
    if (!isPlainAscii(key.securityToken.view()) || key.securityToken.size() > 16384)
        return failure(Error::input(field,
                                    tr("The security token holds characters no token has, or is too long. "
                                       "Paste the token alone.")));
    if (key.expires && *key.expires <= now)
        return failure(
            Error::input(field,
                         tr("The security token expired at %1 UTC. Get a new temporary key and paste "
                            "all three parts.")
                             .arg(key.expires->toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm")))));
    return {};
}

void append(QByteArray &json, const char *name, QByteArrayView value)
{
    // What checkAccessKey() lets through needs escaping of quote and backslash alone.
    json += json.isEmpty() ? "{\"" : ",\"";
    json += name;
    json += "\":\"";
    for (const char c : value) {
        if (c == '"' || c == '\\')
            json += '\\';
        json += c;
    }
    json += '"';
}

/// Reads a flat JSON object of strings into wipeable bytes; QJsonDocument would leave copies nobody wipes.
class FlatObjectReader {
public:
    explicit FlatObjectReader(QByteArrayView text) : m_text(text) { }
    /// False at the end or on anything but "name":"value" pairs; see complete().
    bool next(QByteArray &name, SecretBytes &value)
    {
        skipBlanks();
        if (m_at >= m_text.size() || (m_text.at(m_at) != '{' && m_text.at(m_at) != ','))
            return false;
        ++m_at;
        QByteArray text;
        text.reserve(m_text.size());
        if (!readString(name) || !take(':') || !readString(text))
            return false;
        value = SecretBytes(text);
        wipe(text);
        return true;
    }
    bool complete() { return take('}') && (skipBlanks(), m_at == m_text.size()); }

private:
    void skipBlanks()
    {
        while (m_at < m_text.size() && QByteArrayView(" \t\r\n").contains(m_text.at(m_at)))
            ++m_at;
    }
    bool take(char c)
    {
        skipBlanks();
        if (m_at >= m_text.size() || m_text.at(m_at) != c)
            return false;
        ++m_at;
        return true;
    }
    bool readString(QByteArray &out)
    {
        out.clear();
        out.reserve(m_text.size());
        if (!take('"'))
            return false;
        for (; m_at < m_text.size(); ++m_at) {
            char c = m_text.at(m_at);
            if (c == '"') {
                ++m_at;
                return true;
            }
            if (c == '\\') {
                if (++m_at >= m_text.size())
                    return false;
                c = m_text.at(m_at);
                if (c != '"' && c != '\\' && c != '/')
                    return false;
            }
            out += c;
        }
        return false;
    }

    QByteArrayView m_text;
    qsizetype m_at = 0;
};

Error brokenEntry()
{
    Error error = Error::of(Error::Kind::Keychain,
                            tr("The keychain entry of this account is not one of Uplift's, or is damaged."),
                            tr("Edit the account and enter its AccessKey again."));
    return error;
}

} // namespace

AccessKey AccessKey::duplicate() const
{
    AccessKey copy;
    copy.id = id;
    copy.secret = secret.duplicate();
    copy.securityToken = securityToken.duplicate();
    copy.expires = expires;
    return copy;
}

QString maskedKeyId(const QString &keyId) { return QStringLiteral("····") + keyId.right(4); }

Outcome checkAccessKey(const AccessKey &key, const QDateTime &now)
{
    if (const Outcome id = checkKeyId(key.id); !id)
        return id;
    if (const Outcome secret = checkSecret(key.secret); !secret)
        return secret;
    return checkToken(key, now);
}

SecretBytes toKeychainJson(const AccessKey &key)
{
    QByteArray json;
    json.reserve(
        256 + 2 * (key.id.size() + static_cast<qsizetype>(key.secret.size() + key.securityToken.size())));
    append(json, "accessKeyId", key.id.toUtf8());
    append(json, "accessKeySecret", key.secret.view());
    if (!key.securityToken.isEmpty())
        append(json, "securityToken", key.securityToken.view());
    if (key.expires)
        append(json, "expires", key.expires->toUTC().toString(Qt::ISODate).toLatin1());
    json += '}';
    SecretBytes bytes(json);
    wipe(json);
    return bytes;
}

Result<AccessKey> fromKeychainJson(const SecretBytes &json)
{
    AccessKey key;
    FlatObjectReader reader(json.view());
    QByteArray name;
    SecretBytes value;
    while (reader.next(name, value)) {
        if (name == "accessKeyId") {
            key.id = QString::fromUtf8(value.view());
        } else if (name == "accessKeySecret") {
            key.secret = std::move(value);
        } else if (name == "securityToken") {
            key.securityToken = std::move(value);
        } else if (name == "expires") {
            const QDateTime expires = QDateTime::fromString(QString::fromLatin1(value.view()), Qt::ISODate);
            if (expires.isValid())
                key.expires = expires.toUTC();
        }
    }
    if (!reader.complete() || key.id.isEmpty() || key.secret.isEmpty())
        return failure(brokenEntry());
    return key;
}

} // namespace uplift
