// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/client.h"
#include "cloud/network.h"
#include "support/canary.h"
#include "support/faultserver.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>
#include <memory>
#include <optional>

namespace uplift::test {

class HandClock : public Clock {
public:
    QDateTime time = QDateTime(QDate(2026, 11, 22), QTime(8, 0), Qt::UTC);
    [[nodiscard]] QDateTime now() const override { return time; }
};

/// The longest time the event loop of this thread did not come round: how busy the machine is, when this
/// thread idles.
class Heartbeat : public QObject {
public:
    explicit Heartbeat(std::chrono::milliseconds interval)
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_timer, &QTimer::timeout, this, [this] { longest = std::max(longest, m_since.restart()); });
        m_since.start();
        m_timer.start(interval);
    }
    qint64 longest = 0; ///< ms

private:
    QTimer m_timer;
    QElapsedTimer m_since;
};

/// Does the server go on for ever, so that only our own deadline ends the call?
inline bool neverEnds(Fault fault)
{
    return fault == Fault::Hang || fault == Fault::DripBody || fault == Fault::DripHeaders
        || fault == Fault::ManyHeaders || fault == Fault::EndlessHeaderLine;
}

inline AccessKey anyKey(bool withToken = false) { return canaryKey(withToken); }

inline cloud::NetworkOptions optionsFor(const FaultServer &server)
{
    cloud::NetworkOptions options;
    options.userAgent = QStringLiteral("Uplift/test");
    options.extraCertificates = {server.authority().certificate()};
    // As many changes as a test likes; tst_changepacing shows how they are held back.
    options.pacing.changes = {1'000, std::chrono::milliseconds(1)};
    return options;
}

inline ConnectionSettings settingsFor(const FaultServer &server,
                                      SignatureVersion signature = SignatureVersion::V3)
{
    ConnectionSettings settings;
    settings.endpoint = {EndpointRule::Kind::Custom, server.origin()};
    settings.signature = signature;
    return settings;
}

inline cloud::StartRequest anyStart(const QString &nonce = cloud::newNonce())
{
    cloud::StartRequest request;
    request.region.value = QStringLiteral("cn-hangzhou");
    request.instance.value = QStringLiteral("r-bp1zxszhcgatnx4b2c");
    request.nonce = nonce;
    return request;
}

/// A template of OOS of so many bytes, with what an encoder may get wrong.
inline QString anyTemplate(int bytes)
{
    const QString begin =
        QStringLiteral("{\"FormatVersion\":\"OOS-2019-06-01\",\"Description\":\"50% + *~ '");
    const QString end = QStringLiteral("\",\"Tasks\":[]}");
    return begin + QString(bytes - int(begin.size() + end.size()), QLatin1Char('&')) + end;
}

/// StartExecution with a template as large as OOS takes.
inline cloud::ChangeRequest anyExecution(const QString &nonce = cloud::newNonce())
{
    cloud::ExecutionStart start;
    start.region.value = QStringLiteral("cn-hangzhou");
    start.templateContent = anyTemplate(64 * 1024);
    start.parameters = QStringLiteral("{\"ids\":[\"r-1\",\"r-2\"]}");
    start.clientToken = QStringLiteral("token-1");
    cloud::ChangeRequest request = cloud::startExecution(start);
    request.nonce = nonce;
    return request;
}

} // namespace uplift::test
