// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/instances/instancedelegate.h"

#include "ui/instances/instancecells.h"
#include "ui/instances/instancefilter.h"
#include "ui/instances/instancemodel.h"
#include "ui/look/style.h"
#include "ui/widgets/environmenttag.h"

#include <QAbstractItemView>
#include <QPainter>

#include <algorithm>

namespace uplift::ui {

namespace {

constexpr int twoLines = 42;
constexpr int oneLine = 28;
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
    m_fixedBody = fixedFont(Type::Note);
    m_note = typeFont(Type::Note);
    m_head = typeFont(Type::Small, QFont::DemiBold);
}

int InstanceDelegate::startOf(int column) const { return column == m_first ? paneEdge : cellEdge; }

int InstanceDelegate::rowHeight() const
{
    const int body = QFontMetrics(m_body).height();
    if (m_compact)
        return std::max(scaled(oneLine), body + 5);
    return std::max(scaled(twoLines), body + QFontMetrics(m_small).height() + 2 * 5);
}

QSize InstanceDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    return {columnWidth(index.column()), rowHeight()};
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
            + widest(m_medium,
                     {tr("Upgrading"), tr("Undecided"), tr("Not started"), tr("No answer"), tr("Unchanged"),
                      tr("Cancelled")})
            + cellEdge;
    case VersionColumn:
        return cellEdge
            + std::max(
                   widthOf(m_body, QStringLiteral("23.7.0.4")) + scaled(12) + 10
                       + widthOf(m_bold, QStringLiteral("24.2.0.1")),
                   mark + widest(m_smallBold, {tr("Recommended"), tr("Contradictory"), tr("Proxy behind")}))
            + cellEdge;
    case WindowColumn:
        return cellEdge
            + std::max(widthOf(m_body, tr("Tomorrow 02:00")), widthOf(m_small, tr("in 23 h 59 min"))) + 4;
    default:
        return factWidth(column);
    }
}

int InstanceDelegate::factWidth(int column) const
{
    const auto widest = [](const QFont &font, const QStringList &texts) {
        int width = 0;
        for (const QString &text : texts)
            width = std::max(width, widthOf(font, text));
        return width;
    };
    const int mark = scaled(firstMark) + markGap;
    const QString version = QStringLiteral("23.7.0.4");
    int width = 0;
    switch (column) {
    case NameColumn:
        width = scaled(150);
        break;
    case IdColumn:
        width = widthOf(m_fixedBody, QStringLiteral("r-bp1zxszhcgatnx4b2c"));
        break;
    case AccountColumn:
    case TagsColumn:
        width = scaled(120);
        break;
    case EnvironmentColumn:
        width = tagSize(tr("Development")).width();
        break;
    case ArchitectureColumn:
        width = widthOf(m_body,
                        tr("Read/write splitting") + QStringLiteral(" · ") + tr("1 + %1 replicas").arg(3));
        break;
    case StateColumn:
        width = mark + widest(m_medium, {tr("Upgrading, %1").arg(QStringLiteral("62 %")), tr("Undecided")});
        break;
    case LevelColumn:
        width = mark
            + widest(m_bold, {tr("Recommended"), tr("Contradictory"), tr("Up to date"), tr("Proxy behind")});
        break;
    case ProxyColumn:
        width = widthOf(m_body, version) + scaled(12) + 10 + widthOf(m_bold, version);
        break;
    case NextWindowColumn:
        width = widthOf(m_body, tr("Tomorrow 02:00"));
        break;
    case AgeColumn:
        width = widest(m_body, {tr("cached %1").arg(tr("59 min ago")), tr("365 days ago")});
        break;
    case LastUpgradeColumn:
        width = widthOf(m_body, tr("365 days ago"));
        break;
    case RegionColumn:
        width = widest(m_body, {tr("Singapore"), tr("Zhangjiakou")});
        break;
    default:
        width = widthOf(m_body, version);
        break;
    }
    const int head = widthOf(m_head, columnTitle(static_cast<Column>(column))) + scaled(14) + markGap;
    return startOf(column) + std::max(width, head) + cellEdge;
}

void InstanceDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    const QVariant data = index.data(InstanceModel::CellRole);
    if (!data.isValid())
        return; // the head of a group
    const Theme &theme = themeOf(option.widget);
    paintGround(painter, option, index, theme);
    const auto cell = data.value<Cell>();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (m_compact) {
        const QRect line = option.rect.adjusted(startOf(index.column()), 0, -cellEdge, -1);
        paintFirst(painter, line, cell, theme, selected);
        return;
    }
    const QRect room = option.rect.adjusted(startOf(index.column()), 0, -cellEdge, 0);
    const int first = QFontMetrics(m_body).height();
    const int second = QFontMetrics(m_small).height();
    const int top = room.top() + (room.height() - first - lineGap - second) / 2;
    paintFirst(painter, QRect(room.left(), top, room.width(), first), cell, theme, selected);
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
    const bool isFirst = index.column() == m_first;
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

void InstanceDelegate::paintFirst(QPainter *painter, QRect line, const Cell &cell, const Theme &theme,
                                  bool selected) const
{
    if (cell.environment && !cell.firstMedium) { // the environment's own column
        paintTag(painter, line, *cell.environment, TagStyle::Tinted, cell.first, theme);
        return;
    }
    const bool marked = cell.firstMark.icon != Icon::None;
    if (marked) {
        const int size = scaled(firstMark);
        const QRect square(line.left(), line.center().y() - size / 2 + 1, size, size);
        paintIcon(painter, square, cell.firstMark.icon, theme[cell.firstMark.role]);
        line.setLeft(square.right() + 1 + markGap);
    }
    const bool coloured =
        marked && cell.firstMark.wordRole != Role::Text && cell.firstMark.wordRole != Role::Text2;
    const QFont &font = cell.firstFixed ? m_fixedBody : cell.firstMedium || coloured ? m_medium : m_body;
    // What is no longer seen stands back; text3 has too little contrast on a selection.
    const Role faded = selected ? Role::Text2 : Role::Text3;
    const Role role = cell.faded ? faded : marked ? cell.firstMark.wordRole : cell.firstRole;
    const bool behind = !cell.arrowTo.isEmpty();
    painter->setFont(font);
    painter->setPen(theme[behind && !cell.faded ? Role::Text2 : role]);
    const QString tag = cell.environment ? environmentLook(*cell.environment).word : QString();
    const int tagRoom = cell.environment ? tagSize(tag).width() + tagGap : 0;
    // Names and tags may elide, versions, times, ids and numbers may not.
    const QString shown = cell.environment || cell.elides
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
        painter->setPen(theme[cell.faded ? faded : Role::Text]);
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

void InstanceDelegate::paintGroup(QPainter *painter, const QRect &line, const RowGroup &group, bool isCurrent,
                                  const Theme &theme) const
{
    painter->fillRect(line, theme[Role::Raised]);
    drawHairline(painter, line.left(), line.right() + 1, line.bottom(), theme[Role::Line]);
    const int size = scaled(firstMark);
    const QRect square(line.left() + paneEdge - 2, line.center().y() - size / 2 + 1, size, size);
    paintIcon(painter, square, group.collapsed ? Icon::ChevronRight : Icon::ChevronDown, theme[Role::Text2]);
    const QString count = tr("%n instance(s)", nullptr, group.count);
    const int countRoom = widthOf(m_note, count) + 2 * cellEdge;
    QRect text(square.right() + 1 + markGap, line.top(), line.right() - square.right() - paneEdge,
               line.height());
    const QString title =
        QFontMetrics(m_bold).elidedText(group.title, Qt::ElideMiddle, std::max(0, text.width() - countRoom));
    painter->setFont(m_bold);
    painter->setPen(theme[Role::Text]);
    painter->drawText(text, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, title);
    text.setLeft(text.left() + widthOf(m_bold, title) + cellEdge + 2);
    painter->setFont(m_note);
    painter->setPen(theme[Role::Text2]);
    painter->drawText(text, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, count);
    if (isCurrent) {
        painter->fillRect(QRect(line.left(), line.top(), line.width(), focusLine), theme[Role::Accent]);
        painter->fillRect(QRect(line.left(), line.bottom() - focusLine + 1, line.width(), focusLine),
                          theme[Role::Accent]);
    }
}

} // namespace uplift::ui
