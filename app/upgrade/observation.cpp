// SPDX-License-Identifier: GPL-3.0-or-later
#include "upgrade/observation.h"

namespace uplift::upgrade {

bool isOpen(const CloudTask &task)
{
    switch (task.status) {
    case CloudTask::Status::Scheduled:
    case CloudTask::Status::Waiting:
    case CloudTask::Status::Running:
    case CloudTask::Status::Cancelling:
        return true;
    default:
        return false;
    }
}

bool looksLikeSwitching(const CloudTask &task)
{
    return task.step.contains(QLatin1String("switch"), Qt::CaseInsensitive)
        || task.step.contains(QStringLiteral("切换"));
}

bool versionChanged(const Baseline &baseline, const Observation &seen)
{
    return baseline.version.isKnown() && seen.version.isKnown() && !(baseline.version == seen.version);
}

std::optional<CloudTask> matchingTask(const QList<CloudTask> &tasks, const Baseline &baseline,
                                      std::chrono::milliseconds offset)
{
    const QDateTime earliest =
        baseline.sentAt.addMSecs((offset - std::chrono::milliseconds(taskTimeTolerance)).count());
    std::optional<CloudTask> newest;
    for (const CloudTask &task : tasks) {
        if (!(task.instance == baseline.instance) || !looksLikeMinorUpgrade(task))
            continue;
        if (task.started.isValid() ? task.started < earliest : !isOpen(task))
            continue;
        if (!newest
            || (task.started.isValid() && (!newest->started.isValid() || task.started > newest->started)))
            newest = task;
    }
    return newest;
}

} // namespace uplift::upgrade
