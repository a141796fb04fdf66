// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/instance.h"

#include <QCoreApplication>
#include <QHash>

namespace uplift {

InstanceStatus parseInstanceStatus(const QString &text)
{
    // Source: api.md 13 (instance states, Mar 2026; those of Terraform marked there).
    static const QHash<QString, InstanceStatus> names{
        {QStringLiteral("Normal"), InstanceStatus::Normal},
        {QStringLiteral("Creating"), InstanceStatus::Creating},
        {QStringLiteral("Changing"), InstanceStatus::Changing},
        {QStringLiteral("Inactive"), InstanceStatus::Inactive},
        {QStringLiteral("Flushing"), InstanceStatus::Flushing},
        {QStringLiteral("Released"), InstanceStatus::Released},
        {QStringLiteral("Transforming"), InstanceStatus::Transforming},
        {QStringLiteral("Unavailable"), InstanceStatus::Unavailable},
        {QStringLiteral("Error"), InstanceStatus::Error},
        {QStringLiteral("Migrating"), InstanceStatus::Migrating},
        {QStringLiteral("BackupRecovering"), InstanceStatus::BackupRecovering},
        {QStringLiteral("MinorVersionUpgrading"), InstanceStatus::MinorVersionUpgrading},
        {QStringLiteral("NetworkModifying"), InstanceStatus::NetworkModifying},
        {QStringLiteral("SSLModifying"), InstanceStatus::SslModifying},
        {QStringLiteral("MajorVersionUpgrading"), InstanceStatus::MajorVersionUpgrading},
        {QStringLiteral("Rebooting"), InstanceStatus::Rebooting},
        {QStringLiteral("CleaningUpExpiredData"), InstanceStatus::CleaningUpExpiredData},
        {QStringLiteral("HASwitching"), InstanceStatus::HaSwitching},
        {QStringLiteral("ZoneMigrating"), InstanceStatus::ZoneMigrating},
    };
    return names.value(text.trimmed(), InstanceStatus::Unknown);
}

Outdated outdated(const EngineVersion &version)
{
    if (version.isLatest && version.upgradeAvailable && *version.isLatest == *version.upgradeAvailable)
        return Outdated::Contradictory;
    std::optional<bool> flagged = version.upgradeAvailable;
    if (!flagged && version.isLatest)
        flagged = !*version.isLatest;
    std::optional<bool> compared;
    if (version.current.isKnown() && version.latest.isKnown())
        compared = MinorVersion::compare(version.current, version.latest) < 0;
    if (flagged && compared && *flagged != *compared)
        return Outdated::Contradictory;
    const std::optional<bool> verdict = flagged ? flagged : compared;
    if (!verdict)
        return Outdated::Unknown;
    return *verdict ? Outdated::Yes : Outdated::No;
}

bool looksLikeMinorUpgrade(const CloudTask &task)
{
    // Source: api.md 9.2 (task centre, 2025 to Mar 2026). RestartIns may be the upgrade of a cluster.
    for (const char *type : {"KernelVersionUpgrade", "RestartIns"}) {
        if (task.type.compare(QLatin1String(type), Qt::CaseInsensitive) == 0)
            return true;
    }
    return task.type.contains(QLatin1String("MinorVersion"), Qt::CaseInsensitive)
        || task.reason.contains(QLatin1String("UpgradeMinorVersion"), Qt::CaseInsensitive)
        || task.reason.contains(QStringLiteral("小版本"));
}

bool looksLikeProxyUpgrade(const CloudTask &task)
{
    // Source: api.md 9.2; UpgradeProxy shows as a restart of the proxies (unverified).
    return task.type.contains(QLatin1String("Proxy"), Qt::CaseInsensitive)
        || task.reason.contains(QLatin1String("Proxy"), Qt::CaseInsensitive)
        || task.reason.contains(QStringLiteral("代理"));
}

QString nodeRoleText(const QString &role)
{
    if (role.compare(QLatin1String("master"), Qt::CaseInsensitive) == 0)
        return QCoreApplication::translate("uplift::core", "master", "role of a node");
    if (role.compare(QLatin1String("slave"), Qt::CaseInsensitive) == 0)
        return QCoreApplication::translate("uplift::core", "slave", "role of a node");
    return role;
}

} // namespace uplift
