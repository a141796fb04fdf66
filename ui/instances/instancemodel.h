// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/instances/instancecells.h"
#include "ui/instances/instancerow.h"

#include <QAbstractTableModel>
#include <QTimeZone>

#include <array>

namespace uplift::ui {

/// Instances as rows, two facts per column. Rows in, roles out; asks nobody.
class InstanceModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum ItemRole {
        CellRole = Qt::UserRole, ///< Cell: both lines and marks
        KeyRole, ///< InstanceRow::key()
        SortRole ///< what a click on the column's head sorts by
    };

    explicit InstanceModel(QObject *parent = nullptr);

    /// Takes the new rows. Rows are known by key(): those that stay keep their place, selection and current
    /// index, and only cells whose content changed are announced.
    void setRows(const QList<InstanceRow> &rows);
    /// Replaces or adds one row.
    void setRow(const InstanceRow &row);
    /// Moves ages and countdowns on.
    void setNow(const QDateTime &now, const QTimeZone &zone);

    [[nodiscard]] const QList<InstanceRow> &rows() const { return m_rows; }
    [[nodiscard]] const InstanceRow &row(int index) const { return m_rows.at(index); }
    [[nodiscard]] int indexOf(const QString &key) const; ///< -1: none

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    using Cells = std::array<Cell, columnTotal>;
    [[nodiscard]] Cells cellsFor(const InstanceRow &row) const;
    void replace(int index, const InstanceRow &row);

    QList<InstanceRow> m_rows;
    QList<Cells> m_cells;
    QDateTime m_now;
    QTimeZone m_zone;
};

} // namespace uplift::ui
