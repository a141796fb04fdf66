// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/notifywords.h"

#include <QDBusConnection>
#include <QHash>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

class QDBusPendingCallWatcher;
class QSystemTrayIcon;

namespace uplift::ui {

/// Sends notifications by the desktop's service (org.freedesktop.Notifications), or by a tray icon where
/// there is none; where there is neither, nowhere. Never waits: every call is answered later. What comes
/// within `folding` is sent as one.
class Notifier : public QObject {
    Q_OBJECT
public:
    enum class Way {
        Unknown, ///< not asked yet
        Desktop,
        Tray,
        None ///< this desktop shows no notifications, as far as it answered; the next tiding asks again
    };
    /// The way to the session's bus, taken when something is to be told or asked: Qt waits for a bus that is
    /// not open yet.
    using Bus = std::function<QDBusConnection()>;
    explicit Notifier(Bus bus, std::chrono::milliseconds folding = std::chrono::seconds(2),
                      QObject *parent = nullptr);
    ~Notifier() override;

    void tell(const Tiding &tiding);
    /// Finds out the way, without showing anything.
    void probe();
    [[nodiscard]] Way way() const { return m_way; }

Q_SIGNALS:
    void activated(const uplift::StepId &step, const uplift::PlanId &batch); ///< clicked; both may be empty
    void wayChanged();

private Q_SLOTS:
    void onAction(uint id, const QString &action);
    void onClosed(uint id, uint reason);

private:
    void flush();
    void send(const NotificationText &text, const QList<Tiding> &tidings);
    void onSent(const QDBusPendingCallWatcher &watcher, const NotificationText &text,
                const QList<Tiding> &tidings);
    void fallBack();
    void showInTray(const NotificationText &text);
    void listen();
    void take(Way way);

    [[nodiscard]] QDBusConnection &bus();

    Bus m_openBus;
    std::optional<QDBusConnection> m_bus;
    QTimer m_soon;
    QList<Tiding> m_waiting;
    Way m_way = Way::Unknown;
    bool m_probing = false;
    bool m_listening = false; ///< to what the service says of those shown
    bool m_markup = false; ///< the service reads the body as markup
    QHash<uint, NotificationText> m_shown; ///< by the service's number, until closed
    std::unique_ptr<QSystemTrayIcon> m_tray;
    NotificationText m_inTray;
};

} // namespace uplift::ui
