// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenes/stage.h"

#include "ui/batch/batchdraft.h"
#include "ui/dialogs/dialogframe.h"
#include "ui/dialogs/roomydialog.h"
#include "ui/form/formfacts.h"
#include "ui/form/upgradeform.h"
#include "ui/look/theme.h"
#include "ui/preferences.h"
#include "ui/window/panes.h"
#include "ui/window/screenlimit.h"
#include "upgrade/outcome.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>

#include <algorithm>

namespace uplift::scenes {

using tour::Stopped;

namespace {

constexpr int titleBar = 24; ///< of a dialog in a picture, where a window manager would draw its own
constexpr int marginOfDialogs = 40; ///< DialogFrame and RoomyDialog leave as much of the screen
const char *const ownSize = "sizeOnALargeScreen"; ///< of a RoomyDialog

/// How deep in a chain of windows: each dialog lies above its parent.
int depthOf(const QWidget *widget)
{
    int depth = widget->windowType() == Qt::Popup ? 100 : 0;
    for (const QWidget *parent = widget->parentWidget(); parent; parent = parent->window()->parentWidget())
        ++depth;
    return depth;
}

/// Once it has the height it is shown in.
void showEnd(const QWidget &dialog)
{
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    for (const auto *area : dialog.findChildren<QScrollArea *>())
        area->verticalScrollBar()->setValue(area->verticalScrollBar()->maximum());
}

} // namespace

Stage::Stage(QApplication &application, const QString &language, int text) : m_text(text)
{
    ui::Preferences(m_home.filePath(QStringLiteral("preferences.ini"))).setTextScale(text);
    ui::StartOptions options;
    options.dataDir = m_home.path();
    options.language = language;
    ui::SessionOptions base;
    base.practiceCloud.upgradeTime = std::chrono::seconds(60);
    base.practiceCloud.now = [this] {
        return m_stopped.value_or(QDateTime::currentDateTimeUtc().addMSecs(m_ahead));
    };
    base.intervals.fast = std::chrono::milliseconds(300);
    base.intervals.slow = std::chrono::milliseconds(600);
    base.intervals.attemptGap = std::chrono::milliseconds(100);
    base.intervals.startGap = std::chrono::milliseconds(100);
    base.intervals.reconcile = std::chrono::milliseconds(300);
    base.intervals.reconcileFor = std::chrono::seconds(2);
    base.network.readDeadline = std::chrono::seconds(180); // a call that waits outlasts its pictures
    m_program = std::make_unique<ui::Program>(application, options, base);
    m_program->start();
    m_driver = std::make_unique<tour::Driver>(*m_program, m_home.path());
    m_driver->waitFor("the first window", [this] { return session().isReady(); });
}

void Stage::stopTime() { m_stopped = QDateTime::currentDateTimeUtc().addMSecs(m_ahead); }

void Stage::forward(std::chrono::seconds time)
{
    if (m_stopped)
        m_stopped = m_stopped->addSecs(time.count());
    else
        m_ahead += std::chrono::milliseconds(time).count();
}

void Stage::startTime()
{
    if (m_stopped)
        m_ahead = std::max<qint64>(0, QDateTime::currentDateTimeUtc().msecsTo(*m_stopped));
    m_stopped.reset();
}

void Stage::enterPractice()
{
    m_driver->click("offerPractice");
    m_driver->waitFor("the practice cloud", [this] { return session().isPractice() && session().isReady(); });
    makeRoom();
    tour::whenListed(*m_driver);
}

test::FaultServer &Stage::service()
{
    if (!m_service)
        m_service = std::make_unique<test::FaultServer>(test::FaultServer::Transport::Plain);
    return *m_service;
}

AccountId Stage::addAccountAtService(const QString &name)
{
    accounts::Draft draft;
    draft.account.name = name;
    draft.account.connection.endpoint = {EndpointRule::Kind::Custom, service().origin()};
    draft.account.connection.proxy.kind = ProxyRule::Kind::None;
    draft.account.secretPlace = profiles::SecretPlace::SessionOnly;
    draft.key.id = QStringLiteral("LTAI5tQnKUPLIFTEXAMPX7Qd");
    draft.key.secret = SecretBytes("notASecretButThirtyLettersLong");
    AccountId id;
    session().accounts().save(std::move(draft), &window(),
                              [&id](const Result<AccountId> &saved) { id = saved.value_or(AccountId()); });
    m_driver->waitFor("the account", [&id] { return !id.isEmpty(); });
    return id;
}

void Stage::removeAccount(const AccountId &id)
{
    bool gone = false;
    session().accounts().remove(id, &window(),
                                [&gone](const Outcome &removed) { gone = removed.has_value(); });
    m_driver->waitFor("the end of the account", [&gone] { return gone; });
}

void Stage::setEndpoint(const AccountId &id, const QString &origin)
{
    accounts::Draft draft;
    draft.account = *profiles::find(session().workspace().workspace(), id);
    draft.account.connection.endpoint.origin = origin;
    bool moved = false;
    session().accounts().save(std::move(draft), &window(),
                              [&moved](const Result<AccountId> &saved) { moved = saved.has_value(); });
    m_driver->waitFor("the account's new endpoint", [&moved] { return moved; });
}

void Stage::upgradeNow(const QString &name)
{
    tour::openInstance(*m_driver, name);
    m_driver->click("momentNow");
    if (!m_driver->get<QCheckBox>("clientsReconnect")->isChecked())
        m_driver->click("clientsReconnect");
    window().form()->pressPrimary();
    QWidget *dialog = tour::frontDialog(*m_driver, "the confirmation");
    if (dialog->findChild<QLineEdit *>(QStringLiteral("confirmName")))
        m_driver->type("confirmName", name);
    QTest::qWait(900); // the upgrade button ignores presses that come too soon
    m_driver->click("upgrade");
    m_driver->waitFor("the confirmation's end", [] { return QApplication::activeModalWidget() == nullptr; });
    stopTime();
}

void Stage::forwardUntil(upgrade::StepState state)
{
    const auto reached = [&] {
        const auto step = tour::newestStep(*m_driver);
        return step && step->state == state;
    };
    const auto askedAt = [&] {
        const auto step = tour::newestStep(*m_driver);
        return step ? step->askedAt : QDateTime();
    };
    for (int i = 0; i < 40 && !reached(); ++i) {
        forward(std::chrono::seconds(3));
        // Only once it was asked again: on a slow machine time would pass over the state that is waited for.
        const QDateTime before = askedAt();
        (void)QTest::qWaitFor([&] { return reached() || askedAt() != before; }, 3000);
    }
    if (upgrade::isEnd(state) || state == upgrade::StepState::Undecided)
        startTime();
    tour::waitForState(*m_driver, state);
}

void Stage::makeRoom() { resize(QSize(1366, 768) * m_text / 100); }

bool Stage::turnPage()
{
    auto &panes = part<ui::Panes>();
    if (panes.widthClass() != ui::WidthClass::Paged || panes.isRightShown() || !panes.isVisible())
        return false;
    panes.showRight();
    m_driver->settle();
    return true;
}

void Stage::resize(const QSize &size)
{
    window().setMinimumSize(ui::smallestWindow(size));
    window().resize(size);
    window().move(0, 0);
    const QList<QWidget *> all = shown();
    for (QWidget *each : all) {
        if (auto *dialog = qobject_cast<ui::DialogFrame *>(each))
            dialog->setHeightLimit(size.height() - marginOfDialogs);
        if (qobject_cast<ui::RoomyDialog *>(each)) {
            if (!each->property(ownSize).isValid())
                each->setProperty(ownSize, each->size());
            each->resize(
                each->property(ownSize).toSize().boundedTo(size - QSize(marginOfDialogs, marginOfDialogs)));
        }
        if (m_showsEnd && each != &window())
            showEnd(*each);
        if (each != &window() && each->windowType() != Qt::Popup)
            each->move((size.width() - each->width()) / 2,
                       std::max(titleBar, (size.height() - each->height()) / 2));
    }
    m_driver->settle();
}

void Stage::showEnds() { m_showsEnd = true; }

void Stage::closeAll()
{
    m_showsEnd = false;
    QList<QWidget *> all = shown();
    std::reverse(all.begin(), all.end());
    for (QWidget *each : std::as_const(all)) {
        if (each != &window())
            each->close();
    }
    m_driver->settle();
}

QList<QWidget *> Stage::shown() const
{
    QList<QWidget *> all;
    const QList<QWidget *> tops = QApplication::topLevelWidgets();
    for (QWidget *each : tops) {
        const bool tip = each->windowType() == Qt::ToolTip;
        if (each->isVisible() && !tip && each != &window())
            all << each;
    }
    std::stable_sort(all.begin(), all.end(), [](QWidget *a, QWidget *b) { return depthOf(a) < depthOf(b); });
    all.prepend(&window());
    return all;
}

QImage Stage::picture() const
{
    // What changed in this moment has its place before it is looked at.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    QImage picture = window().grab().toImage();
    QPainter painter(&picture);
    const ui::Theme &theme = ui::themeOf();
    const QList<QWidget *> all = shown();
    for (QWidget *each : all) {
        if (each == &window())
            continue;
        const QRect place(each->mapToGlobal(QPoint()) - window().mapToGlobal(QPoint()), each->size());
        if (each->windowType() != Qt::Popup) {
            const QRect bar(place.left(), place.top() - titleBar, place.width(), titleBar);
            painter.fillRect(bar, theme[ui::Role::Side]);
            painter.setPen(theme[ui::Role::Text2]);
            painter.drawText(bar, Qt::AlignCenter, each->windowTitle());
            painter.setPen(theme[ui::Role::Edge]);
            painter.drawRect(bar.united(place).adjusted(-1, -1, 0, 0));
        }
        painter.drawPixmap(place.topLeft(), each->grab());
    }
    return picture;
}

QStringList Stage::names() const
{
    QStringList names;
    const profiles::Workspace &workspace = session().workspace().workspace();
    for (const profiles::Profile &profile : workspace.profiles)
        names << profile.name << profile.group;
    for (const profiles::Account &account : workspace.accounts)
        names << account.name;
    for (const profiles::SavedPlan &plan : workspace.plans)
        names << plan.name;
    const QList<upgrade::BatchView> batches = session().batches().batches();
    for (const upgrade::BatchView &batch : batches)
        names << batch.plan.name;
    session().fleet().forEach([&](const fleet::KnownInstance &known) {
        if (known.facts)
            names << known.facts->name;
    });
    // Regions are the provider's names. Where the id beside it needs the room, they elide.
    for (const fleet::RegionView &region : session().fleet().regions())
        names << ui::shortRegionName(region.region.id);
    names << tour::draftOf(*m_driver).name();
    names.removeAll(QString());
    return names;
}

} // namespace uplift::scenes
