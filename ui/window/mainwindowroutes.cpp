// SPDX-License-Identifier: GPL-3.0-or-later
// What MainWindow does when something was chosen, answered or resized.
#include "core/errortext.h"
#include "ui/batch/batchform.h"
#include "ui/batch/planspage.h"
#include "ui/details/changeoutcome.h"
#include "ui/form/identitysection.h"
#include "ui/form/upgradeform.h"
#include "ui/instances/instancefilter.h"
#include "ui/instances/instancemodel.h"
#include "ui/instances/instancetable.h"
#include "ui/look/minutes.h"
#include "ui/look/times.h"
#include "ui/look/type.h"
#include "ui/preferences.h"
#include "ui/running/runningpage.h"
#include "ui/session.h"
#include "ui/sidebar/sidebar.h"
#include "ui/strip/strip.h"
#include "ui/window/accountflow.h"
#include "ui/window/batchflow.h"
#include "ui/window/changeflow.h"
#include "ui/window/detailsflow.h"
#include "ui/window/doctorflow.h"
#include "ui/window/firststart.h"
#include "ui/window/fleetflow.h"
#include "ui/window/gather.h"
#include "ui/window/historyflow.h"
#include "ui/window/homeflow.h"
#include "ui/window/importflow.h"
#include "ui/window/instancespage.h"
#include "ui/window/mainwindow.h"
#include "ui/window/noticebar.h"
#include "ui/window/panes.h"
#include "ui/window/preflightflow.h"
#include "ui/window/profilefileflow.h"
#include "ui/window/profileflow.h"
#include "ui/window/rows.h"
#include "ui/window/runningflow.h"
#include "ui/window/tableflow.h"
#include "ui/window/upgradeflow.h"

#include <QCloseEvent>
#include <QListView>
#include <QMenu>
#include <QResizeEvent>
#include <QStackedWidget>

#include <algorithm>

namespace uplift::ui {

namespace {

constexpr int lowWindow = 700;
constexpr std::chrono::milliseconds leastTick{100}; ///< a timer may be early by a little
constexpr std::chrono::milliseconds fastTick{1'000};

QTimeZone localZone() { return QTimeZone::systemTimeZone(); }

} // namespace

/// Made late: its Chinese button opens a font of 20 MB, and most starts never show it.
void MainWindow::showFirstStart()
{
    if (!m_firstStart) {
        m_firstStart = new FirstStart;
        m_whole->addWidget(m_firstStart);
        connect(m_firstStart, &FirstStart::addAccountRequested, this, [this] { m_accountFlow->add(); });
        connect(m_firstStart, &FirstStart::importRequested, m_importFlow, [this] { m_importFlow->start(); });
        connect(m_firstStart, &FirstStart::practiceRequested, this, &MainWindow::practiceRequested);
        connect(m_firstStart, &FirstStart::languageRequested, this, &MainWindow::languageChosen);
        m_session.keychain().status(m_firstStart,
                                    [page = m_firstStart](const Result<secrets::KeychainStatus> &status) {
                                        if (status)
                                            page->setKeychain(*status);
                                    });
    }
    m_whole->setCurrentWidget(m_firstStart);
}

FormFacts MainWindow::factsOf(const fleet::InstanceKey &key) const
{
    FormFacts facts = gatherFacts(m_session, key, localZone());
    m_preflight->addTo(facts);
    facts.backupLimit = m_preferences.backupLimit();
    return facts;
}

void MainWindow::onReady()
{
    onWorkspaceChanged();
    onStepsChanged();
    if (m_runningFlow)
        m_runningFlow->onStepsChanged();
    if (!m_session.batches().batches().isEmpty())
        need(View::Plans);
    showNotices();
    const auto &profiles = m_session.workspace().workspace().profiles;
    if (!profiles.isEmpty() && m_session.isPractice())
        openKey(keyOf(profiles.constFirst()));
    if (m_firstStart && m_whole->currentWidget() == m_firstStart)
        m_firstStart->focusFirst();
    else
        m_instances->table()->setFocus();
}

void MainWindow::onWorkspaceChanged()
{
    const profiles::Workspace &workspace = m_session.workspace().workspace();
    if (workspace.accounts.isEmpty() && m_session.isReady())
        showFirstStart();
    else
        m_whole->setCurrentIndex(0);
    if (m_form->isEditing()) // else made when the fields are opened
        updateIdentityChoices();
    m_fleetFlow->onWorkspaceChanged();
    if (m_batchFlow)
        m_batchFlow->onWorkspaceChanged();
    if (m_historyFlow)
        m_historyFlow->onWorkspaceChanged();
    if (!m_shown.instance.isEmpty())
        onInstanceChanged(m_shown);
}

void MainWindow::updateIdentityChoices()
{
    const profiles::Workspace &workspace = m_session.workspace().workspace();
    QList<IdentitySection::AccountChoice> accounts;
    for (const profiles::Account &account : workspace.accounts)
        accounts.append({account.id, account.name});
    m_form->identity()->setAccounts(accounts);
    QList<IdentitySection::InstanceChoice> instances;
    // Saved ones are in the fleet as well.
    m_session.fleet().forEach([&](const fleet::KnownInstance &known) {
        instances.append({known.key, known.facts ? known.facts->name : QString()});
    });
    m_form->identity()->setInstances(instances);
    QList<Region> regions;
    for (const fleet::RegionView &view : m_session.fleet().regions())
        regions.append(view.region);
    m_form->identity()->addRegions(regions);
}

void MainWindow::onInstanceChanged(const fleet::InstanceKey &key)
{
    const fleet::KnownInstance *known = m_session.fleet().find(key);
    if (!known || !(key == m_shown))
        return;
    if (m_awaitingTyped && known->asking)
        return;
    if (m_awaitingTyped) {
        m_awaitingTyped = false;
        if (!known->facts && known->error) {
            // Esc, or the row still selected, leads back to where one was.
            m_shown = m_before;
            return m_form->setIdentityError(*known->error);
        }
        m_preflight->show(key);
        return m_form->open(factsOf(key));
    }
    if (!m_form->isEditing())
        m_form->refresh(factsOf(key));
}

void MainWindow::onStepsChanged()
{
    m_fleetFlow->onStepsChanged();
    if (!m_shown.instance.isEmpty() && !m_awaitingTyped)
        onInstanceChanged(m_shown);
}

/// An instance chosen before its row was there is selected now.
void MainWindow::onRowsShown()
{
    if (m_instances->table()->currentKey().isEmpty() && !m_shown.instance.isEmpty())
        m_instances->table()->selectKey(m_shown.account.value + QLatin1Char('/') + m_shown.instance.value);
}

void MainWindow::showDetails()
{
    if (!m_form->facts())
        return notices()->showNotice(tr("Choose an instance first; then its details can be shown."), {},
                                     Role::Raised);
    const FormFacts &facts = *m_form->facts();
    m_detailsFlow->start(facts.known.key, facts.name, facts.environment);
}

void MainWindow::onCheckAction(CheckAction::Kind kind)
{
    using Kind = CheckAction::Kind;
    switch (kind) {
    case Kind::BackUpNow:
        return m_changeFlow->backUpNow(m_shown);
    case Kind::BackUpFirst: // the form's own
        return;
    case Kind::ShowRunning:
        return focusPane(4);
    case Kind::UseWindow:
        return m_changeFlow->changeWindow(m_shown, true);
    case Kind::ChangeWindow:
        return m_changeFlow->changeWindow(m_shown, false);
    case Kind::AutoUpgradeOff:
        return m_changeFlow->switchAutoUpgrade(m_shown, false);
    case Kind::Details:
        return showDetails();
    }
}

/// A change that was asked for here has ended: said where one is, whatever is shown.
void MainWindow::showChange(const upgrade::StepView &step)
{
    const ChangeOutcome words = changeOutcome(step);
    //: %1 the instance's name, %2 "Change of the maintenance window: Verified", %3 what became of it
    notices()->showNotice(tr("%1: %2. %3").arg(step.plan.instanceName, words.title, words.text), {},
                          step.state == upgrade::StepState::Verified ? Role::Raised : Role::AmberBg);
}

void MainWindow::tick()
{
    const QDateTime now = m_session.clock().now();
    m_instances->setNow(now, localZone());
    m_fleetFlow->setNow();
    m_strip->setNow(now, localZone());
    if (m_runningFlow)
        m_runningFlow->setNow(now, localZone());
    if (m_historyFlow)
        m_historyFlow->setNow(now, localZone());
    m_form->setNow(now);
    if (m_batchFlow)
        m_batchFlow->setNow(now, localZone());
    // Countdowns move once a minute until the last five minutes (ui.md 10).
    bool close = false;
    if (const auto &facts = m_form->facts()) {
        const auto window = chosenWindow(*facts);
        close = window && !window->contains(now) && now.secsTo(window->start) < 5 * 60;
    }
    for (const upgrade::StepView &step : m_session.upgrades().steps())
        close = close
            || (step.state == upgrade::StepState::Waiting && step.plan.window
                && now.secsTo(step.plan.window->start) < 5 * 60);
    // All clocks and countdowns turn with the minute: what opens between two ticks says the same time.
    m_minute.start(close ? fastTick : std::max(leastTick, untilNextMinute(now)));
}

void MainWindow::openKey(const fleet::InstanceKey &key)
{
    const bool again = key == m_shown && !m_form->isEditing() && m_form->facts();
    m_shown = key;
    m_awaitingTyped = false;
    m_session.fleet().want(key);
    m_preflight->show(key);
    if (!again)
        m_form->open(factsOf(key));
    m_instances->table()->selectKey(key.account.value + QLatin1Char('/') + key.instance.value);
    tick();
}

void MainWindow::openRow(const QString &rowKey)
{
    const int at = m_instances->model()->indexOf(rowKey);
    if (at < 0)
        return;
    const InstanceRow &row = m_instances->model()->row(at);
    const fleet::InstanceKey key{row.account, row.region, row.id};
    if (key == m_shown && !m_form->isEditing())
        return;
    m_sidebar->setCurrentProfile(row.profile);
    openKey(key);
}

void MainWindow::openTyped(const fleet::InstanceKey &key)
{
    m_before = m_shown;
    m_shown = key;
    const fleet::KnownInstance *known = m_session.fleet().find(key);
    if (known && known->facts) {
        m_preflight->show(key);
        return m_form->open(factsOf(key));
    }
    m_awaitingTyped = true;
    if (known)
        m_session.fleet().refresh(key);
    else
        m_session.fleet().want(key);
}

void MainWindow::editIdentity()
{
    m_awaitingTyped = false;
    showView(View::Instances);
    m_panes->showRight();
    updateIdentityChoices(); // the fleet may have learned of more since
    m_form->editIdentity(m_shown);
}

void MainWindow::saveProfile()
{
    if (!m_form->facts())
        return notices()->showNotice(tr("Choose an instance first; then it can be saved as a profile."), {},
                                     Role::Raised);
    const FormFacts &facts = *m_form->facts();
    if (const profiles::Profile *profile = profileOf(m_session.workspace().workspace(), facts.known.key))
        return m_profileFlow->save(*profile);
    profiles::Profile profile;
    profile.name = facts.name;
    profile.account = facts.known.key.account;
    profile.region = facts.known.key.region;
    profile.instance = facts.known.key.instance;
    profile.environment = facts.environment;
    profile.moment = facts.moment;
    m_profileFlow->save(profile);
}

void MainWindow::showProfileMenu(const ProfileId &id, const QPoint &position)
{
    const profiles::Profile *profile = profiles::find(m_session.workspace().workspace(), id);
    if (!profile)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("&Edit the profile…"), this, [this, copy = *profile] { m_profileFlow->save(copy); });
    menu->addAction(tr("&Rename…"), this, [this, id] { m_profileFlow->rename(id); });
    menu->addAction(tr("&Duplicate…"), this, [this, id] { m_profileFlow->duplicate(id); });
    menu->addSeparator();
    menu->addAction(tr("Re&move the profile"), this, [this, id] { m_profileFlow->remove(id); });
    menu->popup(position);
}

void MainWindow::showAccountMenu(const AccountId &id, const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("&Edit or test the account…"), this, [this, id] { m_accountFlow->edit(id); });
    menu->addAction(tr("&What may it do…"), this, [this, id] { m_doctorFlow->start(id); });
    menu->addAction(tr("&Refresh its instances"), this, [this, id] { m_session.fleet().refreshAccount(id); });
    menu->addAction(tr("Re&move the account…"), this, [this, id] { m_accountFlow->remove(id); });
    menu->popup(position);
}

void MainWindow::showNotices()
{
    QStringList texts;
    for (const Error &notice : m_session.notices())
        texts.append(errorInBrief(notice));
    if (!texts.isEmpty())
        m_instances->notices()->showNotice(texts.join(QLatin1Char('\n')));
}

void MainWindow::showError(const Error &error) { notices()->showNotice(errorInBrief(error)); }

void MainWindow::adapt()
{
    const WidthClass width = widthClassOf(this->width(), typeScale());
    const bool wide = width == WidthClass::Wide || width == WidthClass::Large;
    m_sidebar->setFolded(!wide || m_preferences.sidebarFolded());
    m_instances->table()->setEditionShown(wide);
    m_panes->adapt(width);
    m_strip->setMaximum(wide ? 4 : width == WidthClass::Narrow ? 2 : 1);
    m_form->setShort(!wide);
    if (m_batchFlow)
        m_batchFlow->setShort(!wide);
    m_form->setLow(height() < scaled(lowWindow));
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    adapt();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_closingAgreed && asksBeforeClosing())
        return event->ignore();
    m_preferences.setGeometry(saveGeometry());
    QMainWindow::closeEvent(event);
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    // Esc leaves the three fields and shows the instance again, if there is one.
    if (event->key() == Qt::Key_Escape && m_form->isEditing()) {
        if (m_shown.instance.isEmpty())
            m_form->showNothing();
        else
            m_form->open(factsOf(m_shown));
        return;
    }
    const bool back = event->key() == Qt::Key_Escape || event->matches(QKeySequence::Back);
    if (back && m_panes->goBack())
        return;
    QMainWindow::keyPressEvent(event);
}

void MainWindow::showInstance(const fleet::InstanceKey &key)
{
    if (!key.instance.isEmpty())
        openKey(key);
}

} // namespace uplift::ui
