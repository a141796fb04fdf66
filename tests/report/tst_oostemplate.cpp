// SPDX-License-Identifier: GPL-3.0-or-later
// A batch as executions of the orchestration service.
#include "report/ooscheck.h"
#include "report/oostemplate.h"
#include "upgrade/batchexamples.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTest>

using namespace uplift;
using namespace uplift::report;
using namespace uplift::upgrade;
using namespace uplift::upgrade::test;
using namespace std::chrono_literals;

namespace {

Candidate in(const char *region, const char *name, Environment environment = Environment::Production,
             const char *account = "a-1")
{
    Candidate made = candidate(QString::fromLatin1(name), environment);
    made.kernel.region.value = QString::fromLatin1(region);
    made.kernel.account.value = QString::fromLatin1(account);
    return made;
}

Candidate withProxy(Candidate made, const char *target = "7.0.15")
{
    made.proxy = proxyOf(made);
    made.proxy->toVersion = QString::fromLatin1(target);
    made.proxyOutdated = true;
    return made;
}

QList<Candidate> many(int count)
{
    QList<Candidate> list;
    for (int i = 0; i < count; ++i)
        list.append(candidate(QStringLiteral("i%1").arg(i)));
    return list;
}

QJsonObject read(const QString &json) { return QJsonDocument::fromJson(json.toUtf8()).object(); }
QJsonArray tasksOf(const OosHandover &handover)
{
    return read(handover.templateJson).value(QLatin1String("Tasks")).toArray();
}
QJsonObject propertiesOf(const QJsonValue &task)
{
    return task.toObject().value(QLatin1String("Properties")).toObject();
}
QJsonArray innerOf(const QJsonValue &loop)
{
    return propertiesOf(loop).value(QLatin1String("LoopTasks")).toArray();
}
QStringList namesOf(const QJsonArray &tasks)
{
    QStringList names;
    for (const QJsonValue &task : tasks)
        names.append(task.toObject().value(QLatin1String("Name")).toString());
    return names;
}
QJsonValue rateOf(const QJsonValue &loop, const char *name)
{
    return propertiesOf(loop).value(QLatin1String("LoopRateControl")).toObject().value(QLatin1String(name));
}

BatchPlan planned(const BatchRules &rules, const QList<Candidate> &candidates)
{
    return planBatch(rules, candidates, planId, noon);
}

OosHandover only(const BatchPlan &plan)
{
    const Result<QList<OosHandover>> handovers = oosHandovers(plan, noon);
    if (!handovers || handovers->size() != 1)
        qFatal("one handover was expected");
    return handovers->constFirst();
}

} // namespace

class OosTemplateTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void eachAccountAndRegionGetsItsOwn();
    void wavesFollowEachOtherWithTheirSoak();
    void aMemberIsStartedSettledAndWaitedForByItsVersion();
    void proxiesAreWaitedForByTheirOwnVersion();
    void whatDiffersGetsALoopOfItsOwn();
    void theMomentGoesOutAsTheAccountSendsIt_data();
    void theMomentGoesOutAsTheAccountSendsIt();
    void errorsAreToleratedAsTheStopRuleSays_data();
    void errorsAreToleratedAsTheStopRuleSays();
    void waitsReachPastTheNextWindow_data();
    void waitsReachPastTheNextWindow();
    void longSoaksAreSeveralSleeps_data();
    void longSoaksAreSeveralSleeps();
    void aLaterStartIsWaitedFor();
    void theMembersAreNotInTheTemplate();
    void everyTemplateKeepsEveryRule_data();
    void everyTemplateKeepsEveryRule();
    void theYamlSaysTheSame();
    void foreignWordsCannotBecomeReferences();
    void whatCannotBeHandedOverIsSaid_data();
    void whatCannotBeHandedOverIsSaid();
    void tooManyMembersOrWavesAreSaid();
    void whatTheCloudDoesOtherwiseIsNoted();
};

void OosTemplateTest::eachAccountAndRegionGetsItsOwn()
{
    const auto handovers = oosHandovers(
        planned({},
                {in("cn-hangzhou", "a", Environment::Staging), in("cn-beijing", "b"), in("cn-hangzhou", "c"),
                 in("cn-hangzhou", "d", Environment::Production, "a-2")}),
        noon);
    QVERIFY(handovers);
    QStringList seen;
    for (const OosHandover &handover : *handovers) {
        const QJsonObject parameters = read(handover.parametersJson);
        seen.append(QStringLiteral("%1 %2 %3 %4")
                        .arg(handover.account.value, handover.region.value)
                        .arg(handover.members)
                        .arg(QString::fromUtf8(QJsonDocument(parameters).toJson(QJsonDocument::Compact))));
    }
    QCOMPARE(seen,
             (QStringList{QStringLiteral("a-1 cn-hangzhou 2 {\"instanceIdsWave1\":[\"r-a\"],"
                                         "\"instanceIdsWave2\":[\"r-c\"],\"regionId\":\"cn-hangzhou\"}"),
                          QStringLiteral("a-1 cn-beijing 1 {\"instanceIdsWave2\":[\"r-b\"],"
                                         "\"regionId\":\"cn-beijing\"}"),
                          QStringLiteral("a-2 cn-hangzhou 1 {\"instanceIdsWave2\":[\"r-d\"],"
                                         "\"regionId\":\"cn-hangzhou\"}")}));
}

void OosTemplateTest::wavesFollowEachOtherWithTheirSoak()
{
    BatchRules rules;
    rules.waves = BatchRules::Waves::Number;
    rules.sizes = {2};
    rules.atOnce = 3;
    rules.afterCanary = 120min;
    rules.between = 45min;
    const OosHandover handover = only(planned(rules, many(6)));
    const QJsonArray tasks = tasksOf(handover);
    QCOMPARE(namesOf(tasks),
             (QStringList{QStringLiteral("wave1"), QStringLiteral("soakBeforeWave2"), QStringLiteral("wave2"),
                          QStringLiteral("soakBeforeWave3"), QStringLiteral("wave3")}));
    QCOMPARE(propertiesOf(tasks.at(1)).value(QLatin1String("Duration")).toString(), QStringLiteral("PT2H"));
    QCOMPARE(propertiesOf(tasks.at(3)).value(QLatin1String("Duration")).toString(), QStringLiteral("PT45M"));
    QCOMPARE(propertiesOf(tasks.at(4)).value(QLatin1String("LoopItems")).toString(),
             QStringLiteral("{{ instanceIdsWave3 }}"));
    QCOMPARE(rateOf(tasks.at(0), "Concurrency").toInt(), 1); // the canary
    QCOMPARE(rateOf(tasks.at(4), "Concurrency").toInt(), 3);
    QCOMPARE(rateOf(tasks.at(4), "Mode").toString(), QStringLiteral("Concurrency"));
    QCOMPARE(read(handover.parametersJson).value(QLatin1String("instanceIdsWave3")).toArray(),
             (QJsonArray{QStringLiteral("r-i3"), QStringLiteral("r-i4"), QStringLiteral("r-i5")}));
}

void OosTemplateTest::aMemberIsStartedSettledAndWaitedForByItsVersion()
{
    const QJsonArray tasks = innerOf(tasksOf(only(planned({}, {candidate(QStringLiteral("a"))}))).at(0));
    QCOMPARE(namesOf(tasks),
             (QStringList{QStringLiteral("wave1KernelUpgrade"), QStringLiteral("wave1KernelSettle"),
                          QStringLiteral("wave1KernelServing"), QStringLiteral("wave1KernelVersion"),
                          QStringLiteral("wave1KernelVerified")}));
    const QJsonObject start = propertiesOf(tasks.at(0));
    QCOMPARE(start.value(QLatin1String("API")).toString(), QStringLiteral("ModifyInstanceMinorVersion"));
    const QJsonObject parameters = start.value(QLatin1String("Parameters")).toObject();
    QCOMPARE(parameters.value(QLatin1String("Minorversion")).toString(), QStringLiteral("latest_version"));
    QCOMPARE(parameters.value(QLatin1String("InstanceId")).toString(),
             QStringLiteral("{{ ACS::TaskLoopItem }}"));
    QCOMPARE(propertiesOf(tasks.at(1)).value(QLatin1String("Duration")).toString(), QStringLiteral("PT60S"));
    for (const int status : {2, 4}) {
        QCOMPARE(propertiesOf(tasks.at(status)).value(QLatin1String("DesiredValues")).toArray(),
                 QJsonArray{QStringLiteral("Normal")});
        QCOMPARE(propertiesOf(tasks.at(status)).value(QLatin1String("StopRetryValues")).toArray(),
                 (QJsonArray{QStringLiteral("Error"), QStringLiteral("Released")}));
    }
    const QJsonObject version = propertiesOf(tasks.at(3));
    QCOMPARE(version.value(QLatin1String("API")).toString(), QStringLiteral("DescribeEngineVersion"));
    QCOMPARE(version.value(QLatin1String("PropertySelector")).toString(), QStringLiteral("IsLatestVersion"));
    QVERIFY(version.value(QLatin1String("DesiredValues")).toArray().contains(true));
    QVERIFY(!version.value(QLatin1String("DesiredValues")).toArray().contains(false));
}

void OosTemplateTest::proxiesAreWaitedForByTheirOwnVersion()
{
    BatchRules rules;
    rules.parts = BatchParts::ProxyThenKernel;
    rules.moment = BatchMoment::Now;
    const QJsonArray tasks =
        innerOf(tasksOf(only(planned(rules, {withProxy(candidate(QStringLiteral("a")))}))).at(0));
    QCOMPARE(tasks.size(), 10);
    QCOMPARE(namesOf(tasks).first(), QStringLiteral("wave1ProxyUpgrade"));
    QCOMPARE(namesOf(tasks).at(5), QStringLiteral("wave1KernelUpgrade"));
    QCOMPARE(propertiesOf(tasks.at(0)).value(QLatin1String("API")).toString(),
             QStringLiteral("UpgradeProxy"));
    QCOMPARE(propertiesOf(tasks.at(0))
                 .value(QLatin1String("Parameters"))
                 .toObject()
                 .value(QLatin1String("SwitchTimeMode"))
                 .toString(),
             QStringLiteral("Immediately"));
    QCOMPARE(propertiesOf(tasks.at(3)).value(QLatin1String("PropertySelector")).toString(),
             QStringLiteral("ProxyMinorVersion"));
    QCOMPARE(propertiesOf(tasks.at(3)).value(QLatin1String("DesiredValues")).toArray(),
             QJsonArray{QStringLiteral("7.0.15")});
}

void OosTemplateTest::whatDiffersGetsALoopOfItsOwn()
{
    BatchRules rules;
    rules.parts = BatchParts::KernelThenProxy;
    rules.canaryFirst = false;
    const OosHandover handover = only(planned(
        rules,
        {withProxy(candidate(QStringLiteral("a"))), candidate(QStringLiteral("b")),
         withProxy(candidate(QStringLiteral("c"))), withProxy(candidate(QStringLiteral("d")), "5.0.99")}));
    QCOMPARE(
        namesOf(tasksOf(handover)),
        (QStringList{QStringLiteral("wave1"), QStringLiteral("wave1Part2"), QStringLiteral("wave1Part3")}));
    const QJsonObject parameters = read(handover.parametersJson);
    QCOMPARE(parameters.value(QLatin1String("instanceIdsWave1")).toArray(),
             (QJsonArray{QStringLiteral("r-a"), QStringLiteral("r-c")}));
    QCOMPARE(parameters.value(QLatin1String("instanceIdsWave1Part2")).toArray(),
             QJsonArray{QStringLiteral("r-b")});
    QCOMPARE(parameters.value(QLatin1String("instanceIdsWave1Part3")).toArray(),
             QJsonArray{QStringLiteral("r-d")});
}

void OosTemplateTest::theMomentGoesOutAsTheAccountSendsIt_data()
{
    QTest::addColumn<BatchMoment>("moment");
    QTest::addColumn<MomentNaming>("naming");
    QTest::addColumn<QString>("effectiveTime");
    QTest::addColumn<QString>("effectTime");
    const QString none;
    QTest::newRow("window, both names") << BatchMoment::NextWindow << MomentNaming::Both
                                        << QStringLiteral("MaintainTime") << QStringLiteral("1");
    QTest::newRow("window, today's name")
        << BatchMoment::NextWindow << MomentNaming::EffectiveTime << QStringLiteral("MaintainTime") << none;
    QTest::newRow("window, the older name")
        << BatchMoment::NextWindow << MomentNaming::EffectTime << none << QStringLiteral("1");
    QTest::newRow("at once, both names")
        << BatchMoment::Now << MomentNaming::Both << QStringLiteral("Immediately") << QStringLiteral("0");
}

void OosTemplateTest::theMomentGoesOutAsTheAccountSendsIt()
{
    QFETCH(BatchMoment, moment);
    QFETCH(MomentNaming, naming);
    BatchRules rules;
    rules.moment = moment;
    Candidate one = candidate(QStringLiteral("a"));
    one.kernel.momentNaming = naming;
    const QJsonObject parameters = propertiesOf(innerOf(tasksOf(only(planned(rules, {one}))).at(0)).at(0))
                                       .value(QLatin1String("Parameters"))
                                       .toObject();
    QTEST(parameters.value(QLatin1String("EffectiveTime")).toString(), "effectiveTime");
    QTEST(parameters.value(QLatin1String("EffectTime")).toString(), "effectTime");
    QCOMPARE(parameters.contains(QLatin1String("EffectTime")), naming != MomentNaming::EffectiveTime);
}

void OosTemplateTest::errorsAreToleratedAsTheStopRuleSays_data()
{
    QTest::addColumn<int>("failures");
    QTest::addColumn<QJsonValue>("tolerated");
    QTest::newRow("any failure stops") << 1 << QJsonValue(0);
    QTest::newRow("the third one stops") << 3 << QJsonValue(2);
    QTest::newRow("none stops") << 0 << QJsonValue(QStringLiteral("100%"));
}

void OosTemplateTest::errorsAreToleratedAsTheStopRuleSays()
{
    QFETCH(int, failures);
    BatchRules rules;
    rules.stop.failures = failures;
    const QJsonArray tasks = tasksOf(only(planned(rules, many(3))));
    QTEST(rateOf(tasks.last(), "MaxErrors"), "tolerated");
    QCOMPARE(rateOf(tasks.first(), "MaxErrors"), QJsonValue(0)); // after the canary only what is verified
}

void OosTemplateTest::waitsReachPastTheNextWindow_data()
{
    QTest::addColumn<BatchMoment>("moment");
    QTest::addColumn<QString>("start");
    QTest::addColumn<QString>("end");
    QTest::addColumn<int>("hours");
    QTest::newRow("a window of four hours")
        << BatchMoment::NextWindow << QStringLiteral("18:00Z") << QStringLiteral("22:00Z") << 24 + 4 + 2;
    QTest::newRow("a window of a whole day")
        << BatchMoment::NextWindow << QStringLiteral("18:00Z") << QStringLiteral("18:00Z") << 24 + 24 + 2;
    QTest::newRow("a window that is not known") << BatchMoment::NextWindow << QString() << QString() << 50;
    QTest::newRow("at once") << BatchMoment::Now << QStringLiteral("18:00Z") << QStringLiteral("22:00Z")
                             << 10;
}

void OosTemplateTest::waitsReachPastTheNextWindow()
{
    QFETCH(BatchMoment, moment);
    QFETCH(QString, start);
    QFETCH(QString, end);
    QFETCH(int, hours);
    BatchRules rules;
    rules.moment = moment;
    Candidate one = candidate(QStringLiteral("a"));
    one.window = MaintenanceWindow::parse(start, end);
    int waits = 0;
    const QJsonArray tasks = innerOf(tasksOf(only(planned(rules, {one}))).at(0));
    for (const QJsonValue &value : tasks) {
        const QJsonObject task = value.toObject();
        if (task.value(QLatin1String("Action")).toString() != QLatin1String("ACS::WaitFor"))
            continue;
        ++waits;
        QCOMPARE(task.value(QLatin1String("DelayType")).toString(), QStringLiteral("Constant"));
        const int delay = task.value(QLatin1String("Delay")).toInt();
        const int retries = task.value(QLatin1String("Retries")).toInt();
        QVERIFY(retries <= 300 && delay >= 1 && delay <= 3600);
        QVERIFY2(retries * delay >= hours * 3600, qPrintable(QString::number(retries * delay)));
        QVERIFY(retries * (delay - 60) < hours * 3600); // looked for no more rarely than needed
    }
    QCOMPARE(waits, 3);
}

void OosTemplateTest::longSoaksAreSeveralSleeps_data()
{
    QTest::addColumn<int>("minutes");
    QTest::addColumn<QString>("sleeps");
    const auto row = [](const char *name, int minutes, const char *sleeps) {
        QTest::newRow(name) << minutes << QString::fromLatin1(sleeps);
    };
    row("none", 0, "");
    row("a minute", 1, "PT1M");
    row("an hour and a half", 90, "PT90M");
    row("two hours", 120, "PT2H");
    row("a day", 1440, "PT24H");
    row("a day and a minute", 1441, "PT24H PT1M");
    row("two and a half days", 3600, "PT24H PT24H PT12H");
}

void OosTemplateTest::longSoaksAreSeveralSleeps()
{
    QFETCH(int, minutes);
    QTEST(oosSleeps(std::chrono::minutes(minutes)).join(u' '), "sleeps");
    if (minutes <= 1440)
        return;
    BatchRules rules;
    rules.afterCanary = std::chrono::minutes(minutes);
    const QStringList names = namesOf(tasksOf(only(planned(rules, many(2)))));
    QCOMPARE(names.filter(QLatin1String("soak")).size(), oosSleeps(std::chrono::minutes(minutes)).size());
    QVERIFY2(names.contains(QLatin1String("soakBeforeWave22")), qPrintable(names.join(u' ')));
}

void OosTemplateTest::aLaterStartIsWaitedFor()
{
    BatchRules rules;
    rules.startAt = noon.addSecs(3 * 3600 + 1);
    const QJsonArray tasks = tasksOf(only(planned(rules, many(2))));
    QCOMPARE(namesOf(tasks).first(), QStringLiteral("waitForStart"));
    QCOMPARE(propertiesOf(tasks.at(0)).value(QLatin1String("Duration")).toString(), QStringLiteral("PT181M"));
    rules.startAt = noon.addSecs(-60);
    QCOMPARE(namesOf(tasksOf(only(planned(rules, many(2))))).first(), QStringLiteral("wave1"));
}

void OosTemplateTest::theMembersAreNotInTheTemplate()
{
    const OosHandover handover = only(planned({}, many(1000)));
    QVERIFY(handover.templateJson.size() < 8 * 1024);
    QVERIFY(!handover.templateJson.contains(QLatin1String("r-i77")));
    QVERIFY(handover.parametersJson.contains(QLatin1String("\"r-i777\"")));
    QCOMPARE(handover.members, 1000);
}

void OosTemplateTest::everyTemplateKeepsEveryRule_data()
{
    QTest::addColumn<BatchRules>("rules");
    QTest::addColumn<QList<Candidate>>("members");
    const auto row = [](const char *name, const std::function<void(BatchRules &)> &edit,
                        const QList<Candidate> &members) {
        BatchRules rules;
        edit(rules);
        QTest::newRow(name) << rules << members;
    };
    row(
        "as usual", [](BatchRules &) {}, many(8));
    row(
        "one", [](BatchRules &) {}, many(1));
    row(
        "at once", [](BatchRules &rules) { rules.moment = BatchMoment::Now; }, many(5));
    row(
        "never stopped", [](BatchRules &rules) { rules.stop.failures = 0; }, many(5));
    row(
        "a week between", [](BatchRules &rules) { rules.afterCanary = rules.between = 24h * 7; }, many(5));
    row(
        "twelve waves",
        [](BatchRules &rules) {
            rules.waves = BatchRules::Waves::Number;
            rules.sizes = QList<int>(11, 1);
        },
        many(40));
    row("proxies of two versions",
        [](BatchRules &rules) {
            rules.parts = BatchParts::KernelThenProxy;
            rules.startAt = noon.addDays(3);
        },
        {withProxy(candidate(QStringLiteral("a"))), withProxy(candidate(QStringLiteral("b")), "6.1"),
         candidate(QStringLiteral("c")), withProxy(candidate(QStringLiteral("d")))});
    row("proxies alone", [](BatchRules &rules) { rules.parts = BatchParts::Proxy; },
        {withProxy(candidate(QStringLiteral("a"))), withProxy(candidate(QStringLiteral("b")))});
}

void OosTemplateTest::everyTemplateKeepsEveryRule()
{
    QFETCH(BatchRules, rules);
    QFETCH(QList<Candidate>, members);
    BatchPlan plan = planned(rules, members);
    plan.name = QStringLiteral("十一月 {{ name }}");
    plan.ticket = QStringLiteral("CHG-1");
    const OosHandover handover = only(plan);
    QCOMPARE(checkTemplate(read(handover.templateJson)), QStringList());
    QVERIFY(handover.templateJson.toUtf8().size() <= oosTemplateBytes);
    QVERIFY(handover.templateYaml.toUtf8().size() <= oosTemplateBytes);
    // Every parameter that has no value of its own is given, and no other.
    const QJsonObject known = read(handover.templateJson).value(QLatin1String("Parameters")).toObject();
    const QJsonObject given = read(handover.parametersJson);
    for (const QString &name : known.keys())
        QVERIFY2(given.contains(name) || known.value(name).toObject().contains(QLatin1String("Default")),
                 qPrintable(name));
    int ids = 0;
    for (const QString &name : given.keys()) {
        QVERIFY2(known.contains(name), qPrintable(name));
        ids += static_cast<int>(given.value(name).toArray().size());
    }
    QCOMPARE(ids, handover.members);
}

void OosTemplateTest::theYamlSaysTheSame()
{
    BatchPlan plan = planned({}, many(4));
    plan.name = QStringLiteral("十一月: \"升级\" - yes #1");
    const OosHandover handover = only(plan);
    QProcess python;
    python.start(QStringLiteral("python3"),
                 {QStringLiteral("-c"),
                  QStringLiteral("import sys, yaml, json\n"
                                 "json.dump(yaml.safe_load(sys.stdin.buffer), sys.stdout)")});
    python.write(handover.templateYaml.toUtf8());
    python.closeWriteChannel();
    QVERIFY(python.waitForFinished(120'000));
    QVERIFY2(python.exitCode() == 0, python.readAllStandardError().constData());
    QCOMPARE(QJsonDocument::fromJson(python.readAllStandardOutput()).object(), read(handover.templateJson));
}

void OosTemplateTest::foreignWordsCannotBecomeReferences()
{
    BatchPlan plan = planned({}, many(1));
    plan.name = QStringLiteral("{{ OOSAssumeRole }}\n\u202eCHG");
    const QString description = read(only(plan).templateJson).value(QLatin1String("Description")).toString();
    QVERIFY2(!description.contains(u'{') && !description.contains(u'\n'), qPrintable(description));
    QVERIFY(!description.contains(QChar(0x202e)));
}

void OosTemplateTest::whatCannotBeHandedOverIsSaid_data()
{
    QTest::addColumn<BatchPlan>("plan");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, const BatchPlan &plan, const char *sentence) {
        QTest::newRow(name) << plan << QString::fromUtf8(sentence);
    };
    const auto with = [](const std::function<void(BatchRules &)> &edit, const QList<Candidate> &members) {
        BatchRules rules;
        edit(rules);
        return planned(rules, members);
    };
    Candidate blocked = candidate(QStringLiteral("a"));
    blocked.blocked = QStringLiteral("an order is open");
    row("everybody left out", planned({}, {blocked}), "Nothing to hand over: no instance is part of a wave.");
    row("nobody chosen", planned({}, {}), "Nothing to hand over: no instance is part of a wave.");
    row("held here until the window",
        with([](BatchRules &rules) { rules.moment = BatchMoment::InsideWindow; }, many(2)),
        "The cloud's orchestration cannot hold an upgrade back until a window opens.");
    row("backups first", with([](BatchRules &rules) { rules.backUpFirst = true; }, many(1)),
        "A backup of i0 is part of the plan. The cloud's orchestration is given upgrades alone.");
    Candidate named = candidate(QStringLiteral("a"));
    named.kernel.minorVersion = QStringLiteral("7.0.1.12");
    row("a version by name", planned({}, {named}),
        "a is to get version 7.0.1.12. The cloud's orchestration can wait for the latest version alone.");
    row("a proxy without a target",
        with([](BatchRules &rules) { rules.parts = BatchParts::Proxy; },
             {withProxy(candidate(QStringLiteral("a")), "")}),
        "The latest proxy version of a is not known, so the cloud's orchestration could not wait for it.");
    BatchPlan later = planned({}, many(3));
    later.waves[1].notBefore = noon.addSecs(60);
    row("a wave with a moment of its own", later,
        "Wave 2 waits for a moment of its own. The cloud's orchestration waits after the wave before.");
}

void OosTemplateTest::whatCannotBeHandedOverIsSaid()
{
    QFETCH(BatchPlan, plan);
    QFETCH(QString, sentence);
    const auto handovers = oosHandovers(plan, noon);
    QVERIFY(!handovers);
    QCOMPARE(handovers.error().kind, Error::Kind::Input);
    QCOMPARE(handovers.error().field, QStringLiteral("batch"));
    QCOMPARE(handovers.error().message, sentence);
    QVERIFY(!handovers.error().next.isEmpty());
}

void OosTemplateTest::tooManyMembersOrWavesAreSaid()
{
    BatchRules rules;
    rules.canaryFirst = false;
    QVERIFY(oosHandovers(planned(rules, many(1000)), noon));
    const auto members = oosHandovers(planned(rules, many(1001)), noon);
    QVERIFY(!members);
    QCOMPARE(members.error().message,
             QStringLiteral("Wave 1 has 1001 instances in cn-hangzhou. One loop of the cloud's orchestration "
                            "takes 1,000."));
    rules.waves = BatchRules::Waves::Number;
    rules.sizes = QList<int>(60, 1);
    const auto waves = oosHandovers(planned(rules, many(70)), noon);
    QVERIFY(!waves);
    QCOMPARE(waves.error().kind, Error::Kind::Input);
    QVERIFY2(waves.error().message.contains(QLatin1String("64 KB")), qPrintable(waves.error().message));
}

void OosTemplateTest::whatTheCloudDoesOtherwiseIsNoted()
{
    BatchRules rules;
    rules.moment = BatchMoment::Now;
    Candidate one = candidate(QStringLiteral("a"));
    one.kernel.momentNaming = MomentNaming::EffectiveTime;
    const QStringList least = only(planned(rules, {one})).notes;
    QCOMPARE(least.size(), 2); // the checks, and the wait
    QVERIFY2(least.at(1).endsWith(QLatin1String("after up to 10 h.")), qPrintable(least.at(1)));
    rules.stop.failures = 2;
    rules.moment = BatchMoment::NextWindow;
    rules.startAt = noon.addSecs(3600);
    const auto handovers =
        oosHandovers(planned(rules, many(5) + QList<Candidate>{in("cn-beijing", "b")}), noon);
    QVERIFY(handovers);
    const QString notes = handovers->constFirst().notes.join(u'\n');
    for (const char *words :
         {"those of others are not waited for", "checks that Uplift makes", "outside its window",
          "counted in each wave", "keeps its place", "runs from the moment", "EffectTime"})
        QVERIFY2(notes.contains(QLatin1String(words)), qPrintable(QLatin1String(words) + u'\n' + notes));
}

QTEST_GUILESS_MAIN(OosTemplateTest)
#include "tst_oostemplate.moc"
