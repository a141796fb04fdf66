// SPDX-License-Identifier: GPL-3.0-or-later
// Attempts as the journal gives them back, for the tests of exports and tickets.
#pragma once

#include "report/ticket.h"
#include "upgrade/journalrow.h"
#include "upgrade/outcome.h"

#include <QJsonArray>
#include <QJsonObject>

#include <initializer_list>

namespace uplift::report::test {

/// Thursday evening in Hangzhou; the window begins two hours later.
inline const QDateTime evening(QDate(2026, 11, 19), QTime(16, 0), Qt::UTC);

inline NodeVersion node(const char *name, const char *role, const char *zone, const char *version)
{
    return {QString::fromLatin1(name), QString::fromLatin1(role), QString::fromLatin1(zone),
            MinorVersion::parse(QString::fromLatin1(version)), std::nullopt};
}

inline upgrade::StepPlan planFor(const QString &name, Environment environment = Environment::Production)
{
    upgrade::StepPlan plan;
    plan.id.value = QStringLiteral("step-") + name;
    plan.account.value = QStringLiteral("a-1");
    plan.accountName = QStringLiteral("shop");
    plan.keyTail = QStringLiteral("X7Qd");
    plan.region.value = QStringLiteral("cn-hangzhou");
    plan.instance.value = QStringLiteral("r-bp1") + name;
    plan.instanceName = name;
    plan.environment = environment;
    plan.fromVersion = QStringLiteral("redis-7.0_7.0.1.8");
    plan.toVersion = QStringLiteral("7.0.1.14");
    plan.window = WindowSpan{evening.addSecs(2 * 3600), evening.addSecs(6 * 3600)};
    plan.impact = QStringLiteral("The data is copied to new servers while this instance goes on serving.");
    plan.disconnectionBound = QStringLiteral("30");
    plan.readOnlyBound = QStringLiteral("60");
    plan.impactSources = {QStringLiteral("Update the minor version, Mar 2026")};
    plan.checks = {QStringLiteral("Passed: the status is Normal."),
                   QStringLiteral("To read: the last backup is 20 h old.")};
    plan.nodesBefore = {node("n-1", "master", "cn-hangzhou-h", "redis-7.0_7.0.1.8"),
                        node("n-2", "slave", "cn-hangzhou-i", "redis-7.0_7.0.1.8")};
    plan.ticket = QStringLiteral("CHG-2041");
    plan.by = QStringLiteral("anna@bastion-2");
    return plan;
}

struct Passed {
    upgrade::StepState state;
    int minutes; ///< after `evening`
    QJsonObject data = {};
};

inline upgrade::JournaledStep journaled(const upgrade::StepPlan &plan, std::initializer_list<Passed> states)
{
    upgrade::JournaledStep step;
    step.plan = plan;
    for (const Passed &passed : states)
        step.transitions.append({passed.state, evening.addSecs(passed.minutes * 60), passed.data});
    step.nonces = {QStringLiteral("6f1d2c3b4a59687766554433221100ff")};
    return step;
}

inline QJsonObject requestId(const char *id)
{
    return {{QStringLiteral("requestId"), QString::fromLatin1(id)}};
}

/// Requested, waited for its window, copied, switched to the other zone, verified.
inline upgrade::JournaledStep verified(const upgrade::StepPlan &plan, const char *id = "REQ-1")
{
    using enum upgrade::StepState;
    QJsonObject end = requestId(id);
    end.insert(QStringLiteral("versionNow"), QStringLiteral("redis-7.0_7.0.1.14"));
    end.insert(QStringLiteral("task"),
               QJsonObject{{QStringLiteral("id"), QStringLiteral("t-77")},
                           {QStringLiteral("type"), QStringLiteral("KernelVersionUpgrade")},
                           {QStringLiteral("status"), QStringLiteral("Succeed")}});
    using Seen = upgrade::Evidence::Kind;
    end.insert(
        QStringLiteral("evidence"),
        upgrade::toJson(QList<upgrade::Evidence>{
            {Seen::Status, QStringLiteral("Status Normal"), {}, true},
            {Seen::Version, QStringLiteral("It runs 7.0.1.14"), QStringLiteral("before: 7.0.1.8"), true}}));
    end.insert(
        QStringLiteral("nodes"),
        upgrade::toJson(QList<NodeVersion>{node("n-1", "slave", "cn-hangzhou-h", "redis-7.0_7.0.1.14"),
                                           node("n-2", "master", "cn-hangzhou-i", "redis-7.0_7.0.1.14")}));
    return journaled(plan,
                     {{Planned, 0},
                      {Requested, 0},
                      {Accepted, 0, requestId(id)},
                      {Waiting, 1, requestId(id)},
                      {Running, 121, requestId(id)},
                      {Switching, 133, requestId(id)},
                      {Verified, 134, end}});
}

/// Accepted at once, and failed by the service's word.
inline upgrade::JournaledStep failed(const upgrade::StepPlan &plan, const char *id = "REQ-2")
{
    using enum upgrade::StepState;
    Error error =
        Error::of(Error::Kind::Server,
                  QStringLiteral("The service says that the upgrade of %1 failed.").arg(plan.instanceName),
                  QStringLiteral("Ask the provider, naming the task."));
    error.change = Error::Change::Unknown;
    error.retry = Error::Retry::AskFirst;
    error.requestId = QString::fromLatin1(id);
    QJsonObject end = requestId(id);
    end.insert(QStringLiteral("error"), upgrade::toJson(error));
    end.insert(QStringLiteral("versionNow"), plan.fromVersion);
    return journaled(
        plan, {{Planned, 0}, {Requested, 0}, {Accepted, 0, requestId(id)}, {Running, 3}, {Failed, 10, end}});
}

/// The reply was lost; the user said that it was not started.
inline upgrade::JournaledStep decided(const upgrade::StepPlan &plan)
{
    using enum upgrade::StepState;
    return journaled(plan,
                     {{Planned, 0},
                      {Requested, 0},
                      {Unanswered, 1},
                      {Undecided, 3},
                      {NotStarted,
                       24,
                       {{QStringLiteral("by"), QStringLiteral("user")},
                        {QStringLiteral("who"), QStringLiteral("ben@bastion-2")},
                        {QStringLiteral("decision"), QStringLiteral("WasNotStarted")},
                        {QStringLiteral("reason"), QStringLiteral("no task in the console")}}}});
}

/// The step of a batch's part, as it would be journaled.
inline upgrade::StepPlan partOf(const upgrade::BatchPlan &batch, int item, int part = 0, int attempt = 1)
{
    return upgrade::stepPlanOf(batch, {item, part}, attempt);
}

inline upgrade::BatchRow row(const upgrade::BatchPlan &batch, upgrade::BatchState state, int minutes,
                             const QJsonObject &data = {})
{
    return {batch.id, state, evening.addSecs(minutes * 60), data};
}

inline QJsonObject by(const char *who) { return {{QStringLiteral("who"), QString::fromLatin1(who)}}; }

/// A batch of `names` and of one left out, a canary first.
inline upgrade::BatchPlan batchOf(const QStringList &names, Environment environment = Environment::Production)
{
    QList<upgrade::Candidate> candidates;
    for (const QString &name : names) {
        upgrade::Candidate candidate;
        candidate.kernel = planFor(name, candidates.isEmpty() ? Environment::Staging : environment);
        candidate.kernelOutdated = true;
        candidate.window = MaintenanceWindow::parse(QStringLiteral("18:00Z"), QStringLiteral("22:00Z"));
        candidates.append(candidate);
    }
    upgrade::Candidate blocked;
    blocked.kernel = planFor(QStringLiteral("busy"));
    blocked.blocked = QStringLiteral("a change order is still open");
    candidates.append(blocked);
    upgrade::BatchPlan batch =
        upgrade::planBatch({}, candidates, {QStringLiteral("3f0c1c1e-0000-4000-8000-00000000beef")}, evening);
    batch.name = QStringLiteral("November");
    batch.ticket = QStringLiteral("CHG-2041");
    batch.note = QStringLiteral("before \"11.11\" | <b>agreed</b>");
    batch.by = QStringLiteral("anna@bastion-2");
    return batch;
}

/// The canary verified; one failed and held the batch, the user went on; one reply was lost and the user
/// decided; one was left out when its turn came. Finished.
inline TicketInput finishedBatch()
{
    const upgrade::BatchPlan batch = batchOf({QStringLiteral("orders-stg"), QStringLiteral("orders"),
                                              QStringLiteral("cart"), QStringLiteral("session")});
    TicketInput input;
    QJsonObject goOn = by("anna@bastion-2");
    goOn.insert(QStringLiteral("forgiven"), QJsonArray{partOf(batch, 1).id.value});
    using upgrade::BatchState;
    input.batch = upgrade::JournaledBatch{
        batch,
        {row(batch, BatchState::Running, 0, by("anna@bastion-2")),
         row(batch, BatchState::Held, 11,
             {{QStringLiteral("reason"), QStringLiteral("Failures")},
              {QStringLiteral("sentence"), QStringLiteral("orders did not end verified.")}}),
         row(batch, BatchState::Running, 20, goOn),
         row(batch, BatchState::Running, 21,
             {{QStringLiteral("leftOut"), partOf(batch, 3).id.value},
              {QStringLiteral("latest"), false},
              {QStringLiteral("why"), QStringLiteral("its status is Changing")}}),
         row(batch, BatchState::Finished, 135)}};
    input.steps = {verified(partOf(batch, 0)), failed(partOf(batch, 1)), decided(partOf(batch, 2))};
    input.zone = QTimeZone("Asia/Shanghai");
    input.now = evening.addSecs(3 * 3600);
    input.programVersion = QStringLiteral("0.1.0");
    return input;
}

} // namespace uplift::report::test
