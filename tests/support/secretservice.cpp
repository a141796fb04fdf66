// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/secretservice.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QTest>
#include <QUuid>

#include <csignal>

#include <sys/prctl.h>

namespace uplift::support {

namespace {

constexpr int patience = 20'000;

/// Asks the first one, then kills the process; both are ours.
void endProcess(QProcess &process)
{
    if (process.state() == QProcess::NotRunning)
        return;
    process.terminate();
    if (!process.waitForFinished(5'000)) {
        process.kill();
        process.waitForFinished(5'000);
    }
}

/// What we start goes when we do, also when a watchdog ends us.
void dieWithUs(QProcess &process)
{
    process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
}

QByteArray firstLine(QProcess &process)
{
    if (!QTest::qWaitFor([&] { return process.canReadLine() || process.state() == QProcess::NotRunning; },
                         patience))
        return {};
    return process.readLine().trimmed();
}

/// A connection of one call, to the bus at `address`.
QDBusMessage callOnce(const QString &address, const QDBusMessage &message)
{
    const QString name = QUuid::createUuid().toString();
    const QDBusMessage reply =
        QDBusConnection::connectToBus(address, name).call(message, QDBus::Block, 5'000);
    QDBusConnection::disconnectFromBus(name);
    return reply;
}

QDBusMessage serviceCall(const QString &method)
{
    return QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.secrets"),
                                          QStringLiteral("/org/freedesktop/secrets"),
                                          QStringLiteral("org.freedesktop.Secret.Service"), method);
}

} // namespace

VirtualDisplay::~VirtualDisplay() { endProcess(m_server); }

bool VirtualDisplay::start()
{
    dieWithUs(m_server);
    // Each look for a prompt is a client that may be the last one; a server that starts anew after the last
    // throws out the prompter that connects meanwhile.
    m_server.start(QStringLiteral("Xvfb"),
                   {QStringLiteral("-displayfd"), QStringLiteral("1"), QStringLiteral("-screen"),
                    QStringLiteral("0"), QStringLiteral("800x600x24"), QStringLiteral("-nolisten"),
                    QStringLiteral("tcp"), QStringLiteral("-noreset")});
    const QByteArray number = firstLine(m_server);
    m_name = QLatin1Char(':') + QString::fromLatin1(number);
    return !number.isEmpty();
}

bool VirtualDisplay::xdotool(const QStringList &arguments, const QByteArray &input) const
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("DISPLAY"), m_name);
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral("xdotool"), arguments);
    process.write(input);
    process.closeWriteChannel();
    return process.waitForFinished(patience) && process.exitCode() == 0;
}

bool VirtualDisplay::waitForPrompt(bool shown, const std::function<bool()> &giveUp) const
{
    // By the clock: each look takes a process, and QTRY_VERIFY counts only its own pauses.
    const QDeadlineTimer deadline(patience);
    while (showsPrompt() != shown) {
        if (deadline.hasExpired() || (giveUp && giveUp()))
            return false;
        QTest::qWait(20);
    }
    return true;
}

bool VirtualDisplay::showsPrompt() const
{
    return xdotool({QStringLiteral("search"), QStringLiteral("--onlyvisible"), QStringLiteral("--class"),
                    QStringLiteral("gcr-prompter")});
}

void VirtualDisplay::press(const QString &key) const { xdotool({QStringLiteral("key"), key}); }

void VirtualDisplay::type(const QByteArray &text) const
{
    xdotool({QStringLiteral("type"), QStringLiteral("--file"), QStringLiteral("-")}, text);
}

SecretService::~SecretService()
{
    resume();
    endProcess(m_daemon);
    endProcess(m_bus);
}

bool SecretService::start(Kind kind, const QString &display)
{
    if (!m_home.isValid() || !QDir(m_home.path()).mkdir(QStringLiteral("run")))
        return false;
    QFile::setPermissions(m_home.filePath(QStringLiteral("run")),
                          QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    m_password = QUuid::createUuid().toString(QUuid::Id128).toLatin1();

    m_environment = QProcessEnvironment::systemEnvironment();
    for (const char *name :
         {"DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY", "DBUS_SESSION_BUS_ADDRESS", "DESKTOP_SESSION",
          "XDG_CURRENT_DESKTOP", "KDE_SESSION_VERSION", "KDE_FULL_SESSION", "GNOME_KEYRING_CONTROL",
          "GNOME_DESKTOP_SESSION_ID", "QT_NO_GLIB"})
        m_environment.remove(QLatin1String(name));
    m_environment.insert(QStringLiteral("HOME"), m_home.path());
    m_environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), m_home.filePath(QStringLiteral("run")));
    m_environment.insert(QStringLiteral("XDG_DATA_HOME"), m_home.filePath(QStringLiteral("data")));
    m_environment.insert(QStringLiteral("XDG_CONFIG_HOME"), m_home.filePath(QStringLiteral("config")));
    m_environment.insert(QStringLiteral("XDG_CACHE_HOME"), m_home.filePath(QStringLiteral("cache")));
    m_environment.insert(QStringLiteral("NO_AT_BRIDGE"), QStringLiteral("1"));
    if (!display.isEmpty())
        m_environment.insert(QStringLiteral("DISPLAY"), display);
    if (kind == Kind::NoBus)
        return true;
    if (!startBus(kind))
        return false;
    return kind == Kind::NoDaemon || startDaemon();
}

bool SecretService::writeBusConfiguration(Kind kind) const
{
    // Only the prompter may be started by the bus: neither a second keyring nor anything of the desktop.
    const QDir home(m_home.path());
    if (!home.mkdir(QStringLiteral("services")))
        return false;
    if (kind != Kind::NoDaemon) {
        for (const QString &name : {QStringLiteral("org.gnome.keyring.SystemPrompter.service"),
                                    QStringLiteral("org.gnome.keyring.PrivatePrompter.service")})
            QFile::copy(QStringLiteral("/usr/share/dbus-1/services/") + name,
                        home.filePath(QStringLiteral("services/") + name));
    }
    QByteArray denied;
    if (kind == Kind::Denying) {
        for (const char *member : {"OpenSession", "SearchItems", "GetSecrets", "Unlock"})
            denied += QByteArray("<deny send_destination=\"org.freedesktop.secrets\" "
                                 "send_interface=\"org.freedesktop.Secret.Service\" send_member=\"")
                + member + "\"/>";
    }
    QFile file(home.filePath(QStringLiteral("bus.conf")));
    if (!file.open(QFile::WriteOnly))
        return false;
    file.write(
        "<!DOCTYPE busconfig PUBLIC \"-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN\" "
        "\"http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd\"><busconfig><type>session</type>"
        "<listen>unix:path="
        + QFile::encodeName(home.filePath(QStringLiteral("bus")))
        + "</listen><auth>EXTERNAL</auth>"
          "<servicedir>"
        + QFile::encodeName(home.filePath(QStringLiteral("services")))
        + "</servicedir>"
          "<policy context=\"default\"><allow send_destination=\"*\" eavesdrop=\"true\"/>"
          "<allow eavesdrop=\"true\"/><allow own=\"*\"/></policy>"
          "<policy context=\"mandatory\">"
        + denied + "</policy></busconfig>\n");
    return true;
}

bool SecretService::startBus(Kind kind)
{
    if (!writeBusConfiguration(kind))
        return false;
    dieWithUs(m_bus);
    m_bus.setProcessEnvironment(m_environment);
    m_bus.setStandardErrorFile(QProcess::nullDevice());
    m_bus.start(QStringLiteral("dbus-daemon"),
                {QStringLiteral("--config-file=") + m_home.filePath(QStringLiteral("bus.conf")),
                 QStringLiteral("--nofork"), QStringLiteral("--nopidfile"),
                 QStringLiteral("--print-address=1")});
    m_address = QString::fromLocal8Bit(firstLine(m_bus));
    m_environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), m_address);
    return !m_address.isEmpty();
}

bool SecretService::startDaemon()
{
    dieWithUs(m_daemon);
    m_daemon.setProcessEnvironment(m_environment);
    m_daemon.setStandardErrorFile(QProcess::nullDevice());
    m_daemon.start(
        QStringLiteral("gnome-keyring-daemon"),
        {QStringLiteral("--foreground"), QStringLiteral("--unlock"), QStringLiteral("--components=secrets")});
    m_daemon.write(m_password);
    m_daemon.closeWriteChannel();
    return QTest::qWaitFor([this] { return defaultIsLogin(); }, patience);
}

bool SecretService::defaultIsLogin() const
{
    QDBusMessage message = serviceCall(QStringLiteral("ReadAlias"));
    message << QStringLiteral("default");
    const QDBusMessage reply = callOnce(m_address, message);
    return reply.arguments().value(0).value<QDBusObjectPath>().path().endsWith(QLatin1String("/login"));
}

bool SecretService::lock() const
{
    QDBusMessage message = serviceCall(QStringLiteral("Lock"));
    const QDBusObjectPath login(QStringLiteral("/org/freedesktop/secrets/collection/login"));
    message << QVariant::fromValue(QList<QDBusObjectPath>{login});
    const QDBusMessage reply = callOnce(m_address, message);
    return reply.type() == QDBusMessage::ReplyMessage;
}

void SecretService::stop() { ::kill(static_cast<pid_t>(m_daemon.processId()), SIGSTOP); }

void SecretService::resume()
{
    if (m_daemon.state() == QProcess::Running)
        ::kill(static_cast<pid_t>(m_daemon.processId()), SIGCONT);
}

} // namespace uplift::support
