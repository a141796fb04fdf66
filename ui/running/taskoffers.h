// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "upgrade/upgrades.h"

#include <QTimeZone>

namespace uplift::ui {

/// What the service still offers for the task of an upgrade. Pure.
struct TaskOffers {
    bool move = false; ///< another moment for the switch
    bool cancel = false;
    QString pending; ///< a sentence: such a change was asked for and has no end yet; then nothing is offered
};

/// Changes of the moment of `step`'s task, or its cancellation, among `steps`; newest first.
[[nodiscard]] QList<upgrade::StepView> changesOf(const upgrade::StepView &step,
                                                 const QList<upgrade::StepView> &steps);
/// Offered by the task itself, before the switch, and while no other change of it is on its way.
[[nodiscard]] TaskOffers offersOf(const upgrade::StepView &step, const QList<upgrade::StepView> &changes,
                                  const QTimeZone &zone);
/// When the switch is due: "in the window, 20 Nov 02:00 – 06:00 UTC+8 (19 Nov 18:00 – 22:00 UTC)", "at once",
/// or what it was moved to.
[[nodiscard]] QString dueText(const upgrade::StepView &step, const QList<upgrade::StepView> &changes,
                              const QTimeZone &zone);
/// The newest change of the moment that took effect; nothing: it is as it was confirmed.
[[nodiscard]] std::optional<upgrade::StepView> movedBy(const QList<upgrade::StepView> &changes);

/// A step that moves the switch, or calls the upgrade off. A step of its own: it belongs to no batch.
[[nodiscard]] upgrade::StepPlan movePlanOf(const upgrade::StepView &step,
                                           const QList<upgrade::StepView> &changes,
                                           upgrade::SettingChange::When when, const QDateTime &at,
                                           const QTimeZone &zone);
[[nodiscard]] upgrade::StepPlan cancelPlanOf(const upgrade::StepView &step,
                                             const QList<upgrade::StepView> &changes, const QTimeZone &zone);

} // namespace uplift::ui
