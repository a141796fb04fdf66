// SPDX-License-Identifier: GPL-3.0-or-later
#include "upgrade/memberend.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>

namespace uplift::upgrade {

namespace {

/// One turn of a loop: its tasks, and which of them ask for an upgrade of the kind.
struct Turn {
    QSet<QString> tasks;
    QSet<QString> asking;
};

QList<Turn> turnsOf(const QString &content, StepKind kind)
{
    const QString api = kind == StepKind::Proxy ? QStringLiteral("UpgradeProxy")
                                                : QStringLiteral("ModifyInstanceMinorVersion");
    QList<Turn> turns;
    const QJsonObject plan = QJsonDocument::fromJson(content.toUtf8()).object();
    for (const QJsonValue loop : plan.value(QLatin1String("Tasks")).toArray()) {
        Turn turn;
        const QJsonObject properties = loop[QLatin1String("Properties")].toObject();
        for (const QJsonValue task : properties.value(QLatin1String("LoopTasks")).toArray()) {
            const QString name = task[QLatin1String("Name")].toString();
            turn.tasks.insert(name);
            if (task[QLatin1String("Properties")][QLatin1String("API")].toString() == api)
                turn.asking.insert(name);
        }
        if (!turn.asking.isEmpty())
            turns.append(turn);
    }
    return turns;
}

bool isGood(const TaskExecution &task)
{
    return task.status == ExecutionStatus::Success || task.status == ExecutionStatus::Skipped;
}

} // namespace

MemberSight sightOf(const QList<TaskExecution> &tasks, const InstanceId &instance)
{
    MemberSight sight;
    bool open = false;
    bool any = false;
    for (const TaskExecution &task : tasks) {
        if (task.loopItem != instance.value)
            continue;
        any = true;
        switch (task.status) {
        case ExecutionStatus::Failed:
            sight.state = StepState::Failed;
            sight.message = task.message;
            return sight;
        case ExecutionStatus::Cancelled:
            sight.state = StepState::Cancelled;
            break;
        case ExecutionStatus::Success:
        case ExecutionStatus::Skipped:
            break;
        default:
            open = true;
        }
    }
    if (any && (open || sight.state != StepState::Cancelled))
        sight.state = StepState::Running;
    return sight;
}

PartSight partSightOf(const QList<TaskExecution> &tasks, const QString &content, const InstanceId &instance,
                      StepKind kind)
{
    PartSight sight;
    QHash<QString, bool> good; // the member's tasks, by name
    for (const TaskExecution &task : tasks) {
        if (task.loopItem == instance.value)
            good.insert(task.name, isGood(task));
    }
    for (const Turn &turn : turnsOf(content, kind)) {
        for (const TaskExecution &task : tasks) {
            if (task.loopItem != instance.value || !turn.asking.contains(task.name))
                continue;
            sight.begun = isGood(task) ? PartSight::Begun::Yes : PartSight::Begun::Perhaps;
            sight.askedAt = task.started.isValid() ? task.started : task.created;
            sight.done = std::all_of(turn.tasks.begin(), turn.tasks.end(),
                                     [&good](const QString &name) { return good.value(name); });
            return sight;
        }
    }
    return sight;
}

Tracking trackingFrom(const PartSight &sight)
{
    Tracking tracking;
    tracking.wasUpgrading = sight.done; // its wait saw the upgrade through
    return tracking;
}

std::optional<StepState> endOf(const MemberSight &member, const PartSight &part, const Tracking &tracking,
                               bool patient)
{
    const bool failed = member.state == StepState::Failed;
    if (tracking.state == StepState::Unchanged)
        return failed || member.state == StepState::Cancelled ? member.state : StepState::Unchanged;
    if (isEnd(tracking.state))
        return tracking.state;
    if (part.begun == PartSight::Begun::No)
        return StepState::NotStarted;
    if (part.begun == PartSight::Begun::Perhaps && patient && !tracking.wasUpgrading)
        return failed ? StepState::Failed : StepState::Cancelled;
    if (tracking.windowPassedUnchanged)
        return failed ? StepState::Failed : StepState::Unchanged;
    return std::nullopt;
}

} // namespace uplift::upgrade
