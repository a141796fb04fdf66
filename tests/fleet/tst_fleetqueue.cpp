// SPDX-License-Identifier: GPL-3.0-or-later
#include "fleet/fleet.h"
#include "fleetservice.h"

#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <random>
#include <vector>

using namespace uplift;
using namespace uplift::fleet;
using namespace uplift::test;

namespace {

const QString hangzhou = QStringLiteral("cn-hangzhou");
const QString beijing = QStringLiteral("cn-beijing");
constexpr int waitMs = 60'000;

class MovedClock : public Clock {
public:
    QDateTime time = QDateTime(QDate(2026, 11, 22), QTime(8, 0), Qt::UTC);
    [[nodiscard]] QDateTime now() const override { return time; }
};

/// Holds replies back until it is opened.
class Gate {
public:
    ~Gate() { open(); }
    void shut() { set(false); }
    void open() { set(true); }
    FleetService::Twist twist()
    {
        return [this](const SeenRequest &, FaultReply reply) {
            std::unique_lock lock(m_mutex);
            ++m_held;
            m_opened.wait(lock, [this] { return m_open; });
            --m_held;
            return reply;
        };
    }
    [[nodiscard]] int held() const
    {
        const std::lock_guard lock(m_mutex);
        return m_held;
    }

private:
    void set(bool open)
    {
        const std::lock_guard lock(m_mutex);
        m_open = open;
        m_opened.notify_all();
    }
    mutable std::mutex m_mutex;
    std::condition_variable m_opened;
    bool m_open = true;
    int m_held = 0;
};

} // namespace

/// What waits in a region's queue is asked in the end, whatever comes between.
class FleetQueueTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void whatIsSavedWhileItsRegionIsReadIsAskedAfterwards();
    void whatTheUserLooksAtMeanwhileLeavesNothingWaiting();
    void versionsGoOnAfterASecondRefresh();
    void versionsGoOnAfterARefreshThatWasCutShort();
    void versionsGoOnAfterTheAccountWentDuringARefresh();
    void anyOrderOfStartsAndStopsComesToAnEnd_data();
    void anyOrderOfStartsAndStopsComesToAnEnd();

private:
    [[nodiscard]] QList<InstanceKey> keysOf(const QString &region) const
    {
        QList<InstanceKey> keys;
        for (const QString &id : m_service->ids(region))
            keys.append({anAccount, {region}, {id}});
        return keys;
    }
    [[nodiscard]] bool idle() const { return !m_fleet->progress().running; }
    [[nodiscard]] bool isAsking(const QString &region) const
    {
        const QList<RegionView> views = m_fleet->regions();
        return std::any_of(views.begin(), views.end(), [&](const RegionView &view) {
            return view.region.id.value == region && view.state == RegionView::State::Asking;
        });
    }
    [[nodiscard]] int versionsKnown() const
    {
        int count = 0;
        m_fleet->forEach([&](const KnownInstance &known) { count += known.version ? 1 : 0; });
        return count;
    }
    /// Until every timer that is due now has come, those of no length included.
    static void turn()
    {
        bool came = false;
        QTimer::singleShot(0, [&] { QTimer::singleShot(0, [&] { came = true; }); });
        while (!came)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    void comeToAnEnd();

    MovedClock m_clock;
    Gate m_lists;
    Gate m_versions;
    std::unique_ptr<FleetService> m_service;
    std::shared_ptr<cloud::Client> m_client;
    std::unique_ptr<Fleet> m_fleet;
};

void FleetQueueTest::init()
{
    m_service = std::make_unique<FleetService>();
    m_service->fill(hangzhou, 1);
    m_service->fill(beijing, 8);
    m_service->twistList(beijing, m_lists.twist());
    m_service->twist(QStringLiteral("DescribeEngineVersion"), m_versions.twist());
    m_client = m_service->client(m_clock);
    FleetOptions options;
    options.background = 2;
    m_fleet =
        std::make_unique<Fleet>([this](const AccountId &, QObject *,
                                       Handler<std::shared_ptr<cloud::Client>> done) { done(m_client); },
                                m_clock, options);
    m_fleet->setAccounts({anAccount});
}

void FleetQueueTest::cleanup()
{
    m_lists.open();
    m_versions.open();
    m_fleet.reset();
    m_client.reset();
    m_service.reset();
}

/// Nothing runs any more, and every version is there.
void FleetQueueTest::comeToAnEnd()
{
    QTRY_VERIFY_WITH_TIMEOUT(idle(), waitMs);
    QCOMPARE(m_fleet->asking(), 0);
    QCOMPARE(m_fleet->progress().versionsDone, m_fleet->progress().versionsTotal);
    m_fleet->forEach([](const KnownInstance &known) { QVERIFY(known.version); });
}

void FleetQueueTest::whatIsSavedWhileItsRegionIsReadIsAskedAfterwards()
{
    m_lists.shut();
    m_fleet->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(isAsking(beijing), waitMs);
    m_fleet->setPinned(keysOf(beijing));
    turn();
    QVERIFY(isAsking(beijing));
    m_lists.open();
    comeToAnEnd();
}

void FleetQueueTest::whatTheUserLooksAtMeanwhileLeavesNothingWaiting()
{
    m_lists.shut();
    m_fleet->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(isAsking(beijing), waitMs);
    m_fleet->setPinned(keysOf(beijing));
    turn();
    // Asked ahead of the queue once the list is there, so that the queue holds only what needs nothing.
    m_fleet->setOnScreen(keysOf(beijing));
    m_lists.open();
    comeToAnEnd();
    QCOMPARE(m_service->calls("DescribeEngineVersion"), 9);
}

void FleetQueueTest::versionsGoOnAfterASecondRefresh()
{
    m_versions.shut();
    m_fleet->refresh();
    QTRY_COMPARE_WITH_TIMEOUT(m_versions.held(), 3, waitMs); // two of one region, the one of the other
    QTRY_VERIFY_WITH_TIMEOUT(m_fleet->accounts().constFirst().state == AccountView::State::Listed, waitMs);
    m_lists.shut();
    m_fleet->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(isAsking(beijing), waitMs);
    m_versions.open();
    QTRY_COMPARE_WITH_TIMEOUT(versionsKnown(), 3, waitMs);
    turn();
    QVERIFY(isAsking(beijing));
    m_lists.open();
    comeToAnEnd();
}

void FleetQueueTest::versionsGoOnAfterARefreshThatWasCutShort()
{
    m_lists.shut();
    m_fleet->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(isAsking(beijing), waitMs);
    m_fleet->setPinned(keysOf(beijing));
    turn();
    QVERIFY(isAsking(beijing));
    // The second reading ends before it comes to the regions.
    m_service->twist(QStringLiteral("DescribeRegions"),
                     [](const SeenRequest &, const FaultReply &) { return refusal(403, "Forbidden.RAM"); });
    m_fleet->refreshAccount(anAccount);
    comeToAnEnd();
    QCOMPARE(m_fleet->accounts().constFirst().state, AccountView::State::Failed);
}

void FleetQueueTest::versionsGoOnAfterTheAccountWentDuringARefresh()
{
    m_lists.shut();
    m_fleet->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(isAsking(beijing), waitMs);
    m_fleet->setPinned(keysOf(beijing));
    turn();
    QVERIFY(isAsking(beijing));
    m_fleet->setAccounts({});
    comeToAnEnd();
    QCOMPARE(m_fleet->count(), 8);
}

void FleetQueueTest::anyOrderOfStartsAndStopsComesToAnEnd_data()
{
    QTest::addColumn<uint>("seed");
    for (uint seed = 1; seed <= 12; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void FleetQueueTest::anyOrderOfStartsAndStopsComesToAnEnd()
{
    QFETCH(uint, seed);
    std::mt19937 random(seed);
    const QList<InstanceKey> keys = keysOf(beijing) + keysOf(hangzhou);
    const auto some = [&] {
        QList<InstanceKey> chosen;
        for (const InstanceKey &key : keys) {
            if (random() % 3 == 0)
                chosen.append(key);
        }
        return chosen;
    };
    const std::vector<std::function<void()>> moves{
        [&] { m_fleet->refresh(); },
        [&] { m_fleet->refresh(); },
        [&] { m_fleet->refreshAccount(anAccount); },
        [&] { m_fleet->refreshRegion(anAccount, {beijing}); },
        [&] { m_fleet->refresh(keys.at(qsizetype(random() % uint(keys.size())))); },
        [&] { m_fleet->want(keys.at(qsizetype(random() % uint(keys.size())))); },
        [&] { m_fleet->setPinned(some()); },
        [&] { m_fleet->setOnScreen(some()); },
        [&] { m_fleet->setAccounts({}); },
        [&] { m_fleet->setAccounts({anAccount}); },
        [&] { m_fleet->stop(); },
        [&] { m_clock.time = m_clock.time.addDays(1); }, // every version is to be asked again
        [&] { m_clock.time = m_clock.time.addDays(1); },
        [&] { m_lists.shut(); },
        [&] { m_lists.shut(); },
        [&] { m_lists.open(); },
        [&] { m_versions.shut(); },
        [&] { m_versions.open(); },
    };
    QSignalSpy told(m_fleet.get(), &Fleet::progressChanged);
    std::atomic<int> count = 0;
    m_service->twist(QStringLiteral("DescribeInstanceAttribute"),
                     [&](const SeenRequest &, const FaultReply &reply) {
                         return ++count % 5 == 0 ? refusal(400, "Throttling.User") : reply;
                     });
    for (int round = 0; round < 12; ++round) {
        for (int i = 0; i < 8; ++i) {
            moves[random() % moves.size()]();
            turn();
            // Often enough until something came of it.
            if (random() % 2 == 0)
                told.wait(50);
        }
        m_lists.open();
        m_versions.open();
        QTRY_VERIFY_WITH_TIMEOUT(idle(), waitMs);
    }
    m_fleet->setAccounts({anAccount});
    m_fleet->refreshAccount(anAccount);
    comeToAnEnd();
    QCOMPARE(m_fleet->count(), 9);
}

QTEST_GUILESS_MAIN(FleetQueueTest)
#include "tst_fleetqueue.moc"
