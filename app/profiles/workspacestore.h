// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/worker.h"
#include "profiles/removal.h"
#include "profiles/workspace.h"

#include <QObject>

namespace uplift::profiles {

/// The workspace file (architecture 3.2): read at start, held in memory, written through QSaveFile in a
/// thread of its own. The last good copy stays beside it (workspace.json.bak). A file that cannot be read is
/// set aside under a new name, never dropped; a file of a newer version is left alone and makes this store
/// read-only.
class WorkspaceStore : public QObject {
    Q_OBJECT
public:
    struct Loaded {
        bool fresh = false; ///< no file was there
        bool readOnly = false; ///< newer version, or the place cannot be written
        QString notice; ///< translated: what the user must know (set aside as …, restored from the copy);
                        ///< empty when all is well
        QString setAsideAs; ///< path of the unreadable file's new name
    };

    explicit WorkspaceStore(const QString &path, QObject *parent = nullptr);
    ~WorkspaceStore() override;

    /// Reads the file; workspace() holds it before `done` runs. Once.
    void load(QObject *context, Handler<Loaded> done);
    [[nodiscard]] const Workspace &workspace() const { return m_workspace; }
    /// Takes `next` at once in memory (changed()), writes it, reads it back. When writing fails (read-only,
    /// full disk) memory keeps `next`, so that nothing typed is lost, and the Error::Kind::Storage says it is
    /// not on disk. Destruction waits for what was given here to be written.
    void save(const Workspace &next, QObject *context, Handler<void> done);
    /// save() of an import, which undo() takes back as a whole: what it added goes, what it changed comes
    /// back. What was edited since is left alone.
    void saveUndoable(const Workspace &next, QObject *context, Handler<void> done);
    /// Is there a save() that removed an account or a profile, or emptied a group or notes, or a
    /// saveUndoable()? One level: the last such one.
    [[nodiscard]] bool canUndo() const { return !m_removal.isEmpty(); }
    /// Puts back what that save removed or changed, and writes; what was added since stays. Secrets are not
    /// in this room: an account whose keychain entry was deleted comes back without one. Nothing to take
    /// back: Error::Kind::Input.
    void undo(QObject *context, Handler<void> done);
    /// Did every save() so far reach the disk?
    [[nodiscard]] bool isOnDisk() const { return m_onDisk; }
    [[nodiscard]] QString path() const { return m_path; }

Q_SIGNALS:
    void changed();

private:
    void write(QObject *context, Handler<void> done);

    QString m_path;
    Workspace m_workspace;
    Removal m_removal;
    QString m_refusal; ///< why nothing may be written over the file there is; empty when it may
    bool m_onDisk = true;
    int m_writes = 0;
    Worker m_worker;
};

} // namespace uplift::profiles
