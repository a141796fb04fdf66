// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/doctor.h"
#include "accounts/draft.h"
#include "accounts/importrun.h"
#include "accounts/rolerun.h"
#include "accounts/saverun.h"
#include "accounts/testrun.h"
#include "cloud/client.h"

#include <QObject>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace uplift::accounts {

/// Joins an account, its secret and a client; the one place that sees all three.
/// Every handler runs once, later, on this thread, unless its context or this object goes first.
class Accounts : public QObject {
    Q_OBJECT
public:
    Accounts(profiles::WorkspaceStore &workspace, secrets::SecretStore &keychain,
             secrets::SecretStore &session, std::shared_ptr<cloud::Network> network, const Clock &clock,
             QObject *parent = nullptr);
    ~Accounts() override;

    /// GetCallerIdentity and DescribeRegions with the draft's key (or the stored one). Stores nothing.
    void test(Draft draft, QObject *context, Handler<TestResult> done);
    /// Secret first (read back), then the workspace file; an error leaves what was there before. Answers the
    /// account's id. The name of the keychain entry, its backend and the key's tail are set here, whatever
    /// the draft says.
    void save(Draft draft, QObject *context, Handler<AccountId> done);
    /// Secret and account. When the keychain cannot prove the secret gone, the account stays and the error
    /// says how to remove the secret by hand.
    void remove(const AccountId &id, QObject *context, Handler<void> done);
    /// The account alone, for a user who was told why remove() failed: its secret may stay in the keychain.
    void removeAccountOnly(const AccountId &id, QObject *context, Handler<void> done);
    /// The account's client, which signs with the last of its roles' keys when it has roles: assumed here,
    /// renewed before they expire, one renewal at a time; an older client goes on until its own key ends.
    /// Reads the secret once and keeps the client until the account changes. Those who ask while it is being
    /// read share that one read, and so one unlock prompt.
    void client(const AccountId &id, QObject *context, Handler<std::shared_ptr<cloud::Client>> done);
    /// Until when the stored key of an account is valid, UTC: nothing while it was not read yet, an invalid
    /// time when it does not expire or none is known. Keys of roles are renewed here and do not count.
    [[nodiscard]] std::optional<QDateTime> keyExpires(const AccountId &id) const;

    /// Saves what the user chose among found credentials, one after the other, through save(). Never fails as
    /// a whole: one result per choice, in their order.
    void importFound(std::vector<ImportChoice> choices, QObject *context, Handler<QList<ImportResult>> done);
    /// Finds out with read-only calls what the account may do. Fails when there is no client to ask with; an
    /// AssumeRole that is denied is a finding. `permissions` outlives the answer.
    /// `progress` hears how many of the read actions were answered. Once `context` goes, nothing more is
    /// asked.
    void diagnose(const AccountId &id, const DoctorQuestion &question, const Permissions &permissions,
                  QObject *context, Handler<DoctorReport> done,
                  std::function<void(int answered, int asked)> progress = {});

Q_SIGNALS:
    void clientChanged(const uplift::AccountId &id); ///< edited or removed: old clients finish what they hold
    /// A key stays in a keychain that could not be cleared, after a move to another place or a save that was
    /// taken back; the error says how to remove it by hand.
    void secretLeft(const uplift::Error &error);

private:
    using ClientAnswer = Answer<std::shared_ptr<cloud::Client>>;
    struct Opened {
        std::shared_ptr<cloud::Client> base; ///< with the stored key
        std::optional<QDateTime> expires; ///< of the stored key
        RoleClient role; ///< of an account with roles, once they were assumed
    };

    void readKey(const profiles::Account &account);
    void onKeyRead(const profiles::Account &asked, const Result<SecretBytes> &read);
    void assumeRoles(const profiles::Account &account);
    void onRolesAssumed(const AccountId &id, const Result<RoleClient> &assumed);
    void diagnoseWithout(const profiles::Account &account, const DoctorQuestion &question,
                         const Permissions &permissions, const Error &error,
                         const Answer<DoctorReport> &answer) const;
    void tellWaiting(const AccountId &id, const Result<std::shared_ptr<cloud::Client>> &result);
    [[nodiscard]] Result<AccessKey> keyFrom(const profiles::Account &account,
                                            const Result<SecretBytes> &read) const;
    void forget(const AccountId &id);
    void dropFromWorkspace(const AccountId &id, const Answer<void> &answer);
    [[nodiscard]] const profiles::Account *account(const AccountId &id) const;
    void testWith(const profiles::Account &account, AccessKey key, const Answer<TestResult> &answer);

    Stores m_stores;
    std::shared_ptr<cloud::Network> m_network;
    const Clock &m_clock;
    std::map<AccountId, Opened> m_opened;
    std::map<AccountId, std::vector<ClientAnswer>> m_waiting; ///< for a key that is being read
    std::set<AccountId> m_changedWhileRead;
    std::map<AccountId, profiles::RoleRule> m_refusedRoles; ///< the one that stopped the chain last time
};

} // namespace uplift::accounts
