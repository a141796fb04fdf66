// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/instances/instancemodel.h"

#include "ui/instances/slice.h"

#include <QTimerEvent>

#include <algorithm>

namespace uplift::ui {

namespace {

constexpr int cellRoom = 600;

constexpr quint32 bit(int column) { return 1U << static_cast<unsigned>(column); }

/// Cells that read the clock.
constexpr quint32 timed =
    bit(StatusColumn) | bit(WindowColumn) | bit(NextWindowColumn) | bit(LastUpgradeColumn) | bit(AgeColumn);

std::size_t hashOfKey(QStringView account, QStringView id) { return qHashMulti(0, account, id); }

} // namespace

InstanceModel::InstanceModel(QObject *parent)
    : QAbstractTableModel(parent), m_cells(cellRoom), m_now(QDateTime::currentDateTimeUtc()),
      m_zone(QTimeZone::systemTimeZone())
{
}

std::size_t InstanceModel::hashOf(int row) const
{
    return hashOfKey(m_rows.at(row).account.value, m_rows.at(row).id.value);
}

int InstanceModel::find(QStringView account, QStringView id) const
{
    return m_index.find(hashOfKey(account, id), [&](int row) {
        return m_rows.at(row).id.value == id && m_rows.at(row).account.value == account;
    });
}

int InstanceModel::indexOf(const QString &key) const
{
    const qsizetype slash = key.indexOf(QLatin1Char('/'));
    return slash < 0 ? -1 : find(QStringView(key).left(slash), QStringView(key).mid(slash + 1));
}

InstanceRow InstanceModel::interned(InstanceRow row)
{
    for (QString *text : {&row.region.value, &row.regionName, &row.account.value, &row.accountName}) {
        if (!text->isEmpty())
            *text = *m_words.insert(*text);
    }
    return row;
}

void InstanceModel::count(StandingSet set, int by)
{
    for (int filter = 0; filter < standingFilterCount; ++filter) {
        if (holds(set, static_cast<StandingFilter>(filter)))
            m_counts[static_cast<std::size_t>(filter)] += by;
    }
}

quint32 InstanceModel::remadeCells(int row, quint32 columns)
{
    for (int column = 0; column < columnTotal; ++column) {
        Cell *kept = (columns & bit(column)) != 0 ? m_cells.object(row * columnTotal + column) : nullptr;
        if (!kept)
            continue;
        Cell cell = cellOf(m_rows.at(row), static_cast<Column>(column), m_now, m_zone);
        if (cell == *kept)
            columns &= ~bit(column);
        else
            *kept = std::move(cell);
    }
    return columns;
}

void InstanceModel::announce(int row, quint32 columns)
{
    if (columns == 0)
        return;
    int first = 0;
    while ((columns & bit(first)) == 0)
        ++first;
    int last = columnTotal - 1;
    while ((columns & bit(last)) == 0)
        --last;
    Q_EMIT dataChanged(index(row, first), index(row, last));
    Q_EMIT cellsChanged(row, columns);
}

void InstanceModel::replace(int at, const InstanceRow &row)
{
    const quint32 columns = changedColumns(m_rows.at(at), row);
    StandingSet &standing = m_standing[static_cast<std::size_t>(at)];
    m_rows[at] = interned(row);
    count(standing, -1);
    standing = standingOf(row);
    count(standing, 1);
    if (columns == 0)
        return;
    const quint32 toPaint = remadeCells(at, columns);
    Q_EMIT rowReplaced(at, columns);
    announce(at, toPaint);
}

void InstanceModel::append(const QList<InstanceRow> &rows)
{
    if (rows.isEmpty())
        return;
    const auto first = static_cast<int>(m_rows.size());
    beginInsertRows({}, first, first + static_cast<int>(rows.size()) - 1);
    for (const InstanceRow &row : rows) {
        m_rows << interned(row);
        m_standing.push_back(standingOf(row));
        count(m_standing.back(), 1);
        m_index.insert(static_cast<int>(m_rows.size()) - 1, [this](int at) { return hashOf(at); });
        if (isTaking())
            m_seen.push_back(1);
    }
    endInsertRows();
}

void InstanceModel::take(const InstanceRow &row, Fresh &fresh)
{
    const QString &account = row.account.value;
    const QString &id = row.id.value;
    if (const int at = find(account, id); at >= 0) {
        m_seen[static_cast<std::size_t>(at)] = 1;
        if (m_newer.isEmpty() || !m_newer.contains(row.key()))
            replace(at, row);
        return;
    }
    const int twice = fresh.index.find(hashOfKey(account, id), [&](int at) {
        return fresh.rows.at(at).id.value == id && fresh.rows.at(at).account.value == account;
    });
    if (twice >= 0) { // the last of two with one key wins
        fresh.rows[twice] = row;
        return;
    }
    fresh.rows << row;
    fresh.index.insert(static_cast<int>(fresh.rows.size()) - 1, [&fresh](int at) {
        return hashOfKey(fresh.rows.at(at).account.value, fresh.rows.at(at).id.value);
    });
}

void InstanceModel::setRows(const QList<InstanceRow> &rows)
{
    m_incoming = rows;
    m_taken = 0;
    m_newer.clear();
    m_rows.reserve(rows.size());
    m_seen.assign(static_cast<std::size_t>(m_rows.size()), 0);
    takeSlice();
}

void InstanceModel::takeSlice()
{
    m_turn.stop();
    Slice slice(static_cast<int>(std::max(m_incoming.size(), m_rows.size())));
    Fresh fresh;
    while (m_taken < m_incoming.size()) {
        take(m_incoming.at(m_taken++), fresh);
        if (slice.isSpent())
            break;
    }
    append(fresh.rows);
    if (m_taken < m_incoming.size()) {
        m_turn.start(0, this);
    } else {
        m_incoming = {}; // clear() would allot as much again: the list is shared with who gave it
        m_newer.clear();
        dropUnseen();
    }
    Q_EMIT settled();
}

void InstanceModel::setRow(const InstanceRow &row)
{
    if (isTaking())
        m_newer.insert(row.key());
    const int at = find(row.account.value, row.id.value);
    if (at >= 0)
        replace(at, row);
    else
        append({row});
    Q_EMIT settled();
}

void InstanceModel::dropUnseen()
{
    const std::vector<char> seen = std::exchange(m_seen, {});
    const auto first = std::find(seen.begin(), seen.end(), 0);
    if (first == seen.end())
        return;
    Q_EMIT aboutToDrop();
    const auto last = std::find(seen.rbegin(), seen.rend(), 0).base();
    const bool oneRun = std::find(first, last, 1) == last;
    if (oneRun)
        beginRemoveRows({}, static_cast<int>(first - seen.begin()),
                        static_cast<int>(last - seen.begin()) - 1);
    else
        beginResetModel();
    QList<int> places(static_cast<qsizetype>(seen.size()), -1);
    int kept = 0;
    for (int row = 0; row < places.size(); ++row) {
        const auto at = static_cast<std::size_t>(row);
        if (seen[at] == 0) {
            count(m_standing[at], -1);
            continue;
        }
        if (kept != row) {
            m_rows[kept] = std::move(m_rows[row]);
            m_standing[static_cast<std::size_t>(kept)] = m_standing[at];
        }
        places[row] = kept++;
    }
    m_rows.resize(kept);
    m_standing.resize(static_cast<std::size_t>(kept));
    m_index.rebuild(kept, [this](int at) { return hashOf(at); });
    m_cells.clear();
    if (oneRun)
        endRemoveRows();
    else
        endResetModel();
    Q_EMIT dropped(places);
}

void InstanceModel::setNow(const QDateTime &now, const QTimeZone &zone)
{
    m_now = now;
    m_zone = zone;
    QHash<int, quint32> kept;
    const QList<int> keys = m_cells.keys();
    for (const int key : keys)
        kept[key / columnTotal] |= bit(key % columnTotal);
    for (auto row = kept.constBegin(); row != kept.constEnd(); ++row)
        announce(row.key(), remadeCells(row.key(), *row & timed));
    Q_EMIT nowMoved();
    Q_EMIT settled();
}

void InstanceModel::setCellRoom(int cells) { m_cells.setMaxCost(std::max(cells, cellRoom)); }

void InstanceModel::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_turn.timerId())
        takeSlice();
    else
        QAbstractTableModel::timerEvent(event);
}

const Cell &InstanceModel::cellAt(int row, int column) const
{
    const int key = row * columnTotal + column;
    if (const Cell *kept = m_cells.object(key))
        return *kept;
    auto *made = new Cell(cellOf(m_rows.at(row), static_cast<Column>(column), m_now, m_zone));
    m_cells.insert(key, made);
    return *made;
}

int InstanceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int InstanceModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : columnTotal; }

QVariant InstanceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const InstanceRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return textOf(cellAt(index.row(), index.column()));
    case CellRole:
        return QVariant::fromValue(cellAt(index.row(), index.column()));
    case KeyRole:
        return row.key();
    case Qt::AccessibleTextRole: {
        if (index.column() == InstanceColumn || index.column() == NameColumn)
            return spokenText(row, m_now, m_zone);
        const Cell &cell = cellAt(index.row(), index.column());
        return cell.second.isEmpty() ? cell.first : cell.first + QStringLiteral(", ") + cell.second;
    }
    case Qt::ToolTipRole:
        if (index.column() == InstanceColumn || index.column() == NameColumn)
            return toolTipOf(row, m_now);
        if (index.column() == TagsColumn)
            return plainToolTip(tagsText(row));
        return {};
    default:
        return {};
    }
}

QVariant InstanceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnTotal
        || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    return columnTitle(static_cast<Column>(section));
}

} // namespace uplift::ui
