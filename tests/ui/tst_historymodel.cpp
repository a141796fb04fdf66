// SPDX-License-Identifier: GPL-3.0-or-later
#include "historysamples.h"
#include "ui/history/historymodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace uplift;
using namespace uplift::ui;
using namespace uplift::ui::samples;

namespace {

/// A journal that answers when the test says so.
struct SlowJournal {
    struct Question {
        upgrade::HistoryQuery query;
        Handler<upgrade::HistoryPage> done;
    };
    QList<upgrade::JournaledStep> steps; ///< newest first
    QList<Question> asked;

    [[nodiscard]] HistoryModel::Source source()
    {
        return [this](const upgrade::HistoryQuery &query, QObject *, Handler<upgrade::HistoryPage> done) {
            asked.append({query, std::move(done)});
        };
    }
    void answer()
    {
        const Question question = asked.takeFirst();
        QList<upgrade::JournaledStep> fit;
        for (const upgrade::JournaledStep &step : std::as_const(steps)) {
            if (step.plan.instanceName.contains(question.query.text))
                fit.append(step);
        }
        question.done(upgrade::HistoryPage{fit.mid(question.query.offset, question.query.limit),
                                           static_cast<int>(fit.size())});
    }
    void refuse()
    {
        asked.takeFirst().done(
            failure(Error::of(Error::Kind::Storage, QStringLiteral("The journal cannot be read."))));
    }
    void begin(const QString &name) { steps.prepend(undecidedAttempt(attemptPlan(name), historyNow)); }
};

SlowJournal journalOf(int attempts)
{
    SlowJournal journal;
    for (int i = 0; i < attempts; ++i)
        journal.begin(QStringLiteral("store-%1").arg(i));
    return journal;
}

} // namespace

class HistoryModelTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void pagesComeAsOneScrolls();
    void newAttemptsComeOnTopAndTheRestStays();
    void aStateThatChangedChangesItsRowAlone();
    void whatNoLongerFitsGoes();
    void anAttemptThatCameWhileAPageWasReadIsNeitherLostNorDoubled();
    void typingAsksOnceMoreNotForEachLetter();
    void anAnswerToTheWordsBeforeIsNotShown();
    void afterAFailureTheRowsStayAndItCanBeAskedAgain();
    void anArchivedJournalLeavesNothing();
};

void HistoryModelTest::pagesComeAsOneScrolls()
{
    SlowJournal journal = journalOf(450);
    HistoryModel model(journal.source());
    QVERIFY(!model.canFetchMore({}));
    model.setQuery({});
    QVERIFY(model.isReading());
    journal.answer();
    QCOMPARE(model.rowCount(), 200);
    QCOMPARE(model.total(), 450);
    QCOMPARE(model.row(0).step.plan.instanceName, QStringLiteral("store-449"));
    for (const int rows : {400, 450}) {
        QVERIFY(model.canFetchMore({}));
        model.fetchMore({});
        model.fetchMore({}); // the view asks often; one question goes out
        QCOMPARE(journal.asked.size(), 1);
        journal.answer();
        QCOMPARE(model.rowCount(), rows);
    }
    QVERIFY(!model.canFetchMore({}));
    QCOMPARE(model.row(449).step.plan.instanceName, QStringLiteral("store-0"));
}

void HistoryModelTest::newAttemptsComeOnTopAndTheRestStays()
{
    SlowJournal journal = journalOf(300);
    HistoryModel model(journal.source());
    model.setQuery({});
    journal.answer();
    model.fetchMore({});
    journal.answer();
    const QPersistentModelIndex selected = model.index(250, 0);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QSignalSpy inserted(&model, &HistoryModel::inserted);
    journal.begin(QStringLiteral("new-1"));
    journal.begin(QStringLiteral("new-2"));
    model.refresh();
    journal.answer();
    QCOMPARE(resets.size(), 0);
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(inserted.constFirst().constFirst().toInt(), 2);
    QCOMPARE(model.rowCount(), 302);
    QCOMPARE(model.total(), 302);
    QCOMPARE(model.row(0).step.plan.instanceName, QStringLiteral("new-2"));
    QCOMPARE(selected.row(), 252);
    QCOMPARE(model.row(301).step.plan.instanceName, QStringLiteral("store-0"));
}

void HistoryModelTest::aStateThatChangedChangesItsRowAlone()
{
    SlowJournal journal = journalOf(3);
    HistoryModel model(journal.source());
    model.setQuery({});
    journal.answer();
    QCOMPARE(model.index(1, HistoryModel::OutcomeColumn).data().toString(), QStringLiteral("Undecided"));
    journal.steps[1].transitions.append({StepState::NotStarted, historyNow.addSecs(600), {}});
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.refresh();
    journal.answer();
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.constFirst().constFirst().toModelIndex().row(), 1);
    QCOMPARE(model.index(1, HistoryModel::OutcomeColumn).data().toString(), QStringLiteral("Not started"));
}

void HistoryModelTest::whatNoLongerFitsGoes()
{
    SlowJournal journal = journalOf(450);
    HistoryModel model(journal.source());
    // It reads further pages by itself; each change is held against the rules of item models.
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto answerAll = [&journal] {
        while (!journal.asked.isEmpty())
            journal.answer();
    };
    model.setQuery({});
    answerAll();
    QCOMPARE(model.row(0).step.plan.instanceName, QStringLiteral("store-449"));
    journal.steps.removeAt(1);
    journal.steps.removeAt(100);
    journal.begin(QStringLiteral("new"));
    model.refresh();
    answerAll();
    QCOMPARE(model.total(), 449);
    QCOMPARE(model.row(0).step.plan.instanceName, QStringLiteral("new"));
    QCOMPARE(model.row(2).step.plan.instanceName, QStringLiteral("store-447"));
    QCOMPARE(model.indexOf(journal.steps.at(150).plan.id), 150);
}

void HistoryModelTest::anAttemptThatCameWhileAPageWasReadIsNeitherLostNorDoubled()
{
    SlowJournal journal = journalOf(300);
    HistoryModel model(journal.source());
    model.setQuery({});
    journal.answer();
    model.fetchMore({});
    journal.begin(QStringLiteral("new")); // pushes the second page on by one
    journal.answer();
    QCOMPARE(journal.asked.size(), 1); // the total had moved: the first page is asked for again
    journal.answer();
    QCOMPARE(model.rowCount(), 301);
    QSet<QString> names;
    for (int row = 0; row < model.rowCount(); ++row)
        names.insert(model.row(row).step.plan.instanceName);
    QCOMPARE(names.size(), 301);
    QCOMPARE(model.row(0).step.plan.instanceName, QStringLiteral("new"));
}

void HistoryModelTest::typingAsksOnceMoreNotForEachLetter()
{
    SlowJournal journal = journalOf(20);
    HistoryModel model(journal.source());
    model.setQuery({});
    upgrade::HistoryQuery query;
    for (const char *typed : {"s", "st", "store-1", "store-17"}) {
        query.text = QString::fromLatin1(typed);
        model.setQuery(query);
    }
    QCOMPARE(journal.asked.size(), 1);
    journal.answer();
    QCOMPARE(journal.asked.size(), 1);
    QCOMPARE(journal.asked.constFirst().query.text, QStringLiteral("store-17"));
    journal.answer();
    QCOMPARE(journal.asked.size(), 0);
    QCOMPARE(model.rowCount(), 1);
}

void HistoryModelTest::anAnswerToTheWordsBeforeIsNotShown()
{
    SlowJournal journal = journalOf(20);
    HistoryModel model(journal.source());
    model.setQuery({});
    journal.answer();
    upgrade::HistoryQuery query;
    query.text = QStringLiteral("store-1");
    model.setQuery(query);
    query.text = QStringLiteral("store-7");
    model.setQuery(query);
    QCOMPARE(model.rowCount(), 20); // what was there stays until the answer comes
    journal.answer();
    QCOMPARE(model.rowCount(), 20);
    journal.answer();
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.row(0).step.plan.instanceName, QStringLiteral("store-7"));
}

void HistoryModelTest::afterAFailureTheRowsStayAndItCanBeAskedAgain()
{
    SlowJournal journal = journalOf(5);
    HistoryModel model(journal.source());
    model.setQuery({});
    journal.answer();
    model.refresh();
    journal.refuse();
    QVERIFY(model.error());
    QCOMPARE(model.rowCount(), 5);
    model.refresh();
    journal.answer();
    QVERIFY(!model.error());
    // A first page that fails is asked for as what it is.
    HistoryModel fresh(journal.source());
    upgrade::HistoryQuery query;
    query.text = QStringLiteral("store-3");
    fresh.setQuery(query);
    journal.refuse();
    QVERIFY(!fresh.isRead());
    fresh.refresh();
    journal.answer();
    QCOMPARE(fresh.rowCount(), 1);
}

void HistoryModelTest::anArchivedJournalLeavesNothing()
{
    SlowJournal journal = journalOf(300);
    HistoryModel model(journal.source());
    model.setQuery({});
    journal.answer();
    model.fetchMore({});
    journal.answer();
    journal.steps.clear();
    model.refresh();
    journal.answer();
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.total(), 0);
    QVERIFY(!model.canFetchMore({}));
}

QTEST_MAIN(HistoryModelTest)
#include "tst_historymodel.moc"
