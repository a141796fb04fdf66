// SPDX-License-Identifier: GPL-3.0-or-later
#include "upgrade/handoverrun.h"

#include "upgrade/outcome.h"
#include "upgrade/verdict.h"

#include <algorithm>

namespace uplift::upgrade {

namespace {

/// The same token again starts nothing new, so a start without an answer is asked again that often.
constexpr int maxStarts = 5;

/// Every turn is over, or nothing of it was ever begun.
bool isOver(StepState state) { return state == StepState::Planned || isEnd(state); }

Attempt attemptOf(const PlanId &plan, int item, StepState state, const QString &why, const QDateTime &since)
{
    Attempt attempt;
    attempt.step = stepIdOf(plan, {item, 0}, 1);
    attempt.state = state;
    attempt.since = since;
    attempt.why = why;
    return attempt;
}

} // namespace

MemberSight sightOf(const QList<TaskExecution> &tasks, const InstanceId &instance)
{
    MemberSight sight;
    bool open = false;
    bool any = false;
    for (const TaskExecution &task : tasks) {
        if (task.loopItem != instance.value)
            continue;
        any = true;
        switch (task.status) {
        case ExecutionStatus::Failed:
            sight.state = StepState::Failed;
            sight.message = task.message;
            return sight;
        case ExecutionStatus::Cancelled:
            sight.state = StepState::Cancelled;
            break;
        case ExecutionStatus::Success:
        case ExecutionStatus::Skipped:
            break;
        default:
            open = true;
        }
    }
    if (any && (open || sight.state != StepState::Cancelled))
        sight.state = StepState::Running;
    return sight;
}

StepState verdictOf(const StepPlan &plan, const EngineVersion &now, const MemberSight &sight)
{
    const bool proxy = plan.kind == StepKind::Proxy;
    const MinorVersion before = MinorVersion::parse(plan.fromVersion);
    const MinorVersion &current = proxy ? now.proxyCurrent : now.current;
    const MinorVersion &latest = proxy ? now.proxyLatest : now.latest;
    const bool changed = before.isKnown() && current.isKnown() && !(before == current);
    const bool isLatest = proxy ? current.isKnown() && current == latest : now.isLatest.value_or(false);
    if (changed || (isLatest && sight.state != StepState::Planned))
        return StepState::Verified;
    if (sight.state == StepState::Planned)
        return StepState::NotStarted;
    if (sight.state == StepState::Failed || sight.state == StepState::Cancelled)
        return sight.state;
    return StepState::Unchanged;
}

HandoverRun::HandoverRun(BatchTools &tools, BatchView view, QObject *parent)
    : BatchRunner(tools, std::move(view), parent), m_advice(cloud::ErrorAdvice::fromResource())
{
    const qsizetype parts = m_view.plan.handedOver.size();
    while (m_view.handedOver.size() < parts)
        m_view.handedOver.append(HandedOver());
    m_tries.fill(0, parts);
    m_busy.fill(false, parts);
    m_cancelAsked.fill(false, parts);
    for (int item = 0; item < m_view.plan.items.size(); ++item) {
        if (const auto attempt = newestAttempt(m_view, item))
            m_sights.insert(item, {attempt->state, attempt->why});
    }
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &HandoverRun::advance);
}

void HandoverRun::advance()
{
    if (isEnd(m_view.progress.state))
        return;
    bool ended = true;
    for (int part = 0; part < m_view.handedOver.size(); ++part) {
        const HandedOver &state = m_view.handedOver.at(part);
        ended = ended && state.ended;
        if (state.ended || m_busy.at(part) || m_view.progress.state == BatchState::Held)
            continue;
        if (m_view.progress.state == BatchState::Stopping && !m_cancelAsked.at(part)
            && !state.executionId.isEmpty())
            cancel(part);
        else if (state.executionId.isEmpty())
            start(part);
        else
            follow(part);
    }
    if (ended)
        enter(m_view.progress.state == BatchState::Stopping ? BatchState::Stopped : BatchState::Finished);
}

void HandoverRun::goOn()
{
    if (m_view.progress.state != BatchState::Held)
        return;
    enter(BatchState::Running, {{QStringLiteral("who"), whoami()}});
    advance();
}

void HandoverRun::stop()
{
    if (isEnd(m_view.progress.state) || m_view.progress.state == BatchState::Stopping)
        return;
    enter(BatchState::Stopping, {{QStringLiteral("who"), whoami()}});
    advance();
}

void HandoverRun::withClient(int part, std::function<void(const ClientPtr &)> then)
{
    m_busy[part] = true;
    m_tools.clients(m_view.plan.handedOver.at(part).account, this,
                    [this, part, then = std::move(then)](const Result<ClientPtr> &client) {
                        if (!client)
                            return onFailed(part, client.error());
                        then(*client);
                    });
}

void HandoverRun::start(int part)
{
    ++m_tries[part];
    withClient(part, [this, part](const ClientPtr &client) {
        const Orchestration &what = m_view.plan.handedOver.at(part);
        cloud::ExecutionStart start;
        start.region = what.region;
        start.templateContent = what.templateContent;
        start.parameters = what.parameters;
        start.description = m_view.plan.name;
        start.clientToken = what.clientToken;
        cloud::ChangeRequest request = cloud::startExecution(start);
        request.nonce = cloud::newNonce();
        client->change(request, this,
                       [this, part](const cloud::ChangeFacts &facts) { onStarted(part, facts); });
    });
}

void HandoverRun::onStarted(int part, const cloud::ChangeFacts &facts)
{
    const Judgement judgement = judge(facts, m_advice);
    const QString id = facts.values.value(QStringLiteral("ExecutionId"));
    if (judgement.verdict == Verdict::Accepted && !id.isEmpty()) {
        m_view.handedOver[part].executionId = id;
        m_view.handedOver[part].error.reset();
        note({{QStringLiteral("handover"), part},
              {QStringLiteral("executionId"), id},
              {QStringLiteral("requestId"), facts.info.requestId}});
        return settle(part);
    }
    const bool refused =
        judgement.verdict == Verdict::Rejected && judgement.error.kind != Error::Kind::Throttled;
    if (refused || m_tries.at(part) >= maxStarts)
        return onRefused(part, judgement.error);
    onFailed(part, judgement.error);
}

void HandoverRun::onRefused(int part, const Error &error)
{
    m_view.handedOver[part].error = error;
    m_view.handedOver[part].ended = true;
    note({{QStringLiteral("handover"), part},
          {QStringLiteral("ended"), true},
          {QStringLiteral("error"), toJson(error)}});
    for (const int item : membersOf(part))
        setMember(item, {StepState::NotStarted, error.message});
    settle(part);
}

void HandoverRun::onFailed(int part, const Error &error)
{
    m_view.handedOver[part].error = error;
    settle(part);
}

/// The question about one part is over: look again later.
void HandoverRun::settle(int part)
{
    m_busy[part] = false;
    Q_EMIT changed();
    const auto all = std::all_of(m_view.handedOver.begin(), m_view.handedOver.end(),
                                 [](const HandedOver &state) { return state.ended; });
    if (all)
        return advance();
    if (!m_timer.isActive())
        m_timer.start(m_tools.intervals.fast);
}

void HandoverRun::follow(int part)
{
    withClient(part, [this, part](const ClientPtr &client) {
        const QString id = m_view.handedOver.at(part).executionId;
        client->listExecutions(m_view.plan.handedOver.at(part).region, {id, {}, {}}, this,
                               [this, part, client](const Result<cloud::Answered<QList<Execution>>> &got) {
                                   onExecution(part, client, got);
                               });
    });
}

void HandoverRun::onExecution(int part, const ClientPtr &client,
                              const Result<cloud::Answered<QList<Execution>>> &got)
{
    if (!got)
        return onFailed(part, got.error());
    HandedOver &state = m_view.handedOver[part];
    const auto found =
        std::find_if(got->value.begin(), got->value.end(),
                     [&state](const Execution &execution) { return execution.id == state.executionId; });
    if (found == got->value.end())
        return onFailed(part,
                        Error::of(Error::Kind::NotFound,
                                  tr("The service does not list the execution %1.").arg(state.executionId),
                                  tr("Look at it in the OOS console; Uplift goes on asking.")));
    state.error.reset();
    state.statusText = found->statusText;
    state.message = found->message;
    state.askedAt = m_tools.clock.now();
    client->listTaskExecutions(
        m_view.plan.handedOver.at(part).region, state.executionId, this,
        [this, part, client, execution = *found](const Result<cloud::Answered<QList<TaskExecution>>> &tasks) {
            onTasks(part, client, execution, tasks);
        });
}

void HandoverRun::onTasks(int part, const ClientPtr &client, const Execution &execution,
                          const Result<cloud::Answered<QList<TaskExecution>>> &got)
{
    if (!got)
        return onFailed(part, got.error());
    for (const int item : membersOf(part)) {
        const MemberSight sight = sightOf(got->value, m_view.plan.items.at(item).plan.instance);
        m_sights.insert(item, sight);
        // What the tasks say is no verdict: that comes with the version, once the execution has ended.
        if (!isOver(sight.state))
            m_view.progress.attempts[item] = {
                {attemptOf(m_view.plan.id, item, sight.state, sight.message, m_tools.clock.now())}};
    }
    if (!isEnded(execution.status))
        return settle(part);
    verify(part, client);
}

void HandoverRun::verify(int part, const ClientPtr &client)
{
    const QList<int> members = membersOf(part);
    auto left = std::make_shared<qsizetype>(members.size());
    auto failed = std::make_shared<std::optional<Error>>();
    const auto ended = [this, part, left, failed] {
        if (--*left > 0)
            return;
        if (*failed) // asked again: an execution is over only when every version was read
            return onFailed(part, **failed);
        m_view.handedOver[part].ended = true;
        note({{QStringLiteral("handover"), part},
              {QStringLiteral("ended"), true},
              {QStringLiteral("status"), m_view.handedOver.at(part).statusText}});
        settle(part);
    };
    for (const int item : members) {
        const StepPlan plan = stepPlanOf(m_view.plan, {item, 0}, 1);
        client->describeEngineVersion(
            plan.region, plan.instance, this,
            [this, item, plan, failed, ended](const Result<cloud::Answered<EngineVersion>> &got) {
                if (got) {
                    const MemberSight sight = m_sights.value(item);
                    const MinorVersion &now =
                        plan.kind == StepKind::Proxy ? got->value.proxyCurrent : got->value.current;
                    setMember(item, {verdictOf(plan, got->value, sight), sight.message}, now.raw());
                } else {
                    *failed = got.error();
                }
                ended();
            });
    }
}

void HandoverRun::cancel(int part)
{
    m_cancelAsked[part] = true;
    withClient(part, [this, part](const ClientPtr &client) {
        cloud::ChangeRequest request = cloud::cancelExecution(m_view.plan.handedOver.at(part).region,
                                                              m_view.handedOver.at(part).executionId);
        request.nonce = cloud::newNonce();
        client->change(request, this, [this, part](const cloud::ChangeFacts &facts) {
            const Judgement judgement = judge(facts, m_advice);
            if (judgement.verdict != Verdict::Accepted)
                m_view.handedOver[part].error = judgement.error;
            // An unanswered cancellation shows in the execution's own status; asking again is harmless.
            m_cancelAsked[part] =
                judgement.verdict == Verdict::Accepted || judgement.verdict == Verdict::Rejected;
            settle(part);
        });
    });
}

QList<int> HandoverRun::membersOf(int part) const
{
    const Orchestration &what = m_view.plan.handedOver.at(part);
    QList<int> members;
    for (int item = 0; item < m_view.plan.items.size(); ++item) {
        const BatchItem &each = m_view.plan.items.at(item);
        if (each.wave >= 0 && each.plan.account == what.account && each.plan.region == what.region)
            members.append(item);
    }
    return members;
}

void HandoverRun::setMember(int item, const MemberSight &sight, const QString &versionNow)
{
    const QDateTime now = m_tools.clock.now();
    const Attempt attempt = attemptOf(m_view.plan.id, item, sight.state, sight.message, now);
    m_view.progress.attempts[item] = {{attempt}};
    m_sights.insert(item, sight);
    note({{QStringLiteral("member"), item},
          {QStringLiteral("state"), stateName(sight.state)},
          {QStringLiteral("why"), sight.message},
          {QStringLiteral("versionNow"), versionNow}});
}

} // namespace uplift::upgrade
