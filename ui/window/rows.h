// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fleet/instancebook.h"
#include "profiles/workspace.h"
#include "ui/instances/instancerow.h"
#include "ui/sidebar/sidebar.h"
#include "ui/strip/strip.h"
#include "upgrade/upgrades.h"

#include <QList>

namespace uplift::ui {

/// Where a profile's instance is to be found.
[[nodiscard]] fleet::InstanceKey keyOf(const profiles::Profile &profile);
/// One row per saved profile, with what the book and the open upgrades know of it. Pure.
[[nodiscard]] QList<InstanceRow> rowsOf(const profiles::Workspace &workspace, const fleet::InstanceBook &book,
                                        const QList<upgrade::StepView> &steps);
[[nodiscard]] SidebarContent sidebarContentOf(const profiles::Workspace &workspace);
/// Open upgrades for the strip, those that need a decision first.
[[nodiscard]] QList<StripItem> stripItemsOf(const QList<upgrade::StepView> &steps, const QDateTime &now,
                                            const QTimeZone &zone);
/// "62 %, 14 min left", "for 02:00", "needs a decision": the phase of an attempt in a few words.
[[nodiscard]] QString phaseText(const upgrade::StepView &step, const QDateTime &now, const QTimeZone &zone);

} // namespace uplift::ui
