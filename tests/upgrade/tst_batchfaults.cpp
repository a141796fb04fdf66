// SPDX-License-Identifier: GPL-3.0-or-later
// Two hundred instances of three accounts in six regions, against a service that fails one call in ten:
// every member ends as the service knows it, nothing is started twice, and waves follow each other.
// UPLIFT_SEED repeats a run.
#include "batchfleet.h"
#include "batchproof.h"
#include "eventwait.h"
#include "journalrig.h"

#include "upgrade/batches.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTimer>

using namespace uplift;
using namespace uplift::upgrade;
using namespace uplift::upgrade::test;
using namespace std::chrono_literals;

namespace {

constexpr int members = 200;
constexpr int atOnce = 20;
constexpr int patience = 25 * 60'000;
const QString modify = QStringLiteral("ModifyInstanceMinorVersion");

QString counted(const QHash<QString, int> &counts)
{
    QStringList names = counts.keys();
    std::sort(names.begin(), names.end());
    QStringList parts;
    for (const QString &name : std::as_const(names))
        parts.append(QStringLiteral("%1 %2").arg(counts.value(name)).arg(name));
    return parts.join(QStringLiteral(", "));
}

} // namespace

class BatchFaultsTest : public QObject {
    Q_OBJECT
public:
    static void initMain() { allowLongFunctions(); }
private Q_SLOTS:
    void everyMemberEndsAsTheServiceKnowsIt();

private:
    void open();
    BatchPlan plan();
    void decideAsTheServiceKnows(const StepId &id);
    void goOnWhenHeld(const PlanId &id);
    void compareWithTheService(const BatchPlan &plan);
    void printCalls();

    MovableClock m_clock;
    QTemporaryDir m_folder;
    JournalOptions m_options;
    std::unique_ptr<BatchFleet> m_fleet;
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<Upgrades> m_upgrades;
    std::unique_ptr<Batches> m_batches;
    QHash<QString, int> m_decisions;
    QHash<QString, int> m_ends;
    QHash<QString, int> m_holds;
    QStringList m_otherHolds; ///< sentences of those that are not the canary's
    QSet<StepId> m_decided;
};

void BatchFaultsTest::open()
{
    QVERIFY(m_folder.isValid());
    practice::PracticeOptions options;
    options.upgradeTime = 1'500ms;
    options.regions = 6;
    options.extraInstances = 240;
    m_fleet = std::make_unique<BatchFleet>(options, m_clock);
    QVERIFY(m_fleet->start());
    QCOMPARE(m_fleet->regionCount(), 6);
    m_options.path = m_folder.filePath(QStringLiteral("journal.sqlite"));
    m_journal = std::make_unique<Journal>(m_options);
    QCOMPARE(openJournal(*m_journal).access, JournalState::Access::Writable);
    const Intervals intervals{200ms, 3'000ms, 300ms, 600ms, 500ms, 2, 200ms, 20ms};
    m_upgrades = std::make_unique<Upgrades>(*m_journal, m_fleet->clients(), m_clock, intervals);
    m_batches = std::make_unique<Batches>(*m_journal, *m_upgrades, m_fleet->clients(), m_clock, intervals);
    connect(m_upgrades.get(), &Upgrades::stepChanged, this, &BatchFaultsTest::decideAsTheServiceKnows);
    connect(m_batches.get(), &Batches::batchChanged, this, &BatchFaultsTest::goOnWhenHeld);
}

BatchPlan BatchFaultsTest::plan()
{
    BatchRules rules;
    rules.waves = BatchRules::Waves::Number;
    rules.canaryFirst = true;
    rules.sizes = {9};
    rules.atOnce = atOnce;
    rules.afterCanary = 0min;
    rules.between = 0min;
    rules.moment = BatchMoment::Now;
    rules.stop = {0, false, false}; // the batch runs through, whatever comes
    return planBatch(rules, m_fleet->take(members), {QStringLiteral("b-200")}, m_clock.now());
}

// What the user would see in the console: the service's own count.
void BatchFaultsTest::decideAsTheServiceKnows(const StepId &id)
{
    const auto step = m_upgrades->step(id);
    if (step->state != StepState::Undecided || m_decided.contains(id))
        return;
    m_decided.insert(id);
    QVERIFY(!step->evidence.isEmpty());
    const bool started = m_fleet->cloud().startsOf(step->plan.instance) > 0;
    ++m_decisions[started ? QStringLiteral("was started") : QStringLiteral("was not started")];
    // Not from within the step's own signal.
    QTimer::singleShot(0, this, [this, id, started] {
        m_upgrades->decide(id, started ? Decision::WasStarted : Decision::WasNotStarted,
                           QStringLiteral("the service's own count"));
    });
}

// A canary that was never started holds the batch whatever the rules say, and so does a service that cannot
// be asked; the user goes on.
void BatchFaultsTest::goOnWhenHeld(const PlanId &id)
{
    const auto batch = m_batches->batch(id);
    if (batch->progress.state != BatchState::Held)
        return;
    ++m_holds[holdName(batch->hold->reason)];
    if (batch->hold->reason != Hold::Reason::CanaryNotVerified)
        m_otherHolds.append(batch->hold->sentence);
    QTimer::singleShot(0, this, [this, id] { m_batches->goOn(id); });
}

void BatchFaultsTest::compareWithTheService(const BatchPlan &plan)
{
    const BatchView view = *m_batches->batch(plan.id);
    for (int item = 0; item < plan.items.size(); ++item) {
        const InstanceId &instance = plan.items.at(item).plan.instance;
        const int starts = m_fleet->cloud().startsOf(instance);
        QVERIFY2(starts <= 1, qPrintable(instance.value + QStringLiteral(" was started twice")));
        const auto newest = newestAttempt(view, item);
        QVERIFY(newest.has_value());
        ++m_ends[newest->leftOut ? QStringLiteral("left out") : stateName(newest->state)];
        if (starts == 1) {
            QCOMPARE(stateName(newest->state), stateName(StepState::Verified));
            QVERIFY(!newest->leftOut);
        } else {
            QVERIFY2(newest->leftOut || newest->state == StepState::Rejected
                         || newest->state == StepState::NotStarted,
                     qPrintable(instance.value + QLatin1Char(' ') + stateName(newest->state)));
        }
    }
}

void BatchFaultsTest::printCalls()
{
    int all = 0;
    for (const char *action :
         {"DescribeInstances", "DescribeHistoryTasks", "DescribeEngineVersion", "DescribeInstanceAttribute",
          "DescribeActiveOperationTasks", "DescribeRoleZoneInfo", "ModifyInstanceMinorVersion"}) {
        const int calls = m_fleet->cloud().requestCount(QString::fromLatin1(action));
        all += calls;
        qInfo("%-30s %5d calls, %6.2f per instance", action, calls, calls / double(members));
    }
    qInfo("%-30s %5d calls, %6.2f per instance", "together", all, all / double(members));
}

void BatchFaultsTest::everyMemberEndsAsTheServiceKnowsIt()
{
    const quint32 seed = qEnvironmentVariableIsSet("UPLIFT_SEED")
        ? qEnvironmentVariable("UPLIFT_SEED").toUInt()
        : QRandomGenerator::global()->generate();
    qInfo("UPLIFT_SEED=%u", seed);
    open();
    const BatchPlan batch = plan();
    QCOMPARE(memberCount(batch), members);
    QList<int> sizes(batch.waves.size());
    for (const BatchItem &item : batch.items)
        ++sizes[item.wave];
    QCOMPARE(sizes, (QList<int>{1, 9, 190}));
    m_fleet->failBy(seed);
    QElapsedTimer timer;
    timer.start();
    const auto taken =
        answered<PlanId>([&](QObject *c, const Handler<PlanId> &done) { m_batches->start(batch, c, done); });
    QVERIFY(taken.has_value());
    QTRY_COMPARE_WITH_TIMEOUT(m_batches->batch(batch.id)->progress.state, BatchState::Finished, patience);
    const double seconds = static_cast<double>(timer.elapsed()) / 1000;
    compareWithTheService(batch);
    QTRY_VERIFY_WITH_TIMEOUT(JournalCopy(m_options.path).openBatches() == 0, 60'000);
    JournalCopy copy(m_options.path);
    QCOMPARE(copy.openSteps(), 0);
    QVERIFY(copy.isWhole());
    const QList<LaidRow> rows = copy.rowsOf(batch.id);
    QCOMPARE(brokenPromises(batch, rows), QStringList());
    // Each Requested row allows one call with its nonce: more on the wire would be a copy.
    const auto requests = std::count_if(
        rows.begin(), rows.end(), [](const LaidRow &row) { return row.state == QLatin1String("Requested"); });
    QVERIFY(m_fleet->cloud().requestCount(modify) <= requests);
    const int canary = m_holds.value(holdName(Hold::Reason::CanaryNotVerified), 0);
    QVERIFY2(canary <= 1, qPrintable(counted(m_holds)));
    // All tries to ask about a member before its turn may meet a fault: then nothing was sent for it.
    for (const QString &sentence : std::as_const(m_otherHolds))
        QVERIFY2(sentence.startsWith(QLatin1String("The service could not be asked about ")),
                 qPrintable(sentence));
    printCalls();
    qInfo("%d members in %.1f s: %s", members, seconds, qPrintable(counted(m_ends)));
    qInfo("faults: %s", qPrintable(counted(m_fleet->faults())));
    qInfo("undecided: %s; holds: %s; %lld requests journaled; 0 started twice",
          qPrintable(counted(m_decisions)), qPrintable(counted(m_holds)), static_cast<long long>(requests));
}

QTEST_GUILESS_MAIN(BatchFaultsTest)
#include "tst_batchfaults.moc"
