// SPDX-License-Identifier: GPL-3.0-or-later
// kill -9 at random instants of batches, restarted each time on the same files, against a service that also
// fails one call in ten: nothing lost, nothing doubled, and the plan goes on where it was. UPLIFT_SEED
// repeats a run, UPLIFT_KILLS sets how many.
#include "batchfleet.h"
#include "batchproof.h"
#include "eventwait.h"
#include "journalrig.h"

#include "upgrade/batchrunner.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QProcess>
#include <QRandomGenerator>

#include <csignal>

using namespace uplift;
using namespace uplift::upgrade;
using namespace uplift::upgrade::test;
using namespace std::chrono_literals;

namespace {

constexpr int usualKills = 150; // 500 take their time with sanitizers: see UPLIFT_KILLS
constexpr int members = 12;
constexpr int patience = 120'000;
const QString modify = QStringLiteral("ModifyInstanceMinorVersion");

} // namespace

class BatchKillsTest : public QObject {
    Q_OBJECT
public:
    static void initMain() { allowLongFunctions(); }
private Q_SLOTS:
    void thePlanGoesOnWhereItWas();

private:
    void openFleet(int kills, quint32 seed);
    [[nodiscard]] BatchPlan nextPlan();
    void startChild(QProcess &child, const BatchPlan &plan);
    /// Reads what the child says and answers what it asks; true once it has said `word`.
    bool hear(QProcess &child, const char *word = "");
    [[nodiscard]] qint64 measuredBatch(const BatchPlan &plan);
    /// True when the batch came to its end before the kill.
    bool killAt(const BatchPlan &plan, bool fromTheBeginning, qint64 microseconds);
    void checkAfterKill(const BatchPlan &plan);
    void checkAtTheEnd(const BatchPlan &plan);
    void checkTheServiceAgainst(const BatchPlan &plan, const QList<LaidRow> &rows);

    MovableClock m_clock;
    QTemporaryDir m_folder;
    QString m_path;
    std::unique_ptr<BatchFleet> m_fleet;
    QByteArray m_heard; ///< what the present child said
    bool m_begun = false; ///< some child said that the present plan was taken
    int m_killed = 0;
    int m_plans = 0;
    int m_requested = 0; ///< in all plans that have ended
    QMap<QString, int> m_ends;
    int m_decisions = 0;
};

void BatchKillsTest::openFleet(int kills, quint32 seed)
{
    QVERIFY(m_folder.isValid());
    m_path = m_folder.filePath(QStringLiteral("journal.sqlite"));
    practice::PracticeOptions options;
    options.upgradeTime = 250ms;
    options.regions = 6;
    options.extraInstances = 14 * (20 + kills);
    m_fleet = std::make_unique<BatchFleet>(options, m_clock);
    QVERIFY(m_fleet->start());
    m_fleet->failBy(seed, 10, 60ms);
}

BatchPlan BatchKillsTest::nextPlan()
{
    BatchRules rules;
    rules.waves = BatchRules::Waves::Number;
    rules.sizes = {3};
    rules.atOnce = 4;
    rules.afterCanary = 0min;
    rules.between = 0min;
    rules.moment = BatchMoment::Now;
    rules.stop = {0, true, false};
    m_begun = false;
    return planBatch(rules, m_fleet->take(members), {QStringLiteral("b-%1").arg(++m_plans)}, m_clock.now());
}

void BatchKillsTest::startChild(QProcess &child, const BatchPlan &plan)
{
    m_heard.clear();
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(QStringLiteral(UPLIFT_BINARY_DIR "/tests/upgrade/batchchild"),
                {m_path, m_fleet->cloud().origin()});
    for (qsizetype i = 0; i < m_fleet->keys().size(); ++i) {
        const practice::PracticeKey &key = m_fleet->keys().at(i);
        child.write(
            QStringLiteral("%1 %2 %3\n").arg(BatchFleet::accountName(i), key.id, key.secret).toUtf8());
    }
    child.write(QJsonDocument(toJson(plan)).toJson(QJsonDocument::Compact) + '\n');
}

bool BatchKillsTest::hear(QProcess &child, const char *word)
{
    while (child.canReadLine()) {
        const QByteArray line = child.readLine().trimmed();
        m_heard += line + '\n';
        m_begun = m_begun || line == "begun";
        const QList<QByteArray> words = line.split(' ');
        if (words.constFirst() != "undecided")
            continue;
        const bool started = m_fleet->cloud().startsOf({QString::fromUtf8(words.value(2))}) > 0;
        child.write("decide " + words.value(1) + (started ? " started\n" : " not\n"));
        ++m_decisions;
    }
    return m_heard.contains(word);
}

qint64 BatchKillsTest::measuredBatch(const BatchPlan &plan)
{
    QProcess child;
    startChild(child, plan);
    QElapsedTimer timer;
    const bool ready = QTest::qWaitFor([&] { return hear(child, "ready"); }, patience);
    timer.start();
    const bool finished = QTest::qWaitFor([&] { return hear(child, "finished"); }, patience);
    const qint64 took = timer.nsecsElapsed() / 1000;
    const bool ended = QTest::qWaitFor([&] { return child.state() == QProcess::NotRunning; }, patience);
    return ready && finished && ended && child.exitCode() == 0 ? took : -1;
}

bool BatchKillsTest::killAt(const BatchPlan &plan, bool fromTheBeginning, qint64 microseconds)
{
    QProcess child;
    startChild(child, plan);
    const auto isOver = [&child] { return child.state() == QProcess::NotRunning; };
    if (!fromTheBeginning) {
        const bool ready = QTest::qWaitFor([&] { return hear(child, "ready") || isOver(); }, patience);
        if (!ready || (isOver() && !hear(child, "ready"))) {
            qWarning("the child is not ready: exit %d", child.exitCode());
            child.kill();
            child.waitForFinished();
            QTest::qFail("the child is not ready", __FILE__, __LINE__);
            return false;
        }
    }
    QElapsedTimer timer;
    timer.start();
    while (timer.nsecsElapsed() / 1000 < microseconds && !hear(child, "finished"))
        QCoreApplication::processEvents(QEventLoop::AllEvents, 1); // the service answers meanwhile
    const bool finished = hear(child, "finished");
    if (!finished) {
        ::kill(static_cast<pid_t>(child.processId()), SIGKILL);
        ++m_killed;
    }
    if (!QTest::qWaitFor(isOver, patience))
        QTest::qFail("the child does not end", __FILE__, __LINE__);
    hear(child);
    return finished;
}

void BatchKillsTest::checkTheServiceAgainst(const BatchPlan &plan, const QList<LaidRow> &rows)
{
    QHash<QString, int> requested;
    for (const LaidRow &row : rows) {
        if (row.state == QLatin1String("Requested"))
            ++requested[row.step.section(QLatin1Char('.'), 1, 1)];
    }
    for (int item = 0; item < plan.items.size(); ++item) {
        const InstanceId &instance = plan.items.at(item).plan.instance;
        const int starts = m_fleet->cloud().startsOf(instance);
        QVERIFY2(starts <= 1, qPrintable(instance.value + QStringLiteral(" was started twice")));
        QVERIFY2(starts <= requested.value(QString::number(item)),
                 qPrintable(instance.value + QStringLiteral(" was started without a row")));
    }
}

void BatchKillsTest::checkAfterKill(const BatchPlan &plan)
{
    if (!QFileInfo::exists(m_path)) {
        QVERIFY2(!m_begun, "the journal is gone");
        return;
    }
    JournalCopy copy(m_path);
    QVERIFY(copy.isOpen());
    QVERIFY(copy.isWhole());
    const auto batch = copy.batch(plan.id);
    QVERIFY2(batch || !m_begun, "the plan is lost");
    if (batch)
        QCOMPARE(toJson(batch->plan), toJson(plan));
    const QList<LaidRow> rows = copy.rowsOf(plan.id);
    QCOMPARE(brokenPromises(plan, rows), QStringList());
    checkTheServiceAgainst(plan, rows);
    const auto requested = std::count_if(
        rows.begin(), rows.end(), [](const LaidRow &row) { return row.state == QLatin1String("Requested"); });
    QVERIFY2(m_fleet->cloud().requestCount(modify) <= m_requested + requested, "sent without a row");
}

void BatchKillsTest::checkAtTheEnd(const BatchPlan &plan)
{
    checkAfterKill(plan);
    if (QTest::currentTestFailed())
        return;
    JournalCopy copy(m_path);
    QCOMPARE(copy.openSteps(), 0);
    QCOMPARE(copy.openBatches(), 0);
    const BatchView view = batchViewOf(*copy.batch(plan.id), copy.steps(plan.id));
    QCOMPARE(batchStateName(view.progress.state), batchStateName(BatchState::Finished));
    const QList<LaidRow> rows = copy.rowsOf(plan.id);
    for (const LaidRow &row : rows) {
        m_requested += row.state == QLatin1String("Requested") ? 1 : 0;
        if (row.state == QLatin1String("Undecided"))
            QVERIFY2(!row.data.value(QLatin1String("evidence")).toArray().isEmpty(), qPrintable(row.step));
    }
    for (int item = 0; item < plan.items.size(); ++item) {
        const InstanceId &instance = plan.items.at(item).plan.instance;
        const auto newest = newestAttempt(view, item);
        QVERIFY(newest.has_value());
        ++m_ends[newest->leftOut ? QStringLiteral("left out") : stateName(newest->state)];
        const bool nothing =
            newest->leftOut || newest->state == StepState::Rejected || newest->state == StepState::NotStarted;
        QVERIFY2(m_fleet->cloud().startsOf(instance) == 1 ? newest->state == StepState::Verified : nothing,
                 qPrintable(instance.value + QLatin1Char(' ') + stateName(newest->state)));
    }
}

void BatchKillsTest::thePlanGoesOnWhereItWas()
{
    const int kills =
        qEnvironmentVariableIsSet("UPLIFT_KILLS") ? qEnvironmentVariableIntValue("UPLIFT_KILLS") : usualKills;
    const quint32 seed = qEnvironmentVariableIsSet("UPLIFT_SEED")
        ? qEnvironmentVariable("UPLIFT_SEED").toUInt()
        : QRandomGenerator::global()->generate();
    QRandomGenerator random(seed);
    openFleet(kills, seed);
    if (QTest::currentTestFailed())
        return;
    BatchPlan plan = nextPlan();
    const qint64 whole = measuredBatch(plan);
    QVERIFY(whole > 0);
    checkAtTheEnd(plan);
    qInfo("UPLIFT_SEED=%u; a batch of %d takes %lld ms without kills", seed, members,
          static_cast<long long>(whole / 1000));
    QElapsedTimer timer;
    timer.start();
    plan = nextPlan();
    while (m_killed < kills && !QTest::currentTestFailed()) {
        QVERIFY(!plan.items.isEmpty());
        const bool fromTheBeginning = random.bounded(10) == 0;
        const bool finished = killAt(plan, fromTheBeginning, random.bounded(static_cast<int>(whole / 8)));
        if (QTest::currentTestFailed())
            break;
        finished ? checkAtTheEnd(plan) : checkAfterKill(plan);
        if (finished)
            plan = nextPlan();
    }
    // The last one is let go on to its end.
    if (!QTest::currentTestFailed()) {
        QVERIFY(measuredBatch(plan) > 0);
        checkAtTheEnd(plan);
    }
    if (QTest::currentTestFailed()) {
        qWarning("after %d kills, plan %s, UPLIFT_SEED=%u", m_killed, qPrintable(plan.id.value), seed);
        return;
    }
    QStringList ends;
    for (auto it = m_ends.cbegin(); it != m_ends.cend(); ++it)
        ends.append(QStringLiteral("%1 %2").arg(it.value()).arg(it.key()));
    qInfo("%d kills in %.0f s over %d batches: %s; %d decided by hand; 0 lost, 0 doubled", m_killed,
          static_cast<double>(timer.elapsed()) / 1000, m_plans, qPrintable(ends.join(QStringLiteral(", "))),
          m_decisions);
}

QTEST_GUILESS_MAIN(BatchKillsTest)
#include "tst_batchkills.moc"
