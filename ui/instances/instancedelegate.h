// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/type.h"

#include <QFont>
#include <QStyledItemDelegate>

namespace uplift::ui {

struct Cell;
struct Theme;

/// Paints all of a cell from its Cell: two lines, marks, tag; no widgets, no rich text.
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

private:
    void paintGround(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                     const Theme &theme) const;
    void paintFirst(QPainter *painter, QRect line, const Cell &cell, const Theme &theme) const;
    void paintSecond(QPainter *painter, QRect line, const Cell &cell, const Theme &theme,
                     bool selected) const;

    QFont m_body;
    QFont m_medium;
    QFont m_bold;
    QFont m_small;
    QFont m_smallBold;
    QFont m_fixed;
    int m_hovered = -1;
};

} // namespace uplift::ui
