// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/transport.h"

#include "cloud/exchange.h"

#include <QNetworkAccessManager>
#include <QPointer>

#include <algorithm>
#include <utility>

namespace uplift::cloud {

namespace {

/// Where a proxy is, without its credentials; empty for a direct connection.
QString place(const QNetworkProxy &proxy)
{
    if (proxy.type() == QNetworkProxy::NoProxy)
        return {};
    return QStringLiteral("%1:%2").arg(proxy.hostName()).arg(proxy.port());
}

WireReply cancelled()
{
    WireReply reply;
    reply.end = WireEnd::Cancelled;
    reply.detail = QStringLiteral("shut down before it was handed over");
    return reply;
}

} // namespace

Transport::Transport(NetworkOptions options, QObject *parent) : QObject(parent), m_options(std::move(options))
{
}

Transport::~Transport()
{
    m_closing = true;
    for (Arrived &arrived : std::exchange(m_arrived, {}))
        arrived.done(std::move(arrived.reply));
    const QHash<QByteArray, Lane> lanes = std::exchange(m_lanes, {});
    for (const Lane &lane : lanes) {
        for (Exchange *exchange : lane.open)
            exchange->end(WireEnd::Cancelled, QStringLiteral("shut down"));
        for (const Waiting &waiting : lane.waiting)
            waiting.done(cancelled());
    }
}

void Transport::send(WireCall call, std::function<void(WireReply)> done)
{
    if (m_closing) {
        done(cancelled());
        return;
    }
    const QByteArray origin = originOf(call.endpoint);
    const bool once = call.once;
    QList<Waiting> &waiting = m_lanes[origin].waiting;
    qsizetype place = waiting.size();
    if (call.once) {
        place = 0;
        while (place < waiting.size() && waiting.at(place).call.once)
            ++place;
    }
    waiting.insert(place, {std::move(call), std::move(done)});
    startNext(origin);
    if (once && !m_lanes[origin].waiting.isEmpty())
        makeRoom(origin);
}

QByteArray Transport::originOf(const Endpoint &endpoint) { return endpoint.url().toEncoded(); }

bool Transport::hasRoom(const QByteArray &origin) const
{
    const auto lane = m_lanes.constFind(origin);
    return !m_closing
        && (lane == m_lanes.constEnd()
            || lane->open.size() + lane->waiting.size() < m_options.maxInFlightPerHost);
}

/// A modifying call waits for nothing but its like: the youngest background read ends, which starts the call.
void Transport::makeRoom(const QByteArray &origin)
{
    const QList<Exchange *> open = m_lanes[origin].open;
    const auto youngest = std::find_if(open.rbegin(), open.rend(),
                                       [](const Exchange *exchange) { return exchange->call().yields; });
    if (youngest != open.rend())
        (*youngest)->end(WireEnd::Yielded, QStringLiteral("made room for a modifying call"));
}

void Transport::startNext(const QByteArray &origin)
{
    if (m_closing)
        return;
    while (m_lanes[origin].open.size() < m_options.maxInFlightPerHost && !m_lanes[origin].waiting.isEmpty())
        begin(origin, m_lanes[origin].waiting.takeFirst());
}

void Transport::begin(const QByteArray &origin, Waiting waiting)
{
    auto *exchange = new Exchange(std::move(waiting.call), m_options, this);
    m_lanes[origin].open << exchange;
    exchange->begin([this, origin, exchange, done = std::move(waiting.done)](WireReply reply) {
        if (!m_closing)
            m_lanes[origin].open.removeOne(exchange);
        exchange->deleteLater();
        // The slot is passed on first: `done` may send a repeat, which queues behind the others.
        startNext(origin);
        const bool success = reply.httpStatus >= 200 && reply.httpStatus < 300;
        if (!m_closing && !exchange->call().once && reply.end == WireEnd::Replied && success) {
            // Nothing in it can forbid the next read (throttling comes with 400 and more), so that goes out
            // before this one's body is read, which takes about a millisecond for a page of instances.
            if (m_whenRoom)
                m_whenRoom();
            hearLater({done, std::move(reply)});
            return;
        }
        const QPointer<Transport> self(this);
        done(std::move(reply));
        // Only now: what was heard decides whether the next read may leave.
        if (self && !m_closing && m_whenRoom)
            m_whenRoom();
    });
    // Queued, so that no `done` runs from within send().
    QMetaObject::invokeMethod(
        exchange, [this, exchange] { askProxy(exchange); }, Qt::QueuedConnection);
}

void Transport::hearLater(Arrived arrived)
{
    m_arrived.push_back(std::move(arrived));
    if (m_arrived.size() == 1)
        QMetaObject::invokeMethod(this, &Transport::hearNext, Qt::QueuedConnection);
}

/// One in each turn of the event loop, so that replies which came meanwhile pass their places on.
void Transport::hearNext()
{
    if (m_arrived.empty())
        return;
    Arrived next = std::move(m_arrived.front());
    m_arrived.pop_front();
    if (!m_arrived.empty())
        QMetaObject::invokeMethod(this, &Transport::hearNext, Qt::QueuedConnection);
    next.done(std::move(next.reply));
}

void Transport::askProxy(Exchange *exchange)
{
    const ProxyRule &rule = exchange->call().proxy;
    if (isLoopbackHost(exchange->call().endpoint.host) || rule.kind == ProxyRule::Kind::None) {
        post(exchange, QNetworkProxy(QNetworkProxy::NoProxy));
    } else if (rule.kind == ProxyRule::Kind::Http) {
        post(exchange, QNetworkProxy(QNetworkProxy::HttpProxy, rule.host, quint16(rule.port)));
    } else {
        m_proxies.find(exchange->call().endpoint, exchange,
                       [this, exchange](const QNetworkProxy &proxy) { post(exchange, proxy); });
    }
}

void Transport::post(Exchange *exchange, const QNetworkProxy &proxy)
{
    exchange->post(managerFor(exchange, proxy), place(proxy));
}

QNetworkAccessManager *Transport::managerFor(Exchange *exchange, const QNetworkProxy &proxy)
{
    const auto make = [&proxy](QObject *parent) {
        auto *manager = new QNetworkAccessManager(parent);
        manager->setProxy(proxy);
        return manager;
    };
    // A manager of its own means a fresh connection: no stale keep-alive one can swallow the call (pitfalls
    // N2).
    if (exchange->call().once)
        return make(exchange);
    // Qt tells connections apart by host and proxy alone, not by the authorities they were verified against.
    const QString key =
        QStringLiteral("%1 %2 %3 %4")
            .arg(proxy.type())
            .arg(proxy.user(), place(proxy), QString::fromLatin1(exchange->call().authorities.mark));
    QNetworkAccessManager *&manager = m_managers[key];
    if (!manager)
        manager = make(this);
    return manager;
}

} // namespace uplift::cloud
