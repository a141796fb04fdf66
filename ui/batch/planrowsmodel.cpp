// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/batch/planrowsmodel.h"

#include "ui/instances/instancecells.h"

#include <algorithm>

namespace uplift::ui {

namespace {

bool isSameLine(const PlanRow &a, const PlanRow &b)
{
    return a.kind == b.kind && a.instance == b.instance && a.number == b.number;
}

/// What may be elided, in whole.
QString toolTipOf(const PlanRow &row)
{
    QStringList lines{row.title, row.note, row.fourth, row.tip};
    lines.removeAll(QString());
    return plainToolTip(lines.join(QLatin1Char('\n')));
}

} // namespace

PlanRowsModel::PlanRowsModel(QObject *parent) : QAbstractListModel(parent) { }

void PlanRowsModel::setRows(const QList<PlanRow> &rows)
{
    if (!std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(), isSameLine)) {
        beginResetModel();
        m_rows = rows;
        endResetModel();
        return;
    }
    for (int row = 0; row < rows.size(); ++row) {
        if (rows.at(row) == m_rows.at(row))
            continue;
        m_rows[row] = rows.at(row);
        Q_EMIT dataChanged(index(row), index(row));
    }
}

int PlanRowsModel::indexOf(const InstanceId &instance) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(),
                                    [&instance](const PlanRow &row) { return row.instance == instance; });
    return found == m_rows.end() || instance.isEmpty() ? -1 : static_cast<int>(found - m_rows.begin());
}

int PlanRowsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant PlanRowsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const PlanRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return row.title;
    case Qt::EditRole:
        return row.hand ? QVariant(*row.hand) : QVariant();
    case Qt::AccessibleTextRole:
        return row.tip.isEmpty() ? spokenText(row) : spokenText(row) + QStringLiteral(". ") + row.tip;
    case Qt::ToolTipRole:
        return toolTipOf(row);
    default:
        return {};
    }
}

bool PlanRowsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !index.isValid() || !m_rows.at(index.row()).hand)
        return false;
    bool isNumber = false;
    const int wave = value.toInt(&isNumber);
    if (!isNumber || wave < 1)
        return false;
    if (m_rows.at(index.row()).hand != wave)
        Q_EMIT handChosen(m_rows.at(index.row()).instance, wave);
    return true;
}

Qt::ItemFlags PlanRowsModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const PlanRow &row = m_rows.at(index.row());
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    if (row.kind == PlanRow::Kind::Member || row.kind == PlanRow::Kind::LeftOut)
        flags |= Qt::ItemIsSelectable;
    if (row.hand)
        flags |= Qt::ItemIsEditable;
    return flags;
}

} // namespace uplift::ui
