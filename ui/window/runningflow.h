// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "fleet/knowninstance.h"
#include "upgrade/upgrades.h"

#include <QHash>
#include <QObject>
#include <QTimeZone>

namespace uplift::ui {

class RunningDetail;
class RunningPage;
class Session;
struct MoveFacts;

/// What runs over a session: list and detail, the user's decisions, and moving or cancelling what has not
/// switched yet.
class RunningFlow : public QObject {
    Q_OBJECT
public:
    RunningFlow(Session &session, RunningPage &page, RunningDetail &detail, QWidget *window);

    void onStepsChanged();
    void setNow(const QDateTime &now, const QTimeZone &zone);
    /// Names of the batches that steps on show belong to, as far as they are known.
    [[nodiscard]] QHash<PlanId, QString> batchNames() const;

Q_SIGNALS:
    void ticketRequested(const uplift::upgrade::StepView &step);
    void historyRequested(const uplift::upgrade::StepView &step);
    void planAgainRequested(const uplift::fleet::InstanceKey &key);
    void batchRequested(const uplift::PlanId &batch);

private:
    void show(const StepId &id);
    void move(const StepId &id);
    void cancel(const StepId &id);
    void start(const upgrade::StepPlan &plan);
    void complain(const Error &error);
    [[nodiscard]] MoveFacts factsOf(const upgrade::StepView &step) const;
    [[nodiscard]] QString batchName(const PlanId &id) const;

    Session &m_session;
    RunningPage &m_page;
    RunningDetail &m_detail;
    QWidget *m_window;
    QTimeZone m_zone;
};

} // namespace uplift::ui
