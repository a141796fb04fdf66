// SPDX-License-Identifier: GPL-3.0-or-later
#include "upgrade/preflightfacts.h"

#include "impact/edition.h"
#include "upgrade/journal.h"
#include "upgrade/monitorload.h"

#include <algorithm>
#include <utility>

namespace uplift::upgrade {

namespace {

constexpr qsizetype mostKept = 50; ///< instances whose answers are kept
constexpr qint64 tasksReach = 29LL * 24 * 3600; ///< a task may wait for a day it was given weeks ago
constexpr qint64 clocksDiffer = 600; ///< what the service calls now may lie ahead of ours

QString actionOf(FactPart part, bool shardedBackups)
{
    switch (part) {
    case FactPart::Attribute:
        return QStringLiteral("DescribeInstanceAttribute");
    case FactPart::Version:
        return QStringLiteral("DescribeEngineVersion");
    case FactPart::Tasks:
        return QStringLiteral("DescribeHistoryTasks");
    case FactPart::Events:
        return QStringLiteral("DescribeActiveOperationTasks");
    case FactPart::Backups:
        return shardedBackups ? QStringLiteral("DescribeClusterBackupList")
                              : QStringLiteral("DescribeBackups");
    default:
        return QStringLiteral("DescribeHistoryMonitorValues");
    }
}

bool isPermissionDenial(const Error &error)
{
    cloud::ApiError told;
    told.code = error.code;
    return error.kind == Error::Kind::Denied && cloud::isPermissionDenial(told);
}

/// Nothing stands of a part that could not be asked.
void forget(PreflightFacts &facts, FactPart part)
{
    switch (part) {
    case FactPart::Attribute:
        return facts.instance.reset();
    case FactPart::Version:
        return facts.version.reset();
    case FactPart::Tasks:
        return facts.tasks.reset();
    case FactPart::Events:
        return facts.events.reset();
    case FactPart::Backups:
        return facts.backups.reset();
    case FactPart::Memory:
        return facts.memory.reset();
    case FactPart::Cpu:
        return facts.cpu.reset();
    case FactPart::Traffic:
        return facts.load.reset();
    }
}

} // namespace

const QList<FactPart> &factParts()
{
    static const QList<FactPart> all{FactPart::Attribute, FactPart::Version, FactPart::Tasks,
                                     FactPart::Events,    FactPart::Backups, FactPart::Memory,
                                     FactPart::Cpu,       FactPart::Traffic};
    return all;
}

bool hasShardedBackups(const Instance &instance)
{
    const impact::Edition edition = impact::editionOf(instance, nullptr);
    return edition.architecture == Architecture::Cluster && edition.deployment == Deployment::CloudNative;
}

void addTo(CheckInput &input, const PreflightFacts &facts)
{
    input.tasks = facts.tasks;
    input.events = facts.events;
    input.backups = facts.backups;
    input.memory = facts.memory;
    input.cpu = facts.cpu;
    input.load = facts.load;
    input.lastAttempt = facts.lastAttempt;
    if (facts.clockOffset)
        input.clockOffset = facts.clockOffset;
    // Nothing was refused, and something was answered: only then it may be said that nothing was refused.
    const bool anyAnswer = facts.answered.isValid() && facts.failed.size() < factParts().size();
    if (anyAnswer || !facts.denied.isEmpty())
        input.deniedActions = facts.denied;
}

/// The questions about one instance under way.
struct Preflight::Run {
    PreflightTarget target;
    QTimeZone zone;
    QObject *context;
    QDateTime now; ///< UTC, when they began
    std::shared_ptr<cloud::Client> client;
    bool shardedBackups = false;
    bool kindKnown = false; ///< the calls that depend on the kind of instance were made
    QHash<FactPart, Error> failed;
    QStringList denied;
};

Preflight::Preflight(cloud::ClientProvider clients, Journal &journal, const Clock &clock, QObject *parent)
    : QObject(parent), m_clients(std::move(clients)), m_journal(journal), m_clock(clock),
      m_calls(std::make_unique<QObject>())
{
}

Preflight::~Preflight() = default;

PreflightFacts Preflight::facts(const PreflightTarget &target) const { return m_facts.value(target); }

PreflightFacts &Preflight::entry(const PreflightTarget &target)
{
    m_order.removeOne(target);
    m_order.append(target);
    while (m_order.size() > mostKept)
        m_facts.remove(m_order.takeFirst());
    return m_facts[target];
}

void Preflight::stop()
{
    m_calls = std::make_unique<QObject>();
    for (PreflightFacts &facts : m_facts)
        facts.open = 0;
    Q_EMIT changed();
}

void Preflight::ask(const PreflightTarget &target, const std::optional<Instance> &known,
                    const QTimeZone &zone)
{
    m_calls = std::make_unique<QObject>();
    for (PreflightFacts &facts : m_facts)
        facts.open = 0;
    PreflightFacts &facts = entry(target);
    facts.asked = m_clock.now();
    facts.open = static_cast<int>(factParts().size());
    auto run = std::make_shared<Run>(Run{target, zone, m_calls.get(), facts.asked, {}, false, false, {}, {}});
    askLastAttempt(target);
    Q_EMIT changed();
    m_clients(target.account, run->context,
              [this, run, known](const Result<std::shared_ptr<cloud::Client>> &client) {
                  if (client) {
                      run->client = *client;
                      return begin(run, known);
                  }
                  for (const FactPart part : factParts())
                      end(run, part, &client.error());
              });
}

void Preflight::begin(const RunPtr &run, const std::optional<Instance> &known)
{
    run->client->describeInstance(run->target.region, run->target.instance, run->context,
                                  [this, run](const Result<cloud::Answered<Instance>> &got) {
                                      if (got) {
                                          entry(run->target).instance = got->value;
                                          if (toldInstance)
                                              toldInstance(run->target, *got);
                                          if (!run->kindKnown)
                                              askByKind(run, got->value);
                                      }
                                      end(run, FactPart::Attribute, got ? nullptr : &got.error());
                                      if (got || run->kindKnown)
                                          return;
                                      // Which calls fit is told by the instance; without it none is made.
                                      for (const FactPart part : {FactPart::Backups, FactPart::Memory,
                                                                  FactPart::Cpu, FactPart::Traffic})
                                          end(run, part, &got.error());
                                  });
    askSteady(run);
    if (known)
        askByKind(run, *known);
}

template <class T, class Take> auto Preflight::heard(const RunPtr &run, FactPart part, Take take)
{
    return [this, run, part, take](const Result<cloud::Answered<T>> &got) {
        if (got)
            take(entry(run->target), got->value);
        end(run, part, got ? nullptr : &got.error());
    };
}

/// What is asked of every kind of instance in the same way.
void Preflight::askSteady(const RunPtr &run)
{
    const auto &[account, region, instance] = run->target;
    run->client->describeEngineVersion(region, instance, run->context,
                                       [this, run](const Result<cloud::Answered<EngineVersion>> &got) {
                                           if (got) {
                                               entry(run->target).version = got->value;
                                               if (toldVersion)
                                                   toldVersion(run->target, *got);
                                           }
                                           end(run, FactPart::Version, got ? nullptr : &got.error());
                                       });
    run->client->describeTasks(
        region, instance, run->now.addSecs(-tasksReach), run->now.addSecs(clocksDiffer), run->context,
        heard<QList<CloudTask>>(run, FactPart::Tasks, [](PreflightFacts &facts, const QList<CloudTask> &got) {
            facts.tasks = got;
        }));
    run->client->describeEvents(
        region, instance, run->context,
        heard<QList<ScheduledEvent>>(
            run, FactPart::Events,
            [](PreflightFacts &facts, const QList<ScheduledEvent> &got) { facts.events = got; }));
}

void Preflight::askByKind(const RunPtr &run, const Instance &instance)
{
    run->kindKnown = true;
    run->shardedBackups = hasShardedBackups(instance);
    const auto &[account, region, id] = run->target;
    const QDateTime from = run->now.addDays(-backupReach.count());
    const QDateTime to = run->now.addSecs(clocksDiffer);
    const auto backups = heard<QList<Backup>>(
        run, FactPart::Backups, [](PreflightFacts &facts, const QList<Backup> &got) { facts.backups = got; });
    if (run->shardedBackups)
        run->client->describeClusterBackups(region, id, from, to, run->context, backups);
    else
        run->client->describeBackups(region, id, from, to, run->context, backups);
    for (const FactPart part : {FactPart::Memory, FactPart::Cpu, FactPart::Traffic})
        askLoad(run, part, instance);
}

void Preflight::askLoad(const RunPtr &run, FactPart part, const Instance &instance)
{
    const LoadMetric metric = part == FactPart::Memory ? LoadMetric::Memory
        : part == FactPart::Cpu                        ? LoadMetric::Cpu
                                                       : LoadMetric::Traffic;
    const impact::Edition edition = impact::editionOf(instance, nullptr);
    const auto reach = monitorReach(metric, edition);
    if (!reach) {
        forget(entry(run->target), part);
        return end(run, part, nullptr);
    }
    const QString key = monitorKey(metric, edition.architecture);
    run->client->describeMonitorHistory(
        run->target.region, run->target.instance, {key}, run->now.addSecs(-reach->count()), run->now, {},
        run->context,
        heard<MonitorHistory>(
            run, part,
            [key, part, zone = run->zone, now = run->now](PreflightFacts &facts, const MonitorHistory &got) {
                const QList<LoadSample> load = loadOf(got, key);
                if (part == FactPart::Memory)
                    facts.memory = load;
                else if (part == FactPart::Cpu)
                    facts.cpu = load;
                else
                    facts.load = profileOf(load, zone, now);
            }));
}

void Preflight::askLastAttempt(const PreflightTarget &target)
{
    HistoryQuery query;
    query.instance = target.instance;
    query.kinds = {StepKind::Kernel, StepKind::Proxy};
    query.limit = 1;
    m_journal.history(query, m_calls.get(), [this, target](const Result<HistoryPage> &page) {
        PreflightFacts &facts = entry(target);
        facts.lastAttempt.reset();
        if (page) {
            facts.lastAttempt = LastAttempt{};
            if (!page->steps.isEmpty()) {
                const Transition &last = page->steps.constFirst().transitions.constLast();
                facts.lastAttempt = LastAttempt{last.state, last.at};
            }
        }
        Q_EMIT changed();
    });
}

void Preflight::end(const RunPtr &run, FactPart part, const Error *error)
{
    PreflightFacts &facts = entry(run->target);
    if (error) {
        forget(facts, part);
        run->failed.insert(part, *error);
        const QString action = QStringLiteral("kvstore:") + actionOf(part, run->shardedBackups);
        if (isPermissionDenial(*error) && !run->denied.contains(action))
            run->denied.append(action);
    }
    --facts.open;
    if (facts.open == 0) {
        facts.answered = m_clock.now();
        facts.failed = std::exchange(run->failed, {});
        facts.denied = std::exchange(run->denied, {});
        if (run->client)
            facts.clockOffset = run->client->clockOffset();
    }
    Q_EMIT changed();
}

} // namespace uplift::upgrade
