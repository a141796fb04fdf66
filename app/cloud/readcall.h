// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/caller.h"
#include "cloud/networkerrors.h"
#include "cloud/replysecrets.h"
#include "cloud/scheduler.h"

#include <functional>
#include <memory>

namespace uplift::cloud {

class Network;

/// A whole success body of a read.
struct ReadReply {
    ReplyTree tree;
    ReplyInfo info;
    ReplySecrets secrets; ///< ReadOptions::secret
};

/// How a read ended.
struct ReadEnd {
    Result<ReadReply> reply;
    std::optional<ApiError> apiError; ///< the service's own refusal, if that was the end
    ReplyInfo info; ///< of the last exchange that got a reply
};

/// How a read is to be carried out.
struct ReadOptions {
    Urgency urgency = Urgency::User;
    bool secret = false; ///< the body holds a key: taken out before anything is parsed
    std::function<bool()> wanted; ///< false: nobody waits any more; empty: somebody does
};

/// One read, in the network thread: wait for its turn, sign, send, judge. At most one repeat after a measured
/// clock skew and one after SignatureNonceUsed (Qt's own re-send of a read carries the same nonce, pitfalls
/// N3); as many after throttling as PacingRules allow.
class ReadCall : public std::enable_shared_from_this<ReadCall> {
public:
    using Done = std::function<void(ReadEnd)>;
    ReadCall(Network *network, std::shared_ptr<Caller> caller, Operation operation, WallAnchor anchor,
             ReadOptions options, Done done);
    void start();

private:
    void queue(bool again);
    void send(Grant grant);
    void onThrottled(const ApiError &error, std::optional<milliseconds> wait);
    void onReply(WireReply reply);
    void tellOf(const WireReply &reply, const Result<ApiAnswer> &answer) const;
    void onApiError(const ApiError &error);
    void fail(Error error);

    Network *m_network;
    std::shared_ptr<Caller> m_caller;
    Operation m_operation;
    WallAnchor m_anchor;
    ReadOptions m_options;
    Done m_done;
    ReplyInfo m_info;
    Asked m_asked;
    Authorities m_authorities;
    BucketKey m_bucket;
    Grant m_grant;
    int m_attempts = 0; ///< that came to the wire and were not taken back
    milliseconds m_firstSent{0};
    bool m_clockMended = false;
    bool m_nonceRenewed = false;
};

} // namespace uplift::cloud
