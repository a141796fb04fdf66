// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowrig.h"

#include "ui/batch/batchdraft.h"
#include "ui/batch/dryrunpage.h"
#include "ui/batch/planrowsmodel.h"
#include "ui/batch/planrowsview.h"
#include "ui/batch/planspage.h"
#include "ui/dialogs/ticketdialog.h"
#include "ui/history/historypage.h"
#include "ui/history/historytable.h"
#include "ui/instances/instancefilter.h"
#include "ui/instances/instancetable.h"
#include "ui/window/batchflow.h"
#include "ui/window/noticebar.h"
#include "ui/window/notifyflow.h"

#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>

#include <algorithm>

using namespace uplift;
using namespace uplift::ui;
using upgrade::BatchState;

/// What is kept of a batch, in the whole window over the practice cloud: its change ticket before and after,
/// and the way back to it.
class BatchRecordsTest : public QObject, protected test::WindowRig {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { closeAll(); }
    void theTicketOfAPlanIsWrittenBeforeItsStart_data();
    void theTicketOfAPlanIsWrittenBeforeItsStart();
    void theTicketOfAnotherPlanChangesNothing();
    void theTicketOfABatchIsOneKeyAway();
    void whereNothingWasBegunItIsSaid();
    void whatIsPlannedKnowsItsBackups();
    void aBatchThatHoldsIsOpenedWhereItIsResumed();
    void aBatchOfAnEarlierStartIsListed();
    void aBatchThatIsNotListedIsSearchedInTheHistory();

private:
    template <class T> [[nodiscard]] T *child(const char *name) const
    {
        return m_window->findChild<T *>(QString::fromLatin1(name));
    }
    void trigger(const char *action) const { child<QAction>(action)->trigger(); }
    [[nodiscard]] BatchDraft &draft() const { return m_window->batches()->draft(); }
    [[nodiscard]] TicketDialog *ticket() const { return m_window->findChild<TicketDialog *>(); }
    [[nodiscard]] bool closeTicket() const
    {
        ticket()->close();
        return QTest::qWaitFor([this] { return !ticket(); }, 20'000);
    }
    [[nodiscard]] bool plan(const QStringList &names) const; ///< several rows of the table
    [[nodiscard]] PlanId start() const;
    [[nodiscard]] PlansPage *plans() const { return m_window->batches()->plans(); }
    [[nodiscard]] BatchState stateOf(const PlanId &id) const
    {
        const auto view = m_session->batches().batch(id);
        return view ? view->progress.state : BatchState::Running;
    }
};

void BatchRecordsTest::init()
{
    SessionOptions options = newFolder();
    options.intervals.startGap = std::chrono::milliseconds(10);
    openSession(options);
    QVERIFY(openWindow());
    QTRY_VERIFY_WITH_TIMEOUT(isListed(), listedMs);
}

bool BatchRecordsTest::plan(const QStringList &names) const
{
    m_window->focusPane(2);
    auto *table = m_window->findChild<InstanceTable *>();
    QItemSelection selection;
    for (const profiles::Profile &profile : m_session->workspace().workspace().profiles) {
        if (!names.contains(profile.name))
            continue;
        const QModelIndex row =
            table->filter()->indexOf(profile.account.value + QLatin1Char('/') + profile.instance.value);
        selection.select(row, row);
    }
    table->selectionModel()->select(selection,
                                    QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    upgrade::BatchRules rules = draft().rules();
    rules.moment = upgrade::BatchMoment::Now;
    rules.canaryFirst = false;
    rules.afterCanary = std::chrono::minutes(0);
    rules.between = std::chrono::minutes(0);
    draft().setRules(rules);
    return QTest::qWaitFor(
        [&] { return draft().isPlanned() && upgrade::memberCount(draft().plan()) == names.size(); },
        listedMs);
}

PlanId BatchRecordsTest::start() const
{
    PlanId begun;
    m_session->batches().start(draft().confirmed(QStringLiteral("tester")), m_window.get(),
                               [&begun](const Result<PlanId> &id) { begun = id.value_or(PlanId()); });
    return QTest::qWaitFor([&begun] { return !begun.isEmpty(); }, 20'000) ? begun : PlanId();
}

void BatchRecordsTest::theTicketOfAPlanIsWrittenBeforeItsStart_data()
{
    QTest::addColumn<bool>("dryRun");
    QTest::addColumn<QString>("action");
    QTest::newRow("by key beside the table") << false << "actionTicket";
    QTest::newRow("by key over the dry run") << true << "actionTicket";
    QTest::newRow("from the plan's menu") << false << "actionPlanTicket";
}

void BatchRecordsTest::theTicketOfAPlanIsWrittenBeforeItsStart()
{
    QFETCH(bool, dryRun);
    QFETCH(QString, action);
    QVERIFY(plan({QStringLiteral("orders-cache"), QStringLiteral("orders-cache-stg")}));
    if (dryRun)
        trigger("actionDryRun");
    QCOMPARE(m_window->batches()->dryRun()->isVisible(), dryRun);
    trigger(action.toLatin1().constData());
    QVERIFY(ticket());
    QTRY_VERIFY_WITH_TIMEOUT(ticket()->previewText().contains(QStringLiteral("orders-cache-stg")), 20'000);
    ticket()->findChild<QLineEdit *>(QStringLiteral("ticketNumber"))->setText(QStringLiteral("CHG-88"));
    ticket()->findChild<QLineEdit *>(QStringLiteral("ticketNote"))->setText(QStringLiteral("Asked by Li."));
    QVERIFY(closeTicket());
    // In the plan's own fields, in its ticket when that is opened again, and in what is journaled.
    QCOMPARE(child<QLineEdit>("planTicket")->text(), QStringLiteral("CHG-88"));
    QCOMPARE(child<QPlainTextEdit>("planNote")->toPlainText(), QStringLiteral("Asked by Li."));
    trigger(action.toLatin1().constData());
    QCOMPARE(ticket()->number(), QStringLiteral("CHG-88"));
    QVERIFY(closeTicket());
    const PlanId id = start();
    QVERIFY(!id.isEmpty());
    QCOMPARE(m_session->batches().batch(id)->plan.ticket, QStringLiteral("CHG-88"));
    QCOMPARE(m_session->batches().batch(id)->plan.note, QStringLiteral("Asked by Li."));
}

void BatchRecordsTest::theTicketOfAnotherPlanChangesNothing()
{
    QVERIFY(plan({QStringLiteral("orders-cache"), QStringLiteral("orders-cache-stg")}));
    draft().setTicket(QStringLiteral("CHG-1"));
    m_window->batches()->setTicket({QStringLiteral("another")}, QStringLiteral("CHG-2"), QString());
    QCOMPARE(draft().ticket(), QStringLiteral("CHG-1"));
    m_window->batches()->setTicket(draft().plan().id, QStringLiteral("CHG-3"), QString());
    QCOMPARE(draft().ticket(), QStringLiteral("CHG-3"));
}

void BatchRecordsTest::theTicketOfABatchIsOneKeyAway()
{
    QVERIFY(plan({QStringLiteral("orders-cache"), QStringLiteral("orders-cache-stg")}));
    draft().setTicket(QStringLiteral("CHG-89"));
    const PlanId id = start();
    m_window->focusPane(6);
    QTRY_VERIFY(child<QPushButton>("batchTicket") && child<QPushButton>("batchTicket")->isVisible());
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(id), BatchState::Finished, listedMs);
    QTRY_VERIFY(!child<QPushButton>("pauseBatch"));
    child<QPushButton>("batchTicket")->click();
    QTRY_VERIFY_WITH_TIMEOUT(ticket(), 20'000);
    QCOMPARE(ticket()->number(), QStringLiteral("CHG-89"));
    QTRY_VERIFY_WITH_TIMEOUT(ticket()->previewText().contains(QStringLiteral("2 of 2 instances ended well")),
                             20'000);
    QVERIFY(closeTicket());
    trigger("actionTicket");
    QTRY_VERIFY_WITH_TIMEOUT(ticket(), 20'000);
    QCOMPARE(ticket()->number(), QStringLiteral("CHG-89"));
}

void BatchRecordsTest::whereNothingWasBegunItIsSaid()
{
    m_window->focusPane(6);
    trigger("actionTicket");
    QVERIFY(!ticket());
    QVERIFY(m_window->batches()->plans()->notices()->text().contains(
        QStringLiteral("Choose a batch that was begun")));
}

void BatchRecordsTest::whatIsPlannedKnowsItsBackups()
{
    QVERIFY(plan({QStringLiteral("orders-cache"), QStringLiteral("orders-cache-stg")}));
    const auto allKnown = [this] {
        const QList<PlanMember> &members = draft().members();
        return std::all_of(members.begin(), members.end(),
                           [](const PlanMember &member) { return member.candidate.lastBackup.isValid(); });
    };
    QTRY_VERIFY_WITH_TIMEOUT(allKnown(), 20'000);
    QVERIFY(m_session->practice()->requestCount(QStringLiteral("DescribeBackups")) >= 2);
    // Who was backed up within the rule's own limit is not backed up again.
    const auto backedUp = [this] {
        const QList<upgrade::BatchItem> &items = draft().plan().items;
        return std::count_if(items.begin(), items.end(), [](const upgrade::BatchItem &item) {
            return item.parts.contains(upgrade::StepKind::Backup);
        });
    };
    upgrade::BatchRules rules = draft().rules();
    rules.backUpFirst = true;
    rules.backupLimit = std::chrono::hours(24 * 30);
    draft().setRules(rules);
    QTRY_VERIFY(draft().isPlanned());
    QTRY_COMPARE(backedUp(), 0);
}

void BatchRecordsTest::aBatchThatHoldsIsOpenedWhereItIsResumed()
{
    // The staging one comes first, in a wave of its own: the other has not begun.
    for (const profiles::Profile &profile : m_session->workspace().workspace().profiles) {
        if (profile.name == u"orders-cache-stg")
            m_session->practice()->failUpgradesOf(profile.instance);
    }
    QVERIFY(plan({QStringLiteral("orders-cache"), QStringLiteral("orders-cache-stg")}));
    const PlanId id = start();
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(id), BatchState::Held, listedMs);
    m_window->focusPane(2);
    // As its notification does when it is clicked.
    Q_EMIT m_window->findChild<NotifyFlow *>()->batchRequested(id);
    QVERIFY(plans()->isVisible());
    QCOMPARE(plans()->current(), id);
    QTRY_VERIFY(child<QPushButton>("resumeBatch") && child<QPushButton>("resumeBatch")->isVisible());
    // And the link beside an attempt in the history.
    m_window->focusPane(5);
    QTRY_VERIFY_WITH_TIMEOUT(
        child<QPushButton>("attemptBatch") && child<QPushButton>("attemptBatch")->isVisible(), 20'000);
    child<QPushButton>("attemptBatch")->click();
    QVERIFY(plans()->isVisible());
    QCOMPARE(plans()->current(), id);
}

/// What was journaled before: this program's batches hear nothing of it.
void BatchRecordsTest::aBatchOfAnEarlierStartIsListed()
{
    QVERIFY(plan({QStringLiteral("orders-cache"), QStringLiteral("orders-cache-stg")}));
    upgrade::BatchPlan before = draft().plan();
    before.id = {QStringLiteral("b-earlier")};
    before.name = QStringLiteral("Spring cleaning");
    before.ticket = QStringLiteral("CHG-90");
    const QDateTime at = m_clock.now().addDays(-30);
    const QJsonObject leftOut{{QStringLiteral("leftOut"), upgrade::stepIdOf(before.id, {0, 0}, 1).value},
                              {QStringLiteral("latest"), true},
                              {QStringLiteral("why"), QStringLiteral("It runs the latest version.")}};
    int written = 0;
    for (const upgrade::BatchRow &row :
         {upgrade::BatchRow{
              before.id, BatchState::Running, at, {{QStringLiteral("plan"), upgrade::toJson(before)}}},
          upgrade::BatchRow{before.id, BatchState::Running, at, leftOut},
          upgrade::BatchRow{before.id, BatchState::Finished, at.addSecs(60), {}}})
        m_session->journal().append(row, m_window.get(), [&written](const Result<qint64> &seq) {
            written += seq.has_value() ? 1 : 0;
        });
    QTRY_COMPARE_WITH_TIMEOUT(written, 3, 20'000);
    m_window->focusPane(6);
    QTRY_VERIFY_WITH_TIMEOUT(plans()->holds(before.id), 20'000);
    QCOMPARE(plans()->current(), before.id);
    QCOMPARE(plans()->list()->currentIndex().data(Qt::DisplayRole).toString(), before.name);
    const QString outcome = child<QLabel>("batchProgress")->text();
    QVERIFY2(outcome.startsWith(QStringLiteral("1 of 2 verified")), qPrintable(outcome));
    QVERIFY(child<QPushButton>("planBatchAgain"));
    child<QPushButton>("batchTicket")->click();
    QTRY_VERIFY_WITH_TIMEOUT(ticket(), 20'000);
    QCOMPARE(ticket()->number(), before.ticket);
    QVERIFY(closeTicket());
    // What became of a member is in the history, not in In progress.
    PlanRowsView *timeline = plans()->timeline();
    QTRY_COMPARE(timeline->lines()->rowCount(), 5); // two waves, a gate between
    timeline->setCurrentIndex(timeline->model()->index(1, 0));
    QTRY_VERIFY(child<QPushButton>("memberStep"));
    QCOMPARE(child<QPushButton>("memberStep")->text(), QStringLiteral("Show it in the history"));
    child<QPushButton>("memberStep")->click();
    QVERIFY(m_window->findChild<HistoryPage *>()->isVisible());
    QCOMPARE(child<QLineEdit>("historySearch")->text(), before.items.constFirst().plan.instance.value);
}

void BatchRecordsTest::aBatchThatIsNotListedIsSearchedInTheHistory()
{
    Q_EMIT m_window->findChild<NotifyFlow *>()->batchRequested({QStringLiteral("b-archived")});
    // The page is made when it is first needed.
    const auto shown = [this] {
        const auto *history = m_window->findChild<HistoryPage *>();
        return history && history->isVisible();
    };
    QTRY_VERIFY_WITH_TIMEOUT(shown(), 20'000);
    QCOMPARE(child<QLineEdit>("historySearch")->text(), QStringLiteral("b-archived"));
}

QTEST_MAIN(BatchRecordsTest)
#include "tst_batchrecords.moc"
