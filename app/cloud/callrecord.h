// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ids.h"

#include <QString>

#include <chrono>
#include <functional>

namespace uplift::cloud {

struct Endpoint;
struct Operation;
struct WireReply;

/// One call as it ended on the wire, for a log: what was asked and how it fared. No parameter, no body, no
/// key.
struct CallRecord {
    QString action;
    RegionId region; ///< empty: the central host
    QString host;
    bool change = false; ///< it may change something in the cloud
    QString end; ///< English: "replied", "deadline", "host not found"
    int httpStatus = 0; ///< 0: none came
    QString code; ///< the service's own, when it refused
    QString requestId;
    std::chrono::milliseconds took{0}; ///< from handing over to the end
};

/// Hears of each call in the network thread, as soon as it ended. Must not wait.
using CallObserver = std::function<void(const CallRecord &)>;

/// `requestId` and `code` as far as the reply had them.
[[nodiscard]] CallRecord callRecord(const Operation &operation, const Endpoint &endpoint, bool change,
                                    const WireReply &reply, const QString &requestId, const QString &code);

} // namespace uplift::cloud
