// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/jobs.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace uplift::practice {

namespace {

/// The steps of the work, each up to its share of the time.
struct Step {
    const char *name;
    double until;
};
constexpr double copiedAt = 0.75;
constexpr double copySwitchedAt = 0.85;
constexpr double localSwitchedAt = 0.8;
constexpr double proxiesFrom = 0.2;
constexpr double proxiesUntil = 0.9;
constexpr double failsAt = 0.55;
constexpr Step copySteps[] = {
    {"prepare_resource", 0.15}, {"copy_data", copiedAt}, {"switch", copySwitchedAt}, {"clean_up", 1.0}};
constexpr Step localSteps[] = {{"prepare_resource", 0.4}, {"switch", localSwitchedAt}, {"clean_up", 1.0}};
constexpr Step proxySteps[] = {
    {"prepare_resource", proxiesFrom}, {"restart_proxies", proxiesUntil}, {"clean_up", 1.0}};

const QString waitForWindow = QStringLiteral("wait_maintain_time");
const QString waitForTime = QStringLiteral("wait_time_point");
const QString waitForSwitch = QStringLiteral("wait_switch");
const QString copyData = QStringLiteral("copy_data");

template <std::size_t size> QString stepAt(const Step (&steps)[size], double share)
{
    for (const Step &step : steps) {
        if (share < step.until)
            return QLatin1String(step.name);
    }
    return QLatin1String(steps[size - 1].name);
}

QString stepOf(const UpgradeJob &job, double share)
{
    if (job.kind == UpgradeJob::Kind::Proxy)
        return stepAt(proxySteps, share);
    return job.copies ? stepAt(copySteps, share) : stepAt(localSteps, share);
}

double fullTime(const UpgradeJob &job)
{
    return std::max<double>(1.0, static_cast<double>(job.duration.count()));
}

/// How long, up to `now`, the switch has been held, and whether it still is.
struct Hold {
    qint64 ms = 0;
    bool holds = false;
};
Hold holdAt(const UpgradeJob &job, const QDateTime &now)
{
    if (!job.holdUntil.isValid() || job.kind == UpgradeJob::Kind::Proxy || !job.copies)
        return {};
    const QDateTime copied = job.begins.addMSecs(static_cast<qint64>(fullTime(job) * copiedAt));
    if (now < copied || job.holdUntil <= copied)
        return {};
    return {copied.msecsTo(std::min(now, job.holdUntil)), now < job.holdUntil};
}

JobState waiting(const UpgradeJob &job, const QDateTime &now)
{
    JobState state;
    state.phase = JobState::Phase::Waiting;
    state.status = job.timed ? QStringLiteral("Scheduled") : QStringLiteral("Waiting");
    state.step = job.timed ? waitForTime : waitForWindow;
    state.remainingSeconds = now.secsTo(job.begins) + job.duration.count() / 1000;
    state.mayChange = job.movable;
    return state;
}

JobState working(const UpgradeJob &job, const QDateTime &now)
{
    JobState state;
    const double full = fullTime(job);
    const Hold hold = holdAt(job, now);
    const double share =
        hold.holds ? copiedAt : static_cast<double>(job.begins.msecsTo(now) - hold.ms) / full;
    const bool fails = job.end == UpgradeJob::End::Fails;
    const double last = fails ? failsAt : 1.0;
    state.share = std::min(share, last);
    state.step = hold.holds ? waitForSwitch : stepOf(job, state.share);
    state.percent = std::min(100.0, static_cast<double>(static_cast<int>(state.share * 1000)) / 10.0);
    if (share >= last) {
        state.phase = JobState::Phase::Ended;
        state.status = fails ? QStringLiteral("Failed") : QStringLiteral("Succeed");
        state.ended = job.begins.addMSecs(hold.ms + static_cast<qint64>(full * last));
    } else {
        state.phase = JobState::Phase::Running;
        state.status = hold.holds ? QStringLiteral("Waiting") : QStringLiteral("Running");
        state.remainingSeconds = static_cast<qint64>((1.0 - share) * full / 1000.0) + 1;
        if (hold.holds)
            state.remainingSeconds += now.secsTo(job.holdUntil);
        state.mayChange = job.movable && (hold.holds || state.step == copyData);
    }
    if (job.end != UpgradeJob::End::Succeeds)
        return state;
    if (job.kind == UpgradeJob::Kind::Proxy) {
        state.switched = share >= proxiesUntil;
        return state;
    }
    state.replicasDone = share >= (job.copies ? copiedAt : localSwitchedAt);
    state.switched = share >= (job.copies ? copySwitchedAt : localSwitchedAt);
    return state;
}

JobState openState(const UpgradeJob &job, const QDateTime &now)
{
    if (now < job.visibleFrom)
        return {};
    return now < job.begins ? waiting(job, now) : working(job, now);
}

/// What was copied is thrown away before it is over.
JobState calledOffState(const UpgradeJob &job, const QDateTime &now)
{
    JobState state = openState(job, job.calledOff);
    const bool begun = state.phase == JobState::Phase::Running;
    state.remainingSeconds = 0;
    state.mayChange = false;
    const QDateTime over = begun ? job.calledOff.addMSecs(job.duration.count() / 20) : job.calledOff;
    if (now < over) {
        state.status = QStringLiteral("Cancelling");
        state.remainingSeconds = now.secsTo(over) + 1;
        return state;
    }
    state.phase = JobState::Phase::Ended;
    state.status = QStringLiteral("Canceled");
    state.ended = over;
    return state;
}

/// ActionInfo of a job that may be changed.
QString offer(bool copies)
{
    const QJsonArray actions{QStringLiteral("modifySwitchTime"), QStringLiteral("cancel")};
    QJsonArray steps;
    for (const auto &[step, status] :
         {std::pair{waitForWindow, QStringLiteral("Waiting")},
          std::pair{waitForTime, QStringLiteral("Scheduled")}, std::pair{copyData, QStringLiteral("Running")},
          std::pair{waitForSwitch, QStringLiteral("Waiting")}}) {
        if (copies || (step != copyData && step != waitForSwitch))
            steps.append(QJsonObject{{QStringLiteral("step_name"), step},
                                     {QStringLiteral("action_info"), QJsonObject{{status, actions}}}});
    }
    return QString::fromUtf8(
        QJsonDocument(QJsonObject{{QStringLiteral("steps"), steps}}).toJson(QJsonDocument::Compact));
}

} // namespace

JobState stateAt(const UpgradeJob &job, const QDateTime &now)
{
    const bool calledOff = job.calledOff.isValid() && now >= job.calledOff;
    return calledOff ? calledOffState(job, now) : openState(job, now);
}

bool proxyDone(const UpgradeJob &job, int number, int count, const QDateTime &now)
{
    if (job.kind != UpgradeJob::Kind::Proxy || job.end != UpgradeJob::End::Succeeds)
        return false;
    const qsizetype place = job.proxies.isEmpty() ? number : job.proxies.indexOf(number);
    const qsizetype all = job.proxies.isEmpty() ? count : job.proxies.size();
    if (place < 0 || all <= 0)
        return false;
    const double turn = static_cast<double>(place + 1) / static_cast<double>(all);
    return stateAt(job, now).share >= proxiesFrom + (proxiesUntil - proxiesFrom) * turn;
}

QString actionInfo(const UpgradeJob &job, const JobState &state)
{
    static const QString withCopy = offer(true);
    static const QString withoutCopy = offer(false);
    if (!job.movable || state.phase == JobState::Phase::Ended)
        return QStringLiteral("{}");
    return job.copies ? withCopy : withoutCopy;
}

} // namespace uplift::practice
