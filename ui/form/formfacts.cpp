// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/formfacts.h"

#include "cloud/endpoints.h"
#include "ui/look/times.h"
#include "upgrade/outcome.h"

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

/// The service may not list it yet.
QList<Backup> withOwnBackup(QList<Backup> backups, const upgrade::StepView &step)
{
    Backup own;
    own.status = Backup::Status::Running;
    own.started = step.sentAt.isValid() ? step.sentAt : step.since;
    backups.append(own);
    return backups;
}

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

upgrade::BatchParts chosenParts(const FormFacts &facts)
{
    const QList<upgrade::BatchParts> offered = partsOffered(facts.known.version.get());
    return offered.contains(facts.parts) ? facts.parts : offered.constFirst();
}

QList<upgrade::Check> checksOf(const FormFacts &facts, bool backupPlanned)
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
    input.handedOverIn = facts.handedOverIn;
    input.journalWritable = facts.journalWritable;
    input.environment = facts.environment;
    input.accountEnvironment = facts.accountEnvironment;
    upgrade::addTo(input, facts.preflight);
    input.tokenExpires = facts.tokenExpires;
    input.backupLimit = facts.backupLimit;
    input.backupPlanned = backupPlanned;
    input.backupOpen = facts.backup && !upgrade::isEnd(facts.backup->state);
    if (input.backupOpen)
        input.backups = withOwnBackup(input.backups.value_or(QList<Backup>()), *facts.backup);
    const upgrade::BatchParts parts = chosenParts(facts);
    if (isBoth(parts))
        return upgrade::preflightOfBoth(input);
    input.forProxy = hasProxy(parts);
    return upgrade::preflight(input);
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

QString openStepText(const FormFacts &facts)
{
    if (!facts.openStep)
        return {};
    const QString at = clockText(facts.openStep->since, facts.zone);
    if (facts.openStep->state == upgrade::StepState::Undecided)
        return tr("Its last upgrade is undecided since %1 and needs your decision.").arg(at);
    //: %1 is a state, %2 a time
    return tr("Its upgrade is running here: %1 since %2.").arg(upgrade::stateText(facts.openStep->state), at);
}

QString primaryText(const FormFacts &facts, bool shortForm)
{
    if (facts.openStep)
        return facts.openStep->state == upgrade::StepState::Undecided ? tr("Decide in progress")
                                                                      : tr("Show its progress");
    const upgrade::BatchParts parts = chosenParts(facts);
    const bool proxy = parts == upgrade::BatchParts::Proxy;
    if (facts.moment == Moment::Now) {
        if (proxy)
            return shortForm ? tr("Upgrade the proxy now…")
                             : tr("Upgrade the proxy of %1 now…").arg(facts.name);
        if (isBoth(parts))
            return shortForm ? tr("Upgrade both now…") : tr("Upgrade both of %1 now…").arg(facts.name);
        return shortForm ? tr("Upgrade now…") : tr("Upgrade %1 now…").arg(facts.name);
    }
    const auto window = chosenWindow(facts);
    if (!window)
        return shortForm ? tr("Upgrade in the window…") : tr("Upgrade %1 in the window…").arg(facts.name);
    const QString when =
        window->contains(facts.now) ? tr("open now") : momentInSentence(window->start, facts.now, facts.zone);
    if (proxy)
        return shortForm ? tr("Upgrade the proxy (%1)…").arg(when)
                         : tr("Upgrade the proxy of %1 in the window (%2)…").arg(facts.name, when);
    if (isBoth(parts))
        return shortForm ? tr("Upgrade both in the window (%1)…").arg(when)
                         : tr("Upgrade both of %1 in the window (%2)…").arg(facts.name, when);
    return shortForm ? tr("Upgrade in the window (%1)…").arg(when)
                     : tr("Upgrade %1 in the window (%2)…").arg(facts.name, when);
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

upgrade::StepPlan planOf(const FormFacts &facts, const impact::Impact &impact, upgrade::StepKind kind)
{
    const bool proxy = kind == upgrade::StepKind::Proxy;
    upgrade::StepPlan plan;
    plan.id = {QUuid::createUuid().toString(QUuid::WithoutBraces)};
    plan.kind = kind;
    plan.account = facts.known.key.account;
    plan.accountName = facts.accountName;
    plan.keyTail = facts.keyTail;
    plan.profile = facts.profile;
    plan.region = facts.known.key.region;
    plan.instance = facts.known.key.instance;
    plan.instanceName = facts.name;
    plan.environment = facts.environment;
    if (const EngineVersion *version = facts.known.version.get())
        plan.fromVersion = proxy ? version->proxyCurrent.raw() : version->current.raw();
    plan.toVersion =
        proxy && facts.known.version ? facts.known.version->proxyLatest.text() : targetVersionText(facts);
    // UpgradeProxy takes no version (api.md 6.2).
    plan.minorVersion = proxy ? QStringLiteral("latest_version") : facts.target;
    plan.moment = facts.moment;
    plan.window = chosenWindow(facts);
    plan.momentNaming = facts.momentNaming;
    plan.impact = impactLine(impact);
    if (impact.disconnection)
        plan.disconnectionBound = seconds(*impact.disconnection);
    if (impact.readOnly)
        plan.readOnlyBound = seconds(*impact.readOnly);
    for (const impact::Source &source : impact.sources)
        plan.impactSources.append(tr("%1 (%2)").arg(source.title, source.date));
    if (facts.known.facts)
        plan.shardedBackups = upgrade::hasShardedBackups(*facts.known.facts);
    plan.by = upgrade::whoami();
    return plan;
}

upgrade::BatchPlan batchOf(const FormFacts &facts, const ExpectedImpact &impact, bool backUpFirst)
{
    const upgrade::BatchParts parts = chosenParts(facts);
    upgrade::BatchRules rules;
    rules.canaryFirst = false;
    rules.moment = facts.moment == Moment::Now ? upgrade::BatchMoment::Now : upgrade::BatchMoment::NextWindow;
    rules.parts = parts;
    rules.backUpFirst = backUpFirst;
    rules.backupLimit = std::chrono::hours(0); // asked for, whatever age the last one has
    upgrade::Candidate candidate;
    candidate.kernel = planOf(facts, impact.first);
    if (hasProxy(parts))
        candidate.proxy = planOf(facts, impact.proxy.value_or(impact.first), upgrade::StepKind::Proxy);
    // What the service contradicts itself about was checked before.
    candidate.kernelOutdated = true;
    candidate.proxyOutdated = hasProxy(parts);
    if (facts.known.facts)
        candidate.window = facts.known.facts->window;
    upgrade::BatchPlan plan = upgrade::planBatch(
        rules, {candidate}, {QUuid::createUuid().toString(QUuid::WithoutBraces)}, facts.now);
    plan.name = tr("%1: %2").arg(facts.name, upgradePartsText(parts));
    plan.by = upgrade::whoami();
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
