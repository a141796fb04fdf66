// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fleet/knowninstance.h"

#include <QByteArray>

#include <optional>

namespace uplift::fleet {

/// One instance as bytes for the cache, its release notes apart: those are the same for many.
/// Errors, and what is being asked, are not kept.
struct CachedFacts {
    QByteArray row;
    QByteArray notes; ///< empty: none
    QByteArray proxyNotes;
};

[[nodiscard]] CachedFacts encodeFacts(const KnownInstance &known);
[[nodiscard]] QByteArray encodeNotes(const QList<ReleaseNote> &notes);

/// Nothing for bytes that are damaged, cut, of another layout or hold a value we never wrote. Sizes are
/// checked before memory is taken.
[[nodiscard]] std::optional<KnownInstance> decodeFacts(const QByteArray &row);
[[nodiscard]] std::optional<QList<ReleaseNote>> decodeNotes(const QByteArray &notes);

} // namespace uplift::fleet
