// SPDX-License-Identifier: GPL-3.0-or-later
#include "upgrade/backupbook.h"

#include <utility>

namespace uplift::upgrade {

BackupBook::BackupBook(cloud::ClientProvider clients, const Clock &clock, QObject *parent)
    : QObject(parent), m_clients(std::move(clients)), m_clock(clock)
{
}

void BackupBook::ask(const PreflightTarget &target, bool sharded)
{
    if (m_open.contains(target))
        return;
    m_open.insert(target);
    m_clients(target.account, this,
              [this, target, sharded](const Result<std::shared_ptr<cloud::Client>> &client) {
                  if (!client)
                      return end(target, failure(client.error()));
                  const auto done = [this, target](const Result<cloud::Answered<QList<Backup>>> &got) {
                      end(target, got);
                  };
                  // By the service's clock, which may be ahead of ours.
                  constexpr qint64 clocksDiffer = 600;
                  const QDateTime from = m_clock.now().addDays(-backupReach.count());
                  const QDateTime to = m_clock.now().addSecs(clocksDiffer);
                  if (sharded)
                      (*client)->describeClusterBackups(target.region, target.instance, from, to, this, done);
                  else
                      (*client)->describeBackups(target.region, target.instance, from, to, this, done);
              });
}

std::optional<QList<Backup>> BackupBook::backups(const PreflightTarget &target) const
{
    return m_told.value(target);
}

bool BackupBook::wasAsked(const PreflightTarget &target) const { return m_told.contains(target); }

void BackupBook::end(const PreflightTarget &target, const Result<cloud::Answered<QList<Backup>>> &got)
{
    m_open.remove(target);
    m_told.insert(target, got ? std::optional(got->value) : std::nullopt);
    Q_EMIT changed(target);
}

} // namespace uplift::upgrade
