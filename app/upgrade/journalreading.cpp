// SPDX-License-Identifier: GPL-3.0-or-later
// The reading half of JournalDatabase.
#include "upgrade/journaldatabase.h"

#include <QHash>
#include <QJsonDocument>
#include <QSqlError>

namespace uplift::upgrade {

namespace {

const QString columns = QStringLiteral("r.seq, r.step, r.instance, r.state, r.at_ms, r.nonce, r.data");

QDateTime utc(const QVariant &ms) { return QDateTime::fromMSecsSinceEpoch(ms.toLongLong(), Qt::UTC); }

// The row's own columns win over the plan's text: a step whose plan cannot be read is still asked about and
// shown.
void readPlan(JournaledStep &step, const QJsonObject &data, const QSqlQuery &query)
{
    if (auto plan = planFromJson(data))
        step.plan = std::move(*plan);
    step.plan.id.value = query.value(1).toString();
    step.plan.instance.value = query.value(2).toString();
    if (step.plan.instanceName.isEmpty())
        step.plan.instanceName = step.plan.instance.value;
}

} // namespace

Result<QList<JournaledStep>> JournalDatabase::read(const QString &sql, const QVariantList &values)
{
    auto query = run(sql, values);
    if (!query)
        return failure(storageError());
    QList<JournaledStep> steps;
    QHash<QString, qsizetype> byId;
    while (query->next()) {
        bool known = false;
        const StepState state = stateFromName(query->value(3).toString(), &known);
        if (!known)
            continue;
        const QString id = query->value(1).toString();
        if (!byId.contains(id)) {
            byId.insert(id, steps.size());
            steps.append(JournaledStep());
        }
        JournaledStep &step = steps[byId.value(id)];
        const QJsonObject data = QJsonDocument::fromJson(query->value(6).toByteArray()).object();
        if (state == StepState::Planned || step.transitions.isEmpty())
            readPlan(step, data, *query);
        step.transitions.append(Transition{state, utc(query->value(4)), data});
        if (!query->value(5).isNull())
            step.nonces.append(query->value(5).toString());
    }
    query->finish(); // a half-read SELECT keeps the WAL from being truncated (pitfalls J7)
    return steps;
}

// CROSS JOIN keeps SQLite from reading the long table first and looking the short one up for each row.
Result<QList<JournaledStep>> JournalDatabase::openSteps()
{
    return read(
        QStringLiteral("SELECT %1 FROM open_step o CROSS JOIN state_row r ON r.step = o.step ORDER BY r.seq")
            .arg(columns),
        {});
}

Result<QList<JournaledStep>> JournalDatabase::steps(const JournalQuery &query)
{
    QStringList conditions;
    QVariantList values;
    const bool timed = query.from.isValid() || query.to.isValid();
    if (!timed) // every step has one: no grouping over the whole table
        conditions << QStringLiteral("state = 'Planned'");
    if (query.instance) {
        conditions << QStringLiteral("instance = ?");
        values << query.instance->value;
    }
    if (query.from.isValid()) {
        conditions << QStringLiteral("at_ms >= ?");
        values << query.from.toMSecsSinceEpoch();
    }
    if (query.to.isValid()) {
        conditions << QStringLiteral("at_ms < ?");
        values << query.to.toMSecsSinceEpoch();
    }
    conditions << QStringLiteral("instance <> ''"); // not the rows of batches
    const QString where = conditions.join(QStringLiteral(" AND "));
    const QString newest = timed
        ? QStringLiteral("SELECT step, max(seq) AS newest FROM state_row WHERE %1 GROUP BY step "
                         "ORDER BY newest DESC LIMIT ? OFFSET ?")
        : QStringLiteral("SELECT step, seq AS newest FROM state_row WHERE %1 ORDER BY seq DESC "
                         "LIMIT ? OFFSET ?");
    values << query.limit << query.offset;
    auto found = read(QStringLiteral("SELECT %1 FROM (%2) f CROSS JOIN state_row r ON r.step = f.step "
                                     "ORDER BY f.newest DESC, r.seq")
                          .arg(columns, newest.arg(where)),
                      values);
    return found;
}

Result<QHash<QString, QDateTime>> JournalDatabase::lastVerified()
{
    auto query =
        run(QStringLiteral("SELECT instance, max(at_ms) FROM state_row WHERE state = ? GROUP BY instance"),
            {stateName(StepState::Verified)});
    if (!query)
        return failure(storageError());
    QHash<QString, QDateTime> last;
    while (query->next())
        last.insert(query->value(0).toString(), utc(query->value(1)));
    const bool broken = query->lastError().isValid();
    query->finish();
    if (broken)
        return failure(storageError());
    return last;
}

Result<ChainCheck> JournalDatabase::checkChain()
{
    auto query = run(QStringLiteral("SELECT %1, r.hash FROM state_row r ORDER BY r.seq").arg(columns));
    if (!query)
        return failure(storageError());
    ChainCheck check;
    if (m_birth)
        check.bornAt = m_birth->at;
    QByteArray hash = seedHash();
    while (query->next()) {
        ++check.rows;
        const qint64 seq = query->value(0).toLongLong();
        const QByteArray expected = rowHash(hash, seq, query->value(1).toString(), query->value(2).toString(),
                                            query->value(3).toString(), query->value(4).toLongLong(),
                                            query->value(5).toString(), query->value(6).toString().toUtf8());
        hash = query->value(7).toByteArray();
        if (!check.firstBroken && (seq != check.rows || hash != expected))
            check.firstBroken = seq;
    }
    const bool broken = query->lastError().isValid();
    query->finish();
    if (broken)
        return failure(storageError());
    if (!check.firstBroken)
        check.missingFrom = missingAfter(check.rows, hash);
    return check;
}

std::optional<qint64> JournalDatabase::missingAfter(qint64 rows, const QByteArray &hash)
{
    auto head = run(QStringLiteral("SELECT seq, hash FROM chain_head"));
    if (!head) // written by the first version, and only looked at here
        return std::nullopt;
    if (!head->next())
        return rows == 0 ? std::nullopt : std::optional<qint64>(1);
    const bool whole = head->value(0).toLongLong() == rows && head->value(1).toByteArray() == hash;
    head->finish();
    return whole ? std::nullopt : std::optional<qint64>(rows + 1);
}

} // namespace uplift::upgrade
