// SPDX-License-Identifier: GPL-3.0-or-later
#include "upgrade/checkparts.h"

#include <QCoreApplication>

namespace uplift::upgrade {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("uplift::upgrade", text); }

/// The service judges a token, and opens a window, by its own clock.
QDateTime serviceTime(const CheckInput &input)
{
    return input.now.addMSecs(input.clockOffset.value_or(std::chrono::milliseconds(0)).count());
}

/// "02:00 – 06:00 UTC+8 (18:00 – 22:00 UTC)"
QString spanText(const MaintenanceWindow &window, const CheckInput &input)
{
    const QString format = QStringLiteral("HH:mm");
    const QString utc = QStringLiteral("%1 – %2 UTC")
                            .arg(window.startUtc().toString(format), window.endUtc().toString(format));
    const QTimeZone zone = input.zone.isValid() ? input.zone : QTimeZone::utc();
    const QList<WindowSpan> next = window.next(input.now, 1);
    if (next.isEmpty() || zone.offsetFromUtc(next.first().start) == 0)
        return utc;
    const QDateTime start = next.first().start.toTimeZone(zone);
    return QStringLiteral("%1 – %2 %3 (%4)")
        .arg(start.toString(format), next.first().end.toTimeZone(zone).toString(format),
             zoneName(start, zone), utc);
}

} // namespace

std::optional<Check> windowCheck(const CheckFacts &facts)
{
    const CheckInput &input = facts.input;
    if (input.moment != Moment::MaintenanceWindow)
        return std::nullopt;
    const char *key = "window";
    if (!input.instance || !input.instance->window)
        return unknown(
            key, tr("The service does not tell the maintenance window."),
            tr("Look it up in the console: the upgrade begins whenever the service takes the window to be."),
            tr("Window unknown"));
    const MaintenanceWindow &window = *input.instance->window;
    const QString span = spanText(window, input);
    if (!window.isSane())
        return toRead(key, tr("The maintenance window %1 is shorter than one hour.").arg(span),
                      tr("Give it at least one hour in the console; the upgrade may not fit."),
                      tr("Window too short"));
    if (window.around(serviceTime(input)))
        return toRead(
            key, tr("The maintenance window %1 is running now.").arg(span),
            tr("The upgrade may begin at once, or in the next window; no document says which. Be ready "
               "for both."),
            tr("Window is open now"));
    return passed(key, tr("The maintenance window is %1.").arg(span));
}

Check clockCheck(const CheckFacts &facts)
{
    const char *key = "clock";
    const auto &offset = facts.input.clockOffset;
    if (!offset)
        return unknown(key, tr("This computer's clock was not compared with the service's yet."),
                       tr("Refresh; the next reply tells."), tr("Clock not compared"));
    const qint64 seconds = std::chrono::duration_cast<std::chrono::seconds>(*offset).count();
    if (seconds >= -60 && seconds <= 60)
        return passed(key, tr("This computer's clock agrees with the service's within a minute."));
    const QString by = seconds > 0
        ? tr("This computer's clock is %1 s behind the service's.").arg(seconds)
        : tr("This computer's clock is %1 s ahead of the service's.").arg(-seconds);
    return toRead(
        key, by,
        tr("Set the clock. Uplift signs with the service's time meanwhile; times shown here are this "
           "computer's."),
        tr("Clock is off"));
}

Check tokenCheck(const CheckFacts &facts)
{
    const char *key = "token";
    const CheckInput &input = facts.input;
    if (!input.tokenExpires)
        return unknown(
            key, tr("It is not known until when this account's key is valid."),
            tr("Test the account. If the key ends early, the watching stops; the upgrade does not."),
            tr("Session end unknown"));
    const QDateTime &expires = *input.tokenExpires;
    if (!expires.isValid())
        return passed(key, tr("This account's key does not expire."));
    const QString until = shownTime(expires, input.zone);
    if (expires <= serviceTime(input))
        return blocked(key, tr("This account's session has ended: %1.").arg(until),
                       tr("Renew its token in the account's settings."), tr("Session has ended"));
    const QDateTime end =
        facts.span ? facts.span->end : input.now.addSecs(std::chrono::seconds(assumedLength).count());
    if (expires < end)
        return toRead(key, tr("This account's session ends before the upgrade may have: %1.").arg(until),
                      tr("The watching stops then, the upgrade does not. Renew the token to see the end."),
                      tr("Session ends too soon"));
    return passed(key, tr("This account's session lasts beyond the upgrade: until %1.").arg(until));
}

} // namespace uplift::upgrade
