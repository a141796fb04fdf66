// SPDX-License-Identifier: GPL-3.0-or-later
#include "impact/rules.h"

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

QList<SideEffect> sideEffectsOf(const Edition &edition, const QString &distributedId,
                                const ImpactTable &table)
{
    QList<SideEffect> effects;
    const auto add = [&effects](const char *key, const LocalizedText &text) {
        effects.append({QString::fromLatin1(key), text});
    };
    add("blocking", table.text(QStringLiteral("effect.blocking")));
    add("transactions", table.text(QStringLiteral("effect.transactions")));
    add("pubsub", table.text(QStringLiteral("effect.pubsub")));
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

} // namespace

Impact expectedImpact(const Instance &instance, const EngineVersion *version, const ImpactTable &table)
{
    const Edition edition = editionOf(instance, version);
    const ImpactTable::Row &row = table.row(edition.group);
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
    impact.recommendation = table.recommendation();
    return impact;
}

} // namespace uplift::impact
