// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/oosloop.h"

#include "report/ooscheck.h"
#include "report/requestexamples.h"

#include <QJsonArray>

#include <algorithm>

namespace uplift::report {

namespace {

using namespace std::chrono_literals;
using upgrade::BatchItem;
using upgrade::BatchPlan;
using upgrade::StepKind;

/// Own choice: copying grows with the data, and no document bounds it.
constexpr std::chrono::minutes upgradeAtMost = 10h;
/// The next window begins within a day; what was begun in its last minutes still has to end.
constexpr std::chrono::minutes afterWindow = 2h;

const QString taskItem = QStringLiteral("{{ ACS::TaskLoopItem }}");
const QString regionName = QStringLiteral("{{ regionId }}");

/// Any failure: 0. From n on: n - 1. Never: all of them. After a canary only what is verified goes on.
QJsonValue maxErrorsOf(const BatchPlan &plan, int wave)
{
    if (plan.waves.at(wave).canary)
        return 0;
    return plan.stop.failures > 0 ? QJsonValue(plan.stop.failures - 1) : QJsonValue(QStringLiteral("100%"));
}

OosLoop loopFor(const BatchPlan &plan, const BatchItem &member)
{
    OosLoop loop;
    loop.wave = member.wave;
    loop.parts = member.parts;
    if (member.parts.contains(StepKind::Proxy) && member.proxy)
        loop.proxyTarget = member.proxy->toVersion;
    loop.moment = member.plan.moment;
    loop.naming = member.plan.momentNaming;
    loop.atOnce = plan.waves.at(member.wave).atOnce;
    loop.maxErrors = maxErrorsOf(plan, member.wave);
    return loop;
}

bool isSameKind(const OosLoop &a, const OosLoop &b)
{
    return a.parts == b.parts && a.proxyTarget == b.proxyTarget && a.moment == b.moment
        && a.naming == b.naming;
}

QJsonObject task(const QString &name, const char *action, const QJsonObject &properties)
{
    return {{QStringLiteral("Name"), name},
            {QStringLiteral("Action"), QLatin1String(action)},
            {QStringLiteral("Properties"), properties}};
}

QJsonObject call(const char *api, QJsonObject parameters)
{
    parameters.insert(QStringLiteral("RegionId"), regionName);
    parameters.insert(QStringLiteral("InstanceId"), taskItem);
    return {{QStringLiteral("Service"), QStringLiteral("r-kvstore")},
            {QStringLiteral("API"), QLatin1String(api)},
            {QStringLiteral("Parameters"), parameters}};
}

QJsonObject kernelCall(const OosLoop &loop)
{
    QJsonObject parameters{{QStringLiteral("Minorversion"), QStringLiteral("latest_version")}};
    if (loop.naming != MomentNaming::EffectTime)
        parameters.insert(QStringLiteral("EffectiveTime"), effectiveTime(loop.moment));
    if (loop.naming != MomentNaming::EffectiveTime)
        parameters.insert(QStringLiteral("EffectTime"), effectTime(loop.moment));
    return call("ModifyInstanceMinorVersion", parameters);
}

QJsonObject proxyCall(const OosLoop &loop)
{
    return call("UpgradeProxy", {{QStringLiteral("SwitchTimeMode"), effectiveTime(loop.moment)}});
}

QJsonObject waitTask(const OosLoop &loop, const QString &name, const char *api, const QString &selector,
                     const QJsonArray &desired, const QJsonArray &hopeless)
{
    QJsonObject properties = call(api, {});
    properties.insert(QStringLiteral("PropertySelector"), selector);
    properties.insert(QStringLiteral("DesiredValues"), desired);
    if (!hopeless.isEmpty())
        properties.insert(QStringLiteral("StopRetryValues"), hopeless);
    QJsonObject wait = task(name, "ACS::WaitFor", properties);
    // Beside Properties: within it they would be ignored, and the wait would give up after ten looks.
    wait.insert(QStringLiteral("Retries"), oosRetries);
    wait.insert(QStringLiteral("DelayType"), QStringLiteral("Constant"));
    wait.insert(QStringLiteral("Delay"), static_cast<int>(loop.delay().count()));
    return wait;
}

QJsonObject statusWait(const OosLoop &loop, const QString &name)
{
    return waitTask(loop, name, "DescribeInstanceAttribute",
                    QStringLiteral("Instances.DBInstanceAttribute[0].InstanceStatus"),
                    {QStringLiteral("Normal")}, {QStringLiteral("Error"), QStringLiteral("Released")});
}

/// The status alone proves nothing: it reads Normal before the upgrade begins, and for days before a window.
QJsonObject versionWait(const OosLoop &loop, const QString &name, StepKind part)
{
    // As a truth value and as a text: how the two compare is not documented.
    const QJsonArray yes{true, QStringLiteral("true")};
    return part == StepKind::Proxy
        ? waitTask(loop, name, "DescribeEngineVersion", QStringLiteral("ProxyMinorVersion"),
                   {loop.proxyTarget}, {})
        : waitTask(loop, name, "DescribeEngineVersion", QStringLiteral("IsLatestVersion"), yes, {});
}

void addPart(QJsonArray &tasks, const OosLoop &loop, StepKind part)
{
    const QString name =
        loop.prefix() + (part == StepKind::Proxy ? QStringLiteral("Proxy") : QStringLiteral("Kernel"));
    tasks.append(task(name + QStringLiteral("Upgrade"), "ACS::ExecuteAPI",
                      part == StepKind::Proxy ? proxyCall(loop) : kernelCall(loop)));
    // Right after the call the status may still read Normal.
    tasks.append(sleepTask(name + QStringLiteral("Settle"), QStringLiteral("PT60S")));
    tasks.append(statusWait(loop, name + QStringLiteral("Serving")));
    tasks.append(versionWait(loop, name + QStringLiteral("Version"), part));
    tasks.append(statusWait(loop, name + QStringLiteral("Verified")));
}

} // namespace

QString OosLoop::prefix() const
{
    const QString place = QStringLiteral("wave%1").arg(wave + 1);
    return number == 0 ? place : place + QStringLiteral("Part%1").arg(number + 1);
}

QString OosLoop::parameter() const
{
    const QString place = QStringLiteral("instanceIdsWave%1").arg(wave + 1);
    return number == 0 ? place : place + QStringLiteral("Part%1").arg(number + 1);
}

/// So long that the greatest number of looks lasts until the upgrade must have ended.
std::chrono::seconds OosLoop::delay() const
{
    const std::chrono::minutes needed =
        moment == Moment::Now ? upgradeAtMost : 24h + longestWindow + afterWindow;
    const std::chrono::minutes each{(needed.count() + oosRetries - 1) / oosRetries};
    return std::clamp<std::chrono::seconds>(each, 60s, std::chrono::seconds(oosDelaySeconds));
}

void addMember(QList<OosLoop> &loops, qsizetype first, const BatchPlan &plan, const BatchItem &item)
{
    const OosLoop fresh = loopFor(plan, item);
    auto loop = std::find_if(loops.begin() + first, loops.end(),
                             [&fresh](const OosLoop &other) { return isSameKind(fresh, other); });
    if (loop == loops.end()) {
        loops.append(fresh);
        loop = std::prev(loops.end());
        loop->number = static_cast<int>(loops.size() - 1 - first);
    }
    loop->instances.append(item.plan.instance.value);
    const std::chrono::minutes window = item.window ? item.window->length() : std::chrono::minutes(24h);
    loop->longestWindow = std::max(loop->longestWindow, window);
}

QJsonObject sleepTask(const QString &name, const QString &duration)
{
    return task(name, "ACS::Sleep", {{QStringLiteral("Duration"), duration}});
}

QJsonObject loopTask(const OosLoop &loop)
{
    QJsonArray tasks;
    for (const StepKind part : loop.parts)
        addPart(tasks, loop, part);
    const QJsonObject rate{{QStringLiteral("Mode"), QStringLiteral("Concurrency")},
                           {QStringLiteral("Concurrency"), loop.atOnce},
                           {QStringLiteral("MaxErrors"), loop.maxErrors}};
    return task(loop.prefix(), "ACS::Loop",
                {{QStringLiteral("LoopItems"), QStringLiteral("{{ %1 }}").arg(loop.parameter())},
                 {QStringLiteral("LoopRateControl"), rate},
                 {QStringLiteral("LoopTasks"), tasks}});
}

} // namespace uplift::report
