// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/accounts.h"

namespace uplift::accounts {

Accounts::Accounts(profiles::WorkspaceStore &workspace, secrets::SecretStore &keychain,
                   secrets::SecretStore &session, std::shared_ptr<cloud::Network> network, const Clock &clock,
                   QObject *parent)
    : QObject(parent), m_stores{workspace, keychain, session}, m_network(std::move(network)), m_clock(clock)
{
}

Accounts::~Accounts() = default;

const profiles::Account *Accounts::account(const AccountId &id) const
{
    return profiles::find(m_stores.workspace.workspace(), id);
}

void Accounts::test(Draft draft, QObject *context, Handler<TestResult> done)
{
    const Answer<TestResult> answer(context, std::move(done));
    if (const Outcome checked = checkDraft(draft, m_clock.now()); !checked)
        return answer(failure(checked.error()));
    if (hasKey(draft))
        return testWith(draft.account.connection, std::move(draft.key), answer);
    const profiles::Account *stored = account(draft.account.id);
    if (!stored)
        return answer(failure(noSuchAccountError()));
    m_stores.of(*stored).read(stored->keychainEntry, this,
                              [this, account = *stored, connection = draft.account.connection,
                               answer](const Result<SecretBytes> &read) {
                                  Result<AccessKey> key = keyFrom(account, read);
                                  if (!key)
                                      return answer(failure(key.error()));
                                  testWith(connection, std::move(*key), answer);
                              });
}

void Accounts::testWith(const ConnectionSettings &connection, AccessKey key, const Answer<TestResult> &answer)
{
    auto client = std::make_shared<cloud::Client>(m_network, connection, std::move(key), m_clock);
    (new TestRun(std::move(client), answer, this))->start();
}

void Accounts::save(Draft draft, QObject *context, Handler<AccountId> done)
{
    auto *run =
        new SaveRun(m_stores, std::move(draft), m_clock, Answer<AccountId>(context, std::move(done)), this);
    connect(run, &SaveRun::secretLeft, this, &Accounts::secretLeft);
    connect(run, &SaveRun::savedAccount, this, [this](const AccountId &id, bool wasThere) {
        forget(id);
        if (wasThere)
            Q_EMIT clientChanged(id);
    });
    run->start();
}

void Accounts::remove(const AccountId &id, QObject *context, Handler<void> done)
{
    const Answer<void> answer(context, std::move(done));
    const profiles::Account *found = account(id);
    if (!found)
        return answer(failure(noSuchAccountError()));
    m_stores.of(*found).remove(found->keychainEntry, this, [this, id, answer](const Outcome &removed) {
        if (!removed)
            return answer(failure(removed.error()));
        forget(id);
        const auto next = profiles::withoutAccount(m_stores.workspace.workspace(), id);
        m_stores.workspace.save(next, this, [this, id, answer](const Outcome &saved) {
            Q_EMIT clientChanged(id);
            answer(saved);
        });
    });
}

void Accounts::client(const AccountId &id, QObject *context, Handler<std::shared_ptr<cloud::Client>> done)
{
    const ClientAnswer answer(context, std::move(done));
    const profiles::Account *found = account(id);
    if (!found)
        return answer(failure(noSuchAccountError()));
    if (const auto opened = m_opened.find(id); opened != m_opened.end()) {
        const Outcome valid = checkNotExpired(opened->second.expires, found->name, m_clock.now());
        if (!valid)
            return answer(failure(valid.error()));
        return answer(opened->second.client);
    }
    auto &waiting = m_waiting[id];
    waiting.push_back(answer);
    if (waiting.size() == 1)
        readKey(*found);
}

void Accounts::readKey(const profiles::Account &account)
{
    m_stores.of(account).read(account.keychainEntry, this,
                              [this, account](const Result<SecretBytes> &read) { onKeyRead(account, read); });
}

void Accounts::onKeyRead(const profiles::Account &asked, const Result<SecretBytes> &read)
{
    const profiles::Account *now = account(asked.id);
    if (!now)
        return tellWaiting(asked.id, failure(noSuchAccountError()));
    // Edited while its key was read: that key or that endpoint is the old one.
    if (m_changedWhileRead.erase(asked.id) > 0)
        return readKey(*now);
    Result<AccessKey> key = keyFrom(*now, read);
    if (!key)
        return tellWaiting(asked.id, failure(key.error()));
    Opened opened;
    opened.expires = key->expires;
    opened.client = std::make_shared<cloud::Client>(m_network, now->connection, std::move(*key), m_clock);
    m_opened.insert_or_assign(asked.id, opened);
    tellWaiting(asked.id, opened.client);
}

void Accounts::tellWaiting(const AccountId &id, const Result<std::shared_ptr<cloud::Client>> &result)
{
    m_changedWhileRead.erase(id);
    auto waiting = m_waiting.extract(id);
    if (waiting.empty())
        return;
    for (const ClientAnswer &answer : waiting.mapped())
        answer(result);
}

Result<AccessKey> Accounts::keyFrom(const profiles::Account &account, const Result<SecretBytes> &read) const
{
    if (!read) {
        if (account.secretPlace == profiles::SecretPlace::SessionOnly && secrets::isMissing(read.error()))
            return failure(sessionOverError(account.name));
        return failure(read.error());
    }
    Result<AccessKey> key = fromKeychainJson(*read);
    if (!key)
        return key;
    if (const Outcome valid = checkNotExpired(key->expires, account.name, m_clock.now()); !valid)
        return failure(valid.error());
    return key;
}

void Accounts::forget(const AccountId &id)
{
    m_opened.erase(id);
    if (m_waiting.contains(id))
        m_changedWhileRead.insert(id);
}

} // namespace uplift::accounts
