// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/upgradeflow.h"

#include "cloud/endpoints.h"
#include "impact/edition.h"
#include "impact/editiontext.h"
#include "ui/dialogs/confirmdialog.h"
#include "ui/dialogs/requestdialog.h"
#include "ui/form/notesdialog.h"
#include "ui/form/upgradeform.h"
#include "ui/session.h"

namespace uplift::ui {

namespace {

QString impactHead(const impact::Impact &impact)
{
    if (impact.disconnection && impact.readOnly)
        return UpgradeFlow::tr("Connections drop ≤ %1 s, then read-only ≤ %2 s")
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

ConfirmFacts confirmFactsOf(const FormFacts &facts, const impact::Impact &impact)
{
    ConfirmFacts confirm;
    confirm.instanceName = facts.name;
    confirm.instance = facts.known.key.instance;
    confirm.environment = facts.environment;
    confirm.accountName = facts.accountName;
    confirm.keyTail = facts.keyTail;
    confirm.regionName = facts.regionName;
    confirm.region = facts.known.key.region;
    if (facts.known.version) {
        confirm.fromVersion = facts.known.version->current.text();
        confirm.level = facts.known.version->level;
    }
    confirm.toVersion = targetVersionText(facts);
    confirm.moment = facts.moment;
    confirm.momentNaming = facts.momentNaming;
    confirm.window = chosenWindow(facts);
    confirm.now = facts.now;
    confirm.zone = facts.zone;
    confirm.impactHead = impactHead(impact);
    confirm.impactText = impactDetail(
        impact, impact::editionHead(impact::editionOf(*facts.known.facts, facts.known.version.get())));
    return confirm;
}

QString originOf(const profiles::Account &account, const RegionId &region)
{
    if (account.connection.endpoint.kind == EndpointRule::Kind::Custom)
        return account.connection.endpoint.origin;
    const auto endpoint = cloud::endpointFor(cloud::Product::RKVStore, region, account.connection.endpoint);
    return endpoint ? QString::fromLatin1(endpoint->hostHeader()) : QString();
}

} // namespace

UpgradeFlow::UpgradeFlow(Session &session, UpgradeForm &form, QWidget *window)
    : QObject(window), m_session(session), m_form(form), m_window(window)
{
    connect(&form, &UpgradeForm::upgradeRequested, this, &UpgradeFlow::confirm);
    connect(&form, &UpgradeForm::showRequestRequested, this, &UpgradeFlow::showRequest);
    connect(&form, &UpgradeForm::notesRequested, this, &UpgradeFlow::showNotes);
}

std::optional<upgrade::StepPlan> UpgradeFlow::plan() const
{
    if (!m_form.facts() || !m_form.facts()->known.facts)
        return std::nullopt;
    upgrade::StepPlan plan = planOf(*m_form.facts(), m_form.impact());
    const Ticket ticket = m_tickets.value(plan.instance);
    plan.ticket = ticket.number;
    plan.note = ticket.note;
    return plan;
}

void UpgradeFlow::setTicket(const upgrade::StepPlan &plan, const QString &number, const QString &note)
{
    m_tickets.insert(plan.instance, {number, note});
}

void UpgradeFlow::confirm()
{
    const FormFacts facts = *m_form.facts();
    const upgrade::StepPlan plan = this->plan().value_or(planOf(facts, m_form.impact()));
    ConfirmFacts confirmed = confirmFactsOf(facts, m_form.impact());
    confirmed.ticket = plan.ticket;
    auto *dialog = new ConfirmDialog(confirmed, m_window);
    connect(dialog, &ConfirmDialog::showRequest, this, [this, plan] { openRequest(plan); });
    connect(dialog, &QDialog::accepted, this, [this, plan] {
        // What was confirmed is what is sent; but if the instance changed meanwhile so that a check forbids
        // it, nothing is.
        const auto &present = m_form.facts();
        if (present && present->known.key.instance == plan.instance) {
            if (const auto missing = firstMissing(*present, checksOf(*present)))
                return Q_EMIT refused(Error::of(Error::Kind::Conflict, missing->sentence));
        }
        m_session.upgrades().start(plan, this, [this, plan](const Result<StepId> &step) {
            if (!step) {
                Q_EMIT refused(step.error());
                return;
            }
            m_tickets.remove(plan.instance); // it was for this one
            Q_EMIT started(*step);
        });
    });
    dialog->open();
}

void UpgradeFlow::showRequest()
{
    if (const auto &facts = m_form.facts())
        openRequest(planOf(*facts, m_form.impact()));
}

void UpgradeFlow::openRequest(const upgrade::StepPlan &plan)
{
    const profiles::Account *account = profiles::find(m_session.workspace().workspace(), plan.account);
    if (!account)
        return;
    const QString origin = originOf(*account, plan.region);
    m_session.accounts().client(
        plan.account, m_window, [this, plan, origin](const Result<std::shared_ptr<cloud::Client>> &client) {
            RequestDialog *dialog = nullptr;
            if (client) {
                cloud::StartRequest request;
                request.region = plan.region;
                request.instance = plan.instance;
                request.minorVersion = plan.minorVersion;
                request.moment = plan.moment;
                request.nonce = cloud::newNonce();
                dialog = new RequestDialog((*client)->previewStart(request), plan, origin, m_window);
            } else {
                dialog = new RequestDialog(client.error().message, plan, origin, m_window);
            }
            dialog->open();
        });
}

void UpgradeFlow::showNotes()
{
    const auto &facts = m_form.facts();
    if (facts && facts->known.version)
        (new NotesDialog(facts->name, *facts->known.version, m_window))->open();
}

} // namespace uplift::ui
