// SPDX-License-Identifier: GPL-3.0-or-later
// A fleet of several accounts on one practice cloud, and faults that a seed decides.
#pragma once

#include "upgraderig.h"

#include "practice/practicecloud.h"
#include "upgrade/batch.h"

#include <QHash>

namespace uplift::upgrade::test {

/// The same number again for the same three: nothing of it depends on when a call comes.
[[nodiscard]] quint64 scattered(quint32 seed, const QString &action, int nth);

/// One call in `oneIn` of every operation goes wrong, each in one of the ways given.
[[nodiscard]] std::optional<practice::PlannedFault>
faultByChance(quint32 seed, const QString &action, int nth, int oneIn, std::chrono::milliseconds slowBy);
[[nodiscard]] QString faultName(practice::PlannedFault::Kind kind);

/// Three accounts, each with a key and a client of its own.
class BatchFleet {
public:
    /// `options`: regions, extraInstances, times. Keys and faults are set here.
    BatchFleet(practice::PracticeOptions options, const Clock &clock);

    [[nodiscard]] bool start(); ///< the cloud, and one look at every region
    [[nodiscard]] practice::PracticeCloud &cloud() { return *m_cloud; }
    [[nodiscard]] const QList<practice::PracticeKey> &keys() const { return m_keys; }
    [[nodiscard]] cloud::ClientProvider clients() const;

    /// From now on every operation's calls fail by this seed; none: they do not.
    void failBy(std::optional<quint32> seed, int oneIn = 10,
                std::chrono::milliseconds slowBy = std::chrono::milliseconds(200));
    /// How many calls went wrong, by kind of fault.
    [[nodiscard]] const QHash<QString, int> &faults() const { return m_faults; }

    /// The next `count` outdated instances that no plan has had, one account after the other.
    [[nodiscard]] QList<Candidate> take(int count);
    [[nodiscard]] qsizetype left() const { return m_outdated.size(); }
    [[nodiscard]] int regionCount() const;

    static QString accountName(qsizetype index) { return QStringLiteral("a-%1").arg(index + 1); }

private:
    [[nodiscard]] bool lookAround();

    QList<practice::PracticeKey> m_keys;
    std::optional<quint32> m_seed;
    int m_oneIn = 10;
    std::chrono::milliseconds m_slowBy{0};
    QHash<QString, int> m_faults;
    std::unique_ptr<practice::PracticeCloud> m_cloud;
    std::shared_ptr<cloud::Network> m_network;
    const Clock &m_clock;
    QHash<QString, std::shared_ptr<cloud::Client>> m_clients;
    QList<Instance> m_outdated;
    qsizetype m_taken = 0;
};

} // namespace uplift::upgrade::test
