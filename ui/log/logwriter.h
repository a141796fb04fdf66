// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QDateTime>
#include <QFile>
#include <QList>
#include <QString>

#include <mutex>
#include <optional>

namespace uplift::ui {

enum class LogLevel { Info, Warning, Error };

/// One line as it was handed in: not redacted yet.
struct LogLine {
    QDateTime when; ///< UTC
    LogLevel level = LogLevel::Info;
    QString source; ///< one word: "call", "qt", "keychain"
    QString text;
};

struct LogOptions {
    QString folder; ///< uplift.log lies in it, older ones beside it as uplift.1.log, uplift.2.log
    qint64 maxBytes = 1024 * 1024; ///< of each file
    int files = 3; ///< with the one being written
    qsizetype maxWaiting = 10'000; ///< lines; further ones are counted and left out
};

/// "2026-11-22T03:04:05.123Z warning qt: …": redacted (core/redact.h), one line, and its end.
[[nodiscard]] QByteArray logText(const LogLine &line);

/// What waits to be written, and the files. push() is for any thread and never waits for a disk; the rest is
/// for one other thread.
class LogWriter {
public:
    explicit LogWriter(LogOptions options) : m_options(std::move(options)) { }

    /// Whether write() must be called, since nobody was asked to since it last ran.
    [[nodiscard]] bool push(LogLine line);
    /// Writes what waits. The error that prevented it: said once, until a line was written again.
    std::optional<Error> write();
    /// The newest whole lines, oldest first, at most `bytes` of them; empty when there is none.
    [[nodiscard]] Result<QString> newest(qint64 bytes) const;

    [[nodiscard]] QString path(int age = 0) const; ///< 0: the one being written

private:
    [[nodiscard]] bool open();
    [[nodiscard]] bool rotate();
    [[nodiscard]] bool writeOne(const QByteArray &text);

    const LogOptions m_options;
    std::mutex m_mutex; ///< of the two below; held for moments
    QList<LogLine> m_waiting;
    qsizetype m_leftOut = 0;
    QFile m_file;
    qint64 m_size = 0; ///< of m_file, with what it has not written yet
    bool m_failing = false;
};

} // namespace uplift::ui
