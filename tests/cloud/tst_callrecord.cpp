// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloudrig.h"

#include <QMutex>
#include <QTest>

using namespace uplift;
using namespace uplift::cloud;
using namespace uplift::test;

/// Whoever keeps a log hears of each call as it ended, and of nothing that was in it.
class CallRecordTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void aReadIsToldWithItsHostStatusAndTime();
    void aRefusalIsToldWithItsCode();
    void aChangeIsMarkedAsOne();
    void everyAttemptOfOneReadIsTold();
    void aCallThatGotNoAnswerIsTold();

private:
    struct Heard {
        QMutex mutex; ///< records come in the network thread
        QList<CallRecord> records;
    };
    [[nodiscard]] std::unique_ptr<Client> clientOf(const FaultServer &server) const
    {
        NetworkOptions options = optionsFor(server);
        options.observer = [heard = m_heard](const CallRecord &record) {
            const QMutexLocker lock(&heard->mutex);
            heard->records.append(record);
        };
        return std::make_unique<Client>(std::make_shared<Network>(options), settingsFor(server), anyKey(),
                                        m_clock);
    }
    [[nodiscard]] QList<CallRecord> records() const
    {
        const QMutexLocker lock(&m_heard->mutex);
        return m_heard->records;
    }
    /// Asks for an instance and waits for the end, whatever it is.
    bool read(Client &client)
    {
        bool ended = false;
        client.describeInstance({QStringLiteral("cn-hangzhou")}, {QStringLiteral("r-bp1zxszhcgatnx4b2c")},
                                this, [&ended](const auto &) { ended = true; });
        return QTest::qWaitFor([&ended] { return ended; }, 60'000);
    }

    SystemClock m_clock;
    std::shared_ptr<Heard> m_heard;
};

void CallRecordTest::init() { m_heard = std::make_shared<Heard>(); }

void CallRecordTest::aReadIsToldWithItsHostStatusAndTime()
{
    FaultServer server;
    FaultReply reply;
    reply.body = R"({"RequestId":"R-9","Instances":{"DBInstanceAttribute":[]}})";
    server.setReply(reply);
    const auto client = clientOf(server);
    QVERIFY(read(*client));
    QTRY_COMPARE(records().size(), 1);
    const CallRecord record = records().constFirst();
    QCOMPARE(record.action, QStringLiteral("DescribeInstanceAttribute"));
    QCOMPARE(record.region.value, QStringLiteral("cn-hangzhou"));
    QCOMPARE(record.host, QUrl(server.origin()).authority());
    QCOMPARE(record.end, QStringLiteral("replied"));
    QCOMPARE(record.httpStatus, 200);
    QCOMPARE(record.requestId, QStringLiteral("R-9"));
    QVERIFY(record.code.isEmpty());
    QVERIFY(!record.change);
    QVERIFY(record.took.count() >= 0);
}

void CallRecordTest::aRefusalIsToldWithItsCode()
{
    FaultServer server;
    FaultReply reply;
    reply.status = 403;
    reply.body = R"({"RequestId":"R-2","HostId":"h","Code":"Forbidden.RAM","Message":"m"})";
    server.setReply(reply);
    const auto client = clientOf(server);
    QVERIFY(read(*client));
    QTRY_VERIFY(!records().isEmpty());
    QCOMPARE(records().constFirst().httpStatus, 403);
    QCOMPARE(records().constFirst().code, QStringLiteral("Forbidden.RAM"));
}

void CallRecordTest::aChangeIsMarkedAsOne()
{
    FaultServer server;
    const auto client = clientOf(server);
    bool ended = false;
    client->startUpgrade(anyStart(), this, [&ended](const ChangeFacts &) { ended = true; });
    QTRY_VERIFY_WITH_TIMEOUT(ended, 60'000);
    QTRY_COMPARE(records().size(), 1);
    QCOMPARE(records().constFirst().action, QStringLiteral("ModifyInstanceMinorVersion"));
    QVERIFY(records().constFirst().change);
}

void CallRecordTest::everyAttemptOfOneReadIsTold()
{
    FaultServer server;
    FaultReply reply;
    reply.status = 503;
    reply.body = R"({"RequestId":"R-3","HostId":"h","Code":"Throttling.User","Message":"m"})";
    server.setReply(reply);
    const auto client = clientOf(server);
    QVERIFY(read(*client));
    QTRY_COMPARE(records().size(), server.requestCount());
    QVERIFY(server.requestCount() > 1);
    for (const CallRecord &record : records())
        QCOMPARE(record.code, QStringLiteral("Throttling.User"));
}

void CallRecordTest::aCallThatGotNoAnswerIsTold()
{
    FaultServer server;
    FaultReply reply;
    reply.fault = Fault::Close;
    server.setReply(reply);
    const auto client = clientOf(server);
    bool ended = false;
    client->startUpgrade(anyStart(), this, [&ended](const ChangeFacts &) { ended = true; });
    QTRY_VERIFY_WITH_TIMEOUT(ended, 60'000);
    QTRY_COMPARE(records().size(), 1);
    QVERIFY(records().constFirst().end != QLatin1String("replied"));
    QVERIFY(!records().constFirst().end.isEmpty());
    QVERIFY(records().constFirst().requestId.isEmpty());
}

QTEST_GUILESS_MAIN(CallRecordTest)
#include "tst_callrecord.moc"
