// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/callrecord.h"
#include "cloud/pacing.h"
#include "core/worker.h"

#include <QList>
#include <QSslCertificate>
#include <QString>

#include <chrono>
#include <memory>

namespace uplift::cloud {

class ErrorAdvice;
class Scheduler;
class Transport;

/// Absolute deadlines and bounds of every call. Source: api.md 16, pitfalls N6, N13.
struct NetworkOptions {
    std::chrono::milliseconds readDeadline{15'000};
    std::chrono::milliseconds startDeadline{40'000};
    qint64 maxBody = 4 * 1024 * 1024; ///< bytes; XML 1 MiB
    int maxInFlightPerHost = 4;
    PacingRules pacing; ///< of all calls, see cloud/scheduler.h
    QString userAgent;
    /// CA certificates beside the system's, for tests and company proxies; set on each request, never as
    /// default.
    QList<QSslCertificate> extraCertificates;
    CallObserver observer; ///< empty: nobody wants to know
};

/// The network thread: QNetworkAccessManager, proxy look-up, signing and parsing live in it. Shared by all
/// clients.
class Network {
public:
    explicit Network(NetworkOptions options = {});
    ~Network();
    Network(const Network &) = delete;
    Network &operator=(const Network &) = delete;

    [[nodiscard]] const NetworkOptions &options() const { return m_options; }
    [[nodiscard]] Worker &worker() { return m_worker; }
    /// The table of error codes. In the network thread alone, where it was made by the first job. Jobs there
    /// may use `this` freely: the destructor waits for them.
    [[nodiscard]] const std::shared_ptr<const ErrorAdvice> &advice() const { return m_advice; }
    /// Likewise.
    [[nodiscard]] Transport *transport() const { return m_transport; }
    /// Likewise; every call goes through it.
    [[nodiscard]] Scheduler *scheduler() const { return m_scheduler; }
    /// Likewise; tells the observer, if there is one.
    void tell(const CallRecord &record) const
    {
        if (m_options.observer)
            m_options.observer(record);
    }

private:
    NetworkOptions m_options;
    std::shared_ptr<const ErrorAdvice> m_advice;
    Transport *m_transport = nullptr; ///< owned by the thread's object
    Scheduler *m_scheduler = nullptr; ///< likewise
    Worker m_worker; ///< last, so that its thread is joined before the rest goes
};

} // namespace uplift::cloud
