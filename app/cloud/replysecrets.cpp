// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/replysecrets.h"

#include "cloud/modelparts.h"

#include <algorithm>
#include <utility>

namespace uplift::cloud {

namespace {

/// Where a value lies in a body: [from, to).
struct Span {
    qsizetype from = 0;
    qsizetype to = 0;
};

qsizetype skipBlanks(QByteArrayView body, qsizetype at)
{
    while (at < body.size() && QByteArrayView(" \t\r\n").contains(body.at(at)))
        ++at;
    return at;
}

/// The text after `"name" :`, to the quote that ends it or the end of the body.
Span jsonValue(QByteArrayView body, qsizetype afterName)
{
    qsizetype at = skipBlanks(body, afterName);
    if (at >= body.size() || body.at(at) != ':')
        return {afterName, afterName};
    at = skipBlanks(body, at + 1);
    if (at >= body.size() || body.at(at) != '"')
        return {at, at};
    const qsizetype from = ++at;
    while (at < body.size() && body.at(at) != '"')
        at += body.at(at) == '\\' ? 2 : 1;
    return {from, std::min(at, body.size())};
}

/// The text between <name> and the next tag.
Span xmlValue(QByteArrayView body, qsizetype afterTag)
{
    const qsizetype end = body.indexOf('<', afterTag);
    return {afterTag, end < 0 ? body.size() : end};
}

/// The bytes of a value; nothing for an escape that neither keys nor tokens need.
SecretBytes plain(QByteArrayView value, bool json)
{
    if (json ? !value.contains('\\') : !value.contains('&'))
        return SecretBytes(value.trimmed());
    if (!json)
        return {};
    QByteArray text;
    text.reserve(value.size());
    for (qsizetype i = 0; i < value.size(); ++i) {
        const bool escaped = value.at(i) == '\\' && i + 1 < value.size();
        const char c = value.at(escaped ? ++i : i);
        if (escaped && c != '/' && c != '"' && c != '\\') {
            wipe(text);
            return {};
        }
        text += c;
    }
    SecretBytes bytes(text);
    wipe(text);
    return bytes;
}

SecretBytes take(QByteArray &body, QByteArrayView name, bool json)
{
    const QByteArray mark = json ? '"' + name.toByteArray() + '"' : '<' + name.toByteArray() + '>';
    SecretBytes found;
    int times = 0;
    for (qsizetype at = body.indexOf(mark); at >= 0; at = body.indexOf(mark, at + mark.size())) {
        const Span span = json ? jsonValue(body, at + mark.size()) : xmlValue(body, at + mark.size());
        if (span.from == span.to)
            continue;
        found = plain(QByteArrayView(body).sliced(span.from, span.to - span.from), json);
        ++times;
        // Not fill(): that would detach from what somebody else may still hold.
        std::fill(body.data() + span.from, body.data() + span.to, 'x');
    }
    return times == 1 ? std::move(found) : SecretBytes();
}

} // namespace

ReplySecrets takeSecrets(QByteArray &body)
{
    const qsizetype first = skipBlanks(body, 0);
    const bool json = first < body.size() && body.at(first) != '<';
    return {take(body, "AccessKeySecret", json), take(body, "SecurityToken", json)};
}

Result<AccessKey> toAccessKey(const ReplyTree &reply, ReplySecrets secrets)
{
    const QJsonObject credentials = fields::child(reply.root, QLatin1String("Credentials"));
    AccessKey key;
    key.id = fields::text(credentials, QLatin1String("AccessKeyId"));
    key.secret = std::move(secrets.accessKeySecret);
    key.securityToken = std::move(secrets.securityToken);
    const QDateTime expires = fields::time(credentials, QLatin1String("Expiration"));
    if (expires.isValid())
        key.expires = expires;
    if (key.id.isEmpty() || key.secret.isEmpty() || key.securityToken.isEmpty())
        return modelparts::notAnAnswer("AssumeRole");
    return key;
}

} // namespace uplift::cloud
