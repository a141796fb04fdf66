// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "profiles/workspace.h"
#include "ui/batch/batchdraft.h"
#include "upgrade/backupbook.h"

#include <QObject>
#include <QQueue>
#include <QSet>
#include <QTimer>

#include <chrono>
#include <optional>

class QMenu;

namespace uplift::ui {

class BatchForm;
class BatchStartFlow;
class DryRunPage;
class InstancesPage;
class PlanDetail;
class PlanFlow;
class PlansPage;
class Session;

/// Everything of batches behind the window: the draft that follows the table's selection, its form and dry
/// run, and the pages of plans. The window shows the pages and routes between them.
class BatchFlow : public QObject {
    Q_OBJECT
public:
    BatchFlow(Session &session, InstancesPage &instances, QWidget *window);
    ~BatchFlow() override;

    [[nodiscard]] BatchForm *form() const { return m_form; }
    [[nodiscard]] DryRunPage *dryRun() const { return m_dryRun; }
    [[nodiscard]] PlansPage *plans() const { return m_plans; }
    [[nodiscard]] PlanDetail *detail() const { return m_detail; }
    [[nodiscard]] BatchDraft &draft() { return m_draft; }
    /// Is the right pane the plan's? Several rows are selected, or a plan was opened since.
    [[nodiscard]] bool isPlanning() const { return m_planning; }

    void onSelectionMoved(); ///< of the table
    void onWorkspaceChanged();
    void setNow(const QDateTime &now, const QTimeZone &zone);
    void setShort(bool isShort);
    /// What was entered in the change ticket of the batch that is planned; of any other one nothing is taken.
    void setTicket(const PlanId &id, const QString &number, const QString &note);
    /// Asks for the change ticket of what is on show: the batch chosen in the list of plans, else the one
    /// that is planned. False: there is neither.
    [[nodiscard]] bool showTicket();
    /// How old a backup may be, as the user set it; nothing: any age will do.
    void setBackupLimit(std::optional<std::chrono::hours> limit);
    void savePlan(); ///< the one that is planned, under a name that is asked for
    /// The pages are in view: dry run, list of plans.
    void setShown(bool dryRun, bool plans);
    void showPlans(); ///< the list comes into view
    void showBatch(const PlanId &id); ///< in the list; see batchMissing()

Q_SIGNALS:
    void planningChanged(); ///< isPlanning()
    void dryRunRequested(bool shown); ///< show it, or go back to the table
    void plansRequested(); ///< show the list of plans
    void tableRequested();
    void stepRequested(const uplift::StepId &step); ///< show it in In progress
    void historyRequested(const QString &words); ///< show what they find in the history
    void batchMissing(const uplift::PlanId &id); ///< showBatch() did not find it in the list
    void detailsRequested(const uplift::fleet::InstanceKey &key);
    void ticketRequested(const uplift::PlanId &id); ///< of a batch that was begun
    void planTicketRequested(const uplift::upgrade::BatchPlan &plan); ///< of the one that is planned
    void batchesChanged(); ///< how one stands

private:
    void connectForm();
    void connectPlans();
    void buildMenu();
    void setPlanning(bool planning);
    void openPlan(const profiles::SavedPlan &plan, const QList<fleet::InstanceKey> &instances);
    void selectInTable(); ///< who is planned, as far as the table shows them
    void planAgain(const upgrade::BatchPlan &plan, const QList<fleet::InstanceKey> &instances);
    void askMissing();
    void pumpQuestions();
    void pumpBackups();
    void onBatchChanged(const PlanId &id);
    void say(const QString &sentence);
    void fail(const Error &error);
    [[nodiscard]] QList<fleet::InstanceKey> selectedKeys() const;

    Session &m_session;
    InstancesPage &m_instances;
    upgrade::BackupBook m_backups;
    std::optional<std::chrono::hours> m_backupLimit;
    BatchDraft m_draft;
    BatchForm *m_form;
    DryRunPage *m_dryRun;
    PlansPage *m_plans;
    PlanDetail *m_detail;
    BatchStartFlow *m_startFlow;
    PlanFlow *m_planFlow;
    QMenu *m_menu;
    bool m_planning = false;
    bool m_selecting = false; ///< the table's selection follows the plan, not the plan the selection
    bool m_dryRunShown = false;
    bool m_plansShown = false;
    QQueue<fleet::InstanceKey> m_toAsk; ///< members whose version or window is not known
    QQueue<fleet::InstanceKey> m_toAskBackups; ///< members whose backups are not known
    QTimer m_asking;
    QSet<PlanId> m_ended; ///< batches of the cloud whose members were asked for since
};

} // namespace uplift::ui
