// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/client.h"
#include "fleet/regionlisting.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <chrono>
#include <memory>
#include <optional>

namespace uplift::fleet {

/// May the lists of known regions still be read after DescribeRegions ended so? Yes when the service answered
/// without offering the call, as some private clouds; and from inside a VPC, where each region has a host of
/// its own and the one asked may be none that can be reached from there. Pure.
[[nodiscard]] bool maySkipRegions(const Error &error, EndpointRule::Kind rule);

/// One reading of an account's lists: DescribeRegions, then every region at once. Regions do not wait for one
/// another. Deleting it drops every answer under way.
class AccountListing : public QObject {
    Q_OBJECT
public:
    AccountListing(AccountId account, cloud::ClientProvider clients, QObject *parent = nullptr);

    /// Asks for the regions first; where maySkipRegions() says so, the `fallback` regions are read instead.
    void start(const QList<Region> &fallback);
    /// These regions alone.
    void startWith(const QList<Region> &regions);

    [[nodiscard]] const AccountId &account() const { return m_account; }
    [[nodiscard]] const RegionListing *listing(const RegionId &region) const; ///< nullptr: not read
    [[nodiscard]] bool isFinished() const { return m_finished; }

Q_SIGNALS:
    void clientKnown(bool customEndpoint);
    void regionsKnown(const QList<uplift::Region> &regions);
    /// Nothing of the account could be read.
    void failed(const uplift::Error &error);
    /// One page of a region came. `offset` is the server's clock minus ours.
    void pageCame(const uplift::RegionId &region, const QList<uplift::Instance> &instances,
                  std::optional<std::chrono::milliseconds> offset);
    void regionEnded(const uplift::RegionId &region);
    void finished();

private:
    void withClient(const std::function<void()> &next);
    void onRegions(Result<cloud::Answered<QList<Region>>> answer, const QList<Region> &fallback);
    void begin(const QList<Region> &regions);
    void askWaiting(const RegionId &region);
    void onPage(const RegionId &region, int page, const Result<cloud::Answered<cloud::InstancePage>> &answer);
    void fail(const Error &error);
    void finish();
    [[nodiscard]] QList<Instance> ofRegion(const RegionId &region, QList<Instance> instances) const;

    AccountId m_account;
    cloud::ClientProvider m_clients;
    std::shared_ptr<cloud::Client> m_client;
    QHash<RegionId, RegionListing> m_listings;
    QSet<RegionId> m_open; ///< regions that have not ended
    bool m_finished = false;
};

} // namespace uplift::fleet
