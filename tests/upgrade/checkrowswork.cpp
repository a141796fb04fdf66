// SPDX-License-Identifier: GPL-3.0-or-later
#include "upgrade/checkrows.h"

namespace uplift::checkinputs {

using CheckResult = upgrade::Check::Result;

namespace {

CheckInput withTasks(const QList<CloudTask> &tasks)
{
    return but([&tasks](CheckInput &input) { input.tasks = tasks; });
}

CheckInput withEvents(const QList<ScheduledEvent> &events)
{
    return but([&events](CheckInput &input) { input.events = events; });
}

CheckInput withBackups(const QList<Backup> &backups, Moment moment = Moment::MaintenanceWindow)
{
    return but([&](CheckInput &input) {
        input.backups = backups;
        input.moment = moment;
    });
}

CheckInput planned(CheckInput input)
{
    input.backupPlanned = true;
    return input;
}

} // namespace

void addWork(Rows &rows)
{
    rows.add("order completed", healthy(), "order", CheckResult::Passed);
    rows.add("order running", "order", CheckResult::Blocked,
             [](CheckInput &input) { input.instance->orderCompleted = false; });
    rows.add("order not told", "order", CheckResult::Unknown,
             [](CheckInput &input) { input.instance->orderCompleted.reset(); });
    rows.add("renewal pending", "renewal", CheckResult::ToRead,
             [](CheckInput &input) { input.instance->renewChangeOrder = true; });

    using Status = CloudTask::Status;
    rows.add("no task", healthy(), "tasks", CheckResult::Passed);
    rows.add("tasks that have ended",
             withTasks({task(Status::Succeeded, "Succeed"), task(Status::Failed, "Failed"),
                        task(Status::Cancelled, "Canceled")}),
             "tasks", CheckResult::Passed);
    rows.add("task Running", withTasks({task(Status::Running, "Running")}), "tasks", CheckResult::Blocked);
    rows.add("task Cancelling", withTasks({task(Status::Cancelling, "Cancelling")}), "tasks",
             CheckResult::Blocked);
    rows.add("task Waiting", withTasks({task(Status::Waiting, "Waiting", "KernelVersionUpgrade")}), "tasks",
             CheckResult::Blocked);
    rows.add("task Scheduled", withTasks({task(Status::Scheduled, "Scheduled")}), "tasks",
             CheckResult::Blocked);
    rows.add("task Running, of a kind nobody knows", withTasks({task(Status::Running, "Running", "")}),
             "tasks", CheckResult::Blocked);
    rows.add("task of another instance", "tasks", CheckResult::Passed, [](CheckInput &input) {
        CloudTask other = task(CloudTask::Status::Running, "Running");
        other.instance = {QStringLiteral("r-bp1another")};
        input.tasks = QList<CloudTask>{other};
    });
    rows.add("task of this instance, after one of another", "tasks", CheckResult::Blocked,
             [](CheckInput &input) {
                 CloudTask other = task(CloudTask::Status::Running, "Running");
                 CloudTask own = other;
                 other.instance = {QStringLiteral("r-bp1another")};
                 own.instance = input.instance->id;
                 input.tasks = QList<CloudTask>{other, own};
             });
    rows.add("task with a status nobody knows", withTasks({task(Status::Unknown, "Paused")}), "tasks",
             CheckResult::ToRead);
    rows.add("task with a status nobody knows, and one that runs",
             withTasks({task(Status::Unknown, "Paused"), task(Status::Running, "Running")}), "tasks",
             CheckResult::Blocked);
    rows.add("tasks not read", "tasks", CheckResult::Unknown, [](CheckInput &input) { input.tasks.reset(); });
}

void addEvents(Rows &rows)
{
    using Status = ScheduledEvent::Status;
    const char *upgrade = "rds_apsaradb_upgrade";
    const QDateTime soon = now().addDays(2);
    rows.add("no event", healthy(), "events", CheckResult::Passed);
    rows.add(
        "events that are over",
        withEvents({plannedEvent(Status::Done, upgrade, soon), plannedEvent(Status::Failed, upgrade, soon),
                    plannedEvent(Status::Cancelled, upgrade, soon)}),
        "events", CheckResult::Passed);
    rows.add("minor upgrade planned in 2 days", withEvents({plannedEvent(Status::Pending, upgrade, soon)}),
             "events", CheckResult::ToRead);
    rows.add("minor upgrade planned, other spelling",
             withEvents({plannedEvent(Status::Pending, "rds_apsradb_upgrade", soon)}), "events",
             CheckResult::ToRead);
    rows.add("minor upgrade planned in exactly 7 days",
             withEvents({plannedEvent(Status::Pending, upgrade, now().addDays(7))}), "events",
             CheckResult::ToRead);
    rows.add("minor upgrade planned in 8 days",
             withEvents({plannedEvent(Status::Pending, upgrade, now().addDays(8))}), "events",
             CheckResult::Passed);
    rows.add("event waits for a time, none set",
             withEvents({plannedEvent(Status::WaitsForTime, "rds_apsaradb_ha", QDateTime())}), "events",
             CheckResult::ToRead);
    rows.add("event that was due yesterday",
             withEvents({plannedEvent(Status::Pending, "rds_apsaradb_transfer", now().addDays(-1))}),
             "events", CheckResult::ToRead);
    rows.add("event far ahead and one without a time",
             withEvents({plannedEvent(Status::Pending, upgrade, now().addDays(20)),
                         plannedEvent(Status::WaitsForTime, upgrade, QDateTime())}),
             "events", CheckResult::ToRead);
    rows.add("event runs now", withEvents({plannedEvent(Status::Running, upgrade, now())}), "events",
             CheckResult::Blocked);
    rows.add("one is planned, another runs",
             withEvents({plannedEvent(Status::Pending, upgrade, soon),
                         plannedEvent(Status::Running, "rds_apsaradb_maxscale", now().addDays(-1))}),
             "events", CheckResult::Blocked);
    rows.add("event with a status nobody knows", withEvents({plannedEvent(Status::Unknown, upgrade, soon)}),
             "events", CheckResult::ToRead);
    rows.add("event with a status nobody knows, far ahead",
             withEvents({plannedEvent(Status::Unknown, upgrade, now().addDays(30))}), "events",
             CheckResult::ToRead);
    rows.add("event of another instance", "events", CheckResult::Passed, [upgrade](CheckInput &input) {
        ScheduledEvent other = plannedEvent(ScheduledEvent::Status::Running, upgrade, now());
        other.instance = {QStringLiteral("r-bp1another")};
        input.events = QList<ScheduledEvent>{other};
    });
    rows.add("events not read", "events", CheckResult::Unknown,
             [](CheckInput &input) { input.events.reset(); });
}

void addBackup(Rows &rows)
{
    using Status = Backup::Status;
    rows.add("backup 10 h old, limit 24 h", healthy(), "backup", CheckResult::Passed);
    rows.add("backup 24 h old, limit 24 h", withBackups({backup(Status::Success, 24)}), "backup",
             CheckResult::Passed);
    rows.add("backup 31 h old, limit 24 h", withBackups({backup(Status::Success, 31)}), "backup",
             CheckResult::ToRead);
    rows.add("backup 31 h old, no limit", "backup", CheckResult::Passed, [](CheckInput &input) {
        input.backups = QList<Backup>{backup(Backup::Status::Success, 31)};
        input.backupLimit.reset();
    });
    rows.add("backup 31 h old, one planned", planned(withBackups({backup(Status::Success, 31)})), "backup",
             CheckResult::Passed);
    rows.add("no backup", withBackups({}), "backup", CheckResult::ToRead);
    rows.add("no backup, one planned", planned(withBackups({})), "backup", CheckResult::Passed);
    rows.add("backup Failed, none good", withBackups({backup(Status::Failed, 2)}), "backup",
             CheckResult::ToRead);
    rows.add("newest backup Failed, an older one good",
             withBackups({backup(Status::Failed, 2), backup(Status::Success, 10)}), "backup",
             CheckResult::ToRead);
    rows.add("newest backup good, an older one Failed",
             withBackups({backup(Status::Failed, 30), backup(Status::Success, 10)}), "backup",
             CheckResult::Passed);
    rows.add("newest backup Failed, one planned",
             planned(withBackups({backup(Status::Failed, 2), backup(Status::Success, 10)})), "backup",
             CheckResult::Passed);
    rows.add("one shard's backup good, another's old",
             withBackups({backup(Status::Success, 2, "r-x-db-0"), backup(Status::Success, 40, "r-x-db-1")}),
             "backup", CheckResult::ToRead);
    rows.add("backup expired", "backup", CheckResult::ToRead,
             [](CheckInput &input) { input.backups->first().expires = now().addSecs(-1); });
    rows.add("an increment alone", "backup", CheckResult::ToRead,
             [](CheckInput &input) { input.backups->first().type = QStringLiteral("IncrementalBackup"); });
    rows.add("backup running, upgrade in the window, last one fresh",
             withBackups({backup(Status::Running, 0), backup(Status::Success, 10)}), "backup",
             CheckResult::Passed);
    rows.add("backup running, upgrade now",
             withBackups({backup(Status::Running, 0), backup(Status::Success, 10)}, Moment::Now), "backup",
             CheckResult::ToRead);
    rows.add("backup running, last one old",
             withBackups({backup(Status::Running, 0), backup(Status::Success, 40)}), "backup",
             CheckResult::ToRead);
    rows.add("backup running, one more planned",
             planned(withBackups({backup(Status::Running, 0), backup(Status::Success, 40)})), "backup",
             CheckResult::ToRead);
    rows.add("backup with a status nobody knows", withBackups({backup(Status::Unknown, 2)}), "backup",
             CheckResult::Unknown);
    rows.add("backups not read", "backup", CheckResult::Unknown,
             [](CheckInput &input) { input.backups.reset(); });
    rows.add("backups not read, one planned", planned(but([](CheckInput &input) { input.backups.reset(); })),
             "backup", CheckResult::Passed);
    rows.add("backup stamped ahead of this clock", withBackups({backup(Status::Success, -1)}), "backup",
             CheckResult::Passed);
}

} // namespace uplift::checkinputs
