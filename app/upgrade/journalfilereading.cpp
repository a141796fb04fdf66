// SPDX-License-Identifier: GPL-3.0-or-later
// The reading half of JournalFile, and its end: the archive.
#include "upgrade/journalfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace uplift::upgrade {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("uplift::upgrade", text); }

} // namespace

Result<QList<JournaledStep>> JournalFile::openSteps()
{
    if (!m_database)
        return failure(notOpen());
    return m_database->openSteps();
}

Result<QList<JournaledStep>> JournalFile::steps(const JournalQuery &query)
{
    if (!m_database)
        return failure(notOpen());
    return m_database->steps(query);
}

Result<HistoryPage> JournalFile::history(const HistoryQuery &query)
{
    if (!m_database)
        return failure(notOpen());
    return m_database->history(query);
}

Result<QList<JournaledBatch>> JournalFile::openBatches()
{
    if (!m_database)
        return failure(notOpen());
    return m_database->openBatches();
}

Result<QList<JournaledBatch>> JournalFile::batches(int limit)
{
    if (!m_database)
        return failure(notOpen());
    return m_database->batches(limit);
}

Result<JournaledBatch> JournalFile::batch(const PlanId &id)
{
    if (!m_database)
        return failure(notOpen());
    return m_database->batch(id);
}

Result<QList<JournaledStep>> JournalFile::batchSteps(const PlanId &batch)
{
    if (!m_database)
        return failure(notOpen());
    return m_database->batchSteps(batch);
}

Result<QHash<QString, QDateTime>> JournalFile::lastVerified()
{
    if (!m_database)
        return failure(notOpen());
    return m_database->lastVerified();
}

Result<ChainCheck> JournalFile::checkChain()
{
    if (!m_database)
        return failure(notOpen());
    return m_database->checkChain();
}

Outcome JournalFile::archive(const QString &path)
{
    if (!m_database || m_access != JournalState::Access::Writable)
        return failure(notOpen());
    const auto open = m_database->openSteps();
    const auto batches = m_database->openBatches();
    if (!open || !batches)
        return failure(open ? batches.error() : open.error());
    if (!open->isEmpty() || !batches->isEmpty())
        return failure(Error::of(Error::Kind::Conflict,
                                 tr("The journal cannot be archived while an upgrade or a batch is open."),
                                 tr("See In progress; archive it when all have ended.")));
    const QString name = QDir::toNativeSeparators(path);
    if (QFileInfo::exists(path))
        return failure(Error::input(QStringLiteral("archive"), tr("The file %1 exists already.").arg(name),
                                    tr("Choose another name; nothing is written over.")));
    if (auto copied = m_database->copyInto(path); !copied)
        return copied;
    // The copy is whole before anything of the old one goes.
    m_database.reset();
    for (const char *end : {"", "-wal", "-shm"})
        QFile::remove(m_options.path + QLatin1String(end));
    QFile::remove(m_options.markerPath);
    const JournalState state = openForWriting();
    m_access = state.access;
    if (state.access != JournalState::Access::Writable)
        return failure(state.reason.value_or(notOpen()));
    return {};
}

} // namespace uplift::upgrade
