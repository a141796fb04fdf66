// SPDX-License-Identifier: GPL-3.0-or-later
#include "upgrade/handoverrun.h"

#include "upgrade/outcome.h"
#include "upgrade/verdict.h"

#include <algorithm>

namespace uplift::upgrade {

namespace {

/// Every turn is over, or nothing of it was ever begun.
bool isOver(StepState state) { return state == StepState::Planned || isEnd(state); }

Attempt attemptOf(const PlanId &plan, const PartRef &ref, StepState state, const QString &why,
                  const QDateTime &since)
{
    Attempt attempt;
    attempt.step = stepIdOf(plan, ref, 1);
    attempt.state = state;
    attempt.since = since;
    attempt.why = why;
    return attempt;
}

} // namespace

HandoverRun::HandoverRun(BatchTools &tools, BatchView view, QObject *parent)
    : BatchRunner(tools, std::move(view), parent), m_advice(cloud::ErrorAdvice::fromResource()),
      m_poller(tools.clients, tools.clock)
{
    const qsizetype parts = m_view.plan.handedOver.size();
    while (m_view.handedOver.size() < parts)
        m_view.handedOver.append(HandedOver());
    m_parts.resize(parts);
    // Of an earlier run: how long ago is not for the token to say. It is looked for instead.
    for (qsizetype part = 0; part < parts; ++part)
        m_parts[part].mayAskAgain = m_view.handedOver.at(part).unanswered == 0;
    for (int item = 0; item < m_view.plan.items.size(); ++item) {
        if (isEnd(memberState(m_view.plan, m_view.progress, item)))
            m_done.insert(item);
    }
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &HandoverRun::advance);
}

bool HandoverRun::allEnded() const
{
    return std::all_of(m_view.handedOver.begin(), m_view.handedOver.end(),
                       [](const HandedOver &state) { return state.ended; });
}

void HandoverRun::advance()
{
    for (int part = 0; part < m_parts.size() && !isEnd(m_view.progress.state); ++part) {
        if (!m_view.handedOver.at(part).ended && !m_parts.at(part).busy)
            attend(part);
    }
    if (allEnded())
        enter(isStopping() ? BatchState::Stopped : BatchState::Finished);
}

void HandoverRun::attend(int part)
{
    const HandedOver &state = m_view.handedOver.at(part);
    const bool maybeStarted = state.unanswered > 0;
    if (m_parts.at(part).executionOver)
        return verify(part);
    if (!state.executionId.isEmpty()) {
        if (isStopping() && !m_parts.at(part).cancelAsked)
            return cancel(part);
        return follow(part);
    }
    if (runs() && m_parts.at(part).mayAskAgain)
        return start(part);
    if (maybeStarted)
        return look(part);
    if (isStopping())
        endUnbegun(part, tr("It was cancelled before anything was sent to the cloud."));
}

void HandoverRun::goOn()
{
    if (m_view.progress.state != BatchState::Held)
        return;
    for (int part = 0; part < m_parts.size(); ++part) {
        Part &mine = m_parts[part];
        mine.failures = 0;
        if (!std::exchange(m_view.handedOver[part].undecided, false))
            continue;
        mine.mayAskAgain = true; // the user says so
        mine.unanswered = mine.looks = 0;
        for (const int item : membersOf(part))
            m_view.progress.attempts.remove(item);
    }
    enter(BatchState::Running, {{QStringLiteral("who"), whoami()}});
    advance();
}

void HandoverRun::stop()
{
    if (isEnd(m_view.progress.state))
        return;
    if (isStopping()) {
        for (int part = 0; part < m_parts.size(); ++part)
            m_parts[part].saidNotStarted = m_view.handedOver.at(part).undecided;
    } else {
        enter(BatchState::Stopping, {{QStringLiteral("who"), whoami()}});
    }
    advance();
}

void HandoverRun::withClient(int part, std::function<void(const ClientPtr &)> then,
                             std::function<void(const Error &)> failed)
{
    m_parts[part].busy = true;
    m_tools.clients(m_view.plan.handedOver.at(part).account, this,
                    [then = std::move(then), failed = std::move(failed)](const Result<ClientPtr> &client) {
                        if (!client)
                            return failed(client.error());
                        then(*client);
                    });
}

void HandoverRun::onFailed(int part, const Error &error)
{
    m_view.handedOver[part].error = error;
    settle(part);
}

/// The question about one part is over: look again later.
void HandoverRun::settle(int part)
{
    m_parts[part].busy = false;
    Q_EMIT changed();
    if (allEnded())
        return advance();
    if (!m_timer.isActive())
        m_timer.start(nextLook());
}

/// Likewise; what follows is due.
void HandoverRun::settleNow(int part)
{
    m_parts[part].busy = false;
    Q_EMIT changed();
    advance();
}

void HandoverRun::follow(int part)
{
    const auto then = [this, part](const ClientPtr &client) {
        const QString id = m_view.handedOver.at(part).executionId;
        client->listExecutions(m_view.plan.handedOver.at(part).region, {id, {}, {}}, this,
                               [this, part, client](const Result<cloud::Answered<QList<Execution>>> &got) {
                                   onExecution(part, client, got);
                               });
    };
    withClient(part, then, [this, part](const Error &error) { onFailed(part, error); });
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
        // What the tasks say is no verdict: that comes with the version, once the execution has ended.
        if (!isOver(sight.state) && !m_done.contains(item))
            m_view.progress.attempts[item] = {
                {attemptOf(m_view.plan.id, {item, 0}, sight.state, sight.message, m_tools.clock.now())}};
    }
    if (!isEnded(execution.status)) {
        if (std::exchange(m_parts[part].cancelUnsure, false))
            m_parts[part].cancelAsked = false; // it still runs: asking again is harmless
        return settle(part);
    }
    watchMembers(part, got->value, offsetOf(*client));
    verify(part);
}

void HandoverRun::cancel(int part)
{
    const auto then = [this, part](const ClientPtr &client) {
        cloud::ChangeRequest request = cloud::cancelExecution(m_view.plan.handedOver.at(part).region,
                                                              m_view.handedOver.at(part).executionId);
        request.nonce = cloud::newNonce();
        client->change(request, this,
                       [this, part](const cloud::ChangeFacts &facts) { onCancelled(part, facts); });
    };
    withClient(part, then, [this, part](const Error &error) { onFailed(part, error); });
}

void HandoverRun::onCancelled(int part, const cloud::ChangeFacts &facts)
{
    const Judgement judgement = judge(facts, m_advice);
    const bool refused =
        judgement.verdict == Verdict::Rejected && judgement.error.kind != Error::Kind::Throttled;
    // An unanswered cancellation, or one of what has ended, shows in the execution's own status.
    m_parts[part].cancelUnsure = judgement.verdict == Verdict::Unknown;
    m_parts[part].cancelAsked =
        judgement.verdict == Verdict::Accepted || refused || m_parts.at(part).cancelUnsure;
    if (judgement.verdict != Verdict::Accepted)
        m_view.handedOver[part].error = judgement.error;
    settle(part);
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

void HandoverRun::setMember(const PartRef &ref, const MemberSight &sight, const QString &versionNow,
                            QList<JournalRow> attempt)
{
    QList<QList<Attempt>> &parts = m_view.progress.attempts[ref.item];
    while (parts.size() <= ref.part)
        parts.append(QList<Attempt>());
    parts[ref.part] = {attemptOf(m_view.plan.id, ref, sight.state, sight.message, m_tools.clock.now())};
    note({{QStringLiteral("member"), ref.item},
          {QStringLiteral("part"), ref.part},
          {QStringLiteral("state"), stateName(sight.state)},
          {QStringLiteral("why"), sight.message},
          {QStringLiteral("versionNow"), versionNow}},
         std::move(attempt));
}

} // namespace uplift::upgrade
