// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

namespace uplift::ui {

/// Puts `bytes` into the file at `path`, whole or not at all. Blocks: for a worker thread.
/// Error::Kind::Storage.
[[nodiscard]] Outcome writeWhole(const QString &path, const QByteArray &bytes);

} // namespace uplift::ui
