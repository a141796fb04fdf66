// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/models.h"

#include "cloud/modelparts.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace uplift::cloud {

using namespace fields;
using namespace modelparts;

namespace {

constexpr int maxTasks = 1'000'000;

/// JSON text in one operation, an object in the other (api.md 12).
QString toParameters(const QJsonValue &value)
{
    constexpr qsizetype maxParameters = 64 * 1024;
    const QString words = value.toString();
    if (words.size() > maxParameters)
        return {};
    const QJsonObject object =
        value.isObject() ? value.toObject() : QJsonDocument::fromJson(words.toUtf8()).object();
    if (object.isEmpty())
        return {};
    const QString compact = QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
    return compact.size() <= maxParameters ? compact : QString();
}

/// "\"r-…\"": the item of a loop as JSON. Texts are taken out of their quotes.
QString toLoopItem(const QString &item)
{
    const QByteArray list = '[' + item.toUtf8() + ']';
    const QJsonArray parsed = QJsonDocument::fromJson(list).array();
    return parsed.size() == 1 && parsed.first().isString() ? parsed.first().toString() : item;
}

/// What executions and their tasks have in common.
template <class T> void readCourse(const QJsonObject &row, T &course)
{
    course.statusText = text(row, QLatin1String("Status"));
    course.status = parseExecutionStatus(course.statusText);
    course.message = prose(row, QLatin1String("StatusMessage"));
    course.created = time(row, QLatin1String("CreateDate"));
    course.started = time(row, QLatin1String("StartDate"));
    course.ended = time(row, QLatin1String("EndDate"));
    course.updated = time(row, QLatin1String("UpdateDate"));
}

Execution toExecution(const QJsonObject &row)
{
    Execution execution;
    readCourse(row, execution);
    execution.id = text(row, QLatin1String("ExecutionId"));
    execution.templateName = text(row, QLatin1String("TemplateName"));
    execution.mode = text(row, QLatin1String("Mode"));
    execution.description = prose(row, QLatin1String("Description"));
    execution.parameters = toParameters(row.value(QLatin1String("Parameters")));
    for (const QJsonObject &task : items(row, QLatin1String("CurrentTasks"))) {
        const QString name = text(task, QLatin1String("TaskName"));
        if (!name.isEmpty())
            execution.currentTasks.append(name);
    }
    const QJsonObject counters = child(row, QLatin1String("Counters"));
    execution.totalTasks = integer(counters, QLatin1String("TotalTasks"), 0, maxTasks);
    execution.succeededTasks = integer(counters, QLatin1String("SuccessTasks"), 0, maxTasks);
    execution.failedTasks = integer(counters, QLatin1String("FailedTasks"), 0, maxTasks);
    return execution;
}

TaskExecution toTaskExecution(const QJsonObject &row)
{
    TaskExecution task;
    readCourse(row, task);
    task.id = text(row, QLatin1String("TaskExecutionId"));
    task.execution = text(row, QLatin1String("ExecutionId"));
    task.parent = text(row, QLatin1String("ParentTaskExecutionId"));
    task.name = text(row, QLatin1String("TaskName"));
    task.action = text(row, QLatin1String("TaskAction"));
    task.loopItem = toLoopItem(text(row, QLatin1String("LoopItem"), noteLength));
    task.loopBatch = integer(row, QLatin1String("LoopBatchNumber"), 0, maxTasks);
    task.outputs = text(row, QLatin1String("Outputs"), noteLength);
    return task;
}

template <class T>
Result<Page<T>> toTokenPage(const ReplyTree &reply, const char *operation, QLatin1String list,
                            T (*map)(const QJsonObject &))
{
    // An empty flat list leaves no element behind in XML; the size of the page then tells that it is an
    // answer.
    if (!hasContainer(reply.root, list) && !reply.root.contains(QLatin1String("MaxResults")))
        return notAnAnswer(operation);
    constexpr qsizetype maxToken = 4096;
    Page<T> page;
    readPage(reply, page);
    page.nextToken = text(reply.root, QLatin1String("NextToken"), maxToken);
    for (const QJsonObject &row : items(reply.root, list)) {
        const T one = map(row);
        if (!one.id.isEmpty())
            page.items.append(one);
    }
    return page;
}

} // namespace

Result<Page<Execution>> toExecutions(const ReplyTree &reply)
{
    return toTokenPage<Execution>(reply, "ListExecutions", QLatin1String("Executions"), toExecution);
}

Result<Page<TaskExecution>> toTaskExecutions(const ReplyTree &reply)
{
    return toTokenPage<TaskExecution>(reply, "ListTaskExecutions", QLatin1String("TaskExecutions"),
                                      toTaskExecution);
}

} // namespace uplift::cloud
