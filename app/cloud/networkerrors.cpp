// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/networkerrors.h"

#include "cloud/caller.h"
#include "cloud/pagedread.h"

#include <QCoreApplication>

namespace uplift::cloud {

namespace {

/// Short for the one context of this room.
QString tr(const char *text) { return QCoreApplication::translate("uplift::cloud", text); }

QString checkNetwork() { return tr("Check the network connection of this computer, then try again."); }

Error nameError(const Asked &asked)
{
    const QString host = asked.endpoint.host;
    QString next = tr("Check the network connection and the name server of this computer.");
    if (asked.rule == EndpointRule::Kind::Custom)
        next = tr("Check the endpoint in the account's settings, then the network connection and the name "
                  "server of this "
                  "computer.");
    else if (asked.rule == EndpointRule::Kind::Vpc && !host.contains(QLatin1String("-vpc.")))
        next =
            tr("Choose the region of the VPC in the account's settings: without it, what names no region is "
               "asked of the public internet.");
    else if (asked.rule == EndpointRule::Kind::Vpc)
        next = tr("VPC endpoints exist only inside a VPC. Choose the public endpoint in the account's "
                  "settings, or run "
                  "Uplift inside the VPC.");
    else if (asked.regional)
        next = tr("Check the network connection and the region. If other regions can be reached, set the "
                  "endpoint in the "
                  "account's settings to r-kvstore.aliyuncs.com.");
    //: %1 is a host name
    return Error::of(Error::Kind::Offline, tr("The name %1 could not be found. Nothing was sent.").arg(host),
                     next);
}

Error tlsError(const WireReply &reply, const Asked &asked)
{
    const QString host = hostOf(asked.endpoint);
    if (reply.tlsReasons.isEmpty())
        //: %1 is a host name
        return Error::of(
            Error::Kind::Tls, tr("No secure connection to %1 could be made. Nothing was sent.").arg(host),
            tr("A proxy or firewall may be in the way, or it expects a protocol older than TLS 1.2."));
    //: %1 is a host name, %2 are the reasons
    return Error::of(Error::Kind::Tls,
                     tr("The certificate of %1 was not accepted: %2. Nothing was sent.")
                         .arg(host, reply.tlsReasons.join(QStringLiteral("; "))),
                     tr("Check the clock of this computer. If your company's proxy inspects traffic, install "
                        "its certificate in the "
                        "system's store."));
}

Error proxyError(const WireReply &reply)
{
    const QString proxy = reply.proxy;
    switch (reply.end) {
    case WireEnd::ProxyUnknown:
        return Error::of(
            Error::Kind::Proxy, tr("The system did not say in time which proxy to use. Nothing was sent."),
            tr("The server of the proxy settings (PAC) may be down. Choose no proxy, or a fixed one, in the "
               "account's settings."));
    case WireEnd::ProxyAuthRequired:
        //: %1 is host:port
        return Error::of(
            Error::Kind::Proxy,
            tr("The proxy %1 asks for a user name and password, or refused those it got. Nothing was sent.")
                .arg(proxy),
            tr("Set them in the system's proxy settings, or choose another proxy in the account's "
               "settings."));
    default:
        //: %1 is host:port
        return Error::of(
            Error::Kind::Proxy,
            tr("The proxy %1 could not be reached or refused to connect. Nothing was sent.").arg(proxy),
            tr("Check the proxy in the account's settings and the system's proxy settings."));
    }
}

Error deadlineError(const WireReply &reply, const Asked &asked)
{
    const QString host = hostOf(asked.endpoint);
    const qint64 seconds = (asked.deadline.count() + 999) / 1000;
    const QString message = reply.requestSent
        //: %1 is a host name, %2 a number of seconds
        ? tr("%1 did not answer within %2 s.")
        : tr("No connection to %1 was made within %2 s. As far as known, nothing was sent.");
    return Error::of(Error::Kind::TimedOut, message.arg(host).arg(seconds), checkNetwork());
}

Error plainError(const WireReply &reply, const Asked &asked)
{
    const QString host = hostOf(asked.endpoint);
    switch (reply.end) {
    case WireEnd::HostNotFound:
        return nameError(asked);
    case WireEnd::ConnectionRefused:
        return Error::of(
            Error::Kind::Offline, tr("%1 refused the connection. Nothing was sent.").arg(host),
            tr("Check the endpoint in the account's settings, and whether a firewall is in the way."));
    case WireEnd::TlsRefused:
        return tlsError(reply, asked);
    case WireEnd::ProxyUnknown:
    case WireEnd::ProxyRefused:
    case WireEnd::ProxyAuthRequired:
        return proxyError(reply);
    case WireEnd::Deadline:
        return deadlineError(reply, asked);
    case WireEnd::TooLarge:
        return Error::of(
            Error::Kind::BadReply,
            tr("The reply of %1 was larger than %2 bytes and was not read further.")
                .arg(host)
                .arg(asked.maxBody),
            tr("Check the endpoint in the account's settings: this is not how the service answers."));
    case WireEnd::Cancelled:
        return Error::of(Error::Kind::Cancelled,
                         tr("The request to %1 was cancelled, since Uplift is closing.").arg(host));
    case WireEnd::ClosedByPeer:
        return Error::of(Error::Kind::BadReply,
                         tr("The connection to %1 was closed before the whole reply had come.").arg(host),
                         tr("Try again. If it happens again, a proxy or firewall may be in the way."));
    default:
        return Error::of(Error::Kind::Offline, tr("The request to %1 failed in the network.").arg(host),
                         checkNetwork());
    }
}

} // namespace

Error networkError(const WireReply &reply, const Asked &asked)
{
    Error error = reply.error ? *reply.error : plainError(reply, asked);
    if (error.detail.isEmpty())
        error.detail = reply.detail;
    return error;
}

Error badReplyError(const WireReply &reply, const Asked &asked)
{
    const QString host = hostOf(asked.endpoint);
    const int status = reply.httpStatus;
    Error error;
    if (status >= 300 && status < 400) {
        //: %1 is a host name, %2 an HTTP status
        error = Error::of(
            Error::Kind::BadReply,
            tr("%1 answered with a redirect (HTTP status %2), which was not followed.").arg(host).arg(status),
            tr("A proxy or a captive portal may be in the way: open a web page in a browser to log in, or "
               "check the endpoint in the account's settings."));
    } else if (status == 407) {
        WireReply asksForUser;
        asksForUser.end = WireEnd::ProxyAuthRequired;
        asksForUser.proxy = reply.proxy;
        error = proxyError(asksForUser);
    } else if (status >= 400) {
        error = Error::of(
            status >= 500 ? Error::Kind::Server : Error::Kind::BadReply,
            tr("%1 answered with HTTP status %2 and a page that is not from the API.").arg(host).arg(status),
            tr("A proxy on the way may have failed. Try again in a minute."));
    } else if (reply.body.trimmed().startsWith('<')) {
        error = Error::of(Error::Kind::BadReply,
                          tr("%1 answered with a web page instead of an API reply.").arg(host),
                          tr("A captive portal may be in the way: open a web page in a browser to log in, "
                             "then try again."));
    } else {
        error = Error::of(Error::Kind::BadReply, tr("The reply of %1 is not a whole API reply.").arg(host),
                          tr("Try again. If it happens again, a proxy may be changing replies."));
    }
    error.detail = reply.detail;
    return error;
}

Error closingError()
{
    return Error::of(Error::Kind::Cancelled, tr("The request was not sent, since Uplift is closing."));
}

Error queuedTooLongError(const QString &action, std::chrono::milliseconds waited)
{
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(waited).count();
    return Error::of(
        Error::Kind::Throttled,
        //: %1 is the name of an API operation, %2 a number of seconds
        tr("The service limits how often %1 may be asked, and the request waited %2 s for its "
           "turn. It was not sent.")
            .arg(action)
            .arg(seconds),
        tr("Wait a minute, then try again. Other programs that use the same account count too."));
}

Error withReply(Error error, const ReplyInfo &info)
{
    if (error.requestId.isEmpty())
        error.requestId = info.requestId;
    return error;
}

Error unknownInstanceError(const InstanceId &id, const RegionId &region)
{
    return Error::of(Error::Kind::NotFound,
                     //: %1 is an instance id, %2 a region id
                     tr("The service knows no instance %1 in the region %2.").arg(id.value, region.value),
                     tr("Check the instance id and the region. A released instance can no longer be found."));
}

Error oddAnswerError(const QString &requestId, const QString &host, const QString &detail)
{
    Error error =
        Error::of(Error::Kind::BadReply, tr("The reply of %1 does not hold what was asked for.").arg(host),
                  tr("Check the endpoint in the account's settings. If it is right, report this with the "
                     "request id."));
    error.requestId = requestId;
    error.detail = detail;
    return error;
}

} // namespace uplift::cloud
