// SPDX-License-Identifier: GPL-3.0-or-later
// What a typed window means, in UTC and as dates, in zones with and without a change of clocks.
#include "ui/details/windowchange.h"
#include "ui/dialogs/momentfields.h"

#include <QLocale>
#include <QTest>

using namespace uplift;
using namespace uplift::ui;

namespace {

QDateTime utc(const char *text) { return QDateTime::fromString(QString::fromLatin1(text), Qt::ISODate); }

const QTimeZone shanghai("Asia/Shanghai");
const QTimeZone berlin("Europe/Berlin");

MaintenanceWindow window(const char *start, const char *end)
{
    return *MaintenanceWindow::parse(QString::fromLatin1(start), QString::fromLatin1(end));
}

} // namespace

class WindowChangeTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void whatIsTypedBecomesUtc_data();
    void whatIsTypedBecomesUtc();
    void whatIsWrongStandsUnderItsField_data();
    void whatIsWrongStandsUnderItsField();
    void aWindowIsShownInBothZonesAndAsDates();
    void onlyZonesThatChangeTheirClocksSaySo();
    void aTypedMomentBecomesUtc_data();
    void aTypedMomentBecomesUtc();
    void aBadMomentIsNamed_data();
    void aBadMomentIsNamed();
};

void WindowChangeTest::whatIsTypedBecomesUtc_data()
{
    QTest::addColumn<QString>("start");
    QTest::addColumn<QString>("end");
    QTest::addColumn<QTimeZone>("zone");
    QTest::addColumn<QString>("now");
    QTest::addColumn<QString>("wire");
    const QString noon = QStringLiteral("2026-11-19T06:32:00Z");
    QTest::newRow("night in Shanghai") << "02:00"
                                       << "06:00" << shanghai << noon << "18:00Z 22:00Z";
    QTest::newRow("across midnight there") << "23:00"
                                           << "01:30" << shanghai << noon << "15:00Z 17:30Z";
    QTest::newRow("across midnight in UTC") << "07:00"
                                            << "09:00" << shanghai << noon << "23:00Z 01:00Z";
    QTest::newRow("exactly one hour") << "2:00"
                                      << "3:00" << shanghai << noon << "18:00Z 19:00Z";
    QTest::newRow("written on a Chinese keyboard")
        << QStringLiteral("０２：００") << QStringLiteral(" 06:00 ") << shanghai << noon << "18:00Z 22:00Z";
    QTest::newRow("winter in Berlin") << "03:00"
                                      << "05:00" << berlin << "2026-01-10T12:00:00Z"
                                      << "02:00Z 04:00Z";
    QTest::newRow("summer in Berlin") << "03:00"
                                      << "05:00" << berlin << "2026-07-10T12:00:00Z"
                                      << "01:00Z 03:00Z";
    // On 29 March 02:30 does not come in Berlin; the window is fixed by the next date that has it.
    QTest::newRow("a time the next date leaves out") << "02:30"
                                                     << "04:00" << berlin << "2026-03-28T12:00:00Z"
                                                     << "00:30Z 02:00Z";
}

void WindowChangeTest::whatIsTypedBecomesUtc()
{
    QFETCH(QString, start);
    QFETCH(QString, end);
    QFETCH(QTimeZone, zone);
    QFETCH(QString, now);
    QFETCH(QString, wire);
    const auto made = typedWindow(start, end, std::nullopt, utc(now.toLatin1().constData()), zone);
    QVERIFY2(made.has_value(), made ? "" : qPrintable(made.error().message));
    QCOMPARE(made->startWire() + u' ' + made->endWire(), wire);
}

void WindowChangeTest::whatIsWrongStandsUnderItsField_data()
{
    QTest::addColumn<QString>("start");
    QTest::addColumn<QString>("end");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("says");
    QTest::newRow("nothing typed") << ""
                                   << ""
                                   << "windowStart"
                                   << "Write the time as 02:00.";
    QTest::newRow("no time") << "two"
                             << "06:00"
                             << "windowStart"
                             << "Write the time as 02:00.";
    QTest::newRow("24 o'clock") << "24:00"
                                << "06:00"
                                << "windowStart"
                                << "Write the time as 02:00.";
    QTest::newRow("end no time") << "02:00"
                                 << "6"
                                 << "windowEnd"
                                 << "Write the time as 06:00.";
    QTest::newRow("no length") << "02:00"
                               << "02:00"
                               << "windowEnd"
                               << "same time";
    QTest::newRow("59 minutes") << "02:00"
                                << "02:59"
                                << "windowEnd"
                                << "59 min";
    QTest::newRow("as it is now") << "02:00"
                                  << "06:00"
                                  << "windowStart"
                                  << "the window it has now";
}

void WindowChangeTest::whatIsWrongStandsUnderItsField()
{
    QFETCH(QString, start);
    QFETCH(QString, end);
    QFETCH(QString, field);
    QFETCH(QString, says);
    const auto made =
        typedWindow(start, end, window("18:00Z", "22:00Z"), utc("2026-11-19T06:32:00Z"), shanghai);
    QVERIFY(!made);
    QCOMPARE(made.error().kind, Error::Kind::Input);
    QCOMPARE(made.error().field, field);
    QVERIFY2(made.error().message.contains(says), qPrintable(made.error().message));
}

void WindowChangeTest::aWindowIsShownInBothZonesAndAsDates()
{
    const MaintenanceWindow night = window("18:00Z", "22:00Z");
    const QDateTime now = utc("2026-11-19T06:32:00Z");
    QCOMPARE(windowText(night, now, shanghai),
             QStringLiteral("02:00 – 06:00, your time (UTC+8); 18:00 – 22:00 UTC"));
    QCOMPARE(nextDates(night, now, shanghai),
             QStringLiteral("Fri 20 Nov 02:00, Sat 21 Nov 02:00, Sun 22 Nov 02:00"));
    // The clocks are put back on 25 October: the same UTC is another local time from then on.
    QCOMPARE(nextDates(window("23:30Z", "01:30Z"), utc("2026-10-23T12:00:00Z"), berlin),
             QStringLiteral("Sat 24 Oct 01:30, Sun 25 Oct 01:30, Mon 26 Oct 00:30"));
}

void WindowChangeTest::onlyZonesThatChangeTheirClocksSaySo()
{
    const QDateTime now = utc("2026-10-01T12:00:00Z");
    QVERIFY(clockChangeSentence(now, shanghai).isEmpty());
    QVERIFY(clockChangeSentence(now, QTimeZone::utc()).isEmpty());
    QVERIFY2(clockChangeSentence(now, berlin).contains(QLatin1String("Sun 25 Oct")),
             qPrintable(clockChangeSentence(now, berlin)));
}

void WindowChangeTest::aTypedMomentBecomesUtc_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QTimeZone>("zone");
    QTest::addColumn<QString>("at");
    QTest::newRow("Shanghai") << "2026-11-20 02:00" << shanghai << "2026-11-19T18:00:00Z";
    QTest::newRow("blanks and full-width digits")
        << QStringLiteral(" ２０２６-11-20   02:00 ") << shanghai << "2026-11-19T18:00:00Z";
    QTest::newRow("Berlin in winter") << "2026-12-01 02:00" << berlin << "2026-12-01T01:00:00Z";
}

void WindowChangeTest::aTypedMomentBecomesUtc()
{
    QFETCH(QString, typed);
    QFETCH(QTimeZone, zone);
    QFETCH(QString, at);
    MomentChoices choices;
    choices.now = utc("2026-11-19T06:32:00Z");
    choices.zone = zone;
    const auto moment = typedMoment(typed, choices);
    QVERIFY2(moment.has_value(), moment ? "" : qPrintable(moment.error().message));
    QCOMPARE(*moment, utc(at.toLatin1().constData()));
}

void WindowChangeTest::aBadMomentIsNamed_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("says");
    QTest::newRow("nothing") << ""
                             << "Write the time as 2026-03-29 13:00.";
    QTest::newRow("a date alone") << "2026-03-29"
                                  << "Write the time as";
    QTest::newRow("no such day") << "2026-02-30 02:00"
                                 << "Write the time as";
    QTest::newRow("past") << "2026-03-28 12:59"
                          << "has passed";
    QTest::newRow("left out by the clocks") << "2026-03-29 02:30"
                                            << "leave this time out";
    QTest::newRow("after the deadline") << "2026-04-05 00:01"
                                        << "at the latest";
}

void WindowChangeTest::aBadMomentIsNamed()
{
    QFETCH(QString, typed);
    QFETCH(QString, says);
    MomentChoices choices;
    choices.now = utc("2026-03-28T12:00:00Z");
    choices.zone = berlin;
    choices.deadline = utc("2026-04-04T22:00:00Z");
    const auto moment = typedMoment(typed, choices);
    QVERIFY(!moment);
    QCOMPARE(moment.error().field, QStringLiteral("momentAt"));
    QVERIFY2(moment.error().message.contains(says), qPrintable(moment.error().message));
}

QTEST_GUILESS_MAIN(WindowChangeTest)
#include "tst_windowchange.moc"
