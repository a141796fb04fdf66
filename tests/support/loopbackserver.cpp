// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/loopbackserver.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <csignal>

namespace uplift::test {

LoopbackServer::LoopbackServer(Serve serve) : m_serve(std::move(serve))
{
    std::signal(SIGPIPE, SIG_IGN); // OpenSSL writes without MSG_NOSIGNAL
    m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    const bool bound = ::bind(m_listener, reinterpret_cast<sockaddr *>(&address), length) == 0
        && ::listen(m_listener, 256) == 0
        && ::getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &length) == 0;
    if (!bound)
        qFatal("no loopback port");
    m_port = ntohs(address.sin_port);
    m_acceptor = std::thread([this] { acceptLoop(); });
}

LoopbackServer::~LoopbackServer() { stop(); }

void LoopbackServer::stop()
{
    if (m_stopping.exchange(true))
        return;
    m_acceptor.join();
    ::close(m_listener);
    {
        const std::lock_guard lock(m_mutex);
        for (const auto &[connection, socket] : m_sockets)
            ::shutdown(socket, SHUT_RDWR);
    }
    reap(true);
}

void LoopbackServer::acceptLoop()
{
    while (!m_stopping) {
        pollfd waiting{m_listener, POLLIN, 0};
        if (::poll(&waiting, 1, 20) <= 0)
            continue;
        const int socket = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (socket < 0)
            continue;
        const int number = m_connections++;
        {
            const std::lock_guard lock(m_mutex);
            m_sockets.emplace(number, socket);
        }
        reap(false);
        Peer &peer = m_peers.emplace_back();
        peer.thread = std::thread([this, socket, number, &peer] {
            m_serve(*this, socket, number);
            closeConnection(number);
            peer.done = true;
        });
    }
}

void LoopbackServer::reap(bool all)
{
    for (auto peer = m_peers.begin(); peer != m_peers.end();) {
        if (!all && !peer->done) {
            ++peer;
            continue;
        }
        peer->thread.join();
        peer = m_peers.erase(peer);
    }
}

bool LoopbackServer::pause(int socket, std::chrono::milliseconds time) const
{
    const auto until = std::chrono::steady_clock::now() + time;
    while (!m_stopping) {
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
        if (left.count() <= 0)
            return true;
        pollfd waiting{socket, POLLRDHUP, 0};
        if (::poll(&waiting, 1, int(std::min<qint64>(left.count(), 20))) > 0)
            return false;
    }
    return false;
}

void LoopbackServer::closeConnection(int connection, bool reset)
{
    const std::lock_guard lock(m_mutex);
    const auto open = m_sockets.find(connection);
    if (open == m_sockets.end())
        return;
    const int socket = open->second;
    m_sockets.erase(open);
    if (reset) {
        const linger hard{1, 0};
        ::setsockopt(socket, SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
    }
    ::close(socket);
}

bool LoopbackServer::writeAll(int socket, const char *data, std::size_t size)
{
    while (size > 0) {
        const ssize_t count = ::send(socket, data, size, MSG_NOSIGNAL);
        if (count <= 0)
            return false;
        data += count;
        size -= std::size_t(count);
    }
    return true;
}

} // namespace uplift::test
