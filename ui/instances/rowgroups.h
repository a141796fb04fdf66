// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/instances/instancerow.h"
#include "ui/instances/tablecolumns.h"

#include <QList>
#include <QMetaType>
#include <QSet>
#include <QStringList>

#include <vector>

namespace uplift::ui {

/// Rows that belong together, under a head of their own.
struct RowGroup {
    QString key; ///< "region:cn-hangzhou"
    QString title; ///< "Hangzhou"
    int count = 0; ///< instances
    bool collapsed = false;
    friend bool operator==(const RowGroup &, const RowGroup &) = default;
};

/// Puts heads between rows in order. Pure but for what the user put away.
class RowGroups {
public:
    /// Lines of the table: the number of a row, or the head of group i as -1 - i.
    struct Arrangement {
        std::vector<int> lines;
        std::vector<RowGroup> groups;
        friend bool operator==(const Arrangement &, const Arrangement &) = default;
    };

    [[nodiscard]] GroupBy by() const { return m_by; }
    void setBy(GroupBy by) { m_by = by; }
    [[nodiscard]] QStringList collapsed() const;
    void setCollapsed(const QStringList &groups) { m_collapsed = {groups.begin(), groups.end()}; }
    void setCollapsed(const QString &group, bool collapsed);
    /// `order`: rows in order; those of a group keep it. Groups go by title, environments by urgency.
    [[nodiscard]] Arrangement arrange(const std::vector<int> &order, const QList<InstanceRow> &rows) const;

private:
    GroupBy m_by = GroupBy::None;
    QSet<QString> m_collapsed;
};

} // namespace uplift::ui

Q_DECLARE_METATYPE(uplift::ui::RowGroup)
