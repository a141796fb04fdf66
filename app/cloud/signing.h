// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/encoding.h"
#include "core/accesskey.h"
#include "core/connection.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>

#include <utility>

namespace uplift::cloud {

using HeaderList = QList<std::pair<QByteArray, QByteArray>>;

/// One call before it is signed: everything but the key. Same input, same bytes.
struct CallRequest {
    QByteArray method = QByteArrayLiteral("POST");
    QByteArray host; ///< exactly as the Host header goes out: with the port when it is not the default one
    QByteArray path = QByteArrayLiteral("/");
    QString action; ///< ModifyInstanceMinorVersion
    QString version; ///< 2015-01-01
    Parameters parameters; ///< the operation's own, flat, decoded
    QDateTime timestamp; ///< any zone; written in UTC
    QString nonce;
    ReplyFormat format = ReplyFormat::Json;
    /// Set whenever a Content-Type will go out, body or not: V3 signs it (api.md 3.1).
    QByteArray contentType;
    QByteArray body; ///< V3: any bytes; V1: must be empty, see V1Placement and V1Options::form
    HeaderList extraHeaders; ///< V3 signs those that start with x-acs-; sent as they are
};

/// What was signed, for tests and for comparison with the service. Never logged, never shown: it may hold the
/// token.
struct SigningTrace {
    QByteArray canonicalQuery;
    QByteArray canonicalHeaders; ///< V3 only; ends with a line feed
    QByteArray signedHeaders; ///< V3 only
    QByteArray hashedPayload; ///< V3 only
    QByteArray canonicalRequest; ///< V3 only
    QByteArray stringToSign;
    QByteArray signature; ///< V3: hex; V1: Base64
};

/// What goes on the wire: method and host as in the request.
struct SignedRequest {
    QByteArray query; ///< encoded; for QUrl::fromEncoded in StrictMode
    QByteArray body;
    /// host, accept, content-type (when set), x-acs-…, authorization (V3), in sending order; no user-agent.
    HeaderList headers;
    SigningTrace trace;
};

/// ACS3-HMAC-SHA256 (api.md 3.1). A key with a token adds x-acs-accesskey-id and x-acs-security-token.
/// Error::Kind::Input when a value cannot be encoded.
[[nodiscard]] Result<SignedRequest> signV3(const CallRequest &request, const AccessKey &key);

enum class V1Placement {
    Query, ///< everything in the query
    Form ///< everything in a form body, nothing in the query
};

struct V1Options {
    V1Placement placement = V1Placement::Query;
    Parameters form; ///< with Placement Query: fields of a form body that are signed beside the query
    QString formatWord; ///< value of Format when it shall not be JSON or XML in capitals
};

/// RPC HMAC-SHA1 (api.md 3.2). Adds the common parameters, SecurityToken for a key with a token, and
/// Signature.
[[nodiscard]] Result<SignedRequest> signV1(const CallRequest &request, const AccessKey &key,
                                           const V1Options &options = {});

/// "2026-04-10T02:04:06Z", whatever the locale.
[[nodiscard]] QByteArray wireTime(const QDateTime &when);

} // namespace uplift::cloud
