// SPDX-License-Identifier: GPL-3.0-or-later
#include "fleet/fleet.h"

#include "fleet/facts.h"
#include "fleet/fleetcache.h"
#include "fleet/regionsearch.h"

#include <algorithm>
#include <utility>

namespace uplift::fleet {

Fleet::Fleet(cloud::ClientProvider clients, const Clock &clock, FleetOptions options, QObject *parent)
    : QObject(parent), m_clients(std::move(clients)), m_clock(clock), m_options(options),
      m_calls(std::make_unique<QObject>())
{
    m_telling.setSingleShot(true);
    m_pumping.setSingleShot(true);
    connect(&m_telling, &QTimer::timeout, this, &Fleet::tell);
    connect(&m_pumping, &QTimer::timeout, this, &Fleet::pump);
}

Fleet::~Fleet() = default;

void Fleet::setAccounts(const QList<AccountId> &accounts)
{
    const QSet<AccountId> named(accounts.begin(), accounts.end());
    for (const AccountId &known : m_accounts.keys()) {
        if (named.contains(known))
            continue;
        endListings(known);
        m_accounts.remove(known);
        m_aside.removeIf([&](auto row) { return row.key().account == known; });
        if (m_cache)
            m_cache->removeAccount(known);
    }
    for (const AccountId &account : accounts) {
        if (!m_accounts.contains(account))
            m_accounts.insert(account, AccountView{account, AccountView::State::Waiting, {}, false, {}});
    }
    QList<InstanceKey> orphans;
    for (const Entry &entry : std::as_const(m_known)) {
        if (!isSaved(entry) && !named.contains(entry.known.key.account))
            orphans.append(entry.known.key);
    }
    for (const InstanceKey &key : std::as_const(orphans))
        drop(key);
    m_lanes.removeIf(
        [&](auto lane) { return !named.contains(lane.key().account) && lane->members.isEmpty(); });
    claimCached();
    touchRegions();
}

void Fleet::setPinned(const QList<InstanceKey> &keys)
{
    const QSet<InstanceKey> pinned(keys.begin(), keys.end());
    QList<InstanceKey> unlisted;
    for (Entry &entry : m_known) {
        if (!entry.known.pinned || pinned.contains(entry.known.key))
            continue;
        entry.known.pinned = false;
        touch(entry.known.key);
        // Of a removed account no list will ever tell again.
        const bool listed = entry.known.listed.isValid() && m_accounts.contains(entry.known.key.account);
        if (!entry.wanted && !listed)
            unlisted.append(entry.known.key);
    }
    for (const InstanceKey &key : std::as_const(unlisted))
        drop(key);
    m_lanes.removeIf(
        [&](auto lane) { return lane->members.isEmpty() && !m_accounts.contains(lane.key().account); });
    for (const InstanceKey &key : pinned) {
        Entry &entry = entryOf(key);
        if (std::exchange(entry.known.pinned, true))
            continue;
        touch(key);
        queue(key);
    }
}

void Fleet::setOnScreen(const QList<InstanceKey> &keys)
{
    constexpr qsizetype most = 300;
    const QList<InstanceKey> heeded = keys.first(std::min(keys.size(), most));
    m_onScreen = QSet<InstanceKey>(heeded.begin(), heeded.end());
    askOnScreen();
}

Fleet::Entry &Fleet::entryOf(const InstanceKey &key)
{
    const auto found = m_known.find(key);
    if (found != m_known.end())
        return *found;
    Lane &lane = laneOf(key);
    lane.members.insert(key.instance);
    lane.view.account = key.account;
    lane.view.region.id = key.region;
    m_listChanged = true;
    tellLater();
    Entry &entry = m_known[key];
    entry.known.key = key;
    return entry;
}

void Fleet::drop(const InstanceKey &key)
{
    const auto found = m_known.find(key);
    if (found == m_known.end())
        return;
    setGone(*found, false);
    setAwaited(*found, false);
    found->detailsOpen.reset();
    found->versionOpen.reset();
    updateAsking(*found);
    m_known.erase(found);
    const auto lane = m_lanes.find({key.account, key.region});
    if (lane != m_lanes.end())
        lane->members.remove(key.instance);
    if (m_cache)
        m_cache->remove({key});
    m_listChanged = true;
    tellLater();
}

const KnownInstance *Fleet::find(const InstanceKey &key) const
{
    const auto entry = m_known.constFind(key);
    return entry == m_known.constEnd() ? nullptr : &entry->known;
}

void Fleet::setGone(Entry &entry, bool gone)
{
    if (std::exchange(entry.known.gone, gone) == gone)
        return;
    laneOf(entry.known.key).gone += gone ? 1 : -1;
    m_gone += gone ? 1 : -1;
    if (gone)
        setAwaited(entry, false);
    touchRegions();
}

void Fleet::setAwaited(Entry &entry, bool awaited)
{
    if (std::exchange(entry.awaited, awaited) != awaited)
        m_awaited += awaited ? 1 : -1;
}

void Fleet::updateAsking(Entry &entry)
{
    const bool asking = entry.detailsOpen == Way::Close || entry.versionOpen == Way::Close;
    if (std::exchange(entry.known.asking, asking) == asking)
        return;
    m_asking += asking ? 1 : -1;
    touch(entry.known.key);
}

QList<RegionView> Fleet::regions() const
{
    QList<RegionView> views;
    views.reserve(m_lanes.size());
    for (const Lane &lane : m_lanes) {
        RegionView view = lane.view;
        view.instances = static_cast<int>(lane.members.size()) - lane.gone;
        views.append(std::move(view));
    }
    return views;
}

FleetProgress Fleet::progress() const
{
    FleetProgress progress;
    progress.running = !m_listings.isEmpty() || m_asking > 0;
    for (const Lane &lane : m_lanes) {
        progress.running = progress.running || lane.open > 0 || !lane.waiting.isEmpty();
        if (lane.view.state == RegionView::State::Waiting)
            continue;
        ++progress.regionsTotal;
        if (lane.view.state != RegionView::State::Asking)
            ++progress.regionsDone;
    }
    progress.instances = count() - m_gone;
    progress.versionsTotal = progress.instances;
    progress.versionsDone = progress.instances - m_awaited;
    return progress;
}

void Fleet::touch(const InstanceKey &key)
{
    if (m_changedSet.contains(key))
        return;
    m_changedSet.insert(key);
    m_changed.enqueue(key);
    tellLater();
}

void Fleet::touchRegions()
{
    m_regionsChanged = true;
    tellLater();
}

void Fleet::tellLater()
{
    if (!m_telling.isActive())
        m_telling.start(m_options.fold);
}

void Fleet::tell()
{
    QList<InstanceKey> batch;
    QList<KnownInstance> toSave;
    while (batch.size() < m_options.foldSize && !m_changed.isEmpty()) {
        const InstanceKey key = m_changed.dequeue();
        m_changedSet.remove(key);
        batch.append(key);
        const KnownInstance *known = find(key);
        if (known && known->facts && !known->fromCache)
            toSave.append(*known);
    }
    if (m_cache && !toSave.isEmpty())
        m_cache->save(toSave);
    // The rest waits for the next turn, so that clicks come between.
    if (!m_changed.isEmpty()) {
        m_telling.start(0);
    } else {
        // A whole fleet stood in them: emptied, they would keep its room.
        m_changed = {};
        m_changedSet = {};
    }
    if (std::exchange(m_listChanged, false))
        Q_EMIT listChanged();
    for (const InstanceKey &key : std::as_const(batch))
        Q_EMIT changed(key);
    if (!batch.isEmpty())
        Q_EMIT rowsChanged(batch);
    if (std::exchange(m_regionsChanged, false))
        Q_EMIT regionsChanged();
    Q_EMIT askingChanged();
    Q_EMIT progressChanged();
}

void Fleet::takeCached(const QList<KnownInstance> &rows)
{
    for (const KnownInstance &row : rows)
        m_aside.insert(row.key, row);
    claimCached();
}

void Fleet::claimCached()
{
    const QDateTime oldest = m_clock.now().addSecs(-std::chrono::seconds(m_options.goneKept).count());
    QList<InstanceKey> taken;
    for (const KnownInstance &row : std::as_const(m_aside)) {
        if (!m_accounts.contains(row.key.account) && !m_known.contains(row.key))
            continue;
        taken.append(row.key);
        const bool outlived = row.gone && !(row.seen().isValid() && row.seen() > oldest);
        if (outlived && !m_known.contains(row.key))
            continue;
        Entry &entry = entryOf(row.key);
        if (entry.known.facts)
            continue;
        const bool pinned = entry.known.pinned;
        const bool asking = entry.known.asking;
        const Shared<Error> error = entry.known.error;
        const bool gone = entry.known.gone || row.gone;
        entry.known = row;
        entry.known.gone = false; // counted below
        entry.known.pinned = pinned;
        entry.known.asking = asking;
        entry.known.error = error;
        entry.known.fromCache = true;
        if (row.version)
            entry.known.version = m_notes.shared(*row.version);
        setGone(entry, gone);
        touch(row.key);
    }
    for (const InstanceKey &key : std::as_const(taken))
        m_aside.remove(key);
    if (!taken.isEmpty())
        touchRegions();
}

void Fleet::attach(FleetCache *cache)
{
    m_cache = cache;
    connect(cache, &FleetCache::loaded, this, &Fleet::takeCached);
    cache->load();
}

void Fleet::lookInAllRegions(const AccountId &account, const InstanceId &id, QObject *context,
                             Handler<RegionId> done)
{
    findInAllRegions(m_clients, account, id, context, std::move(done));
}

} // namespace uplift::fleet
