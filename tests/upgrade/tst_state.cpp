// SPDX-License-Identifier: GPL-3.0-or-later
#include "upgrade/state.h"

#include <QTest>

using namespace uplift::upgrade;

namespace {

const QList<StepState> everyState{StepState::Planned,   StepState::Requested,  StepState::Unanswered,
                                  StepState::Undecided, StepState::Accepted,   StepState::Waiting,
                                  StepState::Running,   StepState::Switching,  StepState::Verified,
                                  StepState::Rejected,  StepState::NotStarted, StepState::Cancelled,
                                  StepState::Failed,    StepState::Unchanged,  StepState::Gone};

} // namespace

class StateTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyNameIsReadBack();
    void anUnknownNameIsSaidToBeUnknown();
    void everyStateHasItsWords();
    void nothingFollowsAnEnd();
    void everyOpenStateReachesAnEnd();
    void onlyTheProvidersAnswersFollow_data();
    void onlyTheProvidersAnswersFollow();
};

void StateTest::everyNameIsReadBack()
{
    QSet<QString> names;
    for (StepState state : everyState) {
        bool known = false;
        QCOMPARE(stateFromName(stateName(state), &known), state);
        QVERIFY(known);
        names.insert(stateName(state));
    }
    QCOMPARE(names.size(), everyState.size());
}

void StateTest::anUnknownNameIsSaidToBeUnknown()
{
    bool known = true;
    (void)stateFromName(QStringLiteral("requested"), &known);
    QVERIFY(!known);
}

void StateTest::everyStateHasItsWords()
{
    QCOMPARE(stateText(StepState::Unanswered), QStringLiteral("No answer yet"));
    QCOMPARE(stateText(StepState::Undecided), QStringLiteral("Undecided, needs your decision"));
    QCOMPARE(stateText(StepState::Unchanged), QStringLiteral("Ended, version unchanged"));
    for (StepState state : everyState)
        QVERIFY(!stateText(state).isEmpty());
}

void StateTest::nothingFollowsAnEnd()
{
    for (StepState from : everyState) {
        for (StepState to : everyState)
            QVERIFY2(!isEnd(from) || !mayFollow(from, to), qPrintable(stateName(from) + stateName(to)));
    }
}

void StateTest::everyOpenStateReachesAnEnd()
{
    for (StepState from : everyState) {
        if (isEnd(from))
            continue;
        bool reaches = false;
        for (StepState to : everyState)
            reaches = reaches || (isEnd(to) && mayFollow(from, to));
        QVERIFY2(reaches, qPrintable(stateName(from)));
    }
}

void StateTest::onlyTheProvidersAnswersFollow_data()
{
    QTest::addColumn<StepState>("from");
    QTest::addColumn<StepState>("to");
    QTest::addColumn<bool>("allowed");
    using enum StepState;
    QTest::newRow("a plan is requested") << Planned << Requested << true;
    QTest::newRow("a plan is never accepted unasked") << Planned << Accepted << false;
    QTest::newRow("a request is signed again after a clock refusal") << Requested << Requested << true;
    QTest::newRow("a request gets no answer") << Requested << Unanswered << true;
    QTest::newRow("an unanswered one is never requested again") << Unanswered << Requested << false;
    QTest::newRow("an undecided one is never requested again") << Undecided << Requested << false;
    QTest::newRow("an unanswered one is found accepted") << Unanswered << Accepted << true;
    QTest::newRow("an unanswered one is never called rejected") << Unanswered << Rejected << false;
    QTest::newRow("the user goes on asking") << Undecided << Undecided << true;
    QTest::newRow("a note on one that waits") << Waiting << Waiting << true;
    QTest::newRow("a plan is made once") << Planned << Planned << false;
    QTest::newRow("an accepted one is never called not started") << Accepted << NotStarted << false;
    QTest::newRow("an accepted one verifies at once") << Accepted << Verified << true;
    QTest::newRow("switching never goes back to running") << Switching << Running << false;
    QTest::newRow("running never goes back to waiting") << Running << Waiting << false;
    QTest::newRow("a running one fails") << Running << Failed << true;
}

void StateTest::onlyTheProvidersAnswersFollow()
{
    QFETCH(StepState, from);
    QFETCH(StepState, to);
    QFETCH(bool, allowed);
    QCOMPARE(mayFollow(from, to), allowed);
}

QTEST_GUILESS_MAIN(StateTest)
#include "tst_state.moc"
