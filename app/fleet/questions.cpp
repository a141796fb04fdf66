// SPDX-License-Identifier: GPL-3.0-or-later
#include "fleet/questions.h"

namespace uplift::fleet {

namespace {

bool isWithin(const QDateTime &when, const QDateTime &now, std::chrono::milliseconds time)
{
    // What lies ahead of our clock was noted before the clock was set back: it says nothing.
    return when.isValid() && when <= now && when.addMSecs(time.count()) > now;
}

} // namespace

Need needNow(const KnownInstance &known, const Tried &tried, bool close, const QDateTime &now,
             const FleetOptions &options)
{
    Need need;
    if (known.gone)
        return need;
    need.version = (tried.versionDoubtful || !isWithin(known.versionAsked, now, options.versionFresh))
        && !isWithin(tried.version, now, options.retryAfter);
    need.details = close && !isWithin(known.detailsAsked, now, options.detailsFresh)
        && !isWithin(tried.details, now, options.retryAfter);
    return need;
}

bool concernsAll(Error::Kind kind)
{
    using Kind = Error::Kind;
    switch (kind) {
    case Kind::Offline:
    case Kind::TimedOut:
    case Kind::Tls:
    case Kind::Proxy:
    case Kind::Denied:
    case Kind::Keychain:
        return true;
    default:
        return false;
    }
}

} // namespace uplift::fleet
