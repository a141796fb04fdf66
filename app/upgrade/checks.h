// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instance.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace uplift::upgrade {

/// One check before an upgrade, in the DBA's words.
struct Check {
    enum class Result { Passed, ToRead, Blocked, Unknown };
    QString key; ///< status, outdated, target, order, renewal, window, clock, readOnly, openStep, journal,
                 ///< environment
    Result result = Result::Unknown;
    QString sentence; ///< translated: names the field and the value
    QString whatToDo; ///< translated; empty when passed
};

/// What the checks look at. Nothing: not known (yet).
struct CheckInput {
    std::optional<Instance> instance;
    std::optional<EngineVersion> version;
    QString target = QStringLiteral("latest_version"); ///< as it would be sent
    Moment moment = Moment::MaintenanceWindow;
    QDateTime now; ///< UTC
    std::optional<std::chrono::milliseconds> clockOffset; ///< server clock minus ours
    bool profileReadOnly = false;
    bool stepOpen = false; ///< an upgrade of this instance is still open in the journal
    bool journalWritable = true;
    Environment environment = Environment::Production; ///< of the profile
    std::optional<Environment> accountEnvironment;
};

/// Every check, ordered blocked, to read, unknown, passed (ui.md 5). Pure.
[[nodiscard]] QList<Check> preflight(const CheckInput &input);
/// Does any of them forbid the upgrade?
[[nodiscard]] bool isBlocked(const QList<Check> &checks);

} // namespace uplift::upgrade
