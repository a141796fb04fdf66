// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/httprequest.h"

#include <QHostAddress>
#include <QObject>
#include <QTcpServer>

#include <chrono>
#include <functional>

class QTcpSocket;

namespace uplift::practice {

/// What to send back, or that the connection is to be cut.
struct HttpAnswer {
    int status = 200;
    QList<QPair<QByteArray, QByteArray>> headers; ///< without Date, Content-Length and Connection
    QByteArray body;
    std::chrono::milliseconds delay{0};
    bool cut = false; ///< close without sending a byte
    bool half = false; ///< close in the middle of the body
};

/// A small HTTP/1.1 server on 127.0.0.1. Requests of one connection are answered in order, one at a time.
class HttpServer : public QObject {
    Q_OBJECT
public:
    /// Decides one answer; runs on this object's thread and must not block.
    using Handler = std::function<HttpAnswer(const HttpRequest &)>;
    /// The value of the Date header of a reply sent now.
    using DateSource = std::function<QByteArray()>;

    HttpServer(Handler handler, DateSource date, QObject *parent = nullptr);

    bool listen(quint16 port);
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    [[nodiscard]] QString errorText() const { return m_server.errorString(); }

private:
    void onNewConnection();

    QTcpServer m_server;
    Handler m_handler;
    DateSource m_date;
};

} // namespace uplift::practice
