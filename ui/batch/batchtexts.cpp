// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/batch/batchtexts.h"

#include "ui/look/times.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>

#include <algorithm>

namespace uplift::ui {

namespace {

using upgrade::BatchMoment;
using upgrade::BatchParts;
using upgrade::Check;

constexpr qsizetype mostWaves = 50;
constexpr int mostInWave = 10'000;
constexpr qint64 soon = 60; ///< seconds: what begins within them begins now

QString tr(const char *text) { return QCoreApplication::translate("uplift::ui::Batch", text); }

QString number(int value) { return QLocale().toString(value); }

QString upgradesText(int upgrades)
{
    return upgrades == 1 ? tr("Start 1 upgrade") : tr("Start %1 upgrades").arg(number(upgrades));
}

QString inWaves(const upgrade::BatchPlan &plan)
{
    const int upgrades = upgrade::memberCount(plan);
    const auto waves = static_cast<int>(plan.waves.size());
    if (waves < 2)
        return upgradesText(upgrades);
    //: %1 is two or more, as is %2
    return tr("Start %1 upgrades in %2 waves").arg(number(upgrades), number(waves));
}

/// What became of those chosen, by verdict.
struct Counts {
    int pass = 0;
    int toRead = 0;
    int unknown = 0;
    int leftOut = 0;
    Check::Result worst = Check::Result::Passed;
};

int rank(Check::Result result)
{
    switch (result) {
    case Check::Result::Blocked:
        return 0;
    case Check::Result::ToRead:
        return 1;
    case Check::Result::Unknown:
        return 2;
    case Check::Result::Passed:
        break;
    }
    return 3;
}

void countMember(Counts &counts, const PlanMember &member)
{
    const Check::Result result = member.verdict.worst;
    counts.pass += result == Check::Result::Passed ? 1 : 0;
    counts.unknown += result == Check::Result::Unknown ? 1 : 0;
    counts.toRead += result == Check::Result::ToRead || result == Check::Result::Blocked ? 1 : 0;
    if (rank(result) < rank(counts.worst))
        counts.worst = result;
}

Counts countsOf(const upgrade::BatchPlan &plan, const QList<PlanMember> &members)
{
    QHash<InstanceId, const PlanMember *> byInstance;
    byInstance.reserve(members.size());
    for (const PlanMember &member : members)
        byInstance.insert(member.key.instance, &member);
    Counts counts;
    for (const upgrade::BatchItem &item : plan.items) {
        const PlanMember *member = byInstance.value(item.plan.instance, nullptr);
        if (item.wave < 0)
            ++counts.leftOut;
        else if (member)
            countMember(counts, *member);
    }
    return counts;
}

std::optional<BatchMissing> missingMembers(const BatchDecision &decision)
{
    using Where = BatchMissing::Where;
    if (decision.toCheck > 0)
        return BatchMissing{Where::Checking,
                            tr("%1 of %2 instances are still being looked at. Press again in a moment.")
                                .arg(number(decision.toCheck), number(decision.chosen))};
    if (upgrade::memberCount(decision.plan) > 0)
        return std::nullopt;
    return BatchMissing{Where::Members,
                        decision.chosen == 0
                            ? tr("No instance is chosen. Select some in the table.")
                            : tr("None of these instances can be upgraded; the dry run says why.")};
}

} // namespace

std::optional<BatchMissing> firstMissing(const BatchDecision &decision)
{
    using Where = BatchMissing::Where;
    if (!decision.journalWritable)
        return BatchMissing{Where::Journal,
                            tr("The journal cannot be written, and no upgrade starts without it. See the "
                               "message about the journal.")};
    if (auto missing = missingMembers(decision))
        return missing;
    if (decision.sizesWrong && decision.rules.waves == upgrade::BatchRules::Waves::Number)
        return BatchMissing{Where::Sizes,
                            tr("The sizes of the waves are numbers with commas, such as 1, 9.")};
    if (decision.rules.startAt.isValid() && decision.rules.startAt < decision.now)
        return BatchMissing{Where::Start, tr("The start lies in the past. Choose a later one, or at once.")};
    if (!decision.clientsReconnect)
        return BatchMissing{Where::Acknowledgement,
                            tr("Say first that clients reconnect, or see Help: preparing clients.")};
    return std::nullopt;
}

bool hasNothingToStart(const BatchDecision &decision)
{
    return decision.toCheck == 0 && decision.chosen > 0 && upgrade::memberCount(decision.plan) == 0;
}

QString primaryText(const BatchDecision &decision, bool shortForm)
{
    if (hasNothingToStart(decision))
        return tr("Nothing to start");
    if (upgrade::memberCount(decision.plan) == 0)
        return tr("Start the batch…");
    const QString act = inWaves(decision.plan);
    if (shortForm || !decision.firstStart.isValid())
        //: the button that asks for the confirmation; %1: "Start 8 upgrades in 3 waves"
        return tr("%1…").arg(act);
    QString when = tr("now");
    if (decision.now.secsTo(decision.firstStart) > soon) {
        when = momentInSentence(decision.firstStart, decision.now, decision.zone);
        if (decision.firstOrAtOnce)
            when = tr("at once or %1").arg(when);
    }
    //: %1: "Start 8 upgrades in 3 waves", %2: "today 18:00", the first one's start
    return tr("%1 (first %2)…").arg(act, when);
}

QString startActText(const upgrade::BatchPlan &plan) { return upgradesText(upgrade::memberCount(plan)); }

QString instancesText(int instances)
{
    return instances == 1 ? tr("1 instance") : tr("%1 instances").arg(number(instances));
}

QString sizeText(const upgrade::BatchPlan &plan)
{
    const auto waves = static_cast<int>(plan.waves.size());
    const auto chosen = static_cast<int>(plan.items.size());
    const int members = upgrade::memberCount(plan);
    //: %1 is less than %2, which is two or more
    const QString size = members == chosen ? instancesText(members)
                                           : tr("%1 of %2 instances").arg(number(members), number(chosen));
    return tr("%1, %2").arg(size, waves == 1 ? tr("1 wave") : tr("%1 waves").arg(number(waves)));
}

QString productionText(const upgrade::BatchPlan &plan)
{
    const int production = upgrade::memberCount(plan, Environment::Production);
    //: %1 is how many instances of a batch are production
    return production == 0 ? QString() : tr("%1 production").arg(number(production));
}

QString checksSummary(const upgrade::BatchPlan &plan, const QList<PlanMember> &members)
{
    const Counts counts = countsOf(plan, members);
    QStringList parts;
    const auto add = [&parts](int count, const QString &text) {
        if (count > 0)
            parts.append(text.arg(number(count)));
    };
    add(counts.pass, tr("%1 pass"));
    add(counts.toRead, tr("%1 to read"));
    add(counts.unknown, tr("%1 unknown"));
    if (parts.isEmpty() && counts.leftOut > 0)
        return tr("Nothing to start: %1 left out").arg(number(counts.leftOut));
    add(counts.leftOut, tr("%1 left out"));
    return parts.isEmpty() ? tr("Nothing to check") : parts.join(tr(", "));
}

Check::Result worstCheck(const upgrade::BatchPlan &plan, const QList<PlanMember> &members)
{
    return countsOf(plan, members).worst;
}

QString impactLine(const BatchImpact &impact)
{
    if (impact.members == 0)
        return {};
    if (!impact.kernels)
        return tr("No bound is documented for proxies; connections may drop");
    if (!impact.disconnection && !impact.readOnly)
        return tr("No bound is documented; interruptions are possible");
    const auto seconds = [](std::optional<std::chrono::seconds> bound) {
        return bound ? QString::number(bound->count()) : QString();
    };
    if (!impact.readOnly)
        return tr("Each ≤ %1 s disconnected").arg(seconds(impact.disconnection));
    if (!impact.disconnection)
        return tr("Each ≤ %1 s read-only").arg(seconds(impact.readOnly));
    return tr("Each ≤ %1 s disconnected, ≤ %2 s read-only")
        .arg(seconds(impact.disconnection), seconds(impact.readOnly));
}

QString momentSentence(BatchMoment moment)
{
    switch (moment) {
    case BatchMoment::Now:
        return tr(
            "Each is sent as “at once” when its turn comes, whatever its window. Later waves begin only "
            "while Uplift runs.");
    case BatchMoment::NextWindow:
        return tr(
            "Each is asked for when its turn comes; the service begins it in the instance's next window, "
            "with or without Uplift. Later waves are asked for only while Uplift runs.");
    case BatchMoment::InsideWindow:
        break;
    }
    return tr(
        "Uplift holds each back until its window is open, then sends it as “at once”. Only while Uplift "
        "runs.");
}

QString partsText(BatchParts parts)
{
    switch (parts) {
    case BatchParts::Kernel:
        break;
    case BatchParts::Proxy:
        return tr("Proxy");
    case BatchParts::KernelThenProxy:
        return tr("Kernel, then proxy");
    case BatchParts::ProxyThenKernel:
        return tr("Proxy, then kernel");
    }
    return tr("Kernel");
}

QString startSentence(const QDateTime &startAt, const QDateTime &now, const QTimeZone &zone)
{
    if (!startAt.isValid())
        return tr("At once, when confirmed");
    const QDateTime local = startAt.toTimeZone(zone);
    const QString utcDay = local.date() == startAt.toUTC().date()
        ? QString()
        : QStringLiteral(", ") + dayText(startAt, QTimeZone::utc());
    //: %1 "Thu 19 Nov", %2 "18:00", %3 "UTC+8", %4 "in 3 h 28 min", %5 "10:00", %6 another day, or empty
    return tr("%1 %2, your time (%3), %4.  %5 UTC%6")
        .arg(dayText(startAt, zone), clockText(startAt, zone), zoneText(startAt, zone),
             countdownText(startAt, now), clockText(startAt, QTimeZone::utc()), utcDay);
}

QString stopSentence(const upgrade::StopRules &rules, BatchMoment moment)
{
    QStringList parts;
    if (rules.failures == 1)
        parts.append(tr("any upgrade fails or ends unchanged"));
    else if (rules.failures > 1)
        parts.append(tr("%1 upgrades fail or end unchanged").arg(number(rules.failures)));
    if (rules.undecided)
        parts.append(tr("an outcome is undecided"));
    // At once is whatever the window is: there is no outside.
    if (rules.outsideWindow && moment != BatchMoment::Now)
        parts.append(tr("one switches outside its window"));
    if (parts.isEmpty())
        return tr("Goes on whatever happens; only a canary that is not verified stops it.");
    //: %1: one or more causes, "any upgrade fails or ends unchanged, an outcome is undecided"
    return tr("Nothing new is begun when %1.").arg(parts.join(tr(", or ")));
}

QString paceSentence(const upgrade::BatchRules &rules)
{
    const bool canary = rules.afterCanary.count() > 0;
    const bool between = rules.between.count() > 0;
    if (canary && between)
        //: %1 a number, %2 and %3 waits such as "2 h"
        return tr("%1 at once; wait %2 after the canary, %3 between waves")
            .arg(rules.atOnce)
            .arg(waitText(rules.afterCanary), waitText(rules.between));
    if (canary)
        //: %1 a number, %2 a wait such as "2 h"
        return tr("%1 at once; wait %2 after the canary").arg(rules.atOnce).arg(waitText(rules.afterCanary));
    if (between)
        //: %1 a number, %2 a wait such as "2 h"
        return tr("%1 at once; wait %2 between waves").arg(rules.atOnce).arg(waitText(rules.between));
    //: of the instances of a wave, %1 a number
    return tr("%1 at once").arg(rules.atOnce);
}

QString waitText(std::chrono::minutes wait)
{
    return wait.count() == 0 ? tr("none") : durationText(std::chrono::seconds(wait).count());
}

std::optional<QList<int>> parseSizes(const QString &typed)
{
    QString plain = typed;
    plain.replace(QChar(0xff0c), QLatin1Char(',')).replace(QChar(0x3001), QLatin1Char(','));
    QList<int> sizes;
    const QStringList words = plain.split(QLatin1Char(','));
    for (const QString &word : words) {
        bool isNumber = false;
        const int size = word.trimmed().toInt(&isNumber);
        if (!isNumber || size < 1 || size > mostInWave)
            return std::nullopt;
        sizes.append(size);
    }
    return sizes.size() <= mostWaves ? std::optional(sizes) : std::nullopt;
}

QString earliestText(const upgrade::DryRunRow &row, const QString &when)
{
    //: %1: a moment, the earlier of two; "about": it rests on how long the upgrades before it are taken to
    //: run
    return (row.estimated ? tr("from about %1") : tr("from %1")).arg(when);
}

QString sizesText(const QList<int> &sizes)
{
    QStringList words;
    for (const int size : sizes)
        words.append(QString::number(size));
    return words.join(QStringLiteral(", "));
}

QString planNameFor(const QStringList &groups, int instances)
{
    const bool shared = !groups.isEmpty() && !groups.constFirst().isEmpty()
        && std::all_of(groups.begin(), groups.end(),
                       [&groups](const QString &group) { return group == groups.constFirst(); });
    if (shared)
        return tr("%1 to the latest versions").arg(groups.constFirst());
    return instances == 1 ? tr("1 instance to its latest version")
                          : tr("%1 instances to their latest versions").arg(number(instances));
}

} // namespace uplift::ui
