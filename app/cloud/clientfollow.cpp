// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/clientstate.h"

#include "cloud/models.h"

namespace uplift::cloud {

namespace {

constexpr qsizetype maxIds = 30;

Error refusedHere(const QString &detail) { return Error::of(Error::Kind::Internal, detail); }

template <class T> QString joined(const QList<Id<T>> &ids)
{
    QStringList names;
    for (const Id<T> &id : ids)
        names << id.value;
    return names.join(QLatin1Char(','));
}

Operation tasksOperation(const RegionId &region, const QDateTime &from, const QDateTime &to)
{
    return {Product::RKVStore,
            region,
            QStringLiteral("DescribeHistoryTasks"),
            {{QStringLiteral("RegionId"), region.value},
             {QStringLiteral("FromStartTime"), QString::fromLatin1(wireTime(from))},
             {QStringLiteral("ToStartTime"), QString::fromLatin1(wireTime(to))},
             {QStringLiteral("PageSize"), QStringLiteral("100")}}};
}

Operation nodesOperation(const RegionId &region, const InstanceId &id, const QString &queryType)
{
    return {Product::RKVStore,
            region,
            QStringLiteral("DescribeRoleZoneInfo"),
            {{QStringLiteral("InstanceId"), id.value},
             {QStringLiteral("QueryType"), queryType},
             {QStringLiteral("PageSize"), QStringLiteral("50")}}};
}

Operation listOperation(const RegionId &region, const QString &action)
{
    return {
        Product::Oos,
        region,
        action,
        {{QStringLiteral("RegionId"), region.value}, {QStringLiteral("MaxResults"), QStringLiteral("100")}}};
}

/// Answers here when there is nothing to ask or too much; true then.
template <class T, class Ids>
bool answeredHere(const Ids &ids, QObject *context, const Handler<Answered<QList<T>>> &done)
{
    if (!ids.isEmpty() && ids.size() <= maxIds)
        return false;
    const Answer<Answered<QList<T>>> answer(context, done);
    // Without ids the service would list the tasks of the whole region.
    if (ids.isEmpty())
        answer(Answered<QList<T>>{});
    else
        answer(failure(refusedHere(QStringLiteral("More than 30 were asked for at once."))));
    return true;
}

} // namespace

void Client::describeTasks(const RegionId &region, const InstanceId &id, const QDateTime &from,
                           const QDateTime &to, QObject *context, Handler<Answered<QList<CloudTask>>> done)
{
    describeTasks(region, QList<InstanceId>{id}, from, to, context, std::move(done));
}

void Client::describeTasks(const RegionId &region, const QList<InstanceId> &ids, const QDateTime &from,
                           const QDateTime &to, QObject *context, Handler<Answered<QList<CloudTask>>> done)
{
    if (answeredHere(ids, context, done))
        return;
    Operation operation = tasksOperation(region, from, to);
    operation.parameters.insert(QStringLiteral("InstanceId"), joined(ids));
    m_state->readPages<CloudTask>(operation, toTasks, context, std::move(done));
}

void Client::describeTasksById(const RegionId &region, const QList<TaskId> &ids, const QDateTime &from,
                               const QDateTime &to, QObject *context,
                               Handler<Answered<QList<CloudTask>>> done)
{
    if (answeredHere(ids, context, done))
        return;
    Operation operation = tasksOperation(region, from, to);
    operation.parameters.insert(QStringLiteral("TaskId"), joined(ids));
    m_state->readPages<CloudTask>(operation, toTasks, context, std::move(done));
}

void Client::describeNodes(const RegionId &region, const InstanceId &id, QObject *context,
                           Handler<Answered<QList<NodeVersion>>> done)
{
    m_state->readPages<NodeVersion>(nodesOperation(region, id, QStringLiteral("1")), toNodes, context,
                                    std::move(done));
}

void Client::describeProxyNodes(const RegionId &region, const InstanceId &id, QObject *context,
                                Handler<Answered<QList<NodeVersion>>> done)
{
    m_state->readPages<NodeVersion>(nodesOperation(region, id, QStringLiteral("0")), toProxies, context,
                                    std::move(done));
}

void Client::describeBackupTasks(const RegionId &region, const InstanceId &id, const QString &jobId,
                                 QObject *context, Handler<Answered<QList<BackupJob>>> done)
{
    Operation operation{Product::RKVStore,
                        region,
                        QStringLiteral("DescribeBackupTasks"),
                        {{QStringLiteral("InstanceId"), id.value}}};
    if (!jobId.isEmpty())
        operation.parameters.insert(QStringLiteral("BackupJobId"), jobId);
    m_state->read<QList<BackupJob>>(operation, toBackupJobs, context, std::move(done));
}

void Client::describeMonitorHistory(const RegionId &region, const InstanceId &id, const QStringList &keys,
                                    const QDateTime &from, const QDateTime &to, const QString &nodeId,
                                    QObject *context, Handler<Answered<MonitorHistory>> done)
{
    constexpr qint64 maxSeconds = 7 * 24 * 3600;
    const bool span = from.isValid() && to.isValid() && from < to && from.secsTo(to) <= maxSeconds;
    if (!span) {
        const Answer<Answered<MonitorHistory>> answer(context, std::move(done));
        answer(failure(refusedHere(QStringLiteral("The span is none, or longer than 7 days."))));
        return;
    }
    Operation operation{Product::RKVStore,
                        region,
                        QStringLiteral("DescribeHistoryMonitorValues"),
                        {{QStringLiteral("InstanceId"), id.value},
                         {QStringLiteral("StartTime"), QString::fromLatin1(wireTime(from))},
                         {QStringLiteral("EndTime"), QString::fromLatin1(wireTime(to))},
                         // Deprecated, yet required: the service chooses the steps (api.md 8.2).
                         {QStringLiteral("IntervalForHistory"), QStringLiteral("01m")}}};
    if (!keys.isEmpty())
        operation.parameters.insert(QStringLiteral("MonitorKeys"), keys.join(QLatin1Char(',')));
    if (!nodeId.isEmpty())
        operation.parameters.insert(QStringLiteral("NodeId"), nodeId);
    m_state->read<MonitorHistory>(operation, toMonitorHistory, context, std::move(done));
}

void Client::listExecutions(const RegionId &region, const ExecutionFilter &filter, QObject *context,
                            Handler<Answered<QList<Execution>>> done)
{
    Operation operation = listOperation(region, QStringLiteral("ListExecutions"));
    const std::pair<QString, QString> narrowing[] = {{QStringLiteral("ExecutionId"), filter.executionId},
                                                     {QStringLiteral("TemplateName"), filter.templateName},
                                                     {QStringLiteral("Status"), filter.status}};
    for (const auto &[name, value] : narrowing) {
        if (!value.isEmpty())
            operation.parameters.insert(name, value);
    }
    m_state->readPages<Execution>(operation, toExecutions, context, std::move(done), Paging::ByToken);
}

void Client::listTaskExecutions(const RegionId &region, const QString &executionId, QObject *context,
                                Handler<Answered<QList<TaskExecution>>> done)
{
    if (executionId.isEmpty()) {
        const Answer<Answered<QList<TaskExecution>>> answer(context, std::move(done));
        answer(failure(refusedHere(QStringLiteral("Tasks of no execution were asked for."))));
        return;
    }
    Operation operation = listOperation(region, QStringLiteral("ListTaskExecutions"));
    operation.parameters.insert(QStringLiteral("ExecutionId"), executionId);
    m_state->readPages<TaskExecution>(operation, toTaskExecutions, context, std::move(done), Paging::ByToken);
}

} // namespace uplift::cloud
