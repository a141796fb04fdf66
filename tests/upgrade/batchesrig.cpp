// SPDX-License-Identifier: GPL-3.0-or-later
#include "batchesrig.h"

using namespace std::chrono_literals;

namespace uplift::upgrade::test {

void BatchesRig::setUpBatches()
{
    setUp();
    m_plan = {};
    openBatches();
}

void BatchesRig::tearDownBatches()
{
    m_batches.reset();
    tearDown();
}

void BatchesRig::openBatches()
{
    m_batches = std::make_unique<Batches>(
        *m_journal, *m_upgrades,
        [this](const AccountId &, QObject *, const Handler<std::shared_ptr<cloud::Client>> &done) {
            if (m_keyError)
                return done(failure(*m_keyError));
            done(m_client);
        },
        m_clock, m_intervals);
}

void BatchesRig::restartBatches()
{
    m_batches.reset();
    restart();
    openBatches();
    resume();
    const auto done =
        answered<void>([&](QObject *c, const Handler<void> &ready) { m_batches->resume(c, ready); });
    QVERIFY(done.has_value());
}

Candidate BatchesRig::candidateOf(const QString &instance, Environment environment,
                                  const QString &version) const
{
    const auto seeds = m_cloud->instances();
    Candidate candidate;
    candidate.kernel = planFor(instance);
    candidate.kernel.id = {};
    candidate.kernel.instanceName = instance;
    for (const practice::PracticeCloud::Seed &seed : seeds) {
        if (seed.id.value != instance)
            continue;
        candidate.kernel.instanceName = seed.name;
        candidate.kernel.region = seed.region;
    }
    candidate.kernel.environment = environment;
    candidate.kernel.fromVersion = version;
    candidate.kernelOutdated = true;
    candidate.window = MaintenanceWindow::parse(QStringLiteral("18:00Z"), QStringLiteral("22:00Z"));
    return candidate;
}

QList<Candidate> BatchesRig::usualCandidates() const
{
    const QString seven = QStringLiteral("7.0.1.8");
    return {candidateOf(ordersCache, Environment::Production, seven),
            candidateOf(QStringLiteral("r-bp18dk2vfy6n0c4jpa"), Environment::Production, seven),
            candidateOf(QStringLiteral("r-bp1s3f6zq0r8y4tnbi"), Environment::Staging, seven),
            candidateOf(QStringLiteral("r-bp1n2xo5r7d1f9hbsw"), Environment::Development,
                        QStringLiteral("5.0.9.2"))};
}

BatchPlan BatchesRig::planned(const BatchRules &rules, const QList<Candidate> &candidates) const
{
    BatchPlan plan =
        planBatch(rules, candidates, {QUuid::createUuid().toString(QUuid::WithoutBraces)}, m_clock.now());
    plan.name = QStringLiteral("A batch");
    return plan;
}

Result<PlanId> BatchesRig::startBatch(const BatchPlan &plan)
{
    auto taken =
        answered<PlanId>([&](QObject *c, const Handler<PlanId> &done) { m_batches->start(plan, c, done); });
    if (taken)
        m_plan = *taken;
    return taken;
}

MemberState BatchesRig::member(const QString &instance) const
{
    const BatchView view = batch();
    for (int item = 0; item < view.plan.items.size(); ++item) {
        if (view.plan.items.at(item).plan.instance.value == instance)
            return memberState(view.plan, view.progress, item);
    }
    return MemberState::Waiting;
}

BatchRules BatchesRig::quickRules()
{
    BatchRules rules;
    rules.moment = BatchMoment::Now;
    rules.afterCanary = 0min;
    rules.between = 0min;
    rules.atOnce = 2;
    return rules;
}

} // namespace uplift::upgrade::test
