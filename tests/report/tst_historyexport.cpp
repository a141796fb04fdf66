// SPDX-License-Identifier: GPL-3.0-or-later
// The history for other programs: read back by readers that are not ours.
#include "journalexamples.h"
#include "report/historyexport.h"

#include <QJsonDocument>
#include <QProcess>
#include <QTest>

using namespace uplift;
using namespace uplift::report;
using namespace uplift::report::test;

namespace {

/// The lines as Python's csv module reads them, by head.
QJsonArray readByPython(const QByteArray &csv)
{
    QProcess python;
    python.start(QStringLiteral("python3"),
                 {QStringLiteral("-c"),
                  QStringLiteral("import sys, csv, io, json\n"
                                 "text = sys.stdin.buffer.read().decode('utf-8-sig')\n"
                                 "rows = csv.DictReader(io.StringIO(text, newline=''), strict=True)\n"
                                 "json.dump(list(rows), sys.stdout)\n")});
    python.write(csv);
    python.closeWriteChannel();
    if (!python.waitForFinished(120'000) || python.exitCode() != 0)
        qFatal("python3: %s", python.readAllStandardError().constData());
    return QJsonDocument::fromJson(python.readAllStandardOutput()).array();
}

QJsonArray attemptsOf(const QByteArray &json)
{
    const QJsonObject root = QJsonDocument::fromJson(json).object();
    return root.value(QLatin1String("attempts")).toArray();
}

} // namespace

class HistoryExportTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aLineTellsThePlanTheOutcomeAndEveryState();
    void decisionsNameWhoAndWhy();
    void foreignWordsCannotRunInASpreadsheet_data();
    void foreignWordsCannotRunInASpreadsheet();
    void anEmptyHistoryHasItsHeadsAlone();
    void theJsonHoldsEveryFieldOfThePlan();
    void theJsonSaysWordsForNumbersAndMomentsInUtc();
    void theJsonHoldsAllThatWasJournaledWithAState();
    void moreOfAKeyThanItsTailNeverGetsOut();
    void everyAttemptOfALongHistoryComesOut();
};

void HistoryExportTest::aLineTellsThePlanTheOutcomeAndEveryState()
{
    upgrade::StepPlan plan = planFor(QStringLiteral("订单缓存"));
    plan.note = QStringLiteral("before \"11.11\", after CHG-7");
    const QJsonArray lines =
        readByPython(historyCsv({verified(plan), failed(planFor(QStringLiteral("cart")))}));
    QCOMPARE(lines.size(), 2);
    const QJsonObject line = lines.at(0).toObject();
    const auto value = [&line](const char *head) { return line.value(QLatin1String(head)).toString(); };
    QCOMPARE(value("instance"), QStringLiteral("r-bp1订单缓存"));
    QCOMPARE(value("instanceName"), QStringLiteral("订单缓存"));
    QCOMPARE(value("note"), plan.note);
    QCOMPARE(value("environment"), QStringLiteral("production"));
    QCOMPARE(value("state"), QStringLiteral("Verified"));
    QCOMPARE(value("plannedAt"), QStringLiteral("2026-11-19T16:00:00.000Z"));
    QCOMPARE(value("endedAt"), QStringLiteral("2026-11-19T18:14:00.000Z"));
    QCOMPARE(value("windowStart"), QStringLiteral("2026-11-19T18:00:00.000Z"));
    QCOMPARE(value("moment"), QStringLiteral("window"));
    QCOMPARE(value("requestIds"), QStringLiteral("REQ-1"));
    QCOMPARE(value("versionNow"), QStringLiteral("redis-7.0_7.0.1.14"));
    QCOMPARE(value("nodesBefore"),
             QStringLiteral("n-1 master cn-hangzhou-h redis-7.0_7.0.1.8; n-2 slave "
                            "cn-hangzhou-i redis-7.0_7.0.1.8"));
    QCOMPARE(value("nodesAfter"),
             QStringLiteral("n-1 slave cn-hangzhou-h redis-7.0_7.0.1.14; n-2 master "
                            "cn-hangzhou-i redis-7.0_7.0.1.14"));
    QCOMPARE(value("taskId"), QStringLiteral("t-77"));
    QVERIFY(value("states").startsWith(
        QLatin1String("Planned 2026-11-19T16:00:00.000Z; Requested 2026-11-19T16:00:00.000Z; Accepted ")));
    QVERIFY(value("states").endsWith(QLatin1String("; Verified 2026-11-19T18:14:00.000Z")));
    QCOMPARE(value("error"), QString());
    const QJsonObject second = lines.at(1).toObject();
    QCOMPARE(second.value(QLatin1String("error")).toString(),
             QStringLiteral("The service says that the upgrade of cart failed."));
    QCOMPARE(second.value(QLatin1String("versionNow")).toString(), QStringLiteral("redis-7.0_7.0.1.8"));
}

void HistoryExportTest::decisionsNameWhoAndWhy()
{
    const QList<upgrade::JournaledStep> steps{decided(planFor(QStringLiteral("orders")))};
    QCOMPARE(readByPython(historyCsv(steps)).at(0).toObject().value(QLatin1String("decisions")).toString(),
             QStringLiteral("WasNotStarted 2026-11-19T16:24:00.000Z ben@bastion-2 no task in the console"));
    const QJsonObject decision = attemptsOf(historyJson(steps))
                                     .at(0)
                                     .toObject()
                                     .value(QLatin1String("outcome"))
                                     .toObject()
                                     .value(QLatin1String("decisions"))
                                     .toArray()
                                     .at(0)
                                     .toObject();
    QCOMPARE(decision.value(QLatin1String("who")).toString(), QStringLiteral("ben@bastion-2"));
    QCOMPARE(decision.value(QLatin1String("reason")).toString(), QStringLiteral("no task in the console"));
}

void HistoryExportTest::foreignWordsCannotRunInASpreadsheet_data()
{
    QTest::addColumn<QString>("note");
    QTest::newRow("equals") << QStringLiteral("=HYPERLINK(\"http://x\")");
    QTest::newRow("plus") << QStringLiteral("+1");
    QTest::newRow("minus") << QStringLiteral("-1");
    QTest::newRow("at") << QStringLiteral("@SUM(A1)");
    QTest::newRow("tab") << QStringLiteral("\t=1");
    QTest::newRow("return") << QStringLiteral("\r=1");
}

void HistoryExportTest::foreignWordsCannotRunInASpreadsheet()
{
    QFETCH(QString, note);
    upgrade::StepPlan plan = planFor(note);
    plan.note = note;
    plan.ticket = note;
    plan.by = note;
    plan.checks = {note};
    const QJsonObject line = readByPython(historyCsv({verified(plan)})).at(0).toObject();
    for (const char *head : {"note", "ticket", "confirmedBy", "checks", "instanceName"})
        QVERIFY2(line.value(QLatin1String(head)).toString().startsWith(u'\''), head);
}

void HistoryExportTest::anEmptyHistoryHasItsHeadsAlone()
{
    const QByteArray csv = historyCsv({});
    QCOMPARE(csv.count("\r\n"), 1);
    QVERIFY(csv.startsWith("\xef\xbb\xbfstep,kind,instance,"));
    QCOMPARE(attemptsOf(historyJson({})), QJsonArray());
    QVERIFY(historyJson({}).contains("\"uplift-history\""));
}

void HistoryExportTest::theJsonHoldsEveryFieldOfThePlan()
{
    upgrade::StepPlan plan = planFor(QStringLiteral("orders"));
    plan.kind = upgrade::StepKind::Window;
    upgrade::SettingChange change;
    change.window = MaintenanceWindow::parse(QStringLiteral("18:00Z"), QStringLiteral("22:00Z"));
    change.at = evening;
    change.before = QStringLiteral("02:00");
    change.after = QStringLiteral("03:00");
    plan.setting = change;
    plan.batch.value = QStringLiteral("b-1");
    plan.wave = 2;
    plan.note = QStringLiteral("a note");
    plan.profile.value = QStringLiteral("p-1");
    plan.shardedBackups = true;
    const QJsonObject exported =
        attemptsOf(historyJson({verified(plan)})).at(0).toObject().value(QLatin1String("plan")).toObject();
    const QJsonObject journaled = upgrade::toJson(plan);
    QVERIFY(journaled.size() > 28);
    for (const QString &key : journaled.keys())
        QVERIFY2(exported.contains(key), qPrintable(key));
    QCOMPARE(exported.value(QLatin1String("windowEnd")).toString(),
             QStringLiteral("2026-11-19T22:00:00.000Z"));
    const QJsonObject setting = exported.value(QLatin1String("setting")).toObject();
    QCOMPARE(setting.value(QLatin1String("at")).toString(), QStringLiteral("2026-11-19T16:00:00.000Z"));
    QCOMPARE(setting.value(QLatin1String("after")).toString(), QStringLiteral("03:00"));
}

void HistoryExportTest::theJsonSaysWordsForNumbersAndMomentsInUtc()
{
    upgrade::JournaledStep step = failed(planFor(QStringLiteral("orders")));
    QJsonObject &data = step.transitions.last().data;
    data.insert(QStringLiteral("switchedOutsideWindowMs"), evening.addSecs(60).toMSecsSinceEpoch());
    data.insert(QStringLiteral("evidence"),
                upgrade::toJson(QList<upgrade::Evidence>{
                    {upgrade::Evidence::Kind::Task, QStringLiteral("Task t-1 is Failed"), {}, true}}));
    const QJsonObject attempt = attemptsOf(historyJson({step})).at(0).toObject();
    const QJsonObject outcome = attempt.value(QLatin1String("outcome")).toObject();
    QCOMPARE(outcome.value(QLatin1String("switchedOutsideWindow")).toString(),
             QStringLiteral("2026-11-19T16:01:00.000Z"));
    for (const QJsonObject &error : {outcome.value(QLatin1String("error")).toObject(),
                                     attempt.value(QLatin1String("states"))
                                         .toArray()
                                         .last()
                                         .toObject()
                                         .value(QLatin1String("data"))
                                         .toObject()
                                         .value(QLatin1String("error"))
                                         .toObject()}) {
        QCOMPARE(error.value(QLatin1String("kind")).toString(), QStringLiteral("Server"));
        QCOMPARE(error.value(QLatin1String("change")).toString(), QStringLiteral("Unknown"));
        QCOMPARE(error.value(QLatin1String("retry")).toString(), QStringLiteral("AskFirst"));
    }
    QVERIFY(historyJson({step}).contains("\"kind\": \"Task\""));
    QVERIFY(!historyJson({step}).contains("Ms\""));
}

void HistoryExportTest::theJsonHoldsAllThatWasJournaledWithAState()
{
    upgrade::JournaledStep step = verified(planFor(QStringLiteral("orders")));
    step.transitions[2].data.insert(QStringLiteral("httpStatus"), 200);
    step.transitions[2].data.insert(QStringLiteral("a later field"), QStringLiteral("kept"));
    const QJsonArray states =
        attemptsOf(historyJson({step})).at(0).toObject().value(QLatin1String("states")).toArray();
    QCOMPARE(states.size(), step.transitions.size());
    const QJsonObject accepted = states.at(2).toObject();
    QCOMPARE(accepted.value(QLatin1String("state")).toString(), QStringLiteral("Accepted"));
    QCOMPARE(accepted.value(QLatin1String("at")).toString(), QStringLiteral("2026-11-19T16:00:00.000Z"));
    const QJsonObject data = accepted.value(QLatin1String("data")).toObject();
    QCOMPARE(data.value(QLatin1String("httpStatus")).toInt(), 200);
    QCOMPARE(data.value(QLatin1String("a later field")).toString(), QStringLiteral("kept"));
    QCOMPARE(data.value(QLatin1String("requestId")).toString(), QStringLiteral("REQ-1"));
}

void HistoryExportTest::moreOfAKeyThanItsTailNeverGetsOut()
{
    upgrade::StepPlan plan = planFor(QStringLiteral("orders"));
    plan.keyTail = QStringLiteral("LTAI5tCanaryCanaryX7Qd");
    const QList<upgrade::JournaledStep> steps{verified(plan)};
    for (const QByteArray &text : {historyCsv(steps), historyJson(steps)}) {
        QVERIFY(!text.contains("Canary"));
        QVERIFY(text.contains("X7Qd"));
        QVERIFY(!text.contains(steps.first().nonces.first().toUtf8()));
    }
}

void HistoryExportTest::everyAttemptOfALongHistoryComesOut()
{
    QList<upgrade::JournaledStep> steps;
    for (int i = 0; i < 500; ++i)
        steps.append(verified(planFor(QStringLiteral("i%1").arg(i))));
    QByteArray csv;
    QBENCHMARK_ONCE { csv = historyCsv(steps); }
    QCOMPARE(csv.count("\r\n"), 501);
    QCOMPARE(attemptsOf(historyJson(steps)).size(), 500);
}

QTEST_GUILESS_MAIN(HistoryExportTest)
#include "tst_historyexport.moc"
