// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/type.h"

#include <QFont>
#include <QStyledItemDelegate>

namespace uplift::ui {

struct Cell;
struct RowGroup;
struct Theme;

/// Paints all of a cell from its Cell: one or two lines, marks, tag; no widgets, no rich text. The heads of
/// groups are painted as a whole, by the table.
class InstanceDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit InstanceDelegate(QObject *parent = nullptr);
    void refreshFonts(); ///< after the application font changed

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// What the column needs at least, from the fonts in use.
    [[nodiscard]] int columnWidth(int column) const;
    void setHoveredRow(int row) { m_hovered = row; }
    void setCompact(bool compact) { m_compact = compact; }
    void setFirstColumn(int column) { m_first = column; } ///< stands at the pane's edge
    [[nodiscard]] int rowHeight() const;
    void paintGroup(QPainter *painter, const QRect &line, const RowGroup &group, bool isCurrent,
                    const Theme &theme) const;

private:
    void paintGround(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                     const Theme &theme) const;
    void paintFirst(QPainter *painter, QRect line, const Cell &cell, const Theme &theme, bool selected) const;
    void paintSecond(QPainter *painter, QRect line, const Cell &cell, const Theme &theme,
                     bool selected) const;

    QFont m_body;
    QFont m_medium;
    QFont m_bold;
    QFont m_small;
    QFont m_smallBold;
    QFont m_fixed;
    QFont m_fixedBody;
    QFont m_note;
    [[nodiscard]] int startOf(int column) const;
    [[nodiscard]] int factWidth(int column) const;

    QFont m_head;
    int m_hovered = -1;
    int m_first = 0;
    bool m_compact = false;
};

} // namespace uplift::ui
