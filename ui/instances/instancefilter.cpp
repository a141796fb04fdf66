// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/instances/instancefilter.h"

namespace uplift::ui {

InstanceFilter::InstanceFilter(InstanceModel *model, QObject *parent)
    : QAbstractTableModel(parent), m_model(model)
{
    connect(model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { onRowsInserted(first, last); });
    connect(model, &InstanceModel::rowReplaced, this, &InstanceFilter::onRowReplaced);
    connect(model, &InstanceModel::cellsChanged, this, &InstanceFilter::onCellsChanged);
    connect(model, &InstanceModel::aboutToDrop, this, &InstanceFilter::onAboutToDrop);
    connect(model, &InstanceModel::dropped, this, &InstanceFilter::onDropped);
    connect(model, &InstanceModel::nowMoved, this, &InstanceFilter::onNowMoved);
    connect(model, &InstanceModel::settled, this, &InstanceFilter::onSettled);
    if (model->rowCount() > 0)
        onRowsInserted(0, model->rowCount() - 1);
    arrangeSoon();
}

void InstanceFilter::setStanding(StandingFilter filter)
{
    if (m_wanted.standing == filter)
        return;
    Criteria criteria = m_wanted;
    criteria.standing = filter;
    setCriteria(criteria);
}

void InstanceFilter::setAccount(const AccountId &account)
{
    if (m_wanted.account == account)
        return;
    Criteria criteria = m_wanted;
    criteria.account = account;
    setCriteria(criteria);
}

void InstanceFilter::setWords(const QString &words)
{
    if (m_words == words)
        return;
    m_words = words;
    Criteria criteria = m_wanted;
    criteria.words = WordMatcher(words);
    setCriteria(criteria);
}

void InstanceFilter::setSortKeys(const QList<SortKey> &keys)
{
    if (m_keys == keys)
        return;
    m_keys = keys;
    m_sort.abandon();
    m_sortAgain = true;
    Q_EMIT sortKeysChanged();
    arrangeSoon();
}

void InstanceFilter::sort(int column, Qt::SortOrder order)
{
    if (column >= 0 && column < columnTotal)
        setSortKeys({{factOf(static_cast<Column>(column)), order}});
}

void InstanceFilter::setGrouping(GroupBy grouping)
{
    if (m_groups.by() == grouping)
        return;
    m_groups.setBy(grouping);
    m_commitAgain = true;
    Q_EMIT groupingChanged();
    arrangeSoon();
}

void InstanceFilter::setCollapsed(const QString &group, bool collapsed)
{
    m_groups.setCollapsed(group, collapsed);
    m_commitAgain = true;
    Q_EMIT groupingChanged();
    arrangeSoon();
}

void InstanceFilter::setCollapsedGroups(const QStringList &groups)
{
    m_groups.setCollapsed(groups);
    m_commitAgain = true;
    arrangeSoon();
}

int InstanceFilter::sourceRow(int row) const { return m_arrangement.lines.at(static_cast<std::size_t>(row)); }

const RowGroup &InstanceFilter::groupAt(int row) const
{
    return m_arrangement.groups.at(static_cast<std::size_t>(-1 - sourceRow(row)));
}

int InstanceFilter::rowOfGroup(const QString &group) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (isGroup(row) && groupAt(row).key == group)
            return row;
    }
    return -1;
}

const InstanceRow &InstanceFilter::rowAt(const QModelIndex &index) const
{
    return m_model->row(sourceRow(index.row()));
}

QModelIndex InstanceFilter::indexOf(const QString &key) const
{
    const int row = m_model->indexOf(key);
    const auto at = static_cast<std::size_t>(row);
    return row < 0 || at >= m_places.size() || m_places[at] < 0 ? QModelIndex() : index(m_places[at], 0);
}

QList<InstanceRow> InstanceFilter::shownRows() const
{
    QList<InstanceRow> rows;
    rows.reserve(m_shown);
    for (const int row : m_order) {
        if (m_accepted[static_cast<std::size_t>(row)] != 0)
            rows << m_model->row(row);
    }
    return rows;
}

int InstanceFilter::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_arrangement.lines.size());
}

int InstanceFilter::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columnTotal;
}

QVariant InstanceFilter::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const int row = sourceRow(index.row());
    if (row >= 0)
        return role == GroupRole ? QVariant() : m_model->data(m_model->index(row, index.column()), role);
    const RowGroup &group = groupAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return group.title;
    case Qt::AccessibleTextRole: {
        const QString count = tr("%n instance(s)", nullptr, group.count);
        return group.collapsed ? tr("%1, %2, put away").arg(group.title, count)
                               : tr("%1, %2").arg(group.title, count);
    }
    case GroupRole:
        return QVariant::fromValue(group);
    default:
        return {};
    }
}

QVariant InstanceFilter::headerData(int section, Qt::Orientation orientation, int role) const
{
    return m_model->headerData(section, orientation, role);
}

Qt::ItemFlags InstanceFilter::flags(const QModelIndex &index) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return Qt::NoItemFlags;
    const Qt::ItemFlags line = Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    return isGroup(index.row()) ? line : line | Qt::ItemIsSelectable;
}

QModelIndexList InstanceFilter::match(const QModelIndex &start, int role, const QVariant &value, int hits,
                                      Qt::MatchFlags flags) const
{
    const bool typing = role == Qt::DisplayRole && hits == 1 && flags.testFlag(Qt::MatchStartsWith);
    if (!typing || !start.isValid())
        return QAbstractTableModel::match(start, role, value, hits, flags);
    // Names only, and without making cells of ten thousand rows.
    const QString typed = value.toString();
    const int rows = rowCount();
    for (int i = 0; i < rows; ++i) {
        const int row = (start.row() + i) % rows;
        if (!isGroup(row) && m_model->row(sourceRow(row)).name().startsWith(typed, Qt::CaseInsensitive))
            return {index(row, start.column())};
    }
    return {};
}

} // namespace uplift::ui
