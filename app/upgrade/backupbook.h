// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "upgrade/preflightfacts.h"

#include <QHash>
#include <QObject>
#include <QSet>

namespace uplift::upgrade {

/// When the newest full backup that counts was begun, UTC: a success that has not expired. Of shards the one
/// whose newest is oldest. Invalid: there is none. Pure.
[[nodiscard]] QDateTime newestBackup(const QList<Backup> &backups, const QDateTime &now);

/// The backups of many instances, as the service told them when they were asked about. Lives in the main
/// thread.
class BackupBook : public QObject {
    Q_OBJECT
public:
    BackupBook(cloud::ClientProvider clients, const Clock &clock, QObject *parent = nullptr);

    /// Asks for the backups of the last backupReach, unless that is under way. `sharded`: see
    /// hasShardedBackups().
    void ask(const PreflightTarget &target, bool sharded);
    /// Nothing: not asked yet, or the last question had no answer.
    [[nodiscard]] std::optional<QList<Backup>> backups(const PreflightTarget &target) const;
    [[nodiscard]] bool wasAsked(const PreflightTarget &target) const; ///< answered or not
    [[nodiscard]] int asking() const { return static_cast<int>(m_open.size()); } ///< under way

Q_SIGNALS:
    void changed(const uplift::upgrade::PreflightTarget &target); ///< a question ended

private:
    void end(const PreflightTarget &target, const Result<cloud::Answered<QList<Backup>>> &got);

    cloud::ClientProvider m_clients;
    const Clock &m_clock;
    QSet<PreflightTarget> m_open;
    QHash<PreflightTarget, std::optional<QList<Backup>>> m_told;
};

} // namespace uplift::upgrade
