// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/instances/instancefilter.h"

#include "ui/instances/instancemodel.h"

namespace uplift::ui {

InstanceFilter::InstanceFilter(InstanceModel *model, QObject *parent)
    : QSortFilterProxyModel(parent), m_model(model)
{
    setSourceModel(model);
    setDynamicSortFilter(true);
}

void InstanceFilter::setStanding(StandingFilter filter)
{
    if (m_standing == filter)
        return;
    m_standing = filter;
    invalidateFilter();
}

void InstanceFilter::setAccount(const AccountId &account)
{
    if (m_account == account)
        return;
    m_account = account;
    invalidateFilter();
}

void InstanceFilter::setWords(const QString &words)
{
    if (m_words == words)
        return;
    m_words = words;
    invalidateFilter();
}

const InstanceRow &InstanceFilter::rowAt(const QModelIndex &index) const
{
    return m_model->row(mapToSource(index).row());
}

QModelIndex InstanceFilter::indexOf(const QString &key) const
{
    const int row = m_model->indexOf(key);
    return row < 0 ? QModelIndex() : mapFromSource(m_model->index(row, 0));
}

std::array<int, standingFilterCount> InstanceFilter::counts() const
{
    std::array<int, standingFilterCount> counts{};
    for (const InstanceRow &row : m_model->rows()) {
        for (int filter = 0; filter < standingFilterCount; ++filter)
            counts[static_cast<std::size_t>(filter)] +=
                passes(row, static_cast<StandingFilter>(filter)) ? 1 : 0;
    }
    return counts;
}

bool InstanceFilter::filterAcceptsRow(int row, const QModelIndex &) const
{
    const InstanceRow &instance = m_model->row(row);
    return passes(instance, m_standing) && (m_account.isEmpty() || instance.account == m_account)
        && matches(instance, m_words);
}

bool InstanceFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const InstanceRow &a = m_model->row(left.row());
    const InstanceRow &b = m_model->row(right.row());
    const QVariant first = m_model->data(left, InstanceModel::SortRole);
    const QVariant second = m_model->data(right, InstanceModel::SortRole);
    const bool byText = first.userType() == QMetaType::QString;
    int order = 0;
    if (byText)
        order = QString::localeAwareCompare(first.toString(), second.toString());
    else if (const auto compared = QVariant::compare(first, second); compared == QPartialOrdering::Less)
        order = -1;
    else if (compared == QPartialOrdering::Greater)
        order = 1;
    else if (compared == QPartialOrdering::Unordered) // one of them has no window
        order = int(second.isValid()) - int(first.isValid());
    if (order != 0)
        return order < 0;
    // Equal rows go by environment, then by name, whichever way the column is sorted.
    int tie = static_cast<int>(a.environment) - static_cast<int>(b.environment);
    if (tie == 0)
        tie = QString::localeAwareCompare(a.name(), b.name());
    if (tie == 0)
        tie = a.key().compare(b.key());
    return sortOrder() == Qt::AscendingOrder ? tie < 0 : tie > 0;
}

} // namespace uplift::ui
