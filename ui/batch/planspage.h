// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/batch/batchstatus.h"
#include "ui/batch/planrow.h"

#include <QWidget>

class QListView;
class QStackedWidget;

namespace uplift::ui {

class NoticeBar;
class PaneHeader;
class PlanListModel;
class PlanRowsHead;
class PlanRowsView;

/// Batch plans: open ones, those that ended, saved ones; below, the chosen one member by member.
class PlansPage : public QWidget {
    Q_OBJECT
public:
    explicit PlansPage(QWidget *parent = nullptr);
    void setEntries(const QList<PlanEntry> &entries); ///< keeps the selection
    void setRows(const QList<PlanRow> &rows, const PlanHeads &heads); ///< of the chosen plan
    void select(const PlanId &id);
    [[nodiscard]] bool holds(const PlanId &id) const;
    [[nodiscard]] PlanId current() const; ///< empty: none
    [[nodiscard]] QListView *list() const { return m_list; }
    [[nodiscard]] PlanRowsView *timeline() const { return m_timeline; }
    [[nodiscard]] NoticeBar *notices() const { return m_notices; }

Q_SIGNALS:
    void planSelected(const uplift::PlanId &id);
    void planActivated(const uplift::PlanId &id); ///< Enter or double click
    void planMenuRequested(const uplift::PlanId &id, const QPoint &globalPosition);
    void instancesRequested(); ///< from the empty state

private:
    QWidget *buildEmpty();
    [[nodiscard]] static QString countText(const QList<PlanEntry> &entries);
    void fitList();

    PaneHeader *m_header;
    NoticeBar *m_notices;
    QStackedWidget *m_pages;
    QListView *m_list;
    PlanListModel *m_model;
    PlanRowsView *m_timeline;
    PlanRowsHead *m_head;
    bool m_taking = false; ///< entries are being exchanged
};

} // namespace uplift::ui
