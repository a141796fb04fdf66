// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/changecall.h"

#include "cloud/network.h"
#include "cloud/replyfields.h"
#include "cloud/scheduler.h"
#include "cloud/throttling.h"
#include "cloud/transport.h"
#include "core/redact.h"

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

/// Nothing left this machine, and why.
ChangeFacts unsent(ChangeFacts::Transport transport, const QString &detail)
{
    ChangeFacts facts;
    facts.transport = transport;
    facts.handedOver = false;
    facts.detail = detail;
    return facts;
}

ChangeFacts refusedHere(const QString &why)
{
    return unsent(ChangeFacts::Transport::Other, QStringLiteral("refused here: %1").arg(why));
}

/// Tells the bucket how its call fared. The call itself is never repeated.
void tellBucket(Network *network, const BucketKey &bucket, Grant grant, const ChangeFacts &facts,
                const WireReply &reply)
{
    if (facts.apiError && isThrottling(*facts.apiError, *network->advice()))
        network->scheduler()->onThrottled(bucket, grant, retryAfter(*facts.apiError, reply));
    else
        network->scheduler()->onAnswered(bucket, grant);
}

} // namespace

Operation toOperation(const ChangeRequest &request)
{
    Operation operation{request.product, request.region, request.action, {}};
    for (auto it = request.parameters.begin(); it != request.parameters.end(); ++it) {
        Parameters &place = travelsInForm(request.action, it.key()) ? operation.form : operation.parameters;
        place.insert(it.key(), it.value());
    }
    return operation;
}

QMap<QString, QString> changeValues(const ReplyTree &reply)
{
    // Lists of ids grow with the shards of a cluster. Cut off they would name something else.
    constexpr qsizetype maxList = 8 * 1024;
    QMap<QString, QString> values;
    const auto take = [&values](const QJsonObject &from, const char *name, qsizetype maxLength) {
        const QString value = fields::text(from, QLatin1String(name), maxLength);
        if (!value.isEmpty() && plainLine(value) == value)
            values.insert(QString::fromLatin1(name), value);
    };
    take(reply.root, "BackupJobID", maxList);
    take(reply.root, "Ids", maxList);
    for (const char *name : {"SuccessCount", "ErrorCode", "ErrorTaskId"})
        take(reply.root, name, fields::wordLength);
    const QJsonObject execution = fields::child(reply.root, QLatin1String("Execution"));
    for (const char *name : {"ExecutionId", "Status"})
        take(execution, name, fields::wordLength);
    return values;
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
    if (facts.bodyComplete && success)
        facts.values = changeValues(answer->tree);
    return facts;
}

void sendChange(Network *network, const std::shared_ptr<Caller> &caller, const ChangeCall &call)
{
    const QString refusal = refusalOf(call.request);
    const Operation operation = toOperation(call.request);
    const Result<Endpoint> endpoint = caller->endpoint(operation.product, operation.region);
    const Result<Authorities> authorities = caller->authorities();
    if (!refusal.isEmpty() || !endpoint || !authorities) {
        call.done(refusedHere(!refusal.isEmpty() ? refusal
                                  : endpoint     ? authorities.error().message
                                                 : endpoint.error().message));
        return;
    }
    WireCall wire = wireCall(operation, *endpoint, caller, call.anchor, call.request.nonce);
    wire.deadline = network->options().startDeadline;
    wire.maxBody = network->options().maxBody;
    wire.authorities = *authorities;
    wire.once = true;
    wire.wanted = call.wanted;

    Turn turn;
    turn.bucket = {network->scheduler()->quotaOf(*caller), operation.region, operation.action, true};
    turn.origin = Transport::originOf(*endpoint);
    turn.wanted = call.wanted;
    turn.refuse = [done = call.done](const Error &error) {
        done(unsent(ChangeFacts::Transport::Cancelled, error.message));
    };
    turn.go = [network, caller, wire, call, at = *endpoint, bucket = turn.bucket](Grant grant) {
        network->transport()->send(wire, [=](const WireReply &reply) {
            const ChangeFacts facts = toChangeFacts(reply, at, call.anchor);
            network->tell(callRecord(toOperation(call.request), at, true, reply, facts.info.requestId,
                                     facts.apiError ? facts.apiError->code : QString()));
            tellBucket(network, bucket, grant, facts, reply);
            if (facts.bodyComplete && facts.info.clockOffset)
                caller->setOffset(*facts.info.clockOffset);
            call.done(facts);
        });
    };
    network->scheduler()->queue(std::move(turn));
}

} // namespace uplift::cloud
