// SPDX-License-Identifier: GPL-3.0-or-later
#include "journalrig.h"

#include <QFileInfo>
#include <QSet>
#include <QSignalSpy>

using namespace uplift;
using namespace uplift::upgrade;
using namespace uplift::upgrade::test;
using Access = JournalState::Access;

class JournalTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
        m_options = {};
        m_options.chainCheckAfter = std::chrono::hours(1); // asked for where a test wants it
        m_options.path = m_folder->filePath(QStringLiteral("journal.sqlite"));
    }

    void aNewJournalIsBornWithItsMarks();
    void whatWasAppendedIsReadBack();
    void aPlanSurvivesTheJournalWhole();
    void anInstanceHasOneOpenStep();
    void aNonceIsUsedOnce();
    void aStateThatCannotFollowIsRefused();
    void whatCannotBeWrittenIsSaidToTheLogAsWell();
    void rowsCannotBeChangedOrRemoved();
    void stepsAreFoundByInstanceAndTime();
    void aBusyDatabaseLosesNothing();
    void aFailingStatementLeavesAllOrNothing();
    void tooLittleRoomIsSaidBeforeAStepBegins();
    void aNetworkFileSystemIsWrittenWithoutWalAndWithAWarning();
    void anotherJournalThanBeforeIsNoticed();
    void openingFiftyThousandRowsReadsOnlyWhatIsOpen();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    JournalOptions m_options;
};

void JournalTest::aNewJournalIsBornWithItsMarks()
{
    Journal journal(m_options);
    QCOMPARE(journal.access(), Access::None);
    const JournalState state = openJournal(journal);
    QCOMPARE(state.access, Access::Writable);
    QCOMPARE(journal.access(), Access::Writable);
    QVERIFY(state.notices.isEmpty());
    RawDatabase raw(m_options.path);
    QCOMPARE(raw.value(QStringLiteral("PRAGMA journal_mode")).toString(), QStringLiteral("wal"));
    QCOMPARE(raw.value(QStringLiteral("PRAGMA application_id")).toInt(), 0x55504C46);
    QCOMPARE(raw.value(QStringLiteral("PRAGMA user_version")).toInt(), 2);
    QCOMPARE(raw.value(QStringLiteral("SELECT count(*) FROM birth")).toInt(), 1);
    QVERIFY(QFileInfo::exists(m_folder->filePath(QStringLiteral("journal.born"))));
    const auto others = QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(m_options.path) & others));
}

void JournalTest::whatWasAppendedIsReadBack()
{
    const StepPlan open = planFor(QStringLiteral("r-open"));
    const StepPlan ended = planFor(QStringLiteral("r-ended"));
    {
        Journal journal(m_options);
        openJournal(journal);
        QCOMPARE(append(journal, requested(open)).value_or(-1), 2);
        QCOMPARE(append(journal, requested(ended)).value_or(-1), 4);
        JournalRow rejected = row(ended, StepState::Rejected);
        rejected.data.insert(QStringLiteral("requestId"), QStringLiteral("R-1"));
        QCOMPARE(append(journal, {rejected}).value_or(-1), 5);
    }
    Journal journal(m_options);
    const JournalState state = openJournal(journal);
    QCOMPARE(state.rows, 5);
    QCOMPARE(state.open.size(), 1);
    QCOMPARE(state.open.constFirst().plan.id, open.id);
    QCOMPARE(state.open.constFirst().state(), StepState::Requested);
    QCOMPARE(state.open.constFirst().nonces.size(), 1);
    const QList<JournaledStep> all = stepsOf(journal);
    QCOMPARE(all.size(), 2);
    QCOMPARE(all.constFirst().plan.id, ended.id);
    QCOMPARE(all.constFirst().transitions.constLast().data.value(QLatin1String("requestId")).toString(),
             QStringLiteral("R-1"));
    QCOMPARE(chainOf(journal).rows, 5);
    QVERIFY(!chainOf(journal).firstBroken);
}

void JournalTest::aPlanSurvivesTheJournalWhole()
{
    StepPlan plan = planFor(QStringLiteral("r-1"));
    plan.accountName = QStringLiteral("生产账号");
    plan.keyTail = QStringLiteral("X7Qd");
    plan.profile.value = QStringLiteral("p-1");
    plan.environment = Environment::Staging;
    plan.moment = Moment::MaintenanceWindow;
    plan.momentNaming = MomentNaming::EffectTime;
    const QDateTime start(QDate(2026, 11, 20), QTime(18, 0), Qt::UTC);
    plan.window = WindowSpan{start, start.addSecs(4 * 3600)};
    plan.impact = QStringLiteral("The data is copied to new servers.");
    plan.disconnectionBound = QStringLiteral("30");
    plan.readOnlyBound = QStringLiteral("60");
    const auto back = planFromJson(toJson(plan));
    QVERIFY(back.has_value());
    QCOMPARE(toJson(*back), toJson(plan));
    QCOMPARE(back->window->end, plan.window->end);
    QJsonObject odd = toJson(plan);
    odd.remove(QStringLiteral("region"));
    QVERIFY(!planFromJson(odd).has_value());
    odd = toJson(plan);
    odd.insert(QStringLiteral("environment"), QStringLiteral("???"));
    QCOMPARE(planFromJson(odd)->environment, Environment::Production);
}

void JournalTest::anInstanceHasOneOpenStep()
{
    Journal journal(m_options);
    openJournal(journal);
    const StepPlan first = planFor(QStringLiteral("r-1"));
    QVERIFY(append(journal, requested(first)).has_value());
    const StepPlan second = planFor(QStringLiteral("r-1"));
    const auto refused = append(journal, requested(second));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, Error::Kind::Conflict);
    QCOMPARE(stepsOf(journal).size(), 1);
    QVERIFY(append(journal, {row(first, StepState::NotStarted)}).has_value());
    QVERIFY(append(journal, requested(second)).has_value());
}

void JournalTest::aNonceIsUsedOnce()
{
    Journal journal(m_options);
    openJournal(journal);
    const StepPlan first = planFor(QStringLiteral("r-1"));
    const StepPlan second = planFor(QStringLiteral("r-2"));
    const QString nonce = QStringLiteral("0123456789abcdef0123456789abcdef");
    QVERIFY(append(journal, {row(first, StepState::Planned), row(first, StepState::Requested, nonce)})
                .has_value());
    const auto refused =
        append(journal, {row(second, StepState::Planned), row(second, StepState::Requested, nonce)});
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, Error::Kind::Conflict);
    QCOMPARE(chainOf(journal).rows, 2); // nothing of the second one, its plan included
}

void JournalTest::aStateThatCannotFollowIsRefused()
{
    Journal journal(m_options);
    openJournal(journal);
    const StepPlan plan = planFor(QStringLiteral("r-1"));
    QVERIFY(!append(journal, {row(plan, StepState::Requested)}).has_value());
    QVERIFY(append(journal, requested(plan)).has_value());
    QVERIFY(!append(journal, {row(plan, StepState::Verified)}).has_value());
    QVERIFY(append(journal, {row(plan, StepState::Unanswered)}).has_value());
    QVERIFY(!append(journal, {row(plan, StepState::Requested, QStringLiteral("another"))}).has_value());
    QCOMPARE(chainOf(journal).rows, 3);
}

void JournalTest::whatCannotBeWrittenIsSaidToTheLogAsWell()
{
    Journal journal(m_options);
    openJournal(journal);
    QSignalSpy failed(&journal, &Journal::failed);
    const StepPlan plan = planFor(QStringLiteral("r-1"));
    QVERIFY(append(journal, requested(plan)).has_value());
    QCOMPARE(failed.size(), 0);
    const auto refused = append(journal, {row(plan, StepState::Verified)});
    QVERIFY(!refused.has_value());
    QCOMPARE(failed.size(), 1);
    QCOMPARE(failed.constFirst().constFirst().value<Error>().message, refused.error().message);
}

void JournalTest::rowsCannotBeChangedOrRemoved()
{
    Journal journal(m_options);
    openJournal(journal);
    QVERIFY(append(journal, requested(planFor(QStringLiteral("r-1")))).has_value());
    RawDatabase raw(m_options.path);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("never rewritten")));
    QVERIFY(!raw.value(QStringLiteral("UPDATE state_row SET state = 'Verified'")).isValid());
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("never removed")));
    QVERIFY(!raw.value(QStringLiteral("DELETE FROM state_row")).isValid());
    QCOMPARE(chainOf(journal).rows, 2);
}

void JournalTest::stepsAreFoundByInstanceAndTime()
{
    Journal journal(m_options);
    openJournal(journal);
    const QDateTime noon(QDate(2026, 11, 20), QTime(12, 0), Qt::UTC);
    for (int i = 0; i < 6; ++i) {
        const StepPlan plan = planFor(QStringLiteral("r-%1").arg(i % 3));
        QList<JournalRow> rows = requested(plan) + QList{row(plan, StepState::Rejected)};
        for (JournalRow &each : rows)
            each.at = noon.addDays(i);
        QVERIFY(append(journal, rows).has_value());
    }
    JournalQuery query;
    query.instance = InstanceId{QStringLiteral("r-1")};
    QCOMPARE(stepsOf(journal, query).size(), 2);
    query.instance.reset();
    query.from = noon.addDays(3);
    QCOMPARE(stepsOf(journal, query).size(), 3);
    query.to = noon.addDays(4);
    QCOMPARE(stepsOf(journal, query).size(), 1);
    JournalQuery page;
    page.limit = 2;
    page.offset = 1;
    const QList<JournaledStep> paged = stepsOf(journal, page);
    QCOMPARE(paged.size(), 2);
    QCOMPARE(paged.constFirst().transitions.constFirst().at, noon.addDays(4));
}

// Pitfalls J2: another connection holds the write lock; nothing is half written, and true is never said for
// nothing.
void JournalTest::aBusyDatabaseLosesNothing()
{
    Journal journal(m_options);
    openJournal(journal);
    const StepPlan plan = planFor(QStringLiteral("r-1"));
    {
        RawDatabase other(m_options.path);
        QVERIFY(other.value(QStringLiteral("BEGIN IMMEDIATE")).toBool());
        const auto refused = append(journal, requested(plan));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Storage);
    }
    QCOMPARE(append(journal, requested(plan)).value_or(-1), 2);
    QCOMPARE(chainOf(journal).rows, 2);
}

void JournalTest::aFailingStatementLeavesAllOrNothing()
{
    m_options.failAfter = std::make_shared<std::atomic<int>>(0);
    int failures = 0;
    for (int n = 1;; ++n) {
        Journal journal(m_options);
        QCOMPARE(openJournal(journal).access, Access::Writable);
        const qint64 before = chainOf(journal).rows;
        const StepPlan plan = planFor(QStringLiteral("r-sweep-%1").arg(n));
        m_options.failAfter->store(n);
        const auto written = append(journal, requested(plan));
        m_options.failAfter->store(0);
        QCOMPARE(chainOf(journal).rows, written ? before + 2 : before);
        QVERIFY(!chainOf(journal).firstBroken);
        if (written)
            break;
        QCOMPARE(written.error().kind, Error::Kind::Storage);
        ++failures;
    }
    QVERIFY(failures >= 8);
}

void JournalTest::tooLittleRoomIsSaidBeforeAStepBegins()
{
    m_options.minimumFree = std::numeric_limits<qint64>::max();
    Journal journal(m_options);
    openJournal(journal);
    const auto room =
        answered<void>([&](QObject *c, const Handler<void> &done) { journal.checkRoom(c, done); });
    QVERIFY(!room);
    QCOMPARE(room.error().kind, Error::Kind::Storage);
    QVERIFY(room.error().message.contains(QLatin1String("free where the journal lies")));
}

void JournalTest::aNetworkFileSystemIsWrittenWithoutWalAndWithAWarning()
{
    m_options.networkFileSystem = true;
    Journal journal(m_options);
    const JournalState state = openJournal(journal);
    QCOMPARE(state.access, Access::Writable);
    QCOMPARE(state.notices.size(), 1);
    QVERIFY(state.notices.constFirst().message.contains(QLatin1String("network file system")));
    QVERIFY(append(journal, requested(planFor(QStringLiteral("r-1")))).has_value());
    RawDatabase raw(m_options.path);
    QCOMPARE(raw.value(QStringLiteral("PRAGMA journal_mode")).toString(), QStringLiteral("delete"));
}

void JournalTest::anotherJournalThanBeforeIsNoticed()
{
    {
        Journal journal(m_options);
        openJournal(journal);
    }
    JournalOptions elsewhere = m_options;
    elsewhere.path = m_folder->filePath(QStringLiteral("other.sqlite"));
    elsewhere.markerPath = m_folder->filePath(QStringLiteral("other.born"));
    {
        Journal journal(elsewhere);
        openJournal(journal);
    }
    elsewhere.markerPath = m_folder->filePath(QStringLiteral("journal.born"));
    Journal journal(elsewhere);
    const JournalState state = openJournal(journal);
    QCOMPARE(state.access, Access::Writable);
    QCOMPARE(state.notices.size(), 1);
    QVERIFY(state.notices.constFirst().message.contains(QLatin1String("another journal")));
}

void JournalTest::openingFiftyThousandRowsReadsOnlyWhatIsOpen()
{
    const StepPlan open = planFor(QStringLiteral("r-open"));
    {
        Journal journal(m_options);
        openJournal(journal);
        for (int batch = 0; batch < 100; ++batch) {
            QList<JournalRow> rows;
            for (int i = 0; i < 125; ++i) {
                const StepPlan plan = planFor(QStringLiteral("r-%1").arg(batch * 125 + i));
                rows << requested(plan) << row(plan, StepState::Accepted) << row(plan, StepState::Verified);
            }
            QVERIFY(append(journal, rows).has_value());
        }
        QVERIFY(append(journal, requested(open)).has_value());
    }
    QElapsedTimer timer;
    timer.start();
    Journal journal(m_options);
    const JournalState state = openJournal(journal);
    const qint64 openMs = timer.restart();
    QCOMPARE(state.rows, 50'002);
    QCOMPARE(state.open.size(), 1);
    const ChainCheck chain = chainOf(journal);
    const qint64 chainMs = timer.restart();
    QCOMPARE(chain.rows, 50'002);
    QVERIFY(!chain.firstBroken);
    QCOMPARE(stepsOf(journal).size(), 200);
    qInfo("50,002 rows, %lld MiB: open %lld ms, whole chain %lld ms, newest 200 steps %lld ms",
          static_cast<long long>(QFileInfo(m_options.path).size() >> 20), static_cast<long long>(openMs),
          static_cast<long long>(chainMs), static_cast<long long>(timer.elapsed()));
}

QTEST_GUILESS_MAIN(JournalTest)
#include "tst_journal.moc"
