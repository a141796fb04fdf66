// SPDX-License-Identifier: GPL-3.0-or-later
#include "batchsamples.h"
#include "ui/batch/batchconfirmfacts.h"
#include "ui/batch/batchrequestsdialog.h"
#include "ui/batch/batchtexts.h"

#include <QTest>

using namespace uplift;
using namespace uplift::ui;
using namespace uplift::ui::samples;
using upgrade::BatchMoment;
using upgrade::BatchRules;

using Spoil = std::function<void(BatchDecision &)>;

/// What a plan says of itself, and what it lacks.
Q_DECLARE_METATYPE(Spoil)
Q_DECLARE_METATYPE(uplift::ui::BatchImpact)

class BatchTextsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theButtonSaysHowManyInWhichWavesAndWhen_data();
    void theButtonSaysHowManyInWhichWavesAndWhen();
    void theFirstMissingThingIsNamed_data();
    void theFirstMissingThingIsNamed();
    void sizeAndProductionAreCounted();
    void theChecksAreSummedUp();
    void theImpactLineSaysWhatIsKnown_data();
    void theImpactLineSaysWhatIsKnown();
    void sizesOfWavesAreRead_data();
    void sizesOfWavesAreRead();
    void theStartIsSaidInBothZones();
    void theStopRulesAreOneSentence_data();
    void theStopRulesAreOneSentence();
    void thePaceSaysOnlyTheWaitsThereAre_data();
    void thePaceSaysOnlyTheWaitsThereAre();
    void everyMomentSaysWhetherUpliftMustRun();
    void aPlanIsNamedByItsGroup();
    void theConfirmationListsWavesWithBothZones();
    void theConfirmationListsProductionOnly();
    void theNumberOfProductionInstancesIsTyped_data();
    void theNumberOfProductionInstancesIsTyped();
    void requestsStandInTheOrderOfTheWaves();
    void aPlanThatIsHandedOverHasOneRequestForEachExecution();
};

namespace {

BatchDecision decisionOf(const QList<PlanMember> &members, const BatchRules &rules = {})
{
    BatchDecision decision;
    decision.rules = rules;
    decision.plan = planOfMembers(members, rules);
    decision.chosen = static_cast<int>(members.size());
    decision.clientsReconnect = true;
    decision.now = batchNow;
    decision.zone = shanghai;
    decision.firstStart = QDateTime(QDate(2026, 11, 19), QTime(10, 0), Qt::UTC);
    return decision;
}

} // namespace

void BatchTextsTest::theButtonSaysHowManyInWhichWavesAndWhen_data()
{
    QTest::addColumn<Spoil>("spoil");
    QTest::addColumn<bool>("shortForm");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const Spoil &spoil, bool shortForm, const char *text) {
        QTest::newRow(name) << spoil << shortForm << QString::fromUtf8(text);
    };
    row(
        "today", [](BatchDecision &) {}, false, "Start 4 upgrades in 3 waves (first today 18:00)…");
    row(
        "narrow window", [](BatchDecision &) {}, true, "Start 4 upgrades in 3 waves…");
    row(
        "at once", [](BatchDecision &d) { d.firstStart = batchNow; }, false,
        "Start 4 upgrades in 3 waves (first now)…");
    row(
        "its window is open", [](BatchDecision &d) { d.firstOrAtOnce = true; }, false,
        "Start 4 upgrades in 3 waves (first at once or today 18:00)…");
    row(
        "one wave",
        [](BatchDecision &d) {
            BatchRules rules;
            rules.canaryFirst = false;
            d.plan = planOfMembers({member(QStringLiteral("a")), member(QStringLiteral("b"))}, rules);
        },
        false, "Start 2 upgrades (first today 18:00)…");
    row(
        "one upgrade", [](BatchDecision &d) { d.plan = planOfMembers({member(QStringLiteral("a"))}); }, false,
        "Start 1 upgrade (first today 18:00)…");
    row(
        "nobody", [](BatchDecision &d) { d.plan = planOfMembers({}); }, false, "Nothing to start");
}

void BatchTextsTest::theButtonSaysHowManyInWhichWavesAndWhen()
{
    QFETCH(Spoil, spoil);
    QFETCH(bool, shortForm);
    QFETCH(QString, text);
    BatchDecision decision = decisionOf(fourMembers());
    spoil(decision);
    QCOMPARE(primaryText(decision, shortForm), text);
}

void BatchTextsTest::theFirstMissingThingIsNamed_data()
{
    using Where = BatchMissing::Where;
    QTest::addColumn<Spoil>("spoil");
    QTest::addColumn<int>("where"); // -1: nothing is missing
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const Spoil &spoil, std::optional<Where> where, const char *words) {
        QTest::newRow(name) << spoil << (where ? static_cast<int>(*where) : -1) << QString::fromUtf8(words);
    };
    row(
        "nothing", [](BatchDecision &) {}, std::nullopt, "");
    row(
        "acknowledgement", [](BatchDecision &d) { d.clientsReconnect = false; }, Where::Acknowledgement,
        "Say first that clients reconnect");
    row(
        "nobody is chosen",
        [](BatchDecision &d) {
            d.plan = planOfMembers({});
            d.chosen = 0;
        },
        Where::Members, "No instance is chosen");
    row(
        "all are left out", [](BatchDecision &d) { d.plan = planOfMembers({}); }, Where::Members,
        "the dry run says why");
    row(
        "still looking", [](BatchDecision &d) { d.toCheck = 3; }, Where::Checking,
        "3 of 4 instances are still being looked at");
    row(
        "sizes",
        [](BatchDecision &d) {
            d.rules.waves = BatchRules::Waves::Number;
            d.sizesWrong = true;
        },
        Where::Sizes, "numbers with commas");
    row(
        "sizes nobody uses", [](BatchDecision &d) { d.sizesWrong = true; }, std::nullopt, "");
    row(
        "a start in the past", [](BatchDecision &d) { d.rules.startAt = batchNow.addSecs(-1); }, Where::Start,
        "lies in the past");
    row(
        "no journal",
        [](BatchDecision &d) {
            d.journalWritable = false;
            d.clientsReconnect = false;
        },
        Where::Journal, "The journal cannot be written");
}

void BatchTextsTest::theFirstMissingThingIsNamed()
{
    QFETCH(Spoil, spoil);
    QFETCH(int, where);
    QFETCH(QString, words);
    BatchDecision decision = decisionOf(fourMembers());
    spoil(decision);
    const auto missing = firstMissing(decision);
    QCOMPARE(missing ? static_cast<int>(missing->where) : -1, where);
    if (missing)
        QVERIFY2(missing->sentence.contains(words), qPrintable(missing->sentence));
}

void BatchTextsTest::sizeAndProductionAreCounted()
{
    QCOMPARE(sizeText(planOfMembers(fourMembers())), QStringLiteral("4 instances, 3 waves"));
    QCOMPARE(productionText(planOfMembers(fourMembers())), QStringLiteral("2 production"));
    MemberKnown blocked = known(QStringLiteral("busy"));
    blocked.facts.readOnly = true;
    QList<PlanMember> members = fourMembers();
    members.append(memberOf(blocked, {}, impactTable()));
    QCOMPARE(sizeText(planOfMembers(members)), QStringLiteral("4 of 5 instances, 3 waves"));
    QCOMPARE(productionText(planOfMembers({member(QStringLiteral("s"), Environment::Staging)})), QString());
    QCOMPARE(sizeText(planOfMembers({member(QStringLiteral("s"))})), QStringLiteral("1 instance, 1 wave"));
}

void BatchTextsTest::theChecksAreSummedUp()
{
    MemberKnown failed = known(QStringLiteral("failed"));
    failed.last = upgrade::LastAttempt{upgrade::StepState::Failed, batchNow.addSecs(-600)};
    MemberKnown blocked = known(QStringLiteral("busy"));
    blocked.facts.readOnly = true;
    QList<PlanMember> members = fourMembers();
    QCOMPARE(checksSummary(planOfMembers(members), members), QStringLiteral("4 pass"));
    QCOMPARE(worstCheck(planOfMembers(members), members), upgrade::Check::Result::Passed);
    members.append(memberOf(failed, {}, impactTable()));
    members.append(memberOf(blocked, {}, impactTable()));
    QCOMPARE(checksSummary(planOfMembers(members), members), QStringLiteral("4 pass, 1 to read, 1 left out"));
    // The one that is left out is not begun, so it does not darken the others.
    QCOMPARE(worstCheck(planOfMembers(members), members), upgrade::Check::Result::ToRead);
    QCOMPARE(checksSummary(planOfMembers({}), {}), QStringLiteral("Nothing to check"));
    members = {members.constLast()};
    QCOMPARE(checksSummary(planOfMembers(members), members), QStringLiteral("Nothing to start: 1 left out"));
    members = fourMembers();
    members[1].verdict.worst = upgrade::Check::Result::Unknown;
    QCOMPARE(checksSummary(planOfMembers(members), members), QStringLiteral("3 pass, 1 unknown"));
}

void BatchTextsTest::theImpactLineSaysWhatIsKnown_data()
{
    QTest::addColumn<BatchImpact>("impact");
    QTest::addColumn<QString>("line");
    BatchImpact both;
    both.members = 2;
    both.kernels = true;
    both.disconnection = std::chrono::seconds(30);
    both.readOnly = std::chrono::seconds(60);
    QTest::newRow("both") << both << QStringLiteral("Each ≤ 30 s disconnected, ≤ 60 s read-only");
    BatchImpact none = both;
    none.disconnection.reset();
    none.readOnly.reset();
    QTest::newRow("no bound") << none << QStringLiteral("No bound is documented; interruptions are possible");
    BatchImpact proxies = none;
    proxies.kernels = false;
    QTest::newRow("proxies alone") << proxies
                                   << QStringLiteral(
                                          "No bound is documented for proxies; connections may drop");
    QTest::newRow("nobody") << BatchImpact() << QString();
}

void BatchTextsTest::theImpactLineSaysWhatIsKnown()
{
    QFETCH(BatchImpact, impact);
    QFETCH(QString, line);
    QCOMPARE(impactLine(impact), line);
}

void BatchTextsTest::sizesOfWavesAreRead_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QList<int>>("sizes"); // empty: refused
    QTest::newRow("one") << QStringLiteral("5") << QList<int>{5};
    QTest::newRow("several, blanks") << QStringLiteral(" 1, 9 ,20") << QList<int>{1, 9, 20};
    QTest::newRow("full-width commas") << QStringLiteral("1，9、20") << QList<int>{1, 9, 20};
    QTest::newRow("nothing") << QString() << QList<int>{};
    QTest::newRow("a trailing comma") << QStringLiteral("1,") << QList<int>{};
    QTest::newRow("zero") << QStringLiteral("0") << QList<int>{};
    QTest::newRow("words") << QStringLiteral("many") << QList<int>{};
    QTest::newRow("huge") << QStringLiteral("10001") << QList<int>{};
    QTest::newRow("51 waves") << QStringLiteral("1,").repeated(50) + QStringLiteral("1") << QList<int>{};
}

void BatchTextsTest::sizesOfWavesAreRead()
{
    QFETCH(QString, typed);
    QFETCH(QList<int>, sizes);
    const auto read = parseSizes(typed);
    QCOMPARE(read.has_value(), !sizes.isEmpty());
    if (!read)
        return;
    QCOMPARE(*read, sizes);
    QCOMPARE(parseSizes(sizesText(*read)), read);
}

void BatchTextsTest::theStartIsSaidInBothZones()
{
    QCOMPARE(startSentence({}, batchNow, shanghai), QStringLiteral("At once, when confirmed"));
    QCOMPARE(startSentence(QDateTime(QDate(2026, 11, 19), QTime(10, 0), Qt::UTC), batchNow, shanghai),
             QStringLiteral("Thu 19 Nov 18:00, your time (UTC+8), in 3 h 28 min.  10:00 UTC"));
    QCOMPARE(startSentence(QDateTime(QDate(2026, 11, 19), QTime(18, 0), Qt::UTC), batchNow, shanghai),
             QStringLiteral("Fri 20 Nov 02:00, your time (UTC+8), in 11 h 28 min.  18:00 UTC, Thu 19 Nov"));
}

void BatchTextsTest::thePaceSaysOnlyTheWaitsThereAre_data()
{
    QTest::addColumn<int>("afterCanary"); // minutes
    QTest::addColumn<int>("between");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("no wait") << 0 << 0 << QStringLiteral("2 at once");
    QTest::newRow("after the canary") << 30 << 0 << QStringLiteral("2 at once; wait 30 min after the canary");
    QTest::newRow("between waves") << 0 << 120 << QStringLiteral("2 at once; wait 2 h between waves");
    QTest::newRow("both") << 30 << 120
                          << QStringLiteral("2 at once; wait 30 min after the canary, 2 h between waves");
}

void BatchTextsTest::thePaceSaysOnlyTheWaitsThereAre()
{
    QFETCH(int, afterCanary);
    QFETCH(int, between);
    BatchRules rules;
    rules.atOnce = 2;
    rules.afterCanary = std::chrono::minutes(afterCanary);
    rules.between = std::chrono::minutes(between);
    QTEST(paceSentence(rules), "sentence");
}

void BatchTextsTest::theStopRulesAreOneSentence_data()
{
    QTest::addColumn<int>("failures");
    QTest::addColumn<bool>("undecided");
    QTest::addColumn<bool>("outside");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("all") << 1 << true << true
                         << QStringLiteral(
                                "Nothing new is begun when any upgrade fails or ends unchanged, or an "
                                "outcome is undecided, or one switches outside its window.");
    QTest::newRow("three failures") << 3 << false << false
                                    << QStringLiteral(
                                           "Nothing new is begun when 3 upgrades fail or end unchanged.");
    QTest::newRow("never") << 0 << false << false
                           << QStringLiteral(
                                  "Goes on whatever happens; only a canary that is not verified stops it.");
}

void BatchTextsTest::theStopRulesAreOneSentence()
{
    QFETCH(int, failures);
    QFETCH(bool, undecided);
    QFETCH(bool, outside);
    QFETCH(QString, sentence);
    QCOMPARE(stopSentence({failures, undecided, outside}, BatchMoment::NextWindow), sentence);
    // At once means whatever the window is.
    QVERIFY(
        !stopSentence({failures, undecided, outside}, BatchMoment::Now).contains(QStringLiteral("window")));
}

void BatchTextsTest::everyMomentSaysWhetherUpliftMustRun()
{
    for (const BatchMoment moment : {BatchMoment::Now, BatchMoment::NextWindow, BatchMoment::InsideWindow})
        QVERIFY(momentSentence(moment).contains(QLatin1String("while Uplift runs"), Qt::CaseInsensitive));
    QVERIFY(momentSentence(BatchMoment::NextWindow).contains(QLatin1String("with or without Uplift")));
}

void BatchTextsTest::aPlanIsNamedByItsGroup()
{
    const QString checkout = QStringLiteral("Checkout");
    QCOMPARE(planNameFor({checkout, checkout}, 2), QStringLiteral("Checkout to the latest versions"));
    QCOMPARE(planNameFor({checkout, QString()}, 2), QStringLiteral("2 instances to their latest versions"));
    QCOMPARE(planNameFor({}, 1), QStringLiteral("1 instance to its latest version"));
}

void BatchTextsTest::theConfirmationListsWavesWithBothZones()
{
    BatchConfirmFacts facts;
    facts.plan = planOfMembers(fourMembers());
    facts.dryRun = upgrade::dryRun(facts.plan, batchNow);
    facts.now = batchNow;
    facts.zone = shanghai;
    const QList<ConfirmWave> waves = confirmWaves(facts);
    QCOMPARE(waves.size(), 3);
    QCOMPARE(waves.at(0).head, QStringLiteral("1  Canary: 1 instance"));
    QCOMPARE(waves.at(0).detail, QStringLiteral("tonight 02:00 (UTC+8), 18:00 UTC, Thu 19 Nov"));
    QCOMPARE(waves.at(2).head, QStringLiteral("3  Production: 2 instances, 2 at once"));
    QVERIFY2(waves.at(2).detail.startsWith(QLatin1String("from about tonight 05:30 ")),
             qPrintable(waves.at(2).detail));
    QVERIFY(batchNoWayBackSentence(facts).contains(QLatin1String("no way back")));
    QCOMPARE(placeLines(facts).size(), 1);
    QCOMPARE(leftOutLine(facts.plan), QString());
    facts.plan.items[0].wave = -1;
    QCOMPARE(leftOutLine(facts.plan),
             QStringLiteral("1 instance: %1").arg(facts.plan.items.at(0).plan.instanceName));
}

void BatchTextsTest::theConfirmationListsProductionOnly()
{
    const upgrade::BatchPlan plan = planOfMembers(fourMembers());
    QCOMPARE(productionLines(plan),
             (QStringList{QStringLiteral("orders   7.0.1.8 → 7.0.1.14"),
                          QStringLiteral("cart   7.0.1.8 → 7.0.1.14")}));
}

void BatchTextsTest::theNumberOfProductionInstancesIsTyped_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("right");
    QTest::newRow("the number") << QStringLiteral("2") << true;
    QTest::newRow("blanks around") << QStringLiteral(" 2 ") << true;
    QTest::newRow("all members") << QStringLiteral("4") << false;
    QTest::newRow("a leading zero") << QStringLiteral("02") << false;
    QTest::newRow("a word") << QStringLiteral("two") << false;
    QTest::newRow("nothing") << QString() << false;
}

void BatchTextsTest::theNumberOfProductionInstancesIsTyped()
{
    QFETCH(QString, typed);
    QFETCH(bool, right);
    const upgrade::BatchPlan plan = planOfMembers(fourMembers());
    QCOMPARE(numberToType(plan), 2);
    QCOMPARE(isNumberTyped(plan, typed), right);
}

void BatchTextsTest::requestsStandInTheOrderOfTheWaves()
{
    const upgrade::BatchPlan plan = planOfMembers(fourMembers());
    const QList<PlannedRequest> requests = plannedRequests(plan);
    QCOMPARE(requests.size(), 4);
    QCOMPARE(requests.at(0).text, QStringLiteral("1.  Wave 1: orders-stg, ModifyInstanceMinorVersion"));
    QCOMPARE(requests.at(3).text, QStringLiteral("4.  Wave 3: cart, ModifyInstanceMinorVersion"));
    const cloud::ChangeRequest request = requestOf(plan, requests.at(3), batchNow);
    QCOMPARE(request.parameters.value(QStringLiteral("InstanceId")), QStringLiteral("r-cart"));
    QCOMPARE(request.parameters.value(QStringLiteral("EffectiveTime")), QStringLiteral("MaintainTime"));
    QVERIFY(request.nonce.isEmpty());
}

void BatchTextsTest::aPlanThatIsHandedOverHasOneRequestForEachExecution()
{
    upgrade::BatchPlan plan = planOfMembers(fourMembers());
    const auto handovers = report::oosHandovers(plan, batchNow);
    QVERIFY(handovers);
    for (const report::OosHandover &handover : *handovers)
        plan.handedOver.append({handover.account, handover.region, QStringLiteral("token"),
                                handover.templateJson, handover.parametersJson});
    const QList<PlannedRequest> requests = plannedRequests(plan);
    QCOMPARE(requests.size(), 1);
    QCOMPARE(requests.at(0).text, QStringLiteral("1.  cn-hangzhou, StartExecution"));
    const cloud::ChangeRequest request = requestOf(plan, requests.at(0), batchNow);
    QCOMPARE(request.action, QStringLiteral("StartExecution"));
    QCOMPARE(request.parameters.value(QStringLiteral("ClientToken")), QStringLiteral("token"));
}

QTEST_GUILESS_MAIN(BatchTextsTest)
#include "tst_batchtexts.moc"
