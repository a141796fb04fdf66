// SPDX-License-Identifier: GPL-3.0-or-later
#include "upgrade/checkparts.h"

#include "core/redact.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>
#include <cstdlib>

namespace uplift::upgrade {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("uplift::upgrade", text); }

std::optional<WindowSpan> spanOf(const CheckInput &input)
{
    if (input.moment == Moment::Now)
        return WindowSpan{input.now, input.now.addSecs(std::chrono::seconds(assumedLength).count())};
    if (!input.instance || !input.instance->window)
        return std::nullopt;
    const MaintenanceWindow &window = *input.instance->window;
    if (const auto open = window.around(input.now))
        return open;
    return window.next(input.now, 1).constFirst();
}

Check made(const char *key, Check::Result result, const QString &sentence, const QString &whatToDo,
           const QString &shortText)
{
    return {QString::fromLatin1(key), result, sentence, whatToDo, shortText};
}

} // namespace

CheckFacts::CheckFacts(const CheckInput &gathered) : input(gathered), span(spanOf(gathered))
{
    if (gathered.instance)
        edition = impact::editionOf(*gathered.instance, gathered.version ? &*gathered.version : nullptr);
}

Check passed(const char *key, const QString &sentence)
{
    return made(key, Check::Result::Passed, sentence, {}, {});
}

Check toRead(const char *key, const QString &sentence, const QString &whatToDo, const QString &shortText)
{
    return made(key, Check::Result::ToRead, sentence, whatToDo, shortText);
}

Check blocked(const char *key, const QString &sentence, const QString &whatToDo, const QString &shortText)
{
    return made(key, Check::Result::Blocked, sentence, whatToDo, shortText);
}

Check unknown(const char *key, const QString &sentence, const QString &whatToDo, const QString &shortText)
{
    return made(key, Check::Result::Unknown, sentence, whatToDo, shortText);
}

QString shownWord(const QString &foreign)
{
    constexpr int longest = 60;
    return plainLine(foreign).trimmed().left(longest);
}

QString zoneName(const QDateTime &utc, const QTimeZone &zone)
{
    const int minutes = zone.offsetFromUtc(utc) / 60;
    if (minutes == 0)
        return QStringLiteral("UTC");
    QString offset = QString::number(std::abs(minutes) / 60);
    if (minutes % 60 != 0)
        offset += QStringLiteral(":%1").arg(std::abs(minutes) % 60, 2, 10, QLatin1Char('0'));
    return QStringLiteral("UTC%1%2").arg(minutes < 0 ? QLatin1String("-") : QLatin1String("+"), offset);
}

QString shownTime(const QDateTime &utc, const QTimeZone &zone)
{
    const QTimeZone shownIn = zone.isValid() ? zone : QTimeZone::utc();
    const QString text = utc.toTimeZone(shownIn).toString(QStringLiteral("yyyy-MM-dd HH:mm"));
    return QStringLiteral("%1 (%2)").arg(text, zoneName(utc, shownIn));
}

QString shownDays(std::chrono::seconds age)
{
    const auto hours = std::chrono::duration_cast<std::chrono::hours>(age).count();
    constexpr int twoDays = 48;
    if (hours < twoDays)
        return tr("%1 h").arg(QLocale().toString(hours));
    return tr("%1 days").arg(QLocale().toString(hours / 24));
}

QString shownAge(std::chrono::seconds age)
{
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(age).count();
    if (minutes < 1)
        return tr("just now");
    if (minutes < 60)
        return tr("%1 min ago").arg(QLocale().toString(minutes));
    return tr("%1 h ago").arg(QLocale().toString(minutes / 60));
}

QString shownNumber(double value) { return QLocale().toString(std::llround(value)); }

QString andMore(const QString &sentence, qsizetype more)
{
    //: %1: a whole sentence. %2: a number of further ones of the same kind
    return more > 0 ? tr("%1 And %2 more.").arg(sentence, QLocale().toString(more)) : sentence;
}

} // namespace uplift::upgrade
