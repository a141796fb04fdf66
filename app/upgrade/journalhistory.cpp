// SPDX-License-Identifier: GPL-3.0-or-later
// Every attempt there ever was, searched by SQLite so that a long journal never has to be in memory.
#include "upgrade/journaldatabase.h"

#include <QSqlError>

namespace uplift::upgrade {

namespace {

struct Where {
    QStringList conditions;
    QVariantList values;

    void add(const QString &condition, const QVariantList &bound = {})
    {
        conditions.append(condition);
        values.append(bound);
    }
    [[nodiscard]] QString text() const { return conditions.join(QStringLiteral(" AND ")); }
};

QString pattern(QString word)
{
    for (const char mark : {'\\', '%', '_'})
        word.replace(QLatin1Char(mark), QStringLiteral("\\") + QLatin1Char(mark));
    return QLatin1Char('%') + word + QLatin1Char('%');
}

/// A word may stand in the plan's own texts, or be a RequestId of any row of the step.
void addWord(Where &where, const QString &word)
{
    const QString like = pattern(word);
    QStringList places{QStringLiteral("p.instance LIKE ? ESCAPE '\\'")};
    for (const char *field : {"instanceName", "accountName", "region", "ticket", "note", "by", "fromVersion",
                              "toVersion", "batch"})
        places.append(
            QStringLiteral("json_extract(p.data, '$.%1') LIKE ? ESCAPE '\\'").arg(QLatin1String(field)));
    places.append(QStringLiteral("EXISTS (SELECT 1 FROM state_row q WHERE q.step = p.step AND "
                                 "json_extract(q.data, '$.requestId') LIKE ? ESCAPE '\\')"));
    QVariantList values;
    for (qsizetype i = 0; i < places.size(); ++i)
        values.append(like);
    where.add(QLatin1Char('(') + places.join(QStringLiteral(" OR ")) + QLatin1Char(')'), values);
}

void addList(Where &where, const QString &column, const QStringList &allowed)
{
    if (allowed.isEmpty())
        return;
    QStringList marks;
    QVariantList values;
    for (const QString &each : allowed) {
        marks.append(QStringLiteral("?"));
        values.append(each);
    }
    where.add(QStringLiteral("%1 IN (%2)").arg(column, marks.join(QLatin1Char(','))), values);
}

Where whereOf(const HistoryQuery &query)
{
    Where where;
    where.add(QStringLiteral("p.state = 'Planned'"));
    if (query.instance)
        where.add(QStringLiteral("p.instance = ?"), {query.instance->value});
    if (!query.account.isEmpty())
        where.add(QStringLiteral("json_extract(p.data, '$.account') = ?"), {query.account.value});
    if (!query.batch.isEmpty())
        where.add(QStringLiteral("p.step >= ? AND p.step < ?"),
                  {query.batch.value + QLatin1Char('.'), query.batch.value + QLatin1Char('/')});
    if (query.from.isValid())
        where.add(QStringLiteral("p.at_ms >= ?"), {query.from.toMSecsSinceEpoch()});
    if (query.to.isValid())
        where.add(QStringLiteral("p.at_ms < ?"), {query.to.toMSecsSinceEpoch()});
    QStringList outcomes;
    for (const StepState state : query.outcomes)
        outcomes.append(stateName(state));
    addList(where,
            QStringLiteral("(SELECT l.state FROM state_row l WHERE l.step = p.step ORDER BY l.seq DESC "
                           "LIMIT 1)"),
            outcomes);
    QStringList kinds;
    for (const StepKind kind : query.kinds)
        kinds.append(kindName(kind));
    addList(where, QStringLiteral("coalesce(json_extract(p.data, '$.kind'), 'Kernel')"), kinds);
    const QStringList words = query.text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString &word : words)
        addWord(where, word);
    return where;
}

} // namespace

Result<HistoryPage> JournalDatabase::history(const HistoryQuery &query)
{
    const Where where = whereOf(query);
    HistoryPage page;
    auto count =
        run(QStringLiteral("SELECT count(*) FROM state_row p WHERE %1").arg(where.text()), where.values);
    if (!count || !count->next())
        return failure(storageError());
    page.total = count->value(0).toInt();
    count->finish();
    QVariantList values = where.values;
    values << query.limit << query.offset;
    auto steps = read(QStringLiteral("SELECT r.seq, r.step, r.instance, r.state, r.at_ms, r.nonce, r.data "
                                     "FROM (SELECT p.step, p.seq FROM state_row p WHERE %1 "
                                     "ORDER BY p.seq DESC LIMIT ? OFFSET ?) f "
                                     "CROSS JOIN state_row r ON r.step = f.step ORDER BY f.seq DESC, r.seq")
                          .arg(where.text()),
                      values);
    if (!steps)
        return failure(std::move(steps.error()));
    page.steps = *std::move(steps);
    return page;
}

} // namespace uplift::upgrade
