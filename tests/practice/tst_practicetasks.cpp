// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/published.h"
#include "practice/rawclient.h"

#include <QSet>
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
const QString modify = QStringLiteral("ModifyTaskInfo");
const Parameters inWindow{{QStringLiteral("EffectiveTime"), QStringLiteral("MaintainTime")}};

QString moment(const char *mode, const QString &time = {})
{
    QJsonObject object{{QStringLiteral("recoverMode"), QLatin1String(mode)}};
    if (!time.isEmpty())
        object.insert(QStringLiteral("recoverTime"), time);
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

Parameters change(const QString &task, const char *action, const QString &params = {})
{
    Parameters parameters{{QStringLiteral("RegionId"), QStringLiteral("cn-hangzhou")},
                          {QStringLiteral("TaskId"), task},
                          {QStringLiteral("TaskAction"), QLatin1String(action)}};
    if (!params.isEmpty())
        parameters.insert(QStringLiteral("ActionParams"), params);
    return parameters;
}

/// What ActionInfo offers in the step and status a task is in, read as api.md 9.2 says.
QStringList offered(const QJsonObject &task)
{
    const QJsonArray steps = QJsonDocument::fromJson(textOf(task, "ActionInfo").toUtf8())
                                 .object()
                                 .value(QLatin1String("steps"))
                                 .toArray();
    QStringList actions;
    for (const auto &step : steps) {
        if (textOf(step.toObject(), "step_name") != textOf(task, "CurrentStepName"))
            continue;
        const QJsonArray found = step[QLatin1String("action_info")][textOf(task, "Status")].toArray();
        for (const auto &action : found)
            actions.append(action.toString());
    }
    return actions;
}

const QStringList both{QStringLiteral("modifySwitchTime"), QStringLiteral("cancel")};

/// An upgrade of checkout-locks that waits for its window at 18:00.
struct Waiting {
    PracticeBench bench;
    QString id = bench.idOf("checkout-locks");
    QString task;
    Waiting()
    {
        if (bench.startUpgrade(id, inWindow).status != 200)
            qWarning("the upgrade was not taken on");
        bench.pass(1s);
        task = textOf(bench.task(id), "TaskId");
    }
    [[nodiscard]] QString status() const { return textOf(bench.task(id), "Status"); }
    [[nodiscard]] QString step() const { return textOf(bench.task(id), "CurrentStepName"); }
    [[nodiscard]] QString version() const { return textOf(bench.version(id), "MinorVersion"); }
};
const QString before = QStringLiteral("redis-7.0_7.0.1.8");
const QString after = QStringLiteral("redis-7.0_7.0.1.14");

} // namespace

class PracticeTasksTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void tasksAreFoundByInstancesAndByIds();
    void statusesOfThirtyAreHadAtOnce();
    void moreThanThirtyIdsAreRefused();
    void aWaitingTaskIsStartedNow();
    void aWaitingTaskIsMovedToATime();
    void aMovedTaskGoesBackToTheWindow();
    void aWaitingTaskIsCancelled();
    void aCopyGoesOnAndItsSwitchWaits();
    void aHeldSwitchIsLetGo();
    void aCopyIsCancelled();
    void nothingIsOfferedPastTheCopy();
    void clustersOfferNothing_data();
    void clustersOfferNothing();
    void aPartialFailureIsStatus200();
    void theStepMustBeTheOneItIsIn();
    void badChangesAreRefused_data();
    void badChangesAreRefused();
    void xmlIsSpokenToo();
};

void PracticeTasksTest::tasksAreFoundByInstancesAndByIds()
{
    PracticeOptions options;
    options.extraInstances = 56;
    PracticeBench bench(options);
    const QStringList names{QStringLiteral("orders-cache"), QStringLiteral("checkout-locks"),
                            QStringLiteral("dev-scratch")};
    QStringList ids;
    for (const QString &name : names) {
        ids.append(bench.idOf(name));
        QCOMPARE(bench.startUpgrade(ids.last()).status, 200);
        bench.pass(1s);
    }
    const QJsonArray found = bench.tasks({{QStringLiteral("InstanceId"), ids.join(u',')}});
    QCOMPARE(found.size(), 3);
    QCOMPARE(textOf(found.at(0).toObject(), "InstanceId"), ids.last()); // newest first
    const QString one = textOf(found.at(1).toObject(), "TaskId");
    const QString two = textOf(found.at(2).toObject(), "TaskId");
    const QJsonArray byId = bench.tasks({{QStringLiteral("TaskId"), one + u',' + two}});
    QCOMPARE(byId.size(), 2);
    QCOMPARE(byId.at(0), found.at(1));
    QCOMPARE(
        bench.tasks({{QStringLiteral("TaskId"), one}, {QStringLiteral("InstanceId"), ids.last()}}).size(), 0);
    QCOMPARE(bench.tasks({{QStringLiteral("TaskId"), QStringLiteral("t-none")}}).size(), 0);
    QCOMPARE(bench.tasks({}).size(), 3 + 3); // and what the seed tells of
    QCOMPARE(bench.tasks({{QStringLiteral("Status"), QStringLiteral("Failed,Succeed")}}).size(), 2);
    QCOMPARE(bench.tasks({{QStringLiteral("TaskType"), QStringLiteral("RestartProxy")}}).size(), 0);
}

void PracticeTasksTest::statusesOfThirtyAreHadAtOnce()
{
    PracticeOptions options;
    options.extraInstances = 28;
    PracticeBench bench(options);
    QStringList ids;
    for (int i = 0; i < 28; ++i)
        ids.append(QStringLiteral("%1x%2")
                       .arg(bench.cloud().instances().at(i % 14).id.value.left(5))
                       .arg(i, 14, 10, QLatin1Char('0')));
    ids << bench.idOf("pay-dedup") << bench.idOf("search-hot-stg");
    QCOMPARE(bench.startUpgrade(ids.at(0)).status, 200);
    bench.pass(2s);
    const QJsonArray rows = bench
                                .call(QStringLiteral("DescribeInstances"),
                                      {{QStringLiteral("InstanceIds"), ids.join(u',')},
                                       {QStringLiteral("PageSize"), QStringLiteral("50")}})
                                .json()[QLatin1String("Instances")][QLatin1String("KVStoreInstance")]
                                .toArray();
    QCOMPARE(rows.size(), 30);
    QMap<QString, QString> statuses;
    for (const auto &row : rows)
        statuses.insert(textOf(row.toObject(), "InstanceId"), textOf(row.toObject(), "InstanceStatus"));
    QCOMPARE(statuses.size(), 30);
    QCOMPARE(statuses.value(ids.at(0)), QStringLiteral("MinorVersionUpgrading"));
    QCOMPARE(statuses.value(ids.at(1)), QStringLiteral("Normal"));
    QCOMPARE(statuses.value(ids.at(28)), QStringLiteral("Changing"));
    QCOMPARE(statuses.value(ids.at(29)), QStringLiteral("Migrating"));
}

void PracticeTasksTest::moreThanThirtyIdsAreRefused()
{
    PracticeBench bench;
    for (const char *name : {"InstanceId", "TaskId"}) {
        const RawReply reply = bench.call(QStringLiteral("DescribeHistoryTasks"),
                                          {{QLatin1String(name), QStringLiteral("r-a,").repeated(31)},
                                           {QStringLiteral("FromStartTime"), bench.wire(-24h)},
                                           {QStringLiteral("ToStartTime"), bench.wire()}});
        QCOMPARE(reply.code(), QStringLiteral("InvalidParameter"));
    }
    QCOMPARE(bench.call(modify, change(QStringLiteral("t-a,").repeated(31), "cancel")).code(),
             QStringLiteral("InvalidParameter"));
}

void PracticeTasksTest::aWaitingTaskIsStartedNow()
{
    Waiting it;
    QCOMPARE(it.status(), QStringLiteral("Waiting"));
    QCOMPARE(offered(it.bench.task(it.id)), both);
    const RawReply reply = it.bench.call(modify, change(it.task, "modifySwitchTime", moment("immediate")));
    QCOMPARE(reply.status, 200);
    QCOMPARE(test::unpublishedField(modify, reply.json()), QString());
    QCOMPARE(textOf(reply.json(), "SuccessCount"), QStringLiteral("1"));
    QCOMPARE(textOf(reply.json(), "ErrorTaskId"), QString());
    QCOMPARE(it.status(), QStringLiteral("Running"));
    it.bench.pass(61s);
    QCOMPARE(it.status(), QStringLiteral("Succeed"));
    QCOMPARE(it.version(), after);
}

void PracticeTasksTest::aWaitingTaskIsMovedToATime()
{
    Waiting it;
    const QString time = it.bench.wire(2h);
    QCOMPARE(it.bench.call(modify, change(it.task, "modifySwitchTime", moment("timePoint", time))).status,
             200);
    QCOMPARE(it.status(), QStringLiteral("Scheduled"));
    QCOMPARE(offered(it.bench.task(it.id)), both);
    it.bench.pass(119min);
    QCOMPARE(it.status(), QStringLiteral("Scheduled"));
    QCOMPARE(it.bench.status(it.id), QStringLiteral("Normal"));
    it.bench.pass(90s);
    QCOMPARE(it.bench.status(it.id), QStringLiteral("MinorVersionUpgrading"));
    it.bench.pass(1min);
    QCOMPARE(it.version(), after);
}

void PracticeTasksTest::aMovedTaskGoesBackToTheWindow()
{
    Waiting it;
    const QString twoHours = moment("timePoint", it.bench.wire(2h));
    QCOMPARE(it.bench.call(modify, change(it.task, "modifySwitchTime", twoHours)).status, 200);
    QCOMPARE(it.bench.call(modify, change(it.task, "modifySwitchTime", moment("maintainTime"))).status, 200);
    QCOMPARE(it.status(), QStringLiteral("Waiting"));
    it.bench.pass(3h);
    QCOMPARE(it.status(), QStringLiteral("Waiting"));
    it.bench.pass(8h + 29min);
    QCOMPARE(it.version(), after);
}

void PracticeTasksTest::aWaitingTaskIsCancelled()
{
    Waiting it;
    QCOMPARE(it.bench.call(modify, change(it.task, "cancel")).status, 200);
    const QJsonObject task = it.bench.task(it.id);
    QCOMPARE(textOf(task, "Status"), QStringLiteral("Canceled"));
    QCOMPARE(textOf(task, "EndTime"), it.bench.wire());
    QCOMPARE(textOf(task, "ActionInfo"), QStringLiteral("{}"));
    it.bench.pass(13h);
    QCOMPARE(it.version(), before);
    QCOMPARE(it.bench.startUpgrade(it.id).status, 200);
}

void PracticeTasksTest::aCopyGoesOnAndItsSwitchWaits()
{
    PracticeBench bench;
    const QString id = bench.idOf("checkout-locks");
    QCOMPARE(bench.startUpgrade(id).status, 200);
    bench.pass(20s);
    QJsonObject task = bench.task(id);
    QCOMPARE(textOf(task, "CurrentStepName"), QStringLiteral("copy_data"));
    QCOMPARE(offered(task), both);
    QCOMPARE(
        bench.call(modify, change(textOf(task, "TaskId"), "modifySwitchTime", moment("maintainTime"))).status,
        200);
    QCOMPARE(textOf(bench.task(id), "Status"), QStringLiteral("Running"));
    bench.pass(30s);
    task = bench.task(id);
    QCOMPARE(textOf(task, "Status"), QStringLiteral("Waiting"));
    QCOMPARE(textOf(task, "CurrentStepName"), QStringLiteral("wait_switch"));
    QCOMPARE(task.value(QLatin1String("Progress")).toInt(), 75);
    QCOMPARE(offered(task), both);
    QCOMPARE(bench.status(id), QStringLiteral("MinorVersionUpgrading"));
    bench.pass(11h + 27min); // 17:59:50
    QCOMPARE(textOf(bench.version(id), "MinorVersion"), before);
    bench.pass(20s);
    QCOMPARE(textOf(bench.version(id), "MinorVersion"), after);
    bench.pass(10s);
    QCOMPARE(textOf(bench.task(id), "Status"), QStringLiteral("Succeed"));
    QCOMPARE(textOf(bench.task(id), "EndTime"), QStringLiteral("2026-11-19T18:00:14Z"));
}

void PracticeTasksTest::aHeldSwitchIsLetGo()
{
    PracticeBench bench;
    const QString id = bench.idOf("checkout-locks");
    QCOMPARE(bench.startUpgrade(id).status, 200);
    bench.pass(20s);
    const QString task = textOf(bench.task(id), "TaskId");
    const QString fiveHours = moment("timePoint", bench.wire(5h));
    QCOMPARE(bench.call(modify, change(task, "modifySwitchTime", fiveHours)).status, 200);
    bench.pass(1h);
    QCOMPARE(textOf(bench.task(id), "CurrentStepName"), QStringLiteral("wait_switch"));
    QCOMPARE(bench.call(modify, change(task, "modifySwitchTime", moment("immediate"))).status, 200);
    QCOMPARE(textOf(bench.task(id), "CurrentStepName"), QStringLiteral("switch"));
    bench.pass(15s);
    QCOMPARE(textOf(bench.task(id), "Status"), QStringLiteral("Succeed"));
    QCOMPARE(textOf(bench.version(id), "MinorVersion"), after);
}

void PracticeTasksTest::aCopyIsCancelled()
{
    PracticeBench bench;
    const QString id = bench.idOf("checkout-locks");
    QCOMPARE(bench.startUpgrade(id).status, 200);
    bench.pass(20s);
    QCOMPARE(bench.call(modify, change(textOf(bench.task(id), "TaskId"), "cancel")).status, 200);
    bench.pass(1s);
    QCOMPARE(textOf(bench.task(id), "Status"), QStringLiteral("Cancelling"));
    QCOMPARE(bench.status(id), QStringLiteral("MinorVersionUpgrading"));
    QVERIFY(offered(bench.task(id)).isEmpty());
    bench.pass(3s);
    QCOMPARE(textOf(bench.task(id), "Status"), QStringLiteral("Canceled"));
    QCOMPARE(bench.status(id), QStringLiteral("Normal"));
    bench.pass(1min);
    QCOMPARE(textOf(bench.version(id), "MinorVersion"), before);
}

void PracticeTasksTest::nothingIsOfferedPastTheCopy()
{
    PracticeBench bench;
    const QString id = bench.idOf("checkout-locks");
    QCOMPARE(bench.startUpgrade(id).status, 200);
    bench.pass(48s);
    const QJsonObject task = bench.task(id);
    QCOMPARE(textOf(task, "CurrentStepName"), QStringLiteral("switch"));
    QVERIFY(offered(task).isEmpty());
    const RawReply reply = bench.call(modify, change(textOf(task, "TaskId"), "cancel"));
    QCOMPARE(reply.status, 200);
    QCOMPARE(textOf(reply.json(), "SuccessCount"), QStringLiteral("0"));
    QCOMPARE(textOf(reply.json(), "ErrorCode"), QStringLiteral("OperationDenied.TaskStatus"));
    QCOMPARE(textOf(reply.json(), "ErrorTaskId"), textOf(task, "TaskId"));
    bench.pass(15s);
    QCOMPARE(textOf(bench.version(id), "MinorVersion"), after);
}

void PracticeTasksTest::clustersOfferNothing_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("cluster") << QByteArray("orders-cache");
    QTest::newRow("read/write splitting") << QByteArray("cart-sessions");
}

void PracticeTasksTest::clustersOfferNothing()
{
    QFETCH(QByteArray, name);
    PracticeBench bench;
    const QString id = bench.idOf(name.constData());
    const int status = bench.startUpgrade(id, inWindow).status;
    QCOMPARE(status, name == "cart-sessions" ? 403 : 200); // one runs there from the start
    bench.pass(1s);
    const QJsonObject task = bench.task(id);
    QCOMPARE(textOf(task, "ActionInfo"), QStringLiteral("{}"));
    const RawReply reply =
        bench.call(modify, change(textOf(task, "TaskId"), "modifySwitchTime", moment("immediate")));
    QCOMPARE(textOf(reply.json(), "ErrorTaskId"), textOf(task, "TaskId"));
    QCOMPARE(textOf(bench.task(id), "Status"), textOf(task, "Status"));
}

void PracticeTasksTest::aPartialFailureIsStatus200()
{
    Waiting it;
    const QString cluster = it.bench.idOf("orders-cache");
    QCOMPARE(it.bench.startUpgrade(cluster, inWindow).status, 200);
    it.bench.pass(1s);
    const QString fixed = textOf(it.bench.task(cluster), "TaskId");
    const QString list = QStringLiteral("t-none,") + it.task + u',' + fixed;
    const RawReply reply = it.bench.call(modify, change(list, "cancel"));
    QCOMPARE(reply.status, 200);
    QCOMPARE(textOf(reply.json(), "SuccessCount"), QStringLiteral("1"));
    QCOMPARE(textOf(reply.json(), "ErrorCode"), QStringLiteral("InvalidTaskId.NotFound"));
    QCOMPARE(textOf(reply.json(), "ErrorTaskId"), QStringLiteral("t-none,") + fixed);
    QCOMPARE(it.status(), QStringLiteral("Canceled"));
    QCOMPARE(textOf(it.bench.task(cluster), "Status"), QStringLiteral("Waiting"));
}

void PracticeTasksTest::theStepMustBeTheOneItIsIn()
{
    Waiting it;
    Parameters parameters = change(it.task, "cancel");
    parameters.insert(QStringLiteral("StepName"), QStringLiteral("copy_data"));
    QCOMPARE(textOf(it.bench.call(modify, parameters).json(), "ErrorTaskId"), it.task);
    parameters.insert(QStringLiteral("StepName"), it.step());
    QCOMPARE(textOf(it.bench.call(modify, parameters).json(), "SuccessCount"), QStringLiteral("1"));
}

void PracticeTasksTest::badChangesAreRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("code");
    const QString invalid = QStringLiteral("InvalidParameter");
    const QString missing = QStringLiteral("MissingParameter");
    const QString params = QStringLiteral("ActionParams");
    QTest::newRow("no region") << QStringLiteral("RegionId") << QString() << missing;
    QTest::newRow("no task") << QStringLiteral("TaskId") << QString() << missing;
    QTest::newRow("no action") << QStringLiteral("TaskAction") << QString() << missing;
    QTest::newRow("an odd action") << QStringLiteral("TaskAction") << QStringLiteral("retry") << invalid;
    QTest::newRow("no moment") << params << QString() << missing;
    QTest::newRow("a moment that is no JSON") << params << QStringLiteral("immediate") << invalid;
    QTest::newRow("an odd mode") << params << moment("soon") << invalid;
    QTest::newRow("a time point without time") << params << moment("timePoint") << invalid;
    QTest::newRow("a time that has passed")
        << params << moment("timePoint", QStringLiteral("2026-11-19T06:00:00Z")) << invalid;
}

void PracticeTasksTest::badChangesAreRefused()
{
    QFETCH(QString, name);
    QFETCH(QString, value);
    QFETCH(QString, code);
    Waiting it;
    Parameters parameters = change(it.task, "modifySwitchTime", moment("immediate"));
    parameters.insert(name, value);
    QCOMPARE(it.bench.call(modify, parameters).code(), code);
    QCOMPARE(it.status(), QStringLiteral("Waiting"));
}

void PracticeTasksTest::xmlIsSpokenToo()
{
    Waiting it;
    Draft draft = it.bench.draft(modify, change(it.task, "cancel"));
    draft.v1 = true;
    draft.form = true;
    draft.format = QStringLiteral("XML");
    const QByteArray body = it.bench.send(draft).body;
    QVERIFY2(body.contains("<SuccessCount>1</SuccessCount>"), body.constData());
    QVERIFY(body.contains("<ErrorTaskId></ErrorTaskId>") || body.contains("<ErrorTaskId/>"));
}

QTEST_GUILESS_MAIN(PracticeTasksTest)
#include "tst_practicetasks.moc"
