// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/faultserver.h"

#include "support/faultpeer.h"

namespace uplift::test {

namespace {

/// Takes h2 whenever it is offered: a client that offers it would have to speak it.
int takeHttp2(const unsigned char **out, unsigned char *outSize, const unsigned char *offered, unsigned size,
              const std::function<void(const QByteArray &)> &note)
{
    *out = offered + 1;
    *outSize = offered[0];
    for (unsigned at = 0; at < size; at += offered[at] + 1U) {
        const QByteArray name(reinterpret_cast<const char *>(offered + at + 1), offered[at]);
        note(name);
        if (name == "h2") {
            *out = offered + at + 1;
            *outSize = offered[at];
        }
    }
    return SSL_TLSEXT_ERR_OK;
}

QByteArray decoded(QByteArray text)
{
    text.replace('+', ' ');
    return QByteArray::fromPercentEncoding(text);
}

} // namespace

const QList<Fault> &allFaults()
{
    static const QList<Fault> faults = [] {
        QList<Fault> all;
        for (int i = int(Fault::Close); i <= int(Fault::Gzip); ++i)
            all << Fault(i);
        return all;
    }();
    return faults;
}

const char *faultName(Fault fault)
{
    static constexpr const char *names[] = {"none",
                                            "close",
                                            "reset",
                                            "close mid status line",
                                            "reset mid status line",
                                            "close mid headers",
                                            "reset mid headers",
                                            "close mid body",
                                            "reset mid body",
                                            "close mid chunk",
                                            "half body without length",
                                            "hang",
                                            "drip body",
                                            "drip headers",
                                            "300 headers",
                                            "64 MiB header line",
                                            "huge length",
                                            "endless body",
                                            "html",
                                            "gzip"};
    return names[int(fault)];
}

QByteArray SeenRequest::header(const QByteArray &name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

QByteArray SeenRequest::parameter(const QByteArray &name) const
{
    const qsizetype query = target.indexOf('?');
    const QByteArray all = (query < 0 ? QByteArray() : target.mid(query + 1)) + '&' + body;
    const QList<QByteArray> pairs = all.split('&');
    for (const QByteArray &pair : pairs) {
        if (pair.startsWith(name + '='))
            return decoded(pair.mid(name.size() + 1));
    }
    return {};
}

QByteArray SeenRequest::action() const
{
    const QByteArray inQuery = parameter("Action");
    return inQuery.isEmpty() ? header("x-acs-action") : inQuery;
}

QByteArray SeenRequest::nonce() const
{
    const QByteArray inQuery = parameter("SignatureNonce");
    return inQuery.isEmpty() ? header("x-acs-signature-nonce") : inQuery;
}

FaultServer::FaultServer(Transport transport, const TestAuthority &authority)
    : m_transport(transport), m_authority(authority),
      m_context(transport == Transport::Tls ? m_authority.newServerContext() : nullptr),
      m_responder([](const SeenRequest &) { return FaultReply{}; }),
      m_server([this](LoopbackServer &, int socket, int connection) { serve(socket, connection); })
{
    if (!m_context)
        return;
    SSL_CTX_set_alpn_select_cb(
        m_context,
        [](SSL *, const unsigned char **out, unsigned char *outSize, const unsigned char *offered,
           unsigned size, void *self) {
            return takeHttp2(out, outSize, offered, size, [self](const QByteArray &name) {
                static_cast<FaultServer *>(self)->noteProtocol(name);
            });
        },
        this);
}

FaultServer::~FaultServer()
{
    m_server.stop();
    SSL_CTX_free(m_context);
}

void FaultServer::setReply(const FaultReply &reply)
{
    setResponder([reply](const SeenRequest &) { return reply; });
}

void FaultServer::setResponder(Responder responder)
{
    const std::lock_guard lock(m_mutex);
    m_responder = std::move(responder);
}

QString FaultServer::origin() const
{
    const QString scheme = m_transport == Transport::Tls ? QStringLiteral("https") : QStringLiteral("http");
    return QStringLiteral("%1://127.0.0.1:%2").arg(scheme).arg(port());
}

QList<SeenRequest> FaultServer::requests() const
{
    const std::lock_guard lock(m_mutex);
    return m_requests;
}

int FaultServer::requestCount() const
{
    const std::lock_guard lock(m_mutex);
    return int(m_requests.size());
}

QList<QByteArray> FaultServer::offeredProtocols() const
{
    const std::lock_guard lock(m_mutex);
    return m_protocols;
}

void FaultServer::forget()
{
    const std::lock_guard lock(m_mutex);
    m_requests.clear();
    m_protocols.clear();
}

FaultReply FaultServer::replyTo(const SeenRequest &request)
{
    Responder responder;
    {
        const std::lock_guard lock(m_mutex);
        m_requests.append(request);
        responder = m_responder;
    }
    return responder(request);
}

void FaultServer::noteProtocol(const QByteArray &name)
{
    const std::lock_guard lock(m_mutex);
    m_protocols.append(name);
}

void FaultServer::serve(int socket, int connection)
{
    FaultPeer peer(m_server, socket, connection, m_context);
    if (!peer.accept())
        return;
    for (int place = 0;; ++place) {
        SeenRequest request;
        request.connection = connection;
        request.place = place;
        if (!peer.read(request) || !peer.answer(replyTo(request)))
            return;
    }
}

} // namespace uplift::test
