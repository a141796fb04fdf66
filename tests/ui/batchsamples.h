// SPDX-License-Identifier: GPL-3.0-or-later
// Instances, members and batches for the tests of batches.
#pragma once

#include "ui/batch/batchdraft.h"
#include "ui/batch/planmember.h"
#include "upgrade/batchrunner.h"

#include <QTimeZone>

namespace uplift::ui::samples {

/// 14:32 in Shanghai.
inline const QDateTime batchNow(QDate(2026, 11, 19), QTime(6, 32), Qt::UTC);
inline const QTimeZone shanghai("Asia/Shanghai");

inline fleet::InstanceKey keyNamed(const QString &name)
{
    return {{QStringLiteral("a-1")}, {QStringLiteral("cn-hangzhou")}, {QStringLiteral("r-") + name}};
}

/// A two-node standard instance that is outdated and well.
inline MemberKnown known(const QString &name, Environment environment = Environment::Production)
{
    MemberKnown known;
    FormFacts &facts = known.facts;
    facts.known.key = keyNamed(name);
    Instance instance;
    instance.id = facts.known.key.instance;
    instance.name = name;
    instance.region = facts.known.key.region;
    instance.status = InstanceStatus::Normal;
    instance.statusText = QStringLiteral("Normal");
    instance.architectureType = QStringLiteral("standard");
    instance.instanceType = QStringLiteral("Redis");
    instance.nodeType = QStringLiteral("double");
    instance.instanceClass = QStringLiteral("redis.master.small.default");
    instance.computingType = QStringLiteral("Machine");
    instance.zoneType = QStringLiteral("doublezone");
    instance.orderCompleted = true;
    instance.window = MaintenanceWindow::parse(QStringLiteral("18:00Z"), QStringLiteral("22:00Z"));
    EngineVersion version;
    version.current = MinorVersion::parse(QStringLiteral("redis-7.0_7.0.1.8"));
    version.latest = MinorVersion::parse(QStringLiteral("7.0.1.14"));
    version.isLatest = false;
    version.upgradeAvailable = true;
    version.autoUpgrade = false;
    facts.known.facts = instance;
    facts.known.version = version;
    facts.known.clockOffset = std::chrono::milliseconds(400);
    facts.name = name;
    facts.accountName = QStringLiteral("Retail production");
    facts.keyTail = QStringLiteral("X7Qd");
    facts.environment = environment;
    facts.now = batchNow;
    facts.zone = shanghai;
    return known;
}

inline const impact::ImpactTable &impactTable()
{
    static const auto table = impact::ImpactTable::fromResource();
    return *table;
}

inline PlanMember member(const QString &name, Environment environment = Environment::Production,
                         const upgrade::BatchRules &rules = {})
{
    return memberOf(known(name, environment), rules, impactTable());
}

inline const PlanId samplePlan{QStringLiteral("3f0c1c1e-0000-4000-8000-00000000beef")};

inline upgrade::BatchPlan planOfMembers(const QList<PlanMember> &members,
                                        const upgrade::BatchRules &rules = {})
{
    QList<upgrade::Candidate> candidates;
    for (const PlanMember &each : members)
        candidates.append(each.candidate);
    upgrade::BatchPlan plan = upgrade::planBatch(rules, candidates, samplePlan, batchNow);
    plan.name = QStringLiteral("Checkout");
    return plan;
}

/// orders-stg (canary), scratch, then orders and cart: three waves by environment.
inline QList<PlanMember> fourMembers(const upgrade::BatchRules &rules = {})
{
    return {member(QStringLiteral("orders"), Environment::Production, rules),
            member(QStringLiteral("orders-stg"), Environment::Staging, rules),
            member(QStringLiteral("cart"), Environment::Production, rules),
            member(QStringLiteral("search-stg"), Environment::Staging, rules)};
}

inline void put(upgrade::BatchView &view, int item, upgrade::StepState state,
                const QDateTime &since = batchNow)
{
    upgrade::Attempt attempt;
    attempt.step = upgrade::stepIdOf(view.plan.id, {item, 0}, 1);
    attempt.state = state;
    attempt.since = since;
    view.progress.attempts[item] = {{attempt}};
}

inline int itemNamed(const upgrade::BatchPlan &plan, const QString &name)
{
    for (int item = 0; item < plan.items.size(); ++item) {
        if (plan.items.at(item).plan.instanceName == name)
            return item;
    }
    return -1;
}

/// The four, begun: the canary verified.
inline upgrade::BatchView runningBatch()
{
    upgrade::BatchView view;
    view.plan = planOfMembers(fourMembers());
    view.progress.since = batchNow;
    view.wave = 1;
    put(view, 0, upgrade::StepState::Verified);
    return view;
}

} // namespace uplift::ui::samples
