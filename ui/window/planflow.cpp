// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/planflow.h"

#include "core/redact.h"
#include "ui/batch/batchdraft.h"
#include "ui/batch/plandetail.h"
#include "ui/batch/plannamedialog.h"
#include "ui/batch/planrowsview.h"
#include "ui/batch/planspage.h"
#include "ui/dialogs/askdialog.h"
#include "ui/session.h"
#include "ui/window/noticebar.h"
#include "ui/window/rows.h"

#include <QMenu>
#include <QUuid>

#include <utility>

namespace uplift::ui {

namespace {

constexpr std::chrono::milliseconds folding{100};

QHash<AccountId, QString> accountNames(const profiles::Workspace &workspace)
{
    QHash<AccountId, QString> names;
    for (const profiles::Account &account : workspace.accounts)
        names.insert(account.id, account.name);
    return names;
}

Question stopQuestion(const upgrade::BatchView &view)
{
    Question question;
    const QString name = plainLine(view.plan.name);
    if (awaitsWord(view) && view.progress.state == upgrade::BatchState::Stopping) {
        question.title = PlanFlow::tr("It was not started - Uplift");
        question.heading = PlanFlow::tr("Was %1 not started in the cloud?").arg(name);
        question.text = PlanFlow::tr(
            "Look in the OOS console first. Uplift looks once more; if it finds nothing then, the batch ends "
            "by your word, and its instances may be upgraded again.");
        question.act = PlanFlow::tr("It was not started");
        question.keep = PlanFlow::tr("Go on looking");
        return question;
    }
    if (isHandedOver(view.plan)) {
        question.title = PlanFlow::tr("Cancel in the cloud - Uplift");
        question.heading = PlanFlow::tr("Cancel %1 in the cloud?").arg(name);
        question.text =
            PlanFlow::tr("Its executions are cancelled. What has begun runs to its end; nothing new is "
                         "begun. It cannot be resumed.");
        question.act = PlanFlow::tr("Cancel it");
    } else {
        question.title = PlanFlow::tr("Stop the batch - Uplift");
        question.heading = PlanFlow::tr("Stop %1 after the current ones?").arg(name);
        question.text =
            PlanFlow::tr("What was sent runs to its end in the cloud; nothing new is begun. A stopped batch "
                         "cannot be resumed; its other members can be planned again.");
        question.act = PlanFlow::tr("Stop it");
    }
    question.keep = PlanFlow::tr("Let it go on");
    return question;
}

} // namespace

PlanFlow::PlanFlow(Session &session, PlansPage &page, PlanDetail &detail, QWidget *window)
    : QObject(window), m_session(session), m_page(page), m_detail(detail), m_window(window),
      m_now(session.clock().now()), m_earlier(session)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(folding);
    connect(&m_soon, &QTimer::timeout, this, &PlanFlow::update);
    for (auto signal : {&upgrade::Batches::batchAdded, &upgrade::Batches::batchChanged})
        connect(&session.batches(), signal, this, &PlanFlow::refresh);
    connect(&session.upgrades(), &upgrade::Upgrades::stepChanged, this, [this](const StepId &id) {
        if (id.value.contains(QLatin1Char('.'))) // of a batch
            refresh();
    });
    connect(&page, &PlansPage::planSelected, this, &PlanFlow::showCurrent);
    connect(&page, &PlansPage::planActivated, this, [this](const PlanId &id) {
        if (const profiles::SavedPlan *plan = savedPlan(id))
            Q_EMIT openRequested(*plan, keysOf(*plan));
        else
            m_page.timeline()->setFocus();
    });
    connect(&page, &PlansPage::planMenuRequested, this, &PlanFlow::showMenu);
    connect(page.timeline(), &PlanRowsView::currentMoved, this,
            [this] { m_detail.showMember(m_page.timeline()->current()); });
    connect(page.timeline(), &PlanRowsView::rowActivated, this, [this](const PlanRow &row) {
        if (!row.step.isEmpty())
            leadTo(row.step);
    });
    connect(&m_earlier, &EarlierBatches::finished, this, &PlanFlow::onEarlierRead);
    connect(&m_earlier, &EarlierBatches::failed, this, [this](const Error &error) {
        Q_EMIT failed(error);
        onEarlierRead();
    });
    connect(&session, &Session::ready, this, [this] {
        if (m_page.isVisible())
            m_earlier.read();
    });
    connectDetail();
}

void PlanFlow::connectDetail()
{
    upgrade::Batches &batches = m_session.batches();
    connect(&m_detail, &PlanDetail::pauseRequested, &batches, &upgrade::Batches::pause);
    connect(&m_detail, &PlanDetail::resumeRequested, &batches, &upgrade::Batches::goOn);
    connect(&m_detail, &PlanDetail::stopRequested, this, &PlanFlow::stop);
    connect(&m_detail, &PlanDetail::againRequested, this, &PlanFlow::again);
    connect(&m_detail, &PlanDetail::ticketRequested, this, &PlanFlow::ticketRequested);
    connect(&m_detail, &PlanDetail::stepRequested, this, &PlanFlow::leadTo);
    connect(&m_detail, &PlanDetail::renameRequested, this, &PlanFlow::rename);
    connect(&m_detail, &PlanDetail::removeRequested, this, &PlanFlow::remove);
    connect(&m_detail, &PlanDetail::openRequested, this, [this](const PlanId &id) {
        if (const profiles::SavedPlan *plan = savedPlan(id))
            Q_EMIT openRequested(*plan, keysOf(*plan));
    });
    connect(&m_detail, &PlanDetail::applyRequested, this, [this](const PlanId &id) {
        if (const profiles::SavedPlan *plan = savedPlan(id))
            Q_EMIT openRequested(*plan, m_selection());
    });
}

void PlanFlow::setSelection(std::function<QList<fleet::InstanceKey>()> selection)
{
    m_selection = std::move(selection);
}

const profiles::SavedPlan *PlanFlow::savedPlan(const PlanId &id) const
{
    return profiles::find(m_session.workspace().workspace(), id);
}

void PlanFlow::refresh()
{
    if (!m_soon.isActive())
        m_soon.start();
}

void PlanFlow::updateNow()
{
    update();
    if (m_session.isReady())
        m_earlier.read();
}

void PlanFlow::show(const PlanId &id)
{
    update();
    m_page.select(id);
    m_page.list()->setFocus();
    m_wanted = m_page.holds(id) ? PlanId() : id;
    if (!m_wanted.isEmpty())
        m_earlier.read();
}

void PlanFlow::onEarlierRead()
{
    update();
    const PlanId wanted = std::exchange(m_wanted, {});
    if (wanted.isEmpty())
        return;
    if (!m_page.holds(wanted))
        return Q_EMIT missing(wanted);
    m_page.select(wanted);
}

std::optional<upgrade::BatchView> PlanFlow::viewOf(const PlanId &id) const
{
    const auto view = m_session.batches().batch(id);
    return view ? view : m_earlier.batch(id);
}

bool PlanFlow::isBatch(const PlanId &id) const { return viewOf(id).has_value(); }

/// In progress holds what this program watches; everything else is in the history.
void PlanFlow::leadTo(const StepId &step)
{
    if (m_session.upgrades().step(step))
        return Q_EMIT stepRequested(step);
    const QList<upgrade::StepView> steps = m_earlier.stepsOf(m_page.current());
    for (const upgrade::StepView &view : steps) {
        if (view.plan.id == step && !view.requestId.isEmpty())
            return Q_EMIT historyRequested(view.requestId);
    }
    const auto batch = viewOf(m_page.current());
    const auto place = batch ? upgrade::placeOf(batch->plan.id, step) : std::nullopt;
    if (place && place->part.item < batch->plan.items.size())
        Q_EMIT historyRequested(batch->plan.items.at(place->part.item).plan.instance.value);
}

void PlanFlow::setNow(const QDateTime &now, const QTimeZone &zone)
{
    m_now = now;
    m_zone = zone;
    m_detail.setNow(now, zone);
    refresh();
}

void PlanFlow::update()
{
    m_soon.stop();
    const profiles::Workspace &workspace = m_session.workspace().workspace();
    QList<PlanEntry> entries =
        planEntries(m_session.batches().batches(), workspace.plans, m_zone, m_earlier.batches());
    m_savedEnvironments = savedEnvironments(workspace);
    for (PlanEntry &entry : entries) {
        const auto known = m_savedEnvironments.constFind(entry.id);
        if (entry.kind == PlanEntry::Kind::Saved && known != m_savedEnvironments.constEnd())
            entry.environment = *known;
    }
    m_page.setEntries(entries);
    showCurrent();
    Q_EMIT batchesChanged();
}

void PlanFlow::showCurrent()
{
    const PlanId id = m_page.current();
    if (const auto view = viewOf(id)) {
        const bool earlier = !m_session.batches().batch(id);
        m_detail.showBatch(*view, accountNames(m_session.workspace().workspace()), earlier);
        const QList<upgrade::StepView> steps = earlier ? m_earlier.stepsOf(id) : m_session.upgrades().steps();
        if (m_page.isVisible())
            m_page.setRows(timelineRows(*view, steps, m_now, m_zone), timelineHeads());
        m_detail.showMember(m_page.timeline()->current());
    } else if (const profiles::SavedPlan *plan = savedPlan(id)) {
        const auto known = m_savedEnvironments.constFind(plan->id);
        m_detail.showSaved(*plan, m_selection && m_selection().size() > 1,
                           known == m_savedEnvironments.constEnd() ? std::nullopt : std::optional(*known));
        if (m_page.isVisible())
            showSavedRows(*plan);
    } else {
        m_detail.showNothing();
        m_page.setRows({}, timelineHeads());
    }
}

/// Who it is for, with what is known of them without asking.
void PlanFlow::showSavedRows(const profiles::SavedPlan &plan)
{
    const RowMaker maker(m_session.workspace().workspace(), {}, {});
    const QHash<AccountId, QString> accounts = accountNames(m_session.workspace().workspace());
    QList<PlanRow> rows;
    const QList<fleet::InstanceKey> keys = keysOf(plan);
    for (const fleet::InstanceKey &key : keys) {
        const fleet::KnownInstance *known = m_session.fleet().find(key);
        fleet::KnownInstance unknown;
        unknown.key = key;
        const InstanceRow instance = maker.row(known ? *known : unknown);
        PlanRow row;
        row.title = plainLine(instance.name());
        row.environment = instance.environment;
        row.instance = key.instance;
        if (instance.version) {
            row.from = instance.version->current.text();
            row.to =
                outdated(*instance.version) == Outdated::Yes ? instance.version->latest.text() : QString();
        }
        row.third = instance.regionName;
        row.fourth = plainLine(accounts.value(key.account));
        if (!accounts.contains(key.account))
            row.mark = {Icon::Gone, Role::Text3, tr("Account is gone"), Role::Text2};
        else if (!known)
            row.mark = {Icon::Unknown, Role::Text3, tr("Not seen yet"), Role::Text2};
        else
            row.mark =
                instance.facts ? statusMark(instance.facts->status, instance.facts->statusText) : Mark();
        rows.append(row);
    }
    m_page.setRows(rows, {tr("Instance"), tr("Version"), tr("Region"), tr("Account"), tr("Status")});
}

void PlanFlow::stop(const PlanId &id)
{
    const auto view = m_session.batches().batch(id);
    if (!view)
        return;
    auto *dialog = new AskDialog(stopQuestion(*view), m_window);
    connect(dialog, &QDialog::accepted, this, [this, id] { m_session.batches().stop(id); });
    dialog->open();
}

void PlanFlow::again(const PlanId &id)
{
    const auto view = viewOf(id);
    if (!view)
        return;
    QList<fleet::InstanceKey> keys;
    for (int item = 0; item < view->plan.items.size(); ++item) {
        const upgrade::BatchItem &member = view->plan.items.at(item);
        const bool done = member.wave >= 0
            && upgrade::memberState(view->plan, view->progress, item) == upgrade::MemberState::Done;
        if (!done && member.wave >= 0)
            keys.append({member.plan.account, member.plan.region, member.plan.instance});
    }
    Q_EMIT againRequested(view->plan, keys);
}

void PlanFlow::save(const BatchDraft &draft)
{
    if (draft.instances().isEmpty())
        return Q_EMIT failed(
            Error::input(QStringLiteral("members"), tr("There is nothing to save: no instance is chosen.")));
    const profiles::SavedPlan *before = savedPlan(draft.saved());
    profiles::SavedPlan plan;
    plan.id = before ? before->id : PlanId{QUuid::createUuid().toString(QUuid::WithoutBraces)};
    upgrade::BatchRules rules = draft.rules();
    rules.startAt = {}; // a moment is not to be used again
    plan.rules = upgrade::toJson(rules);
    for (const fleet::InstanceKey &key : draft.instances())
        plan.members.append(profiles::SavedPlan::Member{key.account, key.region, key.instance});
    const QString name = before || draft.hasOwnName()
        ? draft.name()
        : profiles::freePlanName(m_session.workspace().workspace(), draft.name());
    auto *dialog = new PlanNameDialog(PlanNameDialog::Purpose::Save, name,
                                      static_cast<int>(draft.instances().size()), m_window);
    connect(dialog, &PlanNameDialog::saveRequested, this, [this, dialog, plan] { write(dialog, plan); });
    dialog->open();
}

void PlanFlow::rename(const PlanId &id)
{
    const profiles::SavedPlan *plan = savedPlan(id);
    if (!plan)
        return;
    auto *dialog = new PlanNameDialog(PlanNameDialog::Purpose::Rename, plan->name,
                                      static_cast<int>(plan->members.size()), m_window);
    connect(dialog, &PlanNameDialog::saveRequested, this,
            [this, dialog, copy = *plan] { write(dialog, copy); });
    dialog->open();
}

void PlanFlow::write(PlanNameDialog *dialog, const profiles::SavedPlan &plan)
{
    profiles::SavedPlan named = plan;
    named.name = dialog->name();
    const auto next = profiles::withPlan(m_session.workspace().workspace(), named);
    if (!next)
        return dialog->setError(next.error());
    const QString name = profiles::find(*next, plan.id)->name;
    m_session.workspace().save(*next, dialog, [this, dialog, id = plan.id, name](const Outcome &written) {
        if (!written)
            return dialog->setError(written.error());
        dialog->accept();
        Q_EMIT saved(id, name);
        Q_EMIT done(tr("The plan %1 is saved.").arg(name));
    });
}

void PlanFlow::remove(const PlanId &id)
{
    const profiles::SavedPlan *plan = savedPlan(id);
    if (!plan)
        return;
    const QString name = plainLine(plan->name);
    const auto undo = [this] {
        m_session.workspace().undo(this, [this](const Outcome &written) {
            if (!written)
                Q_EMIT failed(written.error());
        });
    };
    m_session.workspace().save(profiles::withoutPlan(m_session.workspace().workspace(), id), this,
                               [this, name, undo](const Outcome &written) {
                                   if (!written)
                                       return Q_EMIT failed(written.error());
                                   m_page.notices()->showNotice(tr("The plan %1 was removed.").arg(name),
                                                                {{tr("Undo"), undo}}, Role::Raised);
                               });
}

void PlanFlow::showMenu(const PlanId &id, const QPoint &position)
{
    const profiles::SavedPlan *plan = savedPlan(id);
    if (!plan)
        return;
    auto *menu = new QMenu(m_window);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("&Open the plan"), this,
                    [this, copy = *plan] { Q_EMIT openRequested(copy, keysOf(copy)); });
    menu->addAction(tr("Re&name…"), this, [this, id] { rename(id); });
    menu->addSeparator();
    menu->addAction(tr("Re&move"), this, [this, id] { remove(id); });
    menu->popup(position);
}

} // namespace uplift::ui
