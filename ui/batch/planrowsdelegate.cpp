// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/batch/planrowsdelegate.h"

#include "ui/batch/planrowsmodel.h"
#include "ui/look/style.h"
#include "ui/look/type.h"
#include "ui/widgets/environmenttag.h"

#include <QPainter>
#include <QSpinBox>

#include <algorithm>

namespace uplift::ui {

namespace {

constexpr int paneEdge = 16;
constexpr int gutter = 30; ///< disc, mark of a gate, number by hand
constexpr int memberHeight = 32;
constexpr int headHeight = 38;
constexpr int gap = 8;
constexpr int mostByHand = 50;
constexpr int leastName = 156; ///< with its tag, before other things give way

/// `text` in `rect`, names elided in the middle.
void drawLine(QPainter *painter, const QRect &rect, const QFont &font, const QColor &color,
              const QString &text, Qt::TextElideMode elide = Qt::ElideMiddle)
{
    if (rect.width() <= 0)
        return;
    painter->setFont(font);
    painter->setPen(color);
    painter->drawText(rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(text, elide, rect.width()));
}

const PlanRow &rowAt(const QModelIndex &index)
{
    return static_cast<const PlanRowsModel *>(index.model())->row(index.row());
}

/// Left of the columns, where a number by hand stands.
QRect handRect(const QRect &line)
{
    return {line.left() + paneEdge - 4, line.top() + 4, scaled(gutter) - 4, line.height() - 8};
}

void paintDisc(QPainter *painter, const QRect &rect, int number, const Theme &theme)
{
    const int size = scaled(20);
    const QRect disc(rect.left() + paneEdge, rect.top() + (rect.height() - size) / 2, size, size);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(theme[Role::AccentFill]);
    painter->drawEllipse(disc);
    painter->setFont(typeFont(Type::Small, QFont::DemiBold));
    painter->setPen(theme[Role::OnAccent]);
    painter->drawText(disc, Qt::AlignCenter, QString::number(number));
}

void paintMark(QPainter *painter, const QRect &rect, const Mark &mark, const Theme &theme, bool selected)
{
    const int size = scaled(14);
    paintIcon(painter, QRect(rect.left(), rect.top() + (rect.height() - size) / 2, size, size), mark.icon,
              theme[mark.role]);
    const QFont font = typeFont(Type::Note, mark.bold ? QFont::DemiBold : QFont::Normal);
    const Role words = selected && mark.wordRole == Role::Text3 ? Role::Text2 : mark.wordRole;
    drawLine(painter, rect.adjusted(size + 6, 0, 0, 0), font, theme[words], mark.word, Qt::ElideRight);
}

void paintHand(QPainter *painter, const QRect &line, int wave, const Theme &theme)
{
    const QRect box = handRect(line);
    drawRounded(painter, box, 4, theme[Role::Canvas], theme[Role::Edge]);
    painter->setFont(typeFont(Type::Note, QFont::Medium));
    painter->setPen(theme[Role::Text]);
    painter->drawText(box, Qt::AlignCenter, QString::number(wave));
}

} // namespace

PlanWidths planWidths(const QList<PlanRow> &rows, const PlanHeads &heads)
{
    const QFontMetrics note(typeFont(Type::Note));
    const QFontMetrics bold(typeFont(Type::Note, QFont::DemiBold));
    const QFontMetrics head(typeFont(Type::Small, QFont::Medium));
    const int icon = scaled(14) + 6;
    PlanWidths widths{head.horizontalAdvance(heads.version), head.horizontalAdvance(heads.third),
                      head.horizontalAdvance(heads.fourth), head.horizontalAdvance(heads.mark)};
    const bool anyFourth =
        std::any_of(rows.begin(), rows.end(), [](const PlanRow &row) { return !row.fourth.isEmpty(); });
    if (!rows.isEmpty() && !anyFourth)
        widths.fourth = 0; // a head alone takes no room from the names
    for (const PlanRow &row : rows) {
        if (row.kind == PlanRow::Kind::Member || row.kind == PlanRow::Kind::LeftOut)
            widths.version = std::max(widths.version, note.horizontalAdvance(versionText(row)));
        if (row.kind == PlanRow::Kind::LeftOut)
            continue; // its one sentence reaches to the end
        widths.third = std::max(widths.third, note.horizontalAdvance(row.third));
        widths.fourth = std::max(widths.fourth, note.horizontalAdvance(row.fourth));
        const QFontMetrics &word = row.mark.bold ? bold : note;
        widths.mark = std::max(widths.mark, icon + word.horizontalAdvance(row.mark.word));
    }
    return widths;
}

PlanColumns planColumns(int width, const PlanWidths &widths)
{
    const int version = widths.version + gap + 2;
    const int third = std::max(scaled(76), widths.third) + gap + 2;
    const int mark = std::max(scaled(96), widths.mark) + gap + 2;
    const int fourth = widths.fourth + gap + 2; // rounding
    PlanColumns columns;
    columns.name = paneEdge + scaled(gutter);
    columns.end = width - gap;
    const int forNames = columns.end - mark - third - version - columns.name;
    const bool roomForFourth = widths.fourth > 0 && forNames - fourth >= scaled(leastName);
    columns.mark = columns.end - mark;
    columns.fourth = roomForFourth ? columns.mark - fourth : columns.mark;
    columns.third = columns.fourth - third;
    columns.version = columns.third - version;
    return columns;
}

PlanRowsDelegate::PlanRowsDelegate(QObject *parent) : QStyledItemDelegate(parent) { }

QSize PlanRowsDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const PlanRow::Kind kind = rowAt(index).kind;
    const bool head = kind == PlanRow::Kind::WaveHead || kind == PlanRow::Kind::LeftOutHead;
    return {0, scaled(head ? headHeight : memberHeight)};
}

void PlanRowsDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    const Theme &theme = themeOf(option.widget);
    const PlanRow &row = rowAt(index);
    const QRect rect = option.rect;
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool head = row.kind == PlanRow::Kind::WaveHead || row.kind == PlanRow::Kind::LeftOutHead;
    painter->save();
    painter->fillRect(rect, theme[selected ? Role::Sel : head ? Role::Raised : Role::Canvas]);
    const int from = head ? rect.left() : rect.left() + paneEdge + scaled(gutter);
    drawHairline(painter, from, rect.right() + 1, rect.bottom(), theme[Role::Line]);
    if (head)
        paintHead(painter, rect, row, theme);
    else if (row.kind == PlanRow::Kind::Gate)
        paintGate(painter, rect, row, theme);
    else
        paintMember(painter, rect, row, theme, selected);
    if (selected)
        painter->fillRect(rect.left(), rect.top(), 3, rect.height(), theme[Role::Accent]);
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->fillRect(rect.left(), rect.top(), rect.width(), 2, theme[Role::Accent]);
        painter->fillRect(rect.left(), rect.bottom() - 1, rect.width(), 2, theme[Role::Accent]);
    }
    painter->restore();
}

void PlanRowsDelegate::paintHead(QPainter *painter, const QRect &rect, const PlanRow &row,
                                 const Theme &theme) const
{
    if (row.kind == PlanRow::Kind::WaveHead)
        paintDisc(painter, rect, row.number, theme);
    const int left = rect.left() + paneEdge + scaled(gutter);
    const QFont when = typeFont(Type::Note, QFont::Medium);
    const int whenWidth = QFontMetrics(when).horizontalAdvance(row.when);
    const int right = rect.right() - paneEdge - whenWidth;
    const QFont name = typeFont(Type::Body, QFont::DemiBold);
    const int nameWidth = std::min(QFontMetrics(name).horizontalAdvance(row.title) + 2, right - left - gap);
    drawLine(painter, QRect(left, rect.top(), nameWidth, rect.height()), name, theme[Role::Text], row.title);
    const int note = left + nameWidth + scaled(10);
    drawLine(painter, QRect(note, rect.top(), right - note - gap, rect.height()), typeFont(Type::Note),
             theme[Role::Text2], row.note, Qt::ElideRight);
    painter->setFont(when);
    painter->setPen(theme[Role::Text2]);
    painter->drawText(QRect(right, rect.top(), whenWidth + 1, rect.height()),
                      Qt::AlignLeft | Qt::AlignVCenter, row.when);
}

void PlanRowsDelegate::paintGate(QPainter *painter, const QRect &rect, const PlanRow &row,
                                 const Theme &theme) const
{
    const int size = scaled(14);
    const int left = rect.left() + paneEdge + scaled(gutter);
    paintIcon(painter, QRect(rect.left() + paneEdge + 3, rect.top() + (rect.height() - size) / 2, size, size),
              Icon::Clock, theme[row.when.isEmpty() ? Role::Text3 : Role::Accent]);
    const QFont font = typeFont(Type::Note, QFont::Medium);
    const int whenWidth = QFontMetrics(font).horizontalAdvance(row.when);
    const int right = rect.right() - paneEdge - whenWidth;
    drawLine(painter, QRect(left, rect.top(), right - left - gap, rect.height()), typeFont(Type::Note),
             theme[Role::Text2], row.title, Qt::ElideRight);
    painter->setFont(font);
    painter->setPen(theme[Role::Accent]);
    painter->drawText(QRect(right, rect.top(), whenWidth + 1, rect.height()),
                      Qt::AlignLeft | Qt::AlignVCenter, row.when);
}

void PlanRowsDelegate::paintMember(QPainter *painter, const QRect &rect, const PlanRow &row,
                                   const Theme &theme, bool selected) const
{
    const PlanColumns columns = planColumns(rect.width(), m_widths);
    const auto cell = [&rect](int left, int right) {
        return QRect(rect.left() + left, rect.top(), right - left - gap, rect.height());
    };
    const bool leftOut = row.kind == PlanRow::Kind::LeftOut;
    if (row.hand)
        paintHand(painter, rect, *row.hand, theme);
    const QFont font = typeFont(Type::Body, QFont::Medium);
    // Where names have little room their tags are short, as in the sidebar.
    const EnvironmentLook look = environmentLook(row.environment);
    const bool narrow = columns.version - columns.name < scaled(leastName);
    const QString word = narrow ? look.shortWord : look.word;
    const int tag = tagSize(word).width();
    const QRect name = cell(columns.name, columns.version);
    const QString shown = QFontMetrics(font).elidedText(row.title, Qt::ElideMiddle, name.width() - tag - gap);
    const int nameWidth = QFontMetrics(font).horizontalAdvance(shown);
    drawLine(painter, QRect(name.left(), rect.top(), nameWidth + 2, rect.height()), font,
             theme[leftOut ? Role::Text2 : Role::Text], shown);
    paintTag(painter, QRect(name.left() + nameWidth + gap, rect.top(), tag, rect.height()), row.environment,
             TagStyle::Tinted, word, theme);
    const QFont note = typeFont(Type::Note);
    drawLine(painter, cell(columns.version, columns.third), note, theme[Role::Text2], versionText(row),
             Qt::ElideNone);
    if (leftOut) {
        paintMark(painter, QRect(rect.left() + paneEdge + 3, rect.top(), scaled(14), rect.height()), row.mark,
                  theme, selected);
        drawLine(painter, cell(columns.third, columns.end), note, theme[Role::Text2], row.note,
                 Qt::ElideRight);
        return;
    }
    drawLine(painter, cell(columns.third, columns.fourth), note, theme[Role::Text], row.third, Qt::ElideNone);
    if (columns.hasFourth())
        drawLine(painter, cell(columns.fourth, columns.mark), note, theme[Role::Text2], row.fourth,
                 Qt::ElideRight);
    paintMark(painter, cell(columns.mark, columns.end), row.mark, theme, selected);
}

QWidget *PlanRowsDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &,
                                        const QModelIndex &index) const
{
    auto *editor = new QSpinBox(parent);
    editor->setObjectName(QStringLiteral("handEditor"));
    editor->setAccessibleName(tr("Wave of %1").arg(rowAt(index).title));
    editor->setRange(1, mostByHand);
    editor->setButtonSymbols(QAbstractSpinBox::NoButtons);
    editor->setAlignment(Qt::AlignCenter);
    return editor;
}

void PlanRowsDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    auto *box = static_cast<QSpinBox *>(editor);
    box->setValue(index.data(Qt::EditRole).toInt());
    box->selectAll();
}

void PlanRowsDelegate::setModelData(QWidget *editor, QAbstractItemModel *model,
                                    const QModelIndex &index) const
{
    auto *box = static_cast<QSpinBox *>(editor);
    box->interpretText();
    model->setData(index, box->value(), Qt::EditRole);
}

void PlanRowsDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                            const QModelIndex &) const
{
    QRect place = handRect(option.rect);
    place.setWidth(std::max(place.width(), scaled(44)));
    editor->setGeometry(place);
}

} // namespace uplift::ui
