// SPDX-License-Identifier: GPL-3.0-or-later
#include "upgrade/checks.h"

#include "upgrade/checkparts.h"

#include <QCoreApplication>

#include <algorithm>

namespace uplift::upgrade {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("uplift::upgrade", text); }

int rank(Check::Result result)
{
    switch (result) {
    case Check::Result::Blocked:
        return 0;
    case Check::Result::ToRead:
        return 1;
    case Check::Result::Unknown:
        return 2;
    case Check::Result::Passed:
        break;
    }
    return 3;
}

void sort(QList<Check> &checks)
{
    std::stable_sort(checks.begin(), checks.end(),
                     [](const Check &a, const Check &b) { return rank(a.result) < rank(b.result); });
}

/// Under which name a check of the proxies stands beside the kernel's; empty: the kernel's says it already.
QString besideKernel(const QString &key)
{
    if (key == QLatin1String("outdated"))
        return QStringLiteral("proxyOutdated");
    if (key == QLatin1String("versions"))
        return QStringLiteral("proxyVersions");
    if (key == QLatin1String("permission"))
        return QStringLiteral("proxyPermission");
    return key == QLatin1String("proxy") ? key : QString();
}

} // namespace

QList<Check> preflight(const CheckInput &input)
{
    const CheckFacts facts(input);
    // Within one result this order stays, and a row of a batch shows the first: what decides most comes
    // first.
    QList<Check> checks{openStepCheck(facts), statusCheck(facts), outdatedCheck(facts), versionsCheck(facts),
                        targetCheck(facts),   proxyCheck(facts),  orderCheck(facts)};
    if (auto renewal = renewalCheck(facts))
        checks.append(std::move(*renewal));
    checks << tasksCheck(facts) << eventsCheck(facts) << lastAttemptCheck(facts) << backupCheck(facts)
           << redundancyCheck(facts) << memoryCheck(facts) << cpuCheck(facts);
    if (auto window = windowCheck(facts))
        checks.append(std::move(*window));
    checks << quietHourCheck(facts) << autoUpgradeCheck(facts) << clockCheck(facts) << tokenCheck(facts)
           << permissionCheck(facts) << readOnlyCheck(facts) << journalCheck(facts)
           << environmentCheck(facts);
    sort(checks);
    return checks;
}

QList<Check> preflightOfBoth(const CheckInput &input)
{
    CheckInput one = input;
    one.forProxy = false;
    QList<Check> checks = preflight(one);
    // The kernel's own says that this upgrade does not touch the proxies.
    checks.removeIf([](const Check &check) { return check.key == QLatin1String("proxy"); });
    one.forProxy = true;
    const QList<Check> proxies = preflight(one);
    for (Check check : proxies) {
        check.key = besideKernel(check.key);
        const bool said = std::any_of(checks.begin(), checks.end(), [&](const Check &other) {
            return other.sentence == check.sentence && other.result == check.result;
        });
        if (!check.key.isEmpty() && !said)
            checks.append(std::move(check));
    }
    sort(checks);
    return checks;
}

bool isBlocked(const QList<Check> &checks)
{
    return std::any_of(checks.begin(), checks.end(),
                       [](const Check &check) { return check.result == Check::Result::Blocked; });
}

CheckVerdict verdictOf(const QList<Check> &checks)
{
    if (checks.isEmpty())
        return {Check::Result::Unknown, tr("Not checked yet")};
    const Check &worst = *std::min_element(checks.begin(), checks.end(), [](const Check &a, const Check &b) {
        return rank(a.result) < rank(b.result);
    });
    if (worst.result == Check::Result::Passed)
        return {Check::Result::Passed, tr("Checks pass")};
    return {worst.result, worst.shortText};
}

} // namespace uplift::upgrade
