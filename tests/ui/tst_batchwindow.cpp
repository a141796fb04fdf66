// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowrig.h"

#include "ui/batch/batchconfirmdialog.h"
#include "ui/batch/batchdraft.h"
#include "ui/batch/batchform.h"
#include "ui/batch/batchrequestsdialog.h"
#include "ui/batch/dryrunpage.h"
#include "ui/batch/plandetail.h"
#include "ui/batch/planrowsmodel.h"
#include "ui/batch/planrowsview.h"
#include "ui/batch/planspage.h"
#include "ui/form/upgradeform.h"
#include "ui/instances/instancefilter.h"
#include "ui/instances/instancetable.h"
#include "ui/running/runningpage.h"
#include "ui/strip/strip.h"
#include "ui/strip/stripbutton.h"
#include "ui/widgets/labels.h"
#include "ui/window/batchflow.h"
#include "ui/window/noticebar.h"

#include <QAbstractButton>
#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QJsonDocument>
#include <QLineEdit>
#include <QListView>
#include <QScrollArea>

using namespace uplift;
using namespace uplift::ui;

/// Batches in the whole window, over the practice cloud.
class BatchWindowTest : public QObject, protected test::WindowRig {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void aBatchIsPlannedAndStartedByKeysAlone();
    void nothingIsSentWithoutTheNumber();
    void oneRowIsTheFormSeveralAreThePlan();
    void aFailureHoldsTheBatchAndItGoesOn();
    void pausingAndStoppingAsTheButtonsSay();
    void anUndecidedMemberLeadsToItsDecision();
    void theCloudRunsItAndItIsFollowed();
    void whatTheCloudCannotTakeIsSaid();
    void theTemplateIsWrittenWithItsParameters();
    void theRequestsAreMaskedAndInOrder();
    void aPlanIsSavedOpenedAppliedRenamedAndRemoved();
    void theRestIsPlannedAgain();
    void everyControlHasAName();
    void bothSizesHoldTheForm_data();
    void bothSizesHoldTheForm();

private:
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QWidget *target = QApplication::focusWidget() ? QApplication::focusWidget() : m_window.get();
        QTest::keyClick(target, key, modifiers);
    }
    [[nodiscard]] static QString focused()
    {
        return QApplication::focusWidget() ? QApplication::focusWidget()->objectName() : QString();
    }
    bool tabTo(const QString &name)
    {
        for (int i = 0; i < 80; ++i) {
            if (focused() == name)
                return true;
            press(Qt::Key_Tab);
        }
        return false;
    }
    template <class T> [[nodiscard]] T *child(const char *name) const
    {
        return m_window->findChild<T *>(QString::fromLatin1(name));
    }
    void trigger(const char *action) { child<QAction>(action)->trigger(); }
    [[nodiscard]] BatchDraft &draft() const { return m_window->batches()->draft(); }
    [[nodiscard]] InstanceTable *table() const { return m_window->findChild<InstanceTable *>(); }
    [[nodiscard]] InstanceId idOf(const QString &name) const;
    bool select(const QStringList &names);
    /// Rules that need no patience.
    void hurry();
    [[nodiscard]] upgrade::BatchView batch() const
    {
        const QList<upgrade::BatchView> batches = m_session->batches().batches();
        return batches.isEmpty() ? upgrade::BatchView() : batches.constFirst();
    }
    bool startIt();
    [[nodiscard]] PlanRow rowNamed(const QString &name) const;
    [[nodiscard]] int rowOf(const QString &profile) const; ///< in the table; -1: none
};

void BatchWindowTest::init()
{
    SessionOptions options = newFolder();
    options.intervals.reconcile = std::chrono::milliseconds(100);
    options.intervals.reconcileFor = std::chrono::milliseconds(1000);
    options.intervals.startGap = std::chrono::milliseconds(10);
    options.intervals.attemptGap = std::chrono::milliseconds(100);
    openSession(options);
    QVERIFY(openWindow());
    QTRY_VERIFY_WITH_TIMEOUT(isListed(), listedMs);
    // Every profile's version and window.
    QTRY_VERIFY_WITH_TIMEOUT(
        [this] {
            for (const profiles::Profile &profile : m_session->workspace().workspace().profiles) {
                const fleet::KnownInstance *known =
                    m_session->fleet().find({profile.account, profile.region, profile.instance});
                if (!known || !known->version || !known->detailsAsked.isValid())
                    return false;
            }
            return true;
        }(),
        60000);
}

void BatchWindowTest::cleanup() { closeAll(); }

InstanceId BatchWindowTest::idOf(const QString &name) const
{
    for (const profiles::Profile &profile : m_session->workspace().workspace().profiles) {
        if (profile.name == name)
            return profile.instance;
    }
    return {};
}

bool BatchWindowTest::select(const QStringList &names)
{
    m_window->focusPane(2);
    QItemSelection selection;
    QModelIndex last;
    for (const profiles::Profile &profile : m_session->workspace().workspace().profiles) {
        if (!names.contains(profile.name))
            continue;
        last = table()->filter()->indexOf(profile.account.value + QLatin1Char('/') + profile.instance.value);
        selection.select(last, last);
    }
    table()->selectionModel()->setCurrentIndex(last, QItemSelectionModel::NoUpdate);
    table()->selectionModel()->select(selection,
                                      QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    return QTest::qWaitFor([&] { return draft().isPlanned() && draft().plan().items.size() == names.size(); },
                           20000);
}

void BatchWindowTest::hurry()
{
    upgrade::BatchRules rules = draft().rules();
    rules.moment = upgrade::BatchMoment::Now;
    rules.afterCanary = std::chrono::minutes(0);
    rules.between = std::chrono::minutes(0);
    draft().setRules(rules);
    m_window->batches()->form()->showRules();
    QTRY_VERIFY(draft().isPlanned());
}

/// Acknowledges, presses the button, types the number and starts.
bool BatchWindowTest::startIt()
{
    auto *acknowledged = child<QCheckBox>("batchReconnect");
    if (!acknowledged->isChecked())
        acknowledged->click();
    m_window->batches()->form()->pressPrimary();
    auto *dialog = qobject_cast<BatchConfirmDialog *>(QApplication::activeModalWidget());
    if (!dialog)
        return false;
    dialog->setQuiet(std::chrono::milliseconds(0));
    if (auto *number = dialog->findChild<QLineEdit *>(QStringLiteral("confirmNumber")))
        number->setText(QString::number(numberToType(dialog->facts().plan)));
    dialog->findChild<QPushButton *>(QStringLiteral("startBatch"))->click();
    return QTest::qWaitFor([this] { return !m_session->batches().batches().isEmpty(); }, 20000);
}

PlanRow BatchWindowTest::rowNamed(const QString &name) const
{
    for (const PlanRow &row : m_window->batches()->plans()->timeline()->lines()->rows()) {
        if (row.title == name)
            return row;
    }
    return {};
}

int BatchWindowTest::rowOf(const QString &name) const
{
    for (const profiles::Profile &profile : m_session->workspace().workspace().profiles) {
        if (profile.name == name)
            return table()
                ->filter()
                ->indexOf(profile.account.value + QLatin1Char('/') + profile.instance.value)
                .row();
    }
    return -1;
}

void BatchWindowTest::aBatchIsPlannedAndStartedByKeysAlone()
{
    press(Qt::Key_2, Qt::ControlModifier);
    QVERIFY(table()->hasFocus());
    // checkout-locks and orders-cache stand together once all is listed: Shift extends.
    QTRY_COMPARE_WITH_TIMEOUT(rowOf(QStringLiteral("checkout-locks")), 1, 20000);
    QTRY_COMPARE_WITH_TIMEOUT(rowOf(QStringLiteral("orders-cache")), 2, 20000);
    press(Qt::Key_Home);
    press(Qt::Key_Down);
    press(Qt::Key_Down, Qt::ShiftModifier);
    QTRY_COMPARE(draft().plan().items.size(), 2);
    press(Qt::Key_Return);
    QCOMPARE(focused(), QStringLiteral("wavesByEnvironment"));
    QVERIFY(tabTo(QStringLiteral("canary")));
    press(Qt::Key_Down); // none
    QVERIFY(!draft().rules().canaryFirst);
    QVERIFY(tabTo(QStringLiteral("batchNextWindow")));
    press(Qt::Key_Down);
    press(Qt::Key_Down);
    QTRY_COMPARE(draft().rules().moment, upgrade::BatchMoment::Now);
    press(Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(focused(), QStringLiteral("dryRun"));
    QTRY_COMPARE(m_window->batches()->dryRun()->view()->lines()->rowCount(), 3); // one wave, two members
    QTRY_VERIFY(draft().isPlanned()); // until then the button says that they are still looked at
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(focused(), QStringLiteral("batchReconnect"));
    press(Qt::Key_Space);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(QApplication::activeModalWidget());
    auto *dialog = qobject_cast<BatchConfirmDialog *>(QApplication::activeModalWidget());
    QVERIFY(dialog);
    QTRY_COMPARE(QApplication::activeWindow(), dialog); // until then keys go to the window behind it
    dialog->setQuiet(std::chrono::milliseconds(0));
    for (int i = 0; i < 6 && focused() != QLatin1String("confirmNumber"); ++i)
        press(Qt::Key_Tab); // at once where all of it fits on the screen
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("2"));
    QCOMPARE(m_session->batches().batches().size(), 0);
    press(Qt::Key_Return);
    QCOMPARE(focused(), QStringLiteral("startBatch"));
    press(Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(m_session->batches().batches().size(), 1, 20000);
    QTRY_COMPARE(focused(), QStringLiteral("planList"));
    QTRY_COMPARE_WITH_TIMEOUT(batch().progress.state, upgrade::BatchState::Finished, 60000);
    for (const upgrade::BatchItem &item : batch().plan.items) {
        QCOMPARE(m_session->practice()->startsOf(item.plan.instance), 1);
        QVERIFY(!item.plan.impactSources.isEmpty());
    }
    // Each member's step is one key away.
    press(Qt::Key_Return);
    QCOMPARE(focused(), QStringLiteral("timeline"));
    press(Qt::Key_Down);
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    QCOMPARE(focused(), QStringLiteral("runningList"));
    press(Qt::Key_6, Qt::ControlModifier);
    QCOMPARE(focused(), QStringLiteral("planList"));
}

void BatchWindowTest::nothingIsSentWithoutTheNumber()
{
    QVERIFY(select({QStringLiteral("orders-cache"), QStringLiteral("checkout-locks")}));
    hurry();
    child<QCheckBox>("batchReconnect")->click();
    m_window->batches()->form()->pressPrimary();
    QWidget *dialog = QApplication::activeModalWidget();
    QVERIFY(dialog);
    dialog->findChild<QPushButton *>(QStringLiteral("startBatch"))->click();
    QVERIFY(dialog->isVisible());
    dialog->close();
    QCOMPARE(m_session->batches().batches().size(), 0);
    QCOMPARE(m_session->practice()->requestCount(QStringLiteral("ModifyInstanceMinorVersion")), 0);
}

void BatchWindowTest::oneRowIsTheFormSeveralAreThePlan()
{
    QVERIFY(select({QStringLiteral("orders-cache"), QStringLiteral("checkout-locks")}));
    QVERIFY(m_window->batches()->form()->isVisible());
    QVERIFY(!m_window->form()->isVisible());
    const QString one = QStringLiteral("orders-cache");
    table()->selectKey(m_session->workspace().workspace().profiles.constFirst().account.value
                       + QLatin1Char('/') + idOf(one).value);
    QTRY_VERIFY(m_window->form()->isVisible());
    QCOMPARE(m_window->form()->facts()->name, one);
    QVERIFY(!m_window->batches()->form()->isVisible());
}

void BatchWindowTest::aFailureHoldsTheBatchAndItGoesOn()
{
    m_session->practice()->failUpgradesOf(idOf(QStringLiteral("checkout-locks")));
    QVERIFY(select(
        {QStringLiteral("checkout-locks"), QStringLiteral("orders-cache"), QStringLiteral("price-feed")}));
    hurry();
    upgrade::BatchRules rules = draft().rules();
    rules.canary = idOf(QStringLiteral("checkout-locks"));
    draft().setRules(rules);
    QVERIFY(startIt());
    QTRY_COMPARE_WITH_TIMEOUT(batch().progress.state, upgrade::BatchState::Held, 60000);
    QTRY_VERIFY(child<QWidget>("batchHold"));
    QTRY_VERIFY(child<QWidget>("batchHold")->accessibleName().contains(QLatin1String("checkout-locks")));
    QTRY_COMPARE(rowNamed(QStringLiteral("checkout-locks")).mark.icon, Icon::CrossDisc);
    QTRY_VERIFY(child<QAbstractButton>("resumeBatch") && child<QAbstractButton>("resumeBatch")->isVisible());
    QVERIFY(!child<QAbstractButton>("pauseBatch"));
    // The strip names the batch, and leads back to it.
    m_window->focusPane(2);
    auto *button = m_window->findChild<StripButton *>();
    QVERIFY(button);
    QVERIFY2(button->accessibleName().contains(QLatin1String("Stopped by a rule")),
             qPrintable(button->accessibleName()));
    button->click();
    QVERIFY(m_window->batches()->plans()->isVisible());
    child<QAbstractButton>("resumeBatch")->click();
    QTRY_COMPARE_WITH_TIMEOUT(batch().progress.state, upgrade::BatchState::Finished, 60000);
    QCOMPARE(m_session->practice()->startsOf(idOf(QStringLiteral("price-feed"))), 1);
}

void BatchWindowTest::pausingAndStoppingAsTheButtonsSay()
{
    QVERIFY(select({QStringLiteral("orders-cache-stg"), QStringLiteral("orders-cache"),
                    QStringLiteral("price-feed"), QStringLiteral("checkout-locks")}));
    hurry();
    QVERIFY(startIt());
    QTRY_VERIFY(child<QAbstractButton>("pauseBatch"));
    child<QAbstractButton>("pauseBatch")->click();
    QCOMPARE(batch().progress.state, upgrade::BatchState::Paused);
    QTRY_VERIFY(child<QAbstractButton>("resumeBatch"));
    child<QAbstractButton>("stopBatch")->click();
    QTRY_VERIFY(QApplication::activeModalWidget());
    QWidget *question = QApplication::activeModalWidget();
    // The safe answer first.
    question->findChild<QPushButton *>(QStringLiteral("askKeep"))->click();
    QCOMPARE(batch().progress.state, upgrade::BatchState::Paused);
    child<QAbstractButton>("stopBatch")->click();
    QTRY_VERIFY(QApplication::activeModalWidget());
    QApplication::activeModalWidget()->findChild<QPushButton *>(QStringLiteral("askAct"))->click();
    QTRY_COMPARE_WITH_TIMEOUT(batch().progress.state, upgrade::BatchState::Stopped, 60000);
    QCOMPARE(m_session->practice()->startsOf(idOf(QStringLiteral("price-feed"))), 0);
    QTRY_COMPARE(rowNamed(QStringLiteral("price-feed")).mark.word, QStringLiteral("Not begun"));
}

void BatchWindowTest::anUndecidedMemberLeadsToItsDecision()
{
    QVERIFY(select({QStringLiteral("orders-cache"), QStringLiteral("price-feed")}));
    hurry();
    m_session->practice()->setOn(practice::Fault::LostRequest, true);
    QVERIFY(startIt());
    QTRY_COMPARE_WITH_TIMEOUT(batch().progress.state, upgrade::BatchState::Held, 60000);
    QTRY_COMPARE(rowNamed(QStringLiteral("orders-cache")).mark.icon, Icon::Question);
    PlanRowsView *timeline = m_window->batches()->plans()->timeline();
    timeline->select(idOf(QStringLiteral("orders-cache")));
    QTRY_VERIFY(child<QAbstractButton>("memberStep"));
    QCOMPARE(child<QAbstractButton>("memberStep")->text(), QStringLiteral("Decide in In progress"));
    child<QAbstractButton>("memberStep")->click();
    QVERIFY(child<QWidget>("undecidedPanel"));
    QVERIFY(child<QWidget>("undecidedPanel")->isVisible());
}

void BatchWindowTest::theCloudRunsItAndItIsFollowed()
{
    QVERIFY(select(
        {QStringLiteral("orders-cache"), QStringLiteral("checkout-locks"), QStringLiteral("price-feed")}));
    hurry();
    child<QCheckBox>("batchReconnect")->click();
    trigger("actionHandOver");
    auto *dialog = qobject_cast<BatchConfirmDialog *>(QApplication::activeModalWidget());
    QVERIFY(dialog);
    QVERIFY(dialog->findChild<QWidget *>(QStringLiteral("handover")));
    dialog->setQuiet(std::chrono::milliseconds(0));
    dialog->findChild<QLineEdit *>(QStringLiteral("confirmNumber"))->setText(QStringLiteral("3"));
    dialog->findChild<QPushButton *>(QStringLiteral("startBatch"))->click();
    QTRY_COMPARE_WITH_TIMEOUT(m_session->batches().batches().size(), 1, 20000);
    QCOMPARE(batch().plan.handedOver.size(), 2); // two regions
    QVERIFY(batch().plan.handedOver.at(0).clientToken != batch().plan.handedOver.at(1).clientToken);
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->batches()->detail()->findChildren<CopyLabel *>().isEmpty(), 20000);
    const QString id = m_window->batches()->detail()->findChildren<CopyLabel *>().constFirst()->id();
    QVERIFY2(id.startsWith(QLatin1String("exec-")), qPrintable(id));
    QVERIFY(!child<QAbstractButton>("pauseBatch")); // it cannot be paused
    QTRY_COMPARE_WITH_TIMEOUT(batch().progress.state, upgrade::BatchState::Finished, 90000);
    QCOMPARE(m_session->practice()->requestCount(QStringLiteral("StartExecution")), 2);
    QTRY_COMPARE(rowNamed(QStringLiteral("price-feed")).mark.word, QStringLiteral("Verified"));
}

void BatchWindowTest::whatTheCloudCannotTakeIsSaid()
{
    QVERIFY(select({QStringLiteral("orders-cache"), QStringLiteral("checkout-locks")}));
    child<QCheckBox>("batchReconnect")->click();
    child<QAbstractButton>("batchInsideWindow")->click();
    QTRY_VERIFY(draft().isPlanned());
    trigger("actionHandOver");
    QVERIFY(!QApplication::activeModalWidget());
    const auto bars = m_window->findChildren<NoticeBar *>();
    const bool said = std::any_of(bars.begin(), bars.end(), [](const NoticeBar *bar) {
        return bar->isVisible() && bar->text().contains(QLatin1String("cannot hold an upgrade back"));
    });
    QVERIFY(said);
}

void BatchWindowTest::theTemplateIsWrittenWithItsParameters()
{
    QVERIFY(select({QStringLiteral("orders-cache"), QStringLiteral("checkout-locks")}));
    trigger("actionExportTemplate");
    QTRY_VERIFY(child<QFileDialog>("templateFolderDialog"));
    const QTemporaryDir folder;
    auto *dialog = child<QFileDialog>("templateFolderDialog");
    Q_EMIT dialog->fileSelected(folder.path());
    dialog->close();
    QTRY_COMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 2);
    const QStringList files = QDir(folder.path()).entryList(QDir::Files, QDir::Name);
    QVERIFY(files.at(1).endsWith(QLatin1String(".yaml")));
    QFile yaml(QDir(folder.path()).filePath(files.at(1)));
    QVERIFY(yaml.open(QIODevice::ReadOnly));
    QVERIFY(yaml.readAll().contains("FormatVersion: OOS-2019-06-01"));
    QFile parameters(QDir(folder.path()).filePath(files.at(0)));
    QVERIFY(parameters.open(QIODevice::ReadOnly));
    const QByteArray json = parameters.readAll();
    QVERIFY(QJsonDocument::fromJson(json).isObject());
    QVERIFY(json.contains(idOf(QStringLiteral("orders-cache")).value.toUtf8()));
}

void BatchWindowTest::theRequestsAreMaskedAndInOrder()
{
    QVERIFY(select({QStringLiteral("orders-cache-stg"), QStringLiteral("orders-cache")}));
    child<QAbstractButton>("showRequests")->click();
    auto *dialog = m_window->findChild<BatchRequestsDialog *>();
    QVERIFY(dialog);
    QTRY_VERIFY(dialog->shownText().contains(idOf(QStringLiteral("orders-cache-stg")).value));
    QVERIFY(dialog->shownText().contains(QLatin1String("EffectiveTime=MaintainTime")));
    QVERIFY(!dialog->shownText().contains(m_session->practice()->accessKeySecret()));
    QVERIFY(!dialog->shownText().contains(m_session->practice()->accessKeyId()));
    auto *list = dialog->findChild<QListView *>(QStringLiteral("requestList"));
    QTest::keyClick(list, Qt::Key_Down);
    QTRY_VERIFY(dialog->shownText().contains(idOf(QStringLiteral("orders-cache")).value));
    dialog->close();
    QCOMPARE(m_session->practice()->requestCount(QStringLiteral("ModifyInstanceMinorVersion")), 0);
}

void BatchWindowTest::aPlanIsSavedOpenedAppliedRenamedAndRemoved()
{
    QVERIFY(select({QStringLiteral("orders-cache"), QStringLiteral("checkout-locks")}));
    hurry();
    trigger("actionSavePlan");
    QTRY_VERIFY(QApplication::activeModalWidget());
    auto *name = QApplication::activeModalWidget()->findChild<QLineEdit *>(QStringLiteral("planNameEdit"));
    name->clear();
    QTest::keyClick(name, Qt::Key_Return); // a name is missing
    QVERIFY(name->property("invalid").toBool());
    QTest::keyClicks(name, QStringLiteral("Monthly"));
    QTest::keyClick(name, Qt::Key_Return);
    QTRY_COMPARE(m_session->workspace().workspace().plans.size(), 1);
    QTRY_VERIFY(!QApplication::activeModalWidget());
    const profiles::SavedPlan saved = m_session->workspace().workspace().plans.constFirst();
    QCOMPARE(saved.name, QStringLiteral("Monthly"));
    QCOMPARE(saved.members.size(), 2);

    QVERIFY(select({QStringLiteral("price-feed"), QStringLiteral("search-hot")}));
    QVERIFY(draft().saved().isEmpty());
    trigger("actionPlans");
    QCOMPARE(m_window->batches()->plans()->current(), saved.id);
    QTRY_COMPARE(rowNamed(QStringLiteral("orders-cache")).kind, PlanRow::Kind::Member);
    child<QAbstractButton>("applyPlan")->click(); // its rules, on these two
    QTRY_VERIFY(draft().isPlanned() && draft().plan().items.size() == 2);
    QVERIFY(m_window->batches()->dryRun()->isVisible());
    QCOMPARE(draft().name(), QStringLiteral("Monthly"));
    QCOMPARE(draft().rules().moment, upgrade::BatchMoment::Now);
    QVERIFY(draft().plan().items.constFirst().plan.instanceName != QLatin1String("orders-cache"));

    trigger("actionPlans");
    child<QAbstractButton>("openPlan")->click(); // with its own
    QTRY_VERIFY(draft().isPlanned()
                && draft().instances().constFirst().instance == saved.members.constFirst().instance);

    trigger("actionPlans");
    child<QAbstractButton>("renamePlan")->click();
    QTRY_VERIFY(QApplication::activeModalWidget());
    name = QApplication::activeModalWidget()->findChild<QLineEdit *>(QStringLiteral("planNameEdit"));
    name->setText(QStringLiteral("Quarterly"));
    QTest::keyClick(name, Qt::Key_Return);
    QTRY_COMPARE(m_session->workspace().workspace().plans.constFirst().name, QStringLiteral("Quarterly"));
    QTRY_VERIFY(!QApplication::activeModalWidget());

    child<QAbstractButton>("removePlan")->click();
    QTRY_VERIFY(m_session->workspace().workspace().plans.isEmpty());
    QTRY_VERIFY(child<QWidget>("plansEmpty")->isVisible());
    // The plan has gone before the notice about it comes; one about its new name may be there still.
    NoticeBar *notices = m_window->batches()->plans()->notices();
    auto *undo = notices->findChild<QAbstractButton *>(QStringLiteral("noticeAction0"));
    QTRY_VERIFY(undo->isVisible());
    QCOMPARE(undo->text(), QStringLiteral("Undo"));
    undo->click();
    QTRY_COMPARE(m_session->workspace().workspace().plans.size(), 1);
}

void BatchWindowTest::theRestIsPlannedAgain()
{
    m_session->practice()->failUpgradesOf(idOf(QStringLiteral("checkout-locks")));
    QVERIFY(select({QStringLiteral("checkout-locks"), QStringLiteral("orders-cache")}));
    hurry();
    upgrade::BatchRules rules = draft().rules();
    rules.canaryFirst = false;
    rules.stop.failures = 0;
    draft().setRules(rules);
    QVERIFY(startIt());
    QTRY_COMPARE_WITH_TIMEOUT(batch().progress.state, upgrade::BatchState::Finished, 60000);
    QTRY_VERIFY(child<QAbstractButton>("planBatchAgain"));
    child<QAbstractButton>("planBatchAgain")->click();
    QTRY_VERIFY(draft().isPlanned() && draft().plan().items.size() == 1);
    QCOMPARE(draft().plan().items.constFirst().plan.instanceName, QStringLiteral("checkout-locks"));
    QVERIFY(draft().name().endsWith(QLatin1String(", again")));
    QVERIFY(m_window->batches()->dryRun()->isVisible());
    // The service has told the version of the other one meanwhile.
    QVERIFY(select({QStringLiteral("checkout-locks"), QStringLiteral("orders-cache")}));
    QTRY_COMPARE_WITH_TIMEOUT(upgrade::memberCount(draft().plan()), 1, 20000);
}

void BatchWindowTest::everyControlHasAName()
{
    QVERIFY(select({QStringLiteral("orders-cache"), QStringLiteral("checkout-locks")}));
    trigger("actionDryRun");
    const auto check = [](QWidget *pane) {
        const QList<QWidget *> widgets = pane->findChildren<QWidget *>();
        for (const QWidget *widget : widgets) {
            const QString kind = QLatin1String(widget->metaObject()->className());
            if (widget->focusPolicy() == Qt::NoFocus || widget->isHidden()
                || widget->objectName().startsWith(QLatin1String("qt_"))
                || kind.startsWith(QLatin1String("QComboBox")))
                continue;
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            const bool named = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
            QVERIFY2(named, qPrintable(kind + QLatin1Char(' ') + widget->objectName()));
        }
    };
    check(m_window->batches()->form());
    check(m_window->batches()->dryRun());
    check(m_window->batches()->plans());
    check(m_window->batches()->detail());
}

void BatchWindowTest::bothSizesHoldTheForm_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("1366x768") << QSize(1366, 768);
    QTest::newRow("1024x600") << QSize(1024, 600);
}

void BatchWindowTest::bothSizesHoldTheForm()
{
    QFETCH(QSize, size);
    m_window->resize(size);
    QVERIFY(select({QStringLiteral("orders-cache"), QStringLiteral("checkout-locks"),
                    QStringLiteral("cart-sessions-stg")}));
    BatchForm *form = m_window->batches()->form();
    // Nothing sticks out at the right.
    auto *area = form->findChild<QScrollArea *>();
    QVERIFY(area);
    QTRY_VERIFY2(area->widget()->minimumSizeHint().width() <= area->viewport()->width(),
                 qPrintable(QStringLiteral("%1 in %2")
                                .arg(area->widget()->minimumSizeHint().width())
                                .arg(area->viewport()->width())));
    auto *primary = form->findChild<QPushButton *>(QStringLiteral("batchPrimary"));
    QVERIFY(primary->fontMetrics().horizontalAdvance(primary->text()) <= primary->width());
    QVERIFY(primary->visibleRegion().boundingRect().height() == primary->height());
    for (const char *name : {"batchImpactLine", "batchChecksLine"}) {
        const auto *line = form->findChild<QLabel *>(QString::fromLatin1(name));
        QVERIFY2(line->fontMetrics().horizontalAdvance(line->text()) <= line->width(), name);
    }
}

QTEST_MAIN(BatchWindowTest)
#include "tst_batchwindow.moc"
