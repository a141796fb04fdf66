// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accounts.h"
#include "ui/widgets/note.h"

namespace uplift::ui {

/// The verdict of an account's test in a note.
struct TestNote {
    NoteKind kind = NoteKind::Green;
    QString title;
    QString text;
};

/// Green; amber for a root key or a clock that is off by a minute or more.
[[nodiscard]] TestNote testNote(const accounts::TestResult &result);
/// Red: what happened, what to do next, and what to quote.
[[nodiscard]] TestNote testNote(const Error &error);

/// Does a keychain in this state keep what it is given, if need be after asking the user?
[[nodiscard]] bool keepsSecrets(secrets::KeychainState state);
/// "Kept in the system keychain (Secret Service, unlocked). Only “····X7Qd” is written to disk."
[[nodiscard]] QString keychainSentence(const secrets::KeychainStatus &status, const QString &keyId);

} // namespace uplift::ui
