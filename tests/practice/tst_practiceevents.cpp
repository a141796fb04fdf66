// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/published.h"
#include "practice/rawclient.h"

#include <QTest>

using namespace uplift;
using namespace uplift::practice;
using namespace std::chrono_literals;
using test::Draft;
using test::PracticeBench;
using test::RawReply;
using test::textOf;

namespace {

using Parameters = QMap<QString, QString>;
const QString list = QStringLiteral("DescribeActiveOperationTasks");
const QString modify = QStringLiteral("ModifyActiveOperationTasks");
const QString cancel = QStringLiteral("CancelActiveOperationTasks");
const QString ids = QStringLiteral("Ids");
const QString switchTime = QStringLiteral("SwitchTime");

QJsonArray events(const PracticeBench &bench, const Parameters &filters = {})
{
    return bench.call(list, filters).json().value(QLatin1String("Items")).toArray();
}

/// The event of one instance; empty when none is listed.
QJsonObject eventOf(const PracticeBench &bench, const char *name)
{
    return events(bench, {{QStringLiteral("InsName"), bench.idOf(name)}}).at(0).toObject();
}

QString idOf(const PracticeBench &bench, const char *name)
{
    return QString::number(eventOf(bench, name).value(QLatin1String("Id")).toInteger());
}

int statusOf(const PracticeBench &bench, const char *name)
{
    return eventOf(bench, name).value(QLatin1String("Status")).toInt();
}

} // namespace

/// What the provider plans: 18:00 UTC some days after the bench's 2026-11-19.
class PracticeEventsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anEventRunsByItselfWhenItIsDue();
    void anEventIsMoved();
    void anEventIsStartedNow();
    void anEventIsCancelled();
    void aListIsCarriedOutAsFarAsItMay();
    void aForbiddenRegionsEventsAreNotChanged();
    void badChangesAreRefused_data();
    void badChangesAreRefused();
    void whatBeganCannotBeChanged();
    void anUpgradeByHandMakesTheEventGoAway();
    void filtersAreObeyed_data();
    void filtersAreObeyed();
    void xmlIsSpokenToo();
};

void PracticeEventsTest::anEventRunsByItselfWhenItIsDue()
{
    PracticeBench bench;
    const QString id = bench.idOf("orders-cache");
    bench.pass(9 * 24h + 10h + 57min); // 17:29 on the day
    QCOMPARE(statusOf(bench, "orders-cache"), 3);
    QVERIFY(bench.task(id).isEmpty());
    bench.pass(2min);
    QCOMPARE(statusOf(bench, "orders-cache"), 4);
    QCOMPARE(textOf(eventOf(bench, "orders-cache"), "AllowChange"), QStringLiteral("0"));
    QCOMPARE(bench.status(id), QStringLiteral("MinorVersionUpgrading"));
    bench.pass(20min);
    QCOMPARE(textOf(bench.task(id), "CurrentStepName"), QStringLiteral("wait_switch"));
    QCOMPARE(textOf(bench.version(id), "MinorVersion"), QStringLiteral("redis-7.0_7.0.1.8"));
    bench.pass(11min);
    QCOMPARE(textOf(bench.version(id), "MinorVersion"), QStringLiteral("redis-7.0_7.0.1.14"));
    QCOMPARE(bench.status(id), QStringLiteral("Normal"));
    bench.pass(1min);
    QCOMPARE(statusOf(bench, "orders-cache"), 5);
    QCOMPARE(bench.cloud().startsOf({id}), 0); // nobody asked for it
}

void PracticeEventsTest::anEventIsMoved()
{
    PracticeBench bench;
    const QString event = idOf(bench, "orders-cache");
    const RawReply reply = bench.call(modify, {{ids, event}, {switchTime, bench.wire(48h)}});
    QCOMPARE(reply.status, 200);
    QCOMPARE(textOf(reply.json(), "Ids"), event);
    QCOMPARE(test::unpublishedField(modify, reply.json()), QString());
    const QJsonObject moved = eventOf(bench, "orders-cache");
    QCOMPARE(textOf(moved, "SwitchTime"), QStringLiteral("2026-11-21T06:32:00Z"));
    QCOMPARE(textOf(moved, "StartTime"), QStringLiteral("2026-11-21T06:02:00Z"));
    QCOMPARE(textOf(moved, "ModifiedTime"), bench.wire());
    QCOMPARE(moved.value(QLatin1String("Status")).toInt(), 3);
    QCOMPARE(test::unpublishedField(list, bench.call(list).json()), QString());
    bench.pass(48h + 2min);
    QCOMPARE(textOf(bench.version(bench.idOf("orders-cache")), "MinorVersion"),
             QStringLiteral("redis-7.0_7.0.1.14"));
}

void PracticeEventsTest::anEventIsStartedNow()
{
    PracticeBench bench;
    const QString id = bench.idOf("orders-cache");
    QCOMPARE(bench
                 .call(modify,
                       {{ids, idOf(bench, "orders-cache")},
                        {switchTime, QStringLiteral("2030-01-01T00:00:00Z")}, // ignored
                        {QStringLiteral("ImmediateStart"), QStringLiteral("1")}})
                 .status,
             200);
    QCOMPARE(statusOf(bench, "orders-cache"), 4);
    QCOMPARE(bench.startUpgrade(id).code(), QStringLiteral("IncorrectDBInstanceState"));
    bench.pass(61s);
    QCOMPARE(statusOf(bench, "orders-cache"), 5);
    QCOMPARE(textOf(bench.version(id), "MinorVersion"), QStringLiteral("redis-7.0_7.0.1.14"));
}

void PracticeEventsTest::anEventIsCancelled()
{
    PracticeBench bench;
    const QString event = idOf(bench, "orders-cache");
    const RawReply reply = bench.call(cancel, {{ids, event}});
    QCOMPARE(reply.status, 200);
    QCOMPARE(textOf(reply.json(), "Ids"), event);
    QCOMPARE(test::unpublishedField(cancel, reply.json()), QString());
    QCOMPARE(statusOf(bench, "orders-cache"), 7);
    QCOMPARE(textOf(eventOf(bench, "orders-cache"), "ResultInfo"), QStringLiteral("userCancel"));
    QCOMPARE(bench.call(cancel, {{ids, event}}).code(), QStringLiteral("OperationDenied.TaskStatus"));
    bench.pass(12 * 24h);
    QCOMPARE(textOf(bench.version(bench.idOf("orders-cache")), "MinorVersion"),
             QStringLiteral("redis-7.0_7.0.1.8"));
}

void PracticeEventsTest::aListIsCarriedOutAsFarAsItMay()
{
    PracticeBench bench;
    const QString movable = idOf(bench, "orders-cache");
    const QString fixed = idOf(bench, "price-feed");
    const QString both = fixed + u',' + movable + QStringLiteral(",99999");
    QCOMPARE(textOf(bench.call(modify, {{ids, both}, {switchTime, bench.wire(24h)}}).json(), "Ids"), movable);
    QCOMPARE(textOf(eventOf(bench, "price-feed"), "SwitchTime"), QStringLiteral("2026-11-22T18:00:00Z"));
    QCOMPARE(textOf(bench.call(cancel, {{ids, both}}).json(), "Ids"), movable);
    QCOMPARE(statusOf(bench, "price-feed"), 3);
    QCOMPARE(statusOf(bench, "orders-cache"), 7);
}

void PracticeEventsTest::aForbiddenRegionsEventsAreNotChanged()
{
    PracticeBench bench;
    const QString there = idOf(bench, "dev-queue");
    const QString elsewhere = idOf(bench, "orders-cache");
    const QJsonObject before = eventOf(bench, "dev-queue");
    bench.cloud().setOn(Fault::RegionForbidden, true);
    QCOMPARE(bench.call(modify, {{ids, there}, {switchTime, bench.wire(24h)}}).code(),
             QStringLiteral("Forbidden.RAM"));
    QCOMPARE(bench.call(cancel, {{ids, there}}).code(), QStringLiteral("Forbidden.RAM"));
    QCOMPARE(bench.call(cancel, {{ids, elsewhere}}).status, 200);
    bench.cloud().setOn(Fault::RegionForbidden, false);
    QCOMPARE(eventOf(bench, "dev-queue"), before);
    QCOMPARE(statusOf(bench, "orders-cache"), 7);
}

void PracticeEventsTest::badChangesAreRefused_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QString>("time");
    QTest::addColumn<QString>("code");
    const QString invalid = QStringLiteral("InvalidParameter");
    const QString denied = QStringLiteral("OperationDenied.TaskStatus");
    const QString missing = QStringLiteral("MissingParameter");
    const QString fine = QStringLiteral("2026-11-20T18:00:00Z");
    const auto row = [](const char *title, const QString &action, const char *name, const QString &time,
                        const QString &code) {
        QTest::newRow(title) << action << QByteArray(name) << time << code;
    };
    row("moved without ids", modify, "", fine, missing);
    row("moved to no time", modify, "orders-cache", {}, missing);
    row("moved to a time without seconds", modify, "orders-cache", QStringLiteral("2026-11-20T18:00Z"),
        invalid);
    row("moved into the past", modify, "orders-cache", QStringLiteral("2026-11-19T06:00:00Z"), invalid);
    row("moved past the deadline", modify, "orders-cache", QStringLiteral("2026-12-13T18:00:01Z"), invalid);
    row("moved, one that may not be", modify, "price-feed", fine, denied);
    row("moved, one that is not there", modify, "nobody", fine, invalid);
    row("cancelled without ids", cancel, "", {}, missing);
    row("cancelled, an urgent one", cancel, "price-feed", {}, denied);
    row("cancelled, one that is not there", cancel, "nobody", {}, invalid);
}

void PracticeEventsTest::badChangesAreRefused()
{
    QFETCH(QString, action);
    QFETCH(QByteArray, name);
    QFETCH(QString, time);
    QFETCH(QString, code);
    PracticeBench bench;
    Parameters parameters;
    if (name == "nobody")
        parameters.insert(ids, QStringLiteral("99999"));
    else if (!name.isEmpty())
        parameters.insert(ids, idOf(bench, name.constData()));
    if (!time.isEmpty())
        parameters.insert(switchTime, time);
    const QJsonArray before = events(bench);
    QCOMPARE(bench.call(action, parameters).code(), code);
    QCOMPARE(events(bench), before);
}

void PracticeEventsTest::whatBeganCannotBeChanged()
{
    PracticeBench bench;
    const QString event = idOf(bench, "dev-queue");
    bench.pass(5 * 24h + 11h); // 17:32 on the day
    QCOMPARE(bench.call(modify, {{ids, event}, {switchTime, bench.wire(48h)}}).code(),
             QStringLiteral("OperationDenied.TaskStatus"));
    QCOMPARE(bench.call(cancel, {{ids, event}}).code(), QStringLiteral("OperationDenied.TaskStatus"));
}

void PracticeEventsTest::anUpgradeByHandMakesTheEventGoAway()
{
    PracticeBench bench;
    const QString id = bench.idOf("orders-cache");
    QVERIFY(!eventOf(bench, "orders-cache").isEmpty());
    QCOMPARE(bench.startUpgrade(id).status, 200);
    bench.pass(61s);
    QVERIFY(eventOf(bench, "orders-cache").isEmpty());
    QVERIFY(!eventOf(bench, "price-feed").isEmpty());
}

void PracticeEventsTest::filtersAreObeyed_data()
{
    QTest::addColumn<Parameters>("filters");
    QTest::addColumn<int>("count");
    const auto one = [](const char *name, const char *value) {
        return Parameters{{QLatin1String(name), QLatin1String(value)}};
    };
    QTest::newRow("none") << Parameters{} << 4;
    QTest::newRow("a region") << one("Region", "cn-hangzhou") << 1;
    QTest::newRow("urgent") << one("ChangeLevel", "S0") << 1;
    QTest::newRow("of any level") << one("ChangeLevel", "all") << 4;
    QTest::newRow("that may be moved") << one("AllowChange", "1") << 3;
    QTest::newRow("that may not be cancelled") << one("AllowCancel", "0") << 1;
    QTest::newRow("pending") << one("Status", "3") << 4;
    QTest::newRow("done") << one("Status", "5") << 0;
    QTest::newRow("all") << one("Status", "-1") << 4;
    QTest::newRow("a type") << one("TaskType", "rds_apsaradb_transfer") << 1;
}

void PracticeEventsTest::filtersAreObeyed()
{
    QFETCH(Parameters, filters);
    QFETCH(int, count);
    PracticeBench bench;
    QCOMPARE(events(bench, filters).size(), count);
}

void PracticeEventsTest::xmlIsSpokenToo()
{
    PracticeBench bench;
    const QString event = idOf(bench, "orders-cache");
    Draft draft = bench.draft(modify, {{ids, event}, {switchTime, bench.wire(48h)}});
    draft.v1 = true;
    draft.format = QString();
    QVERIFY(bench.send(draft).body.contains("<Ids>" + event.toLatin1() + "</Ids>"));
    draft.parameters.insert(ids, QStringLiteral("99999"));
    const RawReply refused = bench.send(draft);
    QVERIFY(refused.body.contains("<Code>InvalidParameter</Code>"));
}

QTEST_GUILESS_MAIN(PracticeEventsTest)
#include "tst_practiceevents.moc"
