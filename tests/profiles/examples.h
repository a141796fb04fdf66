// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "profiles/workspace.h"

/// Accounts and profiles as a DBA would have them.
namespace uplift::profiles::examples {

inline Account account(const QString &name = QStringLiteral("Shop"),
                       const QString &id = QStringLiteral("6f0e8f4e-0d4e-4a55-9d62-0c3f6f3b0a01"))
{
    Account account;
    account.id = {id};
    account.name = name;
    account.environment = Environment::Staging;
    account.connection.signature = SignatureVersion::V1;
    account.connection.momentNaming = MomentNaming::EffectTime;
    account.connection.format = ReplyFormat::Xml;
    account.connection.endpoint = {EndpointRule::Kind::Custom, QStringLiteral("http://127.0.0.1:8043")};
    account.connection.proxy = {ProxyRule::Kind::Http, QStringLiteral("proxy.example"), 3128};
    account.secretPlace = SecretPlace::Keychain;
    account.keychainEntry = QStringLiteral("account/") + id;
    account.keychainBackend = QStringLiteral("Secret Service");
    account.keyTail = QStringLiteral("X7Qd");
    return account;
}

inline Profile profile(const QString &name = QStringLiteral("orders-cache"),
                       const QString &id = QStringLiteral("6f0e8f4e-0d4e-4a55-9d62-0c3f6f3b0b01"))
{
    Profile profile;
    profile.id = {id};
    profile.name = name;
    profile.account = account().id;
    profile.region = {QStringLiteral("cn-hangzhou")};
    profile.instance = {QStringLiteral("r-bp1zxszhcgatnx4b2c")};
    profile.environment = Environment::Production;
    profile.group = QStringLiteral("Checkout 结算");
    profile.notes = QStringLiteral("Ask the shop team first.\nRing 4711.");
    profile.moment = Moment::Now;
    profile.readOnly = true;
    return profile;
}

inline SavedPlan plan(const QString &name = QStringLiteral("Checkout to the latest"),
                      const QString &id = QStringLiteral("6f0e8f4e-0d4e-4a55-9d62-0c3f6f3b0c01"))
{
    SavedPlan plan;
    plan.id = {id};
    plan.name = name;
    // Whatever it is, it is not looked into: not even where a name looks like a secret's.
    plan.rules = {{QStringLiteral("atOnce"), 2},
                  {QStringLiteral("byHand"), QJsonObject{{QStringLiteral("r-bp1token"), 3}}}};
    plan.members = {{account().id, {QStringLiteral("cn-hangzhou")}, {QStringLiteral("r-bp1zxszhcgatnx4b2c")}},
                    {{QStringLiteral("gone")}, {QStringLiteral("cn-beijing")}, {QStringLiteral("r-2ze1")}}};
    return plan;
}

inline Workspace workspace() { return {{account()}, {profile()}}; }
inline Workspace workspaceWithPlan() { return {{account()}, {profile()}, {plan()}}; }

inline Workspace manyProfiles(int count)
{
    Workspace many{{account()}, {}};
    for (int number = 0; number < count; ++number)
        many.profiles.append(
            profile(QStringLiteral("cache-%1").arg(number),
                    QStringLiteral("6f0e8f4e-0d4e-4a55-9d62-%1").arg(number, 12, 16, QLatin1Char('0'))));
    return many;
}

} // namespace uplift::profiles::examples
