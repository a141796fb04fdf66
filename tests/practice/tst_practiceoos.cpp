// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/published.h"
#include "practice/rawclient.h"

#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace uplift;
using namespace uplift::practice;
using namespace std::chrono_literals;
using test::Draft;
using test::PracticeBench;
using test::RawReply;
using test::textOf;

namespace {

using Parameters = QMap<QString, QString>;

/// Upgrades, lets it settle, waits until the version is the latest, then until the status is Normal.
const char plan[] = R"({
  "FormatVersion": "OOS-2019-06-01",
  "Description": "Upgrade the minor version of many instances, a few at a time",
  "Parameters": {
    "instanceIds": {"Type": "List"},
    "regionId": {"Type": "String", "Default": "{{ ACS::RegionId }}"},
    "parallel": {"Type": "Number", "Default": 2},
    "maxErrors": {"Type": "Number", "Default": 0},
    "OOSAssumeRole": {"Type": "String", "Default": "OOSServiceRole"}
  },
  "RamRole": "{{ OOSAssumeRole }}",
  "Tasks": [{
    "Name": "upgradeAll", "Action": "ACS::Loop",
    "Properties": {
      "LoopItems": "{{ instanceIds }}",
      "LoopRateControl": {"Mode": "Concurrency", "Concurrency": "{{ parallel }}", "MaxErrors": "{{ maxErrors }}"},
      "LoopTasks": [
        {"Name": "upgrade", "Action": "ACS::ExecuteAPI",
         "Properties": {"Service": "r-kvstore", "API": "ModifyInstanceMinorVersion",
           "Parameters": {"RegionId": "{{ regionId }}", "InstanceId": "{{ ACS::TaskLoopItem }}",
                          "Minorversion": "latest_version", "EffectiveTime": "Immediately", "EffectTime": 0}}},
        {"Name": "settle", "Action": "ACS::Sleep", "Properties": {"Duration": "PT60S"}},
        {"Name": "waitLatest", "Action": "ACS::WaitFor",
         "Properties": {"Service": "r-kvstore", "API": "DescribeEngineVersion",
           "Parameters": {"RegionId": "{{ regionId }}", "InstanceId": "{{ ACS::TaskLoopItem }}"},
           "PropertySelector": "IsLatestVersion", "DesiredValues": [true]},
         "Retries": 40, "DelayType": "Constant", "Delay": 30},
        {"Name": "waitNormal", "Action": "ACS::WaitFor",
         "Properties": {"Service": "r-kvstore", "API": "DescribeInstanceAttribute",
           "Parameters": {"RegionId": "{{ regionId }}", "InstanceId": "{{ ACS::TaskLoopItem }}"},
           "PropertySelector": "Instances.DBInstanceAttribute[0].InstanceStatus",
           "DesiredValues": ["Normal"], "StopRetryValues": ["Error", "Released"]},
         "Retries": 240, "DelayType": "Constant", "Delay": 30}
      ]
    }
  }]
})";

/// A bench that speaks to OOS. All instances used lie in cn-hangzhou.
class Oos : public PracticeBench {
public:
    using PracticeBench::PracticeBench;
    [[nodiscard]] Draft oosDraft(const char *action, const Parameters &parameters) const
    {
        Draft made = draft(QLatin1String(action), parameters);
        made.version = QStringLiteral("2019-06-01");
        return made;
    }
    [[nodiscard]] RawReply oos(const char *action, const Parameters &parameters) const
    {
        return send(oosDraft(action, parameters));
    }
    [[nodiscard]] Parameters order(const QStringList &names, QJsonObject parameters = {}) const
    {
        QJsonArray ids;
        for (const QString &name : names)
            ids.append(name.startsWith(QLatin1String("r-")) ? name : idOf(name));
        parameters.insert(QStringLiteral("instanceIds"), ids);
        return {{QStringLiteral("RegionId"), QStringLiteral("cn-hangzhou")},
                {QStringLiteral("TemplateContent"), QString::fromLatin1(plan)},
                {QStringLiteral("Parameters"),
                 QString::fromUtf8(QJsonDocument(parameters).toJson(QJsonDocument::Compact))}};
    }
    QString begin(const QStringList &names, const QJsonObject &parameters = {})
    {
        const RawReply reply = oos("StartExecution", order(names, parameters));
        return textOf(reply.json().value(QLatin1String("Execution")).toObject(), "ExecutionId");
    }
    [[nodiscard]] QJsonObject execution(const QString &id) const
    {
        return oos("ListExecutions", {{QStringLiteral("ExecutionId"), id}})
            .json()[QLatin1String("Executions")][0]
            .toObject();
    }
    [[nodiscard]] QString executionStatus(const QString &id) const { return textOf(execution(id), "Status"); }
    [[nodiscard]] QJsonArray taskRuns(const QString &id, Parameters filters = {}) const
    {
        filters.insert(QStringLiteral("ExecutionId"), id);
        filters.insert(QStringLiteral("MaxResults"), QStringLiteral("100"));
        return oos("ListTaskExecutions", filters).json().value(QLatin1String("TaskExecutions")).toArray();
    }
    /// The tasks of one item, in their order: "upgrade Success".
    [[nodiscard]] QStringList runsOf(const QString &id, const QString &instance) const
    {
        QStringList found;
        const QJsonArray runs = taskRuns(id);
        for (const auto &run : runs) {
            if (textOf(run.toObject(), "LoopItem") == u'"' + instance + u'"')
                found.append(textOf(run.toObject(), "TaskName") + u' ' + textOf(run.toObject(), "Status"));
        }
        return found;
    }
    [[nodiscard]] bool isLatest(const QString &id) const
    {
        return version(id).value(QLatin1String("IsLatestVersion")).toBool();
    }
};

const QStringList allWell{QStringLiteral("upgrade Success"), QStringLiteral("settle Success"),
                          QStringLiteral("waitLatest Success"), QStringLiteral("waitNormal Success")};
/// Four of cn-hangzhou that may be upgraded: three copy, the last is a single node.
const QStringList four{QStringLiteral("orders-cache"), QStringLiteral("checkout-locks"),
                       QStringLiteral("orders-cache-stg"), QStringLiteral("dev-scratch")};

} // namespace

class PracticeOosTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aBatchRunsToSuccess();
    void noMoreThanAskedForRunAtOnce();
    void theOutcomeDoesNotDependOnWhenItIsAsked();
    void aFailingItemStopsTheLoop();
    void errorsWithinTheLimitAreBorne();
    void aWaitGivesUpAfterItsRetries();
    void refusedStartsFailTheirItem();
    void cancellingStopsTheRestAndLeavesUpgradesAlone();
    void theSameTokenGivesTheSameExecution();
    void anExecutionBelongsToItsAccount();
    void listsComeInParts();
    void aLoopOverNothingIsASuccess();
    void proxiesCanBeUpgradedToo();
    void badCallsAreRefused_data();
    void badCallsAreRefused();
    void xmlAndV1AreSpokenToo();
};

void PracticeOosTest::aBatchRunsToSuccess()
{
    Oos bench;
    QSignalSpy started(&bench.cloud(), &PracticeCloud::started);
    const RawReply reply = bench.oos("StartExecution", bench.order(four));
    QCOMPARE(reply.status, 200);
    QCOMPARE(test::unpublishedField(QStringLiteral("StartExecution"), reply.json()), QString());
    const QJsonObject begun = reply.json().value(QLatin1String("Execution")).toObject();
    QCOMPARE(textOf(begun, "Status"), QStringLiteral("Running"));
    QCOMPARE(textOf(begun, "RamRole"), QStringLiteral("OOSServiceRole"));
    const QString id = textOf(begun, "ExecutionId");
    QCOMPARE(started.size(), 2); // two at once
    QCOMPARE(bench.status(bench.idOf("orders-cache")), QStringLiteral("Normal"));
    bench.pass(10s);
    QCOMPARE(bench.status(bench.idOf("orders-cache")), QStringLiteral("MinorVersionUpgrading"));
    QCOMPARE(textOf(bench.execution(id)[QLatin1String("CurrentTasks")][0].toObject(), "TaskName"),
             QStringLiteral("upgradeAll"));
    bench.pass(5min);
    const RawReply list = bench.oos("ListExecutions", {{QStringLiteral("ExecutionId"), id}});
    QCOMPARE(test::unpublishedField(QStringLiteral("ListExecutions"), list.json()), QString());
    const QJsonObject done = bench.execution(id);
    QCOMPARE(textOf(done, "Status"), QStringLiteral("Success"));
    QVERIFY(!textOf(done, "EndDate").isEmpty());
    QCOMPARE(done[QLatin1String("Counters")][QLatin1String("TotalTasks")].toInt(), 1 + 4 * 4);
    QCOMPARE(done[QLatin1String("Counters")][QLatin1String("FailedTasks")].toInt(), 0);
    for (const QString &name : four) {
        QCOMPARE(bench.runsOf(id, bench.idOf(name)), allWell);
        QCOMPARE(bench.cloud().startsOf({bench.idOf(name)}), 1);
        QVERIFY(bench.isLatest(bench.idOf(name)));
        QCOMPARE(bench.status(bench.idOf(name)), QStringLiteral("Normal"));
    }
    QCOMPARE(started.size(), 4);
    const RawReply runs = bench.oos("ListTaskExecutions", {{QStringLiteral("ExecutionId"), id}});
    QCOMPARE(test::unpublishedField(QStringLiteral("ListTaskExecutions"), runs.json()), QString());
    // Nothing of that came over the wire.
    QCOMPARE(bench.cloud().requestCount(QStringLiteral("ModifyInstanceMinorVersion")), 0);
}

void PracticeOosTest::noMoreThanAskedForRunAtOnce()
{
    PracticeOptions options;
    options.extraInstances = 14 * 20;
    Oos bench(options);
    QStringList ids; // of one kind, so that all take as long
    for (int i = 0; i < 20; ++i)
        ids.append(QStringLiteral("r-bp1x%1").arg(i * 14 + 2, 14, 10, QLatin1Char('0')));
    const QString id = bench.begin(ids, {{QStringLiteral("parallel"), 5}});
    int most = 0;
    for (int i = 0; i < 60 && bench.executionStatus(id) == QLatin1String("Running"); ++i) {
        int open = 0;
        const QJsonArray tasks = bench.tasks({{QStringLiteral("Status"), QStringLiteral("Running")}});
        for (const auto &task : tasks)
            open += ids.contains(textOf(task.toObject(), "InstanceId")) ? 1 : 0;
        most = std::max(most, open);
        bench.pass(5s);
    }
    QCOMPARE(bench.executionStatus(id), QStringLiteral("Success"));
    QCOMPARE(most, 5);
    for (const QString &one : std::as_const(ids))
        QCOMPARE(bench.cloud().startsOf({one}), 1);
}

void PracticeOosTest::theOutcomeDoesNotDependOnWhenItIsAsked()
{
    Oos often;
    Oos once;
    const QString first = often.begin(four);
    const QString second = once.begin(four);
    for (int i = 0; i < 300; ++i) {
        often.pass(1s);
        QVERIFY(!often.executionStatus(first).isEmpty());
    }
    once.pass(300s);
    QCOMPARE(often.executionStatus(first), QStringLiteral("Success"));
    QCOMPARE(often.taskRuns(first), once.taskRuns(second));
    QCOMPARE(often.execution(first), once.execution(second));
}

void PracticeOosTest::aFailingItemStopsTheLoop()
{
    Oos bench;
    const QString failing = bench.idOf("orders-cache");
    bench.cloud().failUpgradesOf({failing});
    const QString id = bench.begin({four.at(0), four.at(1), four.at(2)});
    bench.pass(10min);
    const QJsonObject ended = bench.execution(id);
    QCOMPARE(textOf(ended, "Status"), QStringLiteral("Failed"));
    QVERIFY2(textOf(ended, "StatusMessage").contains(QLatin1String("1 of 3 items failed, 0 were not begun")),
             qPrintable(textOf(ended, "StatusMessage")));
    // The wait for the version tells, though the status is Normal: the third began when the second was done.
    QCOMPARE(bench.runsOf(id, failing),
             (QStringList{allWell.at(0), allWell.at(1), QStringLiteral("waitLatest Failed")}));
    QCOMPARE(bench.runsOf(id, bench.idOf("checkout-locks")), allWell);
    const QJsonArray failed = bench.taskRuns(id, {{QStringLiteral("Status"), QStringLiteral("Failed")}});
    QCOMPARE(failed.size(), 2); // the wait, and the loop
    QVERIFY(
        textOf(failed.at(1).toObject(), "StatusMessage").contains(QLatin1String("40 retries with false")));
}

void PracticeOosTest::errorsWithinTheLimitAreBorne()
{
    Oos bench;
    bench.cloud().failUpgradesOf({bench.idOf("orders-cache")});
    const QString id = bench.begin(four, {{QStringLiteral("maxErrors"), 1}, {QStringLiteral("parallel"), 1}});
    bench.pass(20min);
    QCOMPARE(bench.executionStatus(id), QStringLiteral("Success"));
    QVERIFY(!bench.isLatest(bench.idOf("orders-cache")));
    for (qsizetype i = 1; i < four.size(); ++i)
        QVERIFY(bench.isLatest(bench.idOf(four.at(i))));
}

void PracticeOosTest::aWaitGivesUpAfterItsRetries()
{
    Oos bench;
    bench.cloud().setOn(Fault::UpgradeUnchanged, true);
    const QString id = bench.begin(four, {{QStringLiteral("parallel"), 1}});
    // Forty-one looks at the version, each 3 s after the other, and 6 s to settle: times of a ten-minute
    // upgrade, in a world where one takes a minute.
    bench.pass(2min + 5s);
    QCOMPARE(bench.executionStatus(id), QStringLiteral("Running"));
    bench.pass(2s);
    QCOMPARE(bench.executionStatus(id), QStringLiteral("Failed"));
    for (qsizetype i = 1; i < four.size(); ++i) {
        QCOMPARE(bench.cloud().startsOf({bench.idOf(four.at(i))}), 0);
        QVERIFY(bench.runsOf(id, bench.idOf(four.at(i))).isEmpty());
    }
}

void PracticeOosTest::refusedStartsFailTheirItem()
{
    Oos bench;
    const QString busy = bench.idOf("cart-sessions"); // upgrades since before the cloud was opened
    const QString id = bench.begin(
        {QStringLiteral("cart-sessions"), QStringLiteral("r-none"), QStringLiteral("checkout-locks")},
        {{QStringLiteral("maxErrors"), 2}, {QStringLiteral("parallel"), 1}});
    bench.pass(5min);
    QCOMPARE(bench.executionStatus(id), QStringLiteral("Success"));
    const QJsonArray failed = bench.taskRuns(id, {{QStringLiteral("Status"), QStringLiteral("Failed")}});
    QCOMPARE(failed.size(), 2);
    QVERIFY(textOf(failed.at(0).toObject(), "StatusMessage")
                .startsWith(QLatin1String("IncorrectDBInstanceState: ")));
    QVERIFY(textOf(failed.at(1).toObject(), "StatusMessage")
                .startsWith(QLatin1String("InvalidInstanceId.NotFound: ")));
    QCOMPARE(bench.cloud().startsOf({busy}), 0);
    bench.cloud().setOn(Fault::PermissionDenied, true);
    const QString denied = bench.begin({QStringLiteral("orders-cache")});
    QCOMPARE(bench.executionStatus(denied), QStringLiteral("Failed"));
    QCOMPARE(bench.cloud().startsOf({bench.idOf("orders-cache")}), 0);
}

void PracticeOosTest::cancellingStopsTheRestAndLeavesUpgradesAlone()
{
    Oos bench;
    const QString id = bench.begin(four, {{QStringLiteral("parallel"), 1}});
    bench.pass(20s);
    const RawReply reply = bench.oos("CancelExecution", {{QStringLiteral("ExecutionId"), id}});
    QCOMPARE(reply.status, 200);
    QCOMPARE(test::unpublishedField(QStringLiteral("CancelExecution"), reply.json()), QString());
    QCOMPARE(bench.executionStatus(id), QStringLiteral("Cancelled"));
    QCOMPARE(bench.runsOf(id, bench.idOf("orders-cache")),
             (QStringList{allWell.at(0), allWell.at(1), QStringLiteral("waitLatest Cancelled")}));
    QCOMPARE(bench.oos("CancelExecution", {{QStringLiteral("ExecutionId"), id}}).code(),
             QStringLiteral("InvalidExecutionStatus"));
    bench.pass(10min);
    QVERIFY(bench.isLatest(bench.idOf("orders-cache")));
    for (qsizetype i = 1; i < four.size(); ++i)
        QCOMPARE(bench.cloud().startsOf({bench.idOf(four.at(i))}), 0);
    QCOMPARE(bench.executionStatus(id), QStringLiteral("Cancelled"));
}

void PracticeOosTest::theSameTokenGivesTheSameExecution()
{
    Oos bench;
    Parameters order = bench.order({QStringLiteral("checkout-locks")});
    order.insert(QStringLiteral("ClientToken"), QStringLiteral("7f1c"));
    const auto idOf = [](const RawReply &reply) {
        return textOf(reply.json().value(QLatin1String("Execution")).toObject(), "ExecutionId");
    };
    const QString id = idOf(bench.oos("StartExecution", order));
    bench.pass(10s);
    QCOMPARE(idOf(bench.oos("StartExecution", order)), id);
    bench.pass(2min);
    const RawReply late = bench.oos("StartExecution", order);
    QCOMPARE(idOf(late), id);
    QCOMPARE(textOf(late.json().value(QLatin1String("Execution")).toObject(), "Status"),
             QStringLiteral("Success"));
    QCOMPARE(bench.cloud().startsOf({bench.idOf("checkout-locks")}), 1);
    QCOMPARE(bench.oos("ListExecutions", {}).json().value(QLatin1String("TotalCount")).toInt(), 1);
    Parameters other = bench.order({QStringLiteral("orders-cache")});
    other.insert(QStringLiteral("ClientToken"), QStringLiteral("7f1c"));
    QCOMPARE(bench.oos("StartExecution", other).code(), QStringLiteral("IdempotentParameterMismatch"));
    other.insert(QStringLiteral("ClientToken"), QStringLiteral("7f1d"));
    QVERIFY(idOf(bench.oos("StartExecution", other)) != id);
}

void PracticeOosTest::anExecutionBelongsToItsAccount()
{
    PracticeOptions options;
    options.keys = {
        {QStringLiteral("LTAIother"), QStringLiteral("othersecret"), {}, {}, QStringLiteral("9876543210")}};
    Oos bench(options);
    const QString id = bench.begin({QStringLiteral("checkout-locks")});
    const auto asOther = [&](const char *action, const Parameters &parameters) {
        Draft draft = bench.oosDraft(action, parameters);
        draft.keyId = options.keys.first().id;
        draft.secret = options.keys.first().secret.toLatin1();
        return bench.send(draft);
    };
    QCOMPARE(asOther("ListExecutions", {}).json().value(QLatin1String("TotalCount")).toInt(), 0);
    QCOMPARE(asOther("CancelExecution", {{QStringLiteral("ExecutionId"), id}}).code(),
             QStringLiteral("EntityNotExists.Execution"));
    QCOMPARE(bench.executionStatus(id), QStringLiteral("Running"));
    const RawReply own = asOther("StartExecution", bench.order({QStringLiteral("orders-cache")}));
    QCOMPARE(own.status, 200);
    QVERIFY(textOf(own.json().value(QLatin1String("Execution")).toObject(), "ExecutedBy")
                .contains(QLatin1String("9876543210")));
}

void PracticeOosTest::listsComeInParts()
{
    Oos bench;
    QStringList begun;
    for (int i = 0; i < 23; ++i)
        begun.prepend(bench.begin({}));
    QStringList seen;
    Parameters part{{QStringLiteral("MaxResults"), QStringLiteral("10")}};
    int parts = 0;
    do {
        const QJsonObject body = bench.oos("ListExecutions", part).json();
        QCOMPARE(body.value(QLatin1String("TotalCount")).toInt(), 23);
        const QJsonArray rows = body.value(QLatin1String("Executions")).toArray();
        for (const auto &row : rows)
            seen.append(textOf(row.toObject(), "ExecutionId"));
        part.insert(QStringLiteral("NextToken"), textOf(body, "NextToken"));
        ++parts;
    } while (!part.value(QStringLiteral("NextToken")).isEmpty());
    QCOMPARE(parts, 3);
    QCOMPARE(seen, begun); // newest first
    QCOMPARE(bench.oos("ListExecutions", {{QStringLiteral("Status"), QStringLiteral("Running")}})
                 .json()
                 .value(QLatin1String("TotalCount"))
                 .toInt(),
             0);
}

void PracticeOosTest::aLoopOverNothingIsASuccess()
{
    Oos bench;
    const QString id = bench.begin({});
    QCOMPARE(bench.executionStatus(id), QStringLiteral("Success"));
    QCOMPARE(bench.taskRuns(id).size(), 1);
}

void PracticeOosTest::proxiesCanBeUpgradedToo()
{
    Oos bench;
    Parameters order = bench.order({});
    order.insert(QStringLiteral("Parameters"), QStringLiteral("{}"));
    order.insert(QStringLiteral("TemplateContent"),
                 QString::fromLatin1(R"({"FormatVersion":"OOS-2019-06-01","Tasks":[
      {"Name":"proxy","Action":"ACS::ExecuteAPI","Properties":{"Service":"R-KVStore","API":"UpgradeProxy",
       "Parameters":{"InstanceId":"r-bp1zxszhcgatnx4b2c","SwitchTimeMode":"Immediately"}}},
      {"Name":"wait","Action":"ACS::WaitFor","Properties":{"Service":"R-KVStore","API":"DescribeRoleZoneInfo",
       "Parameters":{"InstanceId":"r-bp1zxszhcgatnx4b2c","QueryType":0},
       "PropertySelector":".Node.NodeInfo[1].CurrentMinorVersion","NotDesiredValues":["7.0.13"]},
       "Retries":300,"DelayType":"Constant","Delay":10}]})"));
    const QJsonObject reply = bench.oos("StartExecution", order).json();
    const QString id = textOf(reply.value(QLatin1String("Execution")).toObject(), "ExecutionId");
    bench.pass(1min);
    QCOMPARE(bench.executionStatus(id), QStringLiteral("Success"));
    QCOMPARE(bench.cloud().proxyStartsOf({bench.idOf("orders-cache")}), 1);
    QCOMPARE(textOf(bench.version(bench.idOf("orders-cache")), "ProxyMinorVersion"),
             QStringLiteral("7.0.15"));
}

void PracticeOosTest::badCallsAreRefused_data()
{
    QTest::addColumn<QByteArray>("action");
    QTest::addColumn<Parameters>("changed");
    QTest::addColumn<QString>("code");
    const QString invalid = QStringLiteral("InvalidParameter");
    const auto row = [](const char *title, const char *action, const Parameters &changed,
                        const QString &code) {
        QTest::newRow(title) << QByteArray(action) << changed << code;
    };
    const auto one = [](const char *name, const QString &value) {
        return Parameters{{QLatin1String(name), value}};
    };
    row("no region", "StartExecution", one("RegionId", {}), QStringLiteral("MissingParameter"));
    row("no template", "StartExecution", one("TemplateContent", {}), QStringLiteral("MissingParameter"));
    row("a template in YAML", "StartExecution", one("TemplateContent", QStringLiteral("Tasks: []")),
        QStringLiteral("InvalidTemplateContent.Malformed"));
    row("parameters that are no JSON", "StartExecution", one("Parameters", QStringLiteral("a=b")), invalid);
    row("a parameter too many", "StartExecution",
        one("Parameters", QStringLiteral(R"({"instanceIds":[],"speed":1})")), invalid);
    row("step by step", "StartExecution", one("Mode", QStringLiteral("Debug")), invalid);
    row("a pause after each batch", "StartExecution", one("LoopMode", QStringLiteral("EveryBatchPause")),
        invalid);
    row("an odd check", "StartExecution", one("SafetyCheck", QStringLiteral("Never")), invalid);
    row("a long token", "StartExecution", one("ClientToken", QString(65, u'x')), invalid);
    row("parts of 101", "ListExecutions", one("MaxResults", QStringLiteral("101")), invalid);
    row("a part nobody gave", "ListExecutions", one("NextToken", QStringLiteral("eA==")), invalid);
    row("tasks of nothing", "ListTaskExecutions", {}, QStringLiteral("MissingParameter"));
    row("tasks of an unknown one", "ListTaskExecutions", one("ExecutionId", QStringLiteral("exec-none")),
        QStringLiteral("EntityNotExists.Execution"));
    row("an end of an unknown one", "CancelExecution", one("ExecutionId", QStringLiteral("exec-none")),
        QStringLiteral("EntityNotExists.Execution"));
    row("an operation of another product", "DescribeInstances", {}, QStringLiteral("InvalidAction.NotFound"));
}

void PracticeOosTest::badCallsAreRefused()
{
    QFETCH(QByteArray, action);
    QFETCH(Parameters, changed);
    QFETCH(QString, code);
    Oos bench;
    Parameters parameters = action == "StartExecution" ? bench.order(four) : Parameters();
    parameters.insert(changed);
    QCOMPARE(bench.oos(action.constData(), parameters).code(), code);
    QCOMPARE(bench.cloud().startsOf({bench.idOf("orders-cache")}), 0);
}

void PracticeOosTest::xmlAndV1AreSpokenToo()
{
    Oos bench;
    Draft draft = bench.oosDraft("StartExecution", bench.order({QStringLiteral("checkout-locks")}));
    draft.v1 = true;
    draft.form = true;
    draft.format = QString();
    const QByteArray body = bench.send(draft).body;
    QVERIFY2(body.contains("<StartExecutionResponse><Execution>"), body.constData());
    QVERIFY(body.contains("<ExecutionId>exec-practice00000001</ExecutionId>"));
    draft = bench.oosDraft("ListTaskExecutions",
                           {{QStringLiteral("ExecutionId"), QStringLiteral("exec-practice00000001")}});
    draft.accept = "text/xml";
    QCOMPARE(bench.send(draft).body.count("<TaskExecutions>"), 3);
}

QTEST_GUILESS_MAIN(PracticeOosTest)
#include "tst_practiceoos.moc"
