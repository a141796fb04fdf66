// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "profiles/workspace.h"

namespace uplift::profiles {

/// What one save took away, and where it stood: whole accounts, profiles and plans, and entries whose group
/// or notes were emptied. Of an import also what it added and changed.
struct Removal {
    QList<std::pair<qsizetype, Account>> accounts;
    QList<std::pair<qsizetype, Profile>> profiles;
    QList<std::pair<qsizetype, SavedPlan>> plans = {};
    QList<Profile> added = {}; ///< as they were added
    QList<std::pair<Profile, Profile>> changed = {}; ///< before and after
    [[nodiscard]] bool isEmpty() const
    {
        return accounts.isEmpty() && profiles.isEmpty() && plans.isEmpty() && added.isEmpty()
            && changed.isEmpty();
    }
};

[[nodiscard]] Removal removedBetween(const Workspace &before, const Workspace &after);

/// The same, and every profile that was added or changed.
[[nodiscard]] Removal differenceBetween(const Workspace &before, const Workspace &after);

/// `workspace` with what was taken away put back in its place; what was added since stays. An added or
/// changed profile that was edited since is left as it is. A name taken meanwhile gets a number.
[[nodiscard]] Workspace restored(Workspace workspace, const Removal &removal);

} // namespace uplift::profiles
