// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/worker.h"
#include "fleet/knowninstance.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>
#include <optional>

namespace uplift::fleet {

class CacheDatabase;

struct FleetCacheOptions {
    QString path; ///< …/fleet-cache.sqlite, beside the journal
    int chunk = 250; ///< rows that come to the main thread at once
    std::chrono::milliseconds saveAfter{1'000}; ///< changes are written together after this long
};

/// The fleet as it was last seen, so that the next start shows it at once: a SQLite file with one compact row
/// per instance, no secret, readable by its owner alone, disposable. Owns the only thread that touches it.
/// A file that cannot be read, or of a later version, is set aside and begun anew.
class FleetCache : public QObject {
    Q_OBJECT
public:
    explicit FleetCache(FleetCacheOptions options, QObject *parent = nullptr);
    /// Writes what still waits.
    ~FleetCache() override;

    /// Opens the file and hands its rows out by loaded(); then loadFinished(), in any case. Once.
    void load();
    /// Keeps these, some time later. A later call for the same instance replaces an earlier one.
    void save(const QList<KnownInstance> &rows);
    void remove(const QList<InstanceKey> &keys);
    void removeAccount(const AccountId &account);
    /// Writes what waits now; `done` hears when it lies in the file. Error::Kind::Storage.
    void flush(QObject *context, Handler<void> done);

Q_SIGNALS:
    void loaded(const QList<uplift::fleet::KnownInstance> &rows);
    void loadFinished(int rows);
    /// Set aside, or not writable: a sentence for the user. Nothing else is affected.
    void noticed(const uplift::Error &notice);

private:
    void loadNext(int before);
    void write();
    [[nodiscard]] QList<KnownInstance> takeWaiting();

    FleetCacheOptions m_options;
    QHash<InstanceKey, KnownInstance> m_waiting;
    QTimer m_saving;
    std::shared_ptr<CacheDatabase> m_database; ///< used in the worker's thread alone
    Worker m_worker;
};

} // namespace uplift::fleet
