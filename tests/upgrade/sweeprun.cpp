// SPDX-License-Identifier: GPL-3.0-or-later
#include "sweeprun.h"

#include "batchproof.h"
#include "eventwait.h"
#include "upgraderig.h"

#include "upgrade/journalplace.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace std::chrono_literals;

namespace uplift::upgrade::test {

namespace {

using practice::PlannedFault;

constexpr auto patience = 90s;
constexpr int never = 0x40000000;
const QString modify = QStringLiteral("ModifyInstanceMinorVersion");
const QString scratch = QStringLiteral("r-bp1n2xo5r7d1f9hbsw"); ///< a single node: the canary
const QString orders = QStringLiteral("r-bp1zxszhcgatnx4b2c"); ///< a cluster with proxies
const QString locks = QStringLiteral("r-bp18dk2vfy6n0c4jpa"); ///< a standard instance

bool isChange(const QString &action)
{
    return action == modify || action == QLatin1String("UpgradeProxy")
        || action == QLatin1String("CreateBackup");
}

std::shared_ptr<cloud::Network> briskNetwork()
{
    cloud::NetworkOptions options;
    options.pacing = options.pacing.faster(500);
    return std::make_shared<cloud::Network>(options);
}

} // namespace

SweepRun::SweepRun(const Failing &failing) : m_failing(failing)
{
    m_options.path = m_folder.filePath(QStringLiteral("data/journal.sqlite"));
    m_options.chainCheckAfter = 1h;
    if (failing.statement > 0)
        m_options.failAfter = std::make_shared<std::atomic<int>>(failing.statement);
    if (failing.sync > 0)
        m_sync = std::make_unique<FailingSync>(QFileInfo(m_folder.path()).canonicalFilePath(), failing.sync,
                                               failing.lasting);
    if (failing.clock > 0)
        m_clock.jumpAt(failing.clock, failing.jump);
}

SweepRun::~SweepRun() { closeProgram(); }

std::optional<PlannedFault> SweepRun::faultFor(const QString &action)
{
    const int failing = isChange(action) ? m_failing.change : m_failing.read;
    const int use = isChange(action) ? ++m_changes : ++m_reads;
    if (m_healed || use != failing)
        return std::nullopt;
    return PlannedFault{m_failing.kind, 0ms};
}

bool SweepRun::hasFired() const
{
    return (m_options.failAfter && m_options.failAfter->load() <= 0) || (m_sync && m_sync->hasFailed())
        || (m_failing.key > 0 && m_keyUses >= m_failing.key) || (m_failing.clock > 0 && m_clock.hasJumped())
        || (m_failing.change > 0 && m_changes >= m_failing.change)
        || (m_failing.read > 0 && m_reads >= m_failing.read);
}

void SweepRun::heal()
{
    m_healed = true;
    m_clock.heal();
    if (m_options.failAfter)
        m_options.failAfter->store(never);
    if (m_sync)
        m_sync->heal();
}

void SweepRun::openCloud()
{
    practice::PracticeOptions options;
    options.upgradeTime = 120ms;
    options.faultFor = [this](const QString &action, int) { return faultFor(action); };
    m_cloud = std::make_unique<practice::PracticeCloud>(options);
    if (!m_cloud->start())
        problem(m_cloud->error());
}

void SweepRun::openProgram()
{
    m_network = briskNetwork();
    m_client = clientFor(m_cloud->origin(), m_cloud->accessKeyId().toLatin1(),
                         m_cloud->accessKeySecret().toLatin1(), m_network, m_clock);
    m_journal = std::make_unique<Journal>(m_options);
    const auto opened = awaited<JournalState>(
        [this](QObject *context, const Handler<JournalState> &done) { m_journal->open(context, done); });
    m_state = opened && *opened ? **opened : JournalState{};
    const auto clients = [this](const AccountId &, QObject *,
                                const Handler<std::shared_ptr<cloud::Client>> &done) {
        if (++m_keyUses == m_failing.key && !m_healed)
            return done(failure(Error::of(Error::Kind::Keychain, QStringLiteral("The keychain is locked."))));
        done(m_client);
    };
    const Intervals intervals{15ms, 200ms, 15ms, 30ms, 40ms, 2, 20ms, 1ms};
    m_upgrades = std::make_unique<Upgrades>(*m_journal, clients, m_clock, intervals);
    m_batches = std::make_unique<Batches>(*m_journal, *m_upgrades, clients, m_clock, intervals);
}

void SweepRun::closeProgram()
{
    m_batches.reset();
    m_upgrades.reset();
    m_journal.reset();
    m_client.reset();
    m_network.reset();
    // What their threads still answered; this thread's own loop may not run again.
    QCoreApplication::sendPostedEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

void SweepRun::endProgram()
{
    if (!m_failing.killed)
        return closeProgram();
    // At rest, so that nothing is written meanwhile.
    const QTemporaryDir left;
    const QString copy = copiedInto(left.path(), m_options.path);
    closeProgram();
    for (const char *end : {"", "-wal", "-shm"})
        QFile::remove(m_options.path + QLatin1String(end));
    if (!copy.isEmpty() && copiedInto(QFileInfo(m_options.path).path(), copy).isEmpty())
        problem(QStringLiteral("the files could not be put back"));
}

Candidate SweepRun::candidate(const QString &instance, const QString &region, Environment environment) const
{
    Candidate one;
    one.kernel.account.value = QStringLiteral("a-1");
    one.kernel.region.value = region;
    one.kernel.instance.value = instance;
    one.kernel.instanceName = instance;
    one.kernel.environment = environment;
    one.kernelOutdated = true;
    one.lastBackup = QDateTime::currentDateTimeUtc();
    return one;
}

BatchPlan SweepRun::plan() const
{
    BatchRules rules;
    rules.waves = BatchRules::Waves::Number;
    rules.sizes = {};
    rules.atOnce = 2;
    rules.afterCanary = 0min;
    rules.between = 0min;
    rules.moment = BatchMoment::Now;
    rules.parts = BatchParts::KernelThenProxy;
    rules.backUpFirst = true;
    const QString region = QStringLiteral("cn-hangzhou");
    Candidate cluster = candidate(orders, region, Environment::Production);
    cluster.lastBackup = {};
    cluster.kernel.shardedBackups = true;
    cluster.proxy = cluster.kernel;
    cluster.proxy->kind = StepKind::Proxy;
    return planBatch(rules,
                     {candidate(scratch, region, Environment::Development), cluster,
                      candidate(locks, region, Environment::Production)},
                     {QStringLiteral("b-1")}, QDateTime::currentDateTimeUtc());
}

int SweepRun::carriedOut(StepKind kind, const InstanceId &instance) const
{
    if (kind == StepKind::Backup)
        return m_cloud->backupsOf(instance);
    return kind == StepKind::Proxy ? m_cloud->proxyStartsOf(instance) : m_cloud->startsOf(instance);
}

bool SweepRun::isAtRest() const
{
    const auto batch = m_batches->batch(m_plan.id);
    return batch && (isEnd(batch->progress.state) || batch->progress.state == BatchState::Held);
}

/// False when it could not be begun.
bool SweepRun::startIfUnknown()
{
    if (m_batches->batch(m_plan.id))
        return true;
    const auto known = awaited<JournaledBatch>([this](QObject *context, const Handler<JournaledBatch> &done) {
        m_journal->batch(m_plan.id, context, done);
    });
    if (known && *known)
        return true;
    if (m_changes > 0)
        problem(QStringLiteral("the plan is lost, and something was sent"));
    const auto taken = awaited<PlanId>(
        [this](QObject *context, const Handler<PlanId> &done) { m_batches->start(m_plan, context, done); });
    m_refused = taken && !taken->has_value();
    return taken && taken->has_value();
}

// The user looks away: what fails, fails, until the batch ends or holds.
void SweepRun::untilItFails()
{
    openProgram();
    if (m_state.access != JournalState::Access::Writable)
        return;
    const auto resumed = awaited<void>(
        [this](QObject *context, const Handler<void> &done) { m_upgrades->resume(context, done); });
    if (!resumed || !*resumed || !startIfUnknown())
        return;
    if (!waitUntil([this] { return isAtRest(); }, patience)) {
        const auto batch = m_batches->batch(m_plan.id);
        problem(QStringLiteral("stuck: %1").arg(batchStateName(batch->progress.state)));
        const QList<StepView> steps = m_upgrades->steps();
        for (const StepView &step : steps)
            problem(QStringLiteral("… %1 %2").arg(step.plan.id.value, stateName(step.state)));
    }
}

void SweepRun::actAsTheUser()
{
    const QList<StepView> steps = m_upgrades->steps();
    bool undecided = false;
    for (const StepView &step : steps) {
        const bool started = carriedOut(step.plan.kind, step.plan.instance) > 0;
        const QString reason = QStringLiteral("the service's own count");
        if (step.state == StepState::Undecided) {
            undecided = true;
            if (step.evidence.isEmpty())
                problem(step.plan.id.value + QStringLiteral(" is undecided without evidence"));
            m_upgrades->decide(step.plan.id, started ? Decision::WasStarted : Decision::WasNotStarted,
                               reason);
        } else if (step.windowPassedUnchanged) {
            m_upgrades->decide(step.plan.id, started ? Decision::GoOnAsking : Decision::WasNotStarted,
                               reason);
        }
    }
    const auto batch = m_batches->batch(m_plan.id);
    if (!undecided && batch && batch->progress.state == BatchState::Held)
        m_batches->goOn(m_plan.id);
}

void SweepRun::untilItEnds()
{
    openProgram();
    if (m_state.access != JournalState::Access::Writable || !m_state.notices.isEmpty())
        return problem(QStringLiteral("the journal cannot be used again: %1")
                           .arg(m_state.notices.isEmpty() ? m_state.reason.value_or(Error{}).message
                                                          : m_state.notices.constFirst().message));
    const auto resumed = awaited<void>(
        [this](QObject *context, const Handler<void> &done) { m_upgrades->resume(context, done); });
    const auto read = awaited<void>(
        [this](QObject *context, const Handler<void> &done) { m_batches->resume(context, done); });
    const auto risen = m_batches->batch(m_plan.id);
    if (m_refused && risen && risen->progress.state == BatchState::Running)
        problem(QStringLiteral("what was refused goes on by itself after the restart"));
    if (!resumed || !*resumed || !read || !*read || !startIfUnknown())
        return problem(QStringLiteral("it does not go on after the restart"));
    const bool ended = waitUntil(
        [this] {
            actAsTheUser();
            const auto batch = m_batches->batch(m_plan.id);
            return m_upgrades->openCount() == 0 && (!batch || isEnd(batch->progress.state));
        },
        patience);
    if (!ended)
        problem(QStringLiteral("it does not end after the restart"));
    // What ended is still on its way to the disk.
    (void)waitUntil(
        [this] {
            const auto known =
                awaited<JournaledBatch>([this](QObject *context, const Handler<JournaledBatch> &done) {
                    m_journal->batch(m_plan.id, context, done);
                });
            const auto open = awaited<QList<JournaledStep>>(
                [this](QObject *context, const Handler<QList<JournaledStep>> &done) {
                    m_journal->openSteps(context, done);
                });
            return known && *known && isEnd((*known)->state()) && open && *open && (*open)->isEmpty();
        },
        10s);
}

void SweepRun::checkParts(const BatchView &view)
{
    QStringList ends;
    for (int item = 0; item < m_plan.items.size(); ++item) {
        const BatchItem &member = m_plan.items.at(item);
        bool before = true; // the parts before have ended well
        for (int part = 0; part < member.parts.size(); ++part) {
            const StepKind kind = member.parts.at(part);
            const int carried = carriedOut(kind, member.plan.instance);
            const QString name = QStringLiteral("%1 of %2").arg(kindName(kind), member.plan.instanceName);
            if (carried > 1)
                problem(QStringLiteral("%1: carried out %2 times").arg(name).arg(carried));
            const QList<Attempt> attempts = view.progress.of({item, part});
            if (attempts.isEmpty()) {
                ends.append(QStringLiteral("none"));
                if (before || carried > 0)
                    problem(QStringLiteral("%1: no attempt is known").arg(name));
                continue;
            }
            const Attempt &last = attempts.constLast();
            ends.append(last.leftOut ? QStringLiteral("leftOut") : stateName(last.state));
            before = last.state == StepState::Verified;
            const bool nothing =
                last.leftOut || last.state == StepState::Rejected || last.state == StepState::NotStarted;
            if (carried > 0 ? !before : !nothing)
                problem(
                    QStringLiteral("%1: %2, carried out %3 times").arg(name, ends.constLast()).arg(carried));
        }
    }
    m_result.end = ends.join(QLatin1Char(' '));
}

void SweepRun::check()
{
    JournalCopy copy(m_options.path);
    if (!copy.isOpen() || !copy.isWhole())
        return problem(QStringLiteral("the chain of the journal is broken"));
    if (copy.openSteps() != 0 || copy.openBatches() != 0)
        problem(
            QStringLiteral("%1 steps and %2 batches are open").arg(copy.openSteps()).arg(copy.openBatches()));
    const auto batch = copy.batch(m_plan.id);
    if (!batch)
        return problem(QStringLiteral("the plan is lost"));
    checkParts(batchViewOf(*batch, copy.steps(m_plan.id)));
    const QList<LaidRow> rows = copy.rowsOf(m_plan.id);
    m_result.problems += brokenPromises(m_plan, rows);
    int requested = 0;
    for (const LaidRow &row : rows) {
        requested += row.state == QLatin1String("Requested") ? 1 : 0;
        if (row.state == QLatin1String("Undecided")
            && row.data.value(QLatin1String("evidence")).toArray().isEmpty())
            problem(row.step + QStringLiteral(" became undecided without evidence"));
    }
    if (m_changes > requested)
        problem(QStringLiteral("%1 calls for %2 rows").arg(m_changes).arg(requested));
}

SweepResult SweepRun::run()
{
    openCloud();
    m_plan = plan();
    untilItFails();
    m_result.fired = hasFired();
    endProgram();
    heal();
    if (m_result.problems.isEmpty())
        untilItEnds();
    closeProgram();
    if (m_result.problems.isEmpty())
        check();
    return m_result;
}

} // namespace uplift::upgrade::test
