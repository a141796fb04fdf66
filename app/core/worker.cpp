// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker.h"

namespace uplift {

Worker::Worker(const QString &name) : m_object(new QObject)
{
    m_thread.setObjectName(name);
    m_object->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_object, &QObject::deleteLater);
}

void Worker::begin()
{
    if (!m_begun.exchange(true))
        m_thread.start();
}

Worker::~Worker()
{
    if (!m_begun) {
        // It has nothing to finish, and may not begin now: a dropped answer may be what ends us, while the
        // application itself goes and holds locks that a new thread would wait for.
        delete m_object;
        return;
    }
    m_thread.quit();
    m_thread.wait();
}

} // namespace uplift
