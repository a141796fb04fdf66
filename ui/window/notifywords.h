// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "upgrade/batchrunner.h"
#include "upgrade/upgrades.h"

namespace uplift::ui {

enum class News { Verified, Failed, NeedsDecision, OutsideWindow, BatchFinished, BatchHeld };

/// Something that became so while nobody looked.
struct Tiding {
    News news = News::Verified;
    QString name; ///< of the instance or the batch
    QString environment; ///< as a word; empty for a batch
    QString text; ///< one sentence; may be empty
    StepId step;
    PlanId batch;
};

/// What was known of an attempt before.
struct StepSight {
    upgrade::StepState state = upgrade::StepState::Planned;
    bool switchedOutside = false;
    bool quiet = false; ///< its window passed without a change: the user is asked
};
[[nodiscard]] StepSight sightOf(const upgrade::StepView &step);

/// Is this worth a notification? Not while one of our windows is in front, not what was so before; of a
/// setting only that it failed, since who made it waits for it; of a batch's member not that it is verified,
/// since the batch's end says so. Pure.
[[nodiscard]] std::optional<Tiding> tidingOf(const StepSight &before, const upgrade::StepView &now,
                                             bool windowInFront);
[[nodiscard]] std::optional<Tiding> tidingOf(upgrade::BatchState before, const upgrade::BatchView &now,
                                             bool windowInFront);

/// What the desktop shows.
struct NotificationText {
    QString title; ///< "orders-cache (Production): verified", "7 verified, 1 failed"
    QString body; ///< plain text
    bool urgent = false; ///< asks for somebody
    StepId step; ///< to open on a click; empty: the list
    PlanId batch;
};
/// Several at once become one. At least one tiding. Pure.
[[nodiscard]] NotificationText notificationOf(const QList<Tiding> &tidings);

} // namespace uplift::ui
