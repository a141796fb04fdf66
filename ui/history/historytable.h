// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>
#include <QTableView>

namespace uplift::ui {

class HistoryModel;

/// A line of the history in 32 px.
class HistoryDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit HistoryDelegate(const HistoryModel &model, QObject *parent = nullptr);
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// What the column needs at most, from the fonts in use; of the instance's: at least.
    [[nodiscard]] int columnWidth(int column) const;
    [[nodiscard]] int rowHeight() const;
    void setHoveredRow(int row) { m_hovered = row; }

private:
    void paintGround(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    const HistoryModel &m_model;
    int m_hovered = -1;
};

/// The attempts as a table, newest first. Enter goes to the detail, Ctrl+C copies lines, Ctrl+Shift+C the
/// RequestIds.
class HistoryTable : public QTableView {
    Q_OBJECT
public:
    explicit HistoryTable(HistoryModel *model, QWidget *parent = nullptr);
    void selectRow(int row); ///< alone, and brought into view

Q_SIGNALS:
    void rowActivated(); ///< Enter, Right or double click
    void currentMoved();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void layOutColumns();
    void layOutRows();
    void hover(int row);
    void copyRows() const;
    void copyRequestIds() const;
    [[nodiscard]] QList<int> selectedRows() const;

    HistoryModel *m_model;
    HistoryDelegate *m_delegate;
    int m_hovered = -1;
};

} // namespace uplift::ui
