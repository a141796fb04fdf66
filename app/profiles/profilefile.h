// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "profiles/workspace.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QSet>

#include <optional>

namespace uplift::profiles {

/// Profiles as a file, without secrets: {"format": "uplift-profiles", "version": 1, "profiles": […]}.
/// Accounts are referred to by name and the last four characters of their key id.
inline constexpr int profileFileVersion = 1;
inline constexpr qsizetype maxProfileFileBytes = 8 * 1024 * 1024;

/// The file's bytes with the chosen profiles, in the workspace's order.
[[nodiscard]] QByteArray exportProfiles(const Workspace &workspace, const QSet<ProfileId> &chosen);

/// One profile as a file holds it.
struct SharedProfile {
    Profile profile; ///< profile.account is empty: the file does not know our ids
    QString accountName;
    QString accountTail; ///< last four characters of its key id; may be empty
};

/// Reads every field with its type, range and length; one bad field refuses the whole file with a sentence
/// naming it, without its value. A field it does not know refuses the file, too. Error::Kind::Input, field
/// profileFile.
[[nodiscard]] Result<QList<SharedProfile>> readProfileFile(const QByteArray &bytes);

/// Reads the file at `path` (a regular one, bounded). Blocks: for a worker thread.
[[nodiscard]] Result<QByteArray> readProfileBytes(const QString &path);

/// One field that an import changes.
struct FieldChange {
    QString field; ///< name, account, region, instanceId, environment, group, notes, moment, readOnly
    QString before; ///< as the user reads it, one plain line
    QString after;
    friend bool operator==(const FieldChange &, const FieldChange &) = default;
};

/// What an import would do with one profile of the file.
struct ImportRow {
    enum class Kind {
        Added,
        Changed, ///< the same profile, or one of the same instance and account: some fields differ
        Unchanged,
        Conflicting, ///< another profile has its name: added under a free one when chosen
        Refused ///< `reason` says why
    };
    Kind kind = Kind::Refused;
    Profile after; ///< with our account's id and the id it will have; Refused: as far as it was read
    std::optional<Profile> before; ///< Changed, Unchanged; Conflicting: the one that has the name
    QList<FieldChange> changes; ///< Changed; Conflicting: the name
    QString accountName; ///< as the file names it
    QString accountTail;
    QString reason; ///< translated; Conflicting, Refused, and Changed when it keeps its name
};

/// Pure: nothing is changed. `accounts` says which account stands for one of the file ("name" → id) where the
/// user chose; otherwise the name decides, then a key's tail that one account alone has.
[[nodiscard]] QList<ImportRow> previewImport(const Workspace &workspace, const QList<SharedProfile> &profiles,
                                             const QHash<QString, AccountId> &accounts = {});

/// The workspace after the import of the rows with these numbers; Unchanged and Refused rows are passed over.
/// For WorkspaceStore::saveUndoable().
[[nodiscard]] Result<Workspace> withImported(const Workspace &workspace, const QList<ImportRow> &rows,
                                             const QSet<qsizetype> &chosen);
/// Added and Changed: what is ticked at first.
[[nodiscard]] QSet<qsizetype> safeRows(const QList<ImportRow> &rows);

} // namespace uplift::profiles
