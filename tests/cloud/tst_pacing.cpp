// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/pacing.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <deque>
#include <queue>
#include <vector>

using namespace uplift::cloud;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

/// The most moments of an ascending list that lie within any span of `length`.
int mostWithin(const std::vector<milliseconds> &moments, milliseconds length)
{
    std::size_t most = 0;
    std::size_t first = 0;
    for (std::size_t last = 0; last < moments.size(); ++last) {
        while (moments[last] - moments[first] >= length)
            ++first;
        most = std::max(most, last - first + 1);
    }
    return int(most);
}

/// A service that carries out so many calls in each of its slots and throttles the others; all in made-up
/// time.
class SlotService {
public:
    SlotService(int calls, milliseconds slot) : m_calls(calls), m_slot(slot) { }
    bool takes(milliseconds now)
    {
        const qint64 slot = now / m_slot;
        if (slot != m_at) {
            m_at = slot;
            m_taken = 0;
        }
        return m_taken++ < m_calls;
    }

private:
    int m_calls;
    milliseconds m_slot;
    qint64 m_at = -1;
    int m_taken = 0;
};

struct Run {
    int sent = 0;
    int throttled = 0;
    milliseconds took{0};
    std::vector<milliseconds> leftAt;
};

/// `calls` reads through one bucket, at most four under way, each answered after `latency`.
Run simulate(int calls, SlotService service, milliseconds latency, const PacingRules &rules, CallLimit limit,
             quint32 seed)
{
    struct Call {
        milliseconds ends;
        Grant grant;
        bool throttled;
        bool operator>(const Call &other) const { return ends > other.ends; }
    };
    QRandomGenerator random(seed);
    Bucket bucket(limit, rules, milliseconds(0));
    std::priority_queue<Call, std::vector<Call>, std::greater<>> open;
    Run run;
    int waiting = calls;
    milliseconds now{0};
    while (waiting > 0 || !open.empty()) {
        const milliseconds next = bucket.readyAt(now);
        if (waiting > 0 && open.size() < 4 && next <= now) {
            --waiting;
            ++run.sent;
            run.leftAt.push_back(now);
            const bool taken = service.takes(now + latency / 2);
            open.push({now + latency, bucket.take(now), !taken});
            continue;
        }
        const bool room = waiting > 0 && open.size() < 4;
        if (!open.empty() && (!room || open.top().ends <= next)) {
            const Call ended = open.top();
            open.pop();
            now = std::max(now, ended.ends);
            if (ended.throttled) {
                ++run.throttled;
                ++waiting;
                bucket.onThrottled(ended.grant, std::nullopt, random.generateDouble(), now);
            } else {
                bucket.onAnswered(ended.grant, now);
            }
        } else {
            now = next;
        }
    }
    run.took = now;
    return run;
}

} // namespace

/// How fast the service is asked, in made-up time.
class PacingTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void quotasAreThePublishedOnes();
    void noSpanHoldsMoreThanTheLimit_data();
    void noSpanHoldsMoreThanTheLimit();
    void oneChangeASecond();
    void aThrottledChangeHoldsItsLikeBack();
    void jitterStaysWithinItsBounds();
    void aThrottledBucketPausesThenGoesOneByOne();
    void callsUnderWayDoNotCutAgain();
    void theServicesOwnWaitIsHonoured();
    void quietTimeGivesTheWholeRateBack();
    void aMinuteCanBeASecond();
    void fiveHundredCallsAgainstFiveASecond_data();
    void fiveHundredCallsAgainstFiveASecond();
    void twentyBucketsDoNotComeBackTogether();
};

void PacingTest::quotasAreThePublishedOnes()
{
    QCOMPARE(limitOf(QStringLiteral("DescribeEngineVersion")), (CallLimit{1000, minutes(1)}));
    QCOMPARE(limitOf(QStringLiteral("DescribeRoleZoneInfo")), (CallLimit{300, seconds(1)}));
    QCOMPARE(limitOf(QStringLiteral("AssumeRole")), (CallLimit{100, seconds(1)}));
    QCOMPARE(limitOf(QStringLiteral("DescribeInstances")), (CallLimit{180, minutes(1)}));
    QCOMPARE(limitOf(QStringLiteral("SomethingNew")), (CallLimit{180, minutes(1)}));
}

void PacingTest::noSpanHoldsMoreThanTheLimit_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<bool>("idleBetween");
    for (const char *action : {"DescribeInstances", "DescribeEngineVersion", "DescribeRoleZoneInfo",
                               "DescribeActiveOperationTasks"}) {
        QTest::addRow("%s, without a break", action) << QString::fromLatin1(action) << false;
        QTest::addRow("%s, now and then", action) << QString::fromLatin1(action) << true;
    }
}

void PacingTest::noSpanHoldsMoreThanTheLimit()
{
    QFETCH(QString, action);
    QFETCH(bool, idleBetween);
    const CallLimit limit = limitOf(action);
    Bucket bucket(limit, {}, milliseconds(0));
    std::vector<milliseconds> taken;
    milliseconds now{0};
    while (now < 5 * limit.per) {
        now = bucket.readyAt(now);
        bucket.take(now);
        taken.push_back(now);
        if (idleBetween && taken.size() % std::size_t(limit.calls / 2) == 0)
            now += limit.per / 3;
    }
    QVERIFY(taken.size() > std::size_t(limit.calls));
    const int most = mostWithin(taken, limit.per);
    QVERIFY2(most <= limit.calls, qPrintable(QString::number(most)));
    if (!idleBetween)
        QVERIFY2(most >= limit.calls * 9 / 10, qPrintable(QString::number(most)));
}

void PacingTest::oneChangeASecond()
{
    Bucket bucket(PacingRules().changes, {}, milliseconds(0));
    QVERIFY(bucket.isReady(milliseconds(0)));
    std::vector<milliseconds> taken;
    milliseconds now{0};
    for (int i = 0; i < 100; ++i) {
        now = bucket.readyAt(now);
        bucket.take(now);
        taken.push_back(now);
        if (i % 7 == 0)
            now += seconds(3); // an idle while saves nothing up
    }
    QCOMPARE(mostWithin(taken, seconds(1)), 1);
    QVERIFY2(now < seconds(100 + 15 * 3), qPrintable(QString::number(now.count())));
}

void PacingTest::aThrottledChangeHoldsItsLikeBack()
{
    const PacingRules rules;
    milliseconds now{0};
    milliseconds longest{0};
    Bucket bucket(rules.changes, rules, now);
    for (int i = 0; i < 10; ++i) {
        const Grant grant = bucket.take(now);
        bucket.onThrottled(grant, std::nullopt, 0.9, now);
        QVERIFY(bucket.isCut());
        const milliseconds wait = bucket.readyAt(now) - now;
        QVERIFY(wait >= longest || wait >= rules.cap);
        QVERIFY(wait >= 2 * rules.base && wait <= rules.cap + 2 * rules.base);
        longest = wait;
        now += wait;
    }
    bucket.onAnswered(bucket.take(now), now);
    bucket.onThrottled(bucket.take(bucket.readyAt(now)), seconds(7), 0.0, now);
    QVERIFY(bucket.readyAt(now) - now >= seconds(7));
}

void PacingTest::jitterStaysWithinItsBounds()
{
    const PacingRules rules;
    QCOMPARE(nextWait(rules, rules.base, 0.0), rules.base);
    QVERIFY(nextWait(rules, rules.base, 0.999) <= 3 * rules.base);
    QVERIFY(nextWait(rules, seconds(10), 0.5) > seconds(10));
    QCOMPARE(nextWait(rules, minutes(5), 0.9), rules.cap);
    milliseconds last = rules.base;
    for (int i = 0; i < 20; ++i) {
        const milliseconds wait = nextWait(rules, last, 0.9);
        QVERIFY(wait >= last);
        last = wait;
    }
    QCOMPARE(last, rules.cap);
}

void PacingTest::aThrottledBucketPausesThenGoesOneByOne()
{
    const PacingRules rules;
    Bucket bucket(limitOf(QStringLiteral("DescribeEngineVersion")), rules, milliseconds(0));
    Grant last;
    for (int i = 0; i < 10; ++i) {
        QVERIFY(bucket.isReady(milliseconds(0)));
        last = bucket.take(milliseconds(0));
    }
    const double before = bucket.perSecond(milliseconds(0));
    bucket.onThrottled(last, std::nullopt, 0.5, milliseconds(40));
    QVERIFY(bucket.isCut());
    QVERIFY(bucket.perSecond(milliseconds(40)) <= before / 2);
    const milliseconds first = bucket.readyAt(milliseconds(40));
    QVERIFY2(first >= milliseconds(40) + rules.base, qPrintable(QString::number(first.count())));
    QVERIFY(first <= milliseconds(40) + 4 * rules.base);
    bucket.take(first);
    const milliseconds second = bucket.readyAt(first);
    QVERIFY2(second - first >= milliseconds(100), qPrintable(QString::number((second - first).count())));
}

void PacingTest::callsUnderWayDoNotCutAgain()
{
    Bucket bucket(limitOf(QStringLiteral("DescribeEngineVersion")), {}, milliseconds(0));
    std::vector<Grant> grants;
    for (int i = 0; i < 8; ++i)
        grants.push_back(bucket.take(milliseconds(i)));
    bucket.onThrottled(grants.at(4), std::nullopt, 0.1, milliseconds(40));
    const double cut = bucket.perSecond(milliseconds(40));
    const milliseconds ready = bucket.readyAt(milliseconds(40));
    for (std::size_t i = 5; i < 8; ++i)
        bucket.onThrottled(grants.at(i), std::nullopt, 0.9, milliseconds(41));
    QCOMPARE(bucket.perSecond(milliseconds(41)), cut);
    QCOMPARE(bucket.readyAt(milliseconds(41)), ready);
    bucket.onThrottled(bucket.take(ready), std::nullopt, 0.1, ready + milliseconds(40));
    QVERIFY(bucket.perSecond(ready + milliseconds(40)) <= cut);
}

void PacingTest::theServicesOwnWaitIsHonoured()
{
    const PacingRules rules;
    Bucket bucket(limitOf(QStringLiteral("DescribeInstances")), rules, milliseconds(0));
    bucket.onThrottled(bucket.take(milliseconds(0)), seconds(7), 0.0, milliseconds(0));
    QVERIFY(bucket.readyAt(milliseconds(0)) >= seconds(7));
    QVERIFY(bucket.readyAt(milliseconds(0)) <= seconds(9));
    QVERIFY(!bucket.isReady(milliseconds(6999)));
    Bucket hostile(limitOf(QStringLiteral("DescribeInstances")), rules, milliseconds(0));
    hostile.onThrottled(hostile.take(milliseconds(0)), std::chrono::hours(24), 0.0, milliseconds(0));
    QVERIFY(hostile.readyAt(milliseconds(0)) <= rules.cap + 2 * rules.base);
}

void PacingTest::quietTimeGivesTheWholeRateBack()
{
    const PacingRules rules;
    Bucket bucket(limitOf(QStringLiteral("DescribeEngineVersion")), rules, milliseconds(0));
    const double whole = bucket.perSecond(milliseconds(0));
    bucket.onThrottled(bucket.take(milliseconds(0)), milliseconds(0), 0.0, milliseconds(0));
    const double cut = bucket.perSecond(milliseconds(0));
    QVERIFY(bucket.perSecond(seconds(10)) > cut);
    QVERIFY(bucket.perSecond(seconds(10)) < whole / 2);
    QCOMPARE(bucket.perSecond(rules.recovery + seconds(10)), whole);
    bucket.take(bucket.readyAt(rules.recovery + seconds(10)));
    QVERIFY(!bucket.isCut());
}

void PacingTest::aMinuteCanBeASecond()
{
    const PacingRules rules = PacingRules().faster(60);
    QCOMPARE(rules.limitFor(QStringLiteral("DescribeEngineVersion")), (CallLimit{1000, seconds(1)}));
    QCOMPARE(rules.recovery, seconds(1));
    QCOMPARE(PacingRules().faster(10).changes, (CallLimit{1, milliseconds(100)}));
    QCOMPARE(rules.cap, seconds(1));
    QCOMPARE(PacingRules().faster(2).faster(30).limitFor(QStringLiteral("DescribeEngineVersion")),
             (CallLimit{1000, seconds(1)}));
}

void PacingTest::fiveHundredCallsAgainstFiveASecond_data()
{
    QTest::addColumn<int>("latency");
    QTest::addColumn<int>("calls");
    QTest::addColumn<int>("slot");
    for (const int latency : {2, 40, 200, 900}) {
        QTest::addRow("5 in each second, %d ms away", latency) << latency << 5 << 1'000;
        QTest::addRow("1 in each 200 ms, %d ms away", latency) << latency << 1 << 200;
        QTest::addRow("300 in each minute, %d ms away", latency) << latency << 300 << 60'000;
    }
}

void PacingTest::fiveHundredCallsAgainstFiveASecond()
{
    QFETCH(int, latency);
    QFETCH(int, calls);
    QFETCH(int, slot);
    constexpr int wanted = 500;
    const CallLimit limit = limitOf(QStringLiteral("DescribeEngineVersion"));
    for (quint32 seed = 1; seed <= 10; ++seed) {
        const Run run =
            simulate(wanted, SlotService(calls, milliseconds(slot)), milliseconds(latency), {}, limit, seed);
        const QString figures = QStringLiteral("%1 sent, %2 throttled, %3 s, at most %4 left within 100 ms")
                                    .arg(run.sent)
                                    .arg(run.throttled)
                                    .arg(double(run.took.count()) / 1000)
                                    .arg(mostWithin(run.leftAt, milliseconds(100)));
        if (seed == 1)
            qInfo().noquote() << figures;
        QCOMPARE(run.sent, wanted + run.throttled);
        QVERIFY2(run.throttled <= wanted / 10, qPrintable(figures));
        QVERIFY2(mostWithin(run.leftAt, limit.per) <= limit.calls, qPrintable(figures));
        QVERIFY2(run.took < minutes(4), qPrintable(figures));
    }
}

void PacingTest::twentyBucketsDoNotComeBackTogether()
{
    QRandomGenerator random(20261123);
    std::vector<milliseconds> back;
    for (int i = 0; i < 20; ++i) {
        Bucket bucket(limitOf(QStringLiteral("DescribeInstances")), {}, milliseconds(0));
        bucket.onThrottled(bucket.take(milliseconds(0)), std::nullopt, random.generateDouble(),
                           milliseconds(40));
        back.push_back(bucket.readyAt(milliseconds(40)));
    }
    std::sort(back.begin(), back.end());
    QVERIFY2(mostWithin(back, milliseconds(50)) <= 4, "a synchronised burst");
}

QTEST_GUILESS_MAIN(PacingTest)
#include "tst_pacing.moc"
