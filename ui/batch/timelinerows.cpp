// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of a batch that runs or has ended.
#include "core/redact.h"
#include "ui/batch/planrow.h"
#include "ui/look/times.h"
#include "ui/running/attemptwords.h"
#include "ui/running/runninglist.h"
#include "upgrade/batchmoves.h"

#include <QCoreApplication>
#include <QHash>

namespace uplift::ui {

namespace {

using upgrade::Attempt;
using upgrade::BatchView;
using upgrade::MemberState;
using upgrade::StepState;
using upgrade::StepView;

QString tr(const char *text) { return QCoreApplication::translate("uplift::ui::Batch", text); }

/// Nothing new is begun any more.
bool beginsNothing(const BatchView &view)
{
    return upgrade::isEnd(view.progress.state) || view.progress.state == upgrade::BatchState::Stopping;
}

Mark waitingMark(const BatchView &view, int wave)
{
    if (beginsNothing(view))
        return {Icon::Dash, Role::Text3, tr("Not begun"), Role::Text2};
    return {Icon::OpenRing, Role::Text3, tr("Waiting for wave %1").arg(wave + 1), Role::Text2};
}

Mark openMark(const std::optional<Attempt> &attempt)
{
    if (!attempt || attempt->checking)
        return {Icon::Running, Role::Accent, tr("Being checked"), Role::Accent};
    return stateMark(attempt->state);
}

Mark memberMark(const BatchView &view, MemberState state, const std::optional<Attempt> &attempt, int wave)
{
    switch (state) {
    case MemberState::Waiting:
        return waitingMark(view, wave);
    case MemberState::Open:
        return openMark(attempt);
    case MemberState::Between:
        return attempt && attempt->mayTryAgain
            ? Mark{Icon::Clock, Role::Amber, tr("Tried again soon"), Role::Amber}
            : Mark{Icon::Clock, Role::Accent, tr("Next part follows"), Role::Accent};
    case MemberState::Undecided:
        return stateMark(StepState::Undecided);
    case MemberState::Done:
        if (attempt && attempt->latest)
            return upToDateMark();
        return stateMark(StepState::Verified);
    case MemberState::LeftOut:
        return {Icon::Dash, Role::Text2, tr("Left out"), Role::Text2};
    case MemberState::Failed:
        break;
    }
    return stateMark(attempt ? attempt->state : StepState::Failed);
}

QString sinceText(MemberState state, const Attempt &attempt, const QTimeZone &zone)
{
    const QString clock = clockText(attempt.since, zone);
    return upgrade::isEnd(state) ? tr("ended %1").arg(clock) : clock;
}

/// "Proxy: 62 %": which part, where a member has several.
QString detailText(const upgrade::BatchItem &item, const StepView *step, const Attempt &attempt,
                   const QDateTime &now, const QTimeZone &zone)
{
    if (!attempt.why.isEmpty())
        return plainLine(attempt.why);
    if (!step)
        return {};
    QString detail = whereItIs(*step, now, zone).detail;
    if (attempt.switchedOutsideWindow)
        detail = tr("switched outside its window");
    if (item.parts.size() > 1)
        detail = detail.isEmpty() ? upgrade::kindText(step->plan.kind)
                                  //: %1: "Proxy upgrade", %2: "62 %"
                                  : tr("%1: %2").arg(upgrade::kindText(step->plan.kind), detail);
    return detail;
}

QString errorTip(const StepView *step, const Attempt &attempt)
{
    if (!attempt.why.isEmpty())
        return plainLine(attempt.why);
    return step && step->error ? step->error->message : QString();
}

struct Wave {
    int members = 0;
    int ended = 0;
    bool begun = false;
};

QList<Wave> wavesOf(const BatchView &view, const QHash<int, MemberState> &states)
{
    QList<Wave> waves(view.plan.waves.size());
    for (int item = 0; item < view.plan.items.size(); ++item) {
        const int wave = view.plan.items.at(item).wave;
        if (wave < 0)
            continue;
        const MemberState state = states.value(item);
        ++waves[wave].members;
        waves[wave].ended += upgrade::isEnd(state) ? 1 : 0;
        waves[wave].begun = waves.at(wave).begun || state != MemberState::Waiting;
    }
    return waves;
}

/// Is this the wave that waits for its moment now?
bool waitsNow(const BatchView &view, const QList<Wave> &waves, int wave)
{
    return view.wave == wave && view.nextAt && !waves.at(wave).begun;
}

QString waveWhen(const BatchView &view, const QList<Wave> &waves, int wave, const QDateTime &now,
                 const QTimeZone &zone)
{
    const Wave &sight = waves.at(wave);
    if (waitsNow(view, waves, wave))
        return momentText(*view.nextAt, now, zone);
    if (!sight.begun)
        return beginsNothing(view) ? tr("Not begun") : tr("To come");
    return tr("%1 of %2 ended").arg(sight.ended).arg(sight.members);
}

PlanRow memberRow(const BatchView &view, int item, MemberState state,
                  const QHash<StepId, const StepView *> &steps, const QDateTime &now, const QTimeZone &zone)
{
    const upgrade::BatchItem &member = view.plan.items.at(item);
    PlanRow row = bareRow(view.plan, item);
    const auto attempt = upgrade::newestAttempt(view, item);
    const StepView *step = attempt ? steps.value(attempt->step, nullptr) : nullptr;
    if (step) { // read afresh right before it was sent
        row.from = fromVersionText(step->plan);
        row.to = step->plan.toVersion.isEmpty() ? QString() : toVersionText(step->plan);
    }
    row.mark = memberMark(view, state, attempt, view.plan.items.at(item).wave);
    if (!attempt)
        return row;
    if (!attempt->checking && view.plan.handedOver.isEmpty())
        row.step = attempt->step;
    row.third = sinceText(state, *attempt, zone);
    row.fourth = detailText(member, step, *attempt, now, zone);
    row.tip = errorTip(step, *attempt);
    return row;
}

} // namespace

QList<PlanRow> timelineRows(const BatchView &view, const QList<StepView> &steps, const QDateTime &now,
                            const QTimeZone &zone)
{
    QHash<StepId, const StepView *> byId;
    byId.reserve(steps.size());
    for (const StepView &step : steps)
        byId.insert(step.plan.id, &step);
    QHash<int, MemberState> states;
    for (int item = 0; item < view.plan.items.size(); ++item) {
        if (view.plan.items.at(item).wave >= 0)
            states.insert(item, upgrade::memberState(view.plan, view.progress, item));
    }
    const QList<Wave> waves = wavesOf(view, states);
    QList<PlanRow> rows;
    // The order and the gates are those of the dry run; its times are not asked for.
    const QList<upgrade::DryRunRow> lines = upgrade::dryRun(view.plan, view.plan.madeAt);
    for (const upgrade::DryRunRow &line : lines) {
        PlanRow row;
        switch (line.kind) {
        case upgrade::DryRunRow::Kind::WaveHead:
            row.kind = PlanRow::Kind::WaveHead;
            row.number = line.wave + 1;
            row.title = view.plan.waves.at(line.wave).name;
            row.note = line.text;
            row.when = waveWhen(view, waves, line.wave, now, zone);
            break;
        case upgrade::DryRunRow::Kind::Gate:
            row.kind = PlanRow::Kind::Gate;
            row.title = line.text;
            if (waitsNow(view, waves, line.wave))
                row.when = tr("until %1").arg(momentInSentence(*view.nextAt, now, zone));
            break;
        case upgrade::DryRunRow::Kind::Member:
            row = memberRow(view, line.item, states.value(line.item), byId, now, zone);
            break;
        case upgrade::DryRunRow::Kind::LeftOut:
            continue;
        }
        rows.append(row);
    }
    return rows + leftOutRows(view.plan);
}

} // namespace uplift::ui
