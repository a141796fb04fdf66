// SPDX-License-Identifier: GPL-3.0-or-later
#include "upgrade/observation.h"

#include <QCoreApplication>

#include <algorithm>

namespace uplift::upgrade {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("uplift::upgrade", text); }

bool isOfKind(const CloudTask &task, StepKind kind)
{
    return kind == StepKind::Proxy ? looksLikeProxyUpgrade(task) : looksLikeMinorUpgrade(task);
}

QDateTime earliestOf(const Baseline &baseline, std::chrono::milliseconds offset)
{
    return sentByService(baseline, offset).addSecs(-taskTimeTolerance.count());
}

bool isManual(const QString &mode) { return mode.compare(QLatin1String("Manual"), Qt::CaseInsensitive) == 0; }

} // namespace

QDateTime sentByService(const Baseline &baseline, std::chrono::milliseconds offsetNow)
{
    return baseline.sentAt.addMSecs(baseline.clockOffset.value_or(offsetNow).count());
}

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
    const QDateTime earliest = earliestOf(baseline, offset);
    std::optional<CloudTask> newest;
    for (const CloudTask &task : tasks) {
        if (!(task.instance == baseline.instance) || !isOfKind(task, baseline.kind))
            continue;
        if (task.started.isValid() ? task.started < earliest : !isOpen(task))
            continue;
        if (!newest
            || (task.started.isValid() && (!newest->started.isValid() || task.started > newest->started)))
            newest = task;
    }
    return newest;
}

bool provesStart(const Baseline &baseline, const Observation &seen)
{
    switch (baseline.kind) {
    case StepKind::Kernel:
        return seen.status == InstanceStatus::MinorVersionUpgrading || versionChanged(baseline, seen)
            || seen.task.has_value();
    case StepKind::Proxy:
        return versionChanged(baseline, seen) || seen.task.has_value();
    case StepKind::Backup:
        return seen.backup && seen.backup->phase != BackupSight::Phase::NotSeen;
    default:
        return seen.asWanted.value_or(false);
    }
}

BackupSight backupSight(const QList<BackupJob> &jobs, const QList<Backup> &backups, const Baseline &baseline,
                        std::chrono::milliseconds offset)
{
    const QDateTime earliest = earliestOf(baseline, offset);
    const auto isOurs = [&](const QString &id, const QString &mode, const QDateTime &started) {
        if (!baseline.backupJobs.isEmpty())
            return baseline.backupJobs.contains(id);
        return isManual(mode) && started.isValid() && started >= earliest;
    };
    BackupSight sight;
    for (const BackupJob &job : jobs) {
        if (!isOurs(job.id, job.mode, job.started) || job.status == BackupJob::Status::Finished)
            continue;
        sight.phase = BackupSight::Phase::Running;
        sight.text = job.statusText;
        if (job.progress && (!sight.percent || *job.progress < *sight.percent))
            sight.percent = job.progress;
    }
    int succeeded = 0;
    int running = 0;
    for (const Backup &backup : backups) {
        // Sets of a cloud-native cluster carry an id of their own, not the job's.
        const QString &id = baseline.shardedBackups && !baseline.backupJobs.contains(backup.jobId)
            ? baseline.backupJobs.value(0)
            : backup.jobId;
        const bool recent = !baseline.shardedBackups
            || (isManual(backup.mode) && backup.started.isValid() && backup.started >= earliest);
        if (!recent || !isOurs(id, backup.mode, backup.started))
            continue;
        if (backup.status == Backup::Status::Failed) {
            sight.phase = BackupSight::Phase::Failed;
            sight.text = backup.statusText;
            return sight;
        }
        ++(backup.status == Backup::Status::Success ? succeeded : running);
    }
    if (running > 0)
        sight.phase = BackupSight::Phase::Running;
    if (sight.phase == BackupSight::Phase::Running || succeeded == 0)
        return sight;
    const qsizetype wanted = baseline.shardedBackups ? 1 : std::max<qsizetype>(1, baseline.backupJobs.size());
    sight.phase = succeeded >= wanted ? BackupSight::Phase::Success : BackupSight::Phase::Running;
    sight.text = tr("%1 of %2 backup jobs succeeded").arg(succeeded).arg(wanted);
    return sight;
}

} // namespace uplift::upgrade
