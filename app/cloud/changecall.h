// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/caller.h"

#include <functional>

namespace uplift::cloud {

class Network;

/// The request as it will be signed: what is too long for a URL set apart.
[[nodiscard]] Operation toOperation(const ChangeRequest &request);

/// One call that changes something, and who waits for it.
struct ChangeCall {
    ChangeRequest request;
    WallAnchor anchor;
    std::function<bool()> wanted; ///< false: nobody waits any more, so it must not leave
    std::function<void(ChangeFacts)> done; ///< once; not for a call dropped while it waited
};

/// Sends a call exactly once when it is its turn, and reports facts alone. In the network thread.
void sendChange(Network *network, const std::shared_ptr<Caller> &caller, const ChangeCall &call);

/// What became of the exchange, as far as known. Pure.
[[nodiscard]] ChangeFacts toChangeFacts(const WireReply &reply, const Endpoint &endpoint,
                                        const WallAnchor &anchor);

/// ChangeFacts::values of a success body. Pure.
[[nodiscard]] QMap<QString, QString> changeValues(const ReplyTree &reply);

/// The call as it would go out, signed with a stand-in key and masked. Pure.
[[nodiscard]] RequestPreview previewOf(const ChangeRequest &request, const Caller &caller,
                                       const QDateTime &when, const NetworkOptions &options);

} // namespace uplift::cloud
