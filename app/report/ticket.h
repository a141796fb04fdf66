// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/document.h"
#include "upgrade/journalrow.h"

#include <QDateTime>
#include <QTimeZone>

#include <optional>

namespace uplift::report {

/// What a change ticket is made of: one batch, or upgrades of their own; before, in mid-course or after.
struct TicketInput {
    std::optional<upgrade::JournaledBatch> batch; ///< a batch that was begun
    std::optional<upgrade::BatchPlan> plannedBatch; ///< one that was not; ignored beside `batch`
    QList<upgrade::StepPlan> planned; ///< upgrades of their own that have not begun
    QList<upgrade::JournaledStep> steps; ///< of the batch, or of their own; any order
    QTimeZone zone; ///< to show moments in, beside UTC
    QDateTime now; ///< UTC
    QString programVersion;
};

/// The change ticket. Pure. Some 10 ms for 200 instances, and its writers take longer: work for a worker's
/// thread, all of it.
/// The verdict in one sentence first, then the plan as it was confirmed, then what happened, then the
/// evidence instance by instance. What is not known is said to be unknown. No secret can get in: a plan holds
/// none, and of a key's id only the last four characters are taken. Foreign words are not escaped here: see
/// Phrase.
[[nodiscard]] Document ticketOf(const TicketInput &input);

} // namespace uplift::report
