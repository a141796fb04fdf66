// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/callrecord.h"

#include "cloud/caller.h"

namespace uplift::cloud {

namespace {

QString wordOf(WireEnd end)
{
    switch (end) {
    case WireEnd::Replied:
        return QStringLiteral("replied");
    case WireEnd::HostNotFound:
        return QStringLiteral("host not found");
    case WireEnd::ConnectionRefused:
        return QStringLiteral("connection refused");
    case WireEnd::TlsRefused:
        return QStringLiteral("TLS refused");
    case WireEnd::ProxyUnknown:
        return QStringLiteral("proxy unknown");
    case WireEnd::ProxyRefused:
        return QStringLiteral("proxy refused");
    case WireEnd::ProxyAuthRequired:
        return QStringLiteral("proxy wants a password");
    case WireEnd::ClosedByPeer:
        return QStringLiteral("closed by peer");
    case WireEnd::TooLarge:
        return QStringLiteral("too large");
    case WireEnd::Deadline:
        return QStringLiteral("deadline");
    case WireEnd::Cancelled:
        return QStringLiteral("cancelled");
    case WireEnd::Yielded:
        return QStringLiteral("made room");
    case WireEnd::NotSendable:
        return QStringLiteral("not sendable");
    case WireEnd::Other:
        break;
    }
    return QStringLiteral("ended otherwise");
}

} // namespace

CallRecord callRecord(const Operation &operation, const Endpoint &endpoint, bool change,
                      const WireReply &reply, const QString &requestId, const QString &code)
{
    CallRecord record;
    record.action = operation.action;
    record.region = operation.region;
    record.host = hostOf(endpoint);
    record.change = change;
    record.end = wordOf(reply.end);
    record.httpStatus = reply.httpStatus;
    record.code = code;
    record.requestId = requestId;
    record.took = reply.roundTrip;
    return record;
}

} // namespace uplift::cloud
