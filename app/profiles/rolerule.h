// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QList>
#include <QString>

namespace uplift::profiles {

/// One role an account takes on with AssumeRole (api.md 11) before it asks anything. Not secret.
struct RoleRule {
    QString roleArn; ///< acs:ram::<account>:role/<name>
    QString sessionName; ///< 2 … 64 of letters, digits and . @ - _
    QString externalId; ///< empty: none
    int durationSeconds = 3600; ///< 900 … 43200
    QString policy; ///< JSON that narrows the session; empty: none
    friend bool operator==(const RoleRule &, const RoleRule &) = default;
};

inline constexpr qsizetype maxRoles = 8; ///< in one chain
inline constexpr qsizetype maxRolePolicy = 2048; ///< characters
inline constexpr int leastRoleSeconds = 900;
inline constexpr int mostRoleSeconds = 43'200;

/// A chain as typed or imported, before anything is stored. Error::Kind::Input, fields roleArn, roleSession,
/// externalId, roleDuration, rolePolicy.
[[nodiscard]] Outcome checkRoles(const QList<RoleRule> &roles);
/// The role's own name: "uplift-dba" of acs:ram::1234567890123456:role/uplift-dba.
[[nodiscard]] QString roleName(const RoleRule &role);
/// The number of the cloud account the role is one of: 1234567890123456 of the same.
[[nodiscard]] QString roleAccount(const RoleRule &role);

} // namespace uplift::profiles
