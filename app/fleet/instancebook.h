// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/client.h"
#include "core/clock.h"
#include "fleet/knowninstance.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <optional>

namespace uplift::fleet {

/// Holds what the service said of the instances somebody wants to see, and asks for it:
/// DescribeInstanceAttribute and DescribeEngineVersion each. Lives in the main thread.
class InstanceBook : public QObject {
    Q_OBJECT
public:
    InstanceBook(cloud::ClientProvider clients, const Clock &clock, QObject *parent = nullptr);

    /// Exactly these from now on: new ones are asked for, the others forgotten.
    void setWanted(const QList<InstanceKey> &keys);
    /// One more, asked for when it is new.
    void want(const InstanceKey &key);
    void refresh(const InstanceKey &key);
    void refreshAll();
    /// Drops the answers under way for all; what is known stays.
    void stop();
    [[nodiscard]] const KnownInstance *find(const InstanceKey &key) const; ///< nullptr: not wanted
    [[nodiscard]] int asking() const; ///< instances without their answer yet
    [[nodiscard]] int wanted() const { return static_cast<int>(m_known.size()); }

    /// Asks every region for the id, one answer: the region that knows it, or Error::Kind::NotFound.
    /// Regions that did not answer are named in the error.
    void lookInAllRegions(const AccountId &account, const InstanceId &id, QObject *context,
                          Handler<RegionId> done);

Q_SIGNALS:
    void changed(const uplift::fleet::InstanceKey &key);
    void askingChanged();

private:
    struct Entry {
        KnownInstance known;
        int question = 0; ///< answers to older questions are dropped
        int open = 0; ///< calls without an answer
        std::optional<Error> failure; ///< of the present question
    };
    void ask(Entry &entry);
    void onFailed(const InstanceKey &key, int question, const Error &error);
    void onInstance(const InstanceKey &key, int question, const Result<cloud::Answered<Instance>> &answer);
    void onVersion(const InstanceKey &key, int question,
                   const Result<cloud::Answered<EngineVersion>> &answer);
    void settle(Entry &entry, const std::optional<Error> &error);
    Entry *current(const InstanceKey &key, int question);

    cloud::ClientProvider m_clients;
    const Clock &m_clock;
    QHash<InstanceKey, Entry> m_known;
};

} // namespace uplift::fleet
