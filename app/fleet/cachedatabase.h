// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "fleet/knowninstance.h"

#include <QHash>
#include <QSet>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include <functional>
#include <optional>

namespace uplift::fleet {

/// The cache's one SQLite connection, used in the cache's thread alone. What it holds can be had again, so a
/// file that cannot be used is put aside and a new one begun.
class CacheDatabase {
public:
    explicit CacheDatabase(QString path);
    ~CacheDatabase();
    CacheDatabase(const CacheDatabase &) = delete;
    CacheDatabase &operator=(const CacheDatabase &) = delete;

    /// What the user is told, if anything. Afterwards isOpen(), or nothing is kept this time.
    [[nodiscard]] std::optional<Error> open();
    [[nodiscard]] bool isOpen() const { return m_open; }
    /// The next readable rows, at least one, in the order of their keys; none: that was all. Damaged rows are
    /// passed over. An error: the file broke half-way and was set aside.
    [[nodiscard]] Result<QList<KnownInstance>> readNext(int most);
    [[nodiscard]] bool save(const QList<KnownInstance> &rows);
    bool remove(const QList<InstanceKey> &keys);
    bool removeAccount(const AccountId &account);
    void close();

private:
    enum class Trouble { None, Unusable, Newer, Unwritable };
    [[nodiscard]] Trouble tryOpen();
    [[nodiscard]] Trouble checkWhose(bool &isNew);
    [[nodiscard]] bool makeTables();
    [[nodiscard]] Error replaced(Trouble trouble);
    [[nodiscard]] std::optional<QSqlQuery> run(const QString &sql, const QVariantList &values = {});
    [[nodiscard]] std::optional<int> number(const QString &sql);
    [[nodiscard]] bool inTransaction(const std::function<bool()> &work);
    [[nodiscard]] bool saveOne(const KnownInstance &known);
    [[nodiscard]] std::optional<QVariant> notesKey(const QByteArray &notes);
    [[nodiscard]] bool readNotes();
    void takeRow(const QSqlQuery &query, QList<KnownInstance> &rows);

    QString m_path;
    QString m_name;
    QSqlDatabase m_database;
    QHash<QByteArray, QList<ReleaseNote>> m_notes; ///< while reading
    QSet<QByteArray> m_savedNotes;
    InstanceKey m_cursor; ///< the last row read
    int m_rowsRead = 0;
    bool m_notesRead = false;
    QString m_lastError; ///< English, SQLite's own words
    int m_lastCode = 0;
    bool m_open = false;
};

} // namespace uplift::fleet
