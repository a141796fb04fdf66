// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "secrets/secretstore.h"

#include <map>

namespace uplift::secrets {

/// Secrets "for this session only": in memory, wiped when this object goes, never anywhere else.
/// For machines without a keychain; chosen by the user, never by default. Used on one thread.
class SessionStore : public SecretStore {
public:
    void read(const QString &entry, QObject *context, Handler<SecretBytes> done) override;
    void write(const QString &entry, SecretBytes value, QObject *context, Handler<void> done) override;
    void remove(const QString &entry, QObject *context, Handler<void> done) override;
    void status(QObject *context, Handler<KeychainStatus> done) override;

    [[nodiscard]] bool holds(const QString &entry) const { return m_entries.contains(entry); }
    [[nodiscard]] std::size_t count() const { return m_entries.size(); }

private:
    std::map<QString, SecretBytes> m_entries;
};

} // namespace uplift::secrets
