// SPDX-License-Identifier: GPL-3.0-or-later
// Parts of rows that cells, keys of the order and exports share.
#include "core/redact.h"
#include "impact/edition.h"
#include "impact/editiontext.h"
#include "ui/instances/instancecells.h"
#include "ui/look/times.h"

#include <QCoreApplication>

namespace uplift::ui {

namespace {

struct Cells {
    Q_DECLARE_TR_FUNCTIONS(uplift::ui::Cells)
};

/// Only what a cell shows; the other fields may change as they like.
bool looksSame(const Instance &a, const Instance &b)
{
    const auto form = [](const Instance &x) {
        return std::tie(x.instanceType, x.editionType, x.architectureType, x.instanceClass,
                        x.realInstanceClass, x.nodeType, x.computingType, x.replicationMode, x.zoneType,
                        x.engineVersion, x.shardCount, x.replicaCount, x.secondaryReplicaCount,
                        x.readOnlyCount, x.zone, x.secondaryZone, x.distributedInstanceId);
    };
    return form(a) == form(b);
}

bool sameWindow(const std::optional<MaintenanceWindow> &a, const std::optional<MaintenanceWindow> &b)
{
    if (!a || !b)
        return a.has_value() == b.has_value();
    return a->startUtc() == b->startUtc() && a->endUtc() == b->endUtc();
}

constexpr quint32 bits(std::initializer_list<Column> columns)
{
    quint32 set = 0;
    for (const Column column : columns)
        set |= 1U << static_cast<unsigned>(column);
    return set;
}

constexpr quint32 everything = (1U << static_cast<unsigned>(columnTotal)) - 1;

quint32 changedFacts(const Shared<Instance> &a, const Shared<Instance> &b)
{
    if (a.isSameAs(b))
        return 0;
    if (!a || !b)
        return everything;
    quint32 set = 0;
    if (a->name != b->name)
        set |= bits({InstanceColumn, NameColumn});
    if (a->status != b->status || a->statusText != b->statusText)
        set |= bits({StatusColumn, StateColumn});
    if (!looksSame(*a, *b))
        set |= bits({EditionColumn, ArchitectureColumn});
    if (!sameWindow(a->window, b->window))
        set |= bits({WindowColumn, NextWindowColumn});
    if (a->tags != b->tags)
        set |= bits({TagsColumn});
    return set;
}

quint32 changedVersion(const Shared<EngineVersion> &a, const Shared<EngineVersion> &b)
{
    if (a.isSameAs(b))
        return 0;
    if (!a || !b)
        return everything;
    quint32 set = 0;
    if (!(a->current == b->current) || !(a->latest == b->latest) || a->level != b->level
        || a->isLatest != b->isLatest || a->upgradeAvailable != b->upgradeAvailable)
        set |= bits({VersionColumn, CurrentColumn, LatestColumn, LevelColumn});
    if (!(a->proxyCurrent == b->proxyCurrent) || !(a->proxyLatest == b->proxyLatest)
        || a->proxyLevel != b->proxyLevel)
        set |= bits({ProxyColumn, EditionColumn, ArchitectureColumn});
    if (a->autoUpgrade != b->autoUpgrade)
        set |= bits({AutoUpgradeColumn});
    return set;
}

} // namespace

Mark shownStatus(const InstanceRow &row)
{
    if (row.gone)
        return {Icon::Gone, Role::Text3, Cells::tr("Not seen"), Role::Text2};
    if (row.step && *row.step != upgrade::StepState::Planned && *row.step != upgrade::StepState::Verified)
        return stateMark(*row.step);
    if (row.facts)
        return statusMark(row.facts->status, plainLine(row.facts->statusText));
    if (row.error)
        return {Icon::Warning, Role::Amber, Cells::tr("No answer"), Role::Amber};
    return {Icon::Dash, Role::Text3, Cells::tr("Not asked"), Role::Text2};
}

QStringList editionLines(const InstanceRow &row)
{
    if (!row.facts)
        return {};
    const impact::Edition edition = impact::editionOf(*row.facts, row.version.get());
    return {impact::editionName(edition), impact::editionSize(edition)};
}

QString tagsText(const InstanceRow &row)
{
    if (!row.facts)
        return {};
    QStringList tags;
    for (const auto &[key, value] : row.facts->tags)
        tags << plainLine(value.isEmpty() ? key : key + QLatin1Char('=') + value);
    return tags.join(QStringLiteral(", "));
}

QString shownRegion(const InstanceRow &row)
{
    return plainLine(row.regionName.isEmpty() ? row.region.value : row.regionName);
}

QString shownAge(const InstanceRow &row, const QDateTime &now)
{
    if (!row.asked.isValid())
        return {};
    const QString age = ageText(row.asked, now);
    //: %1 is an age: cached 2 h ago. Read by an earlier session, not asked again yet
    return row.fromCache ? Cells::tr("cached %1").arg(age) : age;
}

QString plainToolTip(const QString &text)
{
    const QString plain = plainLine(text);
    if (!plain.contains(QLatin1Char('<')) && !plain.contains(QLatin1Char('&')))
        return plain;
    return QStringLiteral("<qt>") + plain.toHtmlEscaped() + QStringLiteral("</qt>");
}

QString toolTipOf(const InstanceRow &row, const QDateTime &now)
{
    QStringList parts{row.name(), row.id.value};
    if (row.gone)
        parts << Cells::tr("No longer seen");
    if (row.asked.isValid())
        parts << (row.fromCache ? Cells::tr("Read by an earlier session, %1").arg(ageText(row.asked, now))
                                : Cells::tr("Asked %1").arg(ageText(row.asked, now)));
    if (row.error)
        parts << row.error->message;
    return plainToolTip(parts.join(QStringLiteral(" · ")));
}

quint32 changedColumns(const InstanceRow &a, const InstanceRow &b)
{
    quint32 set = changedFacts(a.facts, b.facts) | changedVersion(a.version, b.version);
    if (a.gone != b.gone)
        return everything;
    if (a.environment != b.environment || a.profileName != b.profileName)
        set |= bits({InstanceColumn, NameColumn, EnvironmentColumn});
    if (a.region != b.region || a.regionName != b.regionName)
        set |= bits({InstanceColumn, RegionColumn});
    if (a.accountName != b.accountName)
        set |= bits({AccountColumn});
    if (a.step != b.step || a.stepText != b.stepText || a.error.has_value() != b.error.has_value())
        set |= bits({StatusColumn, StateColumn});
    if (a.asked != b.asked || a.fromCache != b.fromCache)
        set |= bits({StatusColumn, AgeColumn});
    if (a.lastUpgrade != b.lastUpgrade)
        set |= bits({LastUpgradeColumn});
    return set;
}

} // namespace uplift::ui
