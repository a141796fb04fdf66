// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/theme.h"

#include "ui/look/style.h"

#include <QApplication>
#include <QWidget>

#include <algorithm>
#include <cmath>

namespace uplift::ui {

namespace {

using Rgb = std::array<QRgb, roleCount>;

// In the order of Role; the values and their measured contrasts are ui.md 4.
constexpr Rgb lightColors{
    0xFFFFFF, 0xF3F4F6, 0xF7F8F9, 0xEFF1F3, 0xE2E5E9, 0x88919C, // canvas side raised hover line edge
    0x1A1D21, 0x4A525C, 0x626B76, // text text2 text3
    0x1A5BB8, 0x1F62C2, 0xFFFFFF, 0xDBE7F8, // accent accentFill onAccent sel
    0xB0261C, 0xFBEAE8, 0xB8291E, 0xFFFFFF, // red redBg redFill onRed
    0x875000, 0xFDF2DC, 0x17733A, 0xE6F4EA, // amber amberBg green greenBg
    0x6439AE, 0xF0EAFA, 0xE9ECEF, 0xBFC5CC, // violet violetBg neutralBg bar
};
constexpr Rgb darkColors{
    0x15171A, 0x1C1F23, 0x1F2227, 0x25292F, 0x2C3036, 0x727B87, //
    0xE7EAEE, 0xB3BBC5, 0x98A1AC, //
    0x7AB0FF, 0x2F6BCB, 0xFFFFFF, 0x1F3557, //
    0xFF9389, 0x371F1E, 0xBF362C, 0xFFFFFF, //
    0xEDB54A, 0x342A14, 0x70CC8E, 0x182C1F, //
    0xBDA4F5, 0x2A2340, 0x2A2E34, 0x4A515A, //
};
constexpr Rgb contrastColors{
    0x000000, 0x000000, 0x000000, 0x2A2A2A, 0xFFFFFF, 0xFFFFFF, //
    0xFFFFFF, 0xFFFFFF, 0xE6E6E6, //
    0x7FD4FF, 0xFFD800, 0x000000, 0x003A66, //
    0xFF9C94, 0x000000, 0xB00D00, 0xFFFFFF, //
    0xFFD24A, 0x000000, 0x7CF09A, 0x000000, //
    0xD3B8FF, 0x000000, 0x000000, 0x8A8A8A, //
};

Theme makeTheme(ThemeId id, const Rgb &values)
{
    Theme theme;
    theme.id = id;
    std::transform(values.begin(), values.end(), theme.colors.begin(), [](QRgb rgb) { return QColor(rgb); });
    return theme;
}

double luminance(const QColor &color)
{
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

QPalette Theme::toPalette() const
{
    QPalette palette;
    const Theme &theme = *this;
    palette.setColor(QPalette::Window, theme[Role::Canvas]);
    palette.setColor(QPalette::WindowText, theme[Role::Text]);
    palette.setColor(QPalette::Base, theme[Role::Canvas]);
    palette.setColor(QPalette::AlternateBase, theme[Role::Raised]);
    palette.setColor(QPalette::Text, theme[Role::Text]);
    palette.setColor(QPalette::PlaceholderText, theme[Role::Text3]);
    palette.setColor(QPalette::Button, theme[Role::Canvas]);
    palette.setColor(QPalette::ButtonText, theme[Role::Text]);
    palette.setColor(QPalette::BrightText, theme[Role::Red]);
    palette.setColor(QPalette::ToolTipBase, theme[Role::Raised]);
    palette.setColor(QPalette::ToolTipText, theme[Role::Text]);
    palette.setColor(QPalette::Highlight, theme[Role::Sel]);
    palette.setColor(QPalette::HighlightedText, theme[Role::Text]);
    palette.setColor(QPalette::Link, theme[Role::Accent]);
    palette.setColor(QPalette::LinkVisited, theme[Role::Accent]);
    palette.setColor(QPalette::Light, theme[Role::Raised]);
    palette.setColor(QPalette::Midlight, theme[Role::Hover]);
    palette.setColor(QPalette::Mid, theme[Role::Line]);
    palette.setColor(QPalette::Dark, theme[Role::Edge]);
    palette.setColor(QPalette::Shadow, theme[Role::Edge]);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, theme[Role::Text3]);
    palette.setColor(QPalette::Disabled, QPalette::Base, theme[Role::Raised]);
    palette.setColor(QPalette::Disabled, QPalette::Button, theme[Role::Raised]);
    return palette;
}

const Theme &themeFor(ThemeId id)
{
    static const Theme light = makeTheme(ThemeId::Light, lightColors);
    static const Theme dark = makeTheme(ThemeId::Dark, darkColors);
    static const Theme contrast = makeTheme(ThemeId::Contrast, contrastColors);
    switch (id) {
    case ThemeId::Light:
        return light;
    case ThemeId::Dark:
        return dark;
    case ThemeId::Contrast:
        return contrast;
    }
    return light;
}

ThemeId systemTheme(const QPalette &platform)
{
    return platform.color(QPalette::Window).lightness() < platform.color(QPalette::WindowText).lightness()
        ? ThemeId::Dark
        : ThemeId::Light;
}

ThemeId resolveTheme(ThemeChoice choice, ThemeId system)
{
    switch (choice) {
    case ThemeChoice::System:
        return system;
    case ThemeChoice::Light:
        return ThemeId::Light;
    case ThemeChoice::Dark:
        return ThemeId::Dark;
    case ThemeChoice::Contrast:
        return ThemeId::Contrast;
    }
    return system;
}

const Theme &themeOf(const QWidget *widget)
{
    const QStyle *style = widget ? widget->style() : QApplication::style();
    if (const auto *ours = qobject_cast<const UpliftStyle *>(style))
        return ours->theme();
    return themeFor(ThemeId::Light);
}

double contrastRatio(const QColor &a, const QColor &b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

} // namespace uplift::ui
