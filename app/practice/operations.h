// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/wire.h"
#include "practice/world.h"

#include <chrono>

namespace uplift::practice {

/// How what a call begins shall go, from the switches of the rehearsal.
struct Rehearsal {
    UpgradeJob::End end = UpgradeJob::End::Succeeds;
    bool ignoresWindow = false;
    bool backupsFail = false;
};

/// One genuine call, as an operation sees it.
struct CallInput {
    QString action;
    QString version; ///< of the API
    Parameters parameters;
    QString host; ///< Host header; a provider's host name limits the regions it serves
    QDateTime now; ///< UTC
    QString account; ///< whose key signed it
    QString assumedRole = {}; ///< "role/session" of a temporary key; empty: the key of the user
    QHash<QString, QString> endpoints = {}; ///< by region, where they are not `host`
    std::chrono::seconds skew{0}; ///< how far the server's clock is ahead of `now`
    Rehearsal rehearsal = {};

    [[nodiscard]] QString text(const QString &name) const { return parameters.value(name); }
    /// A time as the server's clock shows it.
    [[nodiscard]] QString shown(const QDateTime &time) const { return wireTime(time.addSecs(skew.count())); }
};

/// Versions of the products this service imitates.
[[nodiscard]] QString kvstoreVersion();
[[nodiscard]] QString stsVersion();
[[nodiscard]] QString oosVersion();

/// The instance a call names by `parameter`, or why there is none.
struct Found {
    const PracticeInstance *instance = nullptr;
    std::optional<Refusal> refusal;
};
[[nodiscard]] Found findInstance(const World &world, const CallInput &call,
                                 const QString &parameter = QStringLiteral("InstanceId"));
/// Nothing when the status allows changes now.
[[nodiscard]] std::optional<Refusal> refuseUnlessNormal(const PracticeInstance &instance,
                                                        const QDateTime &now);
/// Nothing when moreover neither an upgrade nor a backup is open.
[[nodiscard]] std::optional<Refusal> refuseUnlessIdle(const PracticeInstance &instance, const QDateTime &now);

/// Answers every operation of R-kvstore and STS but AssumeRole, and carries out what it asks for. Bodies come
/// without RequestId.
[[nodiscard]] Reply answerCall(World &world, const CallInput &call);

} // namespace uplift::practice
