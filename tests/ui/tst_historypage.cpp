// SPDX-License-Identifier: GPL-3.0-or-later
#include "historysamples.h"
#include "ui/history/historydetail.h"
#include "ui/history/historypage.h"
#include "ui/history/historytable.h"
#include "ui/language.h"
#include "ui/look/style.h"
#include "ui/look/type.h"
#include "ui/running/attemptwords.h"
#include "ui/window/noticebar.h"
#include "upgrade/outcome.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace uplift;
using namespace uplift::ui;
using namespace uplift::ui::samples;

namespace {

const QTimeZone hangzhou(8 * 3600);

template <class T> T *find(const QWidget &in, const char *name)
{
    return in.findChild<T *>(QString::fromLatin1(name));
}

} // namespace

/// The page over a real journal, beside its detail as in the window.
class HistoryPageTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void everyAttemptIsThereNewestFirst();
    void wordsFindNamesIdsAccountsTicketsAndRequestIds_data();
    void wordsFindNamesIdsAccountsTicketsAndRequestIds();
    void filtersNarrowAndAreCleared();
    void theDetailTellsOneAttempt();
    void anEditedRowIsNamed();
    void newStatesComeInWhileOneReads();
    void oldAttemptsComeAsOneScrolls();
    void keysMoveCopyAndLeave();
    void aNewJournalSaysWhatBelongsHere();
    void aPageThatIsHiddenReadsNothing();
    void itFitsBothSizesInEveryLook_data();
    void itFitsBothSizesInEveryLook();

private:
    void write(const QList<upgrade::JournaledStep> &steps);
    void show(int width, int height);
    [[nodiscard]] int rows() const { return m_page->model()->rowCount(); }
    void search(const QString &words);
    void select(const QString &name);
    [[nodiscard]] QStringList textsOf(const QWidget &widget) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<upgrade::Journal> m_journal;
    std::unique_ptr<QWidget> m_window;
    HistoryPage *m_page = nullptr;
    HistoryDetail *m_detail = nullptr;
    int m_questions = 0;
};

void HistoryPageTest::initTestCase() { QStandardPaths::setTestModeEnabled(true); }

void HistoryPageTest::init()
{
    applyLook(*qApp, ThemeId::Light);
    m_questions = 0;
    m_folder = std::make_unique<QTemporaryDir>();
    upgrade::JournalOptions options;
    options.path = m_folder->filePath(QStringLiteral("journal.sqlite"));
    m_journal = std::make_unique<upgrade::Journal>(options);
    QCOMPARE(upgrade::test::openJournal(*m_journal).access, upgrade::JournalState::Access::Writable);
    m_window = std::make_unique<QWidget>();
    auto *row = new QHBoxLayout(m_window.get());
    row->setContentsMargins({});
    row->setSpacing(0);
    m_page = new HistoryPage(
        [this](const upgrade::HistoryQuery &query, QObject *context, Handler<upgrade::HistoryPage> done) {
            ++m_questions;
            m_journal->history(query, context, std::move(done));
        });
    m_detail = new HistoryDetail;
    row->addWidget(m_page, 1);
    row->addWidget(m_detail);
    m_page->setNow(historyNow, hangzhou);
    m_detail->setNow(historyNow, hangzhou);
    connect(m_page, &HistoryPage::selected, m_detail, [this] {
        if (const auto attempt = m_page->current())
            m_detail->showAttempt(upgrade::viewOf(attempt->step),
                                  attempt->step.plan.batch.isEmpty() ? QString() : QStringLiteral("Weekend"));
        else
            m_detail->showNothing();
    });
}

void HistoryPageTest::cleanup()
{
    m_window.reset();
    m_journal.reset();
    m_folder.reset();
}

void HistoryPageTest::write(const QList<upgrade::JournaledStep> &steps)
{
    QList<upgrade::JournalRow> rows;
    for (const upgrade::JournaledStep &step : steps)
        rows += rowsOf(step);
    QVERIFY(upgrade::test::append(*m_journal, rows));
}

void HistoryPageTest::show(int width, int height)
{
    m_detail->setFixedWidth(width >= 1150 ? 424 : 368);
    m_window->resize(width, height);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTRY_VERIFY(m_page->model()->isRead() && !m_page->model()->isReading());
}

void HistoryPageTest::search(const QString &words)
{
    auto *edit = find<QLineEdit>(*m_page, "historySearch");
    QSignalSpy read(m_page->model(), &HistoryModel::changed);
    edit->setText(words);
    QTRY_VERIFY(!read.isEmpty());
    QTRY_VERIFY(!m_page->model()->isReading());
}

void HistoryPageTest::select(const QString &name)
{
    for (int row = 0; row < rows(); ++row) {
        if (m_page->model()->row(row).step.plan.instanceName == name)
            return m_page->table()->selectRow(row);
    }
    QFAIL(qPrintable(name));
}

QStringList HistoryPageTest::textsOf(const QWidget &widget) const
{
    QStringList texts;
    const QList<QLabel *> labels = widget.findChildren<QLabel *>();
    for (const QLabel *label : labels)
        texts.append(label->text());
    return texts;
}

void HistoryPageTest::everyAttemptIsThereNewestFirst()
{
    write(months());
    show(1157, 735);
    QCOMPARE(rows(), 22);
    QCOMPARE(m_page->model()->row(0).step.plan.instanceName, QStringLiteral("pay-dedup"));
    QCOMPARE(m_page->model()->row(21).step.plan.instanceName, QStringLiteral("session-store-0"));
    QVERIFY(textsOf(*m_page).contains(QStringLiteral("22 attempts, newest first")));
    // The newest is selected and shown.
    QCOMPARE(m_page->current()->step.plan.instanceName, QStringLiteral("pay-dedup"));
    QCOMPARE(m_detail->step()->plan.instanceName, QStringLiteral("pay-dedup"));
    const QString spoken =
        m_page->model()->index(1, HistoryModel::InstanceColumn).data(Qt::AccessibleTextRole).toString();
    QCOMPARE(spoken,
             QStringLiteral("ad-budget, Production, Rejected, 7.0.1.8 to 7.0.1.14, 19 Nov 13:58, 1 s, "
                            "Retail production"));
}

void HistoryPageTest::wordsFindNamesIdsAccountsTicketsAndRequestIds_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<int>("found");
    QTest::newRow("name") << "stage-that-is-not-there" << 0;
    QTest::newRow("part of a name") << "orders-cache" << 2;
    QTest::newRow("id") << "r-bp1ad-budget" << 1;
    QTest::newRow("account") << "Retail" << 22;
    QTest::newRow("RequestId") << "C3B1E7F0-52AD-5D44-B1E8-9F7A6C20D3E1" << 1;
    QTest::newRow("RequestId of a refusal") << "5D1B7C20" << 1;
    QTest::newRow("ticket") << "CHG-2041" << 22;
    QTest::newRow("two words, both must occur") << "mail Retail" << 1;
    QTest::newRow("wildcards are letters") << "%" << 0;
}

void HistoryPageTest::wordsFindNamesIdsAccountsTicketsAndRequestIds()
{
    QFETCH(QString, words);
    write(months());
    show(1157, 735);
    search(words);
    // A RequestId within an error is found as well.
    QTEST(rows(), "found");
    auto *title = find<QLabel>(*m_page, "historyEmptyTitle");
    QCOMPARE(title->isVisible(), rows() == 0);
    if (rows() > 0)
        return;
    QCOMPARE(title->text(), QStringLiteral("No attempt matches “%1”").arg(words.trimmed()));
    QVERIFY(!find<QLabel>(*m_page, "historyEmptyText")->text().contains(u"filters")); // none is chosen
    QTest::mouseClick(find<QPushButton>(*m_page, "historyClear"), Qt::LeftButton);
    QTRY_COMPARE(rows(), 22);
    QVERIFY(find<QLineEdit>(*m_page, "historySearch")->text().isEmpty());
}

void HistoryPageTest::filtersNarrowAndAreCleared()
{
    write(months());
    show(1157, 735);
    auto *kind = find<QComboBox>(*m_page, "historyKind");
    kind->setCurrentIndex(kind->findData(int(KindChoice::Backup)));
    QTRY_COMPARE(rows(), 1);
    kind->setCurrentIndex(kind->findData(int(KindChoice::Setting)));
    QTRY_COMPARE(m_page->model()->row(0).step.plan.kind, StepKind::Window);
    kind->setCurrentIndex(0);
    auto *outcome = find<QComboBox>(*m_page, "historyOutcome");
    outcome->setCurrentIndex(outcome->findData(int(OutcomeChoice::Undecided)));
    QTRY_COMPARE(m_page->current()->step.plan.instanceName, QStringLiteral("pay-dedup"));
    QCOMPARE(rows(), 1);
    outcome->setCurrentIndex(0);
    auto *span = find<QComboBox>(*m_page, "historySpan");
    span->setCurrentIndex(span->findData(int(HistorySpan::Today)));
    QTRY_COMPARE(rows(), 6); // one of them just after midnight in Hangzhou
    QVERIFY(!find<QWidget>(*m_page, "historyDates")->isVisible());
    span->setCurrentIndex(span->findData(int(HistorySpan::Custom)));
    QVERIFY(find<QWidget>(*m_page, "historyDates")->isVisible());
    span->setCurrentIndex(0);
    QTRY_COMPARE(rows(), 22);
    m_page->setAccounts({{AccountId{QStringLiteral("a-1")}, QStringLiteral("Retail production")},
                         {AccountId{QStringLiteral("a-2")}, QStringLiteral("Sandbox")}});
    auto *account = find<QComboBox>(*m_page, "historyAccount");
    account->setCurrentIndex(account->findText(QStringLiteral("Sandbox")));
    QTRY_COMPARE(rows(), 0);
    // The account is removed from the workspace: what was narrowed to it is shown again.
    m_page->setAccounts({{AccountId{QStringLiteral("a-1")}, QStringLiteral("Retail production")}});
    QTRY_COMPARE(rows(), 22);
}

void HistoryPageTest::theDetailTellsOneAttempt()
{
    write(months());
    show(1157, 735);
    select(QStringLiteral("ad-budget"));
    QVERIFY(find<QWidget>(*m_detail, "stepError"));
    const QStringList rejected = textsOf(*m_detail);
    QVERIFY(rejected.contains(QStringLiteral("Rejected: ad-budget")));
    QVERIFY(rejected.contains(QStringLiteral("5D1B7C20-88F4-5A36-9E0B-2C47F1A6D983")));
    QVERIFY(rejected.contains(QStringLiteral("13:58:00.000")));
    QVERIFY(!rejected.contains(QStringLiteral("none came")));
    select(QStringLiteral("mail-queue"));
    const QStringList verified = textsOf(*m_detail);
    QVERIFY(verified.contains(QStringLiteral("Verified: mail-queue runs 7.0.1.14")));
    QVERIFY(verified.contains(QStringLiteral("t-83hq1w6r0b")));
    QVERIFY(verified.contains(QStringLiteral("anna@bastion-2")));
    QVERIFY(verified.contains(QStringLiteral("7.0.1.8  →  7.0.1.14")));
    QVERIFY(verified.contains(QStringLiteral("Nodes, before and after")));
    QSignalSpy batch(m_detail, &HistoryDetail::batchRequested);
    auto *link = find<QPushButton>(*m_detail, "attemptBatch");
    QCOMPARE(link->text(), QStringLiteral("Weekend, wave 2"));
    link->click();
    QCOMPARE(batch.size(), 1);
    select(QStringLiteral("session-store"));
    QVERIFY(textsOf(*m_detail).contains(QStringLiteral("ben@bastion-2 said that it was not started.")));
    QSignalSpy again(m_detail, &HistoryDetail::planAgainRequested);
    find<QPushButton>(*m_detail, "historyPlanAgain")->click();
    QCOMPARE(again.size(), 1);
    select(QStringLiteral("pay-dedup"));
    QSignalSpy running(m_detail, &HistoryDetail::runningRequested);
    find<QPushButton>(*m_detail, "historyRunning")->click();
    QCOMPARE(running.size(), 1);
    QSignalSpy ticket(m_detail, &HistoryDetail::ticketRequested);
    find<QPushButton>(*m_detail, "historyTicket")->click();
    QCOMPARE(ticket.size(), 1);
}

void HistoryPageTest::anEditedRowIsNamed()
{
    write(months());
    {
        upgrade::test::RawDatabase raw(m_folder->filePath(QStringLiteral("journal.sqlite")));
        QVERIFY(raw.value(QStringLiteral("DROP TRIGGER rows_stay")).isValid());
        QVERIFY(raw.value(QStringLiteral("UPDATE state_row SET at_ms = at_ms - 1 WHERE seq = 5")).isValid());
    }
    show(1157, 735);
    auto *again = find<QPushButton>(*m_page, "chainAgain");
    QVERIFY(!again->isVisible()); // the first reading has not been answered yet
    m_page->setChain(chainWords(upgrade::test::chainOf(*m_journal), historyNow, hangzhou), false);
    auto *text = find<QLabel>(*m_page, "chainText");
    QVERIFY2(text->text().startsWith(QStringLiteral("Row 5 of the journal was changed")),
             qPrintable(text->text()));
    QVERIFY(again->isVisible());
    QSignalSpy asked(m_page, &HistoryPage::chainCheckRequested);
    again->click();
    QCOMPARE(asked.size(), 1);
}

void HistoryPageTest::newStatesComeInWhileOneReads()
{
    QList<upgrade::JournaledStep> steps = months(300);
    write(steps);
    show(1157, 735);
    select(QStringLiteral("session-store-298"));
    m_page->table()->verticalScrollBar()->setValue(400);
    const int seen = m_page->table()->rowAt(0);
    const QString top = m_page->model()->row(seen).step.plan.instanceName;
    upgrade::JournaledStep fresh =
        verifiedAttempt(attemptPlan(QStringLiteral("new-one")), historyNow, 9, QStringLiteral("NEW-1"));
    write({fresh});
    m_page->touch();
    QTRY_COMPARE(m_page->model()->total(), 311);
    QCOMPARE(m_page->model()->row(0).step.plan.instanceName, QStringLiteral("new-one"));
    QCOMPARE(m_page->current()->step.plan.instanceName, QStringLiteral("session-store-298"));
    QCOMPARE(m_page->model()->row(m_page->table()->rowAt(0)).step.plan.instanceName, top);
    // What is selected gets its new state, and the detail with it.
    select(QStringLiteral("pay-dedup"));
    const upgrade::StepPlan plan = m_page->current()->step.plan;
    QVERIFY(upgrade::test::append(
        *m_journal, {{0, plan.id, plan.instance, StepState::NotStarted, historyNow, {}, {}, plan.kind}}));
    m_page->touch();
    QTRY_COMPARE(m_detail->step()->state, StepState::NotStarted);
}

void HistoryPageTest::oldAttemptsComeAsOneScrolls()
{
    write(months(440));
    show(1157, 735);
    QTRY_COMPARE(rows(), 400); // a page ahead
    QScrollBar *bar = m_page->table()->verticalScrollBar();
    bar->setValue(bar->maximum());
    QTRY_COMPARE(rows(), 450);
    m_page->table()->selectRow(449);
    QCOMPARE(m_detail->step()->plan.instanceName, QStringLiteral("session-store-0"));
}

void HistoryPageTest::keysMoveCopyAndLeave()
{
    write(months());
    show(1157, 735);
    m_page->focusTable();
    QTest::keyClick(m_page->table(), Qt::Key_Down);
    QCOMPARE(m_page->current()->step.plan.instanceName, QStringLiteral("ad-budget"));
    QTest::keyClick(m_page->table(), Qt::Key_C, Qt::ControlModifier);
    const QString copied = QApplication::clipboard()->text();
    QVERIFY2(
        copied.startsWith(QStringLiteral("2026-11-19T05:58:00Z\tad-budget\tr-bp1ad-budget\tProduction\t")),
        qPrintable(copied));
    QTest::keyClick(m_page->table(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("5D1B7C20-88F4-5A36-9E0B-2C47F1A6D983"));
    QSignalSpy detail(m_page, &HistoryPage::detailRequested);
    QTest::keyClick(m_page->table(), Qt::Key_Return);
    QCOMPARE(detail.size(), 1);
    QTest::keyClick(m_page->table(), Qt::Key_End);
    QCOMPARE(m_page->table()->currentIndex().row(), 21);
    m_page->focusSearch();
    auto *edit = find<QLineEdit>(*m_page, "historySearch");
    QVERIFY(edit->hasFocus());
    QTest::keyClicks(edit, QStringLiteral("ad-b"));
    QTRY_COMPARE(rows(), 1);
    QTest::keyClick(edit, Qt::Key_Escape);
    QTRY_COMPARE(rows(), 22);
    QTest::keyClick(edit, Qt::Key_Escape);
    QVERIFY(m_page->table()->hasFocus());
    // The menu of the button holds both exports and the archive.
    QStringList actions;
    const QList<QAction *> offered = find<QMenu>(*m_page, "historyExportMenu")->actions();
    for (const QAction *action : offered) {
        if (!action->isSeparator())
            actions.append(action->objectName());
    }
    QCOMPARE(actions,
             (QStringList{QStringLiteral("historyCsv"), QStringLiteral("historyJson"),
                          QStringLiteral("historyArchive")}));
}

void HistoryPageTest::aNewJournalSaysWhatBelongsHere()
{
    show(1157, 735);
    QCOMPARE(find<QLabel>(*m_page, "historyEmptyTitle")->text(), QStringLiteral("Nothing was attempted yet"));
    QVERIFY(!find<QPushButton>(*m_page, "historyClear")->isVisible());
    QVERIFY(!m_detail->step());
}

void HistoryPageTest::aPageThatIsHiddenReadsNothing()
{
    write(months());
    m_page->touch();
    m_page->setNow(historyNow.addSecs(60), hangzhou);
    QCOMPARE(m_questions, 0);
    show(1157, 735);
    const int asked = m_questions;
    m_window->hide();
    m_page->touch();
    m_page->touch();
    QCOMPARE(m_questions, asked);
    m_window->show(); // what was touched meanwhile is read now, once
    QTRY_COMPARE(m_questions, asked + 1);
}

void HistoryPageTest::itFitsBothSizesInEveryLook_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("theme");
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("height");
    for (const char *language : {"en", "zh_CN"}) {
        for (const ThemeId theme : {ThemeId::Light, ThemeId::Dark}) {
            QTest::addRow("%s %d wide", language, int(theme)) << language << int(theme) << 1157 << 735;
            QTest::addRow("%s %d small", language, int(theme)) << language << int(theme) << 975 << 567;
        }
    }
}

void HistoryPageTest::itFitsBothSizesInEveryLook()
{
    QFETCH(QString, language);
    QFETCH(int, theme);
    QFETCH(int, width);
    QFETCH(int, height);
    Language chosen;
    chosen.apply(language);
    applyLook(*qApp, ThemeId(theme));
    cleanup();
    init();
    applyLook(*qApp, ThemeId(theme));
    write(months(30));
    show(width, height);
    m_page->setChain(chainWords(upgrade::test::chainOf(*m_journal), historyNow, hangzhou), false);
    select(QStringLiteral("ad-budget"));
    QVERIFY(m_window->minimumSizeHint().width() <= width);
    const QFontMetrics body(typeFont(Type::Body));
    HistoryTable *table = m_page->table();
    int sum = 0;
    for (int column = 0; column < HistoryModel::ColumnTotal; ++column) {
        sum += table->columnWidth(column);
        if (column == HistoryModel::SentColumn) {
            const QString text = table->model()->index(0, column).data().toString();
            QVERIFY2(body.horizontalAdvance(text) + 16 <= table->columnWidth(column), qPrintable(text));
        }
    }
    QVERIFY(sum <= table->viewport()->width());
    QVERIFY2(table->columnWidth(HistoryModel::InstanceColumn) >= scaled(150),
             qPrintable(QString::number(table->columnWidth(HistoryModel::InstanceColumn))));
    const QList<QPushButton *> buttons = m_window->findChildren<QPushButton *>();
    for (const QPushButton *button : buttons) {
        if (button->isVisible())
            QVERIFY2(button->width() >= button->sizeHint().width(),
                     qPrintable(button->objectName() + QLatin1Char(' ') + button->text()));
    }
    const QString pictures = qEnvironmentVariable("UPLIFT_PICTURES");
    if (pictures.isEmpty())
        return;
    const QString name = QString::fromLatin1(QTest::currentDataTag()).replace(u' ', u'-');
    const auto keep = [&](const char *what) {
        QCoreApplication::processEvents();
        QVERIFY(m_window->grab().save(QDir(pictures).filePath(
            QStringLiteral("history-%1-%2.png").arg(QString::fromLatin1(what), name))));
    };
    keep("rejected");
    select(QStringLiteral("mail-queue"));
    keep("verified");
    select(QStringLiteral("session-store"));
    keep("decided");
    auto *span = find<QComboBox>(*m_page, "historySpan");
    span->setCurrentIndex(4);
    search(QStringLiteral("nothing at all"));
    keep("empty");
}

QTEST_MAIN(HistoryPageTest)
#include "tst_historypage.moc"
