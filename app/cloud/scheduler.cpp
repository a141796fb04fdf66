// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/scheduler.h"

#include "cloud/bootclock.h"
#include "cloud/caller.h"
#include "cloud/networkerrors.h"
#include "cloud/transport.h"

#include <QRandomGenerator>

#include <algorithm>
#include <utility>

namespace uplift::cloud {

namespace {

constexpr std::chrono::seconds sweepEvery{1};

bool isWanted(const Turn &turn) { return !turn.wanted || turn.wanted(); }

} // namespace

Scheduler::Scheduler(Transport *transport, PacingRules rules, QObject *parent)
    : QObject(parent), m_transport(transport), m_rules(std::move(rules))
{
    m_wake.setSingleShot(true);
    m_wake.setTimerType(Qt::PreciseTimer);
    connect(&m_wake, &QTimer::timeout, this, &Scheduler::pump);
    m_sweep.setInterval(sweepEvery);
    connect(&m_sweep, &QTimer::timeout, this, &Scheduler::sweep);
    transport->whenRoom([self = QPointer<Scheduler>(this)] {
        if (self)
            self->post();
    });
}

Scheduler::~Scheduler()
{
    const auto changes = std::exchange(m_changes, {});
    for (const Line &line : changes) {
        for (const Waiting &waiting : line)
            waiting.turn.refuse(closingError());
    }
    const auto lanes = std::exchange(m_lanes, {});
    for (const auto &[origin, lane] : lanes) {
        for (const Lines &lines : lane) {
            for (const Line *line : {&lines.user, &lines.background}) {
                for (const Waiting &waiting : *line)
                    waiting.turn.refuse(closingError());
            }
        }
    }
}

Bucket &Scheduler::bucketOf(const BucketKey &key)
{
    std::shared_ptr<Bucket> &bucket = m_buckets[key];
    if (!bucket)
        bucket = std::make_shared<Bucket>(key.change ? m_rules.changes : m_rules.limitFor(key.action),
                                          m_rules, bootTime());
    return *bucket;
}

void Scheduler::queue(Turn turn)
{
    const auto lineOf = [this](const Turn &one) -> Line & {
        if (one.bucket.change)
            return m_changes[one.bucket];
        Lines &lines = m_lanes[one.origin][one.bucket];
        return one.urgency == Urgency::User ? lines.user : lines.background;
    };
    Line &line = lineOf(turn);
    // Number 0 is older than all: what left before goes first.
    if (turn.again)
        line.push_front({std::move(turn), 0, bootTime()});
    else
        line.push_back({std::move(turn), ++m_arrived, bootTime()});
    if (!m_sweep.isActive())
        m_sweep.start();
    post();
}

void Scheduler::onAnswered(const BucketKey &bucket, Grant grant)
{
    bucketOf(bucket).onAnswered(grant, bootTime());
}

milliseconds Scheduler::onThrottled(const BucketKey &bucket, Grant grant,
                                    std::optional<milliseconds> retryAfter)
{
    const milliseconds now = bootTime();
    Bucket &known = bucketOf(bucket);
    known.onThrottled(grant, retryAfter, QRandomGenerator::system()->generateDouble(), now);
    return known.readyAt(now);
}

void Scheduler::onGivenUp(const BucketKey &bucket, const Error &error)
{
    for (auto &[origin, lane] : m_lanes) {
        const auto found = lane.find(bucket);
        if (found == lane.end())
            continue;
        const Line refused = std::exchange(found->background, {});
        for (const Waiting &waiting : refused)
            waiting.turn.refuse(error);
    }
}

QString Scheduler::quotaOf(const Caller &caller) const
{
    return caller.account.isEmpty() ? m_accounts.value(caller.key.id, caller.key.id) : caller.account;
}

void Scheduler::learnAccount(const QString &keyId, const QString &account)
{
    if (!account.isEmpty())
        m_accounts.insert(keyId, account);
}

qsizetype Scheduler::waiting() const
{
    std::size_t count = 0;
    for (const Line &line : m_changes)
        count += line.size();
    for (const auto &[origin, lane] : m_lanes) {
        for (const Lines &lines : lane)
            count += lines.user.size() + lines.background.size();
    }
    return static_cast<qsizetype>(count);
}

/// From the event loop, so that nobody is called back from within a call of theirs.
void Scheduler::post()
{
    if (std::exchange(m_pumpPosted, true))
        return;
    QMetaObject::invokeMethod(this, &Scheduler::pump, Qt::QueuedConnection);
}

void Scheduler::pump()
{
    m_pumpPosted = false;
    m_wakeAt = milliseconds(0);
    startChanges();
    for (auto &[origin, lane] : m_lanes) {
        while (m_transport && m_transport->hasRoom(origin) && startOne(lane)) { }
    }
    rest();
}

/// Hands over every change whose bucket allows it; those of one bucket in the order they came.
void Scheduler::startChanges()
{
    const milliseconds now = bootTime();
    std::vector<std::pair<Turn, Grant>> leaving;
    for (auto line = m_changes.begin(); line != m_changes.end();) {
        Bucket &bucket = bucketOf(line.key());
        for (; !line->empty(); line->pop_front()) {
            Turn &next = line->front().turn;
            if (!isWanted(next))
                continue;
            if (!bucket.isReady(now))
                break;
            leaving.emplace_back(std::move(next), bucket.take(now));
        }
        if (!line->empty())
            wakeAt(bucket.readyAt(now));
        line = line->empty() ? m_changes.erase(line) : std::next(line);
    }
    for (const auto &[turn, grant] : leaving)
        turn.go(grant);
}

void Scheduler::wakeAt(milliseconds at) { m_wakeAt = m_wakeAt.count() > 0 ? std::min(m_wakeAt, at) : at; }

/// Sends the read that goes next, if any may; else notes when one may.
bool Scheduler::startOne(Lane &lane)
{
    // Before the choice: what a hash erases moves others, and the choice points into it.
    lane.removeIf([](auto entry) {
        for (Line *line : {&entry->user, &entry->background}) {
            while (!line->empty() && !isWanted(line->front().turn))
                line->pop_front();
        }
        return entry->isEmpty();
    });
    const milliseconds now = bootTime();
    Line *next = nullptr;
    BucketKey key;
    bool urgent = false;
    for (auto it = lane.begin(); it != lane.end(); ++it) {
        const bool user = !it->user.empty();
        Line &line = user ? it->user : it->background;
        const milliseconds at = bucketOf(it.key()).readyAt(now);
        const bool better =
            !next || (user && !urgent) || (user == urgent && line.front().number < next->front().number);
        if (at > now) {
            wakeAt(at);
        } else if (better) {
            next = &line;
            key = it.key();
            urgent = user;
        }
    }
    if (!next)
        return false;
    const Turn turn = std::move(next->front().turn);
    next->pop_front();
    turn.go(bucketOf(key).take(now));
    return true;
}

/// Sleeps until a waiting call may leave.
void Scheduler::rest()
{
    if (m_wakeAt.count() > 0)
        m_wake.start(std::max(m_wakeAt - bootTime(), milliseconds(1)));
    else
        m_wake.stop();
}

/// Lets go of what nobody waits for any more, wherever it stands, and of what people have waited for too
/// long.
void Scheduler::sweep()
{
    const milliseconds now = bootTime();
    const auto unwanted = [](const Waiting &waiting) { return !isWanted(waiting.turn); };
    for (Line &line : m_changes)
        std::erase_if(line, unwanted);
    std::vector<Waiting> late;
    for (auto &[origin, lane] : m_lanes) {
        for (auto lines = lane.begin(); lines != lane.end(); ++lines) {
            for (Line *line : {&lines->user, &lines->background})
                std::erase_if(*line, unwanted);
            // Waiting for room is another matter: there the calls under way have deadlines of their own.
            const bool paced = !lines->user.empty() && !bucketOf(lines.key()).isReady(now);
            while (paced && !lines->user.empty() && now - lines->user.front().since > m_rules.userDeadline) {
                late.push_back(std::move(lines->user.front()));
                lines->user.pop_front();
            }
        }
    }
    if (waiting() == 0)
        m_sweep.stop();
    for (const Waiting &waiting : late)
        waiting.turn.refuse(queuedTooLongError(waiting.turn.bucket.action, m_rules.userDeadline));
}

} // namespace uplift::cloud
