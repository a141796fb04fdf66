// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/running/attemptwords.h"

#include "core/redact.h"
#include "ui/look/times.h"
#include "upgrade/outcome.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace uplift::ui {

namespace {

using upgrade::StepKind;
using upgrade::StepState;

struct Attempt {
    Q_DECLARE_TR_FUNCTIONS(uplift::ui::Attempt)
};

QString versionText(const QString &raw)
{
    const MinorVersion version = MinorVersion::parse(raw);
    return version.isKnown() ? version.text() : QString();
}

QString textOf(const QJsonObject &data, const char *name)
{
    return data.value(QLatin1String(name)).toString();
}

Verdict verifiedUpgrade(const upgrade::StepView &step)
{
    const QString name = plainLine(step.plan.instanceName);
    const QString now = versionText(step.versionNow);
    QStringList proof;
    if (!step.statusText.isEmpty())
        proof.append(Attempt::tr("Status %1").arg(plainLine(step.statusText)));
    const bool succeeded = step.task
        && (step.task->status == CloudTask::Status::Succeeded
            || step.task->statusText == QLatin1String("Succeed"));
    if (succeeded)
        proof.append(Attempt::tr("task succeeded"));
    if (const QString nodes = nodesLine(step); !nodes.isEmpty())
        proof.append(nodes);
    QString title;
    if (now.isEmpty())
        title = Attempt::tr("Verified: %1 runs its new version").arg(name);
    else if (step.plan.kind == StepKind::Proxy)
        title = Attempt::tr("Verified: the proxies of %1 run %2").arg(name, now);
    else
        title = Attempt::tr("Verified: %1 runs %2").arg(name, now);
    return {NoteKind::Green, title, proof.join(Attempt::tr(", "))};
}

Verdict verified(const upgrade::StepView &step)
{
    const QString name = plainLine(step.plan.instanceName);
    if (step.plan.kind == StepKind::Backup)
        return {NoteKind::Green, Attempt::tr("The backup of %1 succeeded").arg(name),
                step.backup ? plainLine(step.backup->text) : QString()};
    if (step.plan.setting)
        return {NoteKind::Green, Attempt::tr("Changed, and read back as asked for"),
                changeWords(step.plan).line()};
    return verifiedUpgrade(step);
}

Verdict unchanged(const upgrade::StepView &step)
{
    if (!upgrade::isUpgrade(step.plan.kind))
        return {NoteKind::Amber, Attempt::tr("Accepted, and yet nothing changed"),
                changeWords(step.plan).line()};
    const QString now = versionText(step.versionNow);
    return {
        NoteKind::Amber,
        Attempt::tr("Ended, and the version is still %1").arg(now.isEmpty() ? Attempt::tr("unknown") : now),
        Attempt::tr("The service ended its work without a new version.")};
}

QString decisionSentence(const QString &who, const QString &decision)
{
    if (decision == QLatin1String("WasStarted"))
        return Attempt::tr("%1 said that it was started.").arg(who);
    if (decision == QLatin1String("WasNotStarted"))
        return Attempt::tr("%1 said that it was not started.").arg(who);
    return Attempt::tr("%1 said to go on asking.").arg(who);
}

} // namespace

QString fromVersionText(const upgrade::StepPlan &plan) { return versionText(plan.fromVersion); }

QString toVersionText(const upgrade::StepPlan &plan)
{
    return plan.toVersion.isEmpty() ? Attempt::tr("latest") : versionText(plan.toVersion);
}

ChangeWords changeWords(const upgrade::StepPlan &plan)
{
    ChangeWords words;
    if (plan.kind != StepKind::Kernel)
        words.kind = upgrade::kindText(plan.kind);
    if (upgrade::isUpgrade(plan.kind)) {
        words.from = fromVersionText(plan);
        words.to = toVersionText(plan);
        if (words.from.isEmpty())
            words.from = Attempt::tr("unknown");
    } else if (plan.setting) {
        words.from = plainLine(plan.setting->before);
        words.to = plainLine(plan.setting->after);
    }
    return words;
}

QString shortChange(const upgrade::StepPlan &plan)
{
    const ChangeWords words = changeWords(plan);
    switch (plan.kind) {
    case StepKind::Kernel:
    case StepKind::Backup:
        return words.line();
    case StepKind::Proxy:
        return Attempt::tr("Proxy %1  →  %2").arg(words.from, words.to);
    case StepKind::Window:
        return Attempt::tr("Window: %1").arg(words.to);
    case StepKind::AutoUpgrade:
        return Attempt::tr("Automatic: %1").arg(words.to);
    case StepKind::MoveEvent:
        return Attempt::tr("Event: %1").arg(words.to);
    case StepKind::MoveTask:
        return Attempt::tr("Switch: %1").arg(words.to);
    case StepKind::CancelEvent:
        return Attempt::tr("Cancel the event");
    case StepKind::CancelTask:
        return Attempt::tr("Cancel the upgrade");
    }
    return words.line();
}

QString ChangeWords::line() const
{
    QString change = to;
    if (!from.isEmpty())
        change = Attempt::tr("%1  →  %2").arg(from, to);
    if (kind.isEmpty() || change.isEmpty())
        return kind + change;
    //: %1 is the kind of change, %2 what was and what shall be: "Proxy upgrade: 6.8.9 → 6.8.12"
    return Attempt::tr("%1: %2").arg(kind, change);
}

QString ChangeWords::spoken() const
{
    QString change = to;
    if (!from.isEmpty())
        change = Attempt::tr("%1 to %2").arg(from, to);
    return kind.isEmpty() || change.isEmpty() ? kind + change : Attempt::tr("%1: %2").arg(kind, change);
}

Mark attemptMark(StepKind kind, StepState state)
{
    Mark mark = stateMark(state);
    if (state != StepState::Running || upgrade::isUpgrade(kind))
        return mark;
    mark.word = kind == StepKind::Backup ? Attempt::tr("Backing up") : Attempt::tr("Being changed");
    return mark;
}

QString attemptStateText(StepKind kind, StepState state)
{
    if (upgrade::isUpgrade(kind))
        return upgrade::stateText(state);
    switch (state) {
    case StepState::Running:
        return attemptMark(kind, state).word;
    case StepState::Unchanged:
        return Attempt::tr("Accepted, nothing changed");
    case StepState::Waiting:
        return Attempt::tr("Waiting");
    default:
        return upgrade::stateText(state);
    }
}

NoteKind noteKindOf(const Mark &mark)
{
    switch (mark.role) {
    case Role::Red:
        return NoteKind::Red;
    case Role::Amber:
        return NoteKind::Amber;
    case Role::Green:
        return NoteKind::Green;
    default:
        return NoteKind::Raised;
    }
}

QString changeSeenText(const upgrade::StepView &step)
{
    const bool left = step.state == StepState::Failed || step.state == StepState::Unchanged;
    const auto change = upgrade::changeSeen(step);
    if (!left || !upgrade::isUpgrade(step.plan.kind) || !change)
        return {};
    const QString now = versionText(step.versionNow);
    if (now != versionText(step.plan.fromVersion))
        return Attempt::tr("Yes. It runs %1 now.").arg(now);
    if (*change == Error::Change::Yes)
        return Attempt::tr("Yes. A switch took place. The version did not change: it is still %1.").arg(now);
    return Attempt::tr("No. Status %1, the version is still %2.").arg(plainLine(step.statusText), now);
}

Verdict verdictOf(const upgrade::StepView &step)
{
    switch (step.state) {
    case StepState::Verified:
        return verified(step);
    case StepState::Unchanged:
        return unchanged(step);
    case StepState::Gone:
        return {NoteKind::Raised, Attempt::tr("%1 was released").arg(plainLine(step.plan.instanceName)),
                Attempt::tr("The service no longer knows this instance.")};
    case StepState::NotStarted:
        return {NoteKind::Raised, Attempt::tr("Not started"),
                Attempt::tr("Nothing was changed in the cloud by this attempt.")};
    case StepState::Cancelled:
        return {NoteKind::Raised, Attempt::tr("Cancelled"),
                Attempt::tr("The service ended the task before the switch.")};
    default:
        return {noteKindOf(stateMark(step.state)), attemptStateText(step.plan.kind, step.state), {}};
    }
}

QString nodesLine(const upgrade::StepView &step)
{
    if (step.nodes.isEmpty())
        return {};
    const MinorVersion now = MinorVersion::parse(step.versionNow);
    const auto agreeing = std::count_if(step.nodes.begin(), step.nodes.end(),
                                        [&now](const NodeVersion &node) { return node.version == now; });
    return Attempt::tr("%1 of %2 nodes on %3").arg(agreeing).arg(step.nodes.size()).arg(now.text());
}

QString momentLine(const upgrade::StepPlan &plan, const QTimeZone &zone)
{
    if (plan.moment == Moment::Now || !upgrade::isUpgrade(plan.kind))
        return Attempt::tr("At once");
    if (!plan.window)
        return Attempt::tr("In the window; its hours were not known");
    const auto span = [&plan](const QTimeZone &in) {
        const QDateTime start = plan.window->start.toTimeZone(in);
        //: A span on one day: %1 is the day, %2 and %3 are times
        return Attempt::tr("%1 %2 – %3")
            .arg(QLocale().toString(start.date(), Attempt::tr("d MMM")), clockText(plan.window->start, in),
                 clockText(plan.window->end, in));
    };
    const bool isUtc = zone.offsetFromUtc(plan.window->start) == 0;
    if (isUtc)
        return Attempt::tr("In the window: %1 UTC").arg(span(zone));
    return Attempt::tr("In the window: %1 (UTC %2)").arg(span(zone), span(QTimeZone::utc()));
}

QString attemptTime(const QDateTime &at, const QDateTime &now, const QTimeZone &zone)
{
    if (!at.isValid())
        return {};
    const QDateTime local = at.toTimeZone(zone);
    if (local.date().year() != now.toTimeZone(zone).date().year())
        return fullDay(at, zone);
    return QStringLiteral("%1 %2").arg(QLocale().toString(local.date(), Attempt::tr("d MMM")),
                                       clockText(at, zone));
}

QString fullDay(const QDateTime &at, const QTimeZone &zone)
{
    //: A day with its year, as QLocale formats it: 19 Nov 2026
    return QLocale().toString(at.toTimeZone(zone).date(), Attempt::tr("d MMM yyyy"));
}

QString lastedText(qint64 milliseconds)
{
    return milliseconds < 1000 ? Attempt::tr("under 1 s") : durationText(milliseconds / 1000);
}

QStringList requestIdsOf(const upgrade::StepView &step)
{
    QStringList ids;
    const auto add = [&ids](const QString &id) {
        if (!id.isEmpty() && !ids.contains(id))
            ids.append(id);
    };
    for (const upgrade::Transition &transition : step.transitions) {
        add(textOf(transition.data, "requestId"));
        add(textOf(transition.data.value(QLatin1String("error")).toObject(), "requestId"));
    }
    add(step.requestId);
    return ids;
}

QList<DecisionWords> decisionsOf(const upgrade::StepView &step)
{
    QList<DecisionWords> decisions;
    for (const upgrade::Transition &transition : step.transitions) {
        const QString decision = textOf(transition.data, "decision");
        if (decision.isEmpty())
            continue;
        const QString who = plainLine(textOf(transition.data, "who"));
        decisions.append({transition.at,
                          decisionSentence(who.isEmpty() ? Attempt::tr("Somebody") : who, decision),
                          plainLine(textOf(transition.data, "reason"))});
    }
    return decisions;
}

} // namespace uplift::ui
