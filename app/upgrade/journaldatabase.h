// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "upgrade/journal.h"
#include "upgrade/journalplace.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>

namespace uplift::upgrade {

/// One SQLite connection to the journal, used in the thread that made it. Every statement is checked
/// (pitfalls J2).
class JournalDatabase {
public:
    enum class Mode { Write, Read };
    /// One row of the table.
    struct RawRow {
        qint64 seq = 0;
        QString step;
        QString instance; ///< empty: a row of a batch
        QString state;
        qint64 atMs = 0;
        QString nonce;
        QByteArray data;
    };
    enum class Trouble {
        None,
        Damaged, ///< not a database, or its structure is broken
        Foreign, ///< a database, but not a journal of ours
        Newer, ///< of a later version of Uplift
        Unwritable ///< cannot be opened or written here
    };

    explicit JournalDatabase(std::shared_ptr<std::atomic<int>> failAfter);
    ~JournalDatabase();
    JournalDatabase(const JournalDatabase &) = delete;
    JournalDatabase &operator=(const JournalDatabase &) = delete;

    /// Opens, sets and reads back the pragmas, checks the structure, makes the tables of a new one
    /// (Mode::Write).
    [[nodiscard]] Trouble open(const QString &path, Mode mode, bool wal, const JournalBirth &newBirth);
    [[nodiscard]] QString lastError() const { return m_lastError; } ///< English, SQLite's own words
    [[nodiscard]] std::optional<JournalBirth> birth() const { return m_birth; }

    [[nodiscard]] Result<qint64> append(const QList<JournalRow> &rows);
    [[nodiscard]] Result<qint64> append(const BatchRow &row);
    /// A whole copy under a name that does not exist yet; its chain is checked before this says yes.
    [[nodiscard]] Outcome copyInto(const QString &path);
    [[nodiscard]] Result<QList<JournaledStep>> openSteps();
    [[nodiscard]] Result<QList<JournaledStep>> steps(const JournalQuery &query);
    [[nodiscard]] Result<QList<JournaledStep>> batchSteps(const PlanId &batch);
    [[nodiscard]] Result<QList<JournaledBatch>> openBatches();
    /// Why the plan of each open batch cannot be read that openBatches() therefore leaves out; by its id.
    [[nodiscard]] QHash<QString, Error> unreadableBatches();
    [[nodiscard]] Result<QList<JournaledBatch>> batches(int limit); ///< newest first
    [[nodiscard]] Result<JournaledBatch> batch(const PlanId &id);
    [[nodiscard]] Result<HistoryPage> history(const HistoryQuery &query);
    [[nodiscard]] Result<QHash<QString, QDateTime>> lastVerified(); ///< by instance id, UTC
    [[nodiscard]] QDateTime lastRowAt(); ///< UTC; invalid: there is none
    [[nodiscard]] Result<ChainCheck> checkChain();
    [[nodiscard]] qint64 rowCount();
    /// Instances with an open step, as far as a damaged file still tells.
    [[nodiscard]] QStringList openInstancesIfReadable();

private:
    [[nodiscard]] std::optional<QSqlQuery> run(const QString &sql, const QVariantList &values = {});
    [[nodiscard]] std::optional<QVariant> value(const QString &sql, const QVariantList &values = {});
    [[nodiscard]] Trouble setPragmas(Mode mode, bool wal);
    [[nodiscard]] Trouble checkStructure();
    [[nodiscard]] Trouble prepareTables(Mode mode, const JournalBirth &newBirth);
    [[nodiscard]] Trouble readBirth();
    [[nodiscard]] Trouble troubleNow() const;
    [[nodiscard]] Error storageError() const;
    /// Runs `add` between BEGIN IMMEDIATE and COMMIT; it gets the next sequence number and the hash before.
    [[nodiscard]] Result<qint64> appendAll(const std::function<Outcome(qint64 &seq, QByteArray &hash)> &add);
    [[nodiscard]] Outcome appendRow(const JournalRow &row, qint64 seq, QByteArray &hash);
    [[nodiscard]] Outcome appendBatchRow(const BatchRow &row, qint64 seq, QByteArray &hash);
    /// BatchRow::attempts; `seq` becomes that of the last one added.
    [[nodiscard]] Outcome appendEnded(const QList<JournalRow> &rows, qint64 &seq, QByteArray &hash);
    [[nodiscard]] static RawRow rawOf(const JournalRow &row, qint64 seq);
    /// One row as its columns hold it; `hash` becomes its own.
    [[nodiscard]] Outcome insertRow(const RawRow &row, QByteArray &hash);
    [[nodiscard]] Outcome copyAside(int version); ///< before a migration
    [[nodiscard]] Outcome checkTransition(const JournalRow &row);
    [[nodiscard]] Outcome keepOpenIndex(const JournalRow &row);
    [[nodiscard]] QByteArray seedHash() const;
    /// The first row that is missing at the end of a whole chain of `rows` rows; nothing: none is.
    [[nodiscard]] std::optional<qint64> missingAfter(qint64 rows, const QByteArray &hash);
    [[nodiscard]] Result<QList<JournaledStep>> read(const QString &sql, const QVariantList &values);
    [[nodiscard]] Result<QList<JournaledBatch>> readBatches(const QString &sql, const QVariantList &values);

    QString m_name;
    QSqlDatabase m_database;
    std::optional<JournalBirth> m_birth;
    std::shared_ptr<std::atomic<int>> m_failAfter;
    QString m_lastError;
    int m_lastCode = 0; ///< SQLite's extended result code
};

} // namespace uplift::upgrade
