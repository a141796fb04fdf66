// SPDX-License-Identifier: GPL-3.0-or-later
// A fault sweep: whatever a batch uses fails at its n-th use, n = 1, 2, 3 … until a run no longer gets that
// far. After each the program is opened again on the same files, the user decides what is undecided, and
// every promise must hold. Notifications are the user interface's, and are not part of this room.
// Uses that come by the hundred are tried with a stride; UPLIFT_SWEEP_STEP=1 tries every one.
#include "eventwait.h"
#include "journalrig.h"
#include "sweeprun.h"

#include "upgrade/journalplace.h"

#include <QElapsedTimer>
#include <QTest>
#include <QThread>

using namespace uplift;
using namespace uplift::upgrade;
using namespace uplift::upgrade::test;
using namespace std::chrono_literals;
using Kind = practice::PlannedFault::Kind;

namespace {

using Make = std::function<Failing(int nth)>;

constexpr int atOnce = 4; ///< runs, each in a thread of its own; they mostly wait
constexpr int pointsWanted = 150;
constexpr int farEnough = 5'000; ///< no batch of three uses anything as often

/// The runs for `nths`, side by side.
QList<SweepResult> runAll(const Make &make, const QList<int> &nths)
{
    QList<SweepResult> results(nths.size());
    std::vector<std::unique_ptr<QThread>> threads;
    for (qsizetype i = 0; i < nths.size(); ++i) {
        SweepResult *result = &results[i];
        const Failing failing = make(nths.at(i));
        threads.emplace_back(QThread::create([result, failing] { *result = SweepRun(failing).run(); }));
        threads.back()->start();
    }
    for (const auto &thread : threads)
        thread->wait();
    return results;
}

} // namespace

Q_DECLARE_METATYPE(Make)

class BatchSweepTest : public QObject {
    Q_OBJECT
public:
    static void initMain() { allowLongFunctions(); }
private Q_SLOTS:
    void aRowThatWasRefusedMayBeThereAfterAKillAndBreaksNothing();
    void withoutAFaultEveryPartIsVerified();
    void everyPromiseHoldsWhereverItFails_data();
    void everyPromiseHoldsWhereverItFails();
    void enoughPointsWereTried();

private:
    int m_points = 0;
    int m_rows = 0;
    QElapsedTimer m_timer;
};

// A commit whose sync failed lies whole in the WAL all the same, until the next one is written over it. After
// a kill the attempt is open, and the service is asked what became of it; see the rows that end with a kill
// below.
void BatchSweepTest::aRowThatWasRefusedMayBeThereAfterAKillAndBreaksNothing()
{
    m_timer.start();
    const QTemporaryDir folder;
    const QTemporaryDir left;
    FailingSync sync(QFileInfo(folder.path()).canonicalFilePath(), farEnough);
    JournalOptions options;
    options.path = folder.filePath(QStringLiteral("journal.sqlite"));
    Journal journal(options);
    QCOMPARE(openJournal(journal).access, JournalState::Access::Writable);
    QVERIFY(append(journal, requested(planFor(QStringLiteral("r-1")))).has_value());
    sync.failAt(1);
    const auto refused = append(journal, requested(planFor(QStringLiteral("r-2"))));
    QCOMPARE(refused.error().kind, Error::Kind::Storage);
    QVERIFY(sync.hasFailed());
    options.path = copiedInto(left.path(), options.path); // as a kill leaves it, while it is open
    Journal after(options);
    const JournalState state = openJournal(after);
    QCOMPARE(state.rows, 4);
    QCOMPARE(state.open.size(), 2);
    QVERIFY(chainOf(after).isWhole());
    QVERIFY(append(journal, requested(planFor(QStringLiteral("r-3")))).has_value());
    QCOMPARE(stepsOf(journal).size(), 2); // the one that was refused is written over
    QVERIFY(chainOf(journal).isWhole());
}

void BatchSweepTest::withoutAFaultEveryPartIsVerified()
{
    const SweepResult clean = runAll([](int) { return Failing{}; }, {0}).constFirst();
    QCOMPARE(clean.problems, QStringList());
    QVERIFY(!clean.fired);
    QCOMPARE(clean.end, QStringLiteral("Verified Verified Verified Verified Verified"));
}

void BatchSweepTest::everyPromiseHoldsWhereverItFails_data()
{
    QTest::addColumn<Make>("make");
    QTest::addColumn<int>("stride");
    const auto row = [](const char *name, int stride, const Make &make) {
        QTest::newRow(name) << make << stride;
    };
    const auto change = [](Kind kind) {
        return [kind](int nth) {
            Failing failing;
            failing.change = nth;
            failing.kind = kind;
            return failing;
        };
    };
    const auto read = [](Kind kind) {
        return [kind](int nth) {
            Failing failing;
            failing.read = nth;
            failing.kind = kind;
            return failing;
        };
    };
    const auto jump = [](std::chrono::milliseconds by) {
        return [by](int nth) {
            Failing failing;
            failing.clock = nth;
            failing.jump = by;
            return failing;
        };
    };
    row("the journal refuses a statement", 7, [](int nth) { return Failing{.statement = nth}; });
    row("the disk does not sync", 2, [](int nth) { return Failing{.sync = nth}; });
    row("the disk does not sync, and a kill follows", 2,
        [](int nth) { return Failing{.sync = nth, .killed = true}; });
    row("the disk no longer syncs, and a kill follows", 2,
        [](int nth) { return Failing{.sync = nth, .lasting = true, .killed = true}; });
    row("the keychain is locked", 2, [](int nth) { return Failing{.key = nth}; });
    row("the clock jumps an hour ahead", 23, jump(1h));
    row("the clock jumps an hour back", 23, jump(-1h));
    row("a change is cut before", 1, change(Kind::LostRequest));
    row("a change's reply is lost", 1, change(Kind::LostReply));
    row("a change is answered 500 and executed", 1, change(Kind::ErrorAfter));
    row("a change is answered 500 and not executed", 1, change(Kind::ErrorBefore));
    row("a change is throttled", 1, change(Kind::Throttled));
    row("a change's reply is garbled", 1, change(Kind::Garbled));
    row("a change's reply ends in the middle", 1, change(Kind::HalfBody));
    row("a question is cut", 7, read(Kind::LostRequest));
    row("a question's reply is lost", 7, read(Kind::LostReply));
    row("a question is answered 500", 7, read(Kind::ErrorBefore));
    row("a question is throttled", 7, read(Kind::Throttled));
    row("a question's reply is garbled", 7, read(Kind::Garbled));
    row("a question's reply ends in the middle", 7, read(Kind::HalfBody));
}

void BatchSweepTest::everyPromiseHoldsWhereverItFails()
{
    QFETCH(Make, make);
    QFETCH(int, stride);
    const QByteArray asked = qgetenv("UPLIFT_SWEEP_STEP");
    if (!asked.isEmpty())
        stride = std::max(1, asked.toInt());
    int points = 0;
    bool clean = false;
    for (int nth = 1; !clean; nth += atOnce * stride) {
        QVERIFY2(nth < farEnough, "no run came to its end without the fault");
        QList<int> nths;
        for (int i = 0; i < atOnce; ++i)
            nths.append(nth + i * stride);
        const QList<SweepResult> results = runAll(make, nths);
        for (qsizetype i = 0; i < results.size(); ++i) {
            const SweepResult &result = results.at(i);
            QVERIFY2(result.problems.isEmpty(),
                     qPrintable(QStringLiteral("use %1, %2:\n%3")
                                    .arg(nths.at(i))
                                    .arg(result.end, result.problems.join(QLatin1Char('\n')))));
            points += result.fired ? 1 : 0;
            clean = clean || !result.fired;
        }
    }
    QVERIFY2(points > 0, "this was never used");
    qInfo("%-44s %4d points, every %d.", QTest::currentDataTag(), points, stride);
    m_points += points;
    ++m_rows;
}

void BatchSweepTest::enoughPointsWereTried()
{
    constexpr int allRows = 20;
    if (m_rows < allRows)
        QSKIP("only a part of the sweep was asked for, or failed");
    qInfo("%d points in %.0f s", m_points, static_cast<double>(m_timer.elapsed()) / 1000);
    QVERIFY(m_points >= pointsWanted);
}

QTEST_GUILESS_MAIN(BatchSweepTest)
#include "tst_batchsweep.moc"
