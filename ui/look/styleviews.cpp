// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/icons.h"
#include "ui/look/style.h"
#include "ui/look/styleparts.h"
#include "ui/look/type.h"

#include <QListWidget>
#include <QPainter>
#include <QStyleOptionHeader>
#include <QStyleOptionMenuItem>
#include <QStyleOptionSlider>
#include <QStyleOptionViewItem>
#include <QWidget>

namespace uplift::ui::parts {

namespace {

constexpr int markColumn = 28; ///< of a menu: check mark or icon
constexpr int menuEdge = 16;

} // namespace

void header(const Brush &brush, const QStyleOptionHeader &option)
{
    const Theme &theme = brush.theme;
    QPainter *painter = brush.painter;
    const bool sorted = option.sortIndicator != QStyleOptionHeader::None;
    painter->fillRect(option.rect, theme[Role::Canvas]);
    drawHairline(painter, option.rect.left(), option.rect.right() + 1, option.rect.bottom(),
                 theme[Role::Line]);
    QFont font = typeFont(Type::Small, QFont::Medium);
    if (sorted)
        font.setWeight(QFont::DemiBold);
    painter->setFont(font);
    painter->setPen(theme[sorted ? Role::Text : Role::Text2]);
    // The first column begins at the pane's edge, all others where the cell before ends.
    QRect text = option.rect.adjusted(option.section == 0 ? 16 : 8, 0, -4, 0);
    const int size = scaled(14);
    if (sorted) {
        const QRect square(text.right() - size + 1, text.center().y() - size / 2 + 1, size, size);
        text.setRight(square.left() - 2);
        painter->save();
        // SortDown is Qt's word for ascending; the chevron points up for it.
        if (option.sortIndicator == QStyleOptionHeader::SortDown) {
            painter->translate(QRectF(square).center());
            painter->rotate(180);
            painter->translate(-QRectF(square).center());
        }
        paintIcon(painter, square, Icon::ChevronDown, theme[Role::Text2]);
        painter->restore();
    }
    painter->drawText(text, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, option.text);
}

void scrollBar(const Brush &brush, const QStyleOptionSlider &option, const QRect &handle)
{
    if (option.maximum <= option.minimum)
        return;
    const bool upright = option.orientation == Qt::Vertical;
    QRectF bar = handle;
    bar = upright ? bar.adjusted(4, 2, -3, -2) : bar.adjusted(2, 4, -2, -3);
    const bool held = option.state.testFlag(QStyle::State_Sunken)
        || (brush.hover && option.state.testFlag(QStyle::State_MouseOver));
    drawRounded(brush.painter, bar, 2.5, brush.theme[held ? Role::Edge : Role::Bar], Qt::transparent);
}

void menuItem(const Brush &brush, const QStyleOptionMenuItem &option)
{
    const Theme &theme = brush.theme;
    QPainter *painter = brush.painter;
    const QRect rect = option.rect;
    if (option.menuItemType == QStyleOptionMenuItem::Separator) {
        drawHairline(painter, rect.left() + 8, rect.right() - 7, rect.center().y(), theme[Role::Line]);
        return;
    }
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    if (option.state.testFlag(QStyle::State_Selected) && enabled)
        drawRounded(painter, rect.adjusted(4, 0, -4, 0), 4, theme[Role::Sel],
                    theme.isContrast() ? theme[Role::Accent] : QColor(Qt::transparent));
    const int size = scaled(16);
    const QRect square(rect.left() + 12, rect.center().y() - size / 2 + 1, size, size);
    if (option.checkType != QStyleOptionMenuItem::NotCheckable && option.checked)
        paintIcon(painter, square, Icon::Tick, theme[Role::Text]);
    else if (!option.icon.isNull())
        option.icon.paint(painter, square, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
    const QRect text = rect.adjusted(8 + scaled(markColumn), 0, -menuEdge, 0);
    const QStringList halves = option.text.split(QLatin1Char('\t'));
    painter->setFont(option.font);
    painter->setPen(theme[enabled ? Role::Text : Role::Text3]);
    painter->drawText(text, Qt::AlignVCenter | Qt::AlignLeft | brush.mnemonic | Qt::TextSingleLine,
                      halves.first());
    if (halves.size() > 1) {
        painter->setPen(theme[Role::Text2]);
        painter->drawText(text, Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine, halves.last());
    }
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu) {
        const QRect arrow(rect.right() - 8 - size, square.top(), size, size);
        paintIcon(painter, arrow, Icon::ChevronRight, theme[Role::Text2]);
    }
}

void viewItem(const Brush &brush, const QStyleOptionViewItem &option)
{
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool under = brush.hover && option.state.testFlag(QStyle::State_MouseOver);
    if (selected)
        brush.painter->fillRect(option.rect, brush.theme[Role::Sel]);
    else if (under)
        brush.painter->fillRect(option.rect, brush.theme[Role::Hover]);
    else if (option.backgroundBrush.style() != Qt::NoBrush)
        brush.painter->fillRect(option.rect, option.backgroundBrush);
    // Lists whose rows the style paints show where the keys act; delegates of our own draw it themselves.
    if (qobject_cast<const QListWidget *>(brush.widget) && option.state.testFlag(QStyle::State_HasFocus))
        drawFocusRing(brush.painter, option.rect, brush.theme, 4);
}

QSize menuItemSize(const QStyleOptionMenuItem &option, const QSize &contents)
{
    if (option.menuItemType == QStyleOptionMenuItem::Separator)
        return {contents.width(), 9};
    const QFontMetrics metrics(option.font);
    const QStringList halves = option.text.split(QLatin1Char('\t'));
    int width =
        8 + scaled(markColumn) + metrics.size(Qt::TextShowMnemonic, halves.first()).width() + menuEdge;
    if (halves.size() > 1)
        width += scaled(24) + metrics.horizontalAdvance(halves.last());
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu)
        width += scaled(24);
    return {width, std::max(scaled(28), metrics.height() + 8)};
}

} // namespace uplift::ui::parts
