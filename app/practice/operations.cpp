// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/operations.h"

#include "practice/details.h"
#include "practice/paging.h"
#include "practice/shapes.h"

#include <QJsonArray>
#include <QSet>

#include <algorithm>

namespace uplift::practice {

namespace {

constexpr int maxIds = 30;
constexpr int maxDays = 30;

QStringList commaList(const Parameters &parameters, const QString &name)
{
    QStringList list = parameters.value(name).split(u',', Qt::SkipEmptyParts);
    for (QString &item : list)
        item = item.trimmed();
    return list;
}

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

std::optional<Refusal> readSpan(const CallInput &call, QDateTime &from, QDateTime &to)
{
    const auto read = [&](const QString &name, QDateTime &time) -> std::optional<Refusal> {
        if (call.parameters.value(name).isEmpty())
            return Refusal::missing(name);
        time = parseWireTime(call.parameters.value(name));
        if (!time.isValid())
            return Refusal::invalid(name, QStringLiteral("yyyy-MM-ddTHH:mm:ssZ is needed"));
        return std::nullopt;
    };
    if (auto refusal = read(QStringLiteral("FromStartTime"), from))
        return refusal;
    if (auto refusal = read(QStringLiteral("ToStartTime"), to))
        return refusal;
    if (from > to)
        return Refusal::invalid(QStringLiteral("FromStartTime"), QStringLiteral("it lies after ToStartTime"));
    // An hour of grace, since "30 days ago" was true when the client wrote it.
    if (from.addDays(maxDays).addSecs(3600) < call.now.addSecs(call.skew.count()))
        return Refusal::invalid(QStringLiteral("FromStartTime"),
                                QStringLiteral("it is more than 30 days ago"));
    return std::nullopt;
}

Reply describeTasks(const World &world, const CallInput &call)
{
    Page page{1, 10};
    QDateTime from;
    QDateTime to;
    if (auto refusal = readPage(call.parameters, 10, 100, page))
        return *refusal;
    if (auto refusal = readSpan(call, from, to))
        return *refusal;
    const QStringList filters{QStringLiteral("InstanceId"), QStringLiteral("TaskId"),
                              QStringLiteral("TaskType"), QStringLiteral("Status"),
                              QStringLiteral("RegionId")};
    for (const QString &name : {filters.at(0), filters.at(1)}) {
        if (commaList(call.parameters, name).size() > maxIds)
            return Refusal::invalid(name, QStringLiteral("at most 30 ids are allowed"));
    }
    QList<QJsonObject> tasks;
    for (const PracticeInstance &instance : world.instances()) {
        for (const UpgradeJob &job : instance.jobs) {
            if (stateAt(job, call.now).phase == JobState::Phase::Hidden)
                continue;
            const QJsonObject task = taskShape(instance, job, call.now, call.skew);
            const QDateTime start = parseWireTime(task.value(QStringLiteral("StartTime")).toString());
            const bool fits = std::all_of(filters.begin(), filters.end(), [&](const QString &name) {
                const QStringList wanted = commaList(call.parameters, name);
                return wanted.isEmpty() || wanted.contains(task.value(name).toString());
            });
            if (fits && start >= from && start <= to)
                tasks.append(task);
        }
    }
    std::stable_sort(tasks.begin(), tasks.end(), [](const QJsonObject &a, const QJsonObject &b) {
        return a.value(QStringLiteral("StartTime")).toString()
            > b.value(QStringLiteral("StartTime")).toString();
    });
    QJsonArray all;
    for (const QJsonObject &task : std::as_const(tasks))
        all.append(task);
    QJsonObject body = pageNumbers(page, all.size());
    body.insert(QStringLiteral("Items"), cut(all, page));
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

Reply callerIdentity(const QString &assumed)
{
    const QString user = QStringLiteral("201234567890123456");
    const QString role = QStringLiteral("301234567890123456");
    const bool isRole = !assumed.isEmpty();
    QJsonObject body{
        {QStringLiteral("AccountId"), accountNumber()},
        {QStringLiteral("Arn"),
         QStringLiteral("acs:ram::%1:%2")
             .arg(accountNumber(),
                  isRole ? QStringLiteral("assumed-role/") + assumed : QStringLiteral("user/practice"))},
        {QStringLiteral("IdentityType"),
         isRole ? QStringLiteral("AssumedRoleUser") : QStringLiteral("RAMUser")},
        {QStringLiteral("PrincipalId"),
         isRole ? role + QLatin1Char(':') + assumed.section(QLatin1Char('/'), -1) : user}};
    body.insert(isRole ? QStringLiteral("RoleId") : QStringLiteral("UserId"), isRole ? role : user);
    return body;
}

/// The moment under either name; empty when it was said badly.
std::optional<bool> wantsWindow(const Parameters &parameters, std::optional<Refusal> &refusal)
{
    const QString today = QStringLiteral("EffectiveTime");
    const QString former = QStringLiteral("EffectTime");
    const QString word = parameters.value(today);
    const QString number = parameters.value(former);
    std::optional<bool> window;
    if (parameters.contains(today)) {
        if (word != QLatin1String("Immediately") && word != QLatin1String("MaintainTime"))
            refusal = Refusal::invalid(today, QStringLiteral("Immediately or MaintainTime is needed"));
        window = word == QLatin1String("MaintainTime");
    }
    if (parameters.contains(former)) {
        if (number != QLatin1String("0") && number != QLatin1String("1"))
            refusal = Refusal::invalid(former, QStringLiteral("0 or 1 is needed"));
        else if (window && *window != (number == QLatin1String("1")))
            refusal = Refusal::invalid(today, QStringLiteral("it disagrees with EffectTime"));
        window = number == QLatin1String("1");
    }
    return refusal ? std::nullopt : std::optional<bool>(window.value_or(false));
}

/// The bare version to install, or why not.
QString targetVersion(const World &world, const PracticeInstance &instance, const CallInput &call,
                      std::optional<Refusal> &refusal)
{
    const MinorVersion current = World::kernelAt(instance, call.now);
    const QList<Release> newer = world.newerThan(instance.line, current);
    const QString latest = QStringLiteral("latest_version");
    const QString wanted = call.parameters.value(QStringLiteral("Minorversion"), latest);
    const MinorVersion version = MinorVersion::parse(wanted);
    if (wanted == latest || version == current) {
        if (!newer.isEmpty() && wanted == latest)
            return newer.first().version.text();
        refusal =
            Refusal::of(400, QStringLiteral("IncorrectEngineVersion"),
                        QStringLiteral("The instance already runs minor version %1.").arg(current.text()));
        return {};
    }
    const auto it = std::find_if(newer.begin(), newer.end(),
                                 [&](const Release &release) { return release.version == version; });
    if (it != newer.end())
        return it->version.text();
    const bool older = version.isKnown() && MinorVersion::compare(version, current) < 0;
    refusal = older
        ? Refusal::of(400, QStringLiteral("InvalidMinorVersionLowerThanInstance"),
                      QStringLiteral("The specified minor version is lower than that of the instance."))
        : Refusal::of(404, QStringLiteral("InvalidMinorVersion.NotFound"),
                      QStringLiteral("The specified minor version does not exist."));
    return {};
}

} // namespace

Found findInstance(const World &world, const CallInput &call)
{
    const QString name = QStringLiteral("InstanceId");
    if (call.parameters.value(name).isEmpty())
        return {nullptr, Refusal::missing(name)};
    const PracticeInstance *instance = world.find(call.parameters.value(name));
    const QString region = call.parameters.value(QStringLiteral("RegionId"));
    const bool elsewhere = instance
        && ((!region.isEmpty() && region != instance->region) || !serves(call.host, instance->region));
    if (!instance || elsewhere)
        return {nullptr,
                Refusal::of(404, QStringLiteral("InvalidInstanceId.NotFound"),
                            QStringLiteral("The specified instance does not exist."))};
    return {instance, std::nullopt};
}

Reply answerRead(const World &world, const CallInput &call)
{
    const bool sts = call.version == QLatin1String("2015-04-01");
    if (!sts && call.version != QLatin1String("2015-01-01"))
        return Refusal::of(404, QStringLiteral("InvalidVersion"),
                           QStringLiteral("Specified parameter Version is not valid."));
    if (sts && call.action == QLatin1String("GetCallerIdentity"))
        return callerIdentity(call.assumedRole);
    if (!sts && call.action == QLatin1String("DescribeInstances"))
        return describeInstances(world, call);
    if (!sts && call.action == QLatin1String("DescribeInstanceAttribute"))
        return describeAttribute(world, call);
    if (!sts && call.action == QLatin1String("DescribeEngineVersion"))
        return describeVersion(world, call);
    if (!sts && call.action == QLatin1String("DescribeRoleZoneInfo"))
        return describeNodes(world, call);
    if (!sts && call.action == QLatin1String("DescribeHistoryTasks"))
        return describeTasks(world, call);
    if (!sts && call.action == QLatin1String("DescribeRegions"))
        return describeRegions(world, call);
    if (const auto detail = sts ? std::nullopt : answerDetail(world, call))
        return *detail;
    return Refusal::of(404, QStringLiteral("InvalidAction.NotFound"),
                       QStringLiteral("Specified api is not found."));
}

StartDecision decideStart(const World &world, const CallInput &call)
{
    StartDecision decision;
    const Found found = findInstance(world, call);
    if (!found.instance) {
        decision.refusal = found.refusal;
        return decision;
    }
    decision.instance = {found.instance->id};
    const auto window = wantsWindow(call.parameters, decision.refusal);
    if (!window)
        return decision;
    decision.inWindow = *window;
    const QString status = World::statusAt(*found.instance, call.now);
    if (status != QLatin1String("Normal")) {
        decision.refusal = Refusal::of(
            403, QStringLiteral("IncorrectDBInstanceState"),
            QStringLiteral("Current DB instance state %1 does not support this operation.").arg(status));
        return decision;
    }
    if (World::isBusyAt(*found.instance, call.now)) {
        decision.refusal = Refusal::of(400, QStringLiteral("Task.Conflict"),
                                       QStringLiteral("Another task of this instance has not ended yet."));
        return decision;
    }
    decision.version = targetVersion(world, *found.instance, call, decision.refusal);
    return decision;
}

} // namespace uplift::practice
