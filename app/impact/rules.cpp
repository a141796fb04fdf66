// SPDX-License-Identifier: GPL-3.0-or-later
#include "impact/rules.h"

#include "core/redact.h"
#include "impact/edition.h"

#include <algorithm>

namespace uplift::impact {

namespace {

LocalizedText filled(LocalizedText text, const QString &key, const QString &english, const QString &chinese)
{
    const QString place = QLatin1Char('{') + key + QLatin1Char('}');
    text.english.replace(place, english);
    text.chinese.replace(place, chinese);
    return text;
}

LocalizedText filled(const LocalizedText &text, const QString &key, const QString &value)
{
    return filled(text, key, value, value);
}

LocalizedText withFields(const LocalizedText &text, const QStringList &fields)
{
    return filled(text, QStringLiteral("fields"), fields.join(QLatin1String(", ")),
                  fields.join(QStringLiteral("、")));
}

QString reasonKey(Doubt::Kind kind)
{
    switch (kind) {
    case Doubt::Kind::Contradiction:
        return QStringLiteral("reason.contradiction");
    case Doubt::Kind::UnknownWord:
        return QStringLiteral("reason.unknownWord");
    case Doubt::Kind::MissingArchitecture:
        return QStringLiteral("reason.missingArchitecture");
    case Doubt::Kind::MissingNodes:
        return QStringLiteral("reason.missingNodes");
    case Doubt::Kind::UnverifiedNodes:
        return QStringLiteral("reason.unverifiedNodes");
    case Doubt::Kind::UnverifiedMedium:
        return QStringLiteral("reason.unverifiedMedium");
    case Doubt::Kind::MissingDeployment:
        break;
    }
    return QStringLiteral("reason.missingDeployment");
}

LocalizedText reasonText(const Doubt &doubt, const ImpactTable &table)
{
    LocalizedText text = withFields(table.text(reasonKey(doubt.kind)), doubt.fields);
    text = filled(text, QStringLiteral("first"), doubt.fields.value(0));
    text = filled(text, QStringLiteral("second"), doubt.fields.value(1));
    // Values last: they are foreign, and a brace in them must not be read as a place.
    text = filled(text, QStringLiteral("secondValue"), doubt.values.value(1));
    return filled(text, QStringLiteral("value"), doubt.values.value(0));
}

QStringList fieldsOf(const QList<Doubt> &doubts)
{
    QStringList fields;
    for (const Doubt &doubt : doubts)
        fields += doubt.fields;
    fields.removeDuplicates();
    return fields;
}

/// The sentence for an unclear group: contradictions weigh more than what is missing.
LocalizedText unclearText(const QList<Doubt> &doubts, const ImpactTable &table)
{
    QList<Doubt> contradictions = doubts;
    contradictions.removeIf([](const Doubt &doubt) { return doubt.kind != Doubt::Kind::Contradiction; });
    if (!contradictions.isEmpty())
        return withFields(table.text(QStringLiteral("description.contradiction")), fieldsOf(contradictions));
    return withFields(table.text(QStringLiteral("description.uncertain")), fieldsOf(doubts));
}

QString proxyKey(const Edition &edition)
{
    if (edition.deployment == Deployment::Classic)
        return QStringLiteral("proxy.classic");
    return edition.deployment == Deployment::CloudNative ? QStringLiteral("proxy.cloudNative")
                                                         : QStringLiteral("proxy.unknown");
}

QList<SideEffect> brokenWithConnections(const ImpactTable &table)
{
    QList<SideEffect> effects;
    for (const char *key : {"blocking", "transactions", "pubsub"})
        effects.append(
            {QString::fromLatin1(key), table.text(QStringLiteral("effect.") + QLatin1String(key))});
    return effects;
}

QList<SideEffect> sideEffectsOf(const Edition &edition, const QString &distributedId,
                                const ImpactTable &table)
{
    QList<SideEffect> effects = brokenWithConnections(table);
    const auto add = [&effects](const char *key, const LocalizedText &text) {
        effects.append({QString::fromLatin1(key), text});
    };
    if (edition.proxy.value_or(edition.architecture != Architecture::Standard))
        add("proxy", table.text(proxyKey(edition)));
    const bool maybeSingle = edition.nodes == NodeCount::One
        || (edition.nodes == NodeCount::Unknown && edition.group == Group::Unclear);
    if (maybeSingle)
        add("singleNode", table.text(QStringLiteral("effect.singleNode")));
    if (edition.distributed)
        add("distributed",
            filled(table.text(QStringLiteral("effect.distributed")), QStringLiteral("id"), distributedId));
    if (edition.medium != Medium::Memory)
        add("medium", table.text(QStringLiteral("effect.medium")));
    return effects;
}

Impact filledFrom(const Edition &edition, const ImpactTable::Row &row, const ImpactTable &table)
{
    Impact impact;
    impact.group = edition.group;
    impact.architecture = edition.architecture;
    impact.deployment = edition.deployment;
    impact.nodes = edition.nodes;
    impact.zones = edition.zones;
    impact.how = row.how;
    impact.disconnection = row.disconnection;
    impact.readOnly = row.readOnly;
    impact.effectiveWithin = row.effectiveWithin;
    impact.noneStated = row.noneStated;
    impact.description = row.description;
    impact.specification = row.specification;
    impact.newer = row.newer;
    impact.sources = row.sources;
    impact.recommendation = table.recommendation();
    return impact;
}

/// Which doubts matter for the proxies: any contradiction, and what keeps the deployment unknown.
QList<Doubt> proxyDoubts(const Edition &edition, const Instance &instance, const EngineVersion *version)
{
    const QString deployment = QStringLiteral("ComputingType");
    QList<Doubt> doubts = edition.doubts;
    doubts.removeIf([&deployment](const Doubt &doubt) {
        return doubt.kind != Doubt::Kind::Contradiction
            && !(doubt.kind == Doubt::Kind::UnknownWord && doubt.fields.contains(deployment));
    });
    // Proxies of version 7 exist in cloud-native instances alone (release notes, api.md 5.2).
    if (edition.deployment == Deployment::Classic && version && version->proxyCurrent.isKnown()
        && version->proxyCurrent.text().startsWith(QLatin1String("7."))) {
        const bool declared = !instance.computingType.trimmed().isEmpty();
        doubts.append(
            {Doubt::Kind::Contradiction,
             {declared ? deployment : QStringLiteral("InstanceClass"), QStringLiteral("ProxyMinorVersion")},
             {plainLine(declared ? instance.computingType : instance.instanceClass).trimmed().left(60),
              version->proxyCurrent.text()}});
    }
    if (edition.deployment == Deployment::Unknown && doubts.isEmpty())
        doubts.append({Doubt::Kind::MissingDeployment, {deployment}, {}});
    return doubts;
}

ProxyWay proxyWay(const Edition &edition, const QList<Doubt> &doubts)
{
    if (!doubts.isEmpty() || edition.proxy == false)
        return ProxyWay::Unclear;
    return edition.deployment == Deployment::Classic ? ProxyWay::Classic : ProxyWay::CloudNative;
}

} // namespace

Impact expectedImpact(const Instance &instance, const EngineVersion *version, const ImpactTable &table)
{
    const Edition edition = editionOf(instance, version);
    const ImpactTable::Row &row = table.row(edition.group);
    Impact impact = filledFrom(edition, row, table);
    if (edition.group == Group::Unclear)
        impact.description = unclearText(edition.doubts, table);
    for (const Doubt &doubt : edition.doubts)
        impact.reasons.append(reasonText(doubt, table));
    impact.fields = fieldsOf(edition.doubts);
    if (edition.group == Group::Memcache) {
        impact.reasons.prepend(table.text(QStringLiteral("reason.memcache")));
        impact.fields.prepend(QStringLiteral("InstanceType"));
        impact.fields.removeDuplicates();
    }
    impact.sideEffects = sideEffectsOf(edition, instance.distributedInstanceId.trimmed().left(60), table);
    if (std::any_of(impact.sideEffects.begin(), impact.sideEffects.end(),
                    [](const SideEffect &effect) { return effect.key == QLatin1String("proxy"); }))
        impact.sources += table.proxySources();
    return impact;
}

Impact expectedProxyImpact(const Instance &instance, const EngineVersion *version, const ImpactTable &table)
{
    const Edition edition = editionOf(instance, version);
    const QList<Doubt> doubts = proxyDoubts(edition, instance, version);
    const bool hasNone = edition.proxy == false;
    Impact impact = filledFrom(edition, table.proxyRow(proxyWay(edition, doubts)), table);
    if (hasNone)
        impact.reasons.append(table.text(QStringLiteral("reason.noProxy")));
    for (const Doubt &doubt : doubts)
        impact.reasons.append(reasonText(doubt, table));
    impact.fields = fieldsOf(doubts);
    impact.sideEffects = brokenWithConnections(table);
    impact.sideEffects.append({QStringLiteral("direct"), table.text(QStringLiteral("effect.direct"))});
    return impact;
}

} // namespace uplift::impact
