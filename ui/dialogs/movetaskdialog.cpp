// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/movetaskdialog.h"

#include "core/redact.h"
#include "ui/widgets/field.h"

#include <QLineEdit>

namespace uplift::ui {

namespace {

using When = upgrade::SettingChange::When;

QString statusOf(const CloudTask &task)
{
    const QString status = plainLine(task.statusText);
    const QString step = plainLine(task.step);
    //: A task's status and step in the service's words: "Waiting (wait_maintain_time)"
    return step.isEmpty() ? status : MoveTaskDialog::tr("%1 (%2)").arg(status, step);
}

ChangeQuestion moveQuestion(const ChangeSubject &subject, const CloudTask &task)
{
    ChangeQuestion question;
    question.title = MoveTaskDialog::tr("Move a task - Uplift");
    //: %1 the task's name, %2 the instance's
    question.heading = MoveTaskDialog::tr("Move “%1” of %2?").arg(taskName(task), subject.instanceName);
    question.before = statusOf(task);
    question.doesNot =
        MoveTaskDialog::tr("It does not cancel the task, and starts no other. The service does "
                           "not read the moment back: its own “done” is all there is.");
    question.act = MoveTaskDialog::tr("Move the task");
    question.keep = MoveTaskDialog::tr("Leave it as it is");
    question.cutsConnections = true;
    return question;
}

} // namespace

bool mayMove(const CloudTask &task) { return task.actions.contains(QLatin1String("modifySwitchTime")); }

bool mayCancel(const CloudTask &task) { return task.actions.contains(QLatin1String("cancel")); }

QString taskName(const CloudTask &task)
{
    const QString name = plainLine(task.reason.isEmpty() ? task.type : task.reason);
    return name.isEmpty() ? task.id.value : name;
}

MoveTaskDialog::MoveTaskDialog(const ChangeSubject &subject, const CloudTask &task,
                               const MomentChoices &choices, QWidget *parent)
    : ChangeDialog(subject, moveQuestion(subject, task), parent), m_task(task),
      m_fields(new MomentFields(choices))
{
    setObjectName(QStringLiteral("moveTaskDialog"));
    heedEnter(m_fields->timeEdit());
    addEditor(m_fields);
    connect(m_fields, &MomentFields::changed, this, &MoveTaskDialog::onChanged);
    onChanged();
}

void MoveTaskDialog::onChanged()
{
    setAfter(m_fields->text().isEmpty() ? tr("Not complete yet.") : m_fields->text());
    const bool now = m_fields->when() == When::Immediately;
    setWhen(now ? tr("At once: the switch may come within seconds.")
                : tr("At once; the switch itself comes at the moment chosen."));
    setDoes(now ? tr("The task goes on now, and connections break when it switches.")
                : tr("The task waits for that moment, and connections break when it switches."));
    // What is only moved breaks nothing now; what starts now does.
    setCutsConnections(now);
}

bool MoveTaskDialog::validate()
{
    const auto error = m_fields->error();
    if (error)
        showFieldError(m_fields->timeField(), error->message);
    return !error;
}

upgrade::SettingChange MoveTaskDialog::change() const
{
    upgrade::SettingChange change;
    change.task = m_task.id;
    change.taskStep = m_task.step;
    change.when = m_fields->when();
    change.at = m_fields->at();
    change.before = statusOf(m_task);
    change.after = m_fields->text();
    return change;
}

ChangeQuestion cancelTaskQuestion(const ChangeSubject &subject, const CloudTask &task)
{
    ChangeQuestion question;
    question.title = MoveTaskDialog::tr("Cancel a task - Uplift");
    //: %1 the task's name, %2 the instance's
    question.heading = MoveTaskDialog::tr("Cancel “%1” of %2?").arg(taskName(task), subject.instanceName);
    question.before = statusOf(task);
    question.after = MoveTaskDialog::tr("Cancelled, if the switch has not begun.");
    question.when = MoveTaskDialog::tr("At once. What was prepared is thrown away.");
    question.does =
        MoveTaskDialog::tr("The task ends without a switch, and the instance stays as it is. To have it done "
                           "after all, it must be started anew.");
    question.doesNot = MoveTaskDialog::tr("It takes nothing back that has switched already.");
    question.act = MoveTaskDialog::tr("Cancel the task");
    question.isFinal = true;
    question.keep = MoveTaskDialog::tr("Let it go on");
    return question;
}

upgrade::SettingChange cancelOf(const CloudTask &task)
{
    upgrade::SettingChange change;
    change.task = task.id;
    change.taskStep = task.step;
    change.before = statusOf(task);
    change.after = MoveTaskDialog::tr("cancelled");
    return change;
}

} // namespace uplift::ui
