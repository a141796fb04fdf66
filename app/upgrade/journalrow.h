// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "upgrade/batchmoves.h"
#include "upgrade/plan.h"
#include "upgrade/state.h"
#include "upgrade/upgrades.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>

namespace uplift::upgrade {

/// One state of one step, as appended to the journal. Never rewritten.
struct JournalRow {
    qint64 seq = 0; ///< given by the journal
    StepId step;
    InstanceId instance;
    StepState state = StepState::Planned;
    QDateTime at; ///< UTC
    QString nonce; ///< Requested rows alone; unique in the whole journal
    QJsonObject data;
    StepKind kind = StepKind::Kernel; ///< of Planned rows: which lane they open
};

/// A step read back: its plan, and every state it went through.
struct JournaledStep {
    StepPlan plan;
    QList<Transition> transitions; ///< oldest first
    QStringList nonces;
    [[nodiscard]] StepState state() const { return transitions.last().state; }
};

/// One state of a batch as a whole, in the same chain of rows. The first one's data hold the whole plan.
struct BatchRow {
    PlanId plan;
    BatchState state = BatchState::Running;
    QDateTime at; ///< UTC
    QJsonObject data;
    /// Attempts that the service's orchestration made and that have ended, from Planned to their end: added
    /// with this row or not at all. One whose step is known already is left out.
    QList<JournalRow> attempts = {};
};

/// A batch read back: its plan and every state it went through.
struct JournaledBatch {
    BatchPlan plan;
    QList<BatchRow> rows; ///< oldest first, at least one
    [[nodiscard]] BatchState state() const { return rows.last().state; }
};

/// Steps of one instance that may be open at once share no lane: "r-…" for upgrades and backups, "r-…/Window"
/// and the like for settings.
[[nodiscard]] QString laneOf(const InstanceId &instance, StepKind kind);

/// The hash a row carries: SHA-256 over the hash before it and every field, each with its length.
[[nodiscard]] QByteArray rowHash(const QByteArray &before, qint64 seq, const QString &step,
                                 const QString &instance, const QString &state, qint64 atMs,
                                 const QString &nonce, const QByteArray &data);

[[nodiscard]] QJsonArray toJson(const QList<NodeVersion> &nodes);
[[nodiscard]] QList<NodeVersion> nodesFromJson(const QJsonArray &json);
[[nodiscard]] QJsonObject toJson(const StepPlan &plan);
/// Field by field: a missing or odd one makes the row unreadable (Error::Kind::Storage names it).
[[nodiscard]] Result<StepPlan> planFromJson(const QJsonObject &json);

} // namespace uplift::upgrade
