// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/instances/instancerow.h"
#include "ui/instances/slice.h"
#include "ui/instances/tablecolumns.h"
#include "ui/instances/textkey.h"

#include <QDateTime>
#include <QHash>

#include <optional>
#include <variant>
#include <vector>

namespace uplift::ui {

/// What rows are compared by: a number, letters as they are (ids, versions) or by the rules of the language.
/// Nothing: the row does not have the fact.
using SortValue = std::optional<std::variant<qint64, QString, TextKey>>;

/// Compares rows by several keys, then by environment, name and id, so that equal rows keep one order. Pure;
/// `now` decides what the next window is.
class RowOrder {
public:
    RowOrder(const QList<SortKey> &keys, const QDateTime &now);

    using Values = std::vector<SortValue>;
    [[nodiscard]] Values valuesOf(const InstanceRow &row);
    [[nodiscard]] bool less(const Values &a, const Values &b) const;
    /// Does nothing the order looks at differ?
    [[nodiscard]] bool isSame(const InstanceRow &a, const InstanceRow &b);

private:
    [[nodiscard]] SortValue valueOf(const InstanceRow &row, Column fact);
    [[nodiscard]] SortValue collated(const QString &text);
    [[nodiscard]] SortValue words(const QString &text) const;
    [[nodiscard]] int compare(const SortValue &a, const SortValue &b) const;

    QList<SortKey> m_keys; ///< with the last resorts
    QDateTime m_now;
    QCollator m_collator;
    QHash<QString, TextKey> m_collated; ///< regions, accounts, states: few texts, many rows
};

/// Puts the rows 0 … count-1 in order, slice by slice: values first, then runs, then merging.
class SlicedSort {
public:
    void start(int count, const QList<SortKey> &keys, const QDateTime &now);
    [[nodiscard]] bool isRunning() const { return m_order.has_value(); }
    void abandon() { *this = SlicedSort(); }
    /// True when done: take() then.
    [[nodiscard]] bool advance(const QList<InstanceRow> &rows, Slice &slice);
    [[nodiscard]] std::vector<int> take();

private:
    [[nodiscard]] bool mergeStep(Slice &slice);
    [[nodiscard]] bool isLess(int a, int b) const
    {
        return m_order->less(m_values[static_cast<std::size_t>(a)], m_values[static_cast<std::size_t>(b)]);
    }

    std::optional<RowOrder> m_order;
    std::vector<RowOrder::Values> m_values;
    std::vector<int> m_from;
    std::vector<int> m_to;
    std::size_t m_count = 0;
    std::size_t m_run = 0; ///< length of the sorted runs; 0: the values are being made
    std::size_t m_left = 0; ///< where merging stands
    std::size_t m_right = 0;
    std::size_t m_begin = 0; ///< of the pair of runs
};

} // namespace uplift::ui
