// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/changeflow.h"

#include "ui/details/eventdialog.h"
#include "ui/details/windowdialog.h"
#include "ui/dialogs/movetaskdialog.h"
#include "ui/form/formfacts.h"
#include "ui/session.h"
#include "ui/window/gather.h"
#include "ui/window/preflightflow.h"
#include "ui/window/requestview.h"
#include "upgrade/quiethour.h"

namespace uplift::ui {

namespace {

using upgrade::StepKind;

QTimeZone localZone() { return QTimeZone::systemTimeZone(); }

ChangeQuestion autoUpgradeQuestion(const ChangeSubject &subject, bool on)
{
    ChangeQuestion question;
    question.title = ChangeFlow::tr("Automatic upgrade - Uplift");
    //: %1 is the instance's name
    question.heading = (on ? ChangeFlow::tr("Switch the automatic upgrade of %1 on?")
                           : ChangeFlow::tr("Switch the automatic upgrade of %1 off?"))
                           .arg(subject.instanceName);
    question.before = on ? ChangeFlow::tr("Off") : ChangeFlow::tr("On");
    question.after = on ? ChangeFlow::tr("On") : ChangeFlow::tr("Off");
    question.when = ChangeFlow::tr("At once.");
    question.does = on
        ? ChangeFlow::tr("The service upgrades the minor version by itself in the maintenance window, and "
                         "announces it as an event before. Connections break each time it does.")
        : ChangeFlow::tr("The minor version is upgraded only when somebody asks for it.");
    question.doesNot = on
        ? ChangeFlow::tr("It upgrades nothing now.")
        : ChangeFlow::tr("It does not cancel an event that is planned already: see Scheduled events.");
    question.act = on ? ChangeFlow::tr("Switch it on") : ChangeFlow::tr("Switch it off");
    question.keep = ChangeFlow::tr("Leave it as it is");
    return question;
}

ChangeQuestion backupQuestion(const ChangeSubject &subject)
{
    ChangeQuestion question;
    question.title = ChangeFlow::tr("Back up - Uplift");
    //: %1 is the instance's name
    question.heading = ChangeFlow::tr("Back up %1 now?").arg(subject.instanceName);
    question.after = ChangeFlow::tr("A full backup, kept as long as the instance's policy says.");
    question.when = ChangeFlow::tr("At once. It is followed in In progress until the service says that it "
                                   "succeeded.");
    question.does = ChangeFlow::tr("The instance serves on, with some more load while the data are saved.");
    question.doesNot = ChangeFlow::tr("It upgrades nothing. An upgrade can be started once it has ended.");
    question.act = ChangeFlow::tr("Back up now");
    question.keep = ChangeFlow::tr("Do not back up");
    return question;
}

Error readOnlyError()
{
    return Error::of(Error::Kind::Conflict,
                     ChangeFlow::tr("The profile is read-only: watched, never changed from here."),
                     ChangeFlow::tr("Edit the profile first if this instance shall be changed."));
}

} // namespace

ChangeFlow::ChangeFlow(Session &session, PreflightFlow &preflight, QWidget *window)
    : QObject(window), m_session(session), m_preflight(preflight), m_window(window)
{
    connect(&session.upgrades(), &upgrade::Upgrades::stepChanged, this, &ChangeFlow::onStepChanged);
}

ChangeSubject ChangeFlow::subjectOf(const fleet::InstanceKey &key) const
{
    const FormFacts facts = gatherFacts(m_session, key, localZone());
    ChangeSubject subject;
    subject.account = key.account;
    subject.accountName = facts.accountName;
    subject.keyTail = facts.keyTail;
    subject.profile = facts.profile;
    subject.region = key.region;
    subject.regionName = facts.regionName;
    subject.instance = key.instance;
    subject.instanceName = facts.name;
    subject.environment = facts.environment;
    return subject;
}

bool ChangeFlow::isReadOnly(const fleet::InstanceKey &key)
{
    const profiles::Profile *profile = profileOf(m_session.workspace().workspace(), key);
    if (!profile || !profile->readOnly)
        return false;
    Q_EMIT refused(readOnlyError());
    return true;
}

void ChangeFlow::open(ChangeDialog *dialog, const PlanOf &planOf)
{
    connect(dialog, &ChangeDialog::showRequest, this, [this, dialog, planOf] {
        if (const auto plan = planOf())
            openRequests(m_session, {*plan}, dialog);
    });
    connect(dialog, &QDialog::accepted, this, [this, planOf] {
        if (const auto plan = planOf())
            start(*plan);
    });
    dialog->open();
}

void ChangeFlow::start(const upgrade::StepPlan &plan)
{
    m_session.upgrades().start(plan, this, [this](const Result<StepId> &step) {
        if (!step)
            return Q_EMIT refused(step.error());
        m_started.insert(*step);
        Q_EMIT started(*step);
        onStepChanged(*step); // it may have ended before this was heard
    });
}

void ChangeFlow::onStepChanged(const StepId &id)
{
    if (!m_started.contains(id))
        return;
    const auto step = m_session.upgrades().step(id);
    if (!step || !upgrade::isEnd(step->state))
        return;
    m_started.remove(id);
    Q_EMIT ended(*step);
}

void ChangeFlow::changeWindow(const fleet::InstanceKey &key, bool useProposal, QWidget *parent)
{
    if (isReadOnly(key))
        return;
    FormFacts facts = gatherFacts(m_session, key, localZone());
    m_preflight.addTo(facts);
    facts.moment = Moment::MaintenanceWindow;
    WindowChangeFacts change;
    change.now = facts.now;
    change.zone = facts.zone;
    change.useProposal = useProposal;
    if (facts.known.facts)
        change.present = facts.known.facts->window;
    if (const auto quiet = quietHourOf(facts))
        change.proposal = quiet->hours.proposal;
    if (const auto open = m_session.upgrades().openStepFor(key.instance))
        change.upgradeWaits =
            open->plan.moment == Moment::MaintenanceWindow && upgrade::isUpgrade(open->plan.kind);
    const ChangeSubject subject = subjectOf(key);
    auto *dialog = new WindowDialog(subject, change, parent ? parent : m_window);
    open(dialog, [subject, dialog]() -> std::optional<upgrade::StepPlan> {
        const auto setting = dialog->change();
        return setting ? std::optional(stepOf(subject, StepKind::Window, setting)) : std::nullopt;
    });
}

void ChangeFlow::switchAutoUpgrade(const fleet::InstanceKey &key, bool on, QWidget *parent)
{
    if (isReadOnly(key))
        return;
    const ChangeSubject subject = subjectOf(key);
    const ChangeQuestion question = autoUpgradeQuestion(subject, on);
    upgrade::SettingChange setting;
    setting.autoUpgrade = on;
    setting.before = question.before;
    setting.after = question.after;
    open(new ChangeDialog(subject, question, parent ? parent : m_window),
         [subject, setting] { return std::optional(stepOf(subject, StepKind::AutoUpgrade, setting)); });
}

void ChangeFlow::moveEvent(const fleet::InstanceKey &key, const ScheduledEvent &event, QWidget *parent)
{
    if (isReadOnly(key))
        return;
    const ChangeSubject subject = subjectOf(key);
    MomentChoices choices;
    choices.now = m_session.clock().now();
    choices.zone = localZone();
    choices.deadline = event.deadline;
    choices.suggested = event.switchAt;
    auto *dialog = new MoveEventDialog(subject, event, choices, parent ? parent : m_window);
    open(dialog,
         [subject, dialog] { return std::optional(stepOf(subject, StepKind::MoveEvent, dialog->change())); });
}

void ChangeFlow::cancelEvent(const fleet::InstanceKey &key, const ScheduledEvent &event, QWidget *parent)
{
    if (isReadOnly(key))
        return;
    const ChangeSubject subject = subjectOf(key);
    open(new ChangeDialog(subject, cancelEventQuestion(subject, event, localZone()),
                          parent ? parent : m_window),
         [subject, setting = cancelOf(event, localZone())] {
             return std::optional(stepOf(subject, StepKind::CancelEvent, setting));
         });
}

void ChangeFlow::moveTask(const fleet::InstanceKey &key, const CloudTask &task, QWidget *parent)
{
    if (isReadOnly(key))
        return;
    const ChangeSubject subject = subjectOf(key);
    MomentChoices choices;
    choices.now = m_session.clock().now();
    choices.zone = localZone();
    choices.inWindow = true;
    auto *dialog = new MoveTaskDialog(subject, task, choices, parent ? parent : m_window);
    open(dialog,
         [subject, dialog] { return std::optional(stepOf(subject, StepKind::MoveTask, dialog->change())); });
}

void ChangeFlow::cancelTask(const fleet::InstanceKey &key, const CloudTask &task, QWidget *parent)
{
    if (isReadOnly(key))
        return;
    const ChangeSubject subject = subjectOf(key);
    open(new ChangeDialog(subject, cancelTaskQuestion(subject, task), parent ? parent : m_window),
         [subject, setting = cancelOf(task)] {
             return std::optional(stepOf(subject, StepKind::CancelTask, setting));
         });
}

void ChangeFlow::backUpNow(const fleet::InstanceKey &key, QWidget *parent)
{
    if (isReadOnly(key))
        return;
    const ChangeSubject subject = subjectOf(key);
    const fleet::KnownInstance *known = m_session.fleet().find(key);
    const bool sharded = known && known->facts && upgrade::hasShardedBackups(*known->facts);
    open(new ChangeDialog(subject, backupQuestion(subject), parent ? parent : m_window), [subject, sharded] {
        upgrade::StepPlan plan = stepOf(subject, StepKind::Backup);
        plan.shardedBackups = sharded;
        return std::optional(plan);
    });
}

} // namespace uplift::ui
