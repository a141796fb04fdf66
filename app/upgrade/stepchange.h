// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/change.h"
#include "cloud/client.h"
#include "upgrade/plan.h"

#include <optional>

namespace uplift::upgrade {

/// The one call a step sends, without its nonce. Pure. `now` is the service's time, for what starts at once.
[[nodiscard]] cloud::ChangeRequest changeOf(const StepPlan &plan, MomentNaming naming, const QDateTime &now);

/// A success that says of itself that it failed: ModifyTaskInfo answers HTTP 200 with ErrorTaskId (api.md
/// 9.2). Nothing when it is none.
[[nodiscard]] std::optional<Error> failureInside(const StepPlan &plan, const cloud::ChangeFacts &facts);

} // namespace uplift::upgrade
