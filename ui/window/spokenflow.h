// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session.h"

#include <QHash>
#include <QObject>

class QWidget;

namespace uplift::ui {

/// What a screen reader says of an attempt whose state has changed: its verdict once it has ended, else its
/// name and its state. Of a batch's member only what it ended with; empty: nothing. Pure.
[[nodiscard]] QString spokenChange(const upgrade::StepView &step);
/// "Staging first: Held. wave 2 waits for you". Pure.
[[nodiscard]] QString spokenChange(const upgrade::BatchView &batch);

/// Announces in `window` what becomes of upgrades and batches.
class SpokenFlow : public QObject {
    Q_OBJECT
public:
    SpokenFlow(Session &session, QWidget *window);

private:
    void onStep(const StepId &id);
    void onBatch(const PlanId &id);

    Session &m_session;
    QWidget *m_window;
    QHash<StepId, upgrade::StepState> m_steps;
    QHash<PlanId, upgrade::BatchState> m_batches;
};

} // namespace uplift::ui
