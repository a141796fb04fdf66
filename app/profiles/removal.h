// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "profiles/workspace.h"

namespace uplift::profiles {

/// What one save took away, and where it stood: whole accounts and profiles, and entries whose group or notes
/// were emptied.
struct Removal {
    QList<std::pair<qsizetype, Account>> accounts;
    QList<std::pair<qsizetype, Profile>> profiles;
    [[nodiscard]] bool isEmpty() const { return accounts.isEmpty() && profiles.isEmpty(); }
};

[[nodiscard]] Removal removedBetween(const Workspace &before, const Workspace &after);

/// `workspace` with what was taken away put back in its place; what was added since stays.
/// A name taken meanwhile gets a number.
[[nodiscard]] Workspace restored(Workspace workspace, const Removal &removal);

} // namespace uplift::profiles
