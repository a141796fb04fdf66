// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "impact/instances.h"
#include "upgrade/checks.h"

#include <functional>

/// What checks look at, well in every way, and ways to spoil it.
namespace uplift::checkinputs {

using upgrade::CheckInput;

inline QDateTime utc(const char *text)
{
    return QDateTime::fromString(QString::fromLatin1(text), Qt::ISODate);
}

inline QDateTime now() { return utc("2026-11-20T14:00:00Z"); }

/// One sample a quarter of an hour for `days` before now.
inline QList<upgrade::LoadSample> measured(int days, const std::function<double(const QDateTime &utc)> &value)
{
    QList<upgrade::LoadSample> samples;
    for (QDateTime at = now().addDays(-days); at <= now(); at = at.addSecs(900))
        samples.append({at, value(at)});
    return samples;
}

inline upgrade::LoadProfile traffic(int quietHour, int days = 7)
{
    return upgrade::profileOf(measured(days,
                                       [quietHour](const QDateTime &at) {
                                           const int hour = at.time().hour();
                                           return hour >= quietHour && hour < quietHour + 4 ? 20.0 : 100.0;
                                       }),
                              QTimeZone::utc(), now());
}

inline Backup backup(Backup::Status status, int hoursAgo, const char *node = "")
{
    Backup made;
    made.status = status;
    made.type = QStringLiteral("FullBackup");
    made.started = now().addSecs(-3600 * hoursAgo);
    made.ended = made.started.addSecs(120);
    made.node = QString::fromLatin1(node);
    return made;
}

inline CloudTask task(CloudTask::Status status, const char *word, const char *type = "ModifyInsSpec")
{
    CloudTask each;
    each.id = {QStringLiteral("t-0mqfake1")};
    each.type = QString::fromLatin1(type);
    each.status = status;
    each.statusText = QString::fromLatin1(word);
    return each;
}

inline ScheduledEvent plannedEvent(ScheduledEvent::Status status, const char *type, const QDateTime &at)
{
    ScheduledEvent each;
    each.status = status;
    each.statusText = QString::number(static_cast<int>(status));
    each.type = QString::fromLatin1(type);
    each.switchAt = at;
    return each;
}

inline MinorVersion version(const char *text) { return MinorVersion::parse(QString::fromLatin1(text)); }

/// A standard instance of two nodes in two zones, outdated and quiet in its window.
inline CheckInput healthy()
{
    CheckInput input;
    Instance instance = instances::doubleZone();
    instance.id = {QStringLiteral("r-bp1zxszhcgatnx4b2c")};
    instance.name = QStringLiteral("orders-cache");
    instance.status = InstanceStatus::Normal;
    instance.statusText = QStringLiteral("Normal");
    instance.window = MaintenanceWindow::parse(QStringLiteral("18:00Z"), QStringLiteral("22:00Z"));
    instance.orderCompleted = true;
    input.instance = instance;
    EngineVersion versions;
    versions.current = version("redis-7.0_7.0.1.8");
    versions.latest = version("7.0.1.14");
    versions.isLatest = false;
    versions.upgradeAvailable = true;
    versions.autoUpgrade = false;
    input.version = versions;
    input.now = now();
    input.clockOffset = std::chrono::milliseconds(400);
    input.lastAttempt = upgrade::LastAttempt();
    input.tasks = QList<CloudTask>();
    input.events = QList<ScheduledEvent>();
    input.backups = QList<Backup>{backup(Backup::Status::Success, 10)};
    input.backupLimit = std::chrono::hours(24);
    input.memory = measured(2, [](const QDateTime &) { return 52.0; });
    input.cpu = measured(2, [](const QDateTime &) { return 31.0; });
    input.load = traffic(18);
    input.tokenExpires = QDateTime();
    input.deniedActions = QStringList();
    return input;
}

inline CheckInput but(const std::function<void(CheckInput &)> &change)
{
    CheckInput input = healthy();
    change(input);
    return input;
}

/// The proxies of a classic cluster, outdated: a step of their own.
inline CheckInput healthyProxy()
{
    return but([](CheckInput &input) {
        Instance instance = instances::cluster();
        instance.id = input.instance->id;
        instance.name = input.instance->name;
        instance.status = InstanceStatus::Normal;
        instance.statusText = QStringLiteral("Normal");
        instance.window = input.instance->window;
        instance.orderCompleted = true;
        instance.zoneType = QStringLiteral("doublezone");
        input.instance = instance;
        input.version->proxyCurrent = version("6.6.0");
        input.version->proxyLatest = version("6.8.15");
        input.forProxy = true;
    });
}

inline CheckInput butProxy(const std::function<void(CheckInput &)> &change)
{
    CheckInput input = healthyProxy();
    change(input);
    return input;
}

inline upgrade::Check found(const QList<upgrade::Check> &checks, const QString &key)
{
    for (const upgrade::Check &check : checks) {
        if (check.key == key)
            return check;
    }
    return {};
}

inline upgrade::Check found(const CheckInput &input, const char *key)
{
    return found(upgrade::preflight(input), QString::fromLatin1(key));
}

} // namespace uplift::checkinputs
