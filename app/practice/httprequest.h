// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QPair>

#include <optional>

namespace uplift::practice {

/// One parsed HTTP/1.1 request.
struct HttpRequest {
    QByteArray method; ///< as sent, "POST"
    QByteArray path; ///< "/"; still percent-encoded
    QByteArray query; ///< after the first '?', still percent-encoded
    QList<QPair<QByteArray, QByteArray>> headers; ///< names in lower case, values trimmed, in the order sent
    QByteArray body;
    bool keepAlive = true;

    /// The values of one header (name in lower case), joined by ','; empty when absent.
    [[nodiscard]] QByteArray header(QByteArrayView name) const;
};

/// Takes bytes as they come and gives whole requests, within bounds: nothing a peer sends makes it hold more
/// than maxHead + maxBody bytes beyond what feed() was given at once.
class HttpParser {
public:
    static constexpr qsizetype maxHead = 64 * 1024; ///< request line and headers
    static constexpr qsizetype maxHeaders = 100;
    static constexpr qsizetype maxBody = 1024 * 1024;

    void feed(const QByteArray &bytes);
    /// The next whole request, or nothing when more bytes are needed or after an error.
    std::optional<HttpRequest> next();
    /// The HTTP status to refuse with (400, 413, 431, 501, 505), or 0. After an error the connection is of no
    /// use.
    [[nodiscard]] int errorStatus() const { return m_error; }

private:
    bool takeHead();
    bool readRequestLine(const QByteArray &line);
    bool readHeader(const QByteArray &line);
    bool readLength();
    bool fail(int status);

    QByteArray m_buffer;
    HttpRequest m_request;
    qsizetype m_scanned = 0; ///< bytes of m_buffer known to hold no end of a head
    qsizetype m_length = 0;
    bool m_inBody = false;
    int m_error = 0;
};

} // namespace uplift::practice
