// SPDX-License-Identifier: GPL-3.0-or-later
#include "fleet/fleet.h"
#include "fleet/fleetcache.h"
#include "fleetservice.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace uplift;
using namespace uplift::fleet;
using namespace uplift::test;
using namespace std::chrono_literals;

namespace {

const QString hangzhou = QStringLiteral("cn-hangzhou");
const QString beijing = QStringLiteral("cn-beijing");
constexpr int waitMs = 240'000;

class MovedClock : public Clock {
public:
    QDateTime time = QDateTime(QDate(2026, 11, 22), QTime(8, 0), Qt::UTC);
    [[nodiscard]] QDateTime now() const override { return time; }
};

} // namespace

/// Discovery, versions and what is kept, against a service of its own.
class FleetTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void everyInstanceOfEveryRegionIsListed();
    void theFewestCallsAreMade();
    void versionsComeBehindTheLists();
    void whatIsOnScreenGetsItsAttributes();
    void freshVersionsAreUsedAgain();
    void aStatusThatChangedAsksForTheVersion();
    void anInstanceThatCameIsListed();
    void anInstanceThatWentIsGone();
    void anInstanceAListMissedIsNotGone();
    void aGoneInstanceThatReturnsIsBack();
    void savedInstancesAreKnownThoughNoListHoldsThem();
    void aSavedInstanceNobodyHasIsGone();
    void whatIsNoLongerSavedIsForgotten();
    void oneInstanceIsAskedAnewOnRequest();
    void anAccountThatLeavesTakesItsInstances();
    void anAccountThatLeavesTakesItsSavedInstances();
    void stopDropsTheAnswersUnderWay();
    void manyChangesAreToldTogether();
    void throttledVersionsAllCome();
    void hardNamesSurvive_data();
    void hardNamesSurvive();
    void cachedRowsShowUntilTheServiceAnswers();
    void cachedRowsOfOtherAccountsAreKeptAside();
    void anIdIsFoundInAllRegions();
    void anIdNobodyHasGetsASentence();

private:
    [[nodiscard]] InstanceKey key(const QString &region, int number) const
    {
        return {anAccount, {region}, {m_service->ids(region).at(number)}};
    }
    [[nodiscard]] bool idle() const { return !m_fleet->progress().running; }

    MovedClock m_clock;
    std::unique_ptr<FleetService> m_service;
    std::shared_ptr<cloud::Client> m_client;
    std::unique_ptr<Fleet> m_fleet;
};

void FleetTest::init()
{
    m_clock.time = QDateTime(QDate(2026, 11, 22), QTime(8, 0), Qt::UTC);
    m_service = std::make_unique<FleetService>();
    m_service->fill(hangzhou, 130);
    m_service->fill(beijing, 4);
    m_client = m_service->client(m_clock);
    m_fleet =
        std::make_unique<Fleet>([this](const AccountId &, QObject *,
                                       Handler<std::shared_ptr<cloud::Client>> done) { done(m_client); },
                                m_clock);
    m_fleet->setAccounts({anAccount});
}

void FleetTest::cleanup()
{
    m_fleet.reset();
    m_client.reset();
    m_service.reset();
}

void FleetTest::everyInstanceOfEveryRegionIsListed()
{
    m_fleet->refresh();
    QVERIFY(m_fleet->progress().running);
    QTRY_VERIFY_WITH_TIMEOUT(idle(), waitMs);
    QCOMPARE(m_fleet->count(), 134);
    QCOMPARE(m_fleet->keys().size(), 134);
    for (const QString &region : {hangzhou, beijing}) {
        for (int i = 0; i < m_service->ids(region).size(); ++i) {
            const KnownInstance *known = m_fleet->find(key(region, i));
            QVERIFY(known && known->facts && known->version);
            QCOMPARE(known->facts->region.value, region);
            QCOMPARE(known->listed, m_clock.time);
            QCOMPARE(known->versionAsked, m_clock.time);
            QVERIFY(!known->error && !known->gone && !known->asking);
        }
    }
    const FleetProgress progress = m_fleet->progress();
    QCOMPARE(progress.regionsDone, 2);
    QCOMPARE(progress.regionsTotal, 2);
    QCOMPARE(progress.versionsDone, 134);
}

void FleetTest::theFewestCallsAreMade()
{
    m_fleet->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(idle(), waitMs);
    QCOMPARE(m_service->calls("DescribeRegions"), 1);
    QCOMPARE(m_service->calls("DescribeInstances"), 4);
    QCOMPARE(m_service->calls("DescribeEngineVersion"), 134);
    QCOMPARE(m_service->calls("DescribeInstanceAttribute"), 0);
}

void FleetTest::versionsComeBehindTheLists()
{
    m_fleet->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(idle(), waitMs);
    const QList<SeenRequest> seen = m_service->server().requests();
    const auto first = std::find_if(seen.begin(), seen.end(), [](const SeenRequest &request) {
        return request.action() == "DescribeEngineVersion";
    });
    QVERIFY(std::count_if(seen.begin(), first,
                          [](const SeenRequest &request) { return request.action() == "DescribeInstances"; })
            >= 1);
}

void FleetTest::whatIsOnScreenGetsItsAttributes()
{
    m_fleet->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(idle(), waitMs);
    m_fleet->setOnScreen({key(hangzhou, 100), key(beijing, 1)});
    QTRY_VERIFY_WITH_TIMEOUT(m_fleet->find(key(beijing, 1))->detailsAsked.isValid(), waitMs);
    QTRY_VERIFY_WITH_TIMEOUT(m_fleet->find(key(hangzhou, 100))->facts->window, waitMs);
    QTRY_VERIFY_WITH_TIMEOUT(idle(), waitMs);
    QCOMPARE(m_service->calls("DescribeInstanceAttribute"), 2);
    QCOMPARE(m_fleet->find(key(beijing, 1))->facts->editionType, QStringLiteral("Community"));
    QCOMPARE(m_fleet->find(key(beijing, 1))->asked, m_clock.time);
    // Scrolled back and forth.
    m_fleet->setOnScreen({});
    m_fleet->setOnScreen({key(hangzhou, 100), key(beijing, 1)});
    QVERIFY(idle());
}

void FleetTest::freshVersionsAreUsedAgain()
{
    m_fleet->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(idle(), waitMs);
    m_clock.time = m_clock.time.addSecs(3600);
    m_fleet->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(idle(), waitMs);
    QCOMPARE(m_service->calls("DescribeInstances"), 8);
    QCOMPARE(m_service->calls("DescribeEngineVersion"), 134);
    m_clock.time = m_clock.time.addDays(1);
    m_fleet->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(idle(), waitMs);
    QCOMPARE(m_service->calls("DescribeEngineVersion"), 268);
}

void FleetTest::aStatusThatChangedAsksForTheVersion()
{
    m_service->setStatus(key(beijing, 2).instance.value, QStringLiteral("MinorVersionUpgrading"));
    m_fleet->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(idle(), waitMs);
    m_clock.time = m_clock.time.addSecs(600);
    m_service->setStatus(key(beijing, 2).instance.value, QStringLiteral("Normal"));
    m_service->setVersion(QStringLiteral("redis-5.0_0.5.9"));
    m_fleet->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(idle(), waitMs);
    QCOMPARE(m_service->calls("DescribeEngineVersion"), 135);
    QCOMPARE(m_fleet->find(key(beijing, 2))->version->current.text(), QStringLiteral("0.5.9"));
    QCOMPARE(m_fleet->find(key(beijing, 1))->version->current.text(), QStringLiteral("0.5.7"));
}

void FleetTest::anInstanceThatCameIsListed()
{
    m_fleet->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(idle(), waitMs);
    m_service->add(beijing, QStringLiteral("r-new"), QStringLiteral("new"));
    m_fleet->refresh();
    const InstanceKey added{anAccount, {beijing}, {QStringLiteral("r-new")}};
    QTRY_VERIFY_WITH_TIMEOUT(m_fleet->find(added) && m_fleet->find(added)->version, waitMs);
}

void FleetTest::anInstanceThatWentIsGone()
{
    m_fleet->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(idle(), waitMs);
    const InstanceKey went = key(beijing, 0);
    m_service->remove(beijing, went.instance.value);
    m_fleet->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(m_fleet->find(went)->gone, waitMs);
    QVERIFY(m_fleet->find(went)->facts);
    QTRY_VERIFY_WITH_TIMEOUT(idle(), waitMs);
    QCOMPARE(m_fleet->progress().instances, 133);
    const int calls = m_service->calls("DescribeInstances");
    m_fleet->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(idle(), waitMs);
    // Asked about once, not with each refresh.
    QCOMPARE(m_service->calls("DescribeInstances"), calls + 4);
}

void FleetTest::anInstanceAListMissedIsNotGone()
{
    m_fleet->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(idle(), waitMs);
    const InstanceKey missed = key(beijing, 0);
    // The list is complete by its own total, but lacks one that a direct question finds.
    m_service->remove(beijing, missed.instance.value);
    m_service->twistList(beijing, [&](const SeenRequest &request, const FaultReply &reply) {
        if (request.parameter("InstanceIds").isEmpty())
            return reply;
        FaultReply found = reply;
        found.body.replace(R"("KVStoreInstance":[])",
                           R"("KVStoreInstance":[{"InstanceId":")" + missed.instance.value.toLatin1()
                               + R"(","InstanceName":"still here"}])");
        return found;
    });
    m_fleet->refresh();
    QTRY_COMPARE_WITH_TIMEOUT(m_fleet->find(missed)->facts->name, QStringLiteral("still here"), waitMs);
    QTRY_VERIFY_WITH_TIMEOUT(idle(), waitMs);
    QVERIFY(!m_fleet->find(missed)->gone);
    // Nor when the direct question has no answer.
    m_service->twistList(beijing, [](const SeenRequest &request, const FaultReply &reply) {
        return request.parameter("InstanceIds").isEmpty() ? reply : refusal(500, "InternalError");
    });
    const int calls = m_service->calls("DescribeInstances");
    m_fleet->refresh();
    QTRY_COMPARE_WITH_TIMEOUT(m_service->calls("DescribeInstances"), calls + 5, waitMs);
    QTRY_VERIFY_WITH_TIMEOUT(idle(), waitMs);
    QVERIFY(!m_fleet->find(missed)->gone);
}

void FleetTest::aGoneInstanceThatReturnsIsBack()
{
    m_fleet->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(idle(), waitMs);
    const InstanceKey went = key(beijing, 0);
    m_service->remove(beijing, went.instance.value);
    m_fleet->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(m_fleet->find(went)->gone, waitMs);
    m_service->add(beijing, went.instance.value, QStringLiteral("back"));
    QTRY_VERIFY_WITH_TIMEOUT(idle(), waitMs);
    m_fleet->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(!m_fleet->find(went)->gone, waitMs);
    QCOMPARE(m_fleet->find(went)->facts->name, QStringLiteral("back"));
}

void FleetTest::savedInstancesAreKnownThoughNoListHoldsThem()
{
    m_fleet->setPinned({key(beijing, 0)});
    QVERIFY(m_fleet->find(key(beijing, 0)));
    QVERIFY(m_fleet->find(key(beijing, 0))->pinned);
    QTRY_VERIFY_WITH_TIMEOUT(m_fleet->find(key(beijing, 0))->facts && m_fleet->find(key(beijing, 0))->version,
                             waitMs);
    QCOMPARE(m_fleet->count(), 1);
    QCOMPARE(m_service->calls("DescribeInstances"), 0);
}

void FleetTest::aSavedInstanceNobodyHasIsGone()
{
    const InstanceKey nobody{anAccount, {beijing}, {QStringLiteral("r-bp1nosuchinstance")}};
    m_fleet->setPinned({nobody});
    QTRY_VERIFY_WITH_TIMEOUT(m_fleet->find(nobody)->gone, waitMs);
    QCOMPARE(m_fleet->find(nobody)->error->kind, Error::Kind::NotFound);
    QTRY_VERIFY_WITH_TIMEOUT(idle(), waitMs);
}

void FleetTest::whatIsNoLongerSavedIsForgotten()
{
    m_fleet->setPinned({key(beijing, 0), key(beijing, 1)});
    QTRY_VERIFY_WITH_TIMEOUT(idle(), waitMs);
    QSignalSpy listChanged(m_fleet.get(), &Fleet::listChanged);
    m_fleet->setPinned({key(beijing, 1)});
    QVERIFY(!m_fleet->find(key(beijing, 0)));
    QVERIFY(m_fleet->find(key(beijing, 1)));
    QTRY_COMPARE_WITH_TIMEOUT(listChanged.count(), 1, waitMs);
    m_fleet->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(idle(), waitMs);
    m_fleet->setPinned({});
    // A list holds it.
    QVERIFY(m_fleet->find(key(beijing, 1)));
    QVERIFY(!m_fleet->find(key(beijing, 1))->pinned);
}

void FleetTest::oneInstanceIsAskedAnewOnRequest()
{
    m_fleet->want(key(beijing, 0));
    QVERIFY(m_fleet->find(key(beijing, 0))->asking);
    QCOMPARE(m_fleet->asking(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(m_fleet->asking(), 0, waitMs);
    m_fleet->want(key(beijing, 0));
    QCOMPARE(m_fleet->asking(), 0);
    m_service->setVersion(QStringLiteral("redis-5.0_0.5.8"));
    m_fleet->refresh(key(beijing, 0));
    QCOMPARE(m_fleet->asking(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(m_fleet->asking(), 0, waitMs);
    QCOMPARE(m_fleet->find(key(beijing, 0))->version->current.text(), QStringLiteral("0.5.8"));
    QCOMPARE(m_service->calls("DescribeInstanceAttribute"), 2);
}

void FleetTest::anAccountThatLeavesTakesItsInstances()
{
    m_fleet->setAccounts({anAccount, otherAccount});
    m_fleet->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(idle(), waitMs);
    QCOMPARE(m_fleet->count(), 268);
    QCOMPARE(m_fleet->regions().size(), 4);
    m_fleet->setAccounts({otherAccount});
    QCOMPARE(m_fleet->count(), 134);
    QCOMPARE(m_fleet->regions().size(), 2);
    QCOMPARE(m_fleet->accounts().size(), 1);
    QCOMPARE(m_fleet->progress().versionsDone, 134);
    QVERIFY(!m_fleet->find(key(beijing, 0)));
}

void FleetTest::anAccountThatLeavesTakesItsSavedInstances()
{
    const QTemporaryDir place;
    const QString file = place.filePath(QStringLiteral("fleet-cache.sqlite"));
    {
        FleetCache cache({file, 250, std::chrono::milliseconds(0)});
        m_fleet->attach(&cache);
        m_fleet->setAccounts({anAccount, otherAccount});
        m_fleet->setPinned({key(beijing, 0)});
        m_fleet->refresh();
        QTRY_VERIFY_WITH_TIMEOUT(idle(), waitMs);
        QCOMPARE(m_fleet->count(), 268);
        // In the order of a window: the account leaves the workspace together with its profiles.
        m_fleet->setAccounts({otherAccount});
        m_fleet->setPinned({});
        QVERIFY(!m_fleet->find(key(beijing, 0)));
        QCOMPARE(m_fleet->count(), 134);
        QCOMPARE(m_fleet->regions().size(), 2);
        std::optional<Outcome> written;
        QTRY_VERIFY_WITH_TIMEOUT(m_fleet->progress().versionsDone == 134, waitMs);
        cache.flush(this, [&](const Outcome &done) { written = done; });
        QTRY_VERIFY_WITH_TIMEOUT(written, waitMs);
        QVERIFY(written->has_value());
        m_fleet.reset();
    }
    FleetCache again({file, 250, std::chrono::milliseconds(0)});
    QList<KnownInstance> kept;
    bool loaded = false;
    connect(&again, &FleetCache::loaded, this, [&](const QList<KnownInstance> &rows) { kept += rows; });
    connect(&again, &FleetCache::loadFinished, this, [&] { loaded = true; });
    again.load();
    QTRY_VERIFY_WITH_TIMEOUT(loaded, waitMs);
    QVERIFY(!kept.isEmpty());
    for (const KnownInstance &row : std::as_const(kept))
        QCOMPARE(row.key.account, otherAccount);
}

void FleetTest::stopDropsTheAnswersUnderWay()
{
    m_service->setDelay(300ms);
    m_fleet->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(m_service->calls("DescribeInstances") > 0, waitMs);
    m_fleet->stop();
    QVERIFY(idle());
    QCOMPARE(m_fleet->asking(), 0);
    const int count = m_fleet->count();
    QCOMPARE(m_fleet->accounts().constFirst().error->kind, Error::Kind::Cancelled);
    m_service->setDelay(0ms);
    m_fleet->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(idle(), waitMs);
    QVERIFY(count < m_fleet->count());
    QCOMPARE(m_fleet->count(), 134);
    QVERIFY(!m_fleet->accounts().constFirst().error);
}

void FleetTest::manyChangesAreToldTogether()
{
    QSignalSpy rows(m_fleet.get(), &Fleet::rowsChanged);
    QSignalSpy list(m_fleet.get(), &Fleet::listChanged);
    m_fleet->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(m_fleet->count() == 134, waitMs);
    QTRY_VERIFY_WITH_TIMEOUT(!rows.isEmpty(), waitMs);
    // Four pages came; each turn tells at most once.
    QVERIFY(list.count() <= 5);
    for (const QVariantList &arguments : std::as_const(rows))
        QVERIFY(arguments.constFirst().value<QList<InstanceKey>>().size() <= FleetOptions().foldSize);
}

void FleetTest::throttledVersionsAllCome()
{
    std::atomic<int> count = 0;
    m_service->twist(QStringLiteral("DescribeEngineVersion"),
                     [&](const SeenRequest &, const FaultReply &reply) {
                         return ++count % 10 == 0 ? refusal(400, "Throttling.User") : reply;
                     });
    m_fleet->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(idle(), waitMs);
    m_fleet->forEach([](const KnownInstance &known) { QVERIFY(known.version); });
}

void FleetTest::hardNamesSurvive_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("Chinese") << QString::fromUtf8("订单缓存");
    QTest::newRow("Arabic") << QString::fromUtf8("ذاكرة الطلبات");
    QTest::newRow("emoji") << QString::fromUtf8("🚀👩‍👩‍👧");
    QTest::newRow("empty") << QString();
    QTest::newRow("256 long") << QString(256, u'名');
    QTest::newRow("control characters") << QStringLiteral("a\u0001\tb\u007f");
    QTest::newRow("bidi characters") << QStringLiteral("prod\u202Ecod\u2066x");
    QTest::newRow("markup") << QStringLiteral("<b>&amp;<img src=x>");
    QTest::newRow("a formula") << QStringLiteral("=HYPERLINK(\"x\")");
}

void FleetTest::hardNamesSurvive()
{
    QFETCH(QString, name);
    m_service->add(beijing, QStringLiteral("r-hard"), name);
    m_fleet->refresh();
    const InstanceKey hard{anAccount, {beijing}, {QStringLiteral("r-hard")}};
    QTRY_VERIFY_WITH_TIMEOUT(m_fleet->find(hard), waitMs);
    // The mapper may clean control characters; what is visible stays.
    const QString got = m_fleet->find(hard)->facts->name;
    QString visible;
    for (const QChar c : name) {
        if (c.isPrint())
            visible += c;
    }
    for (const QChar c : std::as_const(visible))
        QVERIFY2(got.contains(c), qPrintable(got));
    QCOMPARE(got.isEmpty(), name.isEmpty());
}

void FleetTest::cachedRowsShowUntilTheServiceAnswers()
{
    const auto cached = [&](const InstanceKey &which, const char *name) {
        KnownInstance known;
        known.key = which;
        Instance facts;
        facts.id = which.instance;
        facts.name = QString::fromLatin1(name);
        known.facts = facts;
        known.listed = m_clock.time.addDays(-1);
        known.fromCache = true;
        return known;
    };
    const InstanceKey went{anAccount, {beijing}, {QStringLiteral("r-went")}};
    m_fleet->takeCached({cached(key(beijing, 0), "old name"), cached(went, "went")});
    QCOMPARE(m_fleet->count(), 2);
    QCOMPARE(m_fleet->find(key(beijing, 0))->facts->name, QStringLiteral("old name"));
    QVERIFY(m_fleet->find(key(beijing, 0))->fromCache);
    QCOMPARE(m_fleet->find(key(beijing, 0))->seen(), m_clock.time.addDays(-1));
    m_fleet->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(m_fleet->find(went)->gone, waitMs);
    QTRY_VERIFY_WITH_TIMEOUT(idle(), waitMs);
    QCOMPARE(m_fleet->find(key(beijing, 0))->facts->name, QStringLiteral("cn-beijing number 0"));
    QVERIFY(!m_fleet->find(key(beijing, 0))->fromCache);
    QCOMPARE(m_fleet->find(went)->facts->name, QStringLiteral("went"));
    // Late rows of the cache change nothing.
    m_fleet->takeCached({cached(key(beijing, 0), "old name")});
    QCOMPARE(m_fleet->find(key(beijing, 0))->facts->name, QStringLiteral("cn-beijing number 0"));
}

void FleetTest::cachedRowsOfOtherAccountsAreKeptAside()
{
    KnownInstance known;
    known.key = {otherAccount, {beijing}, {QStringLiteral("r-other")}};
    known.facts = Instance();
    known.listed = m_clock.time;
    m_fleet->takeCached({known});
    QCOMPARE(m_fleet->count(), 0);
    m_fleet->setAccounts({anAccount, otherAccount});
    QVERIFY(m_fleet->find(known.key));
}

void FleetTest::anIdIsFoundInAllRegions()
{
    std::optional<Result<RegionId>> found;
    m_fleet->lookInAllRegions(anAccount, key(beijing, 3).instance, this,
                              [&](Result<RegionId> region) { found = region; });
    QTRY_VERIFY_WITH_TIMEOUT(found, waitMs);
    QCOMPARE((*found)->value, beijing);
}

void FleetTest::anIdNobodyHasGetsASentence()
{
    std::optional<Result<RegionId>> found;
    m_fleet->lookInAllRegions(anAccount, {QStringLiteral("r-bp1nosuchinstance")}, this,
                              [&](Result<RegionId> region) { found = region; });
    QTRY_VERIFY_WITH_TIMEOUT(found, waitMs);
    QVERIFY(!found->has_value());
    QVERIFY2(found->error().message.contains(QStringLiteral("r-bp1nosuchinstance")),
             qPrintable(found->error().message));
    QCOMPARE(found->error().field, QStringLiteral("instanceId"));
}

QTEST_GUILESS_MAIN(FleetTest)
#include "tst_fleet.moc"
