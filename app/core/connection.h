// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ids.h"
#include "core/result.h"

#include <QString>

namespace uplift {

/// Where an account's calls go.
struct EndpointRule {
    enum class Kind {
        Public, ///< by region, from the provider's table
        Vpc, ///< r-kvstore-vpc.<region>.aliyuncs.com
        Custom ///< one origin for every region; on the loopback for every product too
    };
    Kind kind = Kind::Public;
    /// Kind::Custom: "https://host[:port]", or "http://127.0.0.1:port" (loopback alone may be plain).
    QString origin;
    /// Kind::Vpc: the region of the VPC, asked for what names none, such as who a key belongs to; empty: not
    /// told, and such calls go to the public hosts.
    RegionId home = {};
    friend bool operator==(const EndpointRule &, const EndpointRule &) = default;
};

/// An endpoint as typed: "host", "host:port" or an https URL of a host under aliyuncs.com or a loopback
/// address; http:// only for loopback; no path, query, user or password. Field: endpoint.
[[nodiscard]] Result<EndpointRule> parseCustomEndpoint(const QString &typed);
/// Is `host` 127.0.0.0/8, ::1 or localhost?
[[nodiscard]] bool isLoopbackHost(const QString &host);

enum class SignatureVersion { V3, V1 };
/// Under which name the moment is sent (architecture 3.3).
enum class MomentNaming { Both, EffectiveTime, EffectTime };
enum class ReplyFormat { Json, Xml };

struct ProxyRule {
    enum class Kind { System, None, Http };
    Kind kind = Kind::System;
    QString host; ///< Kind::Http
    int port = 0; ///< Kind::Http, 1 … 65535
    friend bool operator==(const ProxyRule &, const ProxyRule &) = default;
};
/// A proxy as typed, "host:port" or "http://host:port"; no user, no password, no path. Field: proxy.
[[nodiscard]] Result<ProxyRule> parseProxy(const QString &typed);

/// How one account talks to the service.
struct ConnectionSettings {
    EndpointRule endpoint;
    SignatureVersion signature = SignatureVersion::V3;
    MomentNaming momentNaming = MomentNaming::Both;
    ReplyFormat format = ReplyFormat::Json;
    ProxyRule proxy;
    /// A PEM file of certificate authorities trusted for this account's requests alone, beside the system's;
    /// empty: none. Read when the network first needs it.
    QString caFile = {};
    friend bool operator==(const ConnectionSettings &, const ConnectionSettings &) = default;
};

} // namespace uplift
