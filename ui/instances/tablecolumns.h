// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <Qt>

namespace uplift::ui {

/// Columns of the model. The first five show two facts each (ui.md 6), the others one: View > Compact, sort
/// keys and exports use these.
enum Column {
    InstanceColumn,
    EditionColumn,
    StatusColumn,
    VersionColumn,
    WindowColumn,
    NameColumn,
    IdColumn,
    RegionColumn,
    AccountColumn,
    EnvironmentColumn,
    ArchitectureColumn, ///< edition, shards or nodes, zones
    StateColumn,
    CurrentColumn,
    LatestColumn,
    LevelColumn,
    ProxyColumn, ///< how far its proxies are behind
    AutoUpgradeColumn,
    NextWindowColumn,
    LastUpgradeColumn,
    AgeColumn,
    TagsColumn
};
inline constexpr int columnTotal = TagsColumn + 1;
inline constexpr int firstFact = NameColumn;

[[nodiscard]] inline bool hasTwoLines(int column) { return column < firstFact; }
[[nodiscard]] QString columnTitle(Column column); ///< translated
[[nodiscard]] QString columnName(Column column); ///< "name", "lastUpgrade": stored, never translated
[[nodiscard]] Column columnFromName(const QString &name, bool *known);
/// What a click on the head of `column` sorts by: the fact of line 1, or the column itself.
[[nodiscard]] Column factOf(Column column);
/// What else its menu offers to sort by: the second line and what belongs to it.
[[nodiscard]] QList<Column> furtherFacts(Column column);
/// The facts of the compact table in their order; `defaultFacts()` as long as the user chose none.
[[nodiscard]] QList<Column> allFacts();
[[nodiscard]] QList<Column> defaultFacts();

/// One key of the order: rows without the fact come last either way.
struct SortKey {
    Column column = LevelColumn;
    Qt::SortOrder order = Qt::AscendingOrder;
    friend bool operator==(const SortKey &, const SortKey &) = default;
};
/// A click on a head: it becomes the only key; the only key turns round.
[[nodiscard]] QList<SortKey> afterClick(const QList<SortKey> &keys, Column column);
/// Shift and a click: the key is added behind the others, or turns round where it stands.
[[nodiscard]] QList<SortKey> afterShiftClick(QList<SortKey> keys, Column column);

enum class GroupBy { None, Region, Account, Environment };

} // namespace uplift::ui
