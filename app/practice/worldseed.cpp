// SPDX-License-Identifier: GPL-3.0-or-later
// How a world comes to be: from resources/practice.json, and what is made up beyond it.
#include "practice/seed.h"
#include "practice/world.h"

#include <algorithm>

namespace uplift::practice {

namespace {

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
        if (item.upgrading)
            addRunning(item.instance, now);
        if (item.failedTask)
            addHistory(item.instance, UpgradeJob::End::Fails, now);
        if (item.doneTask)
            addHistory(item.instance, UpgradeJob::End::Succeeds, now);
        if (!item.event.type.isEmpty())
            addEvent(item.instance, item.event);
        m_instances.append(item.instance);
    }
    addExtras(options.extraInstances, options.regions > 0);
    indexAll();
}

void World::addRunning(PracticeInstance &instance, const QDateTime &now)
{
    UpgradeJob job;
    job.taskId = newTaskId();
    // Long enough to be looked at, whatever upgradeTime says: it was on its way before the service was
    // opened.
    job.duration = std::chrono::minutes(30);
    job.accepted = job.visibleFrom = job.begins = now.addSecs(-12 * 60);
    job.from = instance.kernel.text();
    job.to = m_releases.value(instance.line).first().version.text();
    instance.jobs.append(job);
}

void World::addHistory(PracticeInstance &instance, UpgradeJob::End end, const QDateTime &now)
{
    const QList<Release> releases = m_releases.value(instance.line);
    UpgradeJob job;
    job.taskId = newTaskId();
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

void World::addEvent(PracticeInstance &instance, const SeedEvent &planned)
{
    const bool urgent = planned.level == QLatin1String("S0");
    PlannedEvent event;
    event.id = m_nextEvent++;
    event.type = planned.type;
    event.level = planned.level;
    event.created = event.modified = m_begun.addDays(-6);
    event.switchAt = QDateTime(m_begun.date().addDays(planned.inDays), QTime(18, 0), Qt::UTC);
    event.start = event.switchAt.addSecs(-eventPrepare.count());
    event.deadline = event.switchAt.addDays(urgent ? 2 : 15);
    event.mayChange = planned.mayChange;
    event.mayCancel = !urgent;
    instance.event = event;
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
        instance.event.reset();
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

} // namespace uplift::practice
