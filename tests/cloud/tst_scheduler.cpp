// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/network.h"
#include "cloud/scheduler.h"
#include "cloudrig.h"

#include <QTest>

#include <atomic>
#include <map>
#include <mutex>
#include <vector>

using namespace uplift;
using namespace uplift::cloud;
using namespace uplift::test;
using std::chrono::seconds;

namespace {

FaultReply version()
{
    FaultReply reply;
    reply.body = R"({"RequestId":"R-1","Engine":"redis","MinorVersion":"redis-5.0_0.5.7"})";
    return reply;
}

FaultReply throttled()
{
    FaultReply reply;
    reply.status = 400;
    reply.body = R"({"RequestId":"R-2","Code":"Throttling.User","Message":"slow down"})";
    return reply;
}

RegionId hangzhou() { return {QStringLiteral("cn-hangzhou")}; }
InstanceId instance(int number) { return {QStringLiteral("r-bp1%1").arg(number, 10, 10, QLatin1Char('0'))}; }

milliseconds steadyNow()
{
    return std::chrono::duration_cast<milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
}

/// Every operation alike: so many calls in so long.
PacingRules limitedTo(int calls, milliseconds per)
{
    PacingRules rules;
    rules.limits = [calls, per](const QString &) { return CallLimit{calls, per}; };
    return rules;
}

/// Carries out so many calls in each slot of real time, throttles the others, and keeps when they came.
class SlotServer {
public:
    SlotServer(FaultServer &server, int calls, milliseconds slot)
    {
        server.setResponder([this, calls, slot](const SeenRequest &) {
            const std::lock_guard lock(m_mutex);
            const milliseconds now = steadyNow();
            m_came.push_back(now);
            const bool taken = m_taken[now / slot]++ < calls;
            refused += taken ? 0 : 1;
            return taken ? version() : throttled();
        });
    }
    int refused = 0; ///< read once the calls have ended
    [[nodiscard]] int mostWithin(milliseconds length)
    {
        const std::lock_guard lock(m_mutex);
        std::size_t most = 0;
        std::size_t first = 0;
        for (std::size_t last = 0; last < m_came.size(); ++last) {
            while (m_came[last] - m_came[first] >= length)
                ++first;
            most = std::max(most, last - first + 1);
        }
        return int(most);
    }

private:
    std::mutex m_mutex;
    std::vector<milliseconds> m_came;
    std::map<qint64, int> m_taken;
};

} // namespace

/// Reads against a server that counts: who goes first, how fast, and what becomes of those that wait.
class SchedulerTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aThrottlingServiceGetsFewExtraCalls();
    void noBucketExceedsItsLimit();
    void keysOfOneAccountShareItsQuota();
    void aUsersReadOvertakesTwoHundredOthers();
    void waitingDoesNotCostTheDeadline();
    void readsNobodyWaitsForAreDropped();
    void aStartCallTakesTheRoomOfABackgroundRead();
    void theServicesWaitIsHonoured_data();
    void theServicesWaitIsHonoured();
    void aServiceThatNeverStopsThrottlingIsGivenUp();
    void aStartCallIsNeverRepeated();
    void aReadThatWaitsTooLongForAUserSaysSo();
    void closingTellsWhoWaits();

private:
    std::shared_ptr<Client> clientOf(const FaultServer &server, const PacingRules &rules,
                                     milliseconds readDeadline = seconds(15))
    {
        NetworkOptions options = optionsFor(server);
        options.pacing = rules;
        options.readDeadline = readDeadline;
        return std::make_shared<Client>(std::make_shared<Network>(options), settingsFor(server), anyKey(),
                                        m_clock);
    }
    SystemClock m_clock;
};

void SchedulerTest::aThrottlingServiceGetsFewExtraCalls()
{
    // Five calls a second, twenty times as fast: 500 calls take some 7 s in place of 140 s.
    constexpr int wanted = 500;
    FaultServer server;
    SlotServer slots(server, 10, milliseconds(100));
    const auto client = clientOf(server, PacingRules().faster(20));
    const auto background = client->at(Urgency::Background);
    int answered = 0;
    int failed = 0;
    for (int i = 0; i < wanted; ++i) {
        background->describeEngineVersion(hangzhou(), instance(i), this, [&](const auto &result) {
            ++answered;
            failed += result ? 0 : 1;
        });
    }
    QTRY_COMPARE_WITH_TIMEOUT(answered, wanted, 120'000);
    const QString figures =
        QStringLiteral("%1 calls for %2 reads, %3 throttled; at most %4 came within 20 ms")
            .arg(server.requestCount())
            .arg(wanted)
            .arg(slots.refused)
            .arg(slots.mostWithin(milliseconds(20)));
    qInfo().noquote() << figures;
    QCOMPARE(failed, 0);
    QVERIFY2(server.requestCount() <= wanted + wanted / 10, qPrintable(figures));
}

void SchedulerTest::noBucketExceedsItsLimit()
{
    FaultServer server;
    SlotServer slots(server, 1'000'000, seconds(1));
    constexpr int limit = 45;
    const auto client = clientOf(server, limitedTo(limit, seconds(1)))->at(Urgency::Background);
    int answered = 0;
    for (int i = 0; i < 120; ++i)
        client->describeEngineVersion(hangzhou(), instance(i), this, [&](const auto &) { ++answered; });
    QTRY_COMPARE_WITH_TIMEOUT(answered, 120, 60'000);
    // Four may be held up on their way and come with those of the next second.
    const int most = slots.mostWithin(seconds(1));
    QVERIFY2(most <= limit + 4, qPrintable(QString::number(most)));
}

void SchedulerTest::keysOfOneAccountShareItsQuota()
{
    FaultServer server;
    server.setResponder([](const SeenRequest &request) {
        if (request.action() != "GetCallerIdentity")
            return version();
        FaultReply identity;
        identity.body = R"({"RequestId":"R-3","AccountId":"1234567890123456","IdentityType":"RAMUser",)"
                        R"("Arn":"acs:ram::1234567890123456:user/dba","PrincipalId":"2"})";
        return identity;
    });
    const auto network = std::make_shared<Network>(optionsFor(server));
    const auto keyed = [&](const char *id, const char *account) {
        AccessKey key = anyKey();
        key.id = QString::fromLatin1(id);
        return std::make_shared<Client>(network, settingsFor(server), std::move(key), m_clock,
                                        QString::fromLatin1(account));
    };
    const auto buckets = [&] {
        std::atomic<qsizetype> count = -1;
        network->worker().post([&] { count = network->scheduler()->buckets(); });
        return QTest::qWaitFor([&] { return count >= 0; }, 20'000) ? count.load() : qsizetype(-1);
    };
    const auto readWith = [&](const std::shared_ptr<Client> &client) {
        bool answered = false;
        client->describeEngineVersion(hangzhou(), instance(1), this, [&](const auto &) { answered = true; });
        return QTest::qWaitFor([&] { return answered; }, 20'000);
    };
    // A role's key and the one after its renewal.
    QVERIFY(readWith(keyed("STS.first", "1234567890123456")));
    QVERIFY(readWith(keyed("STS.second", "1234567890123456")));
    QCOMPARE(buckets(), 1);
    // A key nobody knows more of is on its own, until the service says whose it is.
    const auto plain = keyed("LTAI5tExampleExampleX7Qd", "");
    QVERIFY(readWith(plain));
    QCOMPARE(buckets(), 2);
    bool told = false;
    plain->getCallerIdentity(this, [&](const auto &identity) { told = identity.has_value(); });
    QTRY_VERIFY_WITH_TIMEOUT(told, 20'000);
    const qsizetype before = buckets();
    QVERIFY(readWith(plain));
    QVERIFY(readWith(keyed("LTAI5tExampleExampleX7Qd", "")));
    QCOMPARE(buckets(), before);
    bool listed = false;
    plain->describeInstance(hangzhou(), instance(1), this, [&](const auto &) { listed = true; });
    QTRY_VERIFY_WITH_TIMEOUT(listed, 20'000);
    QCOMPARE(buckets(), before + 1);
    bool listedByRole = false;
    const auto role = keyed("STS.third", "1234567890123456");
    role->describeInstance(hangzhou(), instance(1), this, [&](const auto &) { listedByRole = true; });
    QTRY_VERIFY_WITH_TIMEOUT(listedByRole, 20'000);
    QCOMPARE(buckets(), before + 1); // the plain key's is the role's
}

void SchedulerTest::aUsersReadOvertakesTwoHundredOthers()
{
    FaultServer server;
    server.setReply(version());
    const auto client = clientOf(server, limitedTo(30, seconds(1)));
    const auto background = client->at(Urgency::Background);
    QVERIFY(background->urgency() == Urgency::Background);
    QVERIFY(client->urgency() == Urgency::User);
    int others = 0;
    int othersBefore = -1;
    for (int i = 0; i < 200; ++i)
        background->describeEngineVersion(hangzhou(), instance(i), this, [&](const auto &) { ++others; });
    client->describeEngineVersion(hangzhou(), instance(1000), this,
                                  [&](const auto &result) { othersBefore = result ? others : -2; });
    QTRY_VERIFY_WITH_TIMEOUT(othersBefore != -1, 30'000);
    QVERIFY2(othersBefore >= 0 && othersBefore < 100, qPrintable(QString::number(othersBefore)));
    QTRY_COMPARE_WITH_TIMEOUT(others, 200, 60'000);
}

void SchedulerTest::waitingDoesNotCostTheDeadline()
{
    FaultServer server;
    server.setReply(version());
    // Five at once, then ten a second: the last one waits twice as long as a read may take.
    const auto client = clientOf(server, limitedTo(15, seconds(1)), seconds(3))->at(Urgency::Background);
    int answered = 0;
    int failed = 0;
    for (int i = 0; i < 65; ++i) {
        client->describeEngineVersion(hangzhou(), instance(i), this, [&](const auto &result) {
            ++answered;
            failed += result ? 0 : 1;
        });
    }
    QTRY_COMPARE_WITH_TIMEOUT(answered, 65, 60'000);
    QCOMPARE(failed, 0);
}

void SchedulerTest::readsNobodyWaitsForAreDropped()
{
    FaultServer server;
    server.setReply(version());
    const auto client = clientOf(server, limitedTo(12, seconds(60)))->at(Urgency::Background);
    auto context = std::make_unique<QObject>();
    const auto sentinel = std::make_shared<int>(0);
    int answered = 0;
    for (int i = 0; i < 200; ++i)
        client->describeEngineVersion(hangzhou(), instance(i), context.get(),
                                      [&answered, sentinel](const auto &) { ++answered; });
    QTRY_COMPARE_WITH_TIMEOUT(answered, 4, 20'000); // what is at hand in the beginning
    QVERIFY(sentinel.use_count() > 1);
    context.reset();
    QTRY_COMPARE_WITH_TIMEOUT(sentinel.use_count(), 1L, 20'000);
    QVERIFY(server.requestCount() < 10);
}

void SchedulerTest::aStartCallTakesTheRoomOfABackgroundRead()
{
    FaultServer server;
    server.setResponder([](const SeenRequest &request) {
        FaultReply reply;
        if (request.action() == "DescribeEngineVersion")
            reply.fault = Fault::Hang;
        return reply;
    });
    const auto client = clientOf(server, {}, seconds(60));
    const auto background = client->at(Urgency::Background);
    int ended = 0;
    QObject listener; // the reads outlast this test, what they are heard by does not
    for (int i = 0; i < 4; ++i)
        background->describeEngineVersion(hangzhou(), instance(i), &listener, [&](const auto &) { ++ended; });
    QTRY_COMPARE(server.requestCount(), 4);
    std::optional<ChangeFacts> facts;
    client->startUpgrade(anyStart(), this, [&](const ChangeFacts &told) { facts = told; });
    QTRY_VERIFY_WITH_TIMEOUT(facts.has_value(), 20'000);
    QVERIFY2(facts->bodyComplete, qPrintable(facts->detail));
    QCOMPARE(ended, 0);
    // The read that made room is sent again, with a nonce of its own.
    QTRY_COMPARE(server.requestCount(), 6);
    QSet<QByteArray> nonces;
    const QList<SeenRequest> requests = server.requests();
    for (const SeenRequest &request : requests)
        nonces << request.nonce();
    QCOMPARE(nonces.size(), 6);
    QCOMPARE(ended, 0);
}

void SchedulerTest::theServicesWaitIsHonoured_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("atLeast");
    QTest::newRow("x-acs-retry-after in milliseconds")
        << QByteArray("x-acs-retry-after") << QByteArray("700") << 700;
    QTest::newRow("Retry-After in seconds") << QByteArray("Retry-After") << QByteArray("1") << 1000;
}

void SchedulerTest::theServicesWaitIsHonoured()
{
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, value);
    QFETCH(int, atLeast);
    FaultServer server;
    std::mutex mutex;
    std::vector<milliseconds> came;
    server.setResponder([&](const SeenRequest &) {
        const std::lock_guard lock(mutex);
        came.push_back(steadyNow());
        if (came.size() > 1)
            return version();
        FaultReply reply = throttled();
        reply.headers.emplace_back(header, value);
        return reply;
    });
    PacingRules rules = PacingRules().faster(100);
    rules.cap = seconds(60);
    const auto client = clientOf(server, rules);
    bool answered = false;
    client->describeEngineVersion(hangzhou(), instance(1), this,
                                  [&](const auto &result) { answered = result.has_value(); });
    QTRY_VERIFY_WITH_TIMEOUT(answered, 20'000);
    const std::lock_guard lock(mutex);
    QCOMPARE(came.size(), std::size_t(2));
    const qint64 apart = (came[1] - came[0]).count();
    QVERIFY2(apart >= atLeast, qPrintable(QString::number(apart)));
}

void SchedulerTest::aServiceThatNeverStopsThrottlingIsGivenUp()
{
    FaultServer server;
    server.setReply(throttled());
    const auto client = clientOf(server, PacingRules().faster(50))->at(Urgency::Background);
    int throttledReads = 0;
    for (int i = 0; i < 50; ++i) {
        client->describeEngineVersion(hangzhou(), instance(i), this, [&](const auto &result) {
            throttledReads += !result && result.error().kind == Error::Kind::Throttled ? 1 : 0;
        });
    }
    QTRY_COMPARE_WITH_TIMEOUT(throttledReads, 50, 60'000);
    QVERIFY2(server.requestCount() < 50, qPrintable(QString::number(server.requestCount())));
}

void SchedulerTest::aStartCallIsNeverRepeated()
{
    FaultServer server;
    server.setReply(throttled());
    const auto client = clientOf(server, PacingRules().faster(100));
    std::optional<ChangeFacts> facts;
    client->startUpgrade(anyStart(), this, [&](const ChangeFacts &told) { facts = told; });
    QTRY_VERIFY_WITH_TIMEOUT(facts.has_value(), 20'000);
    QCOMPARE(facts->apiError->code, QStringLiteral("Throttling.User"));
    bool readEnded = false;
    client->describeEngineVersion(hangzhou(), instance(1), this, [&](const auto &) { readEnded = true; });
    QTRY_VERIFY_WITH_TIMEOUT(readEnded, 20'000);
    const QList<SeenRequest> requests = server.requests();
    const auto starts = std::count_if(requests.begin(), requests.end(), [](const SeenRequest &request) {
        return request.action() == "ModifyInstanceMinorVersion";
    });
    QCOMPARE(starts, 1);
    QVERIFY(requests.size() > 2);
}

void SchedulerTest::aReadThatWaitsTooLongForAUserSaysSo()
{
    FaultServer server;
    server.setReply(version());
    PacingRules rules = limitedTo(3, std::chrono::minutes(10));
    rules.userDeadline = milliseconds(500);
    const auto client = clientOf(server, rules);
    int answered = 0;
    QString message;
    for (int i = 0; i < 3; ++i) {
        client->describeEngineVersion(hangzhou(), instance(i), this, [&](const auto &result) {
            ++answered;
            if (!result)
                message = result.error().message;
        });
    }
    QTRY_COMPARE_WITH_TIMEOUT(answered, 3, 20'000);
    QVERIFY2(message.contains(QLatin1String("DescribeEngineVersion")), qPrintable(message));
    QCOMPARE(server.requestCount(), 1);
}

void SchedulerTest::closingTellsWhoWaits()
{
    FaultServer server;
    FaultReply hang;
    hang.fault = Fault::Hang;
    server.setReply(hang);
    auto client = clientOf(server, {}, seconds(60));
    int cancelled = 0;
    for (int i = 0; i < 50; ++i) {
        client->describeEngineVersion(hangzhou(), instance(i), this, [&](const auto &result) {
            cancelled += !result && result.error().kind == Error::Kind::Cancelled ? 1 : 0;
        });
    }
    QTRY_COMPARE(server.requestCount(), 4);
    client.reset();
    QTRY_COMPARE_WITH_TIMEOUT(cancelled, 50, 20'000);
    QCOMPARE(server.requestCount(), 4);
}

QTEST_GUILESS_MAIN(SchedulerTest)
#include "tst_scheduler.moc"
