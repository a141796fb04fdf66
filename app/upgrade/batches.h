// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "upgrade/batchrunner.h"

#include <QObject>

#include <memory>

namespace uplift::upgrade {

/// Every open batch: starts, pauses, resumes after a crash. Lives in the main thread.
class Batches : public QObject {
    Q_OBJECT
public:
    Batches(Journal &journal, Upgrades &upgrades, cloud::ClientProvider clients, const Clock &clock,
            Intervals intervals = {}, QObject *parent = nullptr);
    ~Batches() override;

    /// Reads the journal: batches that have not ended go on where they were; see Hold::Reason::MissedStart.
    /// After Upgrades::resume().
    void resume(QObject *context, Handler<void> done);
    /// Journals the whole plan, and that it was taken, then begins. Refused (Error::Kind::Input, Storage,
    /// Conflict) when it has no members, when the journal cannot be written, when a member belongs to another
    /// open batch, or when one that is handed over has an open step, see Upgrades::refusalFor().
    void start(const BatchPlan &plan, QObject *context, Handler<PlanId> done);
    void pause(const PlanId &id);
    void goOn(const PlanId &id); ///< also from Held: what held it is forgiven
    void stop(const PlanId &id); ///< after the current ones

    /// Open ones, and those ended since this program's start; newest first.
    [[nodiscard]] QList<BatchView> batches() const;
    [[nodiscard]] std::optional<BatchView> batch(const PlanId &id) const;
    [[nodiscard]] int openCount() const;
    /// The name of the open batch that was handed over and in which the instance is not at its end; nothing:
    /// there is none. Until then no upgrade and no backup of it may be begun from here.
    [[nodiscard]] std::optional<QString> handedOverIn(const InstanceId &instance) const;

Q_SIGNALS:
    void batchAdded(const uplift::PlanId &id);
    void batchChanged(const uplift::PlanId &id);

private:
    BatchRunner *add(BatchView view);
    [[nodiscard]] std::optional<Error> refusalOf(const BatchPlan &plan) const;
    [[nodiscard]] BatchRunner *find(const PlanId &id) const;
    void onStepChanged(const StepId &id);

    BatchTools m_tools;
    QList<BatchRunner *> m_runs; ///< oldest first; children of this
    QList<BatchPlan> m_starting; ///< on their way to the journal
};

} // namespace uplift::upgrade
