// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/batch/batchstatus.h"

#include "core/redact.h"
#include "ui/batch/batchtexts.h"
#include "ui/look/times.h"
#include "upgrade/batchmoves.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace uplift::ui {

namespace {

using upgrade::BatchState;
using upgrade::BatchView;
using upgrade::Hold;
using upgrade::MemberState;

QString tr(const char *text) { return QCoreApplication::translate("uplift::ui::Batch", text); }

QString number(int value) { return QLocale().toString(value); }

Environment moreCritical(Environment a, Environment b)
{
    for (const Environment environment : {Environment::Production, Environment::Staging}) {
        if (a == environment || b == environment)
            return environment;
    }
    return Environment::Development;
}

QString waveName(const BatchView &view)
{
    //: %1 a number, %2 the name of the wave
    return tr("wave %1, %2").arg(view.wave + 1).arg(view.plan.waves.at(view.wave).name);
}

PlanEntry entryOf(const BatchView &view, const QTimeZone &zone)
{
    PlanEntry entry;
    const bool ended = upgrade::isEnd(view.progress.state);
    entry.kind = ended ? PlanEntry::Kind::Ended : PlanEntry::Kind::Open;
    entry.id = view.plan.id;
    entry.name = plainLine(view.plan.name);
    entry.mark = batchMark(view);
    entry.progress = progressText(view);
    entry.when = ended ? tr("ended %1").arg(clockText(view.progress.since, zone))
                       : tr("since %1").arg(clockText(view.plan.madeAt, zone));
    entry.environment = environmentOf(view.plan);
    return entry;
}

} // namespace

Environment environmentOf(const upgrade::BatchPlan &plan)
{
    for (const Environment environment : {Environment::Production, Environment::Staging}) {
        if (upgrade::memberCount(plan, environment) > 0)
            return environment;
    }
    return Environment::Development;
}

QHash<PlanId, Environment> savedEnvironments(const profiles::Workspace &workspace)
{
    QHash<AccountId, Environment> ofAccount;
    for (const profiles::Account &account : workspace.accounts)
        ofAccount.insert(account.id, account.environment);
    QHash<std::pair<AccountId, InstanceId>, Environment> ofInstance;
    for (const profiles::Profile &profile : workspace.profiles)
        ofInstance.insert({profile.account, profile.instance}, profile.environment);
    QHash<PlanId, Environment> found;
    for (const profiles::SavedPlan &plan : workspace.plans) {
        for (const profiles::SavedPlan::Member &member : plan.members) {
            const auto account = ofAccount.constFind(member.account);
            if (account == ofAccount.constEnd())
                continue;
            const Environment environment = ofInstance.value({member.account, member.instance}, *account);
            const auto before = found.constFind(plan.id);
            found.insert(plan.id,
                         before == found.constEnd() ? environment : moreCritical(*before, environment));
        }
    }
    return found;
}

BatchCounts countsOf(const BatchView &view)
{
    BatchCounts counts;
    for (int item = 0; item < view.plan.items.size(); ++item) {
        if (view.plan.items.at(item).wave < 0) {
            ++counts.excluded;
            continue;
        }
        ++counts.members;
        switch (upgrade::memberState(view.plan, view.progress, item)) {
        case MemberState::Done:
            ++counts.done;
            break;
        case MemberState::Failed:
            ++counts.failed;
            break;
        case MemberState::LeftOut:
            ++counts.leftOut;
            break;
        case MemberState::Undecided:
            ++counts.undecided;
            break;
        case MemberState::Open:
            ++counts.open;
            break;
        case MemberState::Waiting:
        case MemberState::Between:
            break;
        }
    }
    return counts;
}

Mark batchMark(const BatchView &view)
{
    const QString word = upgrade::batchStateText(view.progress.state);
    switch (view.progress.state) {
    case BatchState::Running:
        return {Icon::Running, Role::Accent, isHandedOver(view.plan) ? tr("Running in the cloud") : word,
                Role::Accent};
    case BatchState::Paused:
        return {Icon::Clock, Role::Amber, word, Role::Amber};
    case BatchState::Held:
        return {Icon::Warning, Role::Amber, word, Role::Amber};
    case BatchState::Stopping:
        return {Icon::Stop, Role::Text2, word, Role::Text2};
    case BatchState::Stopped:
        return {Icon::Dash, Role::Text2, word, Role::Text2};
    case BatchState::Finished:
        break;
    }
    const BatchCounts counts = countsOf(view);
    if (counts.failed > 0)
        return {Icon::CrossDisc, Role::Red, word, Role::Red};
    return {Icon::TickDisc, Role::Green, word, Role::Green};
}

QString progressText(const BatchView &view)
{
    const BatchCounts counts = countsOf(view);
    if (upgrade::isEnd(view.progress.state))
        return outcomeText(counts);
    const QString of = tr("%1 of %2 ended").arg(number(counts.ended()), number(counts.members));
    const auto waves = static_cast<int>(view.plan.waves.size());
    if (waves < 2 || view.wave < 0)
        return of;
    //: %1 and %2 numbers, %3 "4 of 9 ended"
    return tr("wave %1 of %2, %3").arg(number(view.wave + 1), number(waves), of);
}

QString nextText(const BatchView &view, const QDateTime &now, const QTimeZone &zone)
{
    if (upgrade::isEnd(view.progress.state))
        return {};
    if (isHandedOver(view.plan) && view.progress.state == BatchState::Running)
        return tr("The cloud goes through the waves by itself.");
    if (awaitsWord(view))
        return tr("Uplift goes on looking for its execution. What became of its start is for you to say.");
    switch (view.progress.state) {
    case BatchState::Paused:
    case BatchState::Held:
        return tr("Nothing new is begun until you resume it. What runs goes on in the cloud.");
    case BatchState::Stopping:
        return tr("Nothing new is begun. It ends when what runs has ended.");
    default:
        break;
    }
    if (view.wave < 0)
        return {};
    if (view.nextAt)
        //: %1 "wave 3, Production", %2 "tonight 02:00", %3 "in 11 h 28 min"
        return tr("Next: %1, %2, %3.")
            .arg(waveName(view), momentInSentence(*view.nextAt, now, zone), countdownText(*view.nextAt, now));
    //: %1 "wave 2, Staging"
    return tr("Now: %1. The next one begins when one of these has ended.").arg(waveName(view));
}

bool awaitsWord(const BatchView &view)
{
    return std::any_of(view.handedOver.begin(), view.handedOver.end(),
                       [](const upgrade::HandedOver &part) { return part.undecided && !part.ended; });
}

QString holdAdvice(const BatchView &view)
{
    if (isHandedOver(view.plan) && view.hold->reason == Hold::Reason::Undecided)
        return tr("Look in the OOS console. Resume asks for the same execution again, which starts nothing "
                  "that was started already; Stop looks for it once more and cancels it.");
    return holdAdvice(view.hold->reason);
}

QString holdAdvice(Hold::Reason reason)
{
    switch (reason) {
    case Hold::Reason::Failures:
        return tr("Look at what failed. Resume goes on with the others and leaves it as it is; Stop ends the "
                  "batch.");
    case Hold::Reason::Undecided:
        return tr("Open the undecided one and decide. Then resume.");
    case Hold::Reason::OutsideWindow:
        return tr(
            "Check that its clients have reconnected. Resume goes on all the same; Stop ends the batch.");
    case Hold::Reason::CanaryNotVerified:
        return tr("Look at the canary first. Resume begins the next wave all the same; Stop ends the batch.");
    case Hold::Reason::MissedStart:
        return tr("Resume begins them now, as the plan says; Stop ends the batch.");
    case Hold::Reason::Refused:
        break;
    }
    return tr("Remove the cause, such as a locked keychain, then resume.");
}

QString closingSentence(const BatchView &view)
{
    if (upgrade::isEnd(view.progress.state))
        return {};
    const bool unsent =
        std::any_of(view.handedOver.begin(), view.handedOver.end(), [](const upgrade::HandedOver &part) {
            return part.executionId.isEmpty() && !part.ended;
        });
    if (isHandedOver(view.plan) && unsent)
        return tr("The cloud has not taken all of it over yet. That goes on only while Uplift runs.");
    if (isHandedOver(view.plan))
        return tr("You can close Uplift. The cloud goes on by itself.");
    return tr("What was sent goes on in the cloud by itself. The next ones begin only while Uplift runs.");
}

QString outcomeText(const BatchCounts &counts)
{
    QStringList parts;
    const auto add = [&parts](int count, const QString &text) {
        if (count > 0)
            parts.append(text.arg(number(count)));
    };
    if (counts.done > 0)
        //: %1 and %2 numbers
        parts.append(tr("%1 of %2 verified").arg(number(counts.done), number(counts.members)));
    add(counts.failed, tr("%1 not verified"));
    add(counts.undecided, tr("%1 undecided"));
    add(counts.leftOut + counts.excluded, tr("%1 left out"));
    add(counts.members - counts.ended() - counts.undecided, tr("%1 not ended"));
    return parts.join(tr(", "));
}

QList<PlanEntry> planEntries(const QList<BatchView> &batches, const QList<profiles::SavedPlan> &saved,
                             const QTimeZone &zone, const QList<BatchView> &earlier)
{
    QList<PlanEntry> entries;
    for (const BatchView &view : batches)
        entries.append(entryOf(view, zone));
    std::stable_partition(entries.begin(), entries.end(),
                          [](const PlanEntry &entry) { return entry.kind == PlanEntry::Kind::Open; });
    for (const profiles::SavedPlan &plan : saved) {
        PlanEntry entry;
        entry.id = plan.id;
        entry.name = plainLine(plan.name);
        entry.mark = {Icon::Layers, Role::Text2, tr("Saved"), Role::Text2};
        entry.progress = instancesText(static_cast<int>(plan.members.size()));
        entries.append(entry);
    }
    for (const BatchView &view : earlier) {
        entries.append(entryOf(view, zone));
        entries.last().when = tr("ended %1").arg(dayText(view.progress.since, zone));
    }
    return entries;
}

QString spokenText(const PlanEntry &entry)
{
    QStringList parts{entry.name, entry.mark.word, entry.progress, entry.when};
    if (entry.environment)
        parts.insert(1, environmentLook(*entry.environment).word);
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

QList<StripItem> batchStripItems(const QList<BatchView> &batches)
{
    QList<StripItem> items;
    for (const BatchView &view : batches) {
        if (upgrade::isEnd(view.progress.state))
            continue;
        StripItem item;
        item.batch = view.plan.id;
        item.mark = batchMark(view);
        item.name = plainLine(view.plan.name);
        const bool halts =
            view.progress.state == BatchState::Held || view.progress.state == BatchState::Paused;
        item.phase = halts ? tr("%1, %2").arg(item.mark.word, progressText(view)) : progressText(view);
        const BatchCounts counts = countsOf(view);
        item.percent = counts.members > 0 ? 100.0 * counts.ended() / counts.members : 0;
        item.environment = environmentOf(view.plan);
        items.append(item);
    }
    return items;
}

bool isOfBatch(const QList<BatchView> &batches, const StepId &step)
{
    return std::any_of(batches.begin(), batches.end(), [&step](const BatchView &view) {
        return !upgrade::isEnd(view.progress.state) && upgrade::placeOf(view.plan.id, step).has_value();
    });
}

} // namespace uplift::ui
