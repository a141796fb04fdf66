// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/worker.h"
#include "ui/dialogs/ticketdialog.h"
#include "upgrade/upgrades.h"

#include <QObject>

#include <memory>

namespace uplift::ui {

class Session;

/// Opens the change ticket of an attempt, of a plan that was not begun, or of a batch. Connect any signal
/// that carries one of these.
class TicketFlow : public QObject {
    Q_OBJECT
public:
    TicketFlow(Session &session, QWidget *window);

    void openForStep(const upgrade::StepView &step);
    void openForBatch(const PlanId &batch); ///< one that was begun, however long ago
    void openForPlans(const QList<upgrade::StepPlan> &plans); ///< of one instance, at least one
    void openForPlannedBatch(const upgrade::BatchPlan &plan);

Q_SIGNALS:
    void failed(const uplift::Error &error); ///< the batch could not be read
    /// Of a plan that was not begun: for its journal row.
    void planDetailsChanged(const uplift::upgrade::StepPlan &plan, const QString &number,
                            const QString &note);
    void batchDetailsChanged(const uplift::PlanId &batch, const QString &number, const QString &note);

private:
    TicketDialog *open(TicketSubject subject);
    [[nodiscard]] report::TicketInput emptyInput() const;

    Session &m_session;
    QWidget *m_window;
    std::unique_ptr<Worker> m_worker; ///< made with the first ticket: most starts need none
};

} // namespace uplift::ui
