// SPDX-License-Identifier: GPL-3.0-or-later
#include "fleet/facts.h"
#include "fleet/fleetcache.h"
#include "fleet/notespool.h"

#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace uplift;
using namespace uplift::fleet;
using namespace std::chrono_literals;

namespace {

constexpr int waitMs = 60'000;

KnownInstance rowOf(int number, const QString &account = QStringLiteral("a"))
{
    KnownInstance known;
    known.key = {{account}, {QStringLiteral("cn-hangzhou")}, {QStringLiteral("r-%1").arg(number)}};
    Instance facts;
    facts.id = known.key.instance;
    facts.name = QString::fromUtf8("订单 %1 🚀").arg(number);
    facts.region = known.key.region;
    known.facts = facts;
    EngineVersion version;
    version.current = MinorVersion::parse(QStringLiteral("redis-5.0_0.5.7"));
    version.latest = MinorVersion::parse(QStringLiteral("0.5.9"));
    version.notes = {{version.latest, UpdateLevel::Critical, QStringLiteral("2026-05-14"),
                      QString::fromUtf8("修复"), QStringLiteral("Fixes")}};
    known.version = version;
    known.listed = QDateTime(QDate(2026, 11, 22), QTime(8, 0), Qt::UTC);
    known.versionAsked = known.listed;
    return known;
}

QList<KnownInstance> rowsOf(int count)
{
    QList<KnownInstance> rows;
    for (int i = 0; i < count; ++i)
        rows.append(rowOf(i));
    return rows;
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void overwrite(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

/// Runs one statement on the file, as another program would.
void runOn(const QString &path, const QString &sql)
{
    const QString name = QStringLiteral("other");
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        database.setDatabaseName(path);
        QVERIFY(database.open());
        QSqlQuery query(database);
        QVERIFY2(query.exec(sql), qPrintable(sql));
    }
    QSqlDatabase::removeDatabase(name);
}

} // namespace

/// The fleet kept from one start to the next.
class FleetCacheTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void aNewCacheIsEmptyAndPrivate();
    void whatWasSavedComesBack();
    void rowsComeInChunks();
    void theLastWordCounts();
    void whatWaitsIsWrittenAtTheEnd();
    void removedInstancesStayAway();
    void notesAreKeptOnce();
    void aFileThatIsNoCacheIsSetAside_data();
    void aFileThatIsNoCacheIsSetAside();
    void damagedRowsArePassedOver();
    void aRowUnderAnotherNameIsNotBelieved();
    void everyTornPageIsSurvived();
    void aPlaceThatCannotBeWrittenIsSaid();

private:
    struct Loaded {
        QList<KnownInstance> rows;
        QList<qsizetype> chunks;
        QList<Error> notices;
        int finished = -1;
    };
    [[nodiscard]] QString path() const { return m_folder->filePath(QStringLiteral("fleet-cache.sqlite")); }
    [[nodiscard]] FleetCacheOptions options() const { return {path(), 50, 10ms}; }
    void load(Loaded &loaded) const;
    void store(const QList<KnownInstance> &rows) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void FleetCacheTest::init() { m_folder = std::make_unique<QTemporaryDir>(); }

void FleetCacheTest::load(Loaded &loaded) const
{
    FleetCache cache(options());
    connect(&cache, &FleetCache::loaded, this, [&](const QList<KnownInstance> &rows) {
        loaded.rows += rows;
        loaded.chunks.append(rows.size());
    });
    connect(&cache, &FleetCache::noticed, this, [&](const Error &notice) { loaded.notices.append(notice); });
    connect(&cache, &FleetCache::loadFinished, this, [&](int rows) { loaded.finished = rows; });
    cache.load();
    QTRY_VERIFY_WITH_TIMEOUT(loaded.finished >= 0, waitMs);
}

void FleetCacheTest::store(const QList<KnownInstance> &rows) const
{
    FleetCache cache(options());
    QSignalSpy finished(&cache, &FleetCache::loadFinished);
    cache.load();
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, waitMs);
    cache.save(rows);
    std::optional<Outcome> done;
    QObject context;
    cache.flush(&context, [&](Outcome outcome) { done = std::move(outcome); });
    QTRY_VERIFY_WITH_TIMEOUT(done, waitMs);
    QVERIFY(done->has_value());
}

void FleetCacheTest::aNewCacheIsEmptyAndPrivate()
{
    Loaded loaded;
    load(loaded);
    QCOMPARE(loaded.finished, 0);
    QVERIFY(loaded.notices.isEmpty());
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QCOMPARE(QFileInfo(path()).permissions() & others, QFile::Permissions());
}

void FleetCacheTest::whatWasSavedComesBack()
{
    store(rowsOf(3));
    Loaded loaded;
    load(loaded);
    QCOMPARE(loaded.finished, 3);
    QVERIFY(loaded.notices.isEmpty());
    for (const KnownInstance &row : std::as_const(loaded.rows)) {
        const KnownInstance before = rowOf(row.key.instance.value.mid(2).toInt());
        QVERIFY(row.key == before.key);
        QVERIFY(sameFacts(*row.facts, *before.facts));
        QVERIFY(sameVersion(*row.version, *before.version));
        QCOMPARE(row.listed, before.listed);
        QVERIFY(row.fromCache);
    }
}

void FleetCacheTest::rowsComeInChunks()
{
    store(rowsOf(120));
    Loaded loaded;
    load(loaded);
    QCOMPARE(loaded.finished, 120);
    QCOMPARE(loaded.chunks, (QList<qsizetype>{50, 50, 20}));
}

void FleetCacheTest::theLastWordCounts()
{
    store(rowsOf(2));
    KnownInstance later = rowOf(1);
    later.gone = true;
    store({later});
    Loaded loaded;
    load(loaded);
    QCOMPARE(loaded.rows.size(), 2);
    QCOMPARE(loaded.rows.at(1).key.instance.value, QStringLiteral("r-1"));
    QVERIFY(!loaded.rows.at(0).gone && loaded.rows.at(1).gone);
}

void FleetCacheTest::whatWaitsIsWrittenAtTheEnd()
{
    {
        FleetCache cache({path(), 50, 1h});
        QSignalSpy finished(&cache, &FleetCache::loadFinished);
        cache.load();
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, waitMs);
        cache.save(rowsOf(5));
    }
    Loaded loaded;
    load(loaded);
    QCOMPARE(loaded.finished, 5);
}

void FleetCacheTest::removedInstancesStayAway()
{
    store(rowsOf(3) + QList<KnownInstance>{rowOf(7, QStringLiteral("b"))});
    {
        FleetCache cache(options());
        QSignalSpy finished(&cache, &FleetCache::loadFinished);
        cache.load();
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, waitMs);
        cache.save({rowOf(0)});
        cache.remove({rowOf(0).key});
        cache.removeAccount({QStringLiteral("b")});
        std::optional<Outcome> done;
        cache.flush(this, [&](Outcome outcome) { done = std::move(outcome); });
        QTRY_VERIFY_WITH_TIMEOUT(done, waitMs);
    }
    Loaded loaded;
    load(loaded);
    QCOMPARE(loaded.finished, 2);
}

void FleetCacheTest::notesAreKeptOnce()
{
    QList<KnownInstance> rows = rowsOf(200);
    for (KnownInstance &row : rows)
        row.version.edit([](EngineVersion &version) { version.notes[0].chinese = QString(20'000, u'修'); });
    store(rows);
    QVERIFY2(QFileInfo(path()).size() < 500'000, qPrintable(QString::number(QFileInfo(path()).size())));
    Loaded loaded;
    load(loaded);
    QCOMPARE(loaded.rows.size(), 200);
    QCOMPARE(loaded.rows.constLast().version->notes.constFirst().chinese.size(), 20'000);
}

void FleetCacheTest::aFileThatIsNoCacheIsSetAside_data()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind : {"a few bytes", "text", "half a file", "zeros", "another program's database",
                             "an older layout", "a later version", "a missing table"})
        QTest::newRow(kind) << QString::fromLatin1(kind);
}

void FleetCacheTest::aFileThatIsNoCacheIsSetAside()
{
    QFETCH(QString, kind);
    store(rowsOf(300));
    if (kind == QLatin1String("a few bytes"))
        overwrite(path(), "abc");
    else if (kind == QLatin1String("text"))
        overwrite(path(), QByteArray(10'000, 'x'));
    else if (kind == QLatin1String("half a file"))
        overwrite(path(), bytesOf(path()).first(bytesOf(path()).size() / 2));
    else if (kind == QLatin1String("zeros"))
        overwrite(path(), QByteArray(10'000, '\0'));
    else if (kind == QLatin1String("another program's database"))
        runOn(path(), QStringLiteral("PRAGMA application_id=7"));
    else if (kind == QLatin1String("an older layout"))
        runOn(path(), QStringLiteral("PRAGMA user_version=0"));
    else if (kind == QLatin1String("a later version"))
        runOn(path(), QStringLiteral("PRAGMA user_version=99"));
    else
        runOn(path(), QStringLiteral("DROP TABLE instance"));
    Loaded loaded;
    load(loaded);
    QCOMPARE(loaded.notices.size(), 1);
    QCOMPARE(loaded.notices.constFirst().kind, Error::Kind::Storage);
    QVERIFY(loaded.notices.constFirst().next.contains(QLatin1String("fleet-cache.sqlite.aside")));
    QVERIFY(QFile::exists(path() + QStringLiteral(".aside")));
    // The new one works.
    store(rowsOf(4));
    Loaded again;
    load(again);
    QCOMPARE(again.finished, 4);
    QVERIFY(again.notices.isEmpty());
}

void FleetCacheTest::damagedRowsArePassedOver()
{
    store(rowsOf(200));
    runOn(path(), QStringLiteral("UPDATE instance SET data = zeroblob(400) WHERE id < 'r-15'"));
    runOn(path(), QStringLiteral("UPDATE instance SET data = 'text' WHERE id = 'r-17'"));
    runOn(path(), QStringLiteral("UPDATE instance SET data = zeroblob(3000000) WHERE id = 'r-18'"));
    runOn(path(), QStringLiteral("UPDATE notes SET data = x'00ff'"));
    Loaded loaded;
    load(loaded);
    QVERIFY(loaded.notices.isEmpty());
    QVERIFY(!loaded.rows.isEmpty());
    QVERIFY(loaded.rows.size() < 200);
    for (const KnownInstance &row : std::as_const(loaded.rows)) {
        QVERIFY(row.key.instance.value >= QStringLiteral("r-15"));
        QVERIFY(row.version->notes.isEmpty());
    }
}

void FleetCacheTest::aRowUnderAnotherNameIsNotBelieved()
{
    store(rowsOf(2));
    runOn(path(), QStringLiteral("UPDATE instance SET id = 'r-9' WHERE id = 'r-1'"));
    Loaded loaded;
    load(loaded);
    QCOMPARE(loaded.finished, 1);
}

void FleetCacheTest::everyTornPageIsSurvived()
{
    store(rowsOf(60));
    const QByteArray whole = bytesOf(path());
    constexpr int pageSize = 4096;
    for (qsizetype at = 0; at < whole.size(); at += pageSize) {
        QByteArray torn = whole;
        std::fill(torn.begin() + at, torn.begin() + std::min<qsizetype>(at + pageSize, torn.size()), '\xa5');
        overwrite(path(), torn);
        Loaded loaded;
        load(loaded);
        // Told, or only rows that are whole.
        QVERIFY(loaded.finished >= 0 && loaded.finished <= 60);
        for (const KnownInstance &row : std::as_const(loaded.rows))
            QVERIFY(row.facts->name.endsWith(QString::fromUtf8("🚀")));
    }
}

void FleetCacheTest::aPlaceThatCannotBeWrittenIsSaid()
{
    // A file where the folder should be: also for root nothing can be made there.
    overwrite(m_folder->filePath(QStringLiteral("file")), "x");
    FleetCache cache({m_folder->filePath(QStringLiteral("file/fleet-cache.sqlite")), 50, 1ms});
    QSignalSpy noticed(&cache, &FleetCache::noticed);
    QSignalSpy finished(&cache, &FleetCache::loadFinished);
    cache.load();
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, waitMs);
    QCOMPARE(noticed.count(), 1);
    std::optional<Outcome> done;
    cache.save(rowsOf(1));
    cache.flush(this, [&](Outcome outcome) { done = std::move(outcome); });
    QTRY_VERIFY_WITH_TIMEOUT(done, waitMs);
    QVERIFY(!done->has_value());
}

QTEST_GUILESS_MAIN(FleetCacheTest)
#include "tst_fleetcache.moc"
