// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sidebar/sidebardelegate.h"

#include "ui/look/icons.h"
#include "ui/look/marks.h"
#include "ui/look/style.h"
#include "ui/look/type.h"
#include "ui/widgets/environmenttag.h"

#include <QAbstractItemView>
#include <QPainter>

namespace uplift::ui {

namespace {

constexpr int margin = 8; ///< around an entry's area
constexpr int inner = 8; ///< from the area's edge to the icon
constexpr int tailInner = 10; ///< from the count or tag to the area's right edge
constexpr int indent = 14; ///< of the profiles in a group

/// The badge stands in the entry's own place: beside it, it would take the room of the name.
void paintEntryIcon(QPainter *painter, const QRect &square, const QModelIndex &index, const Theme &theme)
{
    const bool badged = index.data(EntryBadgeRole).isValid();
    paintIcon(
        painter, square, static_cast<Icon>(index.data(badged ? EntryBadgeRole : EntryIconRole).toInt()),
        theme[static_cast<Role>(index.data(badged ? EntryBadgeColorRole : EntryIconColorRole).toInt())]);
}

Entry kindOf(const QModelIndex &index) { return static_cast<Entry>(index.data(EntryKindRole).toInt()); }

} // namespace

QSize SidebarDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    switch (kindOf(index)) {
    case Entry::Heading:
        return {0, scaled(index.row() == 0 ? 28 : 36)};
    case Entry::Line:
        return {0, scaled(14)};
    default:
        return {0, scaled(28)};
    }
}

void SidebarDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const Theme &theme = themeOf(option.widget);
    // QTreeView insets children even without indentation; the entry's area is the view's full width.
    QRect rect = option.rect;
    if (const auto *view = qobject_cast<const QAbstractItemView *>(option.widget)) {
        rect.setLeft(0);
        rect.setRight(view->viewport()->width() - 1);
    }
    const Entry kind = kindOf(index);
    if (kind == Entry::Line) {
        drawHairline(painter, rect.left() + 12, rect.right() - 11, rect.center().y(), theme[Role::Line]);
        return;
    }
    if (kind == Entry::Heading) {
        painter->setFont(typeFont(Type::Small, QFont::DemiBold));
        painter->setPen(theme[Role::Text3]);
        const int line = scaled(24);
        painter->drawText(QRect(rect.left() + margin + inner, rect.bottom() - line + 1, rect.width(), line),
                          Qt::AlignVCenter | Qt::AlignLeft, index.data().toString());
        return;
    }
    const QRect area = rect.adjusted(margin, 1, -margin, -1);
    paintGround(painter, option, area, theme);
    if (m_folded) {
        paintFolded(painter, area, index, theme);
        return;
    }
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const int size = scaled(16);
    const int left = area.left() + inner + (index.parent().isValid() ? indent : 0);
    const QRect square(left, area.center().y() - size / 2 + 1, size, size);
    const auto shape = kind == Entry::Group
        ? (option.state.testFlag(QStyle::State_Open) ? Icon::ChevronDown : Icon::ChevronRight)
        : Icon::None;
    if (kind == Entry::Group)
        paintIcon(painter, square, shape, theme[static_cast<Role>(index.data(EntryIconColorRole).toInt())]);
    else
        paintEntryIcon(painter, square, index, theme);
    const int end = paintTail(painter, area, index, theme, selected);
    const QRect text(square.right() + 9, area.top(), end - square.right() - 9 - 4, area.height());
    const QFont font = typeFont(Type::Body, selected ? QFont::DemiBold : QFont::Normal);
    painter->setFont(font);
    painter->setPen(theme[Role::Text]);
    painter->drawText(text, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                      QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideMiddle, text.width()));
}

void SidebarDelegate::paintGround(QPainter *painter, const QStyleOptionViewItem &option, const QRect &area,
                                  const Theme &theme) const
{
    const auto *style = option.widget ? qobject_cast<const UpliftStyle *>(option.widget->style()) : nullptr;
    const bool hovers = !style || style->showsHover();
    if (option.state.testFlag(QStyle::State_Selected))
        drawRounded(painter, area, 5, theme[Role::Sel],
                    theme.isContrast() ? theme[Role::Accent] : QColor(Qt::transparent));
    else if (hovers && option.state.testFlag(QStyle::State_MouseOver))
        drawRounded(painter, area, 5, theme[theme.id == ThemeId::Light ? Role::Line : Role::Hover],
                    Qt::transparent);
    if (option.state.testFlag(QStyle::State_HasFocus))
        drawFocusRing(painter, area, theme, 5);
}

void SidebarDelegate::paintFolded(QPainter *painter, const QRect &area, const QModelIndex &index,
                                  const Theme &theme) const
{
    const int size = scaled(16);
    QRect square(0, 0, size, size);
    square.moveCenter(area.center());
    const QVariant environment = index.data(EntryEnvironmentRole);
    if (environment.isValid())
        square.moveLeft(square.left() - scaled(3));
    paintEntryIcon(painter, square, index, theme);
    if (!environment.isValid())
        return;
    const EnvironmentLook look = environmentLook(static_cast<Environment>(environment.toInt()));
    painter->setFont(typeFont(Type::Tag, QFont::DemiBold));
    painter->setPen(theme[look.text]);
    painter->drawText(QRect(square.right() + scaled(1), area.center().y() - 2,
                            area.right() - square.right() + 4, scaled(13)),
                      Qt::AlignLeft | Qt::AlignVCenter, look.letter);
}

int SidebarDelegate::paintTail(QPainter *painter, const QRect &area, const QModelIndex &index,
                               const Theme &theme, bool selected) const
{
    const int right = area.right() - tailInner;
    if (const QVariant count = index.data(EntryCountRole); count.isValid()) {
        const QFont font = typeFont(Type::Note, selected ? QFont::Medium : QFont::Normal);
        const QString text = QLocale().toString(count.toInt());
        const int width = QFontMetrics(font).horizontalAdvance(text);
        painter->setFont(font);
        painter->setPen(theme[selected ? Role::Text : Role::Text3]);
        painter->drawText(QRect(right - width + 1, area.top(), width + 2, area.height()),
                          Qt::AlignVCenter | Qt::AlignLeft, text);
        return right - width;
    }
    if (const QVariant value = index.data(EntryEnvironmentRole); value.isValid()) {
        const auto environment = static_cast<Environment>(value.toInt());
        const QString word = environmentLook(environment).shortWord;
        const int width = tagSize(word).width();
        paintTag(painter, QRect(right - width + 1, area.top(), width, area.height()), environment,
                 TagStyle::Tinted, word, theme);
        return right - width;
    }
    return right;
}

} // namespace uplift::ui
