// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/instance.h"
#include "core/shared.h"
#include "upgrade/state.h"

#include <QMetaType>

#include <optional>

namespace uplift::ui {

/// All the table knows of one instance.
struct InstanceRow {
    InstanceId id;
    RegionId region;
    QString regionName; ///< short: "Hangzhou"; empty: the region's id is shown
    AccountId account;
    QString accountName;
    ProfileId profile; ///< empty: not saved
    QString profileName; ///< shown instead of a missing service name
    Environment environment = Environment::Production;
    bool readOnly = false;
    Shared<Instance> facts; ///< nothing: not asked yet
    Shared<EngineVersion> version; ///< nothing: not asked yet
    std::optional<upgrade::StepState> step; ///< of the last attempt; ended ones while they matter
    QString stepText; ///< second line of the status: "62 %"; empty: the age
    QDateTime asked; ///< UTC, last answer; invalid: never
    bool gone = false; ///< the account's list no longer holds it
    Shared<Error> error; ///< the last question failed

    [[nodiscard]] QString name() const;
    /// What selection is kept by: account and instance.
    [[nodiscard]] QString key() const { return account.value + QLatin1Char('/') + id.value; }
};

/// The standing filters of the sidebar.
enum class StandingFilter { All, UpdateAvailable, Critical, InProgress, NeedsDecision, NoLongerSeen };
inline constexpr int standingFilterCount = static_cast<int>(StandingFilter::NoLongerSeen) + 1;

[[nodiscard]] bool passes(const InstanceRow &row, StandingFilter filter);
/// Every word of `words` in name, id, tag, region, account or version.
[[nodiscard]] bool matches(const InstanceRow &row, const QString &words);
[[nodiscard]] bool isOpenStep(const InstanceRow &row);

} // namespace uplift::ui

Q_DECLARE_METATYPE(uplift::ui::InstanceRow)
