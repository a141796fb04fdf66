// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace uplift::upgrade {

/// One upgrade, state by state (architecture 3.4). Stored by name: see stateName().
enum class StepState {
    Planned,
    Requested, ///< on disk, flushed, before the first byte leaves
    Unanswered, ///< the outcome of the start call is unknown; the provider is being asked
    Undecided, ///< asked for two minutes without an answer that decides; the user decides
    Accepted,
    Waiting, ///< for its window
    Running,
    Switching,
    Verified,
    Rejected,
    NotStarted,
    Cancelled,
    Failed, ///< the provider says so
    Unchanged, ///< ended, version the same
    Gone ///< instance released
};

[[nodiscard]] bool isEnd(StepState state); ///< nothing follows
[[nodiscard]] bool mayFollow(StepState from, StepState to);
[[nodiscard]] QString stateName(StepState state); ///< "Requested": stored, never translated
[[nodiscard]] StepState stateFromName(const QString &name, bool *known);
[[nodiscard]] QString stateText(StepState state); ///< translated, ui.md 5

} // namespace uplift::upgrade
