// SPDX-License-Identifier: GPL-3.0-or-later
// The third part of MainWindow: batches, from the selection to the list of plans.
#include "ui/batch/batchform.h"
#include "ui/batch/dryrunpage.h"
#include "ui/batch/plandetail.h"
#include "ui/batch/planrowsview.h"
#include "ui/batch/planspage.h"
#include "ui/form/upgradeform.h"
#include "ui/history/historydetail.h"
#include "ui/history/historypage.h"
#include "ui/instances/instancefilter.h"
#include "ui/running/runningdetail.h"
#include "ui/running/runningpage.h"
#include "ui/session.h"
#include "ui/sidebar/sidebar.h"
#include "ui/strip/strip.h"
#include "ui/window/batchflow.h"
#include "ui/window/detailsflow.h"
#include "ui/window/fleetflow.h"
#include "ui/window/gather.h"
#include "ui/window/instancespage.h"
#include "ui/window/mainwindow.h"

#include <QStackedWidget>

namespace uplift::ui {

void MainWindow::connectBatches()
{
    connect(m_batchFlow, &BatchFlow::planningChanged, this, [this] {
        if (m_batchFlow->isPlanning() && m_view == View::Instances)
            m_sidebar->setCurrentFilter(m_instances->filter()->standing()); // no longer one profile's
        showRight();
    });
    connect(m_batchFlow, &BatchFlow::dryRunRequested, this, [this](bool shown) {
        if (shown)
            showView(View::DryRun);
        else
            focusPane(2);
    });
    connect(m_batchFlow, &BatchFlow::plansRequested, this, [this] { showView(View::Plans); });
    connect(m_batchFlow, &BatchFlow::tableRequested, this, [this] { focusPane(2); });
    connect(m_batchFlow, &BatchFlow::batchesChanged, m_fleetFlow, &FleetFlow::onBatchesChanged);
    connect(m_batchFlow, &BatchFlow::stepRequested, this, [this](const StepId &id) {
        focusPane(4);
        m_running->select(id);
    });
    connect(m_batchFlow, &BatchFlow::detailsRequested, this, [this](const fleet::InstanceKey &key) {
        const FormFacts facts = gatherFacts(m_session, key, QTimeZone::systemTimeZone());
        m_detailsFlow->start(key, facts.name, facts.environment);
    });
    leadToRight(m_batchFlow->plans()->list());
    const auto showAttempts = [this](const QString &words) {
        focusPane(5);
        m_history->searchFor(words);
    };
    connect(m_batchFlow, &BatchFlow::historyRequested, this, showAttempts);
    connect(m_batchFlow, &BatchFlow::batchMissing, this,
            [showAttempts](const PlanId &id) { showAttempts(id.value); });
}

BatchFlow *MainWindow::batches()
{
    need(View::Plans);
    return m_batchFlow;
}

bool MainWindow::isPlanning() const { return m_batchFlow && m_batchFlow->isPlanning(); }

/// The right pane follows the middle; beside the table it is the plan's when several rows are chosen.
void MainWindow::showRight()
{
    QWidget *right = m_form;
    if (m_view == View::Running)
        right = m_detail;
    else if (m_view == View::Plans)
        right = m_batchFlow->detail();
    else if (m_view == View::History)
        right = m_historyDetail;
    else if (m_view == View::DryRun || isPlanning())
        right = m_batchFlow->form();
    m_right->setCurrentWidget(right);
}

void MainWindow::toggleDryRun()
{
    if (m_view == View::DryRun)
        return focusPane(2);
    showView(View::DryRun);
    m_batchFlow->dryRun()->view()->setFocus();
}

void MainWindow::pressPrimary()
{
    if (m_batchFlow && m_right->currentWidget() == m_batchFlow->form())
        m_batchFlow->form()->pressPrimary();
    else if (m_right->currentWidget() == m_form)
        m_form->pressPrimary();
}

} // namespace uplift::ui
