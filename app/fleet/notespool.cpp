// SPDX-License-Identifier: GPL-3.0-or-later
#include "fleet/notespool.h"

#include <algorithm>
#include <tuple>

namespace uplift::fleet {

namespace {

size_t hashOf(const QList<ReleaseNote> &notes)
{
    size_t hash = static_cast<size_t>(notes.size());
    for (const ReleaseNote &note : notes)
        hash = qHashMulti(hash, note.version.raw(), note.chinese, note.english);
    return hash;
}

bool sameNote(const ReleaseNote &a, const ReleaseNote &b)
{
    return a.version.raw() == b.version.raw() && a.level == b.level && a.date == b.date
        && a.chinese == b.chinese && a.english == b.english;
}

auto parts(const EngineVersion &v)
{
    return std::tie(v.engine, v.majorVersion, v.level, v.isLatest, v.upgradeAvailable, v.autoUpgrade,
                    v.rawNotes, v.proxyLevel);
}

bool sameWords(const MinorVersion &a, const MinorVersion &b) { return a.raw() == b.raw(); }

} // namespace

bool sameNotes(const QList<ReleaseNote> &a, const QList<ReleaseNote> &b)
{
    return a.constData() == b.constData() || std::equal(a.begin(), a.end(), b.begin(), b.end(), sameNote);
}

bool sameVersion(const EngineVersion &a, const EngineVersion &b)
{
    return parts(a) == parts(b) && sameWords(a.current, b.current) && sameWords(a.latest, b.latest)
        && sameWords(a.proxyCurrent, b.proxyCurrent) && sameWords(a.proxyLatest, b.proxyLatest)
        && sameNotes(a.notes, b.notes) && sameNotes(a.proxyNotes, b.proxyNotes);
}

EngineVersion NotesPool::shared(EngineVersion version)
{
    version.notes = one(version.notes);
    version.proxyNotes = one(version.proxyNotes);
    return version;
}

QList<ReleaseNote> NotesPool::one(const QList<ReleaseNote> &notes)
{
    if (notes.isEmpty())
        return notes;
    const size_t hash = hashOf(notes);
    for (auto each = m_pool.constFind(hash); each != m_pool.constEnd() && each.key() == hash; ++each) {
        if (sameNotes(*each, notes))
            return *each;
    }
    // Versions come and go over months; a window that never closes still forgets.
    constexpr qsizetype most = 2000;
    if (m_pool.size() >= most)
        m_pool.clear();
    m_pool.insert(hash, notes);
    return notes;
}

} // namespace uplift::fleet
