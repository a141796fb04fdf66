// SPDX-License-Identifier: GPL-3.0-or-later
#include "upgrade/checkrows.h"

namespace uplift::checkinputs {

using CheckResult = upgrade::Check::Result;

namespace {

CheckInput withStatus(const char *status)
{
    return but([status](CheckInput &input) {
        input.instance->statusText = QString::fromLatin1(status);
        input.instance->status = parseInstanceStatus(input.instance->statusText);
    });
}

CheckInput withFlags(std::optional<bool> latest, std::optional<bool> available)
{
    return but([&](CheckInput &input) {
        input.version->isLatest = latest;
        input.version->upgradeAvailable = available;
    });
}

CheckInput withVersions(const char *current, const char *latest)
{
    return but([=](CheckInput &input) {
        input.version->current = version(current);
        input.version->latest = version(latest);
        input.version->isLatest.reset();
        input.version->upgradeAvailable = true;
    });
}

CheckInput withTarget(const char *target)
{
    return but([target](CheckInput &input) { input.target = QString::fromLatin1(target); });
}

CheckInput proxyWithTarget(const char *target)
{
    return butProxy([target](CheckInput &input) { input.target = QString::fromLatin1(target); });
}

} // namespace

void addStatus(Rows &rows)
{
    rows.add("status Normal", healthy(), "status", CheckResult::Passed);
    rows.add("status not told", withStatus(""), "status", CheckResult::Unknown);
    rows.add("instance not read", "status", CheckResult::Unknown,
             [](CheckInput &input) { input.instance.reset(); });
    for (const char *status :
         {"Creating", "Changing", "Inactive", "Flushing", "Released", "Transforming", "Unavailable", "Error",
          "Migrating", "BackupRecovering", "MinorVersionUpgrading", "NetworkModifying", "SSLModifying",
          "MajorVersionUpgrading", "Rebooting", "CleaningUpExpiredData", "HASwitching", "ZoneMigrating",
          "Brandnew"})
        rows.add(qPrintable(QStringLiteral("status %1").arg(QLatin1String(status))), withStatus(status),
                 "status", CheckResult::Blocked);
}

void addVersions(Rows &rows)
{
    rows.add("upgrade available", healthy(), "outdated", CheckResult::Passed);
    rows.add("flags missing, versions differ", withFlags({}, {}), "outdated", CheckResult::Passed);
    rows.add("both flags true", withFlags(true, true), "outdated", CheckResult::Blocked);
    rows.add("both flags false", withFlags(false, false), "outdated", CheckResult::Blocked);
    rows.add("flags say latest, versions say older", withFlags(true, false), "outdated",
             CheckResult::Blocked);
    const auto latest = [](CheckInput &input) {
        input.version->isLatest = true;
        input.version->upgradeAvailable = false;
        input.version->latest = input.version->current;
    };
    rows.add("already latest", "outdated", CheckResult::Blocked, latest);
    rows.add("version not read", "outdated", CheckResult::Unknown,
             [](CheckInput &input) { input.version.reset(); });
    rows.add("proxy behind, kernel latest: the proxy's step",
             butProxy([&latest](CheckInput &input) { latest(input); }), "outdated", CheckResult::Passed);
    rows.add("proxy latest, kernel behind: the proxy's step",
             butProxy([](CheckInput &input) { input.version->proxyCurrent = input.version->proxyLatest; }),
             "outdated", CheckResult::Blocked);
    rows.add("proxy's latest not told: the proxy's step",
             butProxy([](CheckInput &input) { input.version->proxyLatest = MinorVersion(); }), "outdated",
             CheckResult::Unknown);

    rows.add("redis-7.0_7.0.1.8 and 7.0.1.14", healthy(), "versions", CheckResult::Passed);
    rows.add("6.6.0 and 6.8.15: the proxy's step", healthyProxy(), "versions", CheckResult::Passed);
    rows.add("latest without numbers", withVersions("redis-7.0_7.0.1.8", "stable-2026"), "versions",
             CheckResult::ToRead);
    rows.add("current without numbers", withVersions("redis-7.0_next", "7.0.1.14"), "versions",
             CheckResult::ToRead);
    rows.add("different numbers of parts", withVersions("redis-5.0_0.5.7", "0.5.7.1"), "versions",
             CheckResult::ToRead);
    rows.add("latest not told", withVersions("redis-7.0_7.0.1.8", ""), "versions", CheckResult::Unknown);
    rows.add("no version read", "versions", CheckResult::Unknown,
             [](CheckInput &input) { input.version.reset(); });
    rows.add("odd proxy version: the proxy's step",
             butProxy([](CheckInput &input) { input.version->proxyLatest = version("v-next"); }), "versions",
             CheckResult::ToRead);
}

void addTarget(Rows &rows)
{
    rows.add("target latest", healthy(), "target", CheckResult::Passed);
    rows.add("target older", withTarget("7.0.1.7"), "target", CheckResult::Blocked);
    rows.add("target the same", withTarget("7.0.1.8"), "target", CheckResult::Blocked);
    rows.add("target malformed", withTarget("seven"), "target", CheckResult::Blocked);
    rows.add("target newer, by name", withTarget("7.0.1.9"), "target", CheckResult::ToRead);
    rows.add("target by name, current unknown", "target", CheckResult::Unknown, [](CheckInput &input) {
        input.target = QStringLiteral("7.0.1.9");
        input.version->current = MinorVersion();
    });
    rows.add("proxy's target latest", healthyProxy(), "target", CheckResult::Passed);
    rows.add("proxy's target older than the proxy", proxyWithTarget("6.5.0"), "target", CheckResult::Blocked);
    rows.add("proxy's target by name", proxyWithTarget("6.7.1"), "target", CheckResult::Blocked);
    rows.add("proxy's target a kernel's version", proxyWithTarget("7.0.1.14"), "target",
             CheckResult::Blocked);
    rows.add("proxy's target by name, its latest", proxyWithTarget("6.8.15"), "target", CheckResult::ToRead);
}

void addProxy(Rows &rows)
{
    const auto kernel = [](const std::function<void(CheckInput &)> &change) {
        return butProxy([&change](CheckInput &input) {
            input.forProxy = false;
            change(input);
        });
    };
    rows.add("standard, no proxy", healthy(), "proxy", CheckResult::Passed);
    rows.add("proxy latest",
             kernel([](CheckInput &input) { input.version->proxyCurrent = input.version->proxyLatest; }),
             "proxy", CheckResult::Passed);
    rows.add("proxy behind its latest", kernel([](CheckInput &) {}), "proxy", CheckResult::ToRead);
    rows.add("proxy's versions not told", kernel([](CheckInput &input) { input.version.reset(); }), "proxy",
             CheckResult::Unknown);
    rows.add("has a proxy: the proxy's step", healthyProxy(), "proxy", CheckResult::Passed);
    rows.add("has no proxy: the proxy's step", "proxy", CheckResult::Blocked,
             [](CheckInput &input) { input.forProxy = true; });
    rows.add("direct mode, no proxy: the proxy's step", butProxy([](CheckInput &input) {
                 input.instance->instanceClass = QStringLiteral("tair.rdb.1g");
                 input.instance->computingType = QStringLiteral("Ecs");
                 input.version->proxyCurrent = MinorVersion();
             }),
             "proxy", CheckResult::Blocked);
    rows.add("proxy not told: the proxy's step", butProxy([](CheckInput &input) {
                 input.instance->instanceClass.clear();
                 input.version->proxyCurrent = MinorVersion();
             }),
             "proxy", CheckResult::Unknown);
}

void addEdition(Rows &rows)
{
    const auto with = [](const Instance &fields) {
        return [fields](CheckInput &input) {
            Instance instance = fields;
            instance.status = InstanceStatus::Normal;
            instance.statusText = QStringLiteral("Normal");
            instance.window = input.instance->window;
            instance.orderCompleted = true;
            input.instance = instance;
        };
    };
    rows.add("two nodes, ZoneType doublezone", healthy(), "redundancy", CheckResult::Passed);
    rows.add("NodeType single", "redundancy", CheckResult::ToRead, with(instances::standardOneNode()));
    rows.add("NodeType STAND_ALONE", "redundancy", CheckResult::ToRead, with(instances::cloudNativeSingle()));
    rows.add("NodeType double, ZoneType singlezone", "redundancy", CheckResult::ToRead,
             with(instances::standardTwoNodes()));
    Instance contradictory = instances::doubleZone();
    contradictory.nodeType = QStringLiteral("single");
    rows.add("NodeType single, ZoneType doublezone", "redundancy", CheckResult::Unknown, with(contradictory));
    rows.add("no fields", "redundancy", CheckResult::Unknown, with(Instance()));
    rows.add("instance not read at all", "redundancy", CheckResult::Unknown,
             [](CheckInput &input) { input.instance.reset(); });

    rows.add("auto upgrade off", healthy(), "autoUpgrade", CheckResult::Passed);
    rows.add("auto upgrade on", "autoUpgrade", CheckResult::ToRead,
             [](CheckInput &input) { input.version->autoUpgrade = true; });
    rows.add("auto upgrade not told", "autoUpgrade", CheckResult::Unknown,
             [](CheckInput &input) { input.version->autoUpgrade.reset(); });
}

} // namespace uplift::checkinputs
