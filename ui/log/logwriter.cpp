// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/logwriter.h"

#include "core/redact.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>
#include <utility>

namespace uplift::ui {

namespace {

constexpr QFile::Permissions ownerOnly = QFile::ReadOwner | QFile::WriteOwner;

QString tr(const char *text) { return QCoreApplication::translate("uplift::ui", text); }

QByteArray nameOf(LogLevel level)
{
    switch (level) {
    case LogLevel::Info:
        return QByteArrayLiteral("info");
    case LogLevel::Warning:
        return QByteArrayLiteral("warning");
    case LogLevel::Error:
        return QByteArrayLiteral("error");
    }
    return {};
}

QByteArray tailOf(const QString &path, qint64 bytes)
{
    QFile file(path);
    if (bytes <= 0 || !file.open(QIODevice::ReadOnly))
        return {};
    const bool cut = file.size() > bytes;
    if (cut && !file.seek(file.size() - bytes))
        return {};
    const QByteArray text = file.read(bytes);
    return cut ? text.mid(text.indexOf('\n') + 1) : text;
}

} // namespace

QByteArray logText(const LogLine &line)
{
    return line.when.toUTC().toString(Qt::ISODateWithMs).toLatin1() + ' ' + nameOf(line.level) + ' '
        + plainLine(line.source).toUtf8() + ": " + redacted(line.text).toUtf8() + '\n';
}

bool LogWriter::push(LogLine line)
{
    const std::lock_guard lock(m_mutex);
    if (m_waiting.size() >= m_options.maxWaiting) {
        ++m_leftOut;
        return false;
    }
    m_waiting.append(std::move(line));
    return m_waiting.size() == 1;
}

std::optional<Error> LogWriter::write()
{
    QList<LogLine> lines;
    qsizetype leftOut = 0;
    {
        const std::lock_guard lock(m_mutex);
        lines = std::exchange(m_waiting, {});
        leftOut = std::exchange(m_leftOut, 0);
    }
    if (leftOut > 0)
        lines.append({QDateTime::currentDateTimeUtc(), LogLevel::Warning, QStringLiteral("log"),
                      QStringLiteral("%1 lines came too fast and were left out").arg(leftOut)});
    bool written = true;
    for (const LogLine &line : std::as_const(lines))
        written = written && writeOne(logText(line));
    written = written && (!m_file.isOpen() || m_file.flush());
    if (written) {
        m_failing = m_failing && lines.isEmpty();
        return std::nullopt;
    }
    const QString why = m_file.errorString();
    m_file.close();
    if (std::exchange(m_failing, true))
        return std::nullopt;
    Error error = Error::of(Error::Kind::Storage,
                            //: %1 is a path
                            tr("The log cannot be written: %1").arg(path()),
                            tr("Everything else works. Make room there, or let this account write there; "
                               "the log then goes on by itself."));
    error.detail = why;
    return error;
}

bool LogWriter::writeOne(const QByteArray &text)
{
    if (!m_file.isOpen() && !open())
        return false;
    if (m_size > 0 && m_size + text.size() > m_options.maxBytes && !rotate())
        return false;
    m_size += text.size();
    return m_file.write(text) == text.size();
}

bool LogWriter::open()
{
    m_file.setFileName(path());
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Append, ownerOnly))
        return false;
    m_size = m_file.size();
    return m_file.setPermissions(ownerOnly); // also one that was there before
}

bool LogWriter::rotate()
{
    m_file.close();
    QFile::remove(path(m_options.files - 1));
    for (int age = m_options.files - 2; age >= 0; --age)
        QFile::rename(path(age), path(age + 1));
    return open();
}

Result<QString> LogWriter::newest(qint64 bytes) const
{
    QByteArray text;
    for (int age = 0; age < m_options.files; ++age)
        text.prepend(tailOf(path(age), bytes - text.size()));
    return QString::fromUtf8(text);
}

QString LogWriter::path(int age) const
{
    return QDir(m_options.folder)
        .filePath(age == 0 ? QStringLiteral("uplift.log") : QStringLiteral("uplift.%1.log").arg(age));
}

} // namespace uplift::ui
