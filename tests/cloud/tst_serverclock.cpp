// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/serverclock.h"

#include <QLocale>
#include <QTest>

using namespace uplift::cloud;
using namespace std::chrono_literals;

namespace {
const QDateTime noon(QDate(2026, 4, 10), QTime(12, 0), Qt::UTC); // a Friday
}

/// How far the service's clock is from ours, told from the Date of a reply.
class ServerClockTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void datesAreReadAsUtc_data();
    void datesAreReadAsUtc();
    void offsetsAreMeasured_data();
    void offsetsAreMeasured();
    void theLocaleDoesNotMatter();
};

void ServerClockTest::datesAreReadAsUtc_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QDateTime>("date");
    QTest::newRow("noon") << QByteArray("Fri, 10 Apr 2026 12:00:00 GMT") << noon;
    QTest::newRow("the hour clocks skip in spring") << QByteArray("Sun, 29 Mar 2026 02:30:00 GMT")
                                                    << QDateTime(QDate(2026, 3, 29), QTime(2, 30), Qt::UTC);
    QTest::newRow("leap day") << QByteArray("Tue, 29 Feb 2028 23:59:59 GMT")
                              << QDateTime(QDate(2028, 2, 29), QTime(23, 59, 59), Qt::UTC);
    QTest::newRow("wrong weekday") << QByteArray("Mon, 10 Apr 2026 12:00:00 GMT") << QDateTime();
    QTest::newRow("no such day") << QByteArray("Mon, 30 Feb 2026 12:00:00 GMT") << QDateTime();
    QTest::newRow("other zone") << QByteArray("Fri, 10 Apr 2026 12:00:00 CST") << QDateTime();
    QTest::newRow("RFC 850") << QByteArray("Friday, 10-Apr-26 12:00:00 GMT") << QDateTime();
    QTest::newRow("asctime") << QByteArray("Fri Apr 10 12:00:00 2026") << QDateTime();
    QTest::newRow("ISO") << QByteArray("2026-04-10T12:00:00Z") << QDateTime();
    QTest::newRow("empty") << QByteArray() << QDateTime();
    QTest::newRow("29 bytes of nothing") << QByteArray(29, '\xff') << QDateTime();
    QTest::newRow("huge") << QByteArray(1 << 20, '9') << QDateTime();
}

void ServerClockTest::datesAreReadAsUtc()
{
    QFETCH(QByteArray, header);
    QFETCH(QDateTime, date);
    const auto parsed = parseHttpDate(header);
    QCOMPARE(parsed.has_value(), date.isValid());
    QCOMPARE(parsed.value_or(QDateTime()), date);
}

void ServerClockTest::offsetsAreMeasured_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<qint64>("sentAfterNoonMs");
    QTest::addColumn<qint64>("roundTripMs");
    QTest::addColumn<bool>("known");
    QTest::addColumn<qint64>("offsetMs");
    const QByteArray atNoon = "Fri, 10 Apr 2026 12:00:00 GMT";
    QTest::newRow("clocks agree") << atNoon << qint64(0) << qint64(0) << true << qint64(0);
    QTest::newRow("against the middle of the round trip")
        << atNoon << qint64(-200) << qint64(400) << true << qint64(0);
    QTest::newRow("ours is 20 min behind")
        << atNoon << qint64(-20 * 60'000) << qint64(0) << true << qint64(20 * 60'000);
    QTest::newRow("ours is 20 min ahead")
        << atNoon << qint64(20 * 60'000) << qint64(0) << true << qint64(-20 * 60'000);
    QTest::newRow("ours is a day behind")
        << atNoon << qint64(-86'400'000) << qint64(100) << true << qint64(86'399'950);
    QTest::newRow("ours is a day ahead")
        << atNoon << qint64(86'400'000) << qint64(100) << true << qint64(-86'400'050);
    QTest::newRow("round trip of 10 s counts")
        << atNoon << qint64(-5000) << qint64(10'000) << true << qint64(0);
    QTest::newRow("round trip over 10 s does not")
        << atNoon << qint64(0) << qint64(10'001) << false << qint64(0);
    QTest::newRow("negative round trip") << atNoon << qint64(0) << qint64(-1) << false << qint64(0);
    QTest::newRow("no Date") << QByteArray() << qint64(0) << qint64(0) << false << qint64(0);
    QTest::newRow("odd Date") << QByteArray("now") << qint64(0) << qint64(0) << false << qint64(0);
    QTest::newRow("Date of another age")
        << QByteArray("Thu, 01 Jan 1970 00:00:00 GMT") << qint64(0) << qint64(0) << false << qint64(0);
}

void ServerClockTest::offsetsAreMeasured()
{
    QFETCH(QByteArray, header);
    QFETCH(qint64, sentAfterNoonMs);
    QFETCH(qint64, roundTripMs);
    QFETCH(bool, known);
    QFETCH(qint64, offsetMs);
    const auto offset =
        clockOffset({header, noon.addMSecs(sentAfterNoonMs), std::chrono::milliseconds(roundTripMs)});
    QCOMPARE(offset.has_value(), known);
    QCOMPARE(qint64(offset.value_or(0ms).count()), offsetMs);
}

void ServerClockTest::theLocaleDoesNotMatter()
{
    const QLocale before;
    QLocale::setDefault(QLocale(QStringLiteral("fa_IR")));
    const auto parsed = parseHttpDate("Fri, 10 Apr 2026 12:00:00 GMT");
    QLocale::setDefault(before);
    QVERIFY(parsed.has_value());
    QCOMPARE(*parsed, noon);
    QVERIFY(!clockOffset({"Fri, 10 Apr 2026 12:00:00 GMT", QDateTime(), 0ms}).has_value());
}

QTEST_GUILESS_MAIN(ServerClockTest)
#include "tst_serverclock.moc"
