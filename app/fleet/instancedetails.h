// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/client.h"
#include "core/clock.h"
#include "core/instancedetails.h"
#include "fleet/knowninstance.h"

#include <QObject>

#include <memory>

namespace uplift::fleet {

class Fleet;

/// One part of what is known of an instance: what, from which call, and when.
template <class T> struct Fact {
    Shared<T> value; ///< of the last answer that came, however old
    QString action; ///< DescribeBackups: the source
    QString host; ///< who answered; empty: the row's own knowledge, or never
    QString requestId; ///< of the last answer or refusal
    QDateTime asked; ///< UTC, when `value` was answered; invalid: never
    Shared<Error> error; ///< why the last question failed
    bool asking = false;
    bool applies = true; ///< false: this kind of instance has none
};

/// Everything the service says of one instance, each part asked for by itself: what fails leaves the others.
/// Lives as long as its page is shown.
class InstanceDetails : public QObject {
    Q_OBJECT
public:
    enum class Part { Attribute, Version, Nodes, Topology, Events, Tasks, Backups };
    Q_ENUM(Part)
    [[nodiscard]] static const QList<Part> &parts();
    /// How far back tasks and backups are read (api.md 9.2: 30 days at most).
    static constexpr int days = 30;

    /// `fleet` may be null; else it learns what attribute and version say, and lends what it knows.
    InstanceDetails(InstanceKey key, cloud::ClientProvider clients, const Clock &clock, Fleet *fleet,
                    QObject *parent = nullptr);
    ~InstanceDetails() override;

    void ask(); ///< all parts
    void ask(Part part); ///< one, also while an older question is open: that answer is dropped then
    /// Drops the answers under way; what is known stays.
    void stop();

    [[nodiscard]] const InstanceKey &key() const { return m_key; }
    [[nodiscard]] const Fact<Instance> &attribute() const { return m_attribute; }
    [[nodiscard]] const Fact<EngineVersion> &version() const { return m_version; } ///< with release notes
    [[nodiscard]] const Fact<QList<NodeVersion>> &nodes() const { return m_nodes; }
    [[nodiscard]] const Fact<Topology> &topology() const { return m_topology; }
    [[nodiscard]] const Fact<QList<ScheduledEvent>> &events() const { return m_events; }
    [[nodiscard]] const Fact<QList<CloudTask>> &tasks() const { return m_tasks; } ///< newest first
    [[nodiscard]] const Fact<QList<Backup>> &backups() const { return m_backups; } ///< newest first
    [[nodiscard]] int asking() const; ///< parts under way

Q_SIGNALS:
    void changed(uplift::fleet::InstanceDetails::Part part);

private:
    using Call = std::shared_ptr<cloud::Client>;
    /// Asks by `call(client, handler)` and puts the answer into `fact`.
    template <class T, class Ask> void askPart(Part part, Fact<T> &fact, Ask call);
    template <class T> void settle(Part part, Fact<T> &fact, const Result<cloud::Answered<T>> &answer);
    void borrow();
    void updateApplies();
    [[nodiscard]] const Instance *facts() const;

    InstanceKey m_key;
    cloud::ClientProvider m_clients;
    const Clock &m_clock;
    Fleet *m_fleet;
    std::unique_ptr<QObject> m_calls; ///< context of every call; stop() replaces it
    QHash<Part, int> m_questions;
    Fact<Instance> m_attribute;
    Fact<EngineVersion> m_version;
    Fact<QList<NodeVersion>> m_nodes;
    Fact<Topology> m_topology;
    Fact<QList<ScheduledEvent>> m_events;
    Fact<QList<CloudTask>> m_tasks;
    Fact<QList<Backup>> m_backups;
    bool m_topologyDue = false; ///< asked for as soon as the architecture is known
    bool m_backupsDue = false;
};

/// Only clusters and read/write splitting have shards and proxies (api.md 6.5, 14.1). An unknown architecture
/// may have them.
[[nodiscard]] bool mayHaveTopology(const Instance &facts);
/// Backups of cloud-native clusters come from another call (api.md 10, 14.1).
[[nodiscard]] bool isCloudNativeCluster(const Instance &facts);

} // namespace uplift::fleet
