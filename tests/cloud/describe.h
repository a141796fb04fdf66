// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/changecall.h"
#include "cloud/models.h"

#include <QRegularExpression>
#include <QStringList>

/// Every field of a struct as one readable line, so that two of them can be compared and a difference read.
namespace uplift::test {

template <class T> QString shown(const std::optional<T> &value)
{
    if constexpr (std::is_same_v<T, bool>)
        return value ? (*value ? QStringLiteral("yes") : QStringLiteral("no")) : QStringLiteral("?");
    else
        return value ? QString::number(*value) : QStringLiteral("?");
}

inline QStringList describe(const Instance &i)
{
    QStringList lines{i.id.value,
                      i.name,
                      i.region.value,
                      i.zone,
                      i.secondaryZone,
                      i.statusText,
                      i.instanceType,
                      i.editionType,
                      i.architectureType,
                      i.instanceClass,
                      i.realInstanceClass,
                      i.nodeType,
                      i.computingType,
                      i.replicationMode,
                      i.zoneType,
                      i.engineVersion,
                      shown(i.shardCount),
                      shown(i.replicaCount),
                      shown(i.secondaryReplicaCount),
                      shown(i.readOnlyCount),
                      shown(i.capacityMb),
                      shown(i.orderCompleted),
                      shown(i.renewChangeOrder),
                      i.distributedInstanceId,
                      i.connectionDomain,
                      shown(i.port),
                      i.chargeType,
                      i.endTime,
                      QString::number(int(i.status)),
                      i.window ? i.window->startWire() + i.window->endWire() : QStringLiteral("?")};
    for (const auto &[key, value] : i.tags)
        lines << key + QLatin1Char('=') + value;
    return lines;
}

inline QStringList describe(const QList<ReleaseNote> &notes)
{
    QStringList lines;
    for (const ReleaseNote &note : notes)
        lines << note.version.text() << QString::number(int(note.level)) << note.date << note.chinese
              << note.english;
    return lines;
}

inline QStringList describe(const EngineVersion &v)
{
    return QStringList{v.engine,
                       v.majorVersion,
                       v.current.text(),
                       v.current.raw(),
                       v.latest.text(),
                       QString::number(int(v.level)),
                       shown(v.isLatest),
                       shown(v.upgradeAvailable),
                       shown(v.autoUpgrade),
                       v.rawNotes,
                       v.proxyCurrent.text(),
                       v.proxyLatest.text(),
                       QString::number(int(v.proxyLevel))}
    + describe(v.notes) + describe(v.proxyNotes);
}

inline QStringList describe(const CloudTask &t)
{
    const QString remaining = t.remaining ? QString::number(t.remaining->count()) : QStringLiteral("?");
    return {t.id.value,
            t.type,
            t.reason,
            t.instance.value,
            QString::number(int(t.status)),
            t.statusText,
            shown(t.progress),
            remaining,
            t.step,
            t.started.toString(Qt::ISODate),
            t.ended.toString(Qt::ISODate),
            t.callerText,
            t.region.value,
            t.actions.join(QLatin1Char(','))};
}

inline QStringList describe(const NodeVersion &n)
{
    return {n.name, n.role, n.zone, n.version.text(), shown(n.isLatest)};
}

inline QStringList describe(const TopologyNode &n)
{
    return {n.id, n.type, n.role, shown(n.capacityMb), shown(n.bandwidthMb), shown(n.connections)};
}

inline QStringList describe(const ScheduledEvent &e)
{
    return QStringList{e.id,
                       e.instance.value,
                       e.instanceName,
                       e.region.value,
                       e.type,
                       e.name.english,
                       e.name.chinese,
                       QString::number(int(e.level)),
                       QString::number(int(e.status)),
                       e.statusText,
                       e.created.toString(Qt::ISODate),
                       e.start.toString(Qt::ISODate),
                       e.switchAt.toString(Qt::ISODate),
                       e.deadline.toString(Qt::ISODate),
                       e.prepare ? QString::number(e.prepare->count()) : QStringLiteral("?"),
                       shown(e.mayCancel),
                       shown(e.mayChange),
                       e.impact,
                       e.impactText.english,
                       e.impactText.chinese,
                       e.result}
    + e.nodes;
}

inline QStringList describe(const Backup &b)
{
    return {b.id,
            b.jobId,
            QString::number(int(b.status)),
            b.statusText,
            b.mode,
            b.method,
            b.type,
            b.started.toString(Qt::ISODate),
            b.ended.toString(Qt::ISODate),
            b.expires.toString(Qt::ISODate),
            shown(b.bytes),
            b.node,
            b.engineVersion};
}

inline QStringList describe(const BackupJob &j)
{
    return {j.id,   QString::number(int(j.status)), j.statusText, shown(j.progress), j.mode, j.action,
            j.node, j.started.toString(Qt::ISODate)};
}

inline QStringList describe(const MonitorHistory &h)
{
    QStringList lines{QString::number(h.samples.size())};
    for (const MonitorSample &sample : h.samples) {
        lines << sample.time.toString(Qt::ISODate);
        for (auto value = sample.values.begin(); value != sample.values.end(); ++value)
            lines << value.key() + QLatin1Char('=') + QString::number(value.value(), 'g', 15);
        for (const QString &metric : h.metrics()) {
            if (sample.unreadable.contains(metric))
                lines << metric + QLatin1String("=?");
        }
    }
    return lines;
}

inline QStringList describe(const Execution &e)
{
    return QStringList{e.id,
                       e.templateName,
                       QString::number(int(e.status)),
                       e.statusText,
                       e.message,
                       e.mode,
                       e.description,
                       e.parameters,
                       shown(e.totalTasks),
                       shown(e.succeededTasks),
                       shown(e.failedTasks),
                       e.created.toString(Qt::ISODate),
                       e.started.toString(Qt::ISODate),
                       e.ended.toString(Qt::ISODate),
                       e.updated.toString(Qt::ISODate)}
    + e.currentTasks;
}

inline QStringList describe(const TaskExecution &t)
{
    return {t.id,
            t.execution,
            t.parent,
            t.name,
            t.action,
            QString::number(int(t.status)),
            t.statusText,
            t.message,
            t.loopItem,
            shown(t.loopBatch),
            t.outputs,
            t.created.toString(Qt::ISODate),
            t.started.toString(Qt::ISODate),
            t.ended.toString(Qt::ISODate),
            t.updated.toString(Qt::ISODate)};
}

inline QStringList describe(const QMap<QString, QString> &values)
{
    QStringList lines;
    for (auto value = values.begin(); value != values.end(); ++value)
        lines << value.key() + QLatin1Char('=') + value.value();
    return lines;
}

inline QStringList describe(const Region &r) { return {r.id.value, r.localName, r.endpoint}; }

inline QStringList describe(const CallerIdentity &c)
{
    return {QString::number(int(c.type)), c.accountId, c.arn, c.principalName};
}

inline QStringList describe(const cloud::ApiError &e)
{
    return {QString::number(e.httpStatus), e.code, e.requestId, e.message, e.deniedAction, e.deniedPrincipal};
}

template <class T> QStringList describe(const QList<T> &list)
{
    QStringList lines{QString::number(list.size())};
    for (const T &one : list)
        lines += describe(one);
    return lines;
}

inline QStringList describe(const Topology &t) { return describe(t.shards) + describe(t.proxies); }

template <class T> QStringList describe(const cloud::Page<T> &page)
{
    return QStringList{shown(page.pageNumber), shown(page.pageSize), shown(page.totalCount), page.nextToken}
    + describe(page.items);
}

template <class T> QStringList describe(const std::optional<T> &value)
{
    return value ? describe(*value) : QStringList{QStringLiteral("nothing")};
}

template <class T> QStringList describe(const Result<T> &result)
{
    return result ? describe(*result) : QStringList{QStringLiteral("refused: ") + result.error().detail};
}

inline bool changesSomething(const QString &operation)
{
    static const QRegularExpression words(QStringLiteral("^(Modify|Upgrade|Create|Cancel|Start)"));
    return words.match(operation).hasMatch();
}

/// What the mapper of `operation` makes of a reply; empty for an operation without one.
inline QStringList describeReply(const QString &operation, const cloud::ReplyTree &reply, int httpStatus)
{
    if (httpStatus != 200)
        return describe(cloud::toApiError(reply, httpStatus));
    const QStringList head{cloud::toRequestId(reply)};
    if (operation == QLatin1String("DescribeRegions"))
        return head + describe(cloud::toRegions(reply));
    if (operation == QLatin1String("DescribeInstances"))
        return head + describe(cloud::toInstances(reply));
    if (operation == QLatin1String("DescribeInstanceAttribute"))
        return head + describe(cloud::toInstance(reply));
    if (operation == QLatin1String("DescribeEngineVersion"))
        return head + describe(cloud::toEngineVersion(reply));
    if (operation == QLatin1String("DescribeHistoryTasks"))
        return head + describe(cloud::toTasks(reply));
    if (operation == QLatin1String("DescribeRoleZoneInfo"))
        return head + describe(cloud::toNodes(reply)) + describe(cloud::toProxies(reply));
    if (operation == QLatin1String("DescribeLogicInstanceTopology"))
        return head + describe(cloud::toTopology(reply));
    if (operation == QLatin1String("DescribeActiveOperationTasks"))
        return head + describe(cloud::toEvents(reply));
    if (operation == QLatin1String("DescribeBackups"))
        return head + describe(cloud::toBackups(reply));
    if (operation == QLatin1String("DescribeClusterBackupList"))
        return head + describe(cloud::toClusterBackups(reply));
    if (operation == QLatin1String("GetCallerIdentity"))
        return head + describe(cloud::toCallerIdentity(reply));
    if (operation == QLatin1String("DescribeBackupTasks"))
        return head + describe(cloud::toBackupJobs(reply));
    if (operation == QLatin1String("DescribeHistoryMonitorValues"))
        return head + describe(cloud::toMonitorHistory(reply));
    if (operation == QLatin1String("ListExecutions"))
        return head + describe(cloud::toExecutions(reply));
    if (operation == QLatin1String("ListTaskExecutions"))
        return head + describe(cloud::toTaskExecutions(reply));
    return changesSomething(operation) ? head + describe(cloud::changeValues(reply)) : QStringList();
}

} // namespace uplift::test
