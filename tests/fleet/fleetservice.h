// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/client.h"
#include "cloud/network.h"
#include "support/faultserver.h"

#include <QJsonValue>
#include <QMap>

#include <functional>
#include <memory>
#include <mutex>

namespace uplift::test {

inline const AccountId anAccount{QStringLiteral("3f0c0b4e-0000-4000-8000-000000000001")};
inline const AccountId otherAccount{QStringLiteral("3f0c0b4e-0000-4000-8000-000000000002")};

/// A service with a fleet of its own on a FaultServer, whose regions misbehave as a test likes. Checks no
/// signature. Safe from any thread.
class FleetService {
public:
    /// Changes the reply to one request; runs in the connection's thread.
    using Twist = std::function<FaultReply(const SeenRequest &request, FaultReply reply)>;

    explicit FleetService(FaultServer::Transport transport = FaultServer::Transport::Plain);

    /// Adds `count` instances named after region and number.
    void fill(const QString &region, int count);
    void add(const QString &region, const QString &id, const QString &name);
    void remove(const QString &region, const QString &id);
    void setStatus(const QString &id, const QString &status);
    void setVersion(const QString &current);
    /// Of every DescribeInstances of one region.
    void twistList(const QString &region, Twist twist);
    /// Of every call of one action.
    void twist(const QString &action, Twist twist);
    /// Every reply comes this much later.
    void setDelay(std::chrono::milliseconds delay);

    [[nodiscard]] FaultServer &server() { return m_server; }
    [[nodiscard]] int calls(const QByteArray &action, const QByteArray &region = {}) const;
    [[nodiscard]] QStringList ids(const QString &region) const;
    /// A client of this service, made anew; calls are paced faster than the real ones would be.
    [[nodiscard]] std::shared_ptr<cloud::Client>
    client(const Clock &clock, std::chrono::milliseconds readDeadline = std::chrono::seconds(60));

private:
    struct Row {
        QString name;
        QString status = QStringLiteral("Normal");
    };
    template <class Work> auto lock(Work work) const
    {
        const std::lock_guard guard(m_mutex);
        return work();
    }
    FaultReply answer(const SeenRequest &request);
    FaultReply plainAnswer(const SeenRequest &request) const;
    [[nodiscard]] QByteArray regionsBody() const;
    [[nodiscard]] QByteArray listBody(const SeenRequest &request) const;
    [[nodiscard]] QByteArray attributeBody(const QString &id) const;
    [[nodiscard]] QByteArray versionBody() const;

    mutable std::mutex m_mutex;
    QMap<QString, QMap<QString, Row>> m_regions; ///< by id
    QMap<QString, Twist> m_lists;
    QMap<QString, Twist> m_twists;
    QString m_version = QStringLiteral("redis-5.0_0.5.7");
    std::chrono::milliseconds m_delay{0};
    int m_made = 0;
    FaultServer m_server; ///< last: its threads use the rest
};

/// An error body as the service writes them.
[[nodiscard]] FaultReply refusal(int status, const char *code, const char *message = "no");
/// `reply` with one field of its JSON body replaced.
[[nodiscard]] FaultReply withField(FaultReply reply, const QString &field, const QJsonValue &value);

} // namespace uplift::test
