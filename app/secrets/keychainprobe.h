// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "secrets/keychainwords.h"

#include <QObject>

#include <chrono>
#include <functional>

class QDBusError;
class QDBusMessage;

namespace uplift::secrets {

/// Which program QtKeychain 0.13.2 will talk to; it chooses once per process, from the environment (pitfalls
/// K8).
enum class Backend {
    SecretService,
    SecretPortal, ///< in a Flatpak: a file of this program's own, under a key the desktop hands out
    KWallet5,
    WindowsCredentials,
    MacKeychain
};
/// `desktop`, `session`, `kdeVersion`: XDG_CURRENT_DESKTOP, DESKTOP_SESSION, KDE_SESSION_VERSION; `flatpak`:
/// is there a /.flatpak-info?
[[nodiscard]] Backend linuxBackend(const QByteArray &desktop, const QByteArray &session,
                                   const QByteArray &kdeVersion, bool flatpak);
[[nodiscard]] Backend backendHere();
[[nodiscard]] QString backendName(Backend backend);

/// Looks at the keychain service without touching an entry and without showing a prompt: is it there, does it
/// answer, is its default collection locked? Asks over D-Bus, asynchronously. Lives in the keychain's thread.
class KeychainProbe : public QObject {
public:
    /// `limit`: how long one D-Bus answer may take.
    explicit KeychainProbe(std::chrono::milliseconds limit, QObject *parent = nullptr,
                           Backend backend = backendHere());
    ~KeychainProbe() override;

    /// `done` runs once, perhaps at once, unless this object goes first.
    void ask(const std::function<void(ProbeResult)> &done);
    [[nodiscard]] QString backend() const { return backendName(m_backend); }

private:
    using Done = std::function<void(ProbeResult)>;
    [[nodiscard]] ProbeResult found(KeychainState state, const QString &detail = {}) const;
#ifdef UPLIFT_DBUS
    using Replied = std::function<void(const QDBusMessage &)>;
    [[nodiscard]] bool connectToBus();
    void call(const QDBusMessage &message, const Done &done, Replied replied);
    void askSecretService(const Done &done);
    void askIfLocked(const QString &collection, const Done &done);
    void askKWallet(const Done &done);

    QString m_connection;
#endif
    std::chrono::milliseconds m_limit;
    Backend m_backend;
};

#ifdef UPLIFT_DBUS
/// What a D-Bus error says about the keychain service.
[[nodiscard]] KeychainState stateOf(const QDBusError &error);
#endif

} // namespace uplift::secrets
