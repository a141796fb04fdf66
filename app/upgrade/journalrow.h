// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "upgrade/plan.h"
#include "upgrade/state.h"
#include "upgrade/upgrades.h"

#include <QByteArray>
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
};

/// A step read back: its plan, and every state it went through.
struct JournaledStep {
    StepPlan plan;
    QList<Transition> transitions; ///< oldest first
    QStringList nonces;
    [[nodiscard]] StepState state() const { return transitions.last().state; }
};

/// The hash a row carries: SHA-256 over the hash before it and every field, each with its length.
[[nodiscard]] QByteArray rowHash(const QByteArray &before, qint64 seq, const QString &step,
                                 const QString &instance, const QString &state, qint64 atMs,
                                 const QString &nonce, const QByteArray &data);

[[nodiscard]] QJsonObject toJson(const StepPlan &plan);
/// Field by field: a missing or odd one makes the row unreadable (Error::Kind::Storage names it).
[[nodiscard]] Result<StepPlan> planFromJson(const QJsonObject &json);

} // namespace uplift::upgrade
