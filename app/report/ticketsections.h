// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/document.h"
#include "report/ticketstory.h"

namespace uplift::report {

/// The parts of a change ticket. Each adds its blocks; one that has nothing to say adds none.

/// The verdict in one sentence, and beneath it what must not be missed.
void addVerdict(Document &document, const Story &story);
/// Ticket, note, who, when, which, accounts.
void addHead(Document &document, const Story &story);
/// What and when, how it is sent, waves and stop rules, impact, rollback, who is left out.
void addBefore(Document &document, const Story &story);
/// The result, the course of the batch, decisions, errors. Nothing before it has begun.
void addAfter(Document &document, const Story &story);
/// Instance by instance: states with their times, RequestIds and tasks, nodes, checks.
void addEvidence(Document &document, const Story &story);

/// Where the master stood and stands: "moved from h to i", "not moved", "unknown".
[[nodiscard]] Phrase masterPhrase(const upgrade::StepView &view);
/// The version seen last, or unknown.
[[nodiscard]] Phrase versionNowPhrase(const upgrade::StepView &view);
/// Name and id.
[[nodiscard]] Cell instanceCell(const upgrade::StepPlan &plan);

} // namespace uplift::report
