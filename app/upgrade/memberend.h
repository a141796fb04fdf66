// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/execution.h"
#include "upgrade/batch.h"
#include "upgrade/tracking.h"

#include <QList>

#include <optional>

namespace uplift::upgrade {

/// Where one member stands as the orchestration's own tasks tell. Pure.
struct MemberSight {
    StepState state = StepState::Planned; ///< Planned: its turn has not come
    QString message; ///< the service's own words, of a task that failed
};
[[nodiscard]] MemberSight sightOf(const QList<TaskExecution> &tasks, const InstanceId &instance);

/// Was the upgrade of one part of a member asked for, as the same tasks tell?
struct PartSight {
    enum class Begun {
        No, ///< its turn did not come
        Perhaps, ///< the call failed, or was cut short
        Yes
    };
    Begun begun = Begun::No;
    bool done = false; ///< every task of its turn succeeded, the wait for the version among them
    QDateTime askedAt; ///< UTC, the service's clock; invalid: not told
};
/// `content`: the template (JSON) that names the tasks. Pure.
[[nodiscard]] PartSight partSightOf(const QList<TaskExecution> &tasks, const QString &content,
                                    const InstanceId &instance, StepKind kind);

/// How an accepted upgrade is followed on from what the tasks told.
[[nodiscard]] Tracking trackingFrom(const PartSight &sight);
/// The end of a part once its execution has ended; nothing: it has begun, or may have, and has not ended.
/// What the service shows of the instance decides (architecture 3.4), never a task's word alone. `patient`:
/// it showed nothing for so long that a call which failed or was cut short was not carried out. Pure.
[[nodiscard]] std::optional<StepState> endOf(const MemberSight &member, const PartSight &part,
                                             const Tracking &tracking, bool patient);

} // namespace uplift::upgrade
