// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/historymodel.h"

#include "ui/instances/instancecells.h"
#include "ui/running/attemptwords.h"

#include <QSet>

#include <algorithm>

namespace uplift::ui {

namespace {

QList<HistoryRow> rowsOf(const QList<upgrade::JournaledStep> &steps)
{
    QList<HistoryRow> rows;
    rows.reserve(steps.size());
    for (const upgrade::JournaledStep &step : steps) {
        if (!step.transitions.isEmpty())
            rows.append(historyRowOf(step));
    }
    return rows;
}

QSet<StepId> idsOf(const QList<HistoryRow> &rows)
{
    QSet<StepId> ids;
    for (const HistoryRow &row : rows)
        ids.insert(row.step.plan.id);
    return ids;
}

} // namespace

HistoryModel::HistoryModel(Source source, QObject *parent)
    : QAbstractTableModel(parent), m_source(std::move(source)), m_now(QDateTime::currentDateTimeUtc()),
      m_zone(QTimeZone::utc())
{
}

void HistoryModel::setQuery(const upgrade::HistoryQuery &query)
{
    m_query = query;
    m_otherQuery = true;
    ask(Ask::First);
}

void HistoryModel::refresh() { ask(Ask::First); }

void HistoryModel::ask(Ask what)
{
    if (m_asked) {
        m_firstWanted = m_firstWanted || what == Ask::First;
        return;
    }
    m_asked = what;
    upgrade::HistoryQuery query = m_query;
    query.limit = pageSize;
    query.offset = what == Ask::First ? 0 : static_cast<int>(m_rows.size());
    m_source(query, this, [this, what](const Result<upgrade::HistoryPage> &page) {
        m_asked.reset();
        const bool again = std::exchange(m_firstWanted, false);
        if (again && m_otherQuery)
            return ask(Ask::First); // another query meanwhile: this answer is not shown
        m_error = page ? std::nullopt : std::optional(page.error());
        if (page)
            onPage(what, *page);
        if (again)
            ask(Ask::First);
        Q_EMIT changed();
    });
}

void HistoryModel::onPage(Ask what, const upgrade::HistoryPage &page)
{
    const QList<HistoryRow> rows = rowsOf(page.steps);
    const bool moved = what == Ask::More && page.total != m_total;
    m_total = page.total;
    m_read = true;
    if (what == Ask::More)
        append(rows);
    else if (std::exchange(m_otherQuery, false))
        replaceAll(rows);
    else
        merge(rows);
    if (moved) // something came on top meanwhile
        ask(Ask::First);
}

void HistoryModel::replaceAll(const QList<HistoryRow> &rows)
{
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

void HistoryModel::append(const QList<HistoryRow> &rows)
{
    // Those that slid onto this page because newer ones came are there already.
    const QSet<StepId> known = idsOf(m_rows);
    QList<HistoryRow> added;
    for (const HistoryRow &row : rows) {
        if (!known.contains(row.step.plan.id))
            added.append(row);
    }
    if (added.isEmpty()) {
        // Nothing more can be had by asking again.
        if (rows.isEmpty())
            m_total = static_cast<int>(m_rows.size());
        return;
    }
    const int at = static_cast<int>(m_rows.size());
    beginInsertRows({}, at, at + static_cast<int>(added.size()) - 1);
    m_rows += added;
    endInsertRows();
}

void HistoryModel::merge(const QList<HistoryRow> &first)
{
    QList<HistoryRow> wanted = first;
    if (first.size() == pageSize && m_total > pageSize) {
        // What lies beyond the first page stays as it was read.
        const int last = indexOf(first.constLast().step.plan.id);
        if (last < 0)
            return replaceAll(first);
        wanted += m_rows.mid(last + 1);
    }
    const QSet<StepId> stay = idsOf(wanted);
    for (int row = static_cast<int>(m_rows.size()) - 1; row >= 0; --row) {
        if (stay.contains(m_rows.at(row).step.plan.id))
            continue;
        beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
        endRemoveRows();
    }
    int onTop = 0;
    for (int row = 0; row < wanted.size(); ++row) {
        const HistoryRow &next = wanted.at(row);
        const bool here = row < m_rows.size() && m_rows.at(row).step.plan.id == next.step.plan.id;
        if (!here) {
            beginInsertRows({}, row, row);
            m_rows.insert(row, next);
            endInsertRows();
            onTop += row == onTop ? 1 : 0;
        } else if (m_rows.at(row).step.transitions.size() != next.step.transitions.size()) {
            m_rows[row] = next;
            Q_EMIT dataChanged(index(row, 0), index(row, ColumnTotal - 1));
        }
    }
    if (onTop > 0)
        Q_EMIT inserted(onTop);
}

void HistoryModel::setNow(const QDateTime &now, const QTimeZone &zone)
{
    m_now = now;
    m_zone = zone;
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(static_cast<int>(m_rows.size()) - 1, ColumnTotal - 1));
}

int HistoryModel::indexOf(const StepId &id) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(),
                                    [&id](const HistoryRow &row) { return row.step.plan.id == id; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int HistoryModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnTotal; }

QString HistoryModel::text(const HistoryRow &row, int column) const
{
    switch (column) {
    case SentColumn:
        return attemptTime(row.sent, m_now, m_zone);
    case InstanceColumn:
        return instanceText(row);
    case ChangeColumn:
        return shortChange(row.step.plan);
    case OutcomeColumn:
        return outcomeMark(row).word;
    case TookColumn:
        return tookText(row);
    default:
        return {};
    }
}

QString HistoryModel::toolTip(const HistoryRow &row, int column) const
{
    switch (column) {
    case SentColumn:
        return sentInFull(row, m_zone);
    case ChangeColumn:
        return changeWords(row.step.plan).line();
    case OutcomeColumn:
        return row.isOpen() ? outcomeMark(row).word
                            : tr("%1, took %2").arg(outcomeMark(row).word, tookText(row));
    default:
        return text(row, column);
    }
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const HistoryRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return plainToolTip(toolTip(row, index.column()));
    case Qt::AccessibleTextRole:
        return index.column() == InstanceColumn ? spokenText(row, m_now, m_zone) : text(row, index.column());
    default:
        return {};
    }
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::ToolTipRole && section == SentColumn)
        return tr("Newest first: the journal is read in this order, page by page.");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case SentColumn:
        return tr("Sent");
    case InstanceColumn:
        return tr("Instance");
    case ChangeColumn:
        return tr("Version or change");
    case OutcomeColumn:
        return tr("Outcome");
    case TookColumn:
        return tr("Took");
    default:
        return {};
    }
}

bool HistoryModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_otherQuery && m_rows.size() < m_total;
}

void HistoryModel::fetchMore(const QModelIndex &parent)
{
    if (!m_asked && canFetchMore(parent))
        ask(Ask::More);
}

} // namespace uplift::ui
