// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <atomic>
#include <chrono>
#include <functional>
#include <list>
#include <map>
#include <mutex>
#include <thread>

namespace uplift::test {

/// A TCP server on 127.0.0.1 and a free port, one blocking thread per connection. Plain sockets, so that
/// nothing of what is tested (Qt's network layer) also tests. `serve` runs in the connection's thread and
/// may end it early by closeConnection().
class LoopbackServer {
public:
    using Serve = std::function<void(LoopbackServer &, int socket, int connection)>;
    explicit LoopbackServer(Serve serve);
    ~LoopbackServer();
    LoopbackServer(const LoopbackServer &) = delete;
    LoopbackServer &operator=(const LoopbackServer &) = delete;

    /// Shuts every connection, joins every thread. Derived members that `serve` uses must still be alive.
    void stop();
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] int connections() const { return m_connections; }
    [[nodiscard]] bool stopping() const { return m_stopping; }

    /// Waits; false at once when the peer closed or the server stops. What the peer sends meanwhile stays
    /// unread.
    [[nodiscard]] bool pause(int socket, std::chrono::milliseconds time) const;
    /// Named by connection, since the kernel gives a closed socket's number to the next one at once. reset:
    /// RST instead of FIN (SO_LINGER 0). Does nothing the second time.
    void closeConnection(int connection, bool reset = false);

    static bool writeAll(int socket, const char *data, std::size_t size);

private:
    struct Peer {
        std::thread thread;
        std::atomic<bool> done{false};
    };
    void acceptLoop();
    void reap(bool all);

    Serve m_serve;
    int m_listener = -1;
    quint16 m_port = 0;
    std::atomic<bool> m_stopping{false};
    std::atomic<int> m_connections{0};
    std::mutex m_mutex; ///< m_sockets
    std::map<int, int> m_sockets; ///< by connection
    std::list<Peer> m_peers; ///< accept thread, and stop() after it
    std::thread m_acceptor;
};

} // namespace uplift::test
