// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "upgrade/plan.h"

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace uplift::upgrade {

/// When the members of a batch are upgraded, once their turn has come.
enum class BatchMoment {
    Now, ///< sent as "at once"
    NextWindow, ///< sent as "in the window": the service begins it, with or without Uplift
    InsideWindow ///< held here until the instance's window is open, then sent as "at once"
};

/// What a batch does to each member, and in which order.
enum class BatchParts { Kernel, Proxy, KernelThenProxy, ProxyThenKernel };

/// When nothing new is begun any more. What runs goes on in the cloud.
struct StopRules {
    int failures = 1; ///< that many failed, rejected, unchanged, gone or left half done; 0: never for that
    bool undecided = true;
    bool outsideWindow = true; ///< a switch outside its window
};

/// How the user wants a batch to run. Kept with a saved plan, to be used on other instances again.
struct BatchRules {
    enum class Waves {
        Environment, ///< development and staging, then production
        Number, ///< by `sizes`
        Hand ///< by `byHand`
    };
    Waves waves = Waves::Environment;
    bool canaryFirst = true; ///< one instance makes up the first wave
    InstanceId canary; ///< empty: the first of the least critical environment
    QList<int> sizes{1, 9}; ///< Number: of the waves after the canary; the last wave takes the rest
    QHash<InstanceId, int> byHand; ///< Hand: wave from 1; who is missing goes into the last one
    int atOnce = 2; ///< 1 … 50, in each wave
    std::chrono::minutes afterCanary{120}; ///< soak time
    std::chrono::minutes between{30};
    QDateTime startAt; ///< UTC; invalid: at once
    BatchMoment moment = BatchMoment::NextWindow;
    BatchParts parts = BatchParts::Kernel;
    StopRules stop;
    bool includeLatest = false; ///< ask the service for those already latest all the same
    bool backUpFirst = false; ///< a backup as a step of its own …
    std::chrono::hours backupLimit{24}; ///< … where the last one is older, or none is known
};

/// One instance that was chosen for a batch, with what is known of it. Kernel and proxy are named by their
/// plans; nothing: there is none, or it is not known.
struct Candidate {
    StepPlan kernel;
    std::optional<StepPlan> proxy;
    std::optional<bool> kernelOutdated;
    std::optional<bool> proxyOutdated;
    std::optional<MaintenanceWindow> window;
    QDateTime lastBackup; ///< UTC, of the last successful one; invalid: none, or not known
    QString blocked; ///< why a check forbids it, in a few words; empty: none does
};

/// One member of a batch.
struct BatchItem {
    StepPlan plan; ///< what all its parts share; id and kind are those of each part
    std::optional<StepPlan> proxy; ///< versions and impact of the proxy part
    QList<StepKind> parts; ///< in order: Backup, Kernel, Proxy
    std::optional<MaintenanceWindow> window;
    int wave = 0; ///< index into BatchPlan::waves; -1: left out
    QString leftOut; ///< why, as a sentence; empty: it is part of a wave
};

struct Wave {
    QString name; ///< translated when the plan was made: "Canary", "Production"
    bool canary = false; ///< what follows begins only when it is verified
    int atOnce = 1;
    std::chrono::minutes wait{0}; ///< after the wave before has ended
    QDateTime notBefore; ///< UTC; invalid: none
};

/// What is given to the service's own orchestration (OOS) for the members in one account and region.
struct Orchestration {
    AccountId account;
    RegionId region;
    QString clientToken; ///< the same token again starts nothing new
    QString templateContent; ///< JSON text
    QString parameters; ///< JSON text
};

/// A whole batch as it was confirmed. Written into the journal before its first step.
struct BatchPlan {
    PlanId id;
    QString name;
    QString ticket;
    QString note;
    QString by; ///< who confirmed it
    QDateTime madeAt; ///< UTC
    BatchMoment moment = BatchMoment::NextWindow;
    StopRules stop;
    bool includeLatest = false; ///< those already latest are asked for all the same
    QList<Wave> waves;
    QList<BatchItem> items; ///< in exact order; those left out at the end
    QList<Orchestration> handedOver; ///< not empty: the cloud runs it, Uplift follows
};

/// The only place that decides order, waves and who is left out. No clock but `now`, no network.
/// Two candidates of one instance: the first counts, the other is left out.
[[nodiscard]] BatchPlan planBatch(const BatchRules &rules, const QList<Candidate> &candidates,
                                  const PlanId &id, const QDateTime &now);
/// Members that are part of a wave.
[[nodiscard]] int memberCount(const BatchPlan &plan);
[[nodiscard]] int memberCount(const BatchPlan &plan, Environment environment);

/// One part of one member.
struct PartRef {
    int item = 0;
    int part = 0;
    friend bool operator==(const PartRef &, const PartRef &) = default;
};
/// The id of the attempt's step, from 1: the plan's id, then ".item.part.attempt". The journal knows each id
/// once, so no part is begun twice.
[[nodiscard]] StepId stepIdOf(const PlanId &plan, const PartRef &part, int attempt);
/// Where a step belongs in its plan; nothing for a step of its own.
struct PartPlace {
    PartRef part;
    int attempt = 1;
};
[[nodiscard]] std::optional<PartPlace> placeOf(const PlanId &plan, const StepId &step);
/// The part as a step, with the id of the attempt.
[[nodiscard]] StepPlan stepPlanOf(const BatchPlan &plan, const PartRef &part, int attempt);

[[nodiscard]] QJsonObject toJson(const BatchPlan &plan);
/// Field by field: Error::Kind::Storage names what is missing or odd.
[[nodiscard]] Result<BatchPlan> batchFromJson(const QJsonObject &json);
[[nodiscard]] QJsonObject toJson(const BatchRules &rules);
/// What is missing or odd has its default.
[[nodiscard]] BatchRules rulesFromJson(const QJsonObject &json);

} // namespace uplift::upgrade
