// SPDX-License-Identifier: GPL-3.0-or-later
#include "upgrade/verdict.h"

#include <QCoreApplication>

namespace uplift::upgrade {

namespace {

using Transport = cloud::ChangeFacts::Transport;

QString tr(const char *text) { return QCoreApplication::translate("uplift::upgrade", text); }

bool isSuccess(const cloud::ChangeFacts &facts)
{
    return facts.transport == Transport::Replied && facts.httpStatus >= 200 && facts.httpStatus < 300
        && facts.bodyComplete && !facts.apiError && !facts.info.requestId.isEmpty();
}

// Pitfalls N8: only these ends, and only when Qt never said that the request left.
bool provesNotSent(const cloud::ChangeFacts &facts)
{
    if (facts.requestSent || facts.httpStatus != 0 || facts.bodyComplete)
        return false;
    if (!facts.handedOver)
        return true;
    switch (facts.transport) {
    case Transport::HostNotFound:
    case Transport::ConnectionRefused:
    case Transport::TlsRefused:
    case Transport::ProxyRefused:
        return true;
    default:
        return false;
    }
}

bool isRefusal(const cloud::ChangeFacts &facts, const cloud::ErrorAdvice &advice)
{
    return facts.transport == Transport::Replied && facts.bodyComplete && facts.apiError
        && facts.httpStatus >= 400 && facts.httpStatus < 500
        && facts.apiError->code != QLatin1String("SignatureNonceUsed")
        && advice.rejectedBeforeExecution(*facts.apiError);
}

Error withIds(Error error, const cloud::ChangeFacts &facts)
{
    error.requestId = facts.info.requestId;
    if (facts.apiError) {
        error.code = facts.apiError->code;
        error.providerMessage = facts.apiError->message;
        if (!facts.apiError->requestId.isEmpty())
            error.requestId = facts.apiError->requestId;
    }
    error.detail = facts.detail;
    return error;
}

Error notSent(const cloud::ChangeFacts &facts)
{
    Error error;
    switch (facts.transport) {
    case Transport::TlsRefused:
        error =
            Error::of(Error::Kind::Tls,
                      tr("The secure connection to %1 was refused; nothing was sent.").arg(facts.info.host),
                      tr("Check the proxy, the certificates and this computer's clock, then start again."));
        break;
    case Transport::ProxyRefused:
        error = Error::of(
            Error::Kind::Proxy,
            tr("The proxy did not let the call through to %1; nothing was sent.").arg(facts.info.host),
            tr("Check the account's proxy setting, then start again."));
        break;
    case Transport::HostNotFound:
        error = Error::of(Error::Kind::Offline,
                          tr("The name %1 was not found; nothing was sent.").arg(facts.info.host),
                          tr("Check the network, the region and the account's endpoint, then start again."));
        break;
    default:
        error = Error::of(Error::Kind::Offline,
                          tr("No connection to %1 could be made; nothing was sent.").arg(facts.info.host),
                          tr("Check the network and the account's endpoint, then start again."));
    }
    error.change = Error::Change::No;
    error.retry = Error::Retry::Safe;
    return withIds(error, facts);
}

QString whyUnknown(const cloud::ChangeFacts &facts)
{
    if (facts.apiError && facts.apiError->code == QLatin1String("SignatureNonceUsed"))
        return tr("The service says that it has seen this very request before. An earlier copy may have been "
                  "carried out.");
    if (facts.apiError)
        return tr("The service answered %1. That does not tell whether it was carried out.")
            .arg(facts.apiError->code.isEmpty() ? QString::number(facts.httpStatus) : facts.apiError->code);
    switch (facts.transport) {
    case Transport::Replied:
        break;
    case Transport::Deadline:
        return tr("No reply came in time. It is not known whether it was carried out.");
    case Transport::Cancelled:
        return tr("The call was cut short by this program. It is not known whether it was carried out.");
    case Transport::ClosedByPeer:
        return tr("The connection was closed before a reply came. It is not known whether it was "
                  "carried out.");
    default:
        return tr(
            "The connection failed after the request may have left. It is not known whether it was carried "
            "out.");
    }
    if (facts.httpStatus >= 300 && facts.httpStatus < 400)
        return tr("Something on the way answered with a redirect (%1), not the service. It is not known "
                  "whether it was carried out.")
            .arg(facts.httpStatus);
    return tr("The reply was incomplete or not the service's own. It is not known whether it was carried "
              "out.");
}

Error unknown(const cloud::ChangeFacts &facts)
{
    Error::Kind kind = Error::Kind::BadReply;
    if (facts.httpStatus >= 500 || facts.apiError)
        kind = Error::Kind::Server;
    else if (facts.transport == Transport::Deadline || facts.transport == Transport::ClosedByPeer)
        kind = Error::Kind::TimedOut;
    Error error = Error::of(kind, whyUnknown(facts),
                            tr("Uplift asks the service what became of it. It is not sent again."));
    error.change = Error::Change::Unknown;
    error.retry = Error::Retry::Unsafe;
    return withIds(error, facts);
}

Error refused(const cloud::ChangeFacts &facts, const cloud::ErrorAdvice &advice)
{
    Error error = advice.toError(*facts.apiError, true, facts.info.host);
    if (error.requestId.isEmpty())
        error.requestId = facts.info.requestId;
    error.change = Error::Change::No; // refused before execution: certain
    if (error.detail.isEmpty())
        error.detail = facts.detail;
    return error;
}

} // namespace

Judgement judge(const cloud::ChangeFacts &facts, const cloud::ErrorAdvice &advice)
{
    if (isSuccess(facts))
        return {Verdict::Accepted, {}};
    if (provesNotSent(facts))
        return {Verdict::NotSent, notSent(facts)};
    if (isRefusal(facts, advice)) {
        const bool clock = advice.retryAfterClockFix(*facts.apiError);
        return {clock ? Verdict::RejectedForClock : Verdict::Rejected, refused(facts, advice)};
    }
    return {Verdict::Unknown, unknown(facts)};
}

QString verdictName(Verdict verdict)
{
    switch (verdict) {
    case Verdict::NotSent:
        return QStringLiteral("NotSent");
    case Verdict::Accepted:
        return QStringLiteral("Accepted");
    case Verdict::Rejected:
        return QStringLiteral("Rejected");
    case Verdict::RejectedForClock:
        return QStringLiteral("RejectedForClock");
    case Verdict::Unknown:
        break;
    }
    return QStringLiteral("Unknown");
}

} // namespace uplift::upgrade
