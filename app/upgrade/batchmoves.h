// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "upgrade/batch.h"
#include "upgrade/state.h"

#include <QDateTime>
#include <QSet>

#include <optional>

namespace uplift::upgrade {

/// How a batch as a whole stands. Stored by name.
enum class BatchState {
    Running,
    Paused, ///< by the user
    Held, ///< by a stop rule, or because Uplift was closed when something was due; see Hold
    Stopping, ///< nothing new is begun; ends when what runs has ended
    Stopped,
    Finished ///< every member has ended
};
[[nodiscard]] bool isEnd(BatchState state);
/// The same again: a row that only notes something.
[[nodiscard]] bool mayFollow(BatchState from, BatchState to);
[[nodiscard]] QString batchStateName(BatchState state); ///< stored, never translated
[[nodiscard]] std::optional<BatchState> batchStateFromName(const QString &name);
[[nodiscard]] QString batchStateText(BatchState state); ///< translated

/// Why a batch holds.
struct Hold {
    enum class Reason {
        Failures,
        Undecided,
        OutsideWindow,
        CanaryNotVerified,
        MissedStart, ///< Uplift was closed, or the computer slept, when something was due: by more than
                     ///< missedBy
        Refused, ///< a part could not be begun here: a locked keychain, no room in the journal
    };
    Reason reason = Reason::Failures;
    QString sentence; ///< translated: names the instance or the moment
};
[[nodiscard]] QString holdName(Hold::Reason reason);
[[nodiscard]] std::optional<Hold::Reason> holdFromName(const QString &name);

/// One attempt at a part.
struct Attempt {
    StepId step;
    StepState state = StepState::Planned;
    QDateTime since; ///< UTC, of the present state
    bool checking = false; ///< facts are gathered; nothing is journaled yet
    bool leftOut = false; ///< NotStarted because a check forbade it, or it was the latest already
    bool latest = false; ///< leftOut, for the latter
    QString why; ///< translated: leftOut
    bool mayTryAgain = false; ///< surely not carried out, for a cause that passes: throttled, unreachable
    bool switchedOutsideWindow = false;
    bool forgiven = false; ///< the user went on although it held the batch
};

/// What became of a batch so far.
struct BatchProgress {
    BatchState state = BatchState::Running;
    QDateTime since; ///< UTC, of the present state
    /// UTC, when it was looked at last; before the first look the newest row of the journal. Invalid: begun,
    /// or resumed by the user, just now.
    QDateTime lastAlive;
    QHash<int, QList<QList<Attempt>>> attempts; ///< by item: by part: oldest first
    [[nodiscard]] QList<Attempt> of(const PartRef &part) const
    {
        return attempts.value(part.item).value(part.part);
    }
};

/// How a member stands, in one word.
enum class MemberState {
    Waiting, ///< its turn has not come
    Open, ///< a part is checked, sent or watched
    Between, ///< a part has ended well, the next has not begun
    Undecided,
    Done, ///< every part verified, or left out as the latest
    LeftOut, ///< a check forbade a part when its turn came
    Failed ///< failed, rejected, unchanged, gone, cancelled, not started
};
[[nodiscard]] MemberState memberState(const BatchPlan &plan, const BatchProgress &progress, int item);
[[nodiscard]] bool isEnd(MemberState state);

/// What a batch does next.
struct Moves {
    QList<PartRef> begin; ///< these, now, in this order
    std::optional<QDateTime> wakeAt; ///< UTC: look again then, if nothing happens before
    std::optional<Hold> hold;
    bool finished = false;
    bool stopped = false; ///< Stopping, and nothing runs any more
    int wave = -1; ///< index of the wave whose turn it is; -1: all have ended
};

/// At most that many attempts at a part that may be tried again.
inline constexpr int maxAttempts = 3;
/// Shortest time between two attempts.
inline constexpr std::chrono::seconds attemptGap{10};
/// An upgrade is not begun inside a window that ends sooner than this (own advice: time to prepare and to
/// switch).
inline constexpr std::chrono::minutes windowRemainder{30};
/// Uplift was closed, or the computer slept, when something was due: later by more than this, it asks before
/// it goes on.
inline constexpr std::chrono::minutes missedBy{60};

/// The whole decision. Pure: the same plan, progress and moment give the same moves.
/// A wave begins when every member of the one before has ended, its wait is over, `notBefore` has come, and
/// after a canary only when that is verified. Within a wave members begin in order, at most `atOnce` at a
/// time: with BatchMoment::NextWindow one that waits for its window holds its place, so that each group takes
/// a window; with BatchMoment::InsideWindow whose window is not open lets the next one pass. Undecided
/// members count as open, except for the next wave when the rules do not stop for them.
[[nodiscard]] Moves nextMoves(const BatchPlan &plan, const BatchProgress &progress, const QDateTime &now,
                              std::chrono::milliseconds gap = attemptGap);

/// One line of the dry run.
struct DryRunRow {
    enum class Kind { WaveHead, Member, Gate, LeftOut };
    Kind kind = Kind::Member;
    int wave = 0;
    int item = -1; ///< Member
    QString text; ///< WaveHead: "3 instances, 2 at once"; Gate, LeftOut: a sentence
    /// UTC; invalid: after the ones before. `estimated`: rests on an assumed duration. What is asked for
    /// while a window is open is taken to begin in the next one.
    QDateTime start;
    /// UTC; as `start`, but taken to begin in the window that is open. No document says which of the two.
    QDateTime earliest;
    bool estimated = false;
    /// WaveHead, Member: its window is open when its turn comes now, and no document says whether the service
    /// begins it in this one or in the next, which is `start`.
    bool orAtOnce = false;
    int after = -1; ///< Member: position in the wave's queue; 0: begins with the wave
};
/// Its day hangs on whether the service takes windows that are open when it is asked.
[[nodiscard]] bool mayComeEarlier(const DryRunRow &row);
/// Exact order, gates and both times of each member. `typical`: how long one member is taken to run where
/// nothing is known.
[[nodiscard]] QList<DryRunRow> dryRun(const BatchPlan &plan, const QDateTime &now,
                                      std::chrono::minutes typical = std::chrono::minutes(30));

} // namespace uplift::upgrade
