// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/notifyflow.h"

#include "ui/preferences.h"
#include "ui/session.h"

#include <QGuiApplication>
#include <QMenu>
#include <QWidget>

namespace uplift::ui {

namespace {

bool inFront() { return QGuiApplication::applicationState() == Qt::ApplicationActive; }

} // namespace

NotifyFlow::NotifyFlow(Session &session, Preferences &preferences, QWidget *window, Notifier::Bus bus)
    : QObject(window), m_session(session), m_preferences(preferences), m_window(window),
      m_notifier(std::move(bus))
{
    // What is there when the window opens is no news.
    const QList<upgrade::StepView> steps = session.upgrades().steps();
    for (const upgrade::StepView &step : steps)
        m_steps.insert(step.plan.id, sightOf(step));
    connect(&session.upgrades(), &upgrade::Upgrades::stepAdded, this, [this](const StepId &id) {
        if (const auto step = m_session.upgrades().step(id))
            m_steps.insert(id, sightOf(*step));
    });
    connect(&session.upgrades(), &upgrade::Upgrades::stepChanged, this, &NotifyFlow::onStepChanged);
    connect(&session.batches(), &upgrade::Batches::batchAdded, this, [this](const PlanId &id) {
        if (const auto batch = m_session.batches().batch(id))
            m_batches.insert(id, batch->progress.state);
    });
    connect(&session.batches(), &upgrade::Batches::batchChanged, this, &NotifyFlow::onBatchChanged);
    connect(&m_notifier, &Notifier::activated, this, &NotifyFlow::onActivated);
    connect(&m_notifier, &Notifier::wayChanged, this, &NotifyFlow::tellWay);
}

void NotifyFlow::onStepChanged(const StepId &id)
{
    const auto step = m_session.upgrades().step(id);
    if (!step)
        return;
    const StepSight before = m_steps.value(id, sightOf(*step));
    m_steps.insert(id, sightOf(*step));
    tell(tidingOf(before, *step, inFront()));
}

void NotifyFlow::onBatchChanged(const PlanId &id)
{
    const auto batch = m_session.batches().batch(id);
    if (!batch)
        return;
    const upgrade::BatchState before = m_batches.value(id, batch->progress.state);
    m_batches.insert(id, batch->progress.state);
    tell(tidingOf(before, *batch, inFront()));
}

void NotifyFlow::tell(const std::optional<Tiding> &tiding)
{
    if (tiding && m_preferences.notifications())
        m_notifier.tell(*tiding);
}

void NotifyFlow::onActivated(const StepId &step, const PlanId &batch)
{
    if (m_window->isMinimized())
        m_window->showNormal();
    m_window->raise();
    m_window->activateWindow();
    if (!batch.isEmpty())
        Q_EMIT batchRequested(batch);
    else
        Q_EMIT stepRequested(step);
}

void NotifyFlow::attachTo(QMenu *menu)
{
    fill(menu);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        m_notifier.probe();
        fill(menu);
    });
    connect(&m_notifier, &Notifier::wayChanged, menu, [this, menu] { fill(menu); });
}

void NotifyFlow::fill(QMenu *menu)
{
    menu->clear();
    QAction *on = menu->addAction(tr("&Tell me when the window is not in front"));
    on->setObjectName(QStringLiteral("actionNotify"));
    on->setCheckable(true);
    on->setChecked(m_preferences.notifications());
    connect(on, &QAction::toggled, this, [this](bool told) { m_preferences.setNotifications(told); });
    menu->addSeparator();
    QAction *said = menu->addAction(waySentence());
    said->setObjectName(QStringLiteral("notifyNote"));
    said->setEnabled(false);
}

QString NotifyFlow::waySentence() const
{
    switch (m_notifier.way()) {
    case Notifier::Way::Desktop:
        return tr("Shown by this desktop's notification service.");
    case Notifier::Way::Tray:
        return tr("Shown from the tray: this desktop has no notification service.");
    case Notifier::Way::None:
        return tr("This desktop shows no notifications: no service and no tray answers.");
    case Notifier::Way::Unknown:
        break;
    }
    return tr("Finished, failed, held, or waiting for your decision.");
}

void NotifyFlow::probe()
{
    m_notifier.probe();
    tellWay();
}

void NotifyFlow::tellWay()
{
    if (m_notifier.way() != Notifier::Way::Unknown)
        Q_EMIT wayFound(waySentence(), m_notifier.way() != Notifier::Way::None);
}

} // namespace uplift::ui
