// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "secrets/secretstore.h"

#include <QString>

namespace uplift::secrets {

enum class Operation { Read, Write, Remove };

/// What one look at the keychain service found. Never Missing or Dismissed: those need an operation.
struct ProbeResult {
    KeychainState state = KeychainState::NoService;
    QString backend; ///< "Secret Service"
    QString detail; ///< English, for the log
};

/// How a keychain job ended, in the words of QtKeychain's error numbers.
enum class JobEnd { Done, NotFound, Refused, NoBackend, OtherError, NoAnswer };

/// Why an operation failed: the job's own word and the looks before and after it. "Not found" alone proves
/// nothing, since a locked keychain says the same (pitfalls K1).
[[nodiscard]] KeychainState judge(JobEnd end, KeychainState before, KeychainState after);

/// Ends that no state of the keychain explains.
enum class Surprise {
    EmptyValue, ///< asked to store nothing
    EmptyEntry, ///< read, and nothing is in it
    NotStored, ///< said "stored", and it is not there
    Altered, ///< stored, and something else comes back
    StillThere, ///< said "removed", and it is still there
    UnansweredWrite, ///< asked to store, and no answer came: it may be stored yet
    UnansweredRemove, ///< asked to remove, and no answer came
    NoGlib ///< Qt runs without GLib's event loop, which the Secret Service's library needs (pitfalls K6)
};

/// Error::Kind::Keychain: whole sentences that name the backend, the state and the remedy.
[[nodiscard]] Error keychainError(Operation operation, const ProbeResult &found, const QString &entry);
[[nodiscard]] Error surpriseError(Surprise surprise, const QString &backend, const QString &entry);

/// "Secret Service, unlocked"
[[nodiscard]] QString statusSentence(KeychainState state, const QString &backend);
/// English, for logs and tests: "unlocked", "dismissed", …
[[nodiscard]] QString stateName(KeychainState state);

} // namespace uplift::secrets
