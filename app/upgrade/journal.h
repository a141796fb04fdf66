// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/worker.h"
#include "upgrade/journalrow.h"

#include <QDateTime>
#include <QHash>
#include <QObject>

#include <atomic>
#include <chrono>
#include <memory>
#include <optional>

namespace uplift::upgrade {

class JournalFile;

struct JournalOptions {
    QString path; ///< …/journal.sqlite; its lock lies beside it
    /// Says that a journal was born; beside the workspace file. Empty: journal.born beside the journal.
    QString markerPath;
    qint64 minimumFree = 50LL * 1024 * 1024; ///< bytes below which no step is begun (pitfalls J5)
    std::optional<bool> networkFileSystem; ///< for tests; otherwise asked of the system
    /// The chain of hashes is read this long after the start, so that the open steps come first.
    std::chrono::milliseconds chainCheckAfter{1'500};
    /// For fault sweeps: when set, counts down with each checked statement, and the one that reaches zero
    /// fails.
    std::shared_ptr<std::atomic<int>> failAfter;
};

/// How the journal was found at start.
struct JournalState {
    enum class Access {
        Writable,
        ViewOnly, ///< readable; another window or a read-only place keeps us from writing: no upgrade
        None ///< not even readable
    };
    Access access = Access::None;
    std::optional<Error> reason; ///< why not Writable
    QList<Error> notices; ///< set aside, vanished, network file system: each a sentence and what to do
    QList<JournaledStep> open; ///< steps that have not ended
    qint64 rows = 0;
    QDateTime lastRowAt; ///< UTC, of the newest row; invalid: there is none
    QDateTime bornAt; ///< UTC; invalid: not known
};

/// What a full reading of the journal showed.
struct ChainCheck {
    qint64 rows = 0;
    QDateTime bornAt; ///< UTC
    std::optional<qint64>
        firstBroken; ///< sequence number of the first row that was changed, or that follows a gap
    std::optional<qint64> missingFrom; ///< rows were cut off at the end, from this number on
    [[nodiscard]] bool isWhole() const { return !firstBroken && !missingFrom; }
};

/// What the user must be told of it; nothing when it is whole.
[[nodiscard]] std::optional<Error> chainNotice(const ChainCheck &check);

/// Which steps to read back; newest first.
struct JournalQuery {
    std::optional<InstanceId> instance;
    QDateTime from; ///< UTC, of any of its states; invalid: no limit
    QDateTime to;
    int limit = 200;
    int offset = 0;
};

/// Which attempts to read back, newest first; all conditions must hold.
struct HistoryQuery {
    /// Words that must all occur: in instance, account, region, ticket, note, who, versions, a RequestId.
    QString text;
    std::optional<InstanceId> instance;
    AccountId account; ///< empty: any
    PlanId batch; ///< empty: any
    QDateTime from; ///< UTC, when it was planned; invalid: no limit
    QDateTime to;
    QList<StepState> outcomes; ///< of the last state; empty: any
    QList<StepKind> kinds; ///< empty: any
    int limit = 200;
    int offset = 0;
};
struct HistoryPage {
    QList<JournaledStep> steps;
    int total = 0; ///< that fit the query, beyond this page as well
};

/// What was done, kept through kill and power cut: SQLite with WAL and synchronous=FULL, append-only rows,
/// each with the hash of the one before. Owns the only thread that touches the file (architecture 4). One
/// writer at a time. Errors: Storage (not writable, full, damaged), Conflict (a step for this instance is
/// open; a nonce was used before).
class Journal : public QObject {
    Q_OBJECT
public:
    explicit Journal(JournalOptions options, QObject *parent = nullptr);
    ~Journal() override;

    /// Locks, opens, checks, and reads the open steps; never the whole journal. Garbage is set aside under a
    /// new name. Always answers a state, even when nothing can be read; once, before anything else is asked.
    void open(QObject *context, Handler<JournalState> done);
    /// Adds rows in one transaction, flushed to disk before `done` hears of it. Answers the last sequence
    /// number.
    void append(const QList<JournalRow> &rows, QObject *context, Handler<qint64> done);
    /// Error (Storage) when less than minimumFree is left, or nothing can be written: ask before a step is
    /// begun.
    void checkRoom(QObject *context, Handler<void> done);
    void openSteps(QObject *context,
                   Handler<QList<JournaledStep>> done); ///< those that have not ended, oldest first
    void steps(const JournalQuery &query, QObject *context, Handler<QList<JournaledStep>> done);
    void history(const HistoryQuery &query, QObject *context, Handler<HistoryPage> done);
    /// Adds a row of a batch, as append() does. The first one opens the batch: Running, data.plan the plan.
    void append(const BatchRow &row, QObject *context, Handler<qint64> done);
    void openBatches(QObject *context, Handler<QList<JournaledBatch>> done); ///< oldest first
    void batches(int limit, QObject *context, Handler<QList<JournaledBatch>> done); ///< newest first
    void batch(const PlanId &id, QObject *context, Handler<JournaledBatch> done);
    void batchSteps(const PlanId &batch, QObject *context, Handler<QList<JournaledStep>> done);
    /// Moves all that was journaled so far into `path`, a journal of its own, and begins a new one. Refused
    /// (Conflict) while a step or a batch is open, and when `path` exists.
    void archive(const QString &path, QObject *context, Handler<void> done);
    /// When an upgrade of each instance was last verified, UTC, by instance id. Reads every row: once, late.
    void lastVerified(QObject *context, Handler<QHash<QString, QDateTime>> done);
    /// Reads every row and its hash. Slow with many rows; off the main thread.
    void checkChain(QObject *context, Handler<ChainCheck> done);

    [[nodiscard]] JournalState::Access access() const { return m_access; } ///< None until open() answered
    [[nodiscard]] std::optional<Error> accessReason() const { return m_reason; }

Q_SIGNALS:
    /// Found after open(): a row was changed since it was written. Said once; the journal goes on.
    void noticed(const uplift::Error &notice);
    /// Something could not be written, read or archived; whoever asked hears it as well.
    void failed(const uplift::Error &error);

private:
    void checkChainAtStart();
    template <class T> [[nodiscard]] Handler<T> heard(Handler<T> done);

    JournalState::Access m_access = JournalState::Access::None;
    std::optional<Error> m_reason;
    std::chrono::milliseconds m_chainCheckAfter;
    std::shared_ptr<JournalFile> m_file; ///< used in the worker's thread alone
    Worker m_worker;
};

} // namespace uplift::upgrade
