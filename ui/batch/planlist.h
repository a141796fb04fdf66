// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/batch/batchstatus.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

namespace uplift::ui {

/// Plans as lines: open, ended, saved.
class PlanListModel : public QAbstractListModel {
    Q_OBJECT
public:
    explicit PlanListModel(QObject *parent = nullptr);
    void setEntries(const QList<PlanEntry> &entries); ///< those that stay keep selection and place
    [[nodiscard]] const PlanEntry &entry(int row) const { return m_entries.at(row); }
    [[nodiscard]] int indexOf(const PlanId &id) const; ///< -1: none
    /// By these the columns are measured.
    [[nodiscard]] const QString &longestWhen() const { return m_longestWhen; }
    [[nodiscard]] const QString &longestProgress() const { return m_longestProgress; }
    [[nodiscard]] const QString &longestState() const { return m_longestState; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<PlanEntry> m_entries;
    QString m_longestWhen;
    QString m_longestProgress;
    QString m_longestState;
};

/// One plan in a line of 32 px: mark, name, state, how far, since when.
class PlanListDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit PlanListDelegate(const PlanListModel &model, QObject *parent = nullptr);
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const PlanListModel &m_model;
};

} // namespace uplift::ui
