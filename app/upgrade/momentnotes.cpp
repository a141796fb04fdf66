// SPDX-License-Identifier: GPL-3.0-or-later
// What a waiting upgrade notes of the user's own changes of its moment, so that they raise no alarm.
#include "upgrade/momentnotes.h"

#include "upgrade/outcome.h"

#include <algorithm>

namespace uplift::upgrade {

namespace {

const QString noteKey = QStringLiteral("note");
const QString momentKey = QStringLiteral("moment");
const QString undoneKey = QStringLiteral("momentUndone");

QDateTime momentIn(const QJsonObject &json, const char *key)
{
    const QJsonValue ms = json.value(QLatin1String(key));
    return ms.isDouble() ? QDateTime::fromMSecsSinceEpoch(ms.toInteger(), Qt::UTC) : QDateTime();
}

/// Daily, so that the occurrence counts that ends after `moment`.
WindowSpan occurrenceFrom(WindowSpan window, const QDateTime &moment)
{
    const qint64 days = window.end.daysTo(moment);
    window = {window.start.addDays(days), window.end.addDays(days)};
    return window.end < moment ? WindowSpan{window.start.addDays(1), window.end.addDays(1)} : window;
}

/// The changes that stand, oldest first.
QList<QJsonObject> momentsOf(const QList<Transition> &transitions)
{
    QList<QJsonObject> moments;
    for (const Transition &transition : transitions) {
        const QJsonObject moment = transition.data.value(momentKey).toObject();
        const QString undone = transition.data.value(undoneKey).toString();
        if (!moment.isEmpty())
            moments.append(moment);
        else if (!undone.isEmpty())
            moments.removeIf([&undone](const QJsonObject &earlier) {
                return earlier.value(QLatin1String("step")).toString() == undone;
            });
    }
    return moments;
}

void apply(Baseline &baseline, const QJsonObject &moment)
{
    const QDateTime asked = momentIn(moment, "askedMs");
    const QDateTime start = momentIn(moment, "windowStartMs");
    const QDateTime end = momentIn(moment, "windowEndMs");
    if (start.isValid() && end.isValid()) {
        baseline.newWindow = WindowSpan{start, end};
        return;
    }
    baseline.movedTo = momentIn(moment, "fromMs");
    if (!baseline.movedTo.isValid() && baseline.window && asked.isValid()) // back into the window
        baseline.window = occurrenceFrom(*baseline.window, asked);
}

bool cameToNothing(StepState state) { return isEnd(state) && state != StepState::Verified; }

} // namespace

bool isNote(const Transition &transition) { return transition.data.value(noteKey).toBool(); }

QJsonObject asNote(QJsonObject data)
{
    data.insert(noteKey, true);
    return data;
}

bool changesMoment(const StepPlan &plan)
{
    return plan.setting && (plan.kind == StepKind::MoveTask || plan.kind == StepKind::Window);
}

void applyMoments(Baseline &baseline, const QList<Transition> &transitions)
{
    const QList<QJsonObject> moments = momentsOf(transitions);
    for (const QJsonObject &moment : moments)
        apply(baseline, moment);
}

std::optional<QJsonObject> noteOfMoment(const StepView &upgrade, const StepView &change)
{
    const SettingChange setting = change.plan.setting.value_or(SettingChange());
    const bool ofAnother =
        change.plan.kind == StepKind::MoveTask && upgrade.task && !(upgrade.task->id == setting.task);
    if (!changesMoment(change.plan) || ofAnother || !isUpgrade(upgrade.plan.kind)
        || change.state == StepState::Planned)
        return std::nullopt;
    const QList<QJsonObject> moments = momentsOf(upgrade.transitions);
    const bool stands = std::any_of(moments.begin(), moments.end(), [&change](const QJsonObject &moment) {
        return moment.value(QLatin1String("step")).toString() == change.plan.id.value;
    });
    if (stands == !cameToNothing(change.state))
        return std::nullopt;
    if (stands)
        return asNote({{undoneKey, change.plan.id.value}});
    const auto offset = change.clockOffset ? change.clockOffset : upgrade.clockOffset;
    const QDateTime asked =
        change.sentAt.addMSecs(offset.value_or(std::chrono::milliseconds(0)).count()).toUTC();
    QJsonObject moment{{QStringLiteral("step"), change.plan.id.value},
                       {QStringLiteral("kind"), kindName(change.plan.kind)},
                       {QStringLiteral("askedMs"), asked.toMSecsSinceEpoch()},
                       {QStringLiteral("after"), setting.after}};
    if (change.plan.kind == StepKind::Window && setting.window) {
        const auto open = setting.window->around(asked);
        const WindowSpan span = open ? *open : setting.window->next(asked, 1).constFirst();
        moment.insert(QStringLiteral("windowStartMs"), span.start.toMSecsSinceEpoch());
        moment.insert(QStringLiteral("windowEndMs"), span.end.toMSecsSinceEpoch());
    } else if (setting.when != SettingChange::When::InWindow) {
        const bool later = setting.when == SettingChange::When::At && setting.at.isValid();
        moment.insert(QStringLiteral("fromMs"), (later ? setting.at : asked).toMSecsSinceEpoch());
    }
    return asNote({{momentKey, moment}});
}

} // namespace uplift::upgrade
