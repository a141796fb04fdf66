// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "profiles/workspace.h"

#include <QByteArray>

#include <optional>

namespace uplift::profiles {

/// The newest version this program reads. It writes the oldest one that holds all there is, so that an older
/// Uplift goes on reading workspaces that use nothing new; it must not read an account without its roles,
/// since it would ask with the key itself, nor save a workspace without the plans it cannot read. 2: an
/// account may have roles or a CA file. 3: there may be saved plans.
/// 4: an account inside a VPC may name its region.
inline constexpr int workspaceVersion = 4;
inline constexpr qsizetype maxWorkspaceBytes = 8 * 1024 * 1024;

/// What the bytes of a workspace file hold.
struct WorkspaceFile {
    /// Set when a newer program wrote the file; `workspace` is empty then.
    std::optional<int> newerVersion;
    Workspace workspace;
};

/// The file's bytes: indented JSON, {"format": "uplift-workspace", "version": 1 to 3, "accounts": […],
/// "profiles": […], "plans": […]}; the last only when there are plans, each with its rules as JSON text.
[[nodiscard]] QByteArray toJson(const Workspace &workspace);

/// Reads every field with its type, range and length; one bad field refuses the whole file, with a sentence
/// naming it. Fields it does not know are passed over, but a field named like a secret refuses the file: this
/// file never holds one. Error::Kind::Storage; the text never quotes a value.
[[nodiscard]] Result<WorkspaceFile> fromJson(const QByteArray &bytes);

} // namespace uplift::profiles
