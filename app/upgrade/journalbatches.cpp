// SPDX-License-Identifier: GPL-3.0-or-later
// The batches in the journal: rows of their own in the same chain.
#include "upgrade/journaldatabase.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonDocument>
#include <QSqlError>

namespace uplift::upgrade {

namespace {

/// Keeps the states of a batch apart from those of a step, which share words.
const QString batchMark = QStringLiteral("Batch:");

QString tr(const char *text) { return QCoreApplication::translate("uplift::upgrade", text); }

QDateTime utc(const QVariant &ms) { return QDateTime::fromMSecsSinceEpoch(ms.toLongLong(), Qt::UTC); }

} // namespace

Outcome JournalDatabase::appendBatchRow(const BatchRow &row, qint64 seq, QByteArray &hash)
{
    auto query = run(QStringLiteral("SELECT state FROM state_row WHERE step = ? ORDER BY seq DESC LIMIT 1"),
                     {row.plan.value});
    if (!query)
        return failure(storageError());
    const bool first = !query->next();
    const auto before =
        first ? std::nullopt : batchStateFromName(query->value(0).toString().mid(batchMark.size()));
    query->finish();
    if (first ? row.state != BatchState::Running : !before || !mayFollow(*before, row.state))
        return failure(
            Error::of(Error::Kind::Internal,
                      tr("The journal refused the state %1 of a batch: it cannot follow the one before.")
                          .arg(batchStateName(row.state))));
    const RawRow raw{seq,
                     row.plan.value,
                     QStringLiteral(""), // not a null one, which would be NULL
                     batchMark + batchStateName(row.state),
                     row.at.toMSecsSinceEpoch(),
                     QString(),
                     QJsonDocument(row.data).toJson(QJsonDocument::Compact)};
    if (auto inserted = insertRow(raw, hash); !inserted)
        return inserted;
    if (first && !run(QStringLiteral("INSERT INTO open_batch (batch) VALUES (?)"), {row.plan.value}))
        return failure(storageError());
    if (!isEnd(row.state))
        return {};
    const auto removed = run(QStringLiteral("DELETE FROM open_batch WHERE batch = ?"), {row.plan.value});
    if (!removed || removed->numRowsAffected() != 1)
        return failure(storageError());
    return {};
}

Result<QList<JournaledBatch>> JournalDatabase::readBatches(const QString &sql, const QVariantList &values)
{
    auto query = run(sql, values);
    if (!query)
        return failure(storageError());
    QList<JournaledBatch> batches;
    QHash<QString, qsizetype> byId;
    while (query->next()) {
        const auto state = batchStateFromName(query->value(1).toString().mid(batchMark.size()));
        if (!state)
            continue;
        const QString id = query->value(0).toString();
        const QJsonObject data = QJsonDocument::fromJson(query->value(3).toByteArray()).object();
        if (!byId.contains(id)) {
            auto plan = batchFromJson(data.value(QLatin1String("plan")).toObject());
            if (!plan)
                continue;
            byId.insert(id, batches.size());
            batches.append({*std::move(plan), {}});
        }
        batches[byId.value(id)].rows.append({{id}, *state, utc(query->value(2)), data});
    }
    const bool broken = query->lastError().isValid();
    query->finish();
    if (broken)
        return failure(storageError());
    return batches;
}

Result<QList<JournaledBatch>> JournalDatabase::openBatches()
{
    return readBatches(
        QStringLiteral("SELECT r.step, r.state, r.at_ms, r.data FROM open_batch o CROSS JOIN state_row r "
                       "ON r.step = o.batch ORDER BY r.seq"),
        {});
}

QHash<QString, Error> JournalDatabase::unreadableBatches()
{
    QHash<QString, Error> unreadable;
    auto query = run(QStringLiteral("SELECT o.batch, (SELECT r.data FROM state_row r WHERE r.step = o.batch "
                                    "ORDER BY r.seq LIMIT 1) FROM open_batch o"),
                     {});
    if (!query) // whoever asks for the batches hears of it
        return unreadable;
    while (query->next()) {
        const QJsonObject data = QJsonDocument::fromJson(query->value(1).toByteArray()).object();
        if (auto plan = batchFromJson(data.value(QLatin1String("plan")).toObject()); !plan)
            unreadable.insert(query->value(0).toString(), plan.error());
    }
    query->finish();
    return unreadable;
}

Result<QList<JournaledBatch>> JournalDatabase::batches(int limit)
{
    return readBatches(
        QStringLiteral("SELECT r.step, r.state, r.at_ms, r.data FROM (SELECT step, min(seq) AS first FROM "
                       "state_row WHERE instance = '' GROUP BY step ORDER BY first DESC LIMIT ?) f "
                       "CROSS JOIN state_row r ON r.step = f.step ORDER BY f.first DESC, r.seq"),
        {limit});
}

Result<JournaledBatch> JournalDatabase::batch(const PlanId &id)
{
    auto found = readBatches(
        QStringLiteral("SELECT step, state, at_ms, data FROM state_row WHERE step = ? ORDER BY seq"),
        {id.value});
    if (!found)
        return failure(std::move(found.error()));
    if (found->isEmpty())
        return failure(Error::of(Error::Kind::Storage, tr("The journal does not hold this batch.")));
    return std::move(found->first());
}

// Steps of a batch begin with its id and a dot; '/' is the character after the dot.
Result<QList<JournaledStep>> JournalDatabase::batchSteps(const PlanId &batch)
{
    return read(QStringLiteral("SELECT r.seq, r.step, r.instance, r.state, r.at_ms, r.nonce, r.data "
                               "FROM state_row r WHERE r.step >= ? AND r.step < ? ORDER BY r.seq"),
                {batch.value + QLatin1Char('.'), batch.value + QLatin1Char('/')});
}

QDateTime JournalDatabase::lastRowAt()
{
    const auto last = value(QStringLiteral("SELECT at_ms FROM state_row ORDER BY seq DESC LIMIT 1"));
    return last ? utc(*last) : QDateTime();
}

} // namespace uplift::upgrade
