// SPDX-License-Identifier: GPL-3.0-or-later
// What a thousand open upgrades cost in calls, over HTTP against the practice cloud.
#include "upgradesrig.h"

using namespace uplift;
using namespace uplift::upgrade;
using namespace uplift::upgrade::test;
using namespace std::chrono_literals;

namespace {

constexpr int openUpgrades = 1'000;
constexpr int callsAllowed = 34; // 1,000 in calls of 30
constexpr int patience = 280'000;

/// The made-up instances of one region, see World::addExtras(): six of fourteen are in cn-hangzhou.
QStringList hangzhouExtras()
{
    static const QList<int> models{0, 1, 5, 8, 9, 11};
    QStringList ids;
    for (int i = 0; ids.size() < openUpgrades; ++i) {
        if (models.contains(i % 14))
            ids.append(QStringLiteral("r-bp1x%1").arg(i, 14, 10, QLatin1Char('0')));
    }
    return ids;
}

} // namespace

class PollCostTest : public UpgradesRig {
    Q_OBJECT
private Q_SLOTS:
    void aRoundOfAThousandOpenUpgradesIsThirtyFourCallsOfEachKind();

private:
    void prepareJournal();
    /// Everything is asked about once more; the calls it took, by operation.
    [[nodiscard]] QHash<QString, int> round(const std::function<void()> &begin);

    inline static const QStringList kinds{
        QStringLiteral("DescribeInstances"), QStringLiteral("DescribeHistoryTasks"),
        QStringLiteral("DescribeEngineVersion"), QStringLiteral("DescribeInstanceAttribute")};
};

/// Each waits for its window of the day after tomorrow; they were sent over the last three weeks.
void PollCostTest::prepareJournal()
{
    QList<JournalRow> rows;
    const QDateTime now = m_clock.now();
    int number = 0;
    QHash<int, QString> versions; ///< by the model it was made up after
    for (const QString &instance : hangzhouExtras()) {
        StepPlan later = planFor(instance);
        later.moment = Moment::MaintenanceWindow;
        QString &version = versions[instance.mid(6).toInt() % 14];
        if (version.isEmpty()) {
            const auto told = answered<cloud::Answered<EngineVersion>>(
                [&](QObject *c, const Handler<cloud::Answered<EngineVersion>> &done) {
                    m_client->describeEngineVersion(later.region, later.instance, c, done);
                });
            QVERIFY(told.has_value());
            version = told->value.current.raw();
        }
        later.fromVersion = version;
        later.window = WindowSpan{now.addDays(2), now.addDays(2).addSecs(4 * 3600)};
        const QDateTime sent = now.addSecs(-1800LL * (number % 1000) - 3600);
        const QString nonce = QStringLiteral("nonce-%1").arg(number++);
        rows.append({0, later.id, later.instance, StepState::Planned, sent, {}, toJson(later), later.kind});
        rows.append({0, later.id, later.instance, StepState::Requested, sent, nonce, {}});
        rows.append({0, later.id, later.instance, StepState::Accepted, sent, {}, {}});
        rows.append({0, later.id, later.instance, StepState::Waiting, sent, {}, {}});
    }
    QVERIFY(append(*m_journal, rows).has_value());
}

QHash<QString, int> PollCostTest::round(const std::function<void()> &begin)
{
    QHash<QString, int> calls;
    for (const QString &kind : kinds)
        calls.insert(kind, -m_cloud->requestCount(kind));
    const QDateTime since = m_clock.now();
    begin();
    const bool asked = QTest::qWaitFor(
        [&] {
            const QList<StepView> steps = m_upgrades->steps();
            return steps.size() == openUpgrades
                && std::all_of(steps.begin(), steps.end(),
                               [&](const StepView &step) { return step.askedAt >= since; });
        },
        patience);
    for (const QString &kind : kinds)
        calls[kind] += m_cloud->requestCount(kind);
    return asked ? calls : QHash<QString, int>();
}

void PollCostTest::aRoundOfAThousandOpenUpgradesIsThirtyFourCallsOfEachKind()
{
    setUp();
    practice::PracticeOptions options;
    options.extraInstances = 14 * 167;
    options.now = [this] { return m_clock.now(); };
    m_cloud = std::make_unique<practice::PracticeCloud>(options);
    QVERIFY2(m_cloud->start(), qPrintable(m_cloud->error()));
    m_client = clientFor(m_cloud->origin(), m_cloud->accessKeyId().toLatin1(),
                         m_cloud->accessKeySecret().toLatin1(), m_network, m_clock);
    m_intervals.slow = std::chrono::hours(2); // one round at a time
    prepareJournal();
    restart();
    const auto print = [](const char *name, const QHash<QString, int> &calls) {
        QStringList words;
        for (const QString &kind : kinds)
            words.append(QStringLiteral("%1 %2").arg(kind).arg(calls.value(kind)));
        qInfo("%s: %s", name, qPrintable(words.join(QStringLiteral(", "))));
    };
    const QHash<QString, int> first = round([this] { resume(); });
    print("the first round, which reads versions", first);
    const QHash<QString, int> next = round([this] {
        const QList<StepView> steps = m_upgrades->steps();
        for (const StepView &step : steps)
            m_upgrades->pollNow(step.plan.id);
    });
    print("the next round", next);
    for (const QHash<QString, int> &calls : {first, next}) {
        QVERIFY(!calls.isEmpty()); // every one was asked about
        QVERIFY(calls.value(QStringLiteral("DescribeInstances")) <= callsAllowed);
        QVERIFY(calls.value(QStringLiteral("DescribeHistoryTasks")) <= callsAllowed);
        QCOMPARE(calls.value(QStringLiteral("DescribeInstanceAttribute")), 0); // none was missing in a list
    }
    QCOMPARE(m_upgrades->openCount(), openUpgrades);
    QCOMPARE(first.value(QStringLiteral("DescribeEngineVersion")), openUpgrades);
    QCOMPARE(next.value(QStringLiteral("DescribeEngineVersion")), 0); // far from the window
    tearDown();
}

QTEST_GUILESS_MAIN(PollCostTest)
#include "tst_pollcost.moc"
