// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "upgrade/upgrades.h"

#include <QHash>
#include <QTimeZone>
#include <QWidget>

class QListView;
class QPushButton;

namespace uplift::ui {

class NoticeBar;
class PaneHeader;
class RunTimeline;
class RunningModel;
class Segmented;
class TextLabel;

/// In progress: what is open, then what ended today; one line each with phase, percent and since when. Where
/// there is room below them, what is open over time.
class RunningPage : public QWidget {
    Q_OBJECT
public:
    explicit RunningPage(QWidget *parent = nullptr);
    /// Keeps the selection. `batchNames`: of those that belong to a batch.
    void setSteps(const QList<upgrade::StepView> &steps, const QHash<PlanId, QString> &batchNames = {});
    void setNow(const QDateTime &now, const QTimeZone &zone);
    void select(const StepId &step);
    [[nodiscard]] StepId current() const; ///< empty: none
    [[nodiscard]] QListView *list() const { return m_list; }
    [[nodiscard]] NoticeBar *notices() const { return m_notices; }

protected:
    void resizeEvent(QResizeEvent *event) override;

Q_SIGNALS:
    void stepSelected(const uplift::StepId &step);

private:
    void apply();
    void showTimeline();
    QWidget *buildEmpty();
    void showEmpty();

    PaneHeader *m_header;
    NoticeBar *m_notices;
    Segmented *m_choice;
    QListView *m_list;
    RunTimeline *m_timeline;
    QWidget *m_empty;
    TextLabel *m_emptyTitle = nullptr;
    TextLabel *m_emptyText = nullptr;
    QPushButton *m_showAll = nullptr;
    RunningModel *m_model;
    QList<upgrade::StepView> m_steps;
    QDateTime m_now;
};

} // namespace uplift::ui
