// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/instances/tablekeeper.h"

#include "ui/instances/instancefilter.h"
#include "ui/instances/instancetable.h"

#include <QHeaderView>
#include <QItemSelectionModel>
#include <QScrollBar>

#include <algorithm>

namespace uplift::ui {

void TableKeeper::save()
{
    m_selected = m_table.selectedSourceRows();
    m_current = m_table.currentKey();
    saveAnchors();
    // Thousands of single rows would each become a persistent index otherwise.
    m_table.selectionModel()->clearSelection();
}

void TableKeeper::saveAnchors()
{
    m_value = m_table.verticalScrollBar()->value();
    m_anchors.clear();
    const int height = m_table.verticalHeader()->defaultSectionSize();
    const InstanceFilter &filter = *m_table.filter();
    const int first = m_value / height;
    const int last = std::min((m_value + m_table.viewport()->height()) / height, filter.rowCount() - 1);
    const int current = m_table.currentIndex().row();
    const auto add = [&](int row) {
        if (!filter.isGroup(row))
            m_anchors.append({filter.model()->row(filter.sourceRow(row)).key(), row * height - m_value});
    };
    if (current >= first && current <= last)
        add(current);
    if (m_anchors.isEmpty() && m_value == 0)
        return; // who stands at the top sees what comes in there
    if (std::exchange(m_keys, filter.sortKeys()) != filter.sortKeys())
        return; // a new order: following one row to its new place would be a jump
    for (int row = first; row <= last; ++row)
        add(row);
}

bool TableKeeper::restore()
{
    const QStringList hiddenBefore = m_hidden;
    const std::size_t before = m_selected.size();
    select();
    const QString current = m_current.isEmpty() ? m_hiddenCurrent : m_current;
    m_hiddenCurrent.clear();
    if (!current.isEmpty()) {
        const QModelIndex index = m_table.filter()->indexOf(current);
        if (!index.isValid())
            m_hiddenCurrent = current;
        else if (m_table.currentKey() != current)
            m_table.selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
    }
    scroll();
    return m_hidden != hiddenBefore || m_selected.size() != before || m_table.currentKey() != m_current;
}

void TableKeeper::select()
{
    const InstanceFilter &filter = *m_table.filter();
    const QStringList hidden = std::exchange(m_hidden, {});
    std::vector<int> rows; // of the table
    std::vector<int> kept; // of the model
    for (const int before : m_selected) {
        const int row = filter.rowAfter(before);
        if (row < 0)
            continue;
        kept.push_back(row);
        if (filter.placeOf(row) >= 0)
            rows.push_back(filter.placeOf(row));
        else
            m_hidden << filter.model()->row(row).key();
    }
    m_selected.swap(kept);
    for (const QString &key : hidden) {
        const QModelIndex index = filter.indexOf(key);
        if (index.isValid())
            rows.push_back(index.row());
        else
            m_hidden << key;
    }
    std::sort(rows.begin(), rows.end());
    QItemSelection selection;
    for (std::size_t i = 0; i < rows.size();) {
        std::size_t end = i + 1;
        while (end < rows.size() && rows[end] == rows[end - 1] + 1)
            ++end;
        selection.append(QItemSelectionRange(m_table.filter()->index(rows[i], 0),
                                             m_table.filter()->index(rows[end - 1], columnTotal - 1)));
        i = end;
    }
    if (!selection.isEmpty())
        m_table.selectionModel()->select(selection, QItemSelectionModel::Select);
}

void TableKeeper::scroll()
{
    m_table.layOutNow();
    int value = m_value;
    const int height = m_table.verticalHeader()->defaultSectionSize();
    for (const auto &[key, below] : std::as_const(m_anchors)) {
        const QModelIndex index = m_table.filter()->indexOf(key);
        if (!index.isValid())
            continue;
        value = index.row() * height - below;
        break;
    }
    m_table.verticalScrollBar()->setValue(value);
}

void TableKeeper::forgetHidden()
{
    m_hidden.clear();
    m_hiddenCurrent.clear();
}

} // namespace uplift::ui
