// SPDX-License-Identifier: GPL-3.0-or-later
// What the ticket can prove, instance by instance.
#include "report/ticketsections.h"
#include "report/tickettext.h"

#include <QCoreApplication>

#include <algorithm>

namespace uplift::report {

namespace {

using upgrade::StepState;
using upgrade::StepView;
using upgrade::Transition;

QString tr(const char *text) { return QCoreApplication::translate("uplift::report", text); }

Phrase quiet(const QString &text) { return {text, Tone::Quiet, false, false}; }

/// When a state was first entered; invalid: never.
QDateTime firstOf(const StepView &view, StepState state)
{
    for (const Transition &transition : view.transitions) {
        if (transition.state == state)
            return transition.at;
    }
    return {};
}

/// One row with its heads.
struct Line {
    Table table{{}, {{}}};
    void add(const QString &head, const Cell &cell)
    {
        table.heads.append(head);
        table.rows.first().append(cell);
    }
};

/// How long each phase took, as far as the states tell them apart.
void addPhases(Line &line, const StepView &view)
{
    const QDateTime running = firstOf(view, StepState::Running);
    const QDateTime switching = firstOf(view, StepState::Switching);
    const QDateTime end = isEnd(view.state) ? view.since : QDateTime();
    line.add(tr("Until it began"), {lengthPhrase(view.sentAt, running.isValid() ? running : switching)});
    if (isUpgrade(view.plan.kind)) {
        if (running.isValid() && !switching.isValid() && end.isValid())
            line.add(tr("Copying"),
                     {lengthPhrase(running, end), quiet(tr("with the switch, which was not seen"))});
        else
            line.add(tr("Copying"), {lengthPhrase(running, switching)});
        line.add(tr("Switching"), {lengthPhrase(switching, end)});
    }
    line.add(tr("In all"), {lengthPhrase(view.sentAt, end)});
}

void addOnce(Cell &cell, const QString &id)
{
    const auto same =
        std::find_if(cell.begin(), cell.end(), [&id](const Phrase &phrase) { return phrase.text == id; });
    if (!id.isEmpty() && same == cell.end())
        cell.append(fixed(id));
}

Cell requestIds(const StepView &view)
{
    Cell cell;
    for (const Transition &transition : view.transitions) {
        addOnce(cell, transition.data.value(QLatin1String("requestId")).toString());
        addOnce(cell,
                transition.data.value(QLatin1String("error"))
                    .toObject()
                    .value(QLatin1String("requestId"))
                    .toString());
    }
    return cell.isEmpty() ? Cell{unknown()} : cell;
}

Cell taskCell(const StepView &view)
{
    if (!view.task)
        return {unknown()};
    Cell cell{fixed(view.task->id.value)};
    QStringList words{view.task->type, view.task->statusText};
    words.removeAll(QString());
    if (!words.isEmpty())
        cell.append(quiet(words.join(QLatin1String(", "))));
    return cell;
}

Cell evidenceCell(const StepView &view)
{
    Cell cell;
    for (const upgrade::Evidence &piece : view.evidence) {
        //: a thing seen, and more of it: "It runs 7.0.1.14 (before: 7.0.1.8)"
        cell.append(plain(piece.detail.isEmpty() ? piece.text : tr("%1 (%2)").arg(piece.text, piece.detail)));
    }
    return cell.isEmpty() ? Cell{unknown()} : cell;
}

/// What is known of a state beside its moment: who decided it, how it came to be known.
Phrase stateNote(const Transition &transition)
{
    const auto text = [&transition](const char *name) {
        return transition.data.value(QLatin1String(name)).toString();
    };
    if (!text("decision").isEmpty())
        return plain(text("who").isEmpty() ? tr("decided by somebody whose name was not kept")
                                           : tr("decided by %1").arg(text("who")));
    if (const QJsonObject moment = transition.data.value(QLatin1String("moment")).toObject();
        !moment.isEmpty())
        //: %1 "at once", or a moment
        return plain(tr("its moment was changed: %1").arg(moment.value(QLatin1String("after")).toString()));
    if (transition.data.contains(QLatin1String("momentUndone")))
        return plain(tr("the change of its moment came to nothing"));
    if (text("by") == QLatin1String("asking"))
        return plain(tr("found out by asking the service"));
    if (transition.data.contains(QLatin1String("switchedOutsideWindowMs"))
        && upgrade::isEnd(transition.state))
        return {tr("switched outside its window"), Tone::Bad, false, false};
    return plain(QStringLiteral("–"));
}

Table statesTable(const Story &story, const StepView &view)
{
    Table table;
    table.heads = {tr("State"), tr("Local time"), tr("UTC"), tr("Lasted"), tr("Remark")};
    for (qsizetype i = 0; i < view.transitions.size(); ++i) {
        const Transition &transition = view.transitions.at(i);
        const bool last = i + 1 == view.transitions.size();
        Phrase lasted = plain(QStringLiteral("–"));
        if (!last)
            lasted = lengthPhrase(transition.at, view.transitions.at(i + 1).at);
        else if (!isEnd(transition.state))
            //: how long a state has lasted that has not ended
            lasted = whole(tr("%1 so far").arg(lengthText(transition.at.secsTo(story.now))));
        table.rows.append({{statePhrase(transition.state)},
                           {localPhrase(transition.at, story.zone)},
                           {whole(utcText(transition.at))},
                           {lasted},
                           {stateNote(transition)}});
    }
    return table;
}

const NodeVersion *findNode(const QList<NodeVersion> &nodes, const QString &name)
{
    const auto node = std::find_if(nodes.begin(), nodes.end(),
                                   [&name](const NodeVersion &each) { return each.name == name; });
    return node == nodes.end() ? nullptr : &*node;
}

/// Version, and role and zone below it; "not listed" where the other side alone names the node.
Cell nodeCell(const QList<NodeVersion> &nodes, const QString &name)
{
    if (nodes.isEmpty())
        return {unknown()};
    const NodeVersion *node = findNode(nodes, name);
    if (!node)
        return {quiet(tr("not listed"))};
    const QString none = tr("unknown");
    return {known(versionText(node->version.raw())),
            quiet(QStringLiteral("%1, %2").arg(node->role.isEmpty() ? none : nodeRoleText(node->role),
                                               node->zone.isEmpty() ? none : node->zone))};
}

void addNamesOnce(QStringList &names, const QList<NodeVersion> &nodes)
{
    for (const NodeVersion &node : nodes) {
        if (!names.contains(node.name))
            names.append(node.name);
    }
}

/// Versions per node, before and after; `after` is null where nothing was sent.
void addNodes(Document &document, const QList<NodeVersion> &before, const QList<NodeVersion> *after)
{
    QStringList names;
    addNamesOnce(names, before);
    if (after)
        addNamesOnce(names, *after);
    if (names.isEmpty()) {
        document.blocks.append(Paragraph{quiet(
            tr("Versions of the nodes: unknown. They were not asked for, or the service did not tell."))});
        return;
    }
    Table table;
    table.heads = {tr("Node"), tr("Before: version, role, zone")};
    if (after)
        table.heads.append(tr("After: version, role, zone"));
    for (const QString &name : std::as_const(names)) {
        QList<Cell> row{{fixed(name)}, nodeCell(before, name)};
        if (after)
            row.append(nodeCell(*after, name));
        table.rows.append(row);
    }
    document.blocks.append(table);
}

void addAttempt(Document &document, const Story &story, const StepView &view)
{
    Line outcome;
    outcome.add(tr("Environment"), {environmentPhrase(view.plan.environment)});
    outcome.add(tr("State"), {statePhrase(view.state)});
    if (isUpgrade(view.plan.kind)) {
        outcome.add(tr("Version before"), {known(versionText(view.plan.fromVersion))});
        outcome.add(tr("Version now"), {versionNowPhrase(view)});
        outcome.add(tr("Master's zone"), {masterPhrase(view)});
    }
    Line course;
    addPhases(course, view);
    course.add(tr("RequestIds"), requestIds(view));
    course.add(tr("Task"), taskCell(view));
    Facts facts;
    facts.rows.append({tr("Seen"), evidenceCell(view)});
    document.blocks.append(outcome.table);
    document.blocks.append(course.table);
    document.blocks.append(facts);
    document.blocks.append(statesTable(story, view));
    if (isUpgrade(view.plan.kind))
        addNodes(document, view.plan.nodesBefore, &view.nodes);
}

void addChecks(Document &document, const upgrade::StepPlan &plan)
{
    if (plan.checks.isEmpty()) {
        document.blocks.append(Paragraph{quiet(tr("Checks: unknown. None was kept with the plan."))});
        return;
    }
    Bullets bullets;
    for (const QString &check : plan.checks)
        bullets.items.append(plain(check));
    document.blocks.append(Paragraph{plain(tr("Checks as they stood:"))});
    document.blocks.append(bullets);
}

void addPart(Document &document, const Story &story, const MemberStory &member, const PartStory &part)
{
    if (member.parts.size() > 1)
        document.blocks.append(Heading{4, upgrade::kindText(part.plan.kind)});
    if (part.leftOut)
        document.blocks.append(
            Paragraph{plain(part.latest ? tr("Nothing was sent: %1").arg(part.why)
                                        : tr("Left out when its turn came: %1").arg(part.why))});
    for (qsizetype i = 0; i < part.attempts.size(); ++i) {
        if (part.attempts.size() > 1)
            document.blocks.append(Heading{4, tr("Attempt %1").arg(i + 1)});
        addAttempt(document, story, part.attempts.at(i));
    }
    if (part.attempts.isEmpty() && !part.plan.nodesBefore.isEmpty())
        addNodes(document, part.plan.nodesBefore, nullptr);
    addChecks(document, part.plan);
}

/// The zones of all masters, sorted; empty: one is not known.
QStringList masterZones(const QList<NodeVersion> &nodes)
{
    QStringList zones;
    for (const NodeVersion &node : nodes) {
        if (node.role.compare(QLatin1String("master"), Qt::CaseInsensitive) != 0)
            continue;
        if (node.zone.isEmpty())
            return {};
        zones.append(node.zone);
    }
    zones.sort();
    return zones;
}

} // namespace

Phrase masterPhrase(const StepView &view)
{
    const QStringList before = masterZones(view.plan.nodesBefore);
    const QStringList after = masterZones(view.nodes);
    if (before.isEmpty() || before.size() != after.size())
        return unknown();
    if (before == after)
        return plain(tr("not moved"));
    const auto each = [](QStringList zones) {
        zones.removeDuplicates();
        return zones.join(tr(", "));
    };
    return {tr("moved from %1 to %2").arg(each(before), each(after)), Tone::Attention, false, false};
}

Phrase versionNowPhrase(const StepView &view) { return known(versionText(view.versionNow)); }

void addEvidence(Document &document, const Story &story)
{
    if (story.memberCount() == 0)
        return;
    document.blocks.append(Heading{
        2, story.hasBegun() ? tr("Evidence, instance by instance") : tr("Checks, instance by instance")});
    for (const MemberStory &member : story.members) {
        if (!member.leftOut.isEmpty())
            continue;
        const upgrade::StepPlan &plan = member.plan;
        document.blocks.append(Heading{3,
                                       plan.instanceName == plan.instance.value
                                           ? plan.instanceName
                                           //: an instance's name and its id
                                           : tr("%1 (%2)").arg(plan.instanceName, plan.instance.value)});
        Line standing;
        standing.add(tr("Environment"), {environmentPhrase(plan.environment)});
        standing.add(tr("State"), {endingPhrase(member)});
        const bool tried = std::any_of(member.parts.begin(), member.parts.end(),
                                       [](const PartStory &part) { return !part.attempts.isEmpty(); });
        if (!tried)
            document.blocks.append(standing.table);
        if (member.handedOver)
            document.blocks.append(Paragraph{
                quiet(tr("Its states and RequestIds stand in the execution of the cloud's orchestration. "
                         "Uplift reads its version when that has ended."))});
        for (const PartStory &part : member.parts)
            addPart(document, story, member, part);
    }
}

} // namespace uplift::report
