// SPDX-License-Identifier: GPL-3.0-or-later
#include "fleet/facts.h"
#include "fleet/fleet.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace uplift::fleet {

namespace {

using State = RegionView::State;

Error stopped()
{
    return Error::of(Error::Kind::Cancelled, Fleet::tr("The refresh was stopped."),
                     Fleet::tr("Refresh again to read the rest."));
}

} // namespace

void Fleet::refresh()
{
    m_stopped = false;
    const QList<AccountId> accounts = m_accounts.keys();
    for (const AccountId &account : accounts) {
        // One region that is read by itself does not stand for the others.
        if (m_accounts.value(account).state != AccountView::State::Asking)
            beginListing(account, {});
    }
    // Saved instances of accounts that are not listed.
    for (auto lane = m_lanes.keyBegin(); lane != m_lanes.keyEnd(); ++lane) {
        if (!m_accounts.contains(lane->account))
            queueNeeded(*lane);
    }
}

void Fleet::refreshAccount(const AccountId &account)
{
    m_stopped = false;
    endListings(account);
    if (m_accounts.contains(account))
        beginListing(account, {});
}

void Fleet::refreshRegion(const AccountId &account, const RegionId &region)
{
    const auto lane = m_lanes.constFind({account, region});
    if (!m_accounts.contains(account) || (lane != m_lanes.constEnd() && lane->view.state == State::Asking))
        return;
    m_stopped = false;
    Region known;
    known.id = region;
    beginListing(account, {lane == m_lanes.constEnd() ? known : lane->view.region});
}

void Fleet::beginListing(const AccountId &account, const QList<Region> &only)
{
    auto *listing = new AccountListing(account, m_clients, this);
    m_listings.append(listing);
    connect(listing, &AccountListing::clientKnown, this,
            [this, account](bool custom) { onClientKnown(account, custom); });
    connect(listing, &AccountListing::regionsKnown, this,
            [this, account](const QList<Region> &regions) { onRegionsKnown(account, regions); });
    connect(listing, &AccountListing::failed, this,
            [this, account](const Error &error) { onListingFailed(account, error); });
    connect(listing, &AccountListing::pageCame, this,
            [this, account](const RegionId &region, const QList<Instance> &instances, auto offset) {
                onPage({account, region}, instances, offset);
            });
    connect(listing, &AccountListing::regionEnded, this, [this, listing, account](const RegionId &region) {
        onRegionEnded({account, region}, *listing->listing(region));
    });
    connect(listing, &AccountListing::finished, this, [this, listing] { onListingEnded(listing); });
    if (only.isEmpty()) {
        AccountView &view = m_accounts[account];
        view.account = account;
        view.state = AccountView::State::Asking;
        touchRegions();
        listing->start(knownRegions(account));
    } else {
        listing->startWith(only);
    }
}

void Fleet::endListings(const AccountId &account)
{
    for (AccountListing *listing : std::as_const(m_listings)) {
        if (listing->account() != account)
            continue;
        listing->disconnect(this);
        listing->deleteLater();
    }
    m_listings.removeIf([&](const AccountListing *listing) { return listing->account() == account; });
    const auto view = m_accounts.find(account);
    if (view != m_accounts.end() && view->state == AccountView::State::Asking) {
        view->state = AccountView::State::Failed;
        view->error = stopped();
    }
    for (auto lane = m_lanes.begin(); lane != m_lanes.end(); ++lane) {
        if (lane.key().account != account || lane->view.state != State::Asking)
            continue;
        lane->view.state = lane->members.isEmpty() ? State::Failed : State::Partial;
        lane->view.error = stopped();
        pumpLater(lane.key());
    }
    touchRegions();
}

QList<Region> Fleet::knownRegions(const AccountId &account) const
{
    QList<Region> regions;
    for (auto lane = m_lanes.begin(); lane != m_lanes.end(); ++lane) {
        if (lane.key().account == account)
            regions.append(lane->view.region);
    }
    return regions;
}

void Fleet::onClientKnown(const AccountId &account, bool customEndpoint)
{
    const auto view = m_accounts.find(account);
    if (view != m_accounts.end())
        view->customEndpoint = customEndpoint;
}

void Fleet::onRegionsKnown(const AccountId &account, const QList<Region> &regions)
{
    for (const Region &region : regions) {
        Lane &lane = m_lanes[{account, region.id}];
        lane.view.account = account;
        lane.view.region = region;
        lane.view.state = State::Asking;
        lane.view.error.reset();
    }
    touchRegions();
}

void Fleet::onListingFailed(const AccountId &account, const Error &error)
{
    const auto view = m_accounts.find(account);
    if (view == m_accounts.end())
        return;
    view->state = AccountView::State::Failed;
    view->error = error;
    touchRegions();
    // Saved instances say by themselves why they are not asked.
    for (Entry &entry : m_known) {
        if (entry.known.key.account != account || !isSaved(entry) || entry.known.facts)
            continue;
        entry.known.error = error;
        touch(entry.known.key);
    }
}

void Fleet::takeListed(const InstanceKey &key, Instance facts)
{
    Entry &entry = entryOf(key);
    if (!entry.known.facts) {
        entry.known.facts = std::move(facts);
    } else {
        Instance merged = mergedFacts(*entry.known.facts, std::move(facts), FactsFrom::List);
        doubtVersion(entry, *entry.known.facts, merged);
        if (!sameFacts(*entry.known.facts, merged))
            entry.known.facts = std::move(merged);
    }
    entry.known.listed = m_clock.now();
    entry.known.fromCache = false;
    setGone(entry, false);
    touch(key);
}

void Fleet::onPage(const RegionKey &where, const QList<Instance> &instances,
                   std::optional<std::chrono::milliseconds> offset)
{
    for (const Instance &instance : instances) {
        const InstanceKey key{where.account, where.region, instance.id};
        takeListed(key, instance);
        if (offset)
            entryOf(key).known.clockOffset = offset;
    }
}

void Fleet::onRegionEnded(const RegionKey &where, const RegionListing &listing)
{
    Lane &lane = m_lanes[where];
    lane.view.total = listing.total();
    lane.view.error = listing.error();
    switch (listing.state()) {
    case RegionListing::State::Asking:
    case RegionListing::State::Complete:
        lane.view.state = State::Complete;
        lane.view.when = m_clock.now();
        askForAbsent(where, listing);
        break;
    case RegionListing::State::Partial:
        lane.view.state = State::Partial;
        break;
    case RegionListing::State::Failed:
        lane.view.state = State::Failed;
        break;
    }
    touchRegions();
    askOnScreen();
    queueNeeded(where);
    // What was queued while the list was read, or before, is not queued anew.
    pumpLater(where);
}

void Fleet::onListingEnded(AccountListing *listing)
{
    m_listings.removeOne(listing);
    listing->deleteLater();
    const auto view = m_accounts.find(listing->account());
    const bool last = std::none_of(m_listings.begin(), m_listings.end(),
                                   [&](const auto *other) { return other->account() == listing->account(); });
    if (last && view != m_accounts.end() && view->state == AccountView::State::Asking) {
        view->state = AccountView::State::Listed;
        view->error.reset();
        view->when = m_clock.now();
    }
    // Saved instances in regions the service did not name.
    for (auto lane = m_lanes.keyBegin(); lane != m_lanes.keyEnd(); ++lane) {
        if (lane->account == listing->account() && m_lanes.constFind(*lane)->view.state == State::Waiting)
            queueNeeded(*lane);
    }
    touchRegions();
}

void Fleet::askForAbsent(const RegionKey &where, const RegionListing &listing)
{
    constexpr qsizetype idsPerCall = 30; // api.md 7.2
    QList<InstanceId> absent;
    const QSet<InstanceId> members = m_lanes.value(where).members;
    for (const InstanceId &id : members) {
        const auto entry = m_known.constFind({where.account, where.region, id});
        if (entry != m_known.constEnd() && !entry->known.gone && !listing.has(id))
            absent.append(id);
    }
    for (qsizetype from = 0; from < absent.size(); from += idsPerCall) {
        const QList<InstanceId> some = absent.mid(from, idsPerCall);
        m_clients(where.account, m_calls.get(),
                  [this, where, some](Result<std::shared_ptr<cloud::Client>> client) {
                      if (!client)
                          return;
                      const std::shared_ptr<cloud::Client> held = *std::move(client);
                      held->describeInstances(where.region, some, m_calls.get(),
                                              [this, where, some, held](const auto &answer) {
                                                  // No answer proves nothing.
                                                  if (answer)
                                                      onAbsent(where, some, answer->value);
                                              });
                  });
    }
}

void Fleet::onAbsent(const RegionKey &where, const QList<InstanceId> &asked, const QList<Instance> &found)
{
    QSet<InstanceId> missing(asked.begin(), asked.end());
    for (const Instance &instance : found) {
        if (!missing.remove(instance.id))
            continue;
        takeListed({where.account, where.region, instance.id}, instance);
    }
    for (const InstanceId &id : std::as_const(missing)) {
        const auto entry = m_known.find({where.account, where.region, id});
        if (entry == m_known.end())
            continue;
        entry->known.fromCache = false;
        setGone(*entry, true);
        touch(entry->known.key);
    }
}

} // namespace uplift::fleet
