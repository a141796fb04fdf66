// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instance.h"
#include "fleet/knowninstance.h"
#include "ui/form/quiethourchart.h"
#include "ui/form/upgradeparts.h"
#include "upgrade/checks.h"
#include "upgrade/plan.h"
#include "upgrade/preflightfacts.h"
#include "upgrade/upgrades.h"

#include <QTimeZone>

#include <optional>

namespace uplift::ui {

/// Everything the form shows and decides from: gathered by the window, never asked for here.
struct FormFacts {
    fleet::KnownInstance known;
    QString name; ///< the service's, the profile's, or the id
    QString accountName;
    QString keyTail;
    QString regionName; ///< "China (Hangzhou)"
    ProfileId profile; ///< empty: not saved
    QString profileName;
    Environment environment = Environment::Production;
    std::optional<Environment> accountEnvironment;
    MomentNaming momentNaming = MomentNaming::Both;
    bool readOnly = false;
    bool stepOpen = false;
    std::optional<upgrade::StepView> openStep; ///< the upgrade that is open, with `stepOpen`
    QString handedOverIn; ///< see CheckInput
    bool journalWritable = true;
    QDateTime now; ///< UTC
    QTimeZone zone;
    upgrade::PreflightFacts preflight; ///< nothing asked yet: everything in it is nothing
    std::optional<QDateTime> tokenExpires; ///< see CheckInput
    std::optional<std::chrono::hours> backupLimit; ///< the user's; nothing: any age will do
    std::optional<upgrade::StepView> backup; ///< the newest backup of it that was started from here

    // What the user chose.
    upgrade::BatchParts parts = upgrade::BatchParts::Kernel; ///< see chosenParts()
    QString target = QStringLiteral("latest_version");
    Moment moment = Moment::MaintenanceWindow;
    bool clientsReconnect = false;
};

/// The window's occurrence the upgrade is meant for: the one that is open, else the next.
[[nodiscard]] std::optional<WindowSpan> chosenWindow(const FormFacts &facts);
/// What is to be upgraded: the user's choice as long as it makes sense for this instance.
[[nodiscard]] upgrade::BatchParts chosenParts(const FormFacts &facts);
/// `backupPlanned`: a backup is made first.
[[nodiscard]] QList<upgrade::Check> checksOf(const FormFacts &facts, bool backupPlanned = false);
/// "5 checks passed, 1 to read"; "1 to read, 9 unknown, 13 passed" when there are more kinds. While `asked`
/// of `questions` were answered, it says so in place of what is unknown.
[[nodiscard]] QString checksSummary(const QList<upgrade::Check> &checks);
[[nodiscard]] QString checksSummary(const QList<upgrade::Check> &checks,
                                    const upgrade::PreflightFacts &facts);
/// "Asking, 3 of 8", "Asked 2 min ago"; empty: nothing was asked.
[[nodiscard]] QString askedText(const upgrade::PreflightFacts &facts, const QDateTime &now);
/// What a button beside a check does.
struct CheckAction {
    enum class Kind { BackUpNow, BackUpFirst, ShowRunning, UseWindow, ChangeWindow, AutoUpgradeOff, Details };
    QString check; ///< Check::key
    Kind kind = Kind::Details;
    QString text; ///< of the button
};
[[nodiscard]] QList<CheckAction> checkActions(const FormFacts &facts, const QList<upgrade::Check> &checks);
/// The load of the last week and the chosen time in it; nothing: it is not known (yet).
[[nodiscard]] std::optional<QuietHourFacts> quietHourOf(const FormFacts &facts);

/// The one thing that keeps the upgrade from going on; the press of the button names it and goes there.
struct Missing {
    enum class Where { Identity, Version, Moment, Checks, Acknowledgement };
    Where where;
    QString sentence;
};
[[nodiscard]] std::optional<Missing> firstMissing(const FormFacts &facts,
                                                  const QList<upgrade::Check> &checks);

/// "Its upgrade is running here: Accepted since 18:41."; empty: none is open.
[[nodiscard]] QString openStepText(const FormFacts &facts);
/// "Upgrade orders-cache in the window (tonight 02:00)…"; the short form leaves the name out.
[[nodiscard]] QString primaryText(const FormFacts &facts, bool shortForm);
/// The target's version as shown: "7.0.1.14"; empty when the latest is not known.
[[nodiscard]] QString targetVersionText(const FormFacts &facts);
[[nodiscard]] QString targetVersionText(const EngineVersion &version, const QString &target);

/// What the user confirms, with an id of its own: one part of it, Kernel or Proxy, by `impact`.
[[nodiscard]] upgrade::StepPlan planOf(const FormFacts &facts, const impact::Impact &impact,
                                       upgrade::StepKind kind = upgrade::StepKind::Kernel);
/// A batch of this one instance: what chosenParts() says, one after the other, after a backup if wished.
[[nodiscard]] upgrade::BatchPlan batchOf(const FormFacts &facts, const ExpectedImpact &impact,
                                         bool backUpFirst);

/// "China (Hangzhou)" and "Hangzhou" for a region id, in the program's language; the id when it is not known.
[[nodiscard]] QString regionName(const RegionId &id);
[[nodiscard]] QString shortRegionName(const RegionId &id);

} // namespace uplift::ui
