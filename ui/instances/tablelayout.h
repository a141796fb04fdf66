// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/instances/tablecolumns.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace uplift::ui {

/// Critical first.
[[nodiscard]] QList<SortKey> defaultSort();

/// How the user wants the table: kept between sessions. Holds nothing of any instance but names of groups.
struct TableLayout {
    bool compact = false; ///< one line of 28 px, each fact its own column
    QList<Column> facts = defaultFacts(); ///< shown when compact, in their order; never empty
    QList<SortKey> sort = defaultSort();
    GroupBy group = GroupBy::None;
    QStringList collapsed; ///< RowGroup::key
    friend bool operator==(const TableLayout &, const TableLayout &) = default;

    [[nodiscard]] QByteArray toJson() const;
    /// What cannot be read is as it is at first.
    static TableLayout fromJson(const QByteArray &json);
};

} // namespace uplift::ui
