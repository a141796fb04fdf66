// SPDX-License-Identifier: GPL-3.0-or-later
#include "fleet/instancebook.h"

#include "cloud/endpoints.h"

#include <QCoreApplication>
#include <QPointer>
#include <QSet>

#include <algorithm>
#include <memory>

namespace uplift::fleet {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("uplift::fleet", text); }

/// One search through all regions: counts answers, gives one.
struct Search {
    Handler<RegionId> done;
    QStringList silent;
    qsizetype open = 0;
};

void conclude(const std::shared_ptr<Search> &search, const InstanceId &id)
{
    const Handler<RegionId> done = std::exchange(search->done, nullptr);
    if (!done)
        return;
    Error error =
        Error::of(Error::Kind::NotFound, tr("No region of this account has an instance %1.").arg(id.value),
                  tr("Check the id and the account."));
    if (!search->silent.isEmpty()) {
        error.message = tr("The regions that answered have no instance %1. These did not answer: %2.")
                            .arg(id.value, search->silent.join(QStringLiteral(", ")));
        error.next = tr("Try again later, or choose the region by hand.");
    }
    error.field = QStringLiteral("instanceId");
    done(failure(error));
}

} // namespace

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
    auto search = std::make_shared<Search>(Search{std::move(done), {}, 0});
    const QPointer<QObject> alive(context);
    m_clients(account, context, [search, id, alive](Result<std::shared_ptr<cloud::Client>> client) {
        if (!client)
            return std::exchange(search->done, nullptr)(failure(client.error()));
        const std::shared_ptr<cloud::Client> held = *client;
        held->describeRegions(alive, [search, id, alive, held](auto regions) {
            if (!regions)
                return std::exchange(search->done, nullptr)(failure(regions.error()));
            search->open = regions->value.size();
            if (search->open == 0)
                return conclude(search, id);
            for (const Region &region : regions->value) {
                held->describeInstances(region.id, {id}, alive, [search, id, region, held](auto found) {
                    if (!found)
                        search->silent.append(region.localName);
                    else if (!found->value.isEmpty() && search->done)
                        std::exchange(search->done, nullptr)(RegionId(region.id));
                    if (--search->open == 0)
                        conclude(search, id);
                });
            }
        });
    });
}

} // namespace uplift::fleet
