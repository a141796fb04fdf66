// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace uplift::ui {

class InstanceDelegate;
class InstanceFilter;

/// The table of instances: rows of 42 px, heads of 30, keyboard as in ui.md 12.
class InstanceTable : public QTableView {
    Q_OBJECT
public:
    explicit InstanceTable(InstanceFilter *filter, QWidget *parent = nullptr);

    void setEditionShown(bool shown); ///< goes below 1200 px of window width
    void selectKey(const QString &key); ///< selects and shows the row, if it is there
    [[nodiscard]] QStringList selectedKeys() const; ///< in the order shown
    [[nodiscard]] QString currentKey() const; ///< empty: none

Q_SIGNALS:
    void selectionMoved(); ///< the set of selected rows or the current one changed
    void activatedRow(const QString &key); ///< Enter, Right or double click: go to the form
    void rowMenuRequested(const QString &key, const QPoint &globalPosition);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void layOutColumns();
    void hover(int row);
    void copyRows() const;

    InstanceFilter *m_filter;
    InstanceDelegate *m_delegate = nullptr;
    int m_hovered = -1;
    bool m_editionShown = true;
};

} // namespace uplift::ui
