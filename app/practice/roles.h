// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/operations.h"

#include <optional>

namespace uplift::practice {

/// What an AssumeRole call asks for, once it was found acceptable.
struct RoleDecision {
    QString account; ///< the caller's: roles of others are refused
    QString role; ///< last part of the Arn
    QString session;
    int seconds = 3600;
    std::optional<Refusal> refusal;
};
[[nodiscard]] RoleDecision decideRole(const CallInput &call);
/// The body of AssumeRole for the key made.
[[nodiscard]] QJsonObject roleShape(const RoleDecision &decision, const PracticeKey &key);
/// Of every role of an account; made up like the rest.
[[nodiscard]] QString roleNumber(const QString &account);
/// The body of GetCallerIdentity.
[[nodiscard]] QJsonObject identityShape(const CallInput &call);

} // namespace uplift::practice
