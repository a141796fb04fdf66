// SPDX-License-Identifier: GPL-3.0-or-later
// Batches in the journal, every attempt for ever, the archive, and journals of the first version.
#include "batchexamples.h"
#include "journalrig.h"

#include "upgrade/journalschema.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QLockFile>

using namespace uplift;
using namespace uplift::upgrade;
using namespace uplift::upgrade::test;
using Access = JournalState::Access;

namespace {

BatchPlan smallPlan(const QString &id = planId.value)
{
    return planBatch({}, {candidate(QStringLiteral("orders")), candidate(QStringLiteral("cart"))}, {id},
                     noon);
}

BatchRow batchRow(const BatchPlan &plan, BatchState state, const QJsonObject &data = {})
{
    return {plan.id, state, QDateTime::currentDateTimeUtc(), data};
}

BatchRow firstRow(const BatchPlan &plan)
{
    return batchRow(plan, BatchState::Running, {{QStringLiteral("plan"), toJson(plan)}});
}

Result<qint64> append(Journal &journal, const BatchRow &row)
{
    return answered<qint64>([&](QObject *c, const Handler<qint64> &done) { journal.append(row, c, done); });
}

QList<JournaledBatch> openBatches(Journal &journal)
{
    return answered<QList<JournaledBatch>>(
               [&](QObject *c, const Handler<QList<JournaledBatch>> &done) { journal.openBatches(c, done); })
        .value_or(QList<JournaledBatch>{});
}

HistoryPage history(Journal &journal, const HistoryQuery &query)
{
    return answered<HistoryPage>(
               [&](QObject *c, const Handler<HistoryPage> &done) { journal.history(query, c, done); })
        .value_or(HistoryPage{{}, -1});
}

Outcome archive(Journal &journal, const QString &path)
{
    return answered<void>([&](QObject *c, const Handler<void> &done) { journal.archive(path, c, done); });
}

/// A journal as the first version wrote it, with one open and one ended step.
void writeFirstVersion(const QString &path)
{
    RawDatabase raw(path);
    const QString birth = QStringLiteral("11111111-2222-3333-4444-555555555555");
    for (const QString &statement : schemaStatements(1))
        QVERIFY(raw.value(statement).toBool());
    raw.value(QStringLiteral("PRAGMA application_id=%1").arg(journalApplicationId));
    raw.value(QStringLiteral("PRAGMA user_version=1"));
    raw.value(QStringLiteral("INSERT INTO birth VALUES (1, '%1', 1760000000000)").arg(birth));
    QByteArray hash = QCryptographicHash::hash(birth.toUtf8(), QCryptographicHash::Sha256);
    qint64 seq = 0;
    const auto insert = [&](const QString &step, const QString &instance, const QString &state,
                            const QString &nonce, const QByteArray &data) {
        ++seq;
        hash = rowHash(hash, seq, step, instance, state, 1760000000000 + seq, nonce, data);
        const QString nonceText =
            nonce.isEmpty() ? QStringLiteral("NULL") : QStringLiteral("'%1'").arg(nonce);
        QVERIFY(raw.value(QStringLiteral("INSERT INTO state_row VALUES (%1, '%2', '%3', '%4', %5, %6, '%7', "
                                         "x'%8')")
                              .arg(seq)
                              .arg(step, instance, state)
                              .arg(1760000000000 + seq)
                              .arg(nonceText, QString::fromUtf8(data), QString::fromLatin1(hash.toHex())))
                    .toBool());
    };
    const auto plan = [](const QString &step, const QString &instance) {
        return QStringLiteral(R"({"instance":"%2","instanceName":"%2","region":"cn-hangzhou","step":"%1"})")
            .arg(step, instance)
            .toUtf8();
    };
    insert(QStringLiteral("s-1"), QStringLiteral("r-ended"), QStringLiteral("Planned"), {},
           plan(QStringLiteral("s-1"), QStringLiteral("r-ended")));
    insert(QStringLiteral("s-1"), QStringLiteral("r-ended"), QStringLiteral("Requested"),
           QStringLiteral("n-1"), "{}");
    insert(QStringLiteral("s-1"), QStringLiteral("r-ended"), QStringLiteral("Rejected"), {}, "{}");
    insert(QStringLiteral("s-2"), QStringLiteral("r-open"), QStringLiteral("Planned"), {},
           plan(QStringLiteral("s-2"), QStringLiteral("r-open")));
    insert(QStringLiteral("s-2"), QStringLiteral("r-open"), QStringLiteral("Requested"),
           QStringLiteral("n-2"), "{}");
    raw.value(QStringLiteral("INSERT INTO open_step VALUES ('r-open', 's-2')"));
}

} // namespace

class JournalHistoryTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
        m_options = {};
        m_options.chainCheckAfter = std::chrono::hours(1);
        m_options.path = m_folder->filePath(QStringLiteral("journal.sqlite"));
    }

    void aBatchIsReadBackWithEveryStateItWentThrough();
    void aBatchThatHasEndedIsNotOpen();
    void aStateOfABatchThatCannotFollowIsRefused();
    void stepsOfABatchAreFoundByTheirPlan();
    void aSettingMayBeOpenBesideAnUpgrade();
    void theHistoryIsSearched_data();
    void theHistoryIsSearched();
    void theHistoryComesInPagesNewestFirst();
    void rowsCutOffAtTheEndAreMissed();
    void anEmptiedJournalIsMissed();
    void aRowAddedByAnotherMachineBreaksTheChain();
    void anArchiveTakesEverythingAndLeavesANewJournal();
    void anArchiveIsRefusedWhileSomethingIsOpen();
    void anArchiveWritesOverNothing();
    void aJournalOfTheFirstVersionGoesOn();
    void aJournalOfTheFirstVersionIsShownWhereItCannotBeWritten();
    void aMigrationThatFailsLeavesTheOldJournalWhole();

private:
    void fillForSearch(Journal &journal);

    std::unique_ptr<QTemporaryDir> m_folder;
    JournalOptions m_options;
};

void JournalHistoryTest::aBatchIsReadBackWithEveryStateItWentThrough()
{
    const BatchPlan plan = smallPlan();
    {
        Journal journal(m_options);
        openJournal(journal);
        QVERIFY(append(journal, firstRow(plan)).has_value());
        QVERIFY(append(journal, batchRow(plan, BatchState::Paused)).has_value());
        QVERIFY(
            append(journal, batchRow(plan, BatchState::Paused, {{QStringLiteral("note"), 1}})).has_value());
    }
    Journal journal(m_options);
    const JournalState state = openJournal(journal);
    QCOMPARE(state.rows, 3);
    QVERIFY(state.lastRowAt.isValid());
    QVERIFY(state.open.isEmpty());
    const QList<JournaledBatch> open = openBatches(journal);
    QCOMPARE(open.size(), 1);
    QCOMPARE(toJson(open.constFirst().plan), toJson(plan));
    QCOMPARE(open.constFirst().rows.size(), 3);
    QCOMPARE(open.constFirst().state(), BatchState::Paused);
    QVERIFY(chainOf(journal).isWhole());
    QVERIFY(stepsOf(journal).isEmpty());
    JournalQuery today;
    today.from = QDateTime::currentDateTimeUtc().addDays(-1);
    QVERIFY(stepsOf(journal, today).isEmpty()); // a batch is no step
}

void JournalHistoryTest::aBatchThatHasEndedIsNotOpen()
{
    const BatchPlan plan = smallPlan();
    Journal journal(m_options);
    openJournal(journal);
    QVERIFY(append(journal, firstRow(plan)).has_value());
    QVERIFY(append(journal, batchRow(plan, BatchState::Finished)).has_value());
    QVERIFY(openBatches(journal).isEmpty());
    const auto all = answered<QList<JournaledBatch>>(
        [&](QObject *c, const Handler<QList<JournaledBatch>> &done) { journal.batches(10, c, done); });
    QCOMPARE(all->size(), 1);
    const auto one = answered<JournaledBatch>(
        [&](QObject *c, const Handler<JournaledBatch> &done) { journal.batch(plan.id, c, done); });
    QCOMPARE(one->state(), BatchState::Finished);
    const auto none = answered<JournaledBatch>([&](QObject *c, const Handler<JournaledBatch> &done) {
        journal.batch({QStringLiteral("no-such")}, c, done);
    });
    QCOMPARE(none.error().kind, Error::Kind::Storage);
}

void JournalHistoryTest::aStateOfABatchThatCannotFollowIsRefused()
{
    const BatchPlan plan = smallPlan();
    Journal journal(m_options);
    openJournal(journal);
    QVERIFY(!append(journal, batchRow(plan, BatchState::Paused)).has_value()); // never begun
    QVERIFY(append(journal, firstRow(plan)).has_value());
    QVERIFY(append(journal, batchRow(plan, BatchState::Stopping)).has_value());
    QVERIFY(!append(journal, batchRow(plan, BatchState::Running)).has_value());
    QVERIFY(append(journal, batchRow(plan, BatchState::Stopped)).has_value());
    QVERIFY(!append(journal, batchRow(plan, BatchState::Stopped)).has_value());
    QCOMPARE(chainOf(journal).rows, 3);
}

void JournalHistoryTest::stepsOfABatchAreFoundByTheirPlan()
{
    const BatchPlan plan = smallPlan();
    const BatchPlan other = smallPlan(QStringLiteral("3f0c1c1e-0000-4000-8000-00000000beff"));
    Journal journal(m_options);
    openJournal(journal);
    QVERIFY(append(journal, requested(stepPlanOf(plan, {0, 0}, 1))).has_value());
    QVERIFY(append(journal, requested(planFor(QStringLiteral("r-alone")))).has_value());
    StepPlan elsewhere = stepPlanOf(other, {1, 0}, 1);
    elsewhere.instance.value = QStringLiteral("r-elsewhere");
    QVERIFY(append(journal, requested(elsewhere)).has_value());
    const auto steps = answered<QList<JournaledStep>>(
        [&](QObject *c, const Handler<QList<JournaledStep>> &done) { journal.batchSteps(plan.id, c, done); });
    QCOMPARE(steps->size(), 1);
    QCOMPARE(steps->constFirst().plan.id, stepIdOf(plan.id, {0, 0}, 1));
    QCOMPARE(steps->constFirst().plan.batch, plan.id);
    // The same part never begins twice.
    QVERIFY(!append(journal, requested(stepPlanOf(plan, {0, 0}, 1))).has_value());
}

void JournalHistoryTest::aSettingMayBeOpenBesideAnUpgrade()
{
    Journal journal(m_options);
    openJournal(journal);
    const auto planned = [](StepPlan plan, StepKind kind) {
        plan.id.value = QUuid::createUuid().toString(QUuid::WithoutBraces);
        plan.kind = kind;
        JournalRow first = row(plan, StepState::Planned);
        first.kind = kind;
        return first;
    };
    const StepPlan plan = planFor(QStringLiteral("r-one"));
    QVERIFY(append(journal, {planned(plan, StepKind::Kernel)}).has_value());
    QVERIFY(append(journal, {planned(plan, StepKind::MoveTask)}).has_value());
    QVERIFY(append(journal, {planned(plan, StepKind::Window)}).has_value());
    for (const StepKind kind : {StepKind::Kernel, StepKind::Proxy, StepKind::Backup, StepKind::MoveTask})
        QCOMPARE(append(journal, {planned(plan, kind)}).error().kind, Error::Kind::Conflict);
}

void JournalHistoryTest::fillForSearch(Journal &journal)
{
    const auto ended = [&](const QString &instance, const QString &name, StepKind kind, StepState end,
                           const QString &requestId, const QString &account) {
        StepPlan plan = planFor(instance);
        plan.instanceName = name;
        plan.kind = kind;
        plan.account.value = account;
        plan.accountName =
            account == QLatin1String("a-1") ? QStringLiteral("Retail 50%_off") : QStringLiteral("零售生产");
        plan.ticket = instance == QLatin1String("r-1") ? QStringLiteral("CHG-4711") : QString();
        QList<JournalRow> rows = requested(plan);
        rows[0].kind = kind;
        JournalRow last = row(plan, end == StepState::Verified ? StepState::Accepted : end);
        last.data.insert(QStringLiteral("requestId"), requestId);
        rows.append(last);
        if (end == StepState::Verified)
            rows.append(row(plan, end));
        QVERIFY(append(journal, rows).has_value());
    };
    ended(QStringLiteral("r-1"), QStringLiteral("orders-cache"), StepKind::Kernel, StepState::Verified,
          QStringLiteral("AAAA-1111"), QStringLiteral("a-1"));
    ended(QStringLiteral("r-2"), QStringLiteral("orders-queue"), StepKind::Kernel, StepState::Rejected,
          QStringLiteral("BBBB-2222"), QStringLiteral("a-2"));
    ended(QStringLiteral("r-3"), QStringLiteral("购物车"), StepKind::Proxy, StepState::Verified,
          QStringLiteral("CCCC-3333"), QStringLiteral("a-2"));
}

void JournalHistoryTest::theHistoryIsSearched_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QStringList>("found"); // newest first
    const QStringList all{QStringLiteral("r-3"), QStringLiteral("r-2"), QStringLiteral("r-1")};
    QTest::newRow("everything") << ""
                                << "" << all;
    QTest::newRow("part of a name") << "orders"
                                    << "" << all.mid(1);
    QTest::newRow("two words") << "orders queue"
                               << "" << QStringList{all.at(1)};
    QTest::newRow("an id, in upper case") << "R-1"
                                          << "" << QStringList{all.at(2)};
    QTest::newRow("a RequestId") << "BBBB-2222"
                                 << "" << QStringList{all.at(1)};
    QTest::newRow("a ticket") << "chg-4711"
                              << "" << QStringList{all.at(2)};
    QTest::newRow("a Chinese name") << "购物"
                                    << "" << QStringList{all.at(0)};
    QTest::newRow("a Chinese account") << "零售"
                                       << "" << all.mid(0, 2);
    QTest::newRow("a per cent sign is a letter") << "50%_off"
                                                 << "" << QStringList{all.at(2)};
    QTest::newRow("any letter for %") << "o%s"
                                      << "" << QStringList();
    QTest::newRow("an account") << ""
                                << "account" << all.mid(0, 2);
    QTest::newRow("an outcome") << ""
                                << "rejected" << QStringList{all.at(1)};
    QTest::newRow("two outcomes") << ""
                                  << "rejected or verified" << all;
    QTest::newRow("a kind") << ""
                            << "proxy" << QStringList{all.at(0)};
    QTest::newRow("an instance and a word") << "cache"
                                            << "instance" << QStringList{all.at(2)};
    QTest::newRow("tomorrow") << ""
                              << "tomorrow" << QStringList();
    QTest::newRow("a name of a field is no word of a plan") << "momentNaming"
                                                            << "" << QStringList();
}

void JournalHistoryTest::theHistoryIsSearched()
{
    QFETCH(QString, text);
    QFETCH(QString, filter);
    QFETCH(QStringList, found);
    Journal journal(m_options);
    openJournal(journal);
    fillForSearch(journal);
    HistoryQuery query;
    query.text = text;
    if (filter == QLatin1String("account"))
        query.account.value = QStringLiteral("a-2");
    if (filter.startsWith(QLatin1String("rejected")))
        query.outcomes.append(StepState::Rejected);
    if (filter.endsWith(QLatin1String("verified")))
        query.outcomes.append(StepState::Verified);
    if (filter == QLatin1String("proxy"))
        query.kinds.append(StepKind::Proxy);
    if (filter == QLatin1String("instance"))
        query.instance = InstanceId{QStringLiteral("r-1")};
    if (filter == QLatin1String("tomorrow"))
        query.from = QDateTime::currentDateTimeUtc().addDays(1);
    const HistoryPage page = history(journal, query);
    QStringList got;
    for (const JournaledStep &step : page.steps)
        got.append(step.plan.instance.value);
    QCOMPARE(got, found);
    QCOMPARE(page.total, static_cast<int>(found.size()));
}

void JournalHistoryTest::theHistoryComesInPagesNewestFirst()
{
    Journal journal(m_options);
    openJournal(journal);
    for (int i = 0; i < 25; ++i)
        QVERIFY(append(journal, requested(planFor(QStringLiteral("r-%1").arg(i)))).has_value());
    HistoryQuery query;
    query.limit = 10;
    query.offset = 10;
    const HistoryPage page = history(journal, query);
    QCOMPARE(page.total, 25);
    QCOMPARE(page.steps.size(), 10);
    QCOMPARE(page.steps.constFirst().plan.instance.value, QStringLiteral("r-14"));
    QCOMPARE(page.steps.constFirst().transitions.size(), 2);
}

void JournalHistoryTest::rowsCutOffAtTheEndAreMissed()
{
    {
        Journal journal(m_options);
        openJournal(journal);
        for (int i = 0; i < 3; ++i)
            QVERIFY(append(journal, requested(planFor(QStringLiteral("r-%1").arg(i)))).has_value());
    }
    {
        RawDatabase raw(m_options.path);
        raw.value(QStringLiteral("DROP TRIGGER rows_remain"));
        QVERIFY(raw.value(QStringLiteral("DELETE FROM state_row WHERE seq > 4")).toBool());
    }
    Journal journal(m_options);
    openJournal(journal);
    const ChainCheck check = chainOf(journal);
    QVERIFY(!check.firstBroken);
    QCOMPARE(check.missingFrom, std::optional<qint64>(5));
    QVERIFY(chainNotice(check)->message.contains(QLatin1String("from 5 on")));
}

void JournalHistoryTest::anEmptiedJournalIsMissed()
{
    {
        Journal journal(m_options);
        openJournal(journal);
        QVERIFY(append(journal, requested(planFor(QStringLiteral("r-1")))).has_value());
    }
    {
        RawDatabase raw(m_options.path);
        raw.value(QStringLiteral("DROP TRIGGER rows_remain"));
        raw.value(QStringLiteral("DELETE FROM state_row"));
    }
    Journal journal(m_options);
    openJournal(journal);
    QCOMPARE(chainOf(journal).missingFrom, std::optional<qint64>(1));
}

void JournalHistoryTest::aRowAddedByAnotherMachineBreaksTheChain()
{
    {
        Journal journal(m_options);
        openJournal(journal);
        QVERIFY(append(journal, requested(planFor(QStringLiteral("r-1")))).has_value());
    }
    {
        // As another journal, born elsewhere, would have written its third row.
        RawDatabase raw(m_options.path);
        const QByteArray hash = rowHash(QByteArray(32, 'x'), 3, QStringLiteral("s"), QStringLiteral("r-9"),
                                        QStringLiteral("Planned"), 1, {}, "{}");
        QVERIFY(raw.value(QStringLiteral("INSERT INTO state_row VALUES (3, 's', 'r-9', 'Planned', 1, NULL, "
                                         "'{}', x'%1')")
                              .arg(QString::fromLatin1(hash.toHex())))
                    .toBool());
    }
    Journal journal(m_options);
    openJournal(journal);
    QCOMPARE(chainOf(journal).firstBroken, std::optional<qint64>(3));
}

void JournalHistoryTest::anArchiveTakesEverythingAndLeavesANewJournal()
{
    const QString path = m_folder->filePath(QStringLiteral("2026.sqlite"));
    Journal journal(m_options);
    const JournalState before = openJournal(journal);
    fillForSearch(journal);
    const auto done = archive(journal, path);
    QVERIFY2(done.has_value(), qPrintable(done ? QString() : done.error().message));
    QCOMPARE(history(journal, {}).total, 0);
    QVERIFY(append(journal, requested(planFor(QStringLiteral("r-1")))).has_value());
    QVERIFY(chainOf(journal).isWhole());

    JournalOptions old;
    old.path = path;
    old.markerPath = m_folder->filePath(QStringLiteral("archive.born"));
    Journal archived(old);
    const JournalState after = openJournal(archived);
    QCOMPARE(after.bornAt, before.bornAt);
    QCOMPARE(history(archived, {}).total, 3);
    QVERIFY(chainOf(archived).isWhole());
    QVERIFY(!(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther)));
}

void JournalHistoryTest::anArchiveIsRefusedWhileSomethingIsOpen()
{
    Journal journal(m_options);
    openJournal(journal);
    QVERIFY(append(journal, firstRow(smallPlan())).has_value());
    QCOMPARE(archive(journal, m_folder->filePath(QStringLiteral("a"))).error().kind, Error::Kind::Conflict);
    QVERIFY(append(journal, batchRow(smallPlan(), BatchState::Finished)).has_value());
    QVERIFY(append(journal, requested(planFor(QStringLiteral("r-1")))).has_value());
    QCOMPARE(archive(journal, m_folder->filePath(QStringLiteral("a"))).error().kind, Error::Kind::Conflict);
    QVERIFY(!QFileInfo::exists(m_folder->filePath(QStringLiteral("a"))));
}

void JournalHistoryTest::anArchiveWritesOverNothing()
{
    QFile other(m_folder->filePath(QStringLiteral("thesis.txt")));
    QVERIFY(other.open(QIODevice::WriteOnly));
    other.write("years of work");
    other.close();
    Journal journal(m_options);
    openJournal(journal);
    QCOMPARE(archive(journal, other.fileName()).error().kind, Error::Kind::Input);
    QVERIFY(other.open(QIODevice::ReadOnly));
    QCOMPARE(other.readAll(), QByteArray("years of work"));
}

void JournalHistoryTest::aJournalOfTheFirstVersionGoesOn()
{
    writeFirstVersion(m_options.path);
    Journal journal(m_options);
    const JournalState state = openJournal(journal);
    QCOMPARE(state.access, Access::Writable);
    QCOMPARE(state.rows, 5);
    QCOMPARE(state.open.size(), 1);
    QCOMPARE(state.open.constFirst().plan.kind, StepKind::Kernel);
    QVERIFY(chainOf(journal).isWhole());
    QCOMPARE(history(journal, {}).total, 2);
    QCOMPARE(append(journal, firstRow(smallPlan())).value_or(-1), 6);
    QVERIFY(chainOf(journal).isWhole());
    QVERIFY(QFileInfo::exists(m_options.path + QStringLiteral(".version1"))); // as it was before
    RawDatabase copy(m_options.path + QStringLiteral(".version1"));
    QCOMPARE(copy.value(QStringLiteral("PRAGMA user_version")).toInt(), 1);
    QCOMPARE(copy.value(QStringLiteral("SELECT count(*) FROM state_row")).toInt(), 5);
}

void JournalHistoryTest::aJournalOfTheFirstVersionIsShownWhereItCannotBeWritten()
{
    writeFirstVersion(m_options.path);
    QLockFile other(m_options.path + QStringLiteral(".lock"));
    QVERIFY(other.tryLock(0));
    Journal journal(m_options);
    const JournalState state = openJournal(journal);
    QCOMPARE(state.access, Access::ViewOnly);
    QCOMPARE(state.open.size(), 1);
    QCOMPARE(history(journal, {}).total, 2);
    QVERIFY(chainOf(journal).isWhole());
    RawDatabase raw(m_options.path);
    QCOMPARE(raw.value(QStringLiteral("PRAGMA user_version")).toInt(), 1); // left as it is
}

void JournalHistoryTest::aMigrationThatFailsLeavesTheOldJournalWhole()
{
    for (int n = 1;; ++n) {
        QTemporaryDir folder;
        JournalOptions options = m_options;
        options.path = folder.filePath(QStringLiteral("journal.sqlite"));
        writeFirstVersion(options.path);
        options.failAfter = std::make_shared<std::atomic<int>>(n);
        bool clean = false;
        {
            Journal journal(options);
            openJournal(journal);
            clean = options.failAfter->load() > 0;
        }
        options.failAfter.reset();
        Journal again(options);
        const JournalState state = openJournal(again);
        QCOMPARE(state.access, Access::Writable);
        QCOMPARE(state.open.size(), 1);
        QCOMPARE(chainOf(again).rows, 5);
        QVERIFY(chainOf(again).isWhole());
        if (clean)
            return;
        QVERIFY2(n < 200, "no run without a failure");
    }
}

QTEST_GUILESS_MAIN(JournalHistoryTest)
#include "tst_journalhistory.moc"
