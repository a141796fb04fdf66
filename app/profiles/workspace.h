// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connection.h"
#include "core/ids.h"
#include "core/instance.h"
#include "core/result.h"
#include "profiles/rolerule.h"

#include <QJsonObject>
#include <QList>
#include <QString>

namespace uplift::profiles {

/// Where an account's secret lies.
enum class SecretPlace { Keychain, SessionOnly };

/// An account as the workspace file keeps it: no secret, no key id beyond its last four characters.
struct Account {
    AccountId id;
    QString name;
    Environment environment = Environment::Production;
    ConnectionSettings connection;
    SecretPlace secretPlace = SecretPlace::Keychain;
    QString keychainEntry; ///< account/<uuid>
    QString keychainBackend; ///< which backend wrote it, e.g. "Secret Service"
    QString keyTail; ///< last four characters of the AccessKey ID
    QList<RoleRule>
        roles; ///< assumed one after the other, beginning with the key's owner; empty: the key itself
    friend bool operator==(const Account &, const Account &) = default;
};

/// A saved instance profile.
struct Profile {
    ProfileId id;
    QString name;
    AccountId account;
    RegionId region;
    InstanceId instance;
    Environment environment = Environment::Production;
    QString group; ///< empty: no group
    QString notes;
    Moment moment = Moment::MaintenanceWindow;
    bool readOnly = false; ///< shown and watched, never upgraded from here
    friend bool operator==(const Profile &, const Profile &) = default;
};

/// A batch the user keeps: how it runs, and for whom.
struct SavedPlan {
    /// Where one instance is to be found. Its account need not be in the workspace any more.
    struct Member {
        AccountId account;
        RegionId region;
        InstanceId instance;
        friend bool operator==(const Member &, const Member &) = default;
    };
    PlanId id;
    QString name;
    QJsonObject rules; ///< what the upgrade room reads and writes; not looked into here
    QList<Member> members; ///< in the order chosen
    friend bool operator==(const SavedPlan &, const SavedPlan &) = default;
};

struct Workspace {
    QList<Account> accounts;
    QList<Profile> profiles;
    QList<SavedPlan> plans = {};
    friend bool operator==(const Workspace &, const Workspace &) = default;
};

/// Longest texts and most entries a workspace holds; the file's reader applies the same.
inline constexpr qsizetype maxName = 200; ///< names and groups
inline constexpr qsizetype maxNotes = 10'000;
inline constexpr qsizetype maxAccounts = 1'000;
inline constexpr qsizetype maxProfiles = 10'000;
inline constexpr qsizetype maxPlans = 200;
inline constexpr qsizetype maxPlanMembers = 10'000;
inline constexpr qsizetype maxPlanRules = 1024 * 1024; ///< bytes of compact JSON

/// Pure edits, each on a copy. Names and groups become one trimmed line, notes are trimmed; an entry without
/// an id gets a new one. Names are unique among accounts, among profiles and among plans, whatever their
/// case. Error::Kind::Input names the field (name, account, region, instanceId, group, notes, members).
[[nodiscard]] Result<Workspace> withAccount(Workspace workspace,
                                            const Account &account); ///< adds, or replaces by id
[[nodiscard]] Workspace withoutAccount(Workspace workspace, const AccountId &id); ///< and its profiles
[[nodiscard]] Result<Workspace> withProfile(Workspace workspace,
                                            const Profile &profile); ///< adds, or replaces by id
[[nodiscard]] Workspace withoutProfile(Workspace workspace, const ProfileId &id);
/// Adds, or replaces by id. Refused also when the whole would not fit into the workspace file.
[[nodiscard]] Result<Workspace> withPlan(Workspace workspace, const SavedPlan &plan);
[[nodiscard]] Workspace withoutPlan(Workspace workspace, const PlanId &id);
/// Names, group and notes as withProfile() keeps them.
[[nodiscard]] Profile tidied(Profile profile);
/// A copy with a new id, under a free name: "orders-cache (2)".
[[nodiscard]] Profile duplicateOf(const Workspace &workspace, const Profile &profile);
/// Profiles whose name, instance id, region, group or notes hold every word of `words`, in the workspace's
/// order.
[[nodiscard]] QList<Profile> search(const Workspace &workspace, const QString &words);

/// `name`, or "name (2)", "name (3)" … when an account has it already. An empty one becomes "Account".
[[nodiscard]] QString freeAccountName(const Workspace &workspace, const QString &name);
/// `name`, or "name (2)", "name (3)" … when a profile has it already.
[[nodiscard]] QString freeProfileName(const Workspace &workspace, const QString &name);
/// `name`, or "name (2)", "name (3)" … when a saved plan has it already.
[[nodiscard]] QString freePlanName(const Workspace &workspace, const QString &name);

[[nodiscard]] const Account *find(const Workspace &workspace, const AccountId &id);
[[nodiscard]] const Profile *find(const Workspace &workspace, const ProfileId &id);
[[nodiscard]] const SavedPlan *find(const Workspace &workspace, const PlanId &id);

} // namespace uplift::profiles
