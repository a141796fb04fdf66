// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fleet/knowninstance.h"
#include "profiles/workspace.h"
#include "ui/window/earlierbatches.h"
#include "upgrade/batchrunner.h"

#include <QObject>
#include <QTimeZone>
#include <QTimer>

#include <functional>

namespace uplift::ui {

class BatchDraft;
class PlanDetail;
class PlanNameDialog;
class PlansPage;
class Session;

/// Behind the list of plans: keeps it in step with the session's batches and saved plans, carries out what is
/// pressed there, saves, renames and removes plans. A removal can be taken back.
class PlanFlow : public QObject {
    Q_OBJECT
public:
    PlanFlow(Session &session, PlansPage &page, PlanDetail &detail, QWidget *window);
    /// How to learn what is selected in the table.
    void setSelection(std::function<QList<fleet::InstanceKey>()> selection);
    void refresh(); ///< batches, saved plans, members: soon
    void updateNow(); ///< the page comes into view
    /// In the list: at once, or when the journal was read; see missing().
    void show(const PlanId &id);
    [[nodiscard]] bool isBatch(const PlanId &id) const; ///< one that was begun, not a saved plan
    void setNow(const QDateTime &now, const QTimeZone &zone);
    void save(const BatchDraft &draft); ///< asks for its name

Q_SIGNALS:
    void openRequested(const uplift::profiles::SavedPlan &plan,
                       const QList<uplift::fleet::InstanceKey> &instances);
    void againRequested(const uplift::upgrade::BatchPlan &plan,
                        const QList<uplift::fleet::InstanceKey> &instances);
    void stepRequested(const uplift::StepId &step);
    void historyRequested(const QString &words); ///< of an attempt before the program's start
    void missing(const uplift::PlanId &id); ///< what show() was asked for is not in the list
    void ticketRequested(const uplift::PlanId &id); ///< of a batch
    void saved(const uplift::PlanId &id, const QString &name);
    void failed(const uplift::Error &error);
    void done(const QString &sentence);
    void batchesChanged();

private:
    void connectDetail();
    void update();
    void showCurrent();
    void onEarlierRead();
    void leadTo(const StepId &step);
    [[nodiscard]] std::optional<upgrade::BatchView> viewOf(const PlanId &id) const;
    void showSavedRows(const profiles::SavedPlan &plan);
    void stop(const PlanId &id);
    void again(const PlanId &id);
    void rename(const PlanId &id);
    void remove(const PlanId &id);
    void showMenu(const PlanId &id, const QPoint &position);
    void write(PlanNameDialog *dialog, const profiles::SavedPlan &plan);
    [[nodiscard]] const profiles::SavedPlan *savedPlan(const PlanId &id) const;

    Session &m_session;
    PlansPage &m_page;
    PlanDetail &m_detail;
    QWidget *m_window;
    std::function<QList<fleet::InstanceKey>()> m_selection;
    QDateTime m_now;
    QTimeZone m_zone = QTimeZone::utc();
    QHash<PlanId, Environment> m_savedEnvironments;
    QTimer m_soon; ///< folds changes
    EarlierBatches m_earlier;
    PlanId m_wanted; ///< to be shown once the journal was read
};

} // namespace uplift::ui
