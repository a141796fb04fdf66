// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/barelisting.h"

#include <QElapsedTimer>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <thread>

namespace uplift::bench {

namespace {

class Connection {
public:
    explicit Connection(quint16 port) : m_socket(::socket(AF_INET, SOCK_STREAM, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        const int on = 1;
        ::setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        m_open = ::connect(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
    }
    ~Connection() { ::close(m_socket); }
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    /// Asks and reads the whole reply; false: no such reply came.
    bool ask(const QByteArray &query)
    {
        const QByteArray request =
            "GET /?" + query + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: keep-alive\r\n\r\n";
        if (!m_open
            || ::send(m_socket, request.data(), size_t(request.size()), MSG_NOSIGNAL) != request.size())
            return false;
        QByteArray reply;
        qsizetype whole = -1;
        while (whole < 0 || reply.size() < whole) {
            std::array<char, 65'536> bytes;
            const ssize_t count = ::recv(m_socket, bytes.data(), bytes.size(), 0);
            if (count <= 0)
                return false;
            reply.append(bytes.data(), count);
            if (whole < 0)
                whole = wholeSize(reply);
        }
        return true;
    }

private:
    /// Head and body together; -1 while the head is not whole.
    static qsizetype wholeSize(const QByteArray &reply)
    {
        const qsizetype head = reply.indexOf("\r\n\r\n");
        const QByteArray lower = reply.left(std::max<qsizetype>(0, head)).toLower();
        const qsizetype at = lower.indexOf("content-length:");
        if (head < 0 || at < 0)
            return -1;
        const qsizetype from = at + qsizetype(sizeof "content-length:" - 1);
        return head + 4 + lower.mid(from, lower.indexOf('\r', from) - from).trimmed().toLongLong();
    }

    int m_socket;
    bool m_open = false;
};

QByteArray pageQuery(int page)
{
    return "Action=DescribeInstances&PageSize=50&PageNumber=" + QByteArray::number(page);
}

/// Page 1, then the others, each connection taking the next that is left.
bool readRegion(const BareRegion &region, int connections)
{
    Connection first(region.port);
    if (!first.ask(pageQuery(1)))
        return false;
    std::atomic<int> next = 2;
    std::atomic<bool> good = true;
    const auto readOn = [&](Connection &connection) {
        for (int page = next++; page <= region.pages; page = next++) {
            if (!connection.ask(pageQuery(page)))
                good = false;
        }
    };
    std::vector<std::thread> others;
    for (int n = 1; n < std::min(connections, region.pages - 1); ++n)
        others.emplace_back([&] {
            Connection connection(region.port);
            readOn(connection);
        });
    readOn(first);
    for (std::thread &other : others)
        other.join();
    return good;
}

} // namespace

double bareListing(const std::vector<BareRegion> &regions, int connections)
{
    QElapsedTimer timer;
    timer.start();
    std::atomic<bool> good = Connection(regions.front().port).ask("Action=DescribeRegions");
    std::vector<std::thread> threads;
    threads.reserve(regions.size());
    for (const BareRegion &region : regions)
        threads.emplace_back([&] {
            if (!readRegion(region, connections))
                good = false;
        });
    for (std::thread &thread : threads)
        thread.join();
    return good ? double(timer.nsecsElapsed()) / 1e6 : -1;
}

} // namespace uplift::bench
