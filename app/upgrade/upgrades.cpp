// SPDX-License-Identifier: GPL-3.0-or-later
#include "upgrade/upgrades.h"

#include "upgrade/outcome.h"
#include "upgrade/poller.h"
#include "upgrade/sleepwatch.h"
#include "upgrade/steprun.h"

#include <QHash>
#include <QPointer>
#include <QSet>
#include <QUuid>

#include <algorithm>

namespace uplift::upgrade {

struct Upgrades::Private {
    Private(Journal &journal, const ClientProvider &clients, const Clock &clock, Intervals intervals)
        : poller(clients, clock), tools{journal, clients, clock, intervals, poller}
    {
    }

    Poller poller;
    RunTools tools;
    SleepWatch *sleep = nullptr; ///< child of the Upgrades
    QList<StepRun *> runs; ///< oldest first; children of the Upgrades
    QHash<StepId, StepRun *> byId;
    QSet<StepId> open; ///< those that have not ended
    QHash<QString, StepId> lanes; ///< of the open ones, see laneOf()
    QSet<QString> starting; ///< lanes between the press and the journal's answer
    std::function<std::optional<Error>(const InstanceId &)> claims;

    [[nodiscard]] StepRun *find(const StepId &id) const { return byId.value(id); }
    /// The upgrade that waits is told what the user asks of its moment, so that it calls that no alarm.
    void tellUpgrade(const StepView &change) const
    {
        if (!changesMoment(change.plan))
            return;
        if (StepRun *upgrade = find(lanes.value(laneOf(change.plan.instance, StepKind::Kernel))))
            upgrade->takeMoment(change);
    }
    void keepOpen(const StepView &view)
    {
        const QString lane = laneOf(view.plan.instance, view.plan.kind);
        if (!isEnd(view.state)) {
            open.insert(view.plan.id);
            lanes.insert(lane, view.plan.id);
        } else {
            open.remove(view.plan.id);
            if (lanes.value(lane) == view.plan.id)
                lanes.remove(lane);
        }
        sleep->setActive(!open.isEmpty());
    }
};

namespace {

/// More steps than that in a day are looked up in the history.
constexpr int mostOfToday = 10'000;

Error conflict(const QString &message)
{
    return Error::of(Error::Kind::Conflict, message,
                     Upgrades::tr("See In progress; decide there if it waits for you."));
}

/// Names what is open.
Error stillOpen(const StepView &view)
{
    const QString id = view.plan.instance.value;
    if (isSetting(view.plan.kind))
        return conflict(Upgrades::tr("Another change of %1 is still open.").arg(id));
    if (view.plan.kind == StepKind::Backup)
        return conflict(Upgrades::tr("A backup of %1 is still open.").arg(id));
    if (view.state == StepState::Undecided)
        return conflict(Upgrades::tr("An upgrade of %1 is still open: it is undecided.").arg(id));
    if (view.plan.kind == StepKind::Proxy)
        return conflict(Upgrades::tr("A proxy upgrade of %1 is still open.").arg(id));
    return conflict(Upgrades::tr("An upgrade of %1 is still open.").arg(id));
}

Error beingStarted(const InstanceId &instance)
{
    return conflict(Upgrades::tr("Something is being started on %1 right now.").arg(instance.value));
}

/// A start on its way to the journal.
struct Starting {
    StepPlan plan;
    std::shared_ptr<cloud::Client> client;
    QPointer<QObject> context;
    Handler<StepId> done;

    void answer(Result<StepId> result) const
    {
        if (context)
            done(std::move(result));
    }
};

} // namespace

Upgrades::Upgrades(Journal &journal, const ClientProvider &clients, const Clock &clock, Intervals intervals,
                   QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(journal, clients, clock, intervals))
{
    d->sleep = new SleepWatch(suspendedTime, std::chrono::seconds(1), this);
    connect(d->sleep, &SleepWatch::wokeUp, this, [this] {
        const QSet<StepId> open = d->open;
        for (const StepId &id : open)
            pollNow(id);
        Q_EMIT wokeUp();
    });
}

Upgrades::~Upgrades()
{
    qDeleteAll(std::exchange(d->runs, {})); // before the tools they refer to
}

StepRun *Upgrades::add(const StepView &view)
{
    auto *run = new StepRun(d->tools, view, this);
    const StepId id = view.plan.id;
    d->runs.append(run);
    d->byId.insert(id, run);
    d->keepOpen(view);
    connect(run, &StepRun::changed, this, [this, id, run] {
        const StepPlan &plan = run->view().plan;
        const bool justEnded = d->open.contains(id) && isEnd(run->view().state);
        d->keepOpen(run->view());
        d->tellUpgrade(run->view());
        // What was changed may have moved or ended the upgrade that waits, which is asked about rarely.
        if (justEnded && isSetting(plan.kind))
            pollNow(d->lanes.value(laneOf(plan.instance, StepKind::Kernel)));
        Q_EMIT stepChanged(id);
    });
    return run;
}

void Upgrades::resume(QObject *context, Handler<void> done)
{
    QPointer<QObject> asker(context);
    const auto taken = [this](const QList<JournaledStep> &steps) {
        const bool mayWrite = d->tools.journal.access() == JournalState::Access::Writable;
        for (const JournaledStep &step : steps) {
            if (d->find(step.plan.id))
                continue;
            StepRun *run = add(viewOf(step));
            Q_EMIT stepAdded(step.plan.id);
            if (mayWrite && !isEnd(step.state()))
                run->resume();
        }
    };
    d->tools.journal.openSteps(
        this, [this, asker, taken, done = std::move(done)](const Result<QList<JournaledStep>> &open) {
            if (!open) {
                if (asker)
                    done(failure(open.error()));
                return;
            }
            taken(*open);
            JournalQuery today;
            // Where the clocks change at midnight the day begins later.
            today.from = d->tools.clock.now().toLocalTime().date().startOfDay().toUTC();
            today.limit = mostOfToday;
            d->tools.journal.steps(today, this,
                                   [asker, taken, done](const Result<QList<JournaledStep>> &ended) {
                                       if (ended)
                                           taken(*ended);
                                       if (asker)
                                           done(ended ? Outcome() : Outcome(failure(ended.error())));
                                   });
        });
}

void Upgrades::start(const StepPlan &plan, QObject *context, Handler<StepId> done)
{
    auto starting = std::make_shared<Starting>(Starting{plan, {}, context, std::move(done)});
    if (starting->plan.id.isEmpty())
        starting->plan.id.value = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const QString lane = laneOf(plan.instance, plan.kind);
    const auto refuse = [this, starting, lane](Error error) {
        d->starting.remove(lane);
        starting->answer(failure(std::move(error)));
    };
    if (const StepRun *open = d->find(d->lanes.value(lane)))
        return starting->answer(failure(stillOpen(open->view())));
    if (d->starting.contains(lane))
        return starting->answer(failure(beingStarted(plan.instance)));
    if (auto claim = !isSetting(plan.kind) && d->claims ? d->claims(plan.instance) : std::nullopt)
        return starting->answer(failure(*std::move(claim)));
    if (d->tools.journal.access() != JournalState::Access::Writable)
        return starting->answer(failure(d->tools.journal.accessReason().value_or(
            Error::of(Error::Kind::Storage, tr("The journal is not open yet."),
                      tr("Wait a moment, then try again.")))));
    d->starting.insert(lane);
    d->tools.clients(plan.account, this,
                     [this, starting, refuse](Result<std::shared_ptr<cloud::Client>> client) {
                         if (!client)
                             return refuse(std::move(client.error()));
                         starting->client = std::move(*client);
                         starting->plan.momentNaming = starting->client->settings().momentNaming;
                         starting->plan.keyTail = starting->client->keyTail();
                         d->tools.journal.checkRoom(this, [this, starting, refuse](Outcome room) {
                             if (!room)
                                 return refuse(std::move(room.error()));
                             journalThenSend(starting->plan, starting->client, refuse,
                                             [starting](const StepId &id) { starting->answer(id); });
                         });
                     });
}

void Upgrades::journalThenSend(const StepPlan &plan, const std::shared_ptr<cloud::Client> &client,
                               const std::function<void(Error)> &refuse,
                               const std::function<void(const StepId &)> &taken)
{
    const QDateTime now = d->tools.clock.now();
    const QString nonce = cloud::newNonce();
    const JournalRow planned{0, plan.id, plan.instance, StepState::Planned, now, {}, toJson(plan), plan.kind};
    const JournalRow requested = requestedRow(plan, nonce, 1, now, client->clockOffset());
    d->tools.journal.append(
        {planned, requested}, this,
        [this, plan, client, refuse, taken, nonce, planned, requested](const Result<qint64> &written) {
            if (!written)
                return refuse(written.error());
            d->starting.remove(laneOf(plan.instance, plan.kind));
            JournaledStep step{plan, {}, {nonce}};
            for (const JournalRow &row : {planned, requested})
                step.transitions.append({row.state, row.at, row.data});
            StepRun *run = add(viewOf(step));
            d->tellUpgrade(run->view());
            // On disk and flushed; only now the first byte may leave.
            run->send(client, nonce);
            Q_EMIT stepAdded(plan.id);
            taken(plan.id);
        });
}

void Upgrades::decide(const StepId &step, Decision decision, const QString &reason)
{
    if (StepRun *run = d->find(step))
        run->decide(decision, reason);
}

void Upgrades::pollNow(const StepId &step)
{
    if (StepRun *run = d->find(step))
        run->pollNow();
}

QList<StepView> Upgrades::steps() const
{
    QList<StepView> views;
    for (const StepRun *run : std::as_const(d->runs))
        views.append(run->view());
    const auto began = [](const StepView &view) {
        return view.transitions.isEmpty() ? view.since : view.transitions.constFirst().at;
    };
    std::stable_sort(views.begin(), views.end(),
                     [&began](const StepView &a, const StepView &b) { return began(a) > began(b); });
    return views;
}

std::optional<StepView> Upgrades::step(const StepId &id) const
{
    if (const StepRun *run = d->find(id))
        return run->view();
    return std::nullopt;
}

std::optional<StepView> Upgrades::openStepFor(const InstanceId &instance) const
{
    const StepRun *run = d->find(d->lanes.value(laneOf(instance, StepKind::Kernel)));
    return run ? std::optional(run->view()) : std::nullopt;
}

std::optional<Error> Upgrades::refusalFor(const InstanceId &instance) const
{
    if (const auto open = openStepFor(instance))
        return stillOpen(*open);
    return d->starting.contains(laneOf(instance, StepKind::Kernel)) ? std::optional(beingStarted(instance))
                                                                    : std::nullopt;
}

void Upgrades::setClaims(std::function<std::optional<Error>(const InstanceId &)> claims)
{
    d->claims = std::move(claims);
}

int Upgrades::openCount() const { return static_cast<int>(d->open.size()); }

} // namespace uplift::upgrade
