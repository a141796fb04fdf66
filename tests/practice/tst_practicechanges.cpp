// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/published.h"
#include "practice/rawclient.h"

#include <QSet>
#include <QTest>

using namespace uplift;
using namespace uplift::practice;
using namespace std::chrono_literals;
using test::Draft;
using test::PracticeBench;
using test::RawReply;
using test::textOf;

namespace {

const QString upgradeProxy = QStringLiteral("UpgradeProxy");
const QString changeWindow = QStringLiteral("ModifyInstanceMaintainTime");
const QString switchAuto = QStringLiteral("ModifyDBInstanceAutoUpgrade");
const QString instanceId = QStringLiteral("InstanceId");

using Parameters = QMap<QString, QString>;

RawReply startProxy(const PracticeBench &bench, const QString &id, Parameters parameters = {})
{
    parameters.insert(instanceId, id);
    return bench.call(upgradeProxy, parameters);
}

QStringList proxyVersions(const PracticeBench &bench, const QString &id)
{
    const QJsonArray nodes = bench
                                 .call(QStringLiteral("DescribeRoleZoneInfo"),
                                       {{instanceId, id}, {QStringLiteral("QueryType"), QStringLiteral("0")}})
                                 .json()[QLatin1String("Node")][QLatin1String("NodeInfo")]
                                 .toArray();
    QStringList versions;
    for (const auto &node : nodes)
        versions.append(textOf(node.toObject(), "CurrentMinorVersion"));
    return versions;
}

RawReply setWindow(const PracticeBench &bench, const QString &id, const char *start, const char *end)
{
    return bench.call(changeWindow,
                      {{instanceId, id},
                       {QStringLiteral("MaintainStartTime"), QLatin1String(start)},
                       {QStringLiteral("MaintainEndTime"), QLatin1String(end)}});
}

} // namespace

/// Proxies, windows and the automatic upgrade.
class PracticeChangesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aProxyUpgradeChangesTheProxiesAndNothingElse();
    void aProxyUpgradeMayWaitForTheWindow();
    void oneProxyOfAClassicInstanceCanBeNamed();
    void aFailingProxyUpgradeKeepsTheVersion();
    void kernelAndProxyTakeTurns();
    void badProxyUpgradesAreRefused_data();
    void badProxyUpgradesAreRefused();
    void aNewWindowIsReadBack();
    void badWindowsAreRefused_data();
    void badWindowsAreRefused();
    void theAutomaticUpgradeIsSwitched();
    void badSwitchesAreRefused_data();
    void badSwitchesAreRefused();
    void v1AndFormsAreUnderstoodToo();
};

void PracticeChangesTest::aProxyUpgradeChangesTheProxiesAndNothingElse()
{
    PracticeBench bench;
    const QString id = bench.idOf("orders-cache");
    QCOMPARE(textOf(bench.version(id), "ProxyMinorVersion"), QStringLiteral("7.0.13"));
    QVERIFY(bench.version(id).contains(QLatin1String("ProxyLatestMinorVersion")));
    const RawReply reply = startProxy(bench, id);
    QCOMPARE(reply.status, 200);
    QCOMPARE(test::unpublishedField(upgradeProxy, reply.json()), QString());
    QCOMPARE(bench.cloud().proxyStartsOf({id}), 1);
    QCOMPARE(bench.cloud().startsOf({id}), 0);
    QVERIFY2(bench.task(id).isEmpty(), "for the first moments nothing shows");

    bench.pass(10s);
    QCOMPARE(bench.status(id), QStringLiteral("Normal")); // only the task tells
    const QJsonObject task = bench.task(id);
    QCOMPARE(textOf(task, "TaskType"), QStringLiteral("RestartProxy"));
    QCOMPARE(textOf(task, "Status"), QStringLiteral("Running"));
    QCOMPARE(textOf(task, "CurrentStepName"), QStringLiteral("restart_proxies"));
    QCOMPARE(textOf(task, "ActionInfo"), QStringLiteral("{}"));
    bench.pass(10s);
    QCOMPARE(proxyVersions(bench, id), (QStringList{QStringLiteral("7.0.15"), QStringLiteral("7.0.13")}));
    QCOMPARE(textOf(bench.version(id), "ProxyMinorVersion"), QStringLiteral("7.0.13"));
    bench.pass(11s);
    QCOMPARE(textOf(bench.task(id), "Status"), QStringLiteral("Succeed"));
    QCOMPARE(proxyVersions(bench, id), (QStringList{QStringLiteral("7.0.15"), QStringLiteral("7.0.15")}));
    const QJsonObject after = bench.version(id);
    QCOMPARE(textOf(after, "ProxyMinorVersion"), QStringLiteral("7.0.15"));
    QVERIFY(!after.contains(QLatin1String("ProxyLatestMinorVersion")));
    QCOMPARE(textOf(after, "MinorVersion"), QStringLiteral("redis-7.0_7.0.1.8"));
    QCOMPARE(startProxy(bench, id).code(), QStringLiteral("IncorrectEngineVersion"));
    QCOMPARE(bench.cloud().proxyStartsOf({id}), 1);
}

void PracticeChangesTest::aProxyUpgradeMayWaitForTheWindow()
{
    PracticeBench bench;
    const QString id = bench.idOf("cart-sessions-stg"); // its window opens at 10:00
    QCOMPARE(
        startProxy(bench, id, {{QStringLiteral("SwitchTimeMode"), QStringLiteral("MaintainTime")}}).status,
        200);
    bench.pass(3h);
    QCOMPARE(textOf(bench.task(id), "Status"), QStringLiteral("Waiting"));
    QCOMPARE(textOf(bench.version(id), "ProxyMinorVersion"), QStringLiteral("6.8.13"));
    bench.pass(29min);
    QCOMPARE(textOf(bench.task(id), "Status"), QStringLiteral("Succeed"));
    QCOMPARE(textOf(bench.version(id), "ProxyMinorVersion"), QStringLiteral("6.8.15"));
}

void PracticeChangesTest::oneProxyOfAClassicInstanceCanBeNamed()
{
    PracticeBench bench;
    const QString id = bench.idOf("cart-sessions-stg");
    const QString parameter = QStringLiteral("ProxyInstanceIds");
    QCOMPARE(startProxy(bench, id, {{parameter, id + QStringLiteral("-proxy-1")}}).status, 200);
    bench.pass(31s);
    QCOMPARE(proxyVersions(bench, id), (QStringList{QStringLiteral("6.8.13"), QStringLiteral("6.8.15")}));
    QCOMPARE(textOf(bench.version(id), "ProxyMinorVersion"), QStringLiteral("6.8.13"));
    QCOMPARE(startProxy(bench, id, {{parameter, id + QStringLiteral("-proxy-1")}}).code(),
             QStringLiteral("IncorrectEngineVersion"));
    QCOMPARE(startProxy(bench, id).status, 200);
    bench.pass(31s);
    QCOMPARE(textOf(bench.version(id), "ProxyMinorVersion"), QStringLiteral("6.8.15"));
}

void PracticeChangesTest::aFailingProxyUpgradeKeepsTheVersion()
{
    PracticeBench bench;
    const QString id = bench.idOf("orders-cache");
    bench.cloud().setOn(Fault::UpgradeFails, true);
    QCOMPARE(startProxy(bench, id).status, 200);
    bench.pass(31s);
    QCOMPARE(textOf(bench.task(id), "Status"), QStringLiteral("Failed"));
    QCOMPARE(textOf(bench.version(id), "ProxyMinorVersion"), QStringLiteral("7.0.13"));
}

void PracticeChangesTest::kernelAndProxyTakeTurns()
{
    PracticeBench bench;
    const QString id = bench.idOf("orders-cache");
    QCOMPARE(startProxy(bench, id).status, 200);
    bench.pass(10s);
    QCOMPARE(bench.startUpgrade(id).code(), QStringLiteral("Task.Conflict"));
    QCOMPARE(startProxy(bench, id).code(), QStringLiteral("Task.Conflict"));
    bench.pass(21s);
    QCOMPARE(bench.startUpgrade(id).status, 200);
    bench.pass(10s);
    QCOMPARE(startProxy(bench, id).code(), QStringLiteral("IncorrectDBInstanceState"));
    bench.pass(51s);
    QCOMPARE(textOf(bench.version(id), "MinorVersion"), QStringLiteral("redis-7.0_7.0.1.14"));
    QCOMPARE(textOf(bench.version(id), "ProxyMinorVersion"), QStringLiteral("7.0.15"));
    QCOMPARE(bench.tasks({{instanceId, id}}).size(), 2);
    QCOMPARE(bench.cloud().startsOf({id}), 1);
    QCOMPARE(bench.cloud().proxyStartsOf({id}), 1);
}

void PracticeChangesTest::badProxyUpgradesAreRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<Parameters>("parameters");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("status");
    const QString mode = QStringLiteral("SwitchTimeMode");
    const QString nodes = QStringLiteral("ProxyInstanceIds");
    const QString invalid = QStringLiteral("InvalidParameter");
    QTest::newRow("no instance") << QString() << Parameters{} << QStringLiteral("MissingParameter") << 400;
    QTest::newRow("no proxy") << QStringLiteral("checkout-locks") << Parameters{}
                              << QStringLiteral("IncorrectDBInstanceType") << 400;
    QTest::newRow("already latest") << QStringLiteral("orders-cache-stg") << Parameters{}
                                    << QStringLiteral("IncorrectEngineVersion") << 400;
    QTest::newRow("migrating") << QStringLiteral("search-hot-stg") << Parameters{}
                               << QStringLiteral("IncorrectDBInstanceState") << 403;
    QTest::newRow("number for the moment")
        << QStringLiteral("orders-cache") << Parameters{{mode, QStringLiteral("1")}} << invalid << 400;
    QTest::newRow("proxy named, cloud-native")
        << QStringLiteral("orders-cache")
        << Parameters{{nodes, QStringLiteral("r-bp1zxszhcgatnx4b2c-proxy-0")}} << invalid << 400;
    QTest::newRow("proxy of another")
        << QStringLiteral("cart-sessions-stg")
        << Parameters{{nodes, QStringLiteral("r-bp1zxszhcgatnx4b2c-proxy-0")}} << invalid << 400;
    QTest::newRow("a third of two proxies")
        << QStringLiteral("cart-sessions-stg")
        << Parameters{{nodes, QStringLiteral("r-bp1e7ah2c5v9x1mgod-proxy-2")}} << invalid << 400;
}

void PracticeChangesTest::badProxyUpgradesAreRefused()
{
    QFETCH(QString, name);
    QFETCH(Parameters, parameters);
    QFETCH(QString, code);
    QFETCH(int, status);
    PracticeBench bench;
    const RawReply reply = startProxy(bench, bench.idOf(name), parameters);
    QCOMPARE(reply.code(), code);
    QCOMPARE(reply.status, status);
    QCOMPARE(bench.cloud().proxyStartsOf({bench.idOf(name)}), 0);
}

void PracticeChangesTest::aNewWindowIsReadBack()
{
    PracticeBench bench;
    const QString id = bench.idOf("checkout-locks");
    QCOMPARE(setWindow(bench, id, "23:30Z", "00:30Z").status, 200); // an hour across midnight
    const QJsonObject attribute = bench.attribute(id);
    QCOMPARE(textOf(attribute, "MaintainStartTime"), QStringLiteral("23:30Z"));
    QCOMPARE(textOf(attribute, "MaintainEndTime"), QStringLiteral("00:30Z"));
    QCOMPARE(
        bench.startUpgrade(id, {{QStringLiteral("EffectiveTime"), QStringLiteral("MaintainTime")}}).status,
        200);
    bench.pass(16h + 57min);
    QCOMPARE(textOf(bench.task(id), "Status"), QStringLiteral("Waiting"));
    bench.pass(90s);
    QCOMPARE(bench.status(id), QStringLiteral("MinorVersionUpgrading"));
}

void PracticeChangesTest::badWindowsAreRefused_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<QByteArray>("end");
    QTest::addColumn<QString>("code");
    const QString badEnd = QStringLiteral("InvalidEndTime.Format");
    QTest::newRow("59 minutes") << QByteArray("dev-queue") << QByteArray("18:00Z") << QByteArray("18:59Z")
                                << badEnd;
    QTest::newRow("no time at all") << QByteArray("dev-queue") << QByteArray("18:00Z") << QByteArray("18:00Z")
                                    << badEnd;
    QTest::newRow("end without Z") << QByteArray("dev-queue") << QByteArray("18:00Z") << QByteArray("20:00")
                                   << badEnd;
    QTest::newRow("25 o'clock") << QByteArray("dev-queue") << QByteArray("25:00Z") << QByteArray("02:00Z")
                                << QStringLiteral("InvalidStartTime.Format");
    QTest::newRow("no end") << QByteArray("dev-queue") << QByteArray("18:00Z") << QByteArray()
                            << QStringLiteral("MissingParameter");
    QTest::newRow("no instance") << QByteArray("nobody") << QByteArray("18:00Z") << QByteArray("20:00Z")
                                 << QStringLiteral("MissingParameter");
    QTest::newRow("changing") << QByteArray("pay-dedup") << QByteArray("18:00Z") << QByteArray("20:00Z")
                              << QStringLiteral("IncorrectDBInstanceState");
}

void PracticeChangesTest::badWindowsAreRefused()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, start);
    QFETCH(QByteArray, end);
    QFETCH(QString, code);
    PracticeBench bench;
    const QString id = bench.idOf(name.constData());
    const QJsonObject before = bench.attribute(id);
    QCOMPARE(setWindow(bench, id, start.constData(), end.constData()).code(), code);
    QCOMPARE(textOf(bench.attribute(id), "MaintainStartTime"), textOf(before, "MaintainStartTime"));
}

void PracticeChangesTest::theAutomaticUpgradeIsSwitched()
{
    PracticeBench bench;
    const QString id = bench.idOf("checkout-locks");
    QCOMPARE(textOf(bench.version(id), "IsAutoUpgradeOpen"), QStringLiteral("0"));
    const auto set = [&](const char *value) {
        return bench.call(
            switchAuto,
            {{QStringLiteral("DBInstanceId"), id}, {QStringLiteral("Value"), QLatin1String(value)}});
    };
    QCOMPARE(set("1").status, 200);
    QCOMPARE(textOf(bench.version(id), "IsAutoUpgradeOpen"), QStringLiteral("1"));
    QCOMPARE(set("0").status, 200);
    QCOMPARE(textOf(bench.version(id), "IsAutoUpgradeOpen"), QStringLiteral("0"));
}

void PracticeChangesTest::badSwitchesAreRefused_data()
{
    QTest::addColumn<Parameters>("parameters");
    QTest::addColumn<QString>("code");
    const QString id = QStringLiteral("DBInstanceId");
    const QString value = QStringLiteral("Value");
    const QString known = QStringLiteral("r-bp18dk2vfy6n0c4jpa");
    QTest::newRow("the id under another name")
        << Parameters{{instanceId, known}, {value, QStringLiteral("1")}}
        << QStringLiteral("MissingParameter");
    QTest::newRow("no value") << Parameters{{id, known}} << QStringLiteral("MissingParameter");
    QTest::newRow("a word") << Parameters{{id, known}, {value, QStringLiteral("true")}}
                            << QStringLiteral("InvalidParameter");
    QTest::newRow("unknown") << Parameters{{id, QStringLiteral("r-bp1none")}, {value, QStringLiteral("1")}}
                             << QStringLiteral("InvalidDBInstanceId.NotFound");
}

void PracticeChangesTest::badSwitchesAreRefused()
{
    QFETCH(Parameters, parameters);
    QFETCH(QString, code);
    PracticeBench bench;
    QCOMPARE(bench.call(switchAuto, parameters).code(), code);
}

void PracticeChangesTest::v1AndFormsAreUnderstoodToo()
{
    PracticeBench bench;
    const QString id = bench.idOf("checkout-locks");
    Draft draft = bench.draft(changeWindow,
                              {{instanceId, id},
                               {QStringLiteral("MaintainStartTime"), QStringLiteral("01:00Z")},
                               {QStringLiteral("MaintainEndTime"), QStringLiteral("02:00Z")}});
    draft.v1 = true;
    draft.form = true;
    draft.format = QString();
    const RawReply reply = bench.send(draft);
    QCOMPARE(reply.status, 200);
    QVERIFY(reply.body.contains("<ModifyInstanceMaintainTimeResponse><RequestId>"));
    QCOMPARE(textOf(bench.attribute(id), "MaintainStartTime"), QStringLiteral("01:00Z"));
}

QTEST_GUILESS_MAIN(PracticeChangesTest)
#include "tst_practicechanges.moc"
