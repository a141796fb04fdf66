// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/connectproxy.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace uplift::test {

namespace {

bool writeText(int socket, const QByteArray &text)
{
    return LoopbackServer::writeAll(socket, text.constData(), std::size_t(text.size()));
}

int connectTo(quint16 port)
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0)
        return socket;
    ::close(socket);
    return -1;
}

/// Up to the blank line; empty when the peer went away.
QByteArray readHead(int socket)
{
    QByteArray head;
    char byte = 0;
    while (!head.endsWith("\r\n\r\n")) {
        if (::recv(socket, &byte, 1, 0) != 1)
            return {};
        head.append(byte);
    }
    return head;
}

} // namespace

ConnectProxy::ConnectProxy(quint16 target, Mode mode, QByteArray credentials)
    : m_target(target), m_mode(mode), m_credentials(std::move(credentials)),
      m_server([this](LoopbackServer &, int socket, int) { serve(socket); })
{
}

QList<QByteArray> ConnectProxy::tunnels() const
{
    const std::lock_guard lock(m_mutex);
    return m_tunnels;
}

QByteArray ConnectProxy::received() const
{
    const std::lock_guard lock(m_mutex);
    return m_received;
}

void ConnectProxy::serve(int socket)
{
    const QByteArray expected = "Basic " + m_credentials.toBase64();
    QByteArray head;
    do {
        head = readHead(socket);
        const std::lock_guard lock(m_mutex);
        m_received += head;
        if (m_mode != Mode::AskPassword || head.isEmpty() || head.contains(expected))
            break;
    } while (writeText(
        socket, "HTTP/1.1 407 Who\r\nProxy-Authenticate: Basic realm=\"test\"\r\nContent-Length: 0\r\n\r\n"));
    if (!head.startsWith("CONNECT "))
        return;
    if (m_mode == Mode::Hang) {
        (void)m_server.pause(socket, std::chrono::hours(1));
        return;
    }
    if (m_mode == Mode::Refuse) {
        writeText(socket, "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n");
        return;
    }
    {
        const std::lock_guard lock(m_mutex);
        m_tunnels.append(head.split(' ').value(1));
    }
    if (!writeText(socket, "HTTP/1.1 200 Connected\r\n\r\n"))
        return;
    if (m_mode == Mode::DropTunnel) {
        char byte = 0;
        (void)::recv(socket, &byte, 1, 0);
        return;
    }
    const int target = connectTo(m_target);
    if (target >= 0)
        forward(socket, target);
}

void ConnectProxy::forward(int client, int target)
{
    while (!m_server.stopping()) {
        pollfd both[2] = {{client, POLLIN, 0}, {target, POLLIN, 0}};
        if (::poll(both, 2, 20) <= 0)
            continue;
        char bytes[16384];
        bool open = true;
        for (int from = 0; from < 2 && open; ++from) {
            if (both[from].revents == 0)
                continue;
            const ssize_t count = ::recv(both[from].fd, bytes, sizeof bytes, 0);
            open = count > 0 && LoopbackServer::writeAll(both[1 - from].fd, bytes, std::size_t(count));
        }
        if (!open)
            break;
    }
    ::close(target);
}

} // namespace uplift::test
