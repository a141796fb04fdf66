// SPDX-License-Identifier: GPL-3.0-or-later
#include "batchproof.h"

#include "upgrade/journalplace.h"

#include <QJsonDocument>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

#include <algorithm>

namespace uplift::upgrade::test {

namespace {

const QString batchMark = QStringLiteral("Batch:");

/// What became of a part so far.
struct PartSight {
    int attempt = 0;
    std::optional<StepState> state;
    bool leftOut = false;
    bool latest = false;

    [[nodiscard]] bool isDone() const { return latest || state == StepState::Verified; }
    [[nodiscard]] bool isOver() const { return leftOut || (state && isEnd(*state)); }
    /// The service surely did not carry it out.
    [[nodiscard]] bool mayBeBegun() const
    {
        return !leftOut && (!state || state == StepState::Rejected || state == StepState::NotStarted);
    }
};

class Reading {
public:
    explicit Reading(const BatchPlan &plan) : m_plan(plan)
    {
        for (const BatchItem &item : plan.items)
            m_parts.append(QList<PartSight>(item.parts.size()));
    }

    void take(const LaidRow &row)
    {
        if (row.state.startsWith(batchMark))
            return takeBatchRow(row);
        const auto place = placeOf(m_plan.id, {row.step});
        if (!place || place->part.item >= m_parts.size()
            || place->part.part >= m_parts.at(place->part.item).size())
            return say(row, QStringLiteral("is of no part of the plan"));
        bool known = false;
        const StepState state = stateFromName(row.state, &known);
        if (!known)
            return say(row, QStringLiteral("has an unknown state"));
        if (state == StepState::Planned)
            begins(row, *place);
        PartSight &part = m_parts[place->part.item][place->part.part];
        if (place->attempt != part.attempt)
            say(row, QStringLiteral("is of an attempt that is over"));
        part.state = state;
        if (state == StepState::Requested)
            requested(row, place->part.item);
        else if (isEnd(state) || (state == StepState::Undecided && !m_plan.stop.undecided))
            m_open.remove(place->part.item);
    }

    [[nodiscard]] QStringList broken() const { return m_broken; }

private:
    void takeBatchRow(const LaidRow &row)
    {
        if (row.state == batchMark + batchStateName(BatchState::Finished))
            finishes(row);
        const auto place = placeOf(m_plan.id, {row.data.value(QLatin1String("leftOut")).toString()});
        if (!place || place->part.item >= m_parts.size()
            || place->part.part >= m_parts.at(place->part.item).size())
            return;
        PartSight &part = m_parts[place->part.item][place->part.part];
        if (part.state && !part.mayBeBegun())
            say(row, QStringLiteral("leaves out what was begun"));
        part.leftOut = true;
        part.latest = row.data.value(QLatin1String("latest")).toBool();
    }

    void finishes(const LaidRow &row)
    {
        for (int item = 0; item < m_parts.size(); ++item) {
            if (m_plan.items.at(item).wave >= 0 && !passes(item))
                say(row,
                    QStringLiteral("comes before the end of ") + m_plan.items.at(item).plan.instanceName);
        }
    }

    void begins(const LaidRow &row, const PartPlace &place)
    {
        QList<PartSight> &parts = m_parts[place.part.item];
        for (int before = 0; before < place.part.part; ++before) {
            if (!parts.at(before).isDone())
                say(row, QStringLiteral("begins before the part before it has ended well"));
        }
        PartSight &part = parts[place.part.part];
        if (!part.mayBeBegun())
            say(row, QStringLiteral("begins again what may have been carried out"));
        if (place.attempt <= part.attempt)
            say(row, QStringLiteral("begins an attempt again"));
        part.attempt = place.attempt;
        const int wave = m_plan.items.at(place.part.item).wave;
        for (int item = 0; item < m_parts.size(); ++item) {
            if (m_plan.items.at(item).wave >= 0 && m_plan.items.at(item).wave < wave && !passes(item))
                say(row,
                    QStringLiteral("begins before %1 of an earlier wave has ended")
                        .arg(m_plan.items.at(item).plan.instanceName));
        }
    }

    /// Does the member let the next wave begin?
    [[nodiscard]] bool passes(int item) const
    {
        for (const PartSight &part : m_parts.at(item)) {
            if (part.isDone())
                continue;
            return part.isOver() || (part.state == StepState::Undecided && !m_plan.stop.undecided);
        }
        return true;
    }

    void requested(const LaidRow &row, int item)
    {
        if (row.nonce.isEmpty() || m_nonces.contains(row.nonce))
            say(row, QStringLiteral("has no nonce of its own"));
        m_nonces.insert(row.nonce);
        const int wave = m_plan.items.at(item).wave;
        m_open.insert(item);
        const auto open = std::count_if(m_open.cbegin(), m_open.cend(), [this, wave](int other) {
            return m_plan.items.at(other).wave == wave;
        });
        if (wave < 0 || open > m_plan.waves.at(wave).atOnce)
            say(row, QStringLiteral("is one more than may run at once"));
        const bool mayComeBack = !m_plan.stop.undecided; // an undecided one that turns out well goes on
        if (wave < m_wave && !mayComeBack)
            say(row, QStringLiteral("is of a wave that was over"));
        m_wave = std::max(m_wave, wave);
    }

    void say(const LaidRow &row, const QString &what)
    {
        m_broken.append(QStringLiteral("row %1, %2 %3: %4").arg(row.seq).arg(row.step, row.state, what));
    }

    const BatchPlan &m_plan;
    QList<QList<PartSight>> m_parts;
    QSet<int> m_open; ///< items
    QSet<QString> m_nonces;
    int m_wave = 0;
    QStringList m_broken;
};

} // namespace

JournalCopy::JournalCopy(const QString &path) : m_path(copiedInto(m_folder.path(), path))
{
    m_open = !m_path.isEmpty()
        && m_database.open(m_path, JournalDatabase::Mode::Write, true, {}) == JournalDatabase::Trouble::None;
}

QList<LaidRow> JournalCopy::rowsOf(const PlanId &plan) const
{
    QList<LaidRow> rows;
    const QString name = QUuid::createUuid().toString();
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        database.setDatabaseName(m_path);
        QSqlQuery query(database);
        bool done = database.open();
        done = done
            && query.prepare(QStringLiteral("SELECT seq, step, state, nonce, data FROM state_row WHERE step "
                                            "= ? OR (step >= ? AND step < ?) ORDER BY seq"));
        query.addBindValue(plan.value);
        query.addBindValue(plan.value + QLatin1Char('.'));
        query.addBindValue(plan.value + QLatin1Char('/'));
        if (!done || !query.exec())
            qWarning("%s", qPrintable(query.lastError().text()));
        while (query.next())
            rows.append({query.value(0).toLongLong(), query.value(1).toString(), query.value(2).toString(),
                         query.value(3).toString(),
                         QJsonDocument::fromJson(query.value(4).toByteArray()).object()});
    }
    QSqlDatabase::removeDatabase(name);
    return rows;
}

std::optional<JournaledBatch> JournalCopy::batch(const PlanId &plan)
{
    auto found = m_database.batch(plan);
    return found ? std::optional(std::move(*found)) : std::nullopt;
}

QList<JournaledStep> JournalCopy::steps(const PlanId &plan)
{
    return m_database.batchSteps(plan).value_or(QList<JournaledStep>{});
}

bool JournalCopy::isWhole()
{
    const auto check = m_database.checkChain();
    return check && check->isWhole();
}

int JournalCopy::openSteps()
{
    const auto open = m_database.openSteps();
    return open ? static_cast<int>(open->size()) : -1;
}

int JournalCopy::openBatches()
{
    const auto open = m_database.openBatches();
    return open ? static_cast<int>(open->size()) : -1;
}

QStringList brokenPromises(const BatchPlan &plan, const QList<LaidRow> &rows)
{
    Reading reading(plan);
    for (const LaidRow &row : rows)
        reading.take(row);
    return reading.broken();
}

} // namespace uplift::upgrade::test
