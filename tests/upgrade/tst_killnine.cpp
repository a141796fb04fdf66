// SPDX-License-Identifier: GPL-3.0-or-later
// kill -9 at random instants around a start, against a counting server: nothing lost, nothing sent twice,
// every open step resolved or shown as undecided after the restart. UPLIFT_SEED repeats a run, UPLIFT_KILLS
// sets how many.
#include "journalrig.h"
#include "upgraderig.h"

#include "practice/practicecloud.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>

#include <csignal>

using namespace uplift;
using namespace uplift::upgrade;
using namespace uplift::upgrade::test;
using namespace std::chrono_literals;

namespace {

const QString modify = QStringLiteral("ModifyInstanceMinorVersion");
const QString oldVersion = QStringLiteral("redis-7.0_7.0.1.8");

// The practice cloud's made-up instances follow its dozen and two; every fourteenth is an outdated cluster.
QString instanceOf(int cycle) { return QStringLiteral("r-bp1x%1").arg(cycle * 14, 14, 10, QLatin1Char('0')); }

} // namespace

class KillNineTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothingIsLostAndNothingIsSentTwice();

private:
    void startChild(QProcess &child, const QString &instance);
    qint64 measuredStart(const QString &instance);
    void killAt(QProcess &child, bool fromTheBeginning, int microseconds);
    void checkAfterRestart(const QString &instance, int sentBefore, const QByteArray &output);

    QTemporaryDir m_folder;
    MovableClock m_clock;
    std::unique_ptr<practice::PracticeCloud> m_cloud;
    std::shared_ptr<cloud::Client> m_client;
    JournalOptions m_options;
    QMap<QString, int> m_ends;
};

void KillNineTest::startChild(QProcess &child, const QString &instance)
{
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(QStringLiteral(UPLIFT_BINARY_DIR "/tests/upgrade/startchild"),
                {m_options.path, m_cloud->origin(), QStringLiteral("cn-hangzhou"), oldVersion, instance});
    child.write(m_cloud->accessKeyId().toLatin1() + '\n' + m_cloud->accessKeySecret().toLatin1() + '\n');
}

// How long a start takes here from the open journal to the accepted answer, so that the kills fall around it.
qint64 KillNineTest::measuredStart(const QString &instance)
{
    QProcess child;
    startChild(child, instance);
    QByteArray output;
    const bool ready =
        QTest::qWaitFor([&] { return (output += child.readAllStandardOutput()).contains("ready"); }, 60'000);
    QElapsedTimer timer;
    timer.start();
    const bool accepted = QTest::qWaitFor(
        [&] { return (output += child.readAllStandardOutput()).contains("Accepted"); }, 60'000);
    const qint64 took = timer.nsecsElapsed() / 1000;
    const bool ended = QTest::qWaitFor([&] { return child.state() == QProcess::NotRunning; }, 60'000);
    return ready && accepted && ended ? took : -1;
}

void KillNineTest::killAt(QProcess &child, bool fromTheBeginning, int microseconds)
{
    QByteArray output;
    if (!fromTheBeginning)
        QVERIFY(QTest::qWaitFor([&] { return (output += child.readAllStandardOutput()).contains("ready"); },
                                60'000));
    QElapsedTimer timer;
    timer.start();
    while (timer.nsecsElapsed() / 1000 < microseconds)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 1); // the counting server answers meanwhile
    ::kill(static_cast<pid_t>(child.processId()), SIGKILL);
    QTRY_COMPARE_WITH_TIMEOUT(child.state(), QProcess::NotRunning, 20'000);
    child.setProperty("seen", output + child.readAllStandardOutput());
}

void KillNineTest::checkAfterRestart(const QString &instance, int sentBefore, const QByteArray &output)
{
    const InstanceId id{instance};
    Journal journal(m_options);
    const JournalState state = openJournal(journal);
    QCOMPARE(state.access, JournalState::Access::Writable);
    QVERIFY(state.notices.isEmpty());
    Upgrades upgrades(
        journal,
        [this](const AccountId &, QObject *, const Handler<std::shared_ptr<cloud::Client>> &done) {
            done(m_client);
        },
        m_clock, quickIntervals());
    const auto resumed =
        answered<void>([&](QObject *c, const Handler<void> &done) { upgrades.resume(c, done); });
    QVERIFY(resumed.has_value());
    QTRY_VERIFY_WITH_TIMEOUT(
        [&] {
            const auto open = upgrades.openStepFor(id);
            return !open || open->state == StepState::Undecided;
        }(),
        60'000);
    const int sent = m_cloud->requestCount(modify) - sentBefore;
    const int carriedOut = m_cloud->startsOf(id);
    QVERIFY2(sent <= 1, "sent twice");
    QVERIFY2(carriedOut <= 1, "carried out twice");
    JournalQuery query;
    query.instance = id;
    const QList<JournaledStep> steps = stepsOf(journal, query);
    if (steps.isEmpty()) {
        QVERIFY2(sent == 0, "sent without a journal row");
        QVERIFY2(!output.contains("taken"), "the journal lost a step");
        ++m_ends[QStringLiteral("not begun")];
        return;
    }
    QCOMPARE(steps.size(), 1);
    const StepView view = *upgrades.step(steps.constFirst().plan.id);
    ++m_ends[stateName(view.state)];
    if (carriedOut == 1) {
        QCOMPARE(view.state, StepState::Verified);
    } else {
        QCOMPARE(view.state, StepState::Undecided);
        QVERIFY(!view.evidence.isEmpty());
        upgrades.decide(view.plan.id, Decision::WasNotStarted,
                        QStringLiteral("the counting server saw nothing"));
    }
    QTRY_VERIFY(isEnd(stepsOf(journal, query).constFirst().state()));
    const ChainCheck chain = chainOf(journal);
    QVERIFY(chain.rows > 0 && !chain.firstBroken);
}

void KillNineTest::nothingIsLostAndNothingIsSentTwice()
{
    const int kills =
        qEnvironmentVariableIsSet("UPLIFT_KILLS") ? qEnvironmentVariableIntValue("UPLIFT_KILLS") : 100;
    const quint32 seed = qEnvironmentVariableIsSet("UPLIFT_SEED")
        ? qEnvironmentVariable("UPLIFT_SEED").toUInt()
        : QRandomGenerator::global()->generate();
    QRandomGenerator random(seed);
    QVERIFY(m_folder.isValid());
    m_options.path = m_folder.filePath(QStringLiteral("journal.sqlite"));
    practice::PracticeOptions options;
    options.upgradeTime = 150ms;
    options.extraInstances = (kills + 1) * 14;
    m_cloud = std::make_unique<practice::PracticeCloud>(options);
    QVERIFY2(m_cloud->start(), qPrintable(m_cloud->error()));
    m_client = clientFor(m_cloud->origin(), m_cloud->accessKeyId().toLatin1(),
                         m_cloud->accessKeySecret().toLatin1(), std::make_shared<cloud::Network>(), m_clock);
    const qint64 whole = measuredStart(instanceOf(kills));
    QVERIFY(whole > 0);
    qInfo("UPLIFT_SEED=%u; a start takes %lld us from the open journal to its acceptance", seed,
          static_cast<long long>(whole));
    for (int cycle = 0; cycle < kills; ++cycle) {
        const QString instance = instanceOf(cycle);
        const int sentBefore = m_cloud->requestCount(modify);
        QProcess child;
        startChild(child, instance);
        const bool fromTheBeginning = random.bounded(10) == 0;
        killAt(child, fromTheBeginning, random.bounded(static_cast<int>(whole + whole / 2)));
        checkAfterRestart(instance, sentBefore, child.property("seen").toByteArray());
        if (QTest::currentTestFailed()) {
            qWarning("cycle %d, UPLIFT_SEED=%u", cycle, seed);
            return;
        }
    }
    QStringList ends;
    for (auto it = m_ends.cbegin(); it != m_ends.cend(); ++it)
        ends.append(QStringLiteral("%1 %2").arg(it.value()).arg(it.key()));
    qInfo("%d kills: %s; 0 lost, 0 sent twice", kills, qPrintable(ends.join(QStringLiteral(", "))));
}

QTEST_GUILESS_MAIN(KillNineTest)
#include "tst_killnine.moc"
