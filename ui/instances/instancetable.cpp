// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/instances/instancetable.h"

#include "ui/instances/instancecells.h"
#include "ui/instances/instancedelegate.h"
#include "ui/instances/instancefilter.h"
#include "ui/instances/instancemodel.h"
#include "ui/look/style.h"
#include "ui/look/type.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>

namespace uplift::ui {

namespace {

constexpr int regionSlack = 32; ///< what a region loses at most to a wide font

} // namespace

InstanceTable::InstanceTable(InstanceFilter *filter, QWidget *parent)
    : QTableView(parent), m_filter(filter), m_delegate(new InstanceDelegate(this))
{
    setObjectName(QStringLiteral("instanceTable"));
    setAccessibleName(tr("Instances"));
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
    setSortingEnabled(true);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(true);
    horizontalHeader()->setSortIndicator(VersionColumn, Qt::DescendingOrder);
    verticalHeader()->setDefaultSectionSize(m_delegate->sizeHint({}, {}).height());
}

void InstanceTable::setEditionShown(bool shown)
{
    m_editionShown = shown;
    layOutColumns();
}

void InstanceTable::selectKey(const QString &key)
{
    const QModelIndex index = m_filter->indexOf(key);
    if (!index.isValid())
        return;
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(index);
}

QStringList InstanceTable::selectedKeys() const
{
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QStringList keys;
    for (const QModelIndex &index : std::as_const(rows))
        keys << index.data(InstanceModel::KeyRole).toString();
    return keys;
}

QString InstanceTable::currentKey() const { return currentIndex().data(InstanceModel::KeyRole).toString(); }

void InstanceTable::layOutColumns()
{
    int least = 0;
    for (int column = 0; column < columnTotal; ++column)
        least += m_delegate->columnWidth(column);
    // A wider font takes the room of the one column whose text stands in the form as well.
    setColumnHidden(EditionColumn, !m_editionShown || least > viewport()->width());
    int others = 0;
    for (int column = EditionColumn; column < columnTotal; ++column) {
        if (isColumnHidden(column))
            continue;
        setColumnWidth(column, m_delegate->columnWidth(column));
        others += columnWidth(column);
    }
    // Regions are names and may elide; ids may not.
    const int floor = m_delegate->columnWidth(InstanceColumn) - scaled(regionSlack);
    setColumnWidth(InstanceColumn, std::max(floor, viewport()->width() - others));
}

void InstanceTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    layOutColumns();
}

void InstanceTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() != QEvent::FontChange && event->type() != QEvent::ApplicationFontChange)
        return;
    if (!m_delegate) // Qt sends these from the base class's constructor as well
        return;
    m_delegate->refreshFonts();
    verticalHeader()->setDefaultSectionSize(m_delegate->sizeHint({}, {}).height());
    layOutColumns();
}

void InstanceTable::keyPressEvent(QKeyEvent *event)
{
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (plain && (isEnter || event->key() == Qt::Key_Right)) {
        if (currentIndex().isValid())
            Q_EMIT activatedRow(currentKey());
        return;
    }
    // Rows are what one moves between; Qt's own Home and End go along a row.
    const int rows = m_filter->rowCount();
    if (plain && rows > 0 && (event->key() == Qt::Key_Home || event->key() == Qt::Key_End)) {
        setCurrentIndex(m_filter->index(event->key() == Qt::Key_Home ? 0 : rows - 1, 0));
        return;
    }
    if (event->matches(QKeySequence::Copy)) {
        copyRows();
        return;
    }
    QTableView::keyPressEvent(event);
}

void InstanceTable::copyRows() const
{
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QStringList lines;
    for (const QModelIndex &index : std::as_const(rows)) {
        const InstanceRow &row = m_filter->rowAt(index);
        QStringList cells{row.name(), row.id.value, row.region.value};
        for (int column = EditionColumn; column < columnTotal; ++column)
            cells << index.siblingAtColumn(column).data().toString();
        lines << cells.join(QLatin1Char('\t'));
    }
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

void InstanceTable::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    Q_EMIT selectionMoved();
}

void InstanceTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    // The lines of the current row run through all its cells; the view would repaint one cell only.
    for (const QModelIndex &index : {current, previous}) {
        if (index.isValid())
            viewport()->update(0, rowViewportPosition(index.row()), viewport()->width(),
                               rowHeight(index.row()));
    }
    Q_EMIT selectionMoved();
}

void InstanceTable::hover(int row)
{
    const auto *style = qobject_cast<const UpliftStyle *>(this->style());
    if (row == m_hovered || (style && !style->showsHover()))
        return;
    for (const int touched : {m_hovered, row}) {
        if (touched >= 0)
            viewport()->update(0, rowViewportPosition(touched), viewport()->width(), rowHeight(touched));
    }
    m_hovered = row;
    m_delegate->setHoveredRow(row);
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
    QTableView::mouseDoubleClickEvent(event);
    if (event->button() == Qt::LeftButton && indexAt(event->pos()).isValid())
        Q_EMIT activatedRow(currentKey());
}

void InstanceTable::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
    if (!index.isValid())
        return;
    const QPoint place = byKey ? viewport()->mapToGlobal(visualRect(index).bottomLeft()) : event->globalPos();
    Q_EMIT rowMenuRequested(index.data(InstanceModel::KeyRole).toString(), place);
}

} // namespace uplift::ui
