// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <vector>

namespace uplift::bench {

/// One endpoint and how many pages its list has.
struct BareRegion {
    quint16 port = 0;
    int pages = 0;
};

/// Reads the same list with nothing but sockets, in milliseconds: DescribeRegions at the first endpoint, then
/// page 1 of each, then the rest of each on at most `connections` of its connections. A thread for each of
/// them; replies are read to their end and thrown away. What this takes above the floor is the machine's and
/// the server's. Negative: something broke.
[[nodiscard]] double bareListing(const std::vector<BareRegion> &regions, int connections);

} // namespace uplift::bench
