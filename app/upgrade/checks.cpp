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
    std::stable_sort(checks.begin(), checks.end(),
                     [](const Check &a, const Check &b) { return rank(a.result) < rank(b.result); });
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
