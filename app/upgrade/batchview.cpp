// SPDX-License-Identifier: GPL-3.0-or-later
// A batch as the journal holds it, read back.
#include "upgrade/batchrun.h"
#include "upgrade/outcome.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace uplift::upgrade {

namespace {

void placeAttempt(BatchProgress &progress, const PartPlace &place, const Attempt &attempt)
{
    QList<QList<Attempt>> &parts = progress.attempts[place.part.item];
    while (parts.size() <= place.part.part)
        parts.append(QList<Attempt>());
    QList<Attempt> &attempts = parts[place.part.part];
    while (attempts.size() < place.attempt)
        attempts.append(Attempt());
    attempts[place.attempt - 1] = attempt;
}

bool isPlaceIn(const BatchPlan &plan, const std::optional<PartPlace> &place)
{
    constexpr int mostAttempts = 1000; // a damaged row must not make a list of millions
    return place && place->part.item < plan.items.size()
        && place->part.part < plan.items.at(place->part.item).parts.size() && place->attempt <= mostAttempts;
}

void takeLeftOut(BatchView &view, const BatchRow &row)
{
    const StepId step{row.data.value(QLatin1String("leftOut")).toString()};
    const auto place = placeOf(view.plan.id, step);
    if (!isPlaceIn(view.plan, place))
        return;
    Attempt attempt;
    attempt.step = step;
    attempt.state = StepState::NotStarted;
    attempt.since = row.at;
    attempt.leftOut = true;
    attempt.latest = row.data.value(QLatin1String("latest")).toBool();
    attempt.why = row.data.value(QLatin1String("why")).toString();
    placeAttempt(view.progress, *place, attempt);
}

/// What the orchestration was said to do, and what became of its members.
void takeHandover(BatchView &view, const BatchRow &row)
{
    const QJsonValue part = row.data.value(QLatin1String("handover"));
    if (part.isDouble() && part.toInt() >= 0 && part.toInt() < view.handedOver.size()) {
        HandedOver &state = view.handedOver[part.toInt()];
        const QString id = row.data.value(QLatin1String("executionId")).toString();
        if (!id.isEmpty())
            state.executionId = id;
        if (row.data.contains(QLatin1String("sending"))) {
            ++state.unanswered;
            state.sentAt = state.sentAt.isValid() ? state.sentAt : row.at;
        }
        if (row.data.contains(QLatin1String("notCarriedOut")))
            state.unanswered = std::max(0, state.unanswered - 1);
        state.ended = state.ended || row.data.value(QLatin1String("ended")).toBool();
        state.statusText = row.data.value(QLatin1String("status")).toString();
        state.error = errorFromJson(row.data.value(QLatin1String("error")).toObject());
    }
    const QJsonValue member = row.data.value(QLatin1String("member"));
    bool known = false;
    const StepState state = stateFromName(row.data.value(QLatin1String("state")).toString(), &known);
    if (!member.isDouble() || !known || member.toInt() < 0 || member.toInt() >= view.plan.items.size())
        return;
    const PartRef ref{member.toInt(), row.data.value(QLatin1String("part")).toInt(0)};
    if (ref.part < 0 || ref.part >= view.plan.items.at(ref.item).parts.size())
        return;
    Attempt attempt;
    attempt.step = stepIdOf(view.plan.id, ref, 1);
    attempt.state = state;
    attempt.since = row.at;
    attempt.why = row.data.value(QLatin1String("why")).toString();
    placeAttempt(view.progress, {ref, 1}, attempt);
}

void takeStep(BatchView &view, const JournaledStep &journaled)
{
    const StepView step = viewOf(journaled);
    const auto place = placeOf(view.plan.id, step.plan.id);
    if (!isPlaceIn(view.plan, place))
        return;
    Attempt attempt;
    attempt.step = step.plan.id;
    attempt.state = step.state;
    attempt.since = step.since;
    attempt.mayTryAgain = mayTryAgain(step);
    attempt.switchedOutsideWindow = step.switchedOutsideWindow.has_value();
    placeAttempt(view.progress, *place, attempt);
}

void forgive(BatchView &view, const QJsonArray &steps)
{
    for (const QJsonValue value : steps) {
        const StepId step{value.toString()};
        const auto place = placeOf(view.plan.id, step);
        if (!isPlaceIn(view.plan, place))
            continue;
        QList<QList<Attempt>> &parts = view.progress.attempts[place->part.item];
        if (place->part.part < parts.size() && place->attempt <= parts.at(place->part.part).size())
            parts[place->part.part][place->attempt - 1].forgiven = true;
    }
}

QString notTaken()
{
    return QCoreApplication::translate(
        "uplift::upgrade",
        "Uplift ended while it took this batch on; nothing of it was begun. Look at the plan, then "
        "resume or stop it.");
}

/// Places that no row fills: an attempt that was dropped before anything of it was on disk.
void closeGaps(BatchProgress &progress)
{
    for (QList<QList<Attempt>> &parts : progress.attempts) {
        for (QList<Attempt> &attempts : parts) {
            for (Attempt &attempt : attempts) {
                if (!attempt.step.isEmpty())
                    continue;
                attempt.state = StepState::NotStarted;
                attempt.mayTryAgain = true;
            }
        }
    }
}

} // namespace

BatchView batchViewOf(const JournaledBatch &batch, const QList<JournaledStep> &steps)
{
    BatchView view;
    view.plan = batch.plan;
    view.rows = batch.rows;
    for (const JournaledStep &step : steps)
        takeStep(view, step);
    view.handedOver.resize(batch.plan.handedOver.size());
    for (const BatchRow &row : batch.rows) {
        takeLeftOut(view, row);
        takeHandover(view, row);
    }
    closeGaps(view.progress);
    QDateTime alive;
    for (const BatchRow &row : batch.rows) {
        forgive(view, row.data.value(QLatin1String("forgiven")).toArray());
        view.progress.state = row.state;
        view.progress.since = row.at;
        alive = row.at;
        const auto reason = holdFromName(row.data.value(QLatin1String("reason")).toString());
        view.hold = row.state == BatchState::Held && reason
            ? std::optional(Hold{*reason, row.data.value(QLatin1String("sentence")).toString()})
            : row.state == BatchState::Held ? view.hold
                                            : std::nullopt;
    }
    for (const JournaledStep &step : steps) {
        if (!step.transitions.isEmpty())
            alive = std::max(alive, step.transitions.constLast().at);
    }
    view.progress.lastAlive = alive;
    if (view.rows.size() == 1 && steps.isEmpty() && view.progress.state == BatchState::Running) {
        view.progress.state = BatchState::Held;
        view.hold = Hold{Hold::Reason::MissedStart, notTaken()};
    }
    return view;
}

std::optional<Attempt> newestAttempt(const BatchView &view, int item)
{
    const QList<QList<Attempt>> parts = view.progress.attempts.value(item);
    for (auto it = parts.crbegin(); it != parts.crend(); ++it) {
        if (!it->isEmpty())
            return it->constLast();
    }
    return std::nullopt;
}

} // namespace uplift::upgrade
