// SPDX-License-Identifier: GPL-3.0-or-later
#include "upgrade/checkparts.h"

#include <QCoreApplication>

namespace uplift::upgrade {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("uplift::upgrade", text); }

QString orElse(const QString &text, const QString &otherwise) { return text.isEmpty() ? otherwise : text; }

QString yesNo(std::optional<bool> flag)
{
    if (!flag)
        return tr("not told");
    return *flag ? tr("yes") : tr("no");
}

/// The two versions a step is about: the proxies' or the kernel's. Both unknown when nothing was told.
struct Versions {
    MinorVersion current;
    MinorVersion latest;
};

Versions versionsOf(const CheckInput &input)
{
    if (!input.version)
        return {};
    return input.forProxy ? Versions{input.version->proxyCurrent, input.version->proxyLatest}
                          : Versions{input.version->current, input.version->latest};
}

Outdated compared(const Versions &versions)
{
    if (!versions.current.isKnown() || !versions.latest.isKnown())
        return Outdated::Unknown;
    return MinorVersion::compare(versions.current, versions.latest) < 0 ? Outdated::Yes : Outdated::No;
}

/// The service's flags are not documented to speak of the proxies (api.md 6.1): their versions alone do.
Outdated outdatedOf(const CheckInput &input)
{
    if (input.forProxy)
        return compared(versionsOf(input));
    return input.version ? outdated(*input.version) : Outdated::Unknown;
}

bool isLatestWord(const QString &target) { return target == QLatin1String("latest_version"); }

Check notNewerCheck(const MinorVersion &target, const MinorVersion &current, int order)
{
    return blocked(
        "target",
        order < 0
            ? tr("The target %1 is older than the current version %2.").arg(target.text(), current.text())
            : tr("The target %1 is the version it runs now.").arg(target.text()),
        tr("Name a newer version, or choose the latest one. There is no way back to an older version."),
        tr("Target not possible"));
}

/// UpgradeProxy takes no version (api.md 6.2).
Check proxyTargetCheck(const MinorVersion &target, const MinorVersion &latest)
{
    const QString choose = tr("Choose the latest version as the target.");
    if (latest.isKnown() && target == latest)
        return toRead(
            "target",
            tr("The target is %1, but a proxy's upgrade takes no version: it goes to the latest there is.")
                .arg(target.text()),
            choose, tr("Target by name"));
    return blocked(
        "target",
        tr("A proxy's upgrade takes no version: it goes to the latest, not to %1.").arg(target.text()),
        choose, tr("Target not possible"));
}

} // namespace

Check statusCheck(const CheckFacts &facts)
{
    const char *key = "status";
    const auto &known = facts.input.instance;
    if (!known || (known->status == InstanceStatus::Unknown && known->statusText.isEmpty()))
        return unknown(key, tr("The instance's status is not known."),
                       tr("Refresh. The service refuses the upgrade unless the status is Normal."),
                       tr("Status unknown"));
    const QString status = shownWord(known->statusText);
    switch (known->status) {
    case InstanceStatus::Normal:
        return passed(key, tr("Status is Normal."));
    case InstanceStatus::MinorVersionUpgrading:
        return blocked(key, tr("Status is MinorVersionUpgrading: an upgrade already runs."),
                       tr("Wait until it has ended, then look at the version."), tr("Upgrade runs already"));
    case InstanceStatus::Released:
    case InstanceStatus::Error:
        return blocked(key, tr("Status is %1: this instance cannot be upgraded.").arg(status),
                       tr("Choose another instance."), tr("Cannot be upgraded"));
    case InstanceStatus::Inactive:
        return blocked(key, tr("Status is Inactive: the instance is disabled, for example unpaid."),
                       tr("Settle the account's bill, then refresh."), tr("Status is not Normal"));
    case InstanceStatus::Unknown:
        return blocked(key, tr("Status is “%1”, which Uplift does not know.").arg(status),
                       tr("An upgrade starts from Normal only. Wait, then refresh."),
                       tr("Status is not Normal"));
    default:
        return blocked(key, tr("Status is %1; an upgrade starts from Normal only.").arg(status),
                       tr("Wait until the status is Normal, then refresh."), tr("Status is not Normal"));
    }
}

Check outdatedCheck(const CheckFacts &facts)
{
    const char *key = "outdated";
    const CheckInput &input = facts.input;
    const Versions versions = versionsOf(input);
    const QString now = orElse(versions.current.text(), tr("not told"));
    const QString latest = orElse(versions.latest.text(), tr("not told"));
    switch (outdatedOf(input)) {
    case Outdated::Yes:
        return passed(key,
                      input.forProxy
                          ? tr("A newer version of the proxy exists: %1 after %2.").arg(latest, now)
                          : tr("A newer version exists: %1 after %2.").arg(latest, now));
    case Outdated::No:
        return blocked(key,
                       input.forProxy ? tr("The proxy runs the latest version, %1.").arg(now)
                                      : tr("The instance runs the latest version, %1.").arg(now),
                       tr("There is nothing to upgrade."), tr("Already latest"));
    case Outdated::Contradictory:
        return blocked(
            key,
            tr("The service contradicts itself: latest version: %1; upgrade available: %2; current %3, "
               "latest %4.")
                .arg(yesNo(input.version->isLatest), yesNo(input.version->upgradeAvailable), now, latest),
            tr("Refresh in a few minutes. If it stays so, ask the provider before upgrading."),
            tr("Contradictory versions"));
    case Outdated::Unknown:
        break;
    }
    return unknown(key,
                   input.forProxy
                       ? tr("The service does not say whether a newer version of the proxy exists.")
                       : tr("The service does not say whether a newer version exists."),
                   tr("Compare the versions yourself before you go on."), tr("Newer version unknown"));
}

Check versionsCheck(const CheckFacts &facts)
{
    const char *key = "versions";
    const auto [current, latest] = versionsOf(facts.input);
    const QString now = shownWord(current.raw());
    const QString then = shownWord(latest.raw());
    if (now.isEmpty() || then.isEmpty())
        return unknown(key,
                       tr("There are no two versions to compare: current “%1”, latest “%2”.")
                           .arg(orElse(now, tr("not told")), orElse(then, tr("not told"))),
                       tr("Refresh, or look the versions up in the console."), tr("Versions not told"));
    const QString odd = tr("Odd version notation");
    const QString compare = tr("Compare the two yourself: Uplift may read them wrongly.");
    if (!current.isKnown() || !latest.isKnown())
        return toRead(
            key,
            tr("One of the versions is not written as numbers with dots: current “%1”, latest “%2”.")
                .arg(now, then),
            compare, odd);
    if (current.text().count(u'.') != latest.text().count(u'.'))
        return toRead(key,
                      tr("The versions are written with different numbers of parts: current “%1”, latest "
                         "“%2”. Missing parts count as 0.")
                          .arg(now, then),
                      compare, odd);
    if (MinorVersion::compare(current, latest) > 0)
        return toRead(key,
                      tr("The current version “%1” is newer than the one the service calls the latest, “%2”.")
                          .arg(now, then),
                      compare, tr("Newer than the latest"));
    return passed(key, tr("The versions can be compared: %1 and %2.").arg(now, then));
}

Check targetCheck(const CheckFacts &facts)
{
    const char *key = "target";
    const CheckInput &input = facts.input;
    if (isLatestWord(input.target))
        return passed(key, tr("The target is the latest version; the service chooses it."));
    const MinorVersion target = MinorVersion::parse(input.target);
    if (!target.isKnown())
        return blocked(key, tr("The target version “%1” is not a version.").arg(shownWord(input.target)),
                       tr("Write it as 7.0.1.8, or choose the latest version."), tr("Target not possible"));
    const Versions versions = versionsOf(input);
    if (versions.current.isKnown()) {
        if (const int order = MinorVersion::compare(target, versions.current); order <= 0)
            return notNewerCheck(target, versions.current, order);
    }
    if (input.forProxy)
        return proxyTargetCheck(target, versions.latest);
    if (!versions.current.isKnown())
        return unknown(key,
                       tr("The current version is not known, so the target %1 cannot be compared with it.")
                           .arg(target.text()),
                       tr("Choose the latest version, or refresh."), tr("Target not compared"));
    return toRead(
        key, tr("The target is %1, by name.").arg(target.text()),
        tr("Only the latest version is documented as a target; the service may refuse another one."),
        tr("Target by name"));
}

Check proxyCheck(const CheckFacts &facts)
{
    const char *key = "proxy";
    const CheckInput &input = facts.input;
    const std::optional<bool> has = facts.edition ? facts.edition->proxy : std::nullopt;
    if (has == false)
        return input.forProxy ? blocked(key, tr("This instance has no proxy."),
                                        tr("Leave the proxy's upgrade out of the plan."), tr("Has no proxy"))
                              : passed(key, tr("This instance has no proxy."));
    if (input.forProxy)
        return has ? passed(key, tr("This instance has a proxy."))
                   : unknown(key, tr("The service does not say whether this instance has a proxy."),
                             tr("Look at its topology in the details."), tr("Proxy unknown"));
    const Versions versions =
        input.version ? Versions{input.version->proxyCurrent, input.version->proxyLatest} : Versions{};
    switch (compared(versions)) {
    case Outdated::Yes:
        return toRead(
            key,
            tr("The proxy is behind too: it runs %1, the latest is %2. This upgrade does not touch it.")
                .arg(versions.current.text(), versions.latest.text()),
            tr("Add the proxy's upgrade to the plan as a step of its own."), tr("Proxy behind its latest"));
    case Outdated::No:
        return passed(key, tr("The proxy runs its latest version, %1.").arg(versions.current.text()));
    default:
        break;
    }
    return unknown(key, tr("The service does not say whether the proxy is behind its latest version."),
                   tr("Look the proxy's version up in the console."), tr("Proxy version unknown"));
}

Check autoUpgradeCheck(const CheckFacts &facts)
{
    const char *key = "autoUpgrade";
    const auto &version = facts.input.version;
    if (!version || !version->autoUpgrade)
        return unknown(key, tr("The service does not say whether it upgrades this instance by itself."),
                       tr("Look it up in the console."), tr("Auto upgrade unknown"));
    if (!*version->autoUpgrade)
        return passed(key, tr("The automatic upgrade is off."));
    return toRead(
        key, tr("The automatic upgrade is on: the service may upgrade by itself in the maintenance window."),
        tr("Switch it off in the details if only this plan shall decide when."), tr("Auto upgrade is on"));
}

Check redundancyCheck(const CheckFacts &facts)
{
    const char *key = "redundancy";
    const NodeCount nodes = facts.edition ? facts.edition->nodes : NodeCount::Unknown;
    const ZoneCount zones = facts.edition ? facts.edition->zones : ZoneCount::Unknown;
    if (nodes == NodeCount::One)
        return toRead(key, tr("A single node: there is no replica to take over while it is upgraded."),
                      tr("Back it up first, and expect an interruption."), tr("Single node"));
    if (zones == ZoneCount::One)
        return toRead(key,
                      tr("All its nodes lie in one zone: nothing takes over if that zone fails meanwhile."),
                      tr("Look at the zone's events and alarms before you go on."), tr("Single zone"));
    if (nodes == NodeCount::Unknown || zones == ZoneCount::Unknown)
        return unknown(key, tr("The fields do not tell how many nodes and zones it has."),
                       tr("Look them up in the console, and expect the worst case until then."),
                       tr("Nodes, zones unknown"));
    return passed(key, tr("It has a replica and lies in two zones."));
}

} // namespace uplift::upgrade
