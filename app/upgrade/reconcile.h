// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "upgrade/observation.h"
#include "upgrade/upgrades.h"

#include <QStringList>

#include <chrono>
#include <optional>

namespace uplift::upgrade {

/// What asking after a lost reply has shown so far (architecture 3.4, api.md 16).
struct Sightings {
    int asked = 0; ///< successful polls
    int failed = 0; ///< polls without an answer
    QDateTime began; ///< UTC, first question, answered or not
    QDateTime lastAsked; ///< UTC, last answer; invalid: none
    QStringList statuses; ///< each word once, in order seen
    bool upgrading = false; ///< status MinorVersionUpgrading was seen
    bool notFound = false; ///< the last answer
    MinorVersion version; ///< last known
    bool versionChanged = false;
    bool carriedOut = false; ///< a backup or setting was seen as asked for
    bool tasksRead = false;
    std::optional<CloudTask> task;
};

[[nodiscard]] Sightings withAnswer(Sightings before, const Baseline &baseline, const Observation &seen);
[[nodiscard]] Sightings withoutAnswer(Sightings before, const QDateTime &at);

enum class Finding {
    Accepted, ///< upgrading, a matching task, or another version
    KeepAsking,
    Undecided ///< asked long enough; the user decides. Nothing seen never proves that nothing was started.
};
[[nodiscard]] Finding reconcile(const Sightings &sightings, const QDateTime &now,
                                std::chrono::milliseconds askFor);

/// The same as sentences, telling ones first.
[[nodiscard]] QList<Evidence> evidenceOf(const Sightings &sightings, const Baseline &baseline);

} // namespace uplift::upgrade
