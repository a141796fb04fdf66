// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/preflightflow.h"

#include "ui/session.h"

namespace uplift::ui {

namespace {

/// Long enough that walking through the table with the arrow keys asks nothing.
constexpr std::chrono::milliseconds resting{300};
constexpr std::chrono::milliseconds folding{50};
/// An answer younger than this is shown again without asking.
constexpr qint64 freshSeconds = 120;

upgrade::PreflightTarget targetOf(const fleet::InstanceKey &key)
{
    return {key.account, key.region, key.instance};
}

fleet::InstanceKey keyOf(const upgrade::PreflightTarget &target)
{
    return {target.account, target.region, target.instance};
}

} // namespace

PreflightFlow::PreflightFlow(Session &session, QObject *parent)
    : QObject(parent), m_session(session), m_preflight(session.clients(), session.journal(), session.clock())
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(resting);
    m_fold.setSingleShot(true);
    m_fold.setInterval(folding);
    m_preflight.toldInstance = [this](const upgrade::PreflightTarget &about, const auto &answer) {
        m_session.fleet().learn(keyOf(about), answer);
    };
    m_preflight.toldVersion = [this](const upgrade::PreflightTarget &about, const auto &answer) {
        m_session.fleet().learn(keyOf(about), answer);
    };
    connect(&m_rest, &QTimer::timeout, this, [this] {
        const upgrade::PreflightFacts facts = factsOf(m_shown);
        const bool fresh = facts.answered.isValid() && facts.answered >= facts.asked
            && facts.answered.secsTo(m_session.clock().now()) < freshSeconds;
        if (!fresh)
            ask();
    });
    connect(&m_preflight, &upgrade::Preflight::changed, this, [this] {
        if (!m_fold.isActive())
            m_fold.start();
    });
    connect(&m_fold, &QTimer::timeout, this, &PreflightFlow::changed);
    connect(&session.upgrades(), &upgrade::Upgrades::stepChanged, this, &PreflightFlow::onStepChanged);
    connect(&session.accounts(), &accounts::Accounts::clientChanged, this, [this](const AccountId &account) {
        if (account == m_shown.account)
            refresh();
    });
}

void PreflightFlow::show(const fleet::InstanceKey &key)
{
    if (key == m_shown)
        return;
    m_shown = key;
    m_preflight.stop();
    m_rest.start();
}

void PreflightFlow::refresh()
{
    if (m_shown.instance.isEmpty())
        return;
    m_rest.stop();
    ask();
}

void PreflightFlow::stop()
{
    m_rest.stop();
    m_preflight.stop();
}

void PreflightFlow::ask()
{
    const fleet::KnownInstance *known = m_session.fleet().find(m_shown);
    m_preflight.ask(targetOf(m_shown), known ? known->facts.copy() : std::nullopt,
                    QTimeZone::systemTimeZone());
}

upgrade::PreflightFacts PreflightFlow::factsOf(const fleet::InstanceKey &key) const
{
    return m_preflight.facts(targetOf(key));
}

void PreflightFlow::addTo(FormFacts &facts) const
{
    const fleet::InstanceKey &key = facts.known.key;
    facts.preflight = factsOf(key);
    facts.tokenExpires = m_session.accounts().keyExpires(key.account);
    // What this program watches is newer than what the journal told.
    bool attempted = false;
    const QList<upgrade::StepView> steps = m_session.upgrades().steps();
    for (const upgrade::StepView &step : steps) {
        if (!(step.plan.instance == key.instance))
            continue;
        if (upgrade::isUpgrade(step.plan.kind) && !std::exchange(attempted, true))
            facts.preflight.lastAttempt = upgrade::LastAttempt{step.state, step.since};
        if (step.plan.kind == upgrade::StepKind::Backup && !facts.backup)
            facts.backup = step;
    }
}

void PreflightFlow::onStepChanged(const StepId &id)
{
    const auto step = m_session.upgrades().step(id);
    if (!step || !upgrade::isEnd(step->state) || m_ended.contains(id))
        return;
    m_ended.insert(id);
    // What is answered of window, versions and status reaches the table as well.
    if (step->plan.instance == m_shown.instance)
        refresh();
}

} // namespace uplift::ui
