// SPDX-License-Identifier: GPL-3.0-or-later
#include "profiles/examples.h"
#include "profiles/hardships.h"
#include "profiles/workspacefile.h"
#include "profiles/workspacestore.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace uplift;
using namespace uplift::hardships;
using namespace uplift::profiles;

namespace {

constexpr int patience = 30'000; ///< ms; a busy machine is not a failure

void put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

WorkspaceStore::Loaded loadedFrom(WorkspaceStore &store)
{
    std::optional<WorkspaceStore::Loaded> answer;
    QObject context;
    store.load(&context, [&answer](Result<WorkspaceStore::Loaded> loaded) { answer = *loaded; });
    const bool answered = QTest::qWaitFor([&answer] { return answer.has_value(); }, patience);
    return answered ? *answer : WorkspaceStore::Loaded{false, false, QStringLiteral("no answer"), {}};
}

/// The error of a save; nothing when it was written.
std::optional<Error> saveError(WorkspaceStore &store, const Workspace &next)
{
    std::optional<Outcome> answer;
    QObject context;
    store.save(next, &context, [&answer](Outcome outcome) { answer = std::move(outcome); });
    if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, patience))
        return Error::of(Error::Kind::TimedOut, QStringLiteral("no answer"));
    return *answer ? std::nullopt : std::optional<Error>(answer->error());
}

} // namespace

class WorkspaceStoreTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void aFirstStartIsFreshAndMakesAPrivateFolder();
    void whatIsSavedIsThereAfterARestart();
    void aSaveJustBeforeClosingIsWritten();
    void aDamagedFileIsSetAsideAndRestored_data();
    void aDamagedFileIsSetAsideAndRestored();
    void aDamagedFileWithoutACopyLeavesAnEmptyWorkspace();
    void twoDamagedFilesAreBothSetAside();
    void aMissingFileIsRestoredFromItsCopy();
    void aFileOfANewerVersionStaysUntouched();
    void aReadOnlyFolderKeepsTheEditInMemory();
    void aFileNobodyMayReadIsNotWrittenOver();
    void aFullDiskKeepsTheOldFileAndTheEdit();
    void aTinyFileSystemKeepsTheOldFileAndTheEdit();
    void aWorkspaceNoReaderWouldTakeIsNotWritten();
    void aRemovalIsTakenBackOnce();
    void aDialogThatClosedHearsNothing();
    void aThousandProfilesLoadQuickly();

private:
    [[nodiscard]] QStringList files() const { return QDir(m_dir->path()).entryList(QDir::Files, QDir::Name); }
    [[nodiscard]] QString unreadable() const
    {
        return m_dir->filePath(files().filter(QStringLiteral("workspace.json.unreadable-")).value(0));
    }
    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_path;
};

void WorkspaceStoreTest::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(m_dir->isValid());
    m_path = m_dir->filePath(QStringLiteral("workspace.json"));
}

void WorkspaceStoreTest::cleanup() { m_dir.reset(); }

void WorkspaceStoreTest::aFirstStartIsFreshAndMakesAPrivateFolder()
{
    const QString path = m_dir->filePath(QStringLiteral("new/folder/workspace.json"));
    WorkspaceStore store(path);
    const auto loaded = loadedFrom(store);
    QVERIFY(loaded.fresh);
    QVERIFY(!loaded.readOnly);
    QCOMPARE(loaded.notice, QString());
    QVERIFY(!QFileInfo::exists(m_dir->filePath(QStringLiteral("new"))));
    QVERIFY(!saveError(store, examples::workspace()));
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
        | QFile::WriteOther | QFile::ExeOther;
    QCOMPARE(QFileInfo(m_dir->filePath(QStringLiteral("new/folder"))).permissions() & others,
             QFile::Permissions());
    QCOMPARE(QFileInfo(path).permissions() & others, QFile::Permissions());
    QCOMPARE(QFileInfo(path + QStringLiteral(".bak")).permissions() & others, QFile::Permissions());
}

void WorkspaceStoreTest::whatIsSavedIsThereAfterARestart()
{
    {
        WorkspaceStore store(m_path);
        QVERIFY(loadedFrom(store).fresh);
        QSignalSpy changed(&store, &WorkspaceStore::changed);
        QVERIFY(!saveError(store, examples::workspace()));
        QCOMPARE(changed.size(), 1);
        QVERIFY(store.isOnDisk());
    }
    WorkspaceStore store(m_path);
    const auto loaded = loadedFrom(store);
    QVERIFY(!loaded.fresh);
    QCOMPARE(loaded.notice, QString());
    QCOMPARE(store.workspace(), examples::workspace());
    QCOMPARE(files(), (QStringList{QStringLiteral("workspace.json"), QStringLiteral("workspace.json.bak")}));
}

void WorkspaceStoreTest::aSaveJustBeforeClosingIsWritten()
{
    {
        WorkspaceStore store(m_path);
        for (int count = 1; count <= 20; ++count)
            store.save(examples::manyProfiles(count), &store, [](const Outcome &) {});
    }
    QCOMPARE(fromJson(bytesOf(m_path))->workspace.profiles.size(), 20);
}

void WorkspaceStoreTest::aDamagedFileIsSetAsideAndRestored_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray good = toJson(examples::workspace());
    QTest::newRow("truncated") << good.first(good.size() / 2);
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("garbage") << QByteArray("\x7f\x45\x4c\x46 garbage");
    QTest::newRow("a field of the wrong type")
        << QByteArray(good).replace("\"readOnly\": true", "\"readOnly\": 1");
    QTest::newRow("larger than 8 MiB") << QByteArray(9 * 1024 * 1024, ' ');
}

void WorkspaceStoreTest::aDamagedFileIsSetAsideAndRestored()
{
    QFETCH(QByteArray, bytes);
    put(m_path, bytes);
    put(m_path + QStringLiteral(".bak"), toJson(examples::workspace()));
    WorkspaceStore store(m_path);
    const auto loaded = loadedFrom(store);
    QVERIFY(!loaded.readOnly);
    QCOMPARE(loaded.setAsideAs, unreadable());
    QVERIFY2(QRegularExpression(QStringLiteral("\\.unreadable-\\d{8}T\\d{6}Z$"))
                 .match(loaded.setAsideAs)
                 .hasMatch(),
             qPrintable(loaded.setAsideAs));
    QCOMPARE(bytesOf(loaded.setAsideAs), bytes);
    QVERIFY2(loaded.notice.contains(loaded.setAsideAs), qPrintable(loaded.notice));
    QVERIFY2(loaded.notice.contains(QLatin1String("Restored from the last good copy")),
             qPrintable(loaded.notice));
    QCOMPARE(store.workspace(), examples::workspace());
    QCOMPARE(fromJson(bytesOf(m_path))->workspace, examples::workspace());
}

void WorkspaceStoreTest::aDamagedFileWithoutACopyLeavesAnEmptyWorkspace()
{
    put(m_path, "{");
    WorkspaceStore store(m_path);
    const auto loaded = loadedFrom(store);
    QVERIFY(!loaded.fresh);
    QVERIFY2(loaded.notice.contains(
                 QLatin1String("There is no copy beside it. Uplift starts with an empty workspace.")),
             qPrintable(loaded.notice));
    QCOMPARE(bytesOf(loaded.setAsideAs), QByteArray("{"));
    QVERIFY(!saveError(store, examples::workspace()));
    QCOMPARE(bytesOf(loaded.setAsideAs), QByteArray("{"));
}

void WorkspaceStoreTest::twoDamagedFilesAreBothSetAside()
{
    put(m_path, "main");
    put(m_path + QStringLiteral(".bak"), "copy");
    WorkspaceStore store(m_path);
    const auto loaded = loadedFrom(store);
    QCOMPARE(bytesOf(unreadable()), QByteArray("main"));
    const QStringList copies = files().filter(QStringLiteral("workspace.json.bak.unreadable-"));
    QCOMPARE(copies.size(), 1);
    QCOMPARE(bytesOf(m_dir->filePath(copies[0])), QByteArray("copy"));
    QVERIFY2(loaded.notice.contains(copies[0]), qPrintable(loaded.notice));
    QCOMPARE(store.workspace(), Workspace());
}

void WorkspaceStoreTest::aMissingFileIsRestoredFromItsCopy()
{
    put(m_path + QStringLiteral(".bak"), toJson(examples::workspace()));
    WorkspaceStore store(m_path);
    const auto loaded = loadedFrom(store);
    QVERIFY(!loaded.fresh);
    QVERIFY2(loaded.notice.contains(QLatin1String("was missing. Restored from")), qPrintable(loaded.notice));
    QCOMPARE(store.workspace(), examples::workspace());
}

void WorkspaceStoreTest::aFileOfANewerVersionStaysUntouched()
{
    const QByteArray newer(R"({"format":"uplift-workspace","version":5,"fleets":[]})");
    put(m_path, newer);
    put(m_path + QStringLiteral(".bak"), toJson(examples::workspace()));
    WorkspaceStore store(m_path);
    const auto loaded = loadedFrom(store);
    QVERIFY(loaded.readOnly);
    QVERIFY2(loaded.notice.contains(QLatin1String("newer Uplift (file version 5, this one reads up to 4)")),
             qPrintable(loaded.notice));
    QVERIFY(loaded.notice.contains(QLatin1String("--data-dir")));
    const auto error = saveError(store, examples::workspace());
    QVERIFY(error);
    QCOMPARE(error->kind, Error::Kind::Storage);
    QVERIFY(error->message.contains(m_path));
    QCOMPARE(store.workspace(), examples::workspace());
    QVERIFY(!store.isOnDisk());
    QCOMPARE(bytesOf(m_path), newer);
    QCOMPARE(files(), (QStringList{QStringLiteral("workspace.json"), QStringLiteral("workspace.json.bak")}));
}

void WorkspaceStoreTest::aReadOnlyFolderKeepsTheEditInMemory()
{
    put(m_path, toJson(examples::workspace()));
    OrdinaryUser::own(m_path);
    OrdinaryUser::own(m_dir->path());
    QVERIFY(QFile::setPermissions(m_dir->path(), QFile::ReadOwner | QFile::ExeOwner));
    {
        const OrdinaryUser user;
        WorkspaceStore store(m_path);
        const auto loaded = loadedFrom(store);
        QVERIFY(loaded.readOnly);
        QVERIFY2(loaded.notice.contains(m_path) && loaded.notice.contains(QLatin1String("cannot be written")),
                 qPrintable(loaded.notice));
        QCOMPARE(store.workspace(), examples::workspace());
        const auto error = saveError(store, examples::manyProfiles(2));
        QVERIFY(error);
        QCOMPARE(error->kind, Error::Kind::Storage);
        QVERIFY2(error->message.contains(m_path) && error->message.contains(QLatin1String("read-only"))
                     && error->message.contains(QLatin1String("kept in this window")),
                 qPrintable(error->message));
        QVERIFY2(error->next.contains(QLatin1String("writable")), qPrintable(error->next));
        QCOMPARE(store.workspace(), examples::manyProfiles(2));
        QVERIFY(!store.isOnDisk());

        // Mended while the program runs: the next save succeeds.
        QVERIFY(QFile::setPermissions(m_dir->path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        QVERIFY(!saveError(store, examples::manyProfiles(3)));
        QVERIFY(store.isOnDisk());
    }
    QCOMPARE(fromJson(bytesOf(m_path))->workspace, examples::manyProfiles(3));
}

void WorkspaceStoreTest::aFileNobodyMayReadIsNotWrittenOver()
{
    const QByteArray bytes = toJson(examples::workspace());
    put(m_path, bytes);
    OrdinaryUser::own(m_path);
    OrdinaryUser::own(m_dir->path());
    QVERIFY(QFile::setPermissions(m_path, {}));
    {
        const OrdinaryUser user;
        WorkspaceStore store(m_path);
        const auto loaded = loadedFrom(store);
        QVERIFY(loaded.readOnly);
        QVERIFY(!loaded.fresh);
        QVERIFY2(loaded.notice.contains(QLatin1String("cannot be opened")), qPrintable(loaded.notice));
        QVERIFY(saveError(store, examples::manyProfiles(2)));
    }
    QVERIFY(QFile::setPermissions(m_path, QFile::ReadOwner));
    QCOMPARE(bytesOf(m_path), bytes);
}

void WorkspaceStoreTest::aFullDiskKeepsTheOldFileAndTheEdit()
{
    WorkspaceStore store(m_path);
    QVERIFY(!saveError(store, examples::workspace()));
    const QByteArray before = bytesOf(m_path);
    {
        const FileSizeLimit limit(4096);
        QVERIFY(limit.isSet());
        const auto error = saveError(store, examples::manyProfiles(200));
        QVERIFY(error);
        QCOMPARE(error->kind, Error::Kind::Storage);
        QVERIFY2(error->message.contains(m_path), qPrintable(error->message));
        QVERIFY(!error->next.isEmpty());
    }
    QCOMPARE(bytesOf(m_path), before);
    QCOMPARE(bytesOf(m_path + QStringLiteral(".bak")), before);
    QCOMPARE(store.workspace(), examples::manyProfiles(200));
    QVERIFY(!saveError(store, store.workspace()));
    QCOMPARE(files(), (QStringList{QStringLiteral("workspace.json"), QStringLiteral("workspace.json.bak")}));
}

void WorkspaceStoreTest::aTinyFileSystemKeepsTheOldFileAndTheEdit()
{
    const TinyFileSystem tiny(m_dir->path());
    if (!tiny.isMounted())
        QSKIP("This user may not mount a small file system; the file size limit above stands in.");
    {
        WorkspaceStore store(m_path);
        QVERIFY(!saveError(store, examples::workspace()));
        const auto error = saveError(store, examples::manyProfiles(500));
        QVERIFY(error);
        QVERIFY2(error->message.contains(m_path)
                     && error->message.contains(QLatin1String("the disk is full")),
                 qPrintable(error->message));
        QVERIFY2(error->next.contains(QLatin1String("Free some space")), qPrintable(error->next));
        QCOMPARE(fromJson(bytesOf(m_path))->workspace, examples::workspace());
        QCOMPARE(store.workspace(), examples::manyProfiles(500));
    }
}

void WorkspaceStoreTest::aWorkspaceNoReaderWouldTakeIsNotWritten()
{
    WorkspaceStore store(m_path);
    QVERIFY(!saveError(store, examples::workspace()));
    Workspace odd = examples::workspace();
    odd.accounts[0].connection.proxy.port = 0;
    const auto error = saveError(store, odd);
    QVERIFY(error);
    QVERIFY2(error->next.contains(QLatin1String("accounts[0].connection.proxy.port")),
             qPrintable(error->next));
    QCOMPARE(fromJson(bytesOf(m_path))->workspace, examples::workspace());
}

void WorkspaceStoreTest::aRemovalIsTakenBackOnce()
{
    WorkspaceStore store(m_path);
    const Workspace three = examples::manyProfiles(3);
    QVERIFY(!saveError(store, three));
    QVERIFY(!store.canUndo());
    QVERIFY(!saveError(store, withoutProfile(three, three.profiles[1].id)));
    QVERIFY(store.canUndo());

    std::optional<Outcome> undone;
    store.undo(this, [&undone](Outcome outcome) { undone = std::move(outcome); });
    QCOMPARE(store.workspace(), three);
    QTRY_VERIFY_WITH_TIMEOUT(undone.has_value(), patience);
    QVERIFY(*undone);
    QCOMPARE(fromJson(bytesOf(m_path))->workspace, three);
    QVERIFY(!store.canUndo());

    undone.reset();
    store.undo(this, [&undone](Outcome outcome) { undone = std::move(outcome); });
    QTRY_VERIFY_WITH_TIMEOUT(undone.has_value(), patience);
    QVERIFY(!*undone);
    QCOMPARE(undone->error().kind, Error::Kind::Input);
    QCOMPARE(store.workspace(), three);
}

void WorkspaceStoreTest::aDialogThatClosedHearsNothing()
{
    WorkspaceStore store(m_path);
    auto dialog = std::make_unique<QObject>();
    bool heard = false;
    store.save(examples::workspace(), dialog.get(), [&heard](const Outcome &) { heard = true; });
    dialog.reset();
    QVERIFY(!saveError(store, examples::manyProfiles(1)));
    QVERIFY(!heard);
}

void WorkspaceStoreTest::aThousandProfilesLoadQuickly()
{
    put(m_path, toJson(examples::manyProfiles(1000)));
    WorkspaceStore store(m_path);
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(loadedFrom(store).notice, QString());
    const qint64 loading = timer.restart();
    QCOMPARE(store.workspace().profiles.size(), 1000);
    QCOMPARE(search(store.workspace(), QStringLiteral("cache-99 hangzhou")).size(), 11);
    const qint64 searching = timer.elapsed();
    qInfo("1,000 profiles, %lld KiB: load %lld ms, search %lld ms", QFileInfo(m_path).size() / 1024, loading,
          searching);
}

QTEST_GUILESS_MAIN(WorkspaceStoreTest)
#include "tst_workspacestore.moc"
