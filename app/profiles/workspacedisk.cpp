// SPDX-License-Identifier: GPL-3.0-or-later
#include "profiles/workspacedisk.h"

#include "core/localized.h"
#include "profiles/workspacefile.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QSaveFile>
#include <QStorageInfo>

#include <algorithm>

namespace uplift::profiles {

namespace {

QString backupOf(const QString &path) { return path + QStringLiteral(".bak"); }

QString shown(const QString &path) { return QDir::toNativeSeparators(path); }

struct Reading {
    enum class End { Missing, Locked, Damaged, Newer, Good };
    End end = End::Missing;
    QString cause; ///< a translated sentence; Locked: the system's words
    int newerVersion = 0;
    Workspace workspace;
};

Reading readOne(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return {};
    if (!file.open(QIODevice::ReadOnly))
        return {Reading::End::Locked, file.errorString(), 0, {}};
    // One byte more than fits tells "too large" without reading all of it; read() allocates what it is asked
    // for.
    const QByteArray bytes = file.read(std::min<qint64>(file.size(), maxWorkspaceBytes) + 1);
    if (file.error() != QFileDevice::NoError)
        return {Reading::End::Locked, file.errorString(), 0, {}};
    const Result<WorkspaceFile> content = fromJson(bytes);
    if (!content)
        return {Reading::End::Damaged, content.error().message, 0, {}};
    if (content->newerVersion)
        return {Reading::End::Newer, {}, *content->newerVersion, {}};
    return {Reading::End::Good, {}, 0, content->workspace};
}

/// Could a file be made or replaced at `path`? Looks at the nearest folder that exists.
bool placeIsWritable(const QString &path)
{
    const QFileInfo file(path);
    if (file.exists() && !file.isWritable())
        return false;
    QFileInfo folder(file.absolutePath());
    while (!folder.exists() && folder.absolutePath() != folder.absoluteFilePath())
        folder = QFileInfo(folder.absolutePath());
    return folder.isDir() && folder.isWritable();
}

/// Renames a damaged file out of the way; empty when that fails.
QString setAside(const QString &path)
{
    const QString stamp = QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'"));
    const QString first = path + QStringLiteral(".unreadable-") + stamp;
    QString target = first;
    for (int number = 2; QFileInfo::exists(target); ++number)
        target = QStringLiteral("%1-%2").arg(first).arg(number);
    return QFile::rename(path, target) ? target : QString();
}

/// Writes `bytes` so that `path` holds either the old content or all of the new. Returns what went wrong, or
/// nothing.
QString replaceFile(const QString &path, const QByteArray &bytes, bool &full)
{
    QSaveFile file(path);
    bool good = file.open(QIODevice::WriteOnly);
    // Best effort: a FAT stick knows no permissions, and no secret is in here.
    if (good)
        static_cast<void>(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    // A disk that fills up takes a part without an error; only the next write says why.
    for (qint64 done = 0; good && done < bytes.size();) {
        const qint64 written = file.write(bytes.constData() + done, bytes.size() - done);
        good = written > 0;
        done += written;
    }
    if (good && file.commit())
        return {};
    full = file.error() == QFileDevice::ResourceError;
    return file.errorString();
}

Outcome makeFolder(const QString &path)
{
    const QFileInfo folder(QFileInfo(path).absolutePath());
    if (folder.isDir())
        return {};
    QDir parent(folder.absolutePath());
    const bool made = QDir().mkpath(parent.absolutePath())
        && parent.mkdir(folder.fileName(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    if (made || folder.isDir())
        return {};
    return failure(
        notOnDisk(path, QCoreApplication::translate("uplift::profiles", "its folder cannot be made"),
                  QCoreApplication::translate(
                      "uplift::profiles",
                      "Let your user create %1, or start Uplift with --data-dir and another folder; "
                      "then save again.")
                      .arg(shown(folder.absoluteFilePath()))));
}

Error writeError(const QString &path, const QString &systemWords, bool full)
{
    if (full)
        return notOnDisk(
            path,
            //: the disk is full; %1 are the system's own words
            QCoreApplication::translate("uplift::profiles", "the disk is full (%1)").arg(systemWords),
            QCoreApplication::translate("uplift::profiles",
                                        "Free some space on that disk, then save again."));
    if (!placeIsWritable(path))
        return notOnDisk(
            path,
            QCoreApplication::translate("uplift::profiles", "the file or its folder is read-only (%1)")
                .arg(systemWords),
            QCoreApplication::translate(
                "uplift::profiles",
                "Make both writable for your user, or start Uplift with --data-dir and another "
                "folder; then save again."));
    return notOnDisk(path, systemWords,
                     QCoreApplication::translate("uplift::profiles", "Mend that, then save again."));
}

void openRestored(const QString &path, const Reading &backup, DiskState &state)
{
    state.workspace = backup.workspace;
    const QString saved = QLocale().toString(QFileInfo(backupOf(path)).lastModified(), QLocale::ShortFormat);
    addSentence(
        state.notice,
        //: %1 path, %2 date and time
        QCoreApplication::translate("uplift::profiles", "Restored from the last good copy, %1, saved %2.")
            .arg(shown(backupOf(path)), saved));
    if (const Outcome written = writeWorkspaceAt(path, backup.workspace); !written) {
        state.readOnly = true;
        addSentence(state.notice, written.error().message);
    }
}

void refuse(DiskState &state, const QString &refusal)
{
    state.readOnly = true;
    state.refusal = refusal;
    addSentence(state.notice, refusal);
}

QString newerSentence(const QString &path, int version)
{
    return QCoreApplication::translate("uplift::profiles",
                                       "%1 was written by a newer Uplift (file version %2, this one reads up "
                                       "to %3). It stays untouched and "
                                       "nothing is saved here. Start the newer Uplift, or this one with "
                                       "--data-dir and another folder.")
        .arg(shown(path))
        .arg(version)
        .arg(workspaceVersion);
}

/// The main file is away (missing, or set aside): what does the copy beside it hold?
void fallBack(const QString &path, bool mainWasThere, DiskState &state)
{
    const QString copy = backupOf(path);
    const Reading backup = readOne(copy);
    switch (backup.end) {
    case Reading::End::Good:
        if (!mainWasThere)
            addSentence(state.notice,
                        QCoreApplication::translate("uplift::profiles", "%1 was missing.").arg(shown(path)));
        return openRestored(path, backup, state);
    case Reading::End::Newer:
        return refuse(state, newerSentence(copy, backup.newerVersion));
    case Reading::End::Damaged: {
        const QString aside = setAside(copy);
        addSentence(
            state.notice,
            QCoreApplication::translate("uplift::profiles",
                                        "The copy beside it cannot be read either and was set aside as %1.")
                .arg(shown(aside.isEmpty() ? copy : aside)));
        break;
    }
    case Reading::End::Locked:
        addSentence(
            state.notice,
            QCoreApplication::translate("uplift::profiles", "The copy beside it cannot be opened: %1 (%2).")
                .arg(shown(copy), backup.cause));
        break;
    case Reading::End::Missing:
        if (mainWasThere)
            addSentence(state.notice,
                        QCoreApplication::translate("uplift::profiles", "There is no copy beside it."));
        break;
    }
    if (mainWasThere)
        addSentence(
            state.notice,
            QCoreApplication::translate("uplift::profiles", "Uplift starts with an empty workspace."));
    state.fresh = !mainWasThere && backup.end == Reading::End::Missing;
}

void openDamaged(const QString &path, const QString &cause, DiskState &state)
{
    state.setAsideAs = setAside(path);
    if (state.setAsideAs.isEmpty())
        return refuse(
            state,
            QCoreApplication::translate(
                "uplift::profiles",
                "%1 cannot be read, and it cannot be set aside since its folder is read-only, so nothing is "
                "saved over it. %2 Make the folder writable for your user and start Uplift again.")
                .arg(shown(path), cause));
    addSentence(
        state.notice,
        QCoreApplication::translate("uplift::profiles", "%1 could not be read and was set aside as %2. %3")
            .arg(shown(path), shown(state.setAsideAs), cause));
    fallBack(path, true, state);
}

} // namespace

Error notOnDisk(const QString &path, const QString &cause, const QString &remedy)
{
    return Error::of(
        Error::Kind::Storage,
        //: %1 path, %2 cause
        QCoreApplication::translate("uplift::profiles",
                                    "The workspace was not saved to %1: %2. Your change is kept in this "
                                    "window until you close it.")
            .arg(shown(path), cause),
        remedy);
}

DiskState readWorkspaceAt(const QString &path)
{
    DiskState state;
    const Reading reading = readOne(path);
    switch (reading.end) {
    case Reading::End::Good:
        state.workspace = reading.workspace;
        break;
    case Reading::End::Newer:
        refuse(state, newerSentence(path, reading.newerVersion));
        break;
    case Reading::End::Locked:
        refuse(state,
               QCoreApplication::translate(
                   "uplift::profiles",
                   "%1 cannot be opened (%2), so nothing is saved over it. Let your user read and "
                   "write it, then start Uplift again.")
                   .arg(shown(path), reading.cause));
        break;
    case Reading::End::Damaged:
        openDamaged(path, reading.cause, state);
        break;
    case Reading::End::Missing:
        fallBack(path, false, state);
        break;
    }
    if (!state.readOnly && !placeIsWritable(path)) {
        state.readOnly = true;
        addSentence(state.notice,
                    QCoreApplication::translate(
                        "uplift::profiles",
                        "%1 cannot be written: the file or its folder is read-only. Changes last "
                        "until you close Uplift. Make both writable for your user, or start "
                        "Uplift with --data-dir and another folder.")
                        .arg(shown(path)));
    }
    return state;
}

Outcome writeWorkspaceAt(const QString &path, const Workspace &workspace)
{
    const QByteArray bytes = toJson(workspace);
    // What a reader would refuse must not replace a good file.
    if (const Result<WorkspaceFile> readable = fromJson(bytes); !readable)
        return failure(
            notOnDisk(path, QCoreApplication::translate("uplift::profiles", "it would not be readable again"),
                      readable.error().message));
    if (const Outcome folder = makeFolder(path); !folder)
        return folder;
    bool full = false;
    const bool isNew = !QFile::exists(path);
    if (const QString wrong = replaceFile(path, bytes, full); !wrong.isEmpty())
        return failure(writeError(path, wrong, full));
    QFile written(path);
    if (!written.open(QIODevice::ReadOnly) || written.readAll() != bytes) {
        if (isNew) // half a file where none was would be taken for a damaged one
            QFile::remove(path);
        return failure(notOnDisk(
            path, QCoreApplication::translate("uplift::profiles", "what was written could not be read back"),
            QCoreApplication::translate(
                "uplift::profiles", "Check that disk, or start Uplift with --data-dir and another folder.")));
    }
    // The new file is whole and verified: a copy that cannot be renewed now stays the older one, and the next
    // save tries again.
    static_cast<void>(replaceFile(backupOf(path), bytes, full));
    return {};
}

} // namespace uplift::profiles
