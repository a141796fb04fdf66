// SPDX-License-Identifier: GPL-3.0-or-later
#include "fleet/accountlisting.h"

#include <QPointer>

#include <utility>

namespace uplift::fleet {

bool maySkipRegions(const Error &error, EndpointRule::Kind rule)
{
    using Kind = Error::Kind;
    const bool unreached = error.kind == Kind::Offline || error.kind == Kind::TimedOut;
    if (unreached)
        return rule == EndpointRule::Kind::Vpc;
    return error.kind == Kind::Rejected || error.kind == Kind::NotFound || error.kind == Kind::BadReply
        || error.kind == Kind::Server;
}

AccountListing::AccountListing(AccountId account, cloud::ClientProvider clients, QObject *parent)
    : QObject(parent), m_account(std::move(account)), m_clients(std::move(clients))
{
}

void AccountListing::withClient(const std::function<void()> &next)
{
    m_clients(m_account, this, [this, next](Result<std::shared_ptr<cloud::Client>> client) {
        if (!client)
            return fail(client.error());
        m_client = *std::move(client);
        Q_EMIT clientKnown(m_client->settings().endpoint.kind == EndpointRule::Kind::Custom);
        next();
    });
}

void AccountListing::start(const QList<Region> &fallback)
{
    withClient([this, fallback] {
        m_client->describeRegions(this,
                                  [this, fallback](auto answer) { onRegions(std::move(answer), fallback); });
    });
}

void AccountListing::startWith(const QList<Region> &regions)
{
    withClient([this, regions] { begin(regions); });
}

void AccountListing::onRegions(Result<cloud::Answered<QList<Region>>> answer, const QList<Region> &fallback)
{
    if (answer)
        return begin(answer->value);
    if (fallback.isEmpty() || !maySkipRegions(answer.error(), m_client->settings().endpoint.kind))
        return fail(answer.error());
    begin(fallback);
}

void AccountListing::begin(const QList<Region> &regions)
{
    QList<Region> different;
    for (const Region &region : regions) {
        if (region.id.isEmpty() || m_listings.contains(region.id))
            continue;
        m_listings.insert(region.id, RegionListing());
        m_open.insert(region.id);
        different.append(region);
    }
    Q_EMIT regionsKnown(different);
    for (const Region &region : std::as_const(different))
        askWaiting(region.id);
    if (m_open.isEmpty())
        finish();
}

void AccountListing::askWaiting(const RegionId &region)
{
    const QList<int> pages = m_listings[region].take();
    for (const int page : pages)
        m_client->describeInstancePage(
            region, page, RegionListing::pageSize, this,
            [this, region, page](const auto &answer) { onPage(region, page, answer); });
}

QList<Instance> AccountListing::ofRegion(const RegionId &region, QList<Instance> instances) const
{
    QList<Instance> own;
    own.reserve(instances.size());
    for (Instance &instance : instances) {
        // A service that lists all regions in each would show every instance many times.
        if (!instance.region.isEmpty() && instance.region != region && m_listings.contains(instance.region))
            continue;
        instance.region = region;
        own.append(std::move(instance));
    }
    return own;
}

void AccountListing::onPage(const RegionId &region, int page,
                            const Result<cloud::Answered<cloud::InstancePage>> &answer)
{
    RegionListing &listing = m_listings[region];
    if (answer) {
        const cloud::InstancePage &got = answer->value;
        QList<Instance> fresh = listing.onPage({page, got.pageSize, got.totalCount, got.instances});
        // The next pages are under way while these rows are put in their places.
        askWaiting(region);
        Q_EMIT pageCame(region, ofRegion(region, std::move(fresh)), answer->info.clockOffset);
    } else {
        listing.onFailure(answer.error());
        askWaiting(region);
    }
    if (listing.state() == RegionListing::State::Asking || !m_open.remove(region))
        return;
    Q_EMIT regionEnded(region);
    if (m_open.isEmpty())
        finish();
}

const RegionListing *AccountListing::listing(const RegionId &region) const
{
    const auto found = m_listings.constFind(region);
    return found == m_listings.constEnd() ? nullptr : &*found;
}

void AccountListing::fail(const Error &error)
{
    Q_EMIT failed(error);
    finish();
}

void AccountListing::finish()
{
    if (std::exchange(m_finished, true))
        return;
    Q_EMIT finished();
}

} // namespace uplift::fleet
