// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connection.h"
#include "core/ids.h"
#include "core/instance.h"

#include <QString>

#include <optional>

namespace uplift::upgrade {

/// What the user confirmed: one instance, one version, one moment. Written whole into the journal's Planned
/// row.
struct StepPlan {
    StepId id;
    AccountId account;
    QString accountName;
    QString keyTail;
    ProfileId profile; ///< empty: typed by hand
    RegionId region;
    InstanceId instance;
    QString instanceName; ///< the service's name, or the id when it has none
    Environment environment = Environment::Production;
    QString fromVersion; ///< raw, "redis-5.0_0.5.7"
    QString toVersion; ///< what the user was shown: "0.5.9"; empty when the latest was not known
    QString minorVersion = QStringLiteral("latest_version"); ///< sent as Minorversion
    Moment moment = Moment::MaintenanceWindow;
    std::optional<WindowSpan> window; ///< the occurrence it was confirmed for
    MomentNaming momentNaming = MomentNaming::Both;
    QString impact; ///< one sentence as shown
    QString disconnectionBound; ///< "30" (seconds) or empty
    QString readOnlyBound;
};

} // namespace uplift::upgrade
