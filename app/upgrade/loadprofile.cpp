// SPDX-License-Identifier: GPL-3.0-or-later
#include "upgrade/loadprofile.h"

#include <QHash>

#include <cmath>

namespace uplift::upgrade {

namespace {

constexpr double largest = 1e15; ///< sums of seven days of these stay exact enough
constexpr qint64 slotSeconds = std::chrono::seconds(slotLength).count();

qint64 floorDivision(qint64 value, qint64 by) { return (value - (value % by + by) % by) / by; }

/// Offsets of a zone, looked up once per quarter of an hour: no zone changes its clocks in between.
class Offsets {
public:
    explicit Offsets(const QTimeZone &zone) : m_zone(zone) { }

    qint64 at(qint64 utcSeconds)
    {
        constexpr qint64 quarter = 15 * 60;
        const qint64 key = floorDivision(utcSeconds, quarter);
        const auto known = m_known.constFind(key);
        if (known != m_known.constEnd())
            return *known;
        return *m_known.insert(key,
                               m_zone.offsetFromUtc(QDateTime::fromSecsSinceEpoch(key * quarter, Qt::UTC)));
    }

private:
    QTimeZone m_zone;
    QHash<qint64, qint64> m_known;
};

/// One half hour of one date.
struct Cell {
    double sum = 0;
    int count = 0;
};

} // namespace

bool isUsable(const LoadSample &sample)
{
    return sample.at.isValid() && std::isfinite(sample.value) && sample.value >= 0 && sample.value <= largest;
}

LoadProfile profileOf(const QList<LoadSample> &samples, const QTimeZone &zone, const QDateTime &now)
{
    LoadProfile profile;
    if (zone.isValid())
        profile.zone = zone;
    Offsets offsets(profile.zone);
    const qint64 until = now.toSecsSinceEpoch();
    const qint64 from = until - std::chrono::seconds(profileReach).count();
    QHash<qint64, Cell> cells;
    for (const LoadSample &sample : samples) {
        const qint64 at = sample.at.toSecsSinceEpoch();
        if (!isUsable(sample) || at < from || at > until)
            continue;
        Cell &cell = cells[floorDivision(at + offsets.at(at), slotSeconds)];
        cell.sum += sample.value;
        ++cell.count;
    }
    for (auto cell = cells.constBegin(); cell != cells.constEnd(); ++cell) {
        const qint64 date = floorDivision(cell.key(), slotsPerDay);
        LoadSlot &slot = profile.halfHours[static_cast<std::size_t>(cell.key() - date * slotsPerDay)];
        const double mean = cell->sum / cell->count;
        ++slot.days;
        slot.mean += (mean - slot.mean) / slot.days;
    }
    profile.days = static_cast<int>(cells.size() / slotsPerDay);
    for (const LoadSlot &slot : profile.halfHours) {
        if (slot.days == 0)
            continue;
        ++profile.seen;
        profile.mean += (slot.mean - profile.mean) / profile.seen;
    }
    return profile;
}

} // namespace uplift::upgrade
