// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instance.h"

#include <QHash>
#include <QList>

namespace uplift::fleet {

/// Release notes are long, and the same for every instance on the same version: one copy serves them all.
class NotesPool {
public:
    /// `version` with notes that share memory with equal ones seen before.
    [[nodiscard]] EngineVersion shared(EngineVersion version);
    [[nodiscard]] qsizetype size() const { return m_pool.size(); }

private:
    [[nodiscard]] QList<ReleaseNote> one(const QList<ReleaseNote> &notes);
    QMultiHash<size_t, QList<ReleaseNote>> m_pool; ///< by the hash of their content
};

[[nodiscard]] bool sameNotes(const QList<ReleaseNote> &a, const QList<ReleaseNote> &b);
[[nodiscard]] bool sameVersion(const EngineVersion &a, const EngineVersion &b);

} // namespace uplift::fleet
