// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instance.h"
#include "fleet/instancebook.h"
#include "impact/impact.h"
#include "upgrade/checks.h"
#include "upgrade/plan.h"

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
    bool journalWritable = true;
    QDateTime now; ///< UTC
    QTimeZone zone;

    // What the user chose.
    QString target = QStringLiteral("latest_version");
    Moment moment = Moment::MaintenanceWindow;
    bool clientsReconnect = false;
};

/// The window's occurrence the upgrade is meant for: the one that is open, else the next.
[[nodiscard]] std::optional<WindowSpan> chosenWindow(const FormFacts &facts);
[[nodiscard]] QList<upgrade::Check> checksOf(const FormFacts &facts);
/// "5 checks passed, 1 to read"; "1 to read, 9 unknown, 13 passed" when there are more kinds.
[[nodiscard]] QString checksSummary(const QList<upgrade::Check> &checks);

/// The one thing that keeps the upgrade from going on; the press of the button names it and goes there.
struct Missing {
    enum class Where { Identity, Version, Moment, Checks, Acknowledgement };
    Where where;
    QString sentence;
};
[[nodiscard]] std::optional<Missing> firstMissing(const FormFacts &facts,
                                                  const QList<upgrade::Check> &checks);

/// "Upgrade orders-cache in the window (tonight 02:00)…"; the short form leaves the name out.
[[nodiscard]] QString primaryText(const FormFacts &facts, bool shortForm);
/// "≤ 30 s disconnected, ≤ 60 s read-only"
[[nodiscard]] QString impactLine(const impact::Impact &impact);
/// The target's version as shown: "7.0.1.14"; empty when the latest is not known.
[[nodiscard]] QString targetVersionText(const FormFacts &facts);
[[nodiscard]] QString targetVersionText(const EngineVersion &version, const QString &target);

/// What the user confirms, with an id of its own.
[[nodiscard]] upgrade::StepPlan planOf(const FormFacts &facts, const impact::Impact &impact);

/// "China (Hangzhou)" and "Hangzhou" for a region id, in the program's language; the id when it is not known.
[[nodiscard]] QString regionName(const RegionId &id);
[[nodiscard]] QString shortRegionName(const RegionId &id);

} // namespace uplift::ui
