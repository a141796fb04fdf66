// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/instances/instancerow.h"
#include "ui/instances/tablecolumns.h"
#include "ui/look/marks.h"

#include <QMetaType>
#include <QStringList>
#include <QTimeZone>

namespace uplift::ui {

/// The one or two lines of a cell as the delegate paints them.
struct Cell {
    QString first;
    Mark firstMark; ///< before the first line; its word is `first`
    bool firstMedium = false; ///< weight 500: names
    bool firstFixed = false; ///< fixed width letters: ids
    bool elides = false; ///< names may, versions, times, ids and numbers may not
    Role firstRole = Role::Text;
    QString arrowTo; ///< version column: "-> 7.0.1.14", bold
    QString second;
    Mark secondMark;
    QString secondTail; ///< instance column: the region after the fixed-width id
    Role secondRole = Role::Text3;
    bool faded = false; ///< no longer seen
    std::optional<Environment> environment; ///< tag after the first line, or alone in its own column

    friend bool operator==(const Cell &, const Cell &) = default;
};

/// Pure; for any column. Foreign texts come without control and bidi characters.
[[nodiscard]] Cell cellOf(const InstanceRow &row, Column column, const QDateTime &now, const QTimeZone &zone);
/// The cell as one text: "7.0.1.8 → 7.0.1.14".
[[nodiscard]] QString textOf(const Cell &cell);
/// One sentence for screen readers: "orders-cache, Production, Critical, 7.0.1.8 to 7.0.1.14, …".
[[nodiscard]] QString spokenText(const InstanceRow &row, const QDateTime &now, const QTimeZone &zone);
/// What a pointer that rests on the row's name says, as plain text: tool tips take markup for markup.
[[nodiscard]] QString toolTipOf(const InstanceRow &row, const QDateTime &now);
/// Foreign text as the tool tip shows it letter by letter.
[[nodiscard]] QString plainToolTip(const QString &text);

// Parts that others need as well.
[[nodiscard]] Mark shownStatus(const InstanceRow &row);
[[nodiscard]] QStringList editionLines(const InstanceRow &row); ///< name and size; empty: not known
[[nodiscard]] QString tagsText(const InstanceRow &row); ///< "team=shop, cost=42"
[[nodiscard]] QString shownRegion(const InstanceRow &row);
/// "2 h ago", "cached 2 h ago"; empty: never asked.
[[nodiscard]] QString shownAge(const InstanceRow &row, const QDateTime &now);
/// The columns in which the two differ, one bit each; by content, without making cells.
[[nodiscard]] quint32 changedColumns(const InstanceRow &a, const InstanceRow &b);

} // namespace uplift::ui

Q_DECLARE_METATYPE(uplift::ui::Cell)
