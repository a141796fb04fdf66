// SPDX-License-Identifier: GPL-3.0-or-later
#include "upgrade/batchrun.h"

#include "upgrade/journal.h"
#include "upgrade/outcome.h"

#include <QJsonArray>

#include <algorithm>
#include <utility>

namespace uplift::upgrade {

namespace {

/// Questions before a part is begun are asked that often.
constexpr int maxFactTries = 3;
/// While it runs it is looked at least that often, ms.
constexpr qint64 longestLook = 60'000;

/// Why nothing can be asked just now, which says nothing of the instance: the others would fare the same.
bool passes(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Offline:
    case Error::Kind::TimedOut:
    case Error::Kind::Tls:
    case Error::Kind::Proxy:
    case Error::Kind::Throttled:
    case Error::Kind::Server:
    case Error::Kind::BadReply:
    case Error::Kind::Keychain:
        return true;
    case Error::Kind::Denied: // the key or its session; a missing permission may concern this instance alone
        return !error.code.startsWith(QLatin1String("Forbidden"))
            && !error.code.startsWith(QLatin1String("NoPermission"));
    default:
        return false;
    }
}

QJsonObject byUser() { return {{QStringLiteral("who"), whoami()}}; }

} // namespace

bool mayTryAgain(const StepView &step)
{
    if (!step.error)
        return false;
    if (step.state == StepState::Rejected)
        return step.error->kind == Error::Kind::Throttled;
    if (step.state != StepState::NotStarted)
        return false;
    switch (step.error->kind) {
    case Error::Kind::Offline:
    case Error::Kind::Tls:
    case Error::Kind::Proxy:
        return true;
    default:
        return false;
    }
}

BatchRun::BatchRun(BatchTools &tools, BatchView view, QObject *parent)
    : BatchRunner(tools, std::move(view), parent)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &BatchRun::advance);
}

void BatchRun::advance()
{
    if (m_advancing)
        return;
    m_timer.stop();
    const QDateTime now = m_tools.clock.now();
    noticeAbsence(now);
    const Moves moves = nextMoves(m_view.plan, m_view.progress, now, m_tools.intervals.attemptGap);
    m_view.wave = moves.wave;
    m_view.nextAt = moves.wakeAt;
    if (moves.finished)
        return enter(BatchState::Finished);
    if (moves.stopped)
        return enter(BatchState::Stopped);
    if (moves.hold)
        return hold(*moves.hold);
    noticePresence(now);
    m_advancing = true;
    for (const PartRef &part : moves.begin) {
        if (runs()) // a key that cannot be read holds the batch at once
            begin(part);
    }
    m_advancing = false;
    if (runs()) {
        // In short steps: the wall clock may jump, and the machine may sleep, which shows in a look that is
        // late.
        const qint64 due = moves.wakeAt ? now.msecsTo(*moves.wakeAt) : longestLook;
        m_timer.start(static_cast<int>(std::clamp<qint64>(due, 0, longestLook)));
    }
    Q_EMIT changed();
}

// What is due is judged by when this was looked at last. After an absence that moment stands until what ran
// meanwhile was asked about: its end may lie hours back, and what follows it was due then.
void BatchRun::noticeAbsence(const QDateTime &now)
{
    const QDateTime &last = m_view.progress.lastAlive;
    if (runs() && m_looked && last.isValid() && !m_backAt.isValid()
        && last.secsTo(now) > std::chrono::seconds(missedBy).count())
        m_backAt = now;
}

void BatchRun::noticePresence(const QDateTime &now)
{
    if (!runs())
        return;
    m_looked = true;
    // An answer is known a little before what follows from it.
    if (m_backAt.isValid() && (m_backAt.msecsTo(now) < 2 * longestLook || !askedSince(m_backAt)))
        return;
    m_backAt = {};
    m_view.progress.lastAlive = now;
}

// Was every step that runs asked about since then?
bool BatchRun::askedSince(const QDateTime &moment) const
{
    for (const QList<QList<Attempt>> &parts : m_view.progress.attempts) {
        for (const QList<Attempt> &attempts : parts) {
            if (attempts.isEmpty() || attempts.constLast().checking || isEnd(attempts.constLast().state))
                continue;
            const auto step = m_tools.upgrades.step(attempts.constLast().step);
            if (step && (!step->askedAt.isValid() || step->askedAt < moment))
                return false;
        }
    }
    return true;
}

void BatchRun::pause()
{
    if (runs())
        enter(BatchState::Paused, byUser());
}

void BatchRun::goOn()
{
    const BatchState state = m_view.progress.state;
    if (state != BatchState::Paused && state != BatchState::Held)
        return;
    QJsonArray forgiven;
    for (auto &parts : m_view.progress.attempts) {
        for (QList<Attempt> &attempts : parts) {
            if (attempts.isEmpty() || attempts.constLast().forgiven)
                continue;
            Attempt &last = attempts.last();
            const bool bad = isEnd(last.state) && last.state != StepState::Verified;
            if (!bad && last.state != StepState::Undecided && !last.switchedOutsideWindow)
                continue;
            last.forgiven = true;
            forgiven.append(last.step.value);
        }
    }
    m_view.progress.lastAlive = {};
    m_backAt = {};
    QJsonObject data = byUser();
    data.insert(QStringLiteral("forgiven"), forgiven);
    enter(BatchState::Running, data);
    advance();
}

void BatchRun::stop()
{
    if (isEnd(m_view.progress.state) || m_view.progress.state == BatchState::Stopping)
        return;
    enter(BatchState::Stopping, byUser());
    advance();
}

void BatchRun::onUnwritten(const Error &error)
{
    if (!runs())
        return;
    m_view.progress.state = BatchState::Held;
    m_view.hold = Hold{Hold::Reason::Refused, error.message};
}

Attempt *BatchRun::checking(const PartRef &part)
{
    QList<QList<Attempt>> &parts = m_view.progress.attempts[part.item];
    if (parts.size() <= part.part || parts.at(part.part).isEmpty())
        return nullptr;
    Attempt &last = parts[part.part].last();
    return last.checking ? &last : nullptr;
}

void BatchRun::begin(const PartRef &part)
{
    QList<QList<Attempt>> &parts = m_view.progress.attempts[part.item];
    while (parts.size() <= part.part)
        parts.append(QList<Attempt>());
    QList<Attempt> &attempts = parts[part.part];
    Attempt attempt;
    attempt.step = stepIdOf(m_view.plan.id, part, static_cast<int>(attempts.size()) + 1);
    attempt.since = m_tools.clock.now();
    attempt.checking = true;
    attempts.append(attempt);
    check(part, 1);
}

/// The attempt goes as if it had not been made: nothing of it is on disk.
void BatchRun::drop(const PartRef &part)
{
    if (checking(part))
        m_view.progress.attempts[part.item][part.part].removeLast();
    Q_EMIT changed();
    if (!runs()) // a batch that is to end after its current ones may have none left
        advance();
}

void BatchRun::check(const PartRef &part, int tries)
{
    const AccountId account = m_view.plan.items.at(part.item).plan.account;
    m_tools.clients(account, this, [this, part, tries](const Result<std::shared_ptr<cloud::Client>> &client) {
        if (!client) {
            drop(part);
            return hold({Hold::Reason::Refused, client.error().message});
        }
        gatherFacts(*client, stepPlanOf(m_view.plan, part, 1), m_tools.clock, this,
                    [this, part, tries](const Result<MemberFacts> &facts) { onFacts(part, tries, facts); });
    });
}

void BatchRun::onFacts(const PartRef &part, int tries, const Result<MemberFacts> &facts)
{
    Attempt *attempt = checking(part);
    if (!attempt)
        return;
    if (!runs()) // paused meanwhile
        return drop(part);
    if (!facts) {
        if (tries < maxFactTries) {
            QTimer::singleShot(m_tools.intervals.attemptGap, this,
                               [this, part, tries] { check(part, tries + 1); });
            return;
        }
        if (passes(facts.error())) {
            const QString name = m_view.plan.items.at(part.item).plan.instanceName;
            drop(part);
            return hold(
                {Hold::Reason::Refused,
                 tr("The service could not be asked about %1 before its turn, and nothing was sent. %2 "
                    "Resume when the cause is gone.")
                     .arg(name, facts.error().message)});
        }
        return leaveOut(part, false, facts.error().message);
    }
    const QDateTime now = m_tools.clock.now();
    const auto place = placeOf(m_view.plan.id, attempt->step);
    StepPlan plan = refreshed(stepPlanOf(m_view.plan, part, place->attempt), *facts, now);
    const Admission admission = admit(plan, *facts, m_view.plan.includeLatest, now);
    if (!admission.admitted)
        return leaveOut(part, admission.latest, admission.why);
    if (const QString why = notInWindow(plan, *facts, now); !why.isEmpty()) {
        drop(part);
        return hold({Hold::Reason::Refused, why});
    }
    for (const QString &check : admission.checks) { // beside those of the confirmation
        if (!plan.checks.contains(check))
            plan.checks.append(check);
    }
    sendWhenDue(part, plan);
}

/// Held for its window and sent as "at once": the service will not wait for it, so that the window must be
/// open by its clock and as it is set now. Empty: it is, or it does not matter.
QString BatchRun::notInWindow(const StepPlan &plan, const MemberFacts &facts, const QDateTime &now) const
{
    if (m_view.plan.moment != BatchMoment::InsideWindow || !isUpgrade(plan.kind))
        return {};
    if (facts.instance.window && facts.instance.window->around(byService(facts, now)))
        return {};
    return tr("By the service's clock, the maintenance window of %1 is not open now. Compare this computer's "
              "clock and the window, then resume.")
        .arg(plan.instanceName);
}

void BatchRun::sendWhenDue(const PartRef &part, const StepPlan &plan)
{
    QDeadlineTimer &next = m_tools.nextStart[plan.account.value + QLatin1Char(' ') + plan.region.value];
    const std::chrono::milliseconds wait(std::max<qint64>(0, next.remainingTime()));
    next.setRemainingTime(wait + m_tools.intervals.startGap, Qt::PreciseTimer);
    if (wait.count() == 0)
        return send(part, plan);
    QTimer::singleShot(wait, this, [this, part, plan] { send(part, plan); });
}

void BatchRun::send(const PartRef &part, const StepPlan &plan)
{
    const Attempt *begun = checking(part);
    if (!begun)
        return;
    if (!runs())
        return drop(part);
    if (begun->since.secsTo(m_tools.clock.now()) > std::chrono::seconds(missedBy).count()) {
        const QString name = plan.instanceName;
        drop(part);
        return hold({Hold::Reason::MissedStart,
                     tr("This computer was asleep when %1 was about to be upgraded.").arg(name)});
    }
    m_tools.upgrades.start(plan, this, [this, part](const Result<StepId> &taken) {
        Attempt *attempt = checking(part);
        if (taken || !attempt) // what follows comes as stepChanged()
            return;
        if (taken.error().kind == Error::Kind::Conflict)
            return leaveOut(part, false, taken.error().message);
        drop(part);
        hold({Hold::Reason::Refused, taken.error().message});
    });
}

void BatchRun::leaveOut(const PartRef &part, bool latest, const QString &why)
{
    Attempt *attempt = checking(part);
    if (!attempt)
        return;
    attempt->checking = false;
    attempt->state = StepState::NotStarted;
    attempt->since = m_tools.clock.now();
    attempt->leftOut = true;
    attempt->latest = latest;
    attempt->why = why;
    note({{QStringLiteral("leftOut"), attempt->step.value},
          {QStringLiteral("latest"), latest},
          {QStringLiteral("why"), why}});
    advance();
}

void BatchRun::onStepChanged(const StepView &step)
{
    const auto place = placeOf(m_view.plan.id, step.plan.id);
    if (!place)
        return;
    const QList<QList<Attempt>> parts = m_view.progress.attempts.value(place->part.item);
    if (place->part.part >= parts.size() || place->attempt > parts.at(place->part.part).size())
        return;
    // What became of it is on the screen alone: nothing follows from it before it is on disk (pitfalls J5).
    if (isEnd(step.state) && step.unwritten) {
        if (step.error && step.error->kind == Error::Kind::Storage)
            hold({Hold::Reason::Refused, step.error->message});
        return;
    }
    Attempt &attempt = m_view.progress.attempts[place->part.item][place->part.part][place->attempt - 1];
    const bool news = attempt.checking || attempt.state != step.state
        || attempt.switchedOutsideWindow != step.switchedOutsideWindow.has_value();
    attempt.checking = false;
    attempt.state = step.state;
    attempt.since = step.since;
    attempt.mayTryAgain = mayTryAgain(step);
    attempt.switchedOutsideWindow = step.switchedOutsideWindow.has_value();
    if (step.error && step.error->kind == Error::Kind::Storage)
        hold({Hold::Reason::Refused, step.error->message});
    if (news)
        advance();
}

} // namespace uplift::upgrade
