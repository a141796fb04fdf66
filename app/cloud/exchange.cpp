// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/exchange.h"

#include "cloud/bootclock.h"
#include "cloud/oneshotdevice.h"
#include "core/redact.h"
#include "core/secretbytes.h"

#include <QNetworkAccessManager>
#include <QSslCertificate>

#include <algorithm>
#include <utility>

namespace uplift::cloud {

namespace {

/// Qt's own inactivity timer is only the second net: it must not fire before our deadline, since it ends like
/// an abort.
constexpr std::chrono::milliseconds secondNet{500};

QString reason(const QSslError &error)
{
    QString text = error.errorString();
    const QSslCertificate certificate = error.certificate();
    if (!certificate.isNull())
        text += QStringLiteral(" (%1)").arg(certificate.subjectDisplayName());
    return plainLine(redacted(text));
}

} // namespace

Exchange::Exchange(WireCall call, const NetworkOptions &options, QObject *parent)
    : QObject(parent), m_call(std::move(call)), m_options(options)
{
    m_deadline.setSingleShot(true);
    m_deadline.setTimerType(Qt::PreciseTimer);
    connect(&m_deadline, &QTimer::timeout, this, &Exchange::onDeadline);
}

Exchange::~Exchange()
{
    // Gone before the wiping, so that Qt's requests no longer share what is wiped.
    delete m_reply;
    wipe(m_signed);
}

void Exchange::begin(std::function<void(WireReply)> done)
{
    m_done = std::move(done);
    m_begun = bootTime();
    m_deadline.start(m_call.deadline);
}

void Exchange::post(QNetworkAccessManager *manager, const QString &proxy)
{
    if (!m_done)
        return;
    m_facts.proxy = proxy;
    if (m_call.wanted && !m_call.wanted()) {
        end(WireEnd::Cancelled, QStringLiteral("nobody waits for it any more; nothing was handed over"));
        return;
    }
    Result<SignedRequest> signedRequest = m_call.sign();
    if (!signedRequest) {
        m_facts.error = std::move(signedRequest.error());
        end(WireEnd::NotSendable, QStringLiteral("The call could not be signed."));
        return;
    }
    m_signed = *std::move(signedRequest);
    const Result<QNetworkRequest> request =
        toNetworkRequest(m_call.endpoint, m_signed, m_options, m_call.authorities);
    if (!request) {
        m_facts.error = request.error();
        end(WireEnd::NotSendable, request.error().detail);
        return;
    }
    send(manager, *request);
}

void Exchange::send(QNetworkAccessManager *manager, const QNetworkRequest &request)
{
    QNetworkRequest sent = request;
    sent.setTransferTimeout(int((m_call.deadline + secondNet).count()));
    sent.setHeader(QNetworkRequest::ContentLengthHeader, m_signed.body.size());
    m_begun = bootTime();
    m_facts.sentAt = m_begun;
    m_facts.handedOver = true;
    m_empty = m_signed.body.isEmpty();
    if (m_call.once) {
        // With a body that cannot be read again, announced and unbuffered, Qt's re-send fails instead of
        // happening.
        sent.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        auto *device = new OneShotDevice(std::exchange(m_signed.body, {}));
        m_reply = manager->post(sent, device);
        device->setParent(m_reply);
    } else {
        m_reply = manager->post(sent, m_signed.body);
    }
    m_reply->setReadBufferSize(m_call.maxBody + 1);
    // Qt 6.4 starts an upload from the event loop, and what was set before does not reach its HTTP thread: it
    // would read a fast body without end, and never come to hear of abort(). So it is said again after that.
    QMetaObject::invokeMethod(
        m_reply, [reply = m_reply, size = m_call.maxBody + 1] { reply->setReadBufferSize(size); },
        Qt::QueuedConnection);
    connect(m_reply, &QNetworkReply::requestSent, this, [this] {
        m_facts.requestSent = true;
        m_facts.sentAt = bootTime();
    });
    connect(m_reply, &QNetworkReply::socketStartedConnecting, this, [this] { m_connecting = true; });
    connect(m_reply, &QNetworkReply::encrypted, this, [this] {
        m_encrypted = true;
        m_facts.sentAt = bootTime();
    });
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &Exchange::onHeaders);
    connect(m_reply, &QNetworkReply::readyRead, this, &Exchange::onBytes);
    connect(m_reply, &QNetworkReply::sslErrors, this, &Exchange::onTlsErrors);
    connect(m_reply, &QNetworkReply::finished, this, &Exchange::onFinished);
}

void Exchange::onDeadline()
{
    if (m_facts.handedOver)
        end(WireEnd::Deadline, QStringLiteral("deadline of %1 ms passed").arg(m_call.deadline.count()));
    else
        end(WireEnd::ProxyUnknown,
            QStringLiteral("the system did not name its proxy in time; nothing was handed over"));
}

void Exchange::onHeaders()
{
    m_facts.headersAt = bootTime();
    m_facts.httpStatus = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    m_facts.http2 = m_reply->attribute(QNetworkRequest::Http2WasUsedAttribute).toBool();
    m_facts.date = m_reply->rawHeader("Date");
    m_facts.retryAfter = m_reply->rawHeader("Retry-After");
    m_facts.acsRetryAfter = m_reply->rawHeader("x-acs-retry-after");
    if (m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong() > m_call.maxBody)
        end(WireEnd::TooLarge, QStringLiteral("announced a body over %1 bytes").arg(m_call.maxBody));
}

/// At most one byte beyond the bound, which is enough to know that there is more: a busy machine can find
/// many megabytes waiting.
void Exchange::takeBytes()
{
    const qsizetype old = m_facts.body.size();
    const qint64 there = std::min(m_reply->bytesAvailable(), m_call.maxBody + 1 - old);
    if (there <= 0)
        return;
    // Straight into the one buffer; read(qint64) would leave a copy of each piece behind.
    if (m_call.secretReply)
        m_facts.body.reserve(m_call.maxBody + 1);
    m_facts.body.resize(old + there);
    const qint64 taken = m_reply->read(m_facts.body.data() + old, there);
    m_facts.body.resize(old + std::max<qint64>(taken, 0));
}

void Exchange::onBytes()
{
    takeBytes();
    if (m_facts.body.size() > m_call.maxBody)
        end(WireEnd::TooLarge, QStringLiteral("sent a body over %1 bytes").arg(m_call.maxBody));
}

void Exchange::onTlsErrors(const QList<QSslError> &errors)
{
    for (const QSslError &error : errors)
        m_facts.tlsReasons << reason(error);
    m_facts.tlsReasons.removeDuplicates();
}

void Exchange::onFinished()
{
    const QNetworkReply::NetworkError error = m_reply->error();
    if (m_reply->isOpen())
        takeBytes();
    m_facts.httpStatus = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    QString detail = describe(error, m_facts.httpStatus);
    if (!m_facts.tlsReasons.isEmpty())
        detail += QStringLiteral("; ") + m_facts.tlsReasons.join(QStringLiteral("; "));
    end(m_facts.body.size() > m_call.maxBody ? WireEnd::TooLarge : endOf(error), detail);
}

WireEnd Exchange::endOf(QNetworkReply::NetworkError error) const
{
    switch (error) {
    case QNetworkReply::NoError:
        return WireEnd::Replied;
    case QNetworkReply::HostNotFoundError:
        return WireEnd::HostNotFound;
    case QNetworkReply::ConnectionRefusedError:
        return WireEnd::ConnectionRefused;
    case QNetworkReply::SslHandshakeFailedError:
        return WireEnd::TlsRefused;
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return m_facts.requestSent || m_encrypted ? WireEnd::ClosedByPeer : WireEnd::ProxyAuthRequired;
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::UnknownProxyError:
        return m_facts.requestSent || m_encrypted ? WireEnd::ClosedByPeer : WireEnd::ProxyRefused;
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::ContentReSendError:
        return WireEnd::ClosedByPeer;
    case QNetworkReply::OperationCanceledError: // not ours, so Qt's inactivity timer
        return WireEnd::Deadline;
    default:
        // Qt has no better name for a proxy that is not there or refuses CONNECT than "unknown".
        if (!m_facts.proxy.isEmpty() && !m_encrypted && m_facts.httpStatus == 0)
            return WireEnd::ProxyRefused;
        // The rest of Qt's errors stand for a status of 400 and more whose reply came whole.
        return m_facts.httpStatus >= 400 ? WireEnd::Replied : WireEnd::Other;
    }
}

/// Qt 6.4 emits requestSent only for uploads that hold bytes, and those of V3 hold none. So for an empty
/// upload the doubt goes to "sent" as soon as something could have left: the TLS session stood, or an older
/// connection was used.
bool Exchange::mayHaveBeenSent(WireEnd end) const
{
    if (!m_facts.handedOver)
        return false;
    if (m_facts.requestSent || m_facts.httpStatus > 0)
        return true;
    if (!m_empty || m_encrypted)
        return m_empty;
    switch (end) {
    case WireEnd::HostNotFound:
    case WireEnd::ConnectionRefused:
    case WireEnd::TlsRefused:
    case WireEnd::ProxyRefused:
    case WireEnd::ProxyAuthRequired:
        return false;
    default:
        return m_call.endpoint.scheme != QLatin1String("https") || !m_connecting;
    }
}

void Exchange::end(WireEnd end, const QString &detail)
{
    if (!m_done)
        return;
    const auto done = std::exchange(m_done, nullptr);
    m_deadline.stop();
    m_facts.end = end;
    m_facts.requestSent = mayHaveBeenSent(end);
    m_facts.detail = detail;
    m_facts.roundTrip = bootTime() - m_begun;
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
    }
    done(std::move(m_facts));
}

} // namespace uplift::cloud
