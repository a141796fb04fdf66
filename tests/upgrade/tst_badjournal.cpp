// SPDX-License-Identifier: GPL-3.0-or-later
// Each bad journal gets its sentence, and nothing is lost or written over.
#include "journalrig.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QRandomGenerator>
#include <QSignalSpy>

#include <csignal>

#include <sys/file.h>

using namespace uplift;
using namespace uplift::upgrade;
using namespace uplift::upgrade::test;
using Access = JournalState::Access;

class BadJournalTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
        m_options = {};
        m_options.path = m_folder->filePath(QStringLiteral("journal.sqlite"));
    }

    void garbageIsSetAsideAndTheUserIsTold_data();
    void garbageIsSetAsideAndTheUserIsTold();
    void aDamagedOneStillNamesItsOpenUpgrades();
    void aForeignDatabaseIsSetAsideWhole();
    void aLaterVersionIsLeftAsItIs();
    void aVanishedOneIsNoticed_data();
    void aVanishedOneIsNoticed();
    void aSecondWindowOnlyLooksAndSaysWhoHasIt();
    void aKilledHolderLeavesNoLock();
    void oneKilledWhileItLockedLeavesNoLock();
    void aReadOnlyPlaceAllowsViewingOnly();
    void aPlaceWithoutPermissionIsExplained();
    void aFullDiskKeepsWhatWasWritten();
    void anOpenBatchWhosePlanCannotBeReadIsSaid();
    void anEditShowsInTheChain();
    void aFlippedBitShowsInTheChain();
    void nothingAcknowledgedIsLostByKillNine();

private:
    [[nodiscard]] QStringList filesSetAside() const
    {
        return QDir(m_folder->path()).entryList({QStringLiteral("*.set-aside-*")});
    }
    void writeRows(int steps)
    {
        Journal journal(m_options);
        QCOMPARE(openJournal(journal).access, Access::Writable);
        for (int i = 0; i < steps; ++i)
            QVERIFY(append(journal, requested(planFor(QStringLiteral("r-%1").arg(i)))).has_value());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    JournalOptions m_options;
};

void BadJournalTest::garbageIsSetAsideAndTheUserIsTold_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("text") << QByteArray("this is not a journal\n").repeated(500);
    QTest::newRow("a few bytes") << QByteArray("x");
    QTest::newRow("a database's first bytes alone") << QByteArray("SQLite format 3\0", 16);
    QByteArray noise(20'000, Qt::Uninitialized);
    QRandomGenerator generator(7);
    for (char &byte : noise)
        byte = static_cast<char>(generator.bounded(256));
    QTest::newRow("noise") << noise;
    QTest::newRow("a sound beginning, then noise") << QByteArray("SQLite format 3\0", 16) + noise;
}

void BadJournalTest::garbageIsSetAsideAndTheUserIsTold()
{
    QFETCH(QByteArray, content);
    {
        QFile file(m_options.path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    Journal journal(m_options);
    const JournalState state = openJournal(journal);
    QCOMPARE(state.access, Access::Writable);
    QCOMPARE(state.notices.size(), 1);
    QVERIFY(state.notices.constFirst().message.contains(QLatin1String("set aside")));
    QVERIFY(!state.notices.constFirst().next.isEmpty());
    const QStringList aside = filesSetAside();
    QVERIFY(!aside.isEmpty());
    QVERIFY(state.notices.constFirst().message.contains(aside.constFirst()));
    QFile kept(m_folder->filePath(aside.constFirst()));
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), content);
    QVERIFY(append(journal, requested(planFor(QStringLiteral("r-1")))).has_value());
}

void BadJournalTest::aDamagedOneStillNamesItsOpenUpgrades()
{
    writeRows(300);
    {
        // A page in the middle is overwritten; the index of open steps may or may not be hit.
        QFile file(m_options.path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.size() > 20 * 4096);
        file.seek(file.size() / 2 / 4096 * 4096);
        file.write(QByteArray(4096, '\xff'));
    }
    Journal journal(m_options);
    const JournalState state = openJournal(journal);
    QCOMPARE(state.access, Access::Writable);
    QCOMPARE(state.notices.size(), 1);
    QVERIFY(state.notices.constFirst().next.contains(QLatin1String("r-1")));
    QVERIFY(!filesSetAside().isEmpty());
}

void BadJournalTest::aForeignDatabaseIsSetAsideWhole()
{
    {
        RawDatabase foreign(m_options.path);
        QVERIFY(foreign.value(QStringLiteral("CREATE TABLE notes (text)")).toBool());
    }
    Journal journal(m_options);
    QCOMPARE(openJournal(journal).notices.size(), 1);
    QCOMPARE(filesSetAside().size(), 1);
    RawDatabase kept(m_folder->filePath(filesSetAside().constFirst()));
    QCOMPARE(kept.value(QStringLiteral("SELECT count(*) FROM notes")).toInt(), 0);
}

void BadJournalTest::aLaterVersionIsLeftAsItIs()
{
    writeRows(1);
    {
        RawDatabase later(m_options.path);
        QVERIFY(later.value(QStringLiteral("PRAGMA user_version = 99")).isValid());
    }
    Journal journal(m_options);
    const JournalState state = openJournal(journal);
    QCOMPARE(state.access, Access::None);
    QVERIFY(state.reason->message.contains(QLatin1String("later version")));
    QVERIFY(!append(journal, requested(planFor(QStringLiteral("r-9")))).has_value());
    QVERIFY(filesSetAside().isEmpty());
    RawDatabase later(m_options.path);
    QCOMPARE(later.value(QStringLiteral("SELECT count(*) FROM state_row")).toInt(), 2);
}

void BadJournalTest::aVanishedOneIsNoticed_data()
{
    QTest::addColumn<bool>("emptied");
    QTest::newRow("deleted") << false;
    QTest::newRow("emptied to zero length") << true;
}

void BadJournalTest::aVanishedOneIsNoticed()
{
    QFETCH(bool, emptied);
    writeRows(1);
    QVERIFY(emptied ? QFile::resize(m_options.path, 0) : QFile::remove(m_options.path));
    {
        Journal journal(m_options);
        const JournalState state = openJournal(journal);
        QCOMPARE(state.access, Access::Writable);
        QCOMPARE(state.notices.size(), 1);
        QVERIFY(state.notices.constFirst().message.contains(QLatin1String("gone or empty")));
    }
    Journal journal(m_options); // said once, not for ever
    QVERIFY(openJournal(journal).notices.isEmpty());
}

void BadJournalTest::aSecondWindowOnlyLooksAndSaysWhoHasIt()
{
    writeRows(1);
    QProcess other;
    other.start(QStringLiteral(UPLIFT_BINARY_DIR "/tests/upgrade/journalchild"),
                {QStringLiteral("hold"), m_options.path});
    QByteArray said;
    QTRY_VERIFY_WITH_TIMEOUT((said += other.readAllStandardOutput()).contains("held"), 20'000);
    {
        Journal journal(m_options);
        const JournalState state = openJournal(journal);
        QCOMPARE(state.access, Access::ViewOnly);
        QVERIFY(state.reason->message.contains(QString::number(other.processId())));
        QVERIFY(state.reason->message.contains(QSysInfo::machineHostName()));
        QCOMPARE(state.open.size(), 1);
        QCOMPARE(stepsOf(journal).size(), 1);
        const auto refused = append(journal, requested(planFor(QStringLiteral("r-9"))));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Storage);
    }
    other.kill();
    QTRY_COMPARE(other.state(), QProcess::NotRunning);
}

void BadJournalTest::aKilledHolderLeavesNoLock()
{
    QProcess other;
    other.start(QStringLiteral(UPLIFT_BINARY_DIR "/tests/upgrade/journalchild"),
                {QStringLiteral("hold"), m_options.path});
    QByteArray said;
    QTRY_VERIFY_WITH_TIMEOUT((said += other.readAllStandardOutput()).contains("held"), 20'000);
    other.kill();
    QTRY_COMPARE(other.state(), QProcess::NotRunning);
    Journal journal(m_options);
    QCOMPARE(openJournal(journal).access, Access::Writable);
}

void BadJournalTest::oneKilledWhileItLockedLeavesNoLock()
{
    // Made, and not written yet: as kill -9 between the two leaves it.
    QFile lock(m_options.path + QStringLiteral(".lock"));
    QVERIFY(lock.open(QIODevice::WriteOnly | QIODevice::NewOnly));
    {
        // Its maker lives, and was only stopped: it has the file.
        QCOMPARE(::flock(lock.handle(), LOCK_EX | LOCK_NB), 0);
        Journal journal(m_options);
        QCOMPARE(openJournal(journal).access, Access::None);
    }
    lock.close();
    QVERIFY(lock.exists());
    Journal journal(m_options);
    QCOMPARE(openJournal(journal).access, Access::Writable);
}

void BadJournalTest::aReadOnlyPlaceAllowsViewingOnly()
{
    SmallDisk disk("size=16m");
    if (!disk.isMounted())
        QSKIP("only root may mount a file system of its own");
    m_options.path = disk.path() + QStringLiteral("/journal.sqlite");
    writeRows(3);
    QVERIFY(disk.makeReadOnly());
    Journal journal(m_options);
    const JournalState state = openJournal(journal);
    QCOMPARE(state.access, Access::ViewOnly);
    QVERIFY(state.reason->message.contains(QLatin1String("cannot be written")));
    QVERIFY(state.reason->next.contains(QLatin1String("No upgrade starts without a journal")));
    QCOMPARE(state.open.size(), 3);
    QVERIFY(!append(journal, requested(planFor(QStringLiteral("r-9")))).has_value());
}

void BadJournalTest::aPlaceWithoutPermissionIsExplained()
{
    m_options.path =
        QStringLiteral("/proc/uplift/journal.sqlite"); // no folder can be made there, not even by root
    Journal journal(m_options);
    const JournalState state = openJournal(journal);
    QCOMPARE(state.access, Access::None);
    QVERIFY(state.reason->message.contains(QLatin1String("cannot be written")));
    QVERIFY(!append(journal, requested(planFor(QStringLiteral("r-1")))).has_value());
}

// Pitfalls J5: a disk of 4 MiB fills up; the failed commit is said, the earlier rows are all there.
void BadJournalTest::aFullDiskKeepsWhatWasWritten()
{
    SmallDisk disk("size=4m");
    if (!disk.isMounted())
        QSKIP("only root may mount a file system of its own");
    m_options.path = disk.path() + QStringLiteral("/journal.sqlite");
    m_options.minimumFree = 0;
    qint64 acknowledged = 0;
    {
        Journal journal(m_options);
        QCOMPARE(openJournal(journal).access, Access::Writable);
        bool full = false;
        for (int i = 0; i < 5000 && !full; ++i) {
            StepPlan plan = planFor(QStringLiteral("r-%1").arg(i));
            plan.impact = QString(4000, QLatin1Char('x'));
            const auto written = append(journal, requested(plan));
            full = !written;
            if (written)
                acknowledged = *written;
            else
                QCOMPARE(written.error().kind, Error::Kind::Storage);
        }
        QVERIFY(full);
        const ChainCheck chain = chainOf(journal);
        QCOMPARE(chain.rows, acknowledged);
        QVERIFY(!chain.firstBroken);
    }
    Journal journal(m_options);
    QVERIFY(openJournal(journal).rows == acknowledged);
    m_options.minimumFree = 50LL << 20;
    Journal careful(m_options); // locked by the one above: looks only, and says that it cannot begin a step
    openJournal(careful);
    QVERIFY(!answered<void>([&](QObject *c, const Handler<void> &done) {
                 careful.checkRoom(c, done);
             }).has_value());
}

void BadJournalTest::anOpenBatchWhosePlanCannotBeReadIsSaid()
{
    {
        Journal journal(m_options);
        QCOMPARE(openJournal(journal).access, Access::Writable);
        const BatchRow row{{QStringLiteral("b-weekend")},
                           BatchState::Running,
                           QDateTime::currentDateTimeUtc(),
                           {{QStringLiteral("plan"), QJsonObject{{QStringLiteral("name"), 7}}}}};
        QVERIFY(answered<qint64>([&](QObject *c, const Handler<qint64> &done) {
                    journal.append(row, c, done);
                }).has_value());
    }
    Journal journal(m_options);
    const JournalState state = openJournal(journal);
    QCOMPARE(state.access, Access::Writable);
    QCOMPARE(state.notices.size(), 1);
    QVERIFY(state.notices.constFirst().message.contains(QLatin1String("b-weekend")));
    QVERIFY(!state.notices.constFirst().next.isEmpty());
}

void BadJournalTest::anEditShowsInTheChain()
{
    writeRows(5);
    {
        RawDatabase raw(m_options.path);
        QVERIFY(raw.value(QStringLiteral("DROP TRIGGER rows_stay")).toBool());
        QVERIFY(raw.value(QStringLiteral("UPDATE state_row SET at_ms = at_ms - 1 WHERE seq = 7")).toBool());
    }
    m_options.chainCheckAfter = std::chrono::milliseconds(0);
    Journal journal(m_options);
    QSignalSpy noticed(&journal, &Journal::noticed);
    QCOMPARE(openJournal(journal).access, Access::Writable);
    QTRY_COMPARE(noticed.size(), 1); // said by itself, after the start
    QVERIFY(noticed.at(0).at(0).value<Error>().message.contains(QLatin1String("Row 7")));
    QCOMPARE(chainOf(journal).firstBroken.value_or(0), 7);
}

void BadJournalTest::aFlippedBitShowsInTheChain()
{
    writeRows(5);
    {
        QFile file(m_options.path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QByteArray bytes = file.readAll();
        const qsizetype place = bytes.indexOf("orders-cache"); // inside a plan's text: no structure is hurt
        QVERIFY(place > 0);
        bytes[place] = static_cast<char>(bytes.at(place) ^ 1);
        file.seek(0);
        file.write(bytes);
    }
    Journal journal(m_options);
    const JournalState state = openJournal(journal);
    QCOMPARE(state.access, Access::Writable); // neither quick_check nor integrity_check sees it (pitfalls J4)
    QVERIFY(state.notices.isEmpty());
    QVERIFY(chainOf(journal).firstBroken.has_value());
}

void BadJournalTest::nothingAcknowledgedIsLostByKillNine()
{
    const quint32 seed = qEnvironmentVariableIsSet("UPLIFT_SEED")
        ? qEnvironmentVariable("UPLIFT_SEED").toUInt()
        : QRandomGenerator::global()->generate();
    qInfo("UPLIFT_SEED=%u", seed);
    QRandomGenerator random(seed);
    qint64 acknowledged = 0;
    for (int cycle = 0; cycle < 15; ++cycle) {
        QProcess writer;
        writer.start(QStringLiteral(UPLIFT_BINARY_DIR "/tests/upgrade/journalchild"),
                     {QStringLiteral("write"), m_options.path});
        QByteArray output;
        const int commits = random.bounded(1, 40);
        QTRY_VERIFY_WITH_TIMEOUT((output += writer.readAllStandardOutput()).count("acked") >= commits,
                                 30'000);
        ::kill(static_cast<pid_t>(writer.processId()), SIGKILL);
        QTRY_COMPARE(writer.state(), QProcess::NotRunning);
        output += writer.readAllStandardOutput();
        const QByteArray whole = output.left(output.lastIndexOf('\n'));
        acknowledged = whole.mid(whole.lastIndexOf(' ') + 1).toLongLong();
        Journal journal(m_options);
        const JournalState state = openJournal(journal);
        QCOMPARE(state.access, Access::Writable);
        QVERIFY(state.notices.isEmpty());
        QVERIFY(state.rows >= acknowledged);
        QCOMPARE(state.open.size() * 2, state.rows); // each step whole: never Planned without Requested
        const ChainCheck chain = chainOf(journal);
        QCOMPARE(chain.rows, state.rows);
        QVERIFY(!chain.firstBroken);
    }
    qInfo("15 kills, %lld commits acknowledged, none lost", static_cast<long long>(acknowledged / 2));
}

QTEST_GUILESS_MAIN(BadJournalTest)
#include "tst_badjournal.moc"
