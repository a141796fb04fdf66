// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/readcall.h"

#include "cloud/erroradvice.h"
#include "cloud/network.h"
#include "cloud/transport.h"

namespace uplift::cloud {

ReadCall::ReadCall(Network *network, std::shared_ptr<Caller> caller, Operation operation, WallAnchor anchor,
                   ReadOptions options, Done done)
    : m_network(network), m_caller(std::move(caller)), m_operation(std::move(operation)),
      m_anchor(std::move(anchor)), m_options(std::move(options)), m_done(std::move(done))
{
}

void ReadCall::start()
{
    const EndpointRule &rule = m_caller->settings.endpoint;
    const Result<Endpoint> endpoint = endpointFor(m_operation.product, m_operation.region, rule);
    if (!endpoint) {
        fail(endpoint.error());
        return;
    }
    m_asked.endpoint = *endpoint;
    m_asked.rule = rule.kind;
    m_asked.regional = !m_operation.region.isEmpty() && endpoint->host.contains(m_operation.region.value);
    m_asked.deadline = m_network->options().readDeadline;
    m_asked.maxBody = m_network->options().maxBody;
    send();
}

void ReadCall::fail(Error error) { m_done({failure(std::move(error)), std::nullopt, m_info}); }

void ReadCall::send()
{
    WireCall call = wireCall(m_operation, m_asked.endpoint, m_caller, m_anchor, newNonce());
    call.deadline = m_asked.deadline;
    call.maxBody = m_asked.maxBody;
    if (m_options.secret) {
        constexpr qint64 maxSecretBody = 64 * 1024;
        call.maxBody = maxSecretBody;
        call.secretReply = true;
    }
    m_network->transport()->send(
        std::move(call), [self = shared_from_this()](WireReply reply) { self->onReply(std::move(reply)); });
}

void ReadCall::onReply(WireReply reply)
{
    ReplySecrets secrets;
    if (m_options.secret)
        secrets = takeSecrets(reply.body);
    if (reply.end != WireEnd::Replied) {
        fail(networkError(reply, m_asked));
        return;
    }
    m_info = replyInfo(reply, m_asked.endpoint, m_anchor);
    const Result<ApiAnswer> answer = readAnswer(reply);
    const bool success = reply.httpStatus >= 200 && reply.httpStatus < 300;
    if (!answer || (!success && !answer->error)) {
        fail(badReplyError(reply, m_asked));
        return;
    }
    // Measured on what is surely the service's: a portal's or proxy's clock is nobody's.
    if (m_info.clockOffset)
        m_caller->setOffset(*m_info.clockOffset);
    m_info.requestId = answer->requestId;
    if (answer->error)
        onApiError(*answer->error);
    else if (answer->requestId.isEmpty())
        fail(oddAnswerError({}, m_info.host, QStringLiteral("no RequestId")));
    else
        m_done({ReadReply{answer->tree, m_info, std::move(secrets)}, std::nullopt, m_info});
}

void ReadCall::onApiError(const ApiError &error)
{
    const ErrorAdvice &advice = *m_network->advice();
    if (!m_clockMended && m_info.clockOffset && advice.retryAfterClockFix(error)) {
        m_clockMended = true;
        send();
        return;
    }
    if (!m_nonceRenewed && error.code == QLatin1String("SignatureNonceUsed")) {
        m_nonceRenewed = true;
        send();
        return;
    }
    m_done({failure(advice.toError(error, false, m_info.host)), error, m_info});
}

} // namespace uplift::cloud
