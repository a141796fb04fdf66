// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/oneshotdevice.h"

#include "core/secretbytes.h"

#include <algorithm>

namespace uplift::cloud {

OneShotDevice::OneShotDevice(QByteArray body, QObject *parent) : QIODevice(parent), m_body(std::move(body))
{
    // Unbuffered: with QIODevice's own buffer some bytes could be read again.
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

OneShotDevice::~OneShotDevice() { wipe(m_body); }

bool OneShotDevice::atEnd() const { return m_read >= m_body.size(); }

qint64 OneShotDevice::bytesAvailable() const { return m_body.size() - m_read; }

bool OneShotDevice::seek(qint64) { return false; }

bool OneShotDevice::reset() { return false; }

qint64 OneShotDevice::readData(char *data, qint64 maxSize)
{
    const qint64 count = std::min<qint64>(maxSize, m_body.size() - m_read);
    if (count <= 0)
        return -1;
    std::copy_n(m_body.constData() + m_read, count, data);
    m_read += count;
    return count;
}

qint64 OneShotDevice::writeData(const char *, qint64) { return -1; }

} // namespace uplift::cloud
