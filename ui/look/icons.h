// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/theme.h"

#include <QIcon>
#include <QPixmap>

class QPainter;

namespace uplift::ui {

/// Our own drawings on a 16 grid (resources/icons).
enum class Icon {
    None,
    List,
    UpRing, ///< update recommended
    Critical,
    Warning,
    Running,
    Switching,
    Clock,
    Question,
    Unknown, ///< a bare "?"
    Tick,
    TickDisc,
    TickRing,
    CrossRing,
    CrossDisc,
    Cross, ///< close, clear
    Dash,
    Gone,
    OpenRing,
    Regular, ///< small open ring
    Key,
    Bookmark,
    ChevronDown,
    ChevronRight,
    Layers,
    History,
    Menu,
    Search,
    Refresh,
    Plus,
    Copy,
    External,
    Arrow,
    Info,
    Lock,
    Terminal,
    Flask,
    Wave,
    Gear,
    Stop
};

/// An icon in the colour of `role`, taken from the theme at the moment of painting; Text3 when disabled.
[[nodiscard]] QIcon icon(Icon which, Role role = Role::Text2);
/// One drawing in one colour, cached by size and device pixel ratio.
[[nodiscard]] QPixmap iconPixmap(Icon which, const QColor &color, int size, qreal devicePixelRatio);
/// Paints `which` into the square `rect`.
void paintIcon(QPainter *painter, const QRect &rect, Icon which, const QColor &color);
/// The program's mark; follows AccentFill in high contrast. For windows and tasks use appIcon().
void paintAppMark(QPainter *painter, const QRect &rect, const Theme &theme);
[[nodiscard]] QIcon appIcon();
/// After a change of theme.
void clearIconCache();

} // namespace uplift::ui
