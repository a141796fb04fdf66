// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/readcall.h"

#include "cloud/bootclock.h"
#include "cloud/erroradvice.h"
#include "cloud/network.h"
#include "cloud/throttling.h"
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
    const Result<Endpoint> endpoint = m_caller->endpoint(m_operation.product, m_operation.region);
    const Result<Authorities> authorities = m_caller->authorities();
    if (!endpoint) {
        fail(endpoint.error());
        return;
    }
    if (!authorities) {
        fail(authorities.error());
        return;
    }
    m_authorities = *authorities;
    m_asked.endpoint = *endpoint;
    const bool ownProduct = m_operation.product == Product::RKVStore;
    m_asked.rule = rule.kind;
    if (rule.kind == EndpointRule::Kind::Custom && !ownProduct && !isLoopbackHost(endpoint->host))
        m_asked.rule = EndpointRule::Kind::Public; // the custom address is not where this went
    m_asked.regional =
        ownProduct && !m_operation.region.isEmpty() && endpoint->host.contains(m_operation.region.value);
    m_asked.deadline = m_network->options().readDeadline;
    m_asked.maxBody = m_network->options().maxBody;
    m_bucket = {m_network->scheduler()->quotaOf(*m_caller), m_operation.region, m_operation.action, false};
    queue(false);
}

void ReadCall::queue(bool again)
{
    Turn turn;
    turn.bucket = m_bucket;
    turn.origin = Transport::originOf(m_asked.endpoint);
    turn.urgency = m_options.urgency;
    turn.again = again;
    turn.wanted = m_options.wanted;
    turn.go = [self = shared_from_this()](Grant grant) { self->send(grant); };
    turn.refuse = [self = shared_from_this()](Error error) { self->fail(std::move(error)); };
    m_network->scheduler()->queue(std::move(turn));
}

void ReadCall::fail(Error error) { m_done({failure(std::move(error)), std::nullopt, m_info}); }

void ReadCall::send(Grant grant)
{
    m_grant = grant;
    ++m_attempts;
    if (m_firstSent.count() == 0)
        m_firstSent = bootTime();
    WireCall call = wireCall(m_operation, m_asked.endpoint, m_caller, m_anchor, newNonce());
    call.deadline = m_asked.deadline;
    call.maxBody = m_asked.maxBody;
    call.authorities = m_authorities;
    call.yields = m_options.urgency == Urgency::Background;
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
    const Result<ApiAnswer> answer =
        reply.end == WireEnd::Replied ? readAnswer(reply) : Result<ApiAnswer>(failure(Error()));
    tellOf(reply, answer);
    if (reply.end == WireEnd::Yielded) {
        --m_attempts;
        queue(true);
        return;
    }
    if (reply.end != WireEnd::Replied) {
        m_network->scheduler()->onAnswered(m_bucket, m_grant);
        fail(networkError(reply, m_asked));
        return;
    }
    m_info = replyInfo(reply, m_asked.endpoint, m_anchor);
    if (answer && answer->error && isThrottling(*answer->error, *m_network->advice())) {
        m_info.requestId = answer->requestId;
        onThrottled(*answer->error, retryAfter(*answer->error, reply));
        return;
    }
    m_network->scheduler()->onAnswered(m_bucket, m_grant);
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

void ReadCall::tellOf(const WireReply &reply, const Result<ApiAnswer> &answer) const
{
    m_network->tell(callRecord(m_operation, m_asked.endpoint, false, reply,
                               answer ? answer->requestId : QString(),
                               answer && answer->error ? answer->error->code : QString()));
}

/// Throttled calls were not carried out (api.md 15), so reads go again, ever more slowly, until it is plain
/// that waiting does not help.
void ReadCall::onThrottled(const ApiError &error, std::optional<milliseconds> wait)
{
    Scheduler *scheduler = m_network->scheduler();
    const PacingRules &rules = scheduler->rules();
    const milliseconds next = scheduler->onThrottled(m_bucket, m_grant, wait);
    const milliseconds allowed = m_options.urgency == Urgency::User ? rules.userDeadline : rules.deadline;
    if (m_attempts < rules.attempts && next - m_firstSent <= allowed) {
        queue(true);
        return;
    }
    const Error givenUp = m_network->advice()->toError(error, false, m_info.host);
    scheduler->onGivenUp(m_bucket, givenUp);
    m_done({failure(givenUp), error, m_info});
}

void ReadCall::onApiError(const ApiError &error)
{
    const ErrorAdvice &advice = *m_network->advice();
    if (!m_clockMended && m_info.clockOffset && advice.retryAfterClockFix(error)) {
        m_clockMended = true;
        queue(true);
        return;
    }
    if (!m_nonceRenewed && error.code == QLatin1String("SignatureNonceUsed")) {
        m_nonceRenewed = true;
        queue(true);
        return;
    }
    m_done({failure(advice.toError(error, false, m_info.host)), error, m_info});
}

} // namespace uplift::cloud
