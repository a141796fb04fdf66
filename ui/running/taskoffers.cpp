// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/running/taskoffers.h"

#include "ui/look/times.h"
#include "ui/running/attemptwords.h"
#include "upgrade/outcome.h"

#include <QCoreApplication>

#include <algorithm>

namespace uplift::ui {

namespace {

using upgrade::SettingChange;
using upgrade::StepKind;
using upgrade::StepState;
using upgrade::StepView;

struct Offers {
    Q_DECLARE_TR_FUNCTIONS(uplift::ui::Offers)
};

bool changesTask(const StepView &step)
{
    return step.plan.kind == StepKind::MoveTask || step.plan.kind == StepKind::CancelTask;
}

/// "20 Nov 15:00 (07:00 UTC)"
QString pointText(const QDateTime &at, const QTimeZone &zone)
{
    const QString here = attemptTime(at, at, zone);
    const QString there = attemptTime(at, at, QTimeZone::utc());
    return here == there ? Offers::tr("%1 UTC").arg(here) : Offers::tr("%1 (%2 UTC)").arg(here, there);
}

/// "29 Nov 06:30 – 09:30"
QString spanText(const WindowSpan &window, const QTimeZone &zone)
{
    return QStringLiteral("%1 – %2").arg(attemptTime(window.start, window.start, zone),
                                         clockText(window.end, zone));
}

/// "29 Nov 06:30 – 09:30 UTC+8 (28 Nov 22:30 – 01:30 UTC)"
QString windowTimes(const WindowSpan &window, const QTimeZone &zone)
{
    const QString there = spanText(window, QTimeZone::utc()) + QStringLiteral(" UTC");
    if (zone.offsetFromUtc(window.start) == 0)
        return there;
    //: A window, %1 in local time, %2 "UTC+8", %3 the same with "UTC" at its end
    return Offers::tr("%1 %2 (%3)").arg(spanText(window, zone), zoneText(window.start, zone), there);
}

QString windowText(const upgrade::StepPlan &plan, const QTimeZone &zone)
{
    if (!plan.window)
        return Offers::tr("in the window");
    //: %1 "29 Nov 06:30 – 09:30 UTC+8 (22:30 – 01:30 UTC)"
    return Offers::tr("in the window, %1").arg(windowTimes(*plan.window, zone));
}

upgrade::StepPlan changePlan(const StepView &step, StepKind kind)
{
    upgrade::StepPlan plan = step.plan;
    plan.id = {};
    plan.kind = kind;
    plan.moment = Moment::Now;
    plan.window.reset();
    plan.batch = {};
    plan.wave = 0;
    plan.impact.clear();
    plan.disconnectionBound.clear();
    plan.readOnlyBound.clear();
    plan.impactSources.clear();
    plan.checks.clear();
    plan.nodesBefore.clear();
    plan.by = upgrade::whoami();
    SettingChange change;
    if (step.task) {
        change.task = step.task->id;
        change.taskStep = step.task->step;
    }
    plan.setting = change;
    return plan;
}

} // namespace

QList<StepView> changesOf(const StepView &step, const QList<StepView> &steps)
{
    QList<StepView> changes;
    if (!step.task)
        return changes;
    for (const StepView &other : steps) {
        if (changesTask(other) && other.plan.account == step.plan.account && other.plan.setting
            && other.plan.setting->task == step.task->id)
            changes.append(other);
    }
    std::stable_sort(changes.begin(), changes.end(), [](const StepView &a, const StepView &b) {
        return a.transitions.value(0).at > b.transitions.value(0).at;
    });
    return changes;
}

TaskOffers offersOf(const StepView &step, const QList<StepView> &changes, const QTimeZone &zone)
{
    TaskOffers offers;
    const bool early = step.state == StepState::Accepted || step.state == StepState::Waiting
        || step.state == StepState::Running;
    if (!upgrade::isUpgrade(step.plan.kind) || !early || !step.task)
        return offers;
    const auto open = std::find_if(changes.begin(), changes.end(),
                                   [](const StepView &change) { return !upgrade::isEnd(change.state); });
    if (open != changes.end()) {
        const QString at = clockText(open->transitions.value(0).at, zone);
        offers.pending = open->plan.kind == StepKind::CancelTask
            ? Offers::tr("Its cancellation was asked for at %1; how that ends is not known yet.").arg(at)
            : Offers::tr("A move of its switch was asked for at %1; how that ends is not known yet.").arg(at);
        return offers;
    }
    // What the task offered before it was changed is no longer true; the next answer tells.
    const bool stale = std::any_of(changes.begin(), changes.end(), [&step](const StepView &change) {
        const bool nothing = change.state == StepState::Rejected || change.state == StepState::NotStarted;
        return !nothing && !change.transitions.isEmpty() && step.askedAt <= change.transitions.constLast().at;
    });
    if (stale)
        return offers;
    offers.move = step.task->actions.contains(QLatin1String("modifySwitchTime"));
    offers.cancel = step.task->actions.contains(QLatin1String("cancel"));
    return offers;
}

std::optional<StepView> movedBy(const QList<StepView> &changes)
{
    for (const StepView &change : changes) {
        if (change.plan.kind == StepKind::MoveTask && change.state == StepState::Verified)
            return change;
    }
    return std::nullopt;
}

QString dueText(const StepView &step, const QList<StepView> &changes, const QTimeZone &zone)
{
    if (const auto moved = movedBy(changes))
        return moved->plan.setting->after;
    return step.plan.moment == Moment::Now ? Offers::tr("at once") : windowText(step.plan, zone);
}

upgrade::StepPlan movePlanOf(const StepView &step, const QList<StepView> &changes, SettingChange::When when,
                             const QDateTime &at, const QTimeZone &zone)
{
    upgrade::StepPlan plan = changePlan(step, StepKind::MoveTask);
    plan.setting->when = when;
    plan.setting->before = dueText(step, changes, zone);
    switch (when) {
    case SettingChange::When::Immediately:
        plan.setting->after = Offers::tr("at once");
        break;
    case SettingChange::When::At:
        plan.setting->at = at.toUTC();
        plan.setting->after = pointText(at, zone);
        break;
    case SettingChange::When::InWindow:
        plan.setting->after = windowText(step.plan, zone);
        break;
    }
    return plan;
}

upgrade::StepPlan cancelPlanOf(const StepView &step, const QList<StepView> &changes, const QTimeZone &zone)
{
    upgrade::StepPlan plan = changePlan(step, StepKind::CancelTask);
    plan.setting->before = dueText(step, changes, zone);
    plan.setting->after = Offers::tr("cancelled");
    return plan;
}

} // namespace uplift::ui
