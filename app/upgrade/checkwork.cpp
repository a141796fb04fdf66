// SPDX-License-Identifier: GPL-3.0-or-later
#include "upgrade/checkparts.h"

#include <QCoreApplication>

#include <algorithm>

namespace uplift::upgrade {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("uplift::upgrade", text); }

/// Lists may be read for many instances at once. A row that names none counts.
template <class Row> QList<Row> ofInstance(const QList<Row> &rows, const CheckInput &input)
{
    QList<Row> own = rows;
    if (input.instance && !input.instance->id.isEmpty())
        own.removeIf([&input](const Row &row) {
            return !row.instance.isEmpty() && !(row.instance == input.instance->id);
        });
    return own;
}

bool hasEnded(const CloudTask &task)
{
    return task.status == CloudTask::Status::Succeeded || task.status == CloudTask::Status::Failed
        || task.status == CloudTask::Status::Cancelled;
}

bool runs(const CloudTask &task)
{
    return task.status == CloudTask::Status::Running || task.status == CloudTask::Status::Cancelling;
}

/// What runs, then what is to come, then what has a status nobody knows.
int rank(const CloudTask &task)
{
    if (runs(task))
        return 0;
    return task.status == CloudTask::Status::Unknown ? 2 : 1;
}

QString nameOf(const CloudTask &task)
{
    const QString id = shownWord(task.id.value);
    const QString type = shownWord(task.type.isEmpty() ? task.reason : task.type);
    //: A task of the provider's task centre. %1: its id, %2: its type in the provider's word
    return type.isEmpty() ? tr("%1 (kind not told)").arg(id) : tr("%1 (%2)").arg(id, type);
}

QString nameOf(const ScheduledEvent &event)
{
    const QString name = shownWord(event.name.text());
    return name.isEmpty() ? shownWord(event.type) : name;
}

/// When an event touches clients: invalid when not told.
QDateTime timeOf(const ScheduledEvent &event)
{
    return event.switchAt.isValid() ? event.switchAt : event.start;
}

bool isOver(const ScheduledEvent &event)
{
    return event.status == ScheduledEvent::Status::Done || event.status == ScheduledEvent::Status::Failed
        || event.status == ScheduledEvent::Status::Cancelled;
}

/// What runs, then by time; what has no time comes before what has.
bool isMoreUrgent(const ScheduledEvent &a, const ScheduledEvent &b)
{
    const bool aRuns = a.status == ScheduledEvent::Status::Running;
    const bool bRuns = b.status == ScheduledEvent::Status::Running;
    if (aRuns != bRuns)
        return aRuns;
    const QDateTime aTime = timeOf(a);
    const QDateTime bTime = timeOf(b);
    if (!aTime.isValid() || !bTime.isValid())
        return !aTime.isValid() && bTime.isValid();
    return aTime < bTime;
}

Check plannedCheck(const ScheduledEvent &event, qsizetype more, const CheckInput &input)
{
    const char *key = "events";
    const QDateTime at = timeOf(event);
    const QString shortText = tr("Event planned");
    if (event.status == ScheduledEvent::Status::Unknown)
        return toRead(key,
                      andMore(tr("The provider's event “%1” has the status %2, which Uplift does not know.")
                                  .arg(nameOf(event), shownWord(event.statusText)),
                              more),
                      tr("Look at it in the console before you go on."), shortText);
    const QString when = shownTime(at, input.zone);
    if (looksLikeMinorUpgrade(event) && !input.forProxy)
        return toRead(
            key,
            andMore(at.isValid()
                        ? tr("The provider plans to upgrade this instance itself: %1.").arg(when)
                        : tr("The provider plans to upgrade this instance itself; it does not say when."),
                    more),
            tr("Decide which of the two shall happen. After an upgrade by hand the planned one should "
               "disappear; no document promises it."),
            shortText);
    return toRead(
        key,
        andMore(at.isValid() ? tr("The provider plans “%1”: %2.").arg(nameOf(event), when)
                             : tr("The provider plans “%1”; it does not say when.").arg(nameOf(event)),
                more),
        tr("See that the two do not meet: move or cancel one of them where the provider allows it."),
        shortText);
}

} // namespace

Check orderCheck(const CheckFacts &facts)
{
    const char *key = "order";
    const auto &instance = facts.input.instance;
    if (!instance || !instance->orderCompleted)
        return unknown(key, tr("The service does not say whether an order is open."),
                       tr("Look at the instance's orders in the console if one was placed lately."),
                       tr("Orders unknown"));
    if (!*instance->orderCompleted)
        return blocked(key, tr("A change order for this instance is still running."),
                       tr("Wait until the order is completed, then refresh."), tr("Order still running"));
    return passed(key, tr("No change order is running."));
}

std::optional<Check> renewalCheck(const CheckFacts &facts)
{
    const auto &instance = facts.input.instance;
    if (!instance || !instance->renewChangeOrder.value_or(false))
        return std::nullopt;
    return toRead("renewal", tr("A renewal or change order is pending."),
                  tr("Make sure that it does not take effect during the upgrade."), tr("Order pending"));
}

Check tasksCheck(const CheckFacts &facts)
{
    const char *key = "tasks";
    if (!facts.input.tasks)
        return unknown(key, tr("The instance's tasks were not read."),
                       tr("Refresh, or look at the task centre in the console."), tr("Tasks unknown"));
    QList<CloudTask> open = ofInstance(*facts.input.tasks, facts.input);
    open.removeIf(hasEnded);
    if (open.isEmpty())
        return passed(key, tr("No task is running or scheduled."));
    std::stable_sort(open.begin(), open.end(),
                     [](const CloudTask &a, const CloudTask &b) { return rank(a) < rank(b); });
    const CloudTask &first = open.constFirst();
    const QString sentence = andMore(
        tr("The task %1 has the status %2.")
            .arg(nameOf(first), first.statusText.isEmpty() ? tr("not told") : shownWord(first.statusText)),
        open.size() - 1);
    if (first.status == CloudTask::Status::Unknown)
        return toRead(key, sentence, tr("Uplift does not know this status: look at it in the console."),
                      tr("Task of unknown status"));
    return blocked(key, sentence,
                   looksLikeMinorUpgrade(first)
                       ? tr("It may be an upgrade already: follow that one, do not start a second.")
                       : tr("Wait until it has ended, or move or cancel it where the service offers that."),
                   runs(first) ? tr("A task is running") : tr("A task is scheduled"));
}

Check eventsCheck(const CheckFacts &facts)
{
    const char *key = "events";
    const CheckInput &input = facts.input;
    if (!input.events)
        return unknown(key, tr("What the provider plans for this instance was not read."),
                       tr("Refresh, or look at the scheduled events in the console."), tr("Events unknown"));
    QList<ScheduledEvent> open = ofInstance(*input.events, input);
    open.removeIf(isOver);
    if (open.isEmpty())
        return passed(key, tr("The provider plans nothing for this instance."));
    std::stable_sort(open.begin(), open.end(), isMoreUrgent);
    const ScheduledEvent &first = open.constFirst();
    if (first.status == ScheduledEvent::Status::Running)
        return blocked(
            key, andMore(tr("The provider's event “%1” is under way.").arg(nameOf(first)), open.size() - 1),
            tr("Wait until it has ended, then refresh."), tr("Event under way"));
    const QDateTime at = timeOf(first);
    const bool far = at.isValid() && at > input.now.addDays(eventReach.count());
    if (far && first.status != ScheduledEvent::Status::Unknown)
        return passed(
            key,
            tr("The provider's next event is more than a week away: %1.").arg(shownTime(at, input.zone)));
    return plannedCheck(first, open.size() - 1, input);
}

} // namespace uplift::upgrade
