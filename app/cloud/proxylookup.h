// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/endpoints.h"

#include <QHash>
#include <QNetworkProxy>
#include <QObject>
#include <QPointer>
#include <QThread>

#include <functional>
#include <memory>

namespace uplift::cloud {

/// Asks the system for its proxy in a thread of its own, since a PAC server that does not answer blocks the
/// asking thread without limit (pitfalls N10). Part of the network facade; used from the network thread.
class ProxyLookup {
public:
    ProxyLookup();
    /// Leaves the thread behind when it hangs in the system's look-up: there is no way to cancel that.
    ~ProxyLookup();
    ProxyLookup(const ProxyLookup &) = delete;
    ProxyLookup &operator=(const ProxyLookup &) = delete;

    /// `done` runs on the calling thread, unless `context` (living there) goes first.
    void find(const Endpoint &endpoint, QObject *context, std::function<void(QNetworkProxy)> done);

private:
    /// The way back, which the thread may take only while somebody is there.
    struct Mailbox;
    struct Waiting {
        QPointer<QObject> context;
        std::function<void(QNetworkProxy)> done;
    };
    void deliver(int number, const QNetworkProxy &proxy);

    QThread *m_thread;
    QObject *m_object;
    QObject m_target; ///< receives on the network thread
    std::shared_ptr<Mailbox> m_mailbox;
    QHash<int, Waiting> m_waiting;
    int m_last = 0;
};

/// The first proxy a request to `endpoint` can use; a direct connection when the list holds none.
[[nodiscard]] QNetworkProxy usableProxy(const QList<QNetworkProxy> &proxies, const Endpoint &endpoint);

} // namespace uplift::cloud
