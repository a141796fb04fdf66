// SPDX-License-Identifier: GPL-3.0-or-later
#include "upgrade/quiethour.h"

#include <QTest>

#include <cmath>
#include <functional>
#include <limits>
#include <random>

using namespace uplift;
using namespace uplift::upgrade;
using namespace std::chrono_literals;

namespace {

using Load = std::function<double(const QDateTime &local)>;

QDateTime utc(const char *text) { return QDateTime::fromString(QString::fromLatin1(text), Qt::ISODate); }

/// Traffic of a town that works by day: 100, and `quiet` from one local hour to another.
Load quietFrom(int fromHour, int toHour, double quiet = 20)
{
    return [=](const QDateTime &local) {
        const int hour = local.time().hour();
        const bool within =
            fromHour < toHour ? hour >= fromHour && hour < toHour : hour >= fromHour || hour < toHour;
        return within ? quiet : 100.0;
    };
}

/// A sample each `step` for a whole week before `now`, as the clocks of `zone` would make it.
QList<LoadSample> week(const Load &load, const QTimeZone &zone, const QDateTime &now, int step = 300)
{
    QList<LoadSample> samples;
    for (QDateTime at = now.addDays(-7); at <= now; at = at.addSecs(step))
        samples.append({at, load(at.toTimeZone(zone))});
    return samples;
}

WindowSpan window(const char *start, std::chrono::minutes length)
{
    const QDateTime begin = utc(start);
    return {begin, begin.addSecs(std::chrono::seconds(length).count())};
}

QString clock(QTime time) { return time.toString(QStringLiteral("HH:mm")); }

} // namespace

/// Finds the quiet hour of weeks whose answer is known.
class QuietHourTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theQuietHourIsFoundByLocalTime_data();
    void theQuietHourIsFoundByLocalTime();
    void theProposalIsWrittenInUtc();
    void theChangesOfClocksAreNamed_data();
    void theChangesOfClocksAreNamed();
    void aProposalSkipsTheHourThatDoesNotCome();
    void theHourThatComesTwiceIsOne();
    void aDayOf23HoursLeavesAGap();
    void aSpanMayCrossMidnight();
    void theWindowMayCrossMidnight();
    void theWindowIsWeighedByTheMinutesItCovers();
    void theQuietHourItselfGetsNoProposal();
    void nothingBetterIsProposedWithoutAClearDifference_data();
    void nothingBetterIsProposedWithoutAClearDifference();
    void anEvenDayHasNoProposal();
    void aDayWithoutLoadHasNoProposal();
    void aSpikeMakesItsHourWorse();
    void badValuesArePassedOver();
    void theOrderOfSamplesDoesNotMatter();
    void eachDateWeighsTheSame();
    void missingDaysAreEndured();
    void tooLittleDataIsSaid_data();
    void tooLittleDataIsSaid();
    void anHourSeenOnOneDateProvesNothing();
    void aWindowNobodyMeasuredHasNoLoad();
    void samplesBeforeTheWeekAndAfterNowDoNotCount();
    void withoutAWindowTheQuietestIsStillTold();
    void theLengthIsRoundedUpToHalfHours_data();
    void theLengthIsRoundedUpToHalfHours();
    void aWholeDayIsTheWholeDay();
};

void QuietHourTest::theQuietHourIsFoundByLocalTime_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QString>("now");
    QTest::addColumn<int>("quietHour");
    QTest::addColumn<QString>("startUtc");
    const auto row = [](const char *name, const char *zone, const char *now, int hour, const char *startUtc) {
        QTest::newRow(name) << QByteArray(zone) << QString::fromLatin1(now) << hour
                            << QString::fromLatin1(startUtc);
    };
    row("UTC", "UTC", "2026-11-20T12:00:00Z", 3, "03:00");
    row("UTC+8, Shanghai", "Asia/Shanghai", "2026-11-20T06:32:00Z", 3, "19:00");
    row("half an hour, Kolkata", "Asia/Kolkata", "2026-11-20T06:32:00Z", 3, "21:30");
    row("three quarters, Kathmandu", "Asia/Kathmandu", "2026-11-20T06:32:00Z", 3, "21:15");
    row("Berlin in winter", "Europe/Berlin", "2026-11-20T12:00:00Z", 3, "02:00");
    row("Berlin in summer", "Europe/Berlin", "2026-07-10T12:00:00Z", 3, "01:00");
    // The week before holds the change, and so both offsets: the answer is one local hour all the same.
    row("Berlin, clocks put forward in that week", "Europe/Berlin", "2026-04-01T12:00:00Z", 4, "02:00");
    row("Berlin, clocks put back in that week", "Europe/Berlin", "2026-10-28T12:00:00Z", 4, "03:00");
    row("Berlin, clocks are put forward tonight", "Europe/Berlin", "2026-03-28T12:00:00Z", 4, "02:00");
    row("New York, clocks put forward in that week", "America/New_York", "2026-03-11T12:00:00Z", 4, "08:00");
    row("New York, clocks put back in that week", "America/New_York", "2026-11-04T12:00:00Z", 4, "09:00");
}

void QuietHourTest::theQuietHourIsFoundByLocalTime()
{
    QFETCH(QByteArray, zone);
    QFETCH(QString, now);
    QFETCH(int, quietHour);
    QFETCH(QString, startUtc);
    const QTimeZone local(zone);
    QVERIFY(local.isValid());
    const QDateTime at = utc(now.toLatin1().constData());
    const LoadProfile profile = profileOf(week(quietFrom(quietHour, quietHour + 1), local, at), local, at);
    QVERIFY(profile.days >= 6); // 7, less the half hours that came twice
    QCOMPARE(profile.seen, slotsPerDay);
    // A busy afternoon is chosen: 15:00 local, whatever that is in UTC.
    const QDateTime busy = QDateTime(at.toTimeZone(local).date().addDays(1), QTime(15, 0), local).toUTC();
    const QuietHours hours = quietHours(profile, {WindowSpan{busy, busy.addSecs(3600)}, 60min, at});
    QCOMPARE(hours.data, QuietHours::Data::Enough);
    QVERIFY(hours.quietest && hours.present && hours.proposal);
    QCOMPARE(hours.quietest->start, QTime(quietHour, 0));
    QCOMPARE(hours.quietest->length, 60min);
    QCOMPARE(hours.quietest->mean, 20.0);
    QCOMPARE(hours.present->start, QTime(15, 0));
    QCOMPARE(hours.present->mean, 100.0);
    QCOMPARE(clock(hours.proposal->startUtc), startUtc);
}

void QuietHourTest::theProposalIsWrittenInUtc()
{
    const QTimeZone shanghai("Asia/Shanghai");
    const QDateTime now = utc("2026-11-20T06:32:00Z");
    const LoadProfile profile = profileOf(week(quietFrom(3, 7), shanghai, now), shanghai, now);
    const QuietHours hours = quietHours(profile, {window("2026-11-20T10:00:00Z", 4h), 4h, now});
    QVERIFY(hours.proposal);
    QCOMPARE(clock(hours.proposal->span.start), QStringLiteral("03:00"));
    QCOMPARE(clock(hours.proposal->span.end()), QStringLiteral("07:00"));
    QCOMPARE(clock(hours.proposal->startUtc), QStringLiteral("19:00"));
    QCOMPARE(clock(hours.proposal->endUtc), QStringLiteral("23:00"));
    // 20 of a mean of (20 * 4 + 100 * 20) / 24
    QCOMPARE(std::lround(hours.proposal->span.ratio * 1000), 231);
    QVERIFY(hours.proposal->changes.isEmpty());
}

void QuietHourTest::theChangesOfClocksAreNamed_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QString>("now");
    QTest::addColumn<QStringList>("changes");
    const auto row = [](const char *name, const char *zone, const char *now, const QStringList &changes) {
        QTest::newRow(name) << QByteArray(zone) << QString::fromLatin1(now) << changes;
    };
    row("Shanghai has none", "Asia/Shanghai", "2026-11-20T12:00:00Z", {});
    row("Kolkata has none", "Asia/Kolkata", "2026-11-20T12:00:00Z", {});
    row("Berlin, from winter on", "Europe/Berlin", "2026-11-20T12:00:00Z",
        {QStringLiteral("2027-03-28 +60"), QStringLiteral("2027-10-31 -60")});
    row("Berlin, from summer on", "Europe/Berlin", "2026-07-10T12:00:00Z",
        {QStringLiteral("2026-10-25 -60"), QStringLiteral("2027-03-28 +60")});
    row("Berlin, the change of tonight is past when it begins", "Europe/Berlin", "2026-03-28T12:00:00Z",
        {QStringLiteral("2026-10-25 -60"), QStringLiteral("2027-03-28 +60")});
    row("New York, from winter on", "America/New_York", "2026-11-20T12:00:00Z",
        {QStringLiteral("2027-03-14 +60"), QStringLiteral("2027-11-07 -60")});
    row("Lord Howe moves by half an hour", "Australia/Lord_Howe", "2026-11-20T12:00:00Z",
        {QStringLiteral("2027-04-04 -30"), QStringLiteral("2027-10-03 +30")});
}

void QuietHourTest::theChangesOfClocksAreNamed()
{
    QFETCH(QByteArray, zone);
    QFETCH(QString, now);
    QFETCH(QStringList, changes);
    const QTimeZone local(zone);
    const QDateTime at = utc(now.toLatin1().constData());
    const LoadProfile profile = profileOf(week(quietFrom(4, 5), local, at), local, at);
    const QDateTime busy = QDateTime(at.toTimeZone(local).date().addDays(1), QTime(15, 0), local).toUTC();
    const QuietHours hours = quietHours(profile, {WindowSpan{busy, busy.addSecs(3600)}, 60min, at});
    QVERIFY(hours.proposal);
    QStringList found;
    for (const ClockChange &change : hours.proposal->changes)
        found.append(QStringLiteral("%1 %2%3")
                         .arg(change.date.toString(Qt::ISODate),
                              change.later > 0min ? QLatin1String("+") : QLatin1String(""))
                         .arg(change.later.count()));
    QCOMPARE(found, changes);
}

void QuietHourTest::aProposalSkipsTheHourThatDoesNotCome()
{
    // Quiet from 02:00 to 03:00, and tonight Berlin's clocks go from 02:00 to 03:00: the night after counts.
    const QTimeZone berlin("Europe/Berlin");
    const QDateTime now = utc("2026-03-28T12:00:00Z");
    const LoadProfile profile = profileOf(week(quietFrom(2, 3), berlin, now), berlin, now);
    const QuietHours hours = quietHours(profile, {window("2026-03-29T13:00:00Z", 1h), 1h, now});
    QVERIFY(hours.proposal);
    QCOMPARE(hours.proposal->span.start, QTime(2, 0));
    QCOMPARE(clock(hours.proposal->startUtc), QStringLiteral("00:00"));
    QCOMPARE(hours.proposal->changes.constFirst().date, QDate(2026, 10, 25));
}

void QuietHourTest::theHourThatComesTwiceIsOne()
{
    const QTimeZone berlin("Europe/Berlin");
    const QDateTime now = utc("2026-10-28T12:00:00Z");
    const Load load = [](const QDateTime &local) {
        // The second 02:xx of 25 October, after the change, is heavy.
        const bool second = local.date() == QDate(2026, 10, 25) && local.time().hour() == 2
            && local.toUTC() >= utc("2026-10-25T01:00:00Z");
        return second ? 170.0 : 100.0;
    };
    const LoadProfile profile = profileOf(week(load, berlin, now), berlin, now);
    const LoadSlot &two = profile.halfHours[4];
    QCOMPARE(two.days, 7);
    QCOMPARE(two.mean, (6 * 100.0 + 135.0) / 7); // both half hours of that date together
}

void QuietHourTest::aDayOf23HoursLeavesAGap()
{
    const QTimeZone berlin("Europe/Berlin");
    const QDateTime now = utc("2026-04-01T12:00:00Z");
    const LoadProfile profile = profileOf(week(quietFrom(3, 4), berlin, now), berlin, now);
    QCOMPARE(profile.halfHours[4].days, 6); // 02:00 did not come on 29 March
    QCOMPARE(profile.halfHours[5].days, 6);
    QCOMPARE(profile.halfHours[6].days, 7);
    QCOMPARE(profile.halfHours[4].mean, 100.0);
    QCOMPARE(profile.halfHours[6].mean, 20.0);
}

void QuietHourTest::aSpanMayCrossMidnight()
{
    const QTimeZone shanghai("Asia/Shanghai");
    const QDateTime now = utc("2026-11-20T06:32:00Z");
    const LoadProfile profile = profileOf(week(quietFrom(23, 1), shanghai, now), shanghai, now);
    const QuietHours hours = quietHours(profile, {window("2026-11-20T10:00:00Z", 2h), 2h, now});
    QVERIFY(hours.proposal);
    QCOMPARE(clock(hours.proposal->span.start), QStringLiteral("23:00"));
    QCOMPARE(clock(hours.proposal->span.end()), QStringLiteral("01:00"));
    QCOMPARE(hours.proposal->span.mean, 20.0);
    QCOMPARE(clock(hours.proposal->startUtc), QStringLiteral("15:00"));
}

void QuietHourTest::theWindowMayCrossMidnight()
{
    const QTimeZone shanghai("Asia/Shanghai");
    const QDateTime now = utc("2026-11-20T06:32:00Z");
    const LoadProfile profile = profileOf(week(quietFrom(0, 3), shanghai, now), shanghai, now);
    // 23:00 – 01:00 in Shanghai: one hour at 100, one at 20.
    const QuietHours hours = quietHours(profile, {window("2026-11-20T15:00:00Z", 2h), 2h, now});
    QVERIFY(hours.present);
    QCOMPARE(hours.present->start, QTime(23, 0));
    QCOMPARE(hours.present->end(), QTime(1, 0));
    QCOMPARE(hours.present->mean, 60.0);
    QVERIFY(hours.proposal);
    QCOMPARE(hours.proposal->span.start, QTime(0, 0));
}

void QuietHourTest::theWindowIsWeighedByTheMinutesItCovers()
{
    const QTimeZone zone = QTimeZone::utc();
    const QDateTime now = utc("2026-11-20T12:00:00Z");
    const LoadProfile profile = profileOf(week(quietFrom(3, 6, 0), zone, now), zone, now);
    // 02:40 – 03:40: twenty minutes at 100, forty at 0.
    const QuietHours hours = quietHours(profile, {window("2026-11-21T02:40:00Z", 1h), 1h, now});
    QVERIFY(hours.present);
    QCOMPARE(std::lround(hours.present->mean * 100), 3333);
    QCOMPARE(hours.present->length, 60min);
}

void QuietHourTest::theQuietHourItselfGetsNoProposal()
{
    const QTimeZone shanghai("Asia/Shanghai");
    const QDateTime now = utc("2026-11-20T06:32:00Z");
    const LoadProfile profile = profileOf(week(quietFrom(3, 5), shanghai, now), shanghai, now);
    const QuietHours hours = quietHours(profile, {window("2026-11-20T19:00:00Z", 2h), 2h, now});
    QVERIFY(hours.quietest && hours.present);
    QCOMPARE(hours.present->mean, 20.0);
    QVERIFY(!hours.proposal);
}

void QuietHourTest::nothingBetterIsProposedWithoutAClearDifference_data()
{
    QTest::addColumn<int>("fromHour");
    QTest::addColumn<double>("quiet");
    QTest::addColumn<bool>("proposed");
    QTest::newRow("19 % lower") << 3 << 81.0 << false;
    QTest::newRow("20 % lower") << 3 << 80.0 << true;
    QTest::newRow("21 % lower") << 3 << 79.0 << true;
    QTest::newRow("much lower") << 3 << 0.0 << true;
}

void QuietHourTest::nothingBetterIsProposedWithoutAClearDifference()
{
    QFETCH(int, fromHour);
    QFETCH(double, quiet);
    QFETCH(bool, proposed);
    const QDateTime now = utc("2026-11-20T12:00:00Z");
    const LoadProfile profile = profileOf(
        week(quietFrom(fromHour, fromHour + 1, quiet), QTimeZone::utc(), now), QTimeZone::utc(), now);
    const QuietHours hours = quietHours(profile, {window("2026-11-20T15:00:00Z", 1h), 1h, now});
    QVERIFY(hours.quietest);
    QCOMPARE(hours.quietest->start, QTime(fromHour, 0));
    QCOMPARE(hours.proposal.has_value(), proposed);
    // A window that begins ten minutes into the very half hour is there already.
    const QuietHours within = quietHours(profile, {window("2026-11-21T03:10:00Z", 4h), 1h, now});
    QVERIFY(within.present && within.quietest);
    QVERIFY(!within.proposal);
}

void QuietHourTest::anEvenDayHasNoProposal()
{
    const QDateTime now = utc("2026-11-20T12:00:00Z");
    const Load even = [](const QDateTime &) { return 42.0; };
    const LoadProfile profile = profileOf(week(even, QTimeZone::utc(), now), QTimeZone::utc(), now);
    const QuietHours hours = quietHours(profile, {window("2026-11-20T18:00:00Z", 4h), 4h, now});
    QVERIFY(hours.quietest && hours.present);
    QCOMPARE(hours.quietest->ratio, 1.0);
    QCOMPARE(hours.present->ratio, 1.0);
    QVERIFY(!hours.proposal);
    QCOMPARE(hours.quietest->start, QTime(0, 0)); // the first of equals
}

void QuietHourTest::aDayWithoutLoadHasNoProposal()
{
    const QDateTime now = utc("2026-11-20T12:00:00Z");
    const Load none = [](const QDateTime &) { return 0.0; };
    const LoadProfile profile = profileOf(week(none, QTimeZone::utc(), now), QTimeZone::utc(), now);
    QCOMPARE(profile.seen, slotsPerDay);
    const QuietHours hours = quietHours(profile, {window("2026-11-20T18:00:00Z", 4h), 4h, now});
    QVERIFY(hours.quietest && hours.present);
    QCOMPARE(hours.quietest->ratio, 1.0);
    QVERIFY(!hours.proposal);
}

void QuietHourTest::aSpikeMakesItsHourWorse()
{
    const QDateTime now = utc("2026-11-20T12:00:00Z");
    const QDate spiked(2026, 11, 17);
    // Quiet at 03:00 and a little less so at 05:00; once a heavy job ran at 03:00.
    const Load load = [spiked](const QDateTime &local) {
        if (local.time().hour() == 3)
            return local.date() == spiked ? 900.0 : 20.0;
        return local.time().hour() == 5 ? 30.0 : 100.0;
    };
    const LoadProfile profile = profileOf(week(load, QTimeZone::utc(), now), QTimeZone::utc(), now);
    QCOMPARE(profile.halfHours[6].days, 7);
    QCOMPARE(std::lround(profile.halfHours[6].mean), std::lround((6 * 20.0 + 900.0) / 7));
    const QuietHours hours = quietHours(profile, {window("2026-11-20T15:00:00Z", 1h), 1h, now});
    QVERIFY(hours.proposal);
    QCOMPARE(hours.proposal->span.start, QTime(5, 0));
}

void QuietHourTest::badValuesArePassedOver()
{
    const QDateTime now = utc("2026-11-20T12:00:00Z");
    const QList<LoadSample> good = week(quietFrom(3, 5), QTimeZone::utc(), now);
    QList<LoadSample> spoilt = good;
    const QDateTime night = utc("2026-11-19T03:10:00Z");
    for (const double bad :
         {std::nan(""), std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity(),
          -1.0, std::numeric_limits<double>::max()})
        spoilt.append({night, bad});
    spoilt.append({QDateTime(), 5000.0});
    const QuietQuestion question{window("2026-11-20T15:00:00Z", 2h), 2h, now};
    const QuietHours clean = quietHours(profileOf(good, QTimeZone::utc(), now), question);
    const QuietHours dirty = quietHours(profileOf(spoilt, QTimeZone::utc(), now), question);
    QVERIFY(clean.proposal && dirty.proposal);
    QCOMPARE(dirty.proposal->span.start, clean.proposal->span.start);
    QCOMPARE(dirty.quietest->mean, 20.0);
    QCOMPARE(dirty.present->mean, clean.present->mean);

    QList<LoadSample> onlyBad;
    for (const LoadSample &sample : good)
        onlyBad.append({sample.at, -1});
    QCOMPARE(profileOf(onlyBad, QTimeZone::utc(), now).seen, 0);
}

void QuietHourTest::theOrderOfSamplesDoesNotMatter()
{
    const QTimeZone berlin("Europe/Berlin");
    const QDateTime now = utc("2026-10-28T12:00:00Z");
    QList<LoadSample> samples = week(quietFrom(4, 6), berlin, now, 700);
    const LoadProfile sorted = profileOf(samples, berlin, now);
    std::shuffle(samples.begin(), samples.end(), std::mt19937(20261028));
    const LoadProfile shuffled = profileOf(samples, berlin, now);
    QCOMPARE(shuffled.days, sorted.days);
    QCOMPARE(shuffled.mean, sorted.mean);
    for (std::size_t i = 0; i < slotsPerDay; ++i) {
        QCOMPARE(shuffled.halfHours[i].days, sorted.halfHours[i].days);
        QCOMPARE(shuffled.halfHours[i].mean, sorted.halfHours[i].mean);
    }
}

void QuietHourTest::eachDateWeighsTheSame()
{
    // One date measured each second, another once: their mean is in the middle.
    const QDateTime now = utc("2026-11-20T12:00:00Z");
    QList<LoadSample> samples;
    for (int second = 0; second < 1800; ++second)
        samples.append({utc("2026-11-18T03:00:00Z").addSecs(second), 10});
    samples.append({utc("2026-11-19T03:12:00Z"), 30});
    const LoadProfile profile = profileOf(samples, QTimeZone::utc(), now);
    QCOMPARE(profile.halfHours[6].days, 2);
    QCOMPARE(profile.halfHours[6].mean, 20.0);
}

void QuietHourTest::missingDaysAreEndured()
{
    const QDateTime now = utc("2026-11-20T12:00:00Z");
    QList<LoadSample> samples = week(quietFrom(3, 5), QTimeZone::utc(), now);
    samples.removeIf([](const LoadSample &sample) {
        return sample.at.date() >= QDate(2026, 11, 15) && sample.at.date() <= QDate(2026, 11, 17);
    });
    const LoadProfile profile = profileOf(samples, QTimeZone::utc(), now);
    QCOMPARE(profile.days, 4); // 13 and 20 are halves, 14, 18 and 19 whole
    const QuietHours hours = quietHours(profile, {window("2026-11-20T15:00:00Z", 2h), 2h, now});
    QCOMPARE(hours.data, QuietHours::Data::Enough);
    QVERIFY(hours.proposal);
    QCOMPARE(hours.proposal->span.start, QTime(3, 0));
}

void QuietHourTest::tooLittleDataIsSaid_data()
{
    using Keep = std::function<bool(const QDateTime &at)>;
    QTest::addColumn<Keep>("keep");
    QTest::addColumn<int>("data");
    const auto row = [](const char *name, const Keep &keep, QuietHours::Data data) {
        QTest::newRow(name) << keep << static_cast<int>(data);
    };
    row(
        "nothing at all", [](const QDateTime &) { return false; }, QuietHours::Data::TooFewDays);
    row(
        "two days",
        [](const QDateTime &at) {
            return at >= utc("2026-11-18T12:00:00Z") && at.date() < QDate(2026, 11, 20);
        },
        QuietHours::Data::TooFewDays);
    row(
        "two days and five hours",
        [](const QDateTime &at) {
            return at >= utc("2026-11-18T00:00:00Z") && at < utc("2026-11-20T05:00:00Z");
        },
        QuietHours::Data::TooFewDays);
    row(
        "an hour of each day", [](const QDateTime &at) { return at.time().hour() == 9; },
        QuietHours::Data::TooFewDays);
    row(
        "office hours alone",
        [](const QDateTime &at) { return at.time().hour() >= 9 && at.time().hour() < 20; },
        QuietHours::Data::TooFewSlots);
    row(
        "half of the day", [](const QDateTime &at) { return at.time().hour() < 12; },
        QuietHours::Data::Enough);
    row(
        "three days", [](const QDateTime &at) { return at >= utc("2026-11-17T12:00:00Z"); },
        QuietHours::Data::Enough);
}

void QuietHourTest::tooLittleDataIsSaid()
{
    QFETCH(std::function<bool(const QDateTime &)>, keep);
    QFETCH(int, data);
    const QDateTime now = utc("2026-11-20T12:00:00Z");
    QList<LoadSample> samples = week(quietFrom(3, 5), QTimeZone::utc(), now);
    samples.removeIf([&keep](const LoadSample &sample) { return !keep(sample.at); });
    const QuietHours hours =
        quietHours(profileOf(samples, QTimeZone::utc(), now), {window("2026-11-20T10:00:00Z", 2h), 2h, now});
    QCOMPARE(static_cast<int>(hours.data), data);
    const bool enough = hours.data == QuietHours::Data::Enough;
    QCOMPARE(hours.quietest.has_value(), enough);
    QCOMPARE(hours.present.has_value(), enough);
    QCOMPARE(hours.proposal.has_value(), enough);
}

void QuietHourTest::anHourSeenOnOneDateProvesNothing()
{
    const QDateTime now = utc("2026-11-20T12:00:00Z");
    QList<LoadSample> samples = week(quietFrom(3, 5), QTimeZone::utc(), now);
    samples.removeIf([](const LoadSample &sample) {
        return sample.at.time().hour() == 3 && sample.at.date() != QDate(2026, 11, 16);
    });
    const LoadProfile profile = profileOf(samples, QTimeZone::utc(), now);
    QCOMPARE(profile.halfHours[6].days, 1);
    const QuietHours hours = quietHours(profile, {window("2026-11-20T15:00:00Z", 1h), 1h, now});
    QVERIFY(hours.proposal);
    QCOMPARE(hours.proposal->span.start, QTime(4, 0));
}

void QuietHourTest::aWindowNobodyMeasuredHasNoLoad()
{
    const QDateTime now = utc("2026-11-20T12:00:00Z");
    QList<LoadSample> samples = week(quietFrom(3, 5), QTimeZone::utc(), now);
    samples.removeIf([](const LoadSample &sample) { return sample.at.time().hour() >= 18; });
    const LoadProfile profile = profileOf(samples, QTimeZone::utc(), now);
    QVERIFY(!quietHours(profile, {window("2026-11-20T18:00:00Z", 4h), 4h, now}).present);
    // Half of it measured is enough, less is not.
    QVERIFY(quietHours(profile, {window("2026-11-20T16:00:00Z", 4h), 4h, now}).present);
    QVERIFY(!quietHours(profile, {window("2026-11-20T16:10:00Z", 4h), 4h, now}).present);
    QVERIFY(!quietHours(profile, {window("2026-11-20T18:00:00Z", 4h), 4h, now}).proposal);
}

void QuietHourTest::samplesBeforeTheWeekAndAfterNowDoNotCount()
{
    const QDateTime now = utc("2026-11-20T12:00:00Z");
    const QList<LoadSample> samples{{now.addDays(-7).addSecs(-1), 5}, {now.addSecs(1), 5}};
    QCOMPARE(profileOf(samples, QTimeZone::utc(), now).seen, 0);
    const QList<LoadSample> edges{{now.addDays(-7), 5}, {now, 5}};
    QCOMPARE(profileOf(edges, QTimeZone::utc(), now).halfHours[24].days, 2);
    QCOMPARE(profileOf(edges, QTimeZone(), now).halfHours[24].days, 2); // no zone is UTC
}

void QuietHourTest::withoutAWindowTheQuietestIsStillTold()
{
    const QDateTime now = utc("2026-11-20T12:00:00Z");
    const LoadProfile profile =
        profileOf(week(quietFrom(3, 5), QTimeZone::utc(), now), QTimeZone::utc(), now);
    const QuietHours hours = quietHours(profile, {std::nullopt, 1h, now});
    QVERIFY(hours.quietest);
    QCOMPARE(hours.quietest->start, QTime(3, 0));
    QVERIFY(!hours.present);
    QVERIFY(!hours.proposal);
}

void QuietHourTest::theLengthIsRoundedUpToHalfHours_data()
{
    QTest::addColumn<int>("wished");
    QTest::addColumn<int>("got");
    QTest::newRow("nothing") << 0 << 60;
    QTest::newRow("1 min") << 1 << 60;
    QTest::newRow("60 min") << 60 << 60;
    QTest::newRow("61 min") << 61 << 90;
    QTest::newRow("90 min") << 90 << 90;
    QTest::newRow("24 h") << 1440 << 1440;
    QTest::newRow("more than a day") << 3000 << 1440;
}

void QuietHourTest::theLengthIsRoundedUpToHalfHours()
{
    QFETCH(int, wished);
    QFETCH(int, got);
    const QDateTime now = utc("2026-11-20T12:00:00Z");
    const LoadProfile profile =
        profileOf(week(quietFrom(3, 5), QTimeZone::utc(), now), QTimeZone::utc(), now);
    const QuietHours hours = quietHours(profile, {std::nullopt, std::chrono::minutes(wished), now});
    QVERIFY(hours.quietest);
    QCOMPARE(hours.quietest->length, std::chrono::minutes(got));
}

void QuietHourTest::aWholeDayIsTheWholeDay()
{
    const QDateTime now = utc("2026-11-20T12:00:00Z");
    const LoadProfile profile =
        profileOf(week(quietFrom(3, 5), QTimeZone::utc(), now), QTimeZone::utc(), now);
    const QuietHours hours = quietHours(profile, {window("2026-11-20T18:00:00Z", 24h), 24h, now});
    QVERIFY(hours.present && hours.quietest);
    QCOMPARE(std::lround(hours.present->ratio * 1000), 1000);
    QCOMPARE(hours.quietest->end(), hours.quietest->start);
    QVERIFY(!hours.proposal);
}

QTEST_GUILESS_MAIN(QuietHourTest)
#include "tst_quiethour.moc"
