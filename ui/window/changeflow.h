// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instancedetails.h"
#include "core/result.h"
#include "fleet/knowninstance.h"
#include "ui/dialogs/changedialog.h"
#include "upgrade/upgrades.h"

#include <QObject>
#include <QSet>

#include <functional>

namespace uplift::ui {

class PreflightFlow;
class Session;

/// Every change that is no upgrade, from its own confirmation to a journaled step: maintenance window,
/// automatic upgrade, events, tasks, backups. `parent` of each: the window the dialog belongs to.
class ChangeFlow : public QObject {
    Q_OBJECT
public:
    ChangeFlow(Session &session, PreflightFlow &preflight, QWidget *window);

    /// `useProposal`: the fields begin with the quieter window, where one is known.
    void changeWindow(const fleet::InstanceKey &key, bool useProposal, QWidget *parent = nullptr);
    void switchAutoUpgrade(const fleet::InstanceKey &key, bool on, QWidget *parent = nullptr);
    void moveEvent(const fleet::InstanceKey &key, const ScheduledEvent &event, QWidget *parent = nullptr);
    void cancelEvent(const fleet::InstanceKey &key, const ScheduledEvent &event, QWidget *parent = nullptr);
    void moveTask(const fleet::InstanceKey &key, const CloudTask &task, QWidget *parent = nullptr);
    void cancelTask(const fleet::InstanceKey &key, const CloudTask &task, QWidget *parent = nullptr);
    void backUpNow(const fleet::InstanceKey &key, QWidget *parent = nullptr);

Q_SIGNALS:
    void started(const uplift::StepId &id);
    void refused(const uplift::Error &error); ///< nothing was sent
    void ended(const uplift::upgrade::StepView &step); ///< one of those that were started here

private:
    using PlanOf = std::function<std::optional<upgrade::StepPlan>()>;
    [[nodiscard]] ChangeSubject subjectOf(const fleet::InstanceKey &key) const;
    [[nodiscard]] bool isReadOnly(const fleet::InstanceKey &key);
    /// Opens the dialog; accepted, the plan it then makes is started.
    void open(ChangeDialog *dialog, const PlanOf &planOf);
    void start(const upgrade::StepPlan &plan);
    void onStepChanged(const StepId &id);

    Session &m_session;
    PreflightFlow &m_preflight;
    QWidget *m_window;
    QSet<StepId> m_started;
};

} // namespace uplift::ui
