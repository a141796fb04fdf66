// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/serverclock.h"

#include <QLocale>

namespace uplift::cloud {

namespace {
constexpr std::chrono::seconds maxRoundTrip{10};
constexpr std::chrono::hours maxOffset{24 * 365 * 10};
} // namespace

std::optional<QDateTime> parseHttpDate(const QByteArray &header)
{
    constexpr qsizetype httpDateLength = 29;
    if (header.size() != httpDateLength)
        return {};
    // Qt::RFC2822Date fails on every HTTP date (pitfalls A4). Date and time apart, since a QDateTime parsed
    // in local time loses the hour that clocks skip in spring.
    const QString text = QString::fromLatin1(header);
    const QDate date = QLocale::c().toDate(text.left(16), QStringLiteral("ddd, dd MMM yyyy"));
    const QTime time = QTime::fromString(text.mid(17, 8), QStringLiteral("hh:mm:ss"));
    if (!date.isValid() || !time.isValid() || text[16] != QLatin1Char(' ')
        || !text.endsWith(QLatin1String(" GMT")))
        return {};
    return QDateTime(date, time, Qt::UTC);
}

std::optional<std::chrono::milliseconds> clockOffset(const ClockSample &sample)
{
    const std::optional<QDateTime> server = parseHttpDate(sample.dateHeader);
    const bool usable = server && sample.sent.isValid()
        && sample.roundTrip >= std::chrono::milliseconds::zero() && sample.roundTrip <= maxRoundTrip;
    if (!usable)
        return {};
    const QDateTime middle = sample.sent.addMSecs(sample.roundTrip.count() / 2);
    const std::chrono::milliseconds offset{middle.msecsTo(*server)};
    if (offset > maxOffset || offset < -maxOffset)
        return {};
    return offset;
}

} // namespace uplift::cloud
