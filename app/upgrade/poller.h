// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/client.h"
#include "core/clock.h"
#include "upgrade/observation.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <memory>

namespace uplift::upgrade {

/// What one step wants to know of the service.
struct Question {
    enum class Version {
        Always,
        WhenSettled, ///< only when status and task show nothing at work: then it decides
        Never ///< status and task are enough this time
    };
    AccountId account;
    RegionId region;
    Baseline baseline;
    Version version = Version::Always;
};

struct PollAnswer {
    Observation seen;
    std::optional<Error> partly; ///< the version or the tasks could not be read; the rest was
};

/// Asks for what open steps want to know. Those of one account and region that ask in the same moment share
/// one DescribeInstances and one DescribeHistoryTasks for 30 of them; versions are asked one by one, and only
/// as far as wanted. Reads only. An instance that is missing in the list is asked for by itself before it is
/// called unknown. Backups and settings are asked about in their own ways. Lives in the main thread.
class Poller : public QObject {
public:
    Poller(cloud::ClientProvider clients, const Clock &clock, QObject *parent = nullptr);

    /// `done` runs once, unless `context` or this object goes first. An instance the service does not know is
    /// an answer, not an error.
    void ask(const Question &question, QObject *context, Handler<PollAnswer> done);

    /// The most instances one call asks about (api.md 7.2, 9.2).
    static constexpr int perCall = 30;

private:
    struct Waiting {
        Question question;
        QPointer<QObject> context;
        Handler<PollAnswer> done;
    };
    struct GroupKey {
        AccountId account;
        RegionId region;
        friend bool operator==(const GroupKey &, const GroupKey &) = default;
        friend size_t qHash(const GroupKey &key, size_t seed = 0)
        {
            return qHashMulti(seed, key.account, key.region);
        }
    };
    class Chunk;

    void flush();
    void askGroup(const std::shared_ptr<cloud::Client> &client, QList<Waiting> group);

    cloud::ClientProvider m_clients;
    const Clock &m_clock;
    QHash<GroupKey, QList<Waiting>> m_waiting;
    QTimer m_soon;
};

/// Asks about a step that is neither of kernel nor of proxy: a backup, or a setting that is read back.
void askByItself(const std::shared_ptr<cloud::Client> &client, const Question &question, const Clock &clock,
                 QObject *context, Handler<PollAnswer> done);

/// The service's clock minus ours, as far as it was measured. Whatever the service is asked by time, or is
/// compared with its times, goes by its clock: ours may be hours off.
[[nodiscard]] std::chrono::milliseconds offsetOf(const cloud::Client &client);

/// Does this refusal mean that the service does not know the instance? InvalidAction.NotFound and the like
/// speak of the endpoint.
[[nodiscard]] bool meansInstanceNotFound(const Error &error);

} // namespace uplift::upgrade
