// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/client.h"
#include "core/clock.h"
#include "core/worker.h"
#include "profiles/rolerule.h"

#include <QObject>

#include <memory>

namespace uplift::accounts {

/// A client that signs with a role's temporary key, which is in memory alone.
struct RoleClient {
    std::shared_ptr<cloud::Client> client;
    QDateTime expires; ///< UTC, by the service's clock
};

/// Renewed this long before the key expires (api.md 11).
inline constexpr int roleMarginSeconds = 300;

/// Assumes the roles of a chain one after the other, beginning with `base`. Deletes itself.
class RoleRun : public QObject {
    Q_OBJECT
public:
    RoleRun(std::shared_ptr<cloud::Network> network, std::shared_ptr<cloud::Client> base,
            QList<profiles::RoleRule> roles, const Clock &clock, Answer<RoleClient> answer, QObject *parent);
    void start() { next(); }

Q_SIGNALS:
    void roleRefused(const uplift::profiles::RoleRule &role); ///< before the answer

private:
    void next();
    void onAssumed(Result<cloud::Answered<AccessKey>> assumed);

    std::shared_ptr<cloud::Network> m_network;
    QList<profiles::RoleRule> m_roles;
    qsizetype m_at = 0;
    const Clock &m_clock;
    Answer<RoleClient> m_answer;
    RoleClient m_reached;
};

/// Is a role's key still good for a new call? `client` tells how far the service's clock is from ours.
[[nodiscard]] bool isRoleFresh(const QDateTime &expires, const cloud::Client &client, const QDateTime &now,
                               int marginSeconds = roleMarginSeconds);

} // namespace uplift::accounts
