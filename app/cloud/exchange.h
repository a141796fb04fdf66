// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/wire.h"

#include <QNetworkReply>
#include <QObject>
#include <QPointer>
#include <QSslError>
#include <QTimer>

#include <functional>

class QNetworkAccessManager;

namespace uplift::cloud {

/// One call on the wire, from leaving the queue to its end. Ends exactly once, at the latest at its deadline,
/// by whichever of network, bounds, deadline or shut-down comes first, and remembers which. Lives in the
/// network thread.
class Exchange : public QObject {
public:
    Exchange(WireCall call, const NetworkOptions &options, QObject *parent);
    ~Exchange() override;

    /// Starts the deadline; `done` hears the end, once, never from within this call.
    void begin(std::function<void(WireReply)> done);
    /// The proxy is known: signs and posts through `manager`. A call that has ended meanwhile ignores it; one
    /// that is not wanted any more ends here.
    void post(QNetworkAccessManager *manager, const QString &proxy);
    void end(WireEnd end, const QString &detail);

    [[nodiscard]] const WireCall &call() const { return m_call; }

private:
    void send(QNetworkAccessManager *manager, const QNetworkRequest &request);
    void onDeadline();
    void onHeaders();
    void onBytes();
    void takeBytes();
    void onFinished();
    void onTlsErrors(const QList<QSslError> &errors);
    [[nodiscard]] WireEnd endOf(QNetworkReply::NetworkError error) const;
    [[nodiscard]] bool mayHaveBeenSent(WireEnd end) const;

    WireCall m_call;
    const NetworkOptions &m_options;
    SignedRequest m_signed;
    WireReply m_facts;
    std::function<void(WireReply)> m_done;
    QTimer m_deadline;
    std::chrono::milliseconds m_begun{0};
    QPointer<QNetworkReply> m_reply; ///< of its manager, which may go first when Transport goes
    bool m_empty = true; ///< nothing to upload
    bool m_connecting = false;
    bool m_encrypted = false;
};

} // namespace uplift::cloud
