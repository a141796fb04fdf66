// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fleet/knowninstance.h"

#include <QWidget>

class QPushButton;

namespace uplift::ui {

class BatchDraft;
class NoticeBar;
class PaneHeader;
class PlanRowsView;
class TextLabel;

/// The middle while a batch is planned: its dry run, wave by wave. Nothing here is sent.
class DryRunPage : public QWidget {
    Q_OBJECT
public:
    explicit DryRunPage(BatchDraft &draft, QWidget *parent = nullptr);
    [[nodiscard]] PlanRowsView *view() const { return m_view; }
    [[nodiscard]] NoticeBar *notices() const { return m_notices; }

Q_SIGNALS:
    void backRequested();
    void saveRequested();
    void refreshRequested(); ///< ask for all of them again
    void detailsRequested(const uplift::fleet::InstanceKey &key);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void onPlan();
    void showPlan();

    BatchDraft &m_draft;
    PaneHeader *m_header;
    QPushButton *m_save;
    NoticeBar *m_notices;
    PlanRowsView *m_view;
    TextLabel *m_empty;
    bool m_stale = false; ///< the plan changed while this was not seen
};

} // namespace uplift::ui
