// SPDX-License-Identifier: GPL-3.0-or-later
#include "upgrade/journal.h"

#include "upgrade/journalfile.h"

#include <QPointer>
#include <QThread>
#include <QTimer>

namespace uplift::upgrade {

Journal::Journal(JournalOptions options, QObject *parent)
    : QObject(parent), m_chainCheckAfter(options.chainCheckAfter),
      m_file(std::make_shared<JournalFile>(std::move(options))), m_worker(QStringLiteral("journal"))
{
    // A connection is closed in the thread that made it, whatever jobs are dropped at the end.
    QObject::connect(
        m_worker.thread(), &QThread::finished, m_worker.object(), [file = m_file] { file->close(); },
        Qt::DirectConnection);
}

Journal::~Journal() = default;

void Journal::open(QObject *context, Handler<JournalState> done)
{
    QPointer<Journal> self(this);
    m_worker.ask<JournalState>([file = m_file]() -> Result<JournalState> { return file->open(); }, context,
                               [self, done = std::move(done)](Result<JournalState> state) {
                                   if (self && state) {
                                       self->m_access = state->access;
                                       self->m_reason = state->reason;
                                       QTimer::singleShot(self->m_chainCheckAfter, self,
                                                          &Journal::checkChainAtStart);
                                   }
                                   done(std::move(state));
                               });
}

void Journal::checkChainAtStart()
{
    if (m_access == JournalState::Access::None)
        return;
    checkChain(this, [this](const Result<ChainCheck> &check) {
        if (check && !check->firstBroken)
            return;
        if (!check) {
            Q_EMIT noticed(check.error());
            return;
        }
        Q_EMIT noticed(
            Error::of(Error::Kind::Storage,
                      tr("Row %1 of the journal was changed after it was written.").arg(*check->firstBroken),
                      tr("Do not trust what the journal says from there on; look at the instances' own "
                         "versions and tasks.")));
    });
}

void Journal::append(const QList<JournalRow> &rows, QObject *context, Handler<qint64> done)
{
    m_worker.ask<qint64>([file = m_file, rows] { return file->append(rows); }, context, std::move(done));
}

void Journal::checkRoom(QObject *context, Handler<void> done)
{
    m_worker.ask<void>([file = m_file] { return file->checkRoom(); }, context, std::move(done));
}

void Journal::openSteps(QObject *context, Handler<QList<JournaledStep>> done)
{
    m_worker.ask<QList<JournaledStep>>([file = m_file] { return file->openSteps(); }, context,
                                       std::move(done));
}

void Journal::steps(const JournalQuery &query, QObject *context, Handler<QList<JournaledStep>> done)
{
    m_worker.ask<QList<JournaledStep>>([file = m_file, query] { return file->steps(query); }, context,
                                       std::move(done));
}

void Journal::lastVerified(QObject *context, Handler<QHash<QString, QDateTime>> done)
{
    m_worker.ask<QHash<QString, QDateTime>>([file = m_file] { return file->lastVerified(); }, context,
                                            std::move(done));
}

void Journal::checkChain(QObject *context, Handler<ChainCheck> done)
{
    m_worker.ask<ChainCheck>([file = m_file] { return file->checkChain(); }, context, std::move(done));
}

} // namespace uplift::upgrade
