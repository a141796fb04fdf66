// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/formfacts.h"

#include "cloud/endpoints.h"
#include "ui/look/times.h"

#include <QCoreApplication>
#include <QUuid>

#include <algorithm>

namespace uplift::ui {

namespace {

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("uplift::ui::Form", text, nullptr, n);
}

QString seconds(std::chrono::seconds bound) { return QString::number(bound.count()); }

} // namespace

std::optional<WindowSpan> chosenWindow(const FormFacts &facts)
{
    if (facts.moment != Moment::MaintenanceWindow || !facts.known.facts || !facts.known.facts->window)
        return std::nullopt;
    const MaintenanceWindow &window = *facts.known.facts->window;
    if (const auto open = window.around(facts.now))
        return open;
    return window.next(facts.now, 1).constFirst();
}

QList<upgrade::Check> checksOf(const FormFacts &facts)
{
    upgrade::CheckInput input;
    input.instance = facts.known.facts.copy();
    input.version = facts.known.version.copy();
    input.target = facts.target;
    input.moment = facts.moment;
    input.now = facts.now;
    input.zone = facts.zone;
    input.clockOffset = facts.known.clockOffset;
    input.profileReadOnly = facts.readOnly;
    input.stepOpen = facts.stepOpen;
    input.journalWritable = facts.journalWritable;
    input.environment = facts.environment;
    input.accountEnvironment = facts.accountEnvironment;
    return upgrade::preflight(input);
}

QString checksSummary(const QList<upgrade::Check> &checks)
{
    const auto count = [&](upgrade::Check::Result result) {
        return static_cast<int>(std::count_if(checks.begin(), checks.end(), [&](const upgrade::Check &check) {
            return check.result == result;
        }));
    };
    const int passed = count(upgrade::Check::Result::Passed);
    QStringList parts;
    if (const int blocked = count(upgrade::Check::Result::Blocked))
        parts.append(tr("%n blocked", blocked));
    if (const int toRead = count(upgrade::Check::Result::ToRead))
        parts.append(tr("%n to read", toRead));
    if (const int unknown = count(upgrade::Check::Result::Unknown))
        parts.append(tr("%n unknown", unknown));
    // The foot of the form has room for three counts: what passed gives way first.
    constexpr int room = 3;
    if (parts.size() < 2) {
        const QString head = tr("%n check(s) passed", passed);
        return parts.isEmpty() ? head : tr("%1, %2").arg(head, parts.constFirst());
    }
    if (parts.size() < room)
        parts.append(tr("%n passed", passed));
    return parts.join(tr(", "));
}

std::optional<Missing> firstMissing(const FormFacts &facts, const QList<upgrade::Check> &checks)
{
    if (!facts.known.facts)
        return Missing{Missing::Where::Identity,
                       facts.known.error
                           ? facts.known.error->message
                           : tr("The service has not told this instance's state yet. Wait, or refresh.")};
    if (const auto target = parseTargetVersion(
            facts.target, facts.known.version ? facts.known.version->current : MinorVersion());
        !target)
        return Missing{Missing::Where::Version, target.error().message};
    if (facts.moment == Moment::MaintenanceWindow && !chosenWindow(facts))
        return Missing{
            Missing::Where::Moment,
            tr("The service did not name this instance's maintenance window. Choose Now, or refresh.")};
    for (const upgrade::Check &check : checks) {
        if (check.result == upgrade::Check::Result::Blocked)
            return Missing{Missing::Where::Checks, check.sentence};
    }
    if (!facts.clientsReconnect)
        return Missing{Missing::Where::Acknowledgement,
                       tr("Say first that clients reconnect, or see Help: preparing clients.")};
    return std::nullopt;
}

QString primaryText(const FormFacts &facts, bool shortForm)
{
    if (facts.moment == Moment::Now)
        return shortForm ? tr("Upgrade now…") : tr("Upgrade %1 now…").arg(facts.name);
    const auto window = chosenWindow(facts);
    if (!window)
        return shortForm ? tr("Upgrade in the window…") : tr("Upgrade %1 in the window…").arg(facts.name);
    const QString when =
        window->contains(facts.now) ? tr("open now") : momentInSentence(window->start, facts.now, facts.zone);
    return shortForm ? tr("Upgrade in the window (%1)…").arg(when)
                     : tr("Upgrade %1 in the window (%2)…").arg(facts.name, when);
}

QString impactLine(const impact::Impact &impact)
{
    if (!impact.disconnection && !impact.readOnly)
        return tr("No bound is documented; an interruption is possible");
    if (!impact.readOnly)
        return tr("≤ %1 s disconnected").arg(seconds(*impact.disconnection));
    if (!impact.disconnection)
        return tr("≤ %1 s read-only").arg(seconds(*impact.readOnly));
    return tr("≤ %1 s disconnected, ≤ %2 s read-only")
        .arg(seconds(*impact.disconnection), seconds(*impact.readOnly));
}

QString targetVersionText(const EngineVersion &version, const QString &target)
{
    if (target != QLatin1String("latest_version"))
        return target;
    if (version.latest.isKnown())
        return version.latest.text();
    return outdated(version) == Outdated::No ? version.current.text() : QString();
}

QString targetVersionText(const FormFacts &facts)
{
    return facts.known.version ? targetVersionText(*facts.known.version, facts.target) : QString();
}

upgrade::StepPlan planOf(const FormFacts &facts, const impact::Impact &impact)
{
    upgrade::StepPlan plan;
    plan.id = {QUuid::createUuid().toString(QUuid::WithoutBraces)};
    plan.account = facts.known.key.account;
    plan.accountName = facts.accountName;
    plan.keyTail = facts.keyTail;
    plan.profile = facts.profile;
    plan.region = facts.known.key.region;
    plan.instance = facts.known.key.instance;
    plan.instanceName = facts.name;
    plan.environment = facts.environment;
    if (facts.known.version)
        plan.fromVersion = facts.known.version->current.raw();
    plan.toVersion = targetVersionText(facts);
    plan.minorVersion = facts.target;
    plan.moment = facts.moment;
    plan.window = chosenWindow(facts);
    plan.momentNaming = facts.momentNaming;
    plan.impact = impactLine(impact);
    if (impact.disconnection)
        plan.disconnectionBound = seconds(*impact.disconnection);
    if (impact.readOnly)
        plan.readOnlyBound = seconds(*impact.readOnly);
    return plan;
}

QString regionName(const RegionId &id)
{
    for (const cloud::KnownRegion &region : cloud::knownRegions()) {
        if (region.id == id)
            return region.name.text();
    }
    return id.value;
}

QString shortRegionName(const RegionId &id)
{
    const QString name = regionName(id);
    // Chinese names carry full-width parentheses.
    const QString plain =
        QString(name).replace(QChar(0xff08), QLatin1Char('(')).replace(QChar(0xff09), QLatin1Char(')'));
    const qsizetype from = plain.indexOf(QLatin1Char('('));
    const qsizetype to = plain.lastIndexOf(QLatin1Char(')'));
    return from >= 0 && to > from ? plain.mid(from + 1, to - from - 1) : name;
}

} // namespace uplift::ui
