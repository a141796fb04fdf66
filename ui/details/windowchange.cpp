// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/details/windowchange.h"

#include "ui/look/times.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

namespace uplift::ui {

namespace {

constexpr int datesShown = 3;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(uplift::ui::WindowChange)
};

/// "2:00" and "02:00"; full-width digits and colons as a Chinese keyboard writes them.
std::optional<QTime> clockOf(const QString &typed)
{
    static const QRegularExpression shape(QStringLiteral("^([01]?[0-9]|2[0-3]):([0-5][0-9])$"));
    const QString plain = typed.normalized(QString::NormalizationForm_KC).trimmed();
    const auto match = shape.match(plain);
    if (!match.hasMatch())
        return std::nullopt;
    return QTime(match.captured(1).toInt(), match.captured(2).toInt());
}

QString hours(QTime time) { return time.toString(QStringLiteral("HH:mm")); }

/// The next time the local clock shows `start`: not on a date that leaves that hour out.
QDateTime nextAt(QTime start, const QDateTime &now, const QTimeZone &zone)
{
    const QDate today = now.toTimeZone(zone).date();
    QDateTime utc;
    for (int day = 0; day <= 2; ++day) {
        utc = QDateTime(today.addDays(day), start, zone).toUTC();
        if (utc > now && utc.toTimeZone(zone).time() == start)
            break;
    }
    return utc;
}

Error wrong(const QString &field, const QString &sentence) { return Error::input(field, sentence); }

} // namespace

Result<MaintenanceWindow> typedWindow(const QString &start, const QString &end,
                                      const std::optional<MaintenanceWindow> &present, const QDateTime &now,
                                      const QTimeZone &zone)
{
    const QString startField = QStringLiteral("windowStart");
    const QString endField = QStringLiteral("windowEnd");
    const auto first = clockOf(start);
    if (!first)
        return failure(wrong(startField, Words::tr("Write the time as 02:00.")));
    const auto last = clockOf(end);
    if (!last)
        return failure(wrong(endField, Words::tr("Write the time as 06:00.")));
    if (*first == *last)
        return failure(wrong(endField, Words::tr("The window begins and ends at the same time.")));
    const QDateTime begins = nextAt(*first, now, zone);
    constexpr int day = 24 * 60;
    const int length = (first->secsTo(*last) / 60 + day) % day;
    const QDateTime ends = begins.addSecs(60LL * length);
    const auto window = MaintenanceWindow::parse(hours(begins.time()) + u'Z', hours(ends.time()) + u'Z');
    if (!window || !window->isSane())
        return failure(
            wrong(endField, Words::tr("A window lasts one hour at least; this is %n min.", nullptr, length)));
    if (present && present->startUtc() == window->startUtc() && present->endUtc() == window->endUtc())
        return failure(wrong(startField, Words::tr("This is the window it has now.")));
    return *window;
}

QString localText(const MaintenanceWindow &window, const QDateTime &now, const QTimeZone &zone)
{
    const WindowSpan next = window.next(now, 1).constFirst();
    //: %1 "02:00", %2 "06:00", %3 "UTC+8"
    return Words::tr("%1 – %2, your time (%3)")
        .arg(clockText(next.start, zone), clockText(next.end, zone), zoneText(next.start, zone));
}

QString utcText(const MaintenanceWindow &window)
{
    return QStringLiteral("%1 – %2 UTC").arg(hours(window.startUtc()), hours(window.endUtc()));
}

QString windowText(const MaintenanceWindow &window, const QDateTime &now, const QTimeZone &zone)
{
    //: %1 "02:00 – 06:00, your time (UTC+8)", %2 "18:00 – 22:00 UTC"
    return Words::tr("%1; %2").arg(localText(window, now, zone), utcText(window));
}

QString nextDates(const MaintenanceWindow &window, const QDateTime &now, const QTimeZone &zone)
{
    QStringList dates;
    for (const WindowSpan &span : window.next(now, datesShown))
        dates.append(Words::tr("%1 %2", "a day and a time")
                         .arg(dayText(span.start, zone), clockText(span.start, zone)));
    return dates.join(Words::tr(", "));
}

QString clockChangeSentence(const QDateTime &now, const QTimeZone &zone)
{
    if (!zone.hasTransitions())
        return {};
    for (const QTimeZone::OffsetData &change : zone.transitions(now, now.addDays(365))) {
        if (change.offsetFromUtc != zone.offsetFromUtc(change.atUtc.addSecs(-1)))
            return Words::tr("It is fixed in UTC: when your clocks change on %1, it moves in local time.")
                .arg(dayText(change.atUtc, zone));
    }
    return {};
}

} // namespace uplift::ui
