// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/loopbackserver.h"
#include "support/testauthority.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <chrono>
#include <functional>
#include <mutex>
#include <utility>

namespace uplift::test {

/// Where a reply breaks. All but None come after one whole request was read and counted.
enum class Fault {
    None, ///< a whole reply
    Close, ///< FIN instead of a reply
    Reset, ///< RST instead of a reply
    CloseMidStatusLine,
    ResetMidStatusLine,
    CloseMidHeaders,
    ResetMidHeaders,
    CloseMidBody,
    ResetMidBody,
    CloseMidChunk,
    HalfWithoutLength, ///< half the body, no length, close: looks whole to HTTP
    Hang,
    DripBody, ///< one byte each 20 ms
    DripHeaders,
    ManyHeaders, ///< 300 fields before a whole body; the connection stays open
    EndlessHeaderLine, ///< 64 MiB without a line feed
    HugeLength, ///< announces 1 TiB
    EndlessBody, ///< chunks without end
    Html, ///< a captive portal's page, status 200
    Gzip ///< a compressed body, though none was asked for
};
[[nodiscard]] const QList<Fault> &allFaults(); ///< without None
[[nodiscard]] const char *faultName(Fault fault);

/// One whole request as it came.
struct SeenRequest {
    int connection = 0; ///< 0, 1, 2 … in the order of accept
    int place = 0; ///< 0 for the first request of its connection
    QByteArray method;
    QByteArray target; ///< "/?InstanceId=…"
    QList<std::pair<QByteArray, QByteArray>> headers; ///< names as sent
    QByteArray body;
    QByteArray raw; ///< every byte

    [[nodiscard]] QByteArray header(const QByteArray &name) const; ///< of any case; empty when there is none
    /// A parameter from the query or the form body, decoded.
    [[nodiscard]] QByteArray parameter(const QByteArray &name) const;
    /// Header x-acs-action or parameter Action.
    [[nodiscard]] QByteArray action() const;
    /// Header x-acs-signature-nonce or parameter SignatureNonce.
    [[nodiscard]] QByteArray nonce() const;
};

/// What the server says to one request.
struct FaultReply {
    Fault fault = Fault::None;
    int status = 200;
    QByteArray body = QByteArrayLiteral("{\"RequestId\":\"1B7C1E1A-0000-4000-8000-00000000F00D\"}");
    QList<std::pair<QByteArray, QByteArray>> headers; ///< beside Date, Content-Type and Content-Length
    std::chrono::seconds clock{0}; ///< Date is our time plus this
};

/// A loopback HTTP/1.1 server, plain or TLS, that counts whole requests and breaks where it is told. In its
/// own threads, on plain sockets and OpenSSL: independent of Qt's network layer and of the client's thread.
/// Tests compile it in: uplift_test(tst_x SOURCES ${UPLIFT_TEST_SERVER} USES ... OpenSSL::SSL), see
/// tests/cloud.
class FaultServer {
public:
    enum class Transport { Tls, Plain };
    using Responder = std::function<FaultReply(const SeenRequest &)>;

    explicit FaultServer(Transport transport = Transport::Tls,
                         const TestAuthority &authority = TestAuthority());
    ~FaultServer();

    /// Answers every request likewise.
    void setReply(const FaultReply &reply);
    /// Decides per request, in the connection's thread.
    void setResponder(Responder responder);

    [[nodiscard]] quint16 port() const { return m_server.port(); }
    [[nodiscard]] QString origin() const; ///< "https://127.0.0.1:40123"
    [[nodiscard]] const TestAuthority &authority() const { return m_authority; }

    [[nodiscard]] int connections() const
    {
        return m_server.connections();
    } ///< accepted, whatever became of them
    [[nodiscard]] QList<SeenRequest> requests() const;
    [[nodiscard]] int requestCount() const;
    [[nodiscard]] QList<QByteArray> offeredProtocols() const; ///< ALPN of every TLS client hello
    void forget(); ///< requests and protocols seen so far

private:
    void serve(int socket, int connection);
    FaultReply replyTo(const SeenRequest &request);
    void noteProtocol(const QByteArray &name);

    Transport m_transport;
    TestAuthority m_authority;
    SSL_CTX *m_context = nullptr;
    mutable std::mutex m_mutex;
    Responder m_responder;
    QList<SeenRequest> m_requests;
    QList<QByteArray> m_protocols;
    LoopbackServer m_server; ///< last: its threads use the rest
};

} // namespace uplift::test
