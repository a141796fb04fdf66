// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/loglines.h"

#include <QCoreApplication>
#include <QGuiApplication>

#include <algorithm>

namespace uplift::ui {

namespace {

QString kindName(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::Cancelled:
        return QStringLiteral("cancelled");
    case Error::Kind::Offline:
        return QStringLiteral("offline");
    case Error::Kind::TimedOut:
        return QStringLiteral("timed out");
    case Error::Kind::Tls:
        return QStringLiteral("tls");
    case Error::Kind::Proxy:
        return QStringLiteral("proxy");
    case Error::Kind::Denied:
        return QStringLiteral("denied");
    case Error::Kind::Throttled:
        return QStringLiteral("throttled");
    case Error::Kind::NotFound:
        return QStringLiteral("not found");
    case Error::Kind::Conflict:
        return QStringLiteral("conflict");
    case Error::Kind::Rejected:
        return QStringLiteral("rejected");
    case Error::Kind::Server:
        return QStringLiteral("server");
    case Error::Kind::BadReply:
        return QStringLiteral("bad reply");
    case Error::Kind::Input:
        return QStringLiteral("input");
    case Error::Kind::Storage:
        return QStringLiteral("storage");
    case Error::Kind::Keychain:
        return QStringLiteral("keychain");
    case Error::Kind::Internal:
        return QStringLiteral("internal");
    }
    return {};
}

} // namespace

QString callLine(const cloud::CallRecord &record)
{
    QString line = record.action;
    const auto add = [&line](const char *name, const QString &value) {
        if (!value.isEmpty())
            line += QStringLiteral(" %1=%2").arg(QString::fromLatin1(name), value);
    };
    add("region", record.region.value);
    add("host", record.host);
    add("status", record.httpStatus > 0 ? QString::number(record.httpStatus) : QString());
    add("code", record.code);
    add("request", record.requestId);
    add("ms", QString::number(record.took.count()));
    if (record.end != QLatin1String("replied"))
        add("end", record.end);
    if (record.change)
        line += QStringLiteral(" (changes something)");
    return line;
}

QString errorLine(const Error &error)
{
    QString line = kindName(error.kind);
    for (const QString &part : {error.code, error.requestId})
        line += part.isEmpty() ? QString() : QLatin1Char(' ') + part;
    return line + QStringLiteral(": ") + (error.detail.isEmpty() ? error.message : error.detail);
}

QString startLine()
{
    return QStringLiteral("%1 on Qt %2, %3, process %4")
        .arg(QCoreApplication::applicationVersion(), QString::fromLatin1(qVersion()),
             QGuiApplication::platformName())
        .arg(QCoreApplication::applicationPid());
}

QStringList linesWith(const QString &text, const QString &words)
{
    QStringList lines = text.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    const QStringList wanted = words.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    lines.removeIf([&wanted](const QString &line) {
        return std::any_of(wanted.begin(), wanted.end(), [&line](const QString &word) {
            return !line.contains(word, Qt::CaseInsensitive);
        });
    });
    return lines;
}

} // namespace uplift::ui
