// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/network.h"
#include "core/connection.h"
#include "core/ids.h"
#include "core/result.h"

#include <QObject>

#include <chrono>
#include <memory>
#include <optional>

namespace uplift::cloud {

/// What became of one trial of endpoint, proxy and certificates.
struct EndpointTrial {
    bool reached = false; ///< the service itself answered
    QString message; ///< one translated sentence: what happened
    QString next; ///< what to do about it; empty when reached
    QString host; ///< asked host, with port when it is not the default one
    QString proxy; ///< "host:port", without credentials; empty for a direct connection
    std::chrono::milliseconds roundTrip{0}; ///< from handing over to the end
    std::optional<Error> error; ///< all four parts, unless reached
};

/// Asks the endpoint of `region` (empty: the central one) something without a signature, over a connection of
/// its own, with the proxy and certificate file of `settings`. No key is needed and none is sent: a refusal
/// by the service is the answer hoped for. The handler's Error is for settings that name no endpoint or no
/// usable certificate file.
void tryEndpoint(const std::shared_ptr<Network> &network, const ConnectionSettings &settings,
                 const RegionId &region, QObject *context, Handler<EndpointTrial> done);

} // namespace uplift::cloud
