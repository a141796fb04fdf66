// SPDX-License-Identifier: GPL-3.0-or-later
// Keys by architecture, and the zeros that the service leaves out.
#include "upgrade/monitorload.h"

#include <QTest>

using namespace uplift;
using namespace uplift::upgrade;
using namespace std::chrono_literals;

namespace {

QDateTime at(int minute)
{
    return QDateTime(QDate(2026, 11, 19), QTime(0, 0), Qt::UTC).addSecs(60LL * minute);
}

MonitorSample sample(int minute, const QMap<QString, double> &values)
{
    MonitorSample made;
    made.time = at(minute);
    made.values = values;
    return made;
}

/// "0 3,1 0,2 7": minute and value of each, as rows of a test read best.
QString shown(const QList<LoadSample> &load)
{
    QStringList parts;
    for (const LoadSample &each : load)
        parts.append(QStringLiteral("%1 %2").arg(at(0).secsTo(each.at) / 60).arg(each.value));
    return parts.join(QLatin1Char(','));
}

const QString cpu = QStringLiteral("CpuUsage");

} // namespace

class MonitorLoadTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void keysFollowTheArchitecture_data();
    void keysFollowTheArchitecture();
    void manyNodesTellOfAnHourOnly();
    void zerosThatWereLeftOutComeBack_data();
    void zerosThatWereLeftOutComeBack();
    void anUnreadableValueIsAGapAndNoZero();
    void anAbsurdHistoryIsNotFilledUp();
};

void MonitorLoadTest::keysFollowTheArchitecture_data()
{
    QTest::addColumn<int>("metric");
    QTest::addColumn<int>("architecture");
    QTest::addColumn<QString>("key");
    const auto row = [](const char *name, LoadMetric metric, Architecture architecture, const char *key) {
        QTest::newRow(name) << int(metric) << int(architecture) << QString::fromLatin1(key);
    };
    row("memory of a standard instance", LoadMetric::Memory, Architecture::Standard, "memoryUsage");
    row("CPU of a standard instance", LoadMetric::Cpu, Architecture::Standard, "CpuUsage");
    row("traffic of a standard instance", LoadMetric::Traffic, Architecture::Standard, "UsedQPS");
    row("memory of a cluster", LoadMetric::Memory, Architecture::Cluster, "memoryUsage$db");
    row("CPU of a cluster", LoadMetric::Cpu, Architecture::Cluster, "CpuUsage$db");
    row("traffic of read/write splitting", LoadMetric::Traffic, Architecture::ReadWriteSplitting,
        "UsedQPS$db");
    row("CPU of who knows what", LoadMetric::Cpu, Architecture::Unknown, "CpuUsage");
}

void MonitorLoadTest::keysFollowTheArchitecture()
{
    QFETCH(int, metric);
    QFETCH(int, architecture);
    QFETCH(QString, key);
    QCOMPARE(monitorKey(static_cast<LoadMetric>(metric), static_cast<Architecture>(architecture)), key);
}

void MonitorLoadTest::manyNodesTellOfAnHourOnly()
{
    impact::Edition edition;
    edition.architecture = Architecture::Cluster;
    edition.shards = 32;
    QCOMPARE(monitorReach(LoadMetric::Cpu, edition), std::optional<std::chrono::seconds>(48h));
    QCOMPARE(monitorReach(LoadMetric::Traffic, edition), std::optional<std::chrono::seconds>(7 * 24h));
    edition.shards = 33;
    QCOMPARE(monitorReach(LoadMetric::Memory, edition), std::optional<std::chrono::seconds>(1h));
    QCOMPARE(monitorReach(LoadMetric::Cpu, edition), std::optional<std::chrono::seconds>(1h));
    QVERIFY(!monitorReach(LoadMetric::Traffic, edition));
    edition.architecture = Architecture::Standard; // what it has many of is no aggregate
    QVERIFY(monitorReach(LoadMetric::Traffic, edition));
}

void MonitorLoadTest::zerosThatWereLeftOutComeBack_data()
{
    QTest::addColumn<QList<MonitorSample>>("samples");
    QTest::addColumn<QString>("load");
    const QString memory = QStringLiteral("memoryUsage");
    QTest::newRow("nothing left out")
        << QList<MonitorSample>{sample(0, {{cpu, 3}}), sample(1, {{cpu, 4}}), sample(2, {{cpu, 5}})}
        << QStringLiteral("0 3,1 4,2 5");
    QTest::newRow("at a time that names another metric")
        << QList<MonitorSample>{sample(0, {{cpu, 3}, {memory, 50}}), sample(1, {{memory, 50}}),
                                sample(2, {{cpu, 5}, {memory, 50}})}
        << QStringLiteral("0 3,1 0,2 5");
    QTest::newRow("whole times are missing between two others")
        << QList<MonitorSample>{sample(0, {{cpu, 3}}), sample(1, {{cpu, 4}}), sample(5, {{cpu, 5}}),
                                sample(6, {{cpu, 6}})}
        << QStringLiteral("0 3,1 4,2 0,3 0,4 0,5 5,6 6");
    QTest::newRow("under the plain name of the key")
        << QList<MonitorSample>{sample(0, {{QStringLiteral("CpuUsage$db"), 3}})} << QStringLiteral("0 3");
    QTest::newRow("under a name of its own, alone")
        << QList<MonitorSample>{sample(0, {{QStringLiteral("cpu_usage"), 3}})} << QStringLiteral("0 3");
    QTest::newRow("two parts, none of them the key")
        << QList<MonitorSample>{sample(0, {{QStringLiteral("a"), 3}, {QStringLiteral("b"), 4}})} << QString();
    QTest::newRow("zero throughout, or not measured") << QList<MonitorSample>{} << QString();
    QTest::newRow("one sample") << QList<MonitorSample>{sample(7, {{cpu, 3}})} << QStringLiteral("7 3");
}

void MonitorLoadTest::zerosThatWereLeftOutComeBack()
{
    QFETCH(QList<MonitorSample>, samples);
    QFETCH(QString, load);
    QCOMPARE(shown(loadOf({samples}, cpu)), load);
    if (load == QLatin1String("0 3"))
        QCOMPARE(shown(loadOf({samples}, QStringLiteral("CpuUsage$db"))), load);
}

void MonitorLoadTest::anUnreadableValueIsAGapAndNoZero()
{
    MonitorSample odd = sample(1, {});
    odd.unreadable.insert(cpu);
    const MonitorHistory history{{sample(0, {{cpu, 3}}), odd, sample(2, {{cpu, 5}})}};
    QCOMPARE(shown(loadOf(history, cpu)), QStringLiteral("0 3,2 5"));
}

void MonitorLoadTest::anAbsurdHistoryIsNotFilledUp()
{
    MonitorSample ages = sample(0, {{cpu, 1}});
    ages.time = QDateTime(QDate(1970, 1, 1), QTime(0, 0), Qt::UTC);
    MonitorSample second = sample(0, {{cpu, 2}});
    second.time = ages.time.addSecs(1);
    const MonitorHistory history{{ages, second, sample(0, {{cpu, 3}}), sample(1, {{cpu, 4}})}};
    QCOMPARE(loadOf(history, cpu).size(), 4);
}

QTEST_GUILESS_MAIN(MonitorLoadTest)
#include "tst_monitorload.moc"
