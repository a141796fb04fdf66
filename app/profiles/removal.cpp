// SPDX-License-Identifier: GPL-3.0-or-later
#include "profiles/removal.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace uplift::profiles {

namespace {

bool lostText(const Account & /*before*/, const Account & /*after*/) { return false; }

bool lostText(const SavedPlan & /*before*/, const SavedPlan & /*after*/) { return false; }

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

/// Whose name it is, by the folded name.
QHash<QString, QString> ownersOfNames(const Workspace &workspace)
{
    QHash<QString, QString> owners;
    for (const Profile &profile : workspace.profiles)
        owners.insert(profile.name.toCaseFolded(), profile.id.value);
    return owners;
}

void takeBackChanges(Workspace &workspace, const Removal &removal)
{
    QHash<QString, const Profile *> added;
    for (const Profile &profile : removal.added)
        added.insert(profile.id.value, &profile);
    workspace.profiles.removeIf([&added](const Profile &profile) {
        const Profile *was = added.value(profile.id.value, nullptr);
        return was && *was == profile;
    });
    QHash<QString, const std::pair<Profile, Profile> *> changed;
    for (const auto &change : removal.changed)
        changed.insert(change.second.id.value, &change);
    QHash<QString, QString> owners = ownersOfNames(workspace);
    for (Profile &profile : workspace.profiles) {
        const auto *change = changed.value(profile.id.value, nullptr);
        if (!change || !(profile == change->second))
            continue;
        // Its former name or account may be taken or gone meanwhile: then it stays as the import left it.
        const QString owner = owners.value(change->first.name.toCaseFolded(), profile.id.value);
        if (owner != profile.id.value || !find(workspace, change->first.account))
            continue;
        owners.remove(profile.name.toCaseFolded());
        profile = change->first;
        owners.insert(profile.name.toCaseFolded(), profile.id.value);
    }
}

} // namespace

Removal removedBetween(const Workspace &before, const Workspace &after)
{
    return {missing(before.accounts, after.accounts), missing(before.profiles, after.profiles),
            missing(before.plans, after.plans)};
}

Removal differenceBetween(const Workspace &before, const Workspace &after)
{
    Removal difference = removedBetween(before, after);
    QHash<QString, const Profile *> former;
    for (const Profile &profile : before.profiles)
        former.insert(profile.id.value, &profile);
    for (const Profile &profile : after.profiles) {
        const Profile *was = former.value(profile.id.value, nullptr);
        if (!was)
            difference.added.append(profile);
        else if (!(*was == profile))
            difference.changed.append({*was, profile});
    }
    // An emptied note is a change like any other here: put back once.
    QSet<QString> kept;
    for (const Profile &profile : after.profiles)
        kept.insert(profile.id.value);
    difference.profiles.removeIf([&kept](const auto &gone) { return kept.contains(gone.second.id.value); });
    return difference;
}

Workspace restored(Workspace workspace, const Removal &removal)
{
    takeBackChanges(workspace, removal);
    const QHash<QString, QString> ownerOfName = ownersOfNames(workspace);
    auto profiles = removal.profiles;
    for (auto &[at, profile] : profiles) {
        const QString owner = ownerOfName.value(profile.name.toCaseFolded());
        if (!owner.isEmpty() && owner != profile.id.value)
            profile.name = freeProfileName(workspace, profile.name);
    }
    auto plans = removal.plans;
    for (auto &[at, plan] : plans) {
        if (!find(workspace, plan.id))
            plan.name = freePlanName(workspace, plan.name);
    }
    putBack(workspace.accounts, removal.accounts);
    putBack(workspace.profiles, profiles);
    putBack(workspace.plans, plans);
    return workspace;
}

} // namespace uplift::profiles
