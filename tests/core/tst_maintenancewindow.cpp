// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/maintenancewindow.h"

#include <QTest>

using namespace uplift;
using namespace std::chrono_literals;

namespace {

QDateTime utc(const char *text) { return QDateTime::fromString(QString::fromLatin1(text), Qt::ISODate); }

MaintenanceWindow window(const char *start, const char *end)
{
    return MaintenanceWindow::parse(QString::fromLatin1(start), QString::fromLatin1(end)).value();
}

} // namespace

class MaintenanceWindowTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void oddTextsAreUnknown_data();
    void oddTextsAreUnknown();
    void theNextDatesAreListed();
    void midnightIsCrossed();
    void lengthAndSanity();
    void equalEndsMeanAWholeDay();
};

void MaintenanceWindowTest::oddTextsAreUnknown_data()
{
    QTest::addColumn<QString>("start");
    QTest::addColumn<QString>("end");
    QTest::newRow("empty") << ""
                           << "22:00Z";
    QTest::newRow("no zone") << "18:00"
                             << "22:00";
    QTest::newRow("hour 24") << "24:00Z"
                             << "22:00Z";
    QTest::newRow("minute 60") << "18:60Z"
                               << "22:00Z";
    QTest::newRow("seconds") << "18:00:00Z"
                             << "22:00:00Z";
    QTest::newRow("Arabic digits") << QString::fromUtf8("١٨:٠٠Z") << "22:00Z";
}

void MaintenanceWindowTest::oddTextsAreUnknown()
{
    QFETCH(QString, start);
    QFETCH(QString, end);
    QVERIFY(!MaintenanceWindow::parse(start, end));
}

void MaintenanceWindowTest::theNextDatesAreListed()
{
    const auto w = window("18:00Z", "22:00Z");
    const auto spans = w.next(utc("2026-11-19T06:32:00Z"), 3);
    QCOMPARE(spans.size(), 3);
    QCOMPARE(spans[0].start, utc("2026-11-19T18:00:00Z"));
    QCOMPARE(spans[0].end, utc("2026-11-19T22:00:00Z"));
    QCOMPARE(spans[2].start, utc("2026-11-21T18:00:00Z"));
    QCOMPARE(w.next(utc("2026-11-19T18:00:00Z"), 1)[0].start, utc("2026-11-20T18:00:00Z"));
    QCOMPARE(w.around(utc("2026-11-19T18:00:00Z"))->start, utc("2026-11-19T18:00:00Z"));
    QVERIFY(!w.around(utc("2026-11-19T22:00:00Z")));
}

void MaintenanceWindowTest::midnightIsCrossed()
{
    const auto w = window("22:30Z", "02:30Z");
    QCOMPARE(w.length(), 240min);
    QCOMPARE(w.around(utc("2026-11-20T01:00:00Z"))->start, utc("2026-11-19T22:30:00Z"));
    QCOMPARE(w.around(utc("2026-11-19T23:00:00Z"))->end, utc("2026-11-20T02:30:00Z"));
    QCOMPARE(w.next(utc("2026-11-20T01:00:00Z"), 1)[0].start, utc("2026-11-20T22:30:00Z"));
}

void MaintenanceWindowTest::lengthAndSanity()
{
    QVERIFY(window("18:00Z", "19:00Z").isSane());
    QVERIFY(!window("18:00Z", "18:59Z").isSane());
    QCOMPARE(window("18:00Z", "22:00Z").startWire(), QStringLiteral("18:00Z"));
    QCOMPARE(window("08:05Z", "22:00Z").startWire(), QStringLiteral("08:05Z"));
}

void MaintenanceWindowTest::equalEndsMeanAWholeDay()
{
    const auto w = window("03:00Z", "03:00Z");
    QCOMPARE(w.length(), 24h);
    QCOMPARE(w.around(utc("2026-11-20T02:59:00Z"))->start, utc("2026-11-19T03:00:00Z"));
}

QTEST_GUILESS_MAIN(MaintenanceWindowTest)
#include "tst_maintenancewindow.moc"
