// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/upgradeflow.h"

#include "core/redact.h"
#include "impact/edition.h"
#include "impact/editiontext.h"
#include "ui/dialogs/confirmdialog.h"
#include "ui/form/notesdialog.h"
#include "ui/form/upgradeform.h"
#include "ui/look/marks.h"
#include "ui/session.h"
#include "ui/window/preflightflow.h"
#include "ui/window/requestview.h"

namespace uplift::ui {

namespace {

using upgrade::BatchParts;
using upgrade::StepKind;

QString impactHead(const impact::Impact &impact)
{
    if (impact.how == impact::How::RollingRestart)
        return UpgradeFlow::tr("All connections drop as the proxies restart; no bound is documented");
    if (impact.how == impact::How::Hot)
        return UpgradeFlow::tr("Connections stay, with a jitter; no bound is documented");
    if (impact.disconnection && impact.readOnly)
        return UpgradeFlow::tr("Connections drop ≤ %1 s, read-only ≤ %2 s")
            .arg(impact.disconnection->count())
            .arg(impact.readOnly->count());
    return impactLine(impact);
}

QString impactDetail(const impact::Impact &impact, const QString &edition)
{
    if (impact.how == impact::How::Migration)
        return UpgradeFlow::tr("Documented worst case for: %1. The copy before it has no effect.")
            .arg(edition);
    return impact.description.text();
}

/// One check as one line: "To read: The newest full backup is 31 h old."
QStringList linesOf(const QList<upgrade::Check> &checks)
{
    const auto word = [](upgrade::Check::Result result) {
        switch (result) {
        case upgrade::Check::Result::Blocked:
            return checkMark(CheckResult::Blocked).word;
        case upgrade::Check::Result::ToRead:
            return checkMark(CheckResult::ToRead).word;
        case upgrade::Check::Result::Unknown:
            return checkMark(CheckResult::Unknown).word;
        case upgrade::Check::Result::Passed:
            break;
        }
        return checkMark(CheckResult::Passed).word;
    };
    QStringList lines;
    for (const upgrade::Check &check : checks)
        lines.append(UpgradeFlow::tr("%1: %2", "a check's result and its sentence")
                         .arg(word(check.result), check.sentence));
    return lines;
}

QList<StepKind> kindsOf(BatchParts parts)
{
    switch (parts) {
    case BatchParts::Kernel:
        return {StepKind::Kernel};
    case BatchParts::Proxy:
        return {StepKind::Proxy};
    case BatchParts::KernelThenProxy:
        return {StepKind::Kernel, StepKind::Proxy};
    case BatchParts::ProxyThenKernel:
        break;
    }
    return {StepKind::Proxy, StepKind::Kernel};
}

/// One plan for each request, in order.
QList<upgrade::StepPlan> plansOf(const FormFacts &facts, const ExpectedImpact &impact, bool backUpFirst)
{
    QList<upgrade::StepPlan> plans;
    if (backUpFirst)
        plans.append(planOf(facts, impact.first, StepKind::Backup));
    for (const StepKind kind : kindsOf(chosenParts(facts)))
        plans.append(planOf(
            facts, kind == StepKind::Proxy ? impact.proxy.value_or(impact.first) : impact.first, kind));
    return plans;
}

} // namespace

/// What was confirmed, and what is asked meanwhile.
struct UpgradeFlow::Starting {
    FormFacts facts;
    ExpectedImpact impact;
    bool backUpFirst = false;
    QList<upgrade::StepPlan> plans;
    QList<NodeVersion> nodes; ///< as far as they were told before the confirmation
    QList<NodeVersion> proxies;
    QString ticket;
    QString note;
    QStringList checks; ///< as they stood at the confirmation

    /// What only the confirmation tells.
    void complete(upgrade::StepPlan &plan) const
    {
        plan.checks = checks;
        plan.nodesBefore = plan.kind == StepKind::Proxy ? proxies : nodes;
        plan.ticket = ticket;
        plan.note = note;
    }
};

namespace {

ConfirmFacts confirmFactsOf(const FormFacts &facts, const ExpectedImpact &impact, bool backUpFirst)
{
    ConfirmFacts confirm;
    confirm.instanceName = facts.name;
    confirm.instance = facts.known.key.instance;
    confirm.environment = facts.environment;
    confirm.accountName = facts.accountName;
    confirm.keyTail = facts.keyTail;
    confirm.regionName = facts.regionName;
    confirm.region = facts.known.key.region;
    if (const EngineVersion *version = facts.known.version.get()) {
        confirm.fromVersion = version->current.text();
        confirm.level = version->level;
        confirm.proxyFrom = version->proxyCurrent.text();
        confirm.proxyTo = version->proxyLatest.text();
    }
    confirm.toVersion = targetVersionText(facts);
    confirm.parts = chosenParts(facts);
    confirm.backUpFirst = backUpFirst;
    confirm.moment = facts.moment;
    confirm.momentNaming = facts.momentNaming;
    confirm.window = chosenWindow(facts);
    confirm.now = facts.now;
    confirm.zone = facts.zone;
    confirm.impactHead = impactHead(impact.first);
    confirm.impactText = impactDetail(
        impact.first, impact::editionHead(impact::editionOf(*facts.known.facts, facts.known.version.get())));
    if (impact.proxy)
        //: Follows the impact of the kernel's upgrade. %1: that of the proxies'
        confirm.impactText += u'\n' + UpgradeFlow::tr("Proxy: %1.").arg(impactHead(*impact.proxy));
    return confirm;
}

} // namespace

std::optional<Error> nothingBegun(const upgrade::BatchView &batch)
{
    const QString name =
        batch.plan.items.isEmpty() ? batch.plan.name : batch.plan.items.constFirst().plan.instanceName;
    const auto attempt = upgrade::newestAttempt(batch, 0);
    if (attempt && attempt->leftOut)
        return Error::of(Error::Kind::Conflict,
                         UpgradeFlow::tr("%1 was left as it is: %2").arg(plainLine(name), attempt->why),
                         UpgradeFlow::tr("Nothing was sent. Mend that, then begin again."));
    if (batch.progress.state == upgrade::BatchState::Held && batch.hold)
        return Error::of(
            Error::Kind::Conflict,
            UpgradeFlow::tr("Nothing of %1 was begun: %2").arg(plainLine(name), batch.hold->sentence),
            UpgradeFlow::tr("It waits under Batch plans: resume or stop it there."));
    return std::nullopt;
}

UpgradeFlow::UpgradeFlow(Session &session, UpgradeForm &form, PreflightFlow &preflight, QWidget *window)
    : QObject(window), m_session(session), m_form(form), m_preflight(preflight), m_window(window)
{
    connect(&form, &UpgradeForm::upgradeRequested, this, &UpgradeFlow::confirm);
    connect(&form, &UpgradeForm::showRequestRequested, this, &UpgradeFlow::showRequest);
    connect(&form, &UpgradeForm::notesRequested, this, &UpgradeFlow::showNotes);
    connect(&session.batches(), &upgrade::Batches::batchChanged, this, &UpgradeFlow::onBatchChanged);
}

QList<upgrade::StepPlan> UpgradeFlow::plans() const
{
    const auto &facts = m_form.facts();
    if (!facts || !facts->known.facts)
        return {};
    QList<upgrade::StepPlan> plans = plansOf(*facts, m_form.impact(), false);
    const Ticket ticket = m_tickets.value(facts->known.key.instance);
    for (upgrade::StepPlan &plan : plans) {
        plan.ticket = ticket.number;
        plan.note = ticket.note;
    }
    return plans;
}

void UpgradeFlow::setTicket(const upgrade::StepPlan &plan, const QString &number, const QString &note)
{
    m_tickets.insert(plan.instance, {number, note});
}

void UpgradeFlow::confirm(bool backUpFirst)
{
    auto starting = std::make_shared<Starting>();
    starting->facts = *m_form.facts();
    starting->impact = m_form.impact();
    starting->backUpFirst = backUpFirst;
    starting->plans = plansOf(starting->facts, starting->impact, backUpFirst);
    // Both are asked while the user reads; neither is waited for.
    m_preflight.refresh();
    askNodes(starting);
    ConfirmFacts confirmed = confirmFactsOf(starting->facts, starting->impact, backUpFirst);
    const Ticket ticket = m_tickets.value(confirmed.instance);
    confirmed.ticket = ticket.number;
    confirmed.note = ticket.note;
    auto *dialog = new ConfirmDialog(confirmed, m_window);
    connect(dialog, &ConfirmDialog::showRequest, this,
            [this, starting] { openRequests(m_session, starting->plans, m_window); });
    connect(dialog, &QDialog::accepted, this, [this, starting, dialog] {
        starting->ticket = dialog->ticket();
        starting->note = dialog->note();
        start(*starting);
    });
    dialog->open();
}

void UpgradeFlow::askNodes(const std::shared_ptr<Starting> &starting)
{
    const upgrade::StepPlan plan = starting->plans.constLast();
    m_session.accounts().client(
        plan.account, this, [this, plan, starting](const Result<std::shared_ptr<cloud::Client>> &client) {
            if (!client)
                return;
            using Nodes = Result<cloud::Answered<QList<NodeVersion>>>;
            const BatchParts parts = chosenParts(starting->facts);
            // The client lives until its answers came.
            if (hasKernel(parts))
                (*client)->describeNodes(plan.region, plan.instance, this,
                                         [starting, held = *client](const Nodes &nodes) {
                                             if (nodes)
                                                 starting->nodes = nodes->value;
                                         });
            if (hasProxy(parts))
                (*client)->describeProxyNodes(plan.region, plan.instance, this,
                                              [starting, held = *client](const Nodes &nodes) {
                                                  if (nodes)
                                                      starting->proxies = nodes->value;
                                              });
        });
}

void UpgradeFlow::start(const Starting &confirmed)
{
    // What was confirmed is what is sent; but if the instance changed meanwhile so that a check forbids it,
    // nothing is.
    Starting starting = confirmed;
    const auto &present = m_form.facts();
    const bool same = present && present->known.key == starting.facts.known.key;
    const QList<upgrade::Check> checks = checksOf(same ? *present : starting.facts, starting.backUpFirst);
    if (same) {
        if (const auto missing = firstMissing(*present, checks))
            return Q_EMIT refused(Error::of(Error::Kind::Conflict, missing->sentence));
    }
    starting.checks = linesOf(checks);
    if (starting.plans.size() == 1)
        startOne(starting);
    else
        startBatch(starting);
}

void UpgradeFlow::startOne(const Starting &starting)
{
    upgrade::StepPlan plan = starting.plans.constFirst();
    starting.complete(plan);
    m_session.upgrades().start(plan, this, [this, plan](const Result<StepId> &step) {
        if (!step)
            return Q_EMIT refused(step.error());
        m_tickets.remove(plan.instance); // it was for this one
        Q_EMIT started(*step);
    });
}

void UpgradeFlow::startBatch(const Starting &starting)
{
    upgrade::BatchPlan plan = batchOf(starting.facts, starting.impact, starting.backUpFirst);
    plan.ticket = starting.ticket;
    plan.note = starting.note;
    for (upgrade::BatchItem &item : plan.items) {
        starting.complete(item.plan);
        if (item.proxy)
            starting.complete(*item.proxy);
    }
    const StepId first = upgrade::stepIdOf(plan.id, {0, 0}, 1);
    const InstanceId instance = starting.facts.known.key.instance;
    m_session.batches().start(plan, this, [this, first, instance](const Result<PlanId> &taken) {
        if (!taken)
            return Q_EMIT refused(taken.error());
        m_tickets.remove(instance);
        m_awaited.insert(*taken);
        Q_EMIT started(first);
    });
}

/// In progress shows steps: of a batch whose first one never comes it would say nothing.
void UpgradeFlow::onBatchChanged(const PlanId &id)
{
    if (!m_awaited.contains(id))
        return;
    const auto batch = m_session.batches().batch(id);
    if (!batch || m_session.upgrades().step(upgrade::stepIdOf(id, {0, 0}, 1))) {
        m_awaited.remove(id);
        return;
    }
    if (const auto why = nothingBegun(*batch)) {
        m_awaited.remove(id);
        Q_EMIT refused(*why);
    }
}

void UpgradeFlow::showRequest()
{
    if (const auto &facts = m_form.facts())
        openRequests(m_session, plansOf(*facts, m_form.impact(), false), m_window);
}

void UpgradeFlow::showNotes()
{
    const auto &facts = m_form.facts();
    if (!facts || !facts->known.version)
        return;
    EngineVersion version = *facts->known.version;
    if (chosenParts(*facts) == BatchParts::Proxy) {
        version.current = version.proxyCurrent;
        version.notes = version.proxyNotes;
        version.rawNotes.clear();
    }
    (new NotesDialog(facts->name, facts->environment, version, m_window))->open();
}

} // namespace uplift::ui
