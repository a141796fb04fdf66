// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fleet/knowninstance.h"

#include <chrono>

namespace uplift::fleet {

/// How long an answer serves before the fleet asks again by itself.
struct FleetOptions {
    std::chrono::minutes versionFresh{6 * 60};
    std::chrono::minutes detailsFresh{10}; ///< attributes of what is on screen or saved
    std::chrono::minutes retryAfter{5}; ///< a question that failed is not repeated by itself before
    int background = 6; ///< questions handed over at once per account and region
    int throttledRetries = 3; ///< a version the service refused for its pace goes back to the queue so often
    std::chrono::milliseconds fold{20}; ///< changes are told together after this long
    int foldSize = 400; ///< changes told in one turn of the event loop
    std::chrono::hours goneKept{24 * 30}; ///< what is gone and nobody saved is dropped after this long
};

/// When an instance was last asked about, answered or not.
struct Tried {
    QDateTime details;
    QDateTime version;
    bool versionDoubtful = false; ///< something happened to the instance since its version was read
};

/// Which direct questions an instance needs.
struct Need {
    bool details = false; ///< DescribeInstanceAttribute
    bool version = false; ///< DescribeEngineVersion
    [[nodiscard]] bool any() const { return details || version; }
};

/// `close`: on screen or saved as a profile; only those are worth their attributes, since the list tells
/// most. An answer from an earlier run counts by its age as any other.
[[nodiscard]] Need needNow(const KnownInstance &known, const Tried &tried, bool close, const QDateTime &now,
                           const FleetOptions &options);

/// Is the next question for the same reason as good as lost, whatever the instance?
[[nodiscard]] bool concernsAll(Error::Kind kind);

} // namespace uplift::fleet
