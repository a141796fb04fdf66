// SPDX-License-Identifier: GPL-3.0-or-later
// planBatch(): who is a member, in which wave, in which order.
#include "upgrade/batch.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace uplift::upgrade {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("uplift::upgrade", text); }

bool wantsKernel(BatchParts parts) { return parts != BatchParts::Proxy; }
bool wantsProxy(BatchParts parts) { return parts != BatchParts::Kernel; }

/// The parts of one member without a backup; empty: nothing is to be done.
QList<StepKind> upgradesOf(const BatchRules &rules, const Candidate &candidate)
{
    const auto due = [&rules](std::optional<bool> outdated) {
        return rules.includeLatest || outdated.value_or(true);
    };
    QList<StepKind> parts;
    if (wantsKernel(rules.parts) && due(candidate.kernelOutdated))
        parts.append(StepKind::Kernel);
    if (wantsProxy(rules.parts) && candidate.proxy && due(candidate.proxyOutdated))
        parts.append(StepKind::Proxy);
    if (rules.parts == BatchParts::ProxyThenKernel)
        std::reverse(parts.begin(), parts.end());
    return parts;
}

QString reasonToLeaveOut(const BatchRules &rules, const Candidate &candidate, const QList<StepKind> &parts)
{
    if (!candidate.blocked.isEmpty())
        return candidate.blocked;
    if (parts.isEmpty())
        return rules.parts == BatchParts::Proxy && !candidate.proxy ? tr("it has no proxy")
                                                                    : tr("already on the latest version");
    if (rules.moment == BatchMoment::InsideWindow && !candidate.window)
        return tr("its maintenance window is not known");
    return {};
}

BatchItem itemOf(const BatchRules &rules, const Candidate &candidate, const PlanId &id, const QDateTime &now)
{
    BatchItem item;
    item.plan = candidate.kernel;
    item.plan.batch = id;
    item.plan.moment = rules.moment == BatchMoment::NextWindow ? Moment::MaintenanceWindow : Moment::Now;
    item.proxy = candidate.proxy;
    item.window = candidate.window;
    item.parts = upgradesOf(rules, candidate);
    item.leftOut = reasonToLeaveOut(rules, candidate, item.parts);
    item.wave = item.leftOut.isEmpty() ? 0 : -1;
    const auto limit = std::chrono::seconds(rules.backupLimit).count();
    if (rules.backUpFirst && item.leftOut.isEmpty()
        && (!candidate.lastBackup.isValid() || candidate.lastBackup.secsTo(now) > limit))
        item.parts.prepend(StepKind::Backup);
    return item;
}

/// Less critical first.
int rank(Environment environment)
{
    switch (environment) {
    case Environment::Development:
        return 0;
    case Environment::Staging:
        return 1;
    case Environment::Production:
        break;
    }
    return 2;
}

/// Index of the canary among `members`; -1: none.
int canaryOf(const BatchRules &rules, const QList<BatchItem> &members)
{
    if (!rules.canaryFirst || members.size() < 2)
        return -1;
    for (int i = 0; i < members.size(); ++i) {
        if (members.at(i).plan.instance == rules.canary)
            return i;
    }
    const auto first = std::min_element(members.begin(), members.end(), [](const auto &a, const auto &b) {
        return rank(a.plan.environment) < rank(b.plan.environment);
    });
    return static_cast<int>(first - members.begin());
}

struct Group {
    QString name;
    QList<BatchItem> members;
};

QString environmentWaveName(bool production, const QList<BatchItem> &members)
{
    if (production)
        return tr("Production");
    const auto has = [&members](Environment environment) {
        return std::any_of(members.begin(), members.end(),
                           [&](const BatchItem &item) { return item.plan.environment == environment; });
    };
    if (has(Environment::Staging) && has(Environment::Development))
        return tr("Staging and development");
    return has(Environment::Staging) ? tr("Staging") : tr("Development");
}

QList<Group> byEnvironment(const QList<BatchItem> &members)
{
    QList<Group> groups;
    for (const bool production : {false, true}) {
        Group group;
        for (const BatchItem &item : members) {
            if ((item.plan.environment == Environment::Production) == production)
                group.members.append(item);
        }
        group.name = environmentWaveName(production, group.members);
        groups.append(group);
    }
    return groups;
}

QList<Group> byNumber(const QList<BatchItem> &members, const QList<int> &sizes)
{
    QList<Group> groups;
    qsizetype from = 0;
    for (const int size : sizes) {
        if (size < 1)
            continue;
        groups.append({{}, members.mid(from, size)});
        from = std::min(from + size, members.size());
    }
    groups.append({{}, members.mid(from)});
    return groups;
}

QList<Group> byHand(const QList<BatchItem> &members, const QHash<InstanceId, int> &hand)
{
    int last = 1;
    for (const int wave : hand)
        last = std::max(last, wave);
    QList<Group> groups(last);
    for (const BatchItem &item : members)
        groups[std::clamp(hand.value(item.plan.instance, last), 1, last) - 1].members.append(item);
    return groups;
}

QList<Group> grouped(const BatchRules &rules, const QList<BatchItem> &members)
{
    switch (rules.waves) {
    case BatchRules::Waves::Environment:
        return byEnvironment(members);
    case BatchRules::Waves::Number:
        return byNumber(members, rules.sizes);
    case BatchRules::Waves::Hand:
        break;
    }
    return byHand(members, rules.byHand);
}

void addWave(BatchPlan &plan, const BatchRules &rules, Group group, bool canary)
{
    if (group.members.isEmpty())
        return;
    const auto number = static_cast<int>(plan.waves.size());
    Wave wave;
    wave.name = group.name.isEmpty() ? tr("Wave %1").arg(number + 1) : group.name;
    wave.canary = canary;
    wave.atOnce = canary ? 1 : std::clamp(rules.atOnce, 1, 50);
    if (number == 0)
        wave.notBefore = rules.startAt;
    else
        wave.wait = plan.waves.constLast().canary ? rules.afterCanary : rules.between;
    plan.waves.append(wave);
    for (BatchItem &item : group.members) {
        item.wave = number;
        item.plan.wave = number + 1;
        if (item.proxy)
            item.proxy->wave = number + 1;
        plan.items.append(std::move(item));
    }
}

} // namespace

BatchPlan planBatch(const BatchRules &rules, const QList<Candidate> &candidates, const PlanId &id,
                    const QDateTime &now)
{
    BatchPlan plan;
    plan.id = id;
    plan.madeAt = now;
    plan.moment = rules.moment;
    plan.stop = rules.stop;
    plan.includeLatest = rules.includeLatest;
    QList<BatchItem> members;
    QList<BatchItem> leftOut;
    QSet<InstanceId> seen;
    for (const Candidate &candidate : candidates) {
        BatchItem item = itemOf(rules, candidate, id, now);
        if (seen.contains(item.plan.instance)) {
            item.wave = -1;
            item.leftOut = tr("chosen twice");
        }
        seen.insert(item.plan.instance);
        (item.wave < 0 ? leftOut : members).append(item);
    }
    if (const int canary = canaryOf(rules, members); canary >= 0)
        addWave(plan, rules, {tr("Canary"), {members.takeAt(canary)}}, true);
    for (Group &group : grouped(rules, members))
        addWave(plan, rules, std::move(group), false);
    plan.items.append(leftOut);
    return plan;
}

int memberCount(const BatchPlan &plan)
{
    return static_cast<int>(std::count_if(plan.items.begin(), plan.items.end(),
                                          [](const BatchItem &item) { return item.wave >= 0; }));
}

int memberCount(const BatchPlan &plan, Environment environment)
{
    return static_cast<int>(
        std::count_if(plan.items.begin(), plan.items.end(), [environment](const BatchItem &item) {
            return item.wave >= 0 && item.plan.environment == environment;
        }));
}

StepId stepIdOf(const PlanId &plan, const PartRef &part, int attempt)
{
    return {QStringLiteral("%1.%2.%3.%4").arg(plan.value).arg(part.item).arg(part.part).arg(attempt)};
}

std::optional<PartPlace> placeOf(const PlanId &plan, const StepId &step)
{
    if (plan.isEmpty() || !step.value.startsWith(plan.value + QLatin1Char('.')))
        return std::nullopt;
    const QStringList numbers = step.value.mid(plan.value.size() + 1).split(QLatin1Char('.'));
    if (numbers.size() != 3)
        return std::nullopt;
    bool isItem = false;
    bool isPart = false;
    bool isAttempt = false;
    const PartPlace place{{numbers.at(0).toInt(&isItem), numbers.at(1).toInt(&isPart)},
                          numbers.at(2).toInt(&isAttempt)};
    if (!isItem || !isPart || !isAttempt || place.part.item < 0 || place.part.part < 0 || place.attempt < 1)
        return std::nullopt;
    return place;
}

StepPlan stepPlanOf(const BatchPlan &plan, const PartRef &part, int attempt)
{
    const BatchItem &item = plan.items.at(part.item);
    const StepKind kind = item.parts.at(part.part);
    StepPlan step = kind == StepKind::Proxy && item.proxy ? *item.proxy : item.plan;
    step.id = stepIdOf(plan.id, part, attempt);
    step.kind = kind;
    step.moment = kind == StepKind::Backup ? Moment::Now : item.plan.moment;
    step.batch = plan.id;
    step.wave = item.wave + 1;
    step.ticket = plan.ticket;
    step.note = plan.note;
    step.by = plan.by;
    return step;
}

} // namespace uplift::upgrade
