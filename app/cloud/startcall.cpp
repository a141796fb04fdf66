// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/startcall.h"

#include "cloud/network.h"
#include "cloud/transport.h"

namespace uplift::cloud {

namespace {

ChangeFacts::Transport transportOf(WireEnd end)
{
    switch (end) {
    case WireEnd::Replied:
        return ChangeFacts::Transport::Replied;
    case WireEnd::HostNotFound:
        return ChangeFacts::Transport::HostNotFound;
    case WireEnd::ConnectionRefused:
        return ChangeFacts::Transport::ConnectionRefused;
    case WireEnd::TlsRefused:
        return ChangeFacts::Transport::TlsRefused;
    case WireEnd::ProxyUnknown:
    case WireEnd::ProxyRefused:
    case WireEnd::ProxyAuthRequired:
        return ChangeFacts::Transport::ProxyRefused;
    case WireEnd::ClosedByPeer:
        return ChangeFacts::Transport::ClosedByPeer;
    case WireEnd::Deadline:
        return ChangeFacts::Transport::Deadline;
    case WireEnd::Cancelled:
        return ChangeFacts::Transport::Cancelled;
    case WireEnd::Yielded:
    case WireEnd::TooLarge:
    case WireEnd::NotSendable:
    case WireEnd::Other:
        break;
    }
    return ChangeFacts::Transport::Other;
}

} // namespace

Operation startOperation(const StartRequest &request, MomentNaming naming)
{
    const bool now = request.moment == Moment::Now;
    Operation operation;
    operation.region = request.region;
    operation.action = QStringLiteral("ModifyInstanceMinorVersion");
    operation.parameters.insert(QStringLiteral("InstanceId"), request.instance.value);
    operation.parameters.insert(QStringLiteral("Minorversion"), request.minorVersion);
    if (naming != MomentNaming::EffectTime)
        operation.parameters.insert(QStringLiteral("EffectiveTime"),
                                    now ? QStringLiteral("Immediately") : QStringLiteral("MaintainTime"));
    if (naming != MomentNaming::EffectiveTime)
        operation.parameters.insert(QStringLiteral("EffectTime"),
                                    now ? QStringLiteral("0") : QStringLiteral("1"));
    return operation;
}

ChangeFacts toChangeFacts(const WireReply &reply, const Endpoint &endpoint, const WallAnchor &anchor)
{
    ChangeFacts facts;
    facts.transport = transportOf(reply.end);
    facts.handedOver = reply.handedOver;
    facts.requestSent = reply.requestSent;
    facts.httpStatus = reply.httpStatus;
    facts.detail = reply.detail;
    if (reply.error && !reply.error->detail.isEmpty() && reply.error->detail != reply.detail)
        facts.detail += QStringLiteral("; ") + reply.error->detail;
    facts.info = replyInfo(reply, endpoint, anchor);
    if (reply.end != WireEnd::Replied)
        return facts;
    const Result<ApiAnswer> answer = readAnswer(reply);
    if (!answer)
        return facts;
    facts.info.requestId = answer->requestId;
    facts.apiError = answer->error;
    const bool success = reply.httpStatus >= 200 && reply.httpStatus < 300;
    facts.bodyComplete = answer->error || (success && !answer->requestId.isEmpty());
    return facts;
}

void sendStart(Network *network, const std::shared_ptr<Caller> &caller, const StartRequest &request,
               const WallAnchor &anchor, const std::function<void(ChangeFacts)> &done)
{
    const Operation operation = startOperation(request, caller->settings.momentNaming);
    const Result<Endpoint> endpoint = caller->endpoint(operation.product, operation.region);
    const Result<Authorities> authorities = caller->authorities();
    if (!endpoint || !authorities) {
        const Error &error = endpoint ? authorities.error() : endpoint.error();
        ChangeFacts facts;
        facts.handedOver = false;
        facts.detail = QStringLiteral("refused here: %1").arg(error.message);
        done(facts);
        return;
    }
    WireCall call = wireCall(operation, *endpoint, caller, anchor, request.nonce);
    call.deadline = network->options().startDeadline;
    call.maxBody = network->options().maxBody;
    call.authorities = *authorities;
    call.once = true;
    network->transport()->send(std::move(call),
                               [caller, anchor, at = *endpoint, done](const WireReply &reply) {
                                   const ChangeFacts facts = toChangeFacts(reply, at, anchor);
                                   if (facts.bodyComplete && facts.info.clockOffset)
                                       caller->setOffset(*facts.info.clockOffset);
                                   done(facts);
                               });
}

} // namespace uplift::cloud
