// SPDX-License-Identifier: GPL-3.0-or-later
// Who is a member of a batch, in which wave and in which order; and the plan as JSON.
#include "batchexamples.h"

#include "upgrade/journalrow.h"

#include <QTest>

using namespace uplift;
using namespace uplift::upgrade;
using namespace uplift::upgrade::test;
using namespace std::chrono_literals;

class BatchPlanningTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theLeastCriticalOneIsTheCanaryAndProductionComesLast();
    void theUserMayNameTheCanary();
    void withoutACanaryTheWavesBeginAtOnce();
    void oneInstanceNeedsNoCanary();
    void wavesByNumberTakeTheRestLast();
    void wavesByHandKeepTheirNumbers();
    void anInstanceChosenTwiceCountsOnce();
    void whoIsLeftOutAndWhy_data();
    void whoIsLeftOutAndWhy();
    void partsComeInTheOrderChosen_data();
    void partsComeInTheOrderChosen();
    void aBackupIsAddedWhereTheLastOneIsOld_data();
    void aBackupIsAddedWhereTheLastOneIsOld();
    void theMomentOfEachMemberFollowsTheBatch();
    void waitsAndStartBelongToTheWaves();
    void aStepIdNamesItsPlaceAndIsReadBack();
    void aPartCarriesItsVersionsTicketAndWave();
    void aPlanSurvivesTheJournal();
    void aDamagedPlanIsNamedAndNotGuessed_data();
    void aDamagedPlanIsNamedAndNotGuessed();
    void rulesSurviveAFileAndOddOnesGetTheirDefaults();
};

void BatchPlanningTest::theLeastCriticalOneIsTheCanaryAndProductionComesLast()
{
    const BatchPlan plan = planBatch(
        {},
        {candidate(QStringLiteral("orders")), candidate(QStringLiteral("orders-stg"), Environment::Staging),
         candidate(QStringLiteral("scratch"), Environment::Development),
         candidate(QStringLiteral("queue"), Environment::Development), candidate(QStringLiteral("cart"))},
        planId, noon);
    QCOMPARE(wavesOf(plan),
             (QStringList{QStringLiteral("Canary: scratch"),
                          QStringLiteral("Staging and development: orders-stg queue"),
                          QStringLiteral("Production: orders cart")}));
    QVERIFY(plan.waves.at(0).canary);
    QCOMPARE(plan.waves.at(0).atOnce, 1);
    QCOMPARE(memberCount(plan), 5);
    QCOMPARE(memberCount(plan, Environment::Production), 2);
}

void BatchPlanningTest::theUserMayNameTheCanary()
{
    BatchRules rules;
    rules.canary.value = QStringLiteral("r-cart");
    const BatchPlan plan = planBatch(
        rules, {candidate(QStringLiteral("orders")), candidate(QStringLiteral("cart"))}, planId, noon);
    QCOMPARE(wavesOf(plan),
             (QStringList{QStringLiteral("Canary: cart"), QStringLiteral("Production: orders")}));
}

void BatchPlanningTest::withoutACanaryTheWavesBeginAtOnce()
{
    BatchRules rules;
    rules.canaryFirst = false;
    const BatchPlan plan = planBatch(
        rules, {candidate(QStringLiteral("orders")), candidate(QStringLiteral("stg"), Environment::Staging)},
        planId, noon);
    QCOMPARE(wavesOf(plan),
             (QStringList{QStringLiteral("Staging: stg"), QStringLiteral("Production: orders")}));
    QVERIFY(!plan.waves.at(0).canary);
}

void BatchPlanningTest::oneInstanceNeedsNoCanary()
{
    const BatchPlan plan = planBatch({}, {candidate(QStringLiteral("orders"))}, planId, noon);
    QCOMPARE(wavesOf(plan), QStringList{QStringLiteral("Production: orders")});
    QVERIFY(!plan.waves.at(0).canary);
}

void BatchPlanningTest::wavesByNumberTakeTheRestLast()
{
    BatchRules rules;
    rules.waves = BatchRules::Waves::Number;
    rules.canaryFirst = false;
    rules.sizes = {1, 2};
    QList<Candidate> many;
    for (int i = 0; i < 6; ++i)
        many.append(candidate(QStringLiteral("i%1").arg(i)));
    QCOMPARE(wavesOf(planBatch(rules, many, planId, noon)),
             (QStringList{QStringLiteral("Wave 1: i0"), QStringLiteral("Wave 2: i1 i2"),
                          QStringLiteral("Wave 3: i3 i4 i5")}));
    rules.sizes = {9};
    QCOMPARE(wavesOf(planBatch(rules, many.mid(0, 2), planId, noon)),
             QStringList{QStringLiteral("Wave 1: i0 i1")}); // no empty wave
}

void BatchPlanningTest::wavesByHandKeepTheirNumbers()
{
    BatchRules rules;
    rules.waves = BatchRules::Waves::Hand;
    rules.canaryFirst = false;
    rules.byHand = {{{QStringLiteral("r-a")}, 2}, {{QStringLiteral("r-b")}, 1}};
    const BatchPlan plan = planBatch(rules,
                                     {candidate(QStringLiteral("a")), candidate(QStringLiteral("b")),
                                      candidate(QStringLiteral("unplaced"))},
                                     planId, noon);
    QCOMPARE(wavesOf(plan), (QStringList{QStringLiteral("Wave 1: b"), QStringLiteral("Wave 2: a unplaced")}));
}

void BatchPlanningTest::anInstanceChosenTwiceCountsOnce()
{
    const BatchPlan plan = planBatch(
        {}, {candidate(QStringLiteral("orders")), candidate(QStringLiteral("orders"))}, planId, noon);
    QCOMPARE(memberCount(plan), 1);
    QCOMPARE(plan.items.constLast().leftOut, QStringLiteral("chosen twice"));
    QCOMPARE(plan.items.constLast().wave, -1);
}

void BatchPlanningTest::whoIsLeftOutAndWhy_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("reason");
    QTest::newRow("a check blocks it") << "blocked"
                                       << "order still open";
    QTest::newRow("already latest") << "latest"
                                    << "already on the latest version";
    QTest::newRow("already latest, and asked all the same") << "latest, included"
                                                            << "";
    QTest::newRow("not known whether outdated") << "unknown"
                                                << "";
    QTest::newRow("proxies wanted, it has none") << "no proxy"
                                                 << "it has no proxy";
    QTest::newRow("held for its window, which is not known") << "no window"
                                                             << "its maintenance window is not known";
}

void BatchPlanningTest::whoIsLeftOutAndWhy()
{
    QFETCH(QString, what);
    QFETCH(QString, reason);
    BatchRules rules;
    Candidate one = candidate(QStringLiteral("orders"));
    if (what == QLatin1String("blocked"))
        one.blocked = QStringLiteral("order still open");
    if (what.startsWith(QLatin1String("latest")))
        one.kernelOutdated = false;
    rules.includeLatest = what.endsWith(QLatin1String("included"));
    if (what == QLatin1String("unknown"))
        one.kernelOutdated.reset();
    if (what == QLatin1String("no proxy"))
        rules.parts = BatchParts::Proxy;
    if (what == QLatin1String("no window")) {
        rules.moment = BatchMoment::InsideWindow;
        one.window.reset();
    }
    const BatchPlan plan = planBatch(rules, {one}, planId, noon);
    QCOMPARE(plan.items.constFirst().leftOut, reason);
    QCOMPARE(memberCount(plan), reason.isEmpty() ? 1 : 0);
}

void BatchPlanningTest::partsComeInTheOrderChosen_data()
{
    QTest::addColumn<int>("parts");
    QTest::addColumn<bool>("kernelOutdated");
    QTest::addColumn<bool>("proxyOutdated");
    QTest::addColumn<QStringList>("order");
    const auto row = [](const char *name, BatchParts parts, bool kernel, bool proxy,
                        const QStringList &order) {
        QTest::newRow(name) << static_cast<int>(parts) << kernel << proxy << order;
    };
    const QString kernel = QStringLiteral("Kernel");
    const QString proxy = QStringLiteral("Proxy");
    row("kernel alone", BatchParts::Kernel, true, true, {kernel});
    row("proxy alone", BatchParts::Proxy, true, true, {proxy});
    row("kernel, then proxy", BatchParts::KernelThenProxy, true, true, {kernel, proxy});
    row("proxy, then kernel", BatchParts::ProxyThenKernel, true, true, {proxy, kernel});
    row("both wanted, proxy is the latest", BatchParts::ProxyThenKernel, true, false, {kernel});
    row("both wanted, kernel is the latest", BatchParts::KernelThenProxy, false, true, {proxy});
}

void BatchPlanningTest::partsComeInTheOrderChosen()
{
    QFETCH(int, parts);
    QFETCH(bool, kernelOutdated);
    QFETCH(bool, proxyOutdated);
    QFETCH(QStringList, order);
    BatchRules rules;
    rules.parts = static_cast<BatchParts>(parts);
    Candidate one = candidate(QStringLiteral("orders"));
    one.proxy = proxyOf(one);
    one.kernelOutdated = kernelOutdated;
    one.proxyOutdated = proxyOutdated;
    const BatchPlan plan = planBatch(rules, {one}, planId, noon);
    QStringList got;
    for (const StepKind kind : plan.items.constFirst().parts)
        got.append(kindName(kind));
    QCOMPARE(got, order);
}

void BatchPlanningTest::aBackupIsAddedWhereTheLastOneIsOld_data()
{
    QTest::addColumn<bool>("wanted");
    QTest::addColumn<int>("hoursOld"); // -1: none is known
    QTest::addColumn<bool>("added");
    QTest::newRow("not wanted") << false << -1 << false;
    QTest::newRow("none known") << true << -1 << true;
    QTest::newRow("younger than the limit") << true << 23 << false;
    QTest::newRow("older than the limit") << true << 25 << true;
}

void BatchPlanningTest::aBackupIsAddedWhereTheLastOneIsOld()
{
    QFETCH(bool, wanted);
    QFETCH(int, hoursOld);
    QFETCH(bool, added);
    BatchRules rules;
    rules.backUpFirst = wanted;
    rules.backupLimit = 24h;
    Candidate one = candidate(QStringLiteral("orders"));
    if (hoursOld >= 0)
        one.lastBackup = noon.addSecs(-3600LL * hoursOld);
    const QList<StepKind> parts = planBatch(rules, {one}, planId, noon).items.constFirst().parts;
    QCOMPARE(parts.size(), added ? 2 : 1);
    QCOMPARE(parts.constFirst() == StepKind::Backup, added);
}

void BatchPlanningTest::theMomentOfEachMemberFollowsTheBatch()
{
    BatchRules rules;
    const QList<Candidate> one{candidate(QStringLiteral("orders"))};
    rules.moment = BatchMoment::NextWindow;
    QCOMPARE(planBatch(rules, one, planId, noon).items.constFirst().plan.moment, Moment::MaintenanceWindow);
    for (const BatchMoment moment : {BatchMoment::Now, BatchMoment::InsideWindow}) {
        rules.moment = moment;
        QCOMPARE(planBatch(rules, one, planId, noon).items.constFirst().plan.moment, Moment::Now);
    }
}

void BatchPlanningTest::waitsAndStartBelongToTheWaves()
{
    BatchRules rules;
    rules.afterCanary = 120min;
    rules.between = 30min;
    rules.startAt = noon.addSecs(3600);
    rules.atOnce = 99;
    const BatchPlan plan = planBatch(rules,
                                     {candidate(QStringLiteral("orders")),
                                      candidate(QStringLiteral("stg"), Environment::Staging),
                                      candidate(QStringLiteral("dev"), Environment::Development)},
                                     planId, noon);
    QCOMPARE(plan.waves.size(), 3);
    QCOMPARE(plan.waves.at(0).notBefore, noon.addSecs(3600));
    QCOMPARE(plan.waves.at(0).wait, 0min);
    QCOMPARE(plan.waves.at(1).wait, 120min);
    QCOMPARE(plan.waves.at(2).wait, 30min);
    QVERIFY(!plan.waves.at(1).notBefore.isValid());
    QCOMPARE(plan.waves.at(2).atOnce, 50);
}

void BatchPlanningTest::aStepIdNamesItsPlaceAndIsReadBack()
{
    const StepId id = stepIdOf(planId, {12, 1}, 3);
    const auto place = placeOf(planId, id);
    QVERIFY(place.has_value());
    QCOMPARE(place->part.item, 12);
    QCOMPARE(place->part.part, 1);
    QCOMPARE(place->attempt, 3);
    QVERIFY(!placeOf({QStringLiteral("another")}, id));
    QVERIFY(!placeOf(planId, {QStringLiteral("a-step-of-its-own")}));
    QVERIFY(!placeOf(planId, {planId.value + QStringLiteral(".1.x.1")}));
    QVERIFY(!placeOf(planId, {planId.value + QStringLiteral(".-1.0.1")}));
    QVERIFY(!placeOf(planId, {planId.value + QStringLiteral(".1.0")}));
}

void BatchPlanningTest::aPartCarriesItsVersionsTicketAndWave()
{
    BatchRules rules;
    rules.parts = BatchParts::KernelThenProxy;
    rules.backUpFirst = true;
    Candidate one = candidate(QStringLiteral("orders"));
    one.proxy = proxyOf(one);
    BatchPlan plan = planBatch(rules, {one}, planId, noon);
    plan.ticket = QStringLiteral("CHG-7");
    plan.by = QStringLiteral("anna@bastion");
    const StepPlan backup = stepPlanOf(plan, {0, 0}, 1);
    QCOMPARE(backup.kind, StepKind::Backup);
    QCOMPARE(backup.moment, Moment::Now); // a backup never waits for the window
    const StepPlan kernel = stepPlanOf(plan, {0, 1}, 1);
    QCOMPARE(kernel.kind, StepKind::Kernel);
    QCOMPARE(kernel.fromVersion, QStringLiteral("7.0.1.8"));
    QCOMPARE(kernel.moment, Moment::MaintenanceWindow);
    const StepPlan proxy = stepPlanOf(plan, {0, 2}, 2);
    QCOMPARE(proxy.kind, StepKind::Proxy);
    QCOMPARE(proxy.fromVersion, QStringLiteral("7.0.13"));
    QCOMPARE(proxy.ticket, QStringLiteral("CHG-7"));
    QCOMPARE(proxy.by, QStringLiteral("anna@bastion"));
    QCOMPARE(proxy.wave, 1);
    QCOMPARE(proxy.batch, planId);
    QCOMPARE(proxy.id, stepIdOf(planId, {0, 2}, 2));
}

void BatchPlanningTest::aPlanSurvivesTheJournal()
{
    BatchRules rules;
    rules.parts = BatchParts::ProxyThenKernel;
    rules.backUpFirst = true;
    rules.moment = BatchMoment::InsideWindow;
    rules.stop = {3, false, true};
    rules.startAt = noon.addSecs(60);
    Candidate one = candidate(QStringLiteral("订单缓存"));
    one.proxy = proxyOf(one);
    Candidate latest = candidate(QStringLiteral("latest"));
    latest.kernelOutdated = false;
    BatchPlan plan = planBatch(rules, {one, candidate(QStringLiteral("b")), latest}, planId, noon);
    plan.name = QStringLiteral("Checkout to the latest versions");
    plan.note = QStringLiteral("“quoted”, \n and a line");
    const auto back = batchFromJson(toJson(plan));
    QVERIFY(back.has_value());
    QCOMPARE(toJson(*back), toJson(plan));
    QCOMPARE(back->waves.size(), plan.waves.size());
    QCOMPARE(back->waves.constFirst().notBefore, noon.addSecs(60));
    QCOMPARE(back->stop.failures, 3);
    QCOMPARE(back->items.constFirst().plan.instanceName, QStringLiteral("订单缓存"));
    QCOMPARE(back->items.constFirst().window->startWire(), QStringLiteral("18:00Z"));
    QCOMPARE(back->items.constLast().leftOut, QStringLiteral("already on the latest version"));
}

void BatchPlanningTest::aDamagedPlanIsNamedAndNotGuessed_data()
{
    QTest::addColumn<QString>("damage");
    QTest::newRow("no id") << "id";
    QTest::newRow("no members") << "items";
    QTest::newRow("a member in a wave that is none") << "wave";
    QTest::newRow("a member without parts") << "parts";
    QTest::newRow("a part of an unknown kind") << "kind";
    QTest::newRow("a setting as a part") << "setting";
    QTest::newRow("a member without a region") << "region";
}

void BatchPlanningTest::aDamagedPlanIsNamedAndNotGuessed()
{
    QFETCH(QString, damage);
    QJsonObject json = toJson(planBatch({}, {candidate(QStringLiteral("orders"))}, planId, noon));
    QJsonArray items = json.value(QLatin1String("items")).toArray();
    QJsonObject item = items.at(0).toObject();
    if (damage == QLatin1String("id"))
        json.remove(QLatin1String("plan"));
    if (damage == QLatin1String("wave"))
        item.insert(QLatin1String("wave"), 7);
    if (damage == QLatin1String("parts"))
        item.insert(QLatin1String("parts"), QJsonArray());
    if (damage == QLatin1String("kind"))
        item.insert(QLatin1String("parts"), QJsonArray{QStringLiteral("Teleport")});
    if (damage == QLatin1String("setting"))
        item.insert(QLatin1String("parts"), QJsonArray{QStringLiteral("Window")});
    if (damage == QLatin1String("region")) {
        QJsonObject plan = item.value(QLatin1String("plan")).toObject();
        plan.remove(QLatin1String("region"));
        item.insert(QLatin1String("plan"), plan);
    }
    items[0] = item;
    json.insert(QLatin1String("items"), damage == QLatin1String("items") ? QJsonArray() : items);
    const auto back = batchFromJson(json);
    QVERIFY(!back.has_value());
    QCOMPARE(back.error().kind, Error::Kind::Storage);
    QVERIFY(!back.error().message.isEmpty());
}

void BatchPlanningTest::rulesSurviveAFileAndOddOnesGetTheirDefaults()
{
    BatchRules rules;
    rules.waves = BatchRules::Waves::Hand;
    rules.canary.value = QStringLiteral("r-a");
    rules.byHand = {{{QStringLiteral("r-a")}, 2}};
    rules.sizes = {4, 5};
    rules.atOnce = 7;
    rules.afterCanary = 11min;
    rules.moment = BatchMoment::InsideWindow;
    rules.parts = BatchParts::ProxyThenKernel;
    rules.stop = {0, false, false};
    rules.includeLatest = true;
    rules.backUpFirst = true;
    rules.backupLimit = 6h;
    QCOMPARE(toJson(rulesFromJson(toJson(rules))), toJson(rules));
    QCOMPARE(toJson(rulesFromJson({})), toJson(BatchRules()));
    const BatchRules odd = rulesFromJson({{QStringLiteral("atOnce"), -4},
                                          {QStringLiteral("waves"), QStringLiteral("tide")},
                                          {QStringLiteral("betweenMinutes"), 1e12},
                                          {QStringLiteral("backupLimitHours"), 0}});
    QCOMPARE(odd.atOnce, 1);
    QCOMPARE(odd.waves, BatchRules::Waves::Environment);
    QCOMPARE(odd.between, std::chrono::minutes(7 * 24 * 60));
    QCOMPARE(odd.backupLimit, 1h);
}

QTEST_GUILESS_MAIN(BatchPlanningTest)
#include "tst_batchplanning.moc"
