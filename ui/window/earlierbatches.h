// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "upgrade/batchrunner.h"

#include <QObject>

#include <optional>

namespace uplift::ui {

class Session;

/// Batches that ended before the program's start, as the journal has them: the newest ones, each with the
/// steps of its members. Read one after the other, so that nobody else waits for the journal.
class EarlierBatches : public QObject {
    Q_OBJECT
public:
    /// That many of the newest batches are looked at; older ones are in the history, attempt by attempt.
    static constexpr int most = 50;

    explicit EarlierBatches(Session &session, QObject *parent = nullptr);

    void read(); ///< again: what has ended since, or was archived
    [[nodiscard]] bool isReading() const { return m_reading; }
    [[nodiscard]] const QList<upgrade::BatchView> &batches() const { return m_batches; } ///< newest first
    [[nodiscard]] std::optional<upgrade::BatchView> batch(const PlanId &id) const;
    [[nodiscard]] QList<upgrade::StepView> stepsOf(const PlanId &id) const;

Q_SIGNALS:
    void finished(); ///< batches() is what read() found
    void failed(const uplift::Error &error); ///< the journal could not be read; batches() stays as it was

private:
    void readNext();
    void take(const upgrade::JournaledBatch &batch, const QList<upgrade::JournaledStep> &steps);
    void end();

    Session &m_session;
    QList<upgrade::BatchView> m_batches;
    QHash<PlanId, QList<upgrade::StepView>> m_steps;
    QList<upgrade::JournaledBatch> m_left; ///< whose steps are not read yet
    QList<upgrade::BatchView> m_found;
    bool m_reading = false;
};

} // namespace uplift::ui
