// SPDX-License-Identifier: GPL-3.0-or-later
// The plan as it was confirmed.
#include "report/requestexamples.h"
#include "report/ticketsections.h"
#include "report/tickettext.h"

#include <QCoreApplication>

#include <algorithm>

namespace uplift::report {

namespace {

using upgrade::BatchMoment;
using upgrade::BatchPlan;
using upgrade::StepKind;
using upgrade::StepPlan;

QString tr(const char *text) { return QCoreApplication::translate("uplift::report", text); }

Phrase quiet(const QString &text) { return {text, Tone::Quiet, false, false}; }

bool anyPart(const Story &story, bool (*matches)(StepKind))
{
    return std::any_of(story.members.begin(), story.members.end(), [matches](const MemberStory &member) {
        return std::any_of(member.parts.begin(), member.parts.end(),
                           [matches](const PartStory &part) { return matches(part.plan.kind); });
    });
}

/// "Upgrade: 7.0.1.8 → 7.0.1.14", "Backup", "Change of the maintenance window: 02:00 → 03:00".
Phrase changePhrase(const StepPlan &plan)
{
    const QString kind = upgrade::kindText(plan.kind);
    if (plan.kind == StepKind::Backup)
        return plain(kind);
    const auto told = [](const QString &text) { return text.isEmpty() ? unknown().text : text; };
    QString from = versionText(plan.fromVersion);
    QString to = plan.toVersion.isEmpty() ? tr("the latest") : versionText(plan.toVersion);
    if (plan.setting) {
        from = plan.setting->before;
        to = plan.setting->after;
    }
    //: %1 what is done: "Proxy upgrade"; %2 the version or value before, %3 after
    return plain(tr("%1: %2 → %3").arg(kind, told(from), told(to)));
}

Cell changeCell(const MemberStory &member)
{
    Cell cell;
    for (const PartStory &part : member.parts)
        cell.append(changePhrase(part.plan));
    return cell;
}

/// The window as dates: the one that was confirmed, else the next one after the plan was made.
Cell windowCell(const Story &story, const MemberStory &member, const StepPlan &plan)
{
    if (plan.window)
        return spanCell(*plan.window, story.zone);
    if (!member.window)
        return {unknown()};
    const QDateTime from = story.batch && story.batch->madeAt.isValid() ? story.batch->madeAt : story.now;
    const QList<WindowSpan> next = member.window->next(from, 1);
    Cell cell = spanCell(member.window->around(from).value_or(next.constFirst()), story.zone);
    cell.append(quiet(tr("daily, %1 – %2 UTC")
                          .arg(member.window->startUtc().toString(QStringLiteral("HH:mm")),
                               member.window->endUtc().toString(QStringLiteral("HH:mm")))));
    return cell;
}

Cell whenCell(const Story &story, const MemberStory &member)
{
    const StepPlan &plan = member.parts.isEmpty() ? member.plan : member.parts.constFirst().plan;
    const bool held = story.batch && story.batch->moment == BatchMoment::InsideWindow;
    if (plan.moment == Moment::MaintenanceWindow || held)
        return windowCell(story, member, plan);
    return {plain(story.batch ? tr("At once, when its turn comes") : tr("At once"))};
}

Cell placeCell(const StepPlan &plan)
{
    return {known(plan.accountName.isEmpty() ? plan.account.value : plan.accountName),
            fixed(plan.region.value)};
}

void addWhat(Document &document, const Story &story)
{
    const bool waves = story.batch.has_value();
    Table table;
    if (waves)
        table.heads.append(tr("Wave"));
    table.heads += {tr("Instance"), tr("Environment"), tr("Account, region"), tr("Change"), tr("When")};
    for (const MemberStory &member : story.members) {
        if (!member.leftOut.isEmpty())
            continue;
        QList<Cell> row;
        if (waves)
            row.append({plain(QString::number(member.wave))});
        row += {instanceCell(member.plan),
                {environmentPhrase(member.plan.environment)},
                placeCell(member.plan),
                changeCell(member),
                whenCell(story, member)};
        table.rows.append(row);
    }
    if (table.rows.isEmpty())
        return;
    document.blocks.append(Heading{3, tr("What and when")});
    document.blocks.append(table);
}

QString momentText(const Story &story)
{
    if (story.batch) {
        switch (story.batch->moment) {
        case BatchMoment::Now:
            return tr("At once, when an instance's turn comes.");
        case BatchMoment::InsideWindow:
            return tr("Uplift waits for the window of each instance, then sends it as at once.");
        case BatchMoment::NextWindow:
            break;
        }
        return tr("In the next window of each instance; the service begins it by itself.");
    }
    const bool window =
        std::any_of(story.members.begin(), story.members.end(), [](const MemberStory &member) {
            return member.plan.moment == Moment::MaintenanceWindow;
        });
    return window ? tr("In the next window of each instance; the service begins it by itself.")
                  : tr("At once.");
}

/// The calls as they are sent, where their words differ from what the reader sees.
QStringList callsOf(const Story &story)
{
    QStringList calls;
    for (const MemberStory &member : story.members) {
        for (const PartStory &part : member.parts) {
            QString call;
            if (part.plan.kind == StepKind::Kernel) {
                call =
                    QStringLiteral("ModifyInstanceMinorVersion Minorversion=%1").arg(part.plan.minorVersion);
                if (part.plan.momentNaming != MomentNaming::EffectTime)
                    call += QStringLiteral(" EffectiveTime=") + effectiveTime(part.plan.moment);
                if (part.plan.momentNaming != MomentNaming::EffectiveTime)
                    call += QStringLiteral(" EffectTime=") + effectTime(part.plan.moment);
            } else if (part.plan.kind == StepKind::Proxy) {
                call = QStringLiteral("UpgradeProxy SwitchTimeMode=%1").arg(effectiveTime(part.plan.moment));
            }
            if (!call.isEmpty() && !calls.contains(call))
                calls.append(call);
        }
    }
    return calls;
}

void addHow(Document &document, const Story &story)
{
    Facts facts;
    facts.rows.append({tr("Moment"), {plain(momentText(story))}});
    Cell calls;
    for (const QString &call : callsOf(story))
        calls.append(fixed(call));
    if (!calls.isEmpty())
        facts.rows.append({tr("Request"), calls});
    if (story.isHandedOver()) {
        Cell cell;
        for (const upgrade::Orchestration &part : story.batch->handedOver)
            cell.append(fixed(part.region.value));
        facts.rows.append({tr("Handed over to the cloud's orchestration in"), cell});
    }
    document.blocks.append(Heading{3, tr("How it is sent")});
    document.blocks.append(facts);
}

Cell beginCell(const Story &story, int wave)
{
    const upgrade::Wave &each = story.batch->waves.at(wave);
    Cell cell;
    if (each.notBefore.isValid())
        cell += momentCell(each.notBefore, story.zone);
    if (wave > 0) {
        const QString wait = lengthText(std::chrono::seconds(each.wait).count());
        cell.append(plain(each.wait.count() > 0 ? tr("%1 after the wave before has ended").arg(wait)
                                                : tr("when the wave before has ended")));
        if (story.batch->waves.at(wave - 1).canary)
            cell.append(plain(tr("only if the canary is Verified")));
    }
    return cell.isEmpty() ? Cell{plain(tr("at once"))} : cell;
}

Bullets stopRules(const BatchPlan &batch)
{
    Bullets bullets;
    const upgrade::StopRules &stop = batch.stop;
    if (stop.failures == 1)
        bullets.items.append(plain(tr("Nothing new is begun after the first one that does not end well.")));
    else if (stop.failures > 1)
        bullets.items.append(
            plain(tr("Nothing new is begun once %1 have not ended well.").arg(stop.failures)));
    else
        bullets.items.append(plain(tr("Failures do not stop the batch.")));
    bullets.items.append(plain(stop.undecided
                                   ? tr("It stops when the outcome of one is not known.")
                                   : tr("It does not stop when the outcome of one is not known.")));
    bullets.items.append(plain(stop.outsideWindow
                                   ? tr("It stops when one switches outside its window.")
                                   : tr("It does not stop when one switches outside its window.")));
    bullets.items.append(plain(tr("What runs in the cloud goes on all the same.")));
    return bullets;
}

void addWaves(Document &document, const Story &story)
{
    if (!story.batch || story.batch->waves.isEmpty())
        return;
    Table table;
    table.heads = {tr("Wave"), tr("Name"), tr("Instances"), tr("In parallel"), tr("Begins")};
    for (int wave = 0; wave < story.batch->waves.size(); ++wave) {
        const upgrade::Wave &each = story.batch->waves.at(wave);
        const auto count =
            std::count_if(story.members.begin(), story.members.end(),
                          [wave](const MemberStory &member) { return member.wave == wave + 1; });
        table.rows.append({{plain(QString::number(wave + 1))},
                           {known(each.name)},
                           {plain(QString::number(count))},
                           {plain(QString::number(each.atOnce))},
                           beginCell(story, wave)});
    }
    document.blocks.append(Heading{3, tr("Waves and stop rules")});
    document.blocks.append(table);
    document.blocks.append(stopRules(*story.batch));
}

/// One expected impact, and whom it concerns.
struct ImpactGroup {
    const StepPlan *plan = nullptr;
    QStringList names;
};

bool isSameImpact(const StepPlan &a, const StepPlan &b)
{
    return a.kind == b.kind && a.impact == b.impact && a.disconnectionBound == b.disconnectionBound
        && a.readOnlyBound == b.readOnlyBound && a.impactSources == b.impactSources;
}

QList<ImpactGroup> impactsOf(const Story &story)
{
    QList<ImpactGroup> groups;
    for (const MemberStory &member : story.members) {
        for (const PartStory &part : member.parts) {
            if (!isUpgrade(part.plan.kind))
                continue;
            const auto same = std::find_if(groups.begin(), groups.end(), [&part](const ImpactGroup &group) {
                return isSameImpact(*group.plan, part.plan);
            });
            if (same == groups.end())
                groups.append({&part.plan, {member.plan.instanceName}});
            else
                same->names.append(member.plan.instanceName);
        }
    }
    return groups;
}

Phrase boundPhrase(const QString &seconds)
{
    return seconds.isEmpty() ? quiet(tr("none stated")) : plain(tr("at most %1 s").arg(seconds));
}

void addImpact(Document &document, const Story &story)
{
    const QList<ImpactGroup> groups = impactsOf(story);
    if (groups.isEmpty())
        return;
    document.blocks.append(Heading{3, tr("Expected impact")});
    for (const ImpactGroup &group : groups) {
        const StepPlan &plan = *group.plan;
        Cell sources;
        for (const QString &source : plan.impactSources)
            sources.append(plain(source));
        const bool all = groups.size() == 1 && group.names.size() == story.memberCount();
        Facts facts;
        facts.rows = {{tr("Part"), {plain(upgrade::kindText(plan.kind))}},
                      {tr("What it does"), {known(plan.impact)}},
                      {tr("Connections drop"), {boundPhrase(plan.disconnectionBound)}},
                      {tr("Read-only"), {boundPhrase(plan.readOnlyBound)}},
                      {tr("Documented in"), sources.isEmpty() ? Cell{unknown()} : sources},
                      {tr("Instances"), {plain(all ? tr("all") : group.names.join(tr(", ")))}}};
        document.blocks.append(facts);
    }
    document.blocks.append(
        Paragraph{plain(tr("Choose off-peak hours. Use clients that reconnect by themselves."))});
}

void addRollback(Document &document, const Story &story)
{
    const auto isValue = [](StepKind kind) {
        return kind == StepKind::Window || kind == StepKind::AutoUpgrade;
    };
    QString text = tr("None.");
    if (anyPart(story, upgrade::isUpgrade))
        text = tr("None. There is no way back to an older version.");
    else if (anyPart(story, isValue))
        text = tr("The former value can be set again.");
    document.blocks.append(Heading{3, tr("Rollback")});
    document.blocks.append(Paragraph{plain(text)});
}

void addLeftOut(Document &document, const Story &story)
{
    Table table;
    table.heads = {tr("Instance"), tr("Environment"), tr("Account, region"), tr("Why")};
    for (const MemberStory &member : story.members) {
        if (!member.leftOut.isEmpty())
            table.rows.append({instanceCell(member.plan),
                               {environmentPhrase(member.plan.environment)},
                               placeCell(member.plan),
                               {plain(member.leftOut)}});
    }
    if (table.rows.isEmpty())
        return;
    document.blocks.append(Heading{3, tr("Left out of the plan")});
    document.blocks.append(table);
}

} // namespace

Cell instanceCell(const StepPlan &plan)
{
    Cell cell{known(plan.instanceName)};
    if (plan.instance.value != plan.instanceName)
        cell.append(fixed(plan.instance.value));
    return cell;
}

void addBefore(Document &document, const Story &story)
{
    document.blocks.append(Heading{2, tr("Before: the plan")});
    addWhat(document, story);
    addHow(document, story);
    addWaves(document, story);
    addImpact(document, story);
    addRollback(document, story);
    addLeftOut(document, story);
}

} // namespace uplift::report
