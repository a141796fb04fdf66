// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/describe.h"
#include "support/vectors.h"

#include <QJsonDocument>
#include <QTest>

using namespace uplift;
using namespace uplift::cloud;
using namespace uplift::test;

namespace {

ReplyTree sample(const char *name)
{
    return parseReply(vectorBytes(QLatin1String("responses/") + QLatin1String(name))).value_or(ReplyTree());
}

ReplyTree json(const QByteArray &text) { return parseReply(text).value_or(ReplyTree()); }

/// A reply whose MonitorHistory is `history`, quoted as the service quotes it.
Result<MonitorHistory> monitored(const QByteArray &history)
{
    const QJsonObject body{{QStringLiteral("RequestId"), QStringLiteral("R")},
                           {QStringLiteral("MonitorHistory"), QString::fromUtf8(history)}};
    return toMonitorHistory(json(QJsonDocument(body).toJson()));
}

QDateTime utc(const char *text) { return QDateTime::fromString(QLatin1String(text), Qt::ISODate); }

} // namespace

/// What is read to follow a change: load, backup jobs, a task's actions, proxies and executions. Nothing made
/// up for what is missing.
class FollowModelsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void loadIsReadWhetherTextOrNumber_data();
    void loadIsReadWhetherTextOrNumber();
    void loadComesInTheOrderOfTime();
    void oddLoadIsUnknownNotZero();
    void aHistoryThatIsNoneIsABadReply_data();
    void aHistoryThatIsNoneIsABadReply();
    void aWeekOfMinutesIsRead();
    void backupJobsAreRead_data();
    void backupJobsAreRead();
    void oddBackupJobsAreUnknown();
    void aTaskOffersWhatItsStepAndStatusAllow_data();
    void aTaskOffersWhatItsStepAndStatusAllow();
    void theSampleTaskOffersNothingAtItsStep();
    void proxiesAreToldFromDataNodes();
    void executionsAreReadInBothForms();
    void oddExecutionsAreUnknown();
    void tasksOfAnExecutionNameTheirItem_data();
    void tasksOfAnExecutionNameTheirItem();
    void otherBodiesAreRefused();
};

void FollowModelsTest::loadIsReadWhetherTextOrNumber_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::newRow("JSON") << QByteArray("DescribeHistoryMonitorValues.ok.json");
    QTest::newRow("XML") << QByteArray("DescribeHistoryMonitorValues.ok.xml");
}

void FollowModelsTest::loadIsReadWhetherTextOrNumber()
{
    QFETCH(QByteArray, file);
    const auto history = toMonitorHistory(sample(file.constData()));
    QVERIFY(history.has_value());
    QCOMPARE(history->samples.size(), 3);
    QCOMPARE(history->samples.at(0).time, utc("2026-03-02T16:00:00Z"));
    const QString cpu = QStringLiteral("CpuUsage");
    const QString memory = QStringLiteral("UsedMemory");
    QCOMPARE(history->samples.at(0).value(cpu), std::optional<double>(3.1));
    QCOMPARE(history->samples.at(1).value(cpu), std::optional<double>(0)); // zeros are left out
    QCOMPARE(history->samples.at(2).value(cpu), std::optional<double>(2.9)); // as text
    QCOMPARE(history->samples.at(2).value(memory), std::optional<double>(209723392));
    QCOMPARE(history->metrics(), (QStringList{cpu, memory, QStringLiteral("quotaMemory")}));
    for (const char *empty :
         {"DescribeHistoryMonitorValues.empty.json", "DescribeHistoryMonitorValues.empty.xml"})
        QVERIFY(toMonitorHistory(sample(empty))->samples.isEmpty());
}

void FollowModelsTest::loadComesInTheOrderOfTime()
{
    const auto history = monitored(R"({"2026-03-02T17:00:00Z":{"a":3},"2026-03-02T09:00Z":{"a":1},
        "2026-03-02T16:00:00Z":{"a":2}})");
    QVERIFY(history.has_value());
    QList<double> values;
    for (const MonitorSample &one : history->samples)
        values << *one.value(QStringLiteral("a"));
    QCOMPARE(values, (QList<double>{1, 2, 3}));
}

void FollowModelsTest::oddLoadIsUnknownNotZero()
{
    const auto history = monitored(R"({"2026-03-02T16:00:00Z":{"a":"n/a","b":null,"c":[1],"d":true,"e":"",
        "f":"nan","g":"inf","h":"1e400","i":{},"j":"12 MB","k":" 7 "},"yesterday":{"a":1},
        "2026-03-02T16:00:05Z":5,"2026-03-02 16:00:10":{"a":1}})");
    QVERIFY(history.has_value());
    QCOMPARE(history->samples.size(), 1);
    const MonitorSample &one = history->samples.first();
    for (const char *metric : {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j"})
        QVERIFY2(!one.value(QLatin1String(metric)), metric);
    QCOMPARE(one.value(QStringLiteral("k")), std::optional<double>(7));
    QCOMPARE(one.value(QStringLiteral("z")), std::optional<double>(0));
}

void FollowModelsTest::aHistoryThatIsNoneIsABadReply_data()
{
    QTest::addColumn<QByteArray>("history");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("cut off") << QByteArray(R"({"2026-03-02T16:00:00Z":{"a":1)");
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("a word") << QByteArray("none");
    QTest::newRow("nested too deep") << QByteArray(5'000, '[');
}

void FollowModelsTest::aHistoryThatIsNoneIsABadReply()
{
    QFETCH(QByteArray, history);
    const auto result = monitored(history);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, Error::Kind::BadReply);
}

void FollowModelsTest::aWeekOfMinutesIsRead()
{
    constexpr int minutes = 7 * 24 * 60;
    QJsonObject rows;
    const QDateTime begin = utc("2026-03-02T16:00:00Z");
    for (int i = 0; i < minutes; ++i)
        rows.insert(begin.addSecs(60 * i).toString(Qt::ISODate),
                    QJsonObject{{QStringLiteral("CpuUsage"), QString::number(i % 100)}});
    const auto history = monitored(QJsonDocument(rows).toJson(QJsonDocument::Compact));
    QVERIFY(history.has_value());
    QCOMPARE(history->samples.size(), minutes);
    QCOMPARE(history->samples.last().time, begin.addSecs(60 * (minutes - 1)));
    QCOMPARE(history->samples.last().value(QStringLiteral("CpuUsage")),
             std::optional<double>((minutes - 1) % 100));
}

void FollowModelsTest::backupJobsAreRead_data()
{
    QTest::addColumn<QByteArray>("format");
    QTest::newRow("JSON") << QByteArray("json");
    QTest::newRow("XML") << QByteArray("xml");
}

void FollowModelsTest::backupJobsAreRead()
{
    QFETCH(QByteArray, format);
    const auto jobs = toBackupJobs(sample("DescribeBackupTasks.running." + format));
    QVERIFY(jobs.has_value());
    QCOMPARE(jobs->size(), 1);
    const BackupJob &job = jobs->first();
    QCOMPARE(job.id, QStringLiteral("10220001"));
    QVERIFY(job.status == BackupJob::Status::Preparing);
    QCOMPARE(job.progress, std::optional<double>(27));
    QCOMPARE(job.mode, QStringLiteral("Manual"));
    QCOMPARE(job.action, QStringLiteral("TempBackupTask"));
    QCOMPARE(job.node, QStringLiteral("23020001"));
    QCOMPARE(job.started, utc("2026-03-02T16:00:05Z"));
    const auto none = toBackupJobs(sample("DescribeBackupTasks.none." + format));
    QVERIFY(none.has_value());
    QVERIFY(none->isEmpty());
}

void FollowModelsTest::oddBackupJobsAreUnknown()
{
    const auto jobs = toBackupJobs(json(R"({"BackupJobs":[
        {"BackupProgressStatus":"Resting","Progress":"soon","Process":"40%","StartTime":"now"},
        {"BackupProgressStatus":"finished","Progress":101},
        {"BackupProgressStatus":["Waiting"],"Progress":true}, 7]})"));
    QVERIFY(jobs.has_value());
    QCOMPARE(jobs->size(), 3);
    QVERIFY(jobs->at(0).status == BackupJob::Status::Unknown);
    QCOMPARE(jobs->at(0).statusText, QStringLiteral("Resting"));
    QCOMPARE(jobs->at(0).progress, std::optional<double>(40));
    QVERIFY(!jobs->at(0).started.isValid());
    QVERIFY(jobs->at(1).status == BackupJob::Status::Finished);
    QVERIFY(!jobs->at(1).progress);
    QVERIFY(jobs->at(2).status == BackupJob::Status::Unknown);
    QVERIFY(!jobs->at(2).progress);
}

void FollowModelsTest::aTaskOffersWhatItsStepAndStatusAllow_data()
{
    QTest::addColumn<QByteArray>("actionInfo");
    QTest::addColumn<QStringList>("actions");
    const auto row = [](const char *name, const char *info, const char *actions) {
        QTest::newRow(name) << QByteArray(info)
                            << QString::fromLatin1(actions).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    };
    row("at its step and in its status",
        R"({"steps":[{"step_name":"exec","action_info":{"Waiting":["modifySwitchTime","cancel"]}}]})",
        "modifySwitchTime cancel");
    row("among other steps and statuses",
        R"({"steps":[{"step_name":"init","action_info":{"Waiting":["retry"]}},
            {"step_name":"exec","action_info":{"Running":["retry"],"Waiting":["cancel"]}}]})",
        "cancel");
    row("the same step twice",
        R"({"steps":[{"step_name":"exec","action_info":{"Waiting":["cancel"]}},
            {"step_name":"exec","action_info":{"Waiting":["cancel","retry"]}}]})",
        "cancel retry");
    row("one step that is no list", R"({"steps":{"step_name":"exec","action_info":{"Waiting":["cancel"]}}})",
        "cancel");
    row("another step", R"({"steps":[{"step_name":"wait","action_info":{"Waiting":["cancel"]}}]})", "");
    row("another status", R"({"steps":[{"step_name":"exec","action_info":{"Running":["cancel"]}}]})", "");
    row("odd words among them",
        R"({"steps":[{"step_name":"exec","action_info":{"Waiting":["cancel",7,null,"","a b","c&d",["x"]]}}]})",
        "cancel");
    row("a word in place of a list", R"({"steps":[{"step_name":"exec","action_info":{"Waiting":"cancel"}}]})",
        "");
    row("no object of actions", R"({"steps":[{"step_name":"exec","action_info":["cancel"]}]})", "");
    row("nothing", "{}", "");
    row("empty", "", "");
    row("cut off", R"({"steps":[{"step_name":"exec","action_info":{"Waiting":["cancel")", "");
    row("not JSON", "cancel", "");
    row("a list", R"([{"step_name":"exec"}])", "");
}

void FollowModelsTest::aTaskOffersWhatItsStepAndStatusAllow()
{
    QFETCH(QByteArray, actionInfo);
    QFETCH(QStringList, actions);
    QJsonObject row{{QStringLiteral("TaskId"), QStringLiteral("t-1")},
                    {QStringLiteral("RegionId"), QStringLiteral("cn-hangzhou")},
                    {QStringLiteral("Status"), QStringLiteral("Waiting")},
                    {QStringLiteral("CurrentStepName"), QStringLiteral("exec")},
                    {QStringLiteral("ActionInfo"), QString::fromUtf8(actionInfo)}};
    const auto read = [&row] {
        const QJsonObject body{{QStringLiteral("Items"), QJsonArray{row}}};
        return toTasks(json(QJsonDocument(body).toJson()))->items.first();
    };
    QCOMPARE(read().actions, actions);
    QCOMPARE(read().region.value, QStringLiteral("cn-hangzhou"));
    row.remove(QStringLiteral("CurrentStepName"));
    QVERIFY(read().actions.isEmpty());
}

void FollowModelsTest::theSampleTaskOffersNothingAtItsStep()
{
    // It waits at wait_switch, and what it says of exec_task is not for now.
    for (const char *file :
         {"DescribeHistoryTasks.waiting-window.json", "DescribeHistoryTasks.waiting-window.xml"}) {
        const auto page = toTasks(sample(file));
        QCOMPARE(page->items.first().step, QStringLiteral("wait_switch"));
        QVERIFY(page->items.first().actions.isEmpty());
    }
    const auto running = toTasks(sample("DescribeHistoryTasks.running.json"));
    QVERIFY(running->items.first().actions.isEmpty());
}

void FollowModelsTest::proxiesAreToldFromDataNodes()
{
    for (const char *file : {"DescribeRoleZoneInfo.before.json", "DescribeRoleZoneInfo.before.xml"}) {
        const auto proxies = toProxies(sample(file));
        QVERIFY(proxies.has_value());
        QCOMPARE(proxies->items.size(), 1);
        const NodeVersion &proxy = proxies->items.first();
        QCOMPARE(proxy.name, QStringLiteral("r-bp1clusterclas003-proxy-0"));
        QCOMPARE(proxy.version.text(), QStringLiteral("6.8.11"));
        QCOMPARE(proxy.isLatest, std::optional<bool>(false));
        QCOMPARE(toNodes(sample(file))->items.size(), 2);
    }
    // What does not call itself a proxy proves nothing of proxies.
    const auto odd = toProxies(json(R"({"Node":{"NodeInfo":[{"InsName":"a"},{"NodeType":"db"},
        {"NodeType":"Proxy","CurrentMinorVersion":"new"}]}})"));
    QCOMPARE(odd->items.size(), 1);
    QVERIFY(!odd->items.first().version.isKnown());
    QVERIFY(!odd->items.first().isLatest);
}

void FollowModelsTest::executionsAreReadInBothForms()
{
    const auto page = toExecutions(sample("ListExecutions.ok.json"));
    QVERIFY(page.has_value());
    QCOMPARE(page->nextToken, QStringLiteral("bmV4dA=="));
    QCOMPARE(page->totalCount, std::optional<int>(120));
    QCOMPARE(page->items.size(), 2);
    const Execution &running = page->items.first();
    QCOMPARE(running.id, QStringLiteral("exec-fake0000000001"));
    QVERIFY(running.status == ExecutionStatus::Running);
    QCOMPARE(running.templateName, QStringLiteral("redis-minor-upgrade"));
    QCOMPARE(running.parameters, QStringLiteral(R"({"effectiveTime":"MaintainTime"})"));
    QCOMPARE(running.currentTasks, QStringList{QStringLiteral("upgradeAll")});
    QCOMPARE(running.totalTasks, std::optional<int>(3));
    QCOMPARE(running.succeededTasks, std::optional<int>(1));
    QCOMPARE(running.failedTasks, std::optional<int>(0));
    QCOMPARE(running.started, utc("2026-03-02T18:00:00Z"));
    QVERIFY(!running.ended.isValid());
    const Execution &failed = page->items.last();
    QVERIFY(failed.status == ExecutionStatus::Failed);
    QCOMPARE(failed.message, QStringLiteral("A task failed."));
    QCOMPARE(failed.ended, utc("2026-03-02T18:30:00Z"));
    QVERIFY(failed.currentTasks.isEmpty());
    // Text in place of an object, as StartExecution writes it.
    const auto text = toExecutions(json(
        R"({"Executions":{"ExecutionId":"exec-1","Parameters":"{ \"effectiveTime\" : \"MaintainTime\" }"}})"));
    QCOMPARE(text->items.first().parameters, running.parameters);
}

void FollowModelsTest::oddExecutionsAreUnknown()
{
    const auto page = toExecutions(json(R"({"MaxResults":50,"NextToken":{},"Executions":[
        {"ExecutionId":"exec-1","Status":"Resting","Parameters":"none","Counters":{"TotalTasks":-1,"FailedTasks":"x"},
         "StartDate":"now","CurrentTasks":[{},{"TaskName":["a"]}]},
        {"Status":"Running"}, 7]})"));
    QVERIFY(page.has_value());
    QCOMPARE(page->items.size(), 1); // what has no id is nobody's
    const Execution &odd = page->items.first();
    QVERIFY(odd.status == ExecutionStatus::Unknown);
    QCOMPARE(odd.statusText, QStringLiteral("Resting"));
    QVERIFY(odd.parameters.isEmpty() && odd.currentTasks.isEmpty() && !odd.started.isValid());
    QVERIFY(!odd.totalTasks && !odd.failedTasks && !odd.succeededTasks);
    QVERIFY(page->nextToken.isEmpty());
    const QByteArray huge(70'000, 'x');
    const auto large = toExecutions(json(R"({"Executions":[{"ExecutionId":"exec-1","Parameters":{"a":")"
                                         + huge + R"("},"StatusMessage":")" + huge + "\"}]}"));
    QVERIFY(large->items.first().parameters.isEmpty());
    QCOMPARE(large->items.first().message.size(), 16 * 1024);
    QVERIFY(toExecutions(json(R"({"MaxResults":100,"NextToken":""})"))->items.isEmpty());
}

void FollowModelsTest::tasksOfAnExecutionNameTheirItem_data()
{
    QTest::addColumn<QByteArray>("format");
    QTest::newRow("JSON") << QByteArray("json");
    QTest::newRow("XML") << QByteArray("xml");
}

void FollowModelsTest::tasksOfAnExecutionNameTheirItem()
{
    QFETCH(QByteArray, format);
    const auto page = toTaskExecutions(sample("ListTaskExecutions.ok." + format));
    QVERIFY(page.has_value());
    QVERIFY(page->nextToken.isEmpty());
    QCOMPARE(page->items.size(), 1);
    const TaskExecution &task = page->items.first();
    QCOMPARE(task.id, QStringLiteral("task-exec-fake00002"));
    QCOMPARE(task.execution, QStringLiteral("exec-fake0000000001"));
    QCOMPARE(task.parent, QStringLiteral("task-exec-fake00001"));
    QCOMPARE(task.name, QStringLiteral("modify"));
    QCOMPARE(task.action, QStringLiteral("ACS::ExecuteAPI"));
    QVERIFY(task.status == ExecutionStatus::Success);
    QCOMPARE(task.loopItem, QStringLiteral("r-bp1stddouble00001")); // out of its quotes
    QCOMPARE(task.loopBatch, std::optional<int>(1));
    QCOMPARE(task.ended, utc("2026-03-02T18:00:04Z"));
    const auto odd = toTaskExecutions(json(R"({"TaskExecutions":[
        {"TaskExecutionId":"a","LoopItem":"{\"region\":\"cn\"}"},{"TaskExecutionId":"b","LoopItem":"r-1"},
        {"TaskExecutionId":"c","LoopItem":"\"x\",\"y\"","LoopBatchNumber":"two"}]})"));
    QCOMPARE(odd->items.at(0).loopItem, QStringLiteral(R"({"region":"cn"})"));
    QCOMPARE(odd->items.at(1).loopItem, QStringLiteral("r-1"));
    QCOMPARE(odd->items.at(2).loopItem, QStringLiteral(R"("x","y")"));
    QVERIFY(!odd->items.at(2).loopBatch);
}

void FollowModelsTest::otherBodiesAreRefused()
{
    const ReplyTree other = json(R"({"RequestId":"R"})");
    QVERIFY(!toMonitorHistory(other) && !toBackupJobs(other) && !toExecutions(other));
    QVERIFY(!toTaskExecutions(other) && !toProxies(other));
    QVERIFY(toTaskExecutions(other).error().kind == Error::Kind::BadReply);
}

QTEST_GUILESS_MAIN(FollowModelsTest)
#include "tst_followmodels.moc"
