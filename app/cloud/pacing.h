// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>
#include <functional>
#include <optional>

/// How fast one operation may be asked, as plain arithmetic: no clock, no thread, no network. Times are of
/// one monotonic clock, whichever.
namespace uplift::cloud {

using std::chrono::milliseconds;

/// At most `calls` in any span of `per`, for one account, region and operation.
struct CallLimit {
    int calls = 180;
    milliseconds per{60'000};
    friend bool operator==(const CallLimit &, const CallLimit &) = default;
};
/// The service's published quota, or 3 per second on average for an operation that names none.
/// Source: api.md 16 (quota page, document 472150).
[[nodiscard]] CallLimit limitOf(const QString &action);

/// What a throttled operation does. Source: pitfalls A6; the numbers are those of the AWS SDKs' standard mode
/// where A6 names none.
struct PacingRules {
    milliseconds base{1'000}; ///< shortest wait after a throttled call
    milliseconds cap{60'000}; ///< longest
    milliseconds recovery{60'000}; ///< quiet time in which a bucket regains its whole rate
    double firstCut = 0.5; ///< of the rate that was too much, when it is met for the first time
    double laterCut = 0.7; ///< when it is met again on the way back
    int attempts = 6; ///< of one read, the first included
    /// A throttled read is given up when its next attempt would leave later than this after its first one.
    milliseconds deadline{60'000};
    /// The same for a read somebody looks at; also how long it may wait for its turn.
    milliseconds userDeadline{20'000};
    /// Of each operation that changes something. Source: api.md 16, own pacing.
    CallLimit changes{1, milliseconds(1'000)};
    /// Limits of reads; empty: limitOf().
    std::function<CallLimit(const QString &action)> limits;

    [[nodiscard]] CallLimit limitFor(const QString &action) const
    {
        return limits ? limits(action) : limitOf(action);
    }
    /// Every time shorter and every rate higher by `factor`: a minute of the service in a second of a test.
    [[nodiscard]] PacingRules faster(int factor) const;
};

/// Decorrelated jitter: min(cap, a random time between base and three times the last wait). `random` in [0,
/// 1).
[[nodiscard]] milliseconds nextWait(const PacingRules &rules, milliseconds last, double random);

/// The right to one call, to be told about when it ended.
struct Grant {
    quint64 number = 0;
};

/// One (account, region, operation): a token bucket that a throttled call shrinks and that grows back slowly.
/// It starts with a third of the limit at hand and refills so that no span holds more calls than the limit.
class Bucket {
public:
    Bucket(CallLimit limit, PacingRules rules, milliseconds now);

    /// When the next call may leave; `now` or earlier: at once.
    [[nodiscard]] milliseconds readyAt(milliseconds now) const;
    [[nodiscard]] bool isReady(milliseconds now) const { return readyAt(now) <= now; }
    /// Takes one token; only when isReady().
    Grant take(milliseconds now);
    /// The call was answered, and not throttled.
    void onAnswered(Grant grant, milliseconds now);
    /// The call was throttled: nothing leaves for a jittered while, or for as long as the service said, and
    /// then one by one at a lower rate. Calls that were under way at the last cut do not cut again.
    void onThrottled(Grant grant, std::optional<milliseconds> retryAfter, double random, milliseconds now);

    [[nodiscard]] double perSecond(milliseconds now) const; ///< the present rate
    [[nodiscard]] bool isCut() const { return m_rate < m_fullRate; }
    [[nodiscard]] const CallLimit &limit() const { return m_limit; }

private:
    void refill(milliseconds now);
    [[nodiscard]] double rateAt(milliseconds now) const;
    [[nodiscard]] double burst(double rate) const { return rate < m_fullRate ? 1.0 : m_fullBurst; }
    [[nodiscard]] double recentRate(milliseconds now) const;

    CallLimit m_limit;
    PacingRules m_rules;
    double m_fullBurst = 1;
    double m_fullRate = 0; ///< calls per millisecond
    double m_rate = 0;
    double m_tokens = 0;
    milliseconds m_filled{0}; ///< until when tokens and rate were brought
    milliseconds m_pausedUntil;
    milliseconds m_lastWait;
    quint64 m_last = 0; ///< the last grant
    quint64 m_atCut = 0; ///< the last grant when the rate was cut
    bool m_everCut = false;
    milliseconds m_spanBegan; ///< for recentRate()
    int m_inSpan = 0;
    int m_inSpanBefore = 0;
};

} // namespace uplift::cloud
