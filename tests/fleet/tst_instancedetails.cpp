// SPDX-License-Identifier: GPL-3.0-or-later
#include "fleet/fleet.h"
#include "fleet/instancedetails.h"
#include "fleetservice.h"

#include <QSignalSpy>
#include <QTest>

using namespace uplift;
using namespace uplift::fleet;
using namespace uplift::test;
using Part = InstanceDetails::Part;

namespace {

const QString region = QStringLiteral("cn-hangzhou");
constexpr int waitMs = 60'000;

FaultReply bodyOf(const char *json)
{
    FaultReply reply;
    reply.body = QByteArray(json);
    return reply;
}

Instance instance(const char *architecture, const char *name, const char *computing = "")
{
    Instance facts;
    facts.architectureType = QString::fromLatin1(architecture);
    facts.instanceClass = QString::fromLatin1(name);
    facts.computingType = QString::fromLatin1(computing);
    return facts;
}

} // namespace

/// Each part of one instance with its source and age.
class InstanceDetailsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void everyPartSaysWhereItIsFrom();
    void aPartThatFailsLeavesTheOthers();
    void anOldAnswerStaysBesideTheError();
    void whatTheFleetKnowsShowsAtOnce();
    void theFleetLearnsWhatIsAnswered();
    void stopDropsTheAnswersUnderWay();
    void withoutAClientEachPartSaysWhy();
    void onlySomeInstancesHaveATopology_data();
    void onlySomeInstancesHaveATopology();
    void backupsOfCloudNativeClustersComeFromAnotherCall();

private:
    void open(Fleet *fleet = nullptr);
    [[nodiscard]] cloud::ClientProvider provider();

    SystemClock m_clock;
    std::unique_ptr<FleetService> m_service;
    std::shared_ptr<cloud::Client> m_client;
    std::optional<Error> m_noClient;
    InstanceKey m_key;
    std::unique_ptr<InstanceDetails> m_details;
};

void InstanceDetailsTest::init()
{
    m_noClient.reset();
    m_service = std::make_unique<FleetService>();
    m_service->fill(region, 2);
    m_key = {anAccount, {region}, {m_service->ids(region).constFirst()}};
    m_client = m_service->client(m_clock);
    const auto answerWith = [&](const char *action, const char *json) {
        m_service->twist(QString::fromLatin1(action),
                         [json](const SeenRequest &, const FaultReply &) { return bodyOf(json); });
    };
    answerWith("DescribeRoleZoneInfo",
               R"({"RequestId":"1","TotalCount":1,"Node":{"NodeInfo":[{"NodeId":"n-1","Role":"master",)"
               R"("CurrentMinorVersion":"5.0_0.5.7"}]}})");
    answerWith("DescribeActiveOperationTasks", R"({"RequestId":"2","Items":[],"TotalRecordCount":0})");
    answerWith("DescribeHistoryTasks", R"({"RequestId":"3","Items":[],"TotalCount":0})");
    answerWith("DescribeBackups", R"({"RequestId":"4","Backups":{"Backup":[]},"TotalCount":0})");
}

void InstanceDetailsTest::cleanup()
{
    m_details.reset();
    m_client.reset();
    m_service.reset();
}

cloud::ClientProvider InstanceDetailsTest::provider()
{
    return [this](const AccountId &, QObject *, Handler<std::shared_ptr<cloud::Client>> done) {
        if (m_noClient)
            done(failure(*m_noClient));
        else
            done(m_client);
    };
}

void InstanceDetailsTest::open(Fleet *fleet)
{
    m_details = std::make_unique<InstanceDetails>(m_key, provider(), m_clock, fleet);
}

void InstanceDetailsTest::everyPartSaysWhereItIsFrom()
{
    open();
    m_details->ask();
    QVERIFY(m_details->asking() >= 6);
    QTRY_COMPARE_WITH_TIMEOUT(m_details->asking(), 0, waitMs);
    QCOMPARE(m_details->attribute().action, QStringLiteral("DescribeInstanceAttribute"));
    QVERIFY(m_details->attribute().value->window);
    QVERIFY(m_details->attribute().asked.isValid());
    QVERIFY(m_details->attribute().host.startsWith(QLatin1String("127.0.0.1:")));
    QVERIFY(!m_details->attribute().requestId.isEmpty());
    QCOMPARE(m_details->version().value->current.text(), QStringLiteral("0.5.7"));
    QVERIFY(m_details->nodes().value);
    QVERIFY(m_details->events().value && m_details->events().value->isEmpty());
    QVERIFY(m_details->tasks().value && m_details->backups().value);
    // A standard instance has no shards: that is no failure.
    QVERIFY(!m_details->topology().applies);
    QVERIFY(!m_details->topology().error);
    QCOMPARE(m_service->calls("DescribeLogicInstanceTopology"), 0);
}

void InstanceDetailsTest::aPartThatFailsLeavesTheOthers()
{
    m_service->twist(QStringLiteral("DescribeBackups"),
                     [](const SeenRequest &, const FaultReply &) { return refusal(403, "Forbidden.RAM"); });
    open();
    m_details->ask();
    QTRY_COMPARE_WITH_TIMEOUT(m_details->asking(), 0, waitMs);
    QCOMPARE(m_details->backups().error->kind, Error::Kind::Denied);
    QVERIFY(!m_details->backups().value && !m_details->backups().asked.isValid());
    QVERIFY(!m_details->backups().requestId.isEmpty());
    QVERIFY(m_details->tasks().value && !m_details->tasks().error);
    QVERIFY(m_details->attribute().value);
}

void InstanceDetailsTest::anOldAnswerStaysBesideTheError()
{
    open();
    m_details->ask(Part::Tasks);
    QTRY_VERIFY_WITH_TIMEOUT(m_details->tasks().value, waitMs);
    const QDateTime asked = m_details->tasks().asked;
    m_service->twist(QStringLiteral("DescribeHistoryTasks"),
                     [](const SeenRequest &, const FaultReply &) { return refusal(403, "Forbidden.RAM"); });
    m_details->ask(Part::Tasks);
    QTRY_VERIFY_WITH_TIMEOUT(m_details->tasks().error, waitMs);
    QVERIFY(m_details->tasks().value);
    QCOMPARE(m_details->tasks().asked, asked);
}

void InstanceDetailsTest::whatTheFleetKnowsShowsAtOnce()
{
    Fleet fleet(provider(), m_clock);
    fleet.setAccounts({anAccount});
    fleet.refresh();
    QTRY_VERIFY_WITH_TIMEOUT(!fleet.progress().running, waitMs);
    open(&fleet);
    QVERIFY(m_details->attribute().value && m_details->version().value);
    QCOMPARE(m_details->attribute().action, QStringLiteral("DescribeInstances"));
    QVERIFY(m_details->attribute().asked.isValid() && m_details->version().asked.isValid());
    QVERIFY(!m_details->topology().applies);
}

void InstanceDetailsTest::theFleetLearnsWhatIsAnswered()
{
    Fleet fleet(provider(), m_clock);
    fleet.setAccounts({anAccount});
    fleet.refresh();
    QTRY_VERIFY_WITH_TIMEOUT(!fleet.progress().running, waitMs);
    QVERIFY(!fleet.find(m_key)->detailsAsked.isValid());
    open(&fleet);
    m_details->ask();
    QTRY_COMPARE_WITH_TIMEOUT(m_details->asking(), 0, waitMs);
    QVERIFY(fleet.find(m_key)->detailsAsked.isValid());
    QVERIFY(fleet.find(m_key)->facts->window);
    // What only lists tell stays.
    QCOMPARE(m_details->attribute().value->editionType, QStringLiteral("Community"));
    QCOMPARE(m_details->attribute().action, QStringLiteral("DescribeInstanceAttribute"));
}

void InstanceDetailsTest::stopDropsTheAnswersUnderWay()
{
    m_service->setDelay(std::chrono::milliseconds(200));
    open();
    m_details->ask();
    QTRY_VERIFY_WITH_TIMEOUT(m_service->server().requestCount() > 0, waitMs);
    m_details->stop();
    QCOMPARE(m_details->asking(), 0);
    QVERIFY(!m_details->tasks().value);
    m_service->setDelay(std::chrono::milliseconds(0));
    m_details->ask(Part::Tasks);
    QTRY_VERIFY_WITH_TIMEOUT(m_details->tasks().value, waitMs);
}

void InstanceDetailsTest::withoutAClientEachPartSaysWhy()
{
    m_noClient = Error::of(Error::Kind::Keychain, QStringLiteral("locked"));
    open();
    QSignalSpy changed(m_details.get(), &InstanceDetails::changed);
    m_details->ask();
    QCOMPARE(m_details->asking(), 0);
    QCOMPARE(m_details->attribute().error->message, QStringLiteral("locked"));
    QCOMPARE(m_details->backups().error->message, QStringLiteral("locked"));
    QVERIFY(!changed.isEmpty());
}

void InstanceDetailsTest::onlySomeInstancesHaveATopology_data()
{
    QTest::addColumn<QString>("architecture");
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("has");
    const auto row = [](const char *title, const char *architecture, const char *name, bool has) {
        QTest::newRow(title) << QString::fromLatin1(architecture) << QString::fromLatin1(name) << has;
    };
    row("cluster", "cluster", "redis.logic.sharding.1g.2db.0rodb.4proxy.default", true);
    row("read/write splitting", "rwsplit", "", true);
    row("standard", "standard", "redis.master.small.default", false);
    row("by its class, cluster", "", "redis.sharding.small.default", true);
    row("by its class, splitting", "", "redis.logic.splitrw.small.1db.1rodb.4proxy.default", true);
    row("by its class, standard", "", "redis.master.small.default", false);
    row("nothing is known", "", "", true);
}

void InstanceDetailsTest::onlySomeInstancesHaveATopology()
{
    QFETCH(QString, architecture);
    QFETCH(QString, name);
    const Instance facts = instance(architecture.toLatin1().constData(), name.toLatin1().constData());
    QTEST(mayHaveTopology(facts), "has");
}

void InstanceDetailsTest::backupsOfCloudNativeClustersComeFromAnotherCall()
{
    QVERIFY(isCloudNativeCluster(instance("cluster", "redis.cluster.sharding.common.ce")));
    QVERIFY(isCloudNativeCluster(instance("cluster", "tair.rdb.with.proxy.1g", "Ecs")));
    QVERIFY(!isCloudNativeCluster(instance("cluster", "redis.logic.sharding.1g.2db.0rodb.4proxy.default")));
    QVERIFY(!isCloudNativeCluster(instance("standard", "tair.rdb.1g", "Ecs")));
    QVERIFY(!isCloudNativeCluster(instance("cluster", "tair.rdb.1g", "Machine")));
}

QTEST_GUILESS_MAIN(InstanceDetailsTest)
#include "tst_instancedetails.moc"
