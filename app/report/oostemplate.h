// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "upgrade/batch.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace uplift::report {

/// One account's and region's share of a batch, as an execution of the provider's orchestration service
/// (OOS).
struct OosHandover {
    AccountId account;
    RegionId region;
    QString templateJson; ///< for StartExecution's TemplateContent; at most 64 KB, passes checkTemplate()
    QString templateYaml; ///< the same for people and for the console
    QString parametersJson; ///< the members: they travel as parameters, not in the template
    int members = 0;
    QStringList notes; ///< translated sentences: what the cloud does otherwise than Uplift would
};

/// A batch as executions, one for each account and region, in the order of the plan. Pure.
/// Each wave is an ACS::Loop over its members: start, settle for a minute, wait for the status, wait for the
/// version, wait for the status again. What has other parts, or another target, gets a loop of its own within
/// the wave. The first error beyond the stop rule ends the execution, and with it the waves to come.
///
/// The moment goes out as the account's own calls send it (StepPlan::momentNaming): under both names where
/// that is the account's rule, as architecture demands of every start. OOS hands parameters on to the public
/// API, which documents EffectiveTime alone; whether it passes or refuses EffectTime is not documented. A
/// refusal comes before anything is begun and is mended by the account's setting, while a name that is
/// missing could turn an upgrade meant for the window into one at once. The notes say so.
///
/// Refused (Error::Kind::Input, field "batch") with a sentence: no members, backups among the parts, members
/// held here until their window opens, a target other than the latest, a proxy whose target is not known,
/// more than 1,000 members in one loop, a template over 64 KB.
[[nodiscard]] Result<QList<OosHandover>> oosHandovers(const upgrade::BatchPlan &plan, const QDateTime &now);

/// "PT2H", "PT90M": as ACS::Sleep takes it, at most a day each; several for longer waits. None for none.
[[nodiscard]] QStringList oosSleeps(std::chrono::minutes wait);

} // namespace uplift::report
