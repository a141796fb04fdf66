// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "upgrade/observation.h"
#include "upgrade/state.h"

#include <optional>

namespace uplift::upgrade {

/// Where an accepted upgrade stands, folded from one poll after the other (api.md 13).
struct Tracking {
    StepState state = StepState::Accepted;
    bool wasUpgrading = false; ///< status or task showed it at work
    int polls = 0;
    int unchangedPolls = 0; ///< Normal with the old version in a row, after having been upgrading
    int notFoundPolls = 0; ///< in a row
    QDateTime lastSeenOld; ///< UTC, the service's clock: the switch had not happened yet
    /// When it was noticed, by the service's clock, or the task's own time.
    std::optional<QDateTime> switchedOutsideWindow;
    bool switchSeen = false;
    bool windowPassedUnchanged = false;
};

/// Polls in a row that must agree before Unchanged is said.
inline constexpr int unchangedPollsNeeded = 2;
/// Answers "not found" in a row that mean the instance is gone.
inline constexpr int notFoundPollsNeeded = 3;
/// How far the switch may be from the window before it is called outside: polling and clocks are this coarse.
inline constexpr std::chrono::seconds windowTolerance{90};
/// After the window (or after the call, for "now") this long without a sign: ask the user.
inline constexpr std::chrono::hours quietLimit{1};

/// A setting that reads back as before is given this long.
inline constexpr std::chrono::seconds settingPatience{60};

/// The first Normal never concludes; Verified needs Normal and a changed (or now latest) version.
[[nodiscard]] Tracking track(const Baseline &baseline, Tracking before, const Observation &seen);

/// How a resumed step goes on after a restart.
[[nodiscard]] Tracking resumedTracking(const Baseline &baseline, StepState journaled);

} // namespace uplift::upgrade
