// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/wire.h"
#include "core/connection.h"
#include "core/error.h"

namespace uplift::cloud {

/// Whom a read asked, for the sentences that name it.
struct Asked {
    Endpoint endpoint;
    EndpointRule::Kind rule = EndpointRule::Kind::Public;
    bool regional = false; ///< a host of one region: the endpoint field may help
    std::chrono::milliseconds deadline{0};
    qint64 maxBody = 0;
};

/// A read that got no whole reply, in sentences that name host, cause and remedy, and say whether anything
/// was sent.
[[nodiscard]] Error networkError(const WireReply &reply, const Asked &asked);
/// A read whose reply is not an answer of the API: a redirect, a portal's HTML, half a body, a proxy's error
/// page.
[[nodiscard]] Error badReplyError(const WireReply &reply, const Asked &asked);
/// A read that had not left when Uplift closed.
[[nodiscard]] Error closingError();
/// A read that waited for its turn for too long, since the service limits how often `action` may be asked.
[[nodiscard]] Error queuedTooLongError(const QString &action, std::chrono::milliseconds waited);
/// The service answered, but not what was asked for.
[[nodiscard]] Error oddAnswerError(const QString &requestId, const QString &host, const QString &detail);

} // namespace uplift::cloud
