// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/accesskey.h"
#include "profiles/workspace.h"

namespace uplift::accounts {

/// An account as the form holds it, not yet stored.
struct Draft {
    profiles::Account account; ///< a new one has an empty id
    AccessKey key; ///< when editing: empty id and secret mean "keep the stored key"
};

/// Was any part of a key typed?
[[nodiscard]] bool hasKey(const Draft &draft);

/// What can be said before anything is sent or stored. Error::Kind::Input; fields endpoint, home, proxy,
/// those of checkRoles() and those of checkAccessKey(). A key is demanded of a new account, and checked when
/// any part of it was typed.
[[nodiscard]] Outcome checkDraft(const Draft &draft, const QDateTime &now);

/// A stored temporary key whose time is over cannot sign: Error::Kind::Denied with the remedy.
[[nodiscard]] Outcome checkNotExpired(const std::optional<QDateTime> &expires, const QString &account,
                                      const QDateTime &now);

/// For an account kept for one session only whose session is over.
[[nodiscard]] Error sessionOverError(const QString &account);
[[nodiscard]] Error noSuchAccountError();

} // namespace uplift::accounts
