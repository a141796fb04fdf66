// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ids.h"
#include "core/result.h"
#include "upgrade/plan.h"

#include <QHash>
#include <QObject>

#include <optional>

namespace uplift::ui {

class Session;
class UpgradeForm;

/// From the form's button through the one confirmation to a started upgrade; and "Show the request".
class UpgradeFlow : public QObject {
    Q_OBJECT
public:
    UpgradeFlow(Session &session, UpgradeForm &form, QWidget *window);
    void confirm();
    void showRequest();
    void showNotes();
    /// The plan as the form has it now, with number and note; nothing while the form shows no instance.
    [[nodiscard]] std::optional<upgrade::StepPlan> plan() const;
    /// Number and note for the next upgrade of this instance.
    void setTicket(const upgrade::StepPlan &plan, const QString &number, const QString &note);

Q_SIGNALS:
    void started(const uplift::StepId &id);
    void refused(const uplift::Error &error); ///< nothing was sent

private:
    void start();
    void openRequest(const upgrade::StepPlan &plan);

    struct Ticket {
        QString number;
        QString note;
    };
    QHash<InstanceId, Ticket> m_tickets; ///< entered before the start
    Session &m_session;
    UpgradeForm &m_form;
    QWidget *m_window;
};

} // namespace uplift::ui
