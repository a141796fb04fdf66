// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowrig.h"

#include "ui/dialogs/askdialog.h"
#include "ui/dialogs/ticketdialog.h"
#include "ui/form/upgradeform.h"
#include "ui/history/historydetail.h"
#include "ui/history/historypage.h"
#include "ui/history/historytable.h"
#include "ui/running/moveswitchdialog.h"
#include "ui/running/runningdetail.h"
#include "ui/running/runningpage.h"
#include "ui/sidebar/sidebar.h"
#include "ui/window/historyflow.h"
#include "ui/window/noticebar.h"

#include <QFile>
#include <QFileDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTreeView>

using namespace uplift;
using namespace uplift::ui;
using upgrade::StepKind;
using upgrade::StepState;

/// The window over a practice cloud: from an upgrade to its history, its ticket, and what is moved or
/// cancelled on the way.
class RecordsWindowTest : public QObject, protected test::WindowRig {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void theHistoryIsReachedAndFollowsWhatHappens();
    void aWaitingUpgradeIsMovedAndThenCancelled();
    void theHistoryIsExported_data();
    void theHistoryIsExported();
    void theJournalIsArchivedWhenNothingIsOpen();
    void theTicketIsOfferedBeforeAndAfter();
    void afterASleepTheStripSaysWhenItAskedAgain();

private:
    template <class T> T *find(const char *name)
    {
        const QList<T *> all = m_window->findChildren<T *>(QString::fromLatin1(name));
        for (T *each : all) {
            if (each->isVisible())
                return each;
        }
        return all.isEmpty() ? nullptr : all.constLast();
    }
    [[nodiscard]] upgrade::StepPlan planFor(const QString &name, Moment moment) const;
    StepId start(const upgrade::StepPlan &plan);
    [[nodiscard]] StepState stateOf(const StepId &id) const
    {
        const auto step = m_session->upgrades().step(id);
        return step ? step->state : StepState::Planned;
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers)
    {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : m_window.get(), key,
                        modifiers);
    }
    QString chooseFile(const char *dialog, const QString &name);
};

void RecordsWindowTest::init()
{
    SessionOptions options = newFolder();
    options.intervals.slow = std::chrono::milliseconds(200);
    openSession(options);
    QVERIFY(openWindow());
}

void RecordsWindowTest::cleanup() { closeAll(); }

upgrade::StepPlan RecordsWindowTest::planFor(const QString &name, Moment moment) const
{
    upgrade::StepPlan plan;
    for (const profiles::Profile &profile : m_session->workspace().workspace().profiles) {
        if (profile.name != name)
            continue;
        plan.account = profile.account;
        plan.accountName = QStringLiteral("Practice cloud");
        plan.region = profile.region;
        plan.instance = profile.instance;
        plan.instanceName = name;
        plan.environment = profile.environment;
    }
    plan.moment = moment;
    if (moment == Moment::MaintenanceWindow)
        plan.window = WindowSpan{m_clock.now().addSecs(8 * 3600), m_clock.now().addSecs(9 * 3600)};
    return plan;
}

StepId RecordsWindowTest::start(const upgrade::StepPlan &plan)
{
    StepId begun;
    m_session->upgrades().start(plan, m_window.get(),
                                [&begun](const Result<StepId> &id) { begun = id.value_or(StepId()); });
    return QTest::qWaitFor([&begun] { return !begun.isEmpty(); }, 20'000) ? begun : StepId();
}

QString RecordsWindowTest::chooseFile(const char *dialog, const QString &name)
{
    auto *asked = m_window->findChild<QFileDialog *>(QString::fromLatin1(dialog));
    if (!asked)
        return {};
    const QString path = m_folder->filePath(name);
    Q_EMIT asked->fileSelected(path);
    asked->reject();
    return path;
}

void RecordsWindowTest::theHistoryIsReachedAndFollowsWhatHappens()
{
    press(Qt::Key_5, Qt::ControlModifier);
    auto *page = m_window->findChild<HistoryPage *>();
    QVERIFY(page->isVisible());
    QVERIFY(m_window->findChild<HistoryDetail *>()->isVisible());
    QTRY_COMPARE(find<QLabel>("historyEmptyTitle")->text(), QStringLiteral("Nothing was attempted yet"));
    QTRY_VERIFY(find<QLabel>("chainText")->text().startsWith(QStringLiteral("The ")));
    const StepId id = start(planFor(QStringLiteral("orders-cache"), Moment::Now));
    QTRY_COMPARE_WITH_TIMEOUT(page->model()->rowCount(), 1, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(page->model()->index(0, HistoryModel::OutcomeColumn).data().toString(),
                              QStringLiteral("Verified"), 60'000);
    QTRY_COMPARE(m_window->findChild<HistoryDetail *>()->step()->state, StepState::Verified);
    QTRY_VERIFY(find<QLabel>("chainText")->text().endsWith(QStringLiteral("not checked yet.")));
    // Ctrl+F searches what is on show; from In progress the way leads to this attempt alone.
    press(Qt::Key_F, Qt::ControlModifier);
    QVERIFY(find<QLineEdit>("historySearch")->hasFocus());
    press(Qt::Key_4, Qt::ControlModifier);
    QVERIFY(m_window->findChild<RunningPage *>()->isVisible());
    m_window->findChild<RunningPage *>()->select(id);
    find<QPushButton>("stepHistory")->click();
    QVERIFY(page->isVisible());
    QCOMPARE(find<QLineEdit>("historySearch")->text(), m_session->upgrades().step(id)->requestId);
    QTRY_COMPARE(page->model()->rowCount(), 1);
    QTRY_VERIFY(find<QLabel>("chainText")->text().contains(QStringLiteral(" is whole: "))); // read again
    // And back to the instance.
    find<QPushButton>("historyPlanAgain")->click();
    QVERIFY(!page->isVisible());
}

void RecordsWindowTest::aWaitingUpgradeIsMovedAndThenCancelled()
{
    // One whose window is closed by now and for hours, whenever this runs: theirs are 18:00 to 22:00 and
    // 22:30 to 01:30 UTC.
    const int hour = m_clock.now().time().hour();
    const QString name =
        hour >= 15 && hour < 22 ? QStringLiteral("price-feed") : QStringLiteral("checkout-locks");
    const StepId id = start(planFor(name, Moment::MaintenanceWindow));
    press(Qt::Key_4, Qt::ControlModifier);
    m_window->findChild<RunningPage *>()->select(id);
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(id), StepState::Waiting, 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(find<QPushButton>("moveSwitch"), 20'000);
    find<QPushButton>("moveSwitch")->click();
    auto *move = m_window->findChild<MoveSwitchDialog *>();
    QVERIFY(move && move->isVisible());
    move->findChild<QPushButton *>(QStringLiteral("moveAct"))->click();
    const auto newest = [this](StepKind kind) {
        for (const upgrade::StepView &step : m_session->upgrades().steps()) {
            if (step.plan.kind == kind)
                return step.state;
        }
        return StepState::Planned;
    };
    QTRY_COMPARE_WITH_TIMEOUT(newest(StepKind::MoveTask), StepState::Verified, 30'000);
    QCOMPARE(m_window->findChild<RunningDetail *>()->step()->plan.id, id); // it stayed in view
    QVERIFY(find<QLabel>("stepChange")->text().endsWith(QStringLiteral(": Verified")));
    // What it offered before the move is gone until the service was asked again.
    QTRY_VERIFY_WITH_TIMEOUT(find<QPushButton>("cancelUpgrade"), 20'000);
    find<QPushButton>("cancelUpgrade")->click();
    auto *ask = m_window->findChild<AskDialog *>();
    QVERIFY(ask && ask->isVisible());
    ask->findChild<QPushButton *>(QStringLiteral("askAct"))->click();
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(id), StepState::Cancelled, 30'000);
    QTRY_COMPARE_WITH_TIMEOUT(newest(StepKind::CancelTask), StepState::Verified, 30'000);
    QVERIFY(!m_window->findChild<RunningPage *>()->notices()->isVisible());
}

void RecordsWindowTest::theHistoryIsExported_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("file");
    QTest::newRow("CSV") << "historyCsv"
                         << "history.csv";
    QTest::newRow("JSON") << "historyJson"
                          << "history.json";
}

void RecordsWindowTest::theHistoryIsExported()
{
    QFETCH(QString, action);
    QFETCH(QString, file);
    const StepId first = start(planFor(QStringLiteral("orders-cache"), Moment::Now));
    const StepId second = start(planFor(QStringLiteral("orders-cache-stg"), Moment::Now));
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(first), StepState::Verified, 60'000);
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(second), StepState::Verified, 60'000);
    m_window->focusPane(5);
    auto *page = m_window->findChild<HistoryPage *>();
    // Only what is searched for is written.
    page->searchFor(QStringLiteral("orders-cache-stg"));
    QTRY_COMPARE(page->model()->total(), 1);
    m_window->findChild<QAction *>(action)->trigger();
    const QString path = chooseFile("historyExportDialog", file);
    QTRY_VERIFY_WITH_TIMEOUT(page->notices()->text().startsWith(QStringLiteral("1 attempt was written to ")),
                             20'000);
    QFile written(path);
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QByteArray bytes = written.readAll();
    QVERIFY(bytes.contains(second.value.toUtf8()));
    QVERIFY(!bytes.contains(first.value.toUtf8()));
    if (action == u"historyJson")
        QCOMPARE(QJsonDocument::fromJson(bytes).object().value(QStringLiteral("attempts")).toArray().size(),
                 1);
}

void RecordsWindowTest::theJournalIsArchivedWhenNothingIsOpen()
{
    const StepId id = start(planFor(QStringLiteral("checkout-locks"), Moment::MaintenanceWindow));
    m_window->focusPane(5);
    auto *page = m_window->findChild<HistoryPage *>();
    QTRY_COMPARE(page->model()->rowCount(), 1);
    auto *archive = m_window->findChild<QAction *>(QStringLiteral("historyArchive"));
    archive->trigger();
    QVERIFY(page->notices()->isVisible());
    QCOMPARE(page->notices()->text(), archiveRefusal(1, 0));
    QVERIFY(!m_window->findChild<AskDialog *>());
    // Once it has ended, the user is asked, and then for the file.
    m_window->openStep(id);
    QTRY_VERIFY_WITH_TIMEOUT(find<QPushButton>("cancelUpgrade"), 20'000);
    find<QPushButton>("cancelUpgrade")->click();
    m_window->findChild<AskDialog *>()->findChild<QPushButton *>(QStringLiteral("askAct"))->click();
    QTRY_COMPARE_WITH_TIMEOUT(m_session->upgrades().openCount(), 0, 30'000);
    QTRY_VERIFY(!m_window->findChild<AskDialog *>());
    m_window->focusPane(5);
    QTRY_COMPARE(page->model()->rowCount(), 2);
    archive->trigger();
    auto *ask = m_window->findChild<AskDialog *>();
    QVERIFY(ask);
    QVERIFY(ask->findChild<QLabel *>(QStringLiteral("askText"))
                ->text()
                .contains(QStringLiteral("never removes anything")));
    ask->findChild<QPushButton *>(QStringLiteral("askAct"))->click();
    const QString path = chooseFile("historyArchiveDialog", QStringLiteral("old.sqlite"));
    QTRY_VERIFY_WITH_TIMEOUT(page->notices()->text().startsWith(QStringLiteral("The journal was moved to ")),
                             20'000);
    QVERIFY(QFile::exists(path));
    QTRY_COMPARE(page->model()->rowCount(), 0);
}

void RecordsWindowTest::theTicketIsOfferedBeforeAndAfter()
{
    QTRY_VERIFY_WITH_TIMEOUT(m_window->form()->facts() && m_window->form()->facts()->known.version, 30'000);
    m_window->focusPane(2);
    press(Qt::Key_T, Qt::ControlModifier);
    auto *before = m_window->findChild<TicketDialog *>();
    QVERIFY(before);
    before->findChild<QLineEdit *>(QStringLiteral("ticketNumber"))->setText(QStringLiteral("CHG-77"));
    before->close();
    QTRY_VERIFY(!m_window->findChild<TicketDialog *>());
    // The number is in the plan that is confirmed now.
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    press(Qt::Key_T, Qt::ControlModifier);
    QVERIFY(m_window->findChild<TicketDialog *>());
    QCOMPARE(m_window->findChild<TicketDialog *>()->number(), QStringLiteral("CHG-77"));
    m_window->findChild<TicketDialog *>()->close();
    QTRY_VERIFY(!m_window->findChild<TicketDialog *>());
    const StepId id = start(planFor(QStringLiteral("orders-cache"), Moment::Now));
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(id), StepState::Verified, 60'000);
    m_window->openStep(id);
    find<QPushButton>("stepTicket")->click();
    auto *after = m_window->findChild<TicketDialog *>();
    QVERIFY(after);
    QTRY_VERIFY_WITH_TIMEOUT(after->previewText().contains(m_session->upgrades().step(id)->requestId),
                             20'000);
}

void RecordsWindowTest::afterASleepTheStripSaysWhenItAskedAgain()
{
    auto *message = m_window->findChild<QLabel *>(QStringLiteral("stripMessage"));
    QVERIFY(!message->isVisible());
    Q_EMIT m_session->upgrades().wokeUp();
    QVERIFY(message->isVisible());
    QVERIFY(message->text().startsWith(QStringLiteral("This computer slept; asked again at ")));
}

QTEST_MAIN(RecordsWindowTest)
#include "tst_recordswindow.moc"
