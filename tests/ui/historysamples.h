// SPDX-License-Identifier: GPL-3.0-or-later
// Attempts of every kind and end, as a journal that was used for months would hold them.
#pragma once

#include "report/journalexamples.h"
#include "upgrade/journalrig.h"

namespace uplift::ui::samples {

using upgrade::StepKind;
using upgrade::StepState;

/// Thursday afternoon, before the evening of the report's examples.
inline const QDateTime historyNow(QDate(2026, 11, 19), QTime(6, 32), Qt::UTC);

inline upgrade::StepPlan attemptPlan(const QString &name, Environment environment = Environment::Production,
                                     StepKind kind = StepKind::Kernel)
{
    upgrade::StepPlan plan = report::test::planFor(name, environment);
    plan.id.value = QUuid::createUuid().toString(QUuid::WithoutBraces);
    plan.kind = kind;
    plan.accountName = QStringLiteral("Retail production");
    return plan;
}

struct State {
    StepState state;
    int seconds; ///< after the first one
    QJsonObject data = {};
};

/// `step` began at `begin`.
inline upgrade::JournaledStep attempt(const upgrade::StepPlan &plan, const QDateTime &begin,
                                      const QList<State> &states)
{
    upgrade::JournaledStep step;
    step.plan = plan;
    for (const State &state : states)
        step.transitions.append({state.state, begin.addSecs(state.seconds), state.data});
    step.nonces = {QUuid::createUuid().toString(QUuid::Id128)};
    return step;
}

inline QJsonObject withId(const QString &id) { return {{QStringLiteral("requestId"), id}}; }

inline upgrade::JournaledStep verifiedAttempt(const upgrade::StepPlan &plan, const QDateTime &begin,
                                              int minutes, const QString &id)
{
    QJsonObject end = withId(id);
    end.insert(QStringLiteral("versionNow"), QStringLiteral("redis-7.0_7.0.1.14"));
    end.insert(QStringLiteral("task"),
               QJsonObject{{QStringLiteral("id"), QStringLiteral("t-83hq1w6r0b")},
                           {QStringLiteral("status"), QStringLiteral("Succeed")}});
    using report::test::node;
    end.insert(
        QStringLiteral("nodes"),
        upgrade::toJson(QList<NodeVersion>{node("n-1", "slave", "cn-hangzhou-h", "redis-7.0_7.0.1.14"),
                                           node("n-2", "master", "cn-hangzhou-i", "redis-7.0_7.0.1.14")}));
    end.insert(QStringLiteral("evidence"),
               upgrade::toJson(QList<upgrade::Evidence>{
                   {upgrade::Evidence::Kind::Status, QStringLiteral("Status Normal"), {}, true},
                   {upgrade::Evidence::Kind::Version, QStringLiteral("It runs 7.0.1.14"),
                    QStringLiteral("before: 7.0.1.8"), true}}));
    return attempt(plan, begin,
                   {{StepState::Planned, 0},
                    {StepState::Requested, 0},
                    {StepState::Accepted, 1, withId(id)},
                    {StepState::Running, 20, withId(id)},
                    {StepState::Switching, minutes * 60 - 200, withId(id)},
                    {StepState::Verified, minutes * 60, end}});
}

inline upgrade::JournaledStep rejectedAttempt(const upgrade::StepPlan &plan, const QDateTime &begin)
{
    Error error = Error::of(
        Error::Kind::Denied,
        QStringLiteral("The service refused ModifyInstanceMinorVersion: the RAM user has no permission for "
                       "%1.")
            .arg(plan.instance.value),
        QStringLiteral("Ask the owner of the account for kvstore:ModifyInstanceMinorVersion on this "
                       "instance."));
    error.code = QStringLiteral("Forbidden.RAM");
    error.requestId = QStringLiteral("5D1B7C20-88F4-5A36-9E0B-2C47F1A6D983");
    QJsonObject end = withId(error.requestId);
    end.insert(QStringLiteral("error"), upgrade::toJson(error));
    return attempt(plan, begin,
                   {{StepState::Planned, 0}, {StepState::Requested, 0}, {StepState::Rejected, 1, end}});
}

inline upgrade::JournaledStep decidedAttempt(const upgrade::StepPlan &plan, const QDateTime &begin)
{
    const QJsonObject decision{{QStringLiteral("by"), QStringLiteral("user")},
                               {QStringLiteral("who"), QStringLiteral("ben@bastion-2")},
                               {QStringLiteral("decision"), QStringLiteral("WasNotStarted")},
                               {QStringLiteral("reason"), QStringLiteral("no task in the console")}};
    return attempt(plan, begin,
                   {{StepState::Planned, 0},
                    {StepState::Requested, 0},
                    {StepState::Unanswered, 10},
                    {StepState::Undecided, 130},
                    {StepState::NotStarted, 1200, decision}});
}

inline upgrade::JournaledStep undecidedAttempt(const upgrade::StepPlan &plan, const QDateTime &begin)
{
    return attempt(plan, begin,
                   {{StepState::Planned, 0},
                    {StepState::Requested, 0},
                    {StepState::Unanswered, 10},
                    {StepState::Undecided, 130}});
}

/// What a step leaves in the journal, row by row.
inline QList<upgrade::JournalRow> rowsOf(const upgrade::JournaledStep &step)
{
    QList<upgrade::JournalRow> rows;
    for (const upgrade::Transition &transition : step.transitions) {
        const bool planned = transition.state == StepState::Planned;
        const bool requested = transition.state == StepState::Requested;
        rows.append({0, step.plan.id, step.plan.instance, transition.state, transition.at,
                     requested ? step.nonces.value(0) : QString(),
                     planned ? upgrade::toJson(step.plan) : transition.data, step.plan.kind});
    }
    return rows;
}

inline upgrade::StepPlan windowPlan(const QString &name, Environment environment)
{
    upgrade::StepPlan plan = attemptPlan(name, environment, StepKind::Window);
    upgrade::SettingChange change;
    change.window = MaintenanceWindow::parse(QStringLiteral("19:00Z"), QStringLiteral("23:00Z"));
    change.before = QStringLiteral("02:00 – 06:00");
    change.after = QStringLiteral("03:00 – 07:00");
    plan.setting = change;
    return plan;
}

/// Newest last, as they were journaled. The ones in front stand for the months before.
inline QList<upgrade::JournaledStep> months(int older = 12)
{
    using enum Environment;
    QList<upgrade::JournaledStep> steps;
    for (int i = 0; i < older; ++i)
        steps.append(verifiedAttempt(attemptPlan(QStringLiteral("session-store-%1").arg(i)),
                                     historyNow.addDays(i - 400), 20 + i % 9,
                                     QStringLiteral("OLD-%1").arg(i, 4, 10, QLatin1Char('0'))));
    const auto at = [](int daysAgo, int hour, int minute) {
        return QDateTime(historyNow.date().addDays(-daysAgo), QTime(hour, minute), Qt::UTC);
    };
    upgrade::StepPlan proxy = attemptPlan(QStringLiteral("geo-index"), Production, StepKind::Proxy);
    proxy.fromVersion = QStringLiteral("6.8.9");
    proxy.toVersion = QStringLiteral("6.8.12");
    upgrade::StepPlan backup = attemptPlan(QStringLiteral("stock-levels"), Production, StepKind::Backup);
    upgrade::StepPlan member = attemptPlan(QStringLiteral("mail-queue"));
    member.batch.value = QStringLiteral("b-weekend");
    member.wave = 2;
    steps << verifiedAttempt(attemptPlan(QStringLiteral("price-feed")), at(14, 18, 0), 24,
                             QStringLiteral("3A90D2C4-13EE-5B7F-8C61-0D9E4F2B6A15"))
          << decidedAttempt(attemptPlan(QStringLiteral("session-store")), at(7, 19, 58))
          << attempt(backup, at(2, 17, 0),
                     {{StepState::Planned, 0},
                      {StepState::Requested, 0},
                      {StepState::Accepted, 1},
                      {StepState::Running, 15},
                      {StepState::Verified, 420}})
          << verifiedAttempt(member, at(1, 8, 40), 18, QStringLiteral("0F4C8A61-7D2B-5E19-9A3C-6B1E2D7F4A90"))
          << verifiedAttempt(proxy, at(1, 18, 0), 12, QStringLiteral("C3B1E7F0-52AD-5D44-B1E8-9F7A6C20D3E1"))
          << attempt(windowPlan(QStringLiteral("orders-cache-stg"), Staging), at(0, 3, 20),
                     {{StepState::Planned, 0},
                      {StepState::Requested, 0},
                      {StepState::Accepted, 1},
                      {StepState::Verified, 16}})
          << verifiedAttempt(attemptPlan(QStringLiteral("orders-cache-stg"), Staging), at(0, 3, 35), 31,
                             QStringLiteral("7A90D2C4-13EE-5B7F-8C61-0D9E4F2B6A15"))
          << verifiedAttempt(attemptPlan(QStringLiteral("checkout-locks")), at(0, 5, 9), 22,
                             QStringLiteral("9C1B2D34-0A7E-5F11-8E02-77D4C1A9B360"))
          << rejectedAttempt(attemptPlan(QStringLiteral("ad-budget")), at(0, 5, 58))
          << undecidedAttempt(attemptPlan(QStringLiteral("pay-dedup")), at(0, 6, 20));
    return steps;
}

} // namespace uplift::ui::samples
