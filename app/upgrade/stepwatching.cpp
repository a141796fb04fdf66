// SPDX-License-Identifier: GPL-3.0-or-later
// The asking and watching half of StepRun.
#include "upgrade/steprun.h"

#include <QJsonArray>

namespace uplift::upgrade {

void StepRun::pollNow()
{
    if (m_polling) {
        m_askAgain = true;
        return;
    }
    ask();
}

void StepRun::ask()
{
    flush();
    if (!isWatched()) {
        if (!m_unwritten.isEmpty())
            m_timer.start(m_tools.intervals.fast);
        return;
    }
    if (m_polling)
        return;
    m_timer.stop();
    m_polling = true;
    ++m_asked;
    m_tools.poller.ask(question(), this, [this](Result<PollAnswer> answer) { onPolled(std::move(answer)); });
}

Question StepRun::question() const
{
    Question question{m_view.plan.account, m_view.plan.region, baselineOf(m_view), {}};
    switch (m_view.state) {
    case StepState::Waiting:
        // Far from the window the version is worth a call of its own only now and then.
        question.version = m_asked % std::max(1, m_tools.intervals.versionEvery) == 1
                || nextPollIn(m_view, m_tools.clock.now(), m_tools.intervals) <= m_tools.intervals.fast
            ? Question::Version::Always
            : Question::Version::Never;
        break;
    case StepState::Running:
    case StepState::Switching:
        question.version = Question::Version::WhenSettled;
        break;
    default:
        question.version = Question::Version::Always;
    }
    return question;
}

void StepRun::onPollFailed(const Error &error)
{
    m_view.watchError = error;
    if (m_view.state == StepState::Unanswered || m_view.state == StepState::Undecided) {
        const QDateTime now = m_tools.clock.now();
        m_sightings = withoutAnswer(m_sightings, now);
        m_view.evidence = evidenceOf(m_sightings, baselineOf(m_view));
        if (m_view.state == StepState::Unanswered
            && reconcile(m_sightings, now, m_tools.intervals.reconcileFor) == Finding::Undecided)
            enter(StepState::Undecided);
    }
    pollDone();
}

void StepRun::onPolled(Result<PollAnswer> answer)
{
    if (!answer)
        return onPollFailed(answer.error());
    const Observation &seen = answer->seen;
    m_view.watchError = answer->partly;
    m_view.askedAt = seen.at;
    if (!seen.statusText.isEmpty())
        m_view.statusText = seen.statusText;
    if (seen.version.isKnown())
        m_view.versionNow = seen.version.raw();
    if (seen.task)
        m_view.task = seen.task;
    if (seen.backup)
        m_view.backup = seen.backup;
    look(seen);
}

void StepRun::look(const Observation &seen)
{
    if (!isWatched()) // decided by the user while the question was under way
        return pollDone();
    if (m_view.state == StepState::Unanswered || m_view.state == StepState::Undecided)
        reconcileWith(seen);
    if (m_view.state == StepState::Unanswered || m_view.state == StepState::Undecided || !isWatched())
        return pollDone();
    trackWith(seen);
}

void StepRun::reconcileWith(const Observation &seen)
{
    const Baseline baseline = baselineOf(m_view);
    m_sightings = withAnswer(m_sightings, baseline, seen);
    m_view.evidence = evidenceOf(m_sightings, baseline);
    m_tracking.notFoundPolls = seen.notFound ? m_tracking.notFoundPolls + 1 : 0;
    if (m_tracking.notFoundPolls >= notFoundPollsNeeded || seen.status == InstanceStatus::Released)
        return enter(StepState::Gone);
    switch (reconcile(m_sightings, seen.at, m_tools.intervals.reconcileFor)) {
    case Finding::Accepted:
        m_tracking = resumedTracking(baseline, StepState::Accepted);
        enter(StepState::Accepted, {{QStringLiteral("by"), QStringLiteral("asking")}});
        break;
    case Finding::Undecided:
        if (m_view.state == StepState::Unanswered)
            enter(StepState::Undecided);
        break;
    case Finding::KeepAsking:
        break;
    }
}

void StepRun::trackWith(const Observation &seen)
{
    m_tracking.state = m_view.state;
    m_tracking = track(baselineOf(m_view), m_tracking, seen);
    m_view.switchedOutsideWindow =
        m_view.switchedOutsideWindow ? m_view.switchedOutsideWindow : m_tracking.switchedOutsideWindow;
    m_view.windowPassedUnchanged = m_tracking.windowPassedUnchanged && !m_quietAccepted;
    if (m_tracking.state == m_view.state)
        return pollDone();
    if (!isEnd(m_tracking.state)) {
        enter(m_tracking.state);
        return pollDone();
    }
    if (m_tracking.state != StepState::Verified)
        return conclude(m_tracking.state);
    if (!isUpgrade(m_view.plan.kind))
        return conclude(StepState::Verified);
    askNodes();
}

// Every node's own version strengthens the verdict; without it the verdict stands all the same.
void StepRun::askNodes()
{
    m_tools.clients(m_view.plan.account, this, [this](const Result<std::shared_ptr<cloud::Client>> &client) {
        if (!client)
            return conclude(StepState::Verified);
        const auto heard = [this](const Result<cloud::Answered<QList<NodeVersion>>> &nodes) {
            if (nodes)
                m_view.nodes = nodes->value;
            conclude(StepState::Verified);
        };
        if (m_view.plan.kind == StepKind::Proxy)
            (*client)->describeProxyNodes(m_view.plan.region, m_view.plan.instance, this, heard);
        else
            (*client)->describeNodes(m_view.plan.region, m_view.plan.instance, this, heard);
    });
}

void StepRun::conclude(StepState end)
{
    m_view.evidence = endEvidence(m_view);
    enter(end);
    pollDone();
}

void StepRun::pollDone()
{
    m_polling = false;
    Q_EMIT changed();
    if (std::exchange(m_askAgain, false))
        return ask();
    schedule();
}

void StepRun::schedule()
{
    if (!isWatched())
        return;
    const QDateTime now = m_tools.clock.now();
    m_timer.start(untilNext(nextPollIn(m_view, now, m_tools.intervals), now));
}

} // namespace uplift::upgrade
