// SPDX-License-Identifier: GPL-3.0-or-later
// Each change from its confirmation to its end in the practice cloud: carried out, refused, its reply lost.
#include "secrets/sessionstore.h"
#include "ui/details/detailsdialog.h"
#include "ui/details/windowdialog.h"
#include "ui/dialogs/movetaskdialog.h"
#include "ui/look/style.h"
#include "ui/session.h"
#include "ui/window/changeflow.h"
#include "ui/window/detailsflow.h"
#include "ui/window/preflightflow.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace uplift;
using namespace uplift::ui;
using namespace std::chrono_literals;
using practice::Fault;
using practice::PlannedFault;
using upgrade::StepKind;
using upgrade::StepState;

namespace {

constexpr int waitMs = 60'000;
/// In the region that can be forbidden; has an event that may be moved and cancelled.
const QString devQueue = QStringLiteral("dev-queue");

QString actionOf(StepKind kind)
{
    switch (kind) {
    case StepKind::Window:
        return QStringLiteral("ModifyInstanceMaintainTime");
    case StepKind::AutoUpgrade:
        return QStringLiteral("ModifyDBInstanceAutoUpgrade");
    case StepKind::MoveEvent:
        return QStringLiteral("ModifyActiveOperationTasks");
    case StepKind::CancelEvent:
        return QStringLiteral("CancelActiveOperationTasks");
    case StepKind::Backup:
        return QStringLiteral("CreateBackup");
    default:
        return QStringLiteral("ModifyTaskInfo");
    }
}

} // namespace

class ChangesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void aChangeIsCarriedOutAndReadBack_data() { kinds(); }
    void aChangeIsCarriedOutAndReadBack();
    void aRefusalChangesNothingAndSaysWhy_data() { kinds(); }
    void aRefusalChangesNothingAndSaysWhy();
    void aLostReplyIsAskedAboutAndNeverSentAgain_data() { kinds(); }
    void aLostReplyIsAskedAboutAndNeverSentAgain();
    void aWaitingTaskIsMovedAndCancelled();
    void aTaskThatWentOnMeanwhileIsNotChanged();
    void keepingItSendsNothing();
    void aReadOnlyProfileChangesNothing();
    void theDetailsShowTheChangeAndAskAnew();
    void theDetailsSayWhatIsNotAllowed();
    void whatIsNotSentIsSaidInTheDetails();

private:
    void kinds();
    [[nodiscard]] fleet::InstanceKey keyOf(const QString &name) const;
    [[nodiscard]] fleet::InstanceDetails &ask(const QString &name);
    [[nodiscard]] ChangeDialog *dialog() const;
    /// Opens the confirmation of one change of dev-queue.
    void open(StepKind kind);
    void accept(const QString &name);
    [[nodiscard]] std::optional<upgrade::StepView> step(StepKind kind) const;
    void waitFor(StepKind kind, StepState state);
    /// Is it in the cloud as the dialogs of open() ask for?
    [[nodiscard]] bool isChanged(StepKind kind);

    SystemClock m_clock;
    secrets::SessionStore m_keychain;
    std::function<std::optional<PlannedFault>(const QString &, int)> m_faultFor;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<fleet::InstanceDetails> m_asked;
    PreflightFlow *m_preflight = nullptr;
    ChangeFlow *m_changes = nullptr;
    DetailsFlow *m_details = nullptr;
};

void ChangesTest::init()
{
    applyLook(*qApp, ThemeId::Light);
    m_faultFor = {};
    m_folder = std::make_unique<QTemporaryDir>();
    SessionOptions options;
    options.folder = m_folder->filePath(QStringLiteral("practice"));
    options.practice = true;
    options.practiceCloud.upgradeTime = 2s;
    options.practiceCloud.faultFor = [this](const QString &action, int nth) {
        return m_faultFor ? m_faultFor(action, nth) : std::nullopt;
    };
    options.intervals.fast = 150ms;
    options.intervals.reconcile = 150ms;
    options.intervals.reconcileFor = 2s;
    m_session = std::make_unique<Session>(options, m_keychain, m_clock);
    m_session->start();
    QTRY_VERIFY_WITH_TIMEOUT(m_session->isReady(), waitMs);
    m_window = std::make_unique<QWidget>();
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_preflight = new PreflightFlow(*m_session, m_window.get());
    m_changes = new ChangeFlow(*m_session, *m_preflight, m_window.get());
    m_details = new DetailsFlow(*m_session, *m_changes, m_window.get());
}

void ChangesTest::cleanup()
{
    m_asked.reset();
    m_window.reset();
    m_session.reset();
}

void ChangesTest::kinds()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("maintenance window") << int(StepKind::Window);
    QTest::newRow("automatic upgrade") << int(StepKind::AutoUpgrade);
    QTest::newRow("event moved") << int(StepKind::MoveEvent);
    QTest::newRow("event cancelled") << int(StepKind::CancelEvent);
    QTest::newRow("backup") << int(StepKind::Backup);
}

fleet::InstanceKey ChangesTest::keyOf(const QString &name) const
{
    for (const profiles::Profile &profile : m_session->workspace().workspace().profiles) {
        if (profile.name == name)
            return {profile.account, profile.region, profile.instance};
    }
    return {};
}

fleet::InstanceDetails &ChangesTest::ask(const QString &name)
{
    m_asked = std::make_unique<fleet::InstanceDetails>(keyOf(name), m_session->clients(), m_clock,
                                                       &m_session->fleet());
    m_asked->ask();
    if (!QTest::qWaitFor([this] { return m_asked->asking() == 0; }, waitMs))
        qWarning("the details did not come");
    return *m_asked;
}

ChangeDialog *ChangesTest::dialog() const
{
    return qobject_cast<ChangeDialog *>(QApplication::activeModalWidget());
}

void ChangesTest::open(StepKind kind)
{
    const fleet::InstanceKey key = keyOf(devQueue);
    const fleet::InstanceDetails &details = ask(devQueue);
    switch (kind) {
    case StepKind::Window: {
        m_changes->changeWindow(key, false);
        QVERIFY(dialog());
        dialog()->findChild<QLineEdit *>(QStringLiteral("windowStart"))->setText(QStringLiteral("11:00"));
        dialog()->findChild<QLineEdit *>(QStringLiteral("windowEnd"))->setText(QStringLiteral("13:00"));
        break;
    }
    case StepKind::AutoUpgrade:
        m_changes->switchAutoUpgrade(key, !*details.version().value->autoUpgrade);
        break;
    case StepKind::MoveEvent:
        m_changes->moveEvent(key, details.events().value->constFirst());
        QVERIFY(dialog());
        dialog()
            ->findChild<QLineEdit *>(QStringLiteral("momentAt"))
            ->setText(m_clock.now().toLocalTime().addDays(7).toString(QStringLiteral("yyyy-MM-dd 11:00")));
        break;
    case StepKind::CancelEvent:
        m_changes->cancelEvent(key, details.events().value->constFirst());
        break;
    default:
        m_changes->backUpNow(key);
        break;
    }
}

void ChangesTest::accept(const QString &name)
{
    QPointer<ChangeDialog> open = dialog();
    QVERIFY(open);
    open->setQuiet(0ms);
    auto *typed = open->findChild<QLineEdit *>(QStringLiteral("changeName"));
    if (typed->isVisible())
        typed->setText(name);
    QTest::mouseClick(open->findChild<QPushButton *>(QStringLiteral("changeAct")), Qt::LeftButton);
    QTRY_VERIFY(!QApplication::activeModalWidget());
}

std::optional<upgrade::StepView> ChangesTest::step(StepKind kind) const
{
    const QList<upgrade::StepView> steps = m_session->upgrades().steps();
    for (const upgrade::StepView &each : steps) {
        if (each.plan.kind == kind)
            return each;
    }
    return std::nullopt;
}

void ChangesTest::waitFor(StepKind kind, StepState state)
{
    QTRY_VERIFY_WITH_TIMEOUT(step(kind) && (step(kind)->state == state || upgrade::isEnd(step(kind)->state)),
                             waitMs);
    QCOMPARE(upgrade::stateName(step(kind)->state), upgrade::stateName(state));
}

bool ChangesTest::isChanged(StepKind kind)
{
    const fleet::InstanceDetails &details = ask(devQueue);
    switch (kind) {
    case StepKind::Window:
        return details.attribute().value->window->startUtc()
            == QDateTime(m_clock.now().toLocalTime().date(), QTime(11, 0)).toUTC().time();
    case StepKind::AutoUpgrade:
        return *details.version().value->autoUpgrade == *step(kind)->plan.setting->autoUpgrade;
    case StepKind::MoveEvent:
        return details.events().value->constFirst().switchAt == step(kind)->plan.setting->at;
    case StepKind::CancelEvent:
        return details.events().value->isEmpty()
            || details.events().value->constFirst().status == ScheduledEvent::Status::Cancelled;
    default:
        return m_session->practice()->backupsOf(keyOf(devQueue).instance) == 1;
    }
}

void ChangesTest::aChangeIsCarriedOutAndReadBack()
{
    QFETCH(int, kind);
    const auto which = static_cast<StepKind>(kind);
    QSignalSpy ended(m_changes, &ChangeFlow::ended);
    open(which);
    accept(devQueue);
    waitFor(which, StepState::Verified);
    QTRY_COMPARE(ended.count(), 1);
    QVERIFY(isChanged(which));
    QCOMPARE(m_session->practice()->requestCount(actionOf(which)), 1);
    const upgrade::StepView done = *step(which);
    QVERIFY(!done.requestId.isEmpty());
    QVERIFY(!done.plan.by.isEmpty());
    QCOMPARE(done.plan.instanceName, devQueue);
    if (done.plan.setting)
        QVERIFY(!done.plan.setting->before.isEmpty() && !done.plan.setting->after.isEmpty());
}

void ChangesTest::aRefusalChangesNothingAndSaysWhy()
{
    QFETCH(int, kind);
    const auto which = static_cast<StepKind>(kind);
    QSignalSpy ended(m_changes, &ChangeFlow::ended);
    open(which);
    m_session->practice()->setOn(Fault::RegionForbidden, true);
    accept(devQueue);
    waitFor(which, StepState::Rejected);
    QVERIFY(step(which)->error);
    QVERIFY2(step(which)->error->code.startsWith(QLatin1String("Forbidden.RAM")),
             qPrintable(step(which)->error->code));
    QCOMPARE(step(which)->error->change, Error::Change::No);
    QTRY_COMPARE(ended.count(), 1);
    m_session->practice()->setOn(Fault::RegionForbidden, false);
    QVERIFY(!isChanged(which));
}

void ChangesTest::aLostReplyIsAskedAboutAndNeverSentAgain()
{
    QFETCH(int, kind);
    const auto which = static_cast<StepKind>(kind);
    m_faultFor = [action = actionOf(which)](const QString &asked, int) {
        return asked == action ? std::optional(PlannedFault{PlannedFault::Kind::LostReply}) : std::nullopt;
    };
    open(which);
    accept(devQueue);
    waitFor(which, StepState::Verified);
    QStringList states;
    const QList<upgrade::Transition> transitions = step(which)->transitions;
    for (const upgrade::Transition &each : transitions)
        states.append(upgrade::stateName(each.state));
    QVERIFY2(states.contains(QLatin1String("Unanswered")), qPrintable(states.join(u' ')));
    QCOMPARE(m_session->practice()->requestCount(actionOf(which)), 1);
    QVERIFY(isChanged(which));
}

void ChangesTest::aWaitingTaskIsMovedAndCancelled()
{
    // Not while its window is open: one of the two windows always lies far enough away.
    const bool night =
        ask(QStringLiteral("checkout-locks")).attribute().value->window->around(m_clock.now()).has_value();
    const QString name = night ? QStringLiteral("price-feed") : QStringLiteral("checkout-locks");
    const fleet::InstanceKey key = keyOf(name);
    upgrade::StepPlan plan;
    plan.account = key.account;
    plan.region = key.region;
    plan.instance = key.instance;
    plan.instanceName = name;
    plan.fromVersion = ask(name).version().value->current.raw();
    plan.window = m_asked->attribute().value->window->next(m_clock.now(), 1).constFirst();
    m_session->upgrades().start(plan, this, [](const auto &) {});
    QTRY_VERIFY_WITH_TIMEOUT(step(StepKind::Kernel) && step(StepKind::Kernel)->state == StepState::Waiting,
                             waitMs);
    // It counts as waiting by its status already; its task is listed a moment later.
    QTRY_VERIFY_WITH_TIMEOUT(!ask(name).tasks().value->isEmpty(), waitMs);
    const CloudTask waiting = m_asked->tasks().value->constFirst();
    QVERIFY(mayMove(waiting) && mayCancel(waiting));

    m_changes->moveTask(key, waiting);
    QVERIFY(dialog());
    dialog()
        ->findChild<QLineEdit *>(QStringLiteral("momentAt"))
        ->setText(m_clock.now().toLocalTime().addDays(2).toString(QStringLiteral("yyyy-MM-dd 11:00")));
    accept(name);
    waitFor(StepKind::MoveTask, StepState::Verified);
    const CloudTask moved = ask(name).tasks().value->constFirst();
    QCOMPARE(moved.statusText, QStringLiteral("Scheduled"));

    m_changes->cancelTask(key, moved);
    accept(name);
    waitFor(StepKind::CancelTask, StepState::Verified);
    QTRY_COMPARE_WITH_TIMEOUT(step(StepKind::Kernel)->state, StepState::Cancelled, waitMs);
    QCOMPARE(m_session->practice()->requestCount(QStringLiteral("ModifyTaskInfo")), 2);
}

void ChangesTest::aTaskThatWentOnMeanwhileIsNotChanged()
{
    const fleet::InstanceKey key = keyOf(QStringLiteral("checkout-locks"));
    upgrade::StepPlan plan;
    plan.account = key.account;
    plan.region = key.region;
    plan.instance = key.instance;
    plan.instanceName = QStringLiteral("checkout-locks");
    plan.moment = Moment::Now;
    plan.fromVersion = ask(plan.instanceName).version().value->current.raw();
    m_session->upgrades().start(plan, this, [](const auto &) {});
    QTRY_VERIFY_WITH_TIMEOUT(step(StepKind::Kernel) && step(StepKind::Kernel)->state == StepState::Verified,
                             waitMs);
    CloudTask stale = ask(plan.instanceName).tasks().value->constFirst();
    stale.step = QStringLiteral("copy_data"); // as it was a while ago
    m_changes->cancelTask(key, stale);
    accept(plan.instanceName);
    // The service answers 200 and names the task it did not change (api.md 9.2).
    waitFor(StepKind::CancelTask, StepState::Rejected);
    QCOMPARE(step(StepKind::CancelTask)->error->kind, Error::Kind::Conflict);
    QVERIFY(step(StepKind::CancelTask)->error->message.contains(stale.id.value));
}

void ChangesTest::keepingItSendsNothing()
{
    open(StepKind::Backup);
    QVERIFY(dialog());
    QTest::keyClick(dialog(), Qt::Key_Escape);
    QTRY_VERIFY(!QApplication::activeModalWidget());
    open(StepKind::AutoUpgrade);
    QTest::mouseClick(dialog()->findChild<QPushButton *>(QStringLiteral("changeKeep")), Qt::LeftButton);
    QTRY_VERIFY(!QApplication::activeModalWidget());
    QVERIFY(m_session->upgrades().steps().isEmpty());
    QCOMPARE(m_session->practice()->requestCount(actionOf(StepKind::Backup)), 0);
    QCOMPARE(m_session->practice()->requestCount(actionOf(StepKind::AutoUpgrade)), 0);
}

void ChangesTest::aReadOnlyProfileChangesNothing()
{
    profiles::Workspace workspace = m_session->workspace().workspace();
    for (profiles::Profile &profile : workspace.profiles)
        profile.readOnly = true;
    bool saved = false;
    m_session->workspace().save(workspace, this, [&](const auto &) { saved = true; });
    QTRY_VERIFY(saved);
    QSignalSpy refused(m_changes, &ChangeFlow::refused);
    m_changes->backUpNow(keyOf(devQueue));
    QVERIFY(!dialog());
    QCOMPARE(refused.count(), 1);
    QVERIFY(refused.constFirst().constFirst().value<Error>().message.contains(QLatin1String("read-only")));
}

void ChangesTest::theDetailsShowTheChangeAndAskAnew()
{
    m_details->start(keyOf(devQueue), devQueue, Environment::Development);
    auto *details = m_window->findChild<DetailsDialog *>();
    QVERIFY(details);
    QTRY_VERIFY_WITH_TIMEOUT(!details->isAsking(), waitMs);
    const auto button = [&](DetailAction::Kind kind) {
        const QString start = QStringLiteral("detail_%1_").arg(int(kind));
        for (auto *each : details->findChildren<QPushButton *>()) {
            if (each->objectName().startsWith(start))
                return each;
        }
        return static_cast<QPushButton *>(nullptr);
    };
    for (const auto kind :
         {DetailAction::Kind::ChangeWindow, DetailAction::Kind::SwitchAutoUpgrade,
          DetailAction::Kind::MoveEvent, DetailAction::Kind::CancelEvent, DetailAction::Kind::BackUp}) {
        QTRY_VERIFY2_WITH_TIMEOUT(button(kind), qPrintable(QString::number(int(kind))), waitMs);
        QVERIFY(!button(kind)->accessibleName().isEmpty());
    }
    const bool before = *details->details().version().value->autoUpgrade;
    button(DetailAction::Kind::SwitchAutoUpgrade)->click();
    QVERIFY(dialog());
    QCOMPARE(dialog()->parentWidget(), details);
    accept(devQueue);
    waitFor(StepKind::AutoUpgrade, StepState::Verified);
    QTRY_COMPARE_WITH_TIMEOUT(details->details().version().value->autoUpgrade, std::optional(!before),
                              waitMs);
    QTRY_VERIFY(details->findChild<QWidget *>(QStringLiteral("detailsChange")));
    QTRY_VERIFY_WITH_TIMEOUT(button(DetailAction::Kind::CancelEvent), waitMs);
    button(DetailAction::Kind::CancelEvent)->click();
    accept(devQueue);
    waitFor(StepKind::CancelEvent, StepState::Verified);
    QTRY_VERIFY_WITH_TIMEOUT(!details->isAsking() && !button(DetailAction::Kind::MoveEvent), waitMs);
}

void ChangesTest::theDetailsSayWhatIsNotAllowed()
{
    m_details->start(keyOf(QStringLiteral("price-feed")), QStringLiteral("price-feed"),
                     Environment::Production);
    auto *details = m_window->findChild<DetailsDialog *>();
    QTRY_VERIFY_WITH_TIMEOUT(!details->isAsking(), waitMs);
    const auto events = [details]() -> const DetailSection * {
        for (const DetailSection &section : details->sections())
            if (section.title.contains(QLatin1String("events")) && !section.rows.isEmpty())
                return &section;
        return nullptr;
    };
    // The page follows an answer in the next turn.
    QTRY_VERIFY_WITH_TIMEOUT(events(), waitMs);
    QVERIFY(events()->actions.isEmpty());
    QVERIFY2(events()->rows.constFirst().second.contains(QLatin1String("does not let it be moved")),
             qPrintable(events()->rows.constFirst().second));
}

void ChangesTest::whatIsNotSentIsSaidInTheDetails()
{
    m_details->start(keyOf(devQueue), devQueue, Environment::Development);
    auto *details = m_window->findChild<DetailsDialog *>();
    QTRY_VERIFY_WITH_TIMEOUT(!details->isAsking(), waitMs);
    const auto backUp = [&] {
        for (auto *each : details->findChildren<QPushButton *>()) {
            if (each->objectName().startsWith(
                    QStringLiteral("detail_%1_").arg(int(DetailAction::Kind::BackUp))))
                return each;
        }
        return static_cast<QPushButton *>(nullptr);
    };
    QTRY_VERIFY_WITH_TIMEOUT(backUp(), waitMs);
    backUp()->click();
    accept(devQueue);
    QTRY_VERIFY_WITH_TIMEOUT(step(StepKind::Backup), waitMs);
    // A second one while the first is under way.
    backUp()->click();
    accept(devQueue);
    auto *refusal = details->findChild<QWidget *>(QStringLiteral("detailsRefusal"));
    QTRY_VERIFY_WITH_TIMEOUT(refusal->isVisible(), waitMs);
    QTRY_COMPARE_WITH_TIMEOUT(m_session->practice()->requestCount(QStringLiteral("CreateBackup")), 1, waitMs);
}

QTEST_MAIN(ChangesTest)
#include "tst_changes.moc"
