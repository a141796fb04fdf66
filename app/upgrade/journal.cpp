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

/// Says a failure aloud as well, once its asker was told.
template <class T> Handler<T> Journal::heard(Handler<T> done)
{
    return [self = QPointer<Journal>(this), done = std::move(done)](Result<T> result) {
        const std::optional<Error> error = result ? std::nullopt : std::optional(result.error());
        done(std::move(result));
        if (self && error)
            Q_EMIT self->failed(*error);
    };
}

void Journal::checkChainAtStart()
{
    if (m_access == JournalState::Access::None)
        return;
    checkChain(this, [this](const Result<ChainCheck> &check) {
        if (!check)
            Q_EMIT noticed(check.error());
        else if (const auto notice = chainNotice(*check))
            Q_EMIT noticed(*notice);
    });
}

std::optional<Error> chainNotice(const ChainCheck &check)
{
    if (check.firstBroken)
        return Error::of(
            Error::Kind::Storage,
            Journal::tr("Row %1 of the journal was changed after it was written.").arg(*check.firstBroken),
            Journal::tr("Do not trust what the journal says from there on; look at the instances' own "
                        "versions and tasks."));
    if (check.missingFrom)
        return Error::of(
            Error::Kind::Storage,
            Journal::tr("The journal was cut off: its rows from %1 on are missing.").arg(*check.missingFrom),
            Journal::tr("What was done last is not in it; look at the instances' own versions and tasks."));
    return std::nullopt;
}

void Journal::append(const QList<JournalRow> &rows, QObject *context, Handler<qint64> done)
{
    m_worker.ask<qint64>([file = m_file, rows] { return file->append(rows); }, context,
                         heard(std::move(done)));
}

void Journal::checkRoom(QObject *context, Handler<void> done)
{
    m_worker.ask<void>([file = m_file] { return file->checkRoom(); }, context, heard(std::move(done)));
}

void Journal::openSteps(QObject *context, Handler<QList<JournaledStep>> done)
{
    m_worker.ask<QList<JournaledStep>>([file = m_file] { return file->openSteps(); }, context,
                                       heard(std::move(done)));
}

void Journal::steps(const JournalQuery &query, QObject *context, Handler<QList<JournaledStep>> done)
{
    m_worker.ask<QList<JournaledStep>>([file = m_file, query] { return file->steps(query); }, context,
                                       heard(std::move(done)));
}

void Journal::history(const HistoryQuery &query, QObject *context, Handler<HistoryPage> done)
{
    m_worker.ask<HistoryPage>([file = m_file, query] { return file->history(query); }, context,
                              heard(std::move(done)));
}

void Journal::append(const BatchRow &row, QObject *context, Handler<qint64> done)
{
    m_worker.ask<qint64>([file = m_file, row] { return file->append(row); }, context, heard(std::move(done)));
}

void Journal::openBatches(QObject *context, Handler<QList<JournaledBatch>> done)
{
    m_worker.ask<QList<JournaledBatch>>([file = m_file] { return file->openBatches(); }, context,
                                        heard(std::move(done)));
}

void Journal::batches(int limit, QObject *context, Handler<QList<JournaledBatch>> done)
{
    m_worker.ask<QList<JournaledBatch>>([file = m_file, limit] { return file->batches(limit); }, context,
                                        heard(std::move(done)));
}

void Journal::batch(const PlanId &id, QObject *context, Handler<JournaledBatch> done)
{
    m_worker.ask<JournaledBatch>([file = m_file, id] { return file->batch(id); }, context,
                                 heard(std::move(done)));
}

void Journal::batchSteps(const PlanId &batch, QObject *context, Handler<QList<JournaledStep>> done)
{
    m_worker.ask<QList<JournaledStep>>([file = m_file, batch] { return file->batchSteps(batch); }, context,
                                       heard(std::move(done)));
}

void Journal::archive(const QString &path, QObject *context, Handler<void> done)
{
    m_worker.ask<void>([file = m_file, path] { return file->archive(path); }, context,
                       heard(std::move(done)));
}

void Journal::lastVerified(QObject *context, Handler<QHash<QString, QDateTime>> done)
{
    m_worker.ask<QHash<QString, QDateTime>>([file = m_file] { return file->lastVerified(); }, context,
                                            heard(std::move(done)));
}

void Journal::checkChain(QObject *context, Handler<ChainCheck> done)
{
    m_worker.ask<ChainCheck>([file = m_file] { return file->checkChain(); }, context, heard(std::move(done)));
}

} // namespace uplift::upgrade
