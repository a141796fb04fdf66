// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/spokenflow.h"

#include "core/redact.h"
#include "ui/batch/batchstatus.h"
#include "ui/look/accessibility.h"
#include "ui/running/attemptwords.h"

#include <QWidget>

namespace uplift::ui {

QString spokenChange(const upgrade::StepView &step)
{
    if (upgrade::isEnd(step.state) || step.state == upgrade::StepState::Undecided) {
        const Verdict verdict = verdictOf(step);
        return QStringLiteral("%1. %2").arg(verdict.title, verdict.text).trimmed();
    }
    if (!step.plan.batch.isEmpty())
        return {};
    return QStringLiteral("%1: %2").arg(plainLine(step.plan.instanceName),
                                        attemptStateText(step.plan.kind, step.state));
}

QString spokenChange(const upgrade::BatchView &batch)
{
    const QString state = batchMark(batch).word;
    const QString why = batch.hold ? QStringLiteral(". ") + batch.hold->sentence : QString();
    return QStringLiteral("%1: %2%3").arg(plainLine(batch.plan.name), state, why);
}

SpokenFlow::SpokenFlow(Session &session, QWidget *window)
    : QObject(window), m_session(session), m_window(window)
{
    // What is there when the window opens is no news.
    const QList<upgrade::StepView> steps = session.upgrades().steps();
    for (const upgrade::StepView &step : steps)
        m_steps.insert(step.plan.id, step.state);
    const QList<upgrade::BatchView> batches = session.batches().batches();
    for (const upgrade::BatchView &batch : batches)
        m_batches.insert(batch.plan.id, batch.progress.state);
    for (auto signal : {&upgrade::Upgrades::stepAdded, &upgrade::Upgrades::stepChanged})
        connect(&session.upgrades(), signal, this, &SpokenFlow::onStep);
    for (auto signal : {&upgrade::Batches::batchAdded, &upgrade::Batches::batchChanged})
        connect(&session.batches(), signal, this, &SpokenFlow::onBatch);
}

void SpokenFlow::onStep(const StepId &id)
{
    const auto step = m_session.upgrades().step(id);
    if (!step)
        return;
    const auto before = m_steps.constFind(id);
    if (before != m_steps.constEnd() && *before == step->state)
        return;
    m_steps.insert(id, step->state);
    // Read from the journal at the start: no news either.
    if (m_session.isReady())
        announce(m_window, spokenChange(*step));
}

void SpokenFlow::onBatch(const PlanId &id)
{
    const auto batch = m_session.batches().batch(id);
    if (!batch)
        return;
    const auto before = m_batches.constFind(id);
    if (before != m_batches.constEnd() && *before == batch->progress.state)
        return;
    m_batches.insert(id, batch->progress.state);
    if (m_session.isReady())
        announce(m_window, spokenChange(*batch));
}

} // namespace uplift::ui
