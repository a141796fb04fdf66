// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/loggedsecrets.h"

#include "ui/log/loglines.h"

namespace uplift::ui {

namespace {

template <class T>
Handler<T> heard(const std::shared_ptr<LogFile::Inlet> &inlet, const QString &what, Handler<T> done)
{
    return [inlet, what, done = std::move(done)](Result<T> result) {
        if (!result)
            inlet->add(secrets::isMissing(result.error()) ? LogLevel::Info : LogLevel::Error,
                       QStringLiteral("keychain"),
                       QStringLiteral("%1: %2").arg(what, errorLine(result.error())));
        done(std::move(result));
    };
}

} // namespace

void LoggedSecrets::read(const QString &entry, QObject *context, Handler<SecretBytes> done)
{
    m_store.read(entry, context, heard(m_inlet, QStringLiteral("read %1").arg(entry), std::move(done)));
}

void LoggedSecrets::write(const QString &entry, SecretBytes value, QObject *context, Handler<void> done)
{
    m_store.write(entry, std::move(value), context,
                  heard(m_inlet, QStringLiteral("write %1").arg(entry), std::move(done)));
}

void LoggedSecrets::remove(const QString &entry, QObject *context, Handler<void> done)
{
    m_store.remove(entry, context, heard(m_inlet, QStringLiteral("remove %1").arg(entry), std::move(done)));
}

void LoggedSecrets::status(QObject *context, Handler<secrets::KeychainStatus> done)
{
    m_store.status(context, heard(m_inlet, QStringLiteral("status"), std::move(done)));
}

} // namespace uplift::ui
