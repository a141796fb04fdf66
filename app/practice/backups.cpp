// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/backups.h"

#include "practice/paging.h"

#include <QRegularExpression>

#include <algorithm>

namespace uplift::practice {

namespace {

constexpr int policyDays = 7; ///< how long a backup is kept when the call names no time
constexpr qint64 nightlySeconds = 95;

/// One backup of a whole instance, whoever asked for it.
struct BackupSet {
    qint64 firstJob = 0; ///< the shards count on from it
    int shards = 1;
    bool manual = false;
    bool fails = false; ///< the last shard's
    QDateTime started;
    std::chrono::milliseconds duration{0};
    int keptDays = policyDays;

    /// Shards end one after another, the last after the whole duration.
    [[nodiscard]] QDateTime endOf(int shard) const
    {
        const double share = 0.8 + 0.2 * (shard + 1) / shards;
        return started.addMSecs(static_cast<qint64>(static_cast<double>(duration.count()) * share));
    }
    [[nodiscard]] QDateTime ended() const { return endOf(shards - 1); }
    [[nodiscard]] bool failed(int shard) const { return fails && shard == shards - 1; }
};

/// Those the service made by itself in the last days, newest first.
QList<BackupSet> nights(const World &world, const PracticeInstance &instance, const QDateTime &now)
{
    QList<BackupSet> found;
    const BackupHabit &habit = instance.habit;
    const QDate anchor = world.begun().date().addDays(-habit.lastDaysAgo);
    for (int ago = 0; habit.everyDays > 0 && ago <= policyDays; ++ago) {
        const QDate day = now.toUTC().date().addDays(-ago);
        const QDateTime night(day, QTime(19, 10), Qt::UTC);
        if (anchor.daysTo(day) % habit.everyDays != 0 || night.addSecs(nightlySeconds) > now
            || night.addDays(policyDays) <= now)
            continue;
        BackupSet set;
        set.firstJob = 20'000'000 + (day.toJulianDay() % 10'000) * 256;
        set.shards = instance.shardCount();
        set.fails = habit.lastFails && day == anchor;
        set.started = night;
        set.duration = std::chrono::seconds(nightlySeconds);
        found.append(set);
    }
    return found;
}

QList<BackupSet> allSets(const World &world, const PracticeInstance &instance, const QDateTime &now)
{
    QList<BackupSet> sets = nights(world, instance, now);
    for (const BackupRun &run : instance.backups)
        sets.append({run.firstJob, run.shards, true, run.fails, run.started, run.duration, run.keptDays});
    std::stable_sort(sets.begin(), sets.end(),
                     [](const BackupSet &a, const BackupSet &b) { return a.started > b.started; });
    return sets;
}

/// "2026-03-01T02:04Z"
QDateTime minuteTime(const QString &text)
{
    static const QRegularExpression shape(QStringLiteral("^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}Z$"));
    return shape.match(text).hasMatch() ? QDateTime::fromString(text, Qt::ISODate) : QDateTime();
}

QString minuteText(const QDateTime &time)
{
    return time.toUTC().toString(QStringLiteral("yyyy-MM-dd'T'HH:mm'Z'"));
}

QString expiry(const BackupSet &set, const CallInput &call)
{
    const int days = set.keptDays < 0 ? 100 * 365 : set.keptDays;
    return minuteText(set.ended().addDays(days).addSecs(call.skew.count()));
}

struct Span {
    QDateTime from;
    QDateTime to;
    /// EndTime has no seconds: its whole minute counts.
    [[nodiscard]] bool holds(const QDateTime &time) const { return time >= from && time < to.addSecs(60); }
};

std::optional<Refusal> readSpan(const CallInput &call, Span &span)
{
    for (const auto &[name, time] : {std::pair{QStringLiteral("StartTime"), &span.from},
                                     std::pair{QStringLiteral("EndTime"), &span.to}}) {
        *time = minuteTime(call.text(name));
        if (call.text(name).isEmpty())
            return Refusal::missing(name);
        if (!time->isValid())
            return Refusal::invalid(name, QStringLiteral("yyyy-MM-ddTHH:mmZ is needed"));
    }
    if (span.from > span.to)
        return Refusal::invalid(QStringLiteral("StartTime"), QStringLiteral("it lies after EndTime"));
    return std::nullopt;
}

bool isCloudNativeCluster(const PracticeInstance &instance)
{
    return instance.isCloudNative() && instance.isCluster();
}

QString nodeName(const PracticeInstance &instance, int shard)
{
    return instance.isCluster() ? QStringLiteral("%1-db-%2").arg(instance.id).arg(shard) : instance.id;
}

qint64 shardBytes(const PracticeInstance &instance, const BackupSet &set)
{
    return qint64(instance.capacityMb) * 1024 * 1024 / 3 / set.shards;
}

const QString downloadUrl = QStringLiteral("https://practice.invalid/fake.rdb?sig=fake");
const QString intranetUrl = QStringLiteral("http://practice.invalid/fake.rdb?sig=fake");

QJsonObject backupShape(const PracticeInstance &instance, const BackupSet &set, int shard,
                        const CallInput &call)
{
    const bool failed = set.failed(shard);
    return {
        {QStringLiteral("BackupId"), 500'000'000 + set.firstJob + shard},
        {QStringLiteral("BackupJobID"), set.firstJob + shard},
        {QStringLiteral("BackupStatus"), failed ? QStringLiteral("Failed") : QStringLiteral("Success")},
        {QStringLiteral("BackupMode"), set.manual ? QStringLiteral("Manual") : QStringLiteral("Automated")},
        {QStringLiteral("BackupMethod"), QStringLiteral("Physical")},
        {QStringLiteral("BackupType"), QStringLiteral("FullBackup")},
        {QStringLiteral("BackupDBNames"), QStringLiteral("all")},
        {QStringLiteral("BackupSize"), failed ? 0 : shardBytes(instance, set)},
        {QStringLiteral("BackupStartTime"), call.shown(set.started)},
        {QStringLiteral("BackupEndTime"), call.shown(set.endOf(shard))},
        {QStringLiteral("BackupDownloadURL"), downloadUrl},
        {QStringLiteral("BackupIntranetDownloadURL"), intranetUrl},
        {QStringLiteral("EngineVersion"), instance.engineVersion},
        {QStringLiteral("NodeInstanceId"), nodeName(instance, shard)},
        {QStringLiteral("ExpectExpireTime"), expiry(set, call)},
        {QStringLiteral("RecoverConfigMode"), QStringLiteral("OSS")}};
}

QJsonObject shardShape(const PracticeInstance &instance, const BackupSet &set, int shard,
                       const CallInput &call)
{
    const bool failed = set.failed(shard);
    return {{QStringLiteral("BackupId"), QString::number(500'000'000 + set.firstJob + shard)},
            {QStringLiteral("BackupName"), QStringLiteral("hins%1_data.rdb").arg(shard + 1)},
            {QStringLiteral("BackupSize"),
             failed ? QStringLiteral("0") : QString::number(shardBytes(instance, set))},
            {QStringLiteral("BackupStatus"), failed ? QStringLiteral("Failed") : QStringLiteral("OK")},
            {QStringLiteral("BackupStartTime"), call.shown(set.started)},
            {QStringLiteral("BackupEndTime"), call.shown(set.endOf(shard))},
            {QStringLiteral("Engine"), QStringLiteral("redis")},
            {QStringLiteral("InstanceName"), nodeName(instance, shard)},
            {QStringLiteral("IsAvail"), failed ? QStringLiteral("0") : QStringLiteral("1")},
            {QStringLiteral("ExtraInfo"),
             QJsonObject{{QStringLiteral("CustinsDbVersion"), instance.engineVersion}}},
            {QStringLiteral("BackupDownloadURL"), downloadUrl},
            {QStringLiteral("BackupIntranetDownloadURL"), intranetUrl},
            {QStringLiteral("RecoverConfigMode"), QStringLiteral("null")}};
}

QString clusterBackupId(const BackupSet &set) { return QStringLiteral("cb-practice%1").arg(set.firstJob); }

int percentAt(const QDateTime &from, const QDateTime &to, const QDateTime &now)
{
    const qint64 whole = std::max<qint64>(1, from.msecsTo(to));
    return static_cast<int>(std::clamp<qint64>(from.msecsTo(now) * 100 / whole, 0, 100));
}

QJsonObject clusterShape(const PracticeInstance &instance, const BackupSet &set, bool withShards,
                         const CallInput &call)
{
    const bool running = call.now < set.ended();
    QJsonArray shards;
    for (int i = 0; withShards && i < set.shards; ++i) {
        if (set.endOf(i) <= call.now)
            shards.append(shardShape(instance, set, i, call));
    }
    const QString ended = set.fails ? QStringLiteral("Failed") : QStringLiteral("OK");
    return {
        {QStringLiteral("ClusterBackupId"), clusterBackupId(set)},
        {QStringLiteral("ClusterBackupMode"),
         set.manual ? QStringLiteral("Manual") : QStringLiteral("Automated")},
        {QStringLiteral("ClusterBackupStatus"), running ? QStringLiteral("RUNNING") : ended},
        {QStringLiteral("ClusterBackupStartTime"), call.shown(set.started)},
        {QStringLiteral("ClusterBackupEndTime"), running ? QString() : call.shown(set.ended())},
        {QStringLiteral("ClusterBackupSize"),
         running ? QStringLiteral("0") : QString::number(instance.capacityMb / 3)},
        {QStringLiteral("IsAvail"), running || set.fails ? 0 : 1},
        {QStringLiteral("Progress"), QString::number(percentAt(set.started, set.ended(), call.now)) + u'%'},
        {QStringLiteral("ShardClassMemory"), instance.capacityMb / set.shards},
        {QStringLiteral("ExpectExpireTime"),
         call.shown(set.ended().addDays(set.keptDays < 0 ? 100 * 365 : set.keptDays))},
        {QStringLiteral("Backups"), shards}};
}

QJsonObject jobShape(const BackupSet &set, int shard, const CallInput &call)
{
    const int percent = percentAt(set.started, set.endOf(shard), call.now);
    const char *word = percent < 5 ? "NoStart"
        : percent < 30             ? "Preparing"
        : percent < 85             ? "Uploading"
                                   : "Checking";
    return {{QStringLiteral("BackupJobID"), set.firstJob + shard},
            {QStringLiteral("BackupProgressStatus"), QString::fromLatin1(word)},
            {QStringLiteral("JobMode"), QStringLiteral("Manual")},
            {QStringLiteral("NodeId"), QString::number(23020001 + shard)},
            {QStringLiteral("Process"), QString::number(percent)},
            {QStringLiteral("Progress"), QString::number(percent)},
            {QStringLiteral("StartTime"), call.shown(set.started)},
            {QStringLiteral("TaskAction"), QStringLiteral("TempBackupTask")}};
}

} // namespace

Reply createBackup(World &world, const CallInput &call)
{
    const Found found = findInstance(world, call);
    if (!found.instance)
        return *found.refusal;
    const QString parameter = QStringLiteral("BackupRetentionPeriod");
    int days = policyDays;
    if (call.text(parameter) == QLatin1String("-1"))
        days = -1;
    else if (auto refusal = readNumber(call.parameters, parameter, 7, 730, days))
        return *refusal;
    if (auto refusal = refuseUnlessNormal(*found.instance, call.now))
        return *refusal;
    if (World::isBackingUpAt(*found.instance, call.now))
        return Refusal::of(400, QStringLiteral("BackupJobExists"),
                           QStringLiteral("A backup of this instance is running already."));
    const BackupRun run = world.backUp(found.instance->id, days, call.rehearsal.backupsFail, call.now);
    QStringList jobs;
    for (int i = 0; i < run.shards; ++i)
        jobs.append(QString::number(run.firstJob + i));
    return QJsonObject{{QStringLiteral("BackupJobID"), jobs.join(u',')}};
}

Reply describeBackupTasks(const World &world, const CallInput &call)
{
    const Found found = findInstance(world, call);
    if (!found.instance)
        return *found.refusal;
    const QString mode = call.text(QStringLiteral("JobMode"));
    if (!mode.isEmpty() && mode != QLatin1String("Manual") && mode != QLatin1String("Automated"))
        return Refusal::invalid(QStringLiteral("JobMode"), QStringLiteral("Manual or Automated is needed"));
    const QString wanted = call.text(QStringLiteral("BackupJobId"));
    QJsonArray jobs;
    for (const BackupSet &set : allSets(world, *found.instance, call.now)) {
        for (int i = 0; set.manual && mode != QLatin1String("Automated") && i < set.shards; ++i) {
            const bool fits = wanted.isEmpty() || wanted == QString::number(set.firstJob + i);
            if (fits && call.now < set.endOf(i))
                jobs.append(jobShape(set, i, call));
        }
    }
    return QJsonObject{{QStringLiteral("InstanceId"), found.instance->id},
                       {QStringLiteral("BackupJobs"), jobs}};
}

Reply describeBackups(const World &world, const CallInput &call)
{
    const Found found = findInstance(world, call);
    if (!found.instance)
        return *found.refusal;
    Page page{1, 30};
    Span span;
    if (auto refusal = readPage(call.parameters, 30, 300, page))
        return *refusal;
    if (auto refusal = readSpan(call, span))
        return *refusal;
    const QString job = call.text(QStringLiteral("BackupJobId"));
    const QString id = call.text(QStringLiteral("BackupId"));
    const auto fits = [&](const BackupSet &set, int shard) {
        const qint64 number = set.firstJob + shard;
        return set.endOf(shard) <= call.now && (job.isEmpty() || job == QString::number(number))
            && (id.isEmpty() || id == QString::number(500'000'000 + number));
    };
    QJsonArray all;
    const bool setsOfTheirOwn = isCloudNativeCluster(*found.instance);
    for (const BackupSet &set : allSets(world, *found.instance, call.now)) {
        const bool listed = !setsOfTheirOwn && span.holds(set.started.addSecs(call.skew.count()));
        for (int i = 0; listed && i < set.shards; ++i) {
            if (fits(set, i))
                all.append(backupShape(*found.instance, set, i, call));
        }
    }
    QJsonObject body = pageNumbers(page, all.size());
    body.insert(QStringLiteral("Backups"), QJsonObject{{QStringLiteral("Backup"), cut(all, page)}});
    body.insert(QStringLiteral("FreeSize"), 1073741824);
    body.insert(QStringLiteral("FullStorageSize"), 1048576);
    body.insert(QStringLiteral("LogStorageSize"), 0);
    return body;
}

Reply describeClusterBackups(const World &world, const CallInput &call)
{
    const Found found = findInstance(world, call);
    if (!found.instance)
        return *found.refusal;
    Page page{1, 30};
    Span span;
    if (auto refusal = readPage(call.parameters, 5, 300, page))
        return *refusal;
    if (auto refusal = readSpan(call, span))
        return *refusal;
    const QString id = call.text(QStringLiteral("ClusterBackupId"));
    const bool withShards = call.text(QStringLiteral("NoShardBackup")) != QLatin1String("true");
    QJsonArray all;
    if (isCloudNativeCluster(*found.instance)) {
        for (const BackupSet &set : allSets(world, *found.instance, call.now)) {
            const bool fits = id.isEmpty() || id == clusterBackupId(set);
            if (fits && span.holds(set.started.addSecs(call.skew.count())))
                all.append(clusterShape(*found.instance, set, withShards, call));
        }
    }
    return QJsonObject{{QStringLiteral("ClusterBackups"), cut(all, page)},
                       {QStringLiteral("MaxResults"), all.size()},
                       {QStringLiteral("PageNumber"), page.number},
                       {QStringLiteral("PageSize"), page.size},
                       {QStringLiteral("FullStorageSize"), 2048},
                       {QStringLiteral("LogStorageSize"), 0},
                       {QStringLiteral("FreeSize"), 0}};
}

} // namespace uplift::practice
