// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/instances/rowtext.h"
#include "ui/instances/tablekeeper.h"
#include "ui/instances/tablelayout.h"

#include <QTableView>

#include <vector>

class QMenu;

namespace uplift::ui {

class InstanceDelegate;
class InstanceFilter;
class InstanceHeader;

/// The table of instances: rows of 42 px with two lines, or of 28 with one; heads of 30; keyboard as in
/// ui.md 12. Left and Right close and open groups.
class InstanceTable : public QTableView {
    Q_OBJECT
public:
    explicit InstanceTable(InstanceFilter *filter, QWidget *parent = nullptr);

    void setEditionShown(bool shown); ///< goes below 1200 px of window width
    void selectKey(const QString &key); ///< selects and shows the row, if it is there
    [[nodiscard]] QStringList selectedKeys() const; ///< in the order shown, without what is hidden
    [[nodiscard]] std::vector<int> selectedSourceRows() const; ///< the same, as rows of the model
    [[nodiscard]] QString currentKey() const; ///< empty: none, or the head of a group
    [[nodiscard]] InstanceFilter *filter() const { return m_filter; }

    /// How it looks, is sorted and grouped, as kept in the preferences.
    void setTableLayout(const TableLayout &layout);
    [[nodiscard]] TableLayout tableLayout() const;
    void setCompact(bool compact);
    [[nodiscard]] bool isCompact() const { return m_compact; }
    void setFacts(const QList<Column> &facts); ///< of the compact table
    [[nodiscard]] const QList<Column> &facts() const { return m_facts; }
    [[nodiscard]] QList<Column> exportedColumns() const; ///< every fact, or those chosen for one line
    [[nodiscard]] QList<Column> copiedColumns() const; ///< as one reads them

    /// Writes what is selected, or all that is shown, with the facts on show: exported() brings the text.
    void exportCsv(bool selectedOnly);
    void copyRows();
    void copyId() const; ///< of the current row
    void layOutNow() { executeDelayedItemsLayout(); } ///< for TableKeeper

Q_SIGNALS:
    void selectionMoved(); ///< the set of selected rows or the current one changed
    void activatedRow(const QString &key); ///< Enter, Right or double click: go to the form
    void rowMenuRequested(const QString &key, const QPoint &globalPosition);
    void layoutChosen(); ///< the user changed what tableLayout() gives
    void exported(const QByteArray &csv);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void layOutColumns();
    void layOutTwoLines();
    void layOutFacts();
    void showColumns();
    void onSectionMoved();
    void onAboutToRearrange();
    void onRearranged();
    void onWritten(RowFormat format, const QByteArray &text);
    void popUpHeadMenu(const QPoint &position);
    [[nodiscard]] bool keyOnGroup(int key);
    void toggleGroup(int row);
    void hover(int row);
    void updateRow(int row);
    [[nodiscard]] QList<InstanceRow> selectedRows() const;

    InstanceFilter *m_filter;
    InstanceDelegate *m_delegate = nullptr;
    InstanceHeader *m_header = nullptr;
    TableKeeper m_keeper;
    RowWriter m_writer;
    QList<Column> m_facts = defaultFacts();
    int m_hovered = -1;
    bool m_editionShown = true;
    bool m_compact = false;
    bool m_rearranging = false;
    bool m_movingSections = false;
};

} // namespace uplift::ui
