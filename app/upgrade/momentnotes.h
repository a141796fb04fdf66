// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "upgrade/upgrades.h"

namespace uplift::upgrade {

/// Marks a row's data as a note, see isNote().
[[nodiscard]] QJsonObject asNote(QJsonObject data);
/// Takes what was noted of the user's own changes of the moment into what the upgrade is judged by.
void applyMoments(Baseline &baseline, const QList<Transition> &transitions);

} // namespace uplift::upgrade
