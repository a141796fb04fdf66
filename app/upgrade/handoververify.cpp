// SPDX-License-Identifier: GPL-3.0-or-later
// The members of a handover once their execution has ended: each is followed to an end of its own.
#include "upgrade/handoverrun.h"
#include "upgrade/outcome.h"

#include <algorithm>

namespace uplift::upgrade {

namespace {

/// The occurrence of the window an upgrade that was asked for at `when` (the service's clock) waits for.
std::optional<WindowSpan> windowAt(const BatchItem &item, const QDateTime &when)
{
    if (!item.window || !when.isValid())
        return item.plan.window;
    if (const auto open = item.window->around(when))
        return open;
    return item.window->next(when, 1).constFirst();
}

QString quietText()
{
    return HandoverRun::tr(
        "Nothing of it was seen for an hour after it was due, and the version is the same.");
}

} // namespace

void HandoverRun::watchMembers(int part, const QList<TaskExecution> &tasks, std::chrono::milliseconds offset)
{
    m_parts[part].executionOver = true;
    const Orchestration &what = m_view.plan.handedOver.at(part);
    const QDateTime now = m_tools.clock.now();
    for (const int item : membersOf(part)) {
        if (m_done.contains(item))
            continue;
        const BatchItem &member = m_view.plan.items.at(item);
        QList<Watch> watches;
        for (int index = 0; index < member.parts.size(); ++index) {
            if (!isUpgrade(member.parts.at(index)))
                continue;
            const StepPlan plan = stepPlanOf(m_view.plan, {item, index}, 1);
            Watch watch;
            watch.ref = {item, index};
            watch.member = sightOf(tasks, plan.instance);
            watch.part = partSightOf(tasks, what.templateContent, plan.instance, plan.kind);
            watch.tracking = trackingFrom(watch.part);
            watch.since = now;
            const QDateTime asked = watch.part.askedAt;
            watch.question = {plan.account, plan.region, {}, Question::Version::Always};
            Baseline &baseline = watch.question.baseline;
            baseline.instance = plan.instance;
            baseline.version = MinorVersion::parse(plan.fromVersion);
            baseline.sentAt = asked.isValid() ? asked.addMSecs(-offset.count()) : now;
            baseline.moment = plan.moment;
            baseline.window = windowAt(member, asked);
            baseline.kind = plan.kind;
            baseline.clockOffset = offset;
            watches.append(watch);
        }
        m_watches.insert(item, watches);
    }
}

void HandoverRun::verify(int part)
{
    m_parts[part].busy = true;
    auto left = std::make_shared<qsizetype>(1);
    auto failed = std::make_shared<std::optional<Error>>();
    const auto ended = [this, part, left, failed] {
        if (--*left == 0)
            onAllSeen(part, *failed);
    };
    for (const int item : membersOf(part)) {
        if (m_done.contains(item))
            continue;
        QList<Watch> &watches = m_watches[item];
        for (qsizetype index = 0; index < watches.size(); ++index) {
            if (watches.at(index).end)
                continue;
            ++*left;
            m_poller.ask(watches.at(index).question, this,
                         [this, item, index, failed, ended](const Result<PollAnswer> &answer) {
                             if (answer)
                                 onSeen(m_watches[item][index], *answer);
                             else
                                 *failed = answer.error();
                             ended();
                         });
        }
    }
    ended();
}

void HandoverRun::onSeen(Watch &watch, const PollAnswer &answer)
{
    const Observation &seen = answer.seen;
    const Baseline &baseline = watch.question.baseline;
    if (answer.partly && !seen.version.isKnown() && !seen.notFound)
        return; // without the version nothing is decided
    watch.tracking = track(baseline, watch.tracking, seen);
    if (seen.version.isKnown())
        watch.versionNow = seen.version.raw();
    if (watch.part.begun == PartSight::Begun::Perhaps && provesStart(baseline, seen))
        watch.part.begun = PartSight::Begun::Yes;
    const qint64 asked = watch.since.msecsTo(m_tools.clock.now());
    const bool tasksTell = seen.tasksRead || baseline.moment == Moment::Now;
    const bool patient = asked >= m_tools.intervals.reconcileFor.count() && tasksTell;
    watch.end = endOf(watch.member, watch.part, watch.tracking, patient);
}

void HandoverRun::onAllSeen(int part, const std::optional<Error> &error)
{
    bool over = true;
    for (const int item : membersOf(part)) {
        if (!m_done.contains(item) && !settleMember(part, item))
            over = false;
    }
    HandedOver &state = m_view.handedOver[part];
    state.error = error;
    if (over) {
        state.ended = true;
        note({{QStringLiteral("handover"), part},
              {QStringLiteral("ended"), true},
              {QStringLiteral("status"), state.statusText}});
    }
    settle(part);
}

/// Its parts follow each other: the first that did not end verified is its end. False: not at its end.
bool HandoverRun::settleMember(int part, int item)
{
    const QList<Watch> &watches = m_watches[item];
    const auto deciding = std::find_if(watches.begin(), watches.end(), [](const Watch &watch) {
        return watch.end != std::optional(StepState::Verified);
    });
    if (deciding != watches.end() && !deciding->end) {
        Attempt attempt;
        attempt.step = stepIdOf(m_view.plan.id, deciding->ref, 1);
        attempt.state = deciding->tracking.state;
        attempt.since = deciding->since;
        attempt.why = deciding->member.message;
        QList<QList<Attempt>> parts(deciding->ref.part, QList<Attempt>());
        for (auto before = watches.begin(); before != deciding; ++before) {
            Attempt verified;
            verified.step = stepIdOf(m_view.plan.id, before->ref, 1);
            verified.state = StepState::Verified;
            verified.since = before->since;
            parts[before->ref.part] = {verified};
        }
        parts.append(QList<Attempt>{attempt});
        m_view.progress.attempts[item] = parts;
        return false;
    }
    m_done.insert(item);
    for (auto watch = watches.begin(); watch != watches.end(); ++watch) {
        const bool verified = *watch->end == StepState::Verified;
        QString why = verified ? QString() : watch->member.message;
        if (*watch->end == StepState::Unchanged && why.isEmpty() && watch->tracking.windowPassedUnchanged)
            why = quietText();
        setMember(watch->ref, {*watch->end, why}, watch->versionNow, attemptRows(part, *watch, why));
        if (!verified)
            break;
    }
    return true;
}

QList<JournalRow> HandoverRun::attemptRows(int part, const Watch &watch, const QString &why) const
{
    if (watch.part.begun == PartSight::Begun::No)
        return {};
    const StepPlan plan = stepPlanOf(m_view.plan, watch.ref, 1);
    const QDateTime asked = watch.question.baseline.sentAt;
    const auto rowOf = [&plan](StepState state, const QDateTime &at, const QJsonObject &data) {
        return JournalRow{0, plan.id, plan.instance, state, at, {}, data, plan.kind};
    };
    const StepState end = *watch.end;
    QJsonObject ending{{QStringLiteral("versionNow"), watch.versionNow}};
    if (end == StepState::Failed && !why.isEmpty())
        ending.insert(QStringLiteral("error"), toJson(Error::of(Error::Kind::Rejected, why)));
    QList<Evidence> evidence{{Evidence::Kind::Task,
                              tr("The service's orchestration (OOS) asked for it, not Uplift."),
                              tr("Execution %1").arg(m_view.handedOver.at(part).executionId), true}};
    if (end != StepState::Failed && !why.isEmpty())
        evidence.append({Evidence::Kind::Task, why, {}, false});
    ending.insert(QStringLiteral("evidence"), toJson(evidence));
    QList<JournalRow> rows{rowOf(StepState::Planned, asked, toJson(plan))};
    const bool sent = end != StepState::NotStarted && end != StepState::Cancelled;
    if (sent)
        rows.append(rowOf(StepState::Requested, asked, {}));
    if (sent && end != StepState::Rejected)
        rows.append(rowOf(StepState::Accepted, asked, {}));
    rows.append(rowOf(end, m_tools.clock.now(), ending));
    return rows;
}

/// Seldom while all that is open waits for a far window, or for the user.
std::chrono::milliseconds HandoverRun::nextLook() const
{
    const Intervals &intervals = m_tools.intervals;
    std::chrono::milliseconds soonest = std::max(intervals.slow, intervals.undecided);
    for (int part = 0; part < m_parts.size(); ++part) {
        const HandedOver &state = m_view.handedOver.at(part);
        if (state.ended)
            continue;
        if (!m_parts.at(part).executionOver) {
            soonest = std::min(soonest, state.undecided ? intervals.undecided : intervals.fast);
            continue;
        }
        for (const int item : membersOf(part)) {
            if (m_done.contains(item))
                continue;
            for (const Watch &watch : m_watches.value(item)) {
                StepView view;
                view.plan.window = watch.question.baseline.window;
                view.state = watch.tracking.state;
                view.windowPassedUnchanged = watch.tracking.windowPassedUnchanged;
                if (!watch.end)
                    soonest = std::min(soonest, nextPollIn(view, m_tools.clock.now(), intervals));
            }
        }
    }
    return soonest;
}

} // namespace uplift::upgrade
