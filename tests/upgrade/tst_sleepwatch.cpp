// SPDX-License-Identifier: GPL-3.0-or-later
#include "upgrade/sleepwatch.h"

#include <QSignalSpy>
#include <QTest>

using namespace uplift::upgrade;
using namespace std::chrono_literals;

class SleepWatchTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aSuspendOfMoreThanTwoSecondsIsSaidOnce();
    void thisMachineTellsATimeThatDoesNotGoBack();
};

void SleepWatchTest::aSuspendOfMoreThanTwoSecondsIsSaidOnce()
{
    std::chrono::milliseconds suspended = 5s;
    int looks = 0;
    SleepWatch watch(
        [&] {
            ++looks;
            return suspended;
        },
        5ms);
    QSignalSpy woke(&watch, &SleepWatch::wokeUp);
    const auto lookTwice = [&looks] {
        const int before = looks;
        return QTest::qWaitFor([&looks, before] { return looks >= before + 2; });
    };
    watch.setActive(true);
    suspended += 1900ms; // as much as a busy machine may jitter
    QVERIFY(lookTwice());
    QCOMPARE(woke.size(), 0);
    suspended += 1h;
    QTRY_COMPARE(woke.size(), 1);
    QVERIFY(lookTwice());
    QCOMPARE(woke.size(), 1);
    watch.setActive(false);
    suspended += 1h;
    watch.setActive(true); // what was slept while nothing was open is nobody's business
    QVERIFY(lookTwice());
    QCOMPARE(woke.size(), 1);
}

void SleepWatchTest::thisMachineTellsATimeThatDoesNotGoBack()
{
    const auto before = suspendedTime();
    QVERIFY(suspendedTime() >= before - 1ms);
}

QTEST_GUILESS_MAIN(SleepWatchTest)
#include "tst_sleepwatch.moc"
