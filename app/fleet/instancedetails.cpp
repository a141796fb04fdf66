// SPDX-License-Identifier: GPL-3.0-or-later
#include "fleet/instancedetails.h"

#include "fleet/fleet.h"

#include <algorithm>
#include <utility>

namespace uplift::fleet {

using Part = InstanceDetails::Part;

bool mayHaveTopology(const Instance &facts)
{
    const QString kind = facts.architectureType.toLower();
    if (kind == QLatin1String("cluster") || kind == QLatin1String("rwsplit"))
        return true;
    const QString name = facts.instanceClass;
    if (kind == QLatin1String("standard"))
        return false;
    return kind.isEmpty()
        && (name.contains(QLatin1String(".sharding.")) || name.startsWith(QLatin1String("redis.cluster."))
            || name.contains(QLatin1String(".splitrw.")) || facts.shardCount.value_or(0) > 1
            || facts.replicationMode == QLatin1String("cluster")
            || (name.isEmpty() && facts.replicationMode.isEmpty()));
}

bool isCloudNativeCluster(const Instance &facts)
{
    const QString name = facts.instanceClass;
    const bool cluster = facts.architectureType.compare(QLatin1String("cluster"), Qt::CaseInsensitive) == 0
        || name.startsWith(QLatin1String("redis.cluster."));
    const bool native = facts.computingType.isEmpty()
        ? name.startsWith(QLatin1String("tair.")) || name.endsWith(QLatin1String(".ce"))
        : facts.computingType.compare(QLatin1String("Ecs"), Qt::CaseInsensitive) == 0;
    return cluster && native;
}

const QList<Part> &InstanceDetails::parts()
{
    static const QList<Part> all{Part::Attribute, Part::Version, Part::Nodes,  Part::Topology,
                                 Part::Events,    Part::Tasks,   Part::Backups};
    return all;
}

InstanceDetails::InstanceDetails(InstanceKey key, cloud::ClientProvider clients, const Clock &clock,
                                 Fleet *fleet, QObject *parent)
    : QObject(parent), m_key(std::move(key)), m_clients(std::move(clients)), m_clock(clock), m_fleet(fleet),
      m_calls(std::make_unique<QObject>())
{
    m_attribute.action = QStringLiteral("DescribeInstanceAttribute");
    m_version.action = QStringLiteral("DescribeEngineVersion");
    m_nodes.action = QStringLiteral("DescribeRoleZoneInfo");
    m_topology.action = QStringLiteral("DescribeLogicInstanceTopology");
    m_events.action = QStringLiteral("DescribeActiveOperationTasks");
    m_tasks.action = QStringLiteral("DescribeHistoryTasks");
    m_backups.action = QStringLiteral("DescribeBackups");
    borrow();
    updateApplies();
}

InstanceDetails::~InstanceDetails() = default;

void InstanceDetails::borrow()
{
    const KnownInstance *known = m_fleet ? m_fleet->find(m_key) : nullptr;
    if (!known)
        return;
    m_attribute.value = known->facts;
    m_attribute.asked = known->seen();
    if (!known->detailsAsked.isValid() || known->seen() != known->detailsAsked)
        m_attribute.action = QStringLiteral("DescribeInstances");
    m_version.value = known->version;
    m_version.asked = known->versionAsked;
}

const Instance *InstanceDetails::facts() const { return m_attribute.value.get(); }

void InstanceDetails::updateApplies()
{
    m_topology.applies = !facts() || mayHaveTopology(*facts());
    m_backups.action = facts() && isCloudNativeCluster(*facts()) ? QStringLiteral("DescribeClusterBackupList")
                                                                 : QStringLiteral("DescribeBackups");
}

void InstanceDetails::ask()
{
    for (const Part part : parts())
        ask(part);
}

void InstanceDetails::ask(Part part)
{
    const QDateTime now = m_clock.now();
    const QDateTime from = now.addDays(-days);
    const InstanceKey &key = m_key;
    QObject *context = m_calls.get();
    switch (part) {
    case Part::Attribute:
        return askPart(part, m_attribute, [key, context](const Call &client, auto done) {
            client->describeInstance(key.region, key.instance, context, std::move(done));
        });
    case Part::Version:
        return askPart(part, m_version, [key, context](const Call &client, auto done) {
            client->describeEngineVersion(key.region, key.instance, context, std::move(done));
        });
    case Part::Nodes:
        return askPart(part, m_nodes, [key, context](const Call &client, auto done) {
            client->describeNodes(key.region, key.instance, context, std::move(done));
        });
    case Part::Topology:
        // Which call fits is known only once the instance is.
        m_topologyDue = !facts() && m_attribute.asking;
        if (m_topologyDue || !m_topology.applies)
            return;
        return askPart(part, m_topology, [key, context](const Call &client, auto done) {
            client->describeTopology(key.region, key.instance, context, std::move(done));
        });
    case Part::Events:
        return askPart(part, m_events, [key, context](const Call &client, auto done) {
            client->describeEvents(key.region, key.instance, context, std::move(done));
        });
    case Part::Tasks:
        return askPart(part, m_tasks, [key, context, from, now](const Call &client, auto done) {
            client->describeTasks(key.region, key.instance, from, now, context, std::move(done));
        });
    case Part::Backups:
        m_backupsDue = !facts() && m_attribute.asking;
        if (m_backupsDue)
            return;
        const bool ofCluster = facts() && isCloudNativeCluster(*facts());
        return askPart(part, m_backups, [key, context, from, now, ofCluster](const Call &client, auto done) {
            if (ofCluster)
                client->describeClusterBackups(key.region, key.instance, from, now, context, std::move(done));
            else
                client->describeBackups(key.region, key.instance, from, now, context, std::move(done));
        });
    }
}

template <class T, class Ask> void InstanceDetails::askPart(Part part, Fact<T> &fact, Ask call)
{
    const int question = ++m_questions[part];
    fact.asking = true;
    Q_EMIT changed(part);
    m_clients(m_key.account, m_calls.get(),
              [this, part, question, &fact, call](Result<std::shared_ptr<cloud::Client>> client) {
                  if (!client) {
                      if (m_questions.value(part) == question)
                          settle<T>(part, fact, failure(client.error()));
                      return;
                  }
                  const Call held = *std::move(client);
                  // The answer keeps the client alive until it came.
                  call(held, [this, part, question, &fact, held](Result<cloud::Answered<T>> answer) {
                      if (m_questions.value(part) == question)
                          settle<T>(part, fact, answer);
                  });
              });
}

template <class T>
void InstanceDetails::settle(Part part, Fact<T> &fact, const Result<cloud::Answered<T>> &answer)
{
    fact.asking = false;
    if (answer) {
        fact.value = answer->value;
        fact.host = answer->info.host;
        fact.requestId = answer->info.requestId;
        fact.asked = m_clock.now();
        fact.error.reset();
        if constexpr (std::is_same_v<T, Instance> || std::is_same_v<T, EngineVersion>) {
            if (m_fleet)
                m_fleet->learn(m_key, *answer);
        }
    } else {
        fact.requestId = answer.error().requestId;
        fact.error = answer.error();
    }
    if (part == Part::Attribute) {
        if (answer)
            m_attribute.action = QStringLiteral("DescribeInstanceAttribute");
        // The fleet's knowledge is the fuller one: lists tell the edition.
        if (answer && m_fleet && m_fleet->find(m_key) && m_fleet->find(m_key)->facts)
            m_attribute.value = m_fleet->find(m_key)->facts;
        updateApplies();
    }
    Q_EMIT changed(part);
    if (part != Part::Attribute)
        return;
    if (std::exchange(m_topologyDue, false))
        ask(Part::Topology);
    if (std::exchange(m_backupsDue, false))
        ask(Part::Backups);
    if (!m_topology.applies)
        Q_EMIT changed(Part::Topology);
}

void InstanceDetails::stop()
{
    m_calls = std::make_unique<QObject>();
    m_topologyDue = false;
    m_backupsDue = false;
    for (bool *asking : {&m_attribute.asking, &m_version.asking, &m_nodes.asking, &m_topology.asking,
                         &m_events.asking, &m_tasks.asking, &m_backups.asking})
        *asking = false;
    for (const Part part : parts())
        Q_EMIT changed(part);
}

int InstanceDetails::asking() const
{
    int count = (m_topologyDue ? 1 : 0) + (m_backupsDue ? 1 : 0);
    for (const bool asking : {m_attribute.asking, m_version.asking, m_nodes.asking, m_topology.asking,
                              m_events.asking, m_tasks.asking, m_backups.asking})
        count += asking ? 1 : 0;
    return count;
}

} // namespace uplift::fleet
