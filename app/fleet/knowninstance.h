// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/instance.h"
#include "core/shared.h"

#include <QDateTime>

#include <chrono>
#include <optional>

namespace uplift::fleet {

/// Where an instance is to be found.
struct InstanceKey {
    AccountId account;
    RegionId region;
    InstanceId instance;
    friend bool operator==(const InstanceKey &, const InstanceKey &) = default;
    friend size_t qHash(const InstanceKey &key, size_t seed = 0)
    {
        return qHashMulti(seed, key.account, key.region, key.instance);
    }
};

/// What is known of one instance, and since when. Cheap to copy. All times are UTC, invalid: never.
struct KnownInstance {
    InstanceKey key;
    Shared<Instance> facts;
    Shared<EngineVersion> version;
    QDateTime asked; ///< last time both direct questions, attribute and version, were answered
    std::optional<std::chrono::milliseconds> clockOffset; ///< server clock minus ours, last reply
    Shared<Error> error; ///< why the last question failed; what was known before stays
    bool asking = false;
    bool gone = false; ///< the service answers that it does not exist there
    QDateTime listed; ///< last seen in a list of its region
    QDateTime detailsAsked; ///< DescribeInstanceAttribute answered: window, orders, replication mode
    QDateTime versionAsked; ///< DescribeEngineVersion answered
    bool fromCache = false; ///< nothing of it was confirmed since the program started
    bool pinned = false; ///< a saved profile wants it, whatever the lists say

    /// When its status and names were last confirmed, by a list or by a direct question: the row's age.
    [[nodiscard]] QDateTime seen() const
    {
        return !detailsAsked.isValid() || (listed.isValid() && listed > detailsAsked) ? listed : detailsAsked;
    }
};

} // namespace uplift::fleet
