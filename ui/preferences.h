// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/theme.h"

#include <QByteArray>
#include <QSettings>
#include <QString>

namespace uplift::ui {

/// What the user chose about the program itself, in preferences.ini of the data folder. Holds no secret.
class Preferences {
public:
    explicit Preferences(const QString &path);

    [[nodiscard]] ThemeChoice theme() const;
    void setTheme(ThemeChoice theme);
    [[nodiscard]] QString language() const; ///< "en", "zh_CN"; empty: as the system
    void setLanguage(const QString &language);
    [[nodiscard]] QByteArray geometry() const;
    void setGeometry(const QByteArray &geometry);
    [[nodiscard]] QByteArray tableLayout() const; ///< TableLayout::toJson(); empty: never chosen
    void setTableLayout(const QByteArray &json);
    [[nodiscard]] bool sidebarFolded() const;
    void setSidebarFolded(bool folded);
    [[nodiscard]] bool notifications() const; ///< when the window is not in front; on by default
    void setNotifications(bool shown);

private:
    QSettings m_settings;
};

} // namespace uplift::ui
