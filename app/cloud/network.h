// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/worker.h"

#include <QSslConfiguration>
#include <QString>

#include <chrono>

namespace uplift::cloud {

/// Absolute deadlines and bounds of every call. Source: api.md 16, pitfalls N6, N13.
struct NetworkOptions {
    std::chrono::milliseconds readDeadline{15'000};
    std::chrono::milliseconds startDeadline{40'000};
    qint64 maxBody = 4 * 1024 * 1024; ///< bytes; XML 1 MiB
    int maxInFlightPerHost = 4;
    QString userAgent;
    /// CA certificates beside the system's, for tests and company proxies; set on each request, never as
    /// default.
    QList<QSslCertificate> extraCertificates;
};

/// The network thread: QNetworkAccessManager, proxy look-up, signing and parsing live in it. Shared by all
/// clients.
class Network {
public:
    explicit Network(NetworkOptions options = {});
    ~Network();
    [[nodiscard]] const NetworkOptions &options() const { return m_options; }
    [[nodiscard]] Worker &worker() { return m_worker; }

private:
    NetworkOptions m_options;
    Worker m_worker;
};

} // namespace uplift::cloud
