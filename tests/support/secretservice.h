// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QProcess>
#include <QProcessEnvironment>
#include <QString>
#include <QTemporaryDir>

#include <functional>

namespace uplift::support {

/// A virtual X display of the test's own, on a number the server finds free, and someone who sits before it.
class VirtualDisplay {
public:
    ~VirtualDisplay();
    [[nodiscard]] bool start();
    [[nodiscard]] QString name() const { return m_name; } ///< ":99"
    /// Is the keyring's prompt on the screen?
    [[nodiscard]] bool showsPrompt() const;
    /// Until the prompt is there (or gone); false when that takes too long or `giveUp` says so.
    [[nodiscard]] bool waitForPrompt(bool shown, const std::function<bool()> &giveUp = {}) const;
    void press(const QString &key) const; ///< "Escape", "Return"
    void type(const QByteArray &text) const;

private:
    bool xdotool(const QStringList &arguments, const QByteArray &input = {}) const;
    QProcess m_server;
    QString m_name;
};

/// A private session bus with a real gnome-keyring-daemon, in a home of its own.
class SecretService {
public:
    enum class Kind {
        Working, ///< unlocked, its collection "login" is the default
        Denying, ///< as Working, but the bus lets no one open a session or search: access is refused
        NoDaemon, ///< a bus, and nothing that could be started on it
        NoBus
    };

    ~SecretService();
    /// `display`: where prompts appear; empty: none can be shown.
    [[nodiscard]] bool start(Kind kind, const QString &display = {});
    /// For a child that shall use this service.
    [[nodiscard]] QProcessEnvironment environment() const { return m_environment; }
    void setVariable(const QString &name, const QString &value) { m_environment.insert(name, value); }
    [[nodiscard]] QByteArray password() const { return m_password; } ///< of the keyring, made anew each time
    [[nodiscard]] bool lock() const;
    void stop(); ///< SIGSTOP: it hangs
    void resume(); ///< SIGCONT

private:
    [[nodiscard]] bool startBus(Kind kind);
    [[nodiscard]] bool startDaemon();
    [[nodiscard]] bool writeBusConfiguration(Kind kind) const;
    [[nodiscard]] bool defaultIsLogin() const;

    QTemporaryDir m_home;
    QProcessEnvironment m_environment;
    QByteArray m_password;
    QString m_address;
    QProcess m_bus;
    QProcess m_daemon;
};

} // namespace uplift::support
