// SPDX-License-Identifier: GPL-3.0-or-later
#include "upgrade/journalschema.h"

namespace uplift::upgrade {

QStringList schemaStatements(int version)
{
    if (version == 2) {
        return {
            // Batches that have not ended, likewise. Their own rows have no instance.
            QStringLiteral("CREATE TABLE open_batch (batch TEXT PRIMARY KEY) WITHOUT ROWID"),
            // The newest row, so that rows cut off at the end are missed: the chain alone does not miss them.
            QStringLiteral("CREATE TABLE chain_head (only_one INTEGER PRIMARY KEY CHECK (only_one = 1), "
                           "seq INTEGER NOT NULL, hash BLOB NOT NULL)"),
            QStringLiteral("INSERT INTO chain_head SELECT 1, seq, hash FROM state_row "
                           "ORDER BY seq DESC LIMIT 1"),
        };
    }
    if (version != 1)
        return {};
    return {
        QStringLiteral(
            "CREATE TABLE birth (only_one INTEGER PRIMARY KEY CHECK (only_one = 1), id TEXT NOT NULL, "
            "at_ms INTEGER NOT NULL)"),
        QStringLiteral(
            "CREATE TABLE state_row (seq INTEGER PRIMARY KEY, step TEXT NOT NULL, instance TEXT NOT NULL, "
            "state TEXT NOT NULL, at_ms INTEGER NOT NULL, nonce TEXT, data TEXT NOT NULL, "
            "hash BLOB NOT NULL)"),
        // Which steps have not ended: an index kept by hand, so that a start need not read the whole journal,
        // and the second defence against two upgrades of one instance.
        QStringLiteral(
            "CREATE TABLE open_step (instance TEXT PRIMARY KEY, step TEXT NOT NULL UNIQUE) WITHOUT ROWID"),
        QStringLiteral("CREATE UNIQUE INDEX one_nonce ON state_row (nonce) WHERE nonce IS NOT NULL"),
        QStringLiteral("CREATE INDEX by_step ON state_row (step, seq)"),
        QStringLiteral("CREATE INDEX by_time ON state_row (at_ms)"),
        QStringLiteral("CREATE INDEX by_instance ON state_row (instance, seq)"),
        QStringLiteral("CREATE TRIGGER rows_stay BEFORE UPDATE ON state_row BEGIN "
                       "SELECT RAISE(ABORT, 'journal rows are never rewritten'); END"),
        QStringLiteral("CREATE TRIGGER rows_remain BEFORE DELETE ON state_row BEGIN "
                       "SELECT RAISE(ABORT, 'journal rows are never removed'); END"),
    };
}

} // namespace uplift::upgrade
