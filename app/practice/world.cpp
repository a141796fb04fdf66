// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/world.h"

#include <algorithm>

namespace uplift::practice {

using std::chrono::milliseconds;

QString World::newTaskId()
{
    return QStringLiteral("t-practice%1").arg(m_nextTask++, 8, 10, QLatin1Char('0'));
}

QList<const PracticeInstance *> World::inRegion(const QString &region) const
{
    QList<const PracticeInstance *> found;
    const QList<qsizetype> places = m_byRegion.value(region);
    found.reserve(places.size());
    for (const qsizetype place : places)
        found.append(&m_instances.at(place));
    return found;
}

QList<const PracticeInstance *> World::withJobs() const
{
    QList<const PracticeInstance *> found;
    found.reserve(m_withJobs.size());
    for (const QString &id : m_withJobs)
        found.append(find(id));
    return found;
}

QList<const PracticeInstance *> World::withEvents() const
{
    QList<const PracticeInstance *> found;
    for (const QString &id : m_withEvents)
        found.append(find(id));
    return found;
}

QList<Release> World::newerThan(const QString &line, const MinorVersion &version) const
{
    QList<Release> newer;
    const QList<Release> releases = m_releases.value(line);
    std::copy_if(releases.begin(), releases.end(), std::back_inserter(newer), [&](const Release &release) {
        return version.isKnown() && MinorVersion::compare(release.version, version) > 0;
    });
    return newer;
}

const PracticeInstance *World::find(const QString &id) const
{
    const auto it = m_index.constFind(id);
    return it == m_index.constEnd() ? nullptr : &m_instances.at(*it);
}

const PracticeInstance *World::findByTask(const QString &taskId) const
{
    const auto it = m_taskOwners.constFind(taskId);
    return it == m_taskOwners.constEnd() ? nullptr : find(*it);
}

const PracticeInstance *World::findByEvent(qint64 eventId) const
{
    const QList<const PracticeInstance *> all = withEvents();
    const auto it = std::find_if(all.begin(), all.end(), [eventId](const PracticeInstance *instance) {
        return instance->event->id == eventId;
    });
    return it == all.end() ? nullptr : *it;
}

QString World::statusAt(const PracticeInstance &instance, const QDateTime &now)
{
    // Work on the proxies alone may never show here (api.md 13); in this world it does not.
    for (const UpgradeJob &job : instance.jobs) {
        if (job.kind == UpgradeJob::Kind::Kernel && stateAt(job, now).phase == JobState::Phase::Running)
            return QStringLiteral("MinorVersionUpgrading");
    }
    return instance.status;
}

MinorVersion World::kernelAt(const PracticeInstance &instance, const QDateTime &now)
{
    MinorVersion version = instance.kernel;
    for (const UpgradeJob &job : instance.jobs) {
        if (job.kind == UpgradeJob::Kind::Kernel && stateAt(job, now).switched)
            version = MinorVersion::parse(job.to);
    }
    return version;
}

MinorVersion World::proxyAt(const PracticeInstance &instance, int number, const QDateTime &now)
{
    MinorVersion version = instance.proxy;
    for (const UpgradeJob &job : instance.jobs) {
        if (proxyDone(job, number, instance.proxyCount(), now))
            version = MinorVersion::parse(job.to);
    }
    return version;
}

MinorVersion World::proxyAt(const PracticeInstance &instance, const QDateTime &now)
{
    MinorVersion oldest = proxyAt(instance, 0, now);
    for (int i = 1; i < instance.proxyCount(); ++i) {
        const MinorVersion version = proxyAt(instance, i, now);
        if (MinorVersion::compare(version, oldest) < 0)
            oldest = version;
    }
    return oldest;
}

bool World::isBusyAt(const PracticeInstance &instance, const QDateTime &now)
{
    return std::any_of(instance.jobs.begin(), instance.jobs.end(), [&](const UpgradeJob &job) {
        return stateAt(job, now).phase != JobState::Phase::Ended;
    });
}

bool World::isBackingUpAt(const PracticeInstance &instance, const QDateTime &now)
{
    return std::any_of(instance.backups.begin(), instance.backups.end(), [&](const BackupRun &run) {
        return now < run.started.addMSecs(run.duration.count());
    });
}

EventStatus World::eventStatusAt(const PlannedEvent &event, const QDateTime &now) const
{
    if (event.cancelled.isValid())
        return EventStatus::Cancelled;
    if (now < event.start)
        return EventStatus::Pending;
    return now < event.switchAt.addMSecs(m_upgradeTime.count()) ? EventStatus::Running : EventStatus::Done;
}

void World::advance(const QDateTime &now)
{
    for (const QString &id : std::as_const(m_withEvents)) {
        const PracticeInstance *instance = find(id);
        if (!instance->event->begun && !instance->event->cancelled.isValid() && now >= instance->event->start)
            change(id, [&](PracticeInstance &due) { beginEvent(due); });
    }
}

void World::beginEvent(PracticeInstance &instance)
{
    PlannedEvent &event = *instance.event;
    event.begun = true;
    const bool proxies = event.type.endsWith(QLatin1String("maxscale"));
    if ((!proxies && !event.isMinorUpgrade()) || isBusyAt(instance, event.start)
        || instance.status != QLatin1String("Normal"))
        return;
    const QList<Release> newer = proxies ? newerThan(instance.proxyLine, proxyAt(instance, event.start))
                                         : newerThan(instance.line, kernelAt(instance, event.start));
    if (newer.isEmpty())
        return;
    UpgradeOrder order;
    order.kind = proxies ? UpgradeJob::Kind::Proxy : UpgradeJob::Kind::Kernel;
    order.version = newer.first().version.text();
    UpgradeJob job = newJob(instance, order, event.start);
    job.visibleFrom = job.begins = event.start;
    job.movable = false;
    if (job.copies && !proxies) {
        job.holdUntil = event.switchAt;
    } else {
        job.begins = event.switchAt;
        job.timed = true;
    }
    add(instance, job);
}

UpgradeJob World::newJob(const PracticeInstance &instance, const UpgradeOrder &order, const QDateTime &now)
{
    const bool proxies = order.kind == UpgradeJob::Kind::Proxy;
    UpgradeJob job;
    job.kind = order.kind;
    job.taskId = newTaskId();
    job.copies = !proxies && !instance.isSingle();
    const milliseconds whole = proxies ? m_upgradeTime / 2 : job.copies ? m_upgradeTime : m_upgradeTime / 4;
    const milliseconds lead = std::min(milliseconds(400), whole / 10);
    job.accepted = now;
    job.visibleFrom = job.begins = now.addMSecs(lead.count());
    if (order.inWindow && !instance.window.around(now))
        job.begins = std::max(job.begins, instance.window.next(now, 1).first().start);
    job.duration = whole - lead;
    job.movable = !proxies && instance.isStandard();
    job.from = (proxies ? proxyAt(instance, now) : kernelAt(instance, now)).text();
    job.to = order.version;
    job.proxies = order.proxies;
    job.end = m_failingUpgrades.contains(instance.id) ? UpgradeJob::End::Fails : order.end;
    return job;
}

void World::add(PracticeInstance &instance, const UpgradeJob &job)
{
    if (instance.jobs.isEmpty())
        m_withJobs.append(instance.id);
    instance.jobs.append(job);
    m_taskOwners.insert(job.taskId, instance.id);
}

void World::accept(const QString &id, const UpgradeOrder &order, const QDateTime &now)
{
    change(id, [&](PracticeInstance &instance) {
        add(instance, newJob(instance, order, now));
        ++(order.kind == UpgradeJob::Kind::Proxy ? m_proxyStarts : m_kernelStarts)[id];
    });
}

BackupRun World::backUp(const QString &id, int keptDays, bool fails, const QDateTime &now)
{
    BackupRun run;
    run.firstJob = m_nextBackup;
    run.started = now;
    run.duration = m_upgradeTime / 2;
    run.keptDays = keptDays;
    run.fails = fails || m_failingBackups.contains(id);
    change(id, [&](PracticeInstance &instance) {
        run.shards = instance.shardCount();
        m_nextBackup += run.shards;
        instance.backups.append(run);
        ++m_backupCounts[id];
    });
    return run;
}

void World::change(const QString &id, const std::function<void(PracticeInstance &)> &how)
{
    const auto it = m_index.constFind(id);
    if (it != m_index.constEnd())
        how(m_instances[*it]);
}

void World::changeJob(const QString &taskId, const std::function<void(UpgradeJob &)> &how)
{
    change(m_taskOwners.value(taskId), [&](PracticeInstance &instance) {
        for (UpgradeJob &job : instance.jobs) {
            if (job.taskId == taskId)
                how(job);
        }
    });
}

void World::release(const QString &id)
{
    m_instances.removeIf([&](const PracticeInstance &instance) { return instance.id == id; });
    indexAll();
}

int World::startsOf(const QString &id, UpgradeJob::Kind kind) const
{
    return (kind == UpgradeJob::Kind::Proxy ? m_proxyStarts : m_kernelStarts).value(id);
}

void World::indexAll()
{
    m_index.clear();
    m_byRegion.clear();
    m_taskOwners.clear();
    m_withJobs.clear();
    m_withEvents.clear();
    for (qsizetype i = 0; i < m_instances.size(); ++i) {
        const PracticeInstance &instance = m_instances.at(i);
        m_index.insert(instance.id, i);
        m_byRegion[instance.region].append(i);
        for (const UpgradeJob &job : instance.jobs)
            m_taskOwners.insert(job.taskId, instance.id);
        if (!instance.jobs.isEmpty())
            m_withJobs.append(instance.id);
        if (instance.event)
            m_withEvents.append(instance.id);
    }
}

} // namespace uplift::practice
