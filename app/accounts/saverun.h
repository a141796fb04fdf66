// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/draft.h"
#include "core/clock.h"
#include "core/worker.h"
#include "profiles/workspacestore.h"
#include "secrets/secretstore.h"

#include <optional>

namespace uplift::accounts {

/// Where an account's parts are kept.
struct Stores {
    profiles::WorkspaceStore &workspace;
    secrets::SecretStore &keychain;
    secrets::SecretStore &session;
    [[nodiscard]] secrets::SecretStore &of(const profiles::Account &account) const
    {
        return account.secretPlace == profiles::SecretPlace::Keychain ? keychain : session;
    }
};

/// Stores one draft: keep the old secret in hand → write the new one, which reads back → workspace file →
/// clear the place the secret moved away from. Whatever fails before the file is written is taken back.
/// Deletes itself.
class SaveRun : public QObject {
    Q_OBJECT
public:
    SaveRun(Stores stores, Draft draft, const Clock &clock, Answer<AccountId> answer, QObject *parent);
    void start();

Q_SIGNALS:
    void savedAccount(const uplift::AccountId &id, bool wasThere);
    /// A secret stays where none should be: the place it moved away from, or one that could not be taken
    /// back.
    void secretLeft(const uplift::Error &error);

private:
    [[nodiscard]] bool moves() const; ///< from the keychain to this session only, or back
    void readOld();
    void onOldRead(Result<SecretBytes> old);
    void write(SecretBytes value);
    void onWritten(const Outcome &written);
    void saveWorkspace();
    void onWorkspaceSaved(const Outcome &saved);
    void takeBack(Error error);
    void clearOldPlace();
    void fail(const Error &error);

    Stores m_stores;
    Draft m_draft;
    const Clock &m_clock;
    Answer<AccountId> m_answer;
    std::optional<profiles::Account> m_before;
    profiles::Account m_after;
    SecretBytes m_oldSecret; ///< what the written entry held before; empty: nothing
    bool m_asked = false; ///< the keychain was asked to write
    bool m_stored = false; ///< and said yes
};

} // namespace uplift::accounts
