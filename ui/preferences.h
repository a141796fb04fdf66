// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/remotedisplay.h"
#include "ui/look/theme.h"

#include <QByteArray>
#include <QList>
#include <QSettings>
#include <QString>

#include <chrono>
#include <optional>

namespace uplift::ui {

/// Sizes of text that can be chosen, percent; the first is the default.
[[nodiscard]] const QList<int> &textScales();
/// Minutes between two readings of the list that can be chosen; 0: never by itself.
[[nodiscard]] const QList<int> &refreshChoices();
/// Hours after which a backup is too old, that can be chosen; 0: any age will do.
[[nodiscard]] const QList<int> &backupLimits();
inline constexpr int usualBackupLimit = 24; ///< hours

/// What the user chose about the program itself, in preferences.ini of the data folder. Holds no secret.
class Preferences {
public:
    explicit Preferences(const QString &path);

    [[nodiscard]] ThemeChoice theme() const;
    void setTheme(ThemeChoice theme);
    [[nodiscard]] QString language() const; ///< "en", "zh_CN"; empty: as the system
    void setLanguage(const QString &language);
    [[nodiscard]] int textScale() const; ///< percent, one of textScales()
    void setTextScale(int percent);
    [[nodiscard]] RemoteChoice remoteDisplay() const;
    void setRemoteDisplay(RemoteChoice choice);
    [[nodiscard]] int refreshMinutes() const; ///< between two readings of the list; 0: never by itself
    void setRefreshMinutes(int minutes);
    [[nodiscard]] bool refreshAtStart() const; ///< on by default
    void setRefreshAtStart(bool refresh);
    /// How old the newest backup may be before an upgrade; nothing: any age will do.
    [[nodiscard]] std::optional<std::chrono::hours> backupLimit() const;
    void setBackupLimit(int hours); ///< one of backupLimits()
    /// Of a window other than the main one ("help", "log"); empty: never moved.
    [[nodiscard]] QByteArray geometryOf(const QString &window) const;
    void setGeometryOf(const QString &window, const QByteArray &geometry);
    /// Of the form's pane, in pixels at 100 % text, for a class of window widths; 0: never moved.
    [[nodiscard]] int paneWidth(const QString &widthClass) const;
    void setPaneWidth(const QString &widthClass, int width);
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
