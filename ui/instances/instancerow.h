// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/instance.h"
#include "core/shared.h"
#include "upgrade/state.h"

#include <QList>
#include <QMetaType>
#include <QStringMatcher>

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
    bool listed = false; ///< the account's list holds it
    bool fromCache = false; ///< what is known was read by an earlier session
    QDateTime lastUpgrade; ///< UTC, end of the last upgrade that was verified; invalid: none known
    Shared<Error> error; ///< the last question failed

    [[nodiscard]] QString name() const;
    /// What selection is kept by: account and instance.
    [[nodiscard]] QString key() const { return account.value + QLatin1Char('/') + id.value; }
};

/// The standing filters of the sidebar, which has an order of its own.
enum class StandingFilter { All, UpdateAvailable, Critical, InProgress, NeedsDecision, NoLongerSeen, Failed };
inline constexpr int standingFilterCount = static_cast<int>(StandingFilter::Failed) + 1;

/// The standing filters a row passes, one bit each: 1 << StandingFilter.
using StandingSet = quint8;
[[nodiscard]] StandingSet standingOf(const InstanceRow &row);
[[nodiscard]] inline bool holds(StandingSet set, StandingFilter filter)
{
    return (set >> static_cast<int>(filter) & 1) != 0;
}
[[nodiscard]] bool passes(const InstanceRow &row, StandingFilter filter);

/// Words as typed, each wanted somewhere in name, id, tag, region, account or version; case does not count.
class WordMatcher {
public:
    WordMatcher() = default;
    explicit WordMatcher(const QString &words);
    [[nodiscard]] bool matches(const InstanceRow &row) const;
    /// Nothing that `before` refused can match now: more was typed.
    [[nodiscard]] bool narrows(const WordMatcher &before) const;
    [[nodiscard]] bool isEmpty() const { return m_words.isEmpty(); }

private:
    QList<QStringMatcher> m_words;
};

/// Every word of `words` in name, id, tag, region, account or version.
[[nodiscard]] bool matches(const InstanceRow &row, const QString &words);
[[nodiscard]] bool isOpenStep(const InstanceRow &row);

} // namespace uplift::ui

Q_DECLARE_METATYPE(uplift::ui::InstanceRow)
