// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/httpserver.h"

#include <QTcpSocket>
#include <QTimer>

namespace uplift::practice {

namespace {

constexpr int maxConnections = 256;
constexpr std::chrono::seconds idleLimit{60};
constexpr qint64 readAtOnce = 64 * 1024;
/// A peer that sends requests and reads no replies waits beyond this.
constexpr qint64 maxUnsent = 1024 * 1024;

QByteArray reason(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 400:
        return "Bad Request";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 413:
        return "Content Too Large";
    case 431:
        return "Request Header Fields Too Large";
    case 500:
        return "Internal Server Error";
    case 501:
        return "Not Implemented";
    case 503:
        return "Service Unavailable";
    case 505:
        return "HTTP Version Not Supported";
    default:
        return "Status";
    }
}

/// One peer. Its parent is the server, and it goes with its socket.
class Connection : public QObject {
public:
    Connection(QTcpSocket *socket, const HttpServer::Handler &handler, const HttpServer::DateSource &date,
               QObject *parent)
        : QObject(parent), m_socket(socket), m_handler(handler), m_date(date)
    {
        socket->setParent(this);
        socket->setReadBufferSize(readAtOnce);
        m_idle.setSingleShot(true);
        m_idle.setInterval(idleLimit);
        connect(&m_idle, &QTimer::timeout, socket, &QTcpSocket::abort);
        connect(socket, &QTcpSocket::readyRead, this, &Connection::onReadyRead);
        connect(socket, &QTcpSocket::bytesWritten, this, [this] {
            if (m_socket->bytesToWrite() == 0)
                onReadyRead();
        });
        connect(socket, &QTcpSocket::disconnected, this, &QObject::deleteLater);
        m_idle.start();
    }

private:
    void onReadyRead()
    {
        // While an answer is due, further requests wait in the socket, which bounds them.
        if (m_busy || m_socket->bytesToWrite() > maxUnsent)
            return;
        m_idle.start();
        m_parser.feed(m_socket->read(readAtOnce));
        serve();
        if (!m_busy && m_socket->bytesAvailable() > 0)
            QMetaObject::invokeMethod(
                this, [this] { onReadyRead(); }, Qt::QueuedConnection);
    }

    void serve()
    {
        while (!m_busy && m_socket->state() == QAbstractSocket::ConnectedState
               && m_socket->bytesToWrite() <= maxUnsent) {
            const auto request = m_parser.next();
            if (!request)
                break;
            answer(m_handler(*request), request->keepAlive);
        }
        if (!m_busy && m_parser.errorStatus() != 0 && m_socket->state() == QAbstractSocket::ConnectedState)
            send({m_parser.errorStatus(),
                  {{"Content-Type", "text/plain"}},
                  reason(m_parser.errorStatus()),
                  {},
                  false,
                  false},
                 false);
    }

    void answer(const HttpAnswer &reply, bool keepAlive)
    {
        if (reply.cut) {
            m_socket->disconnectFromHost();
            return;
        }
        if (reply.delay.count() <= 0) {
            send(reply, keepAlive);
            return;
        }
        m_busy = true;
        m_idle.stop();
        QTimer::singleShot(reply.delay, this, [this, reply, keepAlive] {
            m_busy = false;
            m_idle.start();
            send(reply, keepAlive);
            serve();
            onReadyRead();
        });
    }

    void send(const HttpAnswer &reply, bool keepAlive)
    {
        if (m_socket->state() != QAbstractSocket::ConnectedState)
            return;
        QByteArray head =
            "HTTP/1.1 " + QByteArray::number(reply.status) + ' ' + reason(reply.status) + "\r\n";
        head += "Date: " + m_date() + "\r\n";
        for (const auto &[name, value] : reply.headers)
            head += name + ": " + value + "\r\n";
        head += "Content-Length: " + QByteArray::number(reply.body.size()) + "\r\n";
        head += keepAlive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n";
        m_socket->write(head + (reply.half ? reply.body.left(reply.body.size() / 2) : reply.body));
        if (!keepAlive || reply.half)
            m_socket->disconnectFromHost();
    }

    QTcpSocket *m_socket;
    const HttpServer::Handler &m_handler;
    const HttpServer::DateSource &m_date;
    HttpParser m_parser;
    QTimer m_idle;
    bool m_busy = false;
};

} // namespace

HttpServer::HttpServer(Handler handler, DateSource date, QObject *parent)
    : QObject(parent), m_server(this), m_handler(std::move(handler)), m_date(std::move(date))
{
    connect(&m_server, &QTcpServer::newConnection, this, &HttpServer::onNewConnection);
}

bool HttpServer::listen(quint16 port) { return m_server.listen(QHostAddress::LocalHost, port); }

void HttpServer::onNewConnection()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        if (children().size() > maxConnections) {
            socket->abort();
            socket->deleteLater();
            continue;
        }
        new Connection(socket, m_handler, m_date, this);
    }
}

} // namespace uplift::practice
