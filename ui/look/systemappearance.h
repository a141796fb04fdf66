// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/theme.h"

#include <QDBusVariant>
#include <QObject>

class QDBusPendingCallWatcher;

namespace uplift {
class Worker;
}

namespace uplift::ui {

/// What the desktop portal's numbers mean: color-scheme 1 dark, 2 light, else no preference; contrast 1
/// higher.
[[nodiscard]] ThemeId themeFromPortal(uint colorScheme, uint contrast, ThemeId fallback);

/// The theme the desktop asks for: its portal's settings where there is one, otherwise the platform palette's
/// lightness (Qt 6.4 has no interface for it). Asks without waiting; follows changes.
class SystemAppearance : public QObject {
    Q_OBJECT
public:
    /// `platform` is the palette before ours was set.
    explicit SystemAppearance(const QPalette &platform, QObject *parent = nullptr);
    /// Asks the desktop, and follows it from then on. `beside` waits for the session bus, up to 25 s.
    void follow(Worker &beside);
    [[nodiscard]] ThemeId theme() const { return m_theme; }

Q_SIGNALS:
    void changed(uplift::ui::ThemeId theme);

private Q_SLOTS:
    void onSettingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void listen();
    void ask(const QString &key);
    void take(const QString &key, const QVariant &value);

    ThemeId m_fallback;
    ThemeId m_theme;
    uint m_colorScheme = 0;
    uint m_contrast = 0;
};

} // namespace uplift::ui
