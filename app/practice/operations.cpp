// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/operations.h"

#include "practice/backups.h"
#include "practice/events.h"
#include "practice/monitor.h"
#include "practice/paging.h"
#include "practice/roles.h"
#include "practice/settings.h"
#include "practice/shapes.h"
#include "practice/tasks.h"
#include "practice/topology.h"
#include "practice/upgrades.h"

#include <QJsonArray>
#include <QSet>

#include <algorithm>

namespace uplift::practice {

namespace {

constexpr int maxIds = 30;

/// Does a host serve a region? Only the provider's own host names say so; ours serves all.
bool serves(const QString &host, const QString &region)
{
    if (host == QLatin1String("r-kvstore.aliyuncs.com"))
        return region.startsWith(QLatin1String("cn-"));
    for (const QLatin1String prefix : {QLatin1String("r-kvstore."), QLatin1String("r-kvstore-vpc.")}) {
        if (host.startsWith(prefix) && host.endsWith(QLatin1String(".aliyuncs.com")))
            return host == prefix + region + QLatin1String(".aliyuncs.com");
    }
    return true;
}

/// Does an instance pass the filters of DescribeInstances?
bool passesFilters(const PracticeInstance &instance, const CallInput &call)
{
    static const QStringList filters{
        QStringLiteral("InstanceStatus"), QStringLiteral("InstanceType"),  QStringLiteral("ArchitectureType"),
        QStringLiteral("EditionType"),    QStringLiteral("EngineVersion"), QStringLiteral("NodeType"),
        QStringLiteral("InstanceClass"),  QStringLiteral("ChargeType"),    QStringLiteral("NetworkType"),
        QStringLiteral("VpcId"),          QStringLiteral("ZoneId"),        QStringLiteral("ResourceGroupId")};
    const QString region = call.parameters.value(QStringLiteral("RegionId"));
    const QString key = call.parameters.value(QStringLiteral("SearchKey"));
    if (!region.isEmpty() && instance.region != region)
        return false;
    if (!instance.name.contains(key, Qt::CaseInsensitive) && !instance.id.contains(key, Qt::CaseInsensitive))
        return false;
    // The shape is made only when a filter needs it: a large fleet is asked for page by page.
    QJsonObject row;
    return std::all_of(filters.begin(), filters.end(), [&](const QString &name) {
        const QString wanted = call.parameters.value(name);
        if (wanted.isEmpty())
            return true;
        if (row.isEmpty())
            row = listShape(instance, call.now);
        return row.value(name).toString() == wanted;
    });
}

/// What a call of DescribeInstances asks for. A whole region, the usual question, costs no look at the
/// others.
QList<const PracticeInstance *> matchesOf(const World &world, const CallInput &call, const QStringList &ids)
{
    const QString region = call.parameters.value(QStringLiteral("RegionId"));
    QList<const PracticeInstance *> candidates;
    if (!ids.isEmpty()) {
        for (const QString &id : QSet<QString>(ids.begin(), ids.end())) {
            if (const PracticeInstance *instance = world.find(id))
                candidates.append(instance);
        }
        std::sort(candidates.begin(), candidates.end()); // as they lie in the world
    } else if (!region.isEmpty()) {
        candidates = world.inRegion(region);
    } else {
        for (const PracticeInstance &instance : world.instances())
            candidates.append(&instance);
    }
    static const QSet<QString> noFilter{QStringLiteral("RegionId"), QStringLiteral("PageNumber"),
                                        QStringLiteral("PageSize"), QStringLiteral("InstanceIds")};
    const QStringList names = call.parameters.keys();
    const bool filtered =
        std::any_of(names.begin(), names.end(), [](const QString &name) { return !noFilter.contains(name); });
    if (!filtered && !region.isEmpty() && serves(call.host, region) && ids.isEmpty())
        return candidates;
    candidates.removeIf([&](const PracticeInstance *instance) {
        return !serves(call.host, instance->region) || !passesFilters(*instance, call);
    });
    return candidates;
}

Reply describeInstances(const World &world, const CallInput &call)
{
    Page page;
    if (auto refusal = readPage(call.parameters, 1, 50, page))
        return *refusal;
    const QStringList ids = commaList(call.parameters, QStringLiteral("InstanceIds"));
    if (ids.size() > maxIds)
        return Refusal::invalid(QStringLiteral("InstanceIds"), QStringLiteral("at most 30 ids are allowed"));
    const QList<const PracticeInstance *> matches = matchesOf(world, call, ids);
    QJsonObject body = pageNumbers(page, matches.size());
    QJsonArray rows;
    for (qsizetype i = page.first(); i < std::min(page.first() + page.size, matches.size()); ++i)
        rows.append(listShape(*matches.at(i), call.now));
    body.insert(QStringLiteral("Instances"), QJsonObject{{QStringLiteral("KVStoreInstance"), rows}});
    return body;
}

Reply describeAttribute(const World &world, const CallInput &call)
{
    const Found found = findInstance(world, call);
    if (!found.instance)
        return *found.refusal;
    const QJsonArray rows{attributeShape(*found.instance, call.now)};
    return QJsonObject{
        {QStringLiteral("Instances"), QJsonObject{{QStringLiteral("DBInstanceAttribute"), rows}}}};
}

Reply describeVersion(const World &world, const CallInput &call)
{
    const Found found = findInstance(world, call);
    if (!found.instance)
        return *found.refusal;
    return versionShape(world, *found.instance, call.now);
}

Reply describeNodes(const World &world, const CallInput &call)
{
    const Found found = findInstance(world, call);
    if (!found.instance)
        return *found.refusal;
    Page page{1, 10};
    int query = 1;
    if (auto refusal = readPage(call.parameters, 10, 50, page))
        return *refusal;
    if (auto refusal = readNumber(call.parameters, QStringLiteral("QueryType"), 0, 1, query))
        return *refusal;
    const QJsonArray all = nodeShapes(world, *found.instance, query == 0, call.now);
    QJsonObject body = pageNumbers(page, all.size());
    body.insert(QStringLiteral("Node"), QJsonObject{{QStringLiteral("NodeInfo"), cut(all, page)}});
    return body;
}

Reply describeRegions(const World &world, const CallInput &call)
{
    const QString language = call.parameters.value(QStringLiteral("AcceptLanguage"), QStringLiteral("zh-CN"));
    if (language != QLatin1String("zh-CN") && language != QLatin1String("en-US"))
        return Refusal::invalid(QStringLiteral("AcceptLanguage"), QStringLiteral("zh-CN or en-US is needed"));
    QJsonArray rows;
    for (const PracticeRegion &region : world.regions())
        rows.append(regionShape(region, language == QLatin1String("en-US"),
                                call.endpoints.value(region.id, call.host)));
    return QJsonObject{{QStringLiteral("RegionIds"), QJsonObject{{QStringLiteral("KVStoreRegion"), rows}}}};
}

Reply callerIdentity(const World &, const CallInput &call) { return identityShape(call); }

using Read = Reply (*)(const World &, const CallInput &);
using Change = Reply (*)(World &, const CallInput &);

/// What only looks.
Read readOf(const CallInput &call)
{
    static const QHash<QString, Read> reads{
        {QStringLiteral("DescribeInstances"), describeInstances},
        {QStringLiteral("DescribeInstanceAttribute"), describeAttribute},
        {QStringLiteral("DescribeEngineVersion"), describeVersion},
        {QStringLiteral("DescribeRoleZoneInfo"), describeNodes},
        {QStringLiteral("DescribeRegions"), describeRegions},
        {QStringLiteral("DescribeLogicInstanceTopology"), describeTopology},
        {QStringLiteral("DescribeHistoryTasks"), describeTasks},
        {QStringLiteral("DescribeActiveOperationTasks"), describeEvents},
        {QStringLiteral("DescribeBackupTasks"), describeBackupTasks},
        {QStringLiteral("DescribeBackups"), describeBackups},
        {QStringLiteral("DescribeClusterBackupList"), describeClusterBackups},
        {QStringLiteral("DescribeHistoryMonitorValues"), describeMonitorValues},
    };
    if (call.version == stsVersion())
        return call.action == QLatin1String("GetCallerIdentity") ? callerIdentity : nullptr;
    return reads.value(call.action, nullptr);
}

/// What changes something.
Change changeOf(const CallInput &call)
{
    static const QHash<QString, Change> changes{
        {QStringLiteral("ModifyInstanceMinorVersion"), upgradeKernel},
        {QStringLiteral("UpgradeProxy"), upgradeProxy},
        {QStringLiteral("ModifyInstanceMaintainTime"), modifyMaintainTime},
        {QStringLiteral("ModifyDBInstanceAutoUpgrade"), modifyAutoUpgrade},
        {QStringLiteral("ModifyActiveOperationTasks"), modifyEvents},
        {QStringLiteral("CancelActiveOperationTasks"), cancelEvents},
        {QStringLiteral("ModifyTaskInfo"), modifyTasks},
        {QStringLiteral("CreateBackup"), createBackup},
    };
    return call.version == stsVersion() ? nullptr : changes.value(call.action, nullptr);
}

} // namespace

QString kvstoreVersion() { return QStringLiteral("2015-01-01"); }

QString stsVersion() { return QStringLiteral("2015-04-01"); }

QString oosVersion() { return QStringLiteral("2019-06-01"); }

Found findInstance(const World &world, const CallInput &call, const QString &parameter)
{
    if (call.text(parameter).isEmpty())
        return {nullptr, Refusal::missing(parameter)};
    const PracticeInstance *instance = world.find(call.text(parameter));
    const QString region = call.text(QStringLiteral("RegionId"));
    const bool elsewhere = instance
        && ((!region.isEmpty() && region != instance->region) || !serves(call.host, instance->region));
    if (!instance || elsewhere)
        return {nullptr,
                Refusal::of(404, QStringLiteral("Invalid%1.NotFound").arg(parameter),
                            QStringLiteral("The specified instance does not exist."))};
    return {instance, std::nullopt};
}

std::optional<Refusal> refuseUnlessNormal(const PracticeInstance &instance, const QDateTime &now)
{
    const QString status = World::statusAt(instance, now);
    if (status == QLatin1String("Normal"))
        return std::nullopt;
    return Refusal::of(
        403, QStringLiteral("IncorrectDBInstanceState"),
        QStringLiteral("Current DB instance state %1 does not support this operation.").arg(status));
}

std::optional<Refusal> refuseUnlessIdle(const PracticeInstance &instance, const QDateTime &now)
{
    if (auto refusal = refuseUnlessNormal(instance, now))
        return refusal;
    if (World::isBusyAt(instance, now) || World::isBackingUpAt(instance, now))
        return Refusal::of(400, QStringLiteral("Task.Conflict"),
                           QStringLiteral("Another task of this instance has not ended yet."));
    return std::nullopt;
}

Reply answerCall(World &world, const CallInput &call)
{
    if (call.version != kvstoreVersion() && call.version != stsVersion())
        return Refusal::of(404, QStringLiteral("InvalidVersion"),
                           QStringLiteral("Specified parameter Version is not valid."));
    if (const Read read = readOf(call))
        return read(world, call);
    if (const Change change = changeOf(call))
        return change(world, call);
    return Refusal::of(404, QStringLiteral("InvalidAction.NotFound"),
                       QStringLiteral("Specified api is not found."));
}

} // namespace uplift::practice
