// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/tasks.h"

#include "practice/paging.h"

#include <QJsonDocument>
#include <QSet>

#include <algorithm>

namespace uplift::practice {

namespace {

constexpr int maxIds = 30;
constexpr int maxDays = 30;

struct Span {
    QDateTime from;
    QDateTime to;
};

std::optional<Refusal> readSpan(const CallInput &call, Span &span)
{
    for (const auto &[name, time] : {std::pair{QStringLiteral("FromStartTime"), &span.from},
                                     std::pair{QStringLiteral("ToStartTime"), &span.to}}) {
        if (call.text(name).isEmpty())
            return Refusal::missing(name);
        *time = parseWireTime(call.text(name));
        if (!time->isValid())
            return Refusal::invalid(name, QStringLiteral("yyyy-MM-ddTHH:mm:ssZ is needed"));
    }
    if (span.from > span.to)
        return Refusal::invalid(QStringLiteral("FromStartTime"), QStringLiteral("it lies after ToStartTime"));
    // An hour of grace, since "30 days ago" was true when the client wrote it.
    if (span.from.addDays(maxDays).addSecs(3600) < call.now.addSecs(call.skew.count()))
        return Refusal::invalid(QStringLiteral("FromStartTime"),
                                QStringLiteral("it is more than 30 days ago"));
    return std::nullopt;
}

std::optional<Refusal> refuseLongList(const CallInput &call, const QString &name)
{
    if (commaList(call.parameters, name).size() <= maxIds)
        return std::nullopt;
    return Refusal::invalid(name, QStringLiteral("at most 30 ids are allowed"));
}

QString typeOf(const UpgradeJob &job)
{
    return job.kind == UpgradeJob::Kind::Proxy ? QStringLiteral("RestartProxy")
                                               : QStringLiteral("KernelVersionUpgrade");
}

/// One task before it is written out.
struct Task {
    const PracticeInstance *instance;
    const UpgradeJob *job;
    JobState state;
    QDateTime start; ///< in whole seconds, as shown
};

QJsonObject taskShape(const Task &task, const CallInput &call)
{
    const PracticeInstance &instance = *task.instance;
    const JobState &state = task.state;
    const bool proxies = task.job->kind == UpgradeJob::Kind::Proxy;
    return {
        {QStringLiteral("TaskId"), task.job->taskId},
        {QStringLiteral("TaskType"), typeOf(*task.job)},
        {QStringLiteral("InstanceId"), instance.id},
        {QStringLiteral("InstanceName"), instance.name},
        {QStringLiteral("InstanceType"), QStringLiteral("Instance")},
        {QStringLiteral("DbType"), QStringLiteral("redis")},
        {QStringLiteral("Product"), QStringLiteral("kvstore")},
        {QStringLiteral("RegionId"), instance.region},
        {QStringLiteral("Uid"), call.account},
        {QStringLiteral("CallerSource"), QStringLiteral("26842")},
        {QStringLiteral("CallerUid"), QStringLiteral("User")},
        {QStringLiteral("ReasonCode"), proxies ? QStringLiteral("代理升级") : QStringLiteral("小版本升级")},
        {QStringLiteral("StartTime"), wireTime(task.start)},
        {QStringLiteral("EndTime"), state.ended.isValid() ? call.shown(state.ended) : QString()},
        {QStringLiteral("Status"), state.status},
        {QStringLiteral("Progress"), state.percent},
        {QStringLiteral("RemainTime"), state.remainingSeconds},
        {QStringLiteral("CurrentStepName"), state.step},
        {QStringLiteral("ActionInfo"), actionInfo(*task.job, state)},
        {QStringLiteral("TaskDetail"), QStringLiteral("{\"callerUid\":\"practice\"}")},
    };
}

/// The instances whose tasks a call may be about; a call by id costs no look at the others.
QList<const PracticeInstance *> candidates(const World &world, const CallInput &call)
{
    const QStringList tasks = commaList(call.parameters, QStringLiteral("TaskId"));
    const QStringList ids = commaList(call.parameters, QStringLiteral("InstanceId"));
    if (tasks.isEmpty() && ids.isEmpty())
        return world.withJobs();
    QList<const PracticeInstance *> found;
    QSet<const PracticeInstance *> known;
    for (const QString &id : tasks.isEmpty() ? ids : tasks) {
        const PracticeInstance *instance = tasks.isEmpty() ? world.find(id) : world.findByTask(id);
        if (instance && !known.contains(instance)) {
            known.insert(instance);
            found.append(instance);
        }
    }
    return found;
}

QList<Task> matches(const World &world, const CallInput &call, const Span &span)
{
    const auto list = [&](const char *name) { return commaList(call.parameters, QLatin1String(name)); };
    const auto fits = [](const QStringList &wanted, const QString &value) {
        return wanted.isEmpty() || wanted.contains(value);
    };
    const QStringList ids = list("InstanceId");
    const QStringList taskIds = list("TaskId");
    const QStringList types = list("TaskType");
    const QStringList statuses = list("Status");
    const QStringList regions = list("RegionId");
    QList<Task> tasks;
    for (const PracticeInstance *instance : candidates(world, call)) {
        if (!fits(ids, instance->id) || !fits(regions, instance->region))
            continue;
        for (const UpgradeJob &job : instance->jobs) {
            const QDateTime start =
                QDateTime::fromSecsSinceEpoch(job.accepted.toSecsSinceEpoch() + call.skew.count(), Qt::UTC);
            if (start < span.from || start > span.to || !fits(taskIds, job.taskId)
                || !fits(types, typeOf(job)))
                continue;
            const JobState state = stateAt(job, call.now);
            if (state.phase != JobState::Phase::Hidden && fits(statuses, state.status))
                tasks.append({instance, &job, state, start});
        }
    }
    std::stable_sort(tasks.begin(), tasks.end(),
                     [](const Task &a, const Task &b) { return a.start > b.start; });
    return tasks;
}

/// What ModifyTaskInfo is to do to each task.
struct TaskChange {
    enum class What { SwitchAt, SwitchNow, SwitchInWindow, CallOff };
    What what = What::CallOff;
    QDateTime time; ///< of SwitchAt
    QString step; ///< the caller expects the task in it; empty: does not say
};

std::optional<Refusal> readMoment(const CallInput &call, TaskChange &change)
{
    const QString name = QStringLiteral("ActionParams");
    if (call.text(name).isEmpty())
        return Refusal::missing(name);
    const QJsonObject moment = QJsonDocument::fromJson(call.text(name).toUtf8()).object();
    const QString mode = moment.value(QLatin1String("recoverMode")).toString();
    if (mode == QLatin1String("immediate")) {
        change.what = TaskChange::What::SwitchNow;
    } else if (mode == QLatin1String("maintainTime")) {
        change.what = TaskChange::What::SwitchInWindow;
    } else if (mode == QLatin1String("timePoint")) {
        change.what = TaskChange::What::SwitchAt;
        const QDateTime shown = parseWireTime(moment.value(QLatin1String("recoverTime")).toString());
        change.time = shown.addSecs(-call.skew.count());
        if (!shown.isValid() || change.time <= call.now)
            return Refusal::invalid(name, QStringLiteral("recoverTime is no time to come"));
    } else {
        return Refusal::invalid(name,
                                QStringLiteral("recoverMode immediate, timePoint or maintainTime is needed"));
    }
    return std::nullopt;
}

std::optional<Refusal> readChange(const CallInput &call, TaskChange &change)
{
    const QString action = QStringLiteral("TaskAction");
    for (const QString &name : {QStringLiteral("RegionId"), QStringLiteral("TaskId"), action}) {
        if (call.text(name).isEmpty())
            return Refusal::missing(name);
    }
    if (auto refusal = refuseLongList(call, QStringLiteral("TaskId")))
        return refusal;
    change.step = call.text(QStringLiteral("StepName"));
    if (call.text(action) == QLatin1String("modifySwitchTime"))
        return readMoment(call, change);
    if (call.text(action) == QLatin1String("cancel"))
        return std::nullopt;
    return Refusal::invalid(action, QStringLiteral("modifySwitchTime or cancel is needed"));
}

void apply(const TaskChange &change, const PracticeInstance &instance, UpgradeJob &job, const QDateTime &now)
{
    if (change.what == TaskChange::What::CallOff) {
        job.calledOff = now;
        return;
    }
    QDateTime moment = now;
    if (change.what == TaskChange::What::SwitchAt)
        moment = change.time;
    else if (change.what == TaskChange::What::SwitchInWindow && !instance.window.around(now))
        moment = instance.window.next(now, 1).first().start;
    if (now < job.begins) {
        job.begins = moment;
        job.timed = change.what == TaskChange::What::SwitchAt;
    } else {
        // The copy goes on or is there already; only the switch moves. A hold that was served stays counted.
        job.holdUntil = moment;
    }
}

} // namespace

Reply describeTasks(const World &world, const CallInput &call)
{
    Page page{1, 10};
    Span span;
    if (auto refusal = readPage(call.parameters, 10, 100, page))
        return *refusal;
    if (auto refusal = readSpan(call, span))
        return *refusal;
    for (const QString &name : {QStringLiteral("InstanceId"), QStringLiteral("TaskId")}) {
        if (auto refusal = refuseLongList(call, name))
            return *refusal;
    }
    const QList<Task> tasks = matches(world, call, span);
    QJsonArray rows;
    for (qsizetype i = page.first(); i < std::min(page.first() + page.size, tasks.size()); ++i)
        rows.append(taskShape(tasks.at(i), call));
    QJsonObject body = pageNumbers(page, tasks.size());
    body.insert(QStringLiteral("Items"), rows);
    return body;
}

Reply modifyTasks(World &world, const CallInput &call)
{
    TaskChange change;
    if (auto refusal = readChange(call, change))
        return *refusal;
    int done = 0;
    QString firstCode;
    QStringList refused;
    for (const QString &id : commaList(call.parameters, QStringLiteral("TaskId"))) {
        const PracticeInstance *instance = world.findByTask(id);
        const bool here = instance && instance->region == call.text(QStringLiteral("RegionId"));
        QString code = QStringLiteral("InvalidTaskId.NotFound");
        world.changeJob(here ? id : QString(), [&](UpgradeJob &job) {
            const JobState state = stateAt(job, call.now);
            if (state.phase == JobState::Phase::Hidden)
                return;
            const bool offered = state.mayChange && (change.step.isEmpty() || change.step == state.step);
            code = offered ? QString() : QStringLiteral("OperationDenied.TaskStatus");
            if (offered)
                apply(change, *instance, job, call.now);
        });
        if (code.isEmpty()) {
            ++done;
            continue;
        }
        refused.append(id);
        if (firstCode.isEmpty())
            firstCode = code;
    }
    return QJsonObject{{QStringLiteral("SuccessCount"), QString::number(done)},
                       {QStringLiteral("ErrorCode"), firstCode},
                       {QStringLiteral("ErrorTaskId"), refused.join(u',')}};
}

} // namespace uplift::practice
