// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/caller.h"
#include "cloud/networkerrors.h"

#include <functional>
#include <memory>

namespace uplift::cloud {

class Network;

/// A whole success body of a read.
struct ReadReply {
    ReplyTree tree;
    ReplyInfo info;
};

/// One read, in the network thread: sign, send, judge, and at most one repeat after a measured clock skew and
/// one after SignatureNonceUsed (Qt's own re-send of a read carries the same nonce, pitfalls N3).
class ReadCall : public std::enable_shared_from_this<ReadCall> {
public:
    using Done = std::function<void(Result<ReadReply>)>;
    ReadCall(Network *network, std::shared_ptr<Caller> caller, Operation operation, WallAnchor anchor,
             Done done);
    void start();

private:
    void send();
    void onReply(const WireReply &reply);
    void onApiError(const ApiError &error, const ReplyInfo &info);

    Network *m_network;
    std::shared_ptr<Caller> m_caller;
    Operation m_operation;
    WallAnchor m_anchor;
    Done m_done;
    Asked m_asked;
    bool m_clockMended = false;
    bool m_nonceRenewed = false;
};

} // namespace uplift::cloud
