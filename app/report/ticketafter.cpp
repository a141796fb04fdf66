// SPDX-License-Identifier: GPL-3.0-or-later
// What happened, over all instances.
#include "core/errortext.h"
#include "report/ticketsections.h"
#include "report/tickettext.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace uplift::report {

namespace {

using upgrade::BatchRow;
using upgrade::BatchState;
using upgrade::StepState;
using upgrade::StepView;
using upgrade::Transition;

QString tr(const char *text) { return QCoreApplication::translate("uplift::report", text); }

QString textIn(const QJsonObject &data, const char *name)
{
    return data.value(QLatin1String(name)).toString();
}

void addCounts(Document &document, const Story &story)
{
    struct Count {
        Ending ending;
        QString label;
        Tone tone;
    };
    const QList<Count> counts{
        {Ending::Verified, tr("Verified"), Tone::Good},
        {Ending::Latest, tr("Already on the latest version"), Tone::Good},
        {Ending::Open, tr("Under way"), Tone::Accent},
        {Ending::NotBegun, tr("Not begun"), Tone::Quiet},
        {Ending::Undecided, tr("Undecided, needs your decision"), Tone::Attention},
        {Ending::LeftOut, tr("Left out when its turn came"), Tone::Attention},
        {Ending::PartlyDone, tr("Ended between two parts"), Tone::Attention},
        {Ending::Failed, tr("Did not end well"), Tone::Bad},
    };
    Facts facts;
    for (const Count &count : counts) {
        if (const int number = story.count(count.ending); number > 0)
            facts.rows.append({count.label, {{QString::number(number), count.tone, false, false}}});
    }
    if (story.memberCount() > 1)
        document.blocks.append(facts);
}

QDateTime endOf(const StepView &view) { return isEnd(view.state) ? view.since : QDateTime(); }

/// When it was sent and when it ended, a line each.
Cell sentAndEnded(const Story &story, const StepView *view)
{
    if (!view)
        return {plain(QStringLiteral("–"))};
    Cell cell;
    cell.append(view->sentAt.isValid() ? localPhrase(view->sentAt, story.zone)
                                       : Phrase{tr("not sent"), Tone::Quiet, false, false});
    cell.append(isEnd(view->state) ? localPhrase(view->since, story.zone)
                                   : Phrase{tr("not ended"), Tone::Quiet, false, false});
    return cell;
}

Cell stateCell(const MemberStory &member, const PartStory &part)
{
    if (member.cloud && !member.cloud->why.isEmpty())
        //: the orchestration service's own words about an instance
        return {endingPhrase(member),
                {tr("The service says: “%1”").arg(member.cloud->why), Tone::Quiet, false, false}};
    if (part.leftOut)
        return {{part.latest ? tr("Already on the latest version") : tr("Left out when its turn came"),
                 part.latest ? Tone::Good : Tone::Attention, false, false}};
    if (!part.last())
        return {endingPhrase(member)};
    Cell cell{statePhrase(part.last()->state)};
    if (part.attempts.size() > 1)
        cell.append({tr("attempt %1").arg(part.attempts.size()), Tone::Quiet, false, false});
    return cell;
}

QList<Cell> resultRow(const Story &story, const MemberStory &member, const PartStory &part, bool kinds)
{
    const StepView *view = part.last();
    const Cell none{plain(QStringLiteral("–"))};
    const bool upgrade = isUpgrade(part.plan.kind);
    QList<Cell> row{instanceCell(member.plan), {environmentPhrase(member.plan.environment)}};
    if (kinds)
        row.append({plain(upgrade::kindText(part.plan.kind))});
    row += {stateCell(member, part), sentAndEnded(story, view)};
    if (member.cloud) {
        row.last() = momentCell(member.cloud->at, story.zone);
        row.append(Cell{unknown()});
        row.append(Cell{known(versionText(member.cloud->versionNow))});
        row.append(Cell{unknown()});
        return row;
    }
    row += {view ? Cell{lengthPhrase(view->sentAt, endOf(*view))} : none,
            view && upgrade ? Cell{versionNowPhrase(*view)} : none,
            view && upgrade ? Cell{masterPhrase(*view)} : none};
    return row;
}

void addResult(Document &document, const Story &story)
{
    const bool kinds = std::any_of(story.members.begin(), story.members.end(), [](const MemberStory &member) {
        return member.parts.size() > 1
            || (!member.parts.isEmpty() && member.parts.constFirst().plan.kind != upgrade::StepKind::Kernel);
    });
    Table table;
    table.heads = {tr("Instance"), tr("Environment")};
    if (kinds)
        table.heads.append(tr("Part"));
    table.heads += {tr("State"), tr("Sent, ended"), tr("Took"), tr("Version now"), tr("Master's zone")};
    for (const MemberStory &member : story.members) {
        for (const PartStory &part : member.parts)
            table.rows.append(resultRow(story, member, part, kinds));
    }
    document.blocks.append(Heading{3, tr("Result")});
    addCounts(document, story);
    document.blocks.append(table);
    document.blocks.append(Paragraph{
        {tr("Local time is that of %1. A moment is the one at which Uplift saw or asked; it asks every few "
            "seconds while something moves and every few minutes while an instance waits for its window.")
             .arg(QString::fromLatin1(story.zone.id())),
         Tone::Quiet, false, false}});
}

/// What an execution of the cloud's orchestration was said to do.
QString handoverText(const Story &story, const BatchRow &row)
{
    const int part = row.data.value(QLatin1String("handover")).toInt(-1);
    const QString region = part >= 0 && part < story.batch->handedOver.size()
        ? story.batch->handedOver.at(part).region.value
        : tr("unknown");
    const auto error = upgrade::errorFromJson(row.data.value(QLatin1String("error")).toObject());
    if (error)
        //: %1 a region, %2 why, a whole sentence
        return tr("Not handed over in %1. %2").arg(region, error->message);
    if (const QString id = textIn(row.data, "executionId"); !id.isEmpty())
        return tr("Handed over in %1: execution %2, RequestId %3.")
            .arg(region, id, known(textIn(row.data, "requestId")).text);
    if (row.data.contains(QLatin1String("sending")))
        return tr("The start of the execution in %1 is sent.").arg(region);
    if (row.data.contains(QLatin1String("notCarriedOut")))
        return tr("The start of the execution in %1 was held back.").arg(region);
    if (row.data.contains(QLatin1String("decision")))
        return tr("The execution in %1: it was not started, by the user's word.").arg(region);
    const QString status = textIn(row.data, "status");
    return status.isEmpty() ? QString() : tr("The execution in %1 ended as %2.").arg(region, status);
}

/// Why a batch changed its state, in whole words.
QString courseText(const Story &story, const BatchRow &row)
{
    if (row.data.contains(QLatin1String("handover")))
        return handoverText(story, row);
    if (const QString step = textIn(row.data, "leftOut"); !step.isEmpty())
        return tr("Left out: %1. Reason: %2.").arg(story.nameOf({step}), textIn(row.data, "why"));
    if (const QString sentence = textIn(row.data, "sentence"); !sentence.isEmpty())
        return sentence;
    QStringList names;
    const QJsonArray forgiven = row.data.value(QLatin1String("forgiven")).toArray();
    for (const auto &step : forgiven)
        names.append(story.nameOf({step.toString()}));
    if (!names.isEmpty())
        return tr("Went on in spite of: %1.").arg(names.join(tr(", ")));
    const QString reason = textIn(row.data, "reason");
    return upgrade::holdFromName(reason) ? QString() : reason;
}

void addCourse(Document &document, const Story &story)
{
    if (story.rows.isEmpty())
        return;
    Table table;
    table.heads = {tr("Moment"), tr("State"), tr("Who"), tr("Why")};
    for (const BatchRow &row : story.rows) {
        if (row.data.contains(QLatin1String("member"))) // told with the instance
            continue;
        const QString why = courseText(story, row);
        const QString who = textIn(row.data, "who");
        table.rows.append(
            {momentCell(row.at, story.zone),
             {plain(upgrade::batchStateText(row.state))},
             {who.isEmpty() ? Phrase{QStringLiteral("Uplift"), Tone::Quiet, false, false} : plain(who)},
             {why.isEmpty() ? plain(QStringLiteral("–")) : plain(why)}});
    }
    document.blocks.append(Heading{3, tr("Course of the batch")});
    document.blocks.append(table);
}

/// One thing a person decided.
struct DecisionLine {
    QDateTime at;
    QString who;
    QString what;
    QString why;
};

QString decisionText(const QString &name)
{
    if (name == QLatin1String("WasStarted"))
        return tr("It was started");
    if (name == QLatin1String("WasNotStarted"))
        return tr("It was not started");
    return name == QLatin1String("GoOnAsking") ? tr("Go on asking") : name;
}

/// What a person made of a batch; nothing for what Uplift did by itself, and for its beginning.
QString batchDecision(const Story &story, qsizetype index)
{
    const BatchRow &row = story.rows.at(index);
    if (index == 0 || textIn(row.data, "who").isEmpty())
        return {};
    if (const QString decision = textIn(row.data, "decision"); !decision.isEmpty())
        return decisionText(decision);
    switch (row.state) {
    case BatchState::Paused:
        return tr("Pause the batch");
    case BatchState::Running:
        return tr("Go on with the batch");
    case BatchState::Stopping:
    case BatchState::Stopped:
        return tr("End the batch after the current ones");
    default:
        return upgrade::batchStateText(row.state);
    }
}

QList<DecisionLine> decisionsOf(const Story &story)
{
    QList<DecisionLine> lines;
    for (const MemberStory &member : story.members) {
        for (const PartStory &part : member.parts) {
            for (const StepView &view : part.attempts) {
                for (const Transition &transition : view.transitions) {
                    const QString decision = textIn(transition.data, "decision");
                    if (!decision.isEmpty())
                        //: %1 an instance, %2 what was decided of it: "It was not started"
                        lines.append({transition.at, textIn(transition.data, "who"),
                                      tr("%1: %2").arg(member.plan.instanceName, decisionText(decision)),
                                      textIn(transition.data, "reason")});
                }
            }
        }
    }
    for (qsizetype i = 0; i < story.rows.size(); ++i) {
        const QString decision = batchDecision(story, i);
        if (!decision.isEmpty())
            lines.append({story.rows.at(i).at, textIn(story.rows.at(i).data, "who"), decision,
                          courseText(story, story.rows.at(i))});
    }
    std::stable_sort(lines.begin(), lines.end(),
                     [](const DecisionLine &a, const DecisionLine &b) { return a.at < b.at; });
    return lines;
}

void addDecisions(Document &document, const Story &story)
{
    const QList<DecisionLine> lines = decisionsOf(story);
    document.blocks.append(Heading{3, tr("Decisions")});
    if (lines.isEmpty()) {
        document.blocks.append(Paragraph{plain(tr("None had to be taken."))});
        return;
    }
    Table table;
    table.heads = {tr("Moment"), tr("Who"), tr("Decision"), tr("Reason")};
    for (const DecisionLine &line : lines)
        table.rows.append(
            {momentCell(line.at, story.zone),
             {known(line.who)},
             {plain(line.what)},
             {line.why.isEmpty() ? Phrase{tr("none given"), Tone::Quiet, false, false} : plain(line.why)}});
    document.blocks.append(table);
}

void addError(Document &document, const MemberStory &member, const StepView &view)
{
    const ErrorText words = errorText(*view.error);
    document.blocks.append(
        Heading{4, tr("%1: %2").arg(member.plan.instanceName, upgrade::stateText(view.state))});
    Facts facts;
    facts.rows = {{tr("What happened"), {plain(words.happened)}},
                  {tr("Did anything change in the cloud"), {plain(words.changed)}},
                  {tr("Is trying again safe"), {plain(words.again)}},
                  {tr("What to do next"), {plain(words.next)}}};
    if (!words.code.isEmpty())
        facts.rows.append({tr("Code"), {fixed(words.code)}});
    facts.rows.append({QStringLiteral("RequestId"), {fixed(words.requestId)}});
    document.blocks.append(facts);
}

void addErrors(Document &document, const Story &story)
{
    document.blocks.append(Heading{3, tr("Errors")});
    const qsizetype before = document.blocks.size();
    for (const MemberStory &member : story.members) {
        for (const PartStory &part : member.parts) {
            for (const StepView &view : part.attempts) {
                if (view.error)
                    addError(document, member, view);
            }
        }
    }
    if (document.blocks.size() == before)
        document.blocks.append(Paragraph{plain(tr("None."))});
}

} // namespace

void addAfter(Document &document, const Story &story)
{
    if (!story.hasBegun())
        return;
    const bool over = story.batch
        ? isEnd(story.batchState())
        : story.count(Ending::Open) + story.count(Ending::NotBegun) + story.count(Ending::Undecided) == 0;
    document.blocks.append(Heading{2, over ? tr("After: what happened") : tr("So far: what happened")});
    addResult(document, story);
    addCourse(document, story);
    addDecisions(document, story);
    addErrors(document, story);
}

} // namespace uplift::report
