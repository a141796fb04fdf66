// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/client.h"
#include "core/accesskey.h"
#include "profiles/workspacestore.h"
#include "secrets/secretstore.h"

#include <QObject>

#include <map>
#include <memory>

namespace uplift::accounts {

/// An account as the form holds it, not yet stored.
struct Draft {
    profiles::Account account; ///< a new one has an empty id
    AccessKey key; ///< when editing: empty id and secret mean "keep the stored key"
};

struct TestResult {
    CallerIdentity identity;
    cloud::ReplyInfo info; ///< host, round trip, clock offset
    int regionCount = 0; ///< regions the service lists; 0: it did not answer that
};

/// Joins an account, its secret and a client; the one place that sees all three.
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
    /// account's id.
    void save(Draft draft, QObject *context, Handler<AccountId> done);
    /// Secret and account. When the keychain cannot prove the secret gone, the account stays and the error
    /// says how to remove the secret by hand.
    void remove(const AccountId &id, QObject *context, Handler<void> done);
    /// The account's client; reads the secret once and keeps the client until the account changes.
    void client(const AccountId &id, QObject *context, Handler<std::shared_ptr<cloud::Client>> done);

Q_SIGNALS:
    void clientChanged(const uplift::AccountId &id); ///< edited or removed: old clients finish what they hold

private:
    [[nodiscard]] secrets::SecretStore &storeOf(const profiles::Account &account) const;

    profiles::WorkspaceStore &m_workspace;
    secrets::SecretStore &m_keychain;
    secrets::SecretStore &m_session;
    std::shared_ptr<cloud::Network> m_network;
    const Clock &m_clock;
    std::map<QString, std::shared_ptr<cloud::Client>> m_clients;
};

} // namespace uplift::accounts
