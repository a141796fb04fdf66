// SPDX-License-Identifier: GPL-3.0-or-later
#include "upgrade/memberfacts.h"

#include <utility>

namespace uplift::upgrade {

namespace {

/// The questions about one member under way.
struct Gathering {
    std::shared_ptr<cloud::Client> client;
    Handler<MemberFacts> done;
    MemberFacts facts;
    std::optional<Error> failed;
    int open = 0;

    void ended()
    {
        if (--open > 0)
            return;
        facts.clockOffset = client->clockOffset();
        done(failed ? Result<MemberFacts>(failure(*failed)) : Result<MemberFacts>(std::move(facts)));
    }
};

template <class T, class Take> auto heard(const std::shared_ptr<Gathering> &gathering, bool needed, Take take)
{
    return [gathering, needed, take](const Result<cloud::Answered<T>> &got) {
        if (got)
            take(gathering->facts, got->value);
        else if (needed && !gathering->failed)
            gathering->failed = got.error();
        gathering->ended();
    };
}

} // namespace

void gatherFacts(const std::shared_ptr<cloud::Client> &client, const StepPlan &plan, const Clock &clock,
                 QObject *context, Handler<MemberFacts> done)
{
    auto gathering = std::make_shared<Gathering>(Gathering{client, std::move(done), {}, {}, 4});
    // By the service's clock. Before that was measured, the span reaches as far ahead as ours may be behind.
    const auto offset = client->clockOffset();
    const QDateTime now = clock.now().addMSecs(offset.value_or(std::chrono::milliseconds(0)).count());
    constexpr qint64 tasksReach = 24LL * 3600;
    const QDateTime until = now.addSecs(offset ? 600 : tasksReach);
    client->describeInstance(plan.region, plan.instance, context,
                             heard<Instance>(gathering, true, [](MemberFacts &facts, const Instance &got) {
                                 facts.instance = got;
                             }));
    client->describeEngineVersion(
        plan.region, plan.instance, context,
        heard<EngineVersion>(gathering, true,
                             [](MemberFacts &facts, const EngineVersion &got) { facts.version = got; }));
    client->describeTasks(
        plan.region, plan.instance, now.addSecs(-tasksReach), until, context,
        heard<QList<CloudTask>>(gathering, false,
                                [](MemberFacts &facts, const QList<CloudTask> &got) { facts.tasks = got; }));
    client->describeEvents(plan.region, plan.instance, context,
                           heard<QList<ScheduledEvent>>(
                               gathering, false, [](MemberFacts &facts, const QList<ScheduledEvent> &got) {
                                   facts.events = got;
                               }));
    if (!isUpgrade(plan.kind))
        return;
    ++gathering->open;
    const auto nodes = heard<QList<NodeVersion>>(
        gathering, false, [](MemberFacts &facts, const QList<NodeVersion> &got) { facts.nodes = got; });
    if (plan.kind == StepKind::Proxy)
        client->describeProxyNodes(plan.region, plan.instance, context, nodes);
    else
        client->describeNodes(plan.region, plan.instance, context, nodes);
}

QDateTime byService(const MemberFacts &facts, const QDateTime &now)
{
    return now.addMSecs(facts.clockOffset.value_or(std::chrono::milliseconds(0)).count());
}

StepPlan refreshed(StepPlan plan, const MemberFacts &facts, const QDateTime &now)
{
    const MinorVersion &current =
        plan.kind == StepKind::Proxy ? facts.version.proxyCurrent : facts.version.current;
    if (current.isKnown())
        plan.fromVersion = current.raw();
    plan.nodesBefore = facts.nodes;
    plan.window.reset();
    if (plan.moment == Moment::MaintenanceWindow && facts.instance.window) {
        const QDateTime there = byService(facts, now);
        const auto open = facts.instance.window->around(there);
        plan.window = open ? *open : facts.instance.window->next(there, 1).constFirst();
    }
    return plan;
}

CheckInput checkInputOf(const StepPlan &plan, const MemberFacts &facts, const QDateTime &now)
{
    CheckInput input;
    input.instance = facts.instance;
    input.version = facts.version;
    input.target = plan.minorVersion;
    input.moment = plan.moment;
    input.now = now;
    input.clockOffset = facts.clockOffset;
    input.environment = plan.environment;
    input.forProxy = plan.kind == StepKind::Proxy;
    input.tasks = facts.tasks;
    input.events = facts.events;
    return input;
}

Admission admit(const StepPlan &plan, const MemberFacts &facts, bool askLatest, const QDateTime &now)
{
    Admission admission;
    admission.admitted = true;
    const QList<Check> checks = preflight(checkInputOf(plan, facts, now));
    for (const Check &check : checks) {
        if (check.result == Check::Result::Passed)
            continue;
        if (check.result != Check::Result::Unknown) // much is not asked for here
            admission.checks.append(check.sentence);
        const bool isLatest = check.key == QLatin1String("outdated");
        if (check.result != Check::Result::Blocked || (isLatest && askLatest))
            continue;
        if (plan.kind == StepKind::Backup && check.key != QLatin1String("status"))
            continue;
        if (!admission.admitted)
            continue;
        admission.admitted = false;
        admission.why = check.sentence;
        const bool proxy = plan.kind == StepKind::Proxy;
        const MinorVersion &current = proxy ? facts.version.proxyCurrent : facts.version.current;
        const MinorVersion &latest = proxy ? facts.version.proxyLatest : facts.version.latest;
        admission.latest = isLatest
            && (proxy ? current.isKnown() && current == latest : outdated(facts.version) == Outdated::No);
    }
    return admission;
}

} // namespace uplift::upgrade
