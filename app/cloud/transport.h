// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/proxylookup.h"
#include "cloud/wire.h"

#include <QHash>
#include <QList>
#include <QObject>

#include <deque>
#include <functional>

class QNetworkAccessManager;

namespace uplift::cloud {

class Exchange;

/// Puts calls on the wire, at most NetworkOptions::maxInFlightPerHost at once per origin; the others wait
/// here, not in Qt's queue, so that a deadline never runs for a call that was not handed over (pitfalls N7).
/// Modifying calls go first; where there is no room, a background read makes it. The Scheduler sends reads
/// only while there is room. Lives in the network thread.
class Transport : public QObject {
public:
    explicit Transport(NetworkOptions options, QObject *parent = nullptr);
    /// Ends what is open as WireEnd::Cancelled.
    ~Transport() override;

    /// `done` runs once, in the network thread.
    void send(WireCall call, std::function<void(WireReply)> done);

    /// Would a call to `origin` leave at once?
    [[nodiscard]] bool hasRoom(const QByteArray &origin) const;
    /// Called whenever a call has ended and been heard of, or ended in a way that changes nothing for the
    /// next.
    void whenRoom(std::function<void()> heard) { m_whenRoom = std::move(heard); }
    [[nodiscard]] static QByteArray originOf(const Endpoint &endpoint);

private:
    struct Waiting {
        WireCall call;
        std::function<void(WireReply)> done;
    };
    /// A reply that waits to be read.
    struct Arrived {
        std::function<void(WireReply)> done;
        WireReply reply;
    };
    struct Lane {
        QList<Waiting> waiting;
        QList<Exchange *> open;
    };

    void startNext(const QByteArray &origin);
    void makeRoom(const QByteArray &origin);
    void begin(const QByteArray &origin, Waiting waiting);
    void hearLater(Arrived arrived);
    void hearNext();
    void askProxy(Exchange *exchange);
    void post(Exchange *exchange, const QNetworkProxy &proxy);
    QNetworkAccessManager *managerFor(Exchange *exchange, const QNetworkProxy &proxy);

    NetworkOptions m_options;
    ProxyLookup m_proxies;
    QHash<QByteArray, Lane> m_lanes;
    QHash<QString, QNetworkAccessManager *>
        m_managers; ///< one per proxy and set of authorities, for reads; modifying calls have their own
    std::function<void()> m_whenRoom;
    std::deque<Arrived> m_arrived;
    bool m_closing = false;
};

} // namespace uplift::cloud
