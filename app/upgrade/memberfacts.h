// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/client.h"
#include "core/clock.h"
#include "upgrade/checks.h"
#include "upgrade/plan.h"

#include <memory>
#include <optional>

namespace uplift::upgrade {

/// What is asked afresh of one instance just before a part of a batch is begun.
struct MemberFacts {
    Instance instance;
    EngineVersion version;
    std::optional<QList<CloudTask>> tasks; ///< nothing: they could not be read
    std::optional<QList<ScheduledEvent>> events;
    QList<NodeVersion> nodes; ///< of the kind that is upgraded; empty: not told
    std::optional<std::chrono::milliseconds> clockOffset;
};

/// Asks for attributes, version, tasks, events and nodes, all at once. Fails when one of the first two cannot
/// be read; the others may be missing.
void gatherFacts(const std::shared_ptr<cloud::Client> &client, const StepPlan &plan, const Clock &clock,
                 QObject *context, Handler<MemberFacts> done);

/// Our time `now` by the service's clock, as far as the two were compared.
[[nodiscard]] QDateTime byService(const MemberFacts &facts, const QDateTime &now);

/// The plan with what is true now: version before, nodes before, the window's next occurrence.
[[nodiscard]] StepPlan refreshed(StepPlan plan, const MemberFacts &facts, const QDateTime &now);

/// What the checks look at, as far as it was asked for. `plan` is refreshed.
[[nodiscard]] CheckInput checkInputOf(const StepPlan &plan, const MemberFacts &facts, const QDateTime &now);

/// What the checks say of beginning a part now.
struct Admission {
    bool admitted = false;
    bool latest = false; ///< not admitted: it runs the latest version already
    QString why; ///< translated: the first check that forbids it
    QStringList checks; ///< every check that was made and did not pass, one line each
};
/// Pure. A backup needs the status alone. `askLatest`: being the latest already forbids nothing.
[[nodiscard]] Admission admit(const StepPlan &plan, const MemberFacts &facts, bool askLatest,
                              const QDateTime &now);

} // namespace uplift::upgrade
