// SPDX-License-Identifier: GPL-3.0-or-later
#include "upgrade/journalplace.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QStorageInfo>
#include <QThread>

#include <array>

#ifdef Q_OS_UNIX
#include <sys/file.h>
#endif

namespace uplift::upgrade {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("uplift::upgrade", text); }

constexpr std::array companions{"", "-wal", "-shm"};

QString companion(const QString &path, const char *suffix) { return path + QLatin1String(suffix); }

} // namespace

std::optional<JournalBirth> readMarker(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QJsonObject json = QJsonDocument::fromJson(file.read(4096)).object();
    const JournalBirth birth{
        json.value(QLatin1String("journal")).toString(),
        QDateTime::fromMSecsSinceEpoch(json.value(QLatin1String("bornMs")).toInteger(), Qt::UTC)};
    if (birth.id.isEmpty())
        return std::nullopt;
    return birth;
}

bool writeMarker(const QString &path, const JournalBirth &birth)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    const QJsonObject json{{QStringLiteral("journal"), birth.id},
                           {QStringLiteral("bornMs"), birth.at.toMSecsSinceEpoch()}};
    const QByteArray bytes = QJsonDocument(json).toJson();
    return file.write(bytes) == bytes.size() && file.commit();
}

bool isNetworkFileSystem(const QString &folder)
{
    const QByteArray type = QStorageInfo(folder).fileSystemType().toLower();
    if (type.startsWith("fuse.") || type.startsWith("nfs"))
        return true;
    for (const char *name :
         {"cifs", "smb", "smb2", "smb3", "smbfs", "afs", "ncpfs", "9p", "ceph", "glusterfs"}) {
        if (type == name)
            return true;
    }
    return false;
}

qint64 freeBytes(const QString &folder)
{
    QStorageInfo storage(folder);
    storage.refresh(); // cached at construction on some systems
    return storage.isValid() ? storage.bytesAvailable() : -1;
}

bool dropNamelessLock([[maybe_unused]] const QString &path)
{
#ifdef Q_OS_UNIX
    constexpr unsigned long patience = 200; // ms
    const auto isNameless = [&path] {
        const QFileInfo info(path);
        return info.exists() && info.size() == 0;
    };
    if (!isNameless())
        return false;
    QThread::msleep(patience);
    QFile file(path);
    if (!isNameless() || !file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly))
        return false;
    return ::flock(file.handle(), LOCK_EX | LOCK_NB) == 0 && QFile::remove(path);
#else
    return false;
#endif
}

Result<QString> setAside(const QString &path, const QDateTime &now)
{
    const QString stamp = now.toUTC().toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'"));
    QString target = QStringLiteral("%1.set-aside-%2").arg(path, stamp);
    for (int i = 2; QFileInfo::exists(target) || QFileInfo::exists(companion(target, "-wal")); ++i)
        target = QStringLiteral("%1.set-aside-%2-%3").arg(path, stamp).arg(i);
    for (const char *suffix : companions) {
        const QString from = companion(path, suffix);
        if (QFileInfo::exists(from) && !QFile::rename(from, companion(target, suffix)))
            return failure(Error::of(Error::Kind::Storage,
                                     tr("The damaged journal %1 could not be renamed.").arg(from),
                                     tr("Move the file away by hand, then start Uplift again.")));
    }
    return target;
}

QString copiedInto(const QString &folder, const QString &path)
{
    const QString target = QDir(folder).filePath(QFileInfo(path).fileName());
    if (!QFile::copy(path, target))
        return {};
    // -shm is left out: SQLite builds it anew from -wal.
    const QString wal = companion(path, "-wal");
    if (QFileInfo::exists(wal) && !QFile::copy(wal, companion(target, "-wal")))
        return {};
    for (const char *suffix : companions)
        QFile::setPermissions(companion(target, suffix), QFile::ReadOwner | QFile::WriteOwner);
    return target;
}

} // namespace uplift::upgrade
