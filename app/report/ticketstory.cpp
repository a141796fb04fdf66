// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/ticketstory.h"

#include "report/tickettext.h"

#include <QCoreApplication>

#include <algorithm>

namespace uplift::report {

namespace {

using upgrade::BatchPlan;
using upgrade::BatchRow;
using upgrade::BatchState;
using upgrade::JournaledStep;
using upgrade::StepState;
using upgrade::StepView;

QString tr(const char *text) { return QCoreApplication::translate("uplift::report", text); }

QString textIn(const BatchRow &row, const char *name)
{
    return row.data.value(QLatin1String(name)).toString();
}

MemberStory memberOf(const BatchPlan &batch, int index)
{
    const upgrade::BatchItem &item = batch.items.at(index);
    MemberStory member;
    member.plan = item.plan;
    member.window = item.window;
    member.wave = item.wave + 1;
    member.handedOver = !batch.handedOver.isEmpty();
    if (item.wave < 0) {
        member.wave = 0;
        member.leftOut = item.leftOut.isEmpty() ? tr("unknown") : item.leftOut;
        return member;
    }
    for (int part = 0; part < item.parts.size(); ++part)
        member.parts.append({upgrade::stepPlanOf(batch, {index, part}, 1), {}, false, false, {}, {}});
    return member;
}

MemberStory memberOf(const upgrade::StepPlan &plan)
{
    MemberStory member;
    member.plan = plan;
    member.parts.append({plan, {}, false, false, {}, {}});
    return member;
}

PartStory *partAt(Story &story, const StepId &step)
{
    const auto place = upgrade::placeOf(story.batch->id, step);
    if (!place || place->part.item >= story.members.size())
        return nullptr;
    QList<PartStory> &parts = story.members[place->part.item].parts;
    return place->part.part < parts.size() ? &parts[place->part.part] : nullptr;
}

void takeBatchStep(Story &story, const StepView &view)
{
    if (PartStory *part = partAt(story, view.plan.id)) {
        part->attempts.append(view);
        part->plan = view.plan;
    }
}

void takeLeftOut(Story &story, const BatchRow &row)
{
    const QString step = textIn(row, "leftOut");
    PartStory *part = step.isEmpty() ? nullptr : partAt(story, {step});
    if (!part)
        return;
    part->leftOut = true;
    part->latest = row.data.value(QLatin1String("latest")).toBool();
    part->why = textIn(row, "why");
    part->leftOutAt = row.at;
}

void takeCloud(Story &story, const BatchRow &row)
{
    const int index = row.data.value(QLatin1String("member")).toInt(-1);
    bool isState = false;
    const StepState state = upgrade::stateFromName(textIn(row, "state"), &isState);
    if (isState && index >= 0 && index < story.members.size())
        story.members[index].cloud =
            CloudStanding{state, textIn(row, "why"), textIn(row, "versionNow"), row.at};
}

Ending endingOf(const CloudStanding &cloud)
{
    if (cloud.state == StepState::Verified)
        return Ending::Verified;
    if (cloud.state == StepState::Planned)
        return Ending::NotBegun;
    return isEnd(cloud.state) ? Ending::Failed : Ending::Open;
}

bool isDone(const PartStory &part)
{
    if (part.leftOut)
        return part.latest;
    return part.last() && part.last()->state == StepState::Verified;
}

Ending endingOf(const Story &story, const MemberStory &member)
{
    if (member.handedOver)
        return member.cloud ? endingOf(*member.cloud) : Ending::NotBegun;
    const bool over = story.batch && isEnd(story.batchState());
    bool upgraded = false;
    for (qsizetype i = 0; i < member.parts.size(); ++i) {
        const PartStory &part = member.parts.at(i);
        if (isDone(part)) {
            upgraded = upgraded || !part.leftOut;
            continue;
        }
        if (part.leftOut)
            return Ending::LeftOut;
        if (!part.last()) {
            if (i == 0)
                return Ending::NotBegun;
            return over ? Ending::PartlyDone : Ending::Open;
        }
        if (part.last()->state == StepState::Undecided)
            return Ending::Undecided;
        return isEnd(part.last()->state) ? Ending::Failed : Ending::Open;
    }
    return upgraded ? Ending::Verified : Ending::Latest;
}

QList<StepView> viewsOf(QList<JournaledStep> steps)
{
    steps.erase(std::remove_if(steps.begin(), steps.end(),
                               [](const JournaledStep &step) { return step.transitions.isEmpty(); }),
                steps.end());
    std::stable_sort(steps.begin(), steps.end(), [](const JournaledStep &a, const JournaledStep &b) {
        return a.transitions.constFirst().at < b.transitions.constFirst().at;
    });
    QList<StepView> views;
    views.reserve(steps.size());
    for (const JournaledStep &step : std::as_const(steps))
        views.append(upgrade::viewOf(step));
    return views;
}

} // namespace

bool Story::hasBegun() const
{
    return !rows.isEmpty() || std::any_of(members.begin(), members.end(), [](const MemberStory &member) {
        return std::any_of(member.parts.begin(), member.parts.end(),
                           [](const PartStory &part) { return !part.attempts.isEmpty(); });
    });
}

int Story::memberCount() const
{
    return static_cast<int>(std::count_if(
        members.begin(), members.end(), [](const MemberStory &member) { return member.leftOut.isEmpty(); }));
}

int Story::count(Ending ending) const
{
    return static_cast<int>(
        std::count_if(members.begin(), members.end(), [ending](const MemberStory &member) {
            return member.leftOut.isEmpty() && member.ending == ending;
        }));
}

BatchState Story::batchState() const { return rows.isEmpty() ? BatchState::Running : rows.constLast().state; }

QString Story::nameOf(const StepId &step) const
{
    const auto place = batch ? upgrade::placeOf(batch->id, step) : std::nullopt;
    return place && place->part.item < members.size() ? members.at(place->part.item).plan.instanceName
                                                      : step.value;
}

Story storyOf(const TicketInput &input)
{
    Story story;
    story.zone = input.zone;
    story.now = input.now;
    if (input.batch) {
        story.batch = input.batch->plan;
        story.rows = input.batch->rows;
    } else {
        story.batch = input.plannedBatch;
    }
    const QList<StepView> views = viewsOf(input.steps);
    if (story.batch) {
        for (int i = 0; i < story.batch->items.size(); ++i)
            story.members.append(memberOf(*story.batch, i));
        for (const StepView &view : views)
            takeBatchStep(story, view);
        for (const BatchRow &row : std::as_const(story.rows)) {
            takeLeftOut(story, row);
            takeCloud(story, row);
        }
    } else {
        for (const StepView &view : views) {
            story.members.append(memberOf(view.plan));
            story.members.last().parts.first().attempts.append(view);
        }
        for (const upgrade::StepPlan &plan : input.planned)
            story.members.append(memberOf(plan));
    }
    for (MemberStory &member : story.members)
        member.ending = endingOf(story, member);
    return story;
}

const PartStory *decidingPart(const MemberStory &member)
{
    for (const PartStory &part : member.parts) {
        if (!isDone(part))
            return &part;
    }
    return member.parts.isEmpty() ? nullptr : &member.parts.constLast();
}

Phrase endingPhrase(const MemberStory &member)
{
    if (!member.leftOut.isEmpty())
        return {tr("Left out"), Tone::Quiet, false, false};
    if (member.cloud)
        return statePhrase(member.cloud->state);
    if (member.handedOver)
        return {tr("Handed over to the cloud"), Tone::Quiet, false, false};
    const PartStory *part = decidingPart(member);
    switch (member.ending) {
    case Ending::NotBegun:
        return {tr("Not begun"), Tone::Quiet, false, false};
    case Ending::Latest:
        return {tr("Already on the latest version"), Tone::Good, false, false};
    case Ending::LeftOut:
        return {tr("Left out when its turn came"), Tone::Attention, false, false};
    case Ending::PartlyDone:
        return {tr("Ended between two parts"), Tone::Attention, false, false};
    case Ending::Verified:
        return statePhrase(StepState::Verified);
    case Ending::Open:
        if (!part || !part->last())
            return {tr("Its next part is due"), Tone::Accent, false, false};
        break;
    case Ending::Undecided:
    case Ending::Failed:
        break;
    }
    return part && part->last() ? statePhrase(part->last()->state) : unknown();
}

} // namespace uplift::report
