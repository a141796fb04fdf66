// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/instances/instancedelegate.h"

#include "ui/instances/instancecells.h"
#include "ui/instances/instancemodel.h"
#include "ui/look/style.h"
#include "ui/widgets/environmenttag.h"

#include <QAbstractItemView>
#include <QPainter>

#include <algorithm>

namespace uplift::ui {

namespace {

constexpr int rowHeight = 42;
constexpr int paneEdge = 16; ///< before the first column's text
constexpr int cellEdge = 8; ///< before the others'
constexpr int lineStart = 12; ///< where a row's hairline begins
constexpr int markGap = 6;
constexpr int firstMark = 14;
constexpr int secondMark = 13;
constexpr int lineGap = 1;
constexpr int tagGap = 8;
constexpr int accentBar = 3;
constexpr int focusLine = 2;

int startOf(int column) { return column == InstanceColumn ? paneEdge : cellEdge; }

int widthOf(const QFont &font, const QString &text) { return QFontMetrics(font).horizontalAdvance(text); }

} // namespace

InstanceDelegate::InstanceDelegate(QObject *parent) : QStyledItemDelegate(parent) { refreshFonts(); }

void InstanceDelegate::refreshFonts()
{
    m_body = typeFont(Type::Body);
    m_medium = typeFont(Type::Body, QFont::Medium);
    m_bold = typeFont(Type::Body, QFont::DemiBold);
    m_small = typeFont(Type::Small);
    m_smallBold = typeFont(Type::Small, QFont::DemiBold);
    m_fixed = fixedFont(Type::Small);
}

QSize InstanceDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const int lines = QFontMetrics(m_body).height() + QFontMetrics(m_small).height() + 2 * 5;
    return {columnWidth(index.column()), std::max(scaled(rowHeight), lines)};
}

int InstanceDelegate::columnWidth(int column) const
{
    const int mark = scaled(secondMark) + markGap;
    const auto widest = [](const QFont &font, const QStringList &texts) {
        int width = 0;
        for (const QString &text : texts)
            width = std::max(width, widthOf(font, text));
        return width;
    };
    switch (column) {
    case InstanceColumn:
        return paneEdge + widthOf(m_fixed, QStringLiteral("r-bp1zxszhcgatnx4b2c")) + cellEdge
            + widthOf(m_small, tr("Singapore"));
    case EditionColumn:
        // The second line may be the wider one: in Chinese it is.
        return cellEdge
            + std::max(widest(m_body, {tr("Read/write splitting"), tr("Tair standard")}),
                       widthOf(m_small, tr("1 + %1 replicas").arg(3) + QStringLiteral(" · ") + tr("1 zone")))
            + cellEdge;
    case StatusColumn:
        return cellEdge + scaled(firstMark) + markGap
            + widest(m_medium, {tr("Upgrading"), tr("Undecided"), tr("Not started")}) + cellEdge;
    case VersionColumn:
        return cellEdge
            + std::max(widthOf(m_body, QStringLiteral("23.7.0.4")) + scaled(12) + 10
                           + widthOf(m_bold, QStringLiteral("24.2.0.1")),
                       mark + widest(m_smallBold, {tr("Recommended"), tr("Contradictory")}))
            + 2 * cellEdge;
    case WindowColumn:
        return cellEdge
            + std::max(widthOf(m_body, tr("Tomorrow 02:00")), widthOf(m_small, tr("in 23 h 59 min"))) + 4;
    default:
        return 0;
    }
}

void InstanceDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    const Theme &theme = themeOf(option.widget);
    paintGround(painter, option, index, theme);
    const auto cell = index.data(InstanceModel::CellRole).value<Cell>();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const QRect room = option.rect.adjusted(startOf(index.column()), 0, -cellEdge, 0);
    const int first = QFontMetrics(m_body).height();
    const int second = QFontMetrics(m_small).height();
    const int top = room.top() + (room.height() - first - lineGap - second) / 2;
    paintFirst(painter, QRect(room.left(), top, room.width(), first), cell, theme);
    paintSecond(painter, QRect(room.left(), top + first + lineGap, room.width(), second), cell, theme,
                selected);
}

void InstanceDelegate::paintGround(QPainter *painter, const QStyleOptionViewItem &option,
                                   const QModelIndex &index, const Theme &theme) const
{
    const QRect rect = option.rect;
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (selected)
        painter->fillRect(rect, theme[Role::Sel]);
    else if (index.row() == m_hovered)
        painter->fillRect(rect, theme[Role::Hover]);
    const bool isFirst = index.column() == InstanceColumn;
    drawHairline(painter, rect.left() + (isFirst && !selected ? lineStart : 0), rect.right() + 1,
                 rect.bottom(), theme[Role::Line]);
    if (selected && isFirst)
        painter->fillRect(QRect(rect.left(), rect.top(), accentBar, rect.height()), theme[Role::Accent]);
    // A line above and below the whole row, beside the selection's own look.
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const bool isCurrent = view && view->hasFocus() && view->currentIndex().row() == index.row();
    if (isCurrent) {
        painter->fillRect(QRect(rect.left(), rect.top(), rect.width(), focusLine), theme[Role::Accent]);
        painter->fillRect(QRect(rect.left(), rect.bottom() - focusLine + 1, rect.width(), focusLine),
                          theme[Role::Accent]);
    }
}

void InstanceDelegate::paintFirst(QPainter *painter, QRect line, const Cell &cell, const Theme &theme) const
{
    const bool marked = cell.firstMark.icon != Icon::None;
    if (marked) {
        const int size = scaled(firstMark);
        const QRect square(line.left(), line.center().y() - size / 2 + 1, size, size);
        paintIcon(painter, square, cell.firstMark.icon, theme[cell.firstMark.role]);
        line.setLeft(square.right() + 1 + markGap);
    }
    const bool coloured =
        marked && cell.firstMark.wordRole != Role::Text && cell.firstMark.wordRole != Role::Text2;
    const QFont &font = cell.firstMedium || coloured ? m_medium : m_body;
    const Role role = cell.faded ? Role::Text2 : marked ? cell.firstMark.wordRole : Role::Text;
    const bool behind = !cell.arrowTo.isEmpty();
    painter->setFont(font);
    painter->setPen(theme[behind ? Role::Text2 : role]);
    const QString tag = cell.environment ? environmentLook(*cell.environment).word : QString();
    const int tagRoom = cell.environment ? tagSize(tag).width() + tagGap : 0;
    const QString shown = cell.environment
        ? QFontMetrics(font).elidedText(cell.first, Qt::ElideMiddle, line.width() - tagRoom)
        : cell.first;
    painter->drawText(line, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine | Qt::TextDontClip, shown);
    const int after = line.left() + QFontMetrics(font).horizontalAdvance(shown);
    if (cell.environment)
        paintTag(painter, QRect(after + tagGap, line.top(), tagRoom, line.height()), *cell.environment,
                 TagStyle::Tinted, tag, theme);
    if (behind) {
        const int size = scaled(12);
        paintIcon(painter, QRect(after + 6, line.center().y() - size / 2 + 1, size, size), Icon::Arrow,
                  theme[Role::Text2]);
        painter->setFont(m_bold);
        painter->setPen(theme[cell.faded ? Role::Text2 : Role::Text]);
        painter->drawText(QRect(after + size + 12, line.top(), line.width(), line.height()),
                          Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine | Qt::TextDontClip,
                          cell.arrowTo);
    }
}

void InstanceDelegate::paintSecond(QPainter *painter, QRect line, const Cell &cell, const Theme &theme,
                                   bool selected) const
{
    const int right = line.right();
    if (cell.firstMark.icon != Icon::None) // under the word, not under its mark
        line.setLeft(line.left() + scaled(firstMark) + markGap);
    const bool marked = cell.secondMark.icon != Icon::None;
    Role role = marked ? cell.secondMark.wordRole : cell.secondRole;
    if (selected && role == Role::Text3)
        role = Role::Text2; // too little contrast on a selection otherwise
    if (marked) {
        const int size = scaled(secondMark);
        const QRect square(line.left(), line.center().y() - size / 2 + 1, size, size);
        const Role shape =
            selected && cell.secondMark.role == Role::Text3 ? Role::Text2 : cell.secondMark.role;
        paintIcon(painter, square, cell.secondMark.icon, theme[shape]);
        line.setLeft(square.right() + markGap - 1);
    }
    painter->setPen(theme[role]);
    const bool isId = !cell.secondTail.isEmpty();
    const QFont &font = isId ? m_fixed : marked && cell.secondMark.bold ? m_smallBold : m_small;
    painter->setFont(font);
    painter->drawText(line, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine | Qt::TextDontClip,
                      cell.second);
    if (!isId)
        return;
    // The region may use the room before the next column's own edge.
    line = QRect(line.left() + widthOf(font, cell.second) + cellEdge, line.top(), 0, line.height());
    line.setRight(right + cellEdge);
    painter->setFont(m_small);
    painter->drawText(line, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                      QFontMetrics(m_small).elidedText(cell.secondTail, Qt::ElideMiddle, line.width()));
}

} // namespace uplift::ui
