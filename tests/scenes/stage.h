// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/faultserver.h"
#include "tour/moves.h"
#include "ui/window/mainwindow.h"

#include <QImage>
#include <QTemporaryDir>

#include <chrono>
#include <memory>

namespace uplift::scenes {

/// The real window over the practice cloud, whose clock can be stopped and moved on, so that a picture of an
/// upgrade at 62 % can be taken in every size and theme.
class Stage {
public:
    /// `language`: "en" or "zh_CN".
    /// `text`: the program's own text size, in per cent.
    Stage(QApplication &application, const QString &language, int text = 100);

    [[nodiscard]] tour::Driver &driver() { return *m_driver; }
    [[nodiscard]] ui::MainWindow &window() const { return m_driver->window(); }
    [[nodiscard]] ui::Session &session() const { return m_driver->session(); }
    [[nodiscard]] QString home() const { return m_home.path(); }
    template <class T> [[nodiscard]] T &part() const { return *window().findChild<T *>(); }
    /// A part of the window by name, on show or not.
    template <class T = QWidget> [[nodiscard]] T *named(const char *name) const
    {
        if (auto *found = window().findChild<T *>(QString::fromLatin1(name)))
            return found;
        throw tour::Stopped{QStringLiteral("there is no %1").arg(QString::fromLatin1(name))};
    }

    void stopTime(); ///< of the practice cloud
    void forward(std::chrono::seconds time); ///< lets its time pass, stopped or not
    void startTime(); ///< never behind our own: tasks are found by when they began
    void enterPractice();
    /// A service over the loopback that says what the scene wants, and the account there.
    [[nodiscard]] test::FaultServer &service();
    [[nodiscard]] AccountId addAccountAtService(const QString &name);
    void removeAccount(const AccountId &id);
    void setEndpoint(const AccountId &id, const QString &origin);
    /// Sends the upgrade of this instance at once, confirmed as a person would; then time stands still.
    void upgradeNow(const QString &name);
    /// Until the newest attempt has this state; of an end, time goes on afterwards.
    void forwardUntil(upgrade::StepState state);

    void setTheme(int theme) { m_driver->trigger("actionTheme", theme); } ///< as the menu counts
    /// As on a screen of this size: the window fills it, dialogs stay within it.
    void resize(const QSize &size);
    void makeRoom(); ///< for all panes side by side, in which the scenes are set
    /// Turns to the right pane where it takes turns with the list; false where both are there.
    bool turnPage();
    void showEnds(); ///< of the dialogs that are open, at whatever size they are shown
    void closeAll(); ///< dialogs and menus
    /// The window and, in front of it, what is open.
    [[nodiscard]] QList<QWidget *> shown() const;
    [[nodiscard]] QImage picture() const;
    /// Names the user or the provider gave, which may be elided.
    [[nodiscard]] QStringList names() const;

private:
    QTemporaryDir m_home;
    int m_text;
    std::unique_ptr<test::FaultServer> m_service;
    std::optional<QDateTime> m_stopped; ///< the practice cloud's time
    bool m_showsEnd = false;
    qint64 m_ahead = 0; ///< ms, of the practice cloud while its time goes on
    std::unique_ptr<ui::Program> m_program;
    std::unique_ptr<tour::Driver> m_driver;
};

} // namespace uplift::scenes
