// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/marks.h"
#include "ui/widgets/note.h"
#include "upgrade/upgrades.h"

#include <QTimeZone>

namespace uplift::ui {

/// Words for one attempt of any kind: upgrade, proxy upgrade, backup, setting. Pure; the same in the running
/// list, the history and the notifications. Foreign texts come without control and bidi characters.

/// "7.0.1.8"; empty when unknown.
[[nodiscard]] QString fromVersionText(const upgrade::StepPlan &plan);
/// "7.0.1.14"; "latest" when it was not known.
[[nodiscard]] QString toVersionText(const upgrade::StepPlan &plan);

/// What it changes: "7.0.1.8" to "7.0.1.14" of the kernel; "Proxy upgrade" with the proxy's versions;
/// "Change of the maintenance window" with what was set and what shall be.
struct ChangeWords {
    QString kind; ///< empty for the kernel, which goes without saying
    QString from; ///< both empty for a backup
    QString to;
    [[nodiscard]] QString line() const; ///< "Proxy upgrade: 6.8.9 → 6.8.12"
    [[nodiscard]] QString spoken() const; ///< the same without arrow: "7.0.1.8 to 7.0.1.14"
};
[[nodiscard]] ChangeWords changeWords(const upgrade::StepPlan &plan);
/// The same for a narrow column: "Proxy 6.8.9 → 6.8.12", "Window: 03:00 – 07:00", "Cancel the upgrade".
[[nodiscard]] QString shortChange(const upgrade::StepPlan &plan);

/// The state as mark and word. A backup that runs is no upgrade.
[[nodiscard]] Mark attemptMark(upgrade::StepKind kind, upgrade::StepState state);
/// The state in a sentence's length, of the kind.
[[nodiscard]] QString attemptStateText(upgrade::StepKind kind, upgrade::StepState state);

/// What came of it, in a note: "Verified: orders-cache runs 7.0.1.14" and what proves it.
struct Verdict {
    NoteKind kind = NoteKind::Raised;
    QString title;
    QString text;
};
[[nodiscard]] Verdict verdictOf(const upgrade::StepView &step);
/// The note's colour that goes with a state's mark: one source for rows, notes and notifications.
[[nodiscard]] NoteKind noteKindOf(const Mark &mark);
/// Whether an upgrade that failed, or ended without a new version, changed anything, by what was seen: begins
/// with No or Yes as the error's own sentence does. Empty: not seen.
[[nodiscard]] QString changeSeenText(const upgrade::StepView &step);
/// "2 of 2 nodes on 7.0.1.14"; empty when the nodes are not known.
[[nodiscard]] QString nodesLine(const upgrade::StepView &step);

/// "At once"; "In the window: 20 Nov 03:00 – 07:00 (UTC 19 Nov 19:00 – 23:00)".
[[nodiscard]] QString momentLine(const upgrade::StepPlan &plan, const QTimeZone &zone);
/// "19 Nov 14:20", of another year than `now` "19 Nov 2025": never wider than the first.
[[nodiscard]] QString attemptTime(const QDateTime &at, const QDateTime &now, const QTimeZone &zone);
/// "19 Nov 2026", whatever the year is.
[[nodiscard]] QString fullDay(const QDateTime &at, const QTimeZone &zone);
/// "under 1 s", "22 min": how long something lasted.
[[nodiscard]] QString lastedText(qint64 milliseconds);

/// Every RequestId that came, oldest first, each once.
[[nodiscard]] QStringList requestIdsOf(const upgrade::StepView &step);

/// What a user decided about an undecided attempt, and why.
struct DecisionWords {
    QDateTime at; ///< UTC
    QString sentence; ///< "ben@bastion-2 said that it was not started."
    QString reason; ///< the user's own words; may be empty
};
[[nodiscard]] QList<DecisionWords> decisionsOf(const upgrade::StepView &step);

} // namespace uplift::ui
