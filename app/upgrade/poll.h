// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/client.h"
#include "core/clock.h"
#include "upgrade/observation.h"

#include <memory>

namespace uplift::upgrade {

struct PollAnswer {
    Observation seen;
    std::optional<Error> partly; ///< the version or the tasks could not be read; the rest was
};

/// Asks once for status, version and tasks of one instance, one after the other. Reads only.
/// An instance the service does not know is an answer, not an error.
void poll(std::shared_ptr<cloud::Client> client, const RegionId &region, const Baseline &baseline,
          const Clock &clock, QObject *context, Handler<PollAnswer> done);

} // namespace uplift::upgrade
