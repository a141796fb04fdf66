// SPDX-License-Identifier: GPL-3.0-or-later
#include "sightings.h"
#include "upgrade/tracking.h"

#include <QTest>

using namespace uplift;
using namespace uplift::upgrade;
using namespace uplift::upgrade::test;
using namespace std::chrono_literals;

namespace {

const QDateTime sent = at("2026-11-20T14:00:00Z");
using Status = CloudTask::Status;

Tracking follow(const Baseline &before, const QList<Observation> &polls)
{
    Tracking tracking = resumedTracking(before, StepState::Accepted);
    for (const Observation &poll : polls)
        tracking = track(before, tracking, poll);
    return tracking;
}

Observation quiet(int seconds) { return seen(sent.addSecs(seconds), "Normal", oldVersion, false); }
Observation busy(int seconds) { return seen(sent.addSecs(seconds), "MinorVersionUpgrading", oldVersion); }
Observation done(int seconds) { return seen(sent.addSecs(seconds), "Normal", newVersion, true); }
Observation missing(int seconds)
{
    Observation observation;
    observation.at = sent.addSecs(seconds);
    observation.notFound = true;
    return observation;
}
Observation upgraded(const char *when) { return seen(at(when), "Normal", newVersion, true); }
Observation waiting(const char *when) { return seen(at(when), "Normal", oldVersion, false); }

} // namespace

class TrackingTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatWasSeenGivesTheState_data();
    void whatWasSeenGivesTheState();
    void aSwitchOutsideTheWindowRaisesTheAlarm_data();
    void aSwitchOutsideTheWindowRaisesTheAlarm();
    void whatTheUserMovedRaisesNoAlarm_data();
    void whatTheUserMovedRaisesNoAlarm();
    void windowsGoByTheServicesClock();
    void aQuietWindowAsksTheUser_data();
    void aQuietWindowAsksTheUser();
    void aRestartWhileRunningStillNoticesThatNothingChanged();
};

void TrackingTest::whatWasSeenGivesTheState_data()
{
    QTest::addColumn<Moment>("moment");
    QTest::addColumn<QList<Observation>>("polls");
    QTest::addColumn<StepState>("state");
    const auto row = [](const char *name, Moment moment, const QList<Observation> &polls, StepState state) {
        QTest::newRow(name) << moment << polls << state;
    };
    const Moment now = Moment::Now;
    const Moment window = Moment::MaintenanceWindow;
    using enum StepState;
    row("the first Normal concludes nothing", now, {quiet(1)}, Accepted);
    row("many Normals conclude nothing before it ran", now, {quiet(1), quiet(20), quiet(40), quiet(60)},
        Accepted);
    row("upgrading", now, {quiet(1), busy(20)}, Running);
    row("a running task beside a Normal status", now, {withTask(quiet(1), task(Status::Running, sent))},
        Running);
    row("switching by the task's step", now,
        {withTask(busy(9), task(Status::Running, sent, "SwitchMasterSlave"))}, Switching);
    row("switching by the status", now, {busy(1), seen(sent.addSecs(20), "HASwitching", oldVersion)},
        Switching);
    row("running after switching stays switching", now,
        {withTask(busy(9), task(Status::Running, sent, "switching")), busy(20)}, Switching);
    row("Normal and a new version", now, {busy(1), done(60)}, Verified);
    row("so fast that it was never seen running", now, {done(60)}, Verified);
    row("new version while it still upgrades", now,
        {seen(sent.addSecs(30), "MinorVersionUpgrading", newVersion)}, Running);
    row("latest and Normal, version not told", now, {busy(1), seen(sent.addSecs(60), "Normal", "", true)},
        Verified);
    row("latest by a contradictory flag, nothing ran yet", now,
        {seen(sent.addSecs(1), "Normal", oldVersion, true),
         seen(sent.addSecs(20), "Normal", oldVersion, true)},
        Accepted);
    row("back to Normal with the old version, once", now, {busy(1), quiet(60)}, Running);
    row("back to Normal with the old version, twice", now, {busy(1), quiet(60), quiet(75)}, Unchanged);
    row("Normal, then upgrading again, is no second poll", now, {busy(1), quiet(60), busy(75), quiet(90)},
        Running);
    row("old version once, then the new one", now, {busy(1), quiet(60), done(75)}, Verified);
    row("the task succeeded and the version is the old one, twice", now,
        {withTask(quiet(60), task(Status::Succeeded, sent)),
         withTask(quiet(75), task(Status::Succeeded, sent))},
        Unchanged);
    row("the task failed", now, {busy(1), withTask(quiet(60), task(Status::Failed, sent))}, Failed);
    row("the task failed and the instance is in an odd state", now,
        {busy(1), withTask(seen(sent.addSecs(60), "Unavailable", oldVersion), task(Status::Failed, sent))},
        Failed);
    row("the task failed, yet it runs the new version", now,
        {busy(1), withTask(done(60), task(Status::Failed, sent))}, Verified);
    row("the task was cancelled", now, {withTask(quiet(60), task(Status::Cancelled, sent))}, Cancelled);
    row("not found once", now, {busy(1), missing(20)}, Running);
    row("not found twice, then there", now, {busy(1), missing(20), missing(40), busy(60), missing(80)},
        Running);
    row("not found three times", now, {busy(1), missing(20), missing(40), missing(60)}, Gone);
    row("released", now, {seen(sent.addSecs(20), "Released", "")}, Gone);
    row("another change of the instance", now, {seen(sent.addSecs(20), "NetworkModifying", oldVersion)},
        Accepted);
    row("a status nobody knows", now, {busy(1), seen(sent.addSecs(20), "Maintaining", oldVersion)}, Running);
    row("before the window", window, {quiet(20)}, Waiting);
    row("before the window with a scheduled task", window,
        {withTask(quiet(20), task(Status::Scheduled, sent))}, Waiting);
    row("a task that waits, asked for now", now, {withTask(quiet(20), task(Status::Waiting, sent))}, Waiting);
    row("waiting, then running, then verified", window,
        {quiet(20), seen(at("2026-11-20T18:05:00Z"), "MinorVersionUpgrading", oldVersion),
         upgraded("2026-11-20T18:30:00Z")},
        Verified);
}

void TrackingTest::whatWasSeenGivesTheState()
{
    QFETCH(Moment, moment);
    QFETCH(QList<Observation>, polls);
    QFETCH(StepState, state);
    QCOMPARE(stateName(follow(baseline(moment), polls).state), stateName(state));
}

void TrackingTest::aSwitchOutsideTheWindowRaisesTheAlarm_data()
{
    QTest::addColumn<Moment>("moment");
    QTest::addColumn<QList<Observation>>("polls");
    QTest::addColumn<QDateTime>("alarm");
    const Moment window = Moment::MaintenanceWindow;
    CloudTask ended = task(Status::Succeeded, sent);
    ended.ended = at("2026-11-20T14:20:00Z");
    QTest::newRow("in the window") << window
                                   << QList{waiting("2026-11-20T18:05:00Z"), upgraded("2026-11-20T18:06:00Z")}
                                   << QDateTime();
    QTest::newRow("at once, seven minutes after the call")
        << window << QList{waiting("2026-11-20T14:05:00Z"), upgraded("2026-11-20T14:07:00Z")}
        << at("2026-11-20T14:07:00Z");
    QTest::newRow("noticed late, the task tells when")
        << window << QList{waiting("2026-11-20T14:05:00Z"), withTask(upgraded("2026-11-20T19:00:00Z"), ended)}
        << at("2026-11-20T14:20:00Z");
    QTest::newRow("not watched from before the window until after it")
        << window << QList{waiting("2026-11-20T17:00:00Z"), upgraded("2026-11-20T23:30:00Z")} << QDateTime();
    QTest::newRow("in the next day's window")
        << window << QList{waiting("2026-11-21T18:30:00Z"), upgraded("2026-11-21T18:31:00Z")} << QDateTime();
    QTest::newRow("the next morning")
        << window << QList{waiting("2026-11-21T07:00:00Z"), upgraded("2026-11-21T07:05:00Z")}
        << at("2026-11-21T07:05:00Z");
    QTest::newRow("seen half a minute after the window's end")
        << window << QList{waiting("2026-11-20T22:00:20Z"), upgraded("2026-11-20T22:00:40Z")} << QDateTime();
    QTest::newRow("asked for now") << Moment::Now
                                   << QList{waiting("2026-11-20T14:05:00Z"), upgraded("2026-11-20T14:07:00Z")}
                                   << QDateTime();
    QTest::newRow("switching by its step, before the version tells")
        << window
        << QList{withTask(seen(at("2026-11-20T14:06:00Z"), "MinorVersionUpgrading", oldVersion),
                          task(Status::Running, sent, "SwitchOver"))}
        << at("2026-11-20T14:06:00Z");
    QTest::newRow("copying before the window is allowed")
        << window
        << QList{withTask(seen(at("2026-11-20T14:06:00Z"), "MinorVersionUpgrading", oldVersion),
                          task(Status::Running, sent, "CopyData"))}
        << QDateTime();
}

void TrackingTest::aSwitchOutsideTheWindowRaisesTheAlarm()
{
    QFETCH(Moment, moment);
    QFETCH(QList<Observation>, polls);
    QFETCH(QDateTime, alarm);
    const Tracking tracking = follow(baseline(moment), polls);
    QCOMPARE(tracking.switchedOutsideWindow.has_value(), alarm.isValid());
    if (alarm.isValid())
        QCOMPARE(*tracking.switchedOutsideWindow, alarm);
}

void TrackingTest::whatTheUserMovedRaisesNoAlarm_data()
{
    QTest::addColumn<QDateTime>("movedTo");
    QTest::addColumn<bool>("windowChanged"); // to 02:00 – 06:00
    QTest::addColumn<QDateTime>("switched");
    QTest::addColumn<bool>("alarm");
    const QDateTime three = at("2026-11-20T15:00:00Z");
    QTest::newRow("moved to three, switches after it")
        << three << false << at("2026-11-20T15:07:00Z") << false;
    QTest::newRow("moved to three, begins on the dot")
        << three << false << at("2026-11-20T14:59:30Z") << false;
    QTest::newRow("moved to three, takes hours") << three << false << at("2026-11-20T17:00:00Z") << false;
    QTest::newRow("moved to three, switches before it")
        << three << false << at("2026-11-20T14:30:00Z") << true;
    QTest::newRow("in the window it was given since")
        << QDateTime() << true << at("2026-11-21T03:00:00Z") << false;
    QTest::newRow("in the window it had before, as the service knew it")
        << QDateTime() << true << at("2026-11-20T18:30:00Z") << false;
    QTest::newRow("in neither window") << QDateTime() << true << at("2026-11-21T10:00:00Z") << true;
}

void TrackingTest::whatTheUserMovedRaisesNoAlarm()
{
    QFETCH(QDateTime, movedTo);
    QFETCH(bool, windowChanged);
    QFETCH(QDateTime, switched);
    QFETCH(bool, alarm);
    Baseline before = baseline(Moment::MaintenanceWindow);
    before.movedTo = movedTo;
    if (windowChanged)
        before.newWindow = WindowSpan{at("2026-11-21T02:00:00Z"), at("2026-11-21T06:00:00Z")};
    const Tracking tracking = follow(before,
                                     {seen(switched.addSecs(-60), "Normal", oldVersion, false),
                                      seen(switched, "Normal", newVersion, true)});
    QCOMPARE(tracking.switchedOutsideWindow.has_value(), alarm);
}

void TrackingTest::windowsGoByTheServicesClock()
{
    const auto here = [](Observation observation, std::chrono::milliseconds offset) {
        observation.clockOffset = offset;
        observation.at = observation.at.addMSecs(-offset.count()); // as this computer's clock shows it
        return observation;
    };
    Baseline before = baseline(Moment::MaintenanceWindow);
    for (const std::chrono::milliseconds offset : {3h, -3h}) {
        before.clockOffset = offset;
        before.sentAt = sent.addMSecs(-offset.count());
        const Tracking within = follow(
            before,
            {here(waiting("2026-11-20T18:05:00Z"), offset), here(upgraded("2026-11-20T18:06:00Z"), offset)});
        QVERIFY(!within.switchedOutsideWindow);
        const Tracking outside = follow(
            before,
            {here(waiting("2026-11-20T15:05:00Z"), offset), here(upgraded("2026-11-20T15:06:00Z"), offset)});
        QCOMPARE(outside.switchedOutsideWindow, std::optional(at("2026-11-20T15:06:00Z")));
        QVERIFY(!follow(before, {here(waiting("2026-11-20T22:59:00Z"), offset)}).windowPassedUnchanged);
        QVERIFY(follow(before, {here(waiting("2026-11-20T23:01:00Z"), offset)}).windowPassedUnchanged);
    }
}

void TrackingTest::aQuietWindowAsksTheUser_data()
{
    QTest::addColumn<Baseline>("before");
    QTest::addColumn<QList<Observation>>("polls");
    QTest::addColumn<bool>("asks");
    Baseline unknownWindow = baseline(Moment::MaintenanceWindow);
    unknownWindow.window.reset();
    const Baseline window = baseline(Moment::MaintenanceWindow);
    QTest::newRow("in the window") << window << QList{waiting("2026-11-20T21:00:00Z")} << false;
    QTest::newRow("59 min after it") << window << QList{waiting("2026-11-20T22:59:00Z")} << false;
    QTest::newRow("61 min after it") << window << QList{waiting("2026-11-20T23:01:00Z")} << true;
    QTest::newRow("61 min after it, still running")
        << window
        << QList{seen(at("2026-11-20T21:59:00Z"), "MinorVersionUpgrading", oldVersion),
                 seen(at("2026-11-20T23:01:00Z"), "MinorVersionUpgrading", oldVersion)}
        << false;
    QTest::newRow("61 min after it, verified") << window << QList{upgraded("2026-11-20T23:01:00Z")} << false;
    QTest::newRow("window unknown, after 20 h")
        << unknownWindow << QList{waiting("2026-11-21T10:00:00Z")} << false;
    QTest::newRow("window unknown, after 26 h")
        << unknownWindow << QList{waiting("2026-11-21T16:00:00Z")} << true;
    Baseline moved = window;
    moved.movedTo = at("2026-11-22T09:00:00Z");
    QTest::newRow("moved to a later day, after the window")
        << moved << QList{waiting("2026-11-20T23:01:00Z")} << false;
    QTest::newRow("moved to a later day, an hour after that")
        << moved << QList{waiting("2026-11-22T10:01:00Z")} << true;
    Baseline changed = window;
    changed.newWindow = WindowSpan{at("2026-11-21T02:00:00Z"), at("2026-11-21T06:00:00Z")};
    QTest::newRow("the window was changed, after the old one")
        << changed << QList{waiting("2026-11-20T23:01:00Z")} << false;
    QTest::newRow("the window was changed, after the new one")
        << changed << QList{waiting("2026-11-21T07:01:00Z")} << true;
    QTest::newRow("now, after 50 min") << baseline() << QList{waiting("2026-11-20T14:50:00Z")} << false;
    QTest::newRow("now, after 61 min") << baseline() << QList{waiting("2026-11-20T15:01:00Z")} << true;
}

void TrackingTest::aQuietWindowAsksTheUser()
{
    QFETCH(Baseline, before);
    QFETCH(QList<Observation>, polls);
    QFETCH(bool, asks);
    QCOMPARE(follow(before, polls).windowPassedUnchanged, asks);
}

void TrackingTest::aRestartWhileRunningStillNoticesThatNothingChanged()
{
    Tracking tracking = resumedTracking(baseline(), StepState::Running);
    tracking = track(baseline(), tracking, quiet(60));
    QCOMPARE(stateName(tracking.state), stateName(StepState::Running));
    tracking = track(baseline(), tracking, quiet(75));
    QCOMPARE(stateName(tracking.state), stateName(StepState::Unchanged));
}

QTEST_GUILESS_MAIN(TrackingTest)
#include "tst_tracking.moc"
