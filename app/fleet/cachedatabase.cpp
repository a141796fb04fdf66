// SPDX-License-Identifier: GPL-3.0-or-later
#include "fleet/cachedatabase.h"

#include "fleet/factcodec.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QUuid>

#include <utility>

namespace uplift::fleet {

namespace {

constexpr int applicationId = 0x55704663; // "UpFc"
constexpr int schemaVersion = 1;
constexpr int rowsMost = 50'000;
constexpr int rowBytesMost = 512 * 1024;
constexpr int notesBytesMost = 4 * 1024 * 1024;
constexpr auto privateFile = QFile::ReadOwner | QFile::WriteOwner;

QString tr(const char *text) { return QCoreApplication::translate("uplift::fleet", text); }

/// Never NULL: a row compares with it, and no key is missing.
QVariant bound(const QString &text) { return text.isNull() ? QStringLiteral("") : text; }

Error notKept(const QString &path, const QString &why)
{
    Error error = Error::of(
        Error::Kind::Storage,
        tr("The list of instances cannot be kept in %1.").arg(QDir::toNativeSeparators(path)),
        tr("Uplift works without it; the next start shows no instance until the service answers. Make the "
           "folder writable, or choose another one with --data-dir."));
    error.detail = why;
    return error;
}

} // namespace

CacheDatabase::CacheDatabase(QString path)
    : m_path(std::move(path)), m_name(QUuid::createUuid().toString(QUuid::WithoutBraces))
{
}

CacheDatabase::~CacheDatabase() { close(); }

void CacheDatabase::close()
{
    m_open = false;
    m_savedNotes.clear();
    if (!m_database.isValid())
        return;
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(m_name);
}

std::optional<QSqlQuery> CacheDatabase::run(const QString &sql, const QVariantList &values)
{
    m_lastCode = 0;
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

std::optional<int> CacheDatabase::number(const QString &sql)
{
    auto query = run(sql);
    if (!query || !query->next())
        return std::nullopt;
    return query->value(0).toInt();
}

std::optional<Error> CacheDatabase::open()
{
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    const Trouble trouble = tryOpen();
    m_open = trouble == Trouble::None;
    if (m_open)
        return std::nullopt;
    if (trouble == Trouble::Unwritable) {
        close();
        return notKept(m_path, m_lastError);
    }
    return replaced(trouble);
}

Error CacheDatabase::replaced(Trouble trouble)
{
    const QString why = m_lastError;
    close();
    // One generation is kept: enough to look at, and it never grows.
    const QString aside = m_path + QStringLiteral(".aside");
    QFile::remove(aside);
    QFile::remove(m_path + QStringLiteral("-journal"));
    if (!QFile::rename(m_path, aside))
        return notKept(m_path, why);
    m_open = tryOpen() == Trouble::None;
    if (!m_open) {
        close();
        return notKept(m_path, m_lastError);
    }
    Error error =
        Error::of(Error::Kind::Storage,
                  trouble == Trouble::Newer
                      ? tr("The list of instances kept here was written by a later version of Uplift.")
                      : tr("The list of instances kept from last time could not be read."),
                  tr("It was set aside as %1 and is gathered anew. Nothing else is affected.")
                      .arg(QDir::toNativeSeparators(aside)));
    error.detail = why;
    return error;
}

CacheDatabase::Trouble CacheDatabase::tryOpen()
{
    // Made before SQLite would, so that nobody else may ever read it.
    QFile file(m_path);
    if (!file.exists() && file.open(QIODevice::WriteOnly | QIODevice::NewOnly)) {
        file.setPermissions(privateFile);
        file.close();
    }
    QFile::setPermissions(m_path, privateFile);
    m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
    m_database.setDatabaseName(m_path);
    m_database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=2000"));
    if (!m_database.open()) {
        m_lastError = m_database.lastError().text();
        return Trouble::Unwritable;
    }
    bool isNew = false;
    const Trouble whose = checkWhose(isNew);
    if (whose != Trouble::None)
        return whose;
    // What is kept can be had again: no flush to disk for its sake.
    if (!run(QStringLiteral("PRAGMA synchronous=OFF")) || (isNew && !makeTables()))
        return Trouble::Unwritable;
    return Trouble::None;
}

CacheDatabase::Trouble CacheDatabase::checkWhose(bool &isNew)
{
    const auto application = number(QStringLiteral("PRAGMA application_id"));
    const auto version = number(QStringLiteral("PRAGMA user_version"));
    const auto tables = number(QStringLiteral("SELECT count(*) FROM sqlite_master"));
    if (!application || !version || !tables) {
        constexpr int corrupt = 11;
        constexpr int notADatabase = 26; // https://www.sqlite.org/rescode.html
        const int primary = m_lastCode & 0xff;
        return primary == corrupt || primary == notADatabase ? Trouble::Unusable : Trouble::Unwritable;
    }
    isNew = *application == 0 && *tables == 0;
    // SQLite takes a few bytes of anything for an empty database.
    if (isNew && QFileInfo(m_path).size() == 0)
        return Trouble::None;
    m_lastError = QStringLiteral("application_id %1, user_version %2").arg(*application).arg(*version);
    if (isNew || *application != applicationId)
        return Trouble::Unusable;
    if (*version > schemaVersion)
        return Trouble::Newer;
    return *version == schemaVersion ? Trouble::None : Trouble::Unusable;
}

bool CacheDatabase::makeTables()
{
    return inTransaction([this] {
        for (const QString &statement : {
                 QStringLiteral("CREATE TABLE instance (account TEXT NOT NULL, region TEXT NOT NULL, "
                                "id TEXT NOT NULL, data BLOB NOT NULL, notes BLOB, proxy_notes BLOB, "
                                "PRIMARY KEY (account, region, id)) WITHOUT ROWID"),
                 QStringLiteral("CREATE TABLE notes (hash BLOB PRIMARY KEY, data BLOB NOT NULL) "
                                "WITHOUT ROWID"),
                 QStringLiteral("PRAGMA application_id=%1").arg(applicationId),
                 QStringLiteral("PRAGMA user_version=%1").arg(schemaVersion),
             }) {
            if (!run(statement))
                return false;
        }
        return true;
    });
}

bool CacheDatabase::inTransaction(const std::function<bool()> &work)
{
    if (!run(QStringLiteral("BEGIN IMMEDIATE")))
        return false;
    if (work() && run(QStringLiteral("COMMIT")))
        return true;
    const QString reason = m_lastError;
    (void)run(QStringLiteral("ROLLBACK"));
    m_lastError = reason;
    return false;
}

bool CacheDatabase::readNotes()
{
    auto query = run(QStringLiteral("SELECT hash, data FROM notes WHERE length(data) <= ? LIMIT ?"),
                     {notesBytesMost, rowsMost});
    if (!query)
        return false;
    while (query->next()) {
        if (auto notes = decodeNotes(query->value(1).toByteArray()))
            m_notes.insert(query->value(0).toByteArray(), *std::move(notes));
    }
    return true;
}

Result<QList<KnownInstance>> CacheDatabase::readNext(int most)
{
    QList<KnownInstance> rows;
    if (!m_open)
        return rows;
    if (!std::exchange(m_notesRead, true) && !readNotes())
        return failure(replaced(Trouble::Unusable));
    // Damaged rows are passed over; a chunk of nothing else must not look like the end.
    bool more = true;
    while (rows.isEmpty() && more && m_rowsRead < rowsMost) {
        auto query = run(QStringLiteral("SELECT account, region, id, data, notes, proxy_notes FROM instance "
                                        "WHERE (account, region, id) > (?, ?, ?) "
                                        "ORDER BY account, region, id LIMIT ?"),
                         {bound(m_cursor.account.value), bound(m_cursor.region.value),
                          bound(m_cursor.instance.value), most});
        int count = 0;
        while (query && query->next()) {
            ++count;
            takeRow(*query, rows);
        }
        if (!query || query->lastError().isValid())
            return failure(replaced(Trouble::Unusable));
        m_rowsRead += count;
        more = count > 0;
    }
    if (rows.isEmpty())
        m_notes.clear();
    return rows;
}

void CacheDatabase::takeRow(const QSqlQuery &query, QList<KnownInstance> &rows)
{
    m_cursor = {{query.value(0).toString()}, {query.value(1).toString()}, {query.value(2).toString()}};
    const QByteArray data = query.value(3).toByteArray();
    auto known = data.size() <= rowBytesMost ? decodeFacts(data) : std::nullopt;
    // What another row says of an instance is not believed.
    if (!known || known->key != m_cursor)
        return;
    if (known->version)
        known->version.edit([&](EngineVersion &version) {
            version.notes = m_notes.value(query.value(4).toByteArray());
            version.proxyNotes = m_notes.value(query.value(5).toByteArray());
        });
    rows.append(*std::move(known));
}

std::optional<QVariant> CacheDatabase::notesKey(const QByteArray &notes)
{
    if (notes.isEmpty())
        return QVariant(QMetaType::fromType<QByteArray>());
    const QByteArray hash = QCryptographicHash::hash(notes, QCryptographicHash::Sha1);
    if (!m_savedNotes.contains(hash)) {
        if (!run(QStringLiteral("INSERT OR IGNORE INTO notes (hash, data) VALUES (?, ?)"), {hash, notes}))
            return std::nullopt;
        m_savedNotes.insert(hash);
    }
    return QVariant(hash);
}

bool CacheDatabase::saveOne(const KnownInstance &known)
{
    const CachedFacts facts = encodeFacts(known);
    const auto notes = notesKey(facts.notes);
    const auto proxyNotes = notesKey(facts.proxyNotes);
    return notes && proxyNotes
        && run(QStringLiteral("INSERT OR REPLACE INTO instance (account, region, id, data, notes, "
                              "proxy_notes) VALUES (?, ?, ?, ?, ?, ?)"),
               {bound(known.key.account.value), bound(known.key.region.value),
                bound(known.key.instance.value), facts.row, *notes, *proxyNotes});
}

bool CacheDatabase::save(const QList<KnownInstance> &rows)
{
    if (!m_open)
        return false;
    const bool done = inTransaction([&] {
        for (const KnownInstance &known : rows) {
            if (!saveOne(known))
                return false;
        }
        return true;
    });
    if (!done)
        m_savedNotes.clear();
    return done;
}

bool CacheDatabase::remove(const QList<InstanceKey> &keys)
{
    return m_open && inTransaction([&] {
               for (const InstanceKey &key : keys) {
                   if (!run(
                           QStringLiteral("DELETE FROM instance WHERE account = ? AND region = ? AND id = ?"),
                           {bound(key.account.value), bound(key.region.value), bound(key.instance.value)}))
                       return false;
               }
               return true;
           });
}

bool CacheDatabase::removeAccount(const AccountId &account)
{
    return m_open
        && run(QStringLiteral("DELETE FROM instance WHERE account = ?"), {bound(account.value)}).has_value();
}

} // namespace uplift::fleet
