// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/network.h"

#include "cloud/erroradvice.h"
#include "cloud/scheduler.h"
#include "cloud/transport.h"

namespace uplift::cloud {

Network::Network(NetworkOptions options)
    : m_options(std::move(options)),
      m_advice(std::make_shared<const ErrorAdvice>(ErrorAdvice::fromResource())),
      m_worker(QStringLiteral("uplift-network"))
{
    m_worker.post([this] {
        m_transport = new Transport(m_options, m_worker.object());
        m_scheduler = new Scheduler(m_transport, m_options.pacing, m_worker.object());
    });
}

Network::~Network() = default;

} // namespace uplift::cloud
