// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/rawclient.h"

#include <QElapsedTimer>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace uplift;
using namespace uplift::practice;
using namespace std::chrono_literals;
using test::PracticeBench;
using test::RawReply;

namespace {

const QString cluster = QStringLiteral("r-bp1zxszhcgatnx4b2c");
const QString startAction = QStringLiteral("ModifyInstanceMinorVersion");

QString text(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toString();
}

QString kernelOf(const PracticeBench &bench, const QString &id)
{
    return text(bench.version(id), "MinorVersion");
}

} // namespace

class PracticeFaultsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyFaultHasItsWords();
    void throttlingRefusesEverySecondCall();
    void aLostReplyWasCarriedOut();
    void aLostRequestWasNot();
    void refusalsBySwitch_data();
    void refusalsBySwitch();
    void aSkewedClockShowsInDateAndTimeStamps();
    void aSlowNetworkDelaysEveryReply();
    void aFailingUpgradeEndsFailed();
    void anUpgradeMayChangeNothing();
    void anIgnoredWindowSwitchesAtOnce();
    void copiesOnTheWireAreCounted();
};

void PracticeFaultsTest::everyFaultHasItsWords()
{
    QSet<QString> names;
    PracticeBench bench;
    QSignalSpy changed(&bench.cloud(), &PracticeCloud::faultChanged);
    for (const Fault fault : PracticeCloud::faults()) {
        QVERIFY(PracticeCloud::faultText(fault).endsWith(u'.'));
        names.insert(PracticeCloud::faultName(fault));
        QVERIFY(!bench.cloud().isOn(fault));
        bench.cloud().setOn(fault, true);
        bench.cloud().setOn(fault, true);
        QVERIFY(bench.cloud().isOn(fault));
        bench.cloud().setOn(fault, false);
    }
    QCOMPARE(names.size(), PracticeCloud::faults().size());
    QCOMPARE(changed.size(), 2 * PracticeCloud::faults().size());
}

void PracticeFaultsTest::throttlingRefusesEverySecondCall()
{
    PracticeBench bench;
    bench.cloud().setOn(Fault::Throttling, true);
    for (int i = 0; i < 6; ++i) {
        const RawReply reply = bench.call(QStringLiteral("DescribeRegions"));
        QCOMPARE(reply.status, i % 2 == 0 ? 200 : 400);
        QCOMPARE(reply.code(), i % 2 == 0 ? QString() : QStringLiteral("Throttling.User"));
        QCOMPARE(reply.headers.value("x-acs-retry-after"), i % 2 == 0 ? QByteArray() : QByteArray("1500"));
    }
}

void PracticeFaultsTest::aLostReplyWasCarriedOut()
{
    PracticeBench bench;
    bench.cloud().setOn(Fault::LostReply, true);
    const RawReply reply = bench.startUpgrade(cluster);
    QCOMPARE(reply.status, 0);
    QVERIFY(reply.rest.isEmpty());
    QCOMPARE(bench.cloud().startsOf({cluster}), 1);
    bench.pass(1s);
    QCOMPARE(bench.status(cluster), QStringLiteral("MinorVersionUpgrading"));
}

void PracticeFaultsTest::aLostRequestWasNot()
{
    PracticeBench bench;
    bench.cloud().setOn(Fault::LostRequest, true);
    QCOMPARE(bench.startUpgrade(cluster).status, 0);
    QCOMPARE(bench.cloud().startsOf({cluster}), 0);
    QCOMPARE(bench.cloud().requestCount(startAction), 1);
    bench.pass(1s);
    QCOMPARE(bench.status(cluster), QStringLiteral("Normal"));
    QVERIFY(bench.task(cluster).isEmpty());
}

void PracticeFaultsTest::refusalsBySwitch_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<QString>("code");
    QTest::newRow("permission") << Fault::PermissionDenied << QStringLiteral("Forbidden.RAM");
    QTest::newRow("state") << Fault::WrongState << QStringLiteral("IncorrectDBInstanceState");
}

void PracticeFaultsTest::refusalsBySwitch()
{
    QFETCH(Fault, fault);
    QFETCH(QString, code);
    PracticeBench bench;
    bench.cloud().setOn(fault, true);
    const RawReply reply = bench.startUpgrade(cluster);
    QCOMPARE(reply.status, 403);
    QCOMPARE(reply.code(), code);
    const QJsonObject denied = reply.json().value(QLatin1String("AccessDeniedDetail")).toObject();
    QCOMPARE(text(denied, "AuthAction"),
             fault == Fault::PermissionDenied ? QStringLiteral("kvstore:ModifyInstanceMinorVersion")
                                              : QString());
    QCOMPARE(bench.cloud().startsOf({cluster}), 0);
    QVERIFY2(!bench.attribute(cluster).isEmpty(), "other calls go on");
    bench.cloud().setOn(fault, false);
    QCOMPARE(bench.startUpgrade(cluster).status, 200);
}

void PracticeFaultsTest::aSkewedClockShowsInDateAndTimeStamps()
{
    PracticeBench bench;
    QCOMPARE(bench.call(QStringLiteral("DescribeRegions")).headers.value("date"),
             QByteArray("Thu, 19 Nov 2026 06:32:00 GMT"));
    bench.cloud().setOn(Fault::ClockSkew, true);
    const RawReply refused = bench.startUpgrade(cluster);
    QCOMPARE(refused.code(), QStringLiteral("InvalidTimeStamp.Expired"));
    QCOMPARE(refused.headers.value("date"), QByteArray("Thu, 19 Nov 2026 06:52:00 GMT"));
    QCOMPARE(bench.cloud().startsOf({cluster}), 0);
    test::Draft mended = bench.draft(startAction, {{QStringLiteral("InstanceId"), cluster}});
    mended.time = bench.now().addSecs(20 * 60);
    QCOMPARE(bench.send(mended).status, 200);
    bench.cloud().setOn(Fault::ClockSkew, false);
    bench.pass(1s);
    QCOMPARE(text(bench.task(cluster), "StartTime"), QStringLiteral("2026-11-19T06:32:00Z"));
}

void PracticeFaultsTest::aSlowNetworkDelaysEveryReply()
{
    PracticeOptions options;
    options.slowBy = 60ms;
    PracticeBench bench(options);
    bench.cloud().setOn(Fault::SlowNetwork, true);
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(bench.call(QStringLiteral("DescribeRegions")).status, 200);
    QVERIFY(timer.elapsed() >= 55);
}

void PracticeFaultsTest::aFailingUpgradeEndsFailed()
{
    PracticeBench bench;
    bench.cloud().setOn(Fault::UpgradeFails, true);
    QCOMPARE(bench.startUpgrade(cluster).status, 200);
    bench.pass(30s);
    QCOMPARE(bench.status(cluster), QStringLiteral("MinorVersionUpgrading"));
    bench.pass(5s);
    QCOMPARE(bench.status(cluster), QStringLiteral("Normal"));
    QCOMPARE(text(bench.task(cluster), "Status"), QStringLiteral("Failed"));
    QCOMPARE(kernelOf(bench, cluster), QStringLiteral("redis-7.0_7.0.1.8"));
    bench.cloud().setOn(Fault::UpgradeFails, false);
    QCOMPARE(bench.startUpgrade(cluster).status, 200);
}

void PracticeFaultsTest::anUpgradeMayChangeNothing()
{
    PracticeBench bench;
    bench.cloud().setOn(Fault::UpgradeUnchanged, true);
    QCOMPARE(bench.startUpgrade(cluster).status, 200);
    bench.pass(61s);
    QCOMPARE(bench.status(cluster), QStringLiteral("Normal"));
    QCOMPARE(text(bench.task(cluster), "Status"), QStringLiteral("Succeed"));
    QCOMPARE(kernelOf(bench, cluster), QStringLiteral("redis-7.0_7.0.1.8"));
}

void PracticeFaultsTest::anIgnoredWindowSwitchesAtOnce()
{
    PracticeBench bench;
    bench.cloud().setOn(Fault::WindowIgnored, true);
    QCOMPARE(bench.startUpgrade(cluster, {{QStringLiteral("EffectiveTime"), QStringLiteral("MaintainTime")}})
                 .status,
             200);
    bench.pass(1s);
    QCOMPARE(bench.status(cluster), QStringLiteral("MinorVersionUpgrading"));
}

void PracticeFaultsTest::copiesOnTheWireAreCounted()
{
    PracticeBench bench;
    const QByteArray bytes =
        test::signedRequest(bench.draft(startAction, {{QStringLiteral("InstanceId"), cluster}}));
    QCOMPARE(test::RawClient(bench.cloud().origin()).exchange(bytes).status, 200);
    QCOMPARE(test::RawClient(bench.cloud().origin()).exchange(bytes).code(),
             QStringLiteral("SignatureNonceUsed"));
    QCOMPARE(bench.cloud().requestCount(startAction), 2);
    QCOMPARE(bench.cloud().startsOf({cluster}), 1);
}

QTEST_GUILESS_MAIN(PracticeFaultsTest)
#include "tst_practicefaults.moc"
