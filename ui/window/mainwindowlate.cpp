// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of MainWindow that are made when they are first needed. A start shows none of them, and each
// costs it time and memory.
#include "ui/batch/batchform.h"
#include "ui/batch/dryrunpage.h"
#include "ui/batch/plandetail.h"
#include "ui/batch/planspage.h"
#include "ui/history/historydetail.h"
#include "ui/history/historypage.h"
#include "ui/history/historytable.h"
#include "ui/preferences.h"
#include "ui/running/runningdetail.h"
#include "ui/running/runningpage.h"
#include "ui/session.h"
#include "ui/window/batchflow.h"
#include "ui/window/historyflow.h"
#include "ui/window/mainwindow.h"
#include "ui/window/panes.h"
#include "ui/window/runningflow.h"
#include "ui/window/ticketflow.h"

#include <QListView>
#include <QStackedWidget>

namespace uplift::ui {

void MainWindow::need(View view)
{
    const bool there = view == View::Instances || (view == View::Running && m_running)
        || (view == View::History && m_history)
        || ((view == View::DryRun || view == View::Plans) && m_batchFlow);
    if (there)
        return;
    if (view == View::Running)
        buildRunning();
    else if (view == View::History)
        buildHistory();
    else
        buildBatches();
    tick();
    adapt();
}

void MainWindow::buildRunning()
{
    m_running = new RunningPage;
    m_middle->addWidget(m_running);
    m_detail = new RunningDetail;
    m_right->addWidget(m_detail);
    m_runningFlow = new RunningFlow(m_session, *m_running, *m_detail, this);
    leadToRight(m_running->list());
    connect(m_runningFlow, &RunningFlow::planAgainRequested, this, &MainWindow::openInstance);
    connect(m_runningFlow, &RunningFlow::historyRequested, this, [this](const upgrade::StepView &step) {
        focusPane(5);
        // The words that find this attempt alone, or at least its instance's.
        m_history->searchFor(step.requestId.isEmpty() ? step.plan.instance.value : step.requestId);
    });
    connect(m_runningFlow, &RunningFlow::batchRequested, this, &MainWindow::openBatch);
    connect(m_runningFlow, &RunningFlow::ticketRequested, m_ticketFlow, &TicketFlow::openForStep);
    m_runningFlow->setNow(m_session.clock().now(), QTimeZone::systemTimeZone());
    m_runningFlow->onStepsChanged();
}

void MainWindow::buildHistory()
{
    m_history =
        new HistoryPage([&journal = m_session.journal()](const upgrade::HistoryQuery &query, QObject *context,
                                                         Handler<upgrade::HistoryPage> done) {
            journal.history(query, context, std::move(done));
        });
    m_middle->addWidget(m_history);
    m_historyDetail = new HistoryDetail;
    m_right->addWidget(m_historyDetail);
    m_historyFlow = new HistoryFlow(m_session, *m_history, *m_historyDetail, this);
    leadToRight(m_history->table());
    connect(m_history, &HistoryPage::detailRequested, m_panes, &Panes::showRight);
    connect(m_historyFlow, &HistoryFlow::planAgainRequested, this, &MainWindow::openInstance);
    connect(m_historyFlow, &HistoryFlow::runningRequested, this, &MainWindow::openStep);
    connect(m_historyFlow, &HistoryFlow::batchRequested, this, &MainWindow::openBatch);
    connect(m_historyFlow, &HistoryFlow::ticketRequested, m_ticketFlow, &TicketFlow::openForStep);
    m_historyFlow->onWorkspaceChanged();
}

void MainWindow::buildBatches()
{
    m_batchFlow = new BatchFlow(m_session, *m_instances, this);
    m_batchFlow->setBackupLimit(m_preferences.backupLimit());
    m_middle->addWidget(m_batchFlow->dryRun());
    m_middle->addWidget(m_batchFlow->plans());
    m_right->addWidget(m_batchFlow->form());
    m_right->addWidget(m_batchFlow->detail());
    connectBatches();
    connect(m_batchFlow, &BatchFlow::ticketRequested, m_ticketFlow, &TicketFlow::openForBatch);
    connect(m_batchFlow, &BatchFlow::planTicketRequested, m_ticketFlow, &TicketFlow::openForPlannedBatch);
    connect(m_ticketFlow, &TicketFlow::batchDetailsChanged, m_batchFlow, &BatchFlow::setTicket);
    m_batchFlow->onWorkspaceChanged();
}

} // namespace uplift::ui
