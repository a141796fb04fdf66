// SPDX-License-Identifier: GPL-3.0-or-later
#include "upgrade/checkparts.h"

#include "upgrade/quiethour.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace uplift::upgrade {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("uplift::upgrade", text); }

/// How busy it is: now, and at most at the chosen time of the last day. Nothing: not measured.
struct Busy {
    std::optional<double> latest;
    std::optional<double> atThatTime;
    [[nodiscard]] double highest() const { return std::max(latest.value_or(0), atThatTime.value_or(0)); }
};

/// The chosen time as it was on the last day before now, by the local clock.
WindowSpan lastOccurrence(WindowSpan span, const CheckInput &input)
{
    const QTimeZone zone = input.zone.isValid() ? input.zone : QTimeZone::utc();
    const qint64 length = span.start.secsTo(span.end);
    while (span.end > input.now) {
        span.start = span.start.toTimeZone(zone).addDays(-1).toUTC();
        span.end = span.start.addSecs(length);
    }
    return span;
}

Busy busyOf(const QList<LoadSample> &samples, const CheckFacts &facts)
{
    Busy busy;
    const QDateTime &now = facts.input.now;
    const QDateTime fresh = now.addSecs(-std::chrono::seconds(freshSample).count());
    const auto then = facts.span ? std::optional(lastOccurrence(*facts.span, facts.input)) : std::nullopt;
    QDateTime newest;
    for (const LoadSample &sample : samples) {
        if (!isUsable(sample) || sample.at > now)
            continue;
        if (sample.at >= fresh && (!newest.isValid() || sample.at > newest)) {
            newest = sample.at;
            busy.latest = sample.value;
        }
        if (then && then->contains(sample.at))
            busy.atThatTime = std::max(busy.atThatTime.value_or(0), sample.value);
    }
    return busy;
}

/// What differs between memory and processors.
struct LoadWords {
    const char *key;
    double limit; ///< percent
    QString both; ///< "… %1 % now, %2 % then"
    QString latestAlone; ///< "… %1 % now"
    QString thenAlone; ///< "… %1 % then"
    QString notMeasured;
    QString whatToDo;
    QString shortText; ///< "… %1 %"
    QString shortUnknown;
};

QString sentenceOf(const Busy &busy, const LoadWords &words)
{
    if (busy.latest && busy.atThatTime)
        return words.both.arg(shownNumber(*busy.latest), shownNumber(*busy.atThatTime));
    return busy.latest ? words.latestAlone.arg(shownNumber(*busy.latest))
                       : words.thenAlone.arg(shownNumber(*busy.atThatTime));
}

Check loadCheck(const std::optional<QList<LoadSample>> &samples, const CheckFacts &facts,
                const LoadWords &words)
{
    const Busy busy = samples ? busyOf(*samples, facts) : Busy();
    if (busy.highest() >= words.limit)
        return toRead(words.key, sentenceOf(busy, words), words.whatToDo,
                      words.shortText.arg(shownNumber(busy.highest())));
    // Without a sample of now a quiet yesterday proves nothing.
    if (!busy.latest)
        return unknown(words.key, words.notMeasured,
                       tr("Refresh, or look at the instance's monitoring in the console."),
                       words.shortUnknown);
    return passed(words.key, sentenceOf(busy, words));
}

QString percent(double ratio) { return shownNumber(ratio * 100); }

QString clock(QTime time) { return time.toString(QStringLiteral("HH:mm")); }

/// "On 2027-03-28 and 2027-10-31 the clocks change …"; empty when they do not.
QString changesText(const QList<ClockChange> &changes)
{
    QStringList dates;
    for (const ClockChange &change : changes)
        dates.append(change.date.toString(Qt::ISODate));
    if (dates.isEmpty())
        return {};
    return tr("The clocks change on %1: the window then moves in local time, so set it again.")
        .arg(dates.join(tr(", ")));
}

Check quietProposal(const QuietHours &hours, const CheckInput &input)
{
    const QuietProposal &proposal = *hours.proposal;
    const DaySpan &span = proposal.span;
    const QString sentence =
        tr("In the chosen time the load is %1 % of the day's mean; from %2 to %3 it is %4 %.")
            .arg(percent(hours.present->ratio), clock(span.start), clock(span.end()), percent(span.ratio));
    if (input.moment == Moment::Now)
        return toRead("quietHour", sentence, tr("Wait until %1 if it can wait.").arg(clock(span.start)),
                      tr("Not a quiet hour"));
    const QString start = clock(proposal.startUtc);
    const QString end = clock(proposal.endUtc);
    //: The last: %1, %2 in local time, %3, %4 in UTC
    const QString move = clock(span.start) == start
        ? tr("Move the maintenance window to %1 – %2 UTC, or keep it.").arg(start, end)
        : tr("Move the maintenance window to %1 – %2 (%3 – %4 UTC), or keep it.")
              .arg(clock(span.start), clock(span.end()), start, end);
    const QString changes = changesText(proposal.changes);
    //: Two whole sentences
    return toRead("quietHour", sentence, changes.isEmpty() ? move : tr("%1 %2").arg(move, changes),
                  tr("Not a quiet hour"));
}

} // namespace

Check memoryCheck(const CheckFacts &facts)
{
    return loadCheck(
        facts.input.memory, facts,
        {"memory", highMemoryPercent,
         tr("Memory is %1 % full; at the chosen time of the last day it was %2 % at most."),
         tr("Memory is %1 % full; at the chosen time of the last day it was not measured."),
         tr("At the chosen time of the last day memory was %1 % full; it was not measured since."),
         tr("How full the memory is was not measured."),
         tr("Free memory first: copying the data and following its changes needs room."), tr("Memory %1 %"),
         tr("Memory unknown")});
}

Check cpuCheck(const CheckFacts &facts)
{
    return loadCheck(facts.input.cpu, facts,
                     {"cpu", highCpuPercent,
                      tr("CPU load is %1 %; at the chosen time of the last day it was %2 % at most."),
                      tr("CPU load is %1 %; at the chosen time of the last day it was not measured."),
                      tr("At the chosen time of the last day CPU load was %1 %; it was not measured since."),
                      tr("The CPU load was not measured."),
                      tr("Choose a quieter time: copying and switching take longer under load."),
                      tr("CPU load %1 %"), tr("CPU load unknown")});
}

Check quietHourCheck(const CheckFacts &facts)
{
    const char *key = "quietHour";
    const CheckInput &input = facts.input;
    const QString shortUnknown = tr("Quiet hour unknown");
    const QString yourself = tr("Choose off-peak hours by what you know of its traffic.");
    if (!input.load)
        return unknown(key, tr("The load of the last days was not read."), yourself, shortUnknown);
    if (!facts.span)
        return unknown(key, tr("The maintenance window is not known, so its load cannot be told."), yourself,
                       shortUnknown);
    const auto length = std::chrono::minutes(facts.span->start.secsTo(facts.span->end) / 60);
    const QuietHours hours = quietHours(*input.load, {facts.span, length, input.now});
    switch (hours.data) {
    case QuietHours::Data::TooFewDays:
        return unknown(key, tr("The load was measured on too few days to name a quiet hour."), yourself,
                       shortUnknown);
    case QuietHours::Data::TooFewSlots:
        return unknown(key, tr("The load was measured in too few hours of the day to name a quiet one."),
                       yourself, shortUnknown);
    case QuietHours::Data::Enough:
        break;
    }
    if (!hours.present)
        return unknown(key, tr("At the chosen time of day the load was not measured."), yourself,
                       shortUnknown);
    if (hours.proposal)
        return quietProposal(hours, input);
    return passed(
        key,
        tr("In the chosen time the load is %1 % of the day's mean; no other time is clearly quieter.")
            .arg(percent(hours.present->ratio)));
}

} // namespace uplift::upgrade
