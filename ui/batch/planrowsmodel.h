// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/batch/planrow.h"

#include <QAbstractListModel>

namespace uplift::ui {

/// Lines of a plan. Rows in, roles out.
class PlanRowsModel : public QAbstractListModel {
    Q_OBJECT
public:
    explicit PlanRowsModel(QObject *parent = nullptr);
    /// Lines that stay in place keep selection and current line; only those that differ are announced. When
    /// others came or went, all is told anew.
    void setRows(const QList<PlanRow> &rows);
    [[nodiscard]] const PlanRow &row(int index) const { return m_rows.at(index); }
    [[nodiscard]] const QList<PlanRow> &rows() const { return m_rows; }
    /// The line of an instance; -1: none.
    [[nodiscard]] int indexOf(const InstanceId &instance) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void handChosen(const uplift::InstanceId &instance, int wave); ///< by the user; rows() follows later

private:
    QList<PlanRow> m_rows;
};

} // namespace uplift::ui
