// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/tickettext.h"

#include <QTest>

using namespace uplift;
using namespace uplift::report;

class TicketTextTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aMomentIsShownInTheZoneAndInUtc_data();
    void aMomentIsShownInTheZoneAndInUtc();
    void aWindowIsShownAsDates_data();
    void aWindowIsShownAsDates();
    void lengthsAreReadable_data();
    void lengthsAreReadable();
    void whatIsMissingIsUnknown();
    void everyStateHasItsWord();
};

void TicketTextTest::aMomentIsShownInTheZoneAndInUtc_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QString>("local");
    const auto row = [](const char *zone, const char *local) {
        QTest::newRow(zone) << QByteArray(zone) << QString::fromLatin1(local);
    };
    row("Asia/Shanghai", "2026-11-20 02:00:13 +08:00");
    row("Asia/Kolkata", "2026-11-19 23:30:13 +05:30");
    row("America/St_Johns", "2026-11-19 14:30:13 -03:30");
    row("UTC", "2026-11-19 18:00:13 +00:00");
}

void TicketTextTest::aMomentIsShownInTheZoneAndInUtc()
{
    QFETCH(QByteArray, zone);
    const QDateTime when(QDate(2026, 11, 19), QTime(18, 0, 13), Qt::UTC);
    const Cell cell = momentCell(when, QTimeZone(zone));
    QCOMPARE(cell.size(), 2);
    QTEST(cell.at(0).text, "local");
    QCOMPARE(cell.at(1).text, QStringLiteral("2026-11-19 18:00:13 UTC"));
}

void TicketTextTest::aWindowIsShownAsDates_data()
{
    QTest::addColumn<QDateTime>("start");
    QTest::addColumn<int>("hours");
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QString>("local");
    QTest::addColumn<QString>("utc");
    const auto row = [](const char *name, const QDateTime &start, int hours, const char *zone,
                        const char *local, const char *utc) {
        QTest::newRow(name) << start << hours << QByteArray(zone) << QString::fromUtf8(local)
                            << QString::fromUtf8(utc);
    };
    row("one day", QDateTime({2026, 11, 19}, {18, 0}, Qt::UTC), 4, "Asia/Shanghai",
        "2026-11-20 02:00 – 06:00 +08:00", "2026-11-19 18:00 – 22:00 UTC");
    row("over midnight", QDateTime({2026, 11, 19}, {14, 0}, Qt::UTC), 4, "Asia/Shanghai",
        "2026-11-19 22:00 – 2026-11-20 02:00 +08:00", "2026-11-19 14:00 – 18:00 UTC");
    row("over the end of summer time", QDateTime({2026, 10, 24}, {23, 0}, Qt::UTC), 4, "Europe/Berlin",
        "2026-10-25 01:00 +02:00 – 04:00 +01:00", "2026-10-24 23:00 – 2026-10-25 03:00 UTC");
}

void TicketTextTest::aWindowIsShownAsDates()
{
    QFETCH(QDateTime, start);
    QFETCH(int, hours);
    QFETCH(QByteArray, zone);
    const Cell cell = spanCell({start, start.addSecs(hours * 3600)}, QTimeZone(zone));
    QCOMPARE(cell.size(), 2);
    QTEST(cell.at(0).text, "local");
    QTEST(cell.at(1).text, "utc");
}

void TicketTextTest::lengthsAreReadable_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("text");
    const auto row = [](qint64 seconds, const char *text) {
        QTest::newRow(text) << seconds << QString::fromLatin1(text);
    };
    row(-5, "0 s");
    row(59, "59 s");
    row(60, "1 min");
    row(725, "12 min 5 s");
    row(3600, "1 h");
    row(5459, "1 h 30 min");
    row(48 * 3600, "2 days");
    row(51 * 3600 + 59, "2 days 3 h");
}

void TicketTextTest::lengthsAreReadable()
{
    QFETCH(qint64, seconds);
    QTEST(lengthText(seconds), "text");
}

void TicketTextTest::whatIsMissingIsUnknown()
{
    const QDateTime some(QDate(2026, 11, 19), QTime(18, 0), Qt::UTC);
    QCOMPARE(momentCell({}, QTimeZone::utc()).constFirst().text, QStringLiteral("unknown"));
    QCOMPARE(lengthPhrase(some, {}).text, QStringLiteral("unknown"));
    QCOMPARE(lengthPhrase({}, some).text, QStringLiteral("unknown"));
    QCOMPARE(known({}).text, QStringLiteral("unknown"));
    QCOMPARE(fixed({}).text, QStringLiteral("unknown"));
    QVERIFY(!fixed({}).fixedWidth);
    QCOMPARE(versionText(QStringLiteral("redis-5.0_0.5.7")), QStringLiteral("0.5.7"));
    QCOMPARE(versionText(QStringLiteral("odd")), QStringLiteral("odd"));
}

void TicketTextTest::everyStateHasItsWord()
{
    for (int state = 0; state <= static_cast<int>(upgrade::StepState::Gone); ++state)
        QCOMPARE(statePhrase(static_cast<upgrade::StepState>(state)).text,
                 upgrade::stateText(static_cast<upgrade::StepState>(state)));
    QCOMPARE(statePhrase(upgrade::StepState::Verified).tone, Tone::Good);
    QCOMPARE(statePhrase(upgrade::StepState::Failed).tone, Tone::Bad);
    QCOMPARE(environmentPhrase(Environment::Production).text, QStringLiteral("Production"));
    QVERIFY(environmentPhrase(Environment::Staging).tag);
}

QTEST_GUILESS_MAIN(TicketTextTest)
#include "tst_tickettext.moc"
