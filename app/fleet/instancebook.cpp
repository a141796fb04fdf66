// SPDX-License-Identifier: GPL-3.0-or-later
#include "fleet/instancebook.h"

#include "fleet/regionsearch.h"

#include <QSet>

#include <algorithm>

namespace uplift::fleet {

InstanceBook::InstanceBook(cloud::ClientProvider clients, const Clock &clock, QObject *parent)
    : QObject(parent), m_clients(std::move(clients)), m_clock(clock)
{
}

void InstanceBook::setWanted(const QList<InstanceKey> &keys)
{
    const QSet<InstanceKey> wanted(keys.begin(), keys.end());
    m_known.removeIf([&](auto entry) { return !wanted.contains(entry.key()); });
    for (const InstanceKey &key : keys)
        want(key);
    Q_EMIT askingChanged();
}

void InstanceBook::want(const InstanceKey &key)
{
    if (m_known.contains(key))
        return;
    m_known[key].known.key = key;
    refresh(key);
}

void InstanceBook::refresh(const InstanceKey &key)
{
    const auto entry = m_known.find(key);
    if (entry != m_known.end())
        ask(*entry);
}

void InstanceBook::refreshAll()
{
    for (Entry &entry : m_known)
        ask(entry);
}

void InstanceBook::stop()
{
    for (Entry &entry : m_known) {
        ++entry.question;
        entry.open = 0;
        entry.known.asking = false;
    }
    Q_EMIT askingChanged();
}

const KnownInstance *InstanceBook::find(const InstanceKey &key) const
{
    const auto entry = m_known.constFind(key);
    return entry == m_known.constEnd() ? nullptr : &entry->known;
}

int InstanceBook::asking() const
{
    return static_cast<int>(
        std::count_if(m_known.begin(), m_known.end(), [](const Entry &entry) { return entry.known.asking; }));
}

void InstanceBook::ask(Entry &entry)
{
    const InstanceKey key = entry.known.key;
    const int question = ++entry.question;
    entry.known.asking = true;
    entry.failure.reset();
    entry.open = 2;
    Q_EMIT askingChanged();
    m_clients(key.account, this, [this, key, question](Result<std::shared_ptr<cloud::Client>> client) {
        if (!client)
            return onFailed(key, question, client.error());
        const std::shared_ptr<cloud::Client> held = *client;
        // Each answer keeps the client alive until it came.
        held->describeInstance(key.region, key.instance, this, [this, key, question, held](auto answer) {
            onInstance(key, question, answer);
        });
        held->describeEngineVersion(key.region, key.instance, this, [this, key, question, held](auto answer) {
            onVersion(key, question, answer);
        });
    });
}

InstanceBook::Entry *InstanceBook::current(const InstanceKey &key, int question)
{
    const auto entry = m_known.find(key);
    return entry != m_known.end() && entry->question == question ? &*entry : nullptr;
}

void InstanceBook::onFailed(const InstanceKey &key, int question, const Error &error)
{
    if (Entry *entry = current(key, question)) {
        entry->open = 1;
        settle(*entry, error);
    }
}

void InstanceBook::onInstance(const InstanceKey &key, int question,
                              const Result<cloud::Answered<Instance>> &answer)
{
    Entry *entry = current(key, question);
    if (!entry)
        return;
    if (answer) {
        entry->known.facts = answer->value;
        entry->known.gone = false;
        if (answer->info.clockOffset)
            entry->known.clockOffset = answer->info.clockOffset;
    } else if (answer.error().kind == Error::Kind::NotFound) {
        entry->known.gone = true;
    }
    settle(*entry, answer ? std::nullopt : std::optional(answer.error()));
}

void InstanceBook::onVersion(const InstanceKey &key, int question,
                             const Result<cloud::Answered<EngineVersion>> &answer)
{
    Entry *entry = current(key, question);
    if (!entry)
        return;
    if (answer)
        entry->known.version = answer->value;
    settle(*entry, answer ? std::nullopt : std::optional(answer.error()));
}

void InstanceBook::settle(Entry &entry, const std::optional<Error> &error)
{
    // The first reason is the one to show: the second call mostly fails for the same cause.
    if (error && !entry.failure)
        entry.failure = error;
    if (--entry.open == 0) {
        entry.known.asking = false;
        entry.known.error = entry.failure;
        if (!entry.failure)
            entry.known.asked = m_clock.now();
        Q_EMIT askingChanged();
    }
    Q_EMIT changed(entry.known.key);
}

void InstanceBook::lookInAllRegions(const AccountId &account, const InstanceId &id, QObject *context,
                                    Handler<RegionId> done)
{
    findInAllRegions(m_clients, account, id, context, std::move(done));
}

} // namespace uplift::fleet
