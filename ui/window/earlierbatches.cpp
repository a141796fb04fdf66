// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/earlierbatches.h"

#include "ui/session.h"
#include "upgrade/outcome.h"

#include <algorithm>
#include <utility>

namespace uplift::ui {

EarlierBatches::EarlierBatches(Session &session, QObject *parent) : QObject(parent), m_session(session) { }

std::optional<upgrade::BatchView> EarlierBatches::batch(const PlanId &id) const
{
    for (const upgrade::BatchView &view : m_batches) {
        if (view.plan.id == id)
            return view;
    }
    return std::nullopt;
}

QList<upgrade::StepView> EarlierBatches::stepsOf(const PlanId &id) const { return m_steps.value(id); }

void EarlierBatches::read()
{
    if (std::exchange(m_reading, true))
        return;
    m_session.journal().batches(most, this, [this](const Result<QList<upgrade::JournaledBatch>> &batches) {
        if (!batches) {
            m_reading = false;
            return Q_EMIT failed(batches.error());
        }
        m_left = *batches;
        m_found.clear();
        readNext();
    });
}

void EarlierBatches::readNext()
{
    while (!m_left.isEmpty()) {
        const upgrade::JournaledBatch batch = m_left.takeFirst();
        const bool ended = !batch.rows.isEmpty() && upgrade::isEnd(batch.rows.constLast().state);
        if (!ended || m_session.batches().batch(batch.plan.id))
            continue; // this program follows it, or did until its end
        if (const auto known = this->batch(batch.plan.id)) { // what has ended changes no more
            m_found.append(*known);
            continue;
        }
        m_session.journal().batchSteps(batch.plan.id, this,
                                       [this, batch](const Result<QList<upgrade::JournaledStep>> &steps) {
                                           if (!steps) {
                                               m_reading = false;
                                               return Q_EMIT failed(steps.error());
                                           }
                                           take(batch, *steps);
                                           readNext();
                                       });
        return;
    }
    end();
}

void EarlierBatches::take(const upgrade::JournaledBatch &batch, const QList<upgrade::JournaledStep> &steps)
{
    m_found.append(upgrade::batchViewOf(batch, steps));
    QList<upgrade::StepView> views;
    views.reserve(steps.size());
    for (const upgrade::JournaledStep &step : steps)
        views.append(upgrade::viewOf(step));
    m_steps.insert(batch.plan.id, views);
}

void EarlierBatches::end()
{
    m_reading = false;
    m_batches = std::exchange(m_found, {});
    m_steps.removeIf([this](const auto &entry) { return !batch(entry.key()); });
    Q_EMIT finished();
}

} // namespace uplift::ui
