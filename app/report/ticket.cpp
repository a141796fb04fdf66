// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/ticket.h"

#include "core/localized.h"
#include "report/ticketsections.h"
#include "report/tickettext.h"

#include <QCoreApplication>

#include <algorithm>

namespace uplift::report {

namespace {

using upgrade::BatchState;

QString tr(const char *text) { return QCoreApplication::translate("uplift::report", text); }

/// What stands in the plan of a batch, or in that of the first upgrade.
QString planText(const Story &story, QString upgrade::BatchPlan::*ofBatch, QString upgrade::StepPlan::*ofStep)
{
    if (story.batch)
        return *story.batch.*ofBatch;
    return story.members.isEmpty() ? QString() : story.members.constFirst().plan.*ofStep;
}

QDateTime confirmedAt(const Story &story)
{
    if (!story.rows.isEmpty())
        return story.rows.constFirst().at;
    if (story.batch || story.members.isEmpty())
        return {};
    const QList<PartStory> &parts = story.members.constFirst().parts;
    const upgrade::StepView *view = parts.isEmpty() ? nullptr : parts.constFirst().last();
    return view ? view->transitions.constFirst().at : QDateTime();
}

Phrase alarm(const QString &text) { return {text, Tone::Bad, false, false}; }

void addAlarms(Document &document, const Story &story)
{
    for (const MemberStory &member : story.members) {
        for (const PartStory &part : member.parts) {
            for (const upgrade::StepView &view : part.attempts) {
                if (view.switchedOutsideWindow)
                    document.blocks.append(
                        Note{alarm(tr("%1 switched outside its maintenance window, at %2.")
                                       .arg(member.plan.instanceName,
                                            localText(*view.switchedOutsideWindow, story.zone)))});
            }
        }
        if (member.ending == Ending::Undecided)
            document.blocks.append(
                Note{{tr("It is not known what became of %1. It was not sent again; somebody has to decide.")
                          .arg(member.plan.instanceName),
                      Tone::Attention, false, false}});
    }
}

Phrase single(const MemberStory &member)
{
    const QString name = member.plan.instanceName;
    const PartStory *part = decidingPart(member);
    const upgrade::StepView *view = part ? part->last() : nullptr;
    if (!view)
        return {tr("Not begun: the upgrade of %1 is planned.").arg(name), Tone::Quiet, false, false};
    if (view->state == upgrade::StepState::Verified) {
        const QString now = versionText(view->versionNow);
        if (!isUpgrade(part->plan.kind))
            return {tr("Verified: the change of %1 was made.").arg(name), Tone::Good, false, false};
        return {now.isEmpty() ? tr("Verified: the upgrade of %1 ended well.").arg(name)
                              : tr("Verified: %1 runs %2.").arg(name, now),
                Tone::Good, false, false};
    }
    const Phrase state = statePhrase(view->state);
    //: %1 the state as a word: "Failed"; %2 the instance; %3 why, a whole sentence
    const QString text = view->error ? tr("%1: %2. %3").arg(state.text, name, view->error->message)
                                     : tr("%1: %2, since %3.").arg(state.text, name, utcText(view->since));
    return {text, state.tone, false, false};
}

/// Several upgrades that belong to no batch: all that can be said of them together.
Phrase several(const Story &story)
{
    const int all = story.memberCount();
    const int well = story.count(Ending::Verified) + story.count(Ending::Latest);
    if (well == all)
        return {tr("Finished: %1 of %2 instances ended well.").arg(well).arg(all), Tone::Good, false, false};
    if (story.count(Ending::Open) > 0)
        return {tr("Under way: %1 of %2 instances have ended well so far.").arg(well).arg(all), Tone::Accent,
                false, false};
    return {tr("Ended: %1 of %2 instances ended well.").arg(well).arg(all), Tone::Attention, false, false};
}

Phrase ofBatch(const Story &story)
{
    const int all = story.memberCount();
    const int well = story.count(Ending::Verified) + story.count(Ending::Latest);
    const int bad = story.count(Ending::Failed) + story.count(Ending::PartlyDone);
    const Tone tone = bad > 0 ? Tone::Bad : Tone::Attention;
    const auto counted = [well, all](const QString &text) { return text.arg(well).arg(all); };
    if (story.rows.isEmpty())
        return {tr("Not begun. Instances planned: %1, waves: %2.").arg(all).arg(story.batch->waves.size()),
                Tone::Quiet, false, false};
    if (story.isHandedOver() && well + bad == 0)
        return {tr("Handed over: the cloud's orchestration runs the upgrades. Instances: %1.").arg(all),
                Tone::Accent, false, false};
    switch (story.batchState()) {
    case BatchState::Finished:
        return {counted(tr("Finished: %1 of %2 instances ended well.")), well == all ? Tone::Good : tone,
                false, false};
    case BatchState::Stopped:
        return {counted(tr("Stopped: %1 of %2 instances have ended well; nothing more is begun.")), tone,
                false, false};
    case BatchState::Held:
        return {counted(tr("Held by a stop rule: %1 of %2 instances have ended well so far.")),
                Tone::Attention, false, false};
    case BatchState::Paused:
        return {counted(tr("Paused: %1 of %2 instances have ended well so far.")), Tone::Attention, false,
                false};
    case BatchState::Stopping:
        return {counted(tr("Ends after the current ones: %1 of %2 instances have ended well so far.")),
                Tone::Attention, false, false};
    case BatchState::Running:
        break;
    }
    return {counted(tr("Under way: %1 of %2 instances have ended well so far.")), Tone::Accent, false, false};
}

/// "8 (5 production, 2 staging, 1 development)": each with its word and colour.
Cell countCell(const Story &story)
{
    Cell cell{plain(QString::number(story.memberCount()))};
    for (const Environment environment :
         {Environment::Production, Environment::Staging, Environment::Development}) {
        const auto count = std::count_if(
            story.members.begin(), story.members.end(), [environment](const MemberStory &member) {
                return member.leftOut.isEmpty() && member.plan.environment == environment;
            });
        Phrase word = environmentPhrase(environment);
        if (count == 0)
            continue;
        word.tag = false;
        //: an environment and how many instances it has: "Production: 5"
        word.text = tr("%1: %2").arg(word.text).arg(count);
        cell.append(word);
    }
    return cell;
}

Cell accountCell(const Story &story)
{
    QStringList lines;
    for (const MemberStory &member : story.members) {
        const upgrade::StepPlan &plan = member.plan;
        const QString name = plan.accountName.isEmpty() ? plan.account.value : plan.accountName;
        const QString line =
            plan.keyTail.isEmpty() ? name : tr("%1, key ····%2").arg(name, plan.keyTail.right(4));
        if (!line.isEmpty() && !lines.contains(line))
            lines.append(line);
    }
    Cell cell;
    for (const QString &line : std::as_const(lines))
        cell.append(plain(line));
    return cell.isEmpty() ? Cell{unknown()} : cell;
}

} // namespace

void addVerdict(Document &document, const Story &story)
{
    if (story.batch)
        document.blocks.append(Note{ofBatch(story)});
    else if (story.members.size() == 1)
        document.blocks.append(Note{single(story.members.constFirst())});
    else if (story.members.isEmpty())
        document.blocks.append(Note{{tr("Nothing is planned."), Tone::Quiet, false, false}});
    else
        document.blocks.append(Note{several(story)});
    addAlarms(document, story);
}

void addHead(Document &document, const Story &story)
{
    const QString ticket = planText(story, &upgrade::BatchPlan::ticket, &upgrade::StepPlan::ticket);
    const QString note = planText(story, &upgrade::BatchPlan::note, &upgrade::StepPlan::note);
    const Phrase none{tr("none given"), Tone::Quiet, false, false};
    Facts facts;
    facts.rows.append({tr("Ticket"), {ticket.isEmpty() ? none : plain(ticket)}});
    facts.rows.append({tr("Note"), {note.isEmpty() ? none : plain(note)}});
    if (story.batch) {
        facts.rows.append({tr("Batch"), {known(story.batch->name), fixed(story.batch->id.value)}});
        facts.rows.append(
            {tr("State"),
             {plain(story.rows.isEmpty() ? tr("Not begun") : upgrade::batchStateText(story.batchState()))}});
    }
    const bool confirmed = confirmedAt(story).isValid();
    const Cell notYet{{tr("not yet"), Tone::Quiet, false, false}};
    facts.rows.append(
        {tr("Confirmed by"),
         confirmed ? Cell{known(planText(story, &upgrade::BatchPlan::by, &upgrade::StepPlan::by))} : notYet});
    facts.rows.append({tr("Confirmed at"), confirmed ? momentCell(confirmedAt(story), story.zone) : notYet});
    facts.rows.append({tr("Instances"), countCell(story)});
    facts.rows.append({tr("Accounts"), accountCell(story)});
    document.blocks.append(facts);
}

Document ticketOf(const TicketInput &input)
{
    const Story story = storyOf(input);
    const QString ticket = planText(story, &upgrade::BatchPlan::ticket, &upgrade::StepPlan::ticket);
    Document document;
    document.title = ticket.isEmpty() ? tr("Change ticket") : tr("Change ticket %1").arg(ticket);
    document.language = speaksChinese() ? QStringLiteral("zh-CN") : QStringLiteral("en");
    document.foot = tr("Written by Uplift %1 on %2").arg(input.programVersion, utcText(input.now));
    addVerdict(document, story);
    addHead(document, story);
    addBefore(document, story);
    addAfter(document, story);
    addEvidence(document, story);
    return document;
}

} // namespace uplift::report
