// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/batch/planmember.h"
#include "ui/look/marks.h"
#include "upgrade/batchrunner.h"
#include "upgrade/upgrades.h"

#include <QTimeZone>

#include <optional>

namespace uplift::ui {

/// One line of a plan as it is shown: while it is planned (dry run), while it runs (timeline), or as it was
/// saved.
struct PlanRow {
    enum class Kind {
        WaveHead,
        Member,
        Gate, ///< what is waited for between two waves
        LeftOutHead,
        LeftOut
    };
    Kind kind = Kind::Member;
    int number = 0; ///< WaveHead: its disc, from 1
    int item = -1; ///< Member, LeftOut: index into BatchPlan::items
    QString title; ///< the wave's name, the instance's name, or the gate's sentence
    QString note; ///< WaveHead: "3 instances, 2 at once"; LeftOut: why
    QString when; ///< WaveHead: "about 20:35", "2 of 3 ended"; Gate: "until 20:35"
    Environment environment = Environment::Production;
    QString from; ///< version
    QString to;
    QString third; ///< when it starts; since when
    QString fourth; ///< edition; what is known of its progress
    Mark mark; ///< check, or state
    QString tip; ///< whole sentences behind the mark
    InstanceId instance; ///< Member, LeftOut
    StepId step; ///< its newest attempt; empty: none yet
    std::optional<int>
        hand; ///< may be put into another wave by hand: the number of its own, as its head shows
    friend bool operator==(const PlanRow &, const PlanRow &) = default;
};

/// What the columns of a plan are called.
struct PlanHeads {
    QString name;
    QString version;
    QString third;
    QString fourth;
    QString mark;
};
[[nodiscard]] PlanHeads dryRunHeads();
[[nodiscard]] PlanHeads timelineHeads();

/// The dry run with what is known of each member: exact order, earliest times, checks, who is left out and
/// why. Pure. `byHand`: numbers are shown, to be changed.
[[nodiscard]] QList<PlanRow> dryRunRows(const upgrade::BatchPlan &plan,
                                        const QList<upgrade::DryRunRow> &dryRun,
                                        const QList<PlanMember> &members, const upgrade::BatchRules &rules,
                                        const QDateTime &now, const QTimeZone &zone);

/// A batch that runs or has ended, wave by wave: how each member stands. Pure. `steps`: what is known of
/// attempts, in any order.
[[nodiscard]] QList<PlanRow> timelineRows(const upgrade::BatchView &view,
                                          const QList<upgrade::StepView> &steps, const QDateTime &now,
                                          const QTimeZone &zone);

/// Name, environment and versions of a member, as the plan has them.
[[nodiscard]] PlanRow bareRow(const upgrade::BatchPlan &plan, int item);
/// Those left out, with their reasons, under a head of their own; nothing when there are none.
[[nodiscard]] QList<PlanRow> leftOutRows(const upgrade::BatchPlan &plan);

/// One row as a screen reader says it.
[[nodiscard]] QString spokenText(const PlanRow &row);
/// "7.0.1.8 → 7.0.1.14"; one of them when the other is not known.
[[nodiscard]] QString versionText(const PlanRow &row);

} // namespace uplift::ui
