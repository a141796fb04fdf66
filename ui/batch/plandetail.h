// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/batch/batchstatus.h"
#include "ui/batch/planrow.h"

#include <QWidget>

#include <optional>

class QVBoxLayout;

namespace uplift::ui {

class PaneHeader;
class PinnedFoot;
class ScrollForm;

/// The right pane beside the list of plans: how a batch stands, what comes next, why it holds and what can be
/// done; or what a saved plan will do. Shows what it is given and adds nothing.
class PlanDetail : public QWidget {
    Q_OBJECT
public:
    explicit PlanDetail(QWidget *parent = nullptr);
    void showNothing();
    /// `earlier`: it ended before the program's start, so that its attempts are in the history alone.
    void showBatch(const upgrade::BatchView &view, const QHash<AccountId, QString> &accounts,
                   bool earlier = false);
    void showSaved(const profiles::SavedPlan &plan, bool selectionChosen,
                   std::optional<Environment> environment = {});
    void showMember(const PlanRow *row); ///< of the batch shown; nullptr: none is chosen
    void setNow(const QDateTime &now, const QTimeZone &zone);

Q_SIGNALS:
    void pauseRequested(const uplift::PlanId &id);
    void resumeRequested(const uplift::PlanId &id);
    void stopRequested(const uplift::PlanId &id); ///< asked for; not yet confirmed
    void ticketRequested(const uplift::PlanId &id); ///< the batch's
    void againRequested(const uplift::PlanId &id); ///< plan those again that did not end verified
    void openRequested(const uplift::PlanId &id); ///< a saved plan, with its own instances
    void applyRequested(const uplift::PlanId &id); ///< a saved plan, on what is selected in the table
    void renameRequested(const uplift::PlanId &id);
    void removeRequested(const uplift::PlanId &id);
    void stepRequested(const uplift::StepId &step);

private:
    void rebuild();
    void fillBatch(QVBoxLayout *column);
    void fillNotes(QVBoxLayout *column);
    void fillExecutions(QVBoxLayout *column);
    void fillMember(QVBoxLayout *column);
    void fillRecord(QVBoxLayout *column);
    void fillSaved(QVBoxLayout *column);
    void fillFoot();
    void fillBatchFoot(QVBoxLayout *column);
    void fillSavedFoot(QVBoxLayout *column);
    [[nodiscard]] QString footKey() const;

    std::optional<upgrade::BatchView> m_batch;
    std::optional<profiles::SavedPlan> m_saved;
    std::optional<PlanRow> m_member;
    QHash<AccountId, QString> m_accounts;
    bool m_selectionChosen = false;
    bool m_earlier = false;
    QDateTime m_now;
    QTimeZone m_zone = QTimeZone::utc();
    PaneHeader *m_header;
    ScrollForm *m_form;
    QWidget *m_content = nullptr;
    PinnedFoot *m_foot;
    QWidget *m_footContent = nullptr;
    QString
        m_footKey; ///< what the foot's buttons are for: they stay while that does, and with them the focus
};

} // namespace uplift::ui
