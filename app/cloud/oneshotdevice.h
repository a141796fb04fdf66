// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QIODevice>

namespace uplift::cloud {

/// Upload data that can be read once and never again, so that Qt's network layer cannot send a request twice
/// behind our back (pitfalls N1): sequential, refuses to seek or reset, may hold zero bytes. Wipes what it
/// held.
class OneShotDevice : public QIODevice {
public:
    explicit OneShotDevice(QByteArray body, QObject *parent = nullptr);
    ~OneShotDevice() override;

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] bool atEnd() const override;
    [[nodiscard]] qint64 bytesAvailable() const override;
    /// Always false, and quietly: QIODevice's own would warn.
    bool seek(qint64 position) override;
    bool reset() override;

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    QByteArray m_body;
    qsizetype m_read = 0;
};

} // namespace uplift::cloud
