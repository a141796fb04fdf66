// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fleet/fleet.h"
#include "profiles/workspace.h"
#include "ui/look/marks.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QTimeZone>

namespace uplift::ui {

/// "Regions 12 of 20, 3,400 instances" while lists are read, "Versions 120 of 3,400" afterwards; empty when
/// nothing is asked for.
[[nodiscard]] QString progressText(const fleet::FleetProgress &progress);

/// One account or region that could not be read, or not completely.
struct FleetTrouble {
    AccountId account;
    RegionId region; ///< empty: the account as a whole
    QString title; ///< "Retail production: China (Beijing)"
    QString state; ///< "Did not answer; 31 instances are shown as of 2 h ago."
    Shared<Error> error;
};

/// How the whole list stands.
struct FleetHealth {
    QList<FleetTrouble> troubles; ///< accounts first, then regions, in the workspace's order
    bool offline = false; ///< nothing at all could be reached
    QString notice; ///< one sentence for the line above the table; empty: all is well
    QString health; ///< for the strip; empty: nobody was asked yet
    Mark healthMark;
};

[[nodiscard]] FleetHealth fleetHealth(const QList<fleet::AccountView> &accounts,
                                      const QList<fleet::RegionView> &regions,
                                      const profiles::Workspace &workspace, const QDateTime &now,
                                      const QTimeZone &zone);

} // namespace uplift::ui
