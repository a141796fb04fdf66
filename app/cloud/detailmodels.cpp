// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/models.h"

#include "cloud/modelparts.h"

#include <QJsonArray>

#include <algorithm>

namespace uplift::cloud {

using namespace fields;
using namespace modelparts;

namespace {

constexpr int maxFigure = 1'000'000'000;

TopologyNode toTopologyNode(const QJsonObject &row)
{
    TopologyNode node;
    node.id = text(row, QLatin1String("NodeId"));
    node.type = text(row, QLatin1String("NodeType"));
    node.role = text(row, QLatin1String("SubInstanceType"));
    node.capacityMb = integer(row, QLatin1String("Capacity"), 0, maxFigure);
    node.bandwidthMb = integer(row, QLatin1String("Bandwidth"), 0, maxFigure);
    node.connections = integer(row, QLatin1String("Connection"), 0, maxFigure);
    return node;
}

QList<TopologyNode> toTopologyNodes(const QJsonObject &root, QLatin1String list)
{
    QList<TopologyNode> nodes;
    for (const QJsonObject &row : items(child(root, list), QLatin1String("NodeInfo"))) {
        const TopologyNode node = toTopologyNode(row);
        if (!node.id.isEmpty())
            nodes.append(node);
    }
    return nodes;
}

/// A list of texts; a list of one is a single text in XML.
QStringList toTexts(const QJsonValue &value)
{
    constexpr qsizetype maxTexts = 256;
    const QJsonArray list = value.isArray() ? value.toArray() : QJsonArray{value};
    QStringList texts;
    for (const auto &one : list) {
        const QString word = one.toString();
        if (!word.isEmpty() && word.size() <= wordLength && texts.size() < maxTexts)
            texts.append(word);
    }
    return texts;
}

ScheduledEvent::Status eventStatus(std::optional<int> number)
{
    using Status = ScheduledEvent::Status;
    switch (number.value_or(0)) { // api.md 9.1; 2 is of the older operation
    case 2:
        return Status::WaitsForTime;
    case 3:
        return Status::Pending;
    case 4:
        return Status::Running;
    case 5:
        return Status::Done;
    case 6:
        return Status::Failed;
    case 7:
        return Status::Cancelled;
    default:
        return Status::Unknown;
    }
}

ScheduledEvent::Level eventLevel(const QString &word)
{
    if (word == QLatin1String("S0"))
        return ScheduledEvent::Level::FaultRepair;
    return word == QLatin1String("S1") ? ScheduledEvent::Level::Maintenance : ScheduledEvent::Level::Unknown;
}

/// "00:30:00"
std::optional<std::chrono::seconds> toInterval(const QString &word)
{
    const QTime time = QTime::fromString(word, QStringLiteral("HH:mm:ss"));
    if (!time.isValid())
        return {};
    return std::chrono::seconds(time.msecsSinceStartOfDay() / 1000);
}

LocalizedText bothLanguages(const QJsonObject &row, QLatin1String english, QLatin1String chinese)
{
    return {text(row, english), text(row, chinese)};
}

ScheduledEvent toEvent(const QJsonObject &row)
{
    ScheduledEvent event;
    event.id = text(row, QLatin1String("Id"));
    event.instance = InstanceId{text(row, QLatin1String("InsName"))};
    event.instanceName = text(row, QLatin1String("InsComment"));
    event.region = RegionId{text(row, QLatin1String("Region"))};
    event.type = text(row, QLatin1String("TaskType"));
    event.name = bothLanguages(row, QLatin1String("TaskTypeEn"), QLatin1String("TaskTypeZh"));
    event.level = eventLevel(text(row, QLatin1String("ChangeLevel")));
    event.statusText = text(row, QLatin1String("Status"));
    event.status = eventStatus(integer(row, QLatin1String("Status"), -1, 100));
    event.created = time(row, QLatin1String("CreatedTime"));
    event.start = time(row, QLatin1String("StartTime"));
    event.switchAt = time(row, QLatin1String("SwitchTime"));
    event.deadline = time(row, QLatin1String("Deadline"));
    event.prepare = toInterval(text(row, QLatin1String("PrepareInterval")));
    event.mayCancel = flag(row, QLatin1String("AllowCancel"));
    event.mayChange = flag(row, QLatin1String("AllowChange"));
    event.impact = text(row, QLatin1String("Impact"));
    event.impactText = bothLanguages(row, QLatin1String("ImpactEn"), QLatin1String("ImpactZh"));
    event.result = text(row, QLatin1String("ResultInfo"));
    event.nodes = toTexts(row.value(QLatin1String("SubInsNames")));
    return event;
}

Backup::Status backupStatus(const QString &word)
{
    const QString lower =
        word.toLower(); // DescribeBackups: Success, Failed; the cluster list: OK, RUNNING, Failed
    if (lower == QLatin1String("success") || lower == QLatin1String("ok"))
        return Backup::Status::Success;
    if (lower == QLatin1String("failed"))
        return Backup::Status::Failed;
    return lower == QLatin1String("running") ? Backup::Status::Running : Backup::Status::Unknown;
}

std::optional<qint64> toBytes(const QJsonObject &row, QLatin1String name)
{
    constexpr double exactIntegers = 9007199254740992.0;
    const auto bytes = number(row, name, 0, exactIntegers);
    return bytes ? std::optional<qint64>(static_cast<qint64>(*bytes)) : std::nullopt;
}

Backup toBackup(const QJsonObject &row)
{
    Backup backup;
    backup.id = text(row, QLatin1String("BackupId"));
    backup.jobId = text(row, QLatin1String("BackupJobID"));
    backup.statusText = text(row, QLatin1String("BackupStatus"));
    backup.status = backupStatus(backup.statusText);
    backup.mode = text(row, QLatin1String("BackupMode"));
    backup.method = text(row, QLatin1String("BackupMethod"));
    backup.type = text(row, QLatin1String("BackupType"));
    backup.started = time(row, QLatin1String("BackupStartTime"));
    backup.ended = time(row, QLatin1String("BackupEndTime"));
    backup.expires = time(row, QLatin1String("ExpectExpireTime"));
    backup.bytes = toBytes(row, QLatin1String("BackupSize"));
    backup.node = text(row, QLatin1String("NodeInstanceId"));
    backup.engineVersion = text(row, QLatin1String("EngineVersion"));
    return backup;
}

/// Known times first; then ascending or descending.
bool isBefore(const QDateTime &a, const QDateTime &b, bool descending)
{
    if (!a.isValid() || !b.isValid())
        return a.isValid() && !b.isValid();
    return descending ? a > b : a < b;
}

void newestFirst(QList<Backup> &backups)
{
    std::stable_sort(backups.begin(), backups.end(),
                     [](const Backup &a, const Backup &b) { return isBefore(a.started, b.started, true); });
}

Backup toClusterBackup(const QJsonObject &row)
{
    Backup backup;
    backup.id = text(row, QLatin1String("ClusterBackupId"));
    backup.statusText = text(row, QLatin1String("ClusterBackupStatus"));
    backup.status = backupStatus(backup.statusText);
    backup.mode = text(row, QLatin1String("ClusterBackupMode"));
    backup.started = time(row, QLatin1String("ClusterBackupStartTime"));
    backup.ended = time(row, QLatin1String("ClusterBackupEndTime"));
    backup.expires = time(row, QLatin1String("ExpectExpireTime"));
    backup.bytes = toBytes(row, QLatin1String("ClusterBackupSize"));
    return backup;
}

BackupJob::Status jobStatus(const QString &word)
{
    using Status = BackupJob::Status;
    static const std::pair<const char *, Status> words[] = {
        {"nostart", Status::NoStart},     {"preparing", Status::Preparing}, {"waiting", Status::Waiting},
        {"uploading", Status::Uploading}, {"checking", Status::Checking},   {"finished", Status::Finished},
    };
    const QString lower = word.toLower();
    const auto *found = std::find_if(std::begin(words), std::end(words),
                                     [&](const auto &one) { return lower == QLatin1String(one.first); });
    return found == std::end(words) ? Status::Unknown : found->second;
}

/// "27" or "27%"
std::optional<double> toPercent(const QJsonObject &row, QLatin1String name)
{
    QString word = text(row, name);
    if (word.endsWith(QLatin1Char('%')))
        word.chop(1);
    return asNumber(QJsonValue(word), 0, 100);
}

BackupJob toBackupJob(const QJsonObject &row)
{
    BackupJob job;
    job.id = text(row, QLatin1String("BackupJobID"));
    job.statusText = text(row, QLatin1String("BackupProgressStatus"));
    job.status = jobStatus(job.statusText);
    job.progress = toPercent(row, QLatin1String("Progress"));
    if (!job.progress)
        job.progress = toPercent(row, QLatin1String("Process"));
    job.mode = text(row, QLatin1String("JobMode"));
    job.action = text(row, QLatin1String("TaskAction"));
    job.node = text(row, QLatin1String("NodeId"));
    job.started = time(row, QLatin1String("StartTime"));
    return job;
}

} // namespace

Result<QList<BackupJob>> toBackupJobs(const ReplyTree &reply)
{
    // An empty flat list leaves no element behind in XML; the instance then tells that it is an answer.
    const QLatin1String list("BackupJobs");
    if (!hasContainer(reply.root, list) && !reply.root.contains(QLatin1String("InstanceId")))
        return notAnAnswer("DescribeBackupTasks");
    QList<BackupJob> jobs;
    for (const QJsonObject &row : items(reply.root, list))
        jobs.append(toBackupJob(row));
    return jobs;
}

Result<Topology> toTopology(const ReplyTree &reply)
{
    const bool answer = hasContainer(reply.root, QLatin1String("RedisShardList"))
        || hasContainer(reply.root, QLatin1String("RedisProxyList"));
    if (!answer)
        return notAnAnswer("DescribeLogicInstanceTopology");
    return Topology{toTopologyNodes(reply.root, QLatin1String("RedisShardList")),
                    toTopologyNodes(reply.root, QLatin1String("RedisProxyList"))};
}

Result<Page<ScheduledEvent>> toEvents(const ReplyTree &reply)
{
    // An empty flat list leaves no element behind in XML; the count then tells that it is an answer.
    const QLatin1String total("TotalRecordCount");
    if (!hasContainer(reply.root, QLatin1String("Items")) && !reply.root.contains(total))
        return notAnAnswer("DescribeActiveOperationTasks");
    Page<ScheduledEvent> page;
    readPage(reply, page);
    page.totalCount = integer(reply.root, total, 0, maxInt);
    for (const QJsonObject &row : items(reply.root, QLatin1String("Items")))
        page.items.append(toEvent(row));
    std::stable_sort(
        page.items.begin(), page.items.end(),
        [](const ScheduledEvent &a, const ScheduledEvent &b) { return isBefore(a.start, b.start, false); });
    return page;
}

Result<Page<Backup>> toBackups(const ReplyTree &reply)
{
    if (!hasContainer(reply.root, QLatin1String("Backups")))
        return notAnAnswer("DescribeBackups");
    Page<Backup> page;
    readPage(reply, page);
    for (const QJsonObject &row : items(child(reply.root, QLatin1String("Backups")), QLatin1String("Backup")))
        page.items.append(toBackup(row));
    newestFirst(page.items);
    return page;
}

Result<Page<Backup>> toClusterBackups(const ReplyTree &reply)
{
    const QLatin1String list("ClusterBackups");
    if (!hasContainer(reply.root, list) && !reply.root.contains(QLatin1String("MaxResults")))
        return notAnAnswer("DescribeClusterBackupList");
    Page<Backup> page;
    readPage(reply, page);
    for (const QJsonObject &row : items(reply.root, list))
        page.items.append(toClusterBackup(row));
    newestFirst(page.items);
    return page;
}

} // namespace uplift::cloud
