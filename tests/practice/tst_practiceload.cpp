// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/published.h"
#include "practice/rawclient.h"

#include "practice/load.h"

#include <QSet>
#include <QTest>

#include <algorithm>
#include <array>

using namespace uplift;
using namespace uplift::practice;
using namespace std::chrono_literals;
using test::Draft;
using test::PracticeBench;
using test::RawReply;
using test::textOf;

namespace {

using Parameters = QMap<QString, QString>;
const QString action = QStringLiteral("DescribeHistoryMonitorValues");

Parameters question(const PracticeBench &bench, const QString &id, std::chrono::seconds span,
                    const QString &keys)
{
    Parameters parameters{{QStringLiteral("InstanceId"), id},
                          {QStringLiteral("StartTime"), bench.wire(-span)},
                          {QStringLiteral("EndTime"), bench.wire()},
                          {QStringLiteral("IntervalForHistory"), QStringLiteral("01m")}};
    if (!keys.isEmpty())
        parameters.insert(QStringLiteral("MonitorKeys"), keys);
    return parameters;
}

QJsonObject historyOf(const RawReply &reply)
{
    return QJsonDocument::fromJson(textOf(reply.json(), "MonitorHistory").toUtf8()).object();
}

QJsonObject history(const PracticeBench &bench, const QString &id, std::chrono::seconds span,
                    const QString &keys)
{
    return historyOf(bench.call(action, question(bench, id, span, keys)));
}

} // namespace

/// DescribeHistoryMonitorValues and the made-up load behind it.
class PracticeLoadTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theStepFollowsTheSpan_data();
    void theStepFollowsTheSpan();
    void theFirstPointIsRoundedDown();
    void withoutKeysMemoryIsTold();
    void theSameQuestionHasTheSameAnswer();
    void theQuietHourOfAWeekIsAsTold();
    void oneWeekdayIsBusier();
    void zerosAreLeftOut();
    void clustersWantAKindOfNodeOrANode();
    void badQuestionsAreRefused_data();
    void badQuestionsAreRefused();
    void rightAfterASwitchThereIsNoMetric();
    void xmlIsSpokenToo();
};

void PracticeLoadTest::theStepFollowsTheSpan_data()
{
    QTest::addColumn<int>("span");
    QTest::addColumn<int>("points");
    QTest::newRow("ten minutes, each 5 s") << 600 << 121;
    QTest::newRow("an hour, each minute") << 3600 << 61;
    QTest::newRow("a day, each 5 minutes") << 24 * 3600 << 289;
    QTest::newRow("a week, each quarter of an hour") << 7 * 24 * 3600 << 673;
}

void PracticeLoadTest::theStepFollowsTheSpan()
{
    QFETCH(int, span);
    QFETCH(int, points);
    PracticeBench bench;
    bench.pass(28min); // 07:00, a whole step in each case
    const QJsonObject all =
        history(bench, bench.idOf("checkout-locks"), std::chrono::seconds(span), QStringLiteral("CpuUsage"));
    QCOMPARE(all.size(), points);
    QVERIFY(all.value(QStringLiteral("2026-11-19T07:00:00Z"))
                .toObject()
                .value(QLatin1String("CpuUsage"))
                .isString());
}

void PracticeLoadTest::theFirstPointIsRoundedDown()
{
    PracticeBench bench;
    bench.pass(7s);
    const QJsonObject hour = history(bench, bench.idOf("checkout-locks"), 1h, {});
    QCOMPARE(hour.keys().first(), QStringLiteral("2026-11-19T05:32:00Z"));
    QCOMPARE(hour.keys().last(), QStringLiteral("2026-11-19T06:32:00Z"));
}

void PracticeLoadTest::withoutKeysMemoryIsTold()
{
    PracticeBench bench;
    const QString id = bench.idOf("orders-cache");
    const RawReply reply = bench.call(action, question(bench, id, 10min, {}));
    QCOMPARE(test::unpublishedField(action, reply.json()), QString());
    const QJsonObject point = historyOf(reply).begin().value().toObject();
    QCOMPARE(point.keys(), (QStringList{QStringLiteral("UsedMemory"), QStringLiteral("quotaMemory")}));
    QCOMPARE(textOf(point, "quotaMemory"), QString::number(8192LL * 1024 * 1024));
    const double used = textOf(point, "UsedMemory").toDouble() / textOf(point, "quotaMemory").toDouble();
    QVERIFY(used > 0.2 && used < 1.0);
}

void PracticeLoadTest::theSameQuestionHasTheSameAnswer()
{
    const QString keys = QStringLiteral("CpuUsage,memoryUsage,ConnectionUsage,UsedQPS,UsedMemory");
    PracticeBench one;
    PracticeBench two;
    const QString id = one.idOf("checkout-locks");
    const QJsonObject week = history(one, id, 7 * 24h, keys);
    QCOMPARE(week, history(two, id, 7 * 24h, keys));
    QVERIFY(week != history(two, two.idOf("loyalty-points"), 7 * 24h, keys));
    QCOMPARE(week.begin().value().toObject().size(), 5);
    // Another span tells the same of the same moment.
    const QString moment = QStringLiteral("2026-11-19T06:30:00Z");
    QCOMPARE(history(one, id, 1h, keys).value(moment), week.value(moment));
}

void PracticeLoadTest::theQuietHourOfAWeekIsAsTold()
{
    PracticeBench bench;
    QSet<int> hours;
    for (const auto &seed : bench.cloud().instances()) {
        if (seed.environment == Environment::Development)
            continue;
        const bool standard = bench.attribute(seed.id.value).value(QLatin1String("ArchitectureType"))
            == QLatin1String("standard");
        const QString key = standard ? QStringLiteral("UsedQPS") : QStringLiteral("UsedQPS$db");
        const QJsonObject week = history(bench, seed.id.value, 7 * 24h, key);
        std::array<double, 24> sums{};
        for (auto it = week.begin(); it != week.end(); ++it)
            sums.at(static_cast<size_t>(it.key().mid(11, 2).toInt())) +=
                it.value()[key].toString().toDouble();
        const auto quietest = std::min_element(sums.begin(), sums.end()) - sums.begin();
        QCOMPARE(int(quietest), PracticeCloud::quietHourOf(seed.id));
        hours.insert(int(quietest));
    }
    QVERIFY2(hours.size() >= 4, "instances are quiet at various hours");
}

void PracticeLoadTest::oneWeekdayIsBusier()
{
    PracticeBench bench;
    const QString id = bench.idOf("checkout-locks");
    const QJsonObject week = history(bench, id, 7 * 24h, QStringLiteral("UsedQPS"));
    QMap<int, double> days; // the same hours of each, so that halves of days do not count
    for (auto it = week.begin(); it != week.end(); ++it) {
        const QDateTime when = QDateTime::fromString(it.key(), Qt::ISODate);
        if (when.time().hour() >= 7)
            days[when.date().dayOfWeek()] += it.value()[QLatin1String("UsedQPS")].toString().toDouble();
    }
    QCOMPARE(days.size(), 7);
    const int busiest = std::max_element(days.keyBegin(), days.keyEnd(),
                                         [&](int a, int b) { return days.value(a) < days.value(b); })
                            .
                            operator*();
    QCOMPARE(busiest, busyDay(id));
}

void PracticeLoadTest::zerosAreLeftOut()
{
    PracticeBench bench;
    const QString id = bench.idOf("dev-scratch");
    const QJsonObject week = history(bench, id, 7 * 24h, QStringLiteral("UsedQPS,UsedMemory"));
    int idle = 0;
    for (auto it = week.begin(); it != week.end(); ++it) {
        const QJsonObject point = it.value().toObject();
        QVERIFY(point.contains(QLatin1String("UsedMemory")));
        QVERIFY(textOf(point, "UsedQPS") != QLatin1String("0"));
        idle += point.contains(QLatin1String("UsedQPS")) ? 0 : 1;
    }
    QVERIFY(idle > 7 && idle < week.size());
}

void PracticeLoadTest::clustersWantAKindOfNodeOrANode()
{
    PracticeBench bench;
    const QString id = bench.idOf("orders-cache");
    const auto cpu = [&](const char *key, const char *node) {
        Parameters parameters = question(bench, id, 1h, QLatin1String(key));
        if (*node)
            parameters.insert(QStringLiteral("NodeId"), id + QLatin1String(node));
        return bench.call(action, parameters);
    };
    const auto first = [](const RawReply &reply) { return historyOf(reply).begin().value().toObject(); };
    QCOMPARE(cpu("CpuUsage", "").code(), QStringLiteral("InvalidParameter"));
    QCOMPARE(first(cpu("CpuUsage$db", "")).keys(), QStringList{QStringLiteral("CpuUsage$db")});
    QCOMPARE(first(cpu("CpuUsage$proxy", "")).keys(), QStringList{QStringLiteral("CpuUsage$proxy")});
    QCOMPARE(first(cpu("CpuUsage", "-db-7#68800008")).keys(), QStringList{QStringLiteral("CpuUsage")});
    QCOMPARE(first(cpu("CpuUsage,UsedQPS", "-proxy-1#54200002")).size(), 2);
    QCOMPARE(cpu("CpuUsage", "-db-8#68800009").code(), QStringLiteral("InvalidParameter"));
    QCOMPARE(first(cpu("memoryUsage", "")).size(), 1);
}

void PracticeLoadTest::badQuestionsAreRefused_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<Parameters>("changed");
    QTest::addColumn<QString>("code");
    const QString keys = QStringLiteral("MonitorKeys");
    const QString start = QStringLiteral("StartTime");
    const QString end = QStringLiteral("EndTime");
    const QString invalid = QStringLiteral("InvalidParameter");
    const QString missing = QStringLiteral("MissingParameter");
    const auto row = [](const char *title, const char *name, const Parameters &changed, const QString &code) {
        QTest::newRow(title) << QByteArray(name) << changed << code;
    };
    row("no start", "checkout-locks", {{start, QString()}}, missing);
    row("no interval", "checkout-locks", {{QStringLiteral("IntervalForHistory"), QString()}}, missing);
    row("another interval", "checkout-locks", {{QStringLiteral("IntervalForHistory"), QStringLiteral("05m")}},
        invalid);
    row("a time without seconds", "checkout-locks", {{start, QStringLiteral("2026-11-18T00:00Z")}}, invalid);
    row("the end before the start", "checkout-locks", {{end, QStringLiteral("2026-11-11T00:00:00Z")}},
        invalid);
    row("a week and a second", "checkout-locks", {{start, QStringLiteral("2026-11-12T06:31:59Z")}}, invalid);
    row("two months ago", "checkout-locks",
        {{start, QStringLiteral("2026-09-18T00:00:00Z")}, {end, QStringLiteral("2026-09-19T00:00:00Z")}},
        invalid);
    row("six keys", "checkout-locks",
        {{keys, QStringLiteral("CpuUsage,memoryUsage,ConnectionUsage,UsedQPS,UsedMemory,quotaMemory")}},
        invalid);
    row("a metric nobody has", "checkout-locks", {{keys, QStringLiteral("Happiness")}}, invalid);
    row("all data nodes of a standard one", "checkout-locks", {{keys, QStringLiteral("CpuUsage$db")}},
        invalid);
    row("two aggregates", "orders-cache", {{keys, QStringLiteral("CpuUsage$db,UsedQPS$db")}}, invalid);
    row("an aggregate of something odd", "orders-cache", {{keys, QStringLiteral("CpuUsage$all")}}, invalid);
    row("no instance", "nobody", {}, missing);
}

void PracticeLoadTest::badQuestionsAreRefused()
{
    QFETCH(QByteArray, name);
    QFETCH(Parameters, changed);
    QFETCH(QString, code);
    PracticeBench bench;
    Parameters parameters = question(bench, bench.idOf(name.constData()), 24h, {});
    parameters.insert(changed);
    QCOMPARE(bench.call(action, parameters).code(), code);
}

void PracticeLoadTest::rightAfterASwitchThereIsNoMetric()
{
    PracticeBench bench;
    const QString id = bench.idOf("checkout-locks");
    QCOMPARE(bench.startUpgrade(id).status, 200);
    bench.pass(40s);
    QCOMPARE(bench.call(action, question(bench, id, 1h, {})).status, 200);
    bench.pass(15s);
    const RawReply reply = bench.call(action, question(bench, id, 1h, {}));
    QCOMPARE(reply.code(), QStringLiteral("MissingRedisUsedmemoryUnsupportPerfItem"));
    bench.pass(6s);
    QCOMPARE(bench.call(action, question(bench, id, 1h, {})).status, 200);
}

void PracticeLoadTest::xmlIsSpokenToo()
{
    PracticeBench bench;
    Draft draft = bench.draft(action, question(bench, bench.idOf("checkout-locks"), 1min, {}));
    draft.accept = "application/xml";
    const QByteArray body = bench.send(draft).body.replace("&quot;", "\"");
    QVERIFY2(body.contains("<MonitorHistory>{\"2026-11-19T06:31:00Z\":{\"UsedMemory\":\""), body.constData());
}

QTEST_GUILESS_MAIN(PracticeLoadTest)
#include "tst_practiceload.moc"
