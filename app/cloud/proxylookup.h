// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/endpoints.h"

#include <QNetworkProxy>
#include <QObject>
#include <QThread>

#include <functional>

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
    QThread *m_thread;
    QObject *m_object;
};

/// The first proxy a request to `endpoint` can use; a direct connection when the list holds none.
[[nodiscard]] QNetworkProxy usableProxy(const QList<QNetworkProxy> &proxies, const Endpoint &endpoint);

} // namespace uplift::cloud
