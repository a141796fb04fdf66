// SPDX-License-Identifier: GPL-3.0-or-later
// Upgrades on a journal of its own, against a practice cloud.
#pragma once

#include "cloud/network.h"
#include "upgrade/journal.h"
#include "upgrade/upgrades.h"

namespace uplift::upgrade::test {

/// The system's clock, moved on by hand.
class MovableClock : public Clock {
public:
    std::chrono::milliseconds shift{0};
    [[nodiscard]] QDateTime now() const override
    {
        return QDateTime::currentDateTimeUtc().addMSecs(shift.count());
    }
};

inline Intervals quickIntervals()
{
    using namespace std::chrono_literals;
    return {60ms, 900ms, 60ms, 120ms, 150ms, 2, 150ms, 5ms};
}

/// The service's own pace, fifty times as fast.
inline std::shared_ptr<cloud::Network> quickNetwork()
{
    cloud::NetworkOptions options;
    options.pacing = options.pacing.faster(50);
    return std::make_shared<cloud::Network>(options);
}

inline std::shared_ptr<cloud::Client> clientFor(const QString &origin, const QByteArray &keyId,
                                                const QByteArray &secret,
                                                const std::shared_ptr<cloud::Network> &network,
                                                const Clock &clock)
{
    ConnectionSettings settings;
    settings.endpoint = {EndpointRule::Kind::Custom, origin};
    AccessKey key;
    key.id = QString::fromLatin1(keyId);
    key.secret = SecretBytes(secret);
    return std::make_shared<cloud::Client>(network, settings, std::move(key), clock);
}

} // namespace uplift::upgrade::test
