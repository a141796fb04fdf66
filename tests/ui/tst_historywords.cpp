// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/errortext.h"
#include "historysamples.h"
#include "ui/history/chainline.h"
#include "ui/history/historydetail.h"
#include "ui/history/historyfilter.h"
#include "ui/history/historyrow.h"
#include "ui/running/attemptparts.h"
#include "ui/running/attemptwords.h"
#include "ui/window/historyflow.h"
#include "upgrade/outcome.h"

#include <QTest>

using namespace uplift;
using namespace uplift::ui;
using namespace uplift::ui::samples;

namespace {

const QTimeZone hangzhou(8 * 3600);

QDateTime utc(int day, int hour, int minute = 0)
{
    return {QDate(2026, 11, day), QTime(hour, minute), Qt::UTC};
}

upgrade::ChainCheck chain(qint64 rows)
{
    upgrade::ChainCheck check;
    check.rows = rows;
    check.bornAt = QDateTime(QDate(2026, 1, 4), QTime(3, 0), Qt::UTC);
    return check;
}

} // namespace

class HistoryWordsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theChainIsToldInOneSentence_data();
    void theChainIsToldInOneSentence();
    void aFilterBecomesAQuestion_data();
    void aFilterBecomesAQuestion();
    void daysBeginAtTheUsersMidnight();
    void eachKindSaysWhatItChanges();
    void everyEndHasItsVerdict();
    void whatChangedFollowsWhatWasSeen_data();
    void whatChangedFollowsWhatWasSeen();
    void theMomentNamesItsZone();
    void statesCarryTheirTimesAndHowLongTheyLasted();
    void nodesAreHeldAgainstWhatTheyWere();
    void decisionsNameWhoAndWhy();
    void everyRequestIdIsListedOnce();
    void attemptsOfOtherYearsCarryTheYear();
    void foreignTextStaysOneLine();
    void anOpenAttemptForbidsTheArchive();
};

void HistoryWordsTest::theChainIsToldInOneSentence_data()
{
    QTest::addColumn<QString>("found");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("ground");
    QTest::newRow("whole") << "whole"
                           << "The chain of hashes is whole: 2,871 rows since 4 Jan 2026, checked at 14:32"
                           << int(Role::Canvas);
    QTest::newRow("written since")
        << "written since"
        << "The chain of hashes was whole at 14:32: 2,871 rows. What was written since is not checked yet."
        << int(Role::Canvas);
    QTest::newRow("empty") << "empty"
                           << "The journal holds no row yet." << int(Role::Canvas);
    QTest::newRow("one row was edited")
        << "broken"
        << "Row 1203 of the journal was changed after it was written. Do not trust what the journal says "
           "from there on; look at the instances' own versions and tasks."
        << int(Role::RedBg);
    QTest::newRow("the end was cut off")
        << "cut"
        << "The journal was cut off: its rows from 2800 on are missing. What was done last is not in it; "
           "look at the instances' own versions and tasks."
        << int(Role::AmberBg);
    QTest::newRow("not readable") << "unreadable"
                                  << "The chain of hashes could not be read. The disk is gone."
                                  << int(Role::AmberBg);
}

void HistoryWordsTest::theChainIsToldInOneSentence()
{
    QFETCH(QString, found);
    QFETCH(QString, text);
    QFETCH(int, ground);
    upgrade::ChainCheck check = chain(found == u"empty" ? 0 : 2871);
    if (found == u"broken")
        check.firstBroken = 1203;
    if (found == u"cut")
        check.missingFrom = 2800;
    const Result<upgrade::ChainCheck> result = found == u"unreadable"
        ? failure(Error::of(Error::Kind::Storage, QStringLiteral("The disk is gone.")))
        : Result<upgrade::ChainCheck>(check);
    const ChainWords words = chainWords(result, historyNow, hangzhou, found == u"written since");
    QCOMPARE(words.text, text);
    QCOMPARE(int(words.ground), ground);
}

void HistoryWordsTest::aFilterBecomesAQuestion_data()
{
    QTest::addColumn<int>("outcome");
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("states");
    QTest::addColumn<int>("kinds");
    QTest::newRow("everything") << int(OutcomeChoice::Any) << int(KindChoice::Any) << 0 << 0;
    QTest::newRow("still open") << int(OutcomeChoice::Open) << int(KindChoice::Kernel) << 8 << 1;
    QTest::newRow("failed") << int(OutcomeChoice::Failed) << int(KindChoice::Setting) << 3 << 6;
    QTest::newRow("not carried out") << int(OutcomeChoice::NotCarriedOut) << int(KindChoice::Backup) << 2
                                     << 1;
}

void HistoryWordsTest::aFilterBecomesAQuestion()
{
    QFETCH(int, outcome);
    QFETCH(int, kind);
    HistoryFilter filter;
    filter.outcome = OutcomeChoice(outcome);
    filter.kind = KindChoice(kind);
    filter.account.value = QStringLiteral("a-1");
    const upgrade::HistoryQuery query =
        queryOf(filter, QStringLiteral("  orders   REQ-1 "), historyNow, hangzhou);
    QTEST(int(query.outcomes.size()), "states");
    QTEST(int(query.kinds.size()), "kinds");
    QCOMPARE(query.text, QStringLiteral("orders REQ-1"));
    QCOMPARE(query.account.value, QStringLiteral("a-1"));
    QVERIFY(!query.from.isValid());
    QVERIFY(!query.to.isValid());
    QVERIFY(filter.isSet());
    QVERIFY(!HistoryFilter().isSet());
}

void HistoryWordsTest::daysBeginAtTheUsersMidnight()
{
    // 18:32 UTC is half past two in the night of the next day in Hangzhou.
    const QDateTime now = utc(19, 18, 32);
    HistoryFilter filter;
    filter.span = HistorySpan::Today;
    QCOMPARE(queryOf(filter, {}, now, hangzhou).from, utc(19, 16));
    QCOMPARE(queryOf(filter, {}, now, QTimeZone::utc()).from, utc(19, 0));
    filter.span = HistorySpan::Week;
    QCOMPARE(queryOf(filter, {}, now, hangzhou).from, utc(13, 16));
    filter.span = HistorySpan::Month;
    QCOMPARE(queryOf(filter, {}, now, hangzhou).from, utc(19, 16).addDays(-29));
    filter.span = HistorySpan::Custom;
    filter.from = QDate(2026, 11, 5);
    filter.to = QDate(2026, 11, 3); // the other way round
    const upgrade::HistoryQuery custom = queryOf(filter, {}, now, hangzhou);
    QCOMPARE(custom.from, utc(2, 16));
    QCOMPARE(custom.to, utc(5, 16)); // the last day is in it
    // A night in which the clocks go back is 25 hours long.
    const QTimeZone berlin("Europe/Berlin");
    filter.from = filter.to = QDate(2026, 10, 25);
    const upgrade::HistoryQuery back = queryOf(filter, {}, now, berlin);
    QCOMPARE(back.from.secsTo(back.to), 25LL * 3600);
}

void HistoryWordsTest::eachKindSaysWhatItChanges()
{
    QCOMPARE(changeWords(attemptPlan(QStringLiteral("a"))).line(), QStringLiteral("7.0.1.8  →  7.0.1.14"));
    upgrade::StepPlan proxy = attemptPlan(QStringLiteral("a"), Environment::Staging, StepKind::Proxy);
    proxy.fromVersion = QStringLiteral("6.8.9");
    proxy.toVersion.clear();
    QCOMPARE(changeWords(proxy).line(), QStringLiteral("Proxy upgrade: 6.8.9  →  latest"));
    QCOMPARE(changeWords(proxy).spoken(), QStringLiteral("Proxy upgrade: 6.8.9 to latest"));
    QCOMPARE(changeWords(attemptPlan(QStringLiteral("a"), Environment::Staging, StepKind::Backup)).line(),
             QStringLiteral("Backup"));
    QCOMPARE(changeWords(windowPlan(QStringLiteral("a"), Environment::Staging)).line(),
             QStringLiteral("Change of the maintenance window: 02:00 – 06:00  →  03:00 – 07:00"));
    QCOMPARE(attemptMark(StepKind::Backup, StepState::Running).word, QStringLiteral("Backing up"));
    QCOMPARE(attemptMark(StepKind::Kernel, StepState::Running).word, QStringLiteral("Upgrading"));
    QCOMPARE(attemptStateText(StepKind::Window, StepState::Unchanged),
             QStringLiteral("Accepted, nothing changed"));
}

void HistoryWordsTest::everyEndHasItsVerdict()
{
    const auto view = [](const upgrade::StepPlan &plan, StepState end) {
        upgrade::StepView step =
            upgrade::viewOf(verifiedAttempt(plan, historyNow, 22, QStringLiteral("REQ-1")));
        step.state = end;
        step.statusText = QStringLiteral("Normal");
        return step;
    };
    const upgrade::StepPlan kernel = attemptPlan(QStringLiteral("orders-cache"));
    const Verdict verified = verdictOf(view(kernel, StepState::Verified));
    QCOMPARE(verified.title, QStringLiteral("Verified: orders-cache runs 7.0.1.14"));
    QCOMPARE(verified.text, QStringLiteral("Status Normal, task succeeded, 2 of 2 nodes on 7.0.1.14"));
    QCOMPARE(int(verified.kind), int(NoteKind::Green));
    QCOMPARE(int(verdictOf(view(kernel, StepState::Unchanged)).kind), int(NoteKind::Amber));
    QCOMPARE(int(verdictOf(view(kernel, StepState::Undecided)).kind), int(NoteKind::Amber));
    QVERIFY(verdictOf(view(kernel, StepState::Gone)).title.contains(QStringLiteral("released")));
    for (const StepState end : {StepState::NotStarted, StepState::Cancelled})
        QVERIFY(!verdictOf(view(kernel, end)).text.isEmpty());
    const upgrade::StepPlan backup =
        attemptPlan(QStringLiteral("orders-cache"), Environment::Production, StepKind::Backup);
    QCOMPARE(verdictOf(view(backup, StepState::Verified)).title,
             QStringLiteral("The backup of orders-cache succeeded"));
    const Verdict setting =
        verdictOf(view(windowPlan(QStringLiteral("a"), Environment::Staging), StepState::Verified));
    QVERIFY(setting.title.contains(QStringLiteral("read back")));
}

void HistoryWordsTest::whatChangedFollowsWhatWasSeen_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<QString>("version");
    QTest::addColumn<QString>("status");
    QTest::addColumn<bool>("switched");
    QTest::addColumn<QString>("text");
    const int failed = int(StepState::Failed);
    QTest::newRow("failed, all as before")
        << failed << "7.0.1.8"
        << "Normal" << false << "No. Status Normal, the version is still 7.0.1.8.";
    QTest::newRow("failed, still at work") << failed << "7.0.1.8"
                                           << "Changing" << false << "";
    QTest::newRow("failed, nothing seen") << failed << ""
                                          << "Normal" << false << "";
    QTest::newRow("failed, and yet new") << failed << "7.0.1.14"
                                         << "Normal" << false << "Yes. It runs 7.0.1.14 now.";
    QTest::newRow("unchanged, switched")
        << int(StepState::Unchanged) << "7.0.1.8"
        << "Normal" << true << "Yes. A switch took place. The version did not change: it is still 7.0.1.8.";
    QTest::newRow("undecided") << int(StepState::Undecided) << "7.0.1.8"
                               << "Normal" << false << "";
}

void HistoryWordsTest::whatChangedFollowsWhatWasSeen()
{
    QFETCH(int, state);
    QFETCH(QString, version);
    QFETCH(QString, status);
    QFETCH(bool, switched);
    upgrade::StepView step = upgrade::viewOf(undecidedAttempt(attemptPlan(QStringLiteral("a")), historyNow));
    if (switched)
        step.transitions.append({StepState::Switching, historyNow, {}});
    step.state = StepState(state);
    step.versionNow = version;
    step.statusText = status;
    QTEST(changeSeenText(step), "text");
    const auto error = upgrade::errorOf(step.state, step);
    QVERIFY(error);
    // The four parts say the same as the evidence.
    const QString first = changeSeenText(step).section(QLatin1Char(' '), 0, 0);
    if (!first.isEmpty())
        QVERIFY2(errorText(*error).changed.startsWith(first), qPrintable(errorText(*error).changed));
    QVERIFY(errorText(*error).again.startsWith(QStringLiteral("Ask first")));
}

void HistoryWordsTest::theMomentNamesItsZone()
{
    upgrade::StepPlan plan = attemptPlan(QStringLiteral("a"));
    plan.window = WindowSpan{utc(19, 18), utc(19, 22)};
    QCOMPARE(momentLine(plan, hangzhou),
             QStringLiteral("In the window: 20 Nov 02:00 – 06:00 (UTC 19 Nov 18:00 – 22:00)"));
    QCOMPARE(momentLine(plan, QTimeZone::utc()), QStringLiteral("In the window: 19 Nov 18:00 – 22:00 UTC"));
    plan.window.reset();
    QCOMPARE(momentLine(plan, hangzhou), QStringLiteral("In the window; its hours were not known"));
    plan.moment = Moment::Now;
    QCOMPARE(momentLine(plan, hangzhou), QStringLiteral("At once"));
}

void HistoryWordsTest::statesCarryTheirTimesAndHowLongTheyLasted()
{
    const QDateTime begin = QDateTime(QDate(2026, 11, 19), QTime(15, 57, 20, 104), Qt::UTC);
    const upgrade::StepView step = upgrade::viewOf(attempt(attemptPlan(QStringLiteral("a")), begin,
                                                           {{StepState::Planned, 0},
                                                            {StepState::Requested, 42},
                                                            {StepState::Accepted, 42},
                                                            {StepState::Running, 400}}));
    const QList<StateLine> lines = stateLines(step, begin.addSecs(520), hangzhou);
    QCOMPARE(lines.size(), 4);
    QCOMPARE(lines.at(0),
             (StateLine{StepState::Planned, QStringLiteral("Planned"), QStringLiteral("Thu 19 Nov"),
                        QStringLiteral("23:57:20.104"), QStringLiteral("42 s")}));
    QCOMPARE(lines.at(1).lasted, QStringLiteral("under 1 s"));
    QCOMPARE(lines.at(1).day, QString());
    QCOMPARE(lines.at(3).day, QStringLiteral("Fri 20 Nov")); // past midnight in Hangzhou
    QCOMPARE(lines.at(3).lasted, QStringLiteral("2 min")); // it still lasts
    const upgrade::StepView ended =
        upgrade::viewOf(verifiedAttempt(attemptPlan(QStringLiteral("a")), begin, 22, QStringLiteral("R")));
    QCOMPARE(stateLines(ended, begin.addDays(9), hangzhou).constLast().lasted, QString());
}

void HistoryWordsTest::nodesAreHeldAgainstWhatTheyWere()
{
    upgrade::StepView step = upgrade::viewOf(
        verifiedAttempt(attemptPlan(QStringLiteral("a")), historyNow, 22, QStringLiteral("R")));
    step.plan.nodesBefore.append(report::test::node("n-3", "slave", "cn-hangzhou-k", "redis-7.0_7.0.1.8"));
    const QList<NodeLine> lines = nodeLines(step);
    QCOMPARE(lines.size(), 3);
    QCOMPARE(lines.at(0),
             (NodeLine{QStringLiteral("n-1"), QStringLiteral("master  →  slave"),
                       QStringLiteral("cn-hangzhou-h"), QStringLiteral("7.0.1.8  →  7.0.1.14")}));
    QCOMPARE(lines.at(2).version, QStringLiteral("7.0.1.8")); // it is not there any more
    step.plan.nodesBefore.clear();
    QCOMPARE(nodeLines(step).constFirst().version, QStringLiteral("7.0.1.14"));
}

void HistoryWordsTest::decisionsNameWhoAndWhy()
{
    const upgrade::StepView step =
        upgrade::viewOf(decidedAttempt(attemptPlan(QStringLiteral("a")), historyNow));
    const QList<DecisionWords> decisions = decisionsOf(step);
    QCOMPARE(decisions.size(), 1);
    QCOMPARE(decisions.constFirst().sentence, QStringLiteral("ben@bastion-2 said that it was not started."));
    QCOMPARE(decisions.constFirst().reason, QStringLiteral("no task in the console"));
    QCOMPARE(decisions.constFirst().at, historyNow.addSecs(1200));
}

void HistoryWordsTest::everyRequestIdIsListedOnce()
{
    const upgrade::StepView verified = upgrade::viewOf(
        verifiedAttempt(attemptPlan(QStringLiteral("a")), historyNow, 22, QStringLiteral("REQ-1")));
    QCOMPARE(requestIdsOf(verified), QStringList{QStringLiteral("REQ-1")});
    // Refused for the clock, sent again with a new nonce: two RequestIds.
    Error skew = Error::of(Error::Kind::Rejected, QStringLiteral("The clock is wrong."));
    skew.requestId = QStringLiteral("REQ-0");
    const upgrade::StepView twice = upgrade::viewOf(
        attempt(attemptPlan(QStringLiteral("a")), historyNow,
                {{StepState::Planned, 0},
                 {StepState::Requested, 0},
                 {StepState::Requested, 1, {{QStringLiteral("error"), upgrade::toJson(skew)}}},
                 {StepState::Accepted, 2, withId(QStringLiteral("REQ-1"))}}));
    QCOMPARE(requestIdsOf(twice), (QStringList{QStringLiteral("REQ-0"), QStringLiteral("REQ-1")}));
    QVERIFY(requestIdsOf(upgrade::viewOf(undecidedAttempt(attemptPlan(QStringLiteral("a")), historyNow)))
                .isEmpty());
}

void HistoryWordsTest::attemptsOfOtherYearsCarryTheYear()
{
    QCOMPARE(attemptTime(utc(19, 6, 20), historyNow, hangzhou), QStringLiteral("19 Nov 14:20"));
    QCOMPARE(attemptTime(utc(19, 6, 20).addYears(-1), historyNow, hangzhou), QStringLiteral("19 Nov 2025"));
    const HistoryRow row = historyRowOf(undecidedAttempt(attemptPlan(QStringLiteral("a")), utc(19, 6, 20)));
    QCOMPARE(sentInFull(row, hangzhou),
             QStringLiteral("19 Nov 2026 14:20:00 (UTC+8), 19 Nov 2026 06:20:00 UTC"));
    QCOMPARE(tookText(row), QStringLiteral("–")); // it has not ended
}

void HistoryWordsTest::foreignTextStaysOneLine()
{
    upgrade::StepPlan plan = attemptPlan(QStringLiteral("orders\ncache\u202e<b>"));
    const HistoryRow row = historyRowOf(undecidedAttempt(plan, historyNow));
    for (const QString &text : {instanceText(row), spokenText(row, historyNow, hangzhou)}) {
        QVERIFY(!text.contains(QLatin1Char('\n')));
        QVERIFY(!text.contains(QChar(0x202e)));
    }
    QCOMPARE(copiedText(row).count(QLatin1Char('\t')), 7);
}

void HistoryWordsTest::anOpenAttemptForbidsTheArchive()
{
    QVERIFY(archiveRefusal(0, 0).isEmpty());
    QVERIFY(archiveRefusal(1, 0).contains(QStringLiteral("1 attempt.")));
    QVERIFY(archiveRefusal(3, 2).contains(QStringLiteral("3 attempts, 2 batches.")));
    QVERIFY(archiveQuestion().text.contains(QStringLiteral("never removes anything")));
}

QTEST_MAIN(HistoryWordsTest)
#include "tst_historywords.moc"
