// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/ooscalls.h"

#include "practice/paging.h"

#include <QCryptographicHash>
#include <QJsonDocument>

#include <algorithm>

namespace uplift::practice {

namespace {

QString user(const CallInput &call) { return QStringLiteral("practice(20%1)").arg(call.account); }

QString endText(const QDateTime &ended, const CallInput &call)
{
    return ended.isValid() ? call.shown(ended) : QString();
}

QJsonArray currentTasks(const OosExecution &execution)
{
    QJsonArray tasks;
    for (const OosRun &run : execution.runs) {
        if (run.status == OosStatus::Running && run.parent.isEmpty())
            tasks.append(QJsonObject{{QStringLiteral("TaskName"), run.name},
                                     {QStringLiteral("TaskAction"), run.action},
                                     {QStringLiteral("TaskExecutionId"), run.id}});
    }
    return tasks;
}

/// What StartExecution and ListExecutions share.
QJsonObject executionShape(const OosExecution &execution, const CallInput &call)
{
    const OosOrder &order = execution.order;
    return {{QStringLiteral("ExecutionId"), execution.id},
            {QStringLiteral("TemplateId"), QStringLiteral("t-") + execution.id},
            {QStringLiteral("TemplateName"), QStringLiteral("template-of-") + execution.id},
            {QStringLiteral("TemplateVersion"), QStringLiteral("v1")},
            {QStringLiteral("Status"), statusText(execution.status)},
            {QStringLiteral("StatusMessage"), execution.message},
            {QStringLiteral("Mode"), QStringLiteral("Automatic")},
            {QStringLiteral("SafetyCheck"), order.safetyCheck},
            {QStringLiteral("IsParent"), false},
            {QStringLiteral("ParentExecutionId"), QString()},
            {QStringLiteral("RamRole"), plainText(resolved(order.plan.ramRole, order.values))},
            {QStringLiteral("ExecutedBy"), user(call)},
            {QStringLiteral("Description"), order.description},
            {QStringLiteral("CreateDate"), call.shown(execution.started)},
            {QStringLiteral("StartDate"), call.shown(execution.started)},
            {QStringLiteral("EndDate"), endText(execution.ended, call)},
            {QStringLiteral("UpdateDate"), call.shown(execution.updated)},
            {QStringLiteral("Outputs"), QStringLiteral("{}")},
            {QStringLiteral("Tags"), QJsonObject()},
            {QStringLiteral("CurrentTasks"), currentTasks(execution)},
            {QStringLiteral("ResourceGroupId"), QStringLiteral("rg-practice")}};
}

QJsonObject runShape(const OosExecution &execution, const OosRun &run, const CallInput &call)
{
    return {{QStringLiteral("TaskExecutionId"), run.id},
            {QStringLiteral("ExecutionId"), execution.id},
            {QStringLiteral("TaskName"), run.name},
            {QStringLiteral("TaskAction"), run.action},
            {QStringLiteral("Status"), statusText(run.status)},
            {QStringLiteral("StatusMessage"), run.message},
            {QStringLiteral("LoopItem"), run.item},
            {QStringLiteral("LoopBatchNumber"), run.item.isEmpty() ? 0 : 1},
            {QStringLiteral("ParentTaskExecutionId"), run.parent},
            {QStringLiteral("Outputs"), QStringLiteral("{}")},
            {QStringLiteral("Properties"), run.properties},
            {QStringLiteral("CreateDate"), call.shown(run.started)},
            {QStringLiteral("StartDate"), call.shown(run.started)},
            {QStringLiteral("EndDate"), endText(run.ended, call)},
            {QStringLiteral("UpdateDate"), call.shown(run.updated)}};
}

/// A part of a list, by MaxResults and NextToken.
struct Part {
    int size = 50;
    qsizetype from = 0;
};

std::optional<Refusal> readPart(const CallInput &call, Part &part)
{
    if (auto refusal = readNumber(call.parameters, QStringLiteral("MaxResults"), 10, 100, part.size))
        return refusal;
    const QString token = call.text(QStringLiteral("NextToken"));
    if (token.isEmpty())
        return std::nullopt;
    bool ok = false;
    part.from = QByteArray::fromBase64(token.toLatin1()).toLongLong(&ok);
    if (!ok || part.from < 0 || part.from > 1'000'000'000)
        return Refusal::invalid(QStringLiteral("NextToken"), QStringLiteral("it was never given"));
    return std::nullopt;
}

QString nextToken(const Part &part, qsizetype total)
{
    const qsizetype next = part.from + part.size;
    return next < total ? QString::fromLatin1(QByteArray::number(next).toBase64()) : QString();
}

/// The caller's execution with the id it names.
const OosExecution *findOwn(const OosEngine &engine, const CallInput &call, std::optional<Refusal> &refusal)
{
    const QString parameter = QStringLiteral("ExecutionId");
    const QString id = call.text(parameter);
    const QString region = call.text(QStringLiteral("RegionId"));
    const OosExecution *execution = engine.find(id);
    if (id.isEmpty())
        refusal = Refusal::missing(parameter);
    else if (!execution || execution->order.account != call.account
             || (!region.isEmpty() && region != execution->order.region))
        refusal = Refusal::of(404, QStringLiteral("EntityNotExists.Execution"),
                              QStringLiteral("The specified execution does not exist."));
    return refusal ? nullptr : execution;
}

std::optional<Refusal> refuseWords(const CallInput &call)
{
    const auto word = [&](const char *name) { return call.text(QLatin1String(name)); };
    for (const char *name : {"RegionId", "TemplateContent"}) {
        if (word(name).isEmpty())
            return Refusal::missing(QLatin1String(name));
    }
    for (const char *name : {"Mode", "LoopMode"}) {
        if (!word(name).isEmpty() && word(name) != QLatin1String("Automatic"))
            return Refusal::invalid(QLatin1String(name), QStringLiteral("Automatic is needed here"));
    }
    const QString check = word("SafetyCheck");
    if (!check.isEmpty() && check != QLatin1String("Skip")
        && check != QLatin1String("ConfirmEveryHighRiskAction"))
        return Refusal::invalid(QStringLiteral("SafetyCheck"),
                                QStringLiteral("Skip or ConfirmEveryHighRiskAction is needed"));
    if (word("ClientToken").size() > 64)
        return Refusal::invalid(QStringLiteral("ClientToken"),
                                QStringLiteral("at most 64 letters are allowed"));
    return std::nullopt;
}

std::optional<Refusal> readOrder(const CallInput &call, OosOrder &order)
{
    if (auto refusal = refuseWords(call))
        return refusal;
    order.account = call.account;
    order.region = call.text(QStringLiteral("RegionId"));
    order.token = call.text(QStringLiteral("ClientToken"));
    order.description = call.text(QStringLiteral("Description"));
    order.safetyCheck =
        call.parameters.value(QStringLiteral("SafetyCheck"), QStringLiteral("ConfirmEveryHighRiskAction"));
    const QString content = call.text(QStringLiteral("TemplateContent"));
    const QString given = call.parameters.value(QStringLiteral("Parameters"), QStringLiteral("{}"));
    order.fingerprint = QString::fromLatin1(
        QCryptographicHash::hash((content + u'\n' + given).toUtf8(), QCryptographicHash::Sha256).toHex());
    const QJsonDocument parameters = QJsonDocument::fromJson(given.toUtf8());
    if (!parameters.isObject())
        return Refusal::invalid(QStringLiteral("Parameters"), QStringLiteral("a JSON object is needed"));
    order.parameters = parameters.object();
    if (auto refusal = readTemplate(content, order.plan))
        return refusal;
    if (auto refusal = readValues(order.plan, order.parameters, order.region, order.values))
        return refusal;
    return settle(order.plan.tasks, order.values);
}

Reply startExecution(OosEngine &engine, const CallInput &call)
{
    OosOrder order;
    if (auto refusal = readOrder(call, order))
        return *refusal;
    const auto &all = engine.executions();
    const auto same = std::find_if(all.begin(), all.end(), [&](const auto &execution) {
        const OosOrder &other = execution->order;
        return !order.token.isEmpty() && other.token == order.token && other.account == order.account
            && other.region == order.region;
    });
    if (same != all.end() && (*same)->order.fingerprint != order.fingerprint)
        return Refusal::of(400, QStringLiteral("IdempotentParameterMismatch"),
                           QStringLiteral("The ClientToken was used with other parameters."));
    const OosExecution &execution = same == all.end() ? engine.start(order, call.now) : **same;
    QJsonObject shape = executionShape(execution, call);
    shape.insert(QStringLiteral("LoopMode"), QStringLiteral("Automatic"));
    shape.insert(QStringLiteral("Parameters"), plainText(execution.order.parameters));
    shape.insert(QStringLiteral("Counters"), QJsonObject());
    return QJsonObject{{QStringLiteral("Execution"), shape}};
}

Reply listExecutions(OosEngine &engine, const CallInput &call)
{
    Part part;
    if (auto refusal = readPart(call, part))
        return *refusal;
    const QString id = call.text(QStringLiteral("ExecutionId"));
    const QString status = call.text(QStringLiteral("Status"));
    const QString region = call.text(QStringLiteral("RegionId"));
    QList<const OosExecution *> found;
    const auto &all = engine.executions();
    for (auto it = all.rbegin(); it != all.rend(); ++it) { // newest first
        const OosExecution &execution = **it;
        const bool fits = execution.order.account == call.account && (id.isEmpty() || id == execution.id)
            && (status.isEmpty() || status == statusText(execution.status))
            && (region.isEmpty() || region == execution.order.region);
        if (fits)
            found.append(&execution);
    }
    QJsonArray rows;
    for (qsizetype i = part.from; i < std::min(part.from + part.size, found.size()); ++i) {
        const OosExecution &execution = *found.at(i);
        QJsonObject shape = executionShape(execution, call);
        shape.insert(QStringLiteral("Parameters"), execution.order.parameters);
        shape.insert(QStringLiteral("Counters"),
                     QJsonObject{{QStringLiteral("FailedTasks"), execution.count(OosStatus::Failed)},
                                 {QStringLiteral("SuccessTasks"), execution.count(OosStatus::Success)},
                                 {QStringLiteral("TotalTasks"), static_cast<qint64>(execution.runs.size())}});
        rows.append(shape);
    }
    return QJsonObject{{QStringLiteral("Executions"), rows},
                       {QStringLiteral("MaxResults"), part.size},
                       {QStringLiteral("NextToken"), nextToken(part, found.size())},
                       {QStringLiteral("TotalCount"), found.size()}};
}

Reply listTaskExecutions(OosEngine &engine, const CallInput &call)
{
    std::optional<Refusal> refusal;
    const OosExecution *execution = findOwn(engine, call, refusal);
    if (!execution)
        return *refusal;
    Part part;
    if (auto bad = readPart(call, part))
        return *bad;
    const QString parent = call.text(QStringLiteral("ParentTaskExecutionId"));
    const QString status = call.text(QStringLiteral("Status"));
    QList<const OosRun *> found;
    for (const OosRun &run : execution->runs) {
        if ((parent.isEmpty() || parent == run.parent)
            && (status.isEmpty() || status == statusText(run.status)))
            found.append(&run);
    }
    QJsonArray rows;
    for (qsizetype i = part.from; i < std::min(part.from + part.size, found.size()); ++i)
        rows.append(runShape(*execution, *found.at(i), call));
    return QJsonObject{{QStringLiteral("TaskExecutions"), rows},
                       {QStringLiteral("MaxResults"), part.size},
                       {QStringLiteral("NextToken"), nextToken(part, found.size())}};
}

Reply cancelExecution(OosEngine &engine, const CallInput &call)
{
    std::optional<Refusal> refusal;
    const OosExecution *execution = findOwn(engine, call, refusal);
    if (!execution)
        return *refusal;
    if (execution->status != OosStatus::Running)
        return Refusal::of(400, QStringLiteral("InvalidExecutionStatus"),
                           QStringLiteral("The execution has ended: %1.").arg(statusText(execution->status)));
    engine.cancel(execution->id, call.now);
    return QJsonObject{};
}

} // namespace

Reply answerOos(OosEngine &engine, const CallInput &call)
{
    using Answer = Reply (*)(OosEngine &, const CallInput &);
    static const QHash<QString, Answer> answers{
        {QStringLiteral("StartExecution"), startExecution},
        {QStringLiteral("ListExecutions"), listExecutions},
        {QStringLiteral("ListTaskExecutions"), listTaskExecutions},
        {QStringLiteral("CancelExecution"), cancelExecution},
    };
    if (const Answer answer = answers.value(call.action, nullptr))
        return answer(engine, call);
    return Refusal::of(404, QStringLiteral("InvalidAction.NotFound"),
                       QStringLiteral("Specified api is not found."));
}

} // namespace uplift::practice
