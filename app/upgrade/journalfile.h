// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "upgrade/journal.h"
#include "upgrade/journaldatabase.h"

#include <QLockFile>
#include <QTemporaryDir>

#include <memory>

namespace uplift::upgrade {

/// The journal as files: its lock, its marker, what is set aside. Used in the journal's thread alone.
class JournalFile {
public:
    explicit JournalFile(JournalOptions options);
    ~JournalFile();

    [[nodiscard]] JournalState open();
    [[nodiscard]] Result<qint64> append(const QList<JournalRow> &rows);
    [[nodiscard]] Result<qint64> append(const BatchRow &row);
    [[nodiscard]] Outcome checkRoom() const;
    [[nodiscard]] Result<QList<JournaledStep>> openSteps();
    [[nodiscard]] Result<QList<JournaledStep>> steps(const JournalQuery &query);
    [[nodiscard]] Result<HistoryPage> history(const HistoryQuery &query);
    [[nodiscard]] Result<QList<JournaledBatch>> openBatches();
    [[nodiscard]] Result<QList<JournaledBatch>> batches(int limit);
    [[nodiscard]] Result<JournaledBatch> batch(const PlanId &id);
    [[nodiscard]] Result<QList<JournaledStep>> batchSteps(const PlanId &batch);
    [[nodiscard]] Outcome archive(const QString &path);
    [[nodiscard]] Result<QHash<QString, QDateTime>> lastVerified(); ///< by instance id, UTC
    [[nodiscard]] Result<ChainCheck> checkChain();
    void close();

private:
    [[nodiscard]] std::optional<Error> takeLock();
    [[nodiscard]] JournalState openForWriting();
    [[nodiscard]] JournalState openForViewing(const Error &reason);
    [[nodiscard]] JournalState opened(JournalState::Access access);
    [[nodiscard]] std::optional<Error> replaceDamaged(JournalState &state);
    [[nodiscard]] JournalDatabase::Trouble tryOpen(const QString &path, JournalDatabase::Mode mode);
    [[nodiscard]] Error unwritable(const QString &why) const;
    [[nodiscard]] Error vanished(const JournalBirth &birth) const;
    void noticeVanished(JournalState &state);
    void noticeUnreadable(JournalState &state);
    [[nodiscard]] bool isEmptyOrMissing() const;
    [[nodiscard]] bool isNoDatabase() const;
    [[nodiscard]] Error notOpen() const;

    JournalOptions m_options;
    QString m_folder;
    bool m_wal = true;
    JournalState::Access m_access = JournalState::Access::None;
    std::unique_ptr<QLockFile> m_lock;
    std::unique_ptr<QTemporaryDir> m_copy; ///< where a read-only place's journal is viewed
    std::unique_ptr<JournalDatabase> m_database;
};

} // namespace uplift::upgrade
