// SPDX-License-Identifier: GPL-3.0-or-later
#include "upgrade/stepchange.h"

#include <QCoreApplication>

namespace uplift::upgrade {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("uplift::upgrade", text); }

cloud::ChangeRequest kernelChange(const StepPlan &plan, MomentNaming naming)
{
    return cloud::upgradeKernel({plan.region, plan.instance, plan.minorVersion, plan.moment, {}}, naming);
}

cloud::ChangeRequest eventChange(const StepPlan &plan, const SettingChange &setting, const QDateTime &now)
{
    if (plan.kind == StepKind::CancelEvent)
        return cloud::cancelEvents(plan.region, {setting.event});
    return setting.when == SettingChange::When::At
        ? cloud::moveEvents(plan.region, {setting.event}, setting.at)
        : cloud::startEventsNow(plan.region, {setting.event}, now);
}

cloud::ChangeRequest taskChange(const StepPlan &plan, const SettingChange &setting)
{
    if (plan.kind == StepKind::CancelTask)
        return cloud::actOnTask(plan.region, setting.task, setting.taskStep, QStringLiteral("cancel"));
    switch (setting.when) {
    case SettingChange::When::At:
        return cloud::moveTask(plan.region, setting.task, setting.taskStep, cloud::RecoverMode::TimePoint,
                               setting.at);
    case SettingChange::When::InWindow:
        return cloud::moveTask(plan.region, setting.task, setting.taskStep, cloud::RecoverMode::MaintainTime);
    case SettingChange::When::Immediately:
        break;
    }
    return cloud::moveTask(plan.region, setting.task, setting.taskStep, cloud::RecoverMode::Immediate);
}

} // namespace

cloud::ChangeRequest changeOf(const StepPlan &plan, MomentNaming naming, const QDateTime &now)
{
    const SettingChange setting = plan.setting.value_or(SettingChange());
    switch (plan.kind) {
    case StepKind::Kernel:
        return kernelChange(plan, naming);
    case StepKind::Proxy:
        return cloud::upgradeProxy(plan.region, plan.instance, plan.moment);
    case StepKind::Backup:
        return cloud::createBackup(plan.region, plan.instance);
    case StepKind::Window:
        // Without a window the request lacks its times and is refused before it leaves.
        return setting.window ? cloud::changeMaintenanceWindow(plan.region, plan.instance, *setting.window)
                              : cloud::ChangeRequest{};
    case StepKind::AutoUpgrade:
        return setting.autoUpgrade
            ? cloud::switchAutoUpgrade(plan.region, plan.instance, *setting.autoUpgrade)
            : cloud::ChangeRequest{};
    case StepKind::MoveEvent:
    case StepKind::CancelEvent:
        return eventChange(plan, setting, now);
    case StepKind::MoveTask:
    case StepKind::CancelTask:
        break;
    }
    return taskChange(plan, setting);
}

std::optional<Error> failureInside(const StepPlan &plan, const cloud::ChangeFacts &facts)
{
    if (plan.kind != StepKind::MoveTask && plan.kind != StepKind::CancelTask)
        return std::nullopt;
    const QString failed = facts.values.value(QStringLiteral("ErrorTaskId"));
    const bool none = facts.values.value(QStringLiteral("SuccessCount")) == QLatin1String("0");
    if (failed.isEmpty() && !none)
        return std::nullopt;
    Error error = Error::of(
        Error::Kind::Conflict,
        tr("The service did not change the task %1.").arg(plan.setting ? plan.setting->task.value : failed),
        tr("Refresh: the task may have gone on meanwhile, and offer something else."));
    error.code = facts.values.value(QStringLiteral("ErrorCode"));
    error.requestId = facts.info.requestId;
    return error;
}

} // namespace uplift::upgrade
