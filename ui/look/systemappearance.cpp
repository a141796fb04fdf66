// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/systemappearance.h"

#include "core/worker.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace uplift::ui {

namespace {

const auto service = QStringLiteral("org.freedesktop.portal.Desktop");
const auto path = QStringLiteral("/org/freedesktop/portal/desktop");
const auto interfaceName = QStringLiteral("org.freedesktop.portal.Settings");
const auto appearance = QStringLiteral("org.freedesktop.appearance");
const auto colorSchemeKey = QStringLiteral("color-scheme");
const auto contrastKey = QStringLiteral("contrast");

/// Read() wraps its answer twice, SettingChanged once.
QVariant unwrapped(QVariant value)
{
    while (value.userType() == qMetaTypeId<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value;
}

} // namespace

ThemeId themeFromPortal(uint colorScheme, uint contrast, ThemeId fallback)
{
    if (contrast == 1)
        return ThemeId::Contrast;
    if (colorScheme == 1)
        return ThemeId::Dark;
    return colorScheme == 2 ? ThemeId::Light : fallback;
}

SystemAppearance::SystemAppearance(const QPalette &platform, QObject *parent)
    : QObject(parent), m_fallback(systemTheme(platform)), m_theme(m_fallback)
{
}

void SystemAppearance::follow(Worker &beside)
{
    // Whoever asks Qt for the bus first waits until it has answered, up to 25 s: not this thread.
    beside.ask<bool>([]() -> Result<bool> { return QDBusConnection::sessionBus().isConnected(); }, this,
                     [this](const Result<bool> &open) {
                         if (*open)
                             listen();
                     });
}

void SystemAppearance::listen()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    bus.connect(service, path, interfaceName, QStringLiteral("SettingChanged"), this,
                SLOT(onSettingChanged(QString, QString, QDBusVariant)));
    ask(colorSchemeKey);
    ask(contrastKey);
}

void SystemAppearance::ask(const QString &key)
{
    QDBusMessage message =
        QDBusMessage::createMethodCall(service, path, interfaceName, QStringLiteral("Read"));
    message << appearance << key;
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(message), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, key, watcher] {
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        watcher->deleteLater();
        if (!reply.isError()) // no portal, or one that does not know the key: the palette decides
            take(key, QVariant::fromValue(reply.value()));
    });
}

void SystemAppearance::onSettingChanged(const QString &group, const QString &key, const QDBusVariant &value)
{
    if (group == appearance)
        take(key, QVariant::fromValue(value));
}

void SystemAppearance::take(const QString &key, const QVariant &value)
{
    bool isNumber = false;
    const uint number = unwrapped(value).toUInt(&isNumber);
    if (!isNumber)
        return;
    if (key == colorSchemeKey)
        m_colorScheme = number;
    else if (key == contrastKey)
        m_contrast = number;
    const ThemeId theme = themeFromPortal(m_colorScheme, m_contrast, m_fallback);
    if (theme == m_theme)
        return;
    m_theme = theme;
    Q_EMIT changed(theme);
}

} // namespace uplift::ui
