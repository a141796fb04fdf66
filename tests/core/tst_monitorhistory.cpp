// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/execution.h"
#include "core/monitorhistory.h"

#include <QTest>

using namespace uplift;

/// What an absent metric means, and when an execution is over.
class MonitorHistoryTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void absentIsZeroAndUnreadableIsUnknown();
    void everyMetricThatCameIsNamed();
    void executionStatesAreReadOrUnknown_data();
    void executionStatesAreReadOrUnknown();
};

void MonitorHistoryTest::absentIsZeroAndUnreadableIsUnknown()
{
    MonitorSample sample;
    sample.values.insert(QStringLiteral("CpuUsage"), 3.1);
    sample.unreadable.insert(QStringLiteral("AvgRt"));
    QCOMPARE(sample.value(QStringLiteral("CpuUsage")), std::optional<double>(3.1));
    QCOMPARE(sample.value(QStringLiteral("UsedQPS")), std::optional<double>(0));
    QCOMPARE(sample.value(QStringLiteral("AvgRt")), std::optional<double>());
}

void MonitorHistoryTest::everyMetricThatCameIsNamed()
{
    MonitorHistory history;
    QVERIFY(history.metrics().isEmpty());
    history.samples.resize(3);
    history.samples[0].values.insert(QStringLiteral("b"), 1);
    history.samples[1].values.insert(QStringLiteral("a"), 1);
    history.samples[1].values.insert(QStringLiteral("b"), 1);
    history.samples[2].unreadable.insert(QStringLiteral("c"));
    QCOMPARE(history.metrics(), (QStringList{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}));
}

void MonitorHistoryTest::executionStatesAreReadOrUnknown_data()
{
    QTest::addColumn<ExecutionStatus>("status");
    QTest::addColumn<bool>("ended");
    using Status = ExecutionStatus;
    QTest::newRow("Running") << Status::Running << false;
    QTest::newRow("Started") << Status::Started << false;
    QTest::newRow("Success") << Status::Success << true;
    QTest::newRow("Failed") << Status::Failed << true;
    QTest::newRow("Waiting") << Status::Waiting << false;
    QTest::newRow("Cancelled") << Status::Cancelled << true;
    QTest::newRow("Canceled") << Status::Cancelled << true;
    QTest::newRow("Pending") << Status::Pending << false;
    QTest::newRow("Queued") << Status::Queued << false;
    QTest::newRow("Skipped") << Status::Skipped << true;
    QTest::newRow("RUNNING") << Status::Running << false;
    QTest::newRow("Resting") << Status::Unknown << false;
    QTest::newRow("") << Status::Unknown << false;
}

void MonitorHistoryTest::executionStatesAreReadOrUnknown()
{
    QFETCH(ExecutionStatus, status);
    QFETCH(bool, ended);
    QVERIFY(parseExecutionStatus(QString::fromLatin1(QTest::currentDataTag())) == status);
    QCOMPARE(isEnded(status), ended);
}

QTEST_GUILESS_MAIN(MonitorHistoryTest)
#include "tst_monitorhistory.moc"
