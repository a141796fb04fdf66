// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/readcall.h"

#include "cloud/erroradvice.h"
#include "cloud/network.h"
#include "cloud/transport.h"

namespace uplift::cloud {

ReadCall::ReadCall(Network *network, std::shared_ptr<Caller> caller, Operation operation, WallAnchor anchor,
                   Done done)
    : m_network(network), m_caller(std::move(caller)), m_operation(std::move(operation)),
      m_anchor(std::move(anchor)), m_done(std::move(done))
{
}

void ReadCall::start()
{
    const EndpointRule &rule = m_caller->settings.endpoint;
    const Result<Endpoint> endpoint = endpointFor(m_operation.product, m_operation.region, rule);
    if (!endpoint) {
        m_done(failure(endpoint.error()));
        return;
    }
    m_asked.endpoint = *endpoint;
    m_asked.rule = rule.kind;
    m_asked.regional = !m_operation.region.isEmpty() && endpoint->host.contains(m_operation.region.value);
    m_asked.deadline = m_network->options().readDeadline;
    m_asked.maxBody = m_network->options().maxBody;
    send();
}

void ReadCall::send()
{
    WireCall call = wireCall(m_operation, m_asked.endpoint, m_caller, m_anchor, newNonce());
    call.deadline = m_asked.deadline;
    call.maxBody = m_asked.maxBody;
    m_network->transport()->send(
        std::move(call), [self = shared_from_this()](const WireReply &reply) { self->onReply(reply); });
}

void ReadCall::onReply(const WireReply &reply)
{
    if (reply.end != WireEnd::Replied) {
        m_done(failure(networkError(reply, m_asked)));
        return;
    }
    ReplyInfo info = replyInfo(reply, m_asked.endpoint, m_anchor);
    const Result<ApiAnswer> answer = readAnswer(reply);
    const bool success = reply.httpStatus >= 200 && reply.httpStatus < 300;
    if (!answer || (!success && !answer->error)) {
        m_done(failure(badReplyError(reply, m_asked)));
        return;
    }
    // Measured on what is surely the service's: a portal's or proxy's clock is nobody's.
    if (info.clockOffset)
        m_caller->setOffset(*info.clockOffset);
    info.requestId = answer->requestId;
    if (answer->error) {
        onApiError(*answer->error, info);
    } else if (answer->requestId.isEmpty()) {
        m_done(failure(oddAnswerError({}, info.host, QStringLiteral("no RequestId"))));
    } else {
        m_done(ReadReply{answer->tree, info});
    }
}

void ReadCall::onApiError(const ApiError &error, const ReplyInfo &info)
{
    const ErrorAdvice &advice = *m_network->advice();
    if (!m_clockMended && info.clockOffset && advice.retryAfterClockFix(error)) {
        m_clockMended = true;
        send();
        return;
    }
    if (!m_nonceRenewed && error.code == QLatin1String("SignatureNonceUsed")) {
        m_nonceRenewed = true;
        send();
        return;
    }
    m_done(failure(advice.toError(error, false, info.host)));
}

} // namespace uplift::cloud
