// SPDX-License-Identifier: GPL-3.0-or-later
#include "profiles/rolerule.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QRegularExpression>

namespace uplift::profiles {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("uplift::profiles", text); }

bool matches(const char *pattern, const QString &text)
{
    return QRegularExpression(QLatin1String(pattern)).match(text).hasMatch();
}

/// Shapes from api.md 11; the service checks the rest.
Outcome checkRole(const RoleRule &role)
{
    if (!matches("^acs:ram::[0-9]{1,32}:role/[A-Za-z0-9._/-]{1,128}\\z", role.roleArn))
        return failure(
            Error::input(QStringLiteral("roleArn"),
                         tr("This is not the ARN of a role. It looks like "
                            "acs:ram::1234567890123456:role/name; copy it from the role's page.")));
    if (!matches("^[A-Za-z0-9.@_-]{2,64}\\z", role.sessionName))
        return failure(Error::input(QStringLiteral("roleSession"),
                                    tr("The role's session name has 2 to 64 letters, digits and . @ - _; "
                                       "another one will not do.")));
    if (!matches("^[\\x21-\\x7e]{0,1224}\\z", role.externalId))
        return failure(
            Error::input(QStringLiteral("externalId"),
                         tr("The external id holds blanks or characters that no external id has. Paste it "
                            "as the role's owner gave it.")));
    if (role.durationSeconds < leastRoleSeconds || role.durationSeconds > mostRoleSeconds)
        return failure(Error::input(QStringLiteral("roleDuration"),
                                    tr("A role's session lasts %1 to %2 seconds. Enter such a number.")
                                        .arg(leastRoleSeconds)
                                        .arg(mostRoleSeconds)));
    const bool isPolicy = role.policy.isEmpty()
        || (role.policy.size() <= maxRolePolicy && QJsonDocument::fromJson(role.policy.toUtf8()).isObject());
    if (!isPolicy)
        return failure(
            Error::input(QStringLiteral("rolePolicy"),
                         tr("The role's policy is not a JSON object of at most %1 characters. Correct it, or "
                            "leave it empty.")
                             .arg(maxRolePolicy)));
    return {};
}

} // namespace

Outcome checkRoles(const QList<RoleRule> &roles)
{
    if (roles.size() > maxRoles)
        return failure(Error::input(QStringLiteral("roleArn"),
                                    tr("This chain has %1 roles; at most %2 are followed. Shorten it.")
                                        .arg(roles.size())
                                        .arg(maxRoles)));
    for (const RoleRule &role : roles) {
        if (const Outcome checked = checkRole(role); !checked)
            return checked;
    }
    return {};
}

QString roleAccount(const RoleRule &role) { return role.roleArn.section(QLatin1Char(':'), 3, 3); }

QString roleName(const RoleRule &role) { return role.roleArn.section(QLatin1String(":role/"), 1); }

} // namespace uplift::profiles
