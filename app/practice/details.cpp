// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/details.h"

#include "practice/paging.h"
#include "practice/shapes.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

namespace uplift::practice {

namespace {

bool isCloudNative(const PracticeInstance &instance)
{
    return instance.computingType == QLatin1String("Ecs");
}

bool isCluster(const PracticeInstance &instance) { return instance.architecture == QLatin1String("cluster"); }

QJsonObject topologyNode(const QString &id, const QString &type, int capacityMb, const QString &role)
{
    QJsonObject node{{QStringLiteral("NodeId"), id},
                     {QStringLiteral("NodeType"), type},
                     {QStringLiteral("Bandwidth"), QStringLiteral("96")},
                     {QStringLiteral("Capacity"), QString::number(capacityMb)},
                     {QStringLiteral("Connection"), QStringLiteral("10000")}};
    if (!role.isEmpty())
        node.insert(QStringLiteral("SubInstanceType"), role);
    return node;
}

Reply describeTopology(const PracticeInstance &instance)
{
    QJsonArray shards;
    QJsonArray proxies;
    const bool split = instance.architecture == QLatin1String("rwsplit");
    const int count = isCluster(instance) ? std::max(1, instance.shards) : split ? 1 : 0;
    const auto name = [&](const char *kind, int i, int number) {
        return QStringLiteral("%1-%2-%3#%4").arg(instance.id, QLatin1String(kind)).arg(i).arg(number);
    };
    for (int i = 0; i < count; ++i)
        shards.append(topologyNode(name("db", i, 68800001 + i), QStringLiteral("db"),
                                   instance.capacityMb / count, QStringLiteral("master")));
    for (int i = 0; split && i < instance.readOnly; ++i)
        shards.append(topologyNode(name("db", i + 1, 68810001 + i), QStringLiteral("db"), instance.capacityMb,
                                   QStringLiteral("readonly")));
    for (int i = 0; i < (count > 0 && instance.proxy.isKnown() ? 2 : 0); ++i)
        proxies.append(topologyNode(name("proxy", i, 54200001 + i), QStringLiteral("proxy"), 0, {}));
    return QJsonObject{{QStringLiteral("InstanceId"), instance.id},
                       {QStringLiteral("RedisProxyList"), QJsonObject{{QStringLiteral("NodeInfo"), proxies}}},
                       {QStringLiteral("RedisShardList"), QJsonObject{{QStringLiteral("NodeInfo"), shards}}}};
}

struct EventWords {
    const char *type;
    const char *english;
    const char16_t *chinese;
};
constexpr EventWords eventWords[] = {
    {"rds_apsaradb_upgrade", "Minor version update", u"小版本升级"},
    {"rds_apsradb_upgrade", "Minor version update", u"小版本升级"},
    {"rds_apsaradb_maxscale", "Proxy minor version update", u"代理小版本升级"},
    {"rds_apsaradb_transfer", "Instance migration", u"实例迁移"},
};

QJsonObject eventShape(const World &world, const PracticeInstance &instance)
{
    const auto *words =
        std::find_if(std::begin(eventWords), std::end(eventWords),
                     [&](const EventWords &one) { return instance.eventType == QLatin1String(one.type); });
    const bool known = words != std::end(eventWords);
    const bool urgent = instance.eventLevel == QLatin1String("S0");
    const QDateTime planned(world.begun().date().addDays(instance.eventInDays), QTime(18, 0), Qt::UTC);
    const QString created = wireTime(world.begun().addDays(-6));
    const auto text = [](const char *english) { return QString::fromLatin1(english); };
    return {
        {QStringLiteral("Id"), 11000 + qint64(qHash(instance.id, 7) % 1000)},
        {QStringLiteral("InsName"), instance.id},
        {QStringLiteral("InsComment"), instance.name},
        {QStringLiteral("DbType"), QStringLiteral("redis")},
        {QStringLiteral("DbVersion"), instance.engineVersion},
        {QStringLiteral("Region"), instance.region},
        {QStringLiteral("CurrentAVZ"), instance.zone},
        {QStringLiteral("TaskType"), instance.eventType},
        {QStringLiteral("TaskTypeEn"), known ? text(words->english) : instance.eventType},
        {QStringLiteral("TaskTypeZh"), known ? QString::fromUtf16(words->chinese) : instance.eventType},
        {QStringLiteral("ChangeLevel"), instance.eventLevel},
        {QStringLiteral("ChangeLevelEn"), text(urgent ? "Risk fixing" : "System maintenance")},
        {QStringLiteral("ChangeLevelZh"), urgent ? QStringLiteral("风险修复") : QStringLiteral("系统运维")},
        {QStringLiteral("Impact"), QStringLiteral("TransientDisconnection")},
        {QStringLiteral("ImpactEn"), QStringLiteral("Transient instance disconnection")},
        {QStringLiteral("ImpactZh"), QStringLiteral("实例闪断")},
        {QStringLiteral("Status"), 3},
        {QStringLiteral("AllowCancel"), urgent ? QStringLiteral("0") : QStringLiteral("1")},
        {QStringLiteral("AllowChange"), QStringLiteral("1")},
        {QStringLiteral("CreatedTime"), created},
        {QStringLiteral("ModifiedTime"), created},
        {QStringLiteral("StartTime"), wireTime(planned.addSecs(-30 * 60))},
        {QStringLiteral("SwitchTime"), wireTime(planned)},
        {QStringLiteral("Deadline"), wireTime(planned.addDays(urgent ? 2 : 15))},
        {QStringLiteral("PrepareInterval"), QStringLiteral("00:30:00")},
        {QStringLiteral("ResultInfo"), QString()},
        {QStringLiteral("SubInsNames"), QJsonArray()},
        {QStringLiteral("TaskParams"), QStringLiteral("{\"Action\":\"UpgradeDBInstance\"}")}};
}

Reply describeEvents(const World &world, const CallInput &call)
{
    Page page{1, 25};
    if (auto refusal = readPage(call.parameters, 10, 100, page))
        return *refusal;
    const QString region = call.parameters.value(QStringLiteral("Region"), QStringLiteral("all"));
    const QString id = call.parameters.value(QStringLiteral("InsName"));
    QJsonArray all;
    for (const PracticeInstance &instance : world.instances()) {
        const bool wanted = (region == QLatin1String("all") || instance.region == region)
            && (id.isEmpty() || instance.id == id);
        if (wanted && !instance.eventType.isEmpty())
            all.append(eventShape(world, instance));
    }
    return QJsonObject{{QStringLiteral("Items"), cut(all, page)},
                       {QStringLiteral("PageNumber"), page.number},
                       {QStringLiteral("PageSize"), page.size},
                       {QStringLiteral("TotalRecordCount"), all.size()}};
}

/// "2026-03-01T02:04Z"
QDateTime minuteTime(const QString &text)
{
    static const QRegularExpression shape(QStringLiteral("^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}Z$"));
    return shape.match(text).hasMatch() ? QDateTime::fromString(text, Qt::ISODate) : QDateTime();
}

struct Span {
    QDateTime from;
    QDateTime to;
    std::optional<Refusal> refusal;
};

Span readSpan(const Parameters &parameters)
{
    Span span;
    for (const auto &[name, time] : {std::pair{QStringLiteral("StartTime"), &span.from},
                                     std::pair{QStringLiteral("EndTime"), &span.to}}) {
        *time = minuteTime(parameters.value(name));
        if (parameters.value(name).isEmpty())
            span.refusal = Refusal::missing(name);
        else if (!time->isValid())
            span.refusal = Refusal::invalid(name, QStringLiteral("yyyy-MM-ddTHH:mmZ is needed"));
    }
    return span;
}

/// One backup each night at 19:10 UTC within the span, of the last seven: newest first.
QList<QDateTime> nights(const Span &span, const QDateTime &now)
{
    QList<QDateTime> found;
    QDateTime night(now.toUTC().date(), QTime(19, 10), Qt::UTC);
    for (int i = 0; i < 8; ++i, night = night.addDays(-1)) {
        if (night < now && night >= span.from && night <= span.to && found.size() < 7)
            found.append(night);
    }
    return found;
}

QJsonObject backupShape(const PracticeInstance &instance, const QDateTime &night)
{
    const qint64 number = night.toSecsSinceEpoch() / 60;
    return {
        {QStringLiteral("BackupId"), 500'000'000 + number % 10'000'000},
        {QStringLiteral("BackupJobID"), 10'000'000 + number % 1'000'000},
        {QStringLiteral("BackupStatus"), QStringLiteral("Success")},
        {QStringLiteral("BackupMode"), QStringLiteral("Automated")},
        {QStringLiteral("BackupMethod"), QStringLiteral("Physical")},
        {QStringLiteral("BackupType"), QStringLiteral("FullBackup")},
        {QStringLiteral("BackupDBNames"), QStringLiteral("all")},
        {QStringLiteral("BackupSize"), qint64(instance.capacityMb) * 1024 * 1024 / 3},
        {QStringLiteral("BackupStartTime"), wireTime(night)},
        {QStringLiteral("BackupEndTime"), wireTime(night.addSecs(95))},
        {QStringLiteral("BackupDownloadURL"), QStringLiteral("https://practice.invalid/fake.rdb?sig=fake")},
        {QStringLiteral("BackupIntranetDownloadURL"),
         QStringLiteral("http://practice.invalid/fake.rdb?sig=fake")},
        {QStringLiteral("EngineVersion"), instance.engineVersion},
        {QStringLiteral("NodeInstanceId"), instance.id},
        {QStringLiteral("ExpectExpireTime"),
         night.addDays(7).toString(QStringLiteral("yyyy-MM-dd'T'HH:mm'Z'"))},
        {QStringLiteral("RecoverConfigMode"), QStringLiteral("OSS")}};
}

Reply describeBackups(const PracticeInstance &instance, const CallInput &call)
{
    Page page{1, 30};
    const Span span = readSpan(call.parameters);
    if (auto refusal = readPage(call.parameters, 30, 300, page))
        return *refusal;
    if (span.refusal)
        return *span.refusal;
    QJsonArray all;
    // Cloud-native clusters have sets of their own (api.md 10).
    if (!(isCloudNative(instance) && isCluster(instance))) {
        for (const QDateTime &night : nights(span, call.now))
            all.append(backupShape(instance, night));
    }
    QJsonObject body = pageNumbers(page, all.size());
    body.insert(QStringLiteral("Backups"), QJsonObject{{QStringLiteral("Backup"), cut(all, page)}});
    body.insert(QStringLiteral("FreeSize"), 1073741824);
    body.insert(QStringLiteral("FullStorageSize"), 1048576);
    body.insert(QStringLiteral("LogStorageSize"), 0);
    return body;
}

Reply describeClusterBackups(const PracticeInstance &instance, const CallInput &call)
{
    Page page{1, 30};
    const Span span = readSpan(call.parameters);
    if (auto refusal = readPage(call.parameters, 5, 300, page))
        return *refusal;
    if (span.refusal)
        return *span.refusal;
    QJsonArray all;
    if (isCloudNative(instance) && isCluster(instance)) {
        for (const QDateTime &night : nights(span, call.now))
            all.append(
                QJsonObject{{QStringLiteral("ClusterBackupId"),
                             QStringLiteral("cb-practice%1").arg(night.toSecsSinceEpoch() / 60)},
                            {QStringLiteral("ClusterBackupMode"), QStringLiteral("Automated")},
                            {QStringLiteral("ClusterBackupStatus"), QStringLiteral("OK")},
                            {QStringLiteral("ClusterBackupStartTime"), wireTime(night)},
                            {QStringLiteral("ClusterBackupEndTime"), wireTime(night.addSecs(175))},
                            {QStringLiteral("ClusterBackupSize"), QString::number(instance.capacityMb / 3)},
                            {QStringLiteral("IsAvail"), 1},
                            {QStringLiteral("Progress"), QStringLiteral("100%")},
                            {QStringLiteral("ShardClassMemory"), 1024},
                            {QStringLiteral("ExpectExpireTime"), wireTime(night.addDays(7))},
                            {QStringLiteral("Backups"), QJsonArray()}});
    }
    return QJsonObject{{QStringLiteral("ClusterBackups"), cut(all, page)},
                       {QStringLiteral("MaxResults"), all.size()},
                       {QStringLiteral("PageNumber"), page.number},
                       {QStringLiteral("PageSize"), page.size},
                       {QStringLiteral("FullStorageSize"), 2048},
                       {QStringLiteral("LogStorageSize"), 0},
                       {QStringLiteral("FreeSize"), 0}};
}

QString accountArn(const RoleDecision &decision)
{
    return QStringLiteral("acs:ram::%1:assumed-role/%2/%3")
        .arg(accountNumber(), decision.role, decision.session);
}

} // namespace

std::optional<Reply> answerDetail(const World &world, const CallInput &call)
{
    if (call.action == QLatin1String("DescribeActiveOperationTasks"))
        return describeEvents(world, call);
    const bool topology = call.action == QLatin1String("DescribeLogicInstanceTopology");
    const bool backups = call.action == QLatin1String("DescribeBackups");
    if (!topology && !backups && call.action != QLatin1String("DescribeClusterBackupList"))
        return std::nullopt;
    const Found found = findInstance(world, call);
    if (!found.instance)
        return Reply(*found.refusal);
    if (topology)
        return describeTopology(*found.instance);
    return backups ? describeBackups(*found.instance, call) : describeClusterBackups(*found.instance, call);
}

RoleDecision decideRole(const CallInput &call)
{
    static const QRegularExpression arn(
        QStringLiteral("^acs:ram::(\\d{5,20}):role/([A-Za-z0-9.@_-]{1,64})$"));
    static const QRegularExpression session(QStringLiteral("^[A-Za-z0-9.@_-]{2,64}$"));
    RoleDecision decision;
    const auto match = arn.match(call.parameters.value(QStringLiteral("RoleArn")));
    decision.role = match.captured(2);
    decision.session = call.parameters.value(QStringLiteral("RoleSessionName"));
    for (const QString &name : {QStringLiteral("RoleArn"), QStringLiteral("RoleSessionName")}) {
        if (call.parameters.value(name).isEmpty())
            decision.refusal = Refusal::missing(name);
    }
    if (decision.refusal)
        return decision;
    if (!match.hasMatch())
        decision.refusal = Refusal::invalid(QStringLiteral("RoleArn"), QStringLiteral("it names no role"));
    else if (!session.match(decision.session).hasMatch())
        decision.refusal = Refusal::invalid(QStringLiteral("RoleSessionName"),
                                            QStringLiteral("2 to 64 letters, digits, . @ - _ are needed"));
    else if (match.captured(1) != accountNumber())
        decision.refusal = Refusal::of(403, QStringLiteral("NoPermission"),
                                       QStringLiteral("You are not authorized to do this action. You should "
                                                      "be authorized by RAM."));
    else
        decision.refusal =
            readNumber(call.parameters, QStringLiteral("DurationSeconds"), 900, 43'200, decision.seconds);
    return decision;
}

QJsonObject roleShape(const RoleDecision &decision, const PracticeKey &key)
{
    return {{QStringLiteral("AssumedRoleUser"),
             QJsonObject{{QStringLiteral("Arn"), accountArn(decision)},
                         {QStringLiteral("AssumedRoleId"),
                          QStringLiteral("301234567890123456:") + decision.session}}},
            {QStringLiteral("Credentials"),
             QJsonObject{{QStringLiteral("AccessKeyId"), key.id},
                         {QStringLiteral("AccessKeySecret"), key.secret},
                         {QStringLiteral("SecurityToken"), key.token},
                         {QStringLiteral("Expiration"), wireTime(key.tokenExpires)}}}};
}

} // namespace uplift::practice
