// SPDX-License-Identifier: GPL-3.0-or-later
#include "upgrade/journaldatabase.h"

#include "upgrade/journalschema.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSet>
#include <QSqlError>
#include <QThread>
#include <QUuid>

namespace uplift::upgrade {

namespace {

// https://www.sqlite.org/rescode.html
constexpr int sqliteCorrupt = 11;
constexpr int sqliteNotADatabase = 26;
constexpr int sqliteConstraint = 19;

QString tr(const char *text) { return QCoreApplication::translate("uplift::upgrade", text); }

bool isOk(const std::optional<QVariant> &answer)
{
    return answer && answer->toString() == QLatin1String("ok");
}

QDateTime utc(const QVariant &ms) { return QDateTime::fromMSecsSinceEpoch(ms.toLongLong(), Qt::UTC); }

QByteArray compact(const QJsonObject &json) { return QJsonDocument(json).toJson(QJsonDocument::Compact); }

} // namespace

JournalDatabase::JournalDatabase(std::shared_ptr<std::atomic<int>> failAfter)
    : m_name(QUuid::createUuid().toString(QUuid::WithoutBraces)), m_failAfter(std::move(failAfter))
{
}

JournalDatabase::~JournalDatabase()
{
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(m_name);
}

std::optional<QSqlQuery> JournalDatabase::run(const QString &sql, const QVariantList &values)
{
    m_lastCode = 0;
    if (m_failAfter && m_failAfter->fetch_sub(1) == 1) {
        m_lastError = QStringLiteral("failure asked for by a test");
        return std::nullopt;
    }
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    bool done = query.prepare(sql);
    for (qsizetype i = 0; i < values.size(); ++i)
        query.bindValue(static_cast<int>(i), values.at(i));
    done = done && query.exec();
    if (done)
        return query;
    m_lastError = query.lastError().text();
    m_lastCode = query.lastError().nativeErrorCode().toInt();
    return std::nullopt;
}

std::optional<QVariant> JournalDatabase::value(const QString &sql, const QVariantList &values)
{
    auto query = run(sql, values);
    if (!query || !query->next())
        return std::nullopt;
    const QVariant first = query->value(0);
    query->finish();
    return first;
}

JournalDatabase::Trouble JournalDatabase::troubleNow() const
{
    const int primary = m_lastCode & 0xff;
    return primary == sqliteCorrupt || primary == sqliteNotADatabase ? Trouble::Damaged : Trouble::Unwritable;
}

Error JournalDatabase::storageError() const
{
    Error error =
        Error::of(Error::Kind::Storage, tr("The journal could not be read or written: %1").arg(m_lastError),
                  tr("Check the disk's free space and the file's permissions."));
    error.detail = QStringLiteral("SQLite %1: %2").arg(m_lastCode).arg(m_lastError);
    return error;
}

JournalDatabase::Trouble JournalDatabase::open(const QString &path, Mode mode, bool wal,
                                               const JournalBirth &newBirth)
{
    m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
    m_database.setDatabaseName(path);
    m_database.setConnectOptions(mode == Mode::Read
                                     ? QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=2000")
                                     : QStringLiteral("QSQLITE_BUSY_TIMEOUT=2000"));
    if (!m_database.open()) {
        m_lastError = m_database.lastError().text();
        m_lastCode = m_database.lastError().nativeErrorCode().toInt();
        return troubleNow();
    }
    // Before any pragma that would write: what is not ours, or newer, stays as it is.
    const auto application = value(QStringLiteral("PRAGMA application_id"));
    const auto tables = value(QStringLiteral("SELECT count(*) FROM sqlite_master"));
    const auto version = value(QStringLiteral("PRAGMA user_version"));
    if (!application || !tables || !version)
        return troubleNow();
    const bool ours = application->toInt() == journalApplicationId;
    if (!ours && (tables->toInt() > 0 || application->toInt() != 0)) {
        m_lastError = QStringLiteral("application_id %1").arg(application->toInt());
        return Trouble::Foreign;
    }
    if (ours && version->toInt() > journalVersion) {
        m_lastError = QStringLiteral("user_version %1").arg(version->toInt());
        return Trouble::Newer;
    }
    Trouble trouble = setPragmas(mode, wal);
    if (trouble == Trouble::None)
        trouble = checkStructure();
    if (trouble == Trouble::None)
        trouble = prepareTables(mode, newBirth);
    return trouble == Trouble::None ? readBirth() : trouble;
}

JournalDatabase::Trouble JournalDatabase::setPragmas(Mode mode, bool wal)
{
    if (mode == Mode::Read)
        return Trouble::None;
    const QString journalMode = wal ? QStringLiteral("wal") : QStringLiteral("delete");
    const auto got = value(QStringLiteral("PRAGMA journal_mode=%1").arg(journalMode));
    if (!got)
        return troubleNow();
    if (got->toString() != journalMode) {
        m_lastError = QStringLiteral("journal_mode stayed %1").arg(got->toString());
        return Trouble::Unwritable;
    }
    // Rows are appended and read in order: a cache beyond a few pages would only hold what the checks went
    // through.
    if (!run(QStringLiteral("PRAGMA cache_size=-256")))
        return troubleNow();
    if (!run(QStringLiteral("PRAGMA synchronous=FULL")) || !run(QStringLiteral("PRAGMA foreign_keys=ON")))
        return troubleNow();
    const auto synchronous = value(QStringLiteral("PRAGMA synchronous"));
    if (!synchronous || synchronous->toInt() != 2) {
        m_lastError = QStringLiteral("synchronous is not FULL");
        return Trouble::Unwritable;
    }
    return Trouble::None;
}

JournalDatabase::Trouble JournalDatabase::checkStructure()
{
    for (const char *check : {"PRAGMA quick_check(1)", "PRAGMA integrity_check(1)"}) {
        const auto answer = value(QString::fromLatin1(check));
        if (isOk(answer))
            continue;
        if (!answer)
            return troubleNow();
        m_lastError = answer->toString();
        return Trouble::Damaged;
    }
    return Trouble::None;
}

JournalDatabase::Trouble JournalDatabase::prepareTables(Mode mode, const JournalBirth &newBirth)
{
    const auto version = value(QStringLiteral("PRAGMA user_version"));
    if (!version)
        return troubleNow();
    const int found = version->toInt();
    if (found == journalVersion)
        return Trouble::None;
    // What an older Uplift wrote can be read as it is; its missing tables are empty ones.
    if (mode == Mode::Read)
        return found == 0 ? Trouble::Unwritable : Trouble::None;
    if (found > 0 && !copyAside(found))
        return troubleNow();
    QStringList statements{QStringLiteral("BEGIN IMMEDIATE")};
    for (int next = found + 1; next <= journalVersion; ++next)
        statements << schemaStatements(next);
    statements << QStringLiteral("PRAGMA application_id=%1").arg(journalApplicationId)
               << QStringLiteral("PRAGMA user_version=%1").arg(journalVersion);
    bool done = true;
    for (const QString &statement : statements)
        done = done && run(statement);
    if (found == 0)
        done = done
            && run(QStringLiteral("INSERT INTO birth VALUES (1, ?, ?)"),
                   {newBirth.id, newBirth.at.toMSecsSinceEpoch()});
    done = done && run(QStringLiteral("COMMIT"));
    if (done)
        return Trouble::None;
    const QString reason = m_lastError;
    const int code = m_lastCode;
    (void)run(QStringLiteral("ROLLBACK"));
    m_lastError = reason;
    m_lastCode = code;
    return troubleNow();
}

Outcome JournalDatabase::copyAside(int version)
{
    const QString copy = QStringLiteral("%1.version%2").arg(m_database.databaseName()).arg(version);
    if (QFileInfo::exists(copy)) // an earlier try made it, and changed nothing since
        return {};
    if (!run(QStringLiteral("VACUUM INTO ?"), {copy}))
        return failure(storageError());
    QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner);
    return {};
}

Outcome JournalDatabase::copyInto(const QString &path)
{
    if (!run(QStringLiteral("VACUUM INTO ?"), {path}))
        return failure(storageError());
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    JournalDatabase copy(nullptr);
    if (copy.open(path, Mode::Read, true, {}) == Trouble::None) {
        const auto chain = copy.checkChain();
        if (chain && chain->isWhole() && chain->rows == rowCount())
            return {};
    }
    return failure(Error::of(Error::Kind::Storage,
                             tr("The copy of the journal is not whole; nothing else "
                                "was changed."),
                             tr("Choose another place for it.")));
}

JournalDatabase::Trouble JournalDatabase::readBirth()
{
    auto query = run(QStringLiteral("SELECT id, at_ms FROM birth"));
    if (!query) {
        constexpr int sqliteError = 1; // no such table
        return m_lastCode == sqliteError ? Trouble::Damaged : troubleNow();
    }
    if (!query->next()) {
        m_lastError = QStringLiteral("the birth row is missing");
        return Trouble::Damaged;
    }
    m_birth = JournalBirth{query->value(0).toString(), utc(query->value(1))};
    query->finish();
    return Trouble::None;
}

QByteArray JournalDatabase::seedHash() const
{
    return QCryptographicHash::hash(m_birth ? m_birth->id.toUtf8() : QByteArray(),
                                    QCryptographicHash::Sha256);
}

Result<qint64> JournalDatabase::append(const QList<JournalRow> &rows)
{
    return appendAll([this, &rows](qint64 &seq, QByteArray &hash) -> Outcome {
        for (const JournalRow &row : rows) {
            if (auto appended = appendRow(row, ++seq, hash); !appended)
                return appended;
        }
        return {};
    });
}

Result<qint64> JournalDatabase::append(const BatchRow &row)
{
    return appendAll([this, &row](qint64 &seq, QByteArray &hash) -> Outcome {
        if (auto appended = appendBatchRow(row, ++seq, hash); !appended)
            return appended;
        return appendEnded(row.attempts, seq, hash);
    });
}

Result<qint64> JournalDatabase::appendAll(const std::function<Outcome(qint64 &seq, QByteArray &hash)> &add)
{
    // IMMEDIATE: a deferred BEGIN that read first may commit nothing and say true (pitfalls J2).
    if (!run(QStringLiteral("BEGIN IMMEDIATE")))
        return failure(storageError());
    const auto abandon = [this](Error error) -> Result<qint64> {
        // May fail because SQLite rolled back by itself (pitfalls J5).
        (void)run(QStringLiteral("ROLLBACK"));
        return failure(std::move(error));
    };
    auto last = run(QStringLiteral("SELECT seq, hash FROM state_row ORDER BY seq DESC LIMIT 1"));
    if (!last)
        return abandon(storageError());
    qint64 seq = 0;
    QByteArray hash = seedHash();
    if (last->next()) {
        seq = last->value(0).toLongLong();
        hash = last->value(1).toByteArray();
    }
    last.reset();
    if (auto added = add(seq, hash); !added)
        return abandon(std::move(added.error()));
    if (!run(QStringLiteral("INSERT OR REPLACE INTO chain_head VALUES (1, ?, ?)"), {seq, hash}))
        return abandon(storageError());
    if (!run(QStringLiteral("COMMIT")))
        return abandon(storageError());
    return seq;
}

Outcome JournalDatabase::checkTransition(const JournalRow &row)
{
    auto query = run(QStringLiteral("SELECT state FROM state_row WHERE step = ? ORDER BY seq DESC LIMIT 1"),
                     {row.step.value});
    if (!query)
        return failure(storageError());
    bool allowed = row.state == StepState::Planned;
    if (query->next())
        allowed = mayFollow(stateFromName(query->value(0).toString(), nullptr), row.state);
    if (allowed)
        return {};
    return failure(Error::of(
        Error::Kind::Internal,
        tr("The journal refused the state %1: it cannot follow the one before.").arg(stateName(row.state))));
}

JournalDatabase::RawRow JournalDatabase::rawOf(const JournalRow &row, qint64 seq)
{
    return {seq,       row.step.value,   row.instance.value, stateName(row.state), row.at.toMSecsSinceEpoch(),
            row.nonce, compact(row.data)};
}

Outcome JournalDatabase::appendRow(const JournalRow &row, qint64 seq, QByteArray &hash)
{
    if (auto allowed = checkTransition(row); !allowed)
        return allowed;
    if (auto inserted = insertRow(rawOf(row, seq), hash); !inserted)
        return inserted;
    return keepOpenIndex(row);
}

// They never were open here, so the index of open steps is not asked: what is open meanwhile may not keep
// them from being written.
Outcome JournalDatabase::appendEnded(const QList<JournalRow> &rows, qint64 &seq, QByteArray &hash)
{
    QSet<QString> known;
    for (const JournalRow &row : rows) {
        if (row.state == StepState::Planned
            && value(QStringLiteral("SELECT seq FROM state_row WHERE step = ? LIMIT 1"), {row.step.value}))
            known.insert(row.step.value);
        if (known.contains(row.step.value))
            continue;
        if (auto allowed = checkTransition(row); !allowed)
            return allowed;
        if (auto inserted = insertRow(rawOf(row, ++seq), hash); !inserted)
            return inserted;
    }
    return {};
}

Outcome JournalDatabase::insertRow(const RawRow &row, QByteArray &hash)
{
    hash = rowHash(hash, row.seq, row.step, row.instance, row.state, row.atMs, row.nonce, row.data);
    const auto inserted =
        run(QStringLiteral("INSERT INTO state_row (seq, step, instance, state, at_ms, nonce, data, hash) "
                           "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
            {row.seq, row.step, row.instance, row.state, row.atMs,
             row.nonce.isEmpty() ? QVariant(QMetaType::fromType<QString>()) : QVariant(row.nonce),
             QString::fromUtf8(row.data), hash});
    if (!inserted && (m_lastCode & 0xff) == sqliteConstraint)
        return failure(
            Error::of(Error::Kind::Conflict, tr("This request was journaled before; it is not sent again.")));
    if (!inserted || inserted->numRowsAffected() != 1)
        return failure(storageError());
    return {};
}

Outcome JournalDatabase::keepOpenIndex(const JournalRow &row)
{
    if (row.state == StepState::Planned) {
        if (run(QStringLiteral("INSERT INTO open_step (instance, step) VALUES (?, ?)"),
                {laneOf(row.instance, row.kind), row.step.value}))
            return {};
        if ((m_lastCode & 0xff) == sqliteConstraint)
            return failure(
                Error::of(Error::Kind::Conflict,
                          tr("An upgrade of %1 is still open in the journal.").arg(row.instance.value),
                          tr("See In progress; decide there if it waits for you.")));
        return failure(storageError());
    }
    if (!isEnd(row.state))
        return {};
    const auto removed = run(QStringLiteral("DELETE FROM open_step WHERE step = ?"), {row.step.value});
    if (!removed || removed->numRowsAffected() != 1)
        return failure(storageError());
    return {};
}

qint64 JournalDatabase::rowCount()
{
    const auto count = value(QStringLiteral("SELECT max(seq) FROM state_row"));
    return count ? count->toLongLong() : 0;
}

QStringList JournalDatabase::openInstancesIfReadable()
{
    QStringList instances;
    auto query = run(QStringLiteral("SELECT instance FROM open_step ORDER BY instance LIMIT 100"));
    while (query && query->next())
        instances.append(query->value(0).toString().section(QLatin1Char('/'), 0, 0));
    instances.removeDuplicates();
    return instances;
}

} // namespace uplift::upgrade
