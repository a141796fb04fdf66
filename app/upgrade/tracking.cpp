// SPDX-License-Identifier: GPL-3.0-or-later
#include "upgrade/tracking.h"

#include <algorithm>
#include <utility>

namespace uplift::upgrade {

namespace {

/// A window is the service's: it opens and closes by its clock.
QDateTime seenThere(const Observation &seen) { return seen.at.addMSecs(seen.clockOffset.count()); }

// Does any daily occurrence of the window touch [from, to]?
bool touchesWindow(const WindowSpan &window, const QDateTime &from, const QDateTime &to)
{
    const qint64 tolerance = std::chrono::milliseconds(windowTolerance).count();
    const qint64 day = 24LL * 60 * 60 * 1000;
    const qint64 start = window.start.toMSecsSinceEpoch() - tolerance;
    const qint64 end = window.end.toMSecsSinceEpoch() + tolerance;
    // The first occurrence that ends after `from`.
    qint64 days = (from.toMSecsSinceEpoch() - end) / day;
    while (end + days * day < from.toMSecsSinceEpoch())
        ++days;
    while (end + (days - 1) * day >= from.toMSecsSinceEpoch())
        --days;
    return start + days * day <= to.toMSecsSinceEpoch();
}

void noticeSwitch(const Baseline &baseline, Tracking &now, const Observation &seen)
{
    if (now.switchSeen)
        return;
    now.switchSeen = true;
    if (baseline.moment != Moment::MaintenanceWindow || !baseline.window)
        return;
    // It happened after the last sight of the old version, and before this one or the task's own end.
    const QDateTime from =
        now.lastSeenOld.isValid() ? now.lastSeenOld : sentByService(baseline, seen.clockOffset);
    QDateTime to = seenThere(seen);
    if (seen.task && seen.task->ended.isValid() && seen.task->ended >= from && seen.task->ended < to)
        to = seen.task->ended;
    // From the moment on that the user moved it to, any time is what was asked for.
    const bool asMoved =
        baseline.movedTo.isValid() && to >= baseline.movedTo.addSecs(-windowTolerance.count());
    if (!asMoved && !touchesWindow(*baseline.window, from, to)
        && !(baseline.newWindow && touchesWindow(*baseline.newWindow, from, to)))
        now.switchedOutsideWindow = to;
}

bool taskSays(const Observation &seen, CloudTask::Status status)
{
    return seen.task && seen.task->status == status;
}

bool atWork(const Observation &seen)
{
    return seen.status == InstanceStatus::MinorVersionUpgrading || taskSays(seen, CloudTask::Status::Running);
}

// What a status of Normal and no running task mean.
StepState settled(const Baseline &baseline, Tracking &now, const Observation &seen)
{
    if (versionChanged(baseline, seen))
        return StepState::Verified;
    const bool taskEnded = taskSays(seen, CloudTask::Status::Succeeded);
    const bool worked = now.wasUpgrading || taskEnded;
    // "Latest" beside the very version from before proves nothing until something was seen at work: flags may
    // contradict.
    const bool sameVersion = baseline.version.isKnown() && seen.version.isKnown();
    if (seen.isLatest.value_or(false) && (worked || (!sameVersion && now.polls > 1)))
        return StepState::Verified;
    if (seen.task && isOpen(*seen.task) && !now.wasUpgrading)
        return StepState::Waiting;
    if (worked && sameVersion) {
        ++now.unchangedPolls;
        return now.unchangedPolls >= unchangedPollsNeeded ? StepState::Unchanged : now.state;
    }
    if (!worked && baseline.moment == Moment::MaintenanceWindow)
        return StepState::Waiting;
    return now.state;
}

bool quietTooLong(const Baseline &baseline, const Tracking &now, const Observation &seen)
{
    if (isSetting(baseline.kind))
        return false;
    if (now.wasUpgrading || (now.state != StepState::Accepted && now.state != StepState::Waiting))
        return false;
    const bool window = baseline.moment == Moment::MaintenanceWindow;
    const QDateTime sent = sentByService(baseline, seen.clockOffset);
    QDateTime quietSince = sent;
    if (window) // without a known window, the next one has surely passed after a day
        quietSince = baseline.window ? baseline.window->end : sent.addDays(1);
    if (window && baseline.newWindow)
        quietSince = std::max(quietSince, baseline.newWindow->end);
    if (baseline.movedTo.isValid())
        quietSince = baseline.movedTo;
    return seenThere(seen) > quietSince.addSecs(std::chrono::seconds(quietLimit).count());
}

/// A backup is over when the service lists its sets, whatever the instance's status is meanwhile.
StepState nextOfBackup(const Tracking &now, const Observation &seen)
{
    switch (seen.backup ? seen.backup->phase : BackupSight::Phase::NotSeen) {
    case BackupSight::Phase::Running:
        return StepState::Running;
    case BackupSight::Phase::Success:
        return StepState::Verified;
    case BackupSight::Phase::Failed:
        return StepState::Failed;
    case BackupSight::Phase::NotSeen:
        break;
    }
    return now.state;
}

/// A setting is over when it reads back as asked for. One that stays otherwise is said to have stayed so.
StepState nextOfSetting(const Baseline &baseline, Tracking &now, const Observation &seen)
{
    if (seen.asWanted.value_or(false))
        return StepState::Verified;
    // A moved task's moment cannot be read back (api.md 9.2): the service's own "done" stands.
    if (!seen.asWanted && baseline.kind == StepKind::MoveTask && seen.tasksRead)
        return StepState::Verified;
    if (!seen.asWanted)
        return now.state;
    ++now.unchangedPolls;
    const QDateTime sent = sentByService(baseline, seen.clockOffset);
    const bool longEnough = sent.secsTo(seenThere(seen)) > std::chrono::seconds(settingPatience).count();
    return now.unchangedPolls >= unchangedPollsNeeded && longEnough ? StepState::Unchanged : now.state;
}

StepState next(const Baseline &baseline, Tracking &now, const Observation &seen)
{
    if (seen.status == InstanceStatus::Released)
        return StepState::Gone;
    if (baseline.kind == StepKind::Backup)
        return nextOfBackup(now, seen);
    if (isSetting(baseline.kind))
        return nextOfSetting(baseline, now, seen);
    const bool switching = seen.status == InstanceStatus::HaSwitching
        || (atWork(seen) && seen.task && looksLikeSwitching(*seen.task));
    if (switching || versionChanged(baseline, seen))
        noticeSwitch(baseline, now, seen);
    else if (seen.version.isKnown())
        now.lastSeenOld = seenThere(seen);
    if (seen.status != InstanceStatus::MinorVersionUpgrading && !versionChanged(baseline, seen)) {
        if (taskSays(seen, CloudTask::Status::Failed))
            return StepState::Failed;
        if (taskSays(seen, CloudTask::Status::Cancelled))
            return StepState::Cancelled;
    }
    if (seen.status == InstanceStatus::Normal && !taskSays(seen, CloudTask::Status::Running))
        return settled(baseline, now, seen);
    now.unchangedPolls = 0;
    if (switching) {
        now.wasUpgrading = true;
        return StepState::Switching;
    }
    if (atWork(seen)) {
        now.wasUpgrading = true;
        return StepState::Running;
    }
    return now.state; // another change of the instance, or a word we do not know: look again
}

} // namespace

Tracking track(const Baseline &baseline, Tracking before, const Observation &seen)
{
    Tracking now = std::move(before);
    ++now.polls;
    if (seen.notFound) {
        if (++now.notFoundPolls >= notFoundPollsNeeded)
            now.state = StepState::Gone;
        return now;
    }
    now.notFoundPolls = 0;
    const StepState state = next(baseline, now, seen);
    if (state != now.state
        && mayFollow(now.state, state)) // never backwards: Switching does not become Running
        now.state = state;
    now.windowPassedUnchanged = quietTooLong(baseline, now, seen);
    return now;
}

Tracking resumedTracking(const Baseline &baseline, StepState journaled)
{
    Tracking tracking;
    tracking.state = journaled;
    tracking.wasUpgrading = journaled == StepState::Running || journaled == StepState::Switching;
    tracking.lastSeenOld = sentByService(baseline, std::chrono::milliseconds(0));
    return tracking;
}

} // namespace uplift::upgrade
