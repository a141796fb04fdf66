// SPDX-License-Identifier: GPL-3.0-or-later
#include "upgrade/checks.h"

#include <QCoreApplication>

#include <algorithm>

namespace uplift::upgrade {

namespace {

using Result = Check::Result;

QString tr(const char *text) { return QCoreApplication::translate("uplift::upgrade", text); }

QString orElse(const QString &text, const QString &otherwise) { return text.isEmpty() ? otherwise : text; }

QString yesNo(std::optional<bool> flag)
{
    if (!flag)
        return tr("not told");
    return *flag ? tr("yes") : tr("no");
}

Check statusCheck(const CheckInput &input)
{
    const QString key = QStringLiteral("status");
    if (!input.instance
        || (input.instance->status == InstanceStatus::Unknown && input.instance->statusText.isEmpty()))
        return {key, Result::Unknown, tr("The instance's status is not known."),
                tr("Refresh. The service refuses the upgrade unless the status is Normal.")};
    const Instance &instance = *input.instance;
    switch (instance.status) {
    case InstanceStatus::Normal:
        return {key, Result::Passed, tr("Status is Normal."), {}};
    case InstanceStatus::MinorVersionUpgrading:
        return {key, Result::Blocked, tr("Status is MinorVersionUpgrading: an upgrade already runs."),
                tr("Wait until it has ended, then look at the version.")};
    case InstanceStatus::Released:
    case InstanceStatus::Error:
        return {key, Result::Blocked,
                tr("Status is %1: this instance cannot be upgraded.").arg(instance.statusText),
                tr("Choose another instance.")};
    case InstanceStatus::Inactive:
        return {key, Result::Blocked, tr("Status is Inactive: the instance is disabled, for example unpaid."),
                tr("Settle the account's bill, then refresh.")};
    case InstanceStatus::Unknown:
        return {key, Result::Blocked,
                tr("Status is “%1”, which Uplift does not know.").arg(instance.statusText),
                tr("An upgrade starts from Normal only. Wait, then refresh.")};
    default:
        return {key, Result::Blocked,
                tr("Status is %1; an upgrade starts from Normal only.").arg(instance.statusText),
                tr("Wait until the status is Normal, then refresh.")};
    }
}

Check outdatedCheck(const CheckInput &input)
{
    const QString key = QStringLiteral("outdated");
    const QString now = input.version ? orElse(input.version->current.text(), tr("not told")) : QString();
    const QString latest = input.version ? orElse(input.version->latest.text(), tr("not told")) : QString();
    switch (input.version ? outdated(*input.version) : Outdated::Unknown) {
    case Outdated::Yes:
        return {key, Result::Passed, tr("A newer version exists: %1 after %2.").arg(latest, now), {}};
    case Outdated::No:
        return {key, Result::Blocked, tr("The instance runs the latest version, %1.").arg(now),
                tr("There is nothing to upgrade.")};
    case Outdated::Contradictory:
        return {key, Result::Blocked,
                tr("The service contradicts itself: latest version: %1; upgrade available: %2; current %3, "
                   "latest %4.")
                    .arg(yesNo(input.version->isLatest), yesNo(input.version->upgradeAvailable), now, latest),
                tr("Refresh in a few minutes. If it stays so, ask the provider before upgrading.")};
    case Outdated::Unknown:
        break;
    }
    return {key, Result::Unknown, tr("The service does not say whether a newer version exists."),
            tr("Compare the versions yourself before you go on.")};
}

Check targetCheck(const CheckInput &input)
{
    const QString key = QStringLiteral("target");
    if (input.target == QLatin1String("latest_version"))
        return {key, Result::Passed, tr("The target is the latest version; the service chooses it."), {}};
    const MinorVersion target = MinorVersion::parse(input.target);
    if (!target.isKnown())
        return {key, Result::Blocked, tr("The target version “%1” is not a version.").arg(input.target),
                tr("Write it as 7.0.1.8, or choose the latest version.")};
    if (!input.version || !input.version->current.isKnown())
        return {key, Result::Unknown,
                tr("The current version is not known, so the target %1 cannot be compared with it.")
                    .arg(target.text()),
                tr("Choose the latest version, or refresh.")};
    const MinorVersion &current = input.version->current;
    const int order = MinorVersion::compare(target, current);
    if (order <= 0)
        return {
            key, Result::Blocked,
            order < 0
                ? tr("The target %1 is older than the current version %2.").arg(target.text(), current.text())
                : tr("The target %1 is the version it runs now.").arg(target.text()),
            tr("Name a newer version, or choose the latest one. There is no way back to an older version.")};
    return {key, Result::ToRead, tr("The target is %1, by name.").arg(target.text()),
            tr("Only the latest version is documented as a target; the service may refuse another one.")};
}

Check orderCheck(const CheckInput &input)
{
    const QString key = QStringLiteral("order");
    if (!input.instance || !input.instance->orderCompleted)
        return {key, Result::Unknown, tr("The service does not say whether an order is open."),
                tr("Look at the instance's orders in the console if one was placed lately.")};
    if (!*input.instance->orderCompleted)
        return {key, Result::Blocked, tr("A change order for this instance is still running."),
                tr("Wait until the order is completed, then refresh.")};
    return {key, Result::Passed, tr("No change order is running."), {}};
}

std::optional<Check> renewalCheck(const CheckInput &input)
{
    if (!input.instance || !input.instance->renewChangeOrder.value_or(false))
        return std::nullopt;
    return Check{QStringLiteral("renewal"), Result::ToRead, tr("A renewal or change order is pending."),
                 tr("Make sure that it does not take effect during the upgrade.")};
}

std::optional<Check> windowCheck(const CheckInput &input)
{
    if (input.moment != Moment::MaintenanceWindow)
        return std::nullopt;
    const QString key = QStringLiteral("window");
    if (!input.instance || !input.instance->window)
        return Check{
            key, Result::Unknown, tr("The service does not tell the maintenance window."),
            tr("Look it up in the console: the upgrade begins whenever the service takes the window to be.")};
    const MaintenanceWindow &window = *input.instance->window;
    const QString span = QStringLiteral("%1 – %2 UTC")
                             .arg(window.startUtc().toString(QStringLiteral("HH:mm")),
                                  window.endUtc().toString(QStringLiteral("HH:mm")));
    if (!window.isSane())
        return Check{key, Result::ToRead, tr("The maintenance window %1 is shorter than one hour.").arg(span),
                     tr("Give it at least one hour in the console; the upgrade may not fit.")};
    if (window.around(input.now))
        return Check{
            key, Result::ToRead, tr("The maintenance window %1 is running now.").arg(span),
            tr("The upgrade may begin at once, or in the next window; no document says which. Be ready "
               "for both.")};
    return Check{key, Result::Passed, tr("The maintenance window is %1.").arg(span), {}};
}

Check clockCheck(const CheckInput &input)
{
    const QString key = QStringLiteral("clock");
    if (!input.clockOffset)
        return {key, Result::Unknown, tr("This computer's clock was not compared with the service's yet."),
                tr("Refresh; the next reply tells.")};
    const qint64 seconds = std::chrono::duration_cast<std::chrono::seconds>(*input.clockOffset).count();
    if (seconds >= -60 && seconds <= 60)
        return {
            key, Result::Passed, tr("This computer's clock agrees with the service's within a minute."), {}};
    const QString by = seconds > 0
        ? tr("This computer's clock is %1 s behind the service's.").arg(seconds)
        : tr("This computer's clock is %1 s ahead of the service's.").arg(-seconds);
    return {key, Result::ToRead, by,
            tr("Set the clock. Uplift signs with the service's time meanwhile; times shown here are this "
               "computer's.")};
}

Check readOnlyCheck(const CheckInput &input)
{
    const QString key = QStringLiteral("readOnly");
    if (input.profileReadOnly)
        return {key, Result::Blocked, tr("The profile is read-only: watched, never upgraded from here."),
                tr("Edit the profile first if this instance shall be upgraded.")};
    return {key, Result::Passed, tr("The profile allows upgrades."), {}};
}

Check openStepCheck(const CheckInput &input)
{
    const QString key = QStringLiteral("openStep");
    if (input.stepOpen)
        return {key, Result::Blocked, tr("An upgrade of this instance is still open in the journal."),
                tr("See In progress; decide there if it waits for you.")};
    return {key, Result::Passed, tr("No other upgrade of it is open here."), {}};
}

Check journalCheck(const CheckInput &input)
{
    const QString key = QStringLiteral("journal");
    if (!input.journalWritable)
        return {key, Result::Blocked, tr("The journal cannot be written."),
                tr("No upgrade starts without a journal. See the message about the journal.")};
    return {key, Result::Passed, tr("The journal can be written."), {}};
}

bool soundsLikeProduction(const Instance &instance)
{
    const auto holds = [](const QString &text) {
        const QString lower = text.toLower();
        return lower.contains(QLatin1String("prod")) || lower.contains(QStringLiteral("生产"));
    };
    if (holds(instance.name))
        return true;
    return std::any_of(instance.tags.begin(), instance.tags.end(), [&holds](const auto &tag) {
        return (tag.first.startsWith(QLatin1String("env"), Qt::CaseInsensitive)
                || tag.first.contains(QStringLiteral("环境")))
            && holds(tag.second);
    });
}

Check environmentCheck(const CheckInput &input)
{
    const QString key = QStringLiteral("environment");
    if (input.environment == Environment::Production)
        return {key, Result::Passed, tr("Marked as production: the confirmation asks for its name."), {}};
    if (input.instance && soundsLikeProduction(*input.instance))
        return {key, Result::ToRead,
                tr("“%1” looks like production, yet its profile does not say so.").arg(input.instance->name),
                tr("Check the profile's environment before you go on.")};
    if (input.accountEnvironment == Environment::Production)
        return {key, Result::ToRead, tr("The account is marked as production, the profile is not."),
                tr("Check which of the two is right before you go on.")};
    return {key, Result::Passed, tr("Name, tags and account do not contradict its environment."), {}};
}

int rank(Result result)
{
    switch (result) {
    case Result::Blocked:
        return 0;
    case Result::ToRead:
        return 1;
    case Result::Unknown:
        return 2;
    case Result::Passed:
        break;
    }
    return 3;
}

} // namespace

QList<Check> preflight(const CheckInput &input)
{
    QList<Check> checks{statusCheck(input), outdatedCheck(input), targetCheck(input), orderCheck(input)};
    if (auto renewal = renewalCheck(input))
        checks.append(std::move(*renewal));
    if (auto window = windowCheck(input))
        checks.append(std::move(*window));
    checks << clockCheck(input) << readOnlyCheck(input) << openStepCheck(input) << journalCheck(input)
           << environmentCheck(input);
    std::stable_sort(checks.begin(), checks.end(),
                     [](const Check &a, const Check &b) { return rank(a.result) < rank(b.result); });
    return checks;
}

bool isBlocked(const QList<Check> &checks)
{
    return std::any_of(checks.begin(), checks.end(),
                       [](const Check &check) { return check.result == Result::Blocked; });
}

} // namespace uplift::upgrade
