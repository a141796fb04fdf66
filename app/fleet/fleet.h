// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/client.h"
#include "core/clock.h"
#include "fleet/accountlisting.h"
#include "fleet/notespool.h"
#include "fleet/questions.h"

#include <QHash>
#include <QObject>
#include <QQueue>
#include <QSet>
#include <QTimer>

#include <chrono>
#include <memory>
#include <optional>

namespace uplift::fleet {

class FleetCache;

/// How one region of one account stands.
struct RegionView {
    enum class State {
        Waiting, ///< known, not asked yet
        Asking,
        Complete,
        Partial, ///< some pages did not come, or were not enough: nothing is called gone
        Failed
    };
    AccountId account;
    Region region;
    State state = State::Waiting;
    Shared<Error> error; ///< Partial, Failed
    Shared<Error> versionError; ///< why the versions of this region were given up; instances are listed
    int instances = 0; ///< known here and not gone
    int total = -1; ///< as the service says; -1: not told
    QDateTime when; ///< UTC, last complete list; invalid: never
};

/// How one account stands as a whole.
struct AccountView {
    enum class State { Waiting, Asking, Listed, Failed };
    AccountId account;
    State state = State::Waiting;
    Shared<Error> error; ///< Failed: no client, or no list of regions
    bool customEndpoint = false; ///< one origin serves every region
    QDateTime when; ///< UTC, last time all regions ended
};

struct FleetProgress {
    int regionsDone = 0;
    int regionsTotal = 0;
    int instances = 0; ///< known, without those gone
    int versionsDone = 0; ///< instances whose version is known and fresh, or was asked in vain
    int versionsTotal = 0;
    bool running = false; ///< until the last version came, or stop()
};

/// Every instance of every region and account, with its version: refreshed in place, one list. Lives in the
/// main thread and never holds it for long: changes are told in batches.
///
/// An instance is gone when a complete list of its region lacks it and the service, asked for its id
/// directly, does not know it either; or when DescribeInstanceAttribute says so. A failed or partial list, or
/// a direct question without an answer, changes nothing.
class Fleet : public QObject {
    Q_OBJECT
public:
    Fleet(cloud::ClientProvider clients, const Clock &clock, FleetOptions options = {},
          QObject *parent = nullptr);
    ~Fleet() override;

    /// Exactly these from now on. What is known of others is dropped; new ones are not asked by themselves.
    void setAccounts(const QList<AccountId> &accounts);
    /// Saved profiles: known, and asked for, even if no list holds them.
    void setPinned(const QList<InstanceKey> &keys);
    /// What the user looks at: asked first, as far as it is not fresh. At most 300 are heeded.
    void setOnScreen(const QList<InstanceKey> &keys);

    /// Reads the lists of all accounts that are not being read already, then what is stale.
    void refresh();
    /// The same for one account; begins anew when it is being read.
    void refreshAccount(const AccountId &account);
    void refreshRegion(const AccountId &account, const RegionId &region);
    /// Asks for attribute and version of one instance, however fresh they are.
    void refresh(const InstanceKey &key);
    /// One more, asked for when it is new or its attributes are not fresh; kept until the program ends.
    void want(const InstanceKey &key);
    /// Drops all answers under way; what is known stays. Nothing is asked by itself until the next refresh.
    void stop();

    [[nodiscard]] const KnownInstance *find(const InstanceKey &key) const; ///< nullptr: not known
    [[nodiscard]] QList<InstanceKey> keys() const { return m_known.keys(); }
    [[nodiscard]] int count() const { return static_cast<int>(m_known.size()); }
    /// Calls `visit(const KnownInstance &)` for each, in no order.
    template <class Visit> void forEach(Visit visit) const
    {
        for (const Entry &entry : m_known)
            visit(entry.known);
    }
    [[nodiscard]] int asking() const { return m_asking; } ///< instances with a direct question under way
    [[nodiscard]] QList<RegionView> regions() const;
    [[nodiscard]] QList<AccountView> accounts() const { return m_accounts.values(); }
    [[nodiscard]] FleetProgress progress() const;

    /// What another part of the program was told of an instance that is known here.
    void learn(const InstanceKey &key, const cloud::Answered<Instance> &answer);
    void learn(const InstanceKey &key, const cloud::Answered<EngineVersion> &answer);
    /// Takes rows of an earlier run in, where nothing newer is known. Rows of other accounts are kept aside
    /// until setAccounts() names them.
    void takeCached(const QList<KnownInstance> &rows);
    /// Loads from `cache`, which must live as long, and hands every change to it.
    void attach(FleetCache *cache);

    /// Asks every region for the id, one answer: the region that knows it, or Error::Kind::NotFound.
    /// Regions that did not answer are named in the error.
    void lookInAllRegions(const AccountId &account, const InstanceId &id, QObject *context,
                          Handler<RegionId> done);

Q_SIGNALS:
    void changed(const uplift::fleet::InstanceKey &key);
    /// The same in batches of at most FleetOptions::foldSize, after their changed().
    void rowsChanged(const QList<uplift::fleet::InstanceKey> &keys);
    void listChanged(); ///< instances came or went
    void regionsChanged(); ///< regions() or accounts()
    void progressChanged();
    void askingChanged();

private:
    enum class Way {
        Close, ///< for somebody who waits: Urgency::User, and the row says that it is being asked
        Background
    };
    struct Entry {
        KnownInstance known;
        Tried tried;
        Shared<Error> detailsError;
        Shared<Error> versionError;
        std::optional<Way> detailsOpen; ///< the question under way; an older one's answer is dropped
        std::optional<Way> versionOpen;
        int detailsQuestion = 0;
        int versionQuestion = 0;
        int throttled = 0;
        bool wanted = false;
        bool awaited = false; ///< its version is queued or under way
    };
    struct RegionKey {
        AccountId account;
        RegionId region;
        friend bool operator==(const RegionKey &, const RegionKey &) = default;
        friend size_t qHash(const RegionKey &key, size_t seed = 0)
        {
            return qHashMulti(seed, key.account, key.region);
        }
    };
    /// One region of one account: its view, its instances, and its questions that wait.
    struct Lane {
        RegionView view;
        QSet<InstanceId> members;
        QQueue<InstanceId> waiting;
        int open = 0;
        int lost = 0; ///< failures in a row that concern all
        int gone = 0; ///< members that are
    };

    // fleet.cpp: what is known, and telling of it
    Entry &entryOf(const InstanceKey &key);
    Lane &laneOf(const InstanceKey &key) { return m_lanes[{key.account, key.region}]; }
    void drop(const InstanceKey &key);
    void claimCached();
    void touch(const InstanceKey &key);
    void touchRegions();
    void tellLater();
    void tell();
    void setGone(Entry &entry, bool gone);
    void setAwaited(Entry &entry, bool awaited);
    void updateAsking(Entry &entry);
    [[nodiscard]] static bool isSaved(const Entry &entry) { return entry.known.pinned || entry.wanted; }

    // fleetlists.cpp: the lists
    void beginListing(const AccountId &account, const QList<Region> &only);
    void endListings(const AccountId &account);
    void onClientKnown(const AccountId &account, bool customEndpoint);
    void onRegionsKnown(const AccountId &account, const QList<Region> &regions);
    void onPage(const RegionKey &where, const QList<Instance> &instances,
                std::optional<std::chrono::milliseconds> offset);
    void onRegionEnded(const RegionKey &where, const RegionListing &listing);
    void onListingFailed(const AccountId &account, const Error &error);
    void onListingEnded(AccountListing *listing);
    void askForAbsent(const RegionKey &where, const RegionListing &listing);
    void onAbsent(const RegionKey &where, const QList<InstanceId> &asked, const QList<Instance> &found);
    void takeListed(const InstanceKey &key, Instance facts);
    [[nodiscard]] QList<Region> knownRegions(const AccountId &account) const;

    // fleetasking.cpp: the direct questions
    void queueNeeded(const RegionKey &where);
    void queue(const InstanceKey &key);
    void clearQueue(Lane &lane);
    void pumpLater(const RegionKey &where);
    void pump();
    void pumpLane(const RegionKey &where);
    void askOnScreen();
    void ask(const InstanceKey &key, Need need, Way way);
    void askDetails(const InstanceKey &key, int question, Way way);
    void askVersion(const InstanceKey &key, int question, Way way);
    void onDetails(const InstanceKey &key, int question, Way way,
                   const Result<cloud::Answered<Instance>> &answer);
    void onVersion(const InstanceKey &key, int question, Way way,
                   const Result<cloud::Answered<EngineVersion>> &answer);
    void settleLane(const InstanceKey &key, Way way, const Error *error);
    void settle(Entry &entry);
    void takeDetails(Entry &entry, const cloud::Answered<Instance> &answer);
    void takeVersion(Entry &entry, const cloud::Answered<EngineVersion> &answer);
    void doubtVersion(Entry &entry, const Instance &before, const Instance &after);

    cloud::ClientProvider m_clients;
    const Clock &m_clock;
    FleetOptions m_options;
    QHash<InstanceKey, Entry> m_known;
    QHash<RegionKey, Lane> m_lanes;
    QHash<AccountId, AccountView> m_accounts;
    QHash<InstanceKey, KnownInstance> m_aside; ///< from the cache, of accounts not named yet
    QSet<InstanceKey> m_onScreen;
    QList<AccountListing *> m_listings; ///< under way; children of this
    QSet<RegionKey> m_toPump;
    std::unique_ptr<QObject> m_calls; ///< context of the direct questions; stop() replaces it
    NotesPool m_notes;
    FleetCache *m_cache = nullptr;
    QTimer m_telling;
    QTimer m_pumping;
    QQueue<InstanceKey> m_changed; ///< to be told
    QSet<InstanceKey> m_changedSet;
    bool m_listChanged = false;
    bool m_regionsChanged = false;
    bool m_stopped = true; ///< nothing is asked by itself
    int m_asking = 0;
    int m_awaited = 0; ///< entries whose version is awaited
    int m_gone = 0;
};

} // namespace uplift::fleet
