// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/httprequest.h"

#include <algorithm>

namespace uplift::practice {

namespace {

bool isToken(const QByteArray &text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
            || QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
    });
}

bool isPlain(const QByteArray &text)
{
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return c == '\t' || (c >= ' ' && c != 127) || c < 0; });
}

} // namespace

QByteArray HttpRequest::header(QByteArrayView name) const
{
    QByteArray joined;
    bool first = true;
    for (const auto &[key, value] : headers) {
        if (key != name)
            continue;
        if (!first)
            joined += ',';
        joined += value;
        first = false;
    }
    return joined;
}

void HttpParser::feed(const QByteArray &bytes)
{
    if (m_error == 0)
        m_buffer += bytes;
}

bool HttpParser::fail(int status)
{
    m_error = status;
    m_buffer.clear();
    return false;
}

std::optional<HttpRequest> HttpParser::next()
{
    if (m_error != 0 || (!m_inBody && !takeHead()))
        return std::nullopt;
    if (m_buffer.size() < m_length)
        return std::nullopt;
    m_request.body = m_buffer.left(m_length);
    m_buffer.remove(0, m_length);
    m_inBody = false;
    m_scanned = 0;
    return std::exchange(m_request, {});
}

bool HttpParser::takeHead()
{
    // Stray line ends between requests are allowed (RFC 9112, 2.2).
    while (m_buffer.startsWith("\r\n"))
        m_buffer.remove(0, 2);
    const qsizetype end = m_buffer.indexOf("\r\n\r\n", std::max<qsizetype>(0, m_scanned - 3));
    if (end < 0) {
        m_scanned = m_buffer.size();
        return m_buffer.size() > maxHead ? fail(431) : false;
    }
    if (end > maxHead)
        return fail(431);
    const QByteArray head = m_buffer.left(end);
    m_buffer.remove(0, end + 4);
    m_request = {};
    QList<QByteArray> lines = head.split('\n');
    if (lines.size() - 1 > maxHeaders)
        return fail(431);
    for (QByteArray &line : lines) {
        if (line.endsWith('\r'))
            line.chop(1);
        if (!isPlain(line))
            return fail(400);
    }
    if (!readRequestLine(lines.takeFirst()))
        return false;
    for (const QByteArray &line : lines) {
        if (!readHeader(line))
            return false;
    }
    return readLength();
}

bool HttpParser::readRequestLine(const QByteArray &line)
{
    const QList<QByteArray> words = line.split(' ');
    if (words.size() != 3 || !isToken(words.at(0)) || words.at(1).isEmpty())
        return fail(400);
    if (words.at(2) != "HTTP/1.1" && words.at(2) != "HTTP/1.0")
        return fail(words.at(2).startsWith("HTTP/") ? 505 : 400);
    m_request.method = words.at(0);
    m_request.keepAlive = words.at(2) == "HTTP/1.1";
    QByteArray target = words.at(1);
    // A proxy sends the absolute form.
    if (target.startsWith("http://")) {
        const qsizetype path = target.indexOf('/', 7);
        target = path < 0 ? QByteArray("/") : target.mid(path);
    }
    if (!target.startsWith('/'))
        return fail(400);
    const qsizetype mark = target.indexOf('?');
    m_request.path = mark < 0 ? target : target.left(mark);
    m_request.query = mark < 0 ? QByteArray() : target.mid(mark + 1);
    return true;
}

bool HttpParser::readHeader(const QByteArray &line)
{
    const qsizetype colon = line.indexOf(':');
    if (colon < 1 || !isToken(line.left(colon)))
        return fail(400);
    m_request.headers.append({line.left(colon).toLower(), line.mid(colon + 1).trimmed()});
    return true;
}

bool HttpParser::readLength()
{
    if (!m_request.header("transfer-encoding").isEmpty())
        return fail(501);
    const QByteArray connection = m_request.header("connection").toLower();
    if (connection.contains("close"))
        m_request.keepAlive = false;
    else if (connection.contains("keep-alive"))
        m_request.keepAlive = true;
    m_length = 0;
    // Two lengths are how requests are smuggled: the joined text of both is no number and is refused.
    const QByteArray length = m_request.header("content-length");
    if (!length.isEmpty()) {
        const bool digits =
            std::all_of(length.begin(), length.end(), [](char c) { return c >= '0' && c <= '9'; });
        if (!digits)
            return fail(400);
        if (length.size() > 8 || length.toLongLong() > maxBody)
            return fail(413);
        m_length = length.toLongLong();
    }
    m_inBody = true;
    return true;
}

} // namespace uplift::practice
