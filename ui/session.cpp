// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session.h"

#include <QDir>
#include <QUuid>

#include <utility>

namespace uplift::ui {

namespace {

/// A rehearsal begins anew each time: its cloud is new, so an old practice journal would speak of what never
/// was.
QString prepared(const SessionOptions &options)
{
    if (options.practice) {
        QDir old(options.folder);
        for (const QString &file : old.entryList({QStringLiteral("journal.*"), QStringLiteral("workspace.*"),
                                                  QStringLiteral("fleet-cache.*")},
                                                 QDir::Files))
            old.remove(file);
    }
    QDir().mkpath(options.folder);
    QFile::setPermissions(options.folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return options.folder;
}

QString journalPathIn(const QString &folder)
{
    return QDir(folder).filePath(QStringLiteral("journal.sqlite"));
}

upgrade::JournalOptions journalIn(const QString &folder)
{
    upgrade::JournalOptions options;
    options.path = journalPathIn(folder);
    return options;
}

impact::ImpactTable loadedTable()
{
    // Compiled in and held by tests: it cannot be missing.
    auto table = impact::ImpactTable::fromResource();
    Q_ASSERT(table.has_value());
    return std::move(*table);
}

} // namespace

Session::Session(const SessionOptions &options, secrets::SecretStore &keychain, const Clock &clock,
                 QObject *parent)
    : QObject(parent), m_clock(clock), m_folder(options.folder), m_refreshAtStart(options.refreshAtStart),
      m_keychain(keychain),
      m_practice(options.practice ? std::make_unique<practice::PracticeCloud>(options.practiceCloud)
                                  : nullptr),
      m_workspace(QDir(prepared(options)).filePath(QStringLiteral("workspace.json"))),
      m_network(std::make_shared<cloud::Network>(options.network)),
      m_accounts(m_workspace, m_keychain, m_sessionSecrets, m_network, m_clock),
      m_fleetCache({QDir(options.folder).filePath(QStringLiteral("fleet-cache.sqlite"))}),
      m_fleet(clients(), m_clock), m_journal(journalIn(options.folder)),
      m_upgrades(m_journal, clients(), m_clock, options.intervals),
      m_batches(m_journal, m_upgrades, clients(), m_clock, options.intervals)
{
}

Session::~Session() = default;

const impact::ImpactTable &Session::impacts()
{
    if (!m_impacts)
        m_impacts = loadedTable();
    return *m_impacts;
}

QString Session::journalPath() const { return journalPathIn(m_folder); }

void Session::tryConnection(const ConnectionSettings &settings, QObject *context,
                            Handler<cloud::EndpointTrial> done)
{
    cloud::tryEndpoint(m_network, settings, {}, context, std::move(done));
}

cloud::ClientProvider Session::clients()
{
    return [this](const AccountId &account, QObject *context, Handler<std::shared_ptr<cloud::Client>> done) {
        m_accounts.client(account, context, std::move(done));
    };
}

void Session::start()
{
    m_waiting = 2;
    m_workspace.load(this, [this](const auto &loaded) { onWorkspace(loaded); });
    m_journal.open(this, [this](const Result<upgrade::JournalState> &state) {
        if (!state) {
            m_notices.append(state.error());
        } else {
            m_notices.append(state->notices);
            if (state->reason)
                m_notices.append(*state->reason);
        }
        finishOne();
    });
}

void Session::onWorkspace(const Result<profiles::WorkspaceStore::Loaded> &loaded)
{
    if (!loaded)
        m_notices.append(loaded.error());
    else if (!loaded->notice.isEmpty())
        m_notices.append(Error::of(Error::Kind::Storage, loaded->notice));
    if (m_practice)
        return fillPractice();
    finishOne();
}

QString Session::practiceName() { return tr("Practice cloud"); }

void Session::renamePractice(const QString &before)
{
    if (!m_practice)
        return;
    profiles::Workspace workspace = m_workspace.workspace();
    for (profiles::Account &account : workspace.accounts) {
        if (account.name != before)
            continue;
        account.name = practiceName();
        return m_workspace.save(workspace, this, [this](const Outcome &saved) {
            if (!saved)
                Q_EMIT noticed(saved.error());
        });
    }
}

void Session::fillPractice()
{
    if (!m_practice->start()) {
        m_notices.append(Error::of(Error::Kind::Internal,
                                   tr("The practice cloud did not start: %1").arg(m_practice->error())));
        return finishOne();
    }
    accounts::Draft draft;
    draft.account.name = practiceName();
    draft.account.environment = Environment::Development;
    draft.account.connection.endpoint = {EndpointRule::Kind::Custom, m_practice->origin()};
    draft.account.connection.proxy.kind = ProxyRule::Kind::None;
    draft.account.secretPlace = profiles::SecretPlace::SessionOnly;
    draft.key.id = m_practice->accessKeyId();
    QByteArray secret = m_practice->accessKeySecret().toUtf8();
    draft.key.secret = SecretBytes(secret);
    wipe(secret);
    m_accounts.save(std::move(draft), this, [this](const Result<AccountId> &account) {
        if (!account) {
            m_notices.append(account.error());
            return finishOne();
        }
        seedPractice(*account);
    });
}

void Session::seedPractice(const AccountId &account)
{
    profiles::Workspace workspace = m_workspace.workspace();
    for (const practice::PracticeCloud::Seed &seed : m_practice->instances()) {
        profiles::Profile profile;
        profile.id = {QUuid::createUuid().toString(QUuid::WithoutBraces)};
        profile.name = seed.name;
        profile.account = account;
        profile.region = seed.region;
        profile.instance = seed.id;
        profile.environment = seed.environment;
        profile.group = seed.group;
        workspace.profiles.append(profile);
    }
    m_workspace.save(workspace, this, [this](const Outcome &saved) {
        if (!saved)
            m_notices.append(saved.error());
        finishOne();
    });
}

void Session::finishOne()
{
    if (--m_waiting > 0)
        return;
    m_upgrades.resume(this, [this](const Outcome &upgrades) {
        if (!upgrades)
            m_notices.append(upgrades.error());
        m_batches.resume(this, [this](const Outcome &batches) { onResumed(batches); });
    });
}

void Session::onResumed(const Outcome &resumed)
{
    if (!resumed)
        m_notices.append(resumed.error());
    m_ready = true;
    connect(&m_fleetCache, &fleet::FleetCache::noticed, this, &Session::noticed);
    m_fleet.attach(&m_fleetCache);
    heedWorkspace();
    connect(&m_workspace, &profiles::WorkspaceStore::changed, this, &Session::heedWorkspace);
    connect(&m_accounts, &accounts::Accounts::clientChanged, &m_fleet, &fleet::Fleet::refreshAccount);
    Q_EMIT ready();
}

void Session::heedWorkspace()
{
    const profiles::Workspace &workspace = m_workspace.workspace();
    QList<AccountId> accounts;
    for (const profiles::Account &account : workspace.accounts)
        accounts.append(account.id);
    QList<AccountId> added = accounts;
    const QList<fleet::AccountView> before = m_fleet.accounts();
    for (const fleet::AccountView &account : before)
        added.removeOne(account.account);
    m_fleet.setAccounts(accounts);
    QList<fleet::InstanceKey> keys;
    for (const profiles::Profile &profile : workspace.profiles)
        keys.append({profile.account, profile.region, profile.instance});
    m_fleet.setPinned(keys);
    // The first time they are those that were there at the start.
    const bool starting = !std::exchange(m_heeded, true);
    if (starting && !m_refreshAtStart)
        return;
    for (const AccountId &account : std::as_const(added))
        m_fleet.refreshAccount(account);
}

} // namespace uplift::ui
