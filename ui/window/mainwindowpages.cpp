// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of MainWindow: which one is shown, and what leads from one to another.
#include "ui/batch/batchform.h"
#include "ui/batch/planspage.h"
#include "ui/dialogs/closingdialog.h"
#include "ui/form/upgradeform.h"
#include "ui/history/historydetail.h"
#include "ui/history/historypage.h"
#include "ui/instances/instancefilter.h"
#include "ui/instances/instancetable.h"
#include "ui/running/runningdetail.h"
#include "ui/running/runningpage.h"
#include "ui/session.h"
#include "ui/sidebar/sidebar.h"
#include "ui/window/batchflow.h"
#include "ui/window/historyflow.h"
#include "ui/window/instancespage.h"
#include "ui/window/mainwindow.h"
#include "ui/window/noticebar.h"
#include "ui/window/notifyflow.h"
#include "ui/window/runningflow.h"
#include "ui/window/ticketflow.h"
#include "ui/window/upgradeflow.h"

#include <QListView>
#include <QStackedWidget>

namespace uplift::ui {

void MainWindow::connectRecords()
{
    connect(m_runningFlow, &RunningFlow::planAgainRequested, this, &MainWindow::openInstance);
    connect(m_runningFlow, &RunningFlow::historyRequested, this, [this](const upgrade::StepView &step) {
        focusPane(5);
        // The words that find this attempt alone, or at least its instance's.
        m_history->searchFor(step.requestId.isEmpty() ? step.plan.instance.value : step.requestId);
    });
    connect(m_historyFlow, &HistoryFlow::planAgainRequested, this, &MainWindow::openInstance);
    connect(m_historyFlow, &HistoryFlow::runningRequested, this, &MainWindow::openStep);
    connect(m_notifyFlow, &NotifyFlow::stepRequested, this, &MainWindow::openStep);
    connect(m_historyFlow, &HistoryFlow::batchRequested, this, &MainWindow::openBatch);
    connect(m_runningFlow, &RunningFlow::batchRequested, this, &MainWindow::openBatch);
    connect(m_notifyFlow, &NotifyFlow::batchRequested, this, &MainWindow::openBatch);
    connect(m_historyFlow, &HistoryFlow::ticketRequested, m_ticketFlow, &TicketFlow::openForStep);
    connect(m_runningFlow, &RunningFlow::ticketRequested, m_ticketFlow, &TicketFlow::openForStep);
    connect(m_ticketFlow, &TicketFlow::planDetailsChanged, m_upgradeFlow, &UpgradeFlow::setTicket);
    connect(m_ticketFlow, &TicketFlow::failed, this, &MainWindow::showError);
}

/// Of what is on show: the attempt, or the upgrade the form is about.
void MainWindow::showTicket()
{
    if (m_view == View::History && m_historyDetail->step())
        return m_ticketFlow->openForStep(*m_historyDetail->step());
    if (m_view == View::Running && m_detail->step())
        return m_ticketFlow->openForStep(*m_detail->step());
    if (const auto plans = m_upgradeFlow->plans(); !plans.isEmpty() && m_view == View::Instances)
        return m_ticketFlow->openForPlans(plans);
    m_instances->notices()->showNotice(
        tr("Choose an instance or an attempt first; then its change ticket can "
           "be shown."),
        {}, Role::Raised);
}

void MainWindow::openStep(const StepId &id)
{
    focusPane(4);
    if (!id.isEmpty())
        m_running->select(id);
}

/// Every attempt of the batch, of which the journal knows its plan's id.
void MainWindow::openBatch(const PlanId &id)
{
    focusPane(5);
    m_history->searchFor(id.value);
}

bool MainWindow::asksBeforeClosing()
{
    if (m_closing) {
        m_closing->raise();
        return true;
    }
    // A window that only looks leaves nothing behind that it would carry on.
    if (m_session.journal().access() != upgrade::JournalState::Access::Writable)
        return false;
    const auto words =
        closingWords(m_session.upgrades().steps(), m_session.batches().batches(), m_session.isPractice(),
                     m_session.clock().now(), QTimeZone::systemTimeZone());
    if (!words)
        return false;
    m_closing = new ClosingDialog(*words, this);
    connect(m_closing, &QDialog::accepted, this, [this] {
        m_closingAgreed = true;
        close();
    });
    m_closing->open();
    return true;
}

void MainWindow::openInstance(const fleet::InstanceKey &key)
{
    m_sidebar->setCurrentFilter(StandingFilter::All);
    m_instances->setAccount({}, {});
    m_instances->setStanding(StandingFilter::All);
    showView(View::Instances);
    openKey(key);
}

void MainWindow::showView(View view)
{
    m_view = view;
    m_batchFlow->setShown(view == View::DryRun, view == View::Plans);
    if (view == View::DryRun || view == View::Plans)
        m_sidebar->setCurrentPage(SidebarPage::Plans);
    m_middle->setCurrentIndex(static_cast<int>(view));
    showRight();
    if (view == View::Plans)
        m_batchFlow->showPlans();
}

void MainWindow::focusPane(int number)
{
    switch (number) {
    case 1:
        return m_sidebar->setFocus();
    case 4:
        m_sidebar->setCurrentFilter(StandingFilter::InProgress);
        showView(View::Running);
        return m_running->focusFirst();
    case 5:
        m_sidebar->setCurrentPage(SidebarPage::History);
        showView(View::History);
        return m_history->focusTable();
    case 6:
        showView(View::Plans);
        return m_batchFlow->plans()->focusFirst();
    default:
        break;
    }
    if (number == 3 && m_view == View::DryRun)
        return m_batchFlow->form()->focusFirst();
    if (m_view != View::Instances)
        m_sidebar->setCurrentFilter(m_instances->filter()->standing());
    showView(View::Instances);
    if (number == 2)
        m_instances->table()->setFocus();
    else if (m_batchFlow->isPlanning())
        m_batchFlow->form()->focusFirst();
    else
        m_form->focusFirst();
}

void MainWindow::focusSearch()
{
    if (m_view == View::History)
        return m_history->focusSearch();
    if (m_view != View::Instances)
        focusPane(2);
    m_instances->focusFilter();
}

} // namespace uplift::ui
