// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/client.h"
#include "core/clock.h"
#include "upgrade/checks.h"

#include <QHash>
#include <QObject>
#include <QStringList>
#include <QTimeZone>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace uplift::upgrade {

class Journal;

/// One question to the service before an upgrade.
enum class FactPart { Attribute, Version, Tasks, Events, Backups, Memory, Cpu, Traffic };
[[nodiscard]] const QList<FactPart> &factParts();

/// Where an instance is to be asked about.
struct PreflightTarget {
    AccountId account;
    RegionId region;
    InstanceId instance;
    friend bool operator==(const PreflightTarget &, const PreflightTarget &) = default;
    friend size_t qHash(const PreflightTarget &target, size_t seed = 0)
    {
        return qHashMulti(seed, target.account, target.region, target.instance);
    }
};

/// What was answered. What could not be asked this time is nothing: an older answer would look like a new
/// one. While it is being asked again, the older answer stands.
struct PreflightFacts {
    std::optional<Instance> instance; ///< as DescribeInstanceAttribute tells it
    std::optional<EngineVersion> version;
    std::optional<QList<CloudTask>> tasks; ///< of the last 29 days
    std::optional<QList<ScheduledEvent>> events;
    std::optional<QList<Backup>> backups; ///< of the last backupReach
    std::optional<QList<LoadSample>> memory; ///< percent, see monitorReach()
    std::optional<QList<LoadSample>> cpu;
    std::optional<LoadProfile> load; ///< traffic of the last seven days
    std::optional<LastAttempt> lastAttempt; ///< of an upgrade, from the journal
    std::optional<std::chrono::milliseconds> clockOffset;
    QHash<FactPart, Error> failed; ///< why the last question about a part failed
    QStringList denied; ///< the calls among them that this account may not make: "kvstore:DescribeBackups"
    QDateTime asked; ///< UTC, when the last questions were put; invalid: never
    QDateTime answered; ///< UTC, when the last of them ended; invalid: never
    int open = 0; ///< parts under way

    [[nodiscard]] bool isAsking() const { return open > 0; }
    [[nodiscard]] int done() const { return static_cast<int>(factParts().size()) - open; }
};

/// A week of backups and a day more, for those made once a week. Own choice.
inline constexpr std::chrono::days backupReach{8};

/// A cloud-native cluster: its backups are listed by a call of their own, see StepPlan::shardedBackups.
[[nodiscard]] bool hasShardedBackups(const Instance &instance);

/// Lets the checks look at what was answered. Attribute and version are left to whoever knows them better:
/// lists tell more of an instance than its attributes do.
void addTo(CheckInput &input, const PreflightFacts &facts);

/// Asks the whole preflight of one instance at a time, each part by itself: what fails leaves the others.
/// Keeps what was answered of the last few instances, with its time. Lives in the main thread.
class Preflight : public QObject {
    Q_OBJECT
public:
    /// `journal` tells how the last attempt ended.
    Preflight(cloud::ClientProvider clients, Journal &journal, const Clock &clock, QObject *parent = nullptr);
    ~Preflight() override;

    /// Asks all parts; answers still under way are dropped, whatever they are about. `known` is what lists
    /// told of the instance: by it the calls for backups and load are chosen at once, without it after the
    /// attribute. `zone`: of the day that traffic is folded into.
    void ask(const PreflightTarget &target, const std::optional<Instance> &known, const QTimeZone &zone);
    /// Drops the answers under way.
    void stop();
    [[nodiscard]] PreflightFacts facts(const PreflightTarget &target) const;

    /// Hear what was told of instance and version, with its reply, for who keeps a list of instances.
    std::function<void(const PreflightTarget &, const cloud::Answered<Instance> &)> toldInstance;
    std::function<void(const PreflightTarget &, const cloud::Answered<EngineVersion> &)> toldVersion;

Q_SIGNALS:
    void changed(); ///< one part ended, or all began

private:
    struct Run;
    using RunPtr = std::shared_ptr<Run>;
    void begin(const RunPtr &run, const std::optional<Instance> &known);
    void askSteady(const RunPtr &run);
    void askByKind(const RunPtr &run, const Instance &instance);
    void askLoad(const RunPtr &run, FactPart part, const Instance &instance);
    void askLastAttempt(const PreflightTarget &target);
    template <class T, class Take> auto heard(const RunPtr &run, FactPart part, Take take);
    void end(const RunPtr &run, FactPart part, const Error *error);
    [[nodiscard]] PreflightFacts &entry(const PreflightTarget &target);

    cloud::ClientProvider m_clients;
    Journal &m_journal;
    const Clock &m_clock;
    std::unique_ptr<QObject> m_calls; ///< context of every call; a new question replaces it
    QHash<PreflightTarget, PreflightFacts> m_facts;
    QList<PreflightTarget> m_order; ///< of m_facts, the one asked last at the end
};

} // namespace uplift::upgrade
