// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of MainWindow: which one is shown, and what leads from one to another.
#include "ui/batch/batchform.h"
#include "ui/batch/dryrunpage.h"
#include "ui/batch/planrowsview.h"
#include "ui/batch/planspage.h"
#include "ui/dialogs/closingdialog.h"
#include "ui/form/upgradeform.h"
#include "ui/history/historydetail.h"
#include "ui/history/historypage.h"
#include "ui/history/historytable.h"
#include "ui/instances/instancefilter.h"
#include "ui/instances/instancetable.h"
#include "ui/running/runningdetail.h"
#include "ui/running/runningpage.h"
#include "ui/session.h"
#include "ui/sidebar/sidebar.h"
#include "ui/window/batchflow.h"
#include "ui/window/firststart.h"
#include "ui/window/homeflow.h"
#include "ui/window/instancespage.h"
#include "ui/window/mainwindow.h"
#include "ui/window/noticebar.h"
#include "ui/window/panes.h"
#include "ui/window/ticketflow.h"
#include "ui/window/upgradeflow.h"

#include <QGuiApplication>
#include <QHash>
#include <QListView>
#include <QStackedWidget>

namespace uplift::ui {

namespace {

/// The first thing inside that Tab would stop at; nullptr where there is none.
QWidget *firstStopIn(const QWidget *pane)
{
    for (QWidget *at = pane->nextInFocusChain(); at != pane; at = at->nextInFocusChain()) {
        const bool stops =
            (at->focusPolicy() & Qt::TabFocus) != 0 && at->isVisibleTo(pane) && at->isEnabled();
        if (stops && pane->isAncestorOf(at))
            return at;
    }
    return nullptr;
}

} // namespace

/// Where the window is too narrow for both, a row that is clicked or entered brings its pane.
void MainWindow::connectPages()
{
    leadToRight(m_instances->table());
    connect(m_panes, &Panes::wentBack, this, &MainWindow::focusMiddle);
    m_homeFlow->setShownPage(
        [this] { return isFirstStart() ? static_cast<QWidget *>(m_firstStart) : m_middle->currentWidget(); });
}

void MainWindow::leadToRight(QAbstractItemView *list)
{
    // With Ctrl or Shift rows are gathered, and the list has to stay.
    const auto lead = [this] {
        if (QGuiApplication::keyboardModifiers() == Qt::NoModifier)
            m_panes->showRight();
    };
    connect(list, &QAbstractItemView::clicked, m_panes, lead);
    connect(list, &QAbstractItemView::activated, m_panes, lead);
}

/// Of what is on show: the attempt, the batch, the plan, or the upgrade the form is about.
void MainWindow::showTicket()
{
    if (m_view == View::History && m_historyDetail->step())
        return m_ticketFlow->openForStep(*m_historyDetail->step());
    if (m_view == View::Running && m_detail->step())
        return m_ticketFlow->openForStep(*m_detail->step());
    const bool plan =
        m_view == View::Plans || m_view == View::DryRun || (m_view == View::Instances && isPlanning());
    if (plan && m_batchFlow->showTicket())
        return;
    if (const auto plans = m_upgradeFlow->plans(); !plans.isEmpty() && m_view == View::Instances && !plan)
        return m_ticketFlow->openForPlans(plans);
    notices()->showNotice(plan ? tr("Choose a batch that was begun, or open a saved plan first; then its "
                                    "change ticket can be shown.")
                               : tr("Choose an instance or an attempt first; then its change ticket can "
                                    "be shown."),
                          {}, Role::Raised);
}

void MainWindow::openStep(const StepId &id)
{
    focusPane(4);
    if (!id.isEmpty())
        m_running->select(id);
}

/// Where it can be resumed or stopped, or at least every attempt of it, which know their plan's id.
void MainWindow::openBatch(const PlanId &id)
{
    focusPane(6);
    batches()->showBatch(id);
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
    need(view);
    if (m_batchFlow)
        m_batchFlow->setShown(view == View::DryRun, view == View::Plans);
    if (view == View::DryRun || view == View::Plans)
        m_sidebar->setCurrentPage(SidebarPage::Plans);
    m_middle->setCurrentWidget(middle().page);
    showRight();
    if (view == View::Plans)
        m_batchFlow->showPlans();
}

MainWindow::Middle MainWindow::middle() const
{
    switch (m_view) {
    case View::Instances:
        return {m_instances, m_instances->table(), m_instances->notices()};
    case View::Running:
        return {m_running, m_running->list(), m_running->notices()};
    case View::DryRun:
        Q_ASSERT(m_batchFlow); // need() was asked before
        return {m_batchFlow->dryRun(), m_batchFlow->dryRun()->view(), m_batchFlow->dryRun()->notices()};
    case View::Plans:
        Q_ASSERT(m_batchFlow);
        return {m_batchFlow->plans(), m_batchFlow->plans()->list(), m_batchFlow->plans()->notices()};
    case View::History:
        return {m_history, m_history->table(), m_history->notices()};
    }
    Q_UNREACHABLE();
}

NoticeBar *MainWindow::notices() const { return middle().notices; }

void MainWindow::focusMiddle()
{
    QWidget *list = middle().list;
    if (list->isVisibleTo(m_middle))
        return list->setFocus();
    // Nothing is in the list, and a sentence stands in its place.
    if (QWidget *first = firstStopIn(m_middle->currentWidget()))
        return first->setFocus(Qt::TabFocusReason);
    m_sidebar->setFocus();
}

void MainWindow::focusRight()
{
    m_panes->showRight();
    QWidget *right = m_right->currentWidget();
    if (right == m_form)
        m_form->focusFirst();
    else if (m_batchFlow && right == m_batchFlow->form())
        m_batchFlow->form()->focusFirst();
    else if (QWidget *first = firstStopIn(right))
        first->setFocus(Qt::TabFocusReason);
}

/// From the sidebar to the middle and on to the right, and round again.
void MainWindow::focusNextPane(int by)
{
    if (isFirstStart())
        return m_firstStart->isAncestorOf(focusWidget()) ? m_sidebar->setFocus() : m_firstStart->focusFirst();
    int at = 0;
    if (m_middle->isAncestorOf(focusWidget()))
        at = 1;
    else if (m_right->isAncestorOf(focusWidget()))
        at = 2;
    constexpr int panes = 3;
    at = (at + by + panes) % panes;
    if (at == 2 && !firstStopIn(m_right->currentWidget())) // nothing is chosen, so nothing is there
        at = (at + by) % panes;
    if (at == 0)
        return m_sidebar->setFocus();
    if (at == 2)
        return focusRight();
    m_panes->goBack();
    focusMiddle();
}

bool MainWindow::isFirstStart() const { return m_firstStart && m_whole->currentWidget() == m_firstStart; }

int MainWindow::shownPane() const
{
    switch (m_view) {
    case View::Running:
        return 4;
    case View::History:
        return 5;
    case View::Plans:
        return 6;
    case View::Instances:
    case View::DryRun: // its draft goes with the window
        break;
    }
    return 2;
}

void MainWindow::focusPane(int number)
{
    if (number == 1)
        return m_sidebar->setFocus();
    if (isFirstStart()) // the panes stand behind it
        return m_firstStart->focusFirst();
    if (number == 3 && (m_view == View::DryRun || m_view == View::Instances))
        return focusRight();
    if (number == 4)
        m_sidebar->setCurrentFilter(StandingFilter::InProgress);
    else if (number == 5)
        m_sidebar->setCurrentPage(SidebarPage::History);
    else if (number != 6 && m_view != View::Instances)
        m_sidebar->setCurrentFilter(m_instances->filter()->standing());
    const QHash<int, View> views{{4, View::Running}, {5, View::History}, {6, View::Plans}};
    showView(views.value(number, View::Instances));
    if (number == 3)
        return focusRight();
    m_panes->goBack();
    focusMiddle();
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
