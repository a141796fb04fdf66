// SPDX-License-Identifier: GPL-3.0-or-later
#include "upgrade/batchmoves.h"

#include <QCoreApplication>

#include <algorithm>

namespace uplift::upgrade {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("uplift::upgrade", text); }

bool willTryAgain(const QList<Attempt> &attempts)
{
    return !attempts.isEmpty() && attempts.constLast().mayTryAgain && isEnd(attempts.constLast().state)
        && attempts.size() < maxAttempts;
}

/// Ended in a way no batch wants. A cancellation is somebody's wish.
bool isBad(const Attempt &attempt)
{
    return isEnd(attempt.state) && attempt.state != StepState::Verified
        && attempt.state != StepState::Cancelled && !attempt.leftOut;
}

/// What a part's attempts come to.
enum class PartState { Waiting, Open, Undecided, TryAgain, Done, LeftOut, Failed };

PartState partState(const QList<Attempt> &attempts)
{
    if (attempts.isEmpty())
        return PartState::Waiting;
    const Attempt &last = attempts.constLast();
    if (last.checking)
        return PartState::Open;
    if (last.state == StepState::Verified || (last.leftOut && last.latest))
        return PartState::Done;
    if (last.state == StepState::Undecided)
        return PartState::Undecided;
    if (!isEnd(last.state))
        return PartState::Open;
    if (last.leftOut)
        return PartState::LeftOut;
    return willTryAgain(attempts) ? PartState::TryAgain : PartState::Failed;
}

/// Left out after a part of it was carried out: its upgrade stays half done.
bool isHalfDone(const BatchProgress &progress, const PartRef &part)
{
    const QList<Attempt> attempts = progress.of(part);
    if (attempts.isEmpty() || partState(attempts) != PartState::LeftOut)
        return false;
    for (int before = 0; before < part.part; ++before) {
        const QList<Attempt> done = progress.of({part.item, before});
        if (!done.isEmpty() && done.constLast().state == StepState::Verified)
            return true;
    }
    return false;
}

/// The part a member is at: the first that is not done.
int currentPart(const BatchPlan &plan, const BatchProgress &progress, int item)
{
    const auto parts = static_cast<int>(plan.items.at(item).parts.size());
    for (int part = 0; part < parts; ++part) {
        if (partState(progress.of({item, part})) != PartState::Done)
            return part;
    }
    return parts;
}

QDateTime endOf(const BatchPlan &plan, const BatchProgress &progress, int item)
{
    QDateTime end;
    for (int part = 0; part < plan.items.at(item).parts.size(); ++part) {
        const QList<Attempt> attempts = progress.of({item, part});
        if (!attempts.isEmpty() && (!end.isValid() || attempts.constLast().since > end))
            end = attempts.constLast().since;
    }
    return end;
}

/// The stop rules, over all that has happened and was not forgiven.
std::optional<Hold> holdNow(const BatchPlan &plan, const BatchProgress &progress)
{
    int failures = 0;
    QString failed;
    for (int item = 0; item < plan.items.size(); ++item) {
        const QString name = plan.items.at(item).plan.instanceName;
        for (int part = 0; part < plan.items.at(item).parts.size(); ++part) {
            const QList<Attempt> attempts = progress.of({item, part});
            if (attempts.isEmpty() || attempts.constLast().forgiven)
                continue;
            const Attempt &last = attempts.constLast();
            if (plan.stop.undecided && last.state == StepState::Undecided)
                return Hold{
                    Hold::Reason::Undecided,
                    tr("It is not known what became of %1. Decide in In progress, then resume.").arg(name)};
            if (plan.stop.outsideWindow && last.switchedOutsideWindow)
                return Hold{Hold::Reason::OutsideWindow,
                            tr("%1 switched outside its maintenance window.").arg(name)};
            if ((isBad(last) && !willTryAgain(attempts)) || isHalfDone(progress, {item, part})) {
                ++failures;
                failed = name;
            }
        }
    }
    if (plan.stop.failures > 0 && failures >= plan.stop.failures)
        return Hold{Hold::Reason::Failures,
                    failures == 1
                        ? tr("%1 did not end verified.").arg(failed)
                        : tr("%1 upgrades did not end verified, the last one %2.").arg(failures).arg(failed)};
    return std::nullopt;
}

struct WaveSight {
    bool ended = true;
    bool begun = false;
    bool verified = true; ///< every member, or forgiven
    QDateTime end; ///< of the last member
    QString notVerified;
};

WaveSight sightOf(const BatchPlan &plan, const BatchProgress &progress, int wave)
{
    WaveSight sight;
    for (int item = 0; item < plan.items.size(); ++item) {
        if (plan.items.at(item).wave != wave)
            continue;
        const MemberState state = memberState(plan, progress, item);
        const bool passes = isEnd(state) || (state == MemberState::Undecided && !plan.stop.undecided);
        sight.ended = sight.ended && passes;
        sight.begun = sight.begun || state != MemberState::Waiting;
        const int part = std::min<int>(currentPart(plan, progress, item),
                                       static_cast<int>(plan.items.at(item).parts.size()) - 1);
        const QList<Attempt> attempts = progress.of({item, part});
        const bool forgiven = !attempts.isEmpty() && attempts.constLast().forgiven;
        if (state != MemberState::Done && !forgiven && sight.verified) {
            sight.verified = false;
            sight.notVerified = plan.items.at(item).plan.instanceName;
        }
        const QDateTime end = endOf(plan, progress, item);
        if (end.isValid() && (!sight.end.isValid() || end > sight.end))
            sight.end = end;
    }
    return sight;
}

void wakeBy(Moves &moves, const QDateTime &when)
{
    if (when.isValid() && (!moves.wakeAt || when < *moves.wakeAt))
        moves.wakeAt = when;
}

/// From when a part may begin as far as its window is concerned; `now` or earlier: at once.
QDateTime windowAllows(const BatchPlan &plan, const PartRef &part, const QDateTime &now)
{
    const BatchItem &item = plan.items.at(part.item);
    if (plan.moment != BatchMoment::InsideWindow || !isUpgrade(item.parts.at(part.part)) || !item.window)
        return now;
    const auto length = std::chrono::seconds(item.window->length());
    const auto needed = std::min<std::chrono::seconds>(windowRemainder, length / 2);
    if (const auto open = item.window->around(now); open && now.secsTo(open->end) >= needed.count())
        return now;
    return item.window->next(now, 1).constFirst().start;
}

/// When the next attempt at a part may begin.
QDateTime gapAllows(const QList<Attempt> &attempts, std::chrono::milliseconds gap, const QDateTime &now)
{
    // An end that lies ahead was written by a clock that has been set back since.
    const QDateTime ended = attempts.isEmpty() ? now : attempts.constLast().since;
    return willTryAgain(attempts) && ended <= now ? ended.addMSecs(gap.count() * attempts.size()) : now;
}

/// Since when a part that may begin now may do so; `due`: its wave.
QDateTime dueSince(const BatchPlan &plan, const PartRef &part, const QDateTime &due, const QDateTime &now)
{
    const BatchItem &item = plan.items.at(part.item);
    if (plan.moment != BatchMoment::InsideWindow || !isUpgrade(item.parts.at(part.part)) || !item.window)
        return due;
    const auto open = item.window->around(now);
    return open && (!due.isValid() || open->start > due) ? open->start : due;
}

void beginInOrder(const BatchPlan &plan, const BatchProgress &progress, const QDateTime &now,
                  std::chrono::milliseconds gap, Moves &moves)
{
    int open = 0;
    QList<int> next; // those between two parts go first: their upgrade is half done
    QList<int> waiting;
    for (int item = 0; item < plan.items.size(); ++item) {
        if (plan.items.at(item).wave != moves.wave)
            continue;
        const MemberState state = memberState(plan, progress, item);
        if (state == MemberState::Open || (state == MemberState::Undecided && plan.stop.undecided))
            ++open;
        else if (state == MemberState::Between)
            next.append(item);
        else if (state == MemberState::Waiting)
            waiting.append(item);
    }
    next.append(waiting);
    for (const int item : std::as_const(next)) {
        if (open >= plan.waves.at(moves.wave).atOnce)
            return;
        const PartRef part{item, currentPart(plan, progress, item)};
        const QDateTime from =
            std::max(windowAllows(plan, part, now), gapAllows(progress.of(part), gap, now));
        if (from > now) {
            wakeBy(moves, from);
            continue;
        }
        moves.begin.append(part);
        ++open;
    }
}

/// What is due, and whether Uplift was away for too long to simply go on.
bool missed(const BatchProgress &progress, const QDateTime &due, const QDateTime &now)
{
    if (!progress.lastAlive.isValid())
        return false;
    const QDateTime since = due.isValid() ? std::max(due, progress.lastAlive) : progress.lastAlive;
    return since.secsTo(now) > std::chrono::seconds(missedBy).count();
}

bool anyOpen(const BatchPlan &plan, const BatchProgress &progress)
{
    for (int item = 0; item < plan.items.size(); ++item) {
        if (plan.items.at(item).wave >= 0 && memberState(plan, progress, item) == MemberState::Open)
            return true;
    }
    return false;
}

/// Finds the wave whose turn it is and fills in what it needs.
void moveWave(const BatchPlan &plan, const BatchProgress &progress, const QDateTime &now,
              std::chrono::milliseconds gap, Moves &moves)
{
    QDateTime before; // when the wave before ended
    for (int wave = 0; wave < plan.waves.size(); ++wave) {
        const WaveSight sight = sightOf(plan, progress, wave);
        if (sight.ended) {
            if (plan.waves.at(wave).canary && !sight.verified) {
                moves.wave = wave;
                moves.hold = Hold{Hold::Reason::CanaryNotVerified,
                                  tr("The canary %1 did not end verified.").arg(sight.notVerified)};
                return;
            }
            before = std::min(sight.end, now); // a clock set back must not make the next wave wait for it
            continue;
        }
        moves.wave = wave;
        QDateTime due = plan.waves.at(wave).notBefore;
        if (before.isValid()) {
            const QDateTime soaked = before.addSecs(std::chrono::seconds(plan.waves.at(wave).wait).count());
            due = due.isValid() ? std::max(due, soaked) : soaked;
        }
        if (!sight.begun && due.isValid() && due > now)
            return wakeBy(moves, due);
        beginInOrder(plan, progress, now, gap, moves);
        const bool late = std::any_of(moves.begin.cbegin(), moves.begin.cend(), [&](const PartRef &part) {
            return missed(progress, dueSince(plan, part, due, now), now);
        });
        if (late) {
            moves.begin.clear();
            moves.hold = Hold{Hold::Reason::MissedStart,
                              tr("Uplift was not running, or this computer was asleep, when the next "
                                 "upgrades of wave %1 were due.")
                                  .arg(wave + 1)};
        }
        return;
    }
}

} // namespace

MemberState memberState(const BatchPlan &plan, const BatchProgress &progress, int item)
{
    const int part = currentPart(plan, progress, item);
    if (part >= plan.items.at(item).parts.size())
        return MemberState::Done;
    switch (partState(progress.of({item, part}))) {
    case PartState::Waiting:
        return part == 0 ? MemberState::Waiting : MemberState::Between;
    case PartState::TryAgain:
        return MemberState::Between;
    case PartState::Open:
        return MemberState::Open;
    case PartState::Undecided:
        return MemberState::Undecided;
    case PartState::LeftOut:
        return MemberState::LeftOut;
    case PartState::Done:
    case PartState::Failed:
        break;
    }
    return MemberState::Failed;
}

bool isEnd(MemberState state)
{
    return state == MemberState::Done || state == MemberState::LeftOut || state == MemberState::Failed;
}

Moves nextMoves(const BatchPlan &plan, const BatchProgress &progress, const QDateTime &now,
                std::chrono::milliseconds gap)
{
    Moves moves;
    if (isEnd(progress.state))
        return moves;
    bool ended = true;
    for (int item = 0; item < plan.items.size(); ++item)
        ended = ended && (plan.items.at(item).wave < 0 || isEnd(memberState(plan, progress, item)));
    if (ended) {
        moves.finished = true;
        return moves;
    }
    if (progress.state == BatchState::Stopping)
        moves.stopped = !anyOpen(plan, progress);
    if (progress.state != BatchState::Running)
        return moves;
    moves.hold = holdNow(plan, progress);
    if (!moves.hold)
        moveWave(plan, progress, now, gap, moves);
    return moves;
}

} // namespace uplift::upgrade
