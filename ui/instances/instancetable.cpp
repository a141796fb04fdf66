// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/instances/instancetable.h"

#include "ui/instances/instancedelegate.h"
#include "ui/instances/instancefilter.h"
#include "ui/instances/instanceheader.h"
#include "ui/instances/instancemodel.h"
#include "ui/instances/tablemenus.h"
#include "ui/look/style.h"
#include "ui/look/type.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QPainter>

#include <algorithm>

namespace uplift::ui {

InstanceTable::InstanceTable(InstanceFilter *filter, QWidget *parent)
    : QTableView(parent), m_filter(filter), m_delegate(new InstanceDelegate(this)),
      m_header(new InstanceHeader(filter, this)), m_keeper(*this, filter->sortKeys())
{
    setObjectName(QStringLiteral("instanceTable"));
    setAccessibleName(tr("Instances"));
    setHorizontalHeader(m_header);
    // Hidden before it has rows to measure.
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    setModel(filter);
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // its lane stays, so that columns do not jump
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setMouseTracking(true);
    connect(m_header, &QHeaderView::sectionMoved, this, &InstanceTable::onSectionMoved);
    connect(m_header, &QWidget::customContextMenuRequested, this, &InstanceTable::popUpHeadMenu);
    connect(filter, &InstanceFilter::aboutToRearrange, this, &InstanceTable::onAboutToRearrange);
    connect(filter, &InstanceFilter::rearranged, this, &InstanceTable::onRearranged);
    connect(filter, &InstanceFilter::sortKeysChanged, this, &InstanceTable::layoutChosen);
    connect(filter, &InstanceFilter::groupingChanged, this, &InstanceTable::layoutChosen);
    connect(&m_writer, &RowWriter::finished, this, &InstanceTable::onWritten);
    showColumns();
}

void InstanceTable::selectKey(const QString &key)
{
    const QModelIndex found = m_filter->indexOf(key);
    if (!found.isValid())
        return;
    const QModelIndex index = found.siblingAtColumn(m_header->logicalIndex(m_header->visualIndexAt(0)));
    selectionModel()->setCurrentIndex(index.isValid() ? index : found,
                                      QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(currentIndex());
}

std::vector<int> InstanceTable::selectedSourceRows() const
{
    const QItemSelection selection = selectionModel()->selection();
    QList<std::pair<int, int>> runs;
    for (const QItemSelectionRange &range : selection)
        runs.append({range.top(), range.bottom()});
    std::sort(runs.begin(), runs.end());
    std::vector<int> rows;
    int next = 0;
    for (const auto &[top, bottom] : std::as_const(runs)) {
        for (int row = std::max(next, top); row <= bottom; ++row) {
            if (!m_filter->isGroup(row))
                rows.push_back(m_filter->sourceRow(row));
        }
        next = std::max(next, bottom + 1);
    }
    return rows;
}

QStringList InstanceTable::selectedKeys() const
{
    QStringList keys;
    for (const int row : selectedSourceRows())
        keys << m_filter->model()->row(row).key();
    return keys;
}

QList<InstanceRow> InstanceTable::selectedRows() const
{
    const std::vector<int> selected = selectedSourceRows();
    QList<InstanceRow> rows;
    rows.reserve(static_cast<qsizetype>(selected.size()));
    for (const int row : selected)
        rows << m_filter->model()->row(row);
    return rows;
}

QString InstanceTable::currentKey() const { return currentIndex().data(InstanceModel::KeyRole).toString(); }

void InstanceTable::onAboutToRearrange()
{
    m_rearranging = true;
    m_keeper.save();
}

void InstanceTable::onRearranged()
{
    if (!m_rearranging)
        return;
    const bool moved = m_keeper.restore();
    m_rearranging = false;
    m_hovered = -1;
    m_delegate->setHoveredRow(-1);
    if (moved)
        Q_EMIT selectionMoved();
}

void InstanceTable::keyPressEvent(QKeyEvent *event)
{
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (plain && keyOnGroup(event->key()))
        return;
    if (plain && (isEnter || event->key() == Qt::Key_Right)) {
        if (currentIndex().isValid())
            Q_EMIT activatedRow(currentKey());
        return;
    }
    // Rows are what one moves between; Qt's own Home and End go along a row.
    const int rows = m_filter->rowCount();
    if (plain && rows > 0 && (event->key() == Qt::Key_Home || event->key() == Qt::Key_End)) {
        setCurrentIndex(m_filter->index(event->key() == Qt::Key_Home ? 0 : rows - 1,
                                        std::max(0, currentIndex().column())));
        return;
    }
    if (event->matches(QKeySequence::Copy)) {
        copyRows();
        return;
    }
    if (event->key() == Qt::Key_C && event->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier)) {
        copyId();
        return;
    }
    QTableView::keyPressEvent(event);
}

bool InstanceTable::keyOnGroup(int key)
{
    const int row = currentIndex().row();
    if (row < 0 || m_filter->grouping() == GroupBy::None)
        return false;
    if (!m_filter->isGroup(row)) {
        if (key != Qt::Key_Left)
            return false;
        int head = row;
        while (head > 0 && !m_filter->isGroup(head))
            --head;
        setCurrentIndex(m_filter->index(head, currentIndex().column()));
        return true;
    }
    const bool collapsed = m_filter->groupAt(row).collapsed;
    const bool toggles = key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space;
    if (toggles || key == (collapsed ? Qt::Key_Right : Qt::Key_Left)) {
        toggleGroup(row);
        return true;
    }
    return key == Qt::Key_Right || key == Qt::Key_Left;
}

void InstanceTable::toggleGroup(int row)
{
    const RowGroup group = m_filter->groupAt(row);
    m_filter->setCollapsed(group.key, !group.collapsed);
}

void InstanceTable::copyRows()
{
    const QList<InstanceRow> rows = selectedRows();
    if (!rows.isEmpty())
        m_writer.start(RowFormat::Text, rows, copiedColumns(), m_filter->model()->now(),
                       m_filter->model()->zone());
}

void InstanceTable::copyId() const
{
    const int row = m_filter->model()->indexOf(currentKey());
    if (row >= 0)
        QGuiApplication::clipboard()->setText(m_filter->model()->row(row).id.value);
}

void InstanceTable::exportCsv(bool selectedOnly)
{
    const QList<InstanceRow> rows = selectedOnly ? selectedRows() : m_filter->shownRows();
    if (!rows.isEmpty())
        m_writer.start(RowFormat::Csv, rows, exportedColumns(), m_filter->model()->now(),
                       m_filter->model()->zone());
}

void InstanceTable::onWritten(RowFormat format, const QByteArray &text)
{
    if (format == RowFormat::Csv)
        Q_EMIT exported(text);
    else
        QGuiApplication::clipboard()->setText(QString::fromUtf8(text));
}

void InstanceTable::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    if (m_rearranging) // all is painted anew, and nothing is said before it is complete
        return;
    m_keeper.forgetHidden();
    QTableView::selectionChanged(selected, deselected);
    Q_EMIT selectionMoved();
}

void InstanceTable::updateRow(int row)
{
    if (row >= 0 && row < m_filter->rowCount())
        viewport()->update(0, rowViewportPosition(row), viewport()->width(), rowHeight(row));
}

void InstanceTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    if (m_rearranging)
        return;
    QTableView::currentChanged(current, previous);
    // The lines of the current row run through all its cells; the view would repaint one cell only.
    updateRow(current.row());
    updateRow(previous.row());
    Q_EMIT selectionMoved();
}

void InstanceTable::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (m_filter->grouping() == GroupBy::None || m_filter->rowCount() == 0)
        return;
    QPainter painter(viewport());
    const int first = std::max(0, rowAt(event->rect().top()));
    const int below = rowAt(event->rect().bottom());
    const int last = below < 0 ? m_filter->rowCount() - 1 : below;
    for (int row = first; row <= last; ++row) {
        if (!m_filter->isGroup(row))
            continue;
        const QRect line(0, rowViewportPosition(row), viewport()->width(), rowHeight(row));
        m_delegate->paintGroup(&painter, line, m_filter->groupAt(row),
                               hasFocus() && currentIndex().row() == row, themeOf(this));
    }
}

void InstanceTable::hover(int row)
{
    const auto *style = qobject_cast<const UpliftStyle *>(this->style());
    if (row == m_hovered || (style && !style->showsHover()))
        return;
    updateRow(m_hovered);
    updateRow(row);
    m_hovered = row;
    m_delegate->setHoveredRow(row);
}

void InstanceTable::mousePressEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->pos());
    if (event->button() != Qt::LeftButton || !index.isValid() || !m_filter->isGroup(index.row())) {
        QTableView::mousePressEvent(event);
        return;
    }
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
    toggleGroup(index.row());
}

void InstanceTable::mouseMoveEvent(QMouseEvent *event)
{
    QTableView::mouseMoveEvent(event);
    hover(rowAt(event->pos().y()));
}

void InstanceTable::leaveEvent(QEvent *event)
{
    QTableView::leaveEvent(event);
    hover(-1);
}

void InstanceTable::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->pos());
    if (index.isValid() && m_filter->isGroup(index.row())) {
        mousePressEvent(event);
        return;
    }
    QTableView::mouseDoubleClickEvent(event);
    if (event->button() == Qt::LeftButton && index.isValid())
        Q_EMIT activatedRow(currentKey());
}

void InstanceTable::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
    if (!index.isValid() || m_filter->isGroup(index.row()))
        return;
    const QPoint place = byKey ? viewport()->mapToGlobal(visualRect(index).bottomLeft()) : event->globalPos();
    Q_EMIT rowMenuRequested(index.data(InstanceModel::KeyRole).toString(), place);
}

void InstanceTable::popUpHeadMenu(const QPoint &position)
{
    const int column = m_header->logicalIndexAt(position);
    if (column < 0)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillHeadMenu(*menu, *this, static_cast<Column>(column));
    menu->popup(m_header->viewport()->mapToGlobal(position));
}

} // namespace uplift::ui
