// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/batchflow.h"

#include "core/errortext.h"
#include "ui/batch/batchform.h"
#include "ui/batch/dryrunpage.h"
#include "ui/batch/plandetail.h"
#include "ui/batch/planspage.h"
#include "ui/instances/instancefilter.h"
#include "ui/instances/instancemodel.h"
#include "ui/instances/instancetable.h"
#include "ui/session.h"
#include "ui/window/batchstartflow.h"
#include "ui/window/instancespage.h"
#include "ui/window/membermaker.h"
#include "ui/window/noticebar.h"
#include "ui/window/planflow.h"

#include <QItemSelectionModel>
#include <QMenu>

#include <algorithm>
#include <utility>
#include <vector>

namespace uplift::ui {

namespace {

/// Members are asked for that many at once, so that the user's other questions are not kept waiting.
constexpr int questionsAtOnce = 12;
constexpr std::chrono::milliseconds betweenQuestions{150};

upgrade::PreflightTarget targetOf(const fleet::InstanceKey &key)
{
    return {key.account, key.region, key.instance};
}

bool isKnown(const fleet::KnownInstance *known)
{
    return known && ((known->facts && known->version && known->detailsAsked.isValid()) || known->error);
}

} // namespace

BatchFlow::BatchFlow(Session &session, InstancesPage &instances, QWidget *window)
    : QObject(window), m_session(session), m_instances(instances),
      m_backups(session.clients(), session.clock()),
      m_draft(
          [this]() -> BatchDraft::MemberOf {
              return MemberMaker(m_session, QTimeZone::systemTimeZone(), m_backups, m_backupLimit);
          },
          session.clock()),
      m_form(new BatchForm(m_draft)), m_dryRun(new DryRunPage(m_draft)), m_plans(new PlansPage),
      m_detail(new PlanDetail), m_startFlow(new BatchStartFlow(session, m_draft, *m_form, window)),
      m_planFlow(new PlanFlow(session, *m_plans, *m_detail, window)), m_menu(new QMenu(window))
{
    buildMenu();
    connectForm();
    connectPlans();
    connect(&session.fleet(), &fleet::Fleet::rowsChanged, &m_draft, &BatchDraft::onInstancesChanged);
    connect(&session.batches(), &upgrade::Batches::batchChanged, this, &BatchFlow::onBatchChanged);
    connect(&m_backups, &upgrade::BackupBook::changed, this, [this](const upgrade::PreflightTarget &target) {
        m_draft.onInstancesChanged({{target.account, target.region, target.instance}});
    });
    m_asking.setInterval(betweenQuestions);
    connect(&m_asking, &QTimer::timeout, this, &BatchFlow::pumpQuestions);
}

BatchFlow::~BatchFlow() = default;

void BatchFlow::buildMenu()
{
    const auto add = [this](const QString &text, const char *name, auto act) {
        QAction *action = m_menu->addAction(text);
        action->setObjectName(QString::fromLatin1(name));
        connect(action, &QAction::triggered, this, act);
    };
    add(tr("&Save the plan…"), "actionSavePlan", [this] { savePlan(); });
    add(tr("Change &ticket of this plan…"), "actionPlanTicket",
        [this] { Q_EMIT planTicketRequested(m_startFlow->confirmedPlan()); });
    add(tr("Show the re&quests…"), "actionShowRequests", [this] { m_startFlow->showRequests(); });
    m_menu->addSeparator();
    add(tr("&Export the OOS template…"), "actionExportTemplate", [this] { m_startFlow->exportTemplate(); });
    add(tr("Run it in the &cloud (OOS)…"), "actionHandOver", [this] { m_startFlow->confirmHandover(); });
    m_form->setMenu(m_menu);
}

void BatchFlow::connectForm()
{
    connect(m_form, &BatchForm::startRequested, m_startFlow, &BatchStartFlow::confirm);
    connect(m_form, &BatchForm::requestsRequested, m_startFlow, &BatchStartFlow::showRequests);
    connect(m_form, &BatchForm::dryRunRequested, this, &BatchFlow::dryRunRequested);
    connect(m_dryRun, &DryRunPage::backRequested, this, [this] { Q_EMIT dryRunRequested(false); });
    connect(m_dryRun, &DryRunPage::saveRequested, this, &BatchFlow::savePlan);
    connect(m_dryRun, &DryRunPage::detailsRequested, this, &BatchFlow::detailsRequested);
    connect(m_dryRun, &DryRunPage::refreshRequested, this, [this] {
        m_toAsk.clear();
        m_toAskBackups.clear();
        for (const fleet::InstanceKey &key : m_draft.instances()) {
            m_toAsk.enqueue(key);
            m_toAskBackups.enqueue(key);
        }
        m_asking.start();
        m_draft.refresh();
    });
    connect(m_startFlow, &BatchStartFlow::failed, this, &BatchFlow::fail);
    connect(m_startFlow, &BatchStartFlow::done, this, &BatchFlow::say);
    connect(m_startFlow, &BatchStartFlow::started, this, [this](const PlanId &id) {
        m_form->showRules();
        Q_EMIT plansRequested();
        m_planFlow->show(id);
    });
}

void BatchFlow::connectPlans()
{
    connect(m_planFlow, &PlanFlow::failed, this, &BatchFlow::fail);
    connect(m_planFlow, &PlanFlow::done, this, &BatchFlow::say);
    connect(m_planFlow, &PlanFlow::stepRequested, this, &BatchFlow::stepRequested);
    connect(m_planFlow, &PlanFlow::historyRequested, this, &BatchFlow::historyRequested);
    connect(m_planFlow, &PlanFlow::missing, this, &BatchFlow::batchMissing);
    connect(m_planFlow, &PlanFlow::ticketRequested, this, &BatchFlow::ticketRequested);
    connect(m_planFlow, &PlanFlow::openRequested, this, &BatchFlow::openPlan);
    connect(m_planFlow, &PlanFlow::againRequested, this, &BatchFlow::planAgain);
    connect(m_planFlow, &PlanFlow::saved, this, [this](const PlanId &id, const QString &name) {
        m_draft.setSaved(id);
        m_draft.setName(name);
        m_form->showRules();
    });
    connect(m_planFlow, &PlanFlow::batchesChanged, this, &BatchFlow::batchesChanged);
    connect(m_plans, &PlansPage::instancesRequested, this, &BatchFlow::tableRequested);
    m_planFlow->setSelection([this] { return selectedKeys(); });
}

QList<fleet::InstanceKey> BatchFlow::selectedKeys() const
{
    const InstanceTable *table = m_instances.table();
    const std::vector<int> rows = table->selectedSourceRows();
    QList<fleet::InstanceKey> keys;
    keys.reserve(static_cast<qsizetype>(rows.size()));
    for (const int row : rows) {
        const InstanceRow &instance = m_instances.model()->row(row);
        keys.append({instance.account, instance.region, instance.id});
    }
    return keys;
}

void BatchFlow::onSelectionMoved()
{
    if (m_selecting)
        return;
    const QList<fleet::InstanceKey> keys = selectedKeys();
    if (keys.size() < 2)
        return setPlanning(false);
    const bool others = keys != m_draft.instances();
    const PlanId before = m_draft.saved();
    m_draft.setJournalWritable(m_session.journal().access() == upgrade::JournalState::Access::Writable);
    m_draft.setInstances(keys);
    if (before != m_draft.saved())
        m_form->showRules();
    if (others)
        askMissing();
    setPlanning(true);
}

void BatchFlow::setPlanning(bool planning)
{
    if (std::exchange(m_planning, planning) != planning)
        Q_EMIT planningChanged();
}

void BatchFlow::openPlan(const profiles::SavedPlan &plan, const QList<fleet::InstanceKey> &instances)
{
    m_draft.setJournalWritable(m_session.journal().access() == upgrade::JournalState::Access::Writable);
    m_draft.open(plan, instances);
    m_form->showRules();
    selectInTable();
    askMissing();
    setPlanning(true);
    Q_EMIT dryRunRequested(true);
}

void BatchFlow::selectInTable()
{
    InstanceTable *table = m_instances.table();
    std::vector<int> rows;
    for (const fleet::InstanceKey &key : m_draft.instances()) {
        const QModelIndex index =
            table->filter()->indexOf(key.account.value + QLatin1Char('/') + key.instance.value);
        if (index.isValid())
            rows.push_back(index.row());
    }
    std::sort(rows.begin(), rows.end());
    QItemSelection selection;
    for (std::size_t from = 0; from < rows.size();) { // rows that touch are one range
        std::size_t to = from;
        while (to + 1 < rows.size() && rows[to + 1] <= rows[to] + 1)
            ++to;
        selection.append(
            QItemSelectionRange(table->model()->index(rows[from], 0), table->model()->index(rows[to], 0)));
        from = to + 1;
    }
    m_selecting = true;
    table->selectionModel()->select(selection,
                                    QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_selecting = false;
}

void BatchFlow::planAgain(const upgrade::BatchPlan &plan, const QList<fleet::InstanceKey> &instances)
{
    m_draft.setJournalWritable(m_session.journal().access() == upgrade::JournalState::Access::Writable);
    m_draft.setInstances(instances);
    m_draft.setName(tr("%1, again").arg(plan.name));
    m_draft.setTicket(plan.ticket);
    upgrade::BatchRules rules = m_draft.rules();
    rules.moment = plan.moment;
    rules.stop = plan.stop;
    rules.includeLatest = plan.includeLatest;
    m_draft.setRules(rules);
    m_form->showRules();
    selectInTable();
    askMissing();
    setPlanning(true);
    Q_EMIT dryRunRequested(true);
}

/// Versions, windows and backups of those chosen, as far as they are not known yet.
void BatchFlow::askMissing()
{
    m_toAsk.clear();
    m_toAskBackups.clear();
    for (const fleet::InstanceKey &key : m_draft.instances()) {
        if (!isKnown(m_session.fleet().find(key)))
            m_toAsk.enqueue(key);
        if (!m_backups.wasAsked(targetOf(key)))
            m_toAskBackups.enqueue(key);
    }
    if (!m_toAsk.isEmpty() || !m_toAskBackups.isEmpty())
        m_asking.start();
}

void BatchFlow::pumpQuestions()
{
    fleet::Fleet &fleet = m_session.fleet();
    for (int asked = fleet.asking(); asked < questionsAtOnce && !m_toAsk.isEmpty(); ++asked) {
        const fleet::InstanceKey key = m_toAsk.dequeue();
        if (profiles::find(m_session.workspace().workspace(), key.account))
            fleet.refresh(key);
    }
    pumpBackups();
    if (m_toAsk.isEmpty() && m_toAskBackups.isEmpty())
        m_asking.stop();
}

/// Which call tells them depends on the kind of instance: those of which nothing is known yet come later.
void BatchFlow::pumpBackups()
{
    const fleet::Fleet &fleet = m_session.fleet();
    const bool moreToCome = !m_toAsk.isEmpty() || fleet.asking() > 0;
    for (qsizetype left = m_toAskBackups.size(); left > 0 && m_backups.asking() < questionsAtOnce; --left) {
        const fleet::InstanceKey key = m_toAskBackups.dequeue();
        const fleet::KnownInstance *known = fleet.find(key);
        if (!profiles::find(m_session.workspace().workspace(), key.account))
            continue;
        if (known && known->facts)
            m_backups.ask(targetOf(key), upgrade::hasShardedBackups(*known->facts));
        else if (moreToCome)
            m_toAskBackups.enqueue(key);
    }
}

void BatchFlow::setBackupLimit(std::optional<std::chrono::hours> limit)
{
    if (limit == m_backupLimit)
        return;
    m_backupLimit = limit;
    upgrade::BatchRules rules = m_draft.rules();
    if (limit && !rules.backUpFirst) { // what it would be if it were wished
        rules.backupLimit = *limit;
        m_draft.setRules(rules);
        m_form->showRules();
    }
    m_draft.refresh();
}

/// What the cloud's own orchestration did to its members is seen once it has ended.
void BatchFlow::onBatchChanged(const PlanId &id)
{
    const auto view = m_session.batches().batch(id);
    if (!view || view->plan.handedOver.isEmpty() || !upgrade::isEnd(view->progress.state)
        || m_ended.contains(id))
        return;
    m_ended.insert(id);
    for (const upgrade::BatchItem &item : view->plan.items) {
        if (item.wave >= 0)
            m_toAsk.enqueue({item.plan.account, item.plan.region, item.plan.instance});
    }
    m_asking.start();
}

void BatchFlow::onWorkspaceChanged()
{
    m_draft.onInstancesChanged(m_draft.instances()); // names, environments, read-only marks
    m_planFlow->refresh();
}

void BatchFlow::setNow(const QDateTime &now, const QTimeZone &zone)
{
    m_form->setNow(now, zone);
    m_planFlow->setNow(now, zone);
}

void BatchFlow::setShort(bool isShort) { m_form->setShort(isShort); }

void BatchFlow::savePlan() { m_planFlow->save(m_draft); }

bool BatchFlow::showTicket()
{
    if (m_plansShown) {
        const PlanId id = m_plans->current();
        if (!m_planFlow->isBatch(id))
            return false;
        Q_EMIT ticketRequested(id);
        return true;
    }
    if (m_draft.instances().isEmpty())
        return false;
    Q_EMIT planTicketRequested(m_startFlow->confirmedPlan());
    return true;
}

void BatchFlow::setTicket(const PlanId &id, const QString &number, const QString &note)
{
    if (id != m_draft.plan().id)
        return;
    m_draft.setTicket(number);
    m_draft.setNote(note);
    m_form->showTicket();
}

void BatchFlow::setShown(bool dryRun, bool plans)
{
    m_dryRunShown = dryRun;
    m_plansShown = plans;
    m_form->setDryRunShown(dryRun);
}

void BatchFlow::showPlans() { m_planFlow->updateNow(); }

void BatchFlow::showBatch(const PlanId &id) { m_planFlow->show(id); }

void BatchFlow::say(const QString &sentence)
{
    NoticeBar *bar = m_plansShown ? m_plans->notices()
        : m_dryRunShown           ? m_dryRun->notices()
                                  : m_instances.notices();
    bar->showNotice(sentence, {}, Role::Raised);
}

void BatchFlow::fail(const Error &error)
{
    NoticeBar *bar = m_plansShown ? m_plans->notices()
        : m_dryRunShown           ? m_dryRun->notices()
                                  : m_instances.notices();
    bar->showNotice(errorInBrief(error));
}

} // namespace uplift::ui
