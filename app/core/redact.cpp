// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact.h"

#include <QRegularExpression>

namespace uplift {

namespace {

constexpr qsizetype longest = 2000;
const QString mask = QStringLiteral("[removed]");

bool isBidiControl(QChar c)
{
    const ushort code = c.unicode();
    return code == 0x061c || code == 0x200e || code == 0x200f || (code >= 0x202a && code <= 0x202e)
        || (code >= 0x2066 && code <= 0x2069);
}

const QList<QRegularExpression> &rules()
{
    // "=" and "&" may be percent-encoded once or twice: %3D, %253D, %26, %2526.
    static const QList<QRegularExpression> list = [] {
        const auto rule = [](const char *pattern) {
            return QRegularExpression(QString::fromLatin1(pattern),
                                      QRegularExpression::CaseInsensitiveOption
                                          | QRegularExpression::DotMatchesEverythingOption);
        };
        return QList<QRegularExpression>{
            rule(R"((string to sign is\s*:?\s*).*)"),
            rule(
                R"((\"?(?:AccessKeyId|AccessKeySecret|access_key_id|access_key_secret|SecurityToken|security_token|sts_token|)"
                R"(SignatureNonce|Signature|x-acs-security-token|x-acs-accesskey-id|x-acs-signature-nonce)\"?)"
                R"(\s*(?:=|:|%3D|%253D|%3A|%253A)\s*)(?:\"[^\"]*\"|[^&\s,;\"%]+(?:%(?!26|2526)[0-9A-F]{2}[^&\s,;\"%]*)*))"),
            rule(R"((Credential\s*(?:=|%3D|%253D)\s*)[^,\s]+)"),
            rule(R"((Authorization\s*[:=]\s*)[^\r\n]+)"),
            rule(R"((\bAUTH\s+)[^\r\n]+)"),
            rule(R"((://)[^/@\s]+(?=@))"),
            rule(R"(\b(LTAI|STS\.)[A-Za-z0-9]{8,})"),
        };
    }();
    return list;
}

} // namespace

QString plainLine(const QString &text)
{
    QString line;
    line.reserve(text.size());
    for (const QChar c : text) {
        if (isBidiControl(c))
            continue;
        const bool control = c.unicode() < 0x20 || (c.unicode() >= 0x7f && c.unicode() < 0xa0)
            || c.unicode() == 0x2028 || c.unicode() == 0x2029;
        line += control ? QChar(QLatin1Char(' ')) : c;
    }
    return line;
}

QString redacted(const QString &text)
{
    QString clean = text.left(longest);
    for (const QRegularExpression &rule : rules())
        clean.replace(rule, QStringLiteral("\\1") + mask);
    return plainLine(clean).left(longest);
}

} // namespace uplift
