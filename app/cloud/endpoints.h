// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connection.h"
#include "core/ids.h"
#include "core/localized.h"

#include <QList>
#include <QUrl>

#include <optional>

namespace uplift::cloud {

enum class Product {
    RKVStore, ///< Redis / Tair, 2015-01-01
    Sts, ///< GetCallerIdentity, 2015-04-01
    Oos ///< Operation Orchestration Service, 2019-06-01: oos[-vpc].<region>.aliyuncs.com
};
[[nodiscard]] QString apiVersion(Product product);

/// One origin: scheme, host and port, nothing else.
struct Endpoint {
    QString scheme = QStringLiteral("https");
    QString host; ///< without brackets when it is an IPv6 address
    int port = -1; ///< -1: the scheme's own

    [[nodiscard]] QByteArray hostHeader() const; ///< as Host goes out and is signed: "127.0.0.1:8443"
    [[nodiscard]] QUrl url() const; ///< with path "/"
    friend bool operator==(const Endpoint &, const Endpoint &) = default;
};

/// Where a call goes. An empty region means the central host, which OOS has none of; inside a VPC the one of
/// homeRegion(). A custom origin serves every product on the loopback alone: elsewhere it is a host of
/// R-kvstore, which knows neither STS nor OOS. The host is held to *.aliyuncs.com or loopback, and plain http
/// to loopback, so that nothing is signed for another host (pitfalls A7). Field: endpoint.
[[nodiscard]] Result<Endpoint> endpointFor(Product product, const RegionId &region, const EndpointRule &rule);

/// The region of the VPC these calls leave from: EndpointRule::home, or the one a custom r-kvstore-vpc host
/// names. Empty: none, or not known.
[[nodiscard]] RegionId homeRegion(const EndpointRule &rule);

/// The endpoint DescribeRegions names for a region (RegionEndpoint, the best source: api.md 2.2), if it is
/// one to trust with signed requests: a host of this product under aliyuncs.com for Kind::Public, a loopback
/// address for a custom origin on the loopback. Nothing otherwise, and for Kind::Vpc.
[[nodiscard]] std::optional<Endpoint> namedEndpoint(const QString &named, const EndpointRule &rule);

/// One region of the built-in table (api.md 2.2, November 2026), for combo boxes before any call was made.
struct KnownRegion {
    RegionId id;
    LocalizedText name;
    QString host; ///< public host of R-kvstore
};
[[nodiscard]] const QList<KnownRegion> &knownRegions();
[[nodiscard]] bool isKnownRegion(const RegionId &region);

enum class SdkNetwork { Public, Vpc };
/// The official SDK's rule, kept for comparison with its vectors: an override wins, then the table (even for
/// Vpc, a trap: see api.md 2.2), then r-kvstore[-vpc].<region>.aliyuncs.com. Result may hold a port.
[[nodiscard]] QString sdkEndpoint(const RegionId &region, SdkNetwork network, const QString &override);

} // namespace uplift::cloud
