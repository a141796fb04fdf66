// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/draft.h"
#include "accounts/foundcredential.h"
#include "core/worker.h"
#include "profiles/workspacestore.h"

#include <QObject>

#include <functional>

namespace uplift::accounts {

/// One found entry the user chose.
struct ImportChoice {
    FoundCredential found;
    QString name; ///< of the new account; empty: suggestedName(). Taken names get a number
    Environment environment = Environment::Production;
    profiles::SecretPlace secretPlace = profiles::SecretPlace::Keychain;
};

/// What became of one choice, in the order of the choices.
struct ImportResult {
    QString name; ///< of the account, as it was stored or would have been
    Result<AccountId> account; ///< or why it was not stored; nothing of it is kept then
};

/// The account a choice makes. Moves the key out of it.
[[nodiscard]] Draft draftOf(const profiles::Workspace &workspace, ImportChoice choice);

/// Saves choices one after the other, so that one unlock prompt is open at most. A choice that is not
/// importable is answered with its explanation. Deletes itself. See Accounts::importFound().
class ImportRun : public QObject {
public:
    using Save = std::function<void(Draft, QObject *, Handler<AccountId>)>;
    ImportRun(const profiles::WorkspaceStore &workspace, std::vector<ImportChoice> choices, Save save,
              Answer<QList<ImportResult>> answer, QObject *parent);
    void start() { next(); }

private:
    void next();

    const profiles::WorkspaceStore &m_workspace;
    std::vector<ImportChoice> m_choices;
    std::size_t m_at = 0;
    Save m_save;
    Answer<QList<ImportResult>> m_answer;
    QList<ImportResult> m_results;
};

} // namespace uplift::accounts
