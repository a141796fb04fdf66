// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace uplift::upgrade {

/// What the marker beside the workspace says of the journal, so that a journal that vanished is noticed
/// (pitfalls J3).
struct JournalBirth {
    QString id; ///< UUID, also the journal's own birth row
    QDateTime at; ///< UTC
};

[[nodiscard]] std::optional<JournalBirth> readMarker(const QString &path); ///< nothing: absent or unreadable
[[nodiscard]] bool writeMarker(const QString &path, const JournalBirth &birth);

/// nfs, cifs, fuse.* …: no shared memory to rely on, so no WAL (pitfalls J9).
[[nodiscard]] bool isNetworkFileSystem(const QString &folder);
[[nodiscard]] qint64 freeBytes(const QString &folder); ///< -1: not known

/// Removes a lock file of QLockFile that names nobody: its maker was killed after making and before writing
/// it, and QLockFile calls such a file stale only where locks may grow stale with age. True when it is gone.
/// Waits a fifth of a second, in which a living maker writes; one that was stopped there still holds the
/// file, which is then left.
[[nodiscard]] bool dropNamelessLock(const QString &path);

/// Renames the database with its -wal and -shm to a new name beside it; answers that name. Deletes nothing.
[[nodiscard]] Result<QString> setAside(const QString &path, const QDateTime &now);
/// Copies the three files into `folder`; answers the copy's path, or nothing.
[[nodiscard]] QString copiedInto(const QString &folder, const QString &path);

} // namespace uplift::upgrade
