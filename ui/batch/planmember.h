// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "impact/rules.h"
#include "ui/form/formfacts.h"
#include "upgrade/batch.h"

#include <chrono>
#include <optional>

namespace uplift::ui {

/// What is known of one instance that was chosen for a batch. Gathered by the window, never asked for here.
struct MemberKnown {
    FormFacts facts;
    QString group; ///< of its profile; empty: none
    bool accountKnown = true; ///< false: a saved plan names an account that is no longer in the workspace
    std::optional<upgrade::LastAttempt> last; ///< nothing: not looked up
    QDateTime lastBackup; ///< UTC, of the last one made from here; invalid: none known
    std::optional<QList<Backup>> backups; ///< as the service told them; nothing: not known
};

/// One instance of a batch that is planned: the candidate, and what the dry run shows of it.
struct PlanMember {
    fleet::InstanceKey key;
    upgrade::Candidate candidate;
    upgrade::CheckVerdict verdict; ///< of the checks whose facts are at hand
    QStringList toRead; ///< the sentences of those that did not pass
    QString group;
    QString edition; ///< "Cluster, 2 zones"
    std::optional<bool> singleNode; ///< nothing: not known
    impact::Impact kernelImpact;
    std::optional<impact::Impact> proxyImpact; ///< nothing: there is no proxy
};

/// Pure. Of the rules only moment, parts, includeLatest, backUpFirst and its limit matter; see
/// remakesMembers().
[[nodiscard]] PlanMember memberOf(const MemberKnown &known, const upgrade::BatchRules &rules,
                                  const impact::ImpactTable &table);
/// Do members have to be made anew when the rules change so?
[[nodiscard]] bool remakesMembers(const upgrade::BatchRules &before, const upgrade::BatchRules &after);

/// What a batch does to its instances at the worst.
struct BatchImpact {
    int members = 0;
    int singleNodes = 0;
    int unknownNodes = 0;
    std::optional<std::chrono::seconds> disconnection; ///< the largest bound any document states
    std::optional<std::chrono::seconds> readOnly;
    int unbounded = 0; ///< members for which a bound is missing
    int proxies = 0; ///< members whose proxies are upgraded too
    bool kernels = false;
    QString proxyText; ///< translated: how their proxies are upgraded, the first one's
    QString recommendation; ///< translated
};
/// Over those who are part of a wave. Pure.
[[nodiscard]] BatchImpact impactOf(const upgrade::BatchPlan &plan, const QList<PlanMember> &members);

} // namespace uplift::ui
