// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/caller.h"

#include <functional>

namespace uplift::cloud {

class Network;

/// ModifyInstanceMinorVersion with the moment under the names the account wants (architecture 3.3). Both
/// names agree.
[[nodiscard]] Operation startOperation(const StartRequest &request, MomentNaming naming);

/// Sends a start call exactly once and reports facts alone. In the network thread.
void sendStart(Network *network, const std::shared_ptr<Caller> &caller, const StartRequest &request,
               const WallAnchor &anchor, const std::function<void(ChangeFacts)> &done);

/// What became of the exchange, as far as known. Pure.
[[nodiscard]] ChangeFacts toChangeFacts(const WireReply &reply, const Endpoint &endpoint,
                                        const WallAnchor &anchor);

/// The call as it would go out, signed with a stand-in key and masked. Pure.
[[nodiscard]] RequestPreview previewOf(const StartRequest &request, const Caller &caller,
                                       const QDateTime &when, const NetworkOptions &options);

} // namespace uplift::cloud
