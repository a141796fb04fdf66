// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/batch/planrow.h"

#include <QListView>

namespace uplift::ui {

class PlanRowsDelegate;
class PlanRowsModel;
struct PlanColumns;

/// The lines of a plan under their heads' names. Arrow keys go through all of them, gates as well; by hand, a
/// digit puts the selected members into that wave, F2 or a double click opens the number.
class PlanRowsView : public QListView {
    Q_OBJECT
public:
    explicit PlanRowsView(QWidget *parent = nullptr);
    void setRows(const QList<PlanRow> &rows); ///< keeps the current instance and the selection
    void setHeads(const PlanHeads &heads);
    [[nodiscard]] const PlanHeads &heads() const { return m_heads; }
    [[nodiscard]] PlanColumns columns() const; ///< as wide as their widest text
    [[nodiscard]] PlanRowsModel *lines() const { return m_model; }
    void select(const InstanceId &instance);
    [[nodiscard]] const PlanRow *current() const; ///< nullptr: none

Q_SIGNALS:
    void rowActivated(const uplift::ui::PlanRow &row); ///< Enter or double click, not to edit
    void currentMoved();
    void handsChosen(const QList<uplift::InstanceId> &instances, int wave);
    void headsChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void measure();
    [[nodiscard]] QList<InstanceId> selectedByHand() const;
    void copyRows() const;

    PlanRowsModel *m_model;
    PlanRowsDelegate *m_delegate;
    PlanHeads m_heads;
    bool m_taking = false; ///< rows are being exchanged
};

/// The names of the columns over a PlanRowsView, by its own columns.
class PlanRowsHead : public QWidget {
    Q_OBJECT
public:
    explicit PlanRowsHead(PlanRowsView *view, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    PlanRowsView *m_view;
};

} // namespace uplift::ui
