// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/pacing.h"

#include <QLatin1String>

#include <algorithm>
#include <cmath>

namespace uplift::cloud {

namespace {

constexpr CallLimit unlisted{180, milliseconds(60'000)};

struct Row {
    const char *action;
    CallLimit limit;
};
// The quota page lists DescribeActiveOperationTask; its successor is taken to be alike.
constexpr Row quotas[] = {
    {"DescribeEngineVersion", {1000, milliseconds(60'000)}},
    {"DescribeRoleZoneInfo", {300, milliseconds(1'000)}},
    {"DescribeInstanceConfig", {100, milliseconds(1'000)}},
    {"ListTagResources", {100, milliseconds(1'000)}},
    {"DescribeActiveOperationTask", {200, milliseconds(60'000)}},
    {"DescribeActiveOperationTasks", {200, milliseconds(60'000)}},
    {"DescribeBackupPolicy", {200, milliseconds(60'000)}},
    {"DescribeSecurityIps", {200, milliseconds(60'000)}},
    {"DescribeRunningLogRecords", {100, milliseconds(60'000)}},
    {"GetCallerIdentity", {100, milliseconds(1'000)}},
    {"AssumeRole", {100, milliseconds(1'000)}},
};

double count(milliseconds time) { return static_cast<double>(time.count()); }

milliseconds rounded(double time) { return milliseconds(static_cast<qint64>(std::ceil(time))); }

} // namespace

CallLimit limitOf(const QString &action)
{
    const auto *row = std::find_if(std::begin(quotas), std::end(quotas),
                                   [&](const Row &one) { return action == QLatin1String(one.action); });
    return row == std::end(quotas) ? unlisted : row->limit;
}

PacingRules PacingRules::faster(int factor) const
{
    const auto shorter = [factor](milliseconds time) { return std::max(time / factor, milliseconds(1)); };
    PacingRules rules = *this;
    rules.base = shorter(base);
    rules.cap = shorter(cap);
    rules.recovery = shorter(recovery);
    rules.changes.per = shorter(changes.per);
    rules.limits = [former = *this, shorter](const QString &action) {
        const CallLimit limit = former.limitFor(action);
        return CallLimit{limit.calls, shorter(limit.per)};
    };
    return rules;
}

milliseconds nextWait(const PacingRules &rules, milliseconds last, double random)
{
    const double base = count(rules.base);
    const double most = std::max(base, 3 * count(last));
    return std::min(rules.cap, rounded(base + random * (most - base)));
}

Bucket::Bucket(CallLimit limit, PacingRules rules, milliseconds now)
    : m_limit(limit), m_rules(std::move(rules)), m_filled(now), m_pausedUntil(now), m_lastWait(m_rules.base),
      m_spanBegan(now)
{
    // A span can hold what is at hand when it begins and what is refilled within it: both make the limit.
    m_fullBurst = std::max(1, limit.calls / 3);
    m_fullRate = std::max(1.0, limit.calls - m_fullBurst) / std::max(1.0, count(limit.per));
    m_rate = m_fullRate;
    m_tokens = m_fullBurst;
}

double Bucket::rateAt(milliseconds now) const
{
    const double quiet = std::max(0.0, count(now - std::max(m_filled, m_pausedUntil)));
    return std::min(m_fullRate, m_rate + quiet * m_fullRate / count(m_rules.recovery));
}

double Bucket::perSecond(milliseconds now) const { return rateAt(now) * 1000; }

void Bucket::refill(milliseconds now)
{
    if (now <= m_filled)
        return;
    const double rate = rateAt(now);
    const double span = std::max(0.0, count(now - std::max(m_filled, m_pausedUntil)));
    m_tokens = std::min(burst(rate), m_tokens + span * (m_rate + rate) / 2);
    m_rate = rate;
    m_filled = now;
}

milliseconds Bucket::readyAt(milliseconds now) const
{
    Bucket then = *this;
    then.refill(now);
    milliseconds at = std::max(now, m_pausedUntil);
    if (then.m_tokens < 1)
        at += rounded((1 - then.m_tokens) / then.m_rate);
    return at;
}

Grant Bucket::take(milliseconds now)
{
    refill(now);
    m_tokens = std::max(0.0, m_tokens - 1);
    if (now - m_spanBegan >= m_rules.base) {
        m_inSpanBefore = now - m_spanBegan < 2 * m_rules.base ? m_inSpan : 0;
        m_inSpan = 0;
        m_spanBegan = now;
    }
    ++m_inSpan;
    return {++m_last};
}

double Bucket::recentRate(milliseconds now) const
{
    // Over this span and the one before, so that the first throttle in a fresh span is not taken for silence.
    const double span = count(m_rules.base) * (m_inSpanBefore > 0 ? 1.0 : 0.0)
        + std::max(count(m_rules.base), count(now - m_spanBegan));
    return (m_inSpan + m_inSpanBefore) / span;
}

void Bucket::onAnswered(Grant, milliseconds) { m_lastWait = m_rules.base; }

void Bucket::onThrottled(Grant grant, std::optional<milliseconds> retryAfter, double random, milliseconds now)
{
    refill(now);
    if (grant.number > m_atCut) {
        const double tooMuch = std::min(m_rate, recentRate(now));
        const double floor = std::min(m_fullRate, 1 / count(m_rules.base));
        m_rate = std::max(floor, tooMuch * (m_everCut ? m_rules.laterCut : m_rules.firstCut));
        m_rate = std::min(m_rate, m_fullRate * 0.99);
        m_everCut = true;
        m_atCut = m_last;
        m_lastWait = nextWait(m_rules, m_lastWait, random);
        const milliseconds wait =
            retryAfter ? *retryAfter + rounded(random * count(m_rules.base) / 4) : m_lastWait;
        m_pausedUntil = std::max(m_pausedUntil, now + std::min(wait, m_rules.cap));
    } else if (retryAfter) {
        m_pausedUntil = std::max(m_pausedUntil, now + std::min(*retryAfter, m_rules.cap));
    }
    m_tokens = 0;
}

} // namespace uplift::cloud
