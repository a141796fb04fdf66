// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "profiles/workspace.h"
#include "ui/form/formfacts.h"

namespace uplift::ui {

class Session;

/// The saved profile of that instance, if there is one; the first of several.
[[nodiscard]] const profiles::Profile *profileOf(const profiles::Workspace &workspace,
                                                 const fleet::InstanceKey &key);
/// All the form needs of one instance, from account, profile, book, journal and open upgrades. The user's
/// choices are those of the profile.
[[nodiscard]] FormFacts gatherFacts(Session &session, const fleet::InstanceKey &key, const QTimeZone &zone);
/// The same for who has looked the profile up already; nullptr: there is none.
[[nodiscard]] FormFacts gatherFacts(Session &session, const fleet::InstanceKey &key,
                                    const profiles::Profile *profile, const QTimeZone &zone);

} // namespace uplift::ui
