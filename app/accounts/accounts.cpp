// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/accounts.h"

namespace uplift::accounts {

namespace {

/// An account inside a VPC that does not say where the VPC is: where its first saved instance is.
ConnectionSettings connectionOf(const profiles::Account &account, const profiles::Workspace &workspace)
{
    ConnectionSettings connection = account.connection;
    if (connection.endpoint.kind != EndpointRule::Kind::Vpc || !connection.endpoint.home.isEmpty())
        return connection;
    for (const profiles::Profile &profile : workspace.profiles) {
        if (profile.account != account.id)
            continue;
        connection.endpoint.home = profile.region;
        break;
    }
    return connection;
}

} // namespace

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
        return testWith(draft.account, std::move(draft.key), answer);
    const profiles::Account *stored = account(draft.account.id);
    if (!stored)
        return answer(failure(noSuchAccountError()));
    m_stores.of(*stored).read(
        stored->keychainEntry, this,
        [this, account = *stored, tried = draft.account, answer](const Result<SecretBytes> &read) {
            Result<AccessKey> key = keyFrom(account, read);
            if (!key)
                return answer(failure(key.error()));
            testWith(tried, std::move(*key), answer);
        });
}

void Accounts::testWith(const profiles::Account &account, AccessKey key, const Answer<TestResult> &answer)
{
    auto client = std::make_shared<cloud::Client>(
        m_network, connectionOf(account, m_stores.workspace.workspace()), std::move(key), m_clock);
    if (account.roles.isEmpty())
        return (new TestRun(std::move(client), answer, this))->start();
    const Answer<RoleClient> assumed(this, [this, answer](const Result<RoleClient> &reached) {
        if (!reached)
            return answer(failure(reached.error()));
        (new TestRun(reached->client, answer, this))->start();
    });
    (new RoleRun(m_network, std::move(client), account.roles, m_clock, assumed, this))->start();
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
        dropFromWorkspace(id, answer);
    });
}

void Accounts::removeAccountOnly(const AccountId &id, QObject *context, Handler<void> done)
{
    const Answer<void> answer(context, std::move(done));
    if (!account(id))
        return answer(failure(noSuchAccountError()));
    dropFromWorkspace(id, answer);
}

void Accounts::dropFromWorkspace(const AccountId &id, const Answer<void> &answer)
{
    forget(id);
    const auto next = profiles::withoutAccount(m_stores.workspace.workspace(), id);
    m_stores.workspace.save(next, this, [this, id, answer](const Outcome &saved) {
        Q_EMIT clientChanged(id);
        answer(saved);
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
        if (found->roles.isEmpty())
            return answer(opened->second.base);
        const RoleClient &role = opened->second.role;
        if (role.client && isRoleFresh(role.expires, *opened->second.base, m_clock.now()))
            return answer(role.client);
    }
    auto &waiting = m_waiting[id];
    waiting.push_back(answer);
    if (waiting.size() > 1)
        return;
    if (m_opened.contains(id))
        assumeRoles(*found);
    else
        readKey(*found);
}

std::optional<QDateTime> Accounts::keyExpires(const AccountId &id) const
{
    const auto opened = m_opened.find(id);
    if (opened == m_opened.end())
        return std::nullopt;
    return opened->second.expires.value_or(QDateTime());
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
    opened.base = std::make_shared<cloud::Client>(
        m_network, connectionOf(*now, m_stores.workspace.workspace()), std::move(*key), m_clock);
    m_opened.insert_or_assign(asked.id, opened);
    if (now->roles.isEmpty())
        return tellWaiting(asked.id, opened.base);
    assumeRoles(*now);
}

void Accounts::assumeRoles(const profiles::Account &account)
{
    const Answer<RoleClient> answer(
        this, [this, id = account.id](const Result<RoleClient> &assumed) { onRolesAssumed(id, assumed); });
    auto *run = new RoleRun(m_network, m_opened[account.id].base, account.roles, m_clock, answer, this);
    connect(run, &RoleRun::roleRefused, this, [this, id = account.id](const profiles::RoleRule &role) {
        m_refusedRoles.insert_or_assign(id, role);
    });
    m_refusedRoles.erase(account.id);
    run->start();
}

void Accounts::onRolesAssumed(const AccountId &id, const Result<RoleClient> &assumed)
{
    const profiles::Account *now = account(id);
    if (!now)
        return tellWaiting(id, failure(noSuchAccountError()));
    // Edited meanwhile: that key or those roles are the old ones.
    if (m_changedWhileRead.erase(id) > 0)
        return readKey(*now);
    Opened &opened = m_opened[id];
    if (assumed) {
        opened.role = *assumed;
        return tellWaiting(id, opened.role.client);
    }
    // The service may be busy for a moment, and the old key has a few minutes left.
    const bool lasts = opened.role.client && isRoleFresh(opened.role.expires, *opened.base, m_clock.now(), 0);
    if (lasts)
        return tellWaiting(id, opened.role.client);
    tellWaiting(id, failure(assumed.error()));
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

void Accounts::importFound(std::vector<ImportChoice> choices, QObject *context,
                           Handler<QList<ImportResult>> done)
{
    const auto store = [this](Draft draft, QObject *asking, Handler<AccountId> saved) {
        save(std::move(draft), asking, std::move(saved));
    };
    (new ImportRun(m_stores.workspace, std::move(choices), store,
                   Answer<QList<ImportResult>>(context, std::move(done)), this))
        ->start();
}

void Accounts::diagnose(const AccountId &id, const DoctorQuestion &question, const Permissions &permissions,
                        QObject *context, Handler<DoctorReport> done,
                        std::function<void(int answered, int asked)> progress)
{
    const Answer<DoctorReport> answer(context, std::move(done));
    client(id, this,
           [this, id, question, &permissions, context, progress = std::move(progress),
            answer](const auto &opened) {
               if (!answer.isWanted()) // nor is there a context any more
                   return;
               const profiles::Account *found = account(id);
               if (!found)
                   return answer(failure(noSuchAccountError()));
               if (!opened)
                   return diagnoseWithout(*found, question, permissions, opened.error(), answer);
               auto *doctor = new Doctor(*opened, question, permissions, m_clock, answer, this);
               connect(context, &QObject::destroyed, doctor, &QObject::deleteLater);
               if (progress)
                   connect(doctor, &Doctor::progress, context, progress);
               doctor->start();
           });
}

void Accounts::diagnoseWithout(const profiles::Account &account, const DoctorQuestion &question,
                               const Permissions &permissions, const Error &error,
                               const Answer<DoctorReport> &answer) const
{
    const auto refused = m_refusedRoles.find(account.id);
    cloud::ApiError denial;
    denial.code = error.code;
    if (refused == m_refusedRoles.end() || !cloud::isPermissionDenial(denial))
        return answer(failure(error));
    answer(reportWithoutRole(refused->second, question, permissions, error));
}

void Accounts::forget(const AccountId &id)
{
    m_opened.erase(id);
    m_refusedRoles.erase(id);
    if (m_waiting.contains(id))
        m_changedWhileRead.insert(id);
}

} // namespace uplift::accounts
