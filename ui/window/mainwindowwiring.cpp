// SPDX-License-Identifier: GPL-3.0-or-later
// Which signal of MainWindow's parts leads to what.
#include "ui/batch/batchform.h"
#include "ui/form/identitysection.h"
#include "ui/form/upgradeform.h"
#include "ui/history/historypage.h"
#include "ui/instances/instancetable.h"
#include "ui/look/times.h"
#include "ui/preferences.h"
#include "ui/running/runningpage.h"
#include "ui/session.h"
#include "ui/sidebar/sidebar.h"
#include "ui/strip/strip.h"
#include "ui/window/accountflow.h"
#include "ui/window/batchflow.h"
#include "ui/window/changeflow.h"
#include "ui/window/fleetflow.h"
#include "ui/window/historyflow.h"
#include "ui/window/homeflow.h"
#include "ui/window/instancespage.h"
#include "ui/window/mainwindow.h"
#include "ui/window/noticebar.h"
#include "ui/window/notifyflow.h"
#include "ui/window/panes.h"
#include "ui/window/preflightflow.h"
#include "ui/window/profilefileflow.h"
#include "ui/window/profileflow.h"
#include "ui/window/runningflow.h"
#include "ui/window/tableflow.h"
#include "ui/window/ticketflow.h"
#include "ui/window/upgradeflow.h"

#include <QListView>

namespace uplift::ui {

namespace {

constexpr std::chrono::milliseconds messageLength{90'000};

} // namespace

void MainWindow::connectSidebar()
{
    connect(m_sidebar, &Sidebar::filterSelected, this, [this](StandingFilter filter) {
        m_instances->setAccount({}, {});
        m_instances->setStanding(filter);
        // What is in progress has a view of its own, with what ended today.
        showView(filter == StandingFilter::InProgress || filter == StandingFilter::NeedsDecision
                     ? View::Running
                     : View::Instances);
    });
    connect(m_sidebar, &Sidebar::accountActivated, this, [this](const AccountId &id) {
        const profiles::Account *account = profiles::find(m_session.workspace().workspace(), id);
        m_instances->setStanding(StandingFilter::All);
        m_instances->setAccount(id, account ? account->name : QString());
        showView(View::Instances);
    });
    connect(m_sidebar, &Sidebar::profileSelected, this, [this](const ProfileId &id) {
        if (const profiles::Profile *profile = profiles::find(m_session.workspace().workspace(), id)) {
            m_instances->setAccount({}, {});
            m_instances->setStanding(StandingFilter::All);
            showView(View::Instances);
            m_panes->showRight();
            openKey(keyOf(*profile));
        }
    });
    connect(m_sidebar, &Sidebar::pageSelected, this, [this](SidebarPage page) {
        showView(page == SidebarPage::History ? View::History : View::Plans);
    });
    connect(m_sidebar, &Sidebar::addAccountRequested, this, [this] { m_accountFlow->add(); });
    connect(m_sidebar, &Sidebar::accountMenuRequested, this, &MainWindow::showAccountMenu);
    connect(m_sidebar, &Sidebar::profileMenuRequested, this, &MainWindow::showProfileMenu);
    connect(m_sidebar, &Sidebar::foldedChanged, this, [this](bool folded) {
        if (width() >= 1200)
            m_preferences.setSidebarFolded(folded);
    });
}

void MainWindow::connectPanes()
{
    connect(m_instances, &InstancesPage::addRequested, this, &MainWindow::editIdentity);
    connect(m_instances, &InstancesPage::refreshRequested, m_preflight, &PreflightFlow::refresh);
    connect(m_instances, &InstancesPage::stopRequested, m_preflight, &PreflightFlow::stop);
    InstanceTable *table = m_instances->table();
    connect(table, &InstanceTable::selectionMoved, this, [this, table] {
        if (m_batchFlow || table->selectedSourceRows().size() > 1)
            batches()->onSelectionMoved();
        if (isPlanning())
            return;
        // A screen reader selects a row without making it the current one.
        const QStringList selected = table->selectedKeys();
        const QString key = selected.size() == 1 ? selected.constFirst() : table->currentKey();
        if (!key.isEmpty())
            openRow(key);
    });
    connect(table, &InstanceTable::activatedRow, this, [this](const QString &key) {
        if (isPlanning())
            return m_batchFlow->form()->focusFirst();
        openRow(key);
        m_panes->showRight();
        m_form->focusFirst();
    });
    connect(table, &InstanceTable::rowMenuRequested, m_tableFlow,
            [this](const QString &, const QPoint &position) { m_tableFlow->showMenu(position); });
    connect(m_form, &UpgradeForm::editStarted, this, &MainWindow::editIdentity);
    connect(m_form, &UpgradeForm::saveProfileRequested, this, &MainWindow::saveProfile);
    connect(m_form, &UpgradeForm::identityChosen, this, &MainWindow::openTyped);
    connect(m_form, &UpgradeForm::chooseFromList, this, [this] { focusPane(2); });
    connect(m_form, &UpgradeForm::lookInAllRegions, this,
            [this](const AccountId &account, const InstanceId &instance) {
                m_session.fleet().lookInAllRegions(account, instance, this,
                                                   [this, account, instance](Result<RegionId> region) {
                                                       if (!region)
                                                           return m_form->setIdentityError(region.error());
                                                       m_form->identity()->setRegion(*region);
                                                       openTyped({account, *region, instance});
                                                   });
            });
    connect(m_strip, &Strip::runningRequested, this, [this] { focusPane(4); });
    connect(m_strip, &Strip::stepActivated, this, &MainWindow::openStep);
}

void MainWindow::connectSession()
{
    connect(&m_session, &Session::ready, this, &MainWindow::onReady);
    connect(&m_session.workspace(), &profiles::WorkspaceStore::changed, this,
            &MainWindow::onWorkspaceChanged);
    connect(&m_session.fleet(), &fleet::Fleet::changed, this, &MainWindow::onInstanceChanged);
    connect(m_preflight, &PreflightFlow::changed, this, [this] { onInstanceChanged(m_shown); });
    connect(m_fleetFlow, &FleetFlow::rowsShown, this, &MainWindow::onRowsShown);
    for (auto signal : {&upgrade::Upgrades::stepAdded, &upgrade::Upgrades::stepChanged})
        connect(&m_session.upgrades(), signal, this, &MainWindow::onStepsChanged);
    // The cloud may have taken over, or let go, what the form shows.
    for (auto signal : {&upgrade::Batches::batchAdded, &upgrade::Batches::batchChanged}) {
        connect(&m_session.batches(), signal, this, [this] {
            if (!m_shown.instance.isEmpty() && !m_awaitingTyped)
                onInstanceChanged(m_shown);
        });
    }
    connect(&m_session.upgrades(), &upgrade::Upgrades::wokeUp, this, [this] {
        const QString at = clockText(m_session.clock().now(), QTimeZone::systemTimeZone());
        m_strip->showMessage(tr("This computer slept; asked again at %1").arg(at), messageLength);
    });
    connect(&m_session, &Session::noticed, this, &MainWindow::showError);
    connect(&m_session.journal(), &upgrade::Journal::noticed, this, &MainWindow::showError);
}

void MainWindow::connectFlows()
{
    connect(m_homeFlow, &HomeFlow::themeChosen, this, &MainWindow::themeChosen);
    connect(m_homeFlow, &HomeFlow::textScaleChosen, this, &MainWindow::textScaleChosen);
    connect(m_homeFlow, &HomeFlow::languageChosen, this, &MainWindow::languageChosen);
    connect(m_homeFlow, &HomeFlow::practiceRequested, this, &MainWindow::practiceRequested);
    connect(m_homeFlow, &HomeFlow::practiceLeft, this, &MainWindow::practiceLeft);
    connect(m_homeFlow, &HomeFlow::accountRequested, m_accountFlow, &AccountFlow::edit);
    connect(m_homeFlow, &HomeFlow::historyRequested, this, [this] { focusPane(5); });
    connect(m_homeFlow, &HomeFlow::backupLimitChosen, this, [this] {
        if (m_batchFlow)
            m_batchFlow->setBackupLimit(m_preferences.backupLimit());
        onInstanceChanged(m_shown);
    });
    connect(m_accountFlow, &AccountFlow::failed, this, &MainWindow::showError);
    connect(m_accountFlow, &AccountFlow::saved, this, [this] { m_instances->table()->setFocus(); });
    connect(m_profileFlow, &ProfileFlow::failed, this, &MainWindow::showError);
    connect(m_profileFlow, &ProfileFlow::savedMany, this, [this](int count) {
        notices()->showNotice(tr("%n instance(s) were saved as profiles.", nullptr, count),
                              {{tr("Undo"), [this] { m_profileFlow->undo(); }}}, Role::Raised);
    });
    connect(m_profileFileFlow, &ProfileFileFlow::failed, this, &MainWindow::showError);
    connect(m_profileFileFlow, &ProfileFileFlow::exported, this,
            [this](const QString &sentence) { notices()->showNotice(sentence, {}, Role::Raised); });
    connect(m_profileFileFlow, &ProfileFileFlow::imported, this, [this](int count) {
        notices()->showNotice(tr("%n profile(s) were imported.", nullptr, count),
                              {{tr("Undo"), [this] { m_profileFlow->undo(); }}}, Role::Raised);
    });
    connect(m_tableFlow, &TableFlow::detailsRequested, this, [this](const QString &key) {
        openRow(key);
        showDetails();
    });
    connect(m_tableFlow, &TableFlow::failed, this, &MainWindow::showError);
    connect(m_tableFlow, &TableFlow::done, this,
            [this](const QString &sentence) { notices()->showNotice(sentence, {}, Role::Raised); });
    connect(m_profileFlow, &ProfileFlow::removed, this, [this](const QString &name) {
        notices()->showNotice(tr("The profile %1 was removed.").arg(name),
                              {{tr("Undo"), [this] { m_profileFlow->undo(); }}}, Role::Raised);
    });
    connect(m_upgradeFlow, &UpgradeFlow::refused, this, &MainWindow::showError);
    connect(m_form, &UpgradeForm::detailsRequested, this, &MainWindow::showDetails);
    connect(m_form, &UpgradeForm::checkActionRequested, this, &MainWindow::onCheckAction);
    connect(m_changeFlow, &ChangeFlow::refused, this, &MainWindow::showError);
    connect(m_changeFlow, &ChangeFlow::ended, this, &MainWindow::showChange);
    connect(m_upgradeFlow, &UpgradeFlow::started, this, [this](const StepId &id) {
        m_sidebar->setCurrentFilter(StandingFilter::InProgress);
        showView(View::Running);
        m_runningFlow->onStepsChanged(); // the one that began is in the list at once
        m_running->select(id);
        m_running->list()->setFocus();
    });
}

void MainWindow::connectTickets()
{
    connect(m_notifyFlow, &NotifyFlow::stepRequested, this, &MainWindow::openStep);
    connect(m_notifyFlow, &NotifyFlow::batchRequested, this, &MainWindow::openBatch);
    connect(m_homeFlow, &HomeFlow::settingsOpened, m_notifyFlow, &NotifyFlow::probe);
    connect(m_notifyFlow, &NotifyFlow::wayFound, m_homeFlow, &HomeFlow::setNotificationWay);
    connect(m_ticketFlow, &TicketFlow::planDetailsChanged, m_upgradeFlow, &UpgradeFlow::setTicket);
    connect(m_ticketFlow, &TicketFlow::failed, this, &MainWindow::showError);
    for (auto signal : {&upgrade::Batches::batchAdded, &upgrade::Batches::batchChanged})
        connect(&m_session.batches(), signal, this, [this] { need(View::Plans); });
    connect(m_strip, &Strip::batchActivated, this, &MainWindow::openBatch);
}

} // namespace uplift::ui
