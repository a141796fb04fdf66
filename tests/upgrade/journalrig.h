// SPDX-License-Identifier: GPL-3.0-or-later
// A journal in a folder of its own, asked as if it answered at once.
#pragma once

#include "upgrade/journal.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>
#include <QUuid>

#include <sys/mount.h>
#include <unistd.h>

namespace uplift::upgrade::test {

/// Turns an asynchronous question into its answer.
template <class T> Result<T> answered(const std::function<void(QObject *, Handler<T>)> &ask)
{
    QObject context;
    std::optional<Result<T>> answer;
    ask(&context, [&answer](Result<T> result) { answer.emplace(std::move(result)); });
    if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, 30'000))
        return failure(Error::of(Error::Kind::Internal, QStringLiteral("no answer within 30 s")));
    return std::move(*answer);
}

inline JournalState openJournal(Journal &journal)
{
    auto state =
        answered<JournalState>([&](QObject *c, const Handler<JournalState> &done) { journal.open(c, done); });
    return state.value_or(JournalState{});
}

inline Result<qint64> append(Journal &journal, const QList<JournalRow> &rows)
{
    return answered<qint64>([&](QObject *c, const Handler<qint64> &done) { journal.append(rows, c, done); });
}

inline QList<JournaledStep> stepsOf(Journal &journal, const JournalQuery &query = {})
{
    return answered<QList<JournaledStep>>(
               [&](QObject *c, const Handler<QList<JournaledStep>> &done) { journal.steps(query, c, done); })
        .value_or(QList<JournaledStep>{});
}

inline ChainCheck chainOf(Journal &journal)
{
    return answered<ChainCheck>(
               [&](QObject *c, const Handler<ChainCheck> &done) { journal.checkChain(c, done); })
        .value_or(ChainCheck{-1, {}, -1, {}});
}

inline StepPlan planFor(const QString &instance)
{
    StepPlan plan;
    plan.id.value = QUuid::createUuid().toString(QUuid::WithoutBraces);
    plan.account.value = QStringLiteral("a-1");
    plan.region.value = QStringLiteral("cn-hangzhou");
    plan.instance.value = instance;
    plan.instanceName = QStringLiteral("orders-cache");
    plan.fromVersion = QStringLiteral("redis-7.0_7.0.1.8");
    plan.toVersion = QStringLiteral("7.0.1.14");
    plan.moment = Moment::Now;
    return plan;
}

inline JournalRow row(const StepPlan &plan, StepState state, const QString &nonce = {})
{
    return {0,
            plan.id,
            plan.instance,
            state,
            QDateTime::currentDateTimeUtc(),
            nonce,
            state == StepState::Planned ? toJson(plan) : QJsonObject{}};
}

/// Planned and Requested, as a start writes them.
inline QList<JournalRow> requested(const StepPlan &plan)
{
    return {row(plan, StepState::Planned),
            row(plan, StepState::Requested, QUuid::createUuid().toString(QUuid::Id128))};
}

/// A connection of our own beside the journal's, for looking and for tampering.
class RawDatabase {
public:
    explicit RawDatabase(const QString &path) : m_name(QUuid::createUuid().toString())
    {
        m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
        m_database.setDatabaseName(path);
        m_database.open();
    }
    ~RawDatabase()
    {
        m_database.close();
        m_database = {};
        QSqlDatabase::removeDatabase(m_name);
    }
    QVariant value(const QString &sql)
    {
        QSqlQuery query(m_database);
        if (!query.exec(sql)) {
            qWarning("%s", qPrintable(query.lastError().text()));
            return {};
        }
        return query.next() ? query.value(0) : QVariant(true);
    }

private:
    QString m_name;
    QSqlDatabase m_database;
};

/// A small file system of its own, when this test may mount one.
class SmallDisk {
public:
    explicit SmallDisk(const char *options)
        : m_mounted(geteuid() == 0 && mount("tmpfs", qPrintable(m_folder.path()), "tmpfs", 0, options) == 0)
    {
    }
    ~SmallDisk()
    {
        if (m_mounted)
            umount2(qPrintable(m_folder.path()), MNT_DETACH);
    }
    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;
    [[nodiscard]] bool isMounted() const { return m_mounted; }
    [[nodiscard]] QString path() const { return m_folder.path(); }
    [[nodiscard]] bool makeReadOnly() const
    {
        return mount("tmpfs", qPrintable(m_folder.path()), nullptr, MS_REMOUNT | MS_RDONLY, nullptr) == 0;
    }

private:
    QTemporaryDir m_folder;
    bool m_mounted;
};

} // namespace uplift::upgrade::test
