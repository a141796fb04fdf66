// SPDX-License-Identifier: GPL-3.0-or-later
#include "upgrade/batches.h"

#include "upgrade/batchrun.h"
#include "upgrade/handoverrun.h"
#include "upgrade/journal.h"
#include "upgrade/outcome.h"
#include "upgrade/sleepwatch.h"

#include <QJsonArray>
#include <QPointer>

#include <algorithm>

namespace uplift::upgrade {

namespace {

Error noMembers()
{
    return Error::input(QStringLiteral("members"),
                        Batches::tr("This batch has no members; nothing was begun."),
                        Batches::tr("Select instances that may be upgraded."));
}

Error memberOfAnother(const BatchItem &item, const BatchPlan &other)
{
    return Error::of(Error::Kind::Conflict,
                     Batches::tr("%1 belongs to the batch “%2”, which has not ended.")
                         .arg(item.plan.instanceName, other.name),
                     Batches::tr("Leave it out, or stop the other batch first."));
}

Error inTheCloud(const InstanceId &instance, const QString &batch)
{
    return Error::of(
        Error::Kind::Conflict,
        Batches::tr("%1 belongs to the batch “%2”, which was handed over to the cloud and has not ended.")
            .arg(instance.value, batch),
        Batches::tr("Wait for its end, or cancel it in the cloud: see Batch plans."));
}

bool holdsInstance(const BatchPlan &plan, const InstanceId &instance)
{
    return std::any_of(plan.items.begin(), plan.items.end(), [&instance](const BatchItem &item) {
        return item.wave >= 0 && item.plan.instance == instance;
    });
}

} // namespace

Batches::Batches(Journal &journal, Upgrades &upgrades, cloud::ClientProvider clients, const Clock &clock,
                 Intervals intervals, QObject *parent)
    : QObject(parent), m_tools{journal, upgrades, std::move(clients), clock, intervals, {}}
{
    upgrades.setClaims([this](const InstanceId &instance) -> std::optional<Error> {
        const auto batch = handedOverIn(instance);
        return batch ? std::optional(inTheCloud(instance, *batch)) : std::nullopt;
    });
    connect(&upgrades, &Upgrades::stepAdded, this, &Batches::onStepChanged);
    connect(&upgrades, &Upgrades::stepChanged, this, &Batches::onStepChanged);
    // A watch of its own: between two waves no step is open.
    auto *sleep = new SleepWatch(suspendedTime, std::chrono::seconds(1), this);
    connect(sleep, &SleepWatch::wokeUp, this, [this] {
        for (BatchRunner *run : std::as_const(m_runs))
            run->advance();
    });
    const auto watch = [this, sleep] { sleep->setActive(openCount() > 0); };
    connect(this, &Batches::batchAdded, sleep, watch);
    connect(this, &Batches::batchChanged, sleep, watch);
}

Batches::~Batches()
{
    m_tools.upgrades.setClaims({});
    qDeleteAll(std::exchange(m_runs, {})); // before the tools they refer to
}

BatchRunner *Batches::add(BatchView view)
{
    const PlanId id = view.plan.id;
    BatchRunner *run = view.plan.handedOver.isEmpty()
        ? static_cast<BatchRunner *>(new BatchRun(m_tools, std::move(view), this))
        : new HandoverRun(m_tools, std::move(view), this);
    m_runs.append(run);
    connect(run, &BatchRunner::changed, this, [this, id] { Q_EMIT batchChanged(id); });
    Q_EMIT batchAdded(id);
    return run;
}

BatchRunner *Batches::find(const PlanId &id) const
{
    for (BatchRunner *run : m_runs) {
        if (run->view().plan.id == id)
            return run;
    }
    return nullptr;
}

void Batches::onStepChanged(const StepId &id)
{
    const QString plan = id.value.section(QLatin1Char('.'), 0, 0);
    if (plan.size() == id.value.size())
        return;
    if (BatchRunner *run = find({plan})) {
        if (const auto step = m_tools.upgrades.step(id))
            run->onStepChanged(*step);
    }
}

void Batches::resume(QObject *context, Handler<void> done)
{
    QPointer<QObject> asker(context);
    const auto answer = [asker, done = std::move(done)](const Outcome &outcome) {
        if (asker)
            done(outcome);
    };
    m_tools.journal.openBatches(this, [this, answer](const Result<QList<JournaledBatch>> &open) {
        if (!open)
            return answer(failure(open.error()));
        auto left = std::make_shared<qsizetype>(open->size());
        if (open->isEmpty())
            return answer({});
        for (const JournaledBatch &batch : *open) {
            m_tools.journal.batchSteps(
                batch.plan.id, this, [this, answer, batch, left](const Result<QList<JournaledStep>> &steps) {
                    if (steps && !find(batch.plan.id)) {
                        BatchRunner *run = add(batchViewOf(batch, *steps));
                        // What was asked about meanwhile is newer than what was read.
                        const QList<StepView> views = m_tools.upgrades.steps();
                        for (const StepView &view : views)
                            run->onStepChanged(view);
                        if (m_tools.journal.access() == JournalState::Access::Writable)
                            run->advance();
                    }
                    if (--*left == 0)
                        answer(steps ? Outcome() : Outcome(failure(steps.error())));
                });
        }
    });
}

std::optional<Error> Batches::refusalOf(const BatchPlan &plan) const
{
    if (memberCount(plan) == 0)
        return noMembers();
    QList<BatchPlan> others = m_starting;
    for (const BatchRunner *run : m_runs) {
        if (!isEnd(run->view().progress.state))
            others.append(run->view().plan);
    }
    for (const BatchPlan &other : std::as_const(others)) {
        for (const BatchItem &item : plan.items) {
            if (item.wave >= 0 && holdsInstance(other, item.plan.instance))
                return memberOfAnother(item, other);
        }
    }
    // A batch that runs here looks at its members when their turn comes; the cloud does not.
    for (const BatchItem &item : plan.items) {
        if (item.wave < 0 || plan.handedOver.isEmpty())
            continue;
        if (auto open = m_tools.upgrades.refusalFor(item.plan.instance))
            return open;
    }
    return std::nullopt;
}

std::optional<QString> Batches::handedOverIn(const InstanceId &instance) const
{
    for (const BatchPlan &plan : m_starting) {
        if (!plan.handedOver.isEmpty() && holdsInstance(plan, instance))
            return plan.name;
    }
    for (const BatchRunner *run : m_runs) {
        const BatchView &view = run->view();
        if (view.plan.handedOver.isEmpty() || isEnd(view.progress.state))
            continue;
        for (int item = 0; item < view.plan.items.size(); ++item) {
            const BatchItem &member = view.plan.items.at(item);
            if (member.wave >= 0 && member.plan.instance == instance
                && !isEnd(memberState(view.plan, view.progress, item)))
                return view.plan.name;
        }
    }
    return std::nullopt;
}

void Batches::start(const BatchPlan &plan, QObject *context, Handler<PlanId> done)
{
    if (auto refusal = refusalOf(plan))
        return done(failure(*std::move(refusal)));
    m_starting.append(plan);
    QPointer<QObject> asker(context);
    const auto answer = [this, asker, id = plan.id, done = std::move(done)](const Result<PlanId> &result) {
        m_starting.removeIf([&id](const BatchPlan &starting) { return starting.id == id; });
        if (asker)
            done(result);
    };
    const BatchRow row{plan.id,
                       BatchState::Running,
                       m_tools.clock.now(),
                       {{QStringLiteral("plan"), toJson(plan)}, {QStringLiteral("who"), whoami()}}};
    m_tools.journal.append(row, this, [this, plan, row, answer](const Result<qint64> &written) {
        if (!written)
            return answer(failure(written.error()));
        BatchView view;
        view.plan = plan;
        view.progress.since = row.at;
        view.rows.append(row);
        BatchRunner *run = add(std::move(view));
        answer(plan.id);
        run->takeOn();
    });
}

void Batches::pause(const PlanId &id)
{
    if (BatchRunner *run = find(id))
        run->pause();
}

void Batches::goOn(const PlanId &id)
{
    if (BatchRunner *run = find(id))
        run->goOn();
}

void Batches::stop(const PlanId &id)
{
    if (BatchRunner *run = find(id))
        run->stop();
}

QList<BatchView> Batches::batches() const
{
    QList<BatchView> views;
    for (auto it = m_runs.crbegin(); it != m_runs.crend(); ++it)
        views.append((*it)->view());
    return views;
}

std::optional<BatchView> Batches::batch(const PlanId &id) const
{
    const BatchRunner *run = find(id);
    return run ? std::optional(run->view()) : std::nullopt;
}

int Batches::openCount() const
{
    return static_cast<int>(std::count_if(m_runs.begin(), m_runs.end(), [](const BatchRunner *run) {
        return !isEnd(run->view().progress.state);
    }));
}

} // namespace uplift::upgrade
