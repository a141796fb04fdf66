// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instance.h"
#include "upgrade/plan.h"

#include <QDateTime>

#include <optional>

namespace uplift::upgrade {

/// What was known before the call, and when it was sent.
struct Baseline {
    InstanceId instance;
    MinorVersion version; ///< unknown when the service did not say
    QDateTime sentAt; ///< UTC, our clock
    Moment moment = Moment::MaintenanceWindow;
    std::optional<WindowSpan> window; ///< the occurrence it was confirmed for
};

/// One poll: what the service said of one instance. Unknown stays unknown.
struct Observation {
    QDateTime at; ///< UTC
    bool notFound = false; ///< the service does not know the instance (any more)
    InstanceStatus status = InstanceStatus::Unknown;
    QString statusText; ///< empty: not told
    MinorVersion version;
    std::optional<bool> isLatest;
    bool tasksRead = false; ///< false: the task list could not be read
    std::optional<CloudTask> task; ///< the one that matches, see matchingTask()
};

/// Our clock and the service's may differ by this much when a task's time is compared with ours.
inline constexpr std::chrono::seconds taskTimeTolerance{120};

/// The task this upgrade made, as far as can be told: same instance, type or reason of a minor upgrade, begun
/// not before `sentAt` minus the tolerance; an open task whose beginning is unknown counts. The newest when
/// several match. `offset` is server clock minus ours.
[[nodiscard]] std::optional<CloudTask> matchingTask(const QList<CloudTask> &tasks, const Baseline &baseline,
                                                    std::chrono::milliseconds offset);
[[nodiscard]] bool isOpen(const CloudTask &task); ///< scheduled, waiting, running or being cancelled
/// Does the step's name say that it switches over?
[[nodiscard]] bool looksLikeSwitching(const CloudTask &task);
/// A known version other than the known one before.
[[nodiscard]] bool versionChanged(const Baseline &baseline, const Observation &seen);

} // namespace uplift::upgrade
