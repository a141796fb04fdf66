// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

#include <array>

class QWidget;

namespace uplift::ui {

/// What a colour is for. Code names roles, never colours (ui.md 4).
enum class Role {
    Canvas, ///< table, form, dialogs
    Side, ///< sidebar, strip
    Raised, ///< notes, wave heads, dialog foot, search
    Hover,
    Line, ///< hairlines, decorative
    Edge, ///< borders of controls
    Text,
    Text2, ///< secondary; small text on a selection
    Text3, ///< labels, ages, placeholders; never on Sel
    Accent, ///< links, running, focus ring
    AccentFill, ///< primary button, bars, ticks
    OnAccent,
    Sel,
    Red,
    RedBg,
    RedFill, ///< solid production tag and line
    OnRed,
    Amber,
    AmberBg,
    Green,
    GreenBg,
    Violet,
    VioletBg,
    NeutralBg,
    Bar, ///< scroll bar handle, track of a progress bar's rest
};
inline constexpr int roleCount = static_cast<int>(Role::Bar) + 1;

enum class ThemeId { Light, Dark, Contrast };
/// What the user chose in the settings.
enum class ThemeChoice { System, Light, Dark, Contrast };

/// One colour per role.
struct Theme {
    ThemeId id = ThemeId::Light;
    std::array<QColor, roleCount> colors;

    [[nodiscard]] const QColor &color(Role role) const { return colors[static_cast<std::size_t>(role)]; }
    [[nodiscard]] const QColor &operator[](Role role) const { return color(role); }
    [[nodiscard]] bool isContrast() const { return id == ThemeId::Contrast; }
    [[nodiscard]] QPalette toPalette() const;
};

[[nodiscard]] const Theme &themeFor(ThemeId id);
/// Light or dark, read from the lightness of the platform's own palette (before ours is set).
[[nodiscard]] ThemeId systemTheme(const QPalette &platform);
[[nodiscard]] ThemeId resolveTheme(ThemeChoice choice, ThemeId system);

/// The theme of the style that draws `widget`, or of the application's for nullptr; light when it is not
/// ours.
[[nodiscard]] const Theme &themeOf(const QWidget *widget = nullptr);

/// WCAG 2 contrast ratio, 1 … 21.
[[nodiscard]] double contrastRatio(const QColor &a, const QColor &b);

} // namespace uplift::ui
