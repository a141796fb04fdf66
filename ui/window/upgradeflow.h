// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ids.h"
#include "core/result.h"
#include "ui/form/formfacts.h"
#include "upgrade/batchrunner.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <memory>

namespace uplift::ui {

class ConfirmDialog;
class PreflightFlow;
class Session;
class UpgradeForm;

/// Why a batch that was just taken on has begun nothing of its first member, and will not by itself; nothing
/// as long as that may come. Pure.
[[nodiscard]] std::optional<Error> nothingBegun(const upgrade::BatchView &batch);

/// From the form's button through the one confirmation to a started upgrade, or to a batch of this one
/// instance when several steps follow each other; and "Show the request".
class UpgradeFlow : public QObject {
    Q_OBJECT
public:
    UpgradeFlow(Session &session, UpgradeForm &form, PreflightFlow &preflight, QWidget *window);
    void confirm(bool backUpFirst);
    void showRequest();
    void showNotes();
    /// One plan for each request, as the form has them now, with number and note; none while it shows no
    /// instance.
    [[nodiscard]] QList<upgrade::StepPlan> plans() const;
    /// Number and note for the next upgrade of this instance.
    void setTicket(const upgrade::StepPlan &plan, const QString &number, const QString &note);

Q_SIGNALS:
    void started(const uplift::StepId &id);
    void refused(const uplift::Error &error); ///< nothing was sent

private:
    struct Starting;
    void askNodes(const std::shared_ptr<Starting> &starting);
    void start(const Starting &starting);
    void startOne(const Starting &starting);
    void startBatch(const Starting &starting);
    void onBatchChanged(const PlanId &id);

    struct Ticket {
        QString number;
        QString note;
    };
    QHash<InstanceId, Ticket> m_tickets; ///< entered before the start
    QSet<PlanId> m_awaited; ///< batches of one instance whose first step has not begun
    Session &m_session;
    UpgradeForm &m_form;
    PreflightFlow &m_preflight;
    QWidget *m_window;
};

} // namespace uplift::ui
