// SPDX-License-Identifier: GPL-3.0-or-later
#include "fleet/fleet.h"
#include "fleetservice.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

using namespace uplift;
using namespace uplift::fleet;
using namespace uplift::test;
using namespace std::chrono_literals;
using State = RegionView::State;

namespace {

const QString bad = QStringLiteral("cn-beijing");
const QString good = QStringLiteral("cn-hangzhou");
const QString small = QStringLiteral("cn-shanghai");
constexpr int waitMs = 240'000;

using Wrong = FleetService::Twist;

/// Keeps the page, changes the whole list.
FaultReply withRows(FaultReply reply, const QJsonValue &rows)
{
    return withField(std::move(reply), QStringLiteral("Instances"),
                     QJsonObject{{QStringLiteral("KVStoreInstance"), rows}});
}

FaultReply broken(FaultReply reply, Fault fault)
{
    reply.fault = fault;
    return reply;
}

QJsonArray rowsOf(const FaultReply &reply)
{
    return QJsonDocument::fromJson(reply.body)
        .object()[QStringLiteral("Instances")]
        .toObject()[QStringLiteral("KVStoreInstance")]
        .toArray();
}

} // namespace

Q_DECLARE_METATYPE(Wrong)

/// One region misbehaves; the others are complete and the bad one is explained.
class FleetRegionsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void aBadRegionLeavesTheOthersComplete_data();
    void aBadRegionLeavesTheOthersComplete();
    void whatWasKnownStays_data();
    void whatWasKnownStays();
    void aRegionIsReadAgainByItself();
    void aRefreshReadsAllWhileOneRegionIsRead();
    void anAccountWithoutItsKeySaysWhy();
    void aServiceWithoutRegionsSaysWhy();
    void aPrivateCloudWithoutRegionsReadsTheSavedOnes();
    void whatMayBeReadWithoutTheListOfRegions_data();
    void whatMayBeReadWithoutTheListOfRegions();
    void aServiceThatListsEverythingEverywhereIsNotBelievedTwice();
    void versionsThatAreForbiddenAreSaidOnce();

private:
    void begin(std::chrono::milliseconds readDeadline = 60s);
    [[nodiscard]] RegionView region(const QString &id) const;
    [[nodiscard]] bool listed() const { return !m_fleet->accounts().isEmpty() && !anyAsking(); }
    [[nodiscard]] bool anyAsking() const
    {
        const auto accounts = m_fleet->accounts();
        return std::any_of(accounts.begin(), accounts.end(), [](const AccountView &view) {
            return view.state == AccountView::State::Asking || view.state == AccountView::State::Waiting;
        });
    }

    SystemClock m_clock;
    std::unique_ptr<FleetService> m_service;
    std::shared_ptr<cloud::Client> m_client;
    std::optional<Error> m_noClient;
    std::unique_ptr<Fleet> m_fleet;
};

void FleetRegionsTest::init()
{
    m_noClient.reset();
    m_service = std::make_unique<FleetService>();
    m_service->fill(bad, 120);
    m_service->fill(good, 120);
    m_service->fill(small, 3);
}

void FleetRegionsTest::cleanup()
{
    m_fleet.reset();
    m_client.reset();
    m_service.reset();
}

void FleetRegionsTest::begin(std::chrono::milliseconds readDeadline)
{
    m_client = m_service->client(m_clock, readDeadline);
    m_fleet = std::make_unique<Fleet>(
        [this](const AccountId &, QObject *, Handler<std::shared_ptr<cloud::Client>> done) {
            if (m_noClient)
                done(failure(*m_noClient));
            else
                done(m_client);
        },
        m_clock);
    m_fleet->setAccounts({anAccount});
}

RegionView FleetRegionsTest::region(const QString &id) const
{
    for (const RegionView &view : m_fleet->regions()) {
        if (view.region.id.value == id)
            return view;
    }
    return {};
}

void FleetRegionsTest::aBadRegionLeavesTheOthersComplete_data()
{
    QTest::addColumn<Wrong>("wrong");
    QTest::addColumn<RegionView::State>("state");
    QTest::addColumn<int>("kind"); // -1: no error
    QTest::addColumn<int>("deadline"); // ms
    const auto row = [](const char *name, State state, std::optional<Error::Kind> kind, Wrong wrong,
                        int deadline = 60'000) {
        QTest::newRow(name) << wrong << state << (kind ? int(*kind) : -1) << deadline;
    };
    const auto always = [](FaultReply said) {
        return [said](const SeenRequest &, const FaultReply &) { return said; };
    };
    const auto onPage = [](const char *page, auto change) {
        return [page, change](const SeenRequest &request, const FaultReply &reply) {
            return request.parameter("PageNumber") == page ? change(reply) : reply;
        };
    };
    using Kind = Error::Kind;
    row("throttled without end", State::Failed, Kind::Throttled, always(refusal(400, "Throttling.User")));
    row("forbidden", State::Failed, Kind::Denied, always(refusal(403, "Forbidden.RAM")));
    row("not activated", State::Failed, Kind::Rejected, always(refusal(403, "ServiceNotActivated.KVStore")));
    row("a failing service", State::Failed, Kind::Server, always(refusal(500, "InternalError")));
    row(
        "silent", State::Failed, Kind::TimedOut,
        [](const SeenRequest &, FaultReply reply) { return broken(reply, Fault::Hang); }, 12'000);
    row(
        "a byte at a time", State::Failed, Kind::TimedOut,
        [](const SeenRequest &, FaultReply reply) { return broken(reply, Fault::DripBody); }, 12'000);
    row("a captive portal", State::Failed, Kind::BadReply,
        [](const SeenRequest &, FaultReply reply) { return broken(reply, Fault::Html); });
    row("an endless body", State::Failed, Kind::BadReply,
        [](const SeenRequest &, FaultReply reply) { return broken(reply, Fault::EndlessBody); });
    row("a body of 100 MiB", State::Failed, Kind::BadReply, [](const SeenRequest &, FaultReply reply) {
        reply.body.append(QByteArray(100 << 20, ' '));
        return reply;
    });
    row("another answer", State::Failed, Kind::BadReply, always(FaultReply()));
    row("half answered", State::Partial, Kind::BadReply,
        onPage("2", [](FaultReply reply) { return broken(reply, Fault::Html); }));
    row("last page forbidden", State::Partial, Kind::Denied,
        onPage("3", [](const FaultReply &) { return refusal(403, "Forbidden.RAM"); }));
    row("a total that is too high", State::Partial, Kind::BadReply,
        [](const SeenRequest &, FaultReply reply) {
            return withField(reply, QStringLiteral("TotalCount"), 200);
        });
    row("a total beyond reason", State::Partial, Kind::BadReply, [](const SeenRequest &, FaultReply reply) {
        return withField(reply, QStringLiteral("TotalCount"), 2'000'000'000);
    });
    row("a total that is text", State::Complete, std::nullopt, [](const SeenRequest &, FaultReply reply) {
        return withField(reply, QStringLiteral("TotalCount"), QStringLiteral("many"));
    });
    row("a total that grows", State::Complete, std::nullopt,
        onPage("1", [](FaultReply reply) { return withField(reply, QStringLiteral("TotalCount"), 60); }));
    row("the same id all over", State::Partial, Kind::BadReply, [](const SeenRequest &, FaultReply reply) {
        QJsonArray rows;
        for (int i = 0; i < 50; ++i)
            rows.append(rowsOf(reply).at(0));
        return withRows(reply, rows);
    });
    row("a list that is a number", State::Failed, Kind::BadReply,
        [](const SeenRequest &, FaultReply reply) { return withRows(reply, 7); });
    row("ids of the wrong type", State::Failed, Kind::BadReply, [](const SeenRequest &, FaultReply reply) {
        return withRows(reply,
                        QJsonArray{QJsonObject{{QStringLiteral("InstanceId"), QJsonArray{1, 2}}},
                                   QJsonValue(), QStringLiteral("r-bp1"), 5});
    });
}

void FleetRegionsTest::aBadRegionLeavesTheOthersComplete()
{
    QFETCH(Wrong, wrong);
    QFETCH(RegionView::State, state);
    QFETCH(int, kind);
    QFETCH(int, deadline);
    m_service->twistList(bad, wrong);
    begin(std::chrono::milliseconds(deadline));
    m_fleet->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(listed(), waitMs);
    QCOMPARE(region(good).state, State::Complete);
    QCOMPARE(region(good).instances, 120);
    QCOMPARE(region(small).state, State::Complete);
    QCOMPARE(region(small).instances, 3);
    const RegionView view = region(bad);
    QVERIFY2(view.state == state, qPrintable(view.error ? view.error->message : QStringLiteral("no error")));
    QCOMPARE(view.error.has_value(), kind >= 0);
    if (!view.error) {
        QCOMPARE(view.instances, 120);
        return;
    }
    QVERIFY2(int(view.error->kind) == kind, qPrintable(view.error->message));
    QVERIFY(!view.error->message.isEmpty());
    QCOMPARE(m_fleet->accounts().constFirst().state, AccountView::State::Listed);
}

void FleetRegionsTest::whatWasKnownStays_data()
{
    QTest::addColumn<Wrong>("wrong");
    QTest::newRow("forbidden since") << Wrong(
        [](const SeenRequest &, const FaultReply &) { return refusal(403, "Forbidden.RAM"); });
    QTest::newRow("half answered") << Wrong([](const SeenRequest &request, FaultReply reply) {
        return request.parameter("PageNumber") == "2" ? refusal(500, "InternalError") : reply;
    });
    QTest::newRow("total too high, page empty") << Wrong([](const SeenRequest &request, FaultReply reply) {
        return request.parameter("PageNumber") == "1" ? reply : withRows(reply, QJsonArray());
    });
}

void FleetRegionsTest::whatWasKnownStays()
{
    QFETCH(Wrong, wrong);
    begin();
    m_fleet->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(listed(), waitMs);
    QCOMPARE(region(bad).instances, 120);
    m_service->twistList(bad, wrong);
    m_fleet->refreshAccount(anAccount);
    QTRY_VERIFY_WITH_TIMEOUT(listed(), waitMs);
    QVERIFY(region(bad).state == State::Partial || region(bad).state == State::Failed);
    QCOMPARE(region(bad).instances, 120);
    m_fleet->forEach([](const KnownInstance &known) { QVERIFY(!known.gone); });
}

void FleetRegionsTest::aRegionIsReadAgainByItself()
{
    m_service->twistList(bad,
                         [](const SeenRequest &, const FaultReply &) { return refusal(403, "Forbidden"); });
    begin();
    m_fleet->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(listed(), waitMs);
    QCOMPARE(region(bad).state, State::Failed);
    m_service->twistList(bad, {});
    const int before = m_service->calls("DescribeInstances", good.toLatin1());
    m_fleet->refreshRegion(anAccount, {bad});
    QTRY_COMPARE_WITH_TIMEOUT(region(bad).state, State::Complete, waitMs);
    QCOMPARE(region(bad).instances, 120);
    QVERIFY(!region(bad).error);
    QCOMPARE(m_service->calls("DescribeInstances", good.toLatin1()), before);
}

void FleetRegionsTest::aRefreshReadsAllWhileOneRegionIsRead()
{
    begin();
    m_fleet->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(listed(), waitMs);
    const int before = m_service->calls("DescribeInstances", good.toLatin1());
    m_fleet->refreshRegion(anAccount, {bad});
    QCOMPARE(region(bad).state, State::Asking);
    m_fleet->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(m_service->calls("DescribeInstances", good.toLatin1()) > before, waitMs);
    QTRY_VERIFY_WITH_TIMEOUT(listed(), waitMs);
    QCOMPARE(region(good).state, State::Complete);
    QCOMPARE(region(bad).state, State::Complete);
}

void FleetRegionsTest::anAccountWithoutItsKeySaysWhy()
{
    begin();
    m_noClient = Error::of(Error::Kind::Keychain, QStringLiteral("no Secret Service"));
    m_fleet->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(listed(), waitMs);
    QCOMPARE(m_fleet->accounts().constFirst().state, AccountView::State::Failed);
    QCOMPARE(m_fleet->accounts().constFirst().error->message, QStringLiteral("no Secret Service"));
    QVERIFY(!m_fleet->progress().running);
}

void FleetRegionsTest::aServiceWithoutRegionsSaysWhy()
{
    m_service->twist(QStringLiteral("DescribeRegions"), [](const SeenRequest &, const FaultReply &) {
        return refusal(404, "InvalidAccessKeyId.NotFound");
    });
    begin();
    m_fleet->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(listed(), waitMs);
    QCOMPARE(m_fleet->accounts().constFirst().state, AccountView::State::Failed);
    QCOMPARE(m_fleet->accounts().constFirst().error->code, QStringLiteral("InvalidAccessKeyId.NotFound"));
    QVERIFY(m_fleet->accounts().constFirst().customEndpoint);
}

void FleetRegionsTest::aPrivateCloudWithoutRegionsReadsTheSavedOnes()
{
    m_service->twist(QStringLiteral("DescribeRegions"), [](const SeenRequest &, const FaultReply &) {
        return refusal(404, "InvalidAction.NotFound");
    });
    begin();
    m_fleet->setPinned({{anAccount, {small}, {m_service->ids(small).constFirst()}}});
    m_fleet->refresh();
    QTRY_COMPARE_WITH_TIMEOUT(region(small).state, State::Complete, waitMs);
    QCOMPARE(region(small).instances, 3);
    QCOMPARE(m_fleet->count(), 3);
}

void FleetRegionsTest::whatMayBeReadWithoutTheListOfRegions_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("fromOutside");
    QTest::addColumn<bool>("insideTheVpc");
    const auto row = [](const char *title, Error::Kind kind, bool fromOutside, bool insideTheVpc) {
        QTest::newRow(title) << int(kind) << fromOutside << insideTheVpc;
    };
    row("the service does not offer the call", Error::Kind::Rejected, true, true);
    row("its answer makes no sense", Error::Kind::BadReply, true, true);
    row("its host cannot be reached", Error::Kind::Offline, false, true);
    row("its host does not answer", Error::Kind::TimedOut, false, true);
    row("the key is refused", Error::Kind::Denied, false, false);
    row("too many calls", Error::Kind::Throttled, false, false);
}

void FleetRegionsTest::whatMayBeReadWithoutTheListOfRegions()
{
    QFETCH(int, kind);
    const Error error = Error::of(static_cast<Error::Kind>(kind), QStringLiteral("No."));
    QTEST(maySkipRegions(error, EndpointRule::Kind::Public), "fromOutside");
    QTEST(maySkipRegions(error, EndpointRule::Kind::Custom), "fromOutside");
    QTEST(maySkipRegions(error, EndpointRule::Kind::Vpc), "insideTheVpc");
}

void FleetRegionsTest::aServiceThatListsEverythingEverywhereIsNotBelievedTwice()
{
    const Wrong everything = [](const SeenRequest &, FaultReply reply) {
        QJsonArray rows;
        for (const QString &place : {good, small, bad})
            rows.append(QJsonObject{{QStringLiteral("InstanceId"), QStringLiteral("r-of-%1").arg(place)},
                                    {QStringLiteral("RegionId"), place}});
        return withField(withRows(reply, rows), QStringLiteral("TotalCount"), 3);
    };
    for (const QString &place : {good, small, bad})
        m_service->twistList(place, everything);
    begin();
    m_fleet->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(listed(), waitMs);
    QCOMPARE(m_fleet->count(), 3);
    for (const QString &place : {good, small, bad})
        QCOMPARE(region(place).instances, 1);
}

void FleetRegionsTest::versionsThatAreForbiddenAreSaidOnce()
{
    m_service->twist(QStringLiteral("DescribeEngineVersion"),
                     [](const SeenRequest &, const FaultReply &) { return refusal(403, "Forbidden.RAM"); });
    begin();
    m_fleet->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(!m_fleet->progress().running, waitMs);
    for (const QString &place : {good, small, bad}) {
        QCOMPARE(region(place).state, State::Complete);
        QVERIFY(region(place).versionError);
        QCOMPARE(region(place).versionError->kind, Error::Kind::Denied);
    }
    QVERIFY(m_service->calls("DescribeEngineVersion") < 60);
    const FleetProgress progress = m_fleet->progress();
    QCOMPARE(progress.instances, 243);
    QCOMPARE(progress.versionsDone, 243);
}

QTEST_GUILESS_MAIN(FleetRegionsTest)
#include "tst_fleetregions.moc"
