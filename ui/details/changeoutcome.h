// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/marks.h"
#include "upgrade/upgrades.h"

namespace uplift::ui {

/// How a backup or a change of a setting stands, for a line of the details or a notice.
struct ChangeOutcome {
    Mark mark;
    QString title; ///< "Change of the maintenance window: Verified"
    QString text; ///< what became of it, or why not; whole sentences; may be empty
};
[[nodiscard]] ChangeOutcome changeOutcome(const upgrade::StepView &step);

} // namespace uplift::ui
