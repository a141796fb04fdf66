// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instancedetails.h"
#include "ui/dialogs/changedialog.h"
#include "ui/dialogs/momentfields.h"

namespace uplift::ui {

/// What an event is called in a sentence: its name in the program's language, else its type.
[[nodiscard]] QString eventName(const ScheduledEvent &event);
/// Why the service does not let it be moved, or be cancelled; empty: it does.
[[nodiscard]] QString whyNotMoved(const ScheduledEvent &event, const QDateTime &now);
[[nodiscard]] QString whyNotCancelled(const ScheduledEvent &event);

/// Another moment for what the provider plans, at the latest its deadline, or its start now
/// (ModifyActiveOperationTasks). Only where whyNotMoved() is empty.
class MoveEventDialog : public ChangeDialog {
    Q_OBJECT
public:
    MoveEventDialog(const ChangeSubject &subject, const ScheduledEvent &event, const MomentChoices &choices,
                    QWidget *parent = nullptr);
    /// What the fields say, once it was accepted: for a step of StepKind::MoveEvent.
    [[nodiscard]] upgrade::SettingChange change() const;

protected:
    bool validate() override;

private:
    void onChanged();
    [[nodiscard]] bool isPresent() const; ///< the moment it has already is chosen

    ScheduledEvent m_event;
    QTimeZone m_zone;
    MomentFields *m_fields;
};

/// Before an event is cancelled; accepted means a step of StepKind::CancelEvent with cancelOf().
[[nodiscard]] ChangeQuestion cancelEventQuestion(const ChangeSubject &subject, const ScheduledEvent &event,
                                                 const QTimeZone &zone);
[[nodiscard]] upgrade::SettingChange cancelOf(const ScheduledEvent &event, const QTimeZone &zone);

} // namespace uplift::ui
