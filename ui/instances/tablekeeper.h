// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/instances/tablecolumns.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <utility>
#include <vector>

namespace uplift::ui {

class InstanceTable;

/// Keeps selection, current row and scroll position of a table while its rows are arranged anew. What a
/// filter hides is selected again when it comes back, unless the user selected something else meanwhile.
class TableKeeper {
public:
    TableKeeper(InstanceTable &table, const QList<SortKey> &keys) : m_table(table), m_keys(keys) { }
    void save();
    /// True when what is selected or current differs from before.
    [[nodiscard]] bool restore();
    void forgetHidden();

private:
    void saveAnchors();
    void select();
    void scroll();

    InstanceTable &m_table;
    QList<SortKey> m_keys; ///< of the order the rows were last in
    std::vector<int> m_selected; ///< shown before, as rows of the model
    QString m_current;
    QStringList m_hidden; ///< keys of rows selected, but not shown
    QString m_hiddenCurrent;
    QList<std::pair<QString, int>> m_anchors; ///< rows seen, best first, and how far below the upper edge
    int m_value = 0;
};

} // namespace uplift::ui
