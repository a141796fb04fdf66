// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/faultserver.h"

#include <openssl/ssl.h>

namespace uplift::test {

/// One connection: bytes in and out, over TLS or not.
class FaultPeer {
public:
    FaultPeer(LoopbackServer &server, int socket, int connection, SSL_CTX *context)
        : m_server(server), m_socket(socket), m_connection(connection),
          m_tls(context ? SSL_new(context) : nullptr)
    {
        if (m_tls)
            SSL_set_fd(m_tls, socket);
    }
    ~FaultPeer() { SSL_free(m_tls); }
    FaultPeer(const FaultPeer &) = delete;
    FaultPeer &operator=(const FaultPeer &) = delete;

    bool accept() { return !m_tls || SSL_accept(m_tls) == 1; }
    bool write(const QByteArray &bytes)
    {
        if (!m_tls)
            return LoopbackServer::writeAll(m_socket, bytes.constData(), std::size_t(bytes.size()));
        return bytes.isEmpty() || SSL_write(m_tls, bytes.constData(), int(bytes.size())) > 0;
    }
    /// One whole request; false when the peer went away.
    bool read(SeenRequest &request);
    bool pause(std::chrono::milliseconds time) { return m_server.pause(m_socket, time); }
    void close()
    {
        if (m_tls)
            SSL_shutdown(m_tls);
        m_server.closeConnection(m_connection);
    }
    void reset() { m_server.closeConnection(m_connection, true); }
    /// Carries out `reply`; true when the connection can take another request.
    bool answer(const FaultReply &reply);

private:
    bool fill();
    bool breakEarly(const FaultReply &reply);
    bool breakLate(const FaultReply &reply);
    void dripOut(const QByteArray &bytes);

    LoopbackServer &m_server;
    int m_socket;
    int m_connection;
    SSL *m_tls;
    QByteArray m_buffer;
};

} // namespace uplift::test
