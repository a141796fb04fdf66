// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accounts.h"
#include "cloud/endpointtrial.h"
#include "cloud/network.h"
#include "core/clock.h"
#include "fleet/fleet.h"
#include "fleet/fleetcache.h"
#include "impact/rules.h"
#include "practice/practicecloud.h"
#include "profiles/workspacestore.h"
#include "secrets/sessionstore.h"
#include "upgrade/batches.h"
#include "upgrade/journal.h"
#include "upgrade/upgrades.h"

#include <QObject>

#include <memory>
#include <optional>

namespace uplift::ui {

/// Where a session keeps its state, and whether it is a rehearsal.
struct SessionOptions {
    QString folder; ///< made 0700 when missing
    bool practice = false;
    practice::PracticeOptions practiceCloud;
    upgrade::Intervals intervals;
    cloud::NetworkOptions network;
    bool refreshAtStart = true; ///< else the list stands as it was last seen
};

/// Every object behind one window, made in order and destroyed in reverse. No widgets.
class Session : public QObject {
    Q_OBJECT
public:
    Session(const SessionOptions &options, secrets::SecretStore &keychain, const Clock &clock,
            QObject *parent = nullptr);
    ~Session() override;

    /// Reads workspace and journal, off the main thread; ready() once both answered.
    void start();
    [[nodiscard]] bool isReady() const { return m_ready; }
    [[nodiscard]] bool isPractice() const { return m_practice != nullptr; }
    /// What the user must be told about the files: set aside, read-only, locked by another window.
    [[nodiscard]] const QList<Error> &notices() const { return m_notices; }

    [[nodiscard]] const QString &folder() const { return m_folder; }
    [[nodiscard]] QString journalPath() const;
    [[nodiscard]] const Clock &clock() const { return m_clock; }
    [[nodiscard]] profiles::WorkspaceStore &workspace() { return m_workspace; }
    [[nodiscard]] secrets::SecretStore &keychain() { return m_keychain; }
    [[nodiscard]] accounts::Accounts &accounts() { return m_accounts; }
    /// Reaches the endpoint with these settings, without a key.
    void tryConnection(const ConnectionSettings &settings, QObject *context,
                       Handler<cloud::EndpointTrial> done);
    [[nodiscard]] cloud::ClientProvider clients(); ///< how others get an account's signed client
    [[nodiscard]] fleet::Fleet &fleet() { return m_fleet; }
    [[nodiscard]] upgrade::Journal &journal() { return m_journal; }
    [[nodiscard]] upgrade::Upgrades &upgrades() { return m_upgrades; }
    [[nodiscard]] upgrade::Batches &batches() { return m_batches; }
    /// Read when first asked for: no window opens with an impact on it.
    [[nodiscard]] const impact::ImpactTable &impacts();
    [[nodiscard]] practice::PracticeCloud *practice() const { return m_practice.get(); }
    [[nodiscard]] static QString practiceName(); ///< of the practice cloud's account, in the language in use
    /// After a change of the language: its account bears practiceName(), unless the user renamed it from
    /// `before`.
    void renamePractice(const QString &before);

Q_SIGNALS:
    void ready();
    void noticed(const uplift::Error &notice); ///< later than ready()

private:
    void onWorkspace(const Result<profiles::WorkspaceStore::Loaded> &loaded);
    void fillPractice();
    void seedPractice(const AccountId &account);
    void finishOne();
    void onResumed(const Outcome &resumed);
    void heedWorkspace();

    const Clock &m_clock;
    QString m_folder;
    bool m_refreshAtStart;
    secrets::SecretStore &m_keychain;
    std::optional<impact::ImpactTable> m_impacts;
    std::unique_ptr<practice::PracticeCloud> m_practice;
    secrets::SessionStore m_sessionSecrets;
    profiles::WorkspaceStore m_workspace;
    std::shared_ptr<cloud::Network> m_network;
    accounts::Accounts m_accounts;
    fleet::FleetCache m_fleetCache;
    fleet::Fleet m_fleet;
    upgrade::Journal m_journal;
    upgrade::Upgrades m_upgrades;
    upgrade::Batches m_batches;
    QList<Error> m_notices;
    int m_waiting = 0;
    bool m_ready = false;
    bool m_heeded = false; ///< the workspace, for the first time
};

} // namespace uplift::ui
