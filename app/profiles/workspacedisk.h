// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "profiles/workspace.h"

#include <QString>

namespace uplift::profiles {

/// What was found at the workspace's place. These functions block: they run in the store's own thread.
struct DiskState {
    Workspace workspace;
    bool fresh = false; ///< nothing was there
    bool readOnly = false; ///< nothing can or may be written there
    QString refusal; ///< why the file there must not be written over (newer, unreadable); empty when it may
    QString notice; ///< translated; empty when all is well
    QString setAsideAs;
};

/// Reads `path`. A damaged file is renamed to <path>.unreadable-<UTC time> and replaced by <path>.bak when
/// that is good.
[[nodiscard]] DiskState readWorkspaceAt(const QString &path);

/// Checks `workspace` as a reader would, writes it to `path` through QSaveFile, reads it back and compares;
/// then renews <path>.bak. At every instant one of the two is whole. Makes the folder (0700) when it is
/// missing.
[[nodiscard]] Outcome writeWorkspaceAt(const QString &path, const Workspace &workspace);

/// The error of a workspace that is in memory but not on disk.
[[nodiscard]] Error notOnDisk(const QString &path, const QString &cause, const QString &remedy);

} // namespace uplift::profiles
