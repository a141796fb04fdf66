// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/keychainprobe.h"

#include <QFile>

#ifdef UPLIFT_DBUS
#include <QDBusConnection>
#include <QDBusError>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusVariant>
#include <QUuid>
#endif

namespace uplift::secrets {

Backend linuxBackend(const QByteArray &desktop, const QByteArray &session, const QByteArray &kdeVersion,
                     bool flatpak)
{
    if (flatpak)
        return Backend::SecretPortal;
    const bool kde = desktop == "KDE" || (desktop != "GNOME" && desktop != "Unity" && session == "kde");
    return kde && kdeVersion == "5" ? Backend::KWallet5 : Backend::SecretService;
}

Backend backendHere()
{
#if defined(Q_OS_WIN)
    return Backend::WindowsCredentials;
#elif defined(Q_OS_MACOS)
    return Backend::MacKeychain;
#else
    return linuxBackend(qgetenv("XDG_CURRENT_DESKTOP"), qgetenv("DESKTOP_SESSION"),
                        qgetenv("KDE_SESSION_VERSION"), QFile::exists(QStringLiteral("/.flatpak-info")));
#endif
}

QString backendName(Backend backend)
{
    switch (backend) {
    case Backend::SecretService:
        return QStringLiteral("Secret Service");
    case Backend::SecretPortal:
        return QStringLiteral("Secret portal");
    case Backend::KWallet5:
        return QStringLiteral("KWallet");
    case Backend::WindowsCredentials:
        return QStringLiteral("Windows Credential Manager");
    case Backend::MacKeychain:
        return QStringLiteral("macOS Keychain");
    }
    Q_UNREACHABLE();
}

ProbeResult KeychainProbe::found(KeychainState state, const QString &detail) const
{
    return {state, backend(), detail};
}

#ifndef UPLIFT_DBUS

KeychainProbe::KeychainProbe(std::chrono::milliseconds limit, QObject *parent, Backend backend)
    : QObject(parent), m_limit(limit), m_backend(backend)
{
}

KeychainProbe::~KeychainProbe() = default;

void KeychainProbe::ask(const std::function<void(ProbeResult)> &done)
{
    // These keychains are part of the system and say "not found" only when that is true.
    done(found(KeychainState::Unlocked));
}

#else

namespace {

const QString service = QStringLiteral("org.freedesktop.secrets");
const QString walletService = QStringLiteral("org.kde.kwalletd5");

QDBusMessage walletCall(const QString &method)
{
    return QDBusMessage::createMethodCall(walletService, QStringLiteral("/modules/kwalletd5"),
                                          QStringLiteral("org.kde.KWallet"), method);
}

} // namespace

KeychainState stateOf(const QDBusError &error)
{
    switch (error.type()) {
    case QDBusError::NoReply:
    case QDBusError::Timeout:
    case QDBusError::TimedOut:
        return KeychainState::Hung;
    case QDBusError::Disconnected:
    case QDBusError::NoServer:
        return KeychainState::NoBus;
    case QDBusError::ServiceUnknown:
        return KeychainState::NoService;
    default:
        break;
    }
    const QString name = error.name();
    if (name.startsWith(QLatin1String("org.freedesktop.DBus.Error.Spawn"))
        || name == QLatin1String("org.freedesktop.DBus.Error.NameHasNoOwner"))
        return KeychainState::NoService;
    return KeychainState::Denied;
}

KeychainProbe::KeychainProbe(std::chrono::milliseconds limit, QObject *parent, Backend backend)
    : QObject(parent), m_limit(limit), m_backend(backend)
{
}

KeychainProbe::~KeychainProbe()
{
    if (!m_connection.isEmpty())
        QDBusConnection::disconnectFromBus(m_connection);
}

bool KeychainProbe::connectToBus()
{
    // A connection of our own: QDBusConnection::sessionBus() never comes back once it is lost.
    if (!m_connection.isEmpty()) {
        if (QDBusConnection(m_connection).isConnected())
            return true;
        QDBusConnection::disconnectFromBus(m_connection);
    }
    m_connection = QStringLiteral("uplift-keychain-") + QUuid::createUuid().toString(QUuid::WithoutBraces);
    return QDBusConnection::connectToBus(QDBusConnection::SessionBus, m_connection).isConnected();
}

void KeychainProbe::ask(const std::function<void(ProbeResult)> &done)
{
    // The file is this program's own: never locked, and nobody on the bus could be asked about it.
    if (m_backend == Backend::SecretPortal)
        return done(found(KeychainState::Unlocked));
    if (!connectToBus())
        return done(found(KeychainState::NoBus));
    if (m_backend == Backend::KWallet5)
        return askKWallet(done);
    askSecretService(done);
}

void KeychainProbe::call(const QDBusMessage &message, const Done &done, Replied replied)
{
    const auto pending = QDBusConnection(m_connection).asyncCall(message, static_cast<int>(m_limit.count()));
    auto *watcher = new QDBusPendingCallWatcher(pending, this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this,
            [this, watcher, done, replied = std::move(replied)] {
                watcher->deleteLater();
                if (watcher->isError()) {
                    const QDBusError error = watcher->error();
                    return done(found(stateOf(error), error.name() + QStringLiteral(": ") + error.message()));
                }
                replied(watcher->reply());
            });
}

void KeychainProbe::askSecretService(const Done &done)
{
    QDBusMessage message = QDBusMessage::createMethodCall(service, QStringLiteral("/org/freedesktop/secrets"),
                                                          QStringLiteral("org.freedesktop.Secret.Service"),
                                                          QStringLiteral("ReadAlias"));
    message << QStringLiteral("default");
    call(message, done, [this, done](const QDBusMessage &reply) {
        const QString collection = reply.arguments().value(0).value<QDBusObjectPath>().path();
        // No default collection: KeePassXC with a closed database, or a keyring that was never set up. It may
        // have held the entry, so it is no better than a locked one.
        if (collection.isEmpty() || collection == QLatin1String("/"))
            return done(found(KeychainState::Locked, QStringLiteral("no default collection")));
        askIfLocked(collection, done);
    });
}

void KeychainProbe::askIfLocked(const QString &collection, const Done &done)
{
    QDBusMessage message = QDBusMessage::createMethodCall(
        service, collection, QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"));
    message << QStringLiteral("org.freedesktop.Secret.Collection") << QStringLiteral("Locked");
    call(message, done, [this, done](const QDBusMessage &reply) {
        const QVariant locked = reply.arguments().value(0).value<QDBusVariant>().variant();
        // Anything but a clear "false" is locked: "not found" must not be believed by mistake.
        const bool unlocked = locked.metaType().id() == QMetaType::Bool && !locked.toBool();
        done(found(unlocked ? KeychainState::Unlocked : KeychainState::Locked));
    });
}

void KeychainProbe::askKWallet(const Done &done)
{
    // QtKeychain falls back to the Secret Service when KWallet cannot name its wallet; so do we.
    const Done otherwise = [this, done](const ProbeResult &result) {
        if (result.state == KeychainState::Hung)
            return done(result);
        m_backend = Backend::SecretService;
        askSecretService(done);
    };
    call(walletCall(QStringLiteral("networkWallet")), otherwise, [this, done](const QDBusMessage &reply) {
        QDBusMessage isOpen = walletCall(QStringLiteral("isOpen"));
        isOpen << reply.arguments().value(0).toString();
        call(isOpen, done, [this, done](const QDBusMessage &open) {
            done(found(open.arguments().value(0).toBool() ? KeychainState::Unlocked : KeychainState::Locked));
        });
    });
}

#endif

} // namespace uplift::secrets
