// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/rawclient.h"

#include "practice/world.h"

#include <QJsonArray>
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

QSet<QString> nodeVersions(const PracticeBench &bench, const QString &id)
{
    const QJsonArray nodes =
        bench
            .call(QStringLiteral("DescribeRoleZoneInfo"),
                  {{QStringLiteral("InstanceId"), id}, {QStringLiteral("PageSize"), QStringLiteral("50")}})
            .json()
            .value(QLatin1String("Node"))
            .toObject()
            .value(QLatin1String("NodeInfo"))
            .toArray();
    QSet<QString> versions;
    for (const auto &node : nodes)
        versions.insert(text(node.toObject(), "CurrentMinorVersion"));
    return versions;
}

} // namespace

class PracticeUpgradesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anUpgradeRunsThroughItsStates();
    void aSingleNodeIsQuick();
    void bothNamesOfTheMomentAreUnderstood_data();
    void bothNamesOfTheMomentAreUnderstood();
    void aWindowUpgradeWaitsForItsWindow();
    void aWindowUpgradeInsideItsWindowBeginsAtOnce();
    void aWindowAcrossMidnightIsMet();
    void anIntermediateVersionCanBeNamed();
    void aSecondStartIsRefusedWhileOneIsOpen();
    void progressNeverGoesBack();
    void aReleasedInstanceIsGone();
};

void PracticeUpgradesTest::anUpgradeRunsThroughItsStates()
{
    PracticeBench bench;
    QSignalSpy started(&bench.cloud(), &PracticeCloud::started);
    const RawReply reply = bench.startUpgrade(cluster);
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.json().keys(), QStringList{QStringLiteral("RequestId")});
    QCOMPARE(started.size(), 1);
    QCOMPARE(started.at(0).at(0).value<InstanceId>().value, cluster);
    QCOMPARE(bench.cloud().startsOf({cluster}), 1);

    QCOMPARE(bench.status(cluster), QStringLiteral("Normal"));
    QVERIFY2(bench.task(cluster).isEmpty(), "for the first moments nothing shows");
    bench.pass(500ms);
    QCOMPARE(bench.status(cluster), QStringLiteral("MinorVersionUpgrading"));
    QCOMPARE(text(bench.task(cluster), "Status"), QStringLiteral("Running"));
    QCOMPARE(text(bench.task(cluster), "CurrentStepName"), QStringLiteral("prepare_resource"));
    QCOMPARE(text(bench.task(cluster), "TaskType"), QStringLiteral("KernelVersionUpgrade"));
    bench.pass(20s);
    const QJsonObject copying = bench.task(cluster);
    QCOMPARE(text(copying, "CurrentStepName"), QStringLiteral("copy_data"));
    QVERIFY(copying.value(QLatin1String("Progress")).toDouble() > 30
            && copying.value(QLatin1String("Progress")).toDouble() < 40);
    QVERIFY(copying.value(QLatin1String("RemainTime")).toInt() > 30
            && copying.value(QLatin1String("RemainTime")).toInt() <= 40);
    QCOMPARE(kernelOf(bench, cluster), QStringLiteral("redis-7.0_7.0.1.8"));
    bench.pass(26s);
    QCOMPARE(text(bench.task(cluster), "CurrentStepName"), QStringLiteral("switch"));
    QCOMPARE(nodeVersions(bench, cluster).size(), 2);
    bench.pass(7s);
    QCOMPARE(text(bench.task(cluster), "CurrentStepName"), QStringLiteral("clean_up"));
    QCOMPARE(bench.status(cluster), QStringLiteral("MinorVersionUpgrading"));
    QCOMPARE(nodeVersions(bench, cluster), QSet<QString>{QStringLiteral("redis-7.0_7.0.1.14")});
    bench.pass(7s);
    QCOMPARE(bench.status(cluster), QStringLiteral("Normal"));
    QCOMPARE(kernelOf(bench, cluster), QStringLiteral("redis-7.0_7.0.1.14"));
    QVERIFY(bench.version(cluster).value(QLatin1String("IsLatestVersion")).toBool());
    const QJsonObject ended = bench.task(cluster);
    QCOMPARE(text(ended, "Status"), QStringLiteral("Succeed"));
    QCOMPARE(ended.value(QLatin1String("Progress")).toInt(), 100);
    QCOMPARE(ended.value(QLatin1String("RemainTime")).toInt(), 0);
    QCOMPARE(text(ended, "EndTime"), QStringLiteral("2026-11-19T06:33:00Z"));
    QCOMPARE(bench.startUpgrade(cluster).code(), QStringLiteral("IncorrectEngineVersion"));
    QCOMPARE(bench.cloud().startsOf({cluster}), 1);
}

void PracticeUpgradesTest::aSingleNodeIsQuick()
{
    PracticeBench bench;
    const QString id = bench.idOf(QStringLiteral("dev-scratch"));
    QCOMPARE(bench.startUpgrade(id).status, 200);
    bench.pass(5s);
    QCOMPARE(bench.status(id), QStringLiteral("MinorVersionUpgrading"));
    bench.pass(11s);
    QCOMPARE(bench.status(id), QStringLiteral("Normal"));
    QCOMPARE(kernelOf(bench, id), QStringLiteral("redis-5.0_5.0.9.6"));
}

void PracticeUpgradesTest::bothNamesOfTheMomentAreUnderstood_data()
{
    QTest::addColumn<QString>("today");
    QTest::addColumn<QString>("former");
    QTest::addColumn<bool>("waits");
    const QString now = QStringLiteral("Immediately");
    const QString window = QStringLiteral("MaintainTime");
    QTest::newRow("neither") << QString() << QString() << false;
    QTest::newRow("now, today's name") << now << QString() << false;
    QTest::newRow("window, today's name") << window << QString() << true;
    QTest::newRow("now, former name") << QString() << QStringLiteral("0") << false;
    QTest::newRow("window, former name") << QString() << QStringLiteral("1") << true;
    QTest::newRow("now, both") << now << QStringLiteral("0") << false;
    QTest::newRow("window, both") << window << QStringLiteral("1") << true;
}

void PracticeUpgradesTest::bothNamesOfTheMomentAreUnderstood()
{
    QFETCH(QString, today);
    QFETCH(QString, former);
    QFETCH(bool, waits);
    PracticeBench bench;
    QMap<QString, QString> parameters;
    if (!today.isEmpty())
        parameters.insert(QStringLiteral("EffectiveTime"), today);
    if (!former.isEmpty())
        parameters.insert(QStringLiteral("EffectTime"), former);
    QCOMPARE(bench.startUpgrade(cluster, parameters).status, 200);
    bench.pass(2s);
    QCOMPARE(text(bench.task(cluster), "Status"),
             waits ? QStringLiteral("Waiting") : QStringLiteral("Running"));
    QCOMPARE(bench.status(cluster),
             waits ? QStringLiteral("Normal") : QStringLiteral("MinorVersionUpgrading"));
}

void PracticeUpgradesTest::aWindowUpgradeWaitsForItsWindow()
{
    PracticeBench bench;
    const QString id = bench.idOf(QStringLiteral("loyalty-points"));
    QCOMPARE(
        bench.startUpgrade(id, {{QStringLiteral("EffectiveTime"), QStringLiteral("MaintainTime")}}).status,
        200);
    bench.pass(119s);
    QCOMPARE(bench.status(id), QStringLiteral("Normal"));
    QCOMPARE(text(bench.task(id), "Status"), QStringLiteral("Waiting"));
    QCOMPARE(bench.startUpgrade(id).code(), QStringLiteral("Task.Conflict"));
    bench.pass(2s);
    QCOMPARE(bench.status(id), QStringLiteral("MinorVersionUpgrading"));
    bench.pass(60s);
    QCOMPARE(bench.status(id), QStringLiteral("Normal"));
    QCOMPARE(kernelOf(bench, id), QStringLiteral("redis-6.0_6.0.2.9"));
}

void PracticeUpgradesTest::aWindowUpgradeInsideItsWindowBeginsAtOnce()
{
    PracticeBench bench;
    const QString id = bench.idOf(QStringLiteral("orders-cache-stg"));
    QCOMPARE(
        bench.startUpgrade(id, {{QStringLiteral("EffectiveTime"), QStringLiteral("MaintainTime")}}).status,
        200);
    bench.pass(1s);
    QCOMPARE(bench.status(id), QStringLiteral("MinorVersionUpgrading"));
}

void PracticeUpgradesTest::aWindowAcrossMidnightIsMet()
{
    PracticeBench bench;
    const QString id = bench.idOf(QStringLiteral("price-feed"));
    QCOMPARE(
        bench.startUpgrade(id, {{QStringLiteral("EffectiveTime"), QStringLiteral("MaintainTime")}}).status,
        200);
    bench.pass(15h);
    QCOMPARE(bench.now().time(), QTime(21, 32));
    QCOMPARE(text(bench.task(id), "Status"), QStringLiteral("Waiting"));
    bench.pass(58min + 5s);
    QCOMPARE(bench.status(id), QStringLiteral("MinorVersionUpgrading"));
}

void PracticeUpgradesTest::anIntermediateVersionCanBeNamed()
{
    PracticeBench bench;
    QCOMPARE(
        bench.startUpgrade(cluster, {{QStringLiteral("Minorversion"), QStringLiteral("7.0.1.11")}}).status,
        200);
    bench.pass(61s);
    QCOMPARE(kernelOf(bench, cluster), QStringLiteral("redis-7.0_7.0.1.11"));
    QVERIFY(!bench.version(cluster).value(QLatin1String("IsLatestVersion")).toBool());
    QCOMPARE(bench.startUpgrade(cluster).status, 200);
    bench.pass(61s);
    QCOMPARE(kernelOf(bench, cluster), QStringLiteral("redis-7.0_7.0.1.14"));
}

void PracticeUpgradesTest::aSecondStartIsRefusedWhileOneIsOpen()
{
    PracticeBench bench;
    QCOMPARE(bench.startUpgrade(cluster).status, 200);
    QCOMPARE(bench.startUpgrade(cluster).code(), QStringLiteral("Task.Conflict"));
    bench.pass(1s);
    QCOMPARE(bench.startUpgrade(cluster).code(), QStringLiteral("IncorrectDBInstanceState"));
    QCOMPARE(bench.cloud().startsOf({cluster}), 1);
    QCOMPARE(bench.cloud().requestCount(startAction), 3);
}

void PracticeUpgradesTest::progressNeverGoesBack()
{
    UpgradeJob job;
    job.accepted = QDateTime(QDate(2026, 11, 19), QTime(6, 32), Qt::UTC);
    job.visibleFrom = job.accepted.addMSecs(400);
    job.begins = job.accepted.addSecs(120);
    job.duration = 60s;
    for (const auto end :
         {UpgradeJob::End::Succeeds, UpgradeJob::End::Fails, UpgradeJob::End::KeepsVersion}) {
        for (const bool copies : {true, false}) {
            job.end = end;
            job.copies = copies;
            JobState before;
            for (int ms = 0; ms < 240'000; ms += 130) {
                const JobState state = stateAt(job, job.accepted.addMSecs(ms));
                QVERIFY(state.phase >= before.phase);
                QVERIFY(state.percent >= before.percent && state.percent <= 100);
                QVERIFY(state.remainingSeconds >= 0);
                QVERIFY(state.replicasDone >= before.replicasDone && state.switched >= before.switched);
                QVERIFY(!state.switched || state.replicasDone);
                before = state;
            }
            QCOMPARE(before.phase, JobState::Phase::Ended);
            QCOMPARE(before.switched, end == UpgradeJob::End::Succeeds);
        }
    }
}

void PracticeUpgradesTest::aReleasedInstanceIsGone()
{
    PracticeBench bench;
    QCOMPARE(bench.startUpgrade(cluster).status, 200);
    bench.cloud().release({cluster});
    QCOMPARE(bench.startUpgrade(cluster).code(), QStringLiteral("InvalidInstanceId.NotFound"));
    QCOMPARE(bench.status(bench.idOf(QStringLiteral("cart-sessions"))),
             QStringLiteral("MinorVersionUpgrading"));
}

QTEST_GUILESS_MAIN(PracticeUpgradesTest)
#include "tst_practiceupgrades.moc"
