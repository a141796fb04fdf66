// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/ticketflow.h"

#include "ui/batch/batchstatus.h"
#include "ui/session.h"

#include <QCoreApplication>

namespace uplift::ui {

TicketFlow::TicketFlow(Session &session, QWidget *window)
    : QObject(window), m_session(session), m_window(window)
{
}

report::TicketInput TicketFlow::emptyInput() const
{
    report::TicketInput input;
    input.zone = QTimeZone::systemTimeZone();
    input.now = m_session.clock().now();
    input.programVersion = QCoreApplication::applicationVersion();
    return input;
}

TicketDialog *TicketFlow::open(TicketSubject subject)
{
    if (!m_worker)
        m_worker = std::make_unique<Worker>(QStringLiteral("ticket"));
    auto *dialog = new TicketDialog(std::move(subject), *m_worker, m_window);
    dialog->open();
    return dialog;
}

void TicketFlow::openForStep(const upgrade::StepView &step)
{
    TicketSubject subject;
    subject.input = emptyInput();
    subject.input.steps = {{step.plan, step.transitions, {}}};
    subject.name = step.plan.instanceName;
    subject.environment = step.plan.environment;
    open(std::move(subject));
}

void TicketFlow::openForPlans(const QList<upgrade::StepPlan> &plans)
{
    const upgrade::StepPlan &plan = plans.constFirst();
    TicketSubject subject;
    subject.input = emptyInput();
    subject.input.planned = plans;
    subject.name = plan.instanceName;
    subject.environment = plan.environment;
    subject.isPlanned = true;
    connect(open(std::move(subject)), &TicketDialog::detailsChanged, this,
            [this, plan](const QString &number, const QString &note) {
                Q_EMIT planDetailsChanged(plan, number, note);
            });
}

void TicketFlow::openForPlannedBatch(const upgrade::BatchPlan &plan)
{
    TicketSubject subject;
    subject.input = emptyInput();
    subject.input.plannedBatch = plan;
    subject.name = plan.name;
    subject.environment = environmentOf(plan);
    subject.isPlanned = true;
    connect(open(std::move(subject)), &TicketDialog::detailsChanged, this,
            [this, id = plan.id](const QString &number, const QString &note) {
                Q_EMIT batchDetailsChanged(id, number, note);
            });
}

void TicketFlow::openForBatch(const PlanId &id)
{
    m_session.journal().batch(id, this, [this, id](const Result<upgrade::JournaledBatch> &batch) {
        if (!batch) {
            Q_EMIT failed(batch.error());
            return;
        }
        m_session.journal().batchSteps(
            id, this, [this, batch = *batch](const Result<QList<upgrade::JournaledStep>> &steps) {
                if (!steps) {
                    Q_EMIT failed(steps.error());
                    return;
                }
                TicketSubject subject;
                subject.input = emptyInput();
                subject.input.batch = batch;
                subject.input.steps = *steps;
                subject.name = batch.plan.name;
                subject.environment = environmentOf(batch.plan);
                open(std::move(subject));
            });
    });
}

} // namespace uplift::ui
