// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/notifier.h"

#include <QHash>
#include <QObject>

class QMenu;

namespace uplift::ui {

class Preferences;
class Session;

/// Watches attempts and batches and tells what became of them while no window of ours is in front.
class NotifyFlow : public QObject {
    Q_OBJECT
public:
    NotifyFlow(Session &session, Preferences &preferences, QWidget *window,
               Notifier::Bus bus = &QDBusConnection::sessionBus);

    /// The switch, and whether this desktop shows notifications at all; filled anew each time it opens.
    void attachTo(QMenu *menu);
    /// Finds out the way, and tells it by wayFound().
    void probe();
    [[nodiscard]] Notifier &notifier() { return m_notifier; }

Q_SIGNALS:
    void stepRequested(const uplift::StepId &step); ///< a notification was clicked; empty: the list
    void batchRequested(const uplift::PlanId &batch);
    void wayFound(const QString &sentence, bool works); ///< how this desktop shows them, or that it does not

private:
    [[nodiscard]] QString waySentence() const;
    void tellWay();
    void onStepChanged(const StepId &id);
    void onBatchChanged(const PlanId &id);
    void onActivated(const StepId &step, const PlanId &batch);
    void fill(QMenu *menu);
    void tell(const std::optional<Tiding> &tiding);

    Session &m_session;
    Preferences &m_preferences;
    QWidget *m_window;
    Notifier m_notifier;
    QHash<StepId, StepSight> m_steps;
    QHash<PlanId, upgrade::BatchState> m_batches;
};

} // namespace uplift::ui
