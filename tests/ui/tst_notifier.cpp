// SPDX-License-Identifier: GPL-3.0-or-later
#include "batchviewsamples.h"
#include "historysamples.h"
#include "secrets/sessionstore.h"
#include "ui/preferences.h"
#include "ui/session.h"
#include "ui/window/notifier.h"
#include "ui/window/notifyflow.h"
#include "upgrade/outcome.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QMenu>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QWidget>

using namespace uplift;
using namespace uplift::ui;
using namespace uplift::ui::samples;
using upgrade::BatchState;

namespace {

const auto serviceName = QStringLiteral("org.freedesktop.Notifications");
const auto servicePath = QStringLiteral("/org/freedesktop/Notifications");

upgrade::StepView step(const QString &name, StepState state, StepKind kind = StepKind::Kernel,
                       Environment environment = Environment::Production)
{
    upgrade::StepView view =
        upgrade::viewOf(undecidedAttempt(attemptPlan(name, environment, kind), historyNow));
    view.state = state;
    if (kind == StepKind::Window)
        view.plan.setting = windowPlan(name, environment).setting;
    if (state == StepState::Verified)
        view.versionNow = QStringLiteral("redis-7.0_7.0.1.14");
    else
        view.error = upgrade::errorOf(state, view);
    return view;
}

Tiding tiding(const QString &name, News news)
{
    return {news,
            name,
            QStringLiteral("Production"),
            QStringLiteral("What is known."),
            StepId{QStringLiteral("s-") + name},
            {}};
}

} // namespace

/// A desktop's notification service, as the specification has it, on the test's own bus.
class FakeDesktop : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")
public:
    explicit FakeDesktop(const QStringList &capabilities)
        : m_capabilities(capabilities),
          m_bus(QDBusConnection::connectToBus(QDBusConnection::SessionBus, QStringLiteral("desktop")))
    {
        m_bus.registerObject(servicePath, this,
                             QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals);
        m_registered = m_bus.registerService(serviceName);
    }
    ~FakeDesktop() override
    {
        m_bus.unregisterService(serviceName);
        m_bus.unregisterObject(servicePath);
        QDBusConnection::disconnectFromBus(QStringLiteral("desktop"));
    }
    struct Shown {
        QString title;
        QString body;
        QStringList actions;
        QVariantMap hints;
    };
    [[nodiscard]] bool isRegistered() const { return m_registered; }
    [[nodiscard]] const QList<Shown> &shown() const { return m_shown; }

public Q_SLOTS:
    QStringList GetCapabilities() { return m_capabilities; }
    uint Notify(const QString &, uint, const QString &, const QString &title, const QString &body,
                const QStringList &actions, const QVariantMap &hints, int)
    {
        m_shown.append({title, body, actions, hints});
        return static_cast<uint>(m_shown.size());
    }

Q_SIGNALS:
    void ActionInvoked(uint id, const QString &action);
    void NotificationClosed(uint id, uint reason);

private:
    QStringList m_capabilities;
    QDBusConnection m_bus;
    QList<Shown> m_shown;
    bool m_registered = false;
};

class NotifierTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsWorthTelling_data();
    void whatIsWorthTelling();
    void nothingIsToldWhileAWindowIsInFront();
    void theAlarmAndTheQuietWindowAreToldOnce();
    void batchesTellTheirEndAndWhyTheyHold();
    void oneIsNamedWithItsEnvironment();
    void manyBecomeOne();
    void theDesktopShowsThemFoldedAndAClickLeadsThere();
    void aServiceThatReadsMarkupGetsLetters();
    void withoutAServiceNothingHappensAndItIsSaid();
    void aServiceThatGoesAwayIsNoticed();
    void theSwitchStopsThem();

private:
    [[nodiscard]] Notifier::Bus busGiven() const
    {
        return [this] { return m_bus; };
    }

    QDBusConnection m_bus = QDBusConnection::sessionBus();
};

void NotifierTest::whatIsWorthTelling_data()
{
    QTest::addColumn<int>("before");
    QTest::addColumn<int>("now");
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("inBatch");
    QTest::addColumn<int>("news"); // -1: none
    const auto row = [](const char *name, StepState before, StepState now, StepKind kind, bool inBatch,
                        int news) {
        QTest::newRow(name) << int(before) << int(now) << int(kind) << inBatch << news;
    };
    using enum StepState;
    row("verified", Switching, Verified, StepKind::Kernel, false, int(News::Verified));
    row("proxies verified", Running, Verified, StepKind::Proxy, false, int(News::Verified));
    row("backup done", Running, Verified, StepKind::Backup, false, int(News::Verified));
    row("a setting read back: who made it waits", Accepted, Verified, StepKind::Window, false, -1);
    row("a member of a batch is verified", Switching, Verified, StepKind::Kernel, true, -1);
    row("a member of a batch failed", Running, Failed, StepKind::Kernel, true, int(News::Failed));
    row("rejected", Requested, Rejected, StepKind::Kernel, false, int(News::Failed));
    row("unchanged", Running, Unchanged, StepKind::Kernel, false, int(News::Failed));
    row("released", Waiting, Gone, StepKind::Kernel, false, int(News::Failed));
    row("a setting failed", Accepted, Unchanged, StepKind::Window, false, int(News::Failed));
    row("undecided", Unanswered, Undecided, StepKind::Kernel, false, int(News::NeedsDecision));
    row("still undecided", Undecided, Undecided, StepKind::Kernel, false, -1);
    row("verified before", Verified, Verified, StepKind::Kernel, false, -1);
    row("on its way", Accepted, Running, StepKind::Kernel, false, -1);
    row("the reply was lost: asked first", Requested, Unanswered, StepKind::Kernel, false, -1);
    row("cancelled as somebody wished", Waiting, Cancelled, StepKind::Kernel, false, -1);
}

void NotifierTest::whatIsWorthTelling()
{
    QFETCH(int, before);
    QFETCH(int, now);
    QFETCH(int, kind);
    QFETCH(bool, inBatch);
    QFETCH(int, news);
    upgrade::StepView view = step(QStringLiteral("orders-cache"), StepState(now), StepKind(kind));
    if (inBatch)
        view.plan.batch.value = QStringLiteral("b-1");
    const auto told = tidingOf({StepState(before), false, false}, view, false);
    QCOMPARE(told.has_value(), news >= 0);
    if (!told)
        return;
    QCOMPARE(int(told->news), news);
    QCOMPARE(told->name, QStringLiteral("orders-cache"));
    QCOMPARE(told->environment, QStringLiteral("Production"));
    QVERIFY(!told->text.isEmpty());
    QCOMPARE(told->step, view.plan.id);
}

void NotifierTest::nothingIsToldWhileAWindowIsInFront()
{
    const upgrade::StepView failed = step(QStringLiteral("a"), StepState::Failed);
    QVERIFY(tidingOf({StepState::Running, false, false}, failed, false));
    QVERIFY(!tidingOf({StepState::Running, false, false}, failed, true));
    const upgrade::BatchView held = batchView(QStringLiteral("Weekend"), BatchState::Held, 3, 1);
    QVERIFY(tidingOf(BatchState::Running, held, false));
    QVERIFY(!tidingOf(BatchState::Running, held, true));
}

void NotifierTest::theAlarmAndTheQuietWindowAreToldOnce()
{
    upgrade::StepView outside = step(QStringLiteral("a"), StepState::Switching);
    outside.switchedOutsideWindow = historyNow;
    const auto alarm = tidingOf({StepState::Waiting, false, false}, outside, false);
    QVERIFY(alarm);
    QCOMPARE(int(alarm->news), int(News::OutsideWindow));
    QVERIFY(!tidingOf(sightOf(outside), outside, false));
    upgrade::StepView quiet = step(QStringLiteral("a"), StepState::Waiting);
    quiet.windowPassedUnchanged = true;
    const auto asks = tidingOf({StepState::Waiting, false, false}, quiet, false);
    QVERIFY(asks);
    QCOMPARE(int(asks->news), int(News::NeedsDecision));
    QVERIFY(!tidingOf(sightOf(quiet), quiet, false));
}

void NotifierTest::batchesTellTheirEndAndWhyTheyHold()
{
    const auto finished = tidingOf(
        BatchState::Running, batchView(QStringLiteral("Weekend"), BatchState::Finished, 40, 38, 2), false);
    QVERIFY(finished);
    QCOMPARE(finished->text, QStringLiteral("38 of 40 instances ended verified."));
    upgrade::BatchView held = batchView(QStringLiteral("Weekend"), BatchState::Held, 40, 3, 1);
    held.hold =
        upgrade::Hold{upgrade::Hold::Reason::Failures, QStringLiteral("store-3 did not end verified.")};
    const auto hold = tidingOf(BatchState::Running, held, false);
    QCOMPARE(hold->text, QStringLiteral("store-3 did not end verified."));
    QCOMPARE(hold->batch, held.plan.id);
    QVERIFY(!tidingOf(BatchState::Held, held, false));
    QVERIFY(!tidingOf(BatchState::Running, batchView(QStringLiteral("Weekend"), BatchState::Paused, 40, 3),
                      false)); // by the user
}

void NotifierTest::oneIsNamedWithItsEnvironment()
{
    const NotificationText text = notificationOf({tiding(QStringLiteral("orders-cache"), News::Verified)});
    QCOMPARE(text.title, QStringLiteral("orders-cache (Production): verified"));
    QCOMPARE(text.body, QStringLiteral("What is known."));
    QVERIFY(!text.urgent);
    QVERIFY(notificationOf({tiding(QStringLiteral("a"), News::NeedsDecision)}).urgent);
}

void NotifierTest::manyBecomeOne()
{
    QList<Tiding> tidings;
    for (int i = 0; i < 7; ++i)
        tidings.append(tiding(QStringLiteral("store-%1").arg(i), News::Verified));
    tidings.append(tiding(QStringLiteral("broken"), News::Failed));
    const NotificationText text = notificationOf(tidings);
    QCOMPARE(text.title, QStringLiteral("1 failed, 7 verified"));
    QCOMPARE(text.body,
             QStringLiteral("broken (Production), store-0 (Production), store-1 (Production), "
                            "store-2 (Production) and 4 more"));
    QVERIFY(text.urgent);
    QCOMPARE(text.step.value, QStringLiteral("s-broken")); // what asks for somebody is what a click opens
    tidings.removeLast();
    QVERIFY(notificationOf(tidings).step.isEmpty()); // then the list
}

void NotifierTest::theDesktopShowsThemFoldedAndAClickLeadsThere()
{
    FakeDesktop desktop({QStringLiteral("body"), QStringLiteral("actions")});
    QVERIFY(desktop.isRegistered());
    Notifier notifier(busGiven(), std::chrono::milliseconds(50));
    QSignalSpy activated(&notifier, &Notifier::activated);
    for (int i = 0; i < 5; ++i)
        notifier.tell(tiding(QStringLiteral("store-%1").arg(i), News::Verified));
    notifier.tell(tiding(QStringLiteral("a<b&c"), News::Failed));
    QTRY_COMPARE(desktop.shown().size(), 1);
    QCOMPARE(int(notifier.way()), int(Notifier::Way::Desktop));
    const FakeDesktop::Shown shown = desktop.shown().constFirst();
    QCOMPARE(shown.title, QStringLiteral("1 failed, 5 verified"));
    QVERIFY(shown.body.startsWith(QStringLiteral("a<b&c (Production)"))); // this service takes plain text
    QCOMPARE(shown.actions.value(0), QStringLiteral("default"));
    QCOMPARE(shown.hints.value(QStringLiteral("urgency")).value<uchar>(), uchar(2));
    QCOMPARE(shown.hints.value(QStringLiteral("desktop-entry")).toString(),
             QStringLiteral("org.uplift.Uplift"));
    // Its number is known once it has answered.
    QTRY_VERIFY((Q_EMIT desktop.ActionInvoked(1, QStringLiteral("default")), !activated.isEmpty()));
    QCOMPARE(activated.constFirst().constFirst().value<StepId>().value, QStringLiteral("s-a<b&c"));
    // One that was closed, or that was never ours, leads nowhere.
    Q_EMIT desktop.NotificationClosed(1, 2);
    notifier.tell(tiding(QStringLiteral("later"), News::NeedsDecision));
    QTRY_COMPARE(desktop.shown().size(), 2);
    activated.clear();
    Q_EMIT desktop.ActionInvoked(1, QStringLiteral("default"));
    Q_EMIT desktop.ActionInvoked(77, QStringLiteral("default"));
    // Signals keep their order: once this one has led somewhere, the two before have not.
    QTRY_VERIFY((Q_EMIT desktop.ActionInvoked(2, QStringLiteral("default")), !activated.isEmpty()));
    QCOMPARE(activated.constFirst().constFirst().value<StepId>().value, QStringLiteral("s-later"));
}

void NotifierTest::aServiceThatReadsMarkupGetsLetters()
{
    FakeDesktop desktop({QStringLiteral("body"), QStringLiteral("body-markup")});
    Notifier notifier(busGiven(), std::chrono::milliseconds(0));
    Tiding odd = tiding(QStringLiteral("orders"), News::Failed);
    odd.text = QStringLiteral("<a href=\"https://example.com\">orders & co</a> failed.");
    notifier.tell(odd);
    QTRY_COMPARE(desktop.shown().size(), 1);
    QCOMPARE(
        desktop.shown().constFirst().body,
        QStringLiteral("&lt;a href=&quot;https://example.com&quot;&gt;orders &amp; co&lt;/a&gt; failed."));
}

void NotifierTest::withoutAServiceNothingHappensAndItIsSaid()
{
    Notifier notifier(busGiven(), std::chrono::milliseconds(0));
    QSignalSpy way(&notifier, &Notifier::wayChanged);
    notifier.tell(tiding(QStringLiteral("a"), News::Failed));
    QTRY_COMPARE(way.size(), 1);
    QCOMPARE(int(notifier.way()), int(Notifier::Way::None)); // offscreen there is no tray either
    // It is asked again with each tiding, and what could not be told is told then.
    notifier.tell(tiding(QStringLiteral("b"), News::Failed));
    QTRY_COMPARE(way.size(), 2);
    QCOMPARE(int(notifier.way()), int(Notifier::Way::None));
    FakeDesktop desktop({QStringLiteral("body")});
    notifier.tell(tiding(QStringLiteral("c"), News::Failed));
    QTRY_COMPARE(desktop.shown().size(), 1);
    QCOMPARE(int(notifier.way()), int(Notifier::Way::Desktop));
    const FakeDesktop::Shown &shown = desktop.shown().constFirst();
    QVERIFY2(shown.title.contains(QLatin1Char('3')), qPrintable(shown.title + shown.body));
}

void NotifierTest::aServiceThatGoesAwayIsNoticed()
{
    auto desktop = std::make_unique<FakeDesktop>(QStringList());
    Notifier notifier(busGiven(), std::chrono::milliseconds(0));
    notifier.probe();
    QTRY_COMPARE(int(notifier.way()), int(Notifier::Way::Desktop));
    QCOMPARE(desktop->shown().size(), 0); // asking shows nothing
    desktop.reset();
    notifier.tell(tiding(QStringLiteral("a"), News::Failed));
    QTRY_COMPARE(int(notifier.way()), int(Notifier::Way::None));
    desktop = std::make_unique<FakeDesktop>(QStringList()); // and that it is back
    notifier.tell(tiding(QStringLiteral("b"), News::Failed));
    QTRY_COMPARE(desktop->shown().size(), 1);
    QVERIFY2(desktop->shown().constFirst().title.contains(QLatin1Char('2')),
             qPrintable(desktop->shown().constFirst().title));
}

void NotifierTest::theSwitchStopsThem()
{
    FakeDesktop desktop({});
    const QTemporaryDir folder;
    const SystemClock clock;
    secrets::SessionStore keychain;
    Preferences preferences(folder.filePath(QStringLiteral("preferences.ini")));
    QVERIFY(preferences.notifications());
    SessionOptions options;
    options.folder = folder.filePath(QStringLiteral("practice"));
    options.practice = true;
    options.practiceCloud.upgradeTime = std::chrono::milliseconds(500);
    options.intervals.fast = std::chrono::milliseconds(50);
    Session session(options, keychain, clock);
    QWidget window; // never shown: not in front
    auto *flow = new NotifyFlow(session, preferences, &window, busGiven());
    QSignalSpy asked(flow, &NotifyFlow::stepRequested);
    QMenu menu;
    flow->attachTo(&menu);
    session.start();
    QTRY_VERIFY_WITH_TIMEOUT(session.isReady(), 20'000);
    const auto upgraded = [&](const char *name) {
        profiles::Profile profile;
        for (const profiles::Profile &each : session.workspace().workspace().profiles) {
            if (each.name == QLatin1String(name))
                profile = each;
        }
        upgrade::StepPlan plan = attemptPlan(profile.name, profile.environment);
        plan.account = profile.account;
        plan.region = profile.region;
        plan.instance = profile.instance;
        plan.moment = Moment::Now;
        plan.fromVersion.clear();
        StepId begun;
        session.upgrades().start(plan, &session,
                                 [&begun](const Result<StepId> &id) { begun = id.value_or(StepId()); });
        return QTest::qWaitFor(
            [&] {
                const auto now = session.upgrades().step(begun);
                return now && now->state == StepState::Verified;
            },
            60'000);
    };
    QVERIFY(upgraded("orders-cache"));
    QTRY_COMPARE_WITH_TIMEOUT(desktop.shown().size(), 1, 20'000);
    QVERIFY2(desktop.shown().constFirst().title.endsWith(QStringLiteral(": verified")),
             qPrintable(desktop.shown().constFirst().title));
    // A click raises the window on that attempt.
    window.show();
    QTRY_VERIFY((Q_EMIT desktop.ActionInvoked(1, QStringLiteral("default")), !asked.isEmpty()));
    QVERIFY(!asked.constFirst().constFirst().value<StepId>().isEmpty());
    window.hide();
    // Switched off in the menu, which also says how they are shown.
    auto *note = menu.findChild<QAction *>(QStringLiteral("notifyNote"));
    QVERIFY(note && note->text().contains(QStringLiteral("notification service")));
    menu.findChild<QAction *>(QStringLiteral("actionNotify"))->setChecked(false);
    QVERIFY(!preferences.notifications());
    QVERIFY(upgraded("orders-cache-stg"));
    flow->notifier().tell(tiding(QStringLiteral("marker"), News::Verified));
    QTRY_COMPARE_WITH_TIMEOUT(desktop.shown().size(), 2, 20'000);
    QVERIFY(desktop.shown().constLast().title.startsWith(QStringLiteral("marker")));
}

QTEST_MAIN(NotifierTest)
#include "tst_notifier.moc"
