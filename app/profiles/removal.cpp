// SPDX-License-Identifier: GPL-3.0-or-later
#include "profiles/removal.h"

#include <QHash>

#include <algorithm>

namespace uplift::profiles {

namespace {

bool lostText(const Account & /*before*/, const Account & /*after*/) { return false; }

bool lostText(const Profile &before, const Profile &after)
{
    return (!before.group.isEmpty() && after.group.isEmpty())
        || (!before.notes.isEmpty() && after.notes.isEmpty());
}

template <class Entry> auto missing(const QList<Entry> &before, const QList<Entry> &after)
{
    QHash<QString, const Entry *> kept;
    for (const Entry &entry : after)
        kept.insert(entry.id.value, &entry);
    QList<std::pair<qsizetype, Entry>> gone;
    for (qsizetype at = 0; at < before.size(); ++at) {
        const Entry *now = kept.value(before[at].id.value, nullptr);
        if (!now || lostText(before[at], *now))
            gone.append({at, before[at]});
    }
    return gone;
}

template <class Entry> void putBack(QList<Entry> &list, const QList<std::pair<qsizetype, Entry>> &gone)
{
    for (const auto &[at, entry] : gone) {
        const auto found = std::find_if(list.begin(), list.end(),
                                        [&id = entry.id](const Entry &other) { return other.id == id; });
        if (found != list.end())
            *found = entry;
        else
            list.insert(std::min(at, list.size()), entry);
    }
}

} // namespace

Removal removedBetween(const Workspace &before, const Workspace &after)
{
    return {missing(before.accounts, after.accounts), missing(before.profiles, after.profiles)};
}

Workspace restored(Workspace workspace, const Removal &removal)
{
    QHash<QString, QString> ownerOfName;
    for (const Profile &profile : std::as_const(workspace.profiles))
        ownerOfName.insert(profile.name.toCaseFolded(), profile.id.value);
    auto profiles = removal.profiles;
    for (auto &[at, profile] : profiles) {
        const QString owner = ownerOfName.value(profile.name.toCaseFolded());
        if (!owner.isEmpty() && owner != profile.id.value)
            profile.name = freeProfileName(workspace, profile.name);
    }
    putBack(workspace.accounts, removal.accounts);
    putBack(workspace.profiles, profiles);
    return workspace;
}

} // namespace uplift::profiles
