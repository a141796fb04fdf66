// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/batch/planrow.h"
#include "ui/look/theme.h"

#include <QStyledItemDelegate>

namespace uplift::ui {

/// Left edges of the columns, and the right one; `fourth` is empty (equal to `mark`) when there is no room.
struct PlanColumns {
    int name = 0;
    int version = 0;
    int third = 0;
    int fourth = 0;
    int mark = 0;
    int end = 0;
    [[nodiscard]] bool hasFourth() const { return fourth < mark; }
};
/// The widest text of each column that is not the name, in pixels of the font in use.
struct PlanWidths {
    int version = 0;
    int third = 0;
    int fourth = 0;
    int mark = 0; ///< with its icon
};
[[nodiscard]] PlanWidths planWidths(const QList<PlanRow> &rows, const PlanHeads &heads);
/// Columns for a line `width` wide, in the font in use. The head draws by them too.
[[nodiscard]] PlanColumns planColumns(int width, const PlanWidths &widths);

/// Paints the lines of a plan: numbered wave heads, members, gates as sentences (ui.md 6).
class PlanRowsDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit PlanRowsDelegate(QObject *parent = nullptr);
    void setWidths(const PlanWidths &widths) { m_widths = widths; }
    [[nodiscard]] const PlanWidths &widths() const { return m_widths; }
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;

private:
    void paintHead(QPainter *painter, const QRect &rect, const PlanRow &row, const Theme &theme) const;
    void paintGate(QPainter *painter, const QRect &rect, const PlanRow &row, const Theme &theme) const;
    void paintMember(QPainter *painter, const QRect &rect, const PlanRow &row, const Theme &theme,
                     bool selected) const;

    PlanWidths m_widths;
};

} // namespace uplift::ui
