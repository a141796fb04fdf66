// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/instances/instancerow.h"

#include <QSortFilterProxyModel>

#include <array>

namespace uplift::ui {

class InstanceModel;

/// Standing filter, account and words over an InstanceModel; sorts by its SortRole.
class InstanceFilter : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit InstanceFilter(InstanceModel *model, QObject *parent = nullptr);

    void setStanding(StandingFilter filter);
    void setAccount(const AccountId &account); ///< empty: all
    void setWords(const QString &words);
    [[nodiscard]] StandingFilter standing() const { return m_standing; }
    [[nodiscard]] AccountId account() const { return m_account; }
    [[nodiscard]] QString words() const { return m_words; }

    [[nodiscard]] const InstanceRow &rowAt(const QModelIndex &index) const; ///< of this proxy
    [[nodiscard]] QModelIndex indexOf(const QString &key) const; ///< invalid: not shown
    /// How many rows each standing filter would show, whatever is set here.
    [[nodiscard]] std::array<int, standingFilterCount> counts() const;

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    InstanceModel *m_model;
    StandingFilter m_standing = StandingFilter::All;
    AccountId m_account;
    QString m_words;
};

} // namespace uplift::ui
