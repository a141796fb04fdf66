// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/practicecloud.h"
#include "practice/signer.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpSocket>

#include <memory>

namespace uplift::test {

/// The text of one field; empty when it is not there or no text.
inline QString textOf(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1String(name)).toString();
}

/// One reply as it came, or that the connection ended.
struct RawReply {
    int status = 0; ///< 0: the connection ended before a whole reply
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;
    QByteArray rest; ///< what came without being a whole reply

    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
    [[nodiscard]] QString code() const { return json().value(QLatin1String("Code")).toString(); }
};

/// A connection that writes bytes and reads one reply, and never sends anything twice.
class RawClient {
public:
    explicit RawClient(const QString &origin);
    RawReply exchange(const QByteArray &bytes);
    void write(const QByteArray &bytes);
    RawReply read();
    [[nodiscard]] bool isOpen() const { return m_socket.state() == QAbstractSocket::ConnectedState; }

private:
    QTcpSocket m_socket;
    QByteArray m_buffer;
};

/// A practice cloud whose clock the test moves, and a way to call it.
class PracticeBench {
public:
    explicit PracticeBench(practice::PracticeOptions options = {});

    /// A draft signed by the cloud's own key at the bench's time.
    [[nodiscard]] Draft draft(const QString &action, const QMap<QString, QString> &parameters = {}) const;
    [[nodiscard]] RawReply send(const Draft &draft) const;
    [[nodiscard]] RawReply call(const QString &action, const QMap<QString, QString> &parameters = {}) const;
    [[nodiscard]] RawReply startUpgrade(const QString &id, QMap<QString, QString> parameters = {}) const;
    [[nodiscard]] QJsonObject attribute(const QString &id) const;
    [[nodiscard]] QJsonObject version(const QString &id) const;
    [[nodiscard]] QString status(const QString &id) const;
    /// The newest task of an instance; empty when there is none.
    [[nodiscard]] QJsonObject task(const QString &id) const;
    /// The tasks of all instances that fit `filters`, newest first; at most a page of 100.
    [[nodiscard]] QJsonArray tasks(QMap<QString, QString> filters) const;
    [[nodiscard]] QString idOf(const QString &name) const;
    [[nodiscard]] QString idOf(const char *name) const { return idOf(QLatin1String(name)); }
    /// "2026-11-19T06:32:00Z", some time from now.
    [[nodiscard]] QString wire(std::chrono::seconds fromNow = {}) const;
    void pass(std::chrono::milliseconds time) { *m_now = m_now->addMSecs(time.count()); }
    [[nodiscard]] QDateTime now() const { return *m_now; }

    practice::PracticeCloud &cloud() { return *m_cloud; }

private:
    std::shared_ptr<QDateTime> m_now;
    std::unique_ptr<practice::PracticeCloud> m_cloud;
};

} // namespace uplift::test
