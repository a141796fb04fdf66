// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/historytable.h"

#include "ui/history/historymodel.h"
#include "ui/look/accessibility.h"
#include "ui/look/style.h"
#include "ui/look/type.h"
#include "ui/running/attemptwords.h"
#include "ui/widgets/environmenttag.h"
#include "upgrade/outcome.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace uplift::ui {

namespace {

constexpr int oneLine = 32;
constexpr int paneEdge = 16; ///< before the first column's text
constexpr int cellEdge = 8; ///< before the others'
constexpr int lineStart = 12;
constexpr int accentBar = 3;
constexpr int focusLine = 2;
constexpr int markSize = 15;
constexpr int markGap = 7;
constexpr int tagGap = 8;
constexpr int roomyName = 200; ///< below this width of the column the tag is short
constexpr int leastName = 160; ///< below it, how long it took goes: the detail tells that as well

int widthOf(const QFont &font, const QString &text) { return QFontMetrics(font).horizontalAdvance(text); }

int widest(const QFont &font, const QStringList &texts)
{
    int width = 0;
    for (const QString &text : texts)
        width = std::max(width, widthOf(font, text));
    return width;
}

void drawText(QPainter *painter, const QRect &rect, const QFont &font, const QColor &color,
              const QString &text)
{
    painter->setFont(font);
    painter->setPen(color);
    painter->drawText(rect, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                      QFontMetrics(font).elidedText(text, Qt::ElideRight, rect.width()));
}

} // namespace

HistoryDelegate::HistoryDelegate(const HistoryModel &model, QObject *parent)
    : QStyledItemDelegate(parent), m_model(model)
{
}

int HistoryDelegate::rowHeight() const
{
    return std::max(scaled(oneLine), QFontMetrics(typeFont(Type::Body)).height() + 5);
}

QSize HistoryDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    return {columnWidth(index.column()), rowHeight()};
}

int HistoryDelegate::columnWidth(int column) const
{
    const QFont body = typeFont(Type::Body);
    switch (column) {
    case HistoryModel::SentColumn: {
        const QDateTime sample(QDate(2026, 11, 29), QTime(20, 20), Qt::UTC);
        return paneEdge
            + widest(body, {attemptTime(sample, sample, QTimeZone::utc()), fullDay(sample, QTimeZone::utc())})
            + 2 * cellEdge;
    }
    case HistoryModel::ChangeColumn:
        return cellEdge + widthOf(body, QStringLiteral("23.7.0.14  →  24.2.0.14")) + cellEdge;
    case HistoryModel::OutcomeColumn: {
        QStringList words;
        for (const upgrade::StepState state :
             {upgrade::StepState::Verified, upgrade::StepState::NotStarted, upgrade::StepState::Cancelled,
              upgrade::StepState::Unchanged, upgrade::StepState::Undecided, upgrade::StepState::Rejected})
            words.append(stateMark(state).word);
        return cellEdge + scaled(markSize) + markGap + widest(body, words) + cellEdge;
    }
    case HistoryModel::TookColumn:
        return cellEdge + widest(body, {lastedText(0), lastedText(11LL * 3600'000 + 28 * 60'000)}) + 4;
    default:
        return cellEdge + scaled(120);
    }
}

void HistoryDelegate::paintGround(QPainter *painter, const QStyleOptionViewItem &option,
                                  const QModelIndex &index) const
{
    const Theme &theme = themeOf(option.widget);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const QRect rect = option.rect;
    Role ground = Role::Canvas;
    if (selected)
        ground = Role::Sel;
    else if (index.row() == m_hovered)
        ground = Role::Hover;
    painter->fillRect(rect, theme[ground]);
    const bool first = index.column() == 0;
    drawHairline(painter, rect.left() + (first ? scaled(lineStart) : 0), rect.right() + 1, rect.bottom(),
                 theme[Role::Line]);
    if (selected && first)
        painter->fillRect(rect.left(), rect.top(), accentBar, rect.height(), theme[Role::Accent]);
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    if (view && view->hasFocus() && view->currentIndex().row() == index.row()) {
        painter->fillRect(rect.left(), rect.top(), rect.width(), focusLine, theme[Role::Accent]);
        painter->fillRect(rect.left(), rect.bottom() + 1 - focusLine, rect.width(), focusLine,
                          theme[Role::Accent]);
    }
}

void HistoryDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const Theme &theme = themeOf(option.widget);
    const HistoryRow &row = m_model.row(index.row());
    const QString text = index.data(Qt::DisplayRole).toString();
    const QFont body = typeFont(Type::Body);
    painter->save();
    paintGround(painter, option, index);
    QRect cell = option.rect.adjusted(index.column() == 0 ? paneEdge : cellEdge, 0, 0, 0);
    switch (index.column()) {
    case HistoryModel::InstanceColumn: {
        const Environment environment = row.step.plan.environment;
        const EnvironmentLook look = environmentLook(environment);
        const QString word = option.rect.width() < scaled(roomyName) ? look.shortWord : look.word;
        const QFont name = typeFont(Type::Body, QFont::Medium);
        const int tag = tagSize(word).width();
        const QString shown =
            QFontMetrics(name).elidedText(text, Qt::ElideMiddle, cell.width() - tag - tagGap - cellEdge);
        drawText(painter, cell, name, theme[Role::Text], shown);
        cell.setLeft(cell.left() + widthOf(name, shown) + tagGap);
        paintTag(painter, cell, environment, TagStyle::Tinted, word, theme);
        break;
    }
    case HistoryModel::OutcomeColumn: {
        const Mark mark = outcomeMark(row);
        const int size = scaled(markSize);
        paintIcon(painter, QRect(cell.left(), cell.center().y() - size / 2 + 1, size, size), mark.icon,
                  theme[mark.role]);
        cell.adjust(size + markGap, 0, -4, 0);
        drawText(painter, cell, body, theme[mark.wordRole], text);
        break;
    }
    default: {
        const bool quiet =
            index.column() == HistoryModel::TookColumn || index.column() == HistoryModel::ChangeColumn;
        drawText(painter, cell.adjusted(0, 0, -4, 0), body, theme[quiet ? Role::Text2 : Role::Text], text);
    }
    }
    painter->restore();
}

HistoryTable::HistoryTable(HistoryModel *model, QWidget *parent)
    : QTableView(parent), m_model(model), m_delegate(new HistoryDelegate(*model, this))
{
    setObjectName(QStringLiteral("historyTable"));
    setAccessibleName(tr("Attempts, newest first"));
    setModel(model);
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // its lane stays, so that columns do not jump
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setMouseTracking(true);
    QHeaderView *head = horizontalHeader();
    head->setSectionsClickable(false);
    head->setHighlightSections(false);
    head->setSectionResizeMode(QHeaderView::Fixed);
    head->setSortIndicatorShown(true);
    head->setSortIndicator(HistoryModel::SentColumn, Qt::DescendingOrder);
    openWhatIsSelected(this);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    layOutRows();
}

void HistoryTable::selectRow(int row)
{
    const QModelIndex index = m_model->index(row, HistoryModel::InstanceColumn);
    if (!index.isValid())
        return;
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(index);
}

void HistoryTable::layOutRows()
{
    verticalHeader()->setMinimumSectionSize(m_delegate->rowHeight());
    verticalHeader()->setDefaultSectionSize(m_delegate->rowHeight());
}

void HistoryTable::layOutColumns()
{
    int rest = viewport()->width();
    for (int column = 0; column < HistoryModel::ColumnTotal; ++column) {
        if (column != HistoryModel::InstanceColumn)
            setColumnWidth(column, m_delegate->columnWidth(column));
        if (column != HistoryModel::InstanceColumn && column != HistoryModel::TookColumn)
            rest -= m_delegate->columnWidth(column);
    }
    const int took = m_delegate->columnWidth(HistoryModel::TookColumn);
    const bool roomy = rest - took >= scaled(leastName);
    setColumnHidden(HistoryModel::TookColumn, !roomy);
    setColumnWidth(
        HistoryModel::InstanceColumn,
        std::max(roomy ? rest - took : rest, m_delegate->columnWidth(HistoryModel::InstanceColumn)));
}

void HistoryTable::keyPressEvent(QKeyEvent *event)
{
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (plain && (isEnter || event->key() == Qt::Key_Right)) {
        if (currentIndex().isValid())
            Q_EMIT rowActivated();
        return;
    }
    // Rows are what one moves between; Qt's own Home and End go along a row.
    if (plain && (event->key() == Qt::Key_Home || event->key() == Qt::Key_End))
        return selectRow(event->key() == Qt::Key_Home ? 0 : m_model->rowCount() - 1);
    const bool copyIds =
        event->key() == Qt::Key_C && event->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier);
    if (copyIds)
        return copyRequestIds();
    if (event->matches(QKeySequence::Copy))
        return copyRows();
    QTableView::keyPressEvent(event);
}

QList<int> HistoryTable::selectedRows() const
{
    QList<int> rows;
    const QModelIndexList chosen = selectionModel()->selectedRows();
    for (const QModelIndex &index : chosen)
        rows.append(index.row());
    std::sort(rows.begin(), rows.end());
    return rows;
}

void HistoryTable::copyRows() const
{
    QStringList lines;
    for (const int row : selectedRows())
        lines.append(copiedText(m_model->row(row)));
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

void HistoryTable::copyRequestIds() const
{
    QStringList ids;
    for (const int row : selectedRows())
        ids.append(requestIdsOf(upgrade::viewOf(m_model->row(row).step)));
    if (!ids.isEmpty())
        QGuiApplication::clipboard()->setText(ids.join(QLatin1Char('\n')));
}

void HistoryTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    Q_EMIT currentMoved();
}

void HistoryTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    layOutColumns();
}

void HistoryTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange || event->type() == QEvent::StyleChange) {
        layOutRows();
        layOutColumns();
    }
}

void HistoryTable::hover(int row)
{
    const auto *style = qobject_cast<const UpliftStyle *>(this->style());
    const int shown = style && style->showsHover() ? row : -1;
    if (shown == m_hovered)
        return;
    m_hovered = shown;
    m_delegate->setHoveredRow(shown);
    viewport()->update();
}

void HistoryTable::mouseMoveEvent(QMouseEvent *event)
{
    QTableView::mouseMoveEvent(event);
    hover(rowAt(event->position().toPoint().y()));
}

void HistoryTable::leaveEvent(QEvent *event)
{
    QTableView::leaveEvent(event);
    hover(-1);
}

void HistoryTable::mouseDoubleClickEvent(QMouseEvent *event)
{
    QTableView::mouseDoubleClickEvent(event);
    if (indexAt(event->position().toPoint()).isValid())
        Q_EMIT rowActivated();
}

} // namespace uplift::ui
