// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/details/eventdialog.h"

#include "core/redact.h"
#include "ui/widgets/field.h"

#include <QLineEdit>

namespace uplift::ui {

namespace {

using When = upgrade::SettingChange::When;

QDateTime switchOf(const ScheduledEvent &event)
{
    return event.switchAt.isValid() ? event.switchAt : event.start;
}

QString momentOf(const ScheduledEvent &event, const QTimeZone &zone)
{
    const QDateTime at = switchOf(event);
    return at.isValid() ? bothTimes(at, zone) : MoveEventDialog::tr("The service does not say when.");
}

ChangeQuestion moveQuestion(const ChangeSubject &subject, const ScheduledEvent &event, const QTimeZone &zone)
{
    ChangeQuestion question;
    question.title = MoveEventDialog::tr("Move an event - Uplift");
    //: %1 the event's name, %2 the instance's
    question.heading = MoveEventDialog::tr("Move “%1” of %2?").arg(eventName(event), subject.instanceName);
    question.before = momentOf(event, zone);
    question.doesNot = MoveEventDialog::tr("It does not cancel the event. What the event itself does is the "
                                           "provider's to say.");
    question.act = MoveEventDialog::tr("Move the event");
    question.keep = MoveEventDialog::tr("Leave it as it is");
    return question;
}

} // namespace

QString eventName(const ScheduledEvent &event)
{
    const QString name = plainLine(event.name.text());
    return name.isEmpty() ? plainLine(event.type) : name;
}

QString whyNotMoved(const ScheduledEvent &event, const QDateTime &now)
{
    if (!isOpen(event))
        return MoveEventDialog::tr("It is over.");
    if (event.status == ScheduledEvent::Status::Running)
        return MoveEventDialog::tr("It is under way and cannot be moved any more.");
    if (event.deadline.isValid() && event.deadline <= now)
        return MoveEventDialog::tr("Its deadline has passed, so it cannot be moved any more.");
    if (event.mayChange == false)
        return MoveEventDialog::tr("The provider does not let it be moved.");
    if (!event.mayChange)
        return MoveEventDialog::tr("The service does not say whether it may be moved.");
    return {};
}

QString whyNotCancelled(const ScheduledEvent &event)
{
    if (!isOpen(event))
        return MoveEventDialog::tr("It is over.");
    if (event.status == ScheduledEvent::Status::Running)
        return MoveEventDialog::tr("It is under way and cannot be cancelled any more.");
    if (event.mayCancel == false)
        return MoveEventDialog::tr("The provider does not let it be cancelled.");
    if (!event.mayCancel)
        return MoveEventDialog::tr("The service does not say whether it may be cancelled.");
    return {};
}

MoveEventDialog::MoveEventDialog(const ChangeSubject &subject, const ScheduledEvent &event,
                                 const MomentChoices &choices, QWidget *parent)
    : ChangeDialog(subject, moveQuestion(subject, event, choices.zone), parent), m_event(event),
      m_zone(choices.zone), m_fields(new MomentFields(choices))
{
    setObjectName(QStringLiteral("moveEventDialog"));
    heedEnter(m_fields->timeEdit());
    addEditor(m_fields);
    connect(m_fields, &MomentFields::changed, this, &MoveEventDialog::onChanged);
    onChanged();
}

void MoveEventDialog::onChanged()
{
    const bool same = isPresent();
    if (same)
        m_fields->timeField()->setHelp(
            tr("It is planned for this moment already. Choose another one to move it to."));
    setAfter(same                             ? tr("Choose another moment first.")
                 : m_fields->text().isEmpty() ? tr("Choose a moment the service can take.")
                                              : m_fields->text());
    const bool now = m_fields->when() == When::Immediately;
    setWhen(
        now ? tr("At once: the event begins now.")
            : tr(
                "The plan changes at once. The event itself waits for the chosen moment and switches then."));
    setDoes(now ? tr("The event starts, and connections break when it switches.")
                : tr("Connections break at that moment instead."));
    setCutsConnections(now);
}

bool MoveEventDialog::isPresent() const
{
    const QDateTime present = switchOf(m_event);
    return m_fields->when() == When::At && m_fields->at().isValid() && present.isValid()
        && m_fields->at().toSecsSinceEpoch() / 60 == present.toSecsSinceEpoch() / 60;
}

bool MoveEventDialog::validate()
{
    if (isPresent()) {
        showFieldError(m_fields->timeField(),
                       tr("It is planned for this moment already. Choose another one; nothing was sent."));
        return false;
    }
    const auto error = m_fields->error();
    if (error)
        showFieldError(m_fields->timeField(), error->message);
    return !error;
}

upgrade::SettingChange MoveEventDialog::change() const
{
    upgrade::SettingChange change;
    change.event = m_event.id;
    change.when = m_fields->when();
    change.at = m_fields->at();
    change.before = momentOf(m_event, m_zone);
    change.after = m_fields->text();
    return change;
}

ChangeQuestion cancelEventQuestion(const ChangeSubject &subject, const ScheduledEvent &event,
                                   const QTimeZone &zone)
{
    ChangeQuestion question;
    question.title = MoveEventDialog::tr("Cancel an event - Uplift");
    //: %1 the event's name, %2 the instance's
    question.heading = MoveEventDialog::tr("Cancel “%1” of %2?").arg(eventName(event), subject.instanceName);
    question.before = momentOf(event, zone);
    question.after = MoveEventDialog::tr("Not planned any more.");
    question.when = MoveEventDialog::tr("At once.");
    question.does = MoveEventDialog::tr("The provider does not carry it out. What it was for stays undone.");
    question.doesNot =
        MoveEventDialog::tr("It does not keep the provider from planning another one, and it cannot be taken "
                            "back.");
    question.act = MoveEventDialog::tr("Cancel the event");
    question.isFinal = true;
    question.keep = MoveEventDialog::tr("Leave it planned");
    return question;
}

upgrade::SettingChange cancelOf(const ScheduledEvent &event, const QTimeZone &zone)
{
    upgrade::SettingChange change;
    change.event = event.id;
    change.before = momentOf(event, zone);
    change.after = MoveEventDialog::tr("cancelled");
    return change;
}

} // namespace uplift::ui
