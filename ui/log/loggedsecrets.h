// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "secrets/secretstore.h"
#include "ui/log/logfile.h"

namespace uplift::ui {

/// A store whose refusals go into the log, with the entry's name and never what it holds.
class LoggedSecrets : public secrets::SecretStore {
public:
    /// `store` outlives this.
    LoggedSecrets(secrets::SecretStore &store, const LogFile &log) : m_store(store), m_inlet(log.inlet()) { }

    void read(const QString &entry, QObject *context, Handler<SecretBytes> done) override;
    void write(const QString &entry, SecretBytes value, QObject *context, Handler<void> done) override;
    void remove(const QString &entry, QObject *context, Handler<void> done) override;
    void status(QObject *context, Handler<secrets::KeychainStatus> done) override;

private:
    secrets::SecretStore &m_store;
    std::shared_ptr<LogFile::Inlet> m_inlet;
};

} // namespace uplift::ui
