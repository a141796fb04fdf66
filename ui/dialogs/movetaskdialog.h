// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/changedialog.h"
#include "ui/dialogs/momentfields.h"

namespace uplift::ui {

/// Does the service offer this for the task at its present step? The words of CloudTask::actions.
[[nodiscard]] bool mayMove(const CloudTask &task);
[[nodiscard]] bool mayCancel(const CloudTask &task);
/// "小版本升级, Waiting since 14:02": what the task is called in a sentence.
[[nodiscard]] QString taskName(const CloudTask &task);

/// Another moment for a waiting task, or its start now (ModifyTaskInfo). Only where mayMove().
class MoveTaskDialog : public ChangeDialog {
    Q_OBJECT
public:
    MoveTaskDialog(const ChangeSubject &subject, const CloudTask &task, const MomentChoices &choices,
                   QWidget *parent = nullptr);
    /// What the fields say, once it was accepted: for a step of StepKind::MoveTask.
    [[nodiscard]] upgrade::SettingChange change() const;

protected:
    bool validate() override;

private:
    void onChanged();

    CloudTask m_task;
    MomentFields *m_fields;
};

/// Before a task is cancelled; accepted means a step of StepKind::CancelTask with cancelOf().
[[nodiscard]] ChangeQuestion cancelTaskQuestion(const ChangeSubject &subject, const CloudTask &task);
[[nodiscard]] upgrade::SettingChange cancelOf(const CloudTask &task);

} // namespace uplift::ui
