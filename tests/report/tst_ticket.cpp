// SPDX-License-Identifier: GPL-3.0-or-later
// What a change ticket says: before, in mid-course, after; and that what is not known stays unknown.
#include "journalexamples.h"
#include "report/markdown.h"
#include "report/ticket.h"

#include <QFile>
#include <QTest>

using namespace uplift;
using namespace uplift::report;
using namespace uplift::report::test;
using upgrade::BatchState;
using upgrade::StepState;

namespace {

TicketInput inputOf(const QList<upgrade::JournaledStep> &steps)
{
    TicketInput input;
    input.steps = steps;
    input.zone = QTimeZone("Asia/Shanghai");
    input.now = evening.addSecs(3 * 3600);
    input.programVersion = QStringLiteral("0.1.0");
    return input;
}

TicketInput batchInput(const upgrade::BatchPlan &batch, const QList<upgrade::BatchRow> &rows,
                       const QList<upgrade::JournaledStep> &steps = {})
{
    TicketInput input = inputOf(steps);
    input.batch = upgrade::JournaledBatch{batch, rows};
    return input;
}

const Note &verdictOf(const Document &document) { return std::get<Note>(document.blocks.constFirst()); }

QStringList headingsOf(const Document &document, int level)
{
    QStringList headings;
    for (const Block &block : document.blocks) {
        if (const auto *heading = std::get_if<Heading>(&block); heading && heading->level == level)
            headings.append(heading->text);
    }
    return headings;
}

/// The cell under a head, of the first table that has that head, by row.
QString cellUnder(const Document &document, const char *head, int row = 0)
{
    for (const Block &block : document.blocks) {
        const auto *table = std::get_if<Table>(&block);
        const auto column = table ? table->heads.indexOf(QString::fromUtf8(head)) : -1;
        if (column < 0)
            continue;
        QStringList lines;
        for (const Phrase &phrase : table->rows.value(row).value(column))
            lines.append(phrase.text);
        return lines.join(QLatin1String(" / "));
    }
    return QStringLiteral("(no such column)");
}

QString factOf(const Document &document, const char *label)
{
    for (const Block &block : document.blocks) {
        const auto *facts = std::get_if<Facts>(&block);
        for (const auto &[name, cell] : facts ? facts->rows : decltype(facts->rows)()) {
            if (name != QLatin1String(label))
                continue;
            QStringList lines;
            for (const Phrase &phrase : cell)
                lines.append(phrase.text);
            return lines.join(QLatin1String(" / "));
        }
    }
    return QStringLiteral("(no such fact)");
}

upgrade::StepPlan bare(const QString &name)
{
    upgrade::StepPlan plan;
    plan.id.value = QStringLiteral("step-") + name;
    plan.region.value = QStringLiteral("cn-hangzhou");
    plan.instance.value = name;
    plan.instanceName = name;
    return plan;
}

} // namespace

class TicketTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aFinishedBatchReadsAsItWasWritten();
    void theVerdictOfABatchStandsFirst_data();
    void theVerdictOfABatchStandsFirst();
    void theVerdictOfOneUpgradeStandsFirst_data();
    void theVerdictOfOneUpgradeStandsFirst();
    void beforeItBeginsThereIsAPlanAndNothingElse();
    void oneUpgradeHasATicketBeforeItBegins();
    void whatRunsIsSaidToRun();
    void theMastersZoneIsCompared_data();
    void theMastersZoneIsCompared();
    void phasesAreToldAsFarAsTheStatesTellThem();
    void aSwitchOutsideItsWindowIsAnAlarm();
    void whatIsNotKnownIsUnknown();
    void eachAttemptAndPartIsTold();
    void theImpactNamesWhomItConcerns();
    void aSettingIsNoUpgrade();
    void aBatchOfTheCloudsOrchestrationIsToldByItsRows();
    void ofAKeyOnlyTheTailIsTaken();
    void stepsOfNobodyAndOddRowsDoNoHarm();
};

// The whole of it, as text: one verified, one failed, one undecided and then decided, one left out when its
// turn came, one left out of the plan.
void TicketTest::aFinishedBatchReadsAsItWasWritten()
{
    const QString written = markdownOf(ticketOf(finishedBatch()));
    QFile golden(QStringLiteral(UPLIFT_SOURCE_DIR "/tests/report/data/ticket.md"));
    QVERIFY(golden.open(QIODevice::ReadOnly));
    const QStringList expected = QString::fromUtf8(golden.readAll()).split(u'\n');
    const QStringList lines = written.split(u'\n');
    for (qsizetype i = 0; i < std::max(lines.size(), expected.size()); ++i) {
        if (lines.value(i) == expected.value(i))
            continue;
        QFile actual(QStringLiteral(UPLIFT_BINARY_DIR "/ticket.md")); // to compare, and to take over by hand
        QVERIFY(actual.open(QIODevice::WriteOnly));
        actual.write(written.toUtf8());
        QFAIL(qPrintable(QStringLiteral("line %1\n  is:     %2\n  golden: %3\nwritten to %4")
                             .arg(i + 1)
                             .arg(lines.value(i), expected.value(i), actual.fileName())));
    }
}

void TicketTest::theVerdictOfABatchStandsFirst_data()
{
    QTest::addColumn<BatchState>("state");
    QTest::addColumn<bool>("fails");
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<Tone>("tone");
    const auto row = [](const char *name, BatchState state, bool fails, const char *sentence, Tone tone) {
        QTest::newRow(name) << state << fails << QString::fromUtf8(sentence) << tone;
    };
    row("all ended well", BatchState::Finished, false, "Finished: 2 of 2 instances ended well.", Tone::Good);
    row("one failed", BatchState::Finished, true, "Finished: 1 of 2 instances ended well.", Tone::Bad);
    row("stopped", BatchState::Stopped, true,
        "Stopped: 1 of 2 instances have ended well; nothing more is begun.", Tone::Bad);
    row("held", BatchState::Held, true, "Held by a stop rule: 1 of 2 instances have ended well so far.",
        Tone::Attention);
    row("paused", BatchState::Paused, false, "Paused: 2 of 2 instances have ended well so far.",
        Tone::Attention);
    row("stopping", BatchState::Stopping, true,
        "Ends after the current ones: 1 of 2 instances have ended well so far.", Tone::Attention);
    row("running", BatchState::Running, true, "Under way: 1 of 2 instances have ended well so far.",
        Tone::Accent);
}

void TicketTest::theVerdictOfABatchStandsFirst()
{
    QFETCH(BatchState, state);
    QFETCH(bool, fails);
    const upgrade::BatchPlan batch = batchOf({QStringLiteral("a"), QStringLiteral("b")});
    const Document document = ticketOf(batchInput(
        batch, {row(batch, BatchState::Running, 0, by("anna@bastion-2")), row(batch, state, 99)},
        {verified(partOf(batch, 0)), fails ? failed(partOf(batch, 1)) : verified(partOf(batch, 1))}));
    QTEST(verdictOf(document).text.text, "sentence");
    QTEST(verdictOf(document).text.tone, "tone");
}

void TicketTest::theVerdictOfOneUpgradeStandsFirst_data()
{
    QTest::addColumn<upgrade::JournaledStep>("step");
    QTest::addColumn<QString>("sentence");
    const upgrade::StepPlan plan = planFor(QStringLiteral("orders"));
    const auto row = [](const char *name, const upgrade::JournaledStep &step, const char *sentence) {
        QTest::newRow(name) << step << QString::fromUtf8(sentence);
    };
    row("verified", verified(plan), "Verified: orders runs 7.0.1.14.");
    row("failed", failed(plan), "Failed: orders. The service says that the upgrade of orders failed.");
    row("decided", decided(plan), "Not started: orders, since 2026-11-19 16:24:00 UTC.");
    row("waiting",
        journaled(plan,
                  {{StepState::Planned, 0},
                   {StepState::Requested, 0},
                   {StepState::Accepted, 1},
                   {StepState::Waiting, 1}}),
        "Waiting for its window: orders, since 2026-11-19 16:01:00 UTC.");
    row("verified by a version nobody told",
        journaled(plan,
                  {{StepState::Planned, 0},
                   {StepState::Requested, 0},
                   {StepState::Accepted, 1},
                   {StepState::Verified, 9}}),
        "Verified: the upgrade of orders ended well.");
}

void TicketTest::theVerdictOfOneUpgradeStandsFirst()
{
    QFETCH(upgrade::JournaledStep, step);
    const Document document = ticketOf(inputOf({step}));
    QTEST(verdictOf(document).text.text, "sentence");
    QCOMPARE(document.title, QStringLiteral("Change ticket CHG-2041"));
    QCOMPARE(factOf(document, "Confirmed by"), QStringLiteral("anna@bastion-2"));
}

void TicketTest::beforeItBeginsThereIsAPlanAndNothingElse()
{
    TicketInput input = inputOf({});
    input.plannedBatch = batchOf({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")});
    const Document document = ticketOf(input);
    QCOMPARE(verdictOf(document).text.text, QStringLiteral("Not begun. Instances planned: 3, waves: 2."));
    QCOMPARE(
        headingsOf(document, 2),
        (QStringList{QStringLiteral("Before: the plan"), QStringLiteral("Checks, instance by instance")}));
    QCOMPARE(headingsOf(document, 3),
             (QStringList{QStringLiteral("What and when"), QStringLiteral("How it is sent"),
                          QStringLiteral("Waves and stop rules"), QStringLiteral("Expected impact"),
                          QStringLiteral("Rollback"), QStringLiteral("Left out of the plan"),
                          QStringLiteral("a (r-bp1a)"), QStringLiteral("b (r-bp1b)"),
                          QStringLiteral("c (r-bp1c)")}));
    QCOMPARE(factOf(document, "Confirmed by"), QStringLiteral("not yet"));
    QCOMPARE(factOf(document, "Confirmed at"), QStringLiteral("not yet"));
    QCOMPARE(cellUnder(document, "When"),
             QStringLiteral("2026-11-20 02:00 – 06:00 +08:00 / 2026-11-19 18:00 – 22:00 UTC"));
    const QString text = markdownOf(document);
    QVERIFY(text.contains(QLatin1String("None. There is no way back to an older version.")));
    QVERIFY(text.contains(QLatin1String("Passed: the status is Normal.")));
    QVERIFY(text.contains(QLatin1String("a change order is still open")));
    QVERIFY(text.contains(QLatin1String("Update the minor version, Mar 2026")));
    QVERIFY(!text.contains(QLatin1String("RequestId")));
}

void TicketTest::oneUpgradeHasATicketBeforeItBegins()
{
    TicketInput input = inputOf({});
    upgrade::StepPlan plan = planFor(QStringLiteral("orders"));
    plan.moment = Moment::Now;
    plan.window.reset();
    plan.momentNaming = MomentNaming::EffectiveTime;
    input.planned = {plan};
    const Document document = ticketOf(input);
    QCOMPARE(verdictOf(document).text.text, QStringLiteral("Not begun: the upgrade of orders is planned."));
    QCOMPARE(cellUnder(document, "When"), QStringLiteral("At once"));
    QCOMPARE(cellUnder(document, "Wave"), QStringLiteral("(no such column)"));
    QCOMPARE(
        factOf(document, "Request"),
        QStringLiteral("ModifyInstanceMinorVersion Minorversion=latest_version EffectiveTime=Immediately"));
    QCOMPARE(factOf(document, "Connections drop"), QStringLiteral("at most 30 s"));
}

void TicketTest::whatRunsIsSaidToRun()
{
    const upgrade::BatchPlan batch =
        batchOf({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("d")});
    const Document document =
        ticketOf(batchInput(batch, {row(batch, BatchState::Running, 0, by("anna@bastion-2"))},
                            {verified(partOf(batch, 0)),
                             journaled(partOf(batch, 1),
                                       {{StepState::Planned, 100},
                                        {StepState::Requested, 100},
                                        {StepState::Accepted, 100},
                                        {StepState::Running, 150}}),
                             journaled(partOf(batch, 2),
                                       {{StepState::Planned, 100},
                                        {StepState::Requested, 100},
                                        {StepState::Unanswered, 101},
                                        {StepState::Undecided, 103}})}));
    QVERIFY(headingsOf(document, 2).contains(QLatin1String("So far: what happened")));
    QCOMPARE(factOf(document, "Verified"), QStringLiteral("1"));
    QCOMPARE(factOf(document, "Under way"), QStringLiteral("1"));
    QCOMPARE(factOf(document, "Not begun"), QStringLiteral("1"));
    QCOMPARE(factOf(document, "Undecided, needs your decision"), QStringLiteral("1"));
    QCOMPARE(
        std::get<Note>(document.blocks.at(1)).text.text,
        QStringLiteral("It is not known what became of c. It was not sent again; somebody has to decide."));
    QVERIFY(markdownOf(document).contains(QLatin1String("| Upgrading | 2026-11-20 02:30:00 +08:00 | "
                                                        "2026-11-19 18:30:00 UTC | 30 min so far |")));
}

void TicketTest::theMastersZoneIsCompared_data()
{
    using Nodes = QList<NodeVersion>;
    QTest::addColumn<Nodes>("before");
    QTest::addColumn<Nodes>("after");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *name, const Nodes &before, const Nodes &after, const char *said) {
        QTest::newRow(name) << before << after << QString::fromLatin1(said);
    };
    const NodeVersion masterH = node("n-1", "master", "h", "7.0.1.8");
    const NodeVersion masterI = node("n-2", "master", "i", "7.0.1.14");
    const NodeVersion slaveI = node("n-2", "slave", "i", "7.0.1.8");
    const NodeVersion slaveH = node("n-1", "slave", "h", "7.0.1.14");
    row("moved", {masterH, slaveI}, {slaveH, masterI}, "moved from h to i");
    row("stayed", {masterH, slaveI}, {masterH, slaveI}, "not moved");
    row("another node of the same zone", {masterH}, {node("n-9", "Master", "h", "7.0.1.14")}, "not moved");
    row("not asked before", {}, {slaveH, masterI}, "unknown");
    row("not told after", {masterH, slaveI}, {}, "unknown");
    row("no master among them", {slaveI}, {masterI}, "unknown");
    row("a master without a zone", {masterH}, {node("n-2", "master", "", "7.0.1.14")}, "unknown");
    row("fewer masters than before", {masterH, masterI}, {masterI}, "unknown");
    row("two shards, one moved", {masterH, masterH}, {masterH, masterI}, "moved from h to h, i");
    row("two shards that swapped", {masterH, masterI}, {masterI, masterH}, "not moved");
}

void TicketTest::theMastersZoneIsCompared()
{
    QFETCH(QList<NodeVersion>, before);
    QFETCH(QList<NodeVersion>, after);
    upgrade::StepPlan plan = planFor(QStringLiteral("orders"));
    plan.nodesBefore = before;
    upgrade::JournaledStep step = verified(plan);
    step.transitions.last().data.insert(QStringLiteral("nodes"), upgrade::toJson(after));
    QTEST(cellUnder(ticketOf(inputOf({step})), "Master's zone"), "said");
}

void TicketTest::phasesAreToldAsFarAsTheStatesTellThem()
{
    const upgrade::StepPlan plan = planFor(QStringLiteral("orders"));
    const Document all = ticketOf(inputOf({verified(plan)}));
    QCOMPARE(cellUnder(all, "Until it began"), QStringLiteral("2 h 1 min"));
    QCOMPARE(cellUnder(all, "Copying"), QStringLiteral("12 min"));
    QCOMPARE(cellUnder(all, "Switching"), QStringLiteral("1 min"));
    QCOMPARE(cellUnder(all, "In all"), QStringLiteral("2 h 14 min"));
    const Document together = ticketOf(inputOf({failed(plan)}));
    QCOMPARE(cellUnder(together, "Until it began"), QStringLiteral("3 min"));
    QCOMPARE(cellUnder(together, "Copying"), QStringLiteral("7 min / with the switch, which was not seen"));
    QCOMPARE(cellUnder(together, "Switching"), QStringLiteral("unknown"));
    const Document switched = ticketOf(inputOf({journaled(plan,
                                                          {{StepState::Planned, 0},
                                                           {StepState::Requested, 0},
                                                           {StepState::Accepted, 0},
                                                           {StepState::Switching, 4},
                                                           {StepState::Verified, 5}})}));
    QCOMPARE(cellUnder(switched, "Until it began"), QStringLiteral("4 min"));
    QCOMPARE(cellUnder(switched, "Copying"), QStringLiteral("unknown"));
    QCOMPARE(cellUnder(switched, "Switching"), QStringLiteral("1 min"));
    const Document none = ticketOf(inputOf({journaled(plan,
                                                      {{StepState::Planned, 0},
                                                       {StepState::Requested, 0},
                                                       {StepState::Accepted, 0},
                                                       {StepState::Verified, 5}})}));
    for (const char *phase : {"Until it began", "Copying", "Switching"})
        QCOMPARE(cellUnder(none, phase), QStringLiteral("unknown"));
    QCOMPARE(cellUnder(none, "In all"), QStringLiteral("5 min"));
}

void TicketTest::aSwitchOutsideItsWindowIsAnAlarm()
{
    upgrade::JournaledStep step = verified(planFor(QStringLiteral("orders")));
    step.transitions.last().data.insert(QStringLiteral("switchedOutsideWindowMs"),
                                        evening.addSecs(600).toMSecsSinceEpoch());
    const Document document = ticketOf(inputOf({step}));
    const Note &alarm = std::get<Note>(document.blocks.at(1));
    QCOMPARE(
        alarm.text.text,
        QStringLiteral("orders switched outside its maintenance window, at 2026-11-20 00:10:00 +08:00."));
    QCOMPARE(alarm.text.tone, Tone::Bad);
    QVERIFY(markdownOf(document).contains(QLatin1String("switched outside its window")));
}

void TicketTest::whatIsNotKnownIsUnknown()
{
    const Document document = ticketOf(inputOf(
        {journaled(bare(QStringLiteral("r-1")),
                   {{StepState::Planned, 0}, {StepState::Requested, 0}, {StepState::Unanswered, 1}})}));
    QCOMPARE(document.title, QStringLiteral("Change ticket"));
    QCOMPARE(factOf(document, "Ticket"), QStringLiteral("none given"));
    QCOMPARE(factOf(document, "Note"), QStringLiteral("none given"));
    QCOMPARE(factOf(document, "Confirmed by"), QStringLiteral("unknown"));
    QCOMPARE(factOf(document, "Accounts"), QStringLiteral("unknown"));
    QCOMPARE(factOf(document, "What it does"), QStringLiteral("unknown"));
    QCOMPARE(factOf(document, "Connections drop"), QStringLiteral("none stated"));
    QCOMPARE(factOf(document, "Documented in"), QStringLiteral("unknown"));
    QCOMPARE(factOf(document, "Seen"), QStringLiteral("unknown"));
    QCOMPARE(cellUnder(document, "Change"), QStringLiteral("Upgrade: unknown → the latest"));
    QCOMPARE(cellUnder(document, "When"), QStringLiteral("unknown"));
    for (const char *head : {"Took", "Version now", "Master's zone", "Version before", "Until it began",
                             "Copying", "Switching", "In all", "RequestIds", "Task"})
        QCOMPARE(cellUnder(document, head), QStringLiteral("unknown"));
    QCOMPARE(cellUnder(document, "Sent, ended"), QStringLiteral("2026-11-20 00:00:00 +08:00 / not ended"));
    const QString text = markdownOf(document);
    QVERIFY(text.contains(QLatin1String("Versions of the nodes: unknown.")));
    QVERIFY(text.contains(QLatin1String("Checks: unknown.")));
    const QStringList lines = text.split(u'\n');
    for (const QString &line : lines) // the heads of a list of facts are empty
        QVERIFY2(line == QLatin1String("|  |  |") || !line.contains(QLatin1String("|  |")), qPrintable(line));
}

void TicketTest::eachAttemptAndPartIsTold()
{
    upgrade::BatchRules rules;
    rules.parts = upgrade::BatchParts::KernelThenProxy;
    rules.backUpFirst = true;
    upgrade::Candidate candidate;
    candidate.kernel = planFor(QStringLiteral("orders"));
    candidate.kernelOutdated = true;
    candidate.proxy = candidate.kernel;
    candidate.proxy->fromVersion = QStringLiteral("7.0.13");
    candidate.proxy->toVersion = QStringLiteral("7.0.15");
    candidate.proxyOutdated = true;
    const upgrade::BatchPlan batch = upgrade::planBatch(rules, {candidate}, {QStringLiteral("b-1")}, evening);
    const Document document = ticketOf(batchInput(
        batch,
        {row(batch, BatchState::Running, 0, by("anna@bastion-2")), row(batch, BatchState::Stopped, 200)},
        {verified(partOf(batch, 0, 0), "REQ-B"), failed(partOf(batch, 0, 1, 1), "REQ-K1"),
         verified(partOf(batch, 0, 1, 2), "REQ-K2")}));
    QCOMPARE(cellUnder(document, "Change"),
             QStringLiteral("Backup / Upgrade: 7.0.1.8 → 7.0.1.14 / Proxy upgrade: 7.0.13 → 7.0.15"));
    QCOMPARE(cellUnder(document, "Part", 0), QStringLiteral("Backup"));
    QCOMPARE(cellUnder(document, "Part", 2), QStringLiteral("Proxy upgrade"));
    QCOMPARE(headingsOf(document, 4),
             (QStringList{QStringLiteral("orders: Failed"), QStringLiteral("Backup"),
                          QStringLiteral("Upgrade"), QStringLiteral("Attempt 1"), QStringLiteral("Attempt 2"),
                          QStringLiteral("Proxy upgrade")}));
    // The proxy part was never begun, and the batch is over.
    QCOMPARE(cellUnder(document, "State", 2), QStringLiteral("Ended between two parts"));
    const QString text = markdownOf(document);
    for (const char *id : {"REQ-B", "REQ-K1", "REQ-K2"})
        QVERIFY2(text.contains(QLatin1String(id)), id);
    QVERIFY(text.contains(QLatin1String("Verified<br>attempt 2")));
    QVERIFY(text.contains(QLatin1String("UpgradeProxy SwitchTimeMode=MaintainTime")));
}

void TicketTest::theImpactNamesWhomItConcerns()
{
    upgrade::StepPlan inPlace = planFor(QStringLiteral("single"));
    inPlace.impact = QStringLiteral("Upgraded on its own server.");
    inPlace.disconnectionBound.clear();
    TicketInput input = inputOf({});
    input.planned = {planFor(QStringLiteral("a")), inPlace, planFor(QStringLiteral("b"))};
    const QString text = markdownOf(ticketOf(input));
    QVERIFY(text.contains(QLatin1String("| Instances | a, b |")));
    QVERIFY(text.contains(QLatin1String("| Instances | single |")));
    QVERIFY(text.contains(QLatin1String("| Connections drop | none stated |")));
    QCOMPARE(text.count(QLatin1String("| What it does |")), 2);
}

void TicketTest::aSettingIsNoUpgrade()
{
    upgrade::StepPlan plan = planFor(QStringLiteral("orders"));
    plan.kind = upgrade::StepKind::Window;
    upgrade::SettingChange change;
    change.before = QStringLiteral("02:00 – 06:00");
    change.after = QStringLiteral("03:00 – 07:00");
    plan.setting = change;
    const Document document = ticketOf(inputOf({verified(plan)}));
    QCOMPARE(verdictOf(document).text.text, QStringLiteral("Verified: the change of orders was made."));
    QCOMPARE(cellUnder(document, "Change"),
             QStringLiteral("Change of the maintenance window: 02:00 – 06:00 → 03:00 – 07:00"));
    QVERIFY(!headingsOf(document, 3).contains(QLatin1String("Expected impact")));
    QVERIFY(markdownOf(document).contains(QLatin1String("The former value can be set again.")));
    QCOMPARE(cellUnder(document, "Version before"), QStringLiteral("(no such column)"));
}

void TicketTest::aBatchOfTheCloudsOrchestrationIsToldByItsRows()
{
    upgrade::BatchPlan batch = batchOf({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")});
    batch.handedOver = {{{QStringLiteral("a-1")}, {QStringLiteral("cn-hangzhou")}, {}, {}, {}}};
    QList<upgrade::BatchRow> rows{row(batch, BatchState::Running, 0, by("anna@bastion-2")),
                                  row(batch, BatchState::Running, 1,
                                      {{QStringLiteral("handover"), 0},
                                       {QStringLiteral("executionId"), QStringLiteral("exec-7")},
                                       {QStringLiteral("requestId"), QStringLiteral("REQ-O")}})};
    const Document begun = ticketOf(batchInput(batch, rows));
    QCOMPARE(verdictOf(begun).text.text,
             QStringLiteral("Handed over: the cloud's orchestration runs the upgrades. Instances: 3."));
    QVERIFY(markdownOf(begun).contains(
        QLatin1String("Handed over in cn-hangzhou: execution exec-7, RequestId REQ-O.")));
    QCOMPARE(factOf(begun, "Handed over to the cloud's orchestration in"), QStringLiteral("cn-hangzhou"));
    const auto member = [&batch](int index, const char *state, const char *why) {
        return row(batch, BatchState::Running, 90,
                   {{QStringLiteral("member"), index},
                    {QStringLiteral("state"), QString::fromLatin1(state)},
                    {QStringLiteral("why"), QString::fromLatin1(why)},
                    {QStringLiteral("versionNow"), QStringLiteral("redis-7.0_7.0.1.14")}});
    };
    rows += {member(0, "Verified", ""), member(1, "Failed", "Task timed out"),
             row(batch, BatchState::Finished, 91,
                 {{QStringLiteral("handover"), 0}, {QStringLiteral("status"), QStringLiteral("Failed")}})};
    const Document ended = ticketOf(batchInput(batch, rows));
    QCOMPARE(verdictOf(ended).text.text, QStringLiteral("Finished: 1 of 3 instances ended well."));
    QCOMPARE(cellUnder(ended, "Version now", 0), QStringLiteral("7.0.1.14"));
    const QString text = markdownOf(ended);
    QVERIFY(text.contains(QStringLiteral("Failed<br>The service says: “Task timed out”")));
    QVERIFY(text.contains(QLatin1String("The execution in cn-hangzhou ended as Failed.")));
    QVERIFY(text.contains(QLatin1String("| c<br>`r-bp1c` | **Production** | Handed over to the cloud |")));
}

void TicketTest::ofAKeyOnlyTheTailIsTaken()
{
    upgrade::StepPlan plan = planFor(QStringLiteral("orders"));
    plan.keyTail = QStringLiteral("LTAI5tCanaryCanaryX7Qd");
    const QString text = markdownOf(ticketOf(inputOf({verified(plan)})));
    QVERIFY(text.contains(QStringLiteral("····X7Qd")));
    QVERIFY(!text.contains(QLatin1String("Canary")));
    QVERIFY(!text.contains(QLatin1String("6f1d2c3b"))); // the nonce of the request
}

void TicketTest::stepsOfNobodyAndOddRowsDoNoHarm()
{
    const upgrade::BatchPlan batch = batchOf({QStringLiteral("a")});
    upgrade::StepPlan lost = planFor(QStringLiteral("lost"));
    lost.id.value = batch.id.value + QStringLiteral(".99.7.1");
    upgrade::JournaledStep empty;
    empty.plan = partOf(batch, 0);
    const Document document = ticketOf(batchInput(
        batch,
        {row(batch, BatchState::Running, 0),
         row(batch, BatchState::Running, 1, {{QStringLiteral("leftOut"), QStringLiteral("nonsense")}}),
         row(batch, BatchState::Running, 2,
             {{QStringLiteral("member"), 1'000'000}, {QStringLiteral("state"), QStringLiteral("Verified")}}),
         row(batch, BatchState::Running, 3,
             {{QStringLiteral("handover"), 12}, {QStringLiteral("status"), QStringLiteral("Failed")}}),
         row(batch, BatchState::Running, 4,
             {{QStringLiteral("forgiven"), QJsonArray{QStringLiteral("x.1.2"), 5}}})},
        {verified(lost), empty}));
    QCOMPARE(verdictOf(document).text.text,
             QStringLiteral("Under way: 0 of 1 instances have ended well so far."));
    QCOMPARE(ticketOf(inputOf({})).blocks.isEmpty(), false);
    QCOMPARE(verdictOf(ticketOf(inputOf({}))).text.text, QStringLiteral("Nothing is planned."));
}

QTEST_GUILESS_MAIN(TicketTest)
#include "tst_ticket.moc"
