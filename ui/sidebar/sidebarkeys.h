// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/instances/instancerow.h"
#include "ui/sidebar/sidebar.h"

#include <QString>

namespace uplift::ui {

/// What the sidebar's entries are known by: EntryKeyRole.
[[nodiscard]] inline QString filterKey(StandingFilter filter)
{
    return QStringLiteral("filter:%1").arg(static_cast<int>(filter));
}
[[nodiscard]] inline QString accountKey(const AccountId &id) { return QStringLiteral("account:") + id.value; }
[[nodiscard]] inline QString profileKey(const ProfileId &id) { return QStringLiteral("profile:") + id.value; }
[[nodiscard]] inline bool isProfileKey(const QString &key)
{
    return key.startsWith(QLatin1String("profile:"));
}
[[nodiscard]] inline QString groupKey(const QString &name) { return QStringLiteral("group:") + name; }
[[nodiscard]] inline QString pageKey(SidebarPage page)
{
    return QStringLiteral("page:%1").arg(static_cast<int>(page));
}
[[nodiscard]] inline QString tail(const QString &key) { return key.section(QLatin1Char(':'), 1); }

} // namespace uplift::ui
