// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/ticket.h"
#include "upgrade/outcome.h"

#include <QHash>

namespace uplift::report {

/// How an instance stands, as its ticket counts it.
enum class Ending {
    NotBegun,
    Open, ///< a part is under way, or the next one is due
    Undecided,
    Verified, ///< every part, at least one of them by an upgrade
    Latest, ///< nothing was sent: it was on the latest version already
    LeftOut, ///< a check forbade a part when its turn came
    PartlyDone, ///< the batch ended between two parts
    Failed ///< rejected, failed, unchanged, gone, cancelled, not started
};

/// One part of one instance, and every attempt at it.
struct PartStory {
    upgrade::StepPlan plan; ///< of the newest attempt, which knows more than the batch did; else as planned
    QList<upgrade::StepView> attempts; ///< oldest first
    bool leftOut = false; ///< when its turn came
    bool latest = false; ///< leftOut, because it was on the latest version already
    QString why; ///< leftOut
    QDateTime leftOutAt; ///< UTC

    [[nodiscard]] const upgrade::StepView *last() const
    {
        return attempts.isEmpty() ? nullptr : &attempts.constLast();
    }
};

/// What the cloud's orchestration made of an instance, as it was journaled.
struct CloudStanding {
    upgrade::StepState state = upgrade::StepState::Planned;
    QString why; ///< the service's own words; may be empty
    QString versionNow; ///< raw; empty: not known
    QDateTime at; ///< UTC
};

struct MemberStory {
    upgrade::StepPlan plan;
    std::optional<MaintenanceWindow> window;
    int wave = 0; ///< from 1; 0: of none
    QString leftOut; ///< of the plan, and why; empty: it is a member
    QList<PartStory> parts; ///< in order; none when left out
    bool handedOver = false; ///< the cloud's orchestration runs it; there are no attempts of ours
    std::optional<CloudStanding> cloud; ///< handedOver, once something is known
    Ending ending = Ending::NotBegun;
};

/// Everything a ticket tells, put in order.
struct Story {
    std::optional<upgrade::BatchPlan> batch;
    QList<upgrade::BatchRow> rows; ///< of the batch, oldest first
    QList<MemberStory> members; ///< in the order of the plan; those left out at the end
    QTimeZone zone;
    QDateTime now;

    [[nodiscard]] bool hasBegun() const; ///< a row of the batch, or an attempt
    [[nodiscard]] int memberCount() const; ///< without those left out of the plan
    [[nodiscard]] int count(Ending ending) const;
    [[nodiscard]] upgrade::BatchState batchState() const; ///< Running when there is no row
    [[nodiscard]] bool isHandedOver() const { return batch && !batch->handedOver.isEmpty(); }
    /// The instance's name by a step's id; the id when it is none of ours.
    [[nodiscard]] QString nameOf(const StepId &step) const;
};

[[nodiscard]] Story storyOf(const TicketInput &input);

/// "Verified", "Not begun", "Failed": the words a member's ending is shown by.
[[nodiscard]] Phrase endingPhrase(const MemberStory &member);
/// The part that decides how the member stands: the first that is not done, else the last.
[[nodiscard]] const PartStory *decidingPart(const MemberStory &member);

} // namespace uplift::report
