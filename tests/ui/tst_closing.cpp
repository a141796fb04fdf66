// SPDX-License-Identifier: GPL-3.0-or-later
#include "batchviewsamples.h"
#include "dialogsamples.h"
#include "historysamples.h"
#include "secrets/sessionstore.h"
#include "ui/dialogs/closingdialog.h"
#include "ui/look/style.h"
#include "ui/preferences.h"
#include "ui/session.h"
#include "ui/window/mainwindow.h"
#include "upgrade/outcome.h"

#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace uplift;
using namespace uplift::ui;
using namespace uplift::ui::samples;
using upgrade::BatchState;

namespace {

const QTimeZone hangzhou(8 * 3600);

upgrade::StepView open(const QString &name, StepState state,
                       Environment environment = Environment::Production)
{
    upgrade::StepView step = upgrade::viewOf(undecidedAttempt(attemptPlan(name, environment), historyNow));
    step.state = state;
    return step;
}

QStringList headsOf(const std::optional<ClosingWords> &words)
{
    QStringList heads;
    for (const ClosingLine &line : words.value_or(ClosingWords()).lines)
        heads.append(line.head);
    return heads;
}

} // namespace

class ClosingTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyLook(*qApp, ThemeId::Light); }
    void nothingOpenIsNoQuestion();
    void eachStateIsSaidToGoOnOrNot_data();
    void eachStateIsSaidToGoOnOrNot();
    void manyAreCountedAndThreeNamed();
    void eachBatchIsSaidToGoOnOrNot_data();
    void eachBatchIsSaidToGoOnOrNot();
    void laterWavesNameWhenTheNextIsDue();
    void whatGoesOnComesFirst();
    void theRehearsalSaysThatItEnds();
    void theDialogFitsASmallScreen();
    void theWindowAsksOnceAndStaysOrCloses();

private:
    static std::optional<ClosingWords> words(const QList<upgrade::StepView> &steps,
                                             const QList<upgrade::BatchView> &batches = {})
    {
        return closingWords(steps, batches, false, historyNow, hangzhou);
    }
};

void ClosingTest::nothingOpenIsNoQuestion()
{
    QVERIFY(!words({}));
    QList<upgrade::StepView> ended;
    for (const StepState state :
         {StepState::Verified, StepState::Failed, StepState::Rejected, StepState::Gone, StepState::Cancelled,
          StepState::NotStarted, StepState::Unchanged})
        ended.append(open(QStringLiteral("a"), state));
    QVERIFY(!words(ended));
    QVERIFY(!words({},
                   {batchView(QStringLiteral("Weekend"), BatchState::Finished, 3, 3),
                    batchView(QStringLiteral("Other"), BatchState::Stopped, 3, 1)}));
    QVERIFY(!closingWords(ended, {}, true, historyNow, hangzhou));
    // Its last members run and nothing is to come: they are steps, and said as such.
    QVERIFY(!words({}, {batchView(QStringLiteral("Weekend"), BatchState::Running, 3, 2, 0, true)}));
    // Of one that is only being checked nothing was sent, and nothing will be.
    upgrade::BatchView checking = batchView(QStringLiteral("Weekend"), BatchState::Running, 3, 2, 0, true);
    checking.progress.attempts[2][0].last().checking = true;
    QCOMPARE(headsOf(words({}, {checking})),
             QStringList{QStringLiteral("The batch “Weekend” begins nothing more")});
}

void ClosingTest::eachStateIsSaidToGoOnOrNot_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<QString>("head");
    for (const StepState state :
         {StepState::Accepted, StepState::Waiting, StepState::Running, StepState::Switching})
        QTest::newRow(qPrintable(upgrade::stateName(state)))
            << int(state) << "1 change goes on in the cloud by itself";
    for (const StepState state : {StepState::Requested, StepState::Unanswered})
        QTest::newRow(qPrintable(upgrade::stateName(state))) << int(state) << "1 answer is still awaited";
    QTest::newRow("Undecided") << int(StepState::Undecided) << "1 attempt waits for your decision";
}

void ClosingTest::eachStateIsSaidToGoOnOrNot()
{
    QFETCH(int, state);
    QFETCH(QString, head);
    const auto said = words({open(QStringLiteral("orders-cache"), StepState(state))});
    QCOMPARE(headsOf(said), QStringList{head});
    QVERIFY(said->lines.constFirst().text.contains(QStringLiteral("orders-cache (Production)")));
    if (StepState(state) == StepState::Requested)
        QVERIFY(said->lines.constFirst().text.contains(QStringLiteral("nothing is sent again")));
}

void ClosingTest::manyAreCountedAndThreeNamed()
{
    QList<upgrade::StepView> steps;
    for (const char *name : {"a", "b", "c", "d", "e"})
        steps.append(open(QString::fromLatin1(name), StepState::Running, Environment::Staging));
    const auto said = words(steps);
    QCOMPARE(headsOf(said), QStringList{QStringLiteral("5 changes go on in the cloud by themselves")});
    QCOMPARE(said->lines.constFirst().text,
             QStringLiteral("a (Staging), b (Staging), c (Staging) and 2 more. The next start shows how that "
                            "ended."));
}

void ClosingTest::eachBatchIsSaidToGoOnOrNot_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<bool>("handedOver");
    QTest::addColumn<QString>("head");
    QTest::newRow("runs here") << int(BatchState::Running) << false
                               << "The batch “Weekend” begins nothing more";
    QTest::newRow("paused") << int(BatchState::Paused) << false << "The batch “Weekend” stays paused";
    QTest::newRow("held") << int(BatchState::Held) << false << "The batch “Weekend” stays held";
    QTest::newRow("handed over") << int(BatchState::Running) << true
                                 << "The batch “Weekend” goes on in the cloud by itself";
}

void ClosingTest::eachBatchIsSaidToGoOnOrNot()
{
    QFETCH(int, state);
    QFETCH(bool, handedOver);
    QFETCH(QString, head);
    upgrade::BatchView batch = batchView(QStringLiteral("Weekend"), BatchState(state), 30, 2);
    if (handedOver)
        batch.plan.handedOver = {upgrade::Orchestration()};
    QCOMPARE(headsOf(words({}, {batch})), QStringList{head});
    // One that is stopping begins nothing more anyway.
    QVERIFY(!words({}, {batchView(QStringLiteral("Weekend"), BatchState::Stopping, 30, 2)}));
}

void ClosingTest::laterWavesNameWhenTheNextIsDue()
{
    upgrade::BatchView batch = batchView(QStringLiteral("Weekend"), BatchState::Running, 30, 2, 0, true);
    batch.nextAt = historyNow.addSecs(3 * 3600 + 28 * 60);
    const QString text = words({}, {batch})->lines.constFirst().text;
    QVERIFY2(text.startsWith(
                 QStringLiteral("27 members have not begun and begin only while Uplift runs. The next is due "
                                "today 18:00. The next start goes on with them, and asks first if ")),
             qPrintable(text));
}

void ClosingTest::whatGoesOnComesFirst()
{
    upgrade::BatchView cloud = batchView(QStringLiteral("Cloud"), BatchState::Running, 30, 2);
    cloud.plan.handedOver = {upgrade::Orchestration()};
    const QStringList heads = headsOf(words(
        {open(QStringLiteral("a"), StepState::Undecided), open(QStringLiteral("b"), StepState::Running)},
        {batchView(QStringLiteral("Here"), BatchState::Held, 3, 1), cloud}));
    QCOMPARE(heads,
             (QStringList{QStringLiteral("1 change goes on in the cloud by itself"),
                          QStringLiteral("The batch “Cloud” goes on in the cloud by itself"),
                          QStringLiteral("The batch “Here” stays held"),
                          QStringLiteral("1 attempt waits for your decision")}));
}

void ClosingTest::theRehearsalSaysThatItEnds()
{
    const auto said =
        closingWords({open(QStringLiteral("a"), StepState::Running)}, {}, true, historyNow, hangzhou);
    QCOMPARE(said->lines.size(), 2);
    QCOMPARE(said->lines.constFirst().head, QStringLiteral("The practice cloud ends with Uplift"));
}

void ClosingTest::theDialogFitsASmallScreen()
{
    upgrade::BatchView cloud = batchView(QStringLiteral("Cloud"), BatchState::Running, 30, 2);
    cloud.plan.handedOver = {upgrade::Orchestration()};
    const auto said = words({open(QStringLiteral("cart-sessions"), StepState::Running),
                             open(QStringLiteral("pay-dedup"), StepState::Undecided),
                             open(QStringLiteral("mail-queue"), StepState::Requested)},
                            {batchView(QStringLiteral("Weekend"), BatchState::Running, 30, 2), cloud});
    ClosingDialog dialog(*said);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.setHeightLimit(560);
    QVERIFY(showActive(dialog));
    QVERIFY(dialog.height() <= 560);
    auto *stay = child<QPushButton>(dialog, "closingStay");
    QTRY_VERIFY(stay->hasFocus());
    QVERIFY(stay->isDefault());
    const QString pictures = qEnvironmentVariable("UPLIFT_PICTURES");
    QCoreApplication::processEvents();
    if (!pictures.isEmpty())
        QVERIFY(dialog.grab().save(QDir(pictures).filePath(QStringLiteral("closing.png"))));
    QTest::keyClick(&dialog, Qt::Key_Return);
    QCOMPARE(dialog.result(), int(QDialog::Rejected));
}

void ClosingTest::theWindowAsksOnceAndStaysOrCloses()
{
    const QTemporaryDir folder;
    const SystemClock clock;
    secrets::SessionStore keychain;
    Preferences preferences(folder.filePath(QStringLiteral("preferences.ini")));
    SessionOptions options;
    options.folder = folder.filePath(QStringLiteral("data"));
    Session session(options, keychain, clock);
    // What an earlier start left open.
    {
        upgrade::JournalOptions journalOptions;
        journalOptions.path = options.folder + QStringLiteral("/journal.sqlite");
        upgrade::Journal journal(journalOptions);
        QVERIFY(upgrade::test::openJournal(journal).access == upgrade::JournalState::Access::Writable);
        QVERIFY(upgrade::test::append(
            journal,
            rowsOf(attempt(attemptPlan(QStringLiteral("cart-sessions")), clock.now().addSecs(-600),
                           {{StepState::Planned, 0},
                            {StepState::Requested, 0},
                            {StepState::Accepted, 1},
                            {StepState::Running, 20}}))));
    }
    MainWindow window(session, preferences);
    window.show();
    session.start();
    QTRY_VERIFY_WITH_TIMEOUT(session.isReady(), 20'000);
    QTRY_COMPARE(session.upgrades().openCount(), 1);
    QVERIFY(!window.close());
    QVERIFY(window.isVisible());
    QVERIFY(!window.close()); // the question stands; there is no second one
    QCOMPARE(window.findChildren<ClosingDialog *>().size(), 1);
    auto *dialog = window.findChild<ClosingDialog *>();
    child<QPushButton>(*dialog, "closingStay")->click();
    QVERIFY(window.isVisible());
    QTRY_VERIFY(!window.findChild<ClosingDialog *>());
    QVERIFY(!window.close());
    child<QPushButton>(*window.findChild<ClosingDialog *>(), "closingClose")->click();
    QTRY_VERIFY(!window.isVisible());
}

QTEST_MAIN(ClosingTest)
#include "tst_closing.moc"
