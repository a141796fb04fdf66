// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/rawclient.h"

#include <QElapsedTimer>
#include <QHostAddress>
#include <QTest>
#include <QTestEventLoop>
#include <QUrl>

namespace uplift::test {

namespace {

constexpr int patience = 20'000;

/// Comes back as soon as `done` holds after something happened to the socket, without polling.
template <class Done> bool waitFor(QTcpSocket &socket, Done done)
{
    QElapsedTimer timer;
    timer.start();
    while (!done()) {
        if (timer.elapsed() >= patience)
            return false;
        QTestEventLoop loop;
        QObject::connect(&socket, &QTcpSocket::readyRead, &loop, &QTestEventLoop::exitLoop);
        QObject::connect(&socket, &QTcpSocket::stateChanged, &loop, &QTestEventLoop::exitLoop);
        loop.enterLoopMSecs(static_cast<int>(patience - timer.elapsed()));
    }
    return true;
}

} // namespace

RawClient::RawClient(const QString &origin)
{
    m_socket.connectToHost(QHostAddress(QHostAddress::LocalHost), static_cast<quint16>(QUrl(origin).port()));
    if (!waitFor(m_socket, [this] { return isOpen(); }))
        qWarning("no connection to the practice cloud");
}

void RawClient::write(const QByteArray &bytes) { m_socket.write(bytes); }

RawReply RawClient::read()
{
    RawReply reply;
    const auto whole = [&] {
        m_buffer += m_socket.readAll();
        const qsizetype end = m_buffer.indexOf("\r\n\r\n");
        if (end < 0)
            return false;
        reply.headers.clear();
        const QList<QByteArray> lines = m_buffer.left(end).split('\n');
        for (const QByteArray &line : lines) {
            const qsizetype colon = line.indexOf(':');
            if (colon > 0)
                reply.headers.insert(line.left(colon).toLower(), line.mid(colon + 1).trimmed());
        }
        const qsizetype length = reply.headers.value("content-length").toLongLong();
        if (m_buffer.size() < end + 4 + length)
            return false;
        reply.status = lines.first().split(' ').value(1).toInt();
        reply.body = m_buffer.mid(end + 4, length);
        m_buffer.remove(0, end + 4 + length);
        return true;
    };
    bool done = false;
    waitFor(m_socket, [&] { return (done = whole()) || !isOpen(); });
    if (!done && !whole())
        reply.rest = m_buffer;
    return reply;
}

RawReply RawClient::exchange(const QByteArray &bytes)
{
    write(bytes);
    return read();
}

PracticeBench::PracticeBench(practice::PracticeOptions options)
    : m_now(std::make_shared<QDateTime>(QDate(2026, 11, 19), QTime(6, 32), Qt::UTC))
{
    options.now = [now = m_now] { return *now; };
    m_cloud = std::make_unique<practice::PracticeCloud>(options);
    if (!m_cloud->start())
        qWarning("the practice cloud did not start");
}

Draft PracticeBench::draft(const QString &action, const QMap<QString, QString> &parameters) const
{
    Draft draft;
    draft.action = action;
    draft.parameters = parameters;
    draft.host = QUrl(m_cloud->origin()).authority().toLatin1();
    draft.keyId = m_cloud->accessKeyId();
    draft.secret = m_cloud->accessKeySecret().toUtf8();
    draft.time = *m_now;
    return draft;
}

RawReply PracticeBench::send(const Draft &draft) const
{
    return RawClient(m_cloud->origin()).exchange(signedRequest(draft));
}

RawReply PracticeBench::call(const QString &action, const QMap<QString, QString> &parameters) const
{
    return send(draft(action, parameters));
}

RawReply PracticeBench::startUpgrade(const QString &id, QMap<QString, QString> parameters) const
{
    parameters.insert(QStringLiteral("InstanceId"), id);
    return call(QStringLiteral("ModifyInstanceMinorVersion"), parameters);
}

QJsonObject PracticeBench::attribute(const QString &id) const
{
    const QJsonObject body =
        call(QStringLiteral("DescribeInstanceAttribute"), {{QStringLiteral("InstanceId"), id}}).json();
    return body.value(QLatin1String("Instances"))
        .toObject()
        .value(QLatin1String("DBInstanceAttribute"))
        .toArray()
        .at(0)
        .toObject();
}

QJsonObject PracticeBench::version(const QString &id) const
{
    return call(QStringLiteral("DescribeEngineVersion"), {{QStringLiteral("InstanceId"), id}}).json();
}

QString PracticeBench::status(const QString &id) const
{
    return attribute(id).value(QLatin1String("InstanceStatus")).toString();
}

QString PracticeBench::wire(std::chrono::seconds fromNow) const
{
    return m_now->addSecs(fromNow.count()).toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss")) + u'Z';
}

QJsonArray PracticeBench::tasks(QMap<QString, QString> filters) const
{
    filters.insert(QStringLiteral("FromStartTime"), wire(-std::chrono::hours(29 * 24)));
    filters.insert(QStringLiteral("ToStartTime"), wire(std::chrono::hours(24)));
    filters.insert(QStringLiteral("PageSize"), QStringLiteral("100"));
    return call(QStringLiteral("DescribeHistoryTasks"), filters)
        .json()
        .value(QLatin1String("Items"))
        .toArray();
}

QJsonObject PracticeBench::task(const QString &id) const
{
    return tasks({{QStringLiteral("InstanceId"), id}}).at(0).toObject();
}

QString PracticeBench::idOf(const QString &name) const
{
    for (const auto &seed : m_cloud->instances()) {
        if (seed.name == name)
            return seed.id.value;
    }
    return {};
}

} // namespace uplift::test
