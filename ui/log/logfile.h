// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/worker.h"
#include "ui/log/logwriter.h"

#include <QObject>

#include <memory>

namespace uplift::ui {

/// The program's log: start and end, Qt's warnings, calls in one line each, troubles of journal and keychain.
/// No secret and no body; what goes in is redacted. Readable by its owner alone. Nobody waits for it: lines
/// are written in a thread of its own.
class LogFile : public QObject {
    Q_OBJECT
public:
    /// Hands lines in, from any thread, also after the log has gone: then they are dropped.
    class Inlet {
    public:
        explicit Inlet(LogOptions options) : m_writer(std::move(options)) { }
        void add(LogLevel level, const QString &source, const QString &text);

    private:
        friend class LogFile;
        LogWriter m_writer;
        std::mutex m_mutex; ///< of m_wake
        std::function<void()> m_wake; ///< empty once the log has gone
    };

    explicit LogFile(LogOptions options, QObject *parent = nullptr);
    /// Writes what still waits.
    ~LogFile() override;

    void add(LogLevel level, const QString &source, const QString &text)
    {
        m_inlet->add(level, source, text);
    }
    [[nodiscard]] const std::shared_ptr<Inlet> &inlet() const { return m_inlet; }
    [[nodiscard]] QString path() const { return m_inlet->m_writer.path(); } ///< of the file being written
    /// The newest lines, oldest first, after those that wait now were written.
    void read(qint64 bytes, QObject *context, Handler<QString> done);

Q_SIGNALS:
    /// It cannot be written: once, until it could be again. Nothing else is affected.
    void failed(const uplift::Error &error);

private:
    void wake(); ///< in whatever thread handed a line in, while the inlet is held
    static void write(const std::shared_ptr<Inlet> &inlet, const QPointer<LogFile> &self);

    std::shared_ptr<Inlet> m_inlet;
    Worker m_worker; ///< last: joined before the rest goes
};

} // namespace uplift::ui
