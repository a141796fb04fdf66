// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/language.h"
#include "ui/look/times.h"
#include "ui/window/fleetwords.h"

#include <QTest>

using namespace uplift;
using namespace uplift::ui;
using fleet::AccountView;
using fleet::RegionView;

namespace {

const QDateTime now(QDate(2026, 11, 22), QTime(14, 32), Qt::UTC);

profiles::Workspace workspace()
{
    profiles::Workspace workspace;
    profiles::Account account;
    account.id = {QStringLiteral("a")};
    account.name = QStringLiteral("Retail production");
    workspace.accounts.append(account);
    return workspace;
}

AccountView account(AccountView::State state, Shared<Error> error = {})
{
    AccountView view;
    view.account = {QStringLiteral("a")};
    view.state = state;
    view.error = std::move(error);
    return view;
}

RegionView region(const char *id, RegionView::State state, int instances = 0, Shared<Error> error = {})
{
    RegionView view;
    view.account = {QStringLiteral("a")};
    view.region.id = {QLatin1String(id)};
    view.state = state;
    view.instances = instances;
    view.when = now.addSecs(-2 * 3600);
    view.error = std::move(error);
    return view;
}

Error denied() { return Error::of(Error::Kind::Denied, QStringLiteral("This key may not list instances.")); }
Error offline() { return Error::of(Error::Kind::Offline, QStringLiteral("The name was not found.")); }

FleetHealth health(const QList<AccountView> &accounts, const QList<RegionView> &regions)
{
    return fleetHealth(accounts, regions, workspace(), now, QTimeZone::utc());
}

} // namespace

/// What the line above the table, the head and the strip say of a fleet.
class FleetWordsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_language.apply(QStringLiteral("en")); }
    void progressSaysWhatIsCounted();
    void allIsWell();
    void nobodyWasAskedYet();
    void someRegionsDidNotAnswer();
    void whatIsShownIsOfTheTimeItWasRead();
    void aRefusalIsCalledOne();
    void aRegionCameInPart();
    void anAccountThatFailsIsNamedWithItsReason();
    void offlineSaysHowOldTheListIs();
    void aNetworkLostLaterIsOfflineAsWell_data();
    void aNetworkLostLaterIsOfflineAsWell();
    void anotherAccountThatAnswersIsNotOffline();
    void oneUnreachableRegionIsNotOffline();

private:
    Language m_language; ///< English plurals
};

void FleetWordsTest::progressSaysWhatIsCounted()
{
    fleet::FleetProgress progress;
    QCOMPARE(progressText(progress), QString());
    progress.running = true;
    QCOMPARE(progressText(progress), QStringLiteral("Asking for the regions"));
    progress.regionsTotal = 20;
    progress.regionsDone = 12;
    QCOMPARE(progressText(progress), QStringLiteral("Regions 12 of 20"));
    progress.regionsDone = 20;
    progress.versionsTotal = 3400;
    progress.versionsDone = 120;
    QCOMPARE(progressText(progress), QStringLiteral("Versions 120 of %1").arg(QLocale().toString(3400)));
}

void FleetWordsTest::allIsWell()
{
    const FleetHealth seen = health({account(AccountView::State::Listed)},
                                    {region("cn-hangzhou", RegionView::State::Complete, 12)});
    QVERIFY(seen.troubles.isEmpty());
    QCOMPARE(seen.notice, QString());
    QCOMPARE(seen.health, QStringLiteral("1 account answers"));
}

void FleetWordsTest::nobodyWasAskedYet()
{
    const FleetHealth seen = health({account(AccountView::State::Waiting)}, {});
    QCOMPARE(seen.notice, QString());
    QCOMPARE(seen.health, QString());
}

void FleetWordsTest::someRegionsDidNotAnswer()
{
    const FleetHealth seen = health({account(AccountView::State::Listed)},
                                    {region("cn-hangzhou", RegionView::State::Complete, 12),
                                     region("cn-beijing", RegionView::State::Failed, 31, denied())});
    QCOMPARE(seen.troubles.size(), 1);
    QCOMPARE(seen.troubles.first().title, QStringLiteral("Retail production: China (Beijing)"));
    QVERIFY2(seen.notice.contains(QStringLiteral("1 of 2 regions")), qPrintable(seen.notice));
    QVERIFY2(seen.notice.contains(QStringLiteral("Beijing")), qPrintable(seen.notice));
    QVERIFY2(seen.notice.contains(QStringLiteral("Its 31 instance")), qPrintable(seen.notice));
    QVERIFY(!seen.offline);
}

void FleetWordsTest::whatIsShownIsOfTheTimeItWasRead()
{
    RegionView failed = region("cn-beijing", RegionView::State::Failed, 2, denied());
    failed.when = now.addSecs(-90);
    const FleetHealth seen = health({account(AccountView::State::Listed)}, {failed});
    const QString state = seen.troubles.first().state;
    QVERIFY2(
        state.endsWith(QStringLiteral("are shown as of %1.").arg(clockText(failed.when, QTimeZone::utc()))),
        qPrintable(state));
}

void FleetWordsTest::aRefusalIsCalledOne()
{
    Error refused = denied();
    refused.code = QStringLiteral("Forbidden.RAM");
    const FleetHealth seen = health({account(AccountView::State::Listed)},
                                    {region("cn-hangzhou", RegionView::State::Complete, 12),
                                     region("cn-beijing", RegionView::State::Failed, 1, refused)});
    const QString begin = QStringLiteral("Beijing refused the list (Forbidden.RAM). Its 1 instance");
    QVERIFY2(seen.notice.startsWith(begin), qPrintable(seen.notice));
    QVERIFY2(seen.notice.contains(QStringLiteral("2 h ago")), qPrintable(seen.notice));
}

void FleetWordsTest::aRegionCameInPart()
{
    RegionView partial = region("cn-beijing", RegionView::State::Partial, 50, denied());
    partial.total = 120;
    const FleetHealth seen = health({account(AccountView::State::Listed)}, {partial});
    QCOMPARE(seen.troubles.first().state,
             QStringLiteral("Only 50 of 120 instances came; none is called released."));
    QVERIFY(!seen.notice.isEmpty());
}

void FleetWordsTest::anAccountThatFailsIsNamedWithItsReason()
{
    const FleetHealth seen = health({account(AccountView::State::Failed, denied())}, {});
    QCOMPARE(seen.notice,
             QStringLiteral("Retail production could not be read. This key may not list instances."));
}

void FleetWordsTest::offlineSaysHowOldTheListIs()
{
    const FleetHealth seen = health({account(AccountView::State::Listed)},
                                    {region("cn-hangzhou", RegionView::State::Failed, 12, offline()),
                                     region("cn-beijing", RegionView::State::Failed, 3, offline())});
    QVERIFY(seen.offline);
    QCOMPARE(seen.health, QStringLiteral("Offline"));
    QVERIFY2(seen.notice.startsWith(QStringLiteral("Offline")), qPrintable(seen.notice));
    QVERIFY2(seen.notice.contains(QStringLiteral("12:32")), qPrintable(seen.notice));
}

void FleetWordsTest::aNetworkLostLaterIsOfflineAsWell_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("the name server is gone") << int(Error::Kind::Offline);
    QTest::newRow("the proxy is gone") << int(Error::Kind::Proxy);
    QTest::newRow("nothing answers") << int(Error::Kind::TimedOut);
}

void FleetWordsTest::aNetworkLostLaterIsOfflineAsWell()
{
    QFETCH(int, kind);
    const Error lost = Error::of(static_cast<Error::Kind>(kind), QStringLiteral("Nothing came."));
    // The regions were read before: the account's failure alone says that the network went.
    RegionView inPart = region("cn-beijing", RegionView::State::Partial, 31, denied());
    const FleetHealth seen =
        health({account(AccountView::State::Failed, lost)},
               {region("cn-hangzhou", RegionView::State::Complete, 12), std::move(inPart)});
    QVERIFY(seen.offline);
    QCOMPARE(seen.health, QStringLiteral("Offline"));
    QVERIFY2(seen.notice.startsWith(QStringLiteral("Offline")), qPrintable(seen.notice));
    QVERIFY2(seen.notice.contains(QStringLiteral("12:32")), qPrintable(seen.notice));
}

void FleetWordsTest::anotherAccountThatAnswersIsNotOffline()
{
    AccountView other = account(AccountView::State::Listed);
    other.account = {QStringLiteral("b")};
    RegionView its = region("cn-hangzhou", RegionView::State::Complete, 12);
    its.account = other.account;
    const FleetHealth seen = health({account(AccountView::State::Failed, offline()), other}, {its});
    QVERIFY(!seen.offline);
    QCOMPARE(seen.notice, QStringLiteral("Retail production could not be read. The name was not found."));
}

void FleetWordsTest::oneUnreachableRegionIsNotOffline()
{
    const FleetHealth seen = health({account(AccountView::State::Listed)},
                                    {region("cn-hangzhou", RegionView::State::Complete, 12),
                                     region("cn-beijing", RegionView::State::Failed, 3, offline())});
    QVERIFY(!seen.offline);
    QVERIFY(seen.notice.contains(QStringLiteral("Beijing")));
}

QTEST_MAIN(FleetWordsTest)
#include "tst_fleetwords.moc"
