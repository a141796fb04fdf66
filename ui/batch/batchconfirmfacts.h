// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/oostemplate.h"
#include "ui/batch/batchtexts.h"
#include "ui/dialogs/confirmfacts.h"

#include <QHash>

namespace uplift::ui {

/// What the one confirmation of a batch shows. Names may be foreign text.
struct BatchConfirmFacts {
    upgrade::BatchPlan plan;
    QList<upgrade::DryRunRow> dryRun;
    BatchImpact impact;
    QHash<AccountId, QString> accounts; ///< their names
    /// Not empty: the service's orchestration shall run it, one execution for each of them.
    QList<report::OosHandover> handovers;
    QDateTime now; ///< UTC
    QTimeZone zone = QTimeZone::systemTimeZone();
};

/// One wave as it is confirmed: "1  Canary: 1 instance", "Today 18:00, 10:00 UTC".
struct ConfirmWave {
    QString head;
    QString detail;
};
[[nodiscard]] QList<ConfirmWave> confirmWaves(const BatchConfirmFacts &facts);
/// The names of what is production, in the plan's order: one line each, with its version.
[[nodiscard]] QStringList productionLines(const upgrade::BatchPlan &plan);
/// Who of the plan is not begun: "2 instances: dev-tair, search-hot-stg"; empty: everyone is.
[[nodiscard]] QString leftOutLine(const upgrade::BatchPlan &plan);
/// "Kernel" over "In each window, begun by the service …"
[[nodiscard]] TwoLines whatLines(const BatchConfirmFacts &facts);
/// "Connections drop ≤ 30 s, read-only ≤ 60 s" over what is not bounded.
[[nodiscard]] TwoLines impactLines(const BatchImpact &impact);
/// Accounts and regions: "Retail production: cn-hangzhou, cn-beijing".
[[nodiscard]] QStringList placeLines(const BatchConfirmFacts &facts);
[[nodiscard]] QString batchNoWayBackSentence(const BatchConfirmFacts &facts);
/// Must a number be typed, and which?
[[nodiscard]] int numberToType(const upgrade::BatchPlan &plan); ///< 0: none
[[nodiscard]] bool isNumberTyped(const upgrade::BatchPlan &plan, const QString &typed);
[[nodiscard]] QString confirmActText(const BatchConfirmFacts &facts);

} // namespace uplift::ui
