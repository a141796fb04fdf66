// SPDX-License-Identifier: GPL-3.0-or-later
#include "upgrade/quiethour.h"

#include <algorithm>

namespace uplift::upgrade {

namespace {

constexpr qint64 minuteSeconds = 60;
constexpr qint64 slotSeconds = std::chrono::seconds(slotLength).count();
constexpr qint64 daySeconds = slotsPerDay * slotSeconds;
/// Offsets are looked up this often within a span: no zone changes its clocks in between.
constexpr qint64 stepSeconds = 15 * minuteSeconds;
constexpr int shortestSlots = 2; ///< ModifyInstanceMaintainTime takes one hour at least (api.md 8.1)
constexpr double same = 1e-9; ///< relative: means that differ by less are equal

std::size_t slotOf(QTime local) { return static_cast<std::size_t>(QTime(0, 0).secsTo(local) / slotSeconds); }

QTime startOf(std::size_t slot) { return QTime(0, 0).addSecs(static_cast<int>(slot) * int(slotSeconds)); }

double ratioOf(double mean, const LoadProfile &profile)
{
    return profile.mean > 0 ? mean / profile.mean : 1.0;
}

int slotsFor(std::chrono::minutes length)
{
    const auto whole = (length + slotLength - std::chrono::minutes(1)) / slotLength;
    return static_cast<int>(std::clamp<qint64>(whole, shortestSlots, slotsPerDay));
}

/// The load in one span of time, by the local half hours it covers; nothing when less than half of it was
/// measured on enough dates.
std::optional<DaySpan> loadIn(const WindowSpan &span, const LoadProfile &profile)
{
    const qint64 start = span.start.toSecsSinceEpoch();
    const qint64 end = std::min(span.end.toSecsSinceEpoch(), start + daySeconds);
    double sum = 0;
    qint64 measured = 0;
    for (qint64 at = start; at < end;) {
        const qint64 next = std::min(end, (at / stepSeconds + 1) * stepSeconds);
        const QDateTime utc = QDateTime::fromSecsSinceEpoch(at, Qt::UTC);
        const LoadSlot &slot = profile.halfHours[slotOf(utc.toTimeZone(profile.zone).time())];
        if (slot.days >= fewestDaysOfASlot) {
            sum += slot.mean * static_cast<double>(next - at);
            measured += next - at;
        }
        at = next;
    }
    if (measured <= 0 || 2 * measured < end - start)
        return std::nullopt;
    const double mean = sum / static_cast<double>(measured);
    return DaySpan{span.start.toTimeZone(profile.zone).time(),
                   std::chrono::minutes((end - start) / minuteSeconds), mean, ratioOf(mean, profile)};
}

/// The first of those with the lowest mean, all of whose half hours were seen on enough dates.
std::optional<DaySpan> quietestSpan(int count, const LoadProfile &profile)
{
    std::optional<DaySpan> best;
    for (std::size_t first = 0; first < slotsPerDay; ++first) {
        double sum = 0;
        bool seen = true;
        for (std::size_t i = 0; i < static_cast<std::size_t>(count) && seen; ++i) {
            const LoadSlot &slot = profile.halfHours[(first + i) % slotsPerDay];
            seen = slot.days >= fewestDaysOfASlot;
            sum += slot.mean;
        }
        const double mean = sum / count;
        if (seen && (!best || mean < best->mean * (1 - same)))
            best = DaySpan{startOf(first), count * slotLength, mean, ratioOf(mean, profile)};
    }
    return best;
}

/// The next time the local clock shows `start`: not on a date that leaves it out.
QDateTime nextAt(QTime start, const QTimeZone &zone, const QDateTime &now)
{
    const QDate today = now.toTimeZone(zone).date();
    QDateTime utc;
    for (int day = 0; day <= 2; ++day) {
        const QDateTime local(today.addDays(day), start, zone);
        utc = local.toUTC();
        if (utc > now && utc.toTimeZone(zone).time() == start)
            break;
    }
    return utc;
}

QList<ClockChange> changesOf(const QTimeZone &zone, const QDateTime &from)
{
    QList<ClockChange> changes;
    if (!zone.hasTransitions())
        return changes;
    for (const QTimeZone::OffsetData &change : zone.transitions(from, from.addDays(365))) {
        const int before = zone.offsetFromUtc(change.atUtc.addSecs(-1));
        const int later = change.offsetFromUtc - before;
        if (later != 0) // else only the zone's name changed
            changes.append({change.atUtc.toTimeZone(zone).date(), std::chrono::minutes(later / 60)});
    }
    return changes;
}

bool isWorthIt(const DaySpan &quietest, const DaySpan &present)
{
    return quietest.mean <= present.mean * clearlyLower * (1 + same) && present.mean > 0
        && slotOf(quietest.start) != slotOf(present.start);
}

} // namespace

QTime DaySpan::end() const
{
    return start.addSecs(static_cast<int>(std::chrono::seconds(length).count() % daySeconds));
}

QuietHours quietHours(const LoadProfile &profile, const QuietQuestion &question)
{
    QuietHours hours;
    if (profile.days < fewestDays)
        hours.data = QuietHours::Data::TooFewDays;
    else if (profile.seen < fewestSlots)
        hours.data = QuietHours::Data::TooFewSlots;
    if (hours.data != QuietHours::Data::Enough)
        return hours;
    hours.quietest = quietestSpan(slotsFor(question.length), profile);
    if (question.present)
        hours.present = loadIn(*question.present, profile);
    if (!hours.quietest || !hours.present || !isWorthIt(*hours.quietest, *hours.present))
        return hours;
    const QDateTime start = nextAt(hours.quietest->start, profile.zone, question.now);
    const QDateTime end = start.addSecs(std::chrono::seconds(hours.quietest->length).count());
    hours.proposal = QuietProposal{*hours.quietest, start.time(), end.time(), changesOf(profile.zone, start)};
    return hours;
}

} // namespace uplift::upgrade
