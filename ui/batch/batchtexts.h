// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/batch/planmember.h"
#include "upgrade/batchmoves.h"

#include <QDateTime>
#include <QTimeZone>

#include <optional>

namespace uplift::ui {

/// All that decides what the plan's button says and whether it may go on.
struct BatchDecision {
    upgrade::BatchRules rules;
    upgrade::BatchPlan plan;
    QDateTime firstStart; ///< UTC, of the earliest member; invalid: none
    bool firstOrAtOnce = false; ///< … which may begin at once as well: its window is open
    int chosen = 0; ///< instances selected
    int toCheck = 0; ///< of them, those not looked at yet
    bool sizesWrong = false; ///< what stands in the field of sizes is none
    bool clientsReconnect = false;
    bool journalWritable = true;
    QDateTime now; ///< UTC
    QTimeZone zone = QTimeZone::utc();
};

/// The one thing that keeps the batch from being started; the press of the button names it and goes there.
struct BatchMissing {
    enum class Where { Members, Checking, Sizes, Start, Journal, Acknowledgement };
    Where where = Where::Members;
    QString sentence;
};
[[nodiscard]] std::optional<BatchMissing> firstMissing(const BatchDecision &decision);

/// Instances are chosen, all are looked at, and none of them can be upgraded: the foot says so.
[[nodiscard]] bool hasNothingToStart(const BatchDecision &decision);
/// "Start 8 upgrades in 3 waves (first today 18:00)…"; the short form leaves the moment out.
[[nodiscard]] QString primaryText(const BatchDecision &decision, bool shortForm);
/// "Start 8 upgrades": what the confirmation's button says.
[[nodiscard]] QString startActText(const upgrade::BatchPlan &plan);
/// "8 instances, 3 waves"; "8 of 11 instances, 3 waves" when some are left out.
[[nodiscard]] QString sizeText(const upgrade::BatchPlan &plan);
[[nodiscard]] QString instancesText(int instances); ///< "8 instances"
/// "5 production"; empty when there is none.
[[nodiscard]] QString productionText(const upgrade::BatchPlan &plan);
/// "6 pass, 2 to read, 3 left out"; what is not fully known is to be read.
[[nodiscard]] QString checksSummary(const upgrade::BatchPlan &plan, const QList<PlanMember> &members);
/// The worst of those that are part of a wave.
[[nodiscard]] upgrade::Check::Result worstCheck(const upgrade::BatchPlan &plan,
                                                const QList<PlanMember> &members);
/// "≤ 30 s disconnected, ≤ 60 s read-only", of each instance at the worst.
[[nodiscard]] QString impactLine(const BatchImpact &impact);

/// One sentence of what a choice means.
[[nodiscard]] QString momentSentence(upgrade::BatchMoment moment);
[[nodiscard]] QString partsText(upgrade::BatchParts parts); ///< "Kernel, then proxy"
/// "Thu 19 Nov 2026 18:00, your time (UTC+8), 10:00 UTC"; of an invalid start "At once, when confirmed".
[[nodiscard]] QString startSentence(const QDateTime &startAt, const QDateTime &now, const QTimeZone &zone);
/// "Any failure, an undecided outcome": when nothing new is begun any more.
[[nodiscard]] QString stopSentence(const upgrade::StopRules &rules, upgrade::BatchMoment moment);
/// "2 at once; wait 30 min after the canary": how many run at a time, and what is waited for.
[[nodiscard]] QString paceSentence(const upgrade::BatchRules &rules);
/// "2 h", "30 min", "none"
[[nodiscard]] QString waitText(std::chrono::minutes wait);

/// "from about tomorrow 02:00": `when` is the earlier of two days, see DryRunRow::earliest.
[[nodiscard]] QString earliestText(const upgrade::DryRunRow &row, const QString &when);
/// "1, 9" as sizes of waves; nothing when it is something else. At most 50 waves of at most 10,000 each.
[[nodiscard]] std::optional<QList<int>> parseSizes(const QString &typed);
[[nodiscard]] QString sizesText(const QList<int> &sizes);

/// A name for a plan that has none: "Checkout to the latest versions" when all share a group.
[[nodiscard]] QString planNameFor(const QStringList &groups, int instances);

} // namespace uplift::ui
