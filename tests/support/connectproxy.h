// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/loopbackserver.h"

#include <QByteArray>
#include <QList>

#include <mutex>

namespace uplift::test {

/// An HTTP CONNECT proxy that leads every tunnel to one loopback port, whatever name was asked for: so a test
/// can use the service's real host names and stay on this machine.
class ConnectProxy {
public:
    enum class Mode {
        Open, ///< any client
        AskPassword, ///< only with `credentials`
        Refuse, ///< 502
        DropTunnel, ///< answers CONNECT, then closes as soon as the client has sent something more
        Hang ///< never answers CONNECT
    };
    explicit ConnectProxy(quint16 target, Mode mode = Mode::Open, QByteArray credentials = "user:proxy-pass");
    ~ConnectProxy() { m_server.stop(); }

    [[nodiscard]] quint16 port() const { return m_server.port(); }
    [[nodiscard]] int connections() const { return m_server.connections(); }
    [[nodiscard]] QList<QByteArray> tunnels() const; ///< "host:port" of every CONNECT that was let through
    [[nodiscard]] QByteArray received() const; ///< every byte outside the tunnels

private:
    void serve(int socket);
    void forward(int client, int target);

    quint16 m_target;
    Mode m_mode;
    QByteArray m_credentials;
    mutable std::mutex m_mutex;
    QList<QByteArray> m_tunnels;
    QByteArray m_received;
    LoopbackServer m_server; ///< last: its threads use the rest
};

} // namespace uplift::test
