// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/network.h"

#include "cloud/erroradvice.h"
#include "cloud/scheduler.h"
#include "cloud/transport.h"

#include <openssl/crypto.h>

namespace uplift::cloud {

Network::Network(NetworkOptions options)
    : m_options(std::move(options)), m_worker(QStringLiteral("uplift-network"))
{
    // In the thread itself, which signs: what OpenSSL keeps for a thread is otherwise freed only after those
    // who wait for the thread have gone on, or not at all when the process ends first.
    QObject::connect(m_worker.thread(), &QThread::finished, [] { OPENSSL_thread_stop(); });
    m_worker.prepare([this] {
        // Here, since reading it takes longer than a window has time for.
        m_advice = std::make_shared<const ErrorAdvice>(ErrorAdvice::fromResource());
        m_transport = new Transport(m_options, m_worker.object());
        m_scheduler = new Scheduler(m_transport, m_options.pacing, m_worker.object());
    });
}

Network::~Network() = default;

} // namespace uplift::cloud
