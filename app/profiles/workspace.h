// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connection.h"
#include "core/ids.h"
#include "core/instance.h"

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

struct Workspace {
    QList<Account> accounts;
    QList<Profile> profiles;
    friend bool operator==(const Workspace &, const Workspace &) = default;
};

/// Pure edits, each on a copy. Names are trimmed; Error::Kind::Input names the field (name, account, region,
/// instanceId).
[[nodiscard]] Result<Workspace> withAccount(Workspace workspace,
                                            const Account &account); ///< adds, or replaces by id
[[nodiscard]] Workspace withoutAccount(Workspace workspace, const AccountId &id); ///< and its profiles
[[nodiscard]] Result<Workspace> withProfile(Workspace workspace,
                                            const Profile &profile); ///< adds, or replaces by id
[[nodiscard]] Workspace withoutProfile(Workspace workspace, const ProfileId &id);
/// A copy under a free name: "orders-cache (2)".
[[nodiscard]] Profile duplicateOf(const Workspace &workspace, const Profile &profile);
/// Profiles whose name, instance id, region, group or notes hold every word of `words`, in the workspace's
/// order.
[[nodiscard]] QList<Profile> search(const Workspace &workspace, const QString &words);

[[nodiscard]] const Account *find(const Workspace &workspace, const AccountId &id);
[[nodiscard]] const Profile *find(const Workspace &workspace, const ProfileId &id);

} // namespace uplift::profiles
