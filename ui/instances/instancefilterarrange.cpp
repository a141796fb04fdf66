// SPDX-License-Identifier: GPL-3.0-or-later
// How InstanceFilter arranges: order, then acceptance, then one exchange of what is shown.
#include "ui/instances/instancefilter.h"

#include <QTimerEvent>

#include <algorithm>

namespace uplift::ui {

namespace {

/// More rows than these are sorted with all others instead of being put in place one by one.
constexpr std::size_t movedAtOnce = 24;
/// More rows than these are announced as one range.
constexpr qsizetype cellRowsAtOnce = 64;
constexpr qint64 minute = 60'000;

constexpr quint32 bit(int column) { return 1U << static_cast<unsigned>(column); }

} // namespace

bool InstanceFilter::accepts(int row, const Criteria &criteria) const
{
    if (!holds(m_model->standing(row), criteria.standing))
        return false;
    const InstanceRow &instance = m_model->row(row);
    return (criteria.account.isEmpty() || instance.account == criteria.account)
        && (criteria.words.isEmpty() || criteria.words.matches(instance));
}

void InstanceFilter::setCriteria(const Criteria &criteria)
{
    m_wanted = criteria;
    m_narrowing = criteria.standing == m_done.standing
        && (m_done.account.isEmpty() || criteria.account == m_done.account)
        && criteria.words.narrows(m_done.words);
    m_pass = 0;
    m_next.assign(m_accepted.size(), 0);
    arrangeSoon();
}

void InstanceFilter::onRowsInserted(int first, int last)
{
    for (int row = first; row <= last; ++row) {
        m_accepted.push_back(accepts(row, m_done) ? 1 : 0);
        m_places.push_back(-1);
        m_moved.push_back(row);
    }
    if (m_pass)
        m_next.resize(m_accepted.size());
    m_commitAgain = true;
}

void InstanceFilter::onRowReplaced(int row, quint32 columns)
{
    const auto at = static_cast<std::size_t>(row);
    quint32 keys = bit(EnvironmentColumn) | bit(NameColumn) | bit(AccountColumn);
    for (const SortKey &key : std::as_const(m_keys))
        keys |= bit(factOf(key.column));
    if ((columns & keys) != 0) {
        m_moved.push_back(row);
        m_commitAgain = true;
    }
    const char accepted = accepts(row, m_done) ? 1 : 0;
    if (m_pass && row < *m_pass)
        m_next[at] = accepts(row, m_wanted) ? 1 : 0;
    m_commitAgain = m_commitAgain || accepted != m_accepted[at];
    m_accepted[at] = accepted;
    // The heads of groups carry names of rows.
    if (m_groups.by() != GroupBy::None)
        m_commitAgain = m_commitAgain
            || (columns & (bit(RegionColumn) | bit(AccountColumn) | bit(EnvironmentColumn))) != 0;
}

void InstanceFilter::onCellsChanged(int row, quint32 columns)
{
    const int shown = m_places[static_cast<std::size_t>(row)];
    if (shown >= 0 && m_cells.size() <= cellRowsAtOnce)
        m_cells[row] |= columns;
}

void InstanceFilter::onNowMoved()
{
    const bool byWindow = std::any_of(m_keys.begin(), m_keys.end(), [](const SortKey &key) {
        return factOf(key.column) == NextWindowColumn;
    });
    const qint64 now = m_model->now().toMSecsSinceEpoch() / minute;
    if (byWindow && now != m_sortedMinute)
        m_sortAgain = true;
    m_sortedMinute = now;
}

void InstanceFilter::onAboutToDrop() { beginExchange(); }

void InstanceFilter::onDropped(const QList<int> &newPlaces)
{
    const auto moved = [&newPlaces](std::vector<int> &rows) {
        std::size_t kept = 0;
        for (const int row : rows) {
            const int place = newPlaces.at(row);
            if (place >= 0)
                rows[kept++] = place;
        }
        rows.resize(kept);
    };
    moved(m_order);
    moved(m_moved);
    for (int row = 0; row < newPlaces.size(); ++row) {
        if (newPlaces.at(row) >= 0)
            m_accepted[static_cast<std::size_t>(newPlaces.at(row))] =
                m_accepted[static_cast<std::size_t>(row)];
    }
    const auto rows = static_cast<std::size_t>(m_model->rowCount());
    m_accepted.resize(rows);
    m_cells.clear();
    if (m_sort.isRunning()) {
        m_sort.abandon();
        m_sortAgain = true;
    }
    if (m_pass) {
        m_pass = 0;
        m_next.assign(rows, 0);
    }
    // What came in the same breath comes in the same exchange, so that nothing jumps there and back.
    if (!m_sort.isRunning() && m_moved.size() <= movedAtOnce)
        insertMoved();
    m_newPlaces = newPlaces;
    endExchange(arranged());
    m_newPlaces.clear();
}

void InstanceFilter::onSettled()
{
    flushCells();
    if (m_commitAgain || m_sortAgain)
        arrangeSoon();
}

void InstanceFilter::arrangeSoon()
{
    if (m_model->rowCount() <= Slice::wholeAtOnce)
        arrange();
    else if (!m_turn.isActive())
        m_turn.start(0, this);
}

void InstanceFilter::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_turn.timerId())
        arrange();
    else
        QAbstractTableModel::timerEvent(event);
}

void InstanceFilter::arrange()
{
    m_turn.stop();
    // While rows pour in the first ones are shown, then all.
    if (m_model->isTaking() && !m_order.empty() && !m_sort.isRunning())
        return;
    Slice slice(m_model->rowCount());
    if (!sortStep(slice) || !filterStep(slice)) {
        m_turn.start(0, this);
        return;
    }
    commit();
    if (m_sortAgain)
        m_turn.start(0, this);
}

bool InstanceFilter::sortStep(Slice &slice)
{
    if (!m_sort.isRunning() && (m_sortAgain || m_moved.size() > movedAtOnce)) {
        m_sortAgain = false;
        m_moved.clear();
        m_sort.start(m_model->rowCount(), m_keys, m_model->now());
    }
    if (m_sort.isRunning()) {
        if (!m_sort.advance(m_model->rows(), slice))
            return false;
        m_order = m_sort.take();
    }
    // Changed while the others were sorted: a few are put in place, many wait for the next round.
    if (m_moved.size() > movedAtOnce)
        m_sortAgain = true;
    else
        insertMoved();
    return true;
}

void InstanceFilter::insertMoved()
{
    if (m_moved.empty())
        return;
    const QList<InstanceRow> &rows = m_model->rows();
    std::sort(m_moved.begin(), m_moved.end());
    m_moved.erase(std::unique(m_moved.begin(), m_moved.end()), m_moved.end());
    const auto isMoved = [this](int row) { return std::binary_search(m_moved.begin(), m_moved.end(), row); };
    m_order.erase(std::remove_if(m_order.begin(), m_order.end(), isMoved), m_order.end());
    RowOrder order(m_keys, m_model->now());
    for (const int row : m_moved) {
        const RowOrder::Values values = order.valuesOf(rows.at(row));
        const auto place = std::partition_point(m_order.begin(), m_order.end(), [&](int other) {
            return order.less(order.valuesOf(rows.at(other)), values);
        });
        m_order.insert(place, row);
    }
    m_moved.clear();
}

bool InstanceFilter::filterStep(Slice &slice)
{
    if (!m_pass)
        return true;
    const auto rows = static_cast<int>(m_accepted.size());
    for (int &row = *m_pass; row < rows;) {
        const auto at = static_cast<std::size_t>(row);
        m_next[at] = (!m_narrowing || m_accepted[at] != 0) && accepts(row, m_wanted) ? 1 : 0;
        ++row;
        if (slice.isSpent())
            return false;
    }
    m_accepted.swap(m_next);
    m_next = {};
    m_pass.reset();
    m_done = m_wanted;
    return true;
}

RowGroups::Arrangement InstanceFilter::arranged()
{
    std::vector<int> rows;
    rows.reserve(m_order.size());
    for (const int row : m_order) {
        if (m_accepted[static_cast<std::size_t>(row)] != 0)
            rows.push_back(row);
    }
    m_shown = static_cast<int>(rows.size());
    return m_groups.arrange(rows, m_model->rows());
}

void InstanceFilter::commit()
{
    m_commitAgain = false;
    RowGroups::Arrangement next = arranged();
    if (next == m_arrangement) {
        Q_EMIT rearranged();
        return;
    }
    beginExchange();
    endExchange(std::move(next));
}

QString InstanceFilter::keyAt(int row) const
{
    // No key begins with a line break.
    return isGroup(row) ? QLatin1Char('\n') + groupAt(row).key : m_model->row(sourceRow(row)).key();
}

void InstanceFilter::beginExchange()
{
    Q_EMIT aboutToRearrange();
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    m_persistent.clear();
    const QModelIndexList held = persistentIndexList();
    for (const QModelIndex &index : held)
        m_persistent.append({index, keyAt(index.row())});
}

void InstanceFilter::endExchange(RowGroups::Arrangement arrangement)
{
    m_arrangement = std::move(arrangement);
    m_places.assign(static_cast<std::size_t>(m_model->rowCount()), -1);
    for (std::size_t line = 0; line < m_arrangement.lines.size(); ++line) {
        const int row = m_arrangement.lines[line];
        if (row >= 0)
            m_places[static_cast<std::size_t>(row)] = static_cast<int>(line);
    }
    QModelIndexList from;
    QModelIndexList to;
    for (const auto &[index, key] : std::as_const(m_persistent)) {
        const bool wasGroup = key.startsWith(QLatin1Char('\n'));
        const int row = wasGroup ? rowOfGroup(key.mid(1)) : indexOf(key).row();
        from << index;
        to << (row < 0 ? QModelIndex() : createIndex(row, index.column()));
    }
    m_persistent.clear();
    changePersistentIndexList(from, to);
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
    Q_EMIT rearranged();
}

void InstanceFilter::flushCells()
{
    if (m_cells.isEmpty() || m_arrangement.lines.empty())
        return;
    const QHash<int, quint32> cells = std::exchange(m_cells, {});
    if (cells.size() > cellRowsAtOnce) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnTotal - 1));
        return;
    }
    for (auto row = cells.constBegin(); row != cells.constEnd(); ++row) {
        const int shown = m_places[static_cast<std::size_t>(row.key())];
        for (int column = 0; shown >= 0 && column < columnTotal; ++column) {
            if ((*row & bit(column)) != 0)
                Q_EMIT dataChanged(index(shown, column), index(shown, column));
        }
    }
}

} // namespace uplift::ui
