// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/operations.h"

#include <optional>

namespace uplift::practice {

/// Shards, planned events and backups of one instance (api.md 6.5, 9.1, 10); nothing for another operation.
/// Pure.
[[nodiscard]] std::optional<Reply> answerDetail(const World &world, const CallInput &call);

/// What an AssumeRole call asks for, once it was found acceptable.
struct RoleDecision {
    QString role; ///< last part of the Arn
    QString session;
    int seconds = 3600;
    std::optional<Refusal> refusal;
};
[[nodiscard]] RoleDecision decideRole(const CallInput &call);
/// The body of AssumeRole for the key made.
[[nodiscard]] QJsonObject roleShape(const RoleDecision &decision, const PracticeKey &key);

} // namespace uplift::practice
