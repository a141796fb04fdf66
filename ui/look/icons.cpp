// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/icons.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <array>
#include <cmath>

namespace uplift::ui {

namespace {

constexpr int iconCount = static_cast<int>(Icon::Stop) + 1;
// In the order of Icon.
constexpr std::array<const char *, iconCount> fileNames{
    "",           "list",         "up-ring",       "critical", "warning",   "running",   "switching",
    "clock",      "question",     "unknown",       "tick",     "tick-disc", "tick-ring", "cross-ring",
    "cross-disc", "cross",        "dash",          "gone",     "open-ring", "regular",   "key",
    "bookmark",   "chevron-down", "chevron-right", "layers",   "history",   "menu",      "search",
    "refresh",    "plus",         "copy",          "external", "arrow",     "info",      "lock",
    "terminal",   "flask",        "wave",          "gear",     "stop",
};

QByteArray drawing(const QByteArray &name)
{
    QFile file(QStringLiteral(":/uplift/icons/%1.svg").arg(QLatin1String(name)));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QPixmap blank(int size, qreal ratio)
{
    const int pixels = static_cast<int>(std::lround(size * ratio));
    QPixmap pixmap(pixels, pixels);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    return pixmap;
}

QPixmap render(const QByteArray &svg, int size, qreal ratio)
{
    QPixmap pixmap = blank(size, ratio);
    QSvgRenderer renderer(svg);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    renderer.render(&painter, QRectF(0, 0, size, size));
    return pixmap;
}

/// The sign inside a filled mark: white on dark colours, black on light ones, whichever contrasts more.
QColor inside(const QColor &color)
{
    const QColor dark = themeFor(ThemeId::Dark)[Role::Canvas];
    return contrastRatio(color, Qt::white) >= contrastRatio(color, dark) ? QColor(Qt::white) : dark;
}

class RoleIconEngine : public QIconEngine {
public:
    RoleIconEngine(Icon which, Role role) : m_which(which), m_role(role) { }
    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const int side = std::min(rect.width(), rect.height());
        QRect square(0, 0, side, side);
        square.moveCenter(rect.center());
        paintIcon(painter, square, m_which, color(mode));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1);
    }
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        // The size comes in device pixels here, and the caller sets the ratio.
        QPixmap pixmap = iconPixmap(m_which, color(mode), std::min(size.width(), size.height()), 1);
        pixmap.setDevicePixelRatio(scale);
        return pixmap;
    }
    [[nodiscard]] QIconEngine *clone() const override { return new RoleIconEngine(*this); }

private:
    [[nodiscard]] QColor color(QIcon::Mode mode) const
    {
        return themeOf()[mode == QIcon::Disabled ? Role::Text3 : m_role];
    }

    Icon m_which;
    Role m_role;
};

} // namespace

QIcon icon(Icon which, Role role)
{
    return which == Icon::None ? QIcon() : QIcon(new RoleIconEngine(which, role));
}

QPixmap iconPixmap(Icon which, const QColor &color, int size, qreal devicePixelRatio)
{
    if (which == Icon::None || size <= 0)
        return {};
    const QString key = QStringLiteral("uplift/%1/%2/%3/%4")
                            .arg(static_cast<int>(which))
                            .arg(color.rgba())
                            .arg(size)
                            .arg(devicePixelRatio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    // Qt's renderer knows neither the palette nor currentColor.
    QByteArray svg = drawing(fileNames[static_cast<std::size_t>(which)]);
    svg.replace("currentColor", color.name().toLatin1());
    svg.replace("BACKGROUND", inside(color).name().toLatin1());
    pixmap = render(svg, size, devicePixelRatio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

void paintIcon(QPainter *painter, const QRect &rect, Icon which, const QColor &color)
{
    if (which == Icon::None)
        return;
    painter->drawPixmap(rect.topLeft(),
                        iconPixmap(which, color, rect.width(), painter->device()->devicePixelRatioF()));
}

void paintAppMark(QPainter *painter, const QRect &rect, const Theme &theme)
{
    QByteArray svg = drawing("uplift");
    if (theme.isContrast()) {
        svg.replace("#1F62C2", theme[Role::AccentFill].name().toLatin1());
        svg.replace("#FFFFFF", theme[Role::OnAccent].name().toLatin1());
    }
    painter->drawPixmap(rect.topLeft(), render(svg, rect.width(), painter->device()->devicePixelRatioF()));
}

QIcon appIcon()
{
    const QByteArray svg = drawing("uplift");
    QIcon icon;
    // Larger ones a desktop takes from the installed theme, by the name in the desktop file.
    for (const int size : {16, 24, 32, 48, 64})
        icon.addPixmap(render(svg, size, 1));
    return icon;
}

void clearIconCache() { QPixmapCache::clear(); }

} // namespace uplift::ui
