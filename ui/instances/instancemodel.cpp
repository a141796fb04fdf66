// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/instances/instancemodel.h"

#include <QHash>

namespace uplift::ui {

namespace {

/// Critical first when sorted by version and level; unknown and up to date last.
int urgency(const InstanceRow &row)
{
    if (!row.version || outdated(*row.version) != Outdated::Yes)
        return 0;
    return 1 + static_cast<int>(row.version->level);
}

} // namespace

InstanceModel::InstanceModel(QObject *parent)
    : QAbstractTableModel(parent), m_now(QDateTime::currentDateTimeUtc()), m_zone(QTimeZone::systemTimeZone())
{
}

InstanceModel::Cells InstanceModel::cellsFor(const InstanceRow &row) const
{
    Cells cells;
    for (int column = 0; column < columnTotal; ++column)
        cells[static_cast<std::size_t>(column)] = cellOf(row, static_cast<Column>(column), m_now, m_zone);
    return cells;
}

void InstanceModel::replace(int index, const InstanceRow &row)
{
    const Cells cells = cellsFor(row);
    const Cells before = m_cells.at(index);
    const bool filterMayDiffer = row.step != m_rows.at(index).step || row.gone != m_rows.at(index).gone;
    m_rows[index] = row;
    m_cells[index] = cells;
    for (int column = 0; column < columnTotal; ++column) {
        const auto at = static_cast<std::size_t>(column);
        if (cells[at] != before[at] || (filterMayDiffer && column == StatusColumn))
            Q_EMIT dataChanged(this->index(index, column), this->index(index, column));
    }
}

void InstanceModel::setRows(const QList<InstanceRow> &rows)
{
    QHash<QString, int> wanted;
    for (int i = 0; i < rows.size(); ++i)
        wanted.insert(rows.at(i).key(), i);
    for (int i = static_cast<int>(m_rows.size()) - 1; i >= 0; --i) {
        if (wanted.contains(m_rows.at(i).key()))
            continue;
        beginRemoveRows({}, i, i);
        m_rows.removeAt(i);
        m_cells.removeAt(i);
        endRemoveRows();
    }
    QHash<QString, int> present;
    for (int i = 0; i < m_rows.size(); ++i)
        present.insert(m_rows.at(i).key(), i);
    QList<InstanceRow> added;
    for (const InstanceRow &row : rows) {
        const auto at = present.constFind(row.key());
        if (at != present.constEnd())
            replace(*at, row);
        else if (wanted.value(row.key()) == &row - rows.constData()) // the last of two with one key wins
            added << row;
    }
    if (added.isEmpty())
        return;
    const int first = static_cast<int>(m_rows.size());
    beginInsertRows({}, first, first + static_cast<int>(added.size()) - 1);
    for (const InstanceRow &row : std::as_const(added)) {
        m_rows << row;
        m_cells << cellsFor(row);
    }
    endInsertRows();
}

void InstanceModel::setRow(const InstanceRow &row)
{
    const int at = indexOf(row.key());
    if (at >= 0) {
        replace(at, row);
        return;
    }
    const int last = static_cast<int>(m_rows.size());
    beginInsertRows({}, last, last);
    m_rows << row;
    m_cells << cellsFor(row);
    endInsertRows();
}

void InstanceModel::setNow(const QDateTime &now, const QTimeZone &zone)
{
    m_now = now;
    m_zone = zone;
    for (int i = 0; i < m_rows.size(); ++i)
        replace(i, InstanceRow(m_rows.at(i)));
}

int InstanceModel::indexOf(const QString &key) const
{
    for (int i = 0; i < m_rows.size(); ++i) {
        if (m_rows.at(i).key() == key)
            return i;
    }
    return -1;
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
    const Cell &cell = m_cells.at(index.row())[static_cast<std::size_t>(index.column())];
    switch (role) {
    case Qt::DisplayRole:
        return cell.arrowTo.isEmpty() ? cell.first : cell.first + QStringLiteral(" → ") + cell.arrowTo;
    case CellRole:
        return QVariant::fromValue(cell);
    case KeyRole:
        return row.key();
    case Qt::AccessibleTextRole:
        return index.column() == InstanceColumn
            ? spokenText(row, m_now, m_zone)
            : QStringList{cell.first, cell.second}.join(QStringLiteral(", "));
    case Qt::ToolTipRole:
        return index.column() == InstanceColumn ? row.name() : QVariant();
    case SortRole:
        break;
    default:
        return {};
    }
    switch (index.column()) {
    case VersionColumn:
        return urgency(row);
    case WindowColumn: {
        if (row.gone || !row.facts || !row.facts->window)
            return {};
        const QList<WindowSpan> next = row.facts->window->next(m_now, 1);
        return next.isEmpty() ? QVariant() : QVariant(next.first().start);
    }
    default:
        return cell.first;
    }
}

QVariant InstanceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    switch (section) {
    case InstanceColumn:
        return tr("Instance");
    case EditionColumn:
        return tr("Edition");
    case StatusColumn:
        return tr("Status");
    case VersionColumn:
        return tr("Version and level");
    case WindowColumn:
        return tr("Next window");
    default:
        return {};
    }
}

} // namespace uplift::ui
