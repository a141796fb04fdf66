// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/authorities.h"
#include "cloud/endpoints.h"
#include "cloud/network.h"
#include "cloud/signing.h"
#include "core/connection.h"
#include "core/result.h"

#include <QNetworkRequest>
#include <QStringList>

#include <chrono>
#include <functional>
#include <optional>

class QDebug;

namespace uplift::cloud {

/// One call as the transport takes it. `sign` runs in the network thread just before the call leaves its
/// queue, so that its timestamp is fresh and a waiting call holds no signature.
struct WireCall {
    Endpoint endpoint;
    ProxyRule proxy;
    Authorities authorities; ///< of the account, beside NetworkOptions::extraCertificates
    std::chrono::milliseconds deadline{15'000}; ///< absolute, from leaving the queue
    qint64 maxBody = 4 * 1024 * 1024;
    bool once =
        false; ///< a modifying call: fresh connection, upload that cannot be repeated (pitfalls N1, N2)
    bool yields = false; ///< a read that a modifying call may take the place of, see WireEnd::Yielded
    /// The body holds a key: it is kept in one buffer, which its reader overwrites.
    bool secretReply = false;
    std::function<Result<SignedRequest>()> sign;
    /// Asked last, before the call is signed: false ends it as WireEnd::Cancelled, unsent. Empty: always.
    std::function<bool()> wanted = {};
};

/// How an exchange ended.
enum class WireEnd {
    Replied, ///< a whole HTTP reply, whatever its status
    HostNotFound,
    ConnectionRefused,
    TlsRefused,
    ProxyUnknown, ///< the system did not name its proxy in time; nothing was handed over
    ProxyRefused,
    ProxyAuthRequired,
    ClosedByPeer, ///< also half a body, and a re-send that Qt was kept from
    TooLarge,
    Deadline,
    Cancelled, ///< our own shut-down, or nobody wants it any more
    Yielded, ///< a read that made room for a modifying call: to be sent again
    NotSendable, ///< refused here, see `error`; nothing was handed over
    Other
};

/// What is known of one exchange once it ended. Times are bootTime().
struct WireReply {
    WireEnd end = WireEnd::Other;
    bool handedOver = false; ///< false: Qt's network layer never got the request, so surely nothing was sent
    /// QNetworkReply::requestSent was seen; for an empty upload, of which Qt 6.4 never says so: it may have
    /// been sent.
    bool requestSent = false;
    bool http2 = false;
    int httpStatus = 0; ///< 0: none came
    QByteArray date;
    QByteArray acsRetryAfter; ///< x-acs-retry-after, milliseconds
    QByteArray retryAfter; ///< Retry-After, seconds
    QByteArray body;
    std::chrono::milliseconds sentAt{0};
    std::chrono::milliseconds headersAt{0}; ///< 0: no headers came
    std::chrono::milliseconds roundTrip{0}; ///< from handing over to the end
    QStringList tlsReasons; ///< why the certificate was refused, in Qt's words
    QString proxy; ///< "host:port", without credentials; empty for a direct connection
    QString detail; ///< English, for the log; never a secret
    std::optional<Error> error; ///< WireEnd::NotSendable
};

QDebug operator<<(QDebug, const SignedRequest &) = delete;
QDebug operator<<(QDebug, const WireReply &) = delete;

/// The one place where a QNetworkRequest is made: HTTP/1.1, no redirects, no cookies, no cached credentials,
/// no decompression, our own agent, certificates verified (pitfalls N4, N5, N12, N13, N15).
/// Error::Kind::Internal when the URL would not carry the signed bytes as they are (pitfalls N18).
[[nodiscard]] Result<QNetworkRequest> toNetworkRequest(const Endpoint &endpoint,
                                                       const SignedRequest &signedRequest,
                                                       const NetworkOptions &options,
                                                       const Authorities &authorities = {});

/// Overwrites what of a signed request is ours alone. Copies inside Qt live until the exchange is gone.
void wipe(SignedRequest &request);

/// "Qt network error 2, HTTP status 200": never a URL, since that may carry a signature.
[[nodiscard]] QString describe(int networkError, int httpStatus);

} // namespace uplift::cloud
