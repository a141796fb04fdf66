// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace uplift {

/// Takes out of a text from the wire what must not be logged or shown: values of AccessKeyId, Signature,
/// SecurityToken, SignatureNonce, Credential=, Authorization:, AUTH …, passwords in URLs, and the server's
/// string to sign; plain and percent-encoded once and twice. Control and bidi characters go too. At most
/// 2,000 characters come back.
[[nodiscard]] QString redacted(const QString &text);

/// One line of plain text for tables and labels: control and bidi control characters become spaces or go.
[[nodiscard]] QString plainLine(const QString &text);

} // namespace uplift
