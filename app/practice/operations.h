// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/wire.h"
#include "practice/world.h"

#include <chrono>

namespace uplift::practice {

/// One genuine call, as an operation sees it.
struct CallInput {
    QString action;
    QString version; ///< of the API
    Parameters parameters;
    QString host; ///< Host header; a provider's host name limits the regions it serves
    QDateTime now; ///< UTC
    QString assumedRole = {}; ///< "role/session" of a temporary key; empty: the key of the user
    QHash<QString, QString> endpoints = {}; ///< by region, where they are not `host`
    std::chrono::seconds skew{0}; ///< how far the server's clock is ahead of `now`
};

/// The instance a call names, or why there is none.
struct Found {
    const PracticeInstance *instance = nullptr;
    std::optional<Refusal> refusal;
};
[[nodiscard]] Found findInstance(const World &world, const CallInput &call);

/// Answers every operation but the start call and AssumeRole. Bodies come without RequestId. Pure.
[[nodiscard]] Reply answerRead(const World &world, const CallInput &call);

/// What a start call asks for, once it was found acceptable.
struct StartDecision {
    InstanceId instance;
    QString version; ///< bare: "7.0.1.14"
    bool inWindow = false;
    std::optional<Refusal> refusal;
};
/// ModifyInstanceMinorVersion up to the point where something would happen. Pure.
[[nodiscard]] StartDecision decideStart(const World &world, const CallInput &call);

} // namespace uplift::practice
