// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/oosengine.h"

#include <QJsonDocument>

#include <algorithm>

namespace uplift::practice {

namespace {

/// The upgrade a template's times are made for.
constexpr double usualUpgradeMs = 600'000;

bool holds(const QJsonArray &values, const QJsonValue &value, const OosValues &names)
{
    const QString text = plainText(value);
    return std::any_of(values.begin(), values.end(),
                       [&](const QJsonValue &one) { return plainText(resolved(one, names)) == text; });
}

} // namespace

QString statusText(OosStatus status)
{
    switch (status) {
    case OosStatus::Running:
        return QStringLiteral("Running");
    case OosStatus::Success:
        return QStringLiteral("Success");
    case OosStatus::Failed:
        return QStringLiteral("Failed");
    case OosStatus::Cancelled:
        return QStringLiteral("Cancelled");
    }
    return {};
}

int OosExecution::count(OosStatus wanted) const
{
    return static_cast<int>(std::count_if(runs.begin(), runs.end(),
                                          [wanted](const OosRun &run) { return run.status == wanted; }));
}

OosEngine::OosEngine(std::chrono::milliseconds upgradeTime, Perform perform)
    : m_scale(static_cast<double>(upgradeTime.count()) / usualUpgradeMs), m_perform(std::move(perform))
{
}

void OosEngine::advance(const QDateTime &now)
{
    while (!m_due.empty() && m_due.begin()->first <= now) {
        const auto [at, ticket] = *m_due.begin();
        m_due.erase(m_due.begin());
        step(*ticket.execution, ticket.strand, at);
    }
}

const OosExecution &OosEngine::start(const OosOrder &order, const QDateTime &now)
{
    auto execution = std::make_unique<OosExecution>();
    execution->id = QStringLiteral("exec-practice%1").arg(m_next++, 8, 10, QLatin1Char('0'));
    execution->order = order;
    execution->order.values.insert(QStringLiteral("ACS::ExecutionId"), execution->id);
    execution->started = execution->updated = now;
    OosExecution::Strand main;
    main.tasks = &execution->order.plan.tasks;
    execution->m_strands.push_back(main);
    m_byId.insert(execution->id, execution.get());
    m_due.insert({now, {execution.get(), 0}});
    m_executions.push_back(std::move(execution));
    advance(now);
    return *m_executions.back();
}

void OosEngine::cancel(const QString &id, const QDateTime &now)
{
    OosExecution *execution = m_byId.value(id);
    if (!execution || execution->status != OosStatus::Running)
        return;
    for (OosRun &run : execution->runs) {
        if (run.status != OosStatus::Running)
            continue;
        run.status = OosStatus::Cancelled;
        run.updated = run.ended = now;
    }
    execution->status = OosStatus::Cancelled;
    execution->updated = execution->ended = now;
}

const OosExecution *OosEngine::find(const QString &id) const { return m_byId.value(id); }

void OosEngine::step(OosExecution &execution, qsizetype strand, const QDateTime &at)
{
    if (execution.status != OosStatus::Running)
        return;
    OosExecution::Strand &here = execution.m_strands[static_cast<size_t>(strand)];
    while (here.next < here.tasks->size()) {
        const Outcome outcome = here.run < 0 ? begin(execution, strand, at) : goOn(execution, strand, at);
        if (outcome == Outcome::Waits)
            return;
        endRun(execution, here.run, outcome == Outcome::Done, at);
        here.run = -1;
        if (outcome == Outcome::Failed)
            return finish(execution, strand, false, at);
        ++here.next;
    }
    finish(execution, strand, true, at);
}

OosEngine::Outcome OosEngine::begin(OosExecution &execution, qsizetype strand, const QDateTime &at)
{
    OosExecution::Strand &here = execution.m_strands[static_cast<size_t>(strand)];
    const OosTask &task = here.tasks->at(here.next);
    const bool calls = task.action == OosTask::Action::ExecuteApi || task.action == OosTask::Action::WaitFor;
    OosRun run;
    run.id = QStringLiteral("task-exec-practice%1").arg(m_nextRun++, 8, 10, QLatin1Char('0'));
    run.name = task.name;
    run.action = task.actionText;
    run.started = run.updated = at;
    if (strand > 0) {
        run.parent = execution.runs.at(static_cast<size_t>(execution.m_loop.run)).id;
        run.item = here.item.isString()
            ? QString::fromUtf8(QJsonDocument(QJsonArray{here.item}).toJson(QJsonDocument::Compact))
                  .mid(1)
                  .chopped(1)
            : plainText(here.item);
    }
    run.properties = calls ? plainText(QJsonObject{{QStringLiteral("API"), task.api}}) : QStringLiteral("{}");
    here.run = static_cast<qsizetype>(execution.runs.size());
    here.tries = 0;
    execution.runs.push_back(run);
    execution.updated = at;
    switch (task.action) {
    case OosTask::Action::Loop:
        return beginLoop(execution, task, at);
    case OosTask::Action::ExecuteApi:
        return call(execution, here, at);
    case OosTask::Action::Sleep:
        later(execution, strand, at, task.sleepSeconds);
        return Outcome::Waits;
    case OosTask::Action::WaitFor:
        return check(execution, strand, at);
    }
    return Outcome::Failed;
}

OosEngine::Outcome OosEngine::goOn(OosExecution &execution, qsizetype strand, const QDateTime &at)
{
    const OosExecution::Strand &here = execution.m_strands[static_cast<size_t>(strand)];
    const OosTask &task = here.tasks->at(here.next);
    if (task.action == OosTask::Action::WaitFor)
        return check(execution, strand, at);
    return task.action == OosTask::Action::Loop ? loopOutcome(execution, task) : Outcome::Done;
}

OosEngine::Outcome OosEngine::call(OosExecution &execution, const OosExecution::Strand &strand,
                                   const QDateTime &at)
{
    const OosTask &task = strand.tasks->at(strand.next);
    const Reply reply = m_perform(task.api, parametersOf(execution, strand), execution.order.account, at);
    if (!reply.refusal)
        return Outcome::Done;
    execution.runs[static_cast<size_t>(strand.run)].message =
        QStringLiteral("%1: %2").arg(reply.refusal->code, reply.refusal->message);
    return Outcome::Failed;
}

OosEngine::Outcome OosEngine::check(OosExecution &execution, qsizetype strand, const QDateTime &at)
{
    OosExecution::Strand &here = execution.m_strands[static_cast<size_t>(strand)];
    const OosTask &task = here.tasks->at(here.next);
    OosRun &run = execution.runs[static_cast<size_t>(here.run)];
    const Reply reply = m_perform(task.api, parametersOf(execution, here), execution.order.account, at);
    if (reply.refusal) {
        run.message = QStringLiteral("%1: %2").arg(reply.refusal->code, reply.refusal->message);
        return Outcome::Failed;
    }
    const QJsonValue value = task.selector.of(reply.body);
    const OosValues names = valuesOf(execution, here);
    if (holds(task.stopRetry, value, names)) {
        run.message = QStringLiteral("The wait ended: %1 is among StopRetryValues.").arg(plainText(value));
        return Outcome::Failed;
    }
    const bool reached = task.desired.isEmpty()
        ? !value.isUndefined() && !holds(task.notDesired, value, names)
        : !value.isUndefined() && holds(task.desired, value, names);
    if (reached)
        return Outcome::Done;
    if (here.tries++ >= task.retries) {
        run.message = QStringLiteral("The wait ended after %1 retries with %2.")
                          .arg(task.retries)
                          .arg(value.isUndefined() ? QStringLiteral("no value") : plainText(value));
        return Outcome::Failed;
    }
    run.updated = at;
    later(execution, strand, at, task.delaySeconds);
    return Outcome::Waits;
}

OosEngine::Outcome OosEngine::beginLoop(OosExecution &execution, const OosTask &loop, const QDateTime &at)
{
    execution.m_loop = {};
    execution.m_loop.run = static_cast<qsizetype>(execution.runs.size()) - 1;
    if (loop.items.isEmpty())
        return Outcome::Done;
    beginItems(execution, at);
    return Outcome::Waits;
}

OosEngine::Outcome OosEngine::loopOutcome(OosExecution &execution, const OosTask &loop)
{
    if (execution.m_loop.errors <= loop.maxErrors)
        return Outcome::Done;
    execution.runs[static_cast<size_t>(execution.m_loop.run)].message =
        QStringLiteral("%1 of %2 items failed, %3 were not begun; MaxErrors is %4.")
            .arg(execution.m_loop.errors)
            .arg(loop.items.size())
            .arg(loop.items.size() - execution.m_loop.nextItem)
            .arg(loop.maxErrors);
    return Outcome::Failed;
}

void OosEngine::beginItems(OosExecution &execution, const QDateTime &at)
{
    const OosExecution::Strand &main = execution.m_strands.front();
    const OosTask &loop = main.tasks->at(main.next);
    while (execution.m_loop.open < loop.concurrency && execution.m_loop.nextItem < loop.items.size()
           && execution.m_loop.errors <= loop.maxErrors) {
        OosExecution::Strand item;
        item.tasks = &loop.tasks;
        item.item = loop.items.at(execution.m_loop.nextItem++);
        ++execution.m_loop.open;
        execution.m_strands.push_back(item);
        m_due.insert({at, {&execution, static_cast<qsizetype>(execution.m_strands.size()) - 1}});
    }
}

void OosEngine::finish(OosExecution &execution, qsizetype strand, bool well, const QDateTime &at)
{
    execution.updated = at;
    if (strand > 0) {
        --execution.m_loop.open;
        execution.m_loop.errors += well ? 0 : 1;
        beginItems(execution, at);
        if (execution.m_loop.open == 0)
            m_due.insert({at, {&execution, 0}}); // the loop is over
        return;
    }
    execution.status = well ? OosStatus::Success : OosStatus::Failed;
    execution.ended = at;
    for (const OosRun &run : execution.runs) {
        if (!well && run.parent.isEmpty() && run.status == OosStatus::Failed)
            execution.message = QStringLiteral("Task %1 failed: %2").arg(run.name, run.message);
    }
}

void OosEngine::endRun(OosExecution &execution, qsizetype run, bool well, const QDateTime &at)
{
    OosRun &ended = execution.runs[static_cast<size_t>(run)];
    ended.status = well ? OosStatus::Success : OosStatus::Failed;
    ended.updated = ended.ended = at;
}

void OosEngine::later(OosExecution &execution, qsizetype strand, const QDateTime &at, qint64 seconds)
{
    const qint64 ms = std::max<qint64>(1, static_cast<qint64>(static_cast<double>(seconds) * 1000 * m_scale));
    m_due.insert({at.addMSecs(ms), {&execution, strand}});
}

OosValues OosEngine::valuesOf(const OosExecution &execution, const OosExecution::Strand &strand)
{
    OosValues values = execution.order.values;
    if (!strand.item.isUndefined())
        values.insert(QStringLiteral("ACS::TaskLoopItem"), strand.item);
    return values;
}

Parameters OosEngine::parametersOf(const OosExecution &execution, const OosExecution::Strand &strand)
{
    const QJsonObject object =
        resolved(strand.tasks->at(strand.next).parameters, valuesOf(execution, strand)).toObject();
    Parameters parameters;
    for (auto it = object.begin(); it != object.end(); ++it)
        parameters.insert(it.key(), plainText(it.value()));
    return parameters;
}

} // namespace uplift::practice
