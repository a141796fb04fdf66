// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences.h"

namespace uplift::ui {

namespace {

const QString themeKey = QStringLiteral("look/theme");
const QString languageKey = QStringLiteral("look/language");
const QString textScaleKey = QStringLiteral("look/textScale");
const QString remoteKey = QStringLiteral("look/remoteDisplay");
const QString refreshKey = QStringLiteral("list/refreshMinutes");
const QString refreshAtStartKey = QStringLiteral("list/refreshAtStart");
const QString backupLimitKey = QStringLiteral("checks/backupLimitHours");
const QString geometryKey = QStringLiteral("window/geometry");
const QString tableKey = QStringLiteral("table/layout");
const QString notificationsKey = QStringLiteral("notifications/shown");
const QString foldedKey = QStringLiteral("window/sidebarFolded");

QString windowKey(const QString &window) { return QStringLiteral("windows/%1").arg(window); }

QString paneKey(const QString &widthClass) { return QStringLiteral("panes/%1").arg(widthClass); }

} // namespace

const QList<int> &textScales()
{
    static const QList<int> scales{100, 110, 125, 150, 175, 200};
    return scales;
}

const QList<int> &refreshChoices()
{
    static const QList<int> minutes{0, 15, 30, 60};
    return minutes;
}

const QList<int> &backupLimits()
{
    // What is asked of the service reaches back eight days.
    static const QList<int> hours{6, 12, usualBackupLimit, 48, 72, 168, 0};
    return hours;
}

Preferences::Preferences(const QString &path) : m_settings(path, QSettings::IniFormat) { }

ThemeChoice Preferences::theme() const
{
    const int stored = m_settings.value(themeKey, int(ThemeChoice::System)).toInt();
    return stored >= int(ThemeChoice::System) && stored <= int(ThemeChoice::Contrast)
        ? static_cast<ThemeChoice>(stored)
        : ThemeChoice::System;
}

void Preferences::setTheme(ThemeChoice theme) { m_settings.setValue(themeKey, int(theme)); }

QString Preferences::language() const { return m_settings.value(languageKey).toString(); }

void Preferences::setLanguage(const QString &language) { m_settings.setValue(languageKey, language); }

int Preferences::textScale() const
{
    const int stored = m_settings.value(textScaleKey, textScales().constFirst()).toInt();
    return textScales().contains(stored) ? stored : textScales().constFirst();
}

void Preferences::setTextScale(int percent) { m_settings.setValue(textScaleKey, percent); }

RemoteChoice Preferences::remoteDisplay() const
{
    const int stored = m_settings.value(remoteKey, int(RemoteChoice::Automatic)).toInt();
    return stored >= int(RemoteChoice::Automatic) && stored <= int(RemoteChoice::No)
        ? static_cast<RemoteChoice>(stored)
        : RemoteChoice::Automatic;
}

void Preferences::setRemoteDisplay(RemoteChoice choice) { m_settings.setValue(remoteKey, int(choice)); }

int Preferences::refreshMinutes() const
{
    const int stored = m_settings.value(refreshKey, 0).toInt();
    return refreshChoices().contains(stored) ? stored : 0;
}

void Preferences::setRefreshMinutes(int minutes) { m_settings.setValue(refreshKey, minutes); }

bool Preferences::refreshAtStart() const { return m_settings.value(refreshAtStartKey, true).toBool(); }

void Preferences::setRefreshAtStart(bool refresh) { m_settings.setValue(refreshAtStartKey, refresh); }

std::optional<std::chrono::hours> Preferences::backupLimit() const
{
    const int stored = m_settings.value(backupLimitKey, usualBackupLimit).toInt();
    const int hours = backupLimits().contains(stored) ? stored : usualBackupLimit;
    return hours > 0 ? std::optional(std::chrono::hours(hours)) : std::nullopt;
}

void Preferences::setBackupLimit(int hours) { m_settings.setValue(backupLimitKey, hours); }

QByteArray Preferences::geometryOf(const QString &window) const
{
    return m_settings.value(windowKey(window)).toByteArray();
}

void Preferences::setGeometryOf(const QString &window, const QByteArray &geometry)
{
    m_settings.setValue(windowKey(window), geometry);
}

int Preferences::paneWidth(const QString &widthClass) const
{
    return m_settings.value(paneKey(widthClass), 0).toInt();
}

void Preferences::setPaneWidth(const QString &widthClass, int width)
{
    m_settings.setValue(paneKey(widthClass), width);
}

QByteArray Preferences::tableLayout() const { return m_settings.value(tableKey).toByteArray(); }

void Preferences::setTableLayout(const QByteArray &json) { m_settings.setValue(tableKey, json); }

QByteArray Preferences::geometry() const { return m_settings.value(geometryKey).toByteArray(); }

void Preferences::setGeometry(const QByteArray &geometry) { m_settings.setValue(geometryKey, geometry); }

bool Preferences::sidebarFolded() const { return m_settings.value(foldedKey, false).toBool(); }

void Preferences::setSidebarFolded(bool folded) { m_settings.setValue(foldedKey, folded); }

bool Preferences::notifications() const { return m_settings.value(notificationsKey, true).toBool(); }

void Preferences::setNotifications(bool shown) { m_settings.setValue(notificationsKey, shown); }

} // namespace uplift::ui
