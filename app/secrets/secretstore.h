// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/secretbytes.h"

#include <QObject>
#include <QString>

namespace uplift::secrets {

/// The seven states of a keychain that must be told apart in words (pitfalls, section 2), plus "works".
enum class KeychainState {
    Unlocked, ///< ready; entry there or not there
    Missing, ///< unlocked, and this entry does not exist
    Locked, ///< locked; reading or writing asks the user
    Dismissed, ///< the unlock prompt was dismissed or could not be shown
    NoService, ///< no Secret Service (or other keychain) on the session bus
    NoBus, ///< no session bus at all
    Hung, ///< it does not answer within the deadline
    Denied ///< it answered and refused
};

struct KeychainStatus {
    KeychainState state = KeychainState::NoService;
    QString backend; ///< "Secret Service", "KWallet", "This session only"
    QString sentence; ///< translated: "Secret Service, unlocked"
};

/// Keeps secret bytes under entry names like account/<uuid>. Answers once, later, on the caller's thread,
/// unless `context` goes first. Errors are Error::Kind::Keychain.
class SecretStore {
public:
    virtual ~SecretStore() = default;
    virtual void read(const QString &entry, QObject *context, Handler<SecretBytes> done) = 0;
    /// Reads back and compares before it says yes.
    virtual void write(const QString &entry, SecretBytes value, QObject *context, Handler<void> done) = 0;
    /// Says yes only when the entry is known to be gone.
    virtual void remove(const QString &entry, QObject *context, Handler<void> done) = 0;
    virtual void status(QObject *context, Handler<KeychainStatus> done) = 0;
};

/// Does this error of read() say that the store is open and has no such entry? Anything else may hide one.
[[nodiscard]] bool isMissing(const Error &error);

} // namespace uplift::secrets
