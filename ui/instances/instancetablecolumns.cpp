// SPDX-License-Identifier: GPL-3.0-or-later
// Which columns InstanceTable shows and how wide they are.
#include "ui/instances/instancedelegate.h"
#include "ui/instances/instancefilter.h"
#include "ui/instances/instanceheader.h"
#include "ui/instances/instancetable.h"
#include "ui/look/type.h"

#include <QEvent>
#include <QScopedValueRollback>

#include <algorithm>
#include <array>

namespace uplift::ui {

namespace {

constexpr int regionSlack = 32; ///< what a region loses at most to a wide font
/// What a wide window shows beside the two lines, first come first.
constexpr std::array<Column, 3> further{AutoUpgradeColumn, LastUpgradeColumn, TagsColumn};

} // namespace

void InstanceTable::setTableLayout(const TableLayout &layout)
{
    const QSignalBlocker quiet(this);
    m_compact = layout.compact;
    m_facts = layout.facts.isEmpty() ? defaultFacts() : layout.facts;
    m_filter->setCollapsedGroups(layout.collapsed);
    m_filter->setGrouping(layout.group);
    m_filter->setSortKeys(layout.sort);
    showColumns();
}

TableLayout InstanceTable::tableLayout() const
{
    return {m_compact, m_facts, m_filter->sortKeys(), m_filter->grouping(), m_filter->collapsedGroups()};
}

void InstanceTable::setCompact(bool compact)
{
    if (m_compact == compact)
        return;
    m_compact = compact;
    showColumns();
    scrollTo(currentIndex());
    Q_EMIT layoutChosen();
}

void InstanceTable::setFacts(const QList<Column> &facts)
{
    if (m_facts == facts || facts.isEmpty())
        return;
    m_facts = facts;
    showColumns();
    Q_EMIT layoutChosen();
}

QList<Column> InstanceTable::copiedColumns() const
{
    if (m_compact)
        return m_facts;
    return {NameColumn,    IdColumn,     RegionColumn,  AccountColumn, EnvironmentColumn,
            EditionColumn, StatusColumn, VersionColumn, WindowColumn};
}

QList<Column> InstanceTable::exportedColumns() const
{
    if (m_compact)
        return m_facts;
    return allFacts();
}

void InstanceTable::setEditionShown(bool shown)
{
    m_editionShown = shown;
    layOutColumns();
}

void InstanceTable::showColumns()
{
    const QScopedValueRollback<bool> moving(m_movingSections, true);
    QList<int> order;
    for (const Column fact : std::as_const(m_facts)) {
        if (m_compact)
            order << fact;
    }
    for (int column = 0; column < columnTotal; ++column) {
        if (!order.contains(column))
            order << column;
    }
    for (int place = 0; place < columnTotal; ++place)
        m_header->moveSection(m_header->visualIndex(order.at(place)), place);
    m_header->setSectionsMovable(m_compact);
    m_delegate->setCompact(m_compact);
    for (int column = 0; column < columnTotal; ++column)
        setColumnHidden(column,
                        m_compact ? !m_facts.contains(static_cast<Column>(column)) : !hasTwoLines(column));
    verticalHeader()->setMinimumSectionSize(m_delegate->rowHeight());
    verticalHeader()->setDefaultSectionSize(m_delegate->rowHeight());
    layOutColumns();
}

void InstanceTable::onSectionMoved()
{
    if (m_movingSections || !m_compact)
        return;
    std::sort(m_facts.begin(), m_facts.end(),
              [this](Column a, Column b) { return m_header->visualIndex(a) < m_header->visualIndex(b); });
    layOutColumns();
    Q_EMIT layoutChosen();
}

void InstanceTable::layOutColumns()
{
    const int first = m_compact ? static_cast<int>(m_facts.first()) : static_cast<int>(InstanceColumn);
    m_delegate->setFirstColumn(first);
    m_header->setFirstColumn(first);
    if (m_compact)
        layOutFacts();
    else
        layOutTwoLines();
    const int rows = viewport()->height() / m_delegate->rowHeight() + 2;
    const int columns = m_compact ? static_cast<int>(m_facts.size()) : static_cast<int>(firstFact);
    m_filter->model()->setCellRoom(2 * rows * columns);
    viewport()->update();
}

void InstanceTable::layOutTwoLines()
{
    int least = 0;
    for (int column = 0; column < firstFact; ++column)
        least += m_delegate->columnWidth(column);
    // A wider font takes the room of the one column whose text stands in the form as well, but not before
    // that of the region.
    setColumnHidden(EditionColumn, !m_editionShown || least - scaled(regionSlack) > viewport()->width());
    for (const Column column : further) {
        least += m_delegate->columnWidth(column);
        setColumnHidden(column, least > viewport()->width());
    }
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

void InstanceTable::layOutFacts()
{
    int total = 0;
    int whole = 0; // what can be seen before one scrolls
    for (const Column fact : std::as_const(m_facts)) {
        setColumnWidth(fact, m_delegate->columnWidth(fact));
        total += columnWidth(fact);
        if (total <= viewport()->width())
            whole = total;
    }
    // What is left goes to the name, else to the last column: no column is cut where the table ends.
    const bool all = whole == total;
    const bool named = m_facts.contains(NameColumn) && (all || m_facts.first() == NameColumn);
    if (whole > 0 && (named || all)) {
        const Column widest = named ? NameColumn : m_facts.last();
        setColumnWidth(widest, columnWidth(widest) + viewport()->width() - whole);
    }
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
    showColumns();
}

} // namespace uplift::ui
