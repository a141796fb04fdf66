// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

#include <chrono>

namespace uplift::practice {

/// One upgrade the service took on. Everything about it follows from these times and the clock.
struct UpgradeJob {
    enum class Kind { Kernel, Proxy };
    enum class End { Succeeds, Fails, KeepsVersion };
    Kind kind = Kind::Kernel;
    QString taskId;
    QDateTime accepted;
    QDateTime visibleFrom; ///< for the first moments nothing shows: status Normal, no task
    QDateTime begins; ///< the work; later than visibleFrom when it waits
    bool timed = false; ///< it waits for a time somebody named, not for the window
    QDateTime holdUntil; ///< the copy is made, the switch waits for this moment; invalid: it does not wait
    QDateTime calledOff; ///< by ModifyTaskInfo; invalid: never
    std::chrono::milliseconds duration{0}; ///< of the work, without waiting
    bool copies = true; ///< false: on its own server, without a copy of the data
    bool movable = false; ///< ActionInfo offers another time, and an end, while it waits or copies
    QString from; ///< bare versions
    QString to;
    QList<int> proxies; ///< numbers of the proxies meant; empty: all
    End end = End::Succeeds;
};

/// Where a job stands at one moment.
struct JobState {
    /// What happens; a held switch counts as Running, since the work has begun.
    enum class Phase { Hidden, Waiting, Running, Ended };
    Phase phase = Phase::Hidden;
    QString status; ///< Waiting, Scheduled, Running, Succeed, Failed, Cancelling, Canceled
    QString step;
    double share = 0; ///< of the work, 0 … 1
    double percent = 0; ///< 0 … 100, as shown
    qint64 remainingSeconds = 0;
    bool mayChange = false; ///< another time or an end may be had now
    bool replicasDone = false; ///< replicas run the new version
    bool switched = false; ///< masters too; for a proxy job: all proxies
    QDateTime ended; ///< invalid while open
};
/// Pure: the same job and moment give the same answer.
[[nodiscard]] JobState stateAt(const UpgradeJob &job, const QDateTime &now);

/// Does proxy `number` of `count` run the job's new version? They restart one after another.
[[nodiscard]] bool proxyDone(const UpgradeJob &job, int number, int count, const QDateTime &now);

/// ActionInfo of a task (api.md 9.2): what its steps allow, as JSON text; "{}" when nothing.
[[nodiscard]] QString actionInfo(const UpgradeJob &job, const JobState &state);

} // namespace uplift::practice
