// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/instances/tablecolumns.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace uplift::ui {

namespace {

struct Entry {
    const char *name;
    const char *title;
};

constexpr std::array<Entry, columnTotal> entries{{
    {"instance", QT_TRANSLATE_NOOP("uplift::ui::InstanceModel", "Instance")},
    {"edition", QT_TRANSLATE_NOOP("uplift::ui::InstanceModel", "Edition")},
    {"status", QT_TRANSLATE_NOOP("uplift::ui::InstanceModel", "Status")},
    {"version", QT_TRANSLATE_NOOP("uplift::ui::InstanceModel", "Version and level")},
    {"window", QT_TRANSLATE_NOOP("uplift::ui::InstanceModel", "Next window")},
    {"name", QT_TRANSLATE_NOOP("uplift::ui::InstanceModel", "Name")},
    {"id", QT_TRANSLATE_NOOP("uplift::ui::InstanceModel", "Instance id")},
    {"region", QT_TRANSLATE_NOOP("uplift::ui::InstanceModel", "Region")},
    {"account", QT_TRANSLATE_NOOP("uplift::ui::InstanceModel", "Account")},
    {"environment", QT_TRANSLATE_NOOP("uplift::ui::InstanceModel", "Environment")},
    {"architecture", QT_TRANSLATE_NOOP("uplift::ui::InstanceModel", "Edition and architecture")},
    {"state", QT_TRANSLATE_NOOP("uplift::ui::InstanceModel", "Status")},
    {"current", QT_TRANSLATE_NOOP("uplift::ui::InstanceModel", "Current version")},
    {"latest", QT_TRANSLATE_NOOP("uplift::ui::InstanceModel", "Latest version")},
    {"level", QT_TRANSLATE_NOOP("uplift::ui::InstanceModel", "Level")},
    {"proxy", QT_TRANSLATE_NOOP("uplift::ui::InstanceModel", "Proxy")},
    {"autoUpgrade", QT_TRANSLATE_NOOP("uplift::ui::InstanceModel", "Auto-upgrade")},
    {"nextWindow", QT_TRANSLATE_NOOP("uplift::ui::InstanceModel", "Next window")},
    {"lastUpgrade", QT_TRANSLATE_NOOP("uplift::ui::InstanceModel", "Last upgrade")},
    {"age", QT_TRANSLATE_NOOP("uplift::ui::InstanceModel", "Age")},
    {"tags", QT_TRANSLATE_NOOP("uplift::ui::InstanceModel", "Tags")},
}};

Qt::SortOrder turned(Qt::SortOrder order)
{
    return order == Qt::AscendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder;
}

} // namespace

QString columnTitle(Column column)
{
    return QCoreApplication::translate("uplift::ui::InstanceModel",
                                       entries[static_cast<std::size_t>(column)].title);
}

QString columnName(Column column)
{
    return QString::fromLatin1(entries[static_cast<std::size_t>(column)].name);
}

Column columnFromName(const QString &name, bool *known)
{
    const auto found = std::find_if(entries.begin(), entries.end(), [&name](const Entry &entry) {
        return name == QLatin1String(entry.name);
    });
    *known = found != entries.end();
    return *known ? static_cast<Column>(found - entries.begin()) : NameColumn;
}

Column factOf(Column column)
{
    switch (column) {
    case InstanceColumn:
        return NameColumn;
    case EditionColumn:
        return ArchitectureColumn;
    case StatusColumn:
        return StateColumn;
    case VersionColumn: // what is urgent is why one sorts by versions
        return LevelColumn;
    case WindowColumn:
        return NextWindowColumn;
    default:
        return column;
    }
}

QList<Column> furtherFacts(Column column)
{
    switch (column) {
    case InstanceColumn:
        return {IdColumn, RegionColumn, AccountColumn, EnvironmentColumn, TagsColumn};
    case StatusColumn:
        return {AgeColumn, LastUpgradeColumn};
    case VersionColumn:
        return {CurrentColumn, LatestColumn, ProxyColumn, AutoUpgradeColumn};
    default:
        return {};
    }
}

QList<Column> allFacts()
{
    QList<Column> facts;
    for (int column = firstFact; column < columnTotal; ++column)
        facts << static_cast<Column>(column);
    return facts;
}

QList<Column> defaultFacts()
{
    // The versions first: in the narrowest window they are seen without scrolling.
    return {NameColumn,  EnvironmentColumn, CurrentColumn,    LatestColumn,
            StateColumn, LevelColumn,       NextWindowColumn, RegionColumn,
            AgeColumn,   IdColumn,          AccountColumn,    ArchitectureColumn};
}

QList<SortKey> afterClick(const QList<SortKey> &keys, Column column)
{
    const Column fact = factOf(column);
    if (!keys.isEmpty() && keys.first().column == fact)
        return {{fact, turned(keys.first().order)}};
    // The most urgent are looked for, not the least.
    return {{fact, fact == LevelColumn ? Qt::DescendingOrder : Qt::AscendingOrder}};
}

QList<SortKey> afterShiftClick(QList<SortKey> keys, Column column)
{
    const Column fact = factOf(column);
    const auto found =
        std::find_if(keys.begin(), keys.end(), [fact](const SortKey &key) { return key.column == fact; });
    if (found != keys.end())
        found->order = turned(found->order);
    else
        keys << afterClick({}, column);
    return keys;
}

} // namespace uplift::ui
