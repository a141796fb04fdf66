// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/upgrades.h"

#include "practice/paging.h"

#include <algorithm>

namespace uplift::practice {

namespace {

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

Refusal alreadyLatest(const MinorVersion &version)
{
    return Refusal::of(400, QStringLiteral("IncorrectEngineVersion"),
                       QStringLiteral("The instance already runs minor version %1.").arg(version.text()));
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
        refusal = alreadyLatest(current);
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

/// The numbers in "r-…-proxy-0,r-…-proxy-1"; a refusal for any other name.
std::optional<Refusal> readProxies(const PracticeInstance &instance, const CallInput &call,
                                   QList<int> &proxies)
{
    const QString parameter = QStringLiteral("ProxyInstanceIds");
    const QStringList names = commaList(call.parameters, parameter);
    const bool classic = !instance.isCloudNative() && instance.edition == QLatin1String("Community");
    if (!names.isEmpty() && !classic)
        return Refusal::invalid(parameter,
                                QStringLiteral("only classic instances of the open-source edition have it"));
    for (const QString &name : names) {
        int number = -1;
        for (int i = 0; i < instance.proxyCount(); ++i)
            number = name == QStringLiteral("%1-proxy-%2").arg(instance.id).arg(i) ? i : number;
        if (number < 0)
            return Refusal::invalid(parameter, QStringLiteral("%1 is no proxy of it").arg(name));
        if (!proxies.contains(number))
            proxies.append(number);
    }
    return std::nullopt;
}

/// The oldest version among the proxies a call is about.
MinorVersion proxyToday(const PracticeInstance &instance, const QList<int> &proxies, const QDateTime &now)
{
    if (proxies.isEmpty())
        return World::proxyAt(instance, now);
    MinorVersion oldest = World::proxyAt(instance, proxies.first(), now);
    for (const int number : proxies) {
        const MinorVersion version = World::proxyAt(instance, number, now);
        if (MinorVersion::compare(version, oldest) < 0)
            oldest = version;
    }
    return oldest;
}

Reply begin(World &world, const PracticeInstance &instance, UpgradeOrder order, const CallInput &call)
{
    order.inWindow = order.inWindow && !call.rehearsal.ignoresWindow;
    order.end = call.rehearsal.end;
    world.accept(instance.id, order, call.now);
    return QJsonObject{};
}

} // namespace

Reply upgradeKernel(World &world, const CallInput &call)
{
    const Found found = findInstance(world, call);
    if (!found.instance)
        return *found.refusal;
    std::optional<Refusal> refusal;
    const auto window = wantsWindow(call.parameters, refusal);
    if (!window)
        return *refusal;
    if (auto busy = refuseUnlessIdle(*found.instance, call.now))
        return *busy;
    UpgradeOrder order;
    order.version = targetVersion(world, *found.instance, call, refusal);
    if (refusal)
        return *refusal;
    order.inWindow = *window;
    return begin(world, *found.instance, order, call);
}

Reply upgradeProxy(World &world, const CallInput &call)
{
    const Found found = findInstance(world, call);
    if (!found.instance)
        return *found.refusal;
    const PracticeInstance &instance = *found.instance;
    const QString mode =
        call.parameters.value(QStringLiteral("SwitchTimeMode"), QStringLiteral("Immediately"));
    if (mode != QLatin1String("Immediately") && mode != QLatin1String("MaintainTime"))
        return Refusal::invalid(QStringLiteral("SwitchTimeMode"),
                                QStringLiteral("Immediately or MaintainTime is needed"));
    if (instance.proxyCount() == 0)
        return Refusal::of(400, QStringLiteral("IncorrectDBInstanceType"),
                           QStringLiteral("Current DB instance type does not support this operation."));
    UpgradeOrder order;
    order.kind = UpgradeJob::Kind::Proxy;
    order.inWindow = mode == QLatin1String("MaintainTime");
    if (auto refusal = readProxies(instance, call, order.proxies))
        return *refusal;
    if (auto busy = refuseUnlessIdle(instance, call.now))
        return *busy;
    const MinorVersion current = proxyToday(instance, order.proxies, call.now);
    const QList<Release> newer = world.newerThan(instance.proxyLine, current);
    if (newer.isEmpty())
        return alreadyLatest(current);
    order.version = newer.first().version.text();
    return begin(world, instance, order, call);
}

} // namespace uplift::practice
