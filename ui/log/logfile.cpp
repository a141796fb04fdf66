// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/logfile.h"

namespace uplift::ui {

void LogFile::Inlet::add(LogLevel level, const QString &source, const QString &text)
{
    if (!m_writer.push({QDateTime::currentDateTimeUtc(), level, source, text}))
        return;
    const std::lock_guard lock(m_mutex);
    if (m_wake)
        m_wake();
}

LogFile::LogFile(LogOptions options, QObject *parent)
    : QObject(parent), m_inlet(std::make_shared<Inlet>(std::move(options))), m_worker(QStringLiteral("log"))
{
    m_inlet->m_wake = [this] { wake(); };
}

void LogFile::wake()
{
    m_worker.post([inlet = std::weak_ptr(m_inlet), self = QPointer<LogFile>(this)] {
        if (const auto open = inlet.lock())
            write(open, self);
    });
}

LogFile::~LogFile()
{
    {
        const std::lock_guard lock(m_inlet->m_mutex);
        m_inlet->m_wake = nullptr;
    }
    // The worker drops jobs that have not begun, so the last lines are written as its thread ends.
    QObject::connect(
        m_worker.thread(), &QThread::finished, m_worker.object(),
        [inlet = m_inlet] { (void)inlet->m_writer.write(); }, Qt::DirectConnection);
}

void LogFile::write(const std::shared_ptr<Inlet> &inlet, const QPointer<LogFile> &self)
{
    const std::optional<Error> error = inlet->m_writer.write();
    if (error)
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [self, error] {
                if (self)
                    Q_EMIT self->failed(*error);
            },
            Qt::QueuedConnection);
}

void LogFile::read(qint64 bytes, QObject *context, Handler<QString> done)
{
    m_worker.ask<QString>(
        [inlet = m_inlet, bytes]() -> Result<QString> {
            (void)inlet->m_writer.write();
            return inlet->m_writer.newest(bytes);
        },
        context, std::move(done));
}

} // namespace uplift::ui
