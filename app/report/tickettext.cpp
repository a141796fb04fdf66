// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/tickettext.h"

#include <QCoreApplication>

#include <algorithm>

namespace uplift::report {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("uplift::report", text); }

// The dash of a span, with blanks around it: these never depend on the language.
const QString dash = QStringLiteral(" – ");
const QString dayShape = QStringLiteral("yyyy-MM-dd");

QString offsetText(const QDateTime &local)
{
    const int minutes = local.offsetFromUtc() / 60;
    return QStringLiteral("%1%2:%3")
        .arg(minutes < 0 ? QLatin1Char('-') : QLatin1Char('+'))
        .arg(std::abs(minutes) / 60, 2, 10, QLatin1Char('0'))
        .arg(std::abs(minutes) % 60, 2, 10, QLatin1Char('0'));
}

/// "2026-11-20 02:00 – 06:00 +08:00"; what differs between the ends is said at both.
QString spanText(const QDateTime &start, const QDateTime &end)
{
    const auto clock = [](const QDateTime &when) { return when.toString(QStringLiteral("HH:mm")); };
    QString from = start.toString(dayShape) + QLatin1Char(' ') + clock(start);
    if (start.offsetFromUtc() != end.offsetFromUtc())
        from += QLatin1Char(' ') + offsetText(start);
    const QString to =
        start.date() == end.date() ? clock(end) : end.toString(dayShape) + QLatin1Char(' ') + clock(end);
    const QString zone = end.timeSpec() == Qt::UTC ? QStringLiteral("UTC") : offsetText(end);
    return from + dash + to + QLatin1Char(' ') + zone;
}

} // namespace

Phrase plain(const QString &text) { return {text, Tone::Plain, false, false}; }

Phrase whole(const QString &text) { return {text, Tone::Plain, false, false, true}; }

Phrase fixed(const QString &text)
{
    return text.isEmpty() ? unknown() : Phrase{text, Tone::Plain, true, false};
}

Phrase unknown() { return {tr("unknown"), Tone::Quiet, false, false}; }

Phrase known(const QString &text) { return text.isEmpty() ? unknown() : plain(text); }

Phrase environmentPhrase(Environment environment)
{
    switch (environment) {
    case Environment::Staging:
        return {tr("Staging"), Tone::Violet, false, true};
    case Environment::Development:
        return {tr("Development"), Tone::Quiet, false, true};
    case Environment::Production:
        break;
    }
    return {tr("Production"), Tone::Bad, false, true};
}

Phrase statePhrase(upgrade::StepState state)
{
    using enum upgrade::StepState;
    const auto said = [state](Tone tone) { return Phrase{upgrade::stateText(state), tone, false, false}; };
    switch (state) {
    case Verified:
        return said(Tone::Good);
    case Rejected:
    case Failed:
        return said(Tone::Bad);
    case Unanswered:
    case Undecided:
    case Unchanged:
        return said(Tone::Attention);
    case Planned:
    case NotStarted:
    case Cancelled:
    case Gone:
        return said(Tone::Quiet);
    case Requested:
    case Accepted:
    case Waiting:
    case Running:
    case Switching:
        break;
    }
    return said(Tone::Accent);
}

QString versionText(const QString &raw)
{
    const MinorVersion version = MinorVersion::parse(raw);
    return version.isKnown() ? version.text() : raw;
}

QString localText(const QDateTime &when, const QTimeZone &zone)
{
    const QDateTime local = when.toTimeZone(zone);
    return local.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss ")) + offsetText(local);
}

QString utcText(const QDateTime &when)
{
    return when.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")) + QStringLiteral(" UTC");
}

Phrase localPhrase(const QDateTime &when, const QTimeZone &zone) { return whole(localText(when, zone)); }

Cell momentCell(const QDateTime &when, const QTimeZone &zone)
{
    if (!when.isValid())
        return {unknown()};
    return {localPhrase(when, zone), {utcText(when), Tone::Quiet, false, false, true}};
}

Cell spanCell(const WindowSpan &span, const QTimeZone &zone)
{
    // A zone that happens to be UTC still shows its offset: the reader chose it as a zone.
    return {whole(spanText(span.start.toTimeZone(zone), span.end.toTimeZone(zone))),
            {spanText(span.start.toUTC(), span.end.toUTC()), Tone::Quiet, false, false, true}};
}

QString lengthText(qint64 seconds)
{
    const qint64 all = std::max<qint64>(0, seconds);
    const qint64 minutes = all / 60;
    const qint64 hours = minutes / 60;
    if (all < 60)
        return tr("%1 s").arg(all);
    if (minutes < 60)
        return all % 60 == 0 ? tr("%1 min").arg(minutes) : tr("%1 min %2 s").arg(minutes).arg(all % 60);
    if (hours < 48)
        return minutes % 60 == 0 ? tr("%1 h").arg(hours) : tr("%1 h %2 min").arg(hours).arg(minutes % 60);
    return hours % 24 == 0 ? tr("%1 days").arg(hours / 24)
                           : tr("%1 days %2 h").arg(hours / 24).arg(hours % 24);
}

Phrase lengthPhrase(const QDateTime &from, const QDateTime &to)
{
    return from.isValid() && to.isValid() ? whole(lengthText(from.secsTo(to))) : unknown();
}

} // namespace uplift::report
