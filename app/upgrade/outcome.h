// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "upgrade/journalrow.h"
#include "upgrade/observation.h"
#include "upgrade/upgrades.h"

namespace uplift::upgrade {

/// Why a step ended as it did, or waits for the user; nothing for states that need no explaining.
[[nodiscard]] std::optional<Error> errorOf(StepState state, const StepView &view);
/// Did an upgrade that failed or left the version as it was change anything, by what was seen since? Nothing:
/// that was not seen.
[[nodiscard]] std::optional<Error::Change> changeSeen(const StepView &view);
/// What was seen at an end: status, version, task, nodes.
[[nodiscard]] QList<Evidence> endEvidence(const StepView &view);
/// The outcome could not be written: says so, and what the outcome was.
[[nodiscard]] Error unwrittenError(const StepView &view, const Error &journal);

[[nodiscard]] QJsonObject toJson(const Error &error); ///< for a row's data
[[nodiscard]] std::optional<Error> errorFromJson(const QJsonObject &json);
[[nodiscard]] QJsonArray toJson(const QList<Evidence> &evidence);
[[nodiscard]] QList<Evidence> evidenceFromJson(const QJsonArray &json);

/// As it was confirmed, and as the user has changed its moment since, see noteOfMoment().
[[nodiscard]] Baseline baselineOf(const StepView &view);
/// A row that says something of the state it was written in, and enters none.
[[nodiscard]] bool isNote(const Transition &transition);
/// A step that gives a waiting upgrade another moment: StepKind::MoveTask, or Window.
[[nodiscard]] bool changesMoment(const StepPlan &plan);
/// What a waiting upgrade notes of such a step: from the request on, since the switch may come before its
/// answer; and that it came to nothing. Nothing when that is noted already, or not about this upgrade.
[[nodiscard]] std::optional<QJsonObject> noteOfMoment(const StepView &upgrade, const StepView &change);
/// The step as its rows tell it.
[[nodiscard]] StepView viewOf(const JournaledStep &journaled);

/// The service's task, as much of it as a row keeps.
[[nodiscard]] QJsonObject taskJson(const CloudTask &task);
[[nodiscard]] std::optional<CloudTask> taskFromJson(const QJsonObject &json);

/// Who works here: "anna@bastion-2". For the journal and the change ticket; a name, never a proof.
[[nodiscard]] QString whoami();

/// How long until the next multiple of `interval` since the epoch, and at least half of it: steps that are
/// asked about at the same pace are asked about together.
[[nodiscard]] std::chrono::milliseconds untilNext(std::chrono::milliseconds interval, const QDateTime &now);

/// When to ask next.
[[nodiscard]] std::chrono::milliseconds nextPollIn(const StepView &view, const QDateTime &now,
                                                   const Intervals &intervals);

} // namespace uplift::upgrade
