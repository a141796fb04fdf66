// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/secretbytes.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace uplift {

/// What signs a request: the key pair of a RAM user, or a temporary one with its token.
struct AccessKey {
    QString id; ///< LTAI… or STS.…; not secret, yet never written to disk beyond its last four characters
    SecretBytes secret;
    SecretBytes securityToken; ///< empty for a long-term key
    std::optional<QDateTime> expires; ///< UTC; only for temporary keys, and only when known

    [[nodiscard]] AccessKey duplicate() const;
};

QDebug operator<<(QDebug, const AccessKey &) = delete;

/// "····X7Qd": what may be shown and stored of a key id.
[[nodiscard]] QString maskedKeyId(const QString &keyId);

/// Checks a key as typed, before anything is sent or stored. Fields: accessKeyId, accessKeySecret,
/// securityToken. Error::Kind::Input names the field: blanks or line feeds inside, empty parts, an STS. key
/// without its token, a token beside a key that is not STS., an expired token (against `now`).
[[nodiscard]] Outcome checkAccessKey(const AccessKey &key, const QDateTime &now);

/// The keychain entry's content (architecture 3.2): JSON with accessKeyId, accessKeySecret, securityToken?,
/// expires?. Both directions work on wipeable bytes.
[[nodiscard]] SecretBytes toKeychainJson(const AccessKey &key);
[[nodiscard]] Result<AccessKey> fromKeychainJson(const SecretBytes &json);

} // namespace uplift
