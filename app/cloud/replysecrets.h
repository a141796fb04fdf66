// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/accesskey.h"

#include <QByteArray>
#include <QJsonObject>

namespace uplift::cloud {

struct ReplyTree;

/// The secret parts of an AssumeRole body (api.md 11).
struct ReplySecrets {
    SecretBytes accessKeySecret;
    SecretBytes securityToken;
};

/// Moves AccessKeySecret and SecurityToken out of a JSON or XML body and overwrites them in place with as
/// many 'x', so that the parsers, which leave copies nobody wipes, never meet them. `body` must be its only
/// owner. A value that is missing, given in an odd form or twice comes back empty; it is overwritten all the
/// same.
[[nodiscard]] ReplySecrets takeSecrets(QByteArray &body);

/// The temporary key an AssumeRole body with its secrets taken out gives. Error::Kind::BadReply when a part
/// is missing.
[[nodiscard]] Result<AccessKey> toAccessKey(const ReplyTree &reply, ReplySecrets secrets);

} // namespace uplift::cloud
