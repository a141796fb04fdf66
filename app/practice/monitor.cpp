// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/monitor.h"

#include "practice/load.h"
#include "practice/paging.h"

#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

namespace uplift::practice {

namespace {

constexpr int daySeconds = 24 * 3600;
constexpr int maxSpan = 7 * daySeconds;
constexpr int maxAge = 31 * daySeconds;
constexpr int manyShards = 32;
constexpr int maxKeys = 5;

struct Question {
    QDateTime from;
    QDateTime to;
    QStringList keys;
    QString node; ///< one node; empty: the whole, or all of a kind as the key says
    qint64 step = 60; ///< seconds
};

std::optional<Refusal> readSpan(const CallInput &call, Question &question)
{
    for (const auto &[name, time] : {std::pair{QStringLiteral("StartTime"), &question.from},
                                     std::pair{QStringLiteral("EndTime"), &question.to}}) {
        if (call.text(name).isEmpty())
            return Refusal::missing(name);
        *time = parseWireTime(call.text(name));
        if (!time->isValid())
            return Refusal::invalid(name, QStringLiteral("yyyy-MM-ddTHH:mm:ssZ is needed"));
    }
    const qint64 span = question.from.secsTo(question.to);
    if (span <= 0)
        return Refusal::invalid(QStringLiteral("EndTime"), QStringLiteral("it does not lie after StartTime"));
    if (span > maxSpan)
        return Refusal::invalid(QStringLiteral("EndTime"), QStringLiteral("at most 7 days can be asked for"));
    if (question.from.secsTo(call.now.addSecs(call.skew.count())) > maxAge)
        return Refusal::invalid(QStringLiteral("StartTime"), QStringLiteral("it is more than a month ago"));
    const QString interval = QStringLiteral("IntervalForHistory");
    if (call.text(interval).isEmpty())
        return Refusal::missing(interval);
    if (call.text(interval) != QLatin1String("01m"))
        return Refusal::invalid(interval, QStringLiteral("01m is needed"));
    return std::nullopt;
}

qint64 stepOf(qint64 span, int shards)
{
    if (span <= 600)
        return shards >= manyShards ? 60 : 5;
    if (span <= 3600)
        return 60;
    return span <= daySeconds ? 300 : 900;
}

/// Does "r-…-db-0#68800001" or "r-…-proxy-1#…" name a node of the instance?
bool isNode(const PracticeInstance &instance, const QString &node)
{
    static const QRegularExpression shape(QStringLiteral("^(.+)-(db|proxy)-(\\d{1,4})#\\d+$"));
    const auto match = shape.match(node);
    const int shards = instance.isSplit() ? 1 + std::max(0, instance.readOnly) : instance.shardCount();
    const int count = match.captured(2) == QLatin1String("db") ? shards : instance.proxyCount();
    return match.hasMatch() && match.captured(1) == instance.id && match.captured(3).toInt() < count;
}

std::optional<Refusal> refuseKey(const PracticeInstance &instance, const Question &question,
                                 const QString &key)
{
    static const QStringList memory{QStringLiteral("UsedMemory"), QStringLiteral("quotaMemory"),
                                    QStringLiteral("memoryUsage")};
    const QString name = QStringLiteral("MonitorKeys");
    const QString metric = key.section(u'$', 0, 0);
    const QString part = key.section(u'$', 1);
    if (!metrics().contains(metric))
        return Refusal::invalid(name, QStringLiteral("there is no metric %1").arg(key));
    if (part.isEmpty()) {
        const bool whole = instance.isStandard() || !question.node.isEmpty() || memory.contains(metric);
        return whole ? std::nullopt
                     : std::optional(Refusal::invalid(
                         name, QStringLiteral("%1$db, %1$proxy or a NodeId is needed").arg(metric)));
    }
    if (part != QLatin1String("db") && part != QLatin1String("proxy"))
        return Refusal::invalid(name, QStringLiteral("$db or $proxy is needed in %1").arg(key));
    if (instance.isStandard() || (part == QLatin1String("proxy") && instance.proxyCount() == 0))
        return Refusal::invalid(name, QStringLiteral("the instance has no such nodes: %1").arg(key));
    if (!question.node.isEmpty())
        return Refusal::invalid(name, QStringLiteral("%1 and a NodeId exclude each other").arg(key));
    if (question.keys.size() > 1)
        return Refusal::invalid(name, QStringLiteral("%1 must be asked for alone").arg(key));
    if (instance.shardCount() > manyShards && question.from.secsTo(question.to) > 3600)
        return Refusal::invalid(QStringLiteral("EndTime"),
                                QStringLiteral("at most an hour of so many nodes can be asked for"));
    return std::nullopt;
}

std::optional<Refusal> readKeys(const PracticeInstance &instance, const CallInput &call, Question &question)
{
    question.node = call.text(QStringLiteral("NodeId"));
    if (!question.node.isEmpty() && !isNode(instance, question.node))
        return Refusal::invalid(QStringLiteral("NodeId"), QStringLiteral("there is no such node"));
    question.keys = commaList(call.parameters, QStringLiteral("MonitorKeys"));
    if (question.keys.isEmpty())
        question.keys = QStringList{QStringLiteral("UsedMemory"), QStringLiteral("quotaMemory")};
    if (question.keys.size() > maxKeys)
        return Refusal::invalid(QStringLiteral("MonitorKeys"), QStringLiteral("at most 5 keys are allowed"));
    for (const QString &key : std::as_const(question.keys)) {
        if (auto refusal = refuseKey(instance, question, key))
            return refusal;
    }
    question.step = stepOf(question.from.secsTo(question.to), instance.shardCount());
    return std::nullopt;
}

bool isRightAfterSwitch(const PracticeInstance &instance, const QDateTime &now)
{
    return std::any_of(instance.jobs.begin(), instance.jobs.end(), [&](const UpgradeJob &job) {
        const JobState state = stateAt(job, now);
        return job.kind == UpgradeJob::Kind::Kernel && state.switched
            && state.phase == JobState::Phase::Running;
    });
}

} // namespace

Reply describeMonitorValues(const World &world, const CallInput &call)
{
    const Found found = findInstance(world, call);
    if (!found.instance)
        return *found.refusal;
    Question question;
    if (auto refusal = readSpan(call, question))
        return *refusal;
    if (auto refusal = readKeys(*found.instance, call, question))
        return *refusal;
    if (isRightAfterSwitch(*found.instance, call.now))
        return Refusal::of(400, QStringLiteral("MissingRedisUsedmemoryUnsupportPerfItem"),
                           QStringLiteral("The metric is not available for the moment."));
    QJsonObject history;
    const qint64 last =
        std::min(question.to.toSecsSinceEpoch(), call.now.toSecsSinceEpoch() + call.skew.count());
    const qint64 first = question.from.toSecsSinceEpoch();
    for (qint64 second = first - first % question.step; second <= last; second += question.step) {
        const QDateTime when = QDateTime::fromSecsSinceEpoch(second, Qt::UTC);
        QJsonObject point;
        for (const QString &key : std::as_const(question.keys)) {
            const QString part = key.section(u'$', 1);
            const QString value = metricText(*found.instance, key.section(u'$', 0, 0),
                                             part.isEmpty() ? question.node : part, when);
            if (!value.isEmpty())
                point.insert(key, value);
        }
        if (!point.isEmpty())
            history.insert(wireTime(when), point);
    }
    return QJsonObject{{QStringLiteral("MonitorHistory"),
                        QString::fromUtf8(QJsonDocument(history).toJson(QJsonDocument::Compact))}};
}

} // namespace uplift::practice
