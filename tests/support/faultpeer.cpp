// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/faultpeer.h"

#include <QDateTime>
#include <QLocale>

#include <sys/socket.h>

#include <algorithm>

namespace uplift::test {

namespace {

constexpr std::chrono::milliseconds drip{20};
constexpr std::chrono::hours forEver{1};

QByteArray httpDate(std::chrono::seconds offset)
{
    const QDateTime when = QDateTime::currentDateTimeUtc().addSecs(offset.count());
    return QLocale::c().toString(when, QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'")).toLatin1();
}

/// Status line and headers up to the blank line, which is not included.
QByteArray head(const FaultReply &reply, const QByteArray &framing)
{
    QByteArray text = "HTTP/1.1 " + QByteArray::number(reply.status)
        + " Whatever\r\nDate: " + httpDate(reply.clock) + "\r\n";
    const bool typed = std::any_of(reply.headers.begin(), reply.headers.end(), [](const auto &header) {
        return header.first.toLower() == "content-type";
    });
    if (!typed)
        text += "Content-Type: application/json\r\n";
    for (const auto &[name, value] : reply.headers)
        text += name + ": " + value + "\r\n";
    if (!framing.isEmpty())
        text += framing + "\r\n";
    return text;
}

QByteArray length(qint64 size) { return "Content-Length: " + QByteArray::number(size); }

} // namespace

bool FaultPeer::fill()
{
    char bytes[16384];
    const auto count =
        m_tls ? ssize_t(SSL_read(m_tls, bytes, sizeof bytes)) : ::recv(m_socket, bytes, sizeof bytes, 0);
    if (count <= 0)
        return false;
    m_buffer.append(bytes, count);
    return true;
}

bool FaultPeer::read(SeenRequest &request)
{
    qsizetype end = -1;
    while ((end = m_buffer.indexOf("\r\n\r\n")) < 0) {
        if (!fill())
            return false;
    }
    QList<QByteArray> lines = m_buffer.left(end).split('\n');
    const QList<QByteArray> first = lines.takeFirst().trimmed().split(' ');
    request.method = first.value(0);
    request.target = first.value(1);
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        request.headers.emplace_back(line.left(colon), line.mid(colon + 1).trimmed());
    }
    const qsizetype size = end + 4 + request.header("Content-Length").toLongLong();
    while (m_buffer.size() < size) {
        if (!fill())
            return false;
    }
    request.raw = m_buffer.left(size);
    request.body = request.raw.mid(end + 4);
    m_buffer.remove(0, size);
    return true;
}

void FaultPeer::dripOut(const QByteArray &bytes)
{
    for (const char byte : bytes) {
        if (!write(QByteArray(1, byte)) || !pause(drip))
            return;
    }
    // Longer than any deadline, without end.
    while (write("x") && pause(drip)) { }
}

/// Faults before the first byte of the body.
bool FaultPeer::breakEarly(const FaultReply &reply)
{
    const QByteArray start = head(reply, length(reply.body.size()));
    switch (reply.fault) {
    case Fault::Close:
        close();
        return true;
    case Fault::Reset:
        reset();
        return true;
    case Fault::CloseMidStatusLine:
    case Fault::ResetMidStatusLine:
        write("HTTP/1.1 2");
        reply.fault == Fault::CloseMidStatusLine ? close() : reset();
        return true;
    case Fault::CloseMidHeaders:
    case Fault::ResetMidHeaders:
        write(start.left(start.size() / 2));
        reply.fault == Fault::CloseMidHeaders ? close() : reset();
        return true;
    case Fault::Hang:
        (void)pause(forEver);
        close();
        return true;
    case Fault::DripHeaders:
        write("HTTP/1.1 200 OK\r\n");
        dripOut("X-Slow: ");
        close();
        return true;
    case Fault::EndlessHeaderLine: {
        write("HTTP/1.1 200 OK\r\nX-Long: ");
        const QByteArray block(1 << 16, 'a');
        for (int i = 0; i < (64 << 20) / block.size() && write(block); ++i) { }
        (void)pause(forEver);
        close();
        return true;
    }
    default:
        return false;
    }
}

/// Faults in or around the body.
bool FaultPeer::breakLate(const FaultReply &reply)
{
    const QByteArray half = reply.body.left(reply.body.size() / 2);
    switch (reply.fault) {
    case Fault::CloseMidBody:
    case Fault::ResetMidBody:
        write(head(reply, length(reply.body.size())) + "\r\n" + half);
        reply.fault == Fault::CloseMidBody ? close() : reset();
        return true;
    case Fault::CloseMidChunk:
        write(head(reply, "Transfer-Encoding: chunked") + "\r\n" + QByteArray::number(reply.body.size(), 16)
              + "\r\n" + half);
        close();
        return true;
    case Fault::HalfWithoutLength:
        write(head(reply, "Connection: close") + "\r\n" + half);
        close();
        return true;
    case Fault::DripBody:
        write(head(reply, length(10'000)) + "\r\n");
        dripOut(reply.body);
        close();
        return true;
    case Fault::HugeLength:
        write(head(reply, length(qint64(1) << 40)) + "\r\n" + reply.body);
        (void)pause(forEver);
        close();
        return true;
    case Fault::EndlessBody: {
        const QByteArray chunk = "4000\r\n" + QByteArray(0x4000, ' ') + "\r\n";
        write(head(reply, "Transfer-Encoding: chunked") + "\r\n");
        while (write(chunk) && pause(std::chrono::milliseconds(0))) { }
        close();
        return true;
    }
    default:
        return false;
    }
}

bool FaultPeer::answer(const FaultReply &reply)
{
    if (breakEarly(reply) || breakLate(reply))
        return false;
    FaultReply whole = reply;
    if (reply.fault == Fault::ManyHeaders) {
        for (int i = 0; i < 300; ++i)
            whole.headers.emplace_back("X-Field-" + QByteArray::number(i), "value");
    } else if (reply.fault == Fault::Html) {
        whole.headers.emplace_back("Content-Type", "text/html");
        whole.body = "<!DOCTYPE html><html><body>Please log in to the hotel network</body></html>";
    } else if (reply.fault == Fault::Gzip) {
        whole.headers.emplace_back("Content-Encoding", "gzip");
        // gzip of {"RequestId":"x"}
        whole.body =
            QByteArray::fromHex("1f8b08000000000002ffab560a4a2d2c4d2d2ef14c51b252aa50aa050026a417dd11000000");
    }
    return write(head(whole, length(whole.body.size())) + "\r\n" + whole.body);
}

} // namespace uplift::test
