// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/settings.h"

#include <QRegularExpression>

namespace uplift::practice {

Reply modifyMaintainTime(World &world, const CallInput &call)
{
    static const QRegularExpression shape(QStringLiteral("^([01]\\d|2[0-3]):[0-5]\\dZ$"));
    const Found found = findInstance(world, call);
    if (!found.instance)
        return *found.refusal;
    const QString start = QStringLiteral("MaintainStartTime");
    const QString end = QStringLiteral("MaintainEndTime");
    for (const QString &name : {start, end}) {
        if (call.text(name).isEmpty())
            return Refusal::missing(name);
    }
    if (!shape.match(call.text(start)).hasMatch())
        return Refusal::of(
            400, QStringLiteral("InvalidStartTime.Format"),
            QStringLiteral("The specified start time %1 is not HH:mmZ.").arg(call.text(start)));
    const auto window = shape.match(call.text(end)).hasMatch()
        ? MaintenanceWindow::parse(call.text(start), call.text(end))
        : std::nullopt;
    if (!window || !window->isSane() || window->startUtc() == window->endUtc())
        return Refusal::of(400, QStringLiteral("InvalidEndTime.Format"),
                           QStringLiteral("The specified end time %1 is not HH:mmZ, or not an hour after the "
                                          "start.")
                               .arg(call.text(end)));
    if (auto refusal = refuseUnlessNormal(*found.instance, call.now))
        return *refusal;
    world.change(found.instance->id, [&](PracticeInstance &instance) { instance.window = *window; });
    return QJsonObject{};
}

Reply modifyAutoUpgrade(World &world, const CallInput &call)
{
    const Found found = findInstance(world, call, QStringLiteral("DBInstanceId"));
    if (!found.instance)
        return *found.refusal;
    const QString parameter = QStringLiteral("Value");
    const QString value = call.text(parameter);
    if (value.isEmpty())
        return Refusal::missing(parameter);
    if (value != QLatin1String("0") && value != QLatin1String("1"))
        return Refusal::invalid(parameter, QStringLiteral("0 or 1 is needed"));
    world.change(found.instance->id,
                 [&](PracticeInstance &instance) { instance.autoUpgrade = value == QLatin1String("1"); });
    return QJsonObject{};
}

} // namespace uplift::practice
