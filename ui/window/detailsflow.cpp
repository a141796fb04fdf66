// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/detailsflow.h"

#include "ui/details/detailsdialog.h"
#include "ui/session.h"
#include "ui/window/changeflow.h"

#include <algorithm>

namespace uplift::ui {

DetailsFlow::DetailsFlow(Session &session, ChangeFlow &changes, QWidget *window)
    : QObject(window), m_session(session), m_changes(changes), m_window(window)
{
    for (auto signal : {&upgrade::Upgrades::stepAdded, &upgrade::Upgrades::stepChanged})
        connect(&session.upgrades(), signal, this, &DetailsFlow::showSteps);
    connect(&changes, &ChangeFlow::refused, this, [this](const Error &error) {
        if (m_asking && m_asking->isVisible())
            m_asking->showRefusal(error);
    });
}

void DetailsFlow::start(const fleet::InstanceKey &key, const QString &name, Environment environment)
{
    QPointer<DetailsDialog> &dialog = m_open[key];
    if (!dialog) {
        auto *details =
            new fleet::InstanceDetails(key, m_session.clients(), m_session.clock(), &m_session.fleet());
        dialog = new DetailsDialog(details, name, environment, m_session.clock(), m_window);
        dialog->setModal(false);
        connect(dialog, &DetailsDialog::actionRequested, this,
                [this, key, opened = dialog.data()](const DetailAction &action) {
                    onAction(key, opened, action);
                });
        showSteps();
    }
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
}

void DetailsFlow::onAction(const fleet::InstanceKey &key, DetailsDialog *dialog, const DetailAction &action)
{
    using Kind = DetailAction::Kind;
    m_asking = dialog;
    const fleet::InstanceDetails &details = dialog->details();
    const auto withEvent = [&](auto act) {
        const QList<ScheduledEvent> events = details.events().value.copy().value_or(QList<ScheduledEvent>());
        const auto found = std::find_if(events.begin(), events.end(), [&](const ScheduledEvent &event) {
            return event.id == action.subject;
        });
        if (found != events.end())
            act(*found);
    };
    const auto withTask = [&](auto act) {
        const QList<CloudTask> tasks = details.tasks().value.copy().value_or(QList<CloudTask>());
        const auto found = std::find_if(tasks.begin(), tasks.end(), [&](const CloudTask &task) {
            return task.id.value == action.subject;
        });
        if (found != tasks.end())
            act(*found);
    };
    switch (action.kind) {
    case Kind::ChangeWindow:
        return m_changes.changeWindow(key, false, dialog);
    case Kind::SwitchAutoUpgrade: {
        const auto &version = details.version().value;
        return m_changes.switchAutoUpgrade(key, !(version && version->autoUpgrade.value_or(false)), dialog);
    }
    case Kind::MoveEvent:
        return withEvent([&](const ScheduledEvent &event) { m_changes.moveEvent(key, event, dialog); });
    case Kind::CancelEvent:
        return withEvent([&](const ScheduledEvent &event) { m_changes.cancelEvent(key, event, dialog); });
    case Kind::MoveTask:
        return withTask([&](const CloudTask &task) { m_changes.moveTask(key, task, dialog); });
    case Kind::CancelTask:
        return withTask([&](const CloudTask &task) { m_changes.cancelTask(key, task, dialog); });
    case Kind::BackUp:
        return m_changes.backUpNow(key, dialog);
    }
}

void DetailsFlow::showSteps()
{
    const QList<upgrade::StepView> steps = m_session.upgrades().steps();
    for (auto open = m_open.begin(); open != m_open.end(); ++open) {
        if (!open.value())
            continue;
        QList<upgrade::StepView> own;
        for (const upgrade::StepView &step : steps) {
            if (step.plan.instance == open.key().instance && !upgrade::isUpgrade(step.plan.kind))
                own.append(step);
        }
        open.value()->setSteps(own);
    }
}

} // namespace uplift::ui
