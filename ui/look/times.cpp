// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/times.h"

#include <QCoreApplication>
#include <QLocale>

#include <cstdlib>

namespace uplift::ui {

namespace {

constexpr int nightEnds = 6; ///< o'clock: what begins earlier tomorrow is called tonight
constexpr qint64 minute = 60;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;
constexpr qint64 secondsCount = 5 * minute; ///< below this a countdown shows seconds

struct Times {
    Q_DECLARE_TR_FUNCTIONS(uplift::ui::Times)
};

enum class Day { Today, Tonight, Tomorrow, Other };

Day dayOf(const QDateTime &local, const QDateTime &localNow)
{
    const qint64 days = localNow.date().daysTo(local.date());
    if (days == 0)
        return Day::Today;
    if (days == 1) // who reads this after midnight takes tonight for the night it is
        return local.time().hour() < nightEnds && localNow.time().hour() >= nightEnds ? Day::Tonight
                                                                                      : Day::Tomorrow;
    return Day::Other;
}

} // namespace

QString clockText(const QDateTime &when, const QTimeZone &zone)
{
    return QLocale().toString(when.toTimeZone(zone).time(), QStringLiteral("HH:mm"));
}

QString momentText(const QDateTime &when, const QDateTime &now, const QTimeZone &zone)
{
    const QDateTime local = when.toTimeZone(zone);
    const QString clock = clockText(when, zone);
    switch (dayOf(local, now.toTimeZone(zone))) {
    case Day::Today:
        return Times::tr("Today %1").arg(clock);
    case Day::Tonight:
        return Times::tr("Tonight %1").arg(clock);
    case Day::Tomorrow:
        return Times::tr("Tomorrow %1").arg(clock);
    case Day::Other:
        break;
    }
    //: A day without its year, as QLocale formats it: 20 Nov 02:00
    return Times::tr("%1 %2").arg(QLocale().toString(local.date(), Times::tr("d MMM")), clock);
}

QString momentInSentence(const QDateTime &when, const QDateTime &now, const QTimeZone &zone)
{
    const QDateTime local = when.toTimeZone(zone);
    const QString clock = clockText(when, zone);
    switch (dayOf(local, now.toTimeZone(zone))) {
    case Day::Today:
        return Times::tr("today %1").arg(clock);
    case Day::Tonight:
        return Times::tr("tonight %1").arg(clock);
    case Day::Tomorrow:
        return Times::tr("tomorrow %1").arg(clock);
    case Day::Other:
        break;
    }
    return momentText(when, now, zone);
}

QString dayText(const QDateTime &when, const QTimeZone &zone)
{
    //: A day with its weekday, as QLocale formats it: Fri 20 Nov
    return QLocale().toString(when.toTimeZone(zone).date(), Times::tr("ddd d MMM"));
}

QString durationText(qint64 seconds)
{
    const QLocale locale;
    if (seconds < minute)
        return Times::tr("%1 s").arg(locale.toString(seconds));
    if (seconds < hour)
        return Times::tr("%1 min").arg(locale.toString(seconds / minute));
    if (seconds < 2 * day) {
        const qint64 minutes = seconds % hour / minute;
        const QString hours = locale.toString(seconds / hour);
        if (minutes == 0)
            return Times::tr("%1 h").arg(hours);
        return Times::tr("%1 h %2 min").arg(hours, locale.toString(minutes));
    }
    return Times::tr("%1 days").arg(locale.toString(seconds / day));
}

QString countdownText(const QDateTime &when, const QDateTime &now)
{
    const qint64 seconds = now.secsTo(when);
    if (seconds <= 0)
        return Times::tr("now");
    if (seconds < secondsCount && seconds >= minute)
        return Times::tr("in %1 min %2 s").arg(seconds / minute).arg(seconds % minute);
    return Times::tr("in %1").arg(durationText(seconds));
}

QString ageText(const QDateTime &when, const QDateTime &now)
{
    const qint64 seconds = when.secsTo(now);
    const QLocale locale;
    if (seconds < minute)
        return Times::tr("now", "an age");
    if (seconds < hour)
        return Times::tr("%1 min ago").arg(locale.toString(seconds / minute));
    if (seconds < day)
        return Times::tr("%1 h ago").arg(locale.toString(seconds / hour));
    if (seconds < 2 * day)
        return Times::tr("1 day ago");
    return Times::tr("%1 days ago").arg(locale.toString(seconds / day));
}

QString zoneText(const QDateTime &when, const QTimeZone &zone)
{
    const int offset = zone.offsetFromUtc(when);
    if (offset == 0)
        return QStringLiteral("UTC");
    const QChar sign = offset < 0 ? QLatin1Char('-') : QLatin1Char('+');
    const qint64 minutes = std::abs(offset) / minute;
    if (minutes % 60 == 0)
        return QStringLiteral("UTC%1%2").arg(sign).arg(minutes / 60);
    return QStringLiteral("UTC%1%2:%3")
        .arg(sign)
        .arg(minutes / 60)
        .arg(minutes % 60, 2, 10, QLatin1Char('0'));
}

bool isStale(const QDateTime &when, const QDateTime &now) { return when.secsTo(now) > hour; }

} // namespace uplift::ui
