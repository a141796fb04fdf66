// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/style.h"
#include "ui/look/styleparts.h"
#include "ui/look/type.h"

#include <QPainter>
#include <QStyleOptionButton>
#include <QWidget>

namespace uplift::ui::parts {

namespace {

constexpr qreal radius = 5;
constexpr int iconGap = 8;
constexpr int besideLink = 3; ///< so that the ring of the focus does not run through its letters

struct Colors {
    QColor fill;
    QColor border;
    QColor text;
};

bool is(const QStyleOption &option, QStyle::StateFlag flag) { return option.state.testFlag(flag); }

bool isUnder(const Brush &brush, const QStyleOption &option)
{
    return brush.hover && is(option, QStyle::State_MouseOver) && is(option, QStyle::State_Enabled);
}

Colors colorsOf(const Brush &brush, const QStyleOption &option, Kind kind)
{
    const Theme &theme = brush.theme;
    const bool pressed = is(option, QStyle::State_Sunken);
    const bool filled = kind == Kind::Primary || kind == Kind::Armed;
    if (!is(option, QStyle::State_Enabled)) {
        const bool bare = kind == Kind::Quiet || kind == Kind::Link;
        return {bare ? Qt::transparent : theme[Role::Raised], bare ? Qt::transparent : theme[Role::Line],
                theme[Role::Text3]};
    }
    if (filled) {
        const QColor fill = theme[kind == Kind::Primary ? Role::AccentFill : Role::RedFill];
        const QColor seen = pressed ? fill.darker(115) : isUnder(brush, option) ? fill.darker(106) : fill;
        return {seen, seen, theme[kind == Kind::Primary ? Role::OnAccent : Role::OnRed]};
    }
    const QColor ground = pressed || isUnder(brush, option) ? theme[Role::Hover] : QColor(Qt::transparent);
    switch (kind) {
    case Kind::Danger:
        return {ground.alpha() ? ground : theme[Role::Canvas], theme[Role::Red], theme[Role::Red]};
    case Kind::Quiet:
        return {ground, Qt::transparent, theme[Role::Text]};
    case Kind::Link:
        return {Qt::transparent, Qt::transparent, theme[Role::Accent]};
    default:
        return {ground.alpha() ? ground : theme[Role::Canvas], theme[Role::Edge], theme[Role::Text]};
    }
}

void buttonFocus(const Brush &brush, const QStyleOption &option, Kind kind)
{
    if (!is(option, QStyle::State_HasFocus))
        return;
    if (kind == Kind::Primary || kind == Kind::Armed) {
        const QColor ring = brush.theme[kind == Kind::Primary ? Role::OnAccent : Role::OnRed];
        drawRounded(brush.painter, QRectF(option.rect).adjusted(2.5, 2.5, -2.5, -2.5), radius - 2,
                    Qt::transparent, ring, 1.5);
        return;
    }
    drawFocusRing(brush.painter, option.rect, brush.theme, radius);
}

void buttonLabel(const Brush &brush, const QStyleOptionButton &option, Kind kind, const QColor &color)
{
    QPainter *painter = brush.painter;
    QFont font = painter->font();
    if (kind != Kind::Plain && kind != Kind::Quiet && kind != Kind::Link)
        font.setWeight(QFont::DemiBold);
    if (kind == Kind::Link && isUnder(brush, option))
        font.setUnderline(true);
    painter->setFont(font);
    painter->setPen(color);
    const bool link = kind == Kind::Link;
    const QFontMetrics metrics(font);
    const int textWidth = metrics.size(Qt::TextShowMnemonic, option.text).width();
    const int iconWidth = option.icon.isNull() ? 0 : option.iconSize.width();
    const int gap = iconWidth && !option.text.isEmpty() ? iconGap : 0;
    const int total = iconWidth + gap + textWidth;
    const bool left = link || brush.widget->property("alignment").toString() == QLatin1String("left");
    const QRect room = link ? option.rect.adjusted(besideLink, 0, -besideLink, 0)
                            : option.rect.adjusted(left ? 8 : 6, 0, -6, 0);
    QRect text = room;
    text.setLeft(left ? room.left() : std::max(room.left(), room.center().x() - total / 2 + 1 - total % 2));
    if (iconWidth) {
        const QRect square(
            text.left(), room.center().y() - option.iconSize.height() / 2 + 1 - option.iconSize.height() % 2,
            iconWidth, option.iconSize.height());
        option.icon.paint(painter, square, Qt::AlignCenter,
                          is(option, QStyle::State_Enabled) ? QIcon::Normal : QIcon::Disabled);
        text.setLeft(text.left() + iconWidth + gap);
    }
    painter->drawText(text, Qt::AlignVCenter | Qt::AlignLeft | brush.mnemonic | Qt::TextSingleLine,
                      option.text);
}

} // namespace

Kind kindOf(const QWidget *widget)
{
    if (!widget)
        return Kind::Plain;
    const QString kind = widget->property("kind").toString();
    if (kind == QLatin1String("primary"))
        return Kind::Primary;
    if (kind == QLatin1String("danger"))
        return Kind::Danger;
    if (kind == QLatin1String("armed"))
        return Kind::Armed;
    if (kind == QLatin1String("quiet"))
        return Kind::Quiet;
    if (kind == QLatin1String("link"))
        return Kind::Link;
    return Kind::Plain;
}

void pushButton(const Brush &brush, const QStyleOptionButton &option)
{
    const Kind kind = kindOf(brush.widget);
    const Colors colors = colorsOf(brush, option, kind);
    drawRounded(brush.painter, option.rect, radius, colors.fill, colors.border);
    buttonLabel(brush, option, kind, colors.text);
    buttonFocus(brush, option, kind);
}

void toolButton(const Brush &brush, const QStyleOptionToolButton &option)
{
    const Theme &theme = brush.theme;
    QColor ground = Qt::transparent;
    if (is(option, QStyle::State_On))
        ground = theme[Role::Sel];
    else if (is(option, QStyle::State_Sunken) || isUnder(brush, option))
        ground = theme[Role::Hover];
    drawRounded(brush.painter, option.rect, radius, ground, Qt::transparent);
    QRect text = option.rect.adjusted(6, 0, -6, 0);
    if (!option.icon.isNull() && option.toolButtonStyle != Qt::ToolButtonTextOnly) {
        QRect square(QPoint(0, 0), option.iconSize);
        square.moveCenter(option.rect.center());
        if (option.toolButtonStyle == Qt::ToolButtonTextBesideIcon)
            square.moveLeft(text.left());
        option.icon.paint(brush.painter, square, Qt::AlignCenter,
                          is(option, QStyle::State_Enabled) ? QIcon::Normal : QIcon::Disabled);
        text.setLeft(square.right() + 1 + iconGap);
    }
    if (option.toolButtonStyle != Qt::ToolButtonIconOnly) {
        brush.painter->setPen(theme[is(option, QStyle::State_Enabled) ? Role::Text : Role::Text3]);
        brush.painter->drawText(text, Qt::AlignVCenter | Qt::AlignLeft | brush.mnemonic, option.text);
    }
    if (is(option, QStyle::State_HasFocus))
        drawFocusRing(brush.painter, option.rect, theme, radius);
}

void checkMark(const Brush &brush, const QStyleOption &option)
{
    const Theme &theme = brush.theme;
    const bool on = is(option, QStyle::State_On) || is(option, QStyle::State_NoChange);
    const bool enabled = is(option, QStyle::State_Enabled);
    const bool invalid = brush.widget && brush.widget->property("invalid").toBool();
    const QColor fill = !enabled ? theme[Role::Raised] : on ? theme[Role::AccentFill] : theme[Role::Canvas];
    const QColor border = invalid ? theme[Role::Red] : on && enabled ? fill : theme[Role::Edge];
    drawRounded(brush.painter, option.rect, 3.5, fill, border);
    if (!on)
        return;
    brush.painter->save();
    brush.painter->setRenderHint(QPainter::Antialiasing);
    QPen pen(enabled ? theme[Role::OnAccent] : theme[Role::Text3], option.rect.width() / 16.0 * 1.8);
    pen.setCapStyle(Qt::RoundCap);
    pen.setJoinStyle(Qt::RoundJoin);
    brush.painter->setPen(pen);
    const QRectF box = option.rect;
    const auto at = [&box](qreal x, qreal y) {
        return QPointF(box.x() + x / 16 * box.width(), box.y() + y / 16 * box.height());
    };
    if (is(option, QStyle::State_NoChange))
        brush.painter->drawLine(at(4.5, 8), at(11.5, 8));
    else
        brush.painter->drawPolyline(QPolygonF({at(4.2, 8.4), at(6.9, 11), at(11.8, 5.4)}));
    brush.painter->restore();
}

void radioMark(const Brush &brush, const QStyleOption &option)
{
    const Theme &theme = brush.theme;
    const bool on = is(option, QStyle::State_On);
    const bool enabled = is(option, QStyle::State_Enabled);
    const QRectF box = option.rect;
    const QColor fill = !enabled ? theme[Role::Raised] : on ? theme[Role::AccentFill] : theme[Role::Canvas];
    drawRounded(brush.painter, box, box.width() / 2, fill, on && enabled ? fill : theme[Role::Edge]);
    if (!on)
        return;
    const qreal inset = box.width() * 0.31;
    drawRounded(brush.painter, box.adjusted(inset, inset, -inset, -inset), box.width(),
                enabled ? theme[Role::OnAccent] : theme[Role::Text3], Qt::transparent);
}

QSize buttonSize(const QStyleOptionButton &option, const QSize &contents, const QWidget *widget)
{
    const Kind kind = kindOf(widget);
    const QFont font = widget ? widget->font() : typeFont(Type::Body);
    QFont bold = font;
    bold.setWeight(QFont::DemiBold);
    int extra = 0;
    if (kind == Kind::Primary || kind == Kind::Danger || kind == Kind::Armed)
        extra = QFontMetrics(bold).horizontalAdvance(option.text)
            - QFontMetrics(font).horizontalAdvance(option.text);
    if (!option.icon.isNull())
        extra += iconGap - 4;
    if (kind == Kind::Link)
        return {contents.width() + extra + 1 + 2 * besideLink, std::max(contents.height(), scaled(18))};
    const int height = scaled(kind == Kind::Primary ? 34 : 30);
    return {contents.width() + std::max(extra, 0) + 28, std::max(height, contents.height() + 8)};
}

} // namespace uplift::ui::parts
