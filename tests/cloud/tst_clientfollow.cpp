// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloudrig.h"
#include "support/vectors.h"

#include <QTest>

using namespace uplift;
using namespace uplift::cloud;
using namespace uplift::test;

namespace {

RegionId hangzhou() { return {QStringLiteral("cn-hangzhou")}; }
InstanceId anyInstance() { return {QStringLiteral("r-bp1zxszhcgatnx4b2c")}; }
QDateTime anyTime() { return {QDate(2026, 3, 2), QTime(16, 0), Qt::UTC}; }

template <class T> QList<Id<T>> manyIds(const char *prefix, int count)
{
    QList<Id<T>> ids;
    for (int i = 0; i < count; ++i)
        ids << Id<T>{QString::fromLatin1(prefix) + QString::number(i)};
    return ids;
}

} // namespace

/// What is asked to follow changes: over the wire, in both formats.
class ClientFollowTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { m_client.reset(); }
    void followingIsAskedFor_data();
    void followingIsAskedFor();
    void tasksOfThirtyInstancesAreOneCall();
    void moreThanThirtyAreNotAskedFor();
    void nobodysTasksAreNotAskedFor();
    void loadOfNoSpanIsNotAskedFor_data();
    void loadOfNoSpanIsNotAskedFor();
    void loadOfOneNodeNamesIt();
    void proxiesOfAnInstanceWithoutThemAreRefused();
    void executionsAreReadToTheLastToken();
    void aTokenThatDoesNotMoveOnEndsTheList();
    void executionsAreAskedForInTheirProduct();

private:
    std::shared_ptr<Client> clientOf(const FaultServer &server, ReplyFormat format = ReplyFormat::Json)
    {
        NetworkOptions options = optionsFor(server);
        options.pacing = PacingRules().faster(100);
        ConnectionSettings settings =
            settingsFor(server, format == ReplyFormat::Json ? SignatureVersion::V3 : SignatureVersion::V1);
        settings.format = format;
        // Kept: with its last client a network goes, and what was asked through it.
        m_client = std::make_shared<Client>(std::make_shared<Network>(options), settings, anyKey(), m_clock);
        return m_client;
    }
    SystemClock m_clock;
    std::shared_ptr<Client> m_client;
};

void ClientFollowTest::followingIsAskedFor_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("expected");
    QTest::addColumn<QByteArray>("parameter");
    QTest::addColumn<QByteArray>("value");
    const auto row = [](const char *file, int expected, const char *parameter, const char *value) {
        QTest::newRow(file) << QString::fromLatin1(file) << expected << QByteArray(parameter)
                            << QByteArray(value);
    };
    row("DescribeHistoryTasks.finished", 2, "TaskId", "t-0,t-1");
    row("DescribeRoleZoneInfo.before", 1, "QueryType", "0");
    row("DescribeBackupTasks.running", 1, "BackupJobId", "10220001");
    row("DescribeHistoryMonitorValues.ok", 3, "MonitorKeys", "CpuUsage,UsedMemory");
    row("ListTaskExecutions.ok", 1, "ExecutionId", "exec-1");
}

void ClientFollowTest::followingIsAskedFor()
{
    QFETCH(QString, file);
    QFETCH(int, expected);
    QFETCH(QByteArray, parameter);
    QFETCH(QByteArray, value);
    const QString operation = file.section(QLatin1Char('.'), 0, 0);
    for (const ReplyFormat format : {ReplyFormat::Json, ReplyFormat::Xml}) {
        FaultServer server;
        FaultReply reply;
        reply.body = vectorBytes(QLatin1String("responses/") + file
                                 + QLatin1String(format == ReplyFormat::Json ? ".json" : ".xml"));
        server.setReply(reply);
        const auto client = clientOf(server, format);
        qsizetype things = -1;
        const auto count = [&](const auto &result) { things = result ? result->value.size() : -2; };
        if (operation == QLatin1String("DescribeHistoryTasks"))
            client->describeTasksById(hangzhou(), manyIds<TaskTag>("t-", 2), anyTime().addDays(-1), anyTime(),
                                      this, count);
        else if (operation == QLatin1String("DescribeRoleZoneInfo"))
            client->describeProxyNodes(hangzhou(), anyInstance(), this, count);
        else if (operation == QLatin1String("DescribeBackupTasks"))
            client->describeBackupTasks(hangzhou(), anyInstance(), QStringLiteral("10220001"), this, count);
        else if (operation == QLatin1String("ListTaskExecutions"))
            client->listTaskExecutions(hangzhou(), QStringLiteral("exec-1"), this, count);
        else
            client->describeMonitorHistory(
                hangzhou(), anyInstance(), {QStringLiteral("CpuUsage"), QStringLiteral("UsedMemory")},
                anyTime().addDays(-7), anyTime(), {}, this,
                [&](const auto &result) { things = result ? result->value.samples.size() : -2; });
        QTRY_VERIFY(things != -1);
        QCOMPARE(things, expected);
        const SeenRequest seen = server.requests().constFirst();
        QCOMPARE(seen.action(), operation.toLatin1());
        QCOMPARE(seen.parameter(parameter), value);
        QCOMPARE(server.requestCount(), 1);
    }
}

void ClientFollowTest::tasksOfThirtyInstancesAreOneCall()
{
    FaultServer server;
    FaultReply reply;
    reply.body =
        R"({"RequestId":"R","PageNumber":1,"PageSize":100,"TotalCount":1,"Items":[{"TaskId":"t-1"}]})";
    server.setReply(reply);
    qsizetype tasks = -1;
    clientOf(server)->describeTasks(hangzhou(), manyIds<InstanceTag>("r-", 30), anyTime().addDays(-1),
                                    anyTime(), this,
                                    [&](const auto &result) { tasks = result ? result->value.size() : -2; });
    QTRY_COMPARE(tasks, 1);
    QCOMPARE(server.requestCount(), 1);
    const SeenRequest seen = server.requests().constFirst();
    QCOMPARE(seen.parameter("InstanceId").count(','), 29);
    QVERIFY(seen.parameter("InstanceId").startsWith("r-0,r-1,"));
    QCOMPARE(seen.parameter("FromStartTime"), QByteArray("2026-03-01T16:00:00Z"));
    QCOMPARE(seen.parameter("ToStartTime"), QByteArray("2026-03-02T16:00:00Z"));
    QVERIFY(!seen.raw.contains("TaskId"));
}

void ClientFollowTest::moreThanThirtyAreNotAskedFor()
{
    FaultServer server;
    const auto client = clientOf(server);
    int refused = 0;
    const auto hear = [&](const auto &result) {
        refused += !result && result.error().kind == Error::Kind::Internal ? 1 : 0;
    };
    client->describeTasks(hangzhou(), manyIds<InstanceTag>("r-", 31), anyTime(), anyTime(), this, hear);
    client->describeTasksById(hangzhou(), manyIds<TaskTag>("t-", 31), anyTime(), anyTime(), this, hear);
    client->listTaskExecutions(hangzhou(), {}, this, hear);
    QTRY_COMPARE(refused, 3);
    QCOMPARE(server.connections(), 0);
}

void ClientFollowTest::nobodysTasksAreNotAskedFor()
{
    FaultServer server;
    const auto client = clientOf(server);
    int none = 0;
    const auto hear = [&](const auto &result) { none += result && result->value.isEmpty() ? 1 : 0; };
    client->describeTasks(hangzhou(), QList<InstanceId>(), anyTime(), anyTime(), this, hear);
    client->describeTasksById(hangzhou(), QList<TaskId>(), anyTime(), anyTime(), this, hear);
    QTRY_COMPARE(none, 2);
    QCOMPARE(server.connections(), 0);
}

void ClientFollowTest::loadOfNoSpanIsNotAskedFor_data()
{
    QTest::addColumn<QDateTime>("from");
    QTest::addColumn<QDateTime>("to");
    QTest::newRow("backwards") << anyTime() << anyTime().addSecs(-1);
    QTest::newRow("no time") << anyTime() << anyTime();
    QTest::newRow("over a week") << anyTime().addDays(-7).addSecs(-1) << anyTime();
    QTest::newRow("from never") << QDateTime() << anyTime();
    QTest::newRow("to never") << anyTime() << QDateTime();
}

void ClientFollowTest::loadOfNoSpanIsNotAskedFor()
{
    QFETCH(QDateTime, from);
    QFETCH(QDateTime, to);
    FaultServer server;
    std::optional<Error> error;
    clientOf(server)->describeMonitorHistory(hangzhou(), anyInstance(), {}, from, to, {}, this,
                                             [&](const auto &result) { error = result.error(); });
    QTRY_VERIFY(error.has_value());
    QVERIFY(error->kind == Error::Kind::Internal);
    QCOMPARE(server.connections(), 0);
}

void ClientFollowTest::loadOfOneNodeNamesIt()
{
    FaultServer server;
    FaultReply reply;
    reply.body = R"({"RequestId":"R","MonitorHistory":"{}"})";
    server.setReply(reply);
    bool none = false;
    const QString node = QStringLiteral("r-bp1clusterclas003-db-0#16880001");
    clientOf(server)->describeMonitorHistory(
        hangzhou(), anyInstance(), {}, anyTime().addSecs(-3600), anyTime(), node, this,
        [&](const auto &result) { none = result && result->value.samples.isEmpty(); });
    QTRY_VERIFY(none);
    const SeenRequest seen = server.requests().constFirst();
    QCOMPARE(seen.parameter("NodeId"), node.toLatin1());
    QCOMPARE(seen.parameter("IntervalForHistory"), QByteArray("01m"));
    QCOMPARE(seen.parameter("StartTime"), QByteArray("2026-03-02T15:00:00Z"));
    QVERIFY(!seen.raw.contains("MonitorKeys"));
}

void ClientFollowTest::proxiesOfAnInstanceWithoutThemAreRefused()
{
    FaultServer server;
    FaultReply reply;
    reply.status = 400;
    reply.body = R"({"RequestId":"R-5","Code":"InvalidParameter","Message":"QueryType"})";
    server.setReply(reply);
    std::optional<Error> error;
    clientOf(server)->describeProxyNodes(hangzhou(), anyInstance(), this,
                                         [&](const auto &result) { error = result.error(); });
    QTRY_VERIFY(error.has_value());
    QVERIFY(error->kind == Error::Kind::Rejected);
    QCOMPARE(error->requestId, QStringLiteral("R-5"));
}

void ClientFollowTest::executionsAreReadToTheLastToken()
{
    FaultServer server;
    server.setResponder([](const SeenRequest &request) {
        const int page = request.parameter("NextToken").toInt();
        FaultReply reply;
        reply.body =
            R"({"RequestId":"R","MaxResults":100,"NextToken":"@","Executions":[{"ExecutionId":"exec-#"}]})";
        reply.body.replace("@", page < 24 ? QByteArray::number(page + 1) : QByteArray());
        reply.body.replace("#", QByteArray::number(page));
        return reply;
    });
    QStringList ids;
    bool ended = false;
    clientOf(server)->listExecutions(hangzhou(), {}, this, [&](const auto &result) {
        ended = true;
        for (const Execution &execution : result->value)
            ids << execution.id;
    });
    QTRY_VERIFY_WITH_TIMEOUT(ended, 20'000);
    QCOMPARE(ids.size(), 25);
    QCOMPARE(ids.last(), QStringLiteral("exec-24"));
    QCOMPARE(server.requestCount(), 25);
    QVERIFY(!server.requests().constFirst().raw.contains("NextToken"));
    QVERIFY(!server.requests().constLast().raw.contains("PageNumber"));
}

void ClientFollowTest::aTokenThatDoesNotMoveOnEndsTheList()
{
    FaultServer server;
    FaultReply reply;
    reply.body = vectorBytes(QStringLiteral("responses/ListExecutions.ok.json"));
    server.setReply(reply);
    qsizetype executions = -1;
    clientOf(server)->listExecutions(
        hangzhou(), {}, this, [&](const auto &result) { executions = result ? result->value.size() : -2; });
    QTRY_COMPARE_WITH_TIMEOUT(executions, 4, 20'000);
    QCOMPARE(server.requestCount(), 2);
    QCOMPARE(server.requests().constLast().parameter("NextToken"), QByteArray("bmV4dA=="));
}

void ClientFollowTest::executionsAreAskedForInTheirProduct()
{
    FaultServer server;
    FaultReply reply;
    reply.body = R"({"RequestId":"R","MaxResults":100,"NextToken":""})";
    server.setReply(reply);
    const auto client = clientOf(server);
    bool none = false;
    client->listExecutions(
        hangzhou(), {QStringLiteral("exec-1"), QStringLiteral("my template"), QStringLiteral("Running")},
        this, [&](const auto &result) { none = result && result->value.isEmpty(); });
    QTRY_VERIFY(none);
    const SeenRequest seen = server.requests().constFirst();
    QCOMPARE(seen.header("x-acs-version"), QByteArray("2019-06-01"));
    QCOMPARE(seen.parameter("RegionId"), QByteArray("cn-hangzhou"));
    QCOMPARE(seen.parameter("ExecutionId"), QByteArray("exec-1"));
    QCOMPARE(seen.parameter("TemplateName"), QByteArray("my template"));
    QCOMPARE(seen.parameter("Status"), QByteArray("Running"));
}

QTEST_GUILESS_MAIN(ClientFollowTest)
#include "tst_clientfollow.moc"
