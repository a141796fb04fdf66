// SPDX-License-Identifier: GPL-3.0-or-later
#include "batchsamples.h"

#include <QTest>

using namespace uplift;
using namespace uplift::ui;
using namespace uplift::ui::samples;
using upgrade::BatchMoment;
using upgrade::BatchParts;
using upgrade::BatchRules;
using upgrade::Check;

using Change = std::function<void(MemberKnown &, BatchRules &)>;

/// From what is known of an instance to a candidate of a batch.
Q_DECLARE_METATYPE(Change)

class BatchMemberTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aWellKnownInstanceIsACandidateWithItsImpact();
    void whyAnInstanceIsBlocked_data();
    void whyAnInstanceIsBlocked();
    void beingTheLatestIsLeftToTheRules();
    void factsNobodyAskedForDoNotDarkenTheVerdict();
    void aFailureOfTodayIsToRead();
    void theNewestBackupIsHeldAgainstTheUsersLimit_data();
    void theNewestBackupIsHeldAgainstTheUsersLimit();
    void whoWasBackedUpLatelyIsNotBackedUpAgain();
    void aKeyThatExpiresFirstIsToRead();
    void aProxyHasAStepOfItsOwn();
    void aProxyAloneIsCheckedByItsOwnVersions();
    void aCloudNativeClusterHasItsBackupsInShards();
    void rulesThatMatterMakeMembersAnew_data();
    void rulesThatMatterMakeMembersAnew();
    void theWorstImpactIsShownAndWhatIsNotBoundedIsCounted();
    void thoseLeftOutDoNotCountForTheImpact();
};

namespace {

void outdateProxy(MemberKnown &known)
{
    known.facts.known.facts.edit([](Instance &instance) {
        instance.architectureType = QStringLiteral("cluster");
        instance.instanceClass = QStringLiteral("redis.logic.sharding.2g.8db.0rodb.8proxy.default");
    });
    known.facts.known.version.edit([](EngineVersion &version) {
        version.proxyCurrent = MinorVersion::parse(QStringLiteral("6.8.13"));
        version.proxyLatest = MinorVersion::parse(QStringLiteral("6.8.15"));
    });
}

Backup backupOf(int hoursAgo)
{
    Backup backup;
    backup.status = Backup::Status::Success;
    backup.type = QStringLiteral("FullBackup");
    backup.started = batchNow.addSecs(-3600LL * hoursAgo);
    backup.ended = backup.started.addSecs(300);
    return backup;
}

} // namespace

void BatchMemberTest::aWellKnownInstanceIsACandidateWithItsImpact()
{
    const PlanMember made = member(QStringLiteral("orders"));
    const upgrade::StepPlan &plan = made.candidate.kernel;
    QVERIFY(plan.id.isEmpty());
    QCOMPARE(plan.instanceName, QStringLiteral("orders"));
    QCOMPARE(plan.fromVersion, QStringLiteral("redis-7.0_7.0.1.8"));
    QCOMPARE(plan.toVersion, QStringLiteral("7.0.1.14"));
    QCOMPARE(plan.minorVersion, QStringLiteral("latest_version"));
    QCOMPARE(plan.disconnectionBound, QStringLiteral("30"));
    QCOMPARE(plan.readOnlyBound, QStringLiteral("60"));
    QVERIFY(!plan.impactSources.isEmpty());
    QVERIFY(plan.impactSources.constFirst().contains(QLatin1Char('(')));
    QCOMPARE(made.candidate.kernelOutdated, std::optional(true));
    QVERIFY(made.candidate.window);
    QVERIFY(!made.candidate.proxy);
    QVERIFY(made.candidate.blocked.isEmpty());
    QCOMPARE(made.singleNode, std::optional(false));
    QCOMPARE(made.edition, QStringLiteral("Standard, 2 zones"));
}

void BatchMemberTest::whyAnInstanceIsBlocked_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("why");
    const auto row = [](const char *name, const Change &change, const char *why) {
        QTest::newRow(name) << change << QString::fromUtf8(why);
    };
    row(
        "nothing is wrong", [](MemberKnown &, BatchRules &) {}, "");
    row(
        "not Normal",
        [](MemberKnown &k, BatchRules &) {
            k.facts.known.facts.edit([](Instance &i) {
                i.status = InstanceStatus::Changing;
                i.statusText = QStringLiteral("Changing");
            });
        },
        "Status is not Normal");
    row(
        "a read-only profile", [](MemberKnown &k, BatchRules &) { k.facts.readOnly = true; },
        "Profile is read-only");
    row(
        "an upgrade is open", [](MemberKnown &k, BatchRules &) { k.facts.stepOpen = true; },
        "Upgrade still open");
    row(
        "a batch in the cloud holds it",
        [](MemberKnown &k, BatchRules &) { k.facts.handedOverIn = QStringLiteral("Checkout"); },
        "In the cloud's hands");
    row(
        "the last one is undecided",
        [](MemberKnown &k, BatchRules &) {
            k.last = upgrade::LastAttempt{upgrade::StepState::Undecided, batchNow};
        },
        "Still undecided");
    row(
        "the journal cannot be written",
        [](MemberKnown &k, BatchRules &) { k.facts.journalWritable = false; }, "Journal not writable");
    row(
        "contradictory flags",
        [](MemberKnown &k, BatchRules &) {
            k.facts.known.version.edit([](EngineVersion &v) { v.isLatest = true; });
        },
        "Contradictory versions");
    row(
        "contradictory flags, asked for all the same",
        [](MemberKnown &k, BatchRules &rules) {
            k.facts.known.version.edit([](EngineVersion &v) { v.isLatest = true; });
            rules.includeLatest = true;
        },
        "");
    row(
        "never asked", [](MemberKnown &k, BatchRules &) { k.facts.known.facts.reset(); },
        "its state is not known yet");
    row(
        "did not answer",
        [](MemberKnown &k, BatchRules &) {
            k.facts.known.facts.reset();
            k.facts.known.error = Error::of(Error::Kind::Offline, QStringLiteral("no"));
        },
        "the service did not answer for it");
    row(
        "no longer listed", [](MemberKnown &k, BatchRules &) { k.facts.known.gone = true; },
        "the service no longer lists it");
    row(
        "its account was removed", [](MemberKnown &k, BatchRules &) { k.accountKnown = false; },
        "its account is not in the workspace");
}

void BatchMemberTest::whyAnInstanceIsBlocked()
{
    QFETCH(Change, change);
    QFETCH(QString, why);
    MemberKnown facts = known(QStringLiteral("orders"));
    BatchRules rules;
    change(facts, rules);
    QCOMPARE(memberOf(facts, rules, impactTable()).candidate.blocked, why);
}

void BatchMemberTest::beingTheLatestIsLeftToTheRules()
{
    MemberKnown facts = known(QStringLiteral("orders"));
    facts.facts.known.version.edit([](EngineVersion &version) {
        version.current = version.latest;
        version.isLatest = true;
        version.upgradeAvailable = false;
    });
    BatchRules rules;
    const PlanMember latest = memberOf(facts, rules, impactTable());
    QVERIFY(latest.candidate.blocked.isEmpty());
    QCOMPARE(latest.candidate.kernelOutdated, std::optional(false));
    QCOMPARE(planOfMembers({latest}).items.constFirst().leftOut,
             QStringLiteral("already on the latest version"));
    rules.includeLatest = true;
    QCOMPARE(upgrade::memberCount(planOfMembers({memberOf(facts, rules, impactTable())}, rules)), 1);
}

void BatchMemberTest::factsNobodyAskedForDoNotDarkenTheVerdict()
{
    const PlanMember made = member(QStringLiteral("orders"));
    QCOMPARE(made.verdict.worst, Check::Result::Passed);
    QCOMPARE(made.verdict.shortText, QStringLiteral("Checks pass"));
    MemberKnown unclear = known(QStringLiteral("orders"));
    unclear.facts.known.version.reset();
    const PlanMember unknownVersion = memberOf(unclear, {}, impactTable());
    QCOMPARE(unknownVersion.verdict.worst, Check::Result::Unknown);
    QVERIFY(unknownVersion.candidate.blocked.isEmpty());
    QCOMPARE(unknownVersion.candidate.kernelOutdated, std::optional<bool>());
}

void BatchMemberTest::aFailureOfTodayIsToRead()
{
    MemberKnown facts = known(QStringLiteral("orders"));
    facts.last = upgrade::LastAttempt{upgrade::StepState::Failed, batchNow.addSecs(-12 * 60)};
    const PlanMember made = memberOf(facts, {}, impactTable());
    QCOMPARE(made.verdict.worst, Check::Result::ToRead);
    QCOMPARE(made.verdict.shortText, QStringLiteral("Failed 12 min ago"));
    QVERIFY(!made.toRead.isEmpty());
}

void BatchMemberTest::theNewestBackupIsHeldAgainstTheUsersLimit_data()
{
    QTest::addColumn<int>("hours");
    QTest::addColumn<int>("limit");
    QTest::addColumn<bool>("passes");
    QTest::newRow("older than the limit") << 25 << 24 << false;
    QTest::newRow("younger than the limit") << 23 << 24 << true;
    QTest::newRow("any age will do") << 170 << 0 << true;
}

void BatchMemberTest::theNewestBackupIsHeldAgainstTheUsersLimit()
{
    QFETCH(int, hours);
    QFETCH(int, limit);
    QFETCH(bool, passes);
    MemberKnown facts = known(QStringLiteral("orders"));
    facts.backups = {backupOf(hours)};
    if (limit > 0)
        facts.facts.backupLimit = std::chrono::hours(limit);
    const PlanMember made = memberOf(facts, {}, impactTable());
    QCOMPARE(made.verdict.worst, passes ? Check::Result::Passed : Check::Result::ToRead);
    QCOMPARE(made.toRead.isEmpty(), passes);
    QCOMPARE(made.candidate.lastBackup, batchNow.addSecs(-3600LL * hours));
}

void BatchMemberTest::whoWasBackedUpLatelyIsNotBackedUpAgain()
{
    BatchRules rules;
    rules.backUpFirst = true;
    MemberKnown lately = known(QStringLiteral("orders"));
    lately.backups = {backupOf(3), backupOf(50)};
    MemberKnown longAgo = known(QStringLiteral("cart"));
    longAgo.backups = {backupOf(30)};
    const upgrade::BatchPlan plan = planOfMembers(
        {memberOf(lately, rules, impactTable()), memberOf(longAgo, rules, impactTable())}, rules);
    for (const upgrade::BatchItem &item : plan.items)
        QCOMPARE(item.parts.contains(upgrade::StepKind::Backup), item.plan.instanceName == u"cart");
}

void BatchMemberTest::aKeyThatExpiresFirstIsToRead()
{
    MemberKnown facts = known(QStringLiteral("orders"));
    facts.facts.tokenExpires = batchNow.addSecs(600);
    const PlanMember made = memberOf(facts, {}, impactTable());
    QVERIFY(made.verdict.worst == Check::Result::ToRead || made.verdict.worst == Check::Result::Blocked);
    facts.facts.tokenExpires = QDateTime(); // it does not expire
    QCOMPARE(memberOf(facts, {}, impactTable()).verdict.worst, Check::Result::Passed);
}

void BatchMemberTest::aProxyHasAStepOfItsOwn()
{
    MemberKnown facts = known(QStringLiteral("orders"));
    outdateProxy(facts);
    BatchRules rules;
    rules.parts = BatchParts::KernelThenProxy;
    const PlanMember made = memberOf(facts, rules, impactTable());
    QVERIFY(made.candidate.proxy);
    QCOMPARE(made.candidate.proxy->kind, upgrade::StepKind::Proxy);
    QCOMPARE(made.candidate.proxy->fromVersion, QStringLiteral("6.8.13"));
    QCOMPARE(made.candidate.proxy->toVersion, QStringLiteral("6.8.15"));
    QVERIFY(made.candidate.proxy->disconnectionBound.isEmpty()); // no document states one
    QVERIFY(!made.candidate.proxy->impactSources.isEmpty());
    QCOMPARE(made.candidate.proxyOutdated, std::optional(true));
    const upgrade::BatchPlan plan = planOfMembers({made}, rules);
    QCOMPARE(plan.items.constFirst().parts,
             (QList<upgrade::StepKind>{upgrade::StepKind::Kernel, upgrade::StepKind::Proxy}));
    QCOMPARE(impactOf(plan, {made}).proxies, 1);
    QVERIFY(!impactOf(plan, {made}).proxyText.isEmpty());
}

void BatchMemberTest::aProxyAloneIsCheckedByItsOwnVersions()
{
    MemberKnown facts = known(QStringLiteral("orders"));
    outdateProxy(facts);
    facts.facts.known.version.edit([](EngineVersion &version) {
        version.isLatest = true; // the flags speak of the kernel
        version.upgradeAvailable = true;
    });
    BatchRules rules;
    rules.parts = BatchParts::Proxy;
    QVERIFY(memberOf(facts, rules, impactTable()).candidate.blocked.isEmpty());
    rules.parts = BatchParts::Kernel;
    QCOMPARE(memberOf(facts, rules, impactTable()).candidate.blocked,
             QStringLiteral("Contradictory versions"));
}

void BatchMemberTest::aCloudNativeClusterHasItsBackupsInShards()
{
    MemberKnown facts = known(QStringLiteral("orders"));
    facts.facts.known.facts.edit([](Instance &instance) {
        instance.architectureType = QStringLiteral("cluster");
        instance.instanceClass = QStringLiteral("redis.shard.small.2.ce");
        instance.computingType = QStringLiteral("Ecs");
        instance.shardCount = 4;
    });
    QVERIFY(memberOf(facts, {}, impactTable()).candidate.kernel.shardedBackups);
    QVERIFY(!member(QStringLiteral("orders")).candidate.kernel.shardedBackups);
}

void BatchMemberTest::rulesThatMatterMakeMembersAnew_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<bool>("anew");
    const auto row = [](const char *name, const Change &change, bool anew) {
        QTest::newRow(name) << change << anew;
    };
    row(
        "moment", [](MemberKnown &, BatchRules &r) { r.moment = BatchMoment::Now; }, true);
    row(
        "parts", [](MemberKnown &, BatchRules &r) { r.parts = BatchParts::Proxy; }, true);
    row(
        "those already latest", [](MemberKnown &, BatchRules &r) { r.includeLatest = true; }, true);
    row(
        "backups first", [](MemberKnown &, BatchRules &r) { r.backUpFirst = true; }, true);
    row(
        "their limit", [](MemberKnown &, BatchRules &r) { r.backupLimit = std::chrono::hours(6); }, false);
    row(
        "backups first with another limit",
        [](MemberKnown &, BatchRules &r) {
            r.backUpFirst = true;
            r.backupLimit = std::chrono::hours(6);
        },
        true);
    row(
        "at once", [](MemberKnown &, BatchRules &r) { r.atOnce = 9; }, false);
    row(
        "waves", [](MemberKnown &, BatchRules &r) { r.waves = BatchRules::Waves::Number; }, false);
    row(
        "a stop rule", [](MemberKnown &, BatchRules &r) { r.stop.failures = 0; }, false);
}

void BatchMemberTest::rulesThatMatterMakeMembersAnew()
{
    QFETCH(Change, change);
    QFETCH(bool, anew);
    MemberKnown nobody;
    BatchRules rules;
    change(nobody, rules);
    QCOMPARE(remakesMembers({}, rules), anew);
}

void BatchMemberTest::theWorstImpactIsShownAndWhatIsNotBoundedIsCounted()
{
    MemberKnown single = known(QStringLiteral("scratch"), Environment::Development);
    single.facts.known.facts.edit([](Instance &instance) {
        instance.nodeType = QStringLiteral("single");
        instance.instanceClass = QStringLiteral("redis.basic.small.default");
        instance.zoneType = QStringLiteral("singlezone");
    });
    QList<PlanMember> members = fourMembers();
    members.append(memberOf(single, {}, impactTable()));
    const BatchImpact impact = impactOf(planOfMembers(members), members);
    QCOMPARE(impact.members, 5);
    QCOMPARE(impact.singleNodes, 1);
    QCOMPARE(impact.unbounded, 1);
    QCOMPARE(impact.disconnection, std::optional(std::chrono::seconds(30)));
    QCOMPARE(impact.readOnly, std::optional(std::chrono::seconds(60)));
    QVERIFY(!impact.recommendation.isEmpty());
}

void BatchMemberTest::thoseLeftOutDoNotCountForTheImpact()
{
    MemberKnown busy = known(QStringLiteral("busy"));
    busy.facts.readOnly = true;
    const QList<PlanMember> members{member(QStringLiteral("orders")), memberOf(busy, {}, impactTable())};
    QCOMPARE(impactOf(planOfMembers(members), members).members, 1);
}

QTEST_GUILESS_MAIN(BatchMemberTest)
#include "tst_batchmember.moc"
