// SPDX-License-Identifier: GPL-3.0-or-later
#include "impact/edition.h"

#include "core/redact.h"

#include <QRegularExpression>

#include <algorithm>

namespace uplift::impact {

namespace {

/// One field and what it leaves possible.
template <class Kind> struct Evidence {
    QString field;
    QString value;
    QList<Kind> fits;
};
template <class Kind> using AllEvidence = QList<Evidence<Kind>>;

template <class Kind> bool agree(const Evidence<Kind> &a, const Evidence<Kind> &b)
{
    return std::any_of(a.fits.begin(), a.fits.end(), [&b](Kind kind) { return b.fits.contains(kind); });
}

/// Notes each piece of evidence that cannot stand beside an earlier one; the stronger come first.
/// Is there any?
template <class Kind> bool noteContradictions(const AllEvidence<Kind> &all, QList<Doubt> &doubts)
{
    const qsizetype before = doubts.size();
    for (qsizetype later = 1; later < all.size(); ++later) {
        for (qsizetype earlier = 0; earlier < later; ++earlier) {
            if (agree(all[earlier], all[later]))
                continue;
            doubts.append({Doubt::Kind::Contradiction,
                           {all[earlier].field, all[later].field},
                           {all[earlier].value, all[later].value}});
            break;
        }
    }
    return doubts.size() > before;
}

/// What all of it together leaves possible; nothing when there is none, or when it contradicts itself.
template <class Kind> QList<Kind> possible(const AllEvidence<Kind> &all)
{
    QList<Kind> left = all.isEmpty() ? QList<Kind>() : all.first().fits;
    for (const Evidence<Kind> &evidence : all)
        left.removeIf([&evidence](Kind kind) { return !evidence.fits.contains(kind); });
    return left;
}

/// Foreign text for a sentence: one short line.
QString shown(const QString &value) { return plainLine(value).trimmed().left(60); }

bool says(const QString &value, const char *word)
{
    return value.trimmed().compare(QLatin1String(word), Qt::CaseInsensitive) == 0;
}

const QString architectureField = QStringLiteral("ArchitectureType");
const QString classField = QStringLiteral("InstanceClass");
const QString realClassField = QStringLiteral("RealInstanceClass");
const QString nodeField = QStringLiteral("NodeType");
const QList<Architecture> withShardsOrProxy = {Architecture::Cluster, Architecture::ReadWriteSplitting};

/// Reads one instance, step by step as api.md 14.1 has them.
class Reader {
public:
    Reader(const Instance &instance, const EngineVersion *version)
        : m_instance(instance), m_version(version), m_class(classFacts(instance.instanceClass)),
          m_realClass(classFacts(instance.realInstanceClass))
    {
    }

    Edition read()
    {
        m_edition.distributed = !m_instance.distributedInstanceId.trimmed().isEmpty();
        m_edition.medium = m_class.medium != Medium::Memory ? m_class.medium : m_realClass.medium;
        readFamily();
        readZones();
        readArchitecture();
        readDeployment();
        readNodes();
        readProxyAndSize();
        decideGroup();
        return m_edition;
    }

private:
    void readFamily();
    void readZones();
    void readArchitecture();
    [[nodiscard]] AllEvidence<Architecture> architectureEvidence();
    void readDeployment();
    void readNodes();
    [[nodiscard]] AllEvidence<NodeCount> nodeEvidence();
    void readProxyAndSize();
    void decideGroup();

    [[nodiscard]] bool proxyVersionKnown() const { return m_version && m_version->proxyCurrent.isKnown(); }
    [[nodiscard]] bool isClusterLike() const { return withShardsOrProxy.contains(m_edition.architecture); }
    void doubt(Doubt::Kind kind, const QStringList &fields, const QStringList &values = {})
    {
        m_edition.doubts.append({kind, fields, values});
    }
    void unknownWord(const QString &field, const QString &value)
    {
        doubt(Doubt::Kind::UnknownWord, {field}, {shown(value)});
    }

    const Instance &m_instance;
    const EngineVersion *m_version;
    const ClassFacts m_class;
    const ClassFacts m_realClass;
    Edition m_edition;
};

void Reader::readFamily()
{
    AllEvidence<Family> all;
    const QList<Family> others = {Family::Redis, Family::Tair};
    // Classic Tair instances report Redis: the two are not held against each other.
    if (says(m_instance.instanceType, "Memcache"))
        all.append({QStringLiteral("InstanceType"), shown(m_instance.instanceType), {Family::Memcache}});
    else if (says(m_instance.instanceType, "Tair"))
        all.append(
            {QStringLiteral("InstanceType"), shown(m_instance.instanceType), {Family::Tair, Family::Redis}});
    else if (says(m_instance.instanceType, "Redis"))
        all.append({QStringLiteral("InstanceType"), shown(m_instance.instanceType), others});
    else if (!m_instance.instanceType.trimmed().isEmpty())
        unknownWord(QStringLiteral("InstanceType"), m_instance.instanceType);
    if (m_class.family == Family::Memcache)
        all.append({classField, shown(m_instance.instanceClass), {Family::Memcache}});
    else if (m_class.family != Family::Unknown)
        all.append({classField, shown(m_instance.instanceClass), others});
    const bool contradictory = noteContradictions(all, m_edition.doubts);
    const QList<Family> left = possible(all);
    if (contradictory)
        return;
    if (left.contains(Family::Memcache))
        m_edition.family = Family::Memcache;
    else if (m_class.family == Family::Tair || says(m_instance.instanceType, "Tair"))
        m_edition.family = Family::Tair;
    else if (!left.isEmpty())
        m_edition.family = Family::Redis;
}

void Reader::readZones()
{
    static const QRegularExpression several(QStringLiteral("-MAZ\\d*(\\(|$)"),
                                            QRegularExpression::CaseInsensitiveOption);
    const bool two = says(m_instance.zoneType, "doublezone") || !m_instance.secondaryZone.trimmed().isEmpty()
        || several.match(m_instance.zone).hasMatch();
    // The list leaves ZoneType out; a plain ZoneId without a second one is one zone there.
    const bool one = says(m_instance.zoneType, "singlezone")
        || (m_instance.zoneType.trimmed().isEmpty() && !m_instance.zone.trimmed().isEmpty());
    m_edition.zones = two ? ZoneCount::Two : one ? ZoneCount::One : ZoneCount::Unknown;
}

AllEvidence<Architecture> Reader::architectureEvidence()
{
    AllEvidence<Architecture> all;
    const QString &declared = m_instance.architectureType;
    const auto add = [&all](const QString &field, const QString &value, const QList<Architecture> &fits) {
        all.append({field, shown(value), fits});
    };
    if (says(declared, "cluster"))
        add(architectureField, declared, {Architecture::Cluster});
    else if (says(declared, "rwsplit"))
        add(architectureField, declared, {Architecture::ReadWriteSplitting});
    else if (says(declared, "standard"))
        add(architectureField, declared, {Architecture::Standard});
    else if (!declared.trimmed().isEmpty())
        unknownWord(architectureField, declared);
    const auto addClass = [&](const QString &field, const QString &value, const ClassFacts &facts) {
        if (facts.architecture != Architecture::Unknown)
            add(field, value, {facts.architecture});
        else if (facts.proxy.value_or(false))
            add(field, value, withShardsOrProxy);
    };
    addClass(classField, m_instance.instanceClass, m_class);
    addClass(realClassField, m_instance.realInstanceClass, m_realClass);
    if (m_instance.shardCount && *m_instance.shardCount > 1)
        add(QStringLiteral("ShardCount"), QString::number(*m_instance.shardCount), withShardsOrProxy);
    if (says(m_instance.replicationMode, "cluster"))
        add(QStringLiteral("ReplicationMode"), m_instance.replicationMode, withShardsOrProxy);
    else if (says(m_instance.replicationMode, "master-slave"))
        add(QStringLiteral("ReplicationMode"), m_instance.replicationMode, {Architecture::Standard});
    if (proxyVersionKnown())
        add(QStringLiteral("ProxyMinorVersion"), m_version->proxyCurrent.raw(), withShardsOrProxy);
    return all;
}

void Reader::readArchitecture()
{
    const AllEvidence<Architecture> all = architectureEvidence();
    if (noteContradictions(all, m_edition.doubts))
        return;
    const QList<Architecture> left = possible(all);
    if (left.size() == 1) {
        m_edition.architecture = left.first();
    } else if (!left.isEmpty() && m_instance.shardCount.value_or(0) > 1) {
        m_edition.architecture = Architecture::Cluster;
    } else if (left.isEmpty() && (m_class.known || m_realClass.known)) {
        m_edition.architecture = Architecture::Standard;
    } else if (m_instance.architectureType.trimmed().isEmpty()) {
        QStringList fields{architectureField};
        if (m_instance.instanceClass.trimmed().isEmpty())
            fields.append(classField);
        doubt(Doubt::Kind::MissingArchitecture, fields);
    }
}

void Reader::readDeployment()
{
    AllEvidence<Deployment> all;
    const QString &computing = m_instance.computingType;
    const QString field = QStringLiteral("ComputingType");
    if (says(computing, "Ecs"))
        all.append({field, shown(computing), {Deployment::CloudNative}});
    else if (says(computing, "Machine"))
        all.append({field, shown(computing), {Deployment::Classic}});
    else if (!computing.trimmed().isEmpty())
        unknownWord(field, computing);
    if (m_class.deployment != Deployment::Unknown)
        all.append({classField, shown(m_instance.instanceClass), {m_class.deployment}});
    if (m_realClass.deployment != Deployment::Unknown)
        all.append({realClassField, shown(m_instance.realInstanceClass), {m_realClass.deployment}});
    static_cast<void>(noteContradictions(all, m_edition.doubts));
    const QList<Deployment> left = possible(all);
    m_edition.deployment = left.isEmpty() ? Deployment::Unknown : left.first();
}

AllEvidence<NodeCount> Reader::nodeEvidence()
{
    AllEvidence<NodeCount> all;
    const QString &declared = m_instance.nodeType;
    if (says(declared, "single") || says(declared, "STAND_ALONE"))
        all.append({nodeField, shown(declared), {NodeCount::One}});
    else if (says(declared, "double") || says(declared, "MASTER_SLAVE"))
        all.append({nodeField, shown(declared), {NodeCount::TwoOrMore}});
    else if (!declared.trimmed().isEmpty() && !isClusterLike())
        unknownWord(nodeField, declared);
    if (m_class.nodes != NodeCount::Unknown)
        all.append({classField, shown(m_instance.instanceClass), {m_class.nodes}});
    const int replicas = m_instance.replicaCount.value_or(0) + m_instance.secondaryReplicaCount.value_or(0);
    if (replicas > 0)
        all.append({m_instance.replicaCount.value_or(0) > 0 ? QStringLiteral("ReplicaCount")
                                                            : QStringLiteral("SlaveReplicaCount"),
                    QString::number(replicas),
                    {NodeCount::TwoOrMore}});
    else if (m_instance.replicaCount && m_edition.deployment == Deployment::CloudNative)
        all.append({QStringLiteral("ReplicaCount"), QStringLiteral("0"), {NodeCount::One}});
    if (m_edition.architecture == Architecture::Standard && m_edition.zones == ZoneCount::Two) {
        if (says(m_instance.zoneType, "doublezone"))
            all.append({QStringLiteral("ZoneType"), shown(m_instance.zoneType), {NodeCount::TwoOrMore}});
        else if (!m_instance.secondaryZone.trimmed().isEmpty())
            all.append(
                {QStringLiteral("SecondaryZoneId"), shown(m_instance.secondaryZone), {NodeCount::TwoOrMore}});
        else
            all.append({QStringLiteral("ZoneId"), shown(m_instance.zone), {NodeCount::TwoOrMore}});
    }
    return all;
}

void Reader::readNodes()
{
    const AllEvidence<NodeCount> all = nodeEvidence();
    const bool contradictory = noteContradictions(all, m_edition.doubts);
    const QList<NodeCount> left = possible(all);
    m_edition.nodes = left.isEmpty() ? NodeCount::Unknown : left.first();
    if (m_instance.replicaCount)
        m_edition.nodesPerShard = 1 + *m_instance.replicaCount + m_instance.secondaryReplicaCount.value_or(0);
    if (contradictory || isClusterLike() || m_edition.family == Family::Memcache)
        return;
    if (all.isEmpty() && m_instance.nodeType.trimmed().isEmpty())
        doubt(Doubt::Kind::MissingNodes, {nodeField});
    else if (all.size() == 1 && all.first().field == QLatin1String("ReplicaCount")
             && left.contains(NodeCount::One))
        doubt(Doubt::Kind::UnverifiedNodes, {nodeField});
    else if (m_edition.nodes == NodeCount::One && m_edition.medium != Medium::Memory)
        doubt(Doubt::Kind::UnverifiedMedium, {classField}, {shown(m_instance.instanceClass)});
}

void Reader::readProxyAndSize()
{
    m_edition.shards = m_instance.shardCount ? m_instance.shardCount : m_class.shards;
    m_edition.readReplicas = m_class.readReplicas ? m_class.readReplicas : m_instance.readOnlyCount;
    if (proxyVersionKnown() || m_class.proxy.value_or(false) || m_realClass.proxy.value_or(false))
        m_edition.proxy = true;
    else if (m_edition.architecture == Architecture::Standard)
        m_edition.proxy = false;
    else if (m_edition.architecture == Architecture::Cluster && m_class.proxy)
        m_edition.proxy = *m_class.proxy;
    else if (m_edition.architecture == Architecture::Cluster && m_realClass.proxy)
        m_edition.proxy = *m_realClass.proxy;
    if (m_edition.deployment == Deployment::Unknown && m_edition.proxy.value_or(true)
        && m_instance.computingType.trimmed().isEmpty() && isClusterLike())
        doubt(Doubt::Kind::MissingDeployment, {QStringLiteral("ComputingType")});
}

void Reader::decideGroup()
{
    const bool certain =
        std::all_of(m_edition.doubts.begin(), m_edition.doubts.end(),
                    [](const Doubt &doubt) { return doubt.kind == Doubt::Kind::MissingDeployment; });
    if (m_edition.family == Family::Memcache)
        m_edition.group = Group::Memcache;
    else if (!certain)
        m_edition.group = Group::Unclear;
    else if (m_edition.architecture == Architecture::Cluster)
        m_edition.group = Group::Cluster;
    else if (m_edition.architecture == Architecture::ReadWriteSplitting)
        m_edition.group = Group::ReadWriteSplitting;
    else if (m_edition.architecture == Architecture::Standard && m_edition.nodes == NodeCount::TwoOrMore)
        m_edition.group = Group::StandardTwoNodes;
    else if (m_edition.architecture == Architecture::Standard && m_edition.nodes == NodeCount::One)
        m_edition.group = Group::StandardOneNode;
}

} // namespace

Edition editionOf(const Instance &instance, const EngineVersion *version)
{
    return Reader(instance, version).read();
}

} // namespace uplift::impact
