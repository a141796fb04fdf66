// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences.h"

namespace uplift::ui {

namespace {

const QString themeKey = QStringLiteral("look/theme");
const QString languageKey = QStringLiteral("look/language");
const QString geometryKey = QStringLiteral("window/geometry");
const QString tableKey = QStringLiteral("table/layout");
const QString notificationsKey = QStringLiteral("notifications/shown");
const QString foldedKey = QStringLiteral("window/sidebarFolded");

} // namespace

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

QByteArray Preferences::tableLayout() const { return m_settings.value(tableKey).toByteArray(); }

void Preferences::setTableLayout(const QByteArray &json) { m_settings.setValue(tableKey, json); }

QByteArray Preferences::geometry() const { return m_settings.value(geometryKey).toByteArray(); }

void Preferences::setGeometry(const QByteArray &geometry) { m_settings.setValue(geometryKey, geometry); }

bool Preferences::sidebarFolded() const { return m_settings.value(foldedKey, false).toBool(); }

void Preferences::setSidebarFolded(bool folded) { m_settings.setValue(foldedKey, folded); }

bool Preferences::notifications() const { return m_settings.value(notificationsKey, true).toBool(); }

void Preferences::setNotifications(bool shown) { m_settings.setValue(notificationsKey, shown); }

} // namespace uplift::ui
