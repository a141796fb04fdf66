// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/world.h"

#include "practice/seed.h"

#include <algorithm>

namespace uplift::practice {

namespace {

using std::chrono::milliseconds;

/// The steps of the work, each up to its share of the time.
struct Step {
    const char *name;
    double until;
};
constexpr Step copySteps[] = {
    {"prepare_resource", 0.15}, {"copy_data", 0.75}, {"switch", 0.85}, {"clean_up", 1.0}};
constexpr Step localSteps[] = {{"prepare_resource", 0.4}, {"switch", 0.8}, {"clean_up", 1.0}};
constexpr double failsAt = 0.55;

template <std::size_t size> QString stepAt(const Step (&steps)[size], double share)
{
    for (const Step &step : steps) {
        if (share < step.until)
            return QLatin1String(step.name);
    }
    return QLatin1String(steps[size - 1].name);
}

/// The window that is open for `open` or begins `soon`, in whole minutes as the wire has them.
MaintenanceWindow windowFrom(const QDateTime &start, std::chrono::minutes length)
{
    const QDateTime utc = start.toUTC();
    const auto wire = [](const QDateTime &time) { return time.toString(QStringLiteral("HH:mm'Z'")); };
    const auto window =
        MaintenanceWindow::parse(wire(utc), wire(utc.addSecs(std::chrono::seconds(length).count())));
    Q_ASSERT(window);
    return *window;
}

/// How many of `total` instances each of `regions` holds: uneven, as fleets are.
QList<qsizetype> roomPerRegion(qsizetype regions, qsizetype total)
{
    // Of 5,000 in 20 regions: 111 pages of 50, none of them with more than 9.
    static constexpr int weights[] = {450, 429, 408, 377, 366, 351, 324, 303, 282, 261,
                                      239, 218, 201, 176, 155, 134, 113, 92,  71,  50};
    constexpr qsizetype known = std::size(weights);
    const auto weight = [](qsizetype i) { return weights[std::min(i, known - 1)]; };
    qsizetype sum = 0;
    for (qsizetype i = 0; i < regions; ++i)
        sum += weight(i);
    QList<qsizetype> room;
    for (qsizetype i = 0; i < regions; ++i)
        room.append(total * weight(i) / sum);
    return room;
}

QDateTime upToMinute(const QDateTime &time)
{
    const QDateTime whole = time.addMSecs(-(time.time().msecsSinceStartOfDay() % 60'000));
    return whole == time ? time : whole.addSecs(60);
}

} // namespace

JobState stateAt(const UpgradeJob &job, const QDateTime &now)
{
    JobState state;
    if (now < job.visibleFrom)
        return state;
    if (now < job.begins) {
        state.phase = JobState::Phase::Waiting;
        state.status = QStringLiteral("Waiting");
        state.step = QStringLiteral("wait_maintain_time");
        state.remainingSeconds = now.secsTo(job.begins) + job.duration.count() / 1000;
        return state;
    }
    const double full = std::max<double>(1.0, static_cast<double>(job.duration.count()));
    const double share = static_cast<double>(job.begins.msecsTo(now)) / full;
    const bool fails = job.end == UpgradeJob::End::Fails;
    const double last = fails ? failsAt : 1.0;
    const double shown = std::min(share, last);
    state.step = job.copies ? stepAt(copySteps, shown) : stepAt(localSteps, shown);
    state.percent = std::min(100.0, static_cast<double>(static_cast<int>(shown * 1000)) / 10.0);
    if (share >= last) {
        state.phase = JobState::Phase::Ended;
        state.status = fails ? QStringLiteral("Failed") : QStringLiteral("Succeed");
        state.ended = job.begins.addMSecs(static_cast<qint64>(full * last));
    } else {
        state.phase = JobState::Phase::Running;
        state.status = QStringLiteral("Running");
        state.remainingSeconds = static_cast<qint64>((1.0 - share) * full / 1000.0) + 1;
    }
    if (job.end == UpgradeJob::End::Succeeds) {
        state.replicasDone = share >= (job.copies ? 0.75 : 0.8);
        state.switched = share >= (job.copies ? 0.85 : 0.8);
    }
    return state;
}

World::World(const PracticeOptions &options, const QDateTime &now)
    : m_upgradeTime(options.upgradeTime), m_begun(now.toUTC())
{
    Seed seed = readSeed();
    m_regions = seed.regions;
    const qsizetype more = std::min<qsizetype>(options.regions - m_regions.size(), seed.moreRegions.size());
    for (qsizetype i = 0; i < more; ++i)
        m_regions.append(seed.moreRegions.at(i));
    m_releases = seed.releases;
    for (Seed::Item &item : seed.items) {
        if (item.window == QLatin1String("soon"))
            item.instance.window =
                windowFrom(upToMinute(now.addSecs(std::chrono::seconds(options.windowIn).count())),
                           std::chrono::hours(2));
        else if (item.window == QLatin1String("open"))
            item.instance.window = windowFrom(now.addSecs(-30 * 60), std::chrono::hours(4));
        if (item.upgrading) {
            UpgradeJob job;
            job.taskId = QStringLiteral("t-practice%1").arg(m_nextTask++, 8, 10, QLatin1Char('0'));
            // Long enough to be looked at, whatever upgradeTime says: it was on its way before the service
            // was opened.
            job.duration = std::chrono::minutes(30);
            job.accepted = job.visibleFrom = job.begins = now.addSecs(-12 * 60);
            job.from = item.instance.kernel.text();
            job.to = m_releases.value(item.instance.line).first().version.text();
            item.instance.jobs.append(job);
        }
        if (item.failedTask)
            addHistory(item.instance, UpgradeJob::End::Fails, now);
        if (item.doneTask)
            addHistory(item.instance, UpgradeJob::End::Succeeds, now);
        m_instances.append(item.instance);
    }
    addExtras(options.extraInstances, options.regions > 0);
    indexAll();
}

void World::addHistory(PracticeInstance &instance, UpgradeJob::End end, const QDateTime &now)
{
    const QList<Release> releases = m_releases.value(instance.line);
    UpgradeJob job;
    job.taskId = QStringLiteral("t-practice%1").arg(m_nextTask++, 8, 10, QLatin1Char('0'));
    job.duration = std::chrono::minutes(14);
    job.accepted = job.visibleFrom = job.begins = now.addDays(-2);
    job.to = releases.first().version.text();
    job.from = instance.kernel.text();
    job.end = end;
    if (end == UpgradeJob::End::Succeeds) {
        job.from = releases.at(1).version.text();
        instance.kernel = releases.at(1).version;
    }
    instance.jobs.append(job);
}

void World::addExtras(int count, bool spread)
{
    const qsizetype models = m_instances.size();
    QList<qsizetype> room = spread ? roomPerRegion(m_regions.size(), models + count) : QList<qsizetype>();
    if (spread) {
        for (const PracticeInstance &instance : std::as_const(m_instances)) {
            for (qsizetype i = 0; i < m_regions.size(); ++i)
                room[i] -= m_regions.at(i).id == instance.region ? 1 : 0;
        }
    }
    qsizetype region = 0;
    m_instances.reserve(models + count);
    for (int i = 0; i < count; ++i) {
        PracticeInstance instance = m_instances.at(i % models);
        instance.isExtra = true;
        instance.jobs.clear();
        instance.status = QStringLiteral("Normal");
        instance.openOrder = false;
        instance.eventType.clear();
        instance.id = instance.id.left(5) + QStringLiteral("x%1").arg(i, 14, 10, QLatin1Char('0'));
        instance.name = QStringLiteral("%1-%2").arg(instance.name).arg(i + 1);
        if (spread) {
            while (region + 1 < room.size() && room.at(region) <= 0)
                ++region;
            --room[region];
            instance.region = m_regions.at(region).id;
            instance.zone = m_regions.at(region).zones.value(0);
            instance.secondaryZone.clear();
        }
        m_instances.append(instance);
    }
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

QString World::statusAt(const PracticeInstance &instance, const QDateTime &now)
{
    for (const UpgradeJob &job : instance.jobs) {
        if (stateAt(job, now).phase == JobState::Phase::Running)
            return QStringLiteral("MinorVersionUpgrading");
    }
    return instance.status;
}

MinorVersion World::kernelAt(const PracticeInstance &instance, const QDateTime &now)
{
    MinorVersion version = instance.kernel;
    for (const UpgradeJob &job : instance.jobs) {
        if (stateAt(job, now).switched)
            version = MinorVersion::parse(job.to);
    }
    return version;
}

bool World::isBusyAt(const PracticeInstance &instance, const QDateTime &now)
{
    return std::any_of(instance.jobs.begin(), instance.jobs.end(), [&](const UpgradeJob &job) {
        return stateAt(job, now).phase != JobState::Phase::Ended;
    });
}

void World::accept(const QString &id, const QString &version, bool inWindow, UpgradeJob::End end,
                   const QDateTime &now)
{
    const auto it = m_index.constFind(id);
    if (it == m_index.constEnd())
        return;
    PracticeInstance &instance = m_instances[*it];
    UpgradeJob job;
    job.taskId = QStringLiteral("t-practice%1").arg(m_nextTask++, 8, 10, QLatin1Char('0'));
    job.copies =
        instance.nodeType != QLatin1String("single") && instance.nodeType != QLatin1String("STAND_ALONE");
    const milliseconds whole = job.copies ? m_upgradeTime : m_upgradeTime / 4;
    const milliseconds lead = std::min(milliseconds(400), whole / 10);
    job.accepted = now;
    job.visibleFrom = job.begins = now.addMSecs(lead.count());
    if (inWindow && !instance.window.around(now))
        job.begins = std::max(job.begins, instance.window.next(now, 1).first().start);
    job.duration = whole - lead;
    job.from = kernelAt(instance, now).text();
    job.to = version;
    job.end = end;
    instance.jobs.append(job);
}

void World::release(const QString &id)
{
    m_instances.removeIf([&](const PracticeInstance &instance) { return instance.id == id; });
    indexAll();
}

void World::indexAll()
{
    m_index.clear();
    m_byRegion.clear();
    for (qsizetype i = 0; i < m_instances.size(); ++i) {
        m_index.insert(m_instances.at(i).id, i);
        m_byRegion[m_instances.at(i).region].append(i);
    }
}

} // namespace uplift::practice
