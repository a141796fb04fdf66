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
    begin(); // so that it finishes
    m_thread.quit();
    m_thread.wait();
}

} // namespace uplift
