// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/seed.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace uplift::practice {

namespace {

QString text(const QJsonObject &object, const char *key, const char *fallback = "")
{
    return object.value(QLatin1String(key)).toString(QLatin1String(fallback));
}

int number(const QJsonObject &object, const char *key) { return object.value(QLatin1String(key)).toInt(-1); }

bool flag(const QJsonObject &object, const char *key) { return object.value(QLatin1String(key)).toBool(); }

Environment environmentOf(const QString &word)
{
    if (word == QLatin1String("production"))
        return Environment::Production;
    return word == QLatin1String("staging") ? Environment::Staging : Environment::Development;
}

/// Every night unless the file says otherwise.
BackupHabit readHabit(const QJsonObject &object)
{
    BackupHabit habit;
    habit.everyDays = object.value(QLatin1String("everyDays")).toInt(habit.everyDays);
    habit.lastDaysAgo = object.value(QLatin1String("lastDaysAgo")).toInt(habit.lastDaysAgo);
    habit.lastFails = flag(object, "lastFails");
    return habit;
}

Seed::Item readInstance(const QJsonObject &object)
{
    Seed::Item item;
    PracticeInstance &instance = item.instance;
    instance.id = text(object, "id");
    instance.name = text(object, "name");
    instance.region = text(object, "region");
    instance.zone = text(object, "zone");
    instance.secondaryZone = text(object, "secondaryZone");
    instance.environment = environmentOf(text(object, "environment"));
    instance.group = text(object, "group");
    instance.type = text(object, "type", "Redis");
    instance.edition = text(object, "edition", "Community");
    instance.architecture = text(object, "architecture");
    instance.instanceClass = text(object, "class");
    instance.engineVersion = text(object, "engine");
    instance.nodeType = text(object, "nodeType");
    instance.computingType = text(object, "deployment");
    const bool standard = instance.architecture == QLatin1String("standard");
    instance.replicationMode = text(object, "replicationMode", standard ? "master-slave" : "cluster");
    instance.chargeType = text(object, "chargeType", "PrePaid");
    instance.capacityMb = number(object, "capacityMb");
    instance.shards = number(object, "shards");
    instance.replicas = number(object, "replicas");
    instance.slaveReplicas = number(object, "slaveReplicas");
    instance.readOnly = number(object, "readOnly");
    instance.line = text(object, "line");
    instance.proxyLine = text(object, "proxyLine");
    instance.kernel = MinorVersion::parse(text(object, "current"));
    instance.proxy = MinorVersion::parse(text(object, "proxy"));
    instance.status = text(object, "status", "Normal");
    instance.openOrder = flag(object, "openOrder");
    instance.contradictoryFlags = flag(object, "contradictoryFlags");
    instance.autoUpgrade = instance.environment == Environment::Development;
    const QJsonObject event = object.value(QLatin1String("event")).toObject();
    item.event = {text(event, "type"), text(event, "level"), number(event, "inDays"),
                  event.value(QLatin1String("mayChange")).toBool(true)};
    instance.habit = readHabit(object.value(QLatin1String("backup")).toObject());
    item.upgrading = flag(object, "upgrading");
    item.failedTask = flag(object, "failedTask");
    item.doneTask = flag(object, "doneTask");
    const QJsonValue window = object.value(QLatin1String("window"));
    if (window.isArray()) {
        const auto parsed =
            MaintenanceWindow::parse(window.toArray().at(0).toString(), window.toArray().at(1).toString());
        Q_ASSERT(parsed);
        instance.window = *parsed;
    } else {
        item.window = window.toString();
    }
    return item;
}

Release readRelease(const QJsonObject &object)
{
    Release release;
    release.version = MinorVersion::parse(text(object, "version"));
    release.date = text(object, "date");
    release.level = number(object, "level");
    release.noteEn = text(object, "en");
    release.noteZh = text(object, "zh");
    return release;
}

PracticeRegion readRegion(const QJsonObject &object)
{
    PracticeRegion region{text(object, "id"), text(object, "en"), text(object, "zh"), {}};
    const QJsonArray zones = object.value(QLatin1String("zones")).toArray();
    for (const auto &zone : zones)
        region.zones.append(zone.toString());
    return region;
}

} // namespace

Seed readSeed()
{
    QFile file(QStringLiteral(":/uplift/practice.json"));
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    Q_UNUSED(opened)
    const QJsonObject root = QJsonDocument::fromJson(file.readAll()).object();
    Seed seed;
    const QJsonArray instances = root.value(QLatin1String("instances")).toArray();
    for (const auto &value : instances)
        seed.items.append(readInstance(value.toObject()));
    const QJsonArray regions = root.value(QLatin1String("regions")).toArray();
    for (const auto &value : regions)
        seed.regions.append(readRegion(value.toObject()));
    const QJsonArray more = root.value(QLatin1String("moreRegions")).toArray();
    for (const auto &value : more)
        seed.moreRegions.append(readRegion(value.toObject()));
    const QJsonObject lines = root.value(QLatin1String("releases")).toObject();
    for (auto it = lines.begin(); it != lines.end(); ++it) {
        const QJsonArray releases = it.value().toArray();
        for (const auto &value : releases)
            seed.releases[it.key()].append(readRelease(value.toObject()));
    }
    Q_ASSERT(!seed.items.isEmpty() && !seed.regions.isEmpty() && !seed.releases.isEmpty());
    return seed;
}

} // namespace uplift::practice
