// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/notifier.h"

#include "ui/look/icons.h"
#include "ui/version.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QSystemTrayIcon>

#include <algorithm>

namespace uplift::ui {

namespace {

const auto service = QStringLiteral("org.freedesktop.Notifications");
const auto path = QStringLiteral("/org/freedesktop/Notifications");
const auto defaultAction = QStringLiteral("default");
constexpr uchar normalUrgency = 1;
constexpr uchar criticalUrgency = 2;
constexpr qsizetype keptAtMost = 50; ///< of those that a service never says closed
constexpr int answerWithin = 5'000; ///< ms

QDBusMessage call(const QString &method)
{
    return QDBusMessage::createMethodCall(service, path, service, method);
}

} // namespace

Notifier::Notifier(Bus bus, std::chrono::milliseconds folding, QObject *parent)
    : QObject(parent), m_openBus(std::move(bus))
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(folding);
    connect(&m_soon, &QTimer::timeout, this, &Notifier::flush);
}

Notifier::~Notifier() = default;

QDBusConnection &Notifier::bus()
{
    if (!m_bus)
        m_bus = m_openBus();
    return *m_bus;
}

void Notifier::tell(const Tiding &tiding)
{
    m_waiting.append(tiding);
    if (!m_soon.isActive())
        m_soon.start();
}

void Notifier::probe()
{
    if (m_way == Way::Desktop || m_way == Way::Tray || std::exchange(m_probing, true))
        return;
    if (!bus().isConnected()) {
        m_probing = false;
        return fallBack();
    }
    listen();
    auto *watcher = new QDBusPendingCallWatcher(
        bus().asyncCall(call(QStringLiteral("GetCapabilities")), answerWithin), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<QStringList> reply = *watcher;
        watcher->deleteLater();
        m_probing = false;
        if (reply.isError())
            return fallBack();
        m_markup = reply.value().contains(QLatin1String("body-markup"));
        take(Way::Desktop);
    });
}

void Notifier::listen()
{
    if (std::exchange(m_listening, true))
        return;
    // Whose signals does not matter, and naming the service would make Qt ask the bus and wait.
    bus().connect({}, path, service, QStringLiteral("ActionInvoked"), this, SLOT(onAction(uint, QString)));
    bus().connect({}, path, service, QStringLiteral("NotificationClosed"), this, SLOT(onClosed(uint, uint)));
}

void Notifier::fallBack() { take(QSystemTrayIcon::isSystemTrayAvailable() ? Way::Tray : Way::None); }

void Notifier::take(Way way)
{
    m_way = way;
    Q_EMIT wayChanged();
    // Where there is no way now, what waits is told with the next tiding, which asks again.
    if (way == Way::None)
        m_waiting.remove(0, std::max<qsizetype>(0, m_waiting.size() - keptAtMost));
    else if (!m_waiting.isEmpty())
        flush();
}

void Notifier::flush()
{
    if (m_waiting.isEmpty())
        return;
    if (m_way == Way::Unknown || m_way == Way::None)
        return probe();
    const QList<Tiding> tidings = std::exchange(m_waiting, {});
    const NotificationText text = notificationOf(tidings);
    if (m_way == Way::Desktop)
        send(text, tidings);
    else
        showInTray(text);
}

void Notifier::send(const NotificationText &text, const QList<Tiding> &tidings)
{
    QDBusMessage message = call(QStringLiteral("Notify"));
    const QVariantMap hints{
        {QStringLiteral("urgency"), QVariant::fromValue(text.urgent ? criticalUrgency : normalUrgency)},
        {QStringLiteral("desktop-entry"), QStringLiteral(UPLIFT_APP_ID)}};
    message << QStringLiteral("Uplift") << 0U << QStringLiteral(UPLIFT_APP_ID) << text.title
            << (m_markup ? text.body.toHtmlEscaped() : text.body) << QStringList{defaultAction, tr("Show")}
            << hints << -1;
    auto *watcher = new QDBusPendingCallWatcher(bus().asyncCall(message, answerWithin), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, text, tidings] {
        onSent(*watcher, text, tidings);
        watcher->deleteLater();
    });
}

void Notifier::onSent(const QDBusPendingCallWatcher &watcher, const NotificationText &text,
                      const QList<Tiding> &tidings)
{
    const QDBusPendingReply<uint> reply = watcher;
    if (!reply.isError()) {
        if (m_shown.size() >= keptAtMost)
            m_shown.clear();
        m_shown.insert(reply.value(), text);
        return;
    }
    // The service has gone since it was asked, or does not answer.
    if (!QSystemTrayIcon::isSystemTrayAvailable())
        m_waiting = tidings + m_waiting;
    fallBack();
    if (m_way == Way::Tray)
        showInTray(text);
}

void Notifier::onAction(uint id, const QString &action)
{
    if (!m_shown.contains(id) || action != defaultAction)
        return;
    // A copy: whoever answers may close the notification, and with it the entry.
    const NotificationText text = m_shown.value(id);
    Q_EMIT activated(text.step, text.batch);
}

void Notifier::onClosed(uint id, uint) { m_shown.remove(id); }

void Notifier::showInTray(const NotificationText &text)
{
    m_inTray = text;
    if (!m_tray) {
        m_tray = std::make_unique<QSystemTrayIcon>(appIcon());
        m_tray->setToolTip(QStringLiteral("Uplift"));
        const auto clicked = [this] { Q_EMIT activated(m_inTray.step, m_inTray.batch); };
        connect(m_tray.get(), &QSystemTrayIcon::messageClicked, this, clicked);
        connect(m_tray.get(), &QSystemTrayIcon::activated, this, clicked);
    }
    m_tray->show();
    m_tray->showMessage(text.title, text.body,
                        text.urgent ? QSystemTrayIcon::Warning : QSystemTrayIcon::Information);
}

} // namespace uplift::ui
