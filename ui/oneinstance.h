// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QLockFile>
#include <QObject>

#include <chrono>
#include <functional>
#include <memory>

class QLocalServer;
class QLocalSocket;

namespace uplift::ui {

/// One process per data folder. The first one holds a lock and listens on a local socket, both named by the
/// folder's hash, in a place of this user alone; a later one asks it to come to the front. A lock whose
/// process has died counts for nothing. Where no lock can be made at all, nobody is kept from starting: the
/// journal has a lock of its own.
class OneInstance : public QObject {
    Q_OBJECT
public:
    enum class Answer {
        Raised, ///< the other one's window comes to the front
        Free, ///< the other one ended meanwhile; this process has the folder now
        None ///< it is there and does not answer
    };

    explicit OneInstance(const QString &folder, QObject *parent = nullptr);
    ~OneInstance() override;

    /// Takes the folder, if no living process has it, and listens. At once, and again and again if need be.
    [[nodiscard]] bool claim();
    /// The first half of claim(), which goes to the disk. In any thread, while no other uses this object.
    [[nodiscard]] bool lock();
    /// The other half, after lock(). A second start that came before asks again.
    void listen();
    void release();
    /// Asks who has it to come to the front, with the desktop's permission to do so (an activation token,
    /// may be empty). `done` runs once, at the latest after `patience`.
    void raiseOther(const QByteArray &token, std::chrono::milliseconds patience, QObject *context,
                    std::function<void(Answer)> done);
    [[nodiscard]] qint64 otherProcess() const; ///< who has it; 0: not known

Q_SIGNALS:
    /// Another start was made for this folder.
    void raiseRequested(const QByteArray &token);

private:
    class Asking;
    void onConnection();
    void onRequest(QLocalSocket *socket);

    QString m_name; ///< of socket and lock, without ending
    std::unique_ptr<QLockFile> m_lock;
    QLocalServer *m_server = nullptr;
    bool m_claimed = false;
};

/// What the desktop gave this process to come to the front with; call before QApplication is made, which
/// takes it away. Empty: nothing.
[[nodiscard]] QByteArray activationToken();

} // namespace uplift::ui
