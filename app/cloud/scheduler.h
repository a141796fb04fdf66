// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/client.h"
#include "cloud/pacing.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <vector>

namespace uplift::cloud {

class Caller;
class Transport;

/// Whose calls share one quota.
struct BucketKey {
    QString account; ///< Scheduler::quotaOf()
    RegionId region;
    QString action;
    bool change = false; ///< it changes something: PacingRules::changes
    friend bool operator==(const BucketKey &, const BucketKey &) = default;
    friend size_t qHash(const BucketKey &key, size_t seed = 0)
    {
        return qHashMulti(seed, key.account, key.region.value, key.action, key.change);
    }
};

/// One call that wants to leave. For one that changes something, `urgency` and `again` mean nothing.
struct Turn {
    BucketKey bucket;
    QByteArray origin; ///< of the endpoint, as Transport counts
    Urgency urgency = Urgency::User;
    bool again = false; ///< it left before: it goes ahead of its like
    std::function<bool()> wanted; ///< empty: always
    std::function<void(Grant)> go; ///< puts it on the wire at once
    std::function<void(Error)> refuse; ///< it will not leave
};

/// The one place that decides when a call leaves (pitfalls A6, N7): a bucket per account, region and
/// operation, reads of people ahead of those of the background, and no more reads under way than Transport
/// has room for. Calls that change something leave as soon as their bucket allows, ahead of every read, and
/// wait for room in Transport, which makes it; they wait for their bucket as long as they must, and are never
/// repeated. A call nobody waits for any more is dropped. Lives in the network thread.
class Scheduler : public QObject {
public:
    Scheduler(Transport *transport, PacingRules rules, QObject *parent = nullptr);
    /// Refuses what still waits: Uplift is closing.
    ~Scheduler() override;

    /// Never calls back from within.
    void queue(Turn turn);
    /// The call of `grant` ended, whatever came, but for throttling.
    void onAnswered(const BucketKey &bucket, Grant grant);
    /// The call was throttled. When it may leave again, as far as can be told now.
    milliseconds onThrottled(const BucketKey &bucket, Grant grant, std::optional<milliseconds> retryAfter);
    /// A read was given up as throttled: the background reads waiting behind it would fare no better.
    void onGivenUp(const BucketKey &bucket, const Error &error);

    /// Whose quota a caller's calls use: that of the cloud account as far as it is known, which outlives
    /// every temporary key and is one for all keys of the account; else the key itself.
    [[nodiscard]] QString quotaOf(const Caller &caller) const;
    /// GetCallerIdentity told whose key this is.
    void learnAccount(const QString &keyId, const QString &account);

    [[nodiscard]] const PacingRules &rules() const { return m_rules; }
    [[nodiscard]] qsizetype waiting() const;
    [[nodiscard]] qsizetype buckets() const { return m_buckets.size(); }

private:
    struct Waiting {
        Turn turn;
        quint64 number = 0; ///< order of arrival
        milliseconds since{0};
    };
    using Line = std::deque<Waiting>;
    /// What waits for one bucket at one origin.
    struct Lines {
        Line user;
        Line background;
        [[nodiscard]] bool isEmpty() const { return user.empty() && background.empty(); }
    };
    using Lane = QHash<BucketKey, Lines>;

    Bucket &bucketOf(const BucketKey &key);
    void pump();
    void startChanges();
    bool startOne(Lane &lane);
    void wakeAt(milliseconds at);
    void sweep();
    void rest();
    void post();

    QPointer<Transport> m_transport;
    PacingRules m_rules;
    std::map<QByteArray, Lane> m_lanes; ///< reads, by origin
    QHash<BucketKey, Line> m_changes;
    QHash<BucketKey, std::shared_ptr<Bucket>> m_buckets;
    QHash<QString, QString> m_accounts; ///< by key id
    QTimer m_wake;
    QTimer m_sweep;
    quint64 m_arrived = 0;
    milliseconds m_wakeAt{0}; ///< the earliest moment a waiting call may leave; 0: none is known
    bool m_pumpPosted = false;
};

} // namespace uplift::cloud
