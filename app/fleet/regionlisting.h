// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/instance.h"

#include <QList>
#include <QSet>

#include <optional>

namespace uplift::fleet {

/// One answered page, as the listing needs it.
struct ListedPage {
    int page = 1;
    int pageSize = 0; ///< as the service says, else as asked
    int totalCount = -1; ///< -1: not told
    QList<Instance> instances;
};

/// Decides which pages of one region's list are still to be asked, and whether the list is whole. No clock,
/// no network.
///
/// Page 1 comes first; the others are asked together once the total is known, at most `ahead` beyond the last
/// page that held something, so that a made-up total costs little. A total that grows meanwhile asks for the
/// new pages. When all pages are there and hold fewer different ids than the total, entries moved between
/// pages: the pages are read once more. What is still short then leaves the list Partial. Without a total,
/// pages follow one another until one is not full. A failed page leaves the list Partial, or Failed when
/// nothing came at all.
class RegionListing {
public:
    enum class State { Asking, Complete, Partial, Failed };
    static constexpr int pageSize = 50; ///< the most the service gives (api.md 7.2)
    static constexpr int maxPages = 400; ///< 20,000 instances in one region: beyond that nothing is believed

    static constexpr int ahead = 64;

    /// Pages to ask now; each page is named once per round.
    [[nodiscard]] QList<int> take();
    /// Takes an answer in; the instances of the page that are new in this listing, or newer than before.
    [[nodiscard]] QList<Instance> onPage(const ListedPage &page);
    void onFailure(const Error &error);

    [[nodiscard]] State state() const;
    [[nodiscard]] bool has(const InstanceId &id) const { return m_seen.contains(id); }
    [[nodiscard]] int count() const { return static_cast<int>(m_seen.size()); } ///< different ids so far
    [[nodiscard]] int total() const { return m_total; } ///< the service's last word; -1: none
    [[nodiscard]] int calls() const { return m_calls; }
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; } ///< the first failure

private:
    void plan();
    void wantUpTo(int pages);
    void conclude();
    [[nodiscard]] int pagesOfTotal() const;

    QSet<InstanceId> m_seen;
    QList<int> m_waiting{1};
    std::optional<Error> m_error;
    int m_open = 0;
    int m_planned = 1; ///< highest page asked or waiting in this round
    int m_total = -1;
    int m_size = pageSize; ///< as the service counts pages
    int m_limit = maxPages; ///< highest page that is asked at all
    int m_reach = 0; ///< highest page that held an instance
    bool m_reachWasFull = false;
    int m_round = 1;
    int m_calls = 0;
    bool m_ended = false;
};

} // namespace uplift::fleet
