// SPDX-License-Identifier: GPL-3.0-or-later
// bench_fleet [ROUNDS]: how long the complete list of 5,000 instances in 20 regions takes when each call
// takes 40 ms, held against the least possible: DescribeRegions and three round trips; and which calls it
// takes.
//
//   QT_QPA_PLATFORM=offscreen build/release/bench_fleet 10
//
// The regions are uneven, as in life: 250 instances on average, 430 in the largest (9 pages), 108 pages in
// all. Each region has an endpoint of its own, a plain loopback server with one thread per connection whose
// bodies are made beforehand, so that what is measured is the client. A round is a new Network and a new
// Fleet, with every connection to be opened. The floor: the list of regions, page 1, and with at most 4 calls
// under way per endpoint two rounds for the 8 pages that remain in the largest region. Versions are not asked
// here (they come behind the list): their calls are answered, and not counted. Before each round the same
// list is read by bare sockets (bench/barelisting.h): a busy machine slows both. Aims: issue 3, Show 1.
#include "fleet/fleet.h"
#include "bench/barelisting.h"
#include "cloud/network.h"
#include "cloud/pacing.h"
#include "support/faultserver.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QHash>
#include <QTimer>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

using namespace uplift;
using namespace std::chrono_literals;

namespace {

constexpr auto callTime = 40ms;
constexpr int regionCount = 20;
constexpr int instanceCount = 5'000;
constexpr int pageSize = 50;
constexpr int inFlight = 4; ///< per endpoint
constexpr double floorMs = 4 * 40.0; ///< DescribeRegions, page 1, pages 2 … 5, pages 6 … 9
constexpr double aim = 1.25;
constexpr int callsAim = 112;

/// Instances of each region: 5,000 together, 108 pages.
int sizeOf(int region)
{
    static const int sizes[regionCount] = {430, 430, 430, 410, 380, 350, 320, 300, 290, 270,
                                           250, 230, 210, 190, 160, 130, 100, 70,  40,  10};
    return sizes[region];
}

QString nameOf(int region) { return QStringLiteral("cn-bench-%1").arg(region); }

QByteArray pageBody(int region, int page)
{
    QByteArray rows;
    const int last = std::min(sizeOf(region), page * pageSize);
    for (int i = (page - 1) * pageSize; i < last; ++i) {
        const QByteArray number = QByteArray::number(region * 1'000 + i);
        rows += (rows.isEmpty() ? "" : ",");
        rows += R"({"InstanceId":"r-bench)" + number + R"(","InstanceName":"orders-cache-)" + number
            + R"(","RegionId":")" + nameOf(region).toLatin1()
            + R"(","ZoneId":"cn-bench-h","InstanceStatus":"Normal","ArchitectureType":"cluster",)"
              R"("EditionType":"Community","InstanceType":"Redis","NodeType":"double","EngineVersion":"5.0",)"
              R"("InstanceClass":"redis.logic.sharding.1g.2db.0rodb.4proxy.default","Capacity":2048,)"
              R"("Bandwidth":192,"QPS":200000,"Connections":20000,"ConnectionDomain":"r-bench.redis.rds.aliyuncs.com",)"
              R"("PrivateIp":"172.16.0.1","Port":6379,"NetworkType":"VPC","VpcId":"vpc-bp1","VSwitchId":"vsw-bp1",)"
              R"("ChargeType":"PrePaid","CreateTime":"2024-01-01T00:00:00Z","EndTime":"2027-01-01T00:00:00Z",)"
              R"("HasRenewChangeOrder":false,"Config":"{\"maxmemory-policy\":\"volatile-lru\"}",)"
              R"("Tags":{"Tag":[{"Key":"team","Value":"payments"}]}})";
    }
    return R"({"RequestId":"1B7C1E1A-0000-4000-8000-00000000BE4C","PageNumber":)" + QByteArray::number(page)
        + R"(,"PageSize":50,"TotalCount":)" + QByteArray::number(sizeOf(region))
        + R"(,"Instances":{"KVStoreInstance":[)" + rows + "]}}";
}

/// One endpoint; the first also tells the regions.
class Endpoint {
public:
    explicit Endpoint(int region) : m_server(test::FaultServer::Transport::Plain)
    {
        for (int page = 1; page <= (sizeOf(region) + pageSize - 1) / pageSize; ++page)
            m_pages.insert(QByteArray::number(page), pageBody(region, page));
        m_server.setResponder([this](const test::SeenRequest &request) { return answer(request); });
    }
    void setRegions(const QByteArray &body) { m_regions = body; }
    [[nodiscard]] QString origin() const { return m_server.origin(); }
    [[nodiscard]] quint16 port() const { return m_server.port(); }
    [[nodiscard]] int pages() const { return static_cast<int>(m_pages.size()); }
    [[nodiscard]] QByteArray host() const { return "127.0.0.1:" + QByteArray::number(m_server.port()); }
    void begin()
    {
        m_server.forget();
        m_most = 0;
    }
    [[nodiscard]] int calls(const QByteArray &action) const
    {
        const QList<test::SeenRequest> seen = m_server.requests();
        return int(std::count_if(seen.begin(), seen.end(),
                                 [&](const auto &request) { return request.action() == action; }));
    }
    [[nodiscard]] int mostInFlight() const { return m_most; }

private:
    test::FaultReply answer(const test::SeenRequest &request)
    {
        const int now = ++m_open;
        for (int most = m_most; now > most && !m_most.compare_exchange_weak(most, now);) { }
        std::this_thread::sleep_for(callTime);
        test::FaultReply reply;
        if (request.action() == "DescribeRegions")
            reply.body = m_regions;
        else if (request.action() == "DescribeInstances")
            reply.body = m_pages.value(request.parameter("PageNumber"));
        --m_open;
        return reply;
    }

    QHash<QByteArray, QByteArray> m_pages;
    QByteArray m_regions;
    std::atomic<int> m_open{0};
    std::atomic<int> m_most{0};
    test::FaultServer m_server; ///< last: its threads use the rest
};

struct Round {
    double bare = 0; ///< ms, by sockets alone
    double firstRows = 0; ///< ms since refresh()
    double complete = 0;
    double longestTurn = 0; ///< of the main thread
    int calls = 0;
    int inFlight = 0;
};

/// The longest time between two beats of the main thread.
class Beat : public QObject {
public:
    Beat()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_timer, &QTimer::timeout, this, [this] {
            longest = std::max(longest, double(m_since.nsecsElapsed()) / 1e6);
            m_since.restart();
        });
        m_since.start();
        m_timer.start(1);
    }
    double longest = 0;

private:
    QTimer m_timer;
    QElapsedTimer m_since;
};

class Bench : public QObject {
public:
    Bench(std::vector<std::unique_ptr<Endpoint>> &endpoints, int wanted)
        : m_endpoints(endpoints), m_left(wanted)
    {
        m_look.setTimerType(Qt::PreciseTimer);
        connect(&m_look, &QTimer::timeout, this, [this] { look(); });
        QTimer::singleShot(0, this, [this] { begin(); });
    }
    QList<Round> rounds;

private:
    void begin()
    {
        std::vector<bench::BareRegion> regions;
        for (const auto &endpoint : m_endpoints)
            regions.push_back({endpoint->port(), endpoint->pages()});
        m_round = {};
        m_round.bare = bench::bareListing(regions, inFlight);
        if (m_round.bare < 0) {
            std::printf("the bare sockets did not get the list\n");
            std::exit(EXIT_FAILURE);
        }
        for (const auto &endpoint : m_endpoints)
            endpoint->begin();
        ConnectionSettings settings;
        settings.endpoint = {EndpointRule::Kind::Custom, m_endpoints.front()->origin()};
        settings.proxy.kind = ProxyRule::Kind::None;
        AccessKey key;
        key.id = QStringLiteral("LTAI5tExampleExampleX7Qd");
        key.secret = SecretBytes("yourSecretCanary0123456789abcd");
        m_client = std::make_shared<cloud::Client>(std::make_shared<cloud::Network>(), settings,
                                                   std::move(key), m_clock);
        fleet::FleetOptions options;
        options.background = 0; // the list alone
        m_fleet = std::make_unique<fleet::Fleet>(
            [this](const AccountId &, QObject *, Handler<std::shared_ptr<cloud::Client>> done) {
                done(m_client);
            },
            m_clock, options);
        m_fleet->setAccounts({{QStringLiteral("a")}});
        m_beat = std::make_unique<Beat>();
        m_since.start();
        m_fleet->refresh();
        m_look.start(1);
    }
    void look()
    {
        const double now = double(m_since.nsecsElapsed()) / 1e6;
        if (m_round.firstRows == 0 && m_fleet->count() > 0)
            m_round.firstRows = now;
        // Asked a thousand times a second on the thread that is measured: the number first, which costs
        // nothing.
        const auto isOver = [this] {
            return m_fleet->count() >= instanceCount
                && m_fleet->accounts().constFirst().state != fleet::AccountView::State::Asking;
        };
        if (now < 30'000 && !isOver())
            return;
        m_look.stop();
        m_round.complete = now;
        m_round.longestTurn = m_beat->longest;
        for (const auto &endpoint : m_endpoints) {
            m_round.calls += endpoint->calls("DescribeRegions") + endpoint->calls("DescribeInstances");
            m_round.inFlight = std::max(m_round.inFlight, endpoint->mostInFlight());
        }
        if (m_fleet->count() != instanceCount)
            std::printf("  incomplete: %d instances\n", m_fleet->count());
        rounds.append(m_round);
        m_fleet.reset();
        m_client.reset();
        if (--m_left > 0)
            QTimer::singleShot(50ms, this, [this] { begin(); });
        else
            QCoreApplication::quit();
    }

    std::vector<std::unique_ptr<Endpoint>> &m_endpoints;
    int m_left;
    SystemClock m_clock;
    std::shared_ptr<cloud::Client> m_client;
    std::unique_ptr<fleet::Fleet> m_fleet;
    std::unique_ptr<Beat> m_beat;
    QTimer m_look;
    QElapsedTimer m_since;
    Round m_round;
};

double median(QList<double> values)
{
    std::sort(values.begin(), values.end());
    return values.at(values.size() / 2);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const int wanted = argc > 1 ? std::max(1, std::atoi(argv[1])) : 10;
    std::vector<std::unique_ptr<Endpoint>> endpoints;
    QByteArray regions;
    for (int region = 0; region < regionCount; ++region) {
        endpoints.push_back(std::make_unique<Endpoint>(region));
        regions += (regions.isEmpty() ? "" : ",");
        regions += R"({"RegionId":")" + nameOf(region).toLatin1() + R"(","LocalName":"x","RegionEndpoint":")"
            + endpoints.back()->host() + "\"}";
    }
    endpoints.front()->setRegions(R"({"RequestId":"1B7C1E1A-0000-4000-8000-00000000BE4C",)"
                                  R"("RegionIds":{"KVStoreRegion":[)"
                                  + regions + "]}}");
    Bench bench(endpoints, wanted);
    QCoreApplication::exec();
    QList<double> complete;
    QList<double> first;
    QList<double> bare;
    int calls = 0;
    int most = 0;
    std::printf(
        "5,000 instances, 20 regions, 40 ms per call; floor %.0f ms (region list and 3 round trips)\n",
        floorMs);
    for (const Round &round : std::as_const(bench.rounds)) {
        std::printf("  first rows %6.1f ms, complete %6.1f ms = %.2f of the floor, %d calls, %d at once per "
                    "endpoint, main thread busy %.1f ms at most\n",
                    round.firstRows, round.complete, round.complete / floorMs, round.calls, round.inFlight,
                    round.longestTurn);
        complete.append(round.complete);
        bare.append(round.bare);
        first.append(round.firstRows);
        calls = std::max(calls, round.calls);
        most = std::max(most, round.inFlight);
    }
    std::printf("bare sockets in the same run: %.1f ms = %.2f of the floor; uplift takes %.2f of theirs\n",
                median(bare), median(bare) / floorMs, median(complete) / median(bare));
    const double ratio = median(complete) / floorMs;
    const bool met = ratio <= aim && calls <= callsAim && most <= inFlight;
    std::printf("median: first rows %.1f ms = %.2f of two round trips; complete %.1f ms, ratio %.2f (aim "
                "%.2f), best %.2f; %d calls (aim %d)\n%s\n",
                median(first), median(first) / (2 * 40.0), median(complete), ratio, aim,
                *std::min_element(complete.begin(), complete.end()) / floorMs, calls, callsAim,
                met ? "met" : "not met");
    return met ? EXIT_SUCCESS : EXIT_FAILURE;
}
