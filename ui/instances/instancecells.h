// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/instances/instancerow.h"
#include "ui/look/marks.h"

#include <QMetaType>
#include <QTimeZone>

namespace uplift::ui {

enum Column { InstanceColumn, EditionColumn, StatusColumn, VersionColumn, WindowColumn };
inline constexpr int columnTotal = WindowColumn + 1;

/// Two lines of a cell as the delegate paints them.
struct Cell {
    QString first;
    Mark firstMark; ///< before the first line; its word is `first`
    bool firstMedium = false; ///< weight 500: names
    QString arrowTo; ///< version column: "-> 7.0.1.14", bold
    QString second;
    Mark secondMark;
    QString secondTail; ///< instance column: the region after the fixed-width id
    Role secondRole = Role::Text3;
    bool faded = false; ///< no longer seen
    std::optional<Environment> environment; ///< tag after the first line

    friend bool operator==(const Cell &, const Cell &) = default;
};

[[nodiscard]] Cell cellOf(const InstanceRow &row, Column column, const QDateTime &now, const QTimeZone &zone);
/// One sentence for screen readers: "orders-cache, Production, Critical, 7.0.1.8 to 7.0.1.14, …".
[[nodiscard]] QString spokenText(const InstanceRow &row, const QDateTime &now, const QTimeZone &zone);

} // namespace uplift::ui

Q_DECLARE_METATYPE(uplift::ui::Cell)
