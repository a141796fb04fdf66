// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/sessionstore.h"

#include "core/worker.h"
#include "secrets/keychainwords.h"

#include <QCoreApplication>

namespace uplift::secrets {

void SessionStore::read(const QString &entry, QObject *context, Handler<SecretBytes> done)
{
    const Answer<SecretBytes> answer(context, std::move(done));
    const auto found = m_entries.find(entry);
    if (found != m_entries.end())
        return answer(found->second.duplicate());
    Error error = Error::of(
        Error::Kind::Keychain,
        QCoreApplication::translate("uplift::secrets",
                                    "The secret was kept for one session only, and that session is over."),
        QCoreApplication::translate("uplift::secrets", "Enter it again, or store it in the keychain."));
    error.detail = QStringLiteral("session store, missing");
    answer(failure(std::move(error)));
}

void SessionStore::write(const QString &entry, SecretBytes value, QObject *context, Handler<void> done)
{
    const Answer<void> answer(context, std::move(done));
    if (value.isEmpty())
        return answer(failure(surpriseError(Surprise::EmptyValue, QString(), entry)));
    m_entries.insert_or_assign(entry, std::move(value));
    answer(Outcome());
}

void SessionStore::remove(const QString &entry, QObject *context, Handler<void> done)
{
    const Answer<void> answer(context, std::move(done));
    m_entries.erase(entry);
    answer(Outcome());
}

void SessionStore::status(QObject *context, Handler<KeychainStatus> done)
{
    const Answer<KeychainStatus> answer(context, std::move(done));
    KeychainStatus status;
    status.state = KeychainState::Unlocked;
    status.backend = QStringLiteral("This session only");
    status.sentence =
        QCoreApplication::translate("uplift::secrets", "This session only: nothing is written to disk");
    answer(std::move(status));
}

} // namespace uplift::secrets
