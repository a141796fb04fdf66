// SPDX-License-Identifier: GPL-3.0-or-later
#include "upgrade/journalfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QThread>
#include <QUuid>

namespace uplift::upgrade {

namespace {

using Access = JournalState::Access;
using Mode = JournalDatabase::Mode;
using Trouble = JournalDatabase::Trouble;

QString tr(const char *text) { return QCoreApplication::translate("uplift::upgrade", text); }

Error storage(const QString &message, const QString &next)
{
    return Error::of(Error::Kind::Storage, message, next);
}

JournalState none(Error reason)
{
    JournalState state;
    state.reason = std::move(reason);
    return state;
}

} // namespace

JournalFile::JournalFile(JournalOptions options)
    : m_options(std::move(options)), m_folder(QFileInfo(m_options.path).absolutePath())
{
    if (m_options.markerPath.isEmpty())
        m_options.markerPath = QDir(m_folder).filePath(QStringLiteral("journal.born"));
}

JournalFile::~JournalFile() = default;

void JournalFile::close()
{
    m_database.reset();
    m_lock.reset();
    m_copy.reset();
}

Error JournalFile::unwritable(const QString &why) const
{
    Error error =
        storage(tr("The journal %1 cannot be written.").arg(QDir::toNativeSeparators(m_options.path)),
                tr("No upgrade starts without a journal. Make its folder writable, or choose another one "
                   "with --data-dir."));
    error.detail = why;
    return error;
}

Error JournalFile::notOpen() const
{
    return storage(tr("The journal is not open for writing."), tr("No upgrade starts without a journal."));
}

Error JournalFile::vanished(const JournalBirth &birth) const
{
    return storage(
        tr("The journal begun on %1 is gone or empty. A new one was begun.")
            .arg(QLocale().toString(birth.at.toLocalTime().date(), QLocale::ShortFormat)),
        tr("Before you start an upgrade, look at each instance's status in case one is under way. If you "
           "have a copy of %1, close Uplift and put it back.")
            .arg(QDir::toNativeSeparators(m_options.path)));
}

bool JournalFile::isEmptyOrMissing() const { return QFileInfo(m_options.path).size() == 0; }

bool JournalFile::isNoDatabase() const
{
    QFile file(m_options.path);
    if (isEmptyOrMissing() || !file.open(QIODevice::ReadOnly))
        return false;
    constexpr qint64 smallestDatabase = 512;
    return file.size() < smallestDatabase || file.read(16) != QByteArray("SQLite format 3", 16);
}

std::optional<Error> JournalFile::takeLock()
{
    const QString path = m_options.path + QStringLiteral(".lock");
    m_lock = std::make_unique<QLockFile>(path);
    m_lock->setStaleLockTime(0); // a live holder is never robbed, not even after hours (pitfalls J8)
    if (m_lock->tryLock(0) || (dropNamelessLock(path) && m_lock->tryLock(0)))
        return std::nullopt;
    if (m_lock->error() != QLockFile::LockFailedError) {
        m_lock.reset();
        return unwritable(QStringLiteral("the lock file could not be made"));
    }
    qint64 pid = 0;
    QString host;
    QString application;
    m_lock->getLockInfo(&pid, &host, &application);
    m_lock.reset();
    return storage(
        tr("Another Uplift has the journal open: process %1 on %2.").arg(pid).arg(host),
        tr("This window only shows what is there. Use the other one for upgrades, or close it first."));
}

JournalState JournalFile::open()
{
    if (!QFileInfo::exists(m_folder)) {
        if (QDir().mkpath(m_folder))
            QFile::setPermissions(m_folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    m_wal = !m_options.networkFileSystem.value_or(isNetworkFileSystem(m_folder));
    const auto refused = takeLock();
    JournalState state = refused ? openForViewing(*refused) : openForWriting();
    m_access = state.access;
    if (m_access != Access::Writable)
        m_lock.reset();
    noticeUnreadable(state);
    if (!m_wal && state.access == Access::Writable)
        state.notices.append(storage(tr("The journal lies on a network file system. It is written in a "
                                        "slower way there, and two computers "
                                        "must not use it at once."),
                                     tr("Better keep it on a local disk: start Uplift with --data-dir.")));
    return state;
}

void JournalFile::noticeUnreadable(JournalState &state)
{
    if (!m_database || state.access == Access::None)
        return;
    const QHash<QString, Error> unreadable = m_database->unreadableBatches();
    for (auto it = unreadable.begin(); it != unreadable.end(); ++it)
        state.notices.append(storage(
            tr("The batch %1 has not ended, but its plan in the journal cannot be read, so that it does "
               "not go on. %2")
                .arg(it.key(), it->message),
            tr("Those of its upgrades that are open are watched as before. Plan the others again.")));
}

Trouble JournalFile::tryOpen(const QString &path, Mode mode)
{
    m_database = std::make_unique<JournalDatabase>(m_options.failAfter);
    const JournalBirth birth{QUuid::createUuid().toString(QUuid::WithoutBraces),
                             QDateTime::currentDateTimeUtc()};
    return m_database->open(path, mode, m_wal, birth);
}

void JournalFile::noticeVanished(JournalState &state)
{
    const auto marker = readMarker(m_options.markerPath);
    if (!isEmptyOrMissing())
        return;
    if (marker)
        state.notices.append(vanished(*marker));
    // A -wal without its database belongs to the lost one: SQLite would throw it away.
    if (QFileInfo(m_options.path + QStringLiteral("-wal")).size() > 0)
        (void)setAside(m_options.path, QDateTime::currentDateTimeUtc());
}

JournalState JournalFile::openForWriting()
{
    JournalState found;
    noticeVanished(found);
    // SQLite takes a file of a few bytes for an empty database and writes over it.
    Trouble trouble = isNoDatabase() ? Trouble::Damaged : tryOpen(m_options.path, Mode::Write);
    if (trouble == Trouble::Newer)
        return none(
            storage(tr("The journal %1 was written by a later version of Uplift.")
                        .arg(QDir::toNativeSeparators(m_options.path)),
                    tr("Use that version, or another folder with --data-dir. The file was left as it is.")));
    if (trouble == Trouble::Unwritable)
        return openForViewing(unwritable(m_database->lastError()));
    if (trouble != Trouble::None) {
        if (auto failed = replaceDamaged(found))
            return none(std::move(*failed));
    }
    const JournalBirth birth = *m_database->birth();
    const auto marker = readMarker(m_options.markerPath);
    if (marker && marker->id != birth.id && found.notices.isEmpty())
        found.notices.append(
            storage(tr("This is another journal than the one used here before."),
                    tr("If you put an older copy back, look at each instance's status before you "
                       "start an upgrade.")));
    if (!marker || marker->id != birth.id) {
        if (!writeMarker(m_options.markerPath, birth))
            return openForViewing(unwritable(QStringLiteral("the marker file could not be written")));
    }
    QFile::setPermissions(m_options.path, QFile::ReadOwner | QFile::WriteOwner);
    JournalState state = opened(Access::Writable);
    state.notices = found.notices + state.notices;
    return state;
}

std::optional<Error> JournalFile::replaceDamaged(JournalState &state)
{
    const QStringList open = m_database ? m_database->openInstancesIfReadable() : QStringList();
    const QString why = m_database ? m_database->lastError() : QStringLiteral("not a database");
    m_database.reset();
    const auto aside = setAside(m_options.path, QDateTime::currentDateTimeUtc());
    if (!aside)
        return aside.error();
    const QString name = QDir::toNativeSeparators(*aside);
    Error notice = storage(
        tr("The journal could not be read; it was set aside as %1 and a new one was begun.").arg(name),
        open.isEmpty()
            ? tr("Before you start an upgrade, look at each instance's status in case one is under way.")
            : tr("Upgrades of these instances were open: %1. Look at their status before you start another.")
                  .arg(open.join(QStringLiteral(", "))));
    notice.detail = why;
    state.notices.append(std::move(notice));
    if (tryOpen(m_options.path, Mode::Write) != Trouble::None)
        return unwritable(m_database->lastError());
    return std::nullopt;
}

JournalState JournalFile::openForViewing(const Error &reason)
{
    if (isEmptyOrMissing()) {
        m_database.reset();
        return none(reason);
    }
    Trouble trouble = tryOpen(m_options.path, Mode::Read);
    if (trouble == Trouble::Unwritable) {
        // WAL wants its shared memory beside the file; where nothing can be made, a private copy is looked
        // at.
        m_copy = std::make_unique<QTemporaryDir>();
        const QString copy = m_copy->isValid() ? copiedInto(m_copy->path(), m_options.path) : QString();
        if (!copy.isEmpty())
            trouble = tryOpen(copy, Mode::Write);
    }
    if (trouble != Trouble::None) {
        m_database.reset();
        return none(reason);
    }
    JournalState state = opened(Access::ViewOnly);
    state.reason = reason;
    return state;
}

JournalState JournalFile::opened(Access access)
{
    JournalState state;
    auto open = m_database->openSteps();
    if (!open) {
        m_database.reset();
        return none(std::move(open.error()));
    }
    state.access = access;
    state.open = std::move(*open);
    state.rows = m_database->rowCount();
    state.lastRowAt = m_database->lastRowAt();
    if (const auto birth = m_database->birth())
        state.bornAt = birth->at;
    return state;
}

Result<qint64> JournalFile::append(const QList<JournalRow> &rows)
{
    if (!m_database || m_access != Access::Writable)
        return failure(notOpen());
    return m_database->append(rows);
}

Result<qint64> JournalFile::append(const BatchRow &row)
{
    if (!m_database || m_access != Access::Writable)
        return failure(notOpen());
    return m_database->append(row);
}

Outcome JournalFile::checkRoom() const
{
    if (!m_database || m_access != Access::Writable)
        return failure(notOpen());
    const qint64 free = freeBytes(m_folder);
    if (free >= 0 && free < m_options.minimumFree)
        return failure(storage(
            tr("Only %1 are free where the journal lies; an upgrade needs %2, so that its outcome can be "
               "written.")
                .arg(QLocale().formattedDataSize(free), QLocale().formattedDataSize(m_options.minimumFree)),
            tr("Free some space on the disk of %1.").arg(QDir::toNativeSeparators(m_folder))));
    return {};
}

} // namespace uplift::upgrade
