// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/oneinstance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QLocalServer>
#include <QLocalSocket>
#include <QPointer>
#include <QStandardPaths>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace uplift::ui {

namespace {

constexpr std::chrono::milliseconds pause{100};
constexpr std::chrono::milliseconds slowest{5'000};
constexpr qsizetype maxRequest = 1'024;
constexpr qsizetype maxToken = 512;
const QByteArray request = QByteArrayLiteral("raise ");
const QByteArray reply = QByteArrayLiteral("here\n");

/// Of this user alone: others could otherwise pretend to be the first instance.
QString place()
{
#ifdef Q_OS_WIN
    return QDir::tempPath();
#else
    return QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
#endif
}

QString nameFor(const QString &folder)
{
    const QFileInfo info(folder);
    const QString whole = info.exists() ? info.canonicalFilePath() : info.absoluteFilePath();
    const QByteArray hash = QCryptographicHash::hash(whole.toUtf8(), QCryptographicHash::Sha256).toHex();
    return QDir(place()).filePath(QStringLiteral("uplift-%1").arg(QString::fromLatin1(hash.left(24))));
}

/// Pipes of Windows have names, not paths.
QString socketOf(const QString &name)
{
#ifdef Q_OS_WIN
    return QFileInfo(name).fileName();
#else
    return name + QStringLiteral(".socket");
#endif
}

/// One word of printable ASCII, or nothing.
QByteArray checkedToken(const QByteArray &token)
{
    const bool clean = token.size() <= maxToken
        && std::all_of(token.begin(), token.end(), [](char c) { return c > 0x20 && c < 0x7f; });
    return clean ? token : QByteArray();
}

} // namespace

/// One question to the process that has the folder: connects, asks, and tries again until it is answered.
class OneInstance::Asking : public QObject {
public:
    Asking(OneInstance &claimer, QByteArray token, std::chrono::milliseconds patience, QObject *context,
           std::function<void(Answer)> done)
        : QObject(context), m_claimer(&claimer), m_token(std::move(token)), m_done(std::move(done))
    {
        QTimer::singleShot(patience, this, [this] { end(Answer::None); });
        connect(&m_socket, &QLocalSocket::connected, this,
                [this] { m_socket.write(request + m_token + '\n'); });
        connect(&m_socket, &QLocalSocket::readyRead, this, [this] {
            if (m_socket.canReadLine() && m_socket.readLine() == reply)
                end(Answer::Raised);
        });
        connect(&m_socket, &QLocalSocket::errorOccurred, this,
                [this] { QTimer::singleShot(pause, this, &Asking::tryAgain); });
        QTimer::singleShot(0, this, &Asking::tryAgain);
    }

private:
    void tryAgain()
    {
        if (!m_claimer || !m_done)
            return;
        if (m_claimer->claim())
            return end(Answer::Free);
        m_socket.abort();
        m_socket.connectToServer(socketOf(m_claimer->m_name));
    }
    void end(Answer answer)
    {
        if (const auto done = std::exchange(m_done, nullptr)) {
            m_socket.disconnect(this);
            deleteLater();
            done(answer);
        }
    }

    QPointer<OneInstance> m_claimer;
    QByteArray m_token;
    std::function<void(Answer)> m_done;
    QLocalSocket m_socket;
};

OneInstance::OneInstance(const QString &folder, QObject *parent)
    : QObject(parent), m_name(nameFor(folder)) { }

OneInstance::~OneInstance() { release(); }

bool OneInstance::claim()
{
    if (!lock())
        return false;
    listen();
    return true;
}

bool OneInstance::lock()
{
    if (m_claimed)
        return true;
    auto lock = std::make_unique<QLockFile>(m_name + QStringLiteral(".lock"));
    // By its process alone, never by its age.
    lock->setStaleLockTime(0);
    if (!lock->tryLock(0)) {
        m_claimed = lock->error() != QLockFile::LockFailedError;
        return m_claimed;
    }
    m_lock = std::move(lock);
    m_claimed = true;
    return true;
}

void OneInstance::listen()
{
    // Without a lock of its own it is not the one to answer.
    if (!m_lock || m_server)
        return;
    // A socket that is there belonged to one that died.
    QLocalServer::removeServer(socketOf(m_name));
    m_server = new QLocalServer(this);
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    connect(m_server, &QLocalServer::newConnection, this, &OneInstance::onConnection);
    if (!m_server->listen(socketOf(m_name)))
        qWarning("A second start will not raise this window: %s", qPrintable(m_server->errorString()));
}

void OneInstance::release()
{
    delete std::exchange(m_server, nullptr);
    m_lock.reset();
    m_claimed = false;
}

qint64 OneInstance::otherProcess() const
{
    qint64 process = 0;
    QString host;
    QString application;
    const QLockFile lock(m_name + QStringLiteral(".lock"));
    return lock.getLockInfo(&process, &host, &application) ? process : 0;
}

void OneInstance::raiseOther(const QByteArray &token, std::chrono::milliseconds patience, QObject *context,
                             std::function<void(Answer)> done)
{
    new Asking(*this, checkedToken(token), patience, context, std::move(done));
}

void OneInstance::onConnection()
{
    while (QLocalSocket *socket = m_server->nextPendingConnection()) {
        socket->setReadBufferSize(maxRequest);
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { onRequest(socket); });
        QTimer::singleShot(slowest, socket, &QLocalSocket::abort);
        if (socket->bytesAvailable() > 0)
            onRequest(socket);
    }
}

void OneInstance::onRequest(QLocalSocket *socket)
{
    if (!socket->canReadLine()) {
        if (socket->bytesAvailable() >= maxRequest)
            socket->abort();
        return;
    }
    const QByteArray line = socket->readLine().trimmed();
    if (!line.startsWith(request.trimmed()))
        return socket->abort();
    socket->write(reply);
    socket->disconnectFromServer();
    Q_EMIT raiseRequested(checkedToken(line.mid(request.size()).trimmed()));
}

QByteArray activationToken()
{
    const QByteArray wayland = qgetenv("XDG_ACTIVATION_TOKEN");
    return wayland.isEmpty() ? qgetenv("DESKTOP_STARTUP_ID") : wayland;
}

} // namespace uplift::ui
