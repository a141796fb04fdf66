// SPDX-License-Identifier: GPL-3.0-or-later
// Observations in field words, for the tests of asking and watching.
#pragma once

#include "upgrade/observation.h"

namespace uplift::upgrade::test {

inline QDateTime at(const char *iso) { return QDateTime::fromString(QLatin1String(iso), Qt::ISODate); }

/// "orders-cache", sent 14:00 UTC on a Friday; its window is 18:00 – 22:00 UTC.
inline Baseline baseline(Moment moment = Moment::Now)
{
    Baseline before;
    before.instance.value = QStringLiteral("r-bp1zxszhcgatnx4b2c");
    before.version = MinorVersion::parse(QStringLiteral("redis-7.0_7.0.1.8"));
    before.sentAt = at("2026-11-20T14:00:00Z");
    before.moment = moment;
    if (moment == Moment::MaintenanceWindow)
        before.window = WindowSpan{at("2026-11-20T18:00:00Z"), at("2026-11-20T22:00:00Z")};
    return before;
}

inline Observation seen(const QDateTime &when, const char *status, const char *version,
                        std::optional<bool> latest = std::nullopt)
{
    Observation observation;
    observation.at = when;
    observation.statusText = QString::fromLatin1(status);
    observation.status = parseInstanceStatus(observation.statusText);
    observation.version = MinorVersion::parse(QString::fromLatin1(version));
    observation.isLatest = latest;
    observation.tasksRead = true;
    return observation;
}

inline CloudTask task(CloudTask::Status status, const QDateTime &started, const char *step = "")
{
    CloudTask task;
    task.id.value = QStringLiteral("t-83br18hloy8u");
    task.type = QStringLiteral("KernelVersionUpgrade");
    task.instance.value = QStringLiteral("r-bp1zxszhcgatnx4b2c");
    task.status = status;
    task.statusText = QStringLiteral("Running");
    task.started = started;
    task.step = QString::fromLatin1(step);
    return task;
}

inline Observation withTask(Observation observation, const CloudTask &task)
{
    observation.task = task;
    return observation;
}

inline constexpr const char *oldVersion = "redis-7.0_7.0.1.8";
inline constexpr const char *newVersion = "redis-7.0_7.0.1.14";

} // namespace uplift::upgrade::test
