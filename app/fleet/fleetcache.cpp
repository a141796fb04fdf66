// SPDX-License-Identifier: GPL-3.0-or-later
#include "fleet/fleetcache.h"

#include "fleet/cachedatabase.h"

#include <QThread>

#include <utility>

namespace uplift::fleet {

FleetCache::FleetCache(FleetCacheOptions options, QObject *parent)
    : QObject(parent), m_options(std::move(options)),
      m_database(std::make_shared<CacheDatabase>(m_options.path)), m_worker(QStringLiteral("fleet cache"))
{
    m_saving.setSingleShot(true);
    connect(&m_saving, &QTimer::timeout, this, &FleetCache::write);
}

FleetCache::~FleetCache()
{
    // The worker drops jobs that have not begun, so the last ones are done as its thread ends. A connection
    // is closed in the thread that made it.
    QObject::connect(
        m_worker.thread(), &QThread::finished, m_worker.object(),
        [database = m_database, rows = takeWaiting()] {
            if (!rows.isEmpty())
                (void)database->save(rows);
            database->close();
        },
        Qt::DirectConnection);
}

void FleetCache::load()
{
    m_worker.ask<std::optional<Error>>(
        [database = m_database]() -> Result<std::optional<Error>> { return database->open(); }, this,
        [this](const Result<std::optional<Error>> &notice) {
            if (*notice)
                Q_EMIT noticed(**notice);
            loadNext(0);
        });
}

void FleetCache::loadNext(int before)
{
    // One chunk is asked for after the other, so that the main thread does other work between them.
    m_worker.ask<QList<KnownInstance>>(
        [database = m_database, chunk = m_options.chunk] { return database->readNext(chunk); }, this,
        [this, before](const Result<QList<KnownInstance>> &rows) {
            if (!rows) {
                Q_EMIT noticed(rows.error());
                Q_EMIT loadFinished(before);
                return;
            }
            const int total = before + static_cast<int>(rows->size());
            if (rows->isEmpty()) {
                Q_EMIT loadFinished(total);
                return;
            }
            Q_EMIT loaded(*rows);
            loadNext(total);
        });
}

void FleetCache::save(const QList<KnownInstance> &rows)
{
    for (const KnownInstance &row : rows)
        m_waiting.insert(row.key, row);
    if (!m_waiting.isEmpty() && !m_saving.isActive())
        m_saving.start(m_options.saveAfter);
}

QList<KnownInstance> FleetCache::takeWaiting()
{
    m_saving.stop();
    const QHash<InstanceKey, KnownInstance> waiting = std::exchange(m_waiting, {});
    return waiting.values();
}

void FleetCache::write()
{
    const QList<KnownInstance> rows = takeWaiting();
    if (!rows.isEmpty())
        m_worker.post([database = m_database, rows] { (void)database->save(rows); });
}

void FleetCache::remove(const QList<InstanceKey> &keys)
{
    for (const InstanceKey &key : keys)
        m_waiting.remove(key);
    m_worker.post([database = m_database, keys] { (void)database->remove(keys); });
}

void FleetCache::removeAccount(const AccountId &account)
{
    m_waiting.removeIf([&](auto row) { return row.key().account == account; });
    m_worker.post([database = m_database, account] { (void)database->removeAccount(account); });
}

void FleetCache::flush(QObject *context, Handler<void> done)
{
    m_worker.ask<void>(
        [database = m_database, rows = takeWaiting()]() -> Outcome {
            if (database->save(rows))
                return {};
            return failure(
                Error::of(Error::Kind::Storage, FleetCache::tr("The list of instances was not kept.")));
        },
        context, std::move(done));
}

} // namespace uplift::fleet
