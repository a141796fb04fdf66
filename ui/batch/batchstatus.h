// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "profiles/workspace.h"
#include "ui/look/marks.h"
#include "ui/strip/strip.h"
#include "upgrade/batchrunner.h"

#include <QDateTime>
#include <QHash>
#include <QTimeZone>

#include <optional>

namespace uplift::ui {

/// How many members of a batch stand how.
struct BatchCounts {
    int members = 0; ///< part of a wave
    int done = 0;
    int failed = 0;
    int leftOut = 0; ///< when their turn came
    int excluded = 0; ///< from the beginning, part of no wave
    int undecided = 0;
    int open = 0; ///< checked, sent or watched
    [[nodiscard]] int ended() const { return done + failed + leftOut; }
};
[[nodiscard]] BatchCounts countsOf(const upgrade::BatchView &view);

/// Word, shape and colour of a batch as a whole.
[[nodiscard]] Mark batchMark(const upgrade::BatchView &view);
/// "wave 2 of 3, 4 of 9 ended"; "9 of 9 verified" once it has ended.
[[nodiscard]] QString progressText(const upgrade::BatchView &view);
/// What comes next and when: "Next: wave 3, tonight 02:00, in 11 h 28 min."; empty once it has ended.
[[nodiscard]] QString nextText(const upgrade::BatchView &view, const QDateTime &now, const QTimeZone &zone);
/// What the user can do about a batch that holds.
[[nodiscard]] QString holdAdvice(upgrade::Hold::Reason reason);
/// Likewise, of one that may be in the cloud's hands. It must hold.
[[nodiscard]] QString holdAdvice(const upgrade::BatchView &view);
/// Handed over, and nothing tells whether its execution was started: the user has to say.
[[nodiscard]] bool awaitsWord(const upgrade::BatchView &view);
/// What goes on by itself when Uplift is closed, and what does not; empty once it has ended.
[[nodiscard]] QString closingSentence(const upgrade::BatchView &view);
/// "9 verified, 1 failed, 2 left out"
[[nodiscard]] QString outcomeText(const BatchCounts &counts);
/// Is it run by the service's own orchestration?
[[nodiscard]] inline bool isHandedOver(const upgrade::BatchPlan &plan) { return !plan.handedOver.isEmpty(); }

/// The most critical one among its members.
[[nodiscard]] Environment environmentOf(const upgrade::BatchPlan &plan);
/// Likewise of every saved plan; one whose accounts are all gone is not among them.
[[nodiscard]] QHash<PlanId, Environment> savedEnvironments(const profiles::Workspace &workspace);

/// One line of the list of plans.
struct PlanEntry {
    enum class Kind { Open, Ended, Saved };
    Kind kind = Kind::Saved;
    PlanId id;
    QString name;
    Mark mark;
    QString progress; ///< "wave 2 of 3, 4 of 9 ended"; of a saved one its size
    QString when; ///< "since 14:02", "ended Fri 20 Nov"
    std::optional<Environment> environment; ///< the most critical one among its members, as far as known
    friend bool operator==(const PlanEntry &, const PlanEntry &) = default;
};
/// Open ones, then those that ended since the program's start, then those that were saved, and last those
/// that ended before it: `earlier`, each with its day.
[[nodiscard]] QList<PlanEntry> planEntries(const QList<upgrade::BatchView> &batches,
                                           const QList<profiles::SavedPlan> &saved, const QTimeZone &zone,
                                           const QList<upgrade::BatchView> &earlier = {});
[[nodiscard]] QString spokenText(const PlanEntry &entry);

/// Open batches for the strip.
[[nodiscard]] QList<StripItem> batchStripItems(const QList<upgrade::BatchView> &batches);
/// Does an open batch show this step in the strip already?
[[nodiscard]] bool isOfBatch(const QList<upgrade::BatchView> &batches, const StepId &step);

} // namespace uplift::ui
