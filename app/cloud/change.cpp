// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/change.h"

#include "cloud/signing.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace uplift::cloud {

namespace {

QString wordOf(Moment moment)
{
    return moment == Moment::Now ? QStringLiteral("Immediately") : QStringLiteral("MaintainTime");
}

QString timeText(const QDateTime &time) { return QString::fromLatin1(wireTime(time)); }

ChangeRequest changeOf(const RegionId &region, const char *action, const QMap<QString, QString> &parameters)
{
    return {Product::RKVStore, region, QString::fromLatin1(action), parameters, {}};
}

ChangeRequest ofInstance(const RegionId &region, const char *action, const InstanceId &id)
{
    return changeOf(region, action, {{QStringLiteral("InstanceId"), id.value}});
}

ChangeRequest ofTask(const RegionId &region, const TaskId &task, const QString &step, const QString &action)
{
    return changeOf(region, "ModifyTaskInfo",
                    {{QStringLiteral("RegionId"), region.value},
                     {QStringLiteral("TaskId"), task.value},
                     {QStringLiteral("StepName"), step},
                     {QStringLiteral("TaskAction"), action}});
}

ChangeRequest ofExecution(const RegionId &region, const char *action)
{
    ChangeRequest request = changeOf(region, action, {{QStringLiteral("RegionId"), region.value}});
    request.product = Product::Oos;
    return request;
}

ChangeRequest ofEvents(const RegionId &region, const QStringList &ids, const QDateTime &time, bool now)
{
    return changeOf(region, "ModifyActiveOperationTasks",
                    {{QStringLiteral("Ids"), ids.join(QLatin1Char(','))},
                     {QStringLiteral("SwitchTime"), timeText(time)},
                     {QStringLiteral("ImmediateStart"), now ? QStringLiteral("1") : QStringLiteral("0")}});
}

/// Empty, which is refused, for a point in time that is none.
QString actionParams(RecoverMode mode, const QDateTime &time)
{
    QJsonObject how;
    const QString name = QStringLiteral("recoverMode");
    switch (mode) {
    case RecoverMode::Immediate:
        how.insert(name, QStringLiteral("immediate"));
        break;
    case RecoverMode::TimePoint:
        if (!time.isValid())
            return {};
        how.insert(name, QStringLiteral("timePoint"));
        how.insert(QStringLiteral("recoverTime"), timeText(time));
        break;
    case RecoverMode::MaintainTime:
        how.insert(name, QStringLiteral("maintainTime"));
        break;
    }
    return QString::fromUtf8(QJsonDocument(how).toJson(QJsonDocument::Compact));
}

} // namespace

ChangeRequest upgradeKernel(const StartRequest &request, MomentNaming naming)
{
    ChangeRequest change = ofInstance(request.region, "ModifyInstanceMinorVersion", request.instance);
    change.nonce = request.nonce;
    change.parameters.insert(QStringLiteral("Minorversion"), request.minorVersion);
    if (naming != MomentNaming::EffectTime)
        change.parameters.insert(QStringLiteral("EffectiveTime"), wordOf(request.moment));
    if (naming != MomentNaming::EffectiveTime)
        change.parameters.insert(QStringLiteral("EffectTime"),
                                 request.moment == Moment::Now ? QStringLiteral("0") : QStringLiteral("1"));
    return change;
}

ChangeRequest upgradeProxy(const RegionId &region, const InstanceId &id, Moment moment)
{
    ChangeRequest change = ofInstance(region, "UpgradeProxy", id);
    change.parameters.insert(QStringLiteral("SwitchTimeMode"), wordOf(moment));
    return change;
}

ChangeRequest changeMaintenanceWindow(const RegionId &region, const InstanceId &id,
                                      const MaintenanceWindow &window)
{
    ChangeRequest change = ofInstance(region, "ModifyInstanceMaintainTime", id);
    change.parameters.insert(QStringLiteral("MaintainStartTime"), window.startWire());
    change.parameters.insert(QStringLiteral("MaintainEndTime"), window.endWire());
    return change;
}

ChangeRequest switchAutoUpgrade(const RegionId &region, const InstanceId &id, bool on)
{
    return changeOf(region, "ModifyDBInstanceAutoUpgrade",
                    {{QStringLiteral("DBInstanceId"), id.value},
                     {QStringLiteral("Value"), on ? QStringLiteral("1") : QStringLiteral("0")}});
}

ChangeRequest createBackup(const RegionId &region, const InstanceId &id)
{
    return ofInstance(region, "CreateBackup", id);
}

QStringList backupJobIds(const QString &answered)
{
    static const QRegularExpression quotes(QStringLiteral("^[\\s\"']+|[\\s\"']+$"));
    QStringList ids;
    const QStringList parts = answered.split(QLatin1Char(','));
    for (QString id : parts) {
        id.remove(quotes);
        if (!id.isEmpty() && !ids.contains(id))
            ids.append(id);
    }
    return ids;
}

ChangeRequest moveEvents(const RegionId &region, const QStringList &ids, const QDateTime &switchTime)
{
    return ofEvents(region, ids, switchTime, false);
}

ChangeRequest startEventsNow(const RegionId &region, const QStringList &ids, const QDateTime &now)
{
    return ofEvents(region, ids, now, true);
}

ChangeRequest cancelEvents(const RegionId &region, const QStringList &ids)
{
    return changeOf(region, "CancelActiveOperationTasks",
                    {{QStringLiteral("Ids"), ids.join(QLatin1Char(','))}});
}

ChangeRequest moveTask(const RegionId &region, const TaskId &task, const QString &step, RecoverMode mode,
                       const QDateTime &time)
{
    ChangeRequest change = ofTask(region, task, step, QStringLiteral("modifySwitchTime"));
    change.parameters.insert(QStringLiteral("ActionParams"), actionParams(mode, time));
    return change;
}

ChangeRequest actOnTask(const RegionId &region, const TaskId &task, const QString &step,
                        const QString &action)
{
    return ofTask(region, task, step, action);
}

ChangeRequest startExecution(const ExecutionStart &start)
{
    ChangeRequest change = ofExecution(start.region, "StartExecution");
    change.parameters.insert(QStringLiteral("TemplateContent"), start.templateContent);
    change.parameters.insert(QStringLiteral("Mode"),
                             start.mode == ExecutionStart::Mode::Automatic ? QStringLiteral("Automatic")
                                                                           : QStringLiteral("FailurePause"));
    change.parameters.insert(QStringLiteral("SafetyCheck"),
                             start.confirmHighRisk ? QStringLiteral("ConfirmEveryHighRiskAction")
                                                   : QStringLiteral("Skip"));
    const std::pair<QString, QString> others[] = {{QStringLiteral("Parameters"), start.parameters},
                                                  {QStringLiteral("ClientToken"), start.clientToken},
                                                  {QStringLiteral("Description"), start.description}};
    for (const auto &[name, value] : others) {
        if (!value.isEmpty())
            change.parameters.insert(name, value);
    }
    return change;
}

ChangeRequest cancelExecution(const RegionId &region, const QString &executionId)
{
    ChangeRequest change = ofExecution(region, "CancelExecution");
    change.parameters.insert(QStringLiteral("ExecutionId"), executionId);
    return change;
}

bool travelsInForm(const QString &action, const QString &parameter)
{
    return action == QLatin1String("StartExecution") && parameter != QLatin1String("RegionId");
}

QString refusalOf(const ChangeRequest &request)
{
    static const QRegularExpression actionShape(QStringLiteral("^[A-Z][A-Za-z]{1,63}$"));
    static const QRegularExpression nonceShape(QStringLiteral("^[A-Za-z0-9-]{1,64}$"));
    constexpr qsizetype maxTemplate = 64 * 1024;
    if (!actionShape.match(request.action).hasMatch())
        return QStringLiteral("the action is odd");
    if (!nonceShape.match(request.nonce).hasMatch())
        return QStringLiteral("the nonce is missing or odd");
    if (request.parameters.value(QStringLiteral("TemplateContent")).toUtf8().size() > maxTemplate)
        return QStringLiteral("the template is larger than 64 KB");
    // Left empty, a time or an id would mean the service's default, not what was confirmed.
    for (auto it = request.parameters.begin(); it != request.parameters.end(); ++it) {
        if (it->isEmpty())
            return QStringLiteral("%1 is empty").arg(it.key());
    }
    return {};
}

} // namespace uplift::cloud
