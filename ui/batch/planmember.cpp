// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/batch/planmember.h"

#include "impact/edition.h"
#include "impact/editiontext.h"
#include "upgrade/backupbook.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace uplift::ui {

namespace {

using upgrade::BatchMoment;
using upgrade::BatchParts;
using upgrade::Check;

QString tr(const char *text) { return QCoreApplication::translate("uplift::ui::Batch", text); }

bool isProxyAlone(const upgrade::BatchRules &rules) { return rules.parts == BatchParts::Proxy; }

FormFacts chosenFacts(FormFacts facts, const upgrade::BatchRules &rules)
{
    facts.target = QStringLiteral("latest_version");
    facts.moment = rules.moment == BatchMoment::Now ? Moment::Now : Moment::MaintenanceWindow;
    return facts;
}

upgrade::CheckInput inputOf(const MemberKnown &known, const FormFacts &facts,
                            const upgrade::BatchRules &rules)
{
    upgrade::CheckInput input;
    input.instance = facts.known.facts.copy();
    input.version = facts.known.version.copy();
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
    input.forProxy = isProxyAlone(rules);
    input.lastAttempt = known.last;
    input.tokenExpires = facts.tokenExpires;
    input.backups = known.backups;
    // Who is backed up first is the rules' own decision.
    input.backupLimit = rules.backUpFirst ? std::optional(rules.backupLimit) : facts.backupLimit;
    input.backupPlanned = rules.backUpFirst;
    return input;
}

/// Facts nobody asks for while a batch is planned, or that are not told yet. That they are unknown says
/// nothing of the instance: tasks and events are looked at right before each start.
bool isAskedLater(const Check &check)
{
    static const QStringList later{QStringLiteral("tasks"),       QStringLiteral("events"),
                                   QStringLiteral("backup"),      QStringLiteral("memory"),
                                   QStringLiteral("cpu"),         QStringLiteral("quietHour"),
                                   QStringLiteral("token"),       QStringLiteral("permission"),
                                   QStringLiteral("lastAttempt"), QStringLiteral("clock")};
    return check.result == Check::Result::Unknown && later.contains(check.key);
}

/// The plan's own rules say what becomes of those already latest; a contradiction is for the user to clear.
bool isLeftToTheRules(const Check &check, const FormFacts &facts, const upgrade::BatchRules &rules)
{
    if (check.key != QLatin1String("outdated"))
        return false;
    const bool contradictory = !isProxyAlone(rules) && facts.known.version
        && outdated(*facts.known.version) == Outdated::Contradictory;
    return rules.includeLatest || !contradictory;
}

QString whyBlocked(const MemberKnown &known, const QList<Check> &checks, const upgrade::BatchRules &rules)
{
    if (!known.accountKnown)
        return tr("its account is not in the workspace");
    if (known.facts.known.gone)
        return tr("the service no longer lists it");
    if (!known.facts.known.facts)
        return known.facts.known.error ? tr("the service did not answer for it")
                                       : tr("its state is not known yet");
    for (const Check &check : checks) {
        if (check.result == Check::Result::Blocked && !isLeftToTheRules(check, known.facts, rules))
            return check.shortText;
    }
    return {};
}

QStringList sourcesOf(const impact::Impact &impact)
{
    QStringList sources;
    for (const impact::Source &source : impact.sources)
        sources.append(tr("%1 (%2)").arg(source.title, source.date));
    return sources;
}

std::optional<upgrade::StepPlan> proxyPlan(const upgrade::StepPlan &kernel, const EngineVersion &version,
                                           const impact::Impact &impact)
{
    if (!version.proxyCurrent.isKnown())
        return std::nullopt;
    upgrade::StepPlan proxy = kernel;
    proxy.kind = upgrade::StepKind::Proxy;
    proxy.fromVersion = version.proxyCurrent.raw();
    proxy.toVersion = version.proxyLatest.isKnown() ? version.proxyLatest.text() : QString();
    proxy.impact = impactLine(impact);
    proxy.disconnectionBound =
        impact.disconnection ? QString::number(impact.disconnection->count()) : QString();
    proxy.readOnlyBound = impact.readOnly ? QString::number(impact.readOnly->count()) : QString();
    proxy.impactSources = sourcesOf(impact);
    return proxy;
}

std::optional<bool> kernelOutdated(const EngineVersion &version)
{
    switch (outdated(version)) {
    case Outdated::Yes:
        return true;
    case Outdated::No:
        return false;
    case Outdated::Unknown:
    case Outdated::Contradictory:
        break;
    }
    return std::nullopt;
}

std::optional<bool> proxyOutdated(const EngineVersion &version)
{
    if (!version.proxyCurrent.isKnown() || !version.proxyLatest.isKnown())
        return std::nullopt;
    return MinorVersion::compare(version.proxyCurrent, version.proxyLatest) < 0;
}

void takeVersions(upgrade::Candidate &candidate, PlanMember &member, const FormFacts &facts,
                  const impact::ImpactTable &table)
{
    if (!facts.known.version)
        return;
    const EngineVersion &version = *facts.known.version;
    candidate.kernelOutdated = kernelOutdated(version);
    candidate.proxyOutdated = proxyOutdated(version);
    if (!facts.known.facts || !version.proxyCurrent.isKnown())
        return;
    member.proxyImpact = impact::expectedProxyImpact(*facts.known.facts, &version, table);
    candidate.proxy = proxyPlan(candidate.kernel, version, *member.proxyImpact);
}

void takeInstance(PlanMember &member, const FormFacts &facts, const impact::ImpactTable &table)
{
    if (!facts.known.facts)
        return;
    const Instance &instance = *facts.known.facts;
    const EngineVersion *version = facts.known.version.get();
    member.candidate.window = instance.window;
    member.kernelImpact = impact::expectedImpact(instance, version, table);
    const impact::Edition edition = impact::editionOf(instance, version);
    member.edition = impact::editionHead(edition);
    if (edition.nodes != NodeCount::Unknown)
        member.singleNode = edition.nodes == NodeCount::One;
    member.candidate.kernel.shardedBackups =
        edition.architecture == Architecture::Cluster && edition.deployment == Deployment::CloudNative;
}

void worsen(std::optional<std::chrono::seconds> &worst, std::optional<std::chrono::seconds> bound)
{
    if (bound && (!worst || *bound > *worst))
        worst = bound;
}

} // namespace

PlanMember memberOf(const MemberKnown &known, const upgrade::BatchRules &rules,
                    const impact::ImpactTable &table)
{
    const FormFacts facts = chosenFacts(known.facts, rules);
    PlanMember member;
    member.key = facts.known.key;
    member.group = known.group;
    takeInstance(member, facts, table);
    const bool sharded = member.candidate.kernel.shardedBackups;
    upgrade::Candidate &candidate = member.candidate;
    candidate.kernel = planOf(facts, member.kernelImpact);
    candidate.kernel.id = {};
    candidate.kernel.shardedBackups = sharded;
    candidate.kernel.impactSources = sourcesOf(member.kernelImpact);
    candidate.lastBackup = known.lastBackup;
    if (const QDateTime told = known.backups ? upgrade::newestBackup(*known.backups, facts.now) : QDateTime();
        told.isValid() && (!candidate.lastBackup.isValid() || told > candidate.lastBackup))
        candidate.lastBackup = told;
    takeVersions(candidate, member, facts, table);

    QList<Check> checks = upgrade::preflight(inputOf(known, facts, rules));
    checks.removeIf(isAskedLater);
    candidate.blocked = whyBlocked(known, checks, rules);
    checks.removeIf([&](const Check &check) {
        return check.result == Check::Result::Blocked && isLeftToTheRules(check, facts, rules);
    });
    member.verdict = upgrade::verdictOf(checks);
    for (const Check &check : checks) {
        if (check.result != Check::Result::Passed)
            member.toRead.append(check.sentence);
    }
    return member;
}

bool remakesMembers(const upgrade::BatchRules &before, const upgrade::BatchRules &after)
{
    return before.moment != after.moment || before.parts != after.parts
        || before.includeLatest != after.includeLatest || before.backUpFirst != after.backUpFirst
        || (after.backUpFirst && before.backupLimit != after.backupLimit);
}

BatchImpact impactOf(const upgrade::BatchPlan &plan, const QList<PlanMember> &members)
{
    QHash<InstanceId, const PlanMember *> byInstance;
    for (const PlanMember &member : members)
        byInstance.insert(member.key.instance, &member);
    BatchImpact worst;
    for (const upgrade::BatchItem &item : plan.items) {
        const PlanMember *member = byInstance.value(item.plan.instance, nullptr);
        if (item.wave < 0 || !member)
            continue;
        ++worst.members;
        worst.singleNodes += member->singleNode.value_or(false) ? 1 : 0;
        worst.unknownNodes += member->singleNode ? 0 : 1;
        worst.recommendation = member->kernelImpact.recommendation.text();
        if (item.parts.contains(upgrade::StepKind::Kernel)) {
            worst.kernels = true;
            worsen(worst.disconnection, member->kernelImpact.disconnection);
            worsen(worst.readOnly, member->kernelImpact.readOnly);
            const bool bounded = member->kernelImpact.disconnection && member->kernelImpact.readOnly;
            worst.unbounded += bounded ? 0 : 1;
        }
        if (item.parts.contains(upgrade::StepKind::Proxy) && member->proxyImpact) {
            ++worst.proxies;
            if (worst.proxyText.isEmpty())
                worst.proxyText = member->proxyImpact->description.text();
        }
    }
    return worst;
}

} // namespace uplift::ui
