// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowrig.h"

#include "ui/batch/batchdraft.h"
#include "ui/batch/dryrunpage.h"
#include "ui/batch/planspage.h"
#include "ui/dialogs/ticketdialog.h"
#include "ui/instances/instancefilter.h"
#include "ui/instances/instancetable.h"
#include "ui/window/batchflow.h"
#include "ui/window/noticebar.h"

#include <QItemSelectionModel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace uplift;
using namespace uplift::ui;
using upgrade::BatchState;

/// What is kept of a batch, in the whole window over the practice cloud: its change ticket before and after.
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
        [&] { return draft().toCheck() == 0 && upgrade::memberCount(draft().plan()) == names.size(); },
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

QTEST_MAIN(BatchRecordsTest)
#include "tst_batchrecords.moc"
