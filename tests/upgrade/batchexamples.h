// SPDX-License-Identifier: GPL-3.0-or-later
// Candidates and plans for the tests of batches.
#pragma once

#include "upgrade/batchmoves.h"

namespace uplift::upgrade::test {

inline const QDateTime noon(QDate(2026, 11, 20), QTime(12, 0), Qt::UTC);

inline Candidate candidate(const QString &name, Environment environment = Environment::Production)
{
    Candidate candidate;
    candidate.kernel.account.value = QStringLiteral("a-1");
    candidate.kernel.region.value = QStringLiteral("cn-hangzhou");
    candidate.kernel.instance.value = QStringLiteral("r-") + name;
    candidate.kernel.instanceName = name;
    candidate.kernel.environment = environment;
    candidate.kernel.fromVersion = QStringLiteral("7.0.1.8");
    candidate.kernel.toVersion = QStringLiteral("7.0.1.14");
    candidate.kernelOutdated = true;
    candidate.window = MaintenanceWindow::parse(QStringLiteral("18:00Z"), QStringLiteral("22:00Z"));
    return candidate;
}

inline StepPlan proxyOf(const Candidate &candidate)
{
    StepPlan proxy = candidate.kernel;
    proxy.kind = StepKind::Proxy;
    proxy.fromVersion = QStringLiteral("7.0.13");
    proxy.toVersion = QStringLiteral("7.0.15");
    return proxy;
}

inline const PlanId planId{QStringLiteral("3f0c1c1e-0000-4000-8000-00000000beef")};

/// The waves of a plan as words: "canary | a b | c".
inline QStringList wavesOf(const BatchPlan &plan)
{
    QStringList waves;
    for (int wave = 0; wave < plan.waves.size(); ++wave) {
        QStringList members;
        for (const BatchItem &item : plan.items) {
            if (item.wave == wave)
                members.append(item.plan.instanceName);
        }
        waves.append(plan.waves.at(wave).name + QStringLiteral(": ") + members.join(QLatin1Char(' ')));
    }
    return waves;
}

inline int indexOf(const BatchPlan &plan, const QString &name)
{
    for (int item = 0; item < plan.items.size(); ++item) {
        if (plan.items.at(item).plan.instanceName == name)
            return item;
    }
    return -1;
}

} // namespace uplift::upgrade::test
